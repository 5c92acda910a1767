"""What `/set` takes for each field of a draft, and what it refuses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.campaign import posts
from bot.campaign.database import Database
from bot.campaign.models import Kind, Post, Precision, State, SummaryOrigin, Wording, WordingOrigin
from bot.commands import fields
from bot.refusals import Refused
from bot.words.languages import language

NOW = datetime(2026, 1, 20, 12, tzinfo=UTC)


class Desk:
    """A draft in English whose fields a test sets."""

    def __init__(self, database: Database) -> None:
        self.database = database
        with self.database.writing() as db:
            post = posts.create(db, Kind.STATEMENT, "en", NOW, None)
            self.number = post.id
            db.add(Wording(post=post.id, language="en", body="We stand together.", source="We stand together."))

    def set(self, line: str, text: str = "") -> Post:
        """Do what `/set` with this line and the lines after it does."""
        with self.database.writing() as db:
            post = posts.editable(db, self.number)
            fields.change(db, post, fields.read(self.number, f"{self.number} {line}", text), "Europe/Berlin")
            return post

    def wording(self, code: str) -> Wording:
        """The wording in one language."""
        with self.database.reading() as db:
            found = posts.wording(db, posts.kept(db, self.number), code)
            assert found is not None
            return found

    def issuers(self) -> tuple[str, ...]:
        """Who issued the draft."""
        with self.database.reading() as db:
            return posts.entry(db, posts.kept(db, self.number)).issuers


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


@pytest.mark.parametrize(
    ("line", "day", "precision"),
    [
        ("date 2026-01-12", date(2026, 1, 12), Precision.DAY),
        ("date 2026-01", date(2026, 1, 1), Precision.MONTH),
        ("date 2026", date(2026, 1, 1), Precision.YEAR),
        ("date 1404-10-22", date(2026, 1, 12), Precision.DAY),
        ("date ۱۴۰۴-۱۰-۲۲", date(2026, 1, 12), Precision.DAY),
    ],
)
def test_a_date_is_kept_as_exactly_as_it_is_stated(desk: Desk, line: str, day: date, precision: Precision) -> None:
    """Day, month and year in either calendar; a month stays a month."""
    post = desk.set(line)
    assert (post.issued_on, post.issued_precision) == (day, precision)


def test_none_empties_a_field(desk: Desk) -> None:
    """Every field that may be empty takes the word none."""
    for line in ("date 2026-01-12", "week 3", "series Harbour Notes", "source https://example.org/a", "warning Grief",
                 "deadline 2026-12-01 18:00 Europe/Berlin", "place Town square", "link https://example.org/b",
                 "issuer A; B", "urgent yes", "title T", "short S", "summary X"):  # fmt: skip
        desk.set(line)
    for field in set(fields.FIELDS) - {"kind", "language"}:
        post = desk.set(f"{field} none")
    assert (post.issued_on, post.week, post.series, post.source_url, post.warning) == (None,) * 5
    assert (post.deadline, post.deadline_zone, post.place, post.link, post.urgent) == (None, None, None, None, False)
    assert desk.issuers() == ()
    words = desk.wording("en")
    assert (words.title, words.short, words.summary) == (None, None, None)


def test_several_issuers_stand_between_semicolons(desk: Desk) -> None:
    """Names stay as printed, in their order; the Farsi semicolon parts them too."""
    desk.set("issuer Harbour Workers; Teachers’ Union of the North")
    assert desk.issuers() == ("Harbour Workers", "Teachers’ Union of the North")
    desk.set("issuer شورای کارگران؛ کانون نویسندگان")
    assert desk.issuers() == ("شورای کارگران", "کانون نویسندگان")


def test_a_deadline_without_a_zone_is_in_the_coordinators_zone(desk: Desk) -> None:
    """With a zone it is that zone's; Persian digits are read."""
    post = desk.set("deadline 2026-12-01 18:00")
    assert (post.deadline, post.deadline_zone) == (datetime(2026, 12, 1, 17, tzinfo=UTC), "Europe/Berlin")
    post = desk.set("deadline ۲۰۲۶-۱۲-۰۱ ۱۸:۰۰ Asia/Tehran")
    assert (post.deadline, post.deadline_zone) == (datetime(2026, 12, 1, 14, 30, tzinfo=UTC), "Asia/Tehran")


@pytest.mark.parametrize("field", ["source", "link"])
@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "ftp://example.org/a", "example.org", "https://", "https://a b.org", "tg://resolve"],
)
def test_only_web_addresses_are_taken_as_links(desk: Desk, field: str, address: str) -> None:
    """Whatever does not begin with http(s) and a host is refused by what it is."""
    with pytest.raises(Refused) as refused:
        desk.set(f"{field} {address}")
    assert address[:20] in language("en").refusal(refused.value).unescape()


def test_an_unknown_field_is_refused_by_name_with_the_list(desk: Desk) -> None:
    """The refusal says which fields there are."""
    with pytest.raises(Refused) as refused:
        desk.set("titel Something")
    said = language("en").refusal(refused.value)
    assert "titel" in said
    assert all(field in said for field in fields.FIELDS)


@pytest.mark.parametrize(
    "line",
    [
        "week three", "week 0", "week -1", "urgent perhaps", "kind poem", "language Klingonese", "kind none",
        "language none", "date yesterday", "deadline tomorrow", "place:fa Tehran", "title:fa عنوان",
        "short " + "x" * 61, "summary " + "x" * 2501,
    ],
)  # fmt: skip
def test_a_value_that_a_field_cannot_take_changes_nothing(desk: Desk, line: str) -> None:
    """Refused, and the draft is as it was."""
    with desk.database.reading() as db:
        before = posts.fingerprint(db, posts.kept(db, desk.number))
    with pytest.raises(Refused):
        desk.set(line)
    with desk.database.reading() as db:
        assert posts.fingerprint(db, posts.kept(db, desk.number)) == before


def test_a_value_may_stand_on_the_following_lines(desk: Desk) -> None:
    """A title with two lines keeps both."""
    desk.set("title", "First line\nSecond line")
    assert desk.wording("en").title == "First line\nSecond line"


def test_a_summary_that_is_set_was_written_by_a_coordinator(desk: Desk) -> None:
    """Readers are told whose sentences they are."""
    desk.set("summary In short: they stand together.")
    assert desk.wording("en").summary_origin is SummaryOrigin.WRITTEN


def test_the_title_of_a_translation_is_set_with_its_language(desk: Desk) -> None:
    """`title:fa` changes the Farsi wording and leaves the English one."""
    with desk.database.writing() as db:
        db.add(Wording(post=desk.number, language="fa", body="با هم", source="با هم", origin=WordingOrigin.TRANSLATION))
    desk.set("title:fa با هم")
    assert (desk.wording("fa").title, desk.wording("en").title) == ("با هم", None)


def test_the_language_of_a_draft_can_be_put_right(desk: Desk) -> None:
    """The wording follows; where the other language has one already, the two change places."""
    desk.set("language fa")
    assert desk.wording("fa").body == "We stand together."
    with desk.database.writing() as db:
        db.add(Wording(post=desk.number, language="en", body="B", source="B", origin=WordingOrigin.TRANSLATION))
    assert desk.set("language English").language == "en"
    assert (desk.wording("en").origin, desk.wording("fa").origin) == (WordingOrigin.ORIGINAL, WordingOrigin.TRANSLATION)


def test_an_edit_takes_a_post_back_from_review(desk: Desk) -> None:
    """What was submitted is void once a field is changed."""
    with desk.database.writing() as db:
        post = posts.kept(db, desk.number)
        post.state, post.submitted_hash, post.publish_at = State.REVIEW, "x", NOW
        db.add(post)
    post = desk.set("week 3")
    assert (post.state, post.submitted_hash, post.publish_at) == (State.DRAFT, None, None)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_reading_a_line_of_set_either_reads_it_or_refuses(line: str) -> None:
    """Whatever is typed, nothing else than a refusal is raised."""
    for read in (lambda: fields.read(1, f"1 {line}", ""), lambda: fields.read_url(line), lambda: fields.read_week(line),
                 lambda: fields.read_language(line), lambda: fields.read_kind(line)):  # fmt: skip
        said = _refusal(read)
        assert said is None or all(language(code).refusal(said) for code in ("en", "fa"))


def _refusal(read: Callable[[], object]) -> Refused | None:
    try:
        read()
    except Refused as refused:
        return refused
    return None
