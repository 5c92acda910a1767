"""People of a team who talk to the whole table of commands, as in their private chats."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot.campaign import people, posts
from bot.campaign.database import Database
from bot.campaign.models import ChatKind, Role, Wording
from bot.campaign.posts import Entry
from bot.commands import table
from bot.commands.ask import Ask, Paper, Rules
from bot.commands.routes import parse
from bot.documents.files.loading import open_file
from bot.documents.markdown import bodies
from bot.documents.spans import Span, SpanKind
from bot.refusals import Refused
from bot.words import troubles
from bot.words.languages import language
from bot.words.message import Button, Message
from bot.words.message import plain as text_of

STATEMENT = """Harbour workers lay down their work

Statement by the Harbour Workers’ Committee

12 January 2026

On Monday the night shift of the southern docks laid down its work. It asks for wages that were held back since autumn.

At least 340 people took part, according to the committee. Nobody was hurt.

The committee calls on all ports to stand with them, and thanks the bakers who brought bread at dawn.
"""
UPDATE = STATEMENT.replace("Harbour workers lay down their work", "Port Notes: Week 7")
FARSI = """کارگران بندر دست از کار کشیدند

بیانیهٔ کمیتهٔ کارگران بندر

۲۲ دی ۱۴۰۴

روز دوشنبه کارگران شیفت شب اسکله‌های جنوبی دست از کار کشیدند. آنان دستمزدهایی را می‌خواهند که از پاییز پرداخت نشده است.

به گفتهٔ کمیته، دست‌کم ۳۴۰ نفر در این اعتصاب شرکت کردند. کسی آسیب ندید.
"""

MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u2066\u2067\u2068\u2069"))


@dataclass(frozen=True)
class Heard:
    """An answer as the asker sees it."""

    messages: tuple[Message, ...]

    @property
    def text(self) -> str:
        """All that it says, without direction marks."""
        return "\n\n".join(text_of(message.html) for message in self.messages).translate(MARKS)

    @property
    def buttons(self) -> list[Button]:
        """All its buttons in order."""
        return [button for message in self.messages for row in message.rows for button in row]

    @property
    def commands(self) -> list[str]:
        """The command lines behind its buttons."""
        return [button.command for button in self.buttons if button.command]


@dataclass
class Office:
    """A campaign with a clock that a test sets, and a review rule."""

    database: Database
    now: datetime = datetime(2026, 1, 20, 12, tzinfo=UTC)
    review: str = "auto"
    updates: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    def joins(self, telegram: int, role: Role = Role.COORDINATOR, language: str = "en") -> Member:
        """Somebody new in the team."""
        with self.database.writing() as db:
            who = people.accept(db, people.invite(db, role, 1, self.now), telegram, self.now)
            return Member(self, telegram, language, who.id or 0, who.alias)

    def stranger(self, telegram: int, language: str = "en") -> Member:
        """Somebody who is not in the team."""
        return Member(self, telegram, language, 0, "")


@dataclass
class Member:
    """A person in a private chat with the bot."""

    office: Office
    telegram: int
    language: str
    number: int
    alias: str

    def says(self, line: str, *, pressed: bool = False) -> Heard:
        """Type *line*, a command with following lines or a plain message."""
        found = parse(line, "solidarity_bot")
        if found is None:
            return self._asks(text=line)
        name, arguments, text = found
        return self._asks(command=name, arguments=arguments, text=text, pressed=pressed)

    def presses(self, command: str) -> Heard:
        """Press a button."""
        return self.says(command, pressed=True)

    def forwards(self, text: str, *spans: Span) -> Heard:
        """Forward a message, *spans* being what is set off in it."""
        return self._asks(text=text, spans=spans, forwarded=True)

    def uploads(self, name: str, content: bytes) -> Heard:
        """Send a file."""
        try:
            return self._asks(file=Paper(name, open_file(name, content)))
        except Refused as refused:
            return Heard((troubles.refusal(language(self.language), refused),))

    def _asks(
        self, *, command: str = "", arguments: str = "", text: str = "", spans: tuple[Span, ...] = (),
        file: Paper | None = None, pressed: bool = False, forwarded: bool = False,
    ) -> Heard:  # fmt: skip
        self.office.now += timedelta(seconds=1)
        ask = Ask(
            now=self.office.now, rules=Rules("solidarity_bot", "UTC", "en", self.office.review),
            kind=ChatKind.PRIVATE, chat=self.telegram, language=self.language, command=command, arguments=arguments,
            text=text, spans=spans, file=file, pressed=pressed, forwarded=forwarded,
        )  # fmt: skip
        answer = table.answer(self.office.database, ask, next(self.office.updates))
        return Heard(answer.messages if answer else ())


def span(text: str, words: str, kind: SpanKind, url: str | None = None) -> Span:
    """The first place of *words* in *text*, set off."""
    start = text.index(words)
    return Span(start, start + len(words), kind, url)


def entry(office: Office, number: int = 1) -> Entry:
    """A post, gathered."""
    with office.database.reading() as db:
        return posts.entry(db, posts.kept(db, number))


def count(office: Office) -> int:
    """How many drafts there are."""
    with office.database.reading() as db:
        return len(posts.drafts(db))


def plain(wording: Wording) -> str:
    """The words of a text, spaced singly."""
    return " ".join(bodies.read(wording.body).plain().split())
