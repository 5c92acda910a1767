"""Review and publication: who may let a post out, and what exactly goes out."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.campaign import audit, chats, posts
from bot.campaign.models import ChatKind, Delivery, Kind, Letter, Post, Schedule, State, Wording
from bot.delivery import publications
from tests.commands.coordinators import Member, Office


def draft(office: Office, by: Member, kind: Kind = Kind.STATEMENT, parent: int | None = None) -> int:
    """A draft with a text; its number."""
    with office.database.writing() as db:
        post = posts.create(db, kind, "en", office.now, by.number)
        post.parent = parent
        db.add(
            Wording(post=post.id, language="en", title="To all ports", body="We stand together.", source="We stand.")
        )
        return post.id


def kept(office: Office, number: int) -> Post:
    """A post as it is kept."""
    with office.database.reading() as db:
        return db.get_one(Post, number)


def notices(office: Office) -> list[tuple[str, str]]:
    """Every notice to the team: its text and buttons."""
    with office.database.reading() as db:
        rows = db.exec(select(Letter).where(Letter.purpose == "notice")).all()
        return [(letter.html, letter.buttons) for letter in rows]


def test_one_person_alone_publishes_at_once(office: Office, nasrin: Member) -> None:
    """A team of one submits, approves and publishes with one command; it is on record."""
    number = draft(office, nasrin)
    assert f"/read {number}" in nasrin.says(f"/publish {number}").commands
    assert kept(office, number).state is State.PUBLISHED
    with office.database.reading() as db:
        assert [entry.action for entry in audit.entries(db, post=number)] == ["publish", "approve", "submit"]


def test_where_two_are_asked_for_publishing_only_submits(office: Office, nasrin: Member, tom: Member) -> None:
    """The writer waits; the other one gets a notice with buttons, approves, and the post is out."""
    number = draft(office, nasrin)
    nasrin.says(f"/publish {number}")
    assert kept(office, number).state is State.REVIEW
    ((text, buttons),) = notices(office)
    assert nasrin.alias in text
    assert f"/approve {number}" in buttons
    nasrin.says(f"/approve {number}")
    assert kept(office, number).state is State.REVIEW
    assert f"/approve {number}" in tom.says(f"/draft {number}").commands
    assert f"/approve {number}" not in nasrin.says(f"/draft {number}").commands
    tom.presses(f"/approve {number}")
    assert kept(office, number).state is State.PUBLISHED


def test_nobody_approves_what_they_submitted_for_somebody_else(office: Office, nasrin: Member, tom: Member) -> None:
    """Neither the writer nor the submitter; a third one does, by /publish as well."""
    mina = office.joins(3, language="fa")
    number = draft(office, nasrin)
    tom.says(f"/submit {number}")
    for who in (nasrin, tom):
        who.says(f"/publish {number}")
        assert kept(office, number).state is State.REVIEW
    mina.says(f"/publish {number}")
    assert kept(office, number).state is State.PUBLISHED


@pytest.mark.parametrize(("rule", "state"), [("one", State.PUBLISHED), ("two", State.REVIEW), ("auto", State.REVIEW)])
def test_the_operators_rule_decides_how_many(
    office: Office, nasrin: Member, tom: Member, rule: str, state: State
) -> None:
    """`BOT_REVIEW`: one never asks for a second, two always, auto once there are two."""
    office.review = rule
    number = draft(office, nasrin)
    nasrin.says(f"/publish {number}")
    assert kept(office, number).state is state


def test_an_edit_after_submitting_voids_it(office: Office, nasrin: Member, tom: Member) -> None:
    """What the second person approves is what was submitted, or nothing."""
    number = draft(office, nasrin)
    nasrin.says(f"/submit {number}")
    nasrin.says(f"/set {number} title Something else")
    assert kept(office, number).state is State.DRAFT
    tom.says(f"/approve {number}")
    assert kept(office, number).state is State.DRAFT


def test_a_post_is_given_back_with_a_reason(office: Office, nasrin: Member, tom: Member) -> None:
    """Without one the bot asks; the others are told the reason, and so is the record."""
    number = draft(office, nasrin)
    nasrin.says(f"/submit {number}")
    assert f"/reject {number}" in tom.presses(f"/reject {number}").text
    assert kept(office, number).state is State.REVIEW
    tom.says("The date is wrong.")
    assert kept(office, number).state is State.DRAFT
    assert any("The date is wrong." in text for text, _ in notices(office))
    with office.database.reading() as db:
        assert audit.entries(db, limit=1)[0].detail == "The date is wrong."
    assert len(tom.says(f"/reject {number} again").messages) == 1
    nasrin.says(f"/submit {number}")
    tom.says(f"/reject {number} The title is missing")
    assert any("The title is missing" in text for text, _ in notices(office))


def test_a_planned_post_goes_out_at_its_time_and_not_before(office: Office, nasrin: Member) -> None:
    """The time is read in its zone."""
    number = draft(office, nasrin)
    said = nasrin.says(f"/publish {number} 2026-01-21 18:00 Europe/Berlin")
    assert f"/hold {number}" in said.commands
    planned = kept(office, number)
    assert planned.state is State.REVIEW
    assert planned.publish_at is not None
    assert planned.publish_at.isoformat() == "2026-01-21T17:00:00+00:00"
    for moment, state in (
        (planned.publish_at - timedelta(minutes=1), State.REVIEW),
        (planned.publish_at, State.PUBLISHED),
    ):
        with office.database.writing() as db:
            publications.publish_ripe(db, moment, "solidarity_bot")
        assert kept(office, number).state is state


def test_a_planned_post_is_taken_back(office: Office, nasrin: Member) -> None:
    """It is a draft again and does not go out; there is nothing to take back twice."""
    number = draft(office, nasrin)
    nasrin.says(f"/publish {number} 2026-01-21 18:00 UTC")
    nasrin.says(f"/hold {number}")
    with office.database.writing() as db:
        assert publications.publish_ripe(db, office.now + timedelta(days=9), "solidarity_bot") == 0
    assert kept(office, number).state is State.DRAFT
    assert str(number) in nasrin.says(f"/hold {number}").text


def test_a_time_waits_for_the_second_person_too(office: Office, nasrin: Member, tom: Member) -> None:
    """Not approved, it does not go out when its time comes; approved in time, it waits for it."""
    number = draft(office, nasrin)
    nasrin.says(f"/publish {number} 2026-01-21 18:00 UTC")
    with office.database.writing() as db:
        assert publications.publish_ripe(db, office.now + timedelta(days=9), "solidarity_bot") == 0
    tom.says(f"/approve {number}")
    assert kept(office, number).state is State.REVIEW
    with office.database.writing() as db:
        assert publications.publish_ripe(db, office.now + timedelta(days=9), "solidarity_bot") == 1


@pytest.mark.parametrize(
    "time", ["2020-01-01 10:00 UTC", "tomorrow", "2026-13-40 10:00 UTC", "2026-02-01 10:00 Nowhere"]
)
def test_a_time_that_cannot_be_is_refused(office: Office, nasrin: Member, time: str) -> None:
    """Past, unreadable, or in no zone: the draft stays a draft."""
    number = draft(office, nasrin)
    assert not nasrin.says(f"/publish {number} {time}").commands
    assert kept(office, number).state is State.DRAFT


def test_those_who_want_each_text_at_once_get_it(office: Office, nasrin: Member) -> None:
    """Publishing writes their deliveries; the coordinator hears a round number."""
    with office.database.writing() as db:
        chat = chats.keep(db, ChatKind.CHANNEL, -1, office.now)
        chats.subscribe(db, chat, office.now, schedule=Schedule.NOW, weekday=6, minute=0, zone="UTC", languages="en",
                        kinds=["statements"])  # fmt: skip
    number = draft(office, nasrin)
    assert "fewer than 10" in nasrin.says(f"/publish {number}").text
    with office.database.reading() as db:
        assert len(db.exec(select(Delivery)).all()) == 1


def test_a_collection_goes_out_with_its_parts(office: Office, nasrin: Member, tom: Member) -> None:
    """Parts are submitted and approved with it; a part that was changed meanwhile is not let through."""
    whole = draft(office, nasrin, Kind.COLLECTION)
    parts = [draft(office, nasrin, parent=whole) for _ in range(2)]
    nasrin.says(f"/submit {whole}")
    assert {kept(office, part).state for part in parts} == {State.REVIEW}
    nasrin.says(f"/set {parts[0]} title Changed")
    tom.says(f"/approve {whole}")
    assert kept(office, whole).state is State.REVIEW
    nasrin.says(f"/submit {parts[0]}")
    tom.says(f"/approve {whole}")
    assert {kept(office, number).state for number in (whole, *parts)} == {State.PUBLISHED}


@pytest.mark.parametrize(
    "command", ["submit", "approve", "publish", "hold", "reject", "draft", "set", "preview", "history"]
)
def test_a_post_that_does_not_exist_is_refused_by_number(office: Office, nasrin: Member, command: str) -> None:
    """In both languages, with the number."""
    assert "99" in nasrin.says(f"/{command} 99 x").text
    assert nasrin.says(f"/{command}").messages
    mina = office.joins(9, language="fa")
    assert mina.says(f"/{command} 99 x").messages


def test_what_is_published_is_not_published_twice(office: Office, nasrin: Member) -> None:
    """Nor submitted, approved or changed."""
    number = draft(office, nasrin)
    nasrin.says(f"/publish {number}")
    before = kept(office, number)
    for line in (
        f"/publish {number}",
        f"/submit {number}",
        f"/approve {number}",
        f"/set {number} title X",
        f"/hold {number}",
    ):
        assert str(number) in nasrin.says(line).text
    assert kept(office, number) == before
