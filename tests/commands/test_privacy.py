"""What is kept about whoever asks, and how it goes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from bot.campaign import audit, chats, outbox, people
from bot.campaign.database import Database
from bot.campaign.models import Chat, ChatKind, Delivery, Letter, Role, Slot
from bot.campaign.schedules import Firing
from bot.campaign.secrets import Keys
from bot.commands import privacy
from bot.commands.ask import Answer, Ask, Rules
from bot.commands.subscribers import subscribe
from bot.refusals import Refused
from bot.words.message import LIMIT, plain, units
from tests.houses import KEY

NOW = datetime(2026, 1, 14, 12, 0, tzinfo=UTC)
RULES = Rules(username="campaign_bot", zone="Europe/Berlin", language="en", review="auto")
TOM = Ask(NOW, RULES, ChatKind.PRIVATE, 100_200_300, "en")
SARA = replace(TOM, chat=100_200_301, language="fa")
GROUP = replace(TOM, kind=ChatKind.GROUP, chat=-200_300_400, administrator=True)
CHANNEL = replace(TOM, kind=ChatKind.CHANNEL, chat=-300_400_500)


def mydata(database: Database, ask: Ask) -> str:
    with database.reading() as db:
        return text(privacy.mydata(ask, db))


def forget(database: Database, ask: Ask, words: str = "") -> Answer:
    with database.writing() as db:
        return privacy.forget(replace(ask, command="forget", arguments=words), db)


def text(answer: Answer) -> str:
    (message,) = answer.messages
    assert units(message.html) <= LIMIT
    return plain(message.html)


def presses(answer: Answer) -> list[str]:
    return [button.command or "" for message in answer.messages for row in message.rows for button in row]


def live_a_little(database: Database, ask: Ask) -> None:
    """Subscribe, get one digest, and have another waiting."""
    with database.writing() as db:
        subscribe(replace(ask, arguments="daily 09:00"), db)
        chat = chats.find(db, ask.chat)
        assert chat is not None
        chats.take_slot(db, chat, Firing(NOW, date(2026, 1, 13)), "run")
        for part in (1, 2):
            letter = Letter(key="digest", purpose="digest", language="en", part=part, html="x", created_at=NOW)
            outbox.address(db, outbox.post(db, letter), [chat.id or 0], NOW)
        outbox.claim(db, [1])
        outbox.sent(db, 1, 55, NOW - timedelta(days=1))


def join(database: Database, ask: Ask, role: Role) -> None:
    with database.writing() as db:
        people.accept(db, people.invite(db, role, 1, NOW), ask.chat, NOW)


@pytest.mark.parametrize("ask", [TOM, SARA, GROUP, CHANNEL])
def test_privacy_says_what_is_kept_and_how_to_end_it(database: Database, ask: Ask) -> None:
    """On one screen, with the commands that show and erase it; a channel gets no buttons."""
    with database.reading() as db:
        answer = privacy.privacy(ask, db)
    assert "/mydata" in text(answer)
    assert "/forget" in text(answer)
    assert presses(answer) == ([] if ask.kind is ChatKind.CHANNEL else ["/mydata", "/forget"])


def test_who_only_reads_is_told_that_nothing_is_kept(database: Database) -> None:
    """There is nothing to show and nothing to erase."""
    assert "nothing" in mydata(database, TOM)
    assert "nothing" in text(forget(database, TOM, "yes"))


def test_mydata_shows_everything_but_the_number(database: Database) -> None:
    """Settings, weeks, messages and digests; a chat's number is a name, so a picture of the screen must not hold it."""
    live_a_little(database, TOM)
    shown = mydata(database, TOM)
    for fact in (
        "09:00",
        "Berlin",
        "English",
        "statements",
        "12 January 2026",
        "2 messages",
        "13 January 2026",
        "1 digest",
    ):
        assert fact in shown, fact
    assert str(TOM.chat) not in shown


def test_mydata_in_farsi_uses_its_calendar(database: Database) -> None:
    """The week of 12 January 2026 is that of 22 Dey 1404."""
    live_a_little(database, SARA)
    assert "۲۲ دی ۱۴۰۴" in mydata(database, SARA)


def test_a_coordinator_sees_the_place_in_the_team(database: Database) -> None:
    """Also one who never subscribed."""
    join(database, TOM, Role.OWNER)
    with database.reading() as db:
        who = people.find(db, TOM.chat)
    assert who is not None
    assert who.alias in mydata(database, TOM)
    assert who.alias not in mydata(database, replace(TOM, kind=ChatKind.GROUP, chat=-1))


def test_forgetting_takes_one_confirming_press(database: Database) -> None:
    """The first answer erases nothing and carries the button; so does any other word than yes."""
    live_a_little(database, TOM)
    for words in ("", "maybe"):
        answer = forget(database, TOM, words)
        assert presses(answer) == ["/forget yes"]
        assert "/forget yes" in text(answer)
    assert "09:00" in mydata(database, TOM)


@pytest.mark.parametrize("ask", [TOM, SARA, GROUP, CHANNEL])
def test_forgetting_erases_row_outbox_and_slots(database: Database, ask: Ask) -> None:
    """And those of nobody else."""
    other = replace(TOM, chat=7)
    with database.writing() as db:
        subscribe(other, db)
    live_a_little(database, ask)
    assert text(forget(database, ask, "yes"))
    with database.reading() as db:
        assert chats.find(db, ask.chat) is None
        assert db.exec(select(Delivery)).all() == []
        assert db.exec(select(Slot)).all() == []
        assert len(db.exec(select(Chat)).all()) == 1
        assert chats.find(db, other.chat) is not None


def test_the_file_keeps_no_byte_of_a_forgotten_chat(database: Database, tmp_path: Path) -> None:
    """Neither the database nor its log holds the sealed number once the log was brought in."""
    live_a_little(database, TOM)
    sealed = Keys(bytes.fromhex(KEY)).seal_id("chat.telegram", TOM.chat)
    database.checkpoint()
    assert _anywhere(tmp_path, sealed)
    forget(database, TOM, "yes")
    database.checkpoint()
    assert not _anywhere(tmp_path, sealed)


def _anywhere(folder: Path, sealed: bytes) -> bool:
    return any(sealed in file.read_bytes() for file in folder.iterdir())


def test_a_coordinator_who_is_forgotten_leaves_the_team(database: Database) -> None:
    """The question says so; the record keeps the chosen name alone."""
    join(database, SARA, Role.OWNER)
    join(database, TOM, Role.COORDINATOR)
    with database.reading() as db:
        who = people.find(db, TOM.chat)
    assert who is not None
    assert who.alias in text(forget(database, TOM))
    forget(database, TOM, "yes")
    with database.reading() as db:
        assert people.find(db, TOM.chat) is None
        assert people.team_size(db) == 1
        assert [entry.alias for entry in audit.entries(db)] == [who.alias]
        assert audit.first_broken(db) is None


def test_the_last_owner_stays(database: Database) -> None:
    """And then the subscription stays too: what is refused changes nothing."""
    join(database, TOM, Role.OWNER)
    live_a_little(database, TOM)
    with pytest.raises(Refused, match="last owner"):
        forget(database, TOM, "yes")
    assert "09:00" in mydata(database, TOM)


def test_only_administrators_erase_a_group(database: Database) -> None:
    """A member's /forget doesn't even ask."""
    live_a_little(database, GROUP)
    for words in ("", "yes"):
        with pytest.raises(Refused, match="administrators"):
            forget(database, replace(GROUP, administrator=False), words)
    assert "09:00" in mydata(database, GROUP)
