"""What the owners hear from the bot itself: once when it begins, again only after it had ended, and nobody else."""

from __future__ import annotations

import asyncio
import shutil
from datetime import datetime, timedelta

import pytest
from sqlmodel import col, select

from bot.campaign import chats, facts, outbox, people
from bot.campaign.database import Database
from bot.campaign.models import Chat, ChatKind, Delivery, DeliveryState, Letter, Role, Schedule
from bot.delivery import alarms
from bot.delivery.alarms import Signs, Watch
from bot.rehearsal.channels import Channel
from bot.rehearsal.faults import Fault
from bot.rehearsal.people import Person
from bot.rehearsal.standins import StandIn
from tests.houses import NOON, House

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def owner(campaign: House) -> Person:
    """Who hears it."""
    return campaign.coordinator("Owner", Role.OWNER)


@pytest.fixture
def nasrin(campaign: House, owner: Person) -> Person:
    """A coordinator, who doesn't."""
    return campaign.coordinator("Nasrin")


def channel(campaign: House) -> tuple[Channel, Person]:
    """A channel that gets all news at once, and its administrator."""
    admin = campaign.telegram.person("Administrator", started=True)
    place = campaign.telegram.channel("Voices", administrators=[admin])
    place.add_bot(by=admin)
    place.posts_text("/subscribe now")
    campaign.telegram.settle()
    return place, admin


def heard(campaign: House, person: Person, minutes: int = 3) -> list[str]:
    """What *person* gets unasked while the minutes pass."""
    before = len(person.inbox)
    for _ in range(minutes):
        campaign.clock.forward(minutes=1)
        campaign.minute()
    return [message.text for message in person.inbox[before:]]


def test_while_all_is_well_nobody_hears_anything(campaign: House, owner: Person) -> None:
    channel(campaign)
    assert heard(campaign, owner, 5) == []


def test_a_channel_that_takes_the_bot_out_is_told_once_and_by_number(
    campaign: House, owner: Person, nasrin: Person
) -> None:
    place, admin = channel(campaign)
    place.remove_bot(by=admin)
    campaign.telegram.settle()
    (told,) = heard(campaign, owner)
    assert "Channel" in told
    assert "Voices" not in told
    assert owner.inbox[-1].button("Subscribed channels and groups").data == "/chats"
    assert heard(campaign, nasrin) == []
    place.add_bot(by=admin)
    campaign.telegram.settle()
    assert heard(campaign, owner) == []
    place.remove_bot(by=admin)
    campaign.telegram.settle()
    assert len(heard(campaign, owner)) == 1


def test_a_restart_tells_nothing_twice(campaign: House, owner: Person) -> None:
    place, admin = channel(campaign)
    place.remove_bot(by=admin)
    campaign.telegram.settle()
    assert len(heard(campaign, owner, 1)) == 1
    campaign.restart()
    assert heard(campaign, owner) == []


def test_an_uncertain_post_is_told_with_the_way_to_settle_it(campaign: House, owner: Person) -> None:
    place, _ = channel(campaign)
    campaign.telegram.faults.add(Fault.RESET_AFTER, method="sendMessage", chat=place.id, times=1)
    campaign.ask(owner, "/new statement\nOn the Strike\n\nThe strike goes on until the wages are paid.")
    campaign.ask(owner, "/publish 1")
    campaign.deliver()
    (told,) = heard(campaign, owner)
    assert "1 message is uncertain" in told
    assert owner.inbox[-1].button("What waits").data == "/outbox"


def test_the_owner_hears_it_in_farsi(campaign: House) -> None:
    owner = campaign.coordinator("Owner", Role.OWNER, language_code="fa")
    campaign.ask(owner, "/language fa")
    place, admin = channel(campaign)
    place.remove_bot(by=admin)
    campaign.telegram.settle()
    (told,) = heard(campaign, owner)
    assert "کانال" in told


def test_a_disk_that_fills_up_is_told_once_until_there_is_room_again(
    campaign: House, owner: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(campaign.folder)

    def left(free: int) -> None:
        monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=free))

    left(199_000_000)
    (told,) = heard(campaign, owner)
    assert "199 MB" in told
    left(210_000_000)
    assert heard(campaign, owner) == []
    left(150_000_000)
    assert heard(campaign, owner) == [], "it had not ended, it only wavered"
    left(400_000_000)
    assert heard(campaign, owner) == []
    left(150_000_000)
    assert len(heard(campaign, owner)) == 1


def test_a_standstill_is_told_afterwards_with_its_hours(campaign: House, owner: Person, telegram: StandIn) -> None:
    tom = telegram.person("Tom")
    campaign.ask(tom, "/subscribe now")
    telegram.faults.add(Fault.TOO_MANY, method="sendMessage", chat=tom.id, times=None, seconds=1)
    campaign.ask(owner, "/new statement\nOn the Strike\n\nThe strike goes on until the wages are paid.")
    campaign.ask(owner, "/publish 1")
    before = len(owner.inbox)
    for _ in range(13):
        campaign.clock.forward(minutes=1)
        asyncio.run_coroutine_threadsafe(campaign.app.tick(), campaign._loop).result(20)
    assert len(owner.inbox) == before
    telegram.faults.clear()
    told = heard(campaign, owner, 2)
    assert len([text for text in told if "Sending had stopped" in text]) == 1
    assert heard(campaign, owner) == []


# The rest needs no Telegram: what was told are letters in the outbox.

QUIET = Signs(free=10**10, backups=False, last_sent=None, zone="UTC", language="en")


@pytest.fixture
def team(database: Database) -> Database:
    """A campaign with one owner."""
    with database.writing() as db:
        people.accept(db, people.invite(db, Role.OWNER, 1, NOON), 7, NOON)
    return database


def told(database: Database, watch: Watch, now: datetime, **signs: object) -> list[str]:
    """What one look at *now* adds to the outbox, for the owner."""
    with database.writing() as db:
        before = {letter.id for letter in db.exec(select(Letter))}
        watch.look(db, Signs(**{**QUIET.__dict__, **signs}), now)
        fresh = db.exec(select(Letter).where(col(Letter.id).not_in(before))).all()
        for letter in fresh:
            (row,) = db.exec(select(Delivery).where(Delivery.letter == letter.id)).all()
            assert db.get_one(Chat, row.chat).telegram == 7
            assert letter.purpose == "notice"
            row.state = DeliveryState.SENT
        return [letter.html for letter in fresh]


def waiting(database: Database, telegram: int, now: datetime, **state: object) -> int:
    """A message on its way to somebody; its number."""
    with database.writing() as db:
        chat = chats.keep(db, ChatKind.CHANNEL, telegram, NOON)
        letter = Letter(key=f"{telegram}", purpose="digest", language="en", part=0, html="News", created_at=NOON)
        outbox.address(db, outbox.post(db, letter), [chat.id or 0], now)
        row = db.exec(select(Delivery).where(Delivery.chat == chat.id)).one()
        for name, value in state.items():
            setattr(row, name, value)
        return row.id or 0


def test_without_backups_set_up_nobody_is_reminded_of_them(team: Database) -> None:
    watch = Watch()
    assert [told(team, watch, NOON + n * DAY) for n in range(5)] == [[]] * 5


def test_a_backup_older_than_two_days_is_told_once_until_there_is_a_new_one(team: Database) -> None:
    watch = Watch()
    with team.writing() as db:
        facts.remember(db, facts.LAST_BACKUP, NOON.isoformat())
    assert told(team, watch, NOON + 2 * DAY) == []
    (said,) = told(team, watch, NOON + 2 * DAY + MINUTE)
    assert "14 January 2026, 12:00" in said
    assert told(team, watch, NOON + 3 * DAY) == []
    with team.writing() as db:
        facts.remember(db, facts.LAST_BACKUP, (NOON + 4 * DAY).isoformat())
    assert told(team, watch, NOON + 4 * DAY) == []
    assert len(told(team, watch, NOON + 7 * DAY)) == 1


def test_backups_that_never_begin_are_told_after_two_days(team: Database) -> None:
    watch = Watch()
    assert told(team, watch, NOON, backups=True) == []
    assert told(team, watch, NOON + DAY, backups=True) == []
    (said,) = told(team, watch, NOON + 2 * DAY + MINUTE, backups=True)
    assert "There is no backup yet" in said


def test_mail_that_can_not_go_for_ten_minutes_is_a_standstill(team: Database) -> None:
    """Told when it goes on, with the hours in which nothing went out."""
    watch, number = Watch(), waiting(team, -1, NOON)
    for minute in range(15):
        assert told(team, watch, NOON + minute * MINUTE) == []
    with team.writing() as db:
        outbox.claim(db, [number])
        outbox.sent(db, number, 1, NOON + 15 * MINUTE)
    (said,) = told(team, watch, NOON + 16 * MINUTE, last_sent=NOON + 15 * MINUTE)
    assert "12:00" in said
    assert "12:15" in said
    assert told(team, watch, NOON + 17 * MINUTE, last_sent=NOON + 15 * MINUTE) == []


def test_mail_that_goes_slowly_is_no_standstill(team: Database) -> None:
    """A broadcast to very many takes hours; as long as it moves all is well."""
    watch = Watch()
    waiting(team, -1, NOON)
    for minute in range(0, 120, 5):
        now = NOON + minute * MINUTE
        assert told(team, watch, now, last_sent=now - MINUTE) == []


def test_mail_for_later_is_no_standstill(team: Database) -> None:
    watch = Watch()
    waiting(team, -1, NOON + DAY, state=DeliveryState.DEFERRED)
    for minute in range(30):
        assert told(team, watch, NOON + minute * MINUTE) == []


def test_a_refused_token_is_told_once_the_bot_sends_again(team: Database) -> None:
    with team.writing() as db:
        alarms.stopped(db, NOON)
        alarms.stopped(db, NOON + HOUR)
    (said,) = told(team, Watch(), NOON + 2 * HOUR)
    assert "from Wednesday 14 January 2026, 12:00" in said
    assert "14:00" in said


def test_more_uncertain_posts_are_told_together(team: Database) -> None:
    """A bad hour is no reason for a message a minute."""
    watch = Watch()
    for number in range(3):
        waiting(team, -number - 1, NOON, state=DeliveryState.UNCERTAIN)
        said = told(team, watch, NOON + number * MINUTE)
        assert len(said) == (1 if number == 0 else 0)
    (said_later,) = told(team, watch, NOON + 2 * HOUR)
    assert "3 messages are uncertain" in said_later
    assert told(team, watch, NOON + 4 * HOUR) == []


def test_settled_and_uncertain_again_is_told_again(team: Database) -> None:
    watch, number = Watch(), waiting(team, -1, NOON, state=DeliveryState.UNCERTAIN)
    assert len(told(team, watch, NOON)) == 1
    with team.writing() as db:
        outbox.arrived(db, number, NOON)
    assert told(team, watch, NOON + MINUTE) == []
    waiting(team, -2, NOON, state=DeliveryState.UNCERTAIN)
    assert len(told(team, watch, NOON + 2 * MINUTE)) == 1


def test_notices_that_are_uncertain_themselves_raise_no_alarm(team: Database) -> None:
    """Else the alarm about them would be the next one."""
    watch = Watch()
    number = waiting(team, -1, NOON, state=DeliveryState.UNCERTAIN)
    with team.writing() as db:
        db.get_one(Letter, db.get_one(Delivery, number).letter).purpose = "notice"
    assert told(team, watch, NOON) == []


def test_what_nobody_can_hear_yet_is_told_to_the_first_owner(database: Database) -> None:
    watch = Watch()
    waiting(database, -1, NOON, state=DeliveryState.UNCERTAIN)
    with database.writing() as db:
        assert watch.look(db, QUIET, NOON) == 0
        people.accept(db, people.invite(db, Role.OWNER, 1, NOON), 7, NOON)
    assert len(told(database, watch, NOON + MINUTE)) == 1


def test_many_lost_places_are_told_in_one_message(team: Database) -> None:
    with team.writing() as db:
        for number in range(40):
            chat = chats.keep(db, ChatKind.GROUP, -number - 1, NOON)
            chat.schedule = Schedule.NOW
            chats.switch_off(db, -number - 1, NOON)
    (said,) = told(team, Watch(), NOON)
    assert said.count("may not write there") == 10
    assert "30 more" in said


def test_a_new_version_that_changed_the_database_is_told_at_its_first_start(team: Database) -> None:
    def starts(revision: str) -> int:
        with team.writing() as db:
            before = len(db.exec(select(Letter)).all())
            alarms.started(db, "2.0", NOON + len(revision) * HOUR, revision, "en")
            return len(db.exec(select(Letter)).all()) - before

    assert [starts(revision) for revision in ("1", "1", "22", "22", "333")] == [0, 0, 1, 0, 1]
