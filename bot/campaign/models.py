"""The tables: every noun that the campaign keeps."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from sqlalchemy import Column, ForeignKey, Index, Integer, String, UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.campaign.columns import ExactNumber, instant_column, sealed_column, word_column
from bot.campaign.secrets import EncryptedId, EncryptedText


class Kind(StrEnum):
    """What a post is."""

    STATEMENT = "statement"
    UPDATE = "update"
    ACTION = "action"
    COLLECTION = "collection"


class State(StrEnum):
    """Where a post stands on its way to readers."""

    DRAFT = "draft"
    REVIEW = "review"
    PUBLISHED = "published"
    RETRACTED = "retracted"


class Precision(StrEnum):
    """How exactly a text states its date."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class SummaryOrigin(StrEnum):
    """Whether a summary is made of the source's own sentences or was written by a coordinator."""

    EXTRACTED = "extracted"
    WRITTEN = "written"


class WordingOrigin(StrEnum):
    """Whether a wording is the text as issued or a person's translation."""

    ORIGINAL = "original"
    TRANSLATION = "translation"


class ChatKind(StrEnum):
    """The three kinds of places where the bot speaks."""

    PRIVATE = "private"
    GROUP = "group"
    CHANNEL = "channel"


class Schedule(StrEnum):
    """How often a chat hears from us unasked."""

    NEVER = "never"
    NOW = "now"
    DAILY = "daily"
    WEEKLY = "weekly"


class ChatState(StrEnum):
    """Whether a chat can be reached."""

    ACTIVE = "active"
    PAUSED = "paused"
    OFF = "off"


class Role(StrEnum):
    """What a member of the team may do."""

    COORDINATOR = "coordinator"
    OWNER = "owner"


class ProposalKind(StrEnum):
    """What the reading of a text may propose to a coordinator."""

    FIGURE = "figure"
    CALL = "call"


class DeliveryState(StrEnum):
    """Where one message to one chat stands."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    DEFERRED = "deferred"
    DEAD = "dead"
    UNCERTAIN = "uncertain"


class Post(SQLModel, table=True):
    """A statement, update, call to action or collection. Its number is its own for ever."""

    __tablename__: ClassVar[str] = "post"
    __table_args__ = (Index("post_published", "state", "published_at"), {"sqlite_autoincrement": True})

    number: int | None = Field(default=None, primary_key=True)
    kind: Kind = Field(sa_column=word_column(Kind))
    state: State = Field(default=State.DRAFT, sa_column=word_column(State))
    language: str  # of the wording it was issued in
    series: str | None = None
    week: int | None = None
    issued_on: date | None = None
    issued_precision: Precision = Field(default=Precision.DAY, sa_column=word_column(Precision))
    source_url: str | None = Field(default=None, sa_column=sealed_column("post.source_url"))
    warning: str | None = Field(default=None, sa_column=sealed_column("post.warning"))
    urgent: bool = False
    parent: int | None = Field(default=None, sa_column=Column(ForeignKey("post.number"), index=True))
    position: int = 0
    deadline: datetime | None = Field(default=None, sa_column=instant_column())
    deadline_zone: str | None = None
    place: str | None = Field(default=None, sa_column=sealed_column("post.place"))
    link: str | None = Field(default=None, sa_column=sealed_column("post.link"))
    created_at: datetime = Field(sa_column=instant_column(nullable=False))
    written_by: int | None = Field(default=None, foreign_key="coordinator.id")
    submitted_by: int | None = Field(default=None, foreign_key="coordinator.id")
    submitted_hash: str | None = None  # of exactly what waits for approval
    approved_by: int | None = Field(default=None, foreign_key="coordinator.id")
    publish_at: datetime | None = Field(default=None, sa_column=instant_column(index=True))
    published_at: datetime | None = Field(default=None, sa_column=instant_column())

    @property
    def id(self) -> int:
        """The number of a post that is kept."""
        assert self.number is not None  # noqa: S101 - a row that was never stored is a mistake of ours
        return self.number


class Issuer(SQLModel, table=True):
    """One of those who issued a post, named as printed."""

    __tablename__: ClassVar[str] = "issuer"
    post: int = Field(sa_column=Column(ForeignKey("post.number", ondelete="CASCADE"), primary_key=True))
    position: int = Field(primary_key=True)
    name: str = Field(sa_column=sealed_column("issuer.name", nullable=False))


class PostLink(SQLModel, table=True):
    """A post that speaks of another."""

    __tablename__: ClassVar[str] = "post_link"
    post: int = Field(sa_column=Column(ForeignKey("post.number", ondelete="CASCADE"), primary_key=True))
    other: int = Field(sa_column=Column(ForeignKey("post.number", ondelete="CASCADE"), primary_key=True))


class Wording(SQLModel, table=True):
    """A post's text in one language, one version of it."""

    __tablename__: ClassVar[str] = "wording"
    __table_args__ = (UniqueConstraint("post", "language", "version"),)

    id: int | None = Field(default=None, primary_key=True)
    post: int = Field(sa_column=Column(ForeignKey("post.number", ondelete="CASCADE"), nullable=False))
    language: str
    version: int = 1
    title: str | None = Field(default=None, sa_column=sealed_column("wording.title"))
    short: str | None = Field(default=None, sa_column=sealed_column("wording.short"))
    body: str = Field(default="", sa_column=sealed_column("wording.body", nullable=False))
    source: str = Field(default="", sa_column=sealed_column("wording.source", nullable=False))  # as it came in
    summary: str | None = Field(default=None, sa_column=sealed_column("wording.summary"))
    summary_origin: SummaryOrigin = Field(default=SummaryOrigin.EXTRACTED, sa_column=word_column(SummaryOrigin))
    origin: WordingOrigin = Field(default=WordingOrigin.ORIGINAL, sa_column=word_column(WordingOrigin))
    problems: str | None = Field(default=None, sa_column=sealed_column("wording.problems"))  # JSON, for the card
    # Of a part: what whoever collected the texts says before it, and is no part of it.
    remark: str | None = Field(default=None, sa_column=sealed_column("wording.remark"))


class Figure(SQLModel, table=True):
    """A number that somebody reports. Differing reports are rows of their own and never merged."""

    __tablename__: ClassVar[str] = "figure"

    id: int | None = Field(default=None, primary_key=True)
    post: int = Field(sa_column=Column(ForeignKey("post.number", ondelete="CASCADE"), nullable=False, index=True))
    language: str
    what: str = Field(sa_column=sealed_column("figure.what", nullable=False))
    value: Decimal | None = Field(default=None, sa_column=Column(ExactNumber()))
    low: Decimal | None = Field(default=None, sa_column=Column(ExactNumber()))
    high: Decimal | None = Field(default=None, sa_column=Column(ExactNumber()))
    qualifier: str | None = Field(default=None, sa_column=sealed_column("figure.qualifier"))
    unit: str | None = Field(default=None, sa_column=sealed_column("figure.unit"))
    as_of: date | None = None
    source: str | None = Field(default=None, sa_column=sealed_column("figure.source"))
    quote: str = Field(sa_column=sealed_column("figure.quote", nullable=False))


class Proposal(SQLModel, table=True):
    """A figure or call that was read in a text and waits for a coordinator's word; it never reaches readers."""

    __tablename__: ClassVar[str] = "proposal"

    id: int | None = Field(default=None, primary_key=True)
    post: int = Field(sa_column=Column(ForeignKey("post.number", ondelete="CASCADE"), nullable=False, index=True))
    language: str
    kind: ProposalKind = Field(sa_column=word_column(ProposalKind))
    content: str = Field(sa_column=sealed_column("proposal.content", nullable=False))  # JSON


class Chat(SQLModel, table=True):
    """A person, group or channel that chose something here. No name, no title, no username."""

    __tablename__: ClassVar[str] = "chat"
    __table_args__ = (Index("chat_due", "state", "next_due"),)

    id: int | None = Field(default=None, primary_key=True)
    kind: ChatKind = Field(sa_column=word_column(ChatKind))
    telegram: int = Field(sa_column=Column(EncryptedId("chat.telegram"), nullable=False, unique=True))
    topic: int | None = None  # a forum's thread, where the digest goes
    state: ChatState = Field(default=ChatState.ACTIVE, sa_column=word_column(ChatState))
    language: str | None = None  # of the interface; None while nobody chose
    languages: str = ""  # of the digest: "en", "fa" or "en+fa"
    zone: str | None = None
    schedule: Schedule = Field(default=Schedule.NEVER, sa_column=word_column(Schedule))
    weekday: int = 6  # Monday is 0
    minute: int = 18 * 60  # of the local day
    kinds: str = "statements,updates,actions"
    next_due: datetime | None = Field(default=None, sa_column=instant_column())  # a cache of the rule below
    decided_until: datetime | None = Field(default=None, sa_column=instant_column())  # slots up to here were decided
    covered_until: datetime | None = Field(
        default=None, sa_column=instant_column()
    )  # news up to here was sent or was none
    off_since: datetime | None = Field(default=None, sa_column=instant_column())
    joined_week: date | None = None  # the Monday of it
    seen_week: date | None = None


class Slot(SQLModel, table=True):
    """A digest that was decided: one chat, one local date, once."""

    __tablename__: ClassVar[str] = "slot"
    chat: int = Field(sa_column=Column(ForeignKey("chat.id", ondelete="CASCADE"), primary_key=True))
    local_date: date = Field(primary_key=True)
    run: str = Field(sa_column=Column(String(32), nullable=False, index=True))


class Coordinator(SQLModel, table=True):
    """A member of the team, under a name chosen here; `mac` holds person, role and alias together."""

    __tablename__: ClassVar[str] = "coordinator"

    id: int | None = Field(default=None, primary_key=True)
    telegram: int | None = Field(default=None, sa_column=Column(EncryptedId("coordinator.telegram"), unique=True))
    role: Role = Field(sa_column=word_column(Role))
    alias: str
    mac: str
    awaiting: str | None = Field(default=None, sa_column=sealed_column("coordinator.awaiting"))  # a command line
    awaiting_since: datetime | None = Field(default=None, sa_column=instant_column())
    removed_at: datetime | None = Field(default=None, sa_column=instant_column())


class Piece(SQLModel, table=True):
    """One message of a text that came in several."""

    __tablename__: ClassVar[str] = "piece"
    id: int | None = Field(default=None, primary_key=True)
    post: int = Field(sa_column=Column(ForeignKey("post.number", ondelete="CASCADE"), nullable=False, index=True))
    language: str
    text: str = Field(sa_column=sealed_column("piece.text", nullable=False))
    spans: str | None = Field(default=None, sa_column=sealed_column("piece.spans"))  # JSON: bold, links, quotations


class Invite(SQLModel, table=True):
    """A one-time code, kept as its hash; unused, it is valid no longer than its maker is of the team."""

    __tablename__: ClassVar[str] = "invite"
    code_hash: str = Field(primary_key=True)
    role: Role = Field(sa_column=word_column(Role))
    expires_at: datetime = Field(sa_column=instant_column(nullable=False))
    used_at: datetime | None = Field(default=None, sa_column=instant_column())
    made_by: int | None = Field(default=None, foreign_key="coordinator.id")  # None: the operator


class AuditEntry(SQLModel, table=True):
    """Who of the team did what; each entry seals the one before."""

    __tablename__: ClassVar[str] = "audit"
    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(sa_column=instant_column(nullable=False))
    alias: str
    action: str
    post: int | None = None
    # A record that was tampered with is still shown; its seal tells.
    detail: str = Field(default="", sa_column=Column(EncryptedText("audit.detail", broken="…"), nullable=False))
    seal: str


class Letter(SQLModel, table=True):
    """What goes to many, rendered once a reason, language and part."""

    __tablename__: ClassVar[str] = "letter"
    __table_args__ = (UniqueConstraint("key", "language", "part"),)

    id: int | None = Field(default=None, primary_key=True)
    key: str
    purpose: str
    language: str
    part: int
    post: int | None = Field(default=None, sa_column=Column(ForeignKey("post.number", ondelete="CASCADE")))
    html: str = Field(sa_column=sealed_column("letter.html", nullable=False))
    buttons: str = "[]"  # JSON rows of [label, command | null, url | null]
    created_at: datetime = Field(sa_column=instant_column(nullable=False))


class Delivery(SQLModel, table=True):
    """One letter to one chat."""

    __tablename__: ClassVar[str] = "delivery"
    __table_args__ = (
        UniqueConstraint("letter", "chat"),
        Index("delivery_waiting", "state", "not_before", "attempts", "id"),
        Index("delivery_chat", "chat", "state"),
    )

    id: int | None = Field(default=None, primary_key=True)
    letter: int = Field(sa_column=Column(ForeignKey("letter.id", ondelete="CASCADE"), nullable=False))
    chat: int = Field(sa_column=Column(ForeignKey("chat.id", ondelete="CASCADE"), nullable=False))
    state: DeliveryState = Field(default=DeliveryState.PENDING, sa_column=word_column(DeliveryState))
    attempts: int = 0
    not_before: datetime = Field(sa_column=instant_column(nullable=False))
    message: int | None = Field(default=None, sa_column=Column(Integer))  # Telegram's id of the copy
    reason: str | None = None  # why it is deferred, dead or uncertain
    plain: bool = False  # Telegram couldn't parse it; it goes once more without markup
    done_at: datetime | None = Field(default=None, sa_column=instant_column())


class HandledUpdate(SQLModel, table=True):
    """An update whose effect is kept, so that it never happens twice; its answer until that is delivered."""

    __tablename__: ClassVar[str] = "handled_update"
    update: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    at: datetime = Field(sa_column=instant_column(nullable=False))
    answer: str | None = Field(default=None, sa_column=sealed_column("handled_update.answer"))


class Fact(SQLModel, table=True):
    """A thing the bot remembers about itself: the key check, its own username."""

    __tablename__: ClassVar[str] = "fact"
    name: str = Field(primary_key=True)
    value: str
