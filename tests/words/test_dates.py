"""Days and hours are written as readers of each language know them."""

from __future__ import annotations

import datetime as dt
from zoneinfo import available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from persiantools.jdatetime import JalaliDate

from bot.words import bidi, dates
from bot.words.languages import language

FA, EN = language("fa"), language("en")
DAY = dt.date(2026, 1, 12)


@pytest.mark.parametrize(
    ("day", "precision", "english", "farsi", "cited"),
    [
        (DAY, "day", "12 January 2026", "۲۲ دی ۱۴۰۴", "۲۲ دی ۱۴۰۴ (۱۲ ژانویهٔ ۲۰۲۶)"),
        (dt.date(2026, 1, 1), "month", "January 2026", "ژانویهٔ ۲۰۲۶", "ژانویهٔ ۲۰۲۶"),
        (dt.date(2026, 1, 1), "year", "2026", "۲۰۲۶ میلادی", "۲۰۲۶ میلادی"),
        (dt.date(2025, 12, 22), "month", "Dey 1404", "دی ۱۴۰۴", "دی ۱۴۰۴"),
    ],
)
def test_a_date_is_no_more_exact_than_its_source(
    day: dt.date, precision: str, english: str, farsi: str, cited: str
) -> None:
    """A day is Jalali in Farsi, with the source's Gregorian in brackets where cited; month and year are not guessed."""
    assert (dates.date(EN, day, precision), dates.cited(EN, day, precision)) == (english, english)
    assert (dates.date(FA, day, precision), dates.cited(FA, day, precision)) == (farsi, cited)


def test_an_unknown_precision_is_a_mistake() -> None:
    """A precision that does not exist is never shown as a full date."""
    with pytest.raises(ValueError, match="fortnight"):
        dates.date(EN, DAY, "fortnight")


@settings(max_examples=60, deadline=None)
@given(st.dates(dt.date(1925, 4, 1), dt.date(2088, 12, 31)))
def test_a_farsi_date_can_be_read_back(day: dt.date) -> None:
    """The Jalali day, month and year on the page are those of the day itself."""
    number, _, year = dates.date(FA, day).split(" ")
    months = str.split("فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند")
    found = JalaliDate(  # type: ignore[no-untyped-call]
        int(year), months.index(dates.date(FA, day).split(" ")[1]) + 1, int(number)
    )
    assert found.to_gregorian() == day


def test_a_moment_names_weekday_date_time_and_zone() -> None:
    """The next digest comes at a time a reader can put in their calendar."""
    instant = dt.datetime(2026, 1, 18, 17, 0, tzinfo=dt.UTC)
    assert dates.moment(EN, instant, "Europe/Berlin") == "Sunday 18 January 2026, 18:00 (Berlin time)"
    assert dates.moment(FA, instant, "Europe/Berlin") == "یکشنبه ۲۸ دی ۱۴۰۴، ساعت ۱۸:۰۰ (به وقت برلین)"
    assert dates.moment(EN, instant, "UTC") == "Sunday 18 January 2026, 17:00 (universal time, UTC)"


def test_a_moment_without_a_zone_of_its_own_is_in_utc() -> None:
    """What the database gives back without a zone is universal time; an aware moment may be in any."""
    naive = dt.datetime(2026, 1, 18, 21, 0)  # noqa: DTZ001 - the case
    aware = naive.replace(tzinfo=dt.UTC).astimezone(dt.timezone(dt.timedelta(hours=-5)))
    assert dates.moment(EN, naive, "Asia/Tehran") == "Monday 19 January 2026, 00:30 (Tehran time)"
    assert dates.moment(EN, aware, "Asia/Tehran") == dates.moment(EN, naive, "Asia/Tehran")


def test_weekdays_and_times_have_their_farsi_spelling() -> None:
    """Farsi weekdays are spelled one way throughout."""
    farsi = ["دوشنبه", "سه\u200cشنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه"]
    assert [dates.weekday(FA, number) for number in range(7)] == farsi
    assert (dates.weekday(EN, 0), dates.weekday(EN, 6)) == ("Monday", "Sunday")
    assert (dates.time(FA, dt.time(18, 5)), dates.time(EN, dt.time(8, 5))) == ("۱۸:۰۵", "08:05")


@pytest.mark.parametrize(
    ("days", "english", "farsi"),
    [
        (0, "12 January 2026", "۲۲ دی ۱۴۰۴"),
        (6, "from 12 to 18 January 2026", "از ۲۲ تا ۲۸ دی ۱۴۰۴"),
        (26, "from 12 January to 7 February 2026", "از ۲۲ دی تا ۱۸ بهمن ۱۴۰۴"),
        (365, "from 12 January 2026 to 12 January 2027", "از ۲۲ دی ۱۴۰۴ تا ۲۲ دی ۱۴۰۵"),
    ],
)
def test_a_span_says_nothing_twice(days: int, english: str, farsi: str) -> None:
    """A month or year that both ends share is said once, in the calendar of the language."""
    end = DAY + dt.timedelta(days)
    assert (dates.span(EN, DAY, end), dates.span(FA, DAY, end)) == (english, farsi)


def test_zones_are_called_by_their_city() -> None:
    """A zone has its city's name in the language, under its old name and its new one."""
    assert [dates.zone_name(FA, zone) for zone in ("Asia/Tehran", "Europe/Kyiv", "Europe/Kiev")] == [
        "تهران",
        "کیف",
        "کیف",
    ]
    assert dates.zone_name(EN, "America/Argentina/Buenos_Aires") == "Buenos Aires"
    assert dates.zone_name(FA, "UTC") == "وقت جهانی (UTC)"


def test_every_zone_has_a_name() -> None:
    """No zone that can be set is without a name, or shows an underscore to people."""
    for zone in available_timezones():
        for speaker in (EN, FA):
            name = dates.zone_name(speaker, zone)
            assert name
            assert not set("_/") & set(name), zone


def test_an_added_language_writes_dates_by_its_own_rules() -> None:
    """A language that is only a folder gets its dates from CLDR."""
    german = language("en").__class__("de", language("en").locale.parse("de_DE"), False, EN._catalogue)
    assert dates.date(german, DAY) == dates.cited(german, DAY) == "12. Januar 2026"
    assert bidi.strip_marks(dates.span(german, DAY, DAY + dt.timedelta(1))) == "from 12. Januar 2026 to 13. Januar 2026"
