"""Records of what stands in the chats: messages, their buttons, their files, and presses of buttons."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.rehearsal.entities import Entity, render_html

if TYPE_CHECKING:
    from bot.rehearsal.chats import Chat
    from bot.rehearsal.people import Person


@dataclass(frozen=True)
class File:
    """A file as it lies with Telegram."""

    name: str
    content: bytes = field(repr=False)
    mime: str = "application/octet-stream"
    file_id: str = ""
    unique_id: str = ""
    path: str = ""

    def to_api(self) -> dict[str, object]:
        """The file as a Document."""
        return {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_name": self.name,
            "mime_type": self.mime,
            "file_size": len(self.content),
        }


@dataclass(frozen=True)
class Button:
    """A button under a message: it sends *data* back, or opens *url*."""

    label: str
    data: str | None = None
    url: str | None = None
    source: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)


@dataclass(eq=False)
class Message:
    """A message as it stands now; edits change it in place, and `deleted` says that nobody sees it any more.

    *text* is what people read (a file's caption, where there is a file), *html* what the bot sent, mark-up included.
    Offsets of *entities* are UTF-16 units; *date* is UTC. *extra* are fields that Telegram adds on the wire.
    """

    id: int
    chat: Chat
    chat_id: int
    date: datetime
    text: str = ""
    entities: list[Entity] = field(default_factory=list)
    sender: Person | None = None
    by_bot: bool = False
    html: str | None = None
    parse_mode: str | None = None
    buttons: list[list[Button]] = field(default_factory=list)
    file: File | None = None
    edited: int = 0
    edit_date: datetime | None = None
    reply_to: Message | None = None
    thread_id: int | None = None
    silent: bool = False
    protected: bool = False
    preview: bool = True
    pinned: bool = False
    deleted: bool = False
    update_id: int | None = None
    extra: dict[str, Any] = field(default_factory=dict, repr=False)
    former_texts: list[str] = field(default_factory=list)

    def __repr__(self) -> str:
        marks = [f"#{self.id} in {self.chat.title!r}", repr(self.text)]
        if self.file:
            marks.append(f"file {self.file.name!r}")
        if self.buttons:
            marks.append("buttons " + " / ".join(" | ".join(button.label for button in row) for row in self.buttons))
        if self.edited:
            marks.append(f"edited {self.edited}×")
        if self.deleted:
            marks.append("deleted")
        return f"<Message {', '.join(marks)}>"

    @property
    def caption(self) -> str | None:
        """The words beside a file; None where there is no file."""
        return self.text if self.file else None

    @property
    def all_buttons(self) -> list[Button]:
        """The buttons, row by row."""
        return [button for row in self.buttons for button in row]

    @property
    def rendered(self) -> str:
        """The text as HTML that a page can show, with Telegram's own tags."""
        return render_html(self.text, self.entities)

    def button(self, wanted: str) -> Button:
        """The button with this label, callback data or URL; a unique part of a label will do.

        Raises AssertionError, with all labels, where there is none or more than one.
        """
        exact = [button for button in self.all_buttons if wanted in {button.label, button.data, button.url}]
        found = exact[:1] or [button for button in self.all_buttons if wanted in button.label]
        shown = [(button.label, button.data or button.url) for button in self.all_buttons]
        if len(found) != 1:
            raise AssertionError(f"{len(found)} buttons match {wanted!r}; there are {shown}")
        return found[0]


@dataclass(eq=False)
class Press:
    """A press of a button; *toast* and *alert* are filled when the bot answers it."""

    id: str
    person: Person
    message: Message
    button: Button
    update_id: int | None = None
    answered: bool = False
    toast: str | None = None
    alert: bool = False
    url: str | None = None
    at: float = field(default_factory=time.monotonic, repr=False)
    lifetime: float = 30.0

    def expires(self) -> None:
        """Make the press too old to be answered, as Telegram does after a while."""
        self.lifetime = -1.0

    @property
    def too_old(self) -> bool:
        """Whether Telegram takes no answer any more."""
        return self.answered or time.monotonic() - self.at > self.lifetime
