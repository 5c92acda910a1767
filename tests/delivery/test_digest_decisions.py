"""Which digests are decided: each due one once, late ones marked, old ones left for the next."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import Session, col, func, select

from bot.campaign import chats, outbox, posts
from bot.campaign.database import Database
from bot.campaign.models import ChatKind, Delivery, DeliveryState, Kind, Letter, Schedule, Slot, Wording
from bot.campaign.schedules import Firing, next_firing
from bot.delivery import digests, publications

NOW = datetime(2026, 1, 14, 12, 0, tzinfo=UTC)


def bring(db: Session, now: datetime, kind: Kind = Kind.STATEMENT, title: str = "A word on the strike") -> int:
    post = posts.create(db, kind, "en", now, None)
    db.add(Wording(post=post.id, language="en", title=title, body="The strike goes on. More will follow.\n\nSecond."))
    db.flush()
    publications.publish(db, post, now, "a_bot")
    return post.id


def order(
    db: Session,
    telegram: int,
    schedule: Schedule = Schedule.DAILY,
    zone: str = "UTC",
    now: datetime = NOW,
    minute: int = 18 * 60,
    kind: ChatKind = ChatKind.PRIVATE,
    languages: str = "en",
    kinds: tuple[str, ...] = chats.KINDS,
) -> int:
    chat = chats.keep(db, kind, telegram, now)
    chats.subscribe(
        db, chat, now, schedule=schedule, weekday=6, minute=minute, zone=zone, languages=languages, kinds=kinds
    )
    db.flush()
    return chat.id or 0


def waiting(db: Session) -> int:
    return db.exec(select(func.count()).select_from(Delivery)).one()


def test_a_digest_is_decided_once_however_often_the_clock_strikes(database: Database) -> None:
    with database.writing() as db:
        order(db, 1)
        bring(db, NOW)
    for minutes in (0, 0, 1, 30):
        with database.writing() as db:
            digests.decide(db, NOW.replace(hour=18) + timedelta(minutes=minutes), "a_bot")
    with database.reading() as db:
        assert waiting(db) == 1


def test_a_clock_that_is_set_back_brings_no_second_digest(database: Database) -> None:
    with database.writing() as db:
        order(db, 1)
        bring(db, NOW)
    for hour in (18, 17, 18, 19):
        with database.writing() as db:
            digests.decide(db, NOW.replace(hour=hour), "a_bot")
    with database.reading() as db:
        assert waiting(db) == 1


def test_nothing_new_nothing_sent_and_the_news_comes_with_the_next(database: Database) -> None:
    with database.writing() as db:
        order(db, 1)
        assert digests.decide(db, NOW.replace(hour=18), "a_bot") == 0
        bring(db, NOW.replace(hour=20))
        assert digests.decide(db, NOW.replace(hour=18) + timedelta(days=1), "a_bot") == 1


def test_a_digest_that_was_missed_for_less_than_twelve_hours_comes_late_and_says_so(database: Database) -> None:
    with database.writing() as db:
        order(db, 1)
        bring(db, NOW)
        assert digests.decide(db, NOW.replace(hour=18) + timedelta(hours=11), "a_bot") == 1
        assert "late" in db.exec(select(Letter)).one().html


def test_a_digest_that_was_missed_for_longer_waits_for_the_next_with_all_its_news(database: Database) -> None:
    with database.writing() as db:
        order(db, 1)
        bring(db, NOW)
        assert digests.decide(db, NOW.replace(hour=18) + timedelta(hours=13), "a_bot") == 0
        assert digests.decide(db, NOW.replace(hour=18) + timedelta(days=1), "a_bot") == 1
        assert "A word on the strike" in db.exec(select(Letter)).one().html


def test_after_three_days_down_there_is_one_digest_with_the_news_of_all_three(database: Database) -> None:
    with database.writing() as db:
        order(db, 1)
        for day in range(3):
            bring(db, NOW + timedelta(days=day), title=f"Of day {day}")
        assert digests.decide(db, NOW + timedelta(days=3, hours=1), "a_bot") == 0  # the last slot is 19 hours old
        assert digests.decide(db, NOW + timedelta(days=3, hours=6), "a_bot") == 1
        letter = db.exec(select(Letter)).one()
        assert all(f"Of day {day}" in letter.html for day in range(3))


def test_who_changes_the_hour_after_the_digest_gets_no_second_one_that_day(database: Database) -> None:
    with database.writing() as db:
        order(db, 1)
        bring(db, NOW)
        digests.decide(db, NOW.replace(hour=18), "a_bot")
        order(db, 1, now=NOW.replace(hour=18, minute=5), minute=20 * 60)
        bring(db, NOW.replace(hour=19))
        assert digests.decide(db, NOW.replace(hour=20), "a_bot") == 0
        assert digests.decide(db, NOW.replace(hour=20) + timedelta(days=1), "a_bot") == 1


def test_both_languages_come_one_after_the_other(database: Database) -> None:
    with database.writing() as db:
        order(db, 1, languages="en+fa")
        bring(db, NOW)
        digests.decide(db, NOW.replace(hour=18), "a_bot")
        rows = db.exec(select(Letter.language).join(Delivery).order_by(col(Delivery.id))).all()
    assert rows == ["en", "fa"]


def test_a_hundred_readers_of_the_same_digest_share_one_letter(database: Database) -> None:
    with database.writing() as db:
        for person in range(100):
            order(db, person)
        bring(db, NOW)
        assert digests.decide(db, NOW.replace(hour=18), "a_bot") == 100
        assert len(db.exec(select(Letter)).all()) == 1
        assert waiting(db) == 100


def test_who_wants_only_calls_hears_nothing_of_statements(database: Database) -> None:
    with database.writing() as db:
        order(db, 1, kinds=("actions",))
        bring(db, NOW)
        assert digests.decide(db, NOW.replace(hour=18), "a_bot") == 0
        bring(db, NOW.replace(hour=20), Kind.ACTION, "To the square")
        assert digests.decide(db, NOW.replace(hour=18) + timedelta(days=1), "a_bot") == 1


def test_who_wants_it_now_gets_a_post_when_it_is_published_and_no_digest(database: Database) -> None:
    with database.writing() as db:
        order(db, 1, Schedule.NOW)
        bring(db, NOW)
        assert waiting(db) == 1
        assert digests.decide(db, NOW.replace(hour=18), "a_bot") == 0


def test_who_stops_gets_nothing_that_still_waited(database: Database) -> None:
    with database.writing() as db:
        order(db, 1, Schedule.NOW)
        bring(db, NOW)
        chat = chats.find(db, 1)
        assert chat is not None
        chats.unsubscribe(db, chat)
        assert waiting(db) == 0


ZONES = (
    "Europe/Berlin", "Asia/Tehran", "America/Los_Angeles", "America/Toronto", "Australia/Sydney", "Pacific/Apia", "UTC",
)  # fmt: skip


@pytest.mark.long
@pytest.mark.parametrize("seed", [1])
def test_in_400_days_in_seven_zones_with_outages_each_due_digest_comes_exactly_once(
    database: Database, seed: int
) -> None:
    """Wall times that summer time skips or repeats are among them; the bot is down now and then, and ticks twice."""
    random = Random(seed)
    start = datetime(2026, 1, 1, tzinfo=UTC)
    end = start + timedelta(days=400)
    wanted: dict[int, tuple[Schedule, int, str]] = {}
    with database.writing() as db:
        for position, zone in enumerate(ZONES):
            for schedule, minute in ((Schedule.DAILY, 2 * 60 + 30), (Schedule.WEEKLY, random.randrange(24 * 60))):
                number = order(db, 1000 + 10 * position + minute, schedule, zone, start, minute)
                wanted[number] = (schedule, minute, zone)
    ticks, news = _live_through(database, random, start, end)
    with database.reading() as db:
        got = {(slot.chat, slot.local_date) for slot in db.exec(select(Slot))}
        sent = db.exec(select(func.count()).select_from(Delivery)).one()
    plans = {number: _expected(*plan, start, ticks) for number, plan in wanted.items()}
    assert got == {(number, firing.local_date) for number, due in plans.items() for firing in due}
    assert sent == sum(_with_news(due, news) for due in plans.values())


def _live_through(
    database: Database, random: Random, start: datetime, end: datetime
) -> tuple[list[datetime], list[datetime]]:
    """Tick about every half hour with outages of up to two days; the moments of the ticks and of the news."""
    now = start
    ticks: list[datetime] = []
    news: list[datetime] = []
    while now < end:
        now += timedelta(minutes=random.choice((20, 30, 45)))
        if random.random() < 0.003:
            now += timedelta(hours=random.uniform(1, 48))
        with database.writing() as db:
            digests.decide(db, now, "a_bot")
            if random.random() < 0.05:
                digests.decide(db, now, "a_bot")
            if not news or now - news[-1] > timedelta(hours=40):
                bring(db, now)
                news.append(now)
        ticks.append(now)
    return ticks, news


def _expected(schedule: Schedule, minute: int, zone: str, start: datetime, ticks: list[datetime]) -> list[Firing]:
    """By brute force: at each tick the newest firing since the tick before, if it is not older than 12 hours."""
    due = []
    firing = next_firing(schedule, 6, minute, zone, start)
    for tick in ticks:
        newest = None
        while firing is not None and firing.at <= tick:
            newest, firing = firing, next_firing(schedule, 6, minute, zone, firing.at)
        if newest is not None and tick - newest.at <= timedelta(hours=12):
            due.append(newest)
    return due


def _with_news(due: list[Firing], news: list[datetime]) -> int:
    """How many of the digests had anything to bring since the one before."""
    since = datetime(2025, 1, 1, tzinfo=UTC)
    full = 0
    for firing in due:
        full += any(since < moment <= firing.at for moment in news)
        since = firing.at
    return full


def test_a_chat_that_was_off_gets_nothing_until_it_is_back(database: Database) -> None:
    with database.writing() as db:
        order(db, 1)
        bring(db, NOW)
        chats.switch_off(db, 1, NOW)
        assert digests.decide(db, NOW.replace(hour=18), "a_bot") == 0
        chats.switch_on(db, 1)
        bring(db, NOW + timedelta(days=1))
        assert digests.decide(db, NOW.replace(hour=18) + timedelta(days=1), "a_bot") == 1


def test_after_a_crash_a_member_gets_a_doubtful_copy_again_and_a_channel_asks_a_person(database: Database) -> None:
    with database.writing() as db:
        order(db, 1, Schedule.NOW)
        order(db, 2, Schedule.NOW, kind=ChatKind.CHANNEL)
        bring(db, NOW)
        parcels = outbox.candidates(db, NOW, 10)
        outbox.claim(db, [parcel.delivery for parcel in parcels])
    with database.writing() as db:
        assert outbox.recover(db, NOW) == 2
        states = {chat.kind: row.state for state in DeliveryState for row, _, chat in outbox.rows_in(db, state)}
        assert states == {ChatKind.PRIVATE: DeliveryState.DEFERRED, ChatKind.CHANNEL: DeliveryState.UNCERTAIN}


def test_zones_have_their_own_wall_clock() -> None:
    """A guard of the simulation itself: its zones do change their clocks."""
    changing = [zone for zone in ZONES if _offset(zone, 1) != _offset(zone, 7)]
    assert len(changing) >= 4


def _offset(zone: str, month: int) -> timedelta | None:
    return datetime(2026, month, 15, tzinfo=ZoneInfo(zone)).utcoffset()
