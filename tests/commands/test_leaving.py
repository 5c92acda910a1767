"""Leaving the team: what goes with whoever leaves, and what they can't do when they come back."""

from __future__ import annotations

import re

from bot.campaign import audit, posts
from bot.campaign.models import Kind, Post, State, Wording
from tests.commands.coordinators import Member, Office


def submitted(office: Office, by: Member) -> int:
    """A post that waits for approval; its number."""
    with office.database.writing() as db:
        post = posts.create(db, Kind.STATEMENT, "en", office.now, by.number)
        db.add(Wording(post=post.id, language="en", title="To all ports", body="We stand together."))
    by.says(f"/submit {post.id}")
    assert state(office, post.id) is State.REVIEW
    return post.id


def state(office: Office, number: int) -> State:
    """Where a post stands."""
    with office.database.reading() as db:
        return db.get_one(Post, number).state


def code(said: str) -> str:
    """The code in an invitation."""
    found = re.search(r"start=(invite_[\w-]+)", said)
    assert found, said
    return found[1]


def test_nobody_approves_their_own_post_by_leaving_and_coming_back(office: Office, tom: Member) -> None:
    """Neither with a code that they made for themselves, nor with one of somebody else's."""
    kept = code(tom.says("/invite").text)
    number = submitted(office, tom)
    tom.says("/forget yes")
    tom.says(f"/start {kept}")
    assert tom.says("/team").text == tom.says("/no_such_command").text
    office.joins(tom.telegram)
    tom.says(f"/approve {number}")
    assert state(office, number) is State.DRAFT


def test_what_somebody_submitted_is_a_draft_again_when_they_are_removed(
    office: Office, nasrin: Member, tom: Member
) -> None:
    """It is on record; their invitation opens nothing; what others submitted goes on waiting."""
    kept = code(tom.says("/invite").text)
    theirs, hers = submitted(office, tom), submitted(office, nasrin)
    nasrin.says(f"/remove {tom.number} yes")
    assert (state(office, theirs), state(office, hers)) == (State.DRAFT, State.REVIEW)
    with office.database.reading() as db:
        assert [entry.action for entry in audit.entries(db, post=theirs)] == ["hold", "submit"]
    visitor = office.stranger(3)
    visitor.says(f"/start {kept}")
    assert visitor.says("/team").text == visitor.says("/no_such_command").text


def test_the_last_owner_who_wants_to_leave_keeps_what_waits(office: Office, nasrin: Member, tom: Member) -> None:
    number = submitted(office, nasrin)
    nasrin.says("/forget yes")
    assert state(office, number) is State.REVIEW
    assert nasrin.alias in nasrin.says("/team").text
