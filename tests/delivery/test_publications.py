"""Publishing beside digests: no post falls between two, and no failure takes others with it."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session, col, select

from bot.campaign import chats, people, posts, reviews
from bot.campaign.database import Database
from bot.campaign.models import Chat, ChatKind, Delivery, Kind, Letter, Post, Role, Schedule, Slot, State, Wording
from bot.delivery import digests, publications
from bot.words import digests as words
from bot.words.posts import fold_for_search

NOON = datetime(2026, 1, 14, 12, 0, tzinfo=UTC)
SIX = NOON.replace(hour=18)
DAY = timedelta(days=1)


def draft(db: Session, title: str, by: int | None = None) -> Post:
    """A draft with a text."""
    post = posts.create(db, Kind.STATEMENT, "en", NOON, by)
    db.add(Wording(post=post.id, language="en", title=title, body="The strike goes on. More will follow."))
    db.flush()
    return post


def order(db: Session, telegram: int, languages: str = "en", minute: int = 18 * 60, now: datetime = NOON) -> Chat:
    """A chat with a digest each day."""
    chat = chats.keep(db, ChatKind.PRIVATE, telegram, now)
    chats.subscribe(
        db, chat, now, schedule=Schedule.DAILY, weekday=6, minute=minute, zone="UTC", languages=languages,
        kinds=chats.KINDS,
    )  # fmt: skip
    db.flush()
    return chat


def test_what_is_published_while_the_digest_is_decided_comes_with_the_next(database: Database) -> None:
    """Its moment was read before the digest's, but it was kept after it."""
    with database.writing() as db:
        chat = order(db, 1)
        digests.decide(db, SIX, "a_bot")
    with database.writing() as db:
        post = draft(db, "At the last moment")
        publications.publish(db, post, SIX - timedelta(milliseconds=20), "a_bot")
        assert post.published_at is not None
        assert SIX < post.published_at < SIX + timedelta(seconds=1)
    with database.writing() as db:
        assert digests.decide(db, SIX + DAY, "a_bot") == 1
        assert "At the last moment" in db.exec(select(Letter)).one().html
        assert db.get_one(Chat, chat.id).covered_until == SIX + DAY


def test_a_digest_that_is_far_ahead_doesnt_move_a_publication(database: Database) -> None:
    """A post is never dated into another hour."""
    with database.writing() as db:
        order(db, 1)
        digests.decide(db, SIX, "a_bot")
        post = draft(db, "At noon")
        publications.publish(db, post, NOON, "a_bot")
        assert post.published_at == NOON


def test_what_was_promised_comes_with_all_its_news(database: Database) -> None:
    """Today's digest came at nine; who then asks for six gets tomorrow's at six, with the news since nine."""
    with database.writing() as db:
        order(db, 1, minute=9 * 60, now=NOON - DAY)
        digests.decide(db, NOON.replace(hour=9), "a_bot")
        publications.publish(db, draft(db, "In the morning"), NOON - timedelta(hours=1), "a_bot")
        told = chats.next_digest(order(db, 1), NOON)
        assert told is not None
        assert digests.decide(db, SIX, "a_bot") == 0
        assert digests.decide(db, told.at - timedelta(minutes=1), "a_bot") == 0
        assert digests.decide(db, told.at, "a_bot") == 1
        assert "In the morning" in db.exec(select(Letter)).one().html


def test_a_chat_in_a_zone_that_nobody_knows_gets_its_digest_and_so_do_the_others(database: Database) -> None:
    with database.writing() as db:
        order(db, 1).zone = "Atlantis/Quay"
        order(db, 2)
        publications.publish(db, draft(db, "To all ports"), NOON, "a_bot")
        assert digests.decide(db, SIX, "a_bot") == 2


def test_a_chat_that_cant_be_decided_doesnt_block_the_others(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    with database.writing() as db:
        broken = order(db, 1)
        order(db, 2)
        broken.minute = 99_999
        publications.publish(db, draft(db, "To all ports"), NOON, "a_bot")
        with caplog.at_level(logging.ERROR):
            assert digests.decide(db, SIX, "a_bot") == 1
    assert any(record.exc_info for record in caplog.records)


def test_a_digest_that_cant_be_rendered_takes_no_slot_and_comes_once_it_can(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other editions go out meanwhile."""
    real = words.digest

    def fails_in_farsi(reader: Any, *rest: Any, **named: Any) -> Any:
        if reader.code == "fa":
            raise RuntimeError("a template is broken")
        return real(reader, *rest, **named)

    with database.writing() as db:
        lost, other = order(db, 1, "en+fa"), order(db, 2, "en")
        publications.publish(db, draft(db, "To all ports"), NOON, "a_bot")
    monkeypatch.setattr(words, "digest", fails_in_farsi)
    with database.writing() as db:
        assert digests.decide(db, SIX, "a_bot") == 1
    with database.reading() as db:
        assert [slot.chat for slot in db.exec(select(Slot))] == [other.id]
        assert [row.chat for row in db.exec(select(Delivery))] == [other.id]
        assert db.get_one(Chat, lost.id).next_due == SIX
    monkeypatch.undo()
    with database.writing() as db:
        assert digests.decide(db, SIX + timedelta(minutes=1), "a_bot") == 1
        rows = db.exec(select(Delivery).where(Delivery.chat == lost.id).order_by(col(Delivery.id)))
        assert [db.get_one(Letter, row.letter).language for row in rows] == ["en", "fa"]


def test_a_planned_post_that_fails_doesnt_hold_up_the_others(
    database: Database, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """It stays planned, whole, and is tried again."""
    real = fold_for_search

    def fails_for_one(wording: Wording, names: tuple[str, ...]) -> tuple[str, str]:
        if wording.title == "Broken":
            raise RuntimeError("a text is broken")
        return real(wording, names)

    with database.writing() as db:
        who = people.accept(db, people.invite(db, Role.OWNER, 1, NOON), 7, NOON)
        broken, other = draft(db, "Broken", who.id), draft(db, "Sound", who.id)
        for post in (broken, other):
            reviews.submit(db, post, who)
            reviews.approve(db, post, who, "one")
            post.publish_at = NOON
    monkeypatch.setattr(publications, "fold_for_search", fails_for_one)
    with database.writing() as db, caplog.at_level(logging.ERROR):
        assert publications.publish_ripe(db, NOON, "a_bot") == 1
    assert any(record.exc_info for record in caplog.records)
    with database.reading() as db:
        assert db.get_one(Post, other.id).state is State.PUBLISHED
        kept = db.get_one(Post, broken.id)
        assert (kept.state, kept.published_at) == (State.REVIEW, None)
    monkeypatch.undo()
    with database.writing() as db:
        assert publications.publish_ripe(db, NOON + timedelta(minutes=1), "a_bot") == 1
