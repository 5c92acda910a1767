"""Chats: what was promised to them, and what follows them."""

from __future__ import annotations

import logging
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import Session, select

from bot.campaign import chats
from bot.campaign.database import Database
from bot.campaign.models import Chat, ChatKind, ChatState, Schedule, Slot

NOON = datetime(2026, 1, 14, 12, 0, tzinfo=UTC)
NINE, SIX = 9 * 60, 18 * 60


def order(
    db: Session, telegram: int, now: datetime, minute: int, zone: str = "UTC", schedule: Schedule = Schedule.DAILY
) -> Chat:
    """A chat that subscribes at *now*."""
    chat = chats.keep(db, ChatKind.GROUP, telegram, now)
    chats.subscribe(
        db, chat, now, schedule=schedule, weekday=6, minute=minute, zone=zone, languages="en", kinds=chats.KINDS
    )
    db.flush()
    return chat


def have_digest(db: Session, chat: Chat, at: datetime) -> None:
    """The chat's digest of *at* is decided."""
    firing = chats.latest_slot(chat, at)
    assert firing is not None
    assert chats.take_slot(db, chat, firing, "run")
    chats.decided(db, chat, firing, covered=True)


def test_who_had_todays_digest_is_promised_tomorrows(database: Database) -> None:
    """There is one digest a local date, so an hour that is still to come today is not promised."""
    with database.writing() as db:
        chat = order(db, -1, NOON - timedelta(days=1), NINE)
        have_digest(db, chat, NOON.replace(hour=9))
        chat = order(db, -1, NOON, SIX)
        told = chats.next_digest(chat, NOON)
        assert told is not None
        assert told.at == chat.next_due == NOON.replace(day=15, hour=18)
        assert chats.due(db, NOON.replace(hour=23)) == []


def test_who_changes_the_hour_before_the_digest_gets_it_today(database: Database) -> None:
    with database.writing() as db:
        order(db, -1, NOON.replace(hour=8), NINE)
        chat = order(db, -1, NOON.replace(hour=8, minute=1), SIX)
        told = chats.next_digest(chat, NOON)
        assert told is not None
        assert (told.at, told.local_date) == (NOON.replace(hour=18), date(2026, 1, 14))


def test_a_first_digest_leaves_out_nothing_that_comes_after_subscribing(database: Database) -> None:
    """Not even where the next one is more than a whole period away: today's is taken, or a day has 25 hours."""
    with database.writing() as db:
        chat = order(db, -1, NOON - timedelta(days=1), NINE)
        have_digest(db, chat, NOON.replace(hour=9))
        chats.unsubscribe(db, chat)
        chat = order(db, -1, NOON, SIX)
        assert chat.covered_until is not None
        assert chat.covered_until <= NOON.replace(hour=9)
        evening = datetime(2026, 10, 24, 16, 0, 1, tzinfo=UTC)  # a second after six in Berlin; clocks go back tonight
        late = order(db, -2, evening, SIX, "Europe/Berlin")
        assert late.covered_until is not None
        assert late.covered_until <= evening


def test_a_zone_that_nobody_knows_any_more_is_read_as_utc(database: Database, caplog: pytest.LogCaptureFixture) -> None:
    """Said once in the log, without saying whose it is; everyone else is planned as ever."""
    with database.writing() as db:
        lost, other = order(db, -1, NOON, SIX), order(db, -2, NOON, NINE)
        lost.zone = "Atlantis/Harbour"
        db.add(lost)
        db.flush()
        with caplog.at_level(logging.WARNING):
            chats.replan(db)
            chats.replan(db, NOON)
        assert lost.next_due == NOON.replace(hour=18)
        assert other.next_due == NOON.replace(day=15, hour=9)
        assert chats.zone_of(lost, "Europe/Berlin").key == "UTC"
    said = [record.getMessage() for record in caplog.records if "Atlantis/Harbour" in record.getMessage()]
    assert len(said) == 1


def test_one_chat_that_cant_be_planned_doesnt_stop_the_others(database: Database) -> None:
    with database.writing() as db:
        broken, other = order(db, -1, NOON, SIX), order(db, -2, NOON, SIX)
        broken.minute = 99_999
        for chat in (broken, other):
            chat.next_due = None
        chats.replan(db)
        assert [chat.next_due for chat in (broken, other)] == [None, NOON.replace(hour=18)]


def test_a_clock_that_ran_ahead_and_back_doesnt_silence_anybody(database: Database) -> None:
    """What was decided for days that have not been yet is forgotten at the next start."""
    ahead = NOON + timedelta(days=400)
    with database.writing() as db:
        chat = order(db, -1, NOON, SIX)
        have_digest(db, chat, ahead)
        chats.replan(db, NOON)
        assert chat.next_due == NOON.replace(hour=18)
        assert chat.decided_until == chat.covered_until == NOON
        assert db.exec(select(Slot)).all() == []


def test_a_clock_that_is_an_hour_off_changes_no_decision(database: Database) -> None:
    with database.writing() as db:
        chat = order(db, -1, NOON, SIX)
        have_digest(db, chat, NOON.replace(hour=18))
        chats.replan(db, NOON.replace(hour=17))
        assert chat.next_due == NOON.replace(day=15, hour=18)
        assert len(db.exec(select(Slot)).all()) == 1


def test_a_group_that_became_a_supergroup_keeps_its_digest(database: Database) -> None:
    """Also where somebody has spoken to the bot in the new group before the news of it came."""
    with database.writing() as db:
        old = order(db, -1, NOON, SIX)
        have_digest(db, old, NOON.replace(hour=18))
        chats.switch_off(db, -1, NOON)
        chats.keep(db, ChatKind.GROUP, -1001, NOON)
        chats.migrate(db, -1, -1001)
    with database.reading() as db:
        chat = chats.find(db, -1001)
        assert chat is not None
        assert (chat.schedule, chat.minute, chat.state) == (Schedule.DAILY, SIX, ChatState.ACTIVE)
        assert chats.find(db, -1) is None
        assert [slot.local_date for slot in db.exec(select(Slot))] == [date(2026, 1, 14)]


def test_what_the_new_group_chose_counts_for_more(database: Database) -> None:
    with database.writing() as db:
        order(db, -1, NOON, SIX)
        order(db, -1001, NOON, NINE, schedule=Schedule.WEEKLY)
        chats.migrate(db, -1, -1001)
    with database.reading() as db:
        (chat,) = db.exec(select(Chat)).all()
        assert (chat.schedule, chat.minute) == (Schedule.WEEKLY, NINE)
