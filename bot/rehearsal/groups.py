"""Groups, small and large, with topics or without."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.rehearsal.chats import GROUP_RIGHTS, RIGHTS, Chat, Standing
from bot.rehearsal.entities import read_text
from bot.rehearsal.expectations import insist
from bot.rehearsal.messages import Message
from bot.rehearsal.verdicts import refuse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.rehearsal.people import Person
    from bot.rehearsal.worlds import World

ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
ADMINISTRATOR = Standing("administrator", frozenset(RIGHTS + GROUP_RIGHTS))
MEMBER = Standing("member")


@dataclass(eq=False)
class Topic:
    """A topic of a forum."""

    group: Group
    name: str
    thread_id: int
    closed: bool = False
    deleted: bool = False

    @property
    def messages(self) -> list[Message]:
        """What the bot sent into this topic and is still there."""
        return [message for message in self.group.messages if message.thread_id == self.thread_id]

    def close(self) -> None:
        """Close the topic: only administrators may still write."""
        self.closed = True

    def delete(self) -> None:
        """Delete the topic with everything in it."""
        self.deleted = True
        for message in self.messages:
            message.deleted = True


class Group(Chat):
    """A group with people in it; `messages` is what the bot sent there."""

    def __init__(
        self,
        world: World,
        chat_id: int,
        title: str,
        *,
        members: Iterable[Person] = (),
        administrators: Iterable[Person] = (),
        forum: bool = False,
        supergroup: bool = True,
        username: str | None = None,
    ) -> None:
        super().__init__(world, chat_id, "supergroup" if supergroup or forum else "group", title, username)
        self.forum = forum
        self.topics: dict[int, Topic] = {}
        self.former_ids: list[int] = []
        self.members_may_write = True
        self.people: dict[int, Standing] = {person.id: MEMBER for person in members}
        self.people |= {person.id: ADMINISTRATOR for person in administrators}

    def to_api(self) -> dict[str, Any]:
        """The chat as it stands in messages."""
        return super().to_api() | ({"is_forum": True} if self.forum else {})

    def standing_of(self, user_id: int) -> Standing:
        """What the person with this id is here."""
        return self.bot if user_id == self.world.bot_id else self.people.get(user_id, Standing())

    def admits(self, person: Person) -> None:
        """Make *person* a member (the bot sees a service message)."""
        self.people[person.id] = MEMBER
        extra = {"new_chat_members": [person.to_api()]}
        self.world.receive(self, sender=person, extra=extra)

    def expels(self, person: Person) -> None:
        """Put *person* out (the bot sees a service message)."""
        self.people[person.id] = Standing("kicked")
        self.world.receive(self, sender=person, extra={"left_chat_member": person.to_api()})

    def promotes(self, person: Person) -> None:
        """Make *person* an administrator; the bot is not told."""
        self.people[person.id] = ADMINISTRATOR

    def demotes(self, person: Person) -> None:
        """Make *person* a plain member; the bot is not told."""
        self.people[person.id] = MEMBER

    def add_bot(self, by: Person, *, administrator: bool = False) -> int | None:
        """Bring the bot in (or change what it is); it is told (my_chat_member)."""
        return self.set_bot(by, ADMINISTRATOR if administrator else MEMBER)

    def remove_bot(self, by: Person) -> int | None:
        """Throw the bot out; it is told (my_chat_member)."""
        return self.set_bot(by, Standing("kicked"))

    def topic(self, name: str) -> Topic:
        """A new topic of this forum, with its `thread_id`."""
        insist(self.forum, f"{self!r} is not a forum")
        color = {"name": name, "icon_color": 7322096}
        with self.world.lock:
            # the topic's number is that of the message which opens it
            number = self.last_id + 1
            self.world.receive(self, thread_id=number, extra={"forum_topic_created": color})
        topic = Topic(self, name, number)
        self.topics[topic.thread_id] = topic
        return topic

    def anonymous_admin_says(self, text: str, *, topic: Topic | None = None) -> Message:
        """Send *text* as an administrator who hides behind the group: Telegram names GroupAnonymousBot as sender."""
        plain, entities = read_text(text)
        extra = {"from": ANONYMOUS, "sender_chat": self.to_api()}
        thread_id = topic.thread_id if topic else None
        return self.world.receive(self, text=plain, entities=entities, thread_id=thread_id, extra=extra)

    def migrate(self) -> int:
        """Make the basic group a supergroup and give its new id; the old one is refused with `migrate_to_chat_id`."""
        insist(self.type == "group", f"{self!r} is a supergroup already")
        with self.world.lock:
            new = self.world.new_large_id()
            self.world.receive(self, extra={"migrate_to_chat_id": new})
            old = self.id
            self.former_ids.append(old)
            self.id, self.type = new, "supergroup"
            self.world.chats[new] = self
            self.world.receive(self, extra={"migrate_from_chat_id": old})
            return new

    def check_writing(self) -> None:
        """Raise `Verdict` where only administrators may write and the bot is none."""
        if not self.members_may_write and self.bot.status != "administrator":
            raise refuse("not enough rights to send text messages to the chat")

    def check_thread(self, thread_id: int) -> None:
        """Raise `Verdict` where the bot can't write into this topic."""
        topic = self.topics.get(thread_id)
        if topic is None or topic.deleted:
            raise refuse("message thread not found")
        if topic.closed and self.bot.status != "administrator":
            raise refuse("TOPIC_CLOSED")
