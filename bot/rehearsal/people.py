"""People: what they say, press, upload and block, in plain sentences."""

from __future__ import annotations

import mimetypes
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from bot.rehearsal.chats import Chat, PrivateChat, Standing
from bot.rehearsal.entities import count_units, read_text
from bot.rehearsal.expectations import insist
from bot.rehearsal.messages import Message, Press

if TYPE_CHECKING:
    from bot.rehearsal.groups import Topic
    from bot.rehearsal.worlds import World

TEXT_LIMIT = 4096


class Person:
    """Someone with a Telegram account; `chat` is their private chat with the bot, `inbox` what the bot sent there.

    The bot can write to people only after they wrote to it (or were made with `started=True`).
    """

    def __init__(
        self,
        world: World,
        user_id: int,
        first_name: str,
        *,
        language_code: str | None = None,
        username: str | None = None,
        started: bool = False,
    ) -> None:
        self.world = world
        self.id = user_id
        self.first_name = first_name
        self.username = username
        self.language_code = language_code
        self.started = started
        self.blocked = False
        self.deactivated = False
        self.chat = PrivateChat(world, self)

    def __repr__(self) -> str:
        return f"<Person {self.first_name!r} {self.id}>"

    @property
    def inbox(self) -> list[Message]:
        """What the bot sent to the private chat, in order, in its current form; deleted messages are gone."""
        return self.chat.messages

    def to_api(self) -> dict[str, Any]:
        """The person as a User."""
        body: dict[str, Any] = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        if self.username:
            body["username"] = self.username
        if self.language_code:
            body["language_code"] = self.language_code
        return body

    def says(
        self,
        text: str,
        *,
        in_: Chat | None = None,
        topic: Topic | None = None,
        reply_to: Message | None = None,
        html: bool = False,
    ) -> Message:
        """Send *text* to the bot or into a chat; `update_id` is None where privacy mode keeps it from the bot.

        With *html*, tags in it are what the person set off: bold words, links, quotations.
        """
        insist(count_units(text) <= TEXT_LIMIT, "a client splits a longer text: use pastes()")
        plain, entities = read_text(text, "HTML" if html else None)
        return self._send(in_, topic, text=plain, entities=entities, reply_to=reply_to)

    def pastes(self, text: str, *, in_: Chat | None = None) -> list[Message]:
        """Send a *text* of any length as a client does: cut into messages of 4,096 units."""
        return [self.says(part, in_=in_) for part in cut(text)]

    def opens(self, link: str) -> Message:
        """Follow a deep link `https://t.me/NAME?start=CODE` of the bot and press Start."""
        parts = urlsplit(link)
        code = parse_qs(parts.query).get("start", [""])[0]
        at_bot = parts.hostname in {"t.me", "telegram.me"} and parts.path.strip("/") == self.world.username
        insist(at_bot, f"{link} does not lead to the bot")
        return self.says(f"/start {code}".strip())

    def uploads(
        self,
        name: str,
        content: bytes,
        *,
        caption: str | None = None,
        in_: Chat | None = None,
        topic: Topic | None = None,
        mime: str | None = None,
    ) -> Message:
        """Send a file, with or without words beside it."""
        mime = mime or mimetypes.guess_type(name)[0] or "application/octet-stream"
        text, entities = read_text(caption or "")
        file = self.world.keep_file(name, content, mime)
        return self._send(in_, topic, text=text, entities=entities, file=file)

    def forwards(
        self, text: str, *, origin: Chat | Person | str = "Someone", in_: Chat | None = None, html: bool = False
    ) -> Message:
        """Send on a text that *origin* wrote: a channel, a person, or the name of someone who hides their account.

        With *html*, tags in it are what is set off there.
        """
        date = int(self.world.now().timestamp())
        source: dict[str, Any] = {"type": "hidden_user", "sender_user_name": origin, "date": date}
        if isinstance(origin, Person):
            source = {"type": "user", "sender_user": origin.to_api(), "date": date}
        elif isinstance(origin, Chat):
            source = {"type": "channel", "chat": origin.to_api(), "message_id": origin.last_id + 1, "date": date}
        plain, entities = read_text(text, "HTML" if html else None)
        return self._send(in_, None, text=plain, entities=entities, extra={"forward_origin": source})

    def edits(self, message: Message, text: str) -> int | None:
        """Change an own message; gives the id of the update."""
        insist(message.sender is self, f"{message!r} is not of {self.first_name}")
        return self.world.edit_received(message, text)

    def presses(self, message: Message, wanted: str) -> Press:
        """Press the button of *message* with this label or callback data.

        Raises AssertionError where there is none such, where it opens a link, or where the message is gone.
        """
        insist(not message.deleted, f"{message!r} is gone")
        insist(self._can_see(message.chat), f"{self!r} can't see {message!r}")
        button = message.button(wanted)
        insist(button.data is not None, f"{button!r} opens a link, it is not answered by the bot")
        return self.world.press(self, message, button)

    def blocks_the_bot(self) -> int | None:
        """Block the bot; it is told (my_chat_member) and gets 403 from now on."""
        self.blocked = True
        return self.world.report_standing(self.chat, self, Standing("member"), Standing("kicked"))

    def unblocks_the_bot(self) -> int | None:
        """Let the bot write again; it is told (my_chat_member)."""
        self.blocked = False
        return self.world.report_standing(self.chat, self, Standing("kicked"), Standing("member"))

    def deletes_the_account(self) -> None:
        """Be gone: the bot gets 403 "user is deactivated", and no update says so."""
        self.deactivated = True

    def _can_see(self, chat: Chat) -> bool:
        return chat is self.chat or chat.type == "channel" or chat.standing_of(self.id).is_in

    def _send(self, in_: Chat | None, topic: Topic | None, **parts: Any) -> Message:
        chat = in_ or (topic.group if topic else self.chat)
        if chat is self.chat:
            insist(not self.blocked, f"{self.first_name} blocked the bot")
            self.started = True
        else:
            insist(chat.standing_of(self.id).is_in, f"{self!r} is not in {chat!r}")
        return self.world.receive(chat, sender=self, thread_id=topic.thread_id if topic else None, **parts)


def cut(text: str) -> list[str]:
    """*text* in pieces of at most 4,096 UTF-16 units, as a client sends it that finds no better place."""
    parts: list[str] = []
    part: list[str] = []
    size = 0
    for character in text:
        width = count_units(character)
        if size + width > TEXT_LIMIT:
            parts.append("".join(part))
            part, size = [], 0
        part.append(character)
        size += width
    parts.append("".join(part))
    return parts
