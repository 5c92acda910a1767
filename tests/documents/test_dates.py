"""Dates and deadlines, as typed and as printed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from persiantools.jdatetime import JalaliDate

from bot.documents.dates import Dated, find_dates, read_date, read_deadline
from bot.refusals import Refused

TWELFTH = date(2026, 1, 12)


@pytest.mark.parametrize(
    "typed",
    [
        "2026-01-12", "2026/1/12", "۲۰۲۶-۰۱-۱۲", "1404-10-22", "۱۴۰۴/۱۰/۲۲", "١٤٠٤/١٠/٢٢", "January 12, 2026",
        "12 January 2026", "12th January 2026", "Jan. 12, 2026", "12 jan 2026", "۲۲ دی ۱۴۰۴",
        "۲۲ دی‌ماه ۱۴۰۴", "۲۲ دي ماه ۱۴۰۴", "22 Dey 1404", "۱۲ ژانویه ۲۰۲۶", "۱۲ ژانویهٔ ۲۰۲۶", " 2026-01-12 ",
    ],
)  # fmt: skip
def test_a_day_is_read_in_both_calendars_and_scripts(typed: str) -> None:
    assert read_date(typed) == Dated(TWELFTH, "day")


@pytest.mark.parametrize(
    ("typed", "iso", "calendar"),
    [
        ("2026-01", "2026-01", "gregorian"),
        ("2026", "2026", "gregorian"),
        ("November 2019", "2019-11", "gregorian"),
        ("ژانویهٔ ۲۰۲۶", "2026-01", "gregorian"),
        ("دی ۱۴۰۴", "2026-01", "jalali"),
        ("1404-10", "2026-01", "jalali"),
        ("۱۴۰۴", "2025", "jalali"),
    ],
)
def test_what_is_not_said_is_not_added(typed: str, iso: str, calendar: str) -> None:
    """A month stays a month, a year a year, and an Iranian month is still known as one."""
    dated = read_date(typed)
    assert dated.iso == iso
    assert dated.calendar == calendar


def test_an_iranian_month_keeps_its_own_first_day() -> None:
    assert read_date("دی ۱۴۰۴") == Dated(date(2025, 12, 22), "month")


@pytest.mark.parametrize(
    "typed", ["", "soon", "2026-13-01", "2026-02-30", "1404-12-30", "31 June 2026", "12", "12 Dey 2026"]
)
def test_what_is_no_date_is_refused_with_the_forms_that_are(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        read_date(typed)
    assert "2026-01-12" in refused.value.text
    assert "1404-10-22" in refused.value.text


def test_dates_are_found_where_they_stand() -> None:
    line = "On January 12, 2026 and «۲۲ دی ۱۴۰۴» (2025-12-31), as in November 2019."
    assert [line[slice(*span)] for span, _ in find_dates(line)] == [
        "January 12, 2026",
        "۲۲ دی ۱۴۰۴",
        "2025-12-31",
        "November 2019",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "1978-1979",
        "November 7",
        "we march 2025 kilometres",
        "in 2022",
        "call 2026-12-345",
        "3.1 May",
        "Mayor 2020",
        "1,2026",
    ],
)
def test_what_only_looks_like_a_date_is_not_found(line: str) -> None:
    assert find_dates(line) == ()


@settings(max_examples=100, deadline=None)
@given(st.dates(date(1850, 1, 1), date(2150, 1, 1)))
def test_every_day_is_read_back_from_either_calendar(day: date) -> None:
    """Printed in the Iranian calendar or in English, a day is found as itself."""
    iranian = JalaliDate(day)  # type: ignore[no-untyped-call]
    printed = f"{iranian.year}/{iranian.month}/{iranian.day}"
    assert read_date(printed).day == read_date(f"{day:%B} {day.day}, {day.year}").day == day
    assert find_dates(f"({day.isoformat()})")[0][1] == Dated(day)


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=60))
def test_any_typed_text_is_a_date_or_a_refusal(text: str) -> None:
    try:
        dated = read_date(text)
    except Refused:
        return
    assert dated.day.year > 1800


@pytest.mark.parametrize(
    ("typed", "moment", "zone"),
    [
        ("2026-12-01 18:00 Europe/Berlin", datetime(2026, 12, 1, 17, tzinfo=UTC), "Europe/Berlin"),
        ("2026-12-01 18:00 berlin", datetime(2026, 12, 1, 17, tzinfo=UTC), "Europe/Berlin"),
        ("۲۰۲۶-۱۲-۰۱ ۱۸:۰۰ تهران", datetime(2026, 12, 1, 14, 30, tzinfo=UTC), "Asia/Tehran"),
        ("1405-09-10 9:05 Tehran", datetime(2026, 12, 1, 5, 35, tzinfo=UTC), "Asia/Tehran"),
        ("1 December 2026 00:00 New York", datetime(2026, 12, 1, 5, tzinfo=UTC), "America/New_York"),
        ("2026-10-25 02:30 Berlin", datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "Europe/Berlin"),
    ],
)
def test_a_deadline_is_a_moment_in_a_zone(typed: str, moment: datetime, zone: str) -> None:
    """The city alone is enough, in either script; of a doubled hour the first one counts."""
    assert read_deadline(typed) == (moment, zone)
    assert read_deadline(typed)[0].utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("2026-12-01 18:00 Berln", "Europe/Berlin"),
        ("2026-12-01 18:00 Qwxyz", "large city"),
        ("2026-12-01 18:00", "which time zone"),
        ("2026-12-01 Berlin", "clock time"),
        ("2026-12 18:00 Berlin", "give the day"),
        ("18:00 Berlin", "not a date"),
        ("2026-12-01 24:00 Berlin", "not a time of day"),
        ("2026-12-01 18:75 Berlin", "not a time of day"),
        ("2026-03-29 02:30 Berlin", "put forward"),
    ],
)
def test_a_deadline_that_is_not_clear_is_refused_by_name(typed: str, says: str) -> None:
    with pytest.raises(Refused) as refused:
        read_deadline(typed)
    assert says in refused.value.text.format(**refused.value.values)
