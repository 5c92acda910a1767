"""When a chat's next digest comes. Wall time and zone are the rule; instants are computed for each firing."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from bot.campaign.models import Schedule

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Firing:
    """One due moment: the instant (UTC) and the local date that it belongs to."""

    at: datetime
    local_date: date


@cache
def known_zone(name: str) -> ZoneInfo:
    """The zone of that IANA name; UTC where this system's tzdata doesn't know it (any more), said once in the log."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        log.warning("The zone %s is not known here; UTC stands in for it. A newer tzdata may know it.", name)
        return ZoneInfo("UTC")


def instant(day: date, minute: int, zone: ZoneInfo) -> datetime:
    """The UTC instant at which the wall clock of *zone* shows *minute* of *day*.

    Where the clock shows it twice, the first; where it skips it, the first instant after the gap
    (RFC 5545 says the former; the latter is plain sense: a half past two that never was is over at three).
    """
    wall = datetime.combine(day, time(minute // 60, minute % 60))
    there = wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
    if there.astimezone(zone).replace(tzinfo=None) == wall:
        return there
    # Inside a gap: its end is the first minute whose wall time is not before the one that was asked for.
    low, high = there - timedelta(hours=26), there
    while high - low > timedelta(minutes=1):
        middle = low + (high - low) // 2
        middle = middle.replace(second=0, microsecond=0)
        if middle in {low, high}:
            break
        if middle.astimezone(zone).replace(tzinfo=None) < wall:
            low = middle
        else:
            high = middle
    return high


def next_firing(schedule: Schedule, weekday: int, minute: int, zone: str, after: datetime) -> Firing | None:
    """The first firing strictly later than *after* (UTC), or None for a chat without digests."""
    if schedule not in {Schedule.DAILY, Schedule.WEEKLY}:
        return None
    place = known_zone(zone)
    day = after.astimezone(place).date() - timedelta(days=1)
    for _ in range(10):
        if schedule is Schedule.DAILY or day.weekday() == weekday:
            at = instant(day, minute, place)
            if at > after:
                return Firing(at, day)
        day += timedelta(days=1)
    raise AssertionError("Every week has each of its days.")


def last_firing(schedule: Schedule, weekday: int, minute: int, zone: str, until: datetime) -> Firing | None:
    """The latest firing not later than *until* (UTC), or None for a chat without digests."""
    if schedule not in {Schedule.DAILY, Schedule.WEEKLY}:
        return None
    place = known_zone(zone)
    day = until.astimezone(place).date() + timedelta(days=1)
    for _ in range(10):
        if schedule is Schedule.DAILY or day.weekday() == weekday:
            at = instant(day, minute, place)
            if at <= until:
                return Firing(at, day)
        day -= timedelta(days=1)
    raise AssertionError("Every week has each of its days.")


def period(schedule: Schedule) -> timedelta:
    """How much news a first digest covers."""
    return timedelta(days=1) if schedule is Schedule.DAILY else timedelta(days=7)
