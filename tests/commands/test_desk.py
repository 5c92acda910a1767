"""The coordinators' desk: places, outbox, record, versions, counts."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from bot.campaign import audit, chats, outbox, posts
from bot.campaign.models import (
    AuditEntry,
    Chat,
    ChatKind,
    ChatState,
    Delivery,
    DeliveryState,
    Kind,
    Letter,
    Schedule,
    Wording,
)
from tests.commands.coordinators import Member, Office


def subscribe(office: Office, kind: ChatKind, telegram: int) -> int:
    """A place that gets the weekly digest; our number of it."""
    with office.database.writing() as db:
        chat = chats.keep(db, kind, telegram, office.now)
        chats.subscribe(db, chat, office.now, schedule=Schedule.WEEKLY, weekday=6, minute=1080, zone="Europe/Berlin",
                        languages="en+fa", kinds=["statements", "updates"])  # fmt: skip
        return chat.id or 0


def chat(office: Office, number: int) -> Chat:
    """A place as it is kept."""
    with office.database.reading() as db:
        return db.get_one(Chat, number)


def post_to(office: Office, place: int, state: DeliveryState, key: str) -> int:
    """A delivery that stands in *state*; our number of it."""
    with office.database.writing() as db:
        letter = outbox.post(
            db, Letter(key=key, purpose="digest", language="en", part=0, html="x", created_at=office.now)
        )
        row = Delivery(letter=letter.id or 0, chat=place, state=state, not_before=office.now, reason="no answer")
        db.add(row)
        db.flush()
        return row.id or 0


def delivery(office: Office, number: int) -> DeliveryState:
    """Where a delivery stands."""
    with office.database.reading() as db:
        return db.get_one(Delivery, number).state


def test_a_place_is_paused_resumed_and_dropped(office: Office, nasrin: Member) -> None:
    """By our own number; its id on Telegram is shown nowhere, and people are not listed."""
    place = subscribe(office, ChatKind.CHANNEL, -1001234567890)
    subscribe(office, ChatKind.PRIVATE, 4242)
    listed = nasrin.says("/chats")
    assert f"/chats pause {place}" in listed.commands
    assert "1001234567890" not in listed.text
    assert "4242" not in listed.text
    assert len([command for command in listed.commands if "drop" in command]) == 1
    assert f"/chats resume {place}" in nasrin.presses(f"/chats pause {place}").commands
    assert chat(office, place).state is ChatState.PAUSED
    nasrin.presses(f"/chats resume {place}")
    assert chat(office, place).state is ChatState.ACTIVE
    nasrin.presses(f"/chats drop {place}")
    assert chat(office, place).schedule is Schedule.NEVER
    assert [entry.detail for entry in _entries(office)] == [f"drop {place}", f"resume {place}", f"pause {place}"]


def _entries(office: Office) -> list[AuditEntry]:
    with office.database.reading() as db:
        return audit.entries(db)


def test_a_person_cannot_be_paused_by_number(office: Office, nasrin: Member) -> None:
    """Numbers of people and of nobody are refused alike, and nothing is changed."""
    sara = subscribe(office, ChatKind.PRIVATE, 4242)
    assert nasrin.says(f"/chats drop {sara}").text == nasrin.says("/chats drop 999").text
    assert chat(office, sara).schedule is Schedule.WEEKLY
    assert nasrin.says("/chats pause").text == nasrin.says("/chats drop 999").text


def test_many_places_come_page_by_page(office: Office, nasrin: Member) -> None:
    """No answer is longer than a screen, every place is on one page, and a page too far is refused."""
    numbers = {subscribe(office, ChatKind.GROUP, -number) for number in range(1, 11)}
    seen = set()
    for page in (1, 2, 3):
        commands = nasrin.says(f"/chats {page}").commands
        seen |= {int(command.split()[2]) for command in commands if command.startswith("/chats drop")}
    assert seen == numbers
    assert "4" in nasrin.says("/chats 4").text
    assert not nasrin.says("/chats 4").commands


def test_an_uncertain_delivery_is_settled_by_a_person(office: Office, nasrin: Member) -> None:
    """ "It is there", "send it", "drop it": each once."""
    place = subscribe(office, ChatKind.CHANNEL, -100)
    first, second, third = (post_to(office, place, DeliveryState.UNCERTAIN, key) for key in "abc")
    commands = nasrin.says("/outbox").commands
    assert {f"/outbox sent {first}", f"/outbox retry {second}", f"/outbox drop {third}"} <= set(commands)
    nasrin.presses(f"/outbox sent {first}")
    nasrin.presses(f"/outbox retry {second}")
    nasrin.presses(f"/outbox drop {third}")
    assert [delivery(office, one) for one in (first, second, third)] == [
        DeliveryState.SENT, DeliveryState.PENDING, DeliveryState.DEAD,
    ]  # fmt: skip
    assert nasrin.says("/outbox").commands == []
    assert str(first) in nasrin.says(f"/outbox sent {first}").text
    assert delivery(office, first) is DeliveryState.SENT


def test_what_failed_in_a_channel_is_shown_and_what_failed_for_a_person_is_counted(
    office: Office, nasrin: Member
) -> None:
    """People who blocked the bot fill no list."""
    channel, sara = subscribe(office, ChatKind.CHANNEL, -100), subscribe(office, ChatKind.PRIVATE, 4242)
    failed = post_to(office, channel, DeliveryState.DEAD, "a")
    post_to(office, sara, DeliveryState.DEAD, "b")
    said = nasrin.says("/outbox")
    assert said.commands == [f"/outbox retry {failed}", f"/outbox drop {failed}"]
    assert "2" in said.text


@pytest.mark.parametrize("line", ["/outbox sent", "/outbox burn 3", "/outbox retry 99", "/outbox retry x"])
def test_a_settling_that_makes_no_sense_is_refused(office: Office, nasrin: Member, line: str) -> None:
    """One sentence, and nothing on record."""
    assert len(nasrin.says(line).messages) == 1
    assert _entries(office) == []


def test_counts_of_readers_are_rounded(office: Office, nasrin: Member) -> None:
    """Below ten only that; above to the nearest ten."""
    for number in range(1, 15):
        subscribe(office, ChatKind.PRIVATE, 1000 + number)
    for number in range(1, 4):
        subscribe(office, ChatKind.CHANNEL, -number)
    said = nasrin.says("/stats").text
    assert "about 10" in said
    assert "fewer than 10" in said
    assert "14" not in said


def test_the_record_shows_who_did_what_and_whether_it_was_changed(office: Office, nasrin: Member) -> None:
    """A page of entries, newest first; a row changed behind the bot's back is noticed."""
    for name in ("Anchor", "Beacon", "Compass"):
        nasrin.says(f"/team alias {name}")
    said = nasrin.says("/audit").text
    assert said.index("Compass") < said.index("Anchor")
    assert "⚠️" not in said
    with office.database.writing() as db:
        db.connection().execute(text("UPDATE audit SET detail = 'Zebra' WHERE id = 2"))
    assert "⚠️" in nasrin.says("/audit").text


def test_the_record_comes_page_by_page(office: Office, nasrin: Member) -> None:
    """Older entries stand behind a button; past the end is refused."""
    for number in range(12):
        nasrin.says(f"/team alias Name{number}")
    assert nasrin.says("/audit").commands == ["/audit 2"]
    assert "Name0" in nasrin.says("/audit 2").text
    assert nasrin.says("/audit 2").commands == ["/audit 1"]
    assert nasrin.says("/audit 9").commands == []


def test_the_history_of_a_post_tells_what_each_version_changed(office: Office, nasrin: Member) -> None:
    """Fields by name, paragraphs in number."""
    with office.database.writing() as db:
        post = posts.create(db, Kind.STATEMENT, "en", office.now, nasrin.number)
        number = post.id
        db.add(Wording(post=number, language="en", version=1, title="Old", body="One.\n\nTwo.\n\nThree."))
        db.add(
            Wording(post=number, language="en", version=2, title="New", body="One.\n\nTwo, changed.\n\nThree.\n\nFour.")
        )
        audit.record(db, office.now, "Walnut", "submit", post=number)
    said = nasrin.says(f"/history {number}").text
    assert "title" in said
    assert "2 paragraphs" in said
    assert "Walnut" in said
    assert said.index("Version 2") < said.index("Version 1")
