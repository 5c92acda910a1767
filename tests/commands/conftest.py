"""A campaign on disk, and people who ask it things."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlmodel import Session

from bot.campaign import figures, posts, search
from bot.campaign.database import Database
from bot.campaign.models import (
    ChatKind,
    Figure,
    Kind,
    Post,
    Precision,
    Role,
    State,
    SummaryOrigin,
    Wording,
    WordingOrigin,
)
from bot.commands.ask import Answer, Ask, Rules
from bot.words.message import Button, plain
from bot.words.posts import fold_for_search
from tests.commands.coordinators import Member, Office

Function = Callable[[Ask, Session], Answer]


@dataclass(frozen=True)
class Heard:
    """An answer as the asker sees it."""

    answer: Answer

    @property
    def text(self) -> str:
        """All that it says, as plain text without direction marks."""
        whole = "\n\n".join(plain(message.html) for message in self.answer.messages)
        return "".join(char for char in whole if char not in "\u200e\u200f\u2066\u2067\u2068\u2069")

    @property
    def buttons(self) -> list[Button]:
        """All its buttons, in order."""
        return [button for message in self.answer.messages for row in message.rows for button in row]

    @property
    def commands(self) -> list[str]:
        """The command lines behind its buttons."""
        return [button.command for button in self.buttons if button.command]

    @property
    def urls(self) -> list[str]:
        """The links behind its buttons."""
        return [button.url for button in self.buttons if button.url]


@dataclass
class Campaign:
    """A database, a clock that a test sets, and short ways to publish and to ask."""

    db: Database
    now: datetime = datetime(2026, 1, 20, 12, tzinfo=UTC)
    rules: Rules = field(default_factory=lambda: Rules("solidarity_bot", "UTC", "en", "auto"))

    def publish(
        self,
        body: str = "",
        *,
        title: str | None = None,
        kind: Kind = Kind.STATEMENT,
        language: str = "en",
        state: State = State.PUBLISHED,
        issuers: tuple[str, ...] = (),
        issued_on: date | None = None,
        precision: Precision = Precision.DAY,
        summary: str | None = None,
        origin: SummaryOrigin = SummaryOrigin.EXTRACTED,
        **fields: Any,
    ) -> int:
        """Put a post before the readers, one minute after the one before; its number."""
        self.now += timedelta(minutes=1)
        with self.db.writing() as db:
            post = posts.create(db, kind, language, self.now, None)
            post.issued_on, post.issued_precision = issued_on, precision
            for name, value in fields.items():
                assert name in Post.model_fields, name
                setattr(post, name, value)
            post.state, post.published_at = state, self.now
            posts.set_issuers(db, post, issuers)
            self._word(db, post, language, title, body, summary, origin, WordingOrigin.ORIGINAL)
            return post.id

    def translate(
        self, number: int, language: str, body: str, title: str | None = None, summary: str | None = None
    ) -> None:
        """Add a person's translation to a post."""
        with self.db.writing() as db:
            post = posts.kept(db, number)
            origin = SummaryOrigin.WRITTEN if summary else SummaryOrigin.EXTRACTED
            self._word(db, post, language, title, body, summary, origin, WordingOrigin.TRANSLATION)

    def _word(
        self, db: Session, post: Post, language: str, title: str | None, body: str, summary: str | None,
        origin: SummaryOrigin, of: WordingOrigin,
    ) -> None:  # fmt: skip
        wording = Wording(
            post=post.id, language=language, title=title, body=body, source=body, summary=summary,
            summary_origin=origin, origin=of,
        )  # fmt: skip
        db.add(wording)
        db.flush()
        search.index(db, wording.id or 0, *fold_for_search(wording))

    def report(self, post: int, what: str, value: int | str | None = None, **fields: Any) -> None:
        """Keep a figure that *post* reports."""
        known: dict[str, Any] = {"quote": f"{value} {what}", "language": "en"}
        number = Decimal(value) if value is not None else None
        with self.db.writing() as db:
            figures.add(db, Figure(post=post, what=what, value=number, **(known | fields)))

    def ask(
        self,
        function: Function,
        arguments: str = "",
        *,
        language: str = "en",
        kind: ChatKind = ChatKind.PRIVATE,
        text: str = "",
        role: Role | None = None,
        coordinator: int | None = None,
        writes: bool = False,
    ) -> Heard:
        """What *function* answers somebody who typed its name and *arguments*."""
        asked = Ask(
            now=self.now, rules=self.rules, kind=kind, chat=1001, language=language, command=function.__name__,
            arguments=arguments, text=text, role=role, coordinator=coordinator,
        )  # fmt: skip
        with self.db.writing() if writes else self.db.reading() as db:
            return Heard(function(asked, db))


@pytest.fixture
def campaign(database: Database) -> Campaign:
    """A new campaign without any post."""
    return Campaign(database)


@pytest.fixture
def office(database: Database) -> Office:
    """A campaign without a team."""
    return Office(database)


@pytest.fixture
def nasrin(office: Office) -> Member:
    """The owner."""
    return office.joins(1, Role.OWNER)


@pytest.fixture
def tom(office: Office, nasrin: Member) -> Member:
    """A second coordinator, so that two are asked for."""
    return office.joins(2)
