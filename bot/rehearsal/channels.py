"""Channels: one speaks, all read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rehearsal.chats import CHANNEL_RIGHTS, RIGHTS, Chat, Standing
from bot.rehearsal.entities import read_text
from bot.rehearsal.expectations import insist
from bot.rehearsal.messages import Message
from bot.rehearsal.verdicts import refuse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.rehearsal.people import Person
    from bot.rehearsal.worlds import World


class Channel(Chat):
    """A channel; `posts` (or `messages`) is what the bot sent there. The bot has to be added first."""

    def __init__(
        self,
        world: World,
        chat_id: int,
        title: str,
        *,
        administrators: Iterable[Person] = (),
        username: str | None = None,
    ) -> None:
        super().__init__(world, chat_id, "channel", title, username)
        full = Standing("administrator", frozenset(RIGHTS + CHANNEL_RIGHTS))
        self.people: dict[int, Standing] = {person.id: full for person in administrators}

    @property
    def posts(self) -> list[Message]:
        """What the bot sent here, in order, in its current form; deleted posts are gone."""
        return self.messages

    def standing_of(self, user_id: int) -> Standing:
        """What the person with this id is here."""
        return self.bot if user_id == self.world.bot_id else self.people.get(user_id, Standing())

    def add_bot(
        self, by: Person, *, can_post: bool = True, can_edit: bool = False, can_delete: bool = False
    ) -> int | None:
        """Make the bot an administrator (or change its rights); it is told (my_chat_member)."""
        wanted = {
            "can_manage_chat": True,
            "can_post_messages": can_post,
            "can_edit_messages": can_edit,
            "can_delete_messages": can_delete,
        }
        rights = frozenset(name for name, granted in wanted.items() if granted)
        return self.set_bot(by, Standing("administrator", rights))

    def remove_bot(self, by: Person) -> int | None:
        """Throw the bot out; it is told (my_chat_member)."""
        return self.set_bot(by, Standing("kicked"))

    def posts_text(self, text: str, *, author: Person | None = None) -> Message:
        """A post made by an administrator; signed where *author* is given. The bot sees it if it is in the channel."""
        if author:
            insist(self.standing_of(author.id).status == "administrator", f"{author!r} may not post here")
        plain, entities = read_text(text)
        extra = {"author_signature": author.first_name} if author else {}
        return self.world.receive(self, text=plain, entities=entities, extra=extra)

    def edits_post(self, message: Message, text: str) -> int | None:
        """Change a post of an administrator; gives the id of the update."""
        return self.world.edit_received(message, text)

    def check_writing(self) -> None:
        """Raise `Verdict` where the bot may not post."""
        if "can_post_messages" not in self.bot.rights:
            raise refuse("need administrator rights in the channel chat")
