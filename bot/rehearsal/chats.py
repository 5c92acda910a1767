"""What every chat has: an id, a title, a history, and the bot's standing in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.rehearsal.verdicts import Verdict, forbid, refuse

if TYPE_CHECKING:
    from bot.rehearsal.messages import Message
    from bot.rehearsal.people import Person
    from bot.rehearsal.worlds import World

RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)
GROUP_RIGHTS = ("can_pin_messages", "can_manage_topics")
CHANNEL_RIGHTS = ("can_post_messages", "can_edit_messages")


@dataclass(frozen=True)
class Standing:
    """What someone is in a chat: creator, administrator, member, left or kicked, and with which rights."""

    status: str = "left"
    rights: frozenset[str] = frozenset()

    @property
    def is_in(self) -> bool:
        """Whether this is someone who reads the chat."""
        return self.status in {"creator", "administrator", "member"}

    def to_api(self, user: dict[str, Any], chat_type: str) -> dict[str, Any]:
        """A ChatMember."""
        body: dict[str, Any] = {"status": self.status, "user": user}
        if self.status == "creator":
            body["is_anonymous"] = False
        elif self.status == "kicked":
            body["until_date"] = 0
        elif self.status == "administrator":
            names = RIGHTS + (CHANNEL_RIGHTS if chat_type == "channel" else GROUP_RIGHTS)
            body |= {"can_be_edited": False, "is_anonymous": False}
            body |= {name: name in self.rights for name in names}
        return body


class Chat:
    """A conversation: *history* is everything in it, oldest first; `messages` what the bot sent and is still there."""

    def __init__(self, world: World, chat_id: int, kind: str, title: str, username: str | None = None) -> None:
        self.world = world
        self.id = chat_id
        self.type = kind
        self.title = title
        self.username = username
        self.history: list[Message] = []
        self.bot = Standing()
        self.bot_was_here = False
        self.last_id = 0

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.title!r} {self.id}>"

    @property
    def messages(self) -> list[Message]:
        """What the bot sent here, in order, in its current form; deleted messages are gone."""
        with self.world.lock:
            return [message for message in self.history if message.by_bot and not message.deleted]

    @property
    def last(self) -> Message:
        """The newest message of the bot here; AssertionError where there is none."""
        if not (messages := self.messages):
            raise AssertionError(f"the bot has sent nothing to {self!r}")
        return messages[-1]

    @property
    def keeps_own_count(self) -> bool:
        """Whether message ids are counted in this chat alone (supergroups and channels)."""
        return self.type in {"supergroup", "channel"}

    def find(self, message_id: int) -> Message | None:
        """The message with this id, if it is there and not deleted."""
        for message in reversed(self.history):
            if message.id == message_id and message.chat_id == self.id:
                return None if message.deleted else message
        return None

    def to_api(self) -> dict[str, Any]:
        """The chat as it stands in messages."""
        body: dict[str, Any] = {"id": self.id, "type": self.type, "title": self.title}
        if self.username:
            body["username"] = self.username
        return body

    def standing_of(self, user_id: int) -> Standing:
        """What the person with this id is here."""
        return self.world.bot_standing(self) if user_id == self.world.bot_id else Standing()

    def check_access(self, *, write: bool = True) -> None:
        """Raise `Verdict` as Telegram does where the bot can't read (or *write*) here."""
        if self.bot.is_in:
            if write:
                self.check_writing()
            return
        if not self.bot_was_here and not self.username:
            raise refuse("chat not found")
        if self.bot.status == "kicked":
            raise forbid(f"bot was kicked from the {self.type} chat")
        raise forbid(f"bot is not a member of the {self.type} chat")

    def check_writing(self) -> None:
        """Raise `Verdict` where the bot is in the chat and still may not write."""

    def check_right(self, right: str, words: str) -> None:
        """Raise `Verdict` "not enough rights to *words*" where the bot has not this *right*."""
        if right not in self.bot.rights:
            raise refuse(f"not enough rights to {words}")

    def set_bot(self, by: Person | None, standing: Standing) -> int | None:
        """Change what the bot is here, and tell it (my_chat_member); gives the id of the update."""
        with self.world.lock:
            old, self.bot = self.bot, standing
            self.bot_was_here = True
            return self.world.report_standing(self, by, old, standing)


class PrivateChat(Chat):
    """The conversation of one person with the bot."""

    def __init__(self, world: World, person: Person) -> None:
        super().__init__(world, person.id, "private", person.first_name, person.username)
        self.person = person
        self.bot = Standing("member")

    def to_api(self) -> dict[str, Any]:
        """The chat as it stands in messages."""
        body: dict[str, Any] = {"id": self.id, "type": "private", "first_name": self.person.first_name}
        if self.person.username:
            body["username"] = self.person.username
        return body

    def check_access(self, *, write: bool = True) -> None:
        """Raise `Verdict`: who never wrote to the bot, blocked it or is gone can't be written to."""
        person = self.person
        if not person.started:
            met = any(chat.bot.is_in and chat.standing_of(person.id).is_in for chat in self.world.chats.values())
            raise forbid("bot can't initiate conversation with a user") if met else refuse("chat not found")
        if write and (verdict := self._turned_away()):
            raise verdict

    def _turned_away(self) -> Verdict | None:
        if self.person.deactivated:
            return forbid("user is deactivated")
        return forbid("bot was blocked by the user") if self.person.blocked else None
