"""Review: two people are two people, whoever comes and goes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import Session

from bot.campaign import people, posts, reviews
from bot.campaign.database import Database
from bot.campaign.models import Coordinator, Kind, Post, Role, State, Wording
from bot.refusals import Refused

NOON = datetime(2026, 1, 14, 12, 0, tzinfo=UTC)


def join(db: Session, telegram: int, role: Role = Role.OWNER) -> Coordinator:
    """Somebody new in the team."""
    return people.accept(db, people.invite(db, role, 1, NOON), telegram, NOON)


def draft(db: Session, by: Coordinator, kind: Kind = Kind.STATEMENT, parent: int | None = None) -> Post:
    """A draft with a text."""
    post = posts.create(db, kind, "en", NOON, by.id)
    post.parent = parent
    db.add(Wording(post=post.id, language="en", title="To all ports", body="We stand together."))
    db.flush()
    return post


def test_who_leaves_and_comes_back_under_a_kept_code_cant_approve_their_own(database: Database) -> None:
    with database.writing() as db:
        join(db, 1)
        ada = join(db, 2)
        code = people.invite(db, Role.COORDINATOR, 24, NOON, by=ada.id)
        post = draft(db, ada)
        reviews.submit(db, post, ada)
        assert reviews.leave(db, ada, NOON) == [post.id]
        with pytest.raises(Refused, match="not valid"):
            people.accept(db, code, 2, NOON)
        again = join(db, 2)
        with pytest.raises(Refused, match="doesn't wait"):
            reviews.approve(db, post, again, "auto")
        assert (post.state, post.submitted_by, post.submitted_hash) == (State.DRAFT, None, None)


def test_invitations_of_others_stay_valid(database: Database) -> None:
    with database.writing() as db:
        nasrin, ada = join(db, 1), join(db, 2)
        codes = [people.invite(db, Role.COORDINATOR, 24, NOON, by=by) for by in (nasrin.id, None)]
        reviews.leave(db, ada, NOON)
        for person, code in enumerate(codes, 10):
            assert people.accept(db, code, person, NOON).role is Role.COORDINATOR


def test_posts_of_others_and_what_two_agreed_on_stay(database: Database) -> None:
    """A planned post that somebody else approved goes out; one that the leaver approved alone does not."""
    with database.writing() as db:
        nasrin, ada = join(db, 1), join(db, 2)
        others, planned, alone = draft(db, nasrin), draft(db, ada), draft(db, ada)
        for post, by in ((others, nasrin), (planned, ada), (alone, ada)):
            reviews.submit(db, post, by)
            post.publish_at = NOON + timedelta(hours=1)
        reviews.approve(db, planned, nasrin, "two")
        reviews.approve(db, alone, ada, "one")
        assert reviews.leave(db, ada, NOON) == [alone.id]
        assert [post.state for post in (others, planned, alone)] == [State.REVIEW, State.REVIEW, State.DRAFT]
        assert posts.ripe(db, NOON + timedelta(hours=2)) == [planned]


def test_a_collection_comes_back_whole(database: Database) -> None:
    """Its parts are approved together, so none of them waits alone."""
    with database.writing() as db:
        nasrin, ada = join(db, 1), join(db, 2)
        whole = draft(db, nasrin, Kind.COLLECTION)
        parts = [draft(db, by, parent=whole.id) for by in (nasrin, ada)]
        for post in (*parts, whole):
            reviews.submit(db, post, nasrin)
        assert sorted(reviews.leave(db, ada, NOON)) == [whole.id, *(part.id for part in parts)]
        assert {post.state for post in (whole, *parts)} == {State.DRAFT}


def test_the_last_owner_stays_with_all_that_waits(database: Database) -> None:
    with database.writing() as db:
        nasrin = join(db, 1)
        post = draft(db, nasrin)
        reviews.submit(db, post, nasrin)
        with pytest.raises(Refused, match="last owner"):
            reviews.leave(db, nasrin, NOON)
        assert post.state is State.REVIEW
