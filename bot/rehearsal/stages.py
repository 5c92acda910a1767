"""The stage of a rehearsal: who is there, where they meet, and what they have said before the curtain rises."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.rehearsal.channels import Channel
from bot.rehearsal.chats import Chat
from bot.rehearsal.groups import Group
from bot.rehearsal.people import Person
from bot.rehearsal.standins import StandIn

USERNAME = "solidarity_rehearsal_bot"
GROUP = "Solidarity Friends · یاران همبستگی"
CHANNEL = "Solidarity News · خبرهای همبستگی"
_LINK = re.compile(r"https://t\.me/\S+\?start=invite_[\w-]+")


@dataclass(frozen=True)
class Role:
    """One of the people: their key on the page, name, role and Telegram's language."""

    key: str
    name: str
    role: str
    language: str


CAST = (
    Role("tom", "Tom", "member", "en"),
    Role("sara", "Sara", "member", "fa"),
    Role("nasrin", "Nasrin", "coordinator", "en"),
    Role("dara", "Dara", "coordinator", "fa"),
)


@dataclass(frozen=True)
class Place:
    """A chat as the page knows it; *writers* are the keys of who may write there, the usual one first."""

    key: str
    role: str
    language: str
    chat: Chat
    writers: tuple[str, ...]


class Stage:
    """Telegram with the people, the group and the channel of a rehearsal; its clock runs *shift* seconds ahead."""

    def __init__(self) -> None:
        self.shift = 0.0
        self.telegram = StandIn(username=USERNAME, now=self.now)
        self.people: dict[str, Person] = {
            one.key: self.telegram.person(one.name, language_code=one.language) for one in CAST
        }
        tom, sara, nasrin, dara = self.people.values()
        self.group: Group = self.telegram.group(GROUP, members=[tom, sara], administrators=[nasrin])
        self.channel: Channel = self.telegram.channel(CHANNEL, administrators=[nasrin, dara])
        private = [Place(one.key, one.role, one.language, self.people[one.key].chat, (one.key,)) for one in CAST]
        group = Place("group", "group", "en", self.group, ("tom", "sara", "nasrin"))
        channel = Place("channel", "channel", "en", self.channel, ("nasrin", "dara"))
        self.places: dict[str, Place] = {place.key: place for place in (*private, group, channel)}

    def now(self) -> datetime:
        """The moment it is on this stage, in UTC."""
        return datetime.now(UTC) + timedelta(seconds=self.shift)

    def place_of(self, chat: Chat) -> Place | None:
        """The place that this chat is."""
        return next((place for place in self.places.values() if place.chat is chat), None)

    def key_of(self, person: Person | None) -> str | None:
        """The key of a person."""
        return next((key for key, one in self.people.items() if one is person), None)

    def set(self, invitation: str) -> None:
        """What has happened before: the team is together, and the channel gets every post at once, in both languages.

        *invitation* is a one-time code for an owner. The bot must be serving. Raises AssertionError where it does not
        answer.
        """
        nasrin, dara = self.people["nasrin"], self.people["dara"]
        nasrin.says(f"/start invite_{invitation}")
        self.telegram.settle(20)
        nasrin.says("/invite coordinator")
        self.telegram.settle(20)
        link = _LINK.search(self._newest_links(nasrin))
        if link is None:
            raise AssertionError("the bot made no invitation")
        dara.opens(link[0])
        self.telegram.settle(20)
        self.channel.add_bot(by=nasrin, can_post=True, can_edit=True, can_delete=True)
        self.telegram.settle(20)
        self.channel.posts_text("/subscribe now en+fa", author=nasrin)
        self.telegram.settle(20)

    def _newest_links(self, person: Person) -> str:
        """The text of the bot's newest message to *person*, and where its links and buttons lead."""
        message = person.chat.last
        links = [button.url or "" for button in message.all_buttons]
        links += [str(entity.get("url", "")) for entity in message.entities]
        return " ".join([message.text, *links])
