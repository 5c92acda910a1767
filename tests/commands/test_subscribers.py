"""Subscriptions: what is set, what is said about it, and who may."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.campaign import chats, outbox
from bot.campaign.database import Database
from bot.campaign.models import Chat, ChatKind, Delivery, Letter, Schedule
from bot.commands import subscribers
from bot.commands.ask import Answer, Ask, Rules
from bot.refusals import Refused
from bot.words.message import LIMIT, Button, plain, units

WEDNESDAY = datetime(2026, 1, 14, 12, 0, tzinfo=UTC)
RULES = Rules(username="campaign_bot", zone="Europe/Berlin", language="en", review="auto")
TOM = Ask(WEDNESDAY, RULES, ChatKind.PRIVATE, 1001, "en", command="subscribe")
SARA = replace(TOM, chat=1002, language="fa")
GROUP = replace(TOM, kind=ChatKind.GROUP, chat=-2001, administrator=True)
CHANNEL = replace(TOM, kind=ChatKind.CHANNEL, chat=-3001)


@pytest.fixture(params=[TOM, SARA, GROUP, CHANNEL], ids=["tom", "sara", "group", "channel"])
def anyone(request: pytest.FixtureRequest) -> Ask:
    asked: Ask = request.param
    return asked


def subscribe(database: Database, ask: Ask, words: str = "") -> Answer:
    with database.writing() as db:
        return subscribers.subscribe(replace(ask, arguments=words), db)


def show(database: Database, ask: Ask, words: str = "") -> Answer:
    with database.reading() as db:
        return subscribers.settings(replace(ask, command="settings", arguments=words), db)


def stop(database: Database, ask: Ask) -> Answer:
    with database.writing() as db:
        return subscribers.unsubscribe(replace(ask, command="unsubscribe"), db)


def kept(database: Database, ask: Ask) -> Chat | None:
    with database.reading() as db:
        return chats.find(db, ask.chat)


def row(database: Database, ask: Ask) -> Chat:
    chat = kept(database, ask)
    assert chat is not None
    return chat


def text(answer: Answer) -> str:
    (message,) = answer.messages
    assert units(message.html) <= LIMIT
    return plain(message.html)


def buttons(answer: Answer) -> list[Button]:
    return [button for message in answer.messages for line in message.rows for button in line]


def ticked(answer: Answer) -> list[str | None]:
    return [button.command for button in buttons(answer) if "✓" in button.label]


def test_without_words_one_gets_the_weekly_digest(database: Database, anyone: Ask) -> None:
    """Sunday at 18:00 in the campaign's zone and the asker's language, with everything; and it is told when."""
    answer = text(subscribe(database, anyone))
    chat = row(database, anyone)
    assert (chat.schedule, chat.weekday, chat.minute, chat.zone) == (Schedule.WEEKLY, 6, 18 * 60, "Europe/Berlin")
    assert (chat.languages, chat.kinds) == (anyone.language, "statements,updates,actions")
    assert chat.next_due == datetime(2026, 1, 18, 17, 0, tzinfo=UTC)
    for fact in ("۱۸:۰۰", "۲۸ دی ۱۴۰۴", "برلین") if anyone.language == "fa" else ("18 January 2026, 18:00", "Berlin"):
        assert fact in answer


def test_words_set_everything(database: Database) -> None:
    """In any order; the next digest is named in the zone and calendar that were chosen."""
    answer = text(subscribe(database, SARA, "تهران پنج‌شنبه en+fa ۲۱:۳۰ statements"))
    chat = row(database, SARA)
    assert (chat.schedule, chat.weekday, chat.minute, chat.zone) == (Schedule.WEEKLY, 3, 21 * 60 + 30, "Asia/Tehran")
    assert (chat.languages, chat.kinds) == ("en+fa", "statements")
    assert chat.next_due == datetime(2026, 1, 15, 18, 0, tzinfo=UTC)
    assert "۲۵ دی ۱۴۰۴" in answer
    assert "۲۱:۳۰" in answer


def test_what_is_not_named_stays(database: Database) -> None:
    """Somebody who changes the hour keeps day, zone, language and kinds."""
    subscribe(database, TOM, "friday 07:00 London fa actions")
    subscribe(database, TOM, "08:15")
    chat = row(database, TOM)
    assert (chat.schedule, chat.weekday, chat.minute, chat.zone) == (Schedule.WEEKLY, 4, 8 * 60 + 15, "Europe/London")
    assert (chat.languages, chat.kinds) == ("fa", "actions")


def test_at_once_means_no_digest(database: Database) -> None:
    """The answer says that texts come as they are published, and promises no hour."""
    answer = subscribe(database, TOM, "now")
    assert "as soon as it is published" in text(answer)
    assert "Next digest" not in text(answer)
    assert row(database, TOM).next_due is None


def test_a_refused_word_changes_nothing(database: Database, anyone: Ask) -> None:
    """Neither for somebody new, who leaves no row, nor for a subscriber."""
    with pytest.raises(Refused) as refused:
        subscribe(database, anyone, "daily blorp")
    assert "blorp" in plain(anyone.speech.refusal(refused.value))
    assert kept(database, anyone) is None
    subscribe(database, anyone, "weekly friday")
    with pytest.raises(Refused):
        subscribe(database, anyone, "daily 25:00")
    assert row(database, anyone).schedule is Schedule.WEEKLY
    assert row(database, anyone).weekday == 4


def test_only_administrators_speak_for_a_group(database: Database) -> None:
    """Members are told so and can still look at the settings."""
    member = replace(GROUP, administrator=False)
    with pytest.raises(Refused, match="administrators"):
        subscribe(database, member)
    subscribe(database, GROUP)
    with pytest.raises(Refused, match="administrators"):
        stop(database, member)
    assert row(database, GROUP).schedule is Schedule.WEEKLY
    assert "Sunday" in text(show(database, member))


def test_a_groups_digest_goes_to_the_topic_where_it_was_asked_for(database: Database) -> None:
    """A forum's other topics stay quiet."""
    subscribe(database, replace(GROUP, topic=77))
    assert row(database, GROUP).topic == 77


def test_a_chat_that_chose_a_language_gets_its_digest_in_it(database: Database) -> None:
    """Whatever language the administrator's Telegram has."""
    with database.writing() as db:
        chats.choose_language(db, chats.keep(db, ChatKind.GROUP, GROUP.chat, WEDNESDAY), "fa")
    subscribe(database, GROUP, "daily")
    assert row(database, GROUP).languages == "fa"


def test_a_channel_gets_no_buttons(database: Database) -> None:
    """Any reader could press them. A press that comes all the same needs an administrator."""
    assert buttons(subscribe(database, CHANNEL)) == []
    assert buttons(show(database, CHANNEL)) == []
    assert "/unsubscribe" in text(show(database, CHANNEL))
    assert buttons(stop(database, CHANNEL)) == []
    with pytest.raises(Refused):
        subscribe(database, replace(CHANNEL, pressed=True), "daily")


def test_every_button_does_what_it_says(database: Database) -> None:
    """Each command of the settings is understood, and then carries the tick."""
    subscribe(database, TOM)
    for view in ("", "zone", "day"):
        for button in buttons(show(database, TOM, view)):
            name, _, words = (button.command or "").partition(" ")
            if name != "/subscribe":
                assert name in {"/settings", "/language", "/unsubscribe"}
                continue
            pressed = subscribe(database, replace(TOM, pressed=True), words)
            assert pressed.edit
            assert pressed.toast
            if not view and len(words.split()) == 1:
                assert button.command in ticked(pressed)


def test_a_press_on_a_kind_adds_it_or_takes_it_away(database: Database) -> None:
    """The last one stays, for without any there is nothing to subscribe to."""
    shown = subscribe(database, TOM)
    (press,) = [b.command for b in buttons(shown) if "Statements" in b.label]
    assert press == "/subscribe updates actions"
    shown = subscribe(database, TOM, "updates")
    commands = {b.label.strip("✓ "): b.command for b in buttons(shown)}
    assert commands["Updates"] == "/subscribe updates"
    assert commands["Statements"] == "/subscribe statements updates"


def test_the_chosen_zone_is_ticked_once(database: Database) -> None:
    """Also a zone that is not among the usual ones, and UTC under whichever name."""
    for zone in ("Asia/Kabul", "Berlin", "utc"):
        subscribe(database, TOM, zone)
        assert len(ticked(show(database, TOM, "zone"))) == 1, zone


def test_rows_of_buttons_begin_on_the_readers_side(database: Database) -> None:
    """Telegram mirrors no buttons, so Farsi rows are laid out the other way."""
    for ask, first in ((TOM, 0), (SARA, -1)):
        (message,) = subscribe(database, ask).messages
        assert message.rows[0][first].command == "/subscribe weekly"


def test_unsubscribing_empties_what_waits(database: Database, anyone: Ask) -> None:
    """Nothing is sent from then on, and a second time is answered kindly."""
    subscribe(database, anyone)
    with database.writing() as db:
        letter = outbox.post(
            db, Letter(key="k", purpose="digest", language="en", part=1, html="x", created_at=WEDNESDAY)
        )
        chat = chats.find(db, anyone.chat)
        assert chat is not None
        outbox.address(db, letter, [chat.id or 0], WEDNESDAY)
    assert text(stop(database, anyone))
    chat = row(database, anyone)
    assert chat.schedule is Schedule.NEVER
    assert chat.next_due is None
    with database.reading() as db:
        assert outbox.counts(db) == {}
        assert db.get(Delivery, 1) is None
    assert text(stop(database, anyone))


def test_who_never_subscribed_may_unsubscribe(database: Database, anyone: Ask) -> None:
    """It leaves no row behind."""
    assert text(stop(database, anyone))
    assert kept(database, anyone) is None


def test_coming_back_begins_with_the_usual_again(database: Database) -> None:
    """Only zone and language are remembered."""
    subscribe(database, TOM, "daily 09:00 London actions")
    stop(database, TOM)
    subscribe(database, replace(TOM, now=WEDNESDAY + timedelta(days=1)))
    chat = row(database, TOM)
    assert (chat.schedule, chat.minute, chat.zone) == (Schedule.WEEKLY, 18 * 60, "Europe/London")
    assert chat.kinds == "statements,updates,actions"


def test_settings_keep_nothing_and_offer_a_beginning(database: Database) -> None:
    """Looking makes no row; the buttons subscribe."""
    for view in ("", "zone", "day", "blorp"):
        assert "/subscribe weekly" in [button.command for button in buttons(show(database, TOM, view))]
    assert kept(database, TOM) is None


def test_a_paused_place_is_told_so(database: Database) -> None:
    """No next digest is promised while the coordinators hold it back."""
    subscribe(database, GROUP)
    with database.writing() as db:
        chat = chats.find(db, GROUP.chat)
        assert chat is not None
        chats.pause(db, chat, paused=True)
    assert "paused" in text(show(database, GROUP))
    assert "Next digest" not in text(show(database, GROUP))
