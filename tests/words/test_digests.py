"""What goes out unasked: digests and the message about one new post."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.campaign.models import Figure, Kind, Post, SummaryOrigin, Wording
from bot.campaign.posts import Entry
from bot.rehearsal import markup, tdlib
from bot.words.digests import News, digest, is_empty, publication
from bot.words.languages import Language, codes, language
from bot.words.message import Message, plain, units

ENGLISH, FARSI = language("en"), language("fa")
BOTH = pytest.mark.parametrize("reader", [ENGLISH, FARSI], ids=["en", "fa"])
UNTIL = datetime(2026, 1, 18, 17, tzinfo=UTC)


def entry(
    number: int,
    title: str | None,
    body: str = "The bakers went on strike. Nobody was hurt.",
    *,
    kind: Kind = Kind.STATEMENT,
    issuers: tuple[str, ...] = (),
    parts: tuple[int, ...] = (),
    farsi: str | None = None,
    summary: str | None = None,
    **fields: Any,
) -> Entry:
    """A published post as it comes from the database."""
    post = Post(number=number, kind=kind, language="en", created_at=UNTIL, **fields)
    written = SummaryOrigin.WRITTEN if summary else SummaryOrigin.EXTRACTED
    words = {"en": Wording(post=number, language="en", title=title, body=body, summary=summary, summary_origin=written)}
    if farsi:
        words["fa"] = Wording(post=number, language="fa", title=farsi, body="نانوایان اعتصاب کردند.")
    return Entry(post, issuers, words, (), parts)


def news(**fields: Any) -> News:
    """The news of a week that ends on Sunday 18 January 2026, 18:00 in Berlin."""
    known: dict[str, Any] = {"since": UNTIL - timedelta(days=7), "until": UNTIL, "zone": "Europe/Berlin"}
    return News(**(known | {"username": "solidarity_bot"} | fields))


def text_of(messages: list[Message]) -> str:
    """All that is said, as plain text without direction marks."""
    whole = "\n\n".join(plain(message.html) for message in messages)
    return "".join(char for char in whole if char not in "\u200e\u200f\u2066\u2067\u2068\u2069")


def urls_of(messages: list[Message]) -> list[str | None]:
    """The links behind all buttons."""
    return [button.url for message in messages for row in message.rows for button in row]


FULL = news(
    update=entry(9, "Week 9", kind=Kind.UPDATE, issuers=("Reporters",), farsi="هفتهٔ ۹"),
    statements=[entry(10, "To all\nbakers", issuers=("Bakers’ Union",)), entry(11, "Voices", parts=(12, 13, 14))],
    actions=[
        entry(
            15,
            "Rally",
            kind=Kind.ACTION,
            deadline=UNTIL + timedelta(days=1),
            deadline_zone="Asia/Tehran",
            place="Square",
        )
    ],
    figures=[
        (
            Figure(post=9, language="en", what="arrested", value=Decimal(19), source="The daily", quote="19"),
            entry(9, "Week 9"),
        ),
        (
            Figure(post=10, language="en", what="arrested", value=Decimal(31), source="Doctors", quote="31"),
            entry(10, "To all"),
        ),
    ],
)


def test_a_digest_has_the_week_in_one_message() -> None:
    """Update, statements with their issuers, open calls with deadlines, figures with who reports them, the way out."""
    (message,) = digest(ENGLISH, FULL)
    text = text_of([message])
    for fact in (
        "Weekly digest, 11 January 2026 to 18 January 2026", "Week 9", "Reporters", "The bakers went on strike.",
        "2 new statements", "To all bakers", "Bakers’ Union", "A collection of 3 texts", "Rally",
        "Monday 19 January 2026, 20:30 (Tehran time)", "Square", "19 (date not given in the text; source: The daily)",
        "source: Doctors", "Sources differ.", "You receive this because you subscribed. /unsubscribe",
    ):  # fmt: skip
        assert fact in text
    assert "late" not in text


def test_a_daily_digest_names_its_day() -> None:
    """The day is that of the reader's zone, in the reader's calendar."""
    late_evening = news(until=datetime(2026, 1, 18, 23, 30, tzinfo=UTC), statements=[entry(1, "A")])
    assert "Daily digest, 19 January 2026" in text_of(digest(ENGLISH, late_evening, daily=True))
    assert "۲۹ دی ۱۴۰۴" in text_of(digest(FARSI, late_evening, daily=True))


@BOTH
def test_links_open_the_bot_in_the_readers_language(reader: Language) -> None:
    """Channels can't have buttons that ask the bot, so each is a link; a Farsi digest leads to Farsi texts."""
    for messages in (digest(reader, FULL), publication(reader, FULL.statements[0], "solidarity_bot")):
        buttons = [button for message in messages for row in message.rows for button in row]
        assert buttons
        assert all(button.command is None for button in buttons)
        ending = "_fa" if reader == FARSI else ""
        assert f"https://t.me/solidarity_bot?start=read_10{ending}" in urls_of(messages)


@BOTH
def test_a_late_digest_says_so(reader: Language) -> None:
    """Who gets a digest after its time is told that it is late."""
    late = news(statements=FULL.statements, late=True)
    timely = news(statements=FULL.statements)
    assert len(text_of(digest(reader, late))) > len(text_of(digest(reader, timely)))


@BOTH
def test_a_statement_in_the_other_language_is_noted(reader: Language) -> None:
    """A text without a wording in the reader's language keeps its title and gets one note."""
    text = text_of(digest(reader, news(statements=[entry(1, "Only here", farsi=None)])))
    assert "Only here" in text
    assert (ENGLISH.name_of("en") in text or FARSI.name_of("en") in text) == (reader == FARSI)


def test_a_warning_goes_before_the_words() -> None:
    """A statement with a warning shows the warning and none of its sentences."""
    hard = entry(1, "Hard", warning="Speaks of killings.")
    text = text_of(digest(ENGLISH, news(statements=[hard])))
    assert "Speaks of killings." in text
    assert "The bakers went on strike." not in text
    alone = text_of(publication(ENGLISH, hard, "solidarity_bot"))
    assert alone.index("Speaks of killings.") < alone.index("The bakers went on strike.")


def test_the_update_is_brief_and_says_whose_words_it_has() -> None:
    """At most three sentences, and whether they are the source's."""
    written = entry(9, "Week 9", kind=Kind.UPDATE, summary="One. Two. Three. Four. Five.")
    text = text_of(digest(ENGLISH, news(update=written)))
    assert "Three." in text
    assert "Four." not in text
    assert "coordinator wrote" in text


@BOTH
def test_a_bot_that_does_not_know_its_name_makes_no_dead_links(reader: Language) -> None:
    """Before its first run there are no links; the command that reads the text is named instead."""
    nameless = news(statements=FULL.statements, username="")
    messages = [*digest(reader, nameless), *publication(reader, FULL.statements[0], "")]
    assert not any("t.me" in message.html or message.rows for message in messages)
    assert "/read 10" in text_of(messages)


def test_nothing_is_left_out_unsaid() -> None:
    """What has no room is counted, with the command that lists it."""
    many = news(
        statements=[entry(n, f"Statement {n}") for n in range(1, 21)],
        actions=[entry(n, f"Call {n}", kind=Kind.ACTION) for n in range(30, 40)],
        figures=[
            (Figure(post=1, language="en", what=f"thing {n}", value=Decimal(n), quote="q"), entry(1, "Statement 1"))
            for n in range(9)
        ],
    )
    text = text_of(digest(ENGLISH, many))
    assert "20 new statements" in text
    for rest in ("12 more are in /statements", "5 more are in /actions", "3 more are in /figures"):
        assert rest in text


@BOTH
def test_no_news_is_no_empty_message(reader: Language) -> None:
    """An empty stretch is called empty, and a preview of it still says something."""
    assert is_empty(news())
    assert not any(
        is_empty(news(**{name: getattr(FULL, name)})) for name in ("update", "statements", "actions", "figures")
    )
    assert len(text_of(digest(reader, news()))) > 40


def test_a_publication_stands_alone() -> None:
    """Title, issuer, date, whose words the summary has, and for a call the way to join."""
    rally = entry(
        15,
        "Rally",
        kind=Kind.ACTION,
        issuers=("Bakers’ Union",),
        issued_on=date(2026, 1, 12),
        link="https://example.org/join",
    )
    messages = publication(ENGLISH, rally, "solidarity_bot")
    text = text_of(messages)
    for fact in ("Rally", "Bakers’ Union", "12 January 2026", "word for word", "The bakers went on strike."):
        assert fact in text
    assert urls_of(messages) == ["https://t.me/solidarity_bot?start=read_15", "https://example.org/join"]


TEXTS = st.text(st.sampled_from("ab <>&\"'*_`[]()/@#\n\u200f\u202e\u2066یبهٔ\u200c۱1😀.!?:"), max_size=300)


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS, TEXTS, st.lists(TEXTS.filter(str.strip), max_size=5).map(tuple), st.sampled_from(codes()))
def test_telegram_takes_every_digest(title: str, body: str, words: str, issuers: tuple[str, ...], code: str) -> None:
    """Whatever was written, each message parses, stays within the limit and gets no tag from outside."""
    whole = entry(1, title, body, issuers=issuers, warning=words or None, place=words or None, kind=Kind.ACTION)
    figure = Figure(post=1, language="en", what=words, unit=title, source=body, quote=words)
    made = news(update=whole, statements=[whole] * 9, actions=[whole] * 3, figures=[(figure, whole)])
    for message in [*digest(language(code), made), *publication(language(code), whole, "solidarity_bot")]:
        parsed = tdlib.parse(str(message.html), "html") if tdlib.available() else markup.parse_html(str(message.html))
        assert units(message.html) <= 4096
        kinds = {entity["type"] for entity in parsed[1]}
        assert kinds <= {"bold", "italic", "underline", "blockquote", "text_link", "code", "pre"}
