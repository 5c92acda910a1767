"""What people do on the stage: write, send files, press buttons, follow links; and what can't be done."""

from __future__ import annotations

from urllib.parse import urlsplit

from bot.rehearsal.chats import PrivateChat
from bot.rehearsal.entities import count_units
from bot.rehearsal.messages import File
from bot.rehearsal.methods_sending import CAPTION_LIMIT, UPLOAD_LIMIT
from bot.rehearsal.people import Person, cut
from bot.rehearsal.stages import Place, Stage

TEXT_LIMIT = 400_000  # characters; more than the bot takes, so that its refusal can be seen


class Impossible(Exception):
    """Something that can't be done here; *key* names the sentence that says why, *values* fill its places."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


def place(stage: Stage, key: str) -> Place:
    """The chat with this key. Raises `Impossible`."""
    try:
        return stage.places[key]
    except KeyError:
        raise Impossible("not_found") from None


def write(stage: Stage, key: str, text: str, writer: str | None = None) -> list[int]:
    """Send *text* into a chat; the ids of the messages that it became."""
    where, person = _at(stage, key, writer)
    if not text.strip():
        raise Impossible("empty")
    if len(text) > TEXT_LIMIT:
        raise Impossible("text_too_long", limit=TEXT_LIMIT)
    if where.role == "channel":
        return [stage.channel.posts_text(part, author=person).id for part in cut(text)]
    sent = person.pastes(text, in_=where.chat)
    return [message.id for message in sent]


def upload(stage: Stage, key: str, name: str, content: bytes, caption: str = "", writer: str | None = None) -> int:
    """Send a file into a chat; the id of its message."""
    where, person = _at(stage, key, writer)
    if where.role == "channel":
        raise Impossible("no_files_here")
    if not content:
        raise Impossible("empty")
    if len(content) > UPLOAD_LIMIT:
        raise Impossible("file_too_big", limit=UPLOAD_LIMIT >> 20)
    if count_units(caption) > CAPTION_LIMIT:
        raise Impossible("caption_too_long", limit=CAPTION_LIMIT)
    return person.uploads(name, content, caption=caption or None, in_=where.chat).id


def press(stage: Stage, key: str, message: int, data: str, writer: str | None = None) -> None:
    """Press the button with this callback data under a message; in a channel everybody may."""
    where, person = _at(stage, key, writer, reads=True)
    with stage.telegram.world.lock:
        found = where.chat.find(message)
        if found is None or not any(button.data == data for button in found.all_buttons):
            raise Impossible("button_gone")
        person.presses(found, data)


def follow(stage: Stage, key: str, link: str, writer: str | None = None) -> str:
    """Follow a link to the bot, as a reader of the chat; the key of the private chat to which it leads."""
    parts = urlsplit(link)
    if parts.hostname not in {"t.me", "telegram.me"} or parts.path.strip("/") != stage.telegram.world.username:
        raise Impossible("not_our_link")
    _, person = _at(stage, key, writer, reads=True)
    home = stage.place_of(person.chat)
    if home is None:
        raise Impossible("not_found")
    _at(stage, home.key, None)
    person.opens(link)
    return home.key


def _at(stage: Stage, key: str, writer: str | None, *, reads: bool = False) -> tuple[Place, Person]:
    """The chat, and who writes there, or only *reads*."""
    where = place(stage, key)
    name = writer or where.writers[0]
    open_to = stage.people if reads and where.role == "channel" else where.writers
    if name not in open_to:
        raise Impossible("not_a_writer")
    person = stage.people[name]
    if isinstance(where.chat, PrivateChat) and person.blocked:
        raise Impossible("is_blocked", name=person.first_name)
    return where, person


def file(stage: Stage, unique_id: str) -> File:
    """A file that lies in some chat. Raises `Impossible`."""
    with stage.telegram.world.lock:
        for kept in stage.telegram.world.files.values():
            if kept.unique_id == unique_id:
                return kept
    raise Impossible("not_found")
