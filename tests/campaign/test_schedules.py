"""When digests come, by the clocks of the people who read them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.campaign.models import Schedule
from bot.campaign.schedules import instant, last_firing, next_firing

ZONES = (
    "Europe/Berlin",
    "Asia/Tehran",
    "America/Los_Angeles",
    "Australia/Lord_Howe",
    "UTC",
    "Pacific/Apia",
    "Africa/Casablanca",
)


def test_a_digest_comes_at_the_wall_time_in_winter_and_in_summer() -> None:
    """Six in the evening in Berlin is five by UTC in winter and four in summer."""
    berlin = ZoneInfo("Europe/Berlin")
    assert instant(date(2026, 1, 11), 18 * 60, berlin) == datetime(2026, 1, 11, 17, 0, tzinfo=UTC)
    assert instant(date(2026, 7, 12), 18 * 60, berlin) == datetime(2026, 7, 12, 16, 0, tzinfo=UTC)


def test_of_two_half_past_twos_the_first_counts() -> None:
    """Clocks go back in Berlin on 25 October 2026 at three."""
    at = instant(date(2026, 10, 25), 2 * 60 + 30, ZoneInfo("Europe/Berlin"))
    assert at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_a_half_past_two_that_is_skipped_is_just_after_the_gap() -> None:
    """Clocks go forward in Berlin on 29 March 2026 at two."""
    at = instant(date(2026, 3, 29), 2 * 60 + 30, ZoneInfo("Europe/Berlin"))
    assert at == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)
    assert at.astimezone(ZoneInfo("Europe/Berlin")).hour == 3


def test_a_day_that_a_zone_left_out_is_over_at_once() -> None:
    """Samoa went from 29 to 31 December 2011."""
    at = instant(date(2011, 12, 30), 12 * 60, ZoneInfo("Pacific/Apia"))
    assert at.astimezone(ZoneInfo("Pacific/Apia")) == datetime(2011, 12, 31, 0, 0, tzinfo=ZoneInfo("Pacific/Apia"))


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(ZONES),
    st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1)),  # noqa: DTZ001 - made aware below
    st.sampled_from([Schedule.DAILY, Schedule.WEEKLY]),
    st.integers(0, 6),
    st.integers(0, 24 * 60 - 1),
)
def test_the_next_firing_follows_the_last_without_a_hole(
    zone: str, naive: datetime, schedule: Schedule, weekday: int, minute: int
) -> None:
    """Between the last firing and the next there is exactly one period, give or take what clocks are changed by."""
    now = naive.replace(tzinfo=UTC)
    before = last_firing(schedule, weekday, minute, zone, now)
    after = next_firing(schedule, weekday, minute, zone, now)
    assert before is not None
    assert after is not None
    assert before.at <= now < after.at
    assert next_firing(schedule, weekday, minute, zone, before.at) == after
    days = 1 if schedule is Schedule.DAILY else 7
    assert abs(after.at - before.at - timedelta(days=days)) <= timedelta(hours=1)
    assert (after.local_date - before.local_date).days == days


@pytest.mark.parametrize("schedule", [Schedule.NEVER, Schedule.NOW])
def test_who_has_no_digest_has_no_next_one(schedule: Schedule) -> None:
    assert next_firing(schedule, 6, 1080, "UTC", datetime(2026, 1, 1, tzinfo=UTC)) is None
