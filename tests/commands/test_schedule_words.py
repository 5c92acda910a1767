"""What may stand after /subscribe."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.campaign.models import Schedule
from bot.commands.schedules import Choice, Setting, language_named, read, settle
from bot.refusals import Refused

USUAL = Setting(
    Schedule.WEEKLY, 6, 18 * 60, zone="UTC", languages="en", kinds=("statements", "updates", "actions")
)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "choice"),
    [
        ("", Choice()),
        ("now", Choice(schedule=Schedule.NOW)),
        ("روزانه", Choice(schedule=Schedule.DAILY)),
        ("Daily 9:30", Choice(schedule=Schedule.DAILY, minute=570)),
        ("weekly FRI 18.00", Choice(schedule=Schedule.WEEKLY, weekday=4, minute=1080)),
        ("۱۸:۰۰", Choice(minute=1080)),
        ("٢١:١٥", Choice(minute=21 * 60 + 15)),
        ("6pm", Choice(minute=1080)),
        ("6 pm", Choice(minute=1080)),
        ("12am", Choice(minute=0)),
        ("12:30pm", Choice(minute=750)),
        ("00:00", Choice(minute=0)),
        ("Europe/Berlin", Choice(zone="Europe/Berlin")),
        ("europe/berlin", Choice(zone="Europe/Berlin")),
        ("Berlin", Choice(zone="Europe/Berlin")),
        ("تهران", Choice(zone="Asia/Tehran")),
        ("New York", Choice(zone="America/New_York")),
        ("new_york", Choice(zone="America/New_York")),
        ("fa+en", Choice(languages="en+fa")),
        ("فارسی", Choice(languages="fa")),
        ("English", Choice(languages="en")),
        ("statements,updates", Choice(kinds=("statements", "updates"))),
        ("actions statement", Choice(kinds=("statements", "actions"))),
        ("بیانیه‌ها، گزارش‌ها، فراخوان‌ها", Choice(kinds=("statements", "updates", "actions"))),
        ("بیانیه ها", Choice(kinds=("statements",))),
    ],
)
def test_each_word_says_one_thing(words: str, choice: Choice) -> None:
    """In English and Farsi, with any digits, with half-space, space or neither."""
    assert read(words) == choice


@pytest.mark.parametrize(
    ("number", "names"),
    [
        (0, "monday Mon دوشنبه دو‌شنبه"),
        (1, "tuesday tue tues سه‌شنبه سهشنبه"),
        (2, "wednesday wed چهارشنبه"),
        (3, "thursday thu thurs پنجشنبه پنج‌شنبه ۵شنبه"),
        (4, "friday fri جمعه آدینه"),
        (5, "saturday SAT شنبه"),
        (6, "Sunday sun یکشنبه يكشنبه یک‌شنبه"),
    ],
)
def test_days_are_known_by_all_their_spellings(number: int, names: str) -> None:
    """Full and short, Arabic or Persian letters, joined or not."""
    for name in names.split():
        assert read(name).weekday == number, name


def test_a_day_in_two_words_is_one_day() -> None:
    """«پنج شنبه» with a plain space is Thursday, and not Saturday after an unknown word."""
    assert read("پنج شنبه 18:00") == Choice(weekday=3, minute=1080)


@pytest.mark.parametrize("time", ["25:00", "24:00", "18:60", "13pm", "0am", "18", "9:5", "۲۵:۰۰"])
def test_a_time_that_no_clock_shows_is_refused_as_a_time(time: str) -> None:
    """The sentence is about times, and names what was written."""
    with pytest.raises(Refused) as refused:
        read(f"daily {time} Berlin")
    assert "not a time of day" in refused.value.text
    assert refused.value.values["word"] == time


@pytest.mark.parametrize("word", ["fortnightly", "blorp", "<b>", "💥", "Foobar", "en+xx", "--"])
def test_an_unknown_word_is_refused_by_name(word: str) -> None:
    """Wherever it stands."""
    with pytest.raises(Refused) as refused:
        read(f"weekly {word} 18:00")
    assert refused.value.values["word"] == word


def test_a_misspelt_word_is_answered_with_the_nearest() -> None:
    """Also where it begins like a city."""
    for wrong, meant in (("dayly", "daily"), ("Sundy", "Sunday"), ("statemnts", "statements")):
        with pytest.raises(Refused) as refused:
            read(wrong)
        assert meant in {str(value) for value in refused.value.values.values()}


def test_an_unknown_zone_is_refused_with_those_near_it() -> None:
    """By its name, whether written with its continent or not."""
    for wrong in ("Europe/Berln", "Berlim"):
        with pytest.raises(Refused) as refused:
            read(f"{wrong} daily")
        assert refused.value.values["word"] == wrong
        assert "Europe/Berlin" in str(refused.value.values["zones"])
    for wrong in ("Mars/Olympus", "UTC+3", "+03:30"):
        with pytest.raises(Refused, match="time zone"):
            read(wrong)


@pytest.mark.parametrize(
    "words",
    [
        "18:00 19:00",
        "daily weekly",
        "Berlin London",
        "monday friday",
        "en fa",
        "daily friday",
        "now sunday",
        "now 18:00",
    ],
)
def test_what_contradicts_itself_is_refused(words: str) -> None:
    """Two values of one sort, or a day or time where there is none."""
    with pytest.raises(Refused):
        read(words)


def test_the_same_thing_said_twice_is_said_once() -> None:
    """18:00 and 6pm are no contradiction."""
    assert read("18:00 6pm") == Choice(minute=1080)


def test_a_day_or_a_time_alone_makes_it_weekly() -> None:
    """A day always; a time where texts came at once, otherwise the rhythm stays."""
    daily, at_once = replace(USUAL, schedule=Schedule.DAILY), replace(USUAL, schedule=Schedule.NOW)
    assert settle(read("friday"), daily).schedule is Schedule.WEEKLY
    assert settle(read("09:00"), daily) == replace(daily, minute=540)
    assert settle(read("09:00"), at_once) == replace(USUAL, minute=540)
    assert settle(read("en+fa"), at_once) == replace(at_once, languages="en+fa")
    assert settle(read(""), USUAL) == USUAL


def test_languages_are_known_by_code_and_by_name() -> None:
    """In either language; nothing else is taken for one."""
    for word in ("fa", "FA", "Farsi", "persian", "فارسی", "فارسي"):
        assert language_named(word) == "fa", word
    for word in ("en", "english", "انگلیسی"):
        assert language_named(word) == "en", word
    for word in ("de", "", "weekly", "en+fa"):
        assert language_named(word) is None, word


SORTS = (
    st.sampled_from(["daily", "weekly", "هفتگی", "now"]),
    st.sampled_from(["sunday", "Fri", "پنج‌شنبه", "پنج شنبه", "شنبه", "دوشنبه"]),
    st.sampled_from(["18:00", "9.30", "۰۷:۴۵", "6pm", "6 am"]),
    st.sampled_from(["Berlin", "New York", "America/Los_Angeles", "تهران", "utc", "Port of Spain"]),
    st.sampled_from(["en", "fa+en", "فارسی", "English"]),
    st.sampled_from(["statements", "action", "updates", "بیانیه‌ها", "گزارش ها"]),
)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_order_means_nothing(data: st.DataObject) -> None:
    """Any choice of words reads the same in any order, or is refused in any order."""
    chosen = [data.draw(sort) for sort in data.draw(st.lists(st.sampled_from(SORTS), unique=True))]
    outcomes = [_outcome(" ".join(words)) for words in (chosen, data.draw(st.permutations(chosen)))]
    assert outcomes[0] == outcomes[1]


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=60), st.text("0123456789:.+/, apmenfUTC۱۸شنبه‌", max_size=30)))
def test_whatever_is_written_is_understood_or_refused(words: str) -> None:
    """Garbage never breaks anything, and a choice is always one that can be kept."""
    outcome = _outcome(words)
    if isinstance(outcome, Choice):
        assert outcome.minute is None or 0 <= outcome.minute < 24 * 60
        assert outcome.weekday is None or 0 <= outcome.weekday < 7


def _outcome(words: str) -> Choice | str:
    try:
        return read(words)
    except Refused as refused:
        return refused.text.format(**refused.values) and refused.text
