"""The state behind the stand-in: people, chats, messages and what waits for the bot. It knows nothing of HTTP."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from bot.rehearsal.channels import Channel
from bot.rehearsal.chats import Chat, Standing
from bot.rehearsal.entities import Entity, read_text
from bot.rehearsal.groups import Group
from bot.rehearsal.messages import Button, File, Message, Press
from bot.rehearsal.people import Person
from bot.rehearsal.profiles import Profile
from bot.rehearsal.updates import UpdateQueue
from bot.rehearsal.verdicts import refuse
from bot.rehearsal.wires import write_message, write_press

if TYPE_CHECKING:
    from collections.abc import Iterable

C = TypeVar("C", bound=Chat)


@dataclass(frozen=True)
class Change:
    """Something that changed: *kind* is "update", "message", "edited", "deleted", "answered" or "chat"."""

    kind: str
    chat: Chat | None = None
    message: Message | None = None


class World:
    """Everything that Telegram would know; every method may be called from any thread.

    `listeners` are called with each `Change`, under the lock: they must be quick and must not wait.
    """

    def __init__(self, token: str, username: str, *, privacy: bool = True) -> None:
        self.token = token
        self.username = username
        self.bot_id = int(token.partition(":")[0])
        self.privacy = privacy
        self.lock = threading.RLock()
        self.clock: Callable[[], datetime] = lambda: datetime.now(UTC)
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.updates = UpdateQueue()
        self.sent: list[Message] = []
        self.presses: dict[str, Press] = {}
        self.files: dict[str, File] = {}
        self.profile = Profile()
        self.webhook = ""
        self.listeners: list[Callable[[Change], None]] = []
        self._last_id = secrets.randbelow(900)

    def now(self) -> datetime:
        """The moment it is here, in UTC."""
        return self.clock()

    # People and chats

    def add_person(self, first_name: str, **traits: Any) -> Person:
        """Someone new, with an id beyond 32 bits (Telegram's own parser takes none of 2^40 or more)."""
        with self.lock:
            person = Person(self, 2**33 + secrets.randbelow(2**39), first_name, **traits)
            self.people[person.id] = person
            self.chats[person.id] = person.chat
            self.tell("chat", person.chat)
            return person

    def add_group(self, title: str, *, bot: Standing, **traits: Any) -> Group:
        """A new group in which the bot has this standing already."""
        with self.lock:
            small = not (traits.get("supergroup", True) or traits.get("forum"))
            number = -(10**8 + secrets.randbelow(5 * 10**9)) if small else self.new_large_id()
            group = Group(self, number, title, **traits)
            group.bot, group.bot_was_here = bot, bot.is_in
            return self._keep(group)

    def add_channel(self, title: str, administrators: Iterable[Person] = (), username: str | None = None) -> Channel:
        """A new channel that the bot has never been in."""
        with self.lock:
            return self._keep(
                Channel(self, self.new_large_id(), title, administrators=administrators, username=username)
            )

    def list_chats(self) -> list[Chat]:
        """Every chat once, in the order they came to be, also those whose id has changed."""
        with self.lock:
            return list(dict.fromkeys(self.chats.values()))

    def new_large_id(self) -> int:
        """An id as supergroups and channels have it: below -10^12."""
        return -(10**12 + 10**9 + secrets.randbelow(3 * 10**9))

    def _keep(self, chat: C) -> C:
        self.chats[chat.id] = chat
        self.tell("chat", chat)
        return chat

    def find_chat(self, chat_id: int | str) -> Chat:
        """The chat with this id or @username; raises `Verdict` as Telegram does, also for ids that have migrated."""
        chat = self.chats.get(chat_id) if isinstance(chat_id, int) else self._find_named(chat_id)
        if chat is None:
            raise refuse("chat not found")
        if isinstance(chat_id, int) and chat.id != chat_id:
            raise refuse("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.id)
        return chat

    def _find_named(self, name: str) -> Chat | None:
        return next(
            (c for c in self.chats.values() if c.type != "private" and c.username and f"@{c.username}" == name), None
        )

    def bot_to_api(self) -> dict[str, Any]:
        """The bot as a User."""
        return {"id": self.bot_id, "is_bot": True, "first_name": self.profile.first_name, "username": self.username}

    def name_mention(self, entity: Entity) -> Entity | None:
        """A mention of a person by id as Telegram gives it; None (plain text) for someone the bot never met."""
        if entity["type"] != "text_mention" or "user" in entity:
            return entity
        person = self.people.get(entity["user_id"])
        if person is None or not person.started:
            return None
        return {key: entity[key] for key in ("type", "offset", "length")} | {"user": person.to_api()}

    def bot_standing(self, chat: Chat) -> Standing:
        """What the bot is in a chat."""
        return chat.bot

    # What happens

    def tell(self, kind: str, chat: Chat | None = None, message: Message | None = None) -> None:
        """Tell the listeners of a change."""
        with self.lock:
            for listener in list(self.listeners):
                listener(Change(kind, chat, message))

    def new_message_id(self, chat: Chat) -> int:
        """The next message id: counted per supergroup and channel, over all other chats together."""
        if chat.keeps_own_count:
            chat.last_id += 1
            return chat.last_id
        self._last_id += 1
        chat.last_id = self._last_id
        return self._last_id

    def add_message(self, chat: Chat, **parts: Any) -> Message:
        """Put a message into a chat; nobody but the listeners is told."""
        message = Message(id=self.new_message_id(chat), chat=chat, chat_id=chat.id, date=self.now(), **parts)
        chat.history.append(message)
        if message.by_bot:
            self.sent.append(message)
        self.tell("message", chat, message)
        return message

    def receive(self, chat: Chat, **parts: Any) -> Message:
        """A message from people (or a service message); queued for the bot where the bot hears it."""
        with self.lock:
            message = self.add_message(chat, **parts)
            if self.hears(message):
                kind = "channel_post" if chat.type == "channel" else "message"
                message.update_id = self.queue(kind, write_message(self, message))
            return message

    def edit_received(self, message: Message, text: str) -> int | None:
        """Change a message of people; queued for the bot where the bot hears it."""
        with self.lock:
            message.former_texts.append(message.text)
            message.text, message.entities = read_text(text)
            message.edited += 1
            message.edit_date = self.now()
            self.tell("edited", message.chat, message)
            if not self.hears(message):
                return None
            kind = "edited_channel_post" if message.chat.type == "channel" else "edited_message"
            return self.queue(kind, write_message(self, message))

    def hears(self, message: Message) -> bool:
        """Whether the bot gets this message: always in private and in channels, else as privacy mode has it."""
        chat = message.chat
        if not chat.bot.is_in:
            return False
        if chat.type in {"private", "channel"} or chat.bot.status == "administrator" or not self.privacy:
            return True
        if not message.text and not message.file:
            return True
        replied = message.reply_to is not None and message.reply_to.by_bot
        return replied or self._is_addressed(message.text, message.entities)

    def _is_addressed(self, text: str, entities: list[Entity]) -> bool:
        first = next((e for e in entities if e["type"] == "bot_command" and e["offset"] == 0), None)
        if first is None:
            return False
        target = text[: first["length"]].partition("@")[2]
        return target.lower() in {"", self.username.lower()}

    def press(self, person: Person, message: Message, button: Button) -> Press:
        """A press of a button; the bot gets a callback_query."""
        with self.lock:
            press = Press(str(2**60 + secrets.randbelow(2**62)), person, message, button)
            self.presses[press.id] = press
            if message.chat.type == "private":
                person.started = True
            press.update_id = self.queue("callback_query", write_press(self, press))
            return press

    def report_standing(self, chat: Chat, by: Person | None, old: Standing, new: Standing) -> int | None:
        """Tell the bot what it has become in a chat (my_chat_member)."""
        with self.lock:
            me = self.bot_to_api()
            body = {
                "chat": chat.to_api(),
                "from": by.to_api() if by else me,
                "date": int(self.now().timestamp()),
                "old_chat_member": old.to_api(me, chat.type),
                "new_chat_member": new.to_api(me, chat.type),
            }
            self.tell("chat", chat)
            return self.queue("my_chat_member", body)

    def queue(self, kind: str, body: dict[str, Any]) -> int | None:
        """Queue an update of any kind; None where the bot does not take this kind."""
        with self.lock:
            number = self.updates.put(kind, body)
            self.tell("update")
            return number

    def keep_file(self, name: str, content: bytes, mime: str) -> File:
        """Store a file and give it its ids."""
        with self.lock:
            number = len(self.files) + 1
            suffix = name.rpartition(".")[2] if "." in name else "bin"
            file_id = f"BQACAgQAAx{secrets.token_urlsafe(32)}"
            file = File(name, content, mime, file_id, secrets.token_urlsafe(11), f"documents/file_{number}.{suffix}")
            self.files[file_id] = file
            return file
