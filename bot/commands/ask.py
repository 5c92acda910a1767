"""What is asked, what is answered, and the row that a command is in the table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from sqlmodel import Session

from bot.campaign.models import ChatKind, Role
from bot.documents.spans import RichText, Span
from bot.refusals import N_, Refused
from bot.words.languages import Language, language
from bot.words.message import Message

DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")


@dataclass(frozen=True)
class Rules:
    """What holds for the whole campaign: the bot's username, the operator's zone, language and review rule."""

    username: str
    zone: str
    language: str
    review: str


@dataclass(frozen=True)
class Paper:
    """A file that somebody sent: its name and the text that was read in it."""

    name: str
    content: RichText


@dataclass(frozen=True)
class Ask:
    """One request, with all facts that a command may use. `now` is aware UTC."""

    now: datetime
    rules: Rules
    kind: ChatKind
    chat: int  # Telegram's id; it is sealed wherever it is kept
    language: str
    command: str = ""  # without the slash
    arguments: str = ""  # the rest of the command's line
    text: str = ""  # the lines after it, or the whole of a plain message
    spans: tuple[Span, ...] = ()  # what is set off in `text`: bold, links, quotations
    file: Paper | None = None
    topic: int | None = None
    role: Role | None = None  # of a coordinator, in a private chat
    coordinator: int | None = None  # our number of that coordinator
    administrator: bool = False  # of the group or channel, where the table asks for it
    pressed: bool = False  # a button, so the answer may take the place of its message
    forwarded: bool = False

    @property
    def speech(self) -> Language:
        """The language of the answer."""
        return language(self.language)

    @property
    def brought(self) -> RichText:
        """The text that came: of the file, else the lines or the message itself, with what is set off in it."""
        return self.file.content if self.file else RichText(self.text, self.spans).stripped("\n")

    @property
    def words(self) -> list[str]:
        """The arguments, one by one, with Persian and Arabic digits as ASCII ones."""
        return self.arguments.translate(DIGITS).split()

    def number(self, position: int = 0) -> int | None:
        """The argument at *position* as a number, or None where there is none. Raises `Refused` for other words."""
        words = self.words
        if position >= len(words):
            return None
        word = words[position].lstrip("#")
        if not word.isdecimal() or len(word) > 9:
            raise Refused(
                N_("{word} is not a number. Write for example /{command} 3"), word=words[position], command=self.command
            )
        return int(word)

    def post(self) -> int:
        """The post that the first argument names. Raises `Refused` where it names none."""
        number = self.number()
        if number is None:
            raise Refused(N_("Which post? Write its number, for example /{command} 3"), command=self.command)
        return number


@dataclass(frozen=True)
class Answer:
    """What goes back: messages, and the little that the door does with them."""

    messages: tuple[Message, ...] = ()
    edit: bool = False  # put the first message in the place of the pressed one
    toast: str | None = None  # a line shown over the chat, at most 200 characters
    alert: bool = False  # the toast has to be closed by hand
    more: str | None = None  # in groups: the deep-link argument under which the rest is read in private


class Audience(StrEnum):
    """Who may ask."""

    ANYONE = "anyone"
    COORDINATOR = "coordinator"
    OWNER = "owner"


PRIVATE = frozenset({ChatKind.PRIVATE})
TALKING = frozenset({ChatKind.PRIVATE, ChatKind.GROUP})
EVERYWHERE = frozenset(ChatKind)


@dataclass(frozen=True)
class Command:
    """A row of the table: route, audience, menu and help follow from it."""

    name: str
    run: Callable[[Ask, Session], Answer]
    menu: str  # an English sentence marked with N_, at most 60 characters; shown in menus and in /help
    audience: Audience = Audience.ANYONE
    places: frozenset[ChatKind] = field(default=TALKING)
    writes: bool = False  # runs in a transaction that may change things
    asks_administrator: bool = False  # in groups and channels the door finds out whether the asker runs the place
    listed: bool = True  # in menus and /help


def reply(*messages: Message, more: str | None = None) -> Answer:
    """Answer with new messages, or in the place of the pressed one."""
    return Answer(messages=messages, edit=True, more=more)
