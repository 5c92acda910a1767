"""Days and hours as people of a language write them: Jalali in Farsi, Gregorian elsewhere, 24 hours everywhere."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from babel.core import get_global
from babel.dates import format_date, format_skeleton
from persiantools.jdatetime import MONTH_NAMES_EN, MONTH_NAMES_FA, JalaliDate

from bot.documents.dates import Dated
from bot.words import bidi

if TYPE_CHECKING:
    from bot.words.languages import Language

_JALALI = frozenset({"fa"})
_UNIVERSAL = frozenset(
    {"UTC", "Etc/UTC", "Etc/UCT", "Etc/Universal", "Etc/Zulu", "GMT", "Etc/GMT", "UCT", "Universal", "Zulu"}
)


def date(language: Language, day: dt.date, precision: str = "day") -> str:
    """*day* in the calendar and digits of *language*, no more exact than *precision*: "day", "month" or "year".

    A month or year that a source gives in the Gregorian calendar lies across two of the Jalali one; it is not
    guessed which, so these stay Gregorian in Farsi too. One that it gives in the Jalali calendar is kept as the day
    it begins, inside a Gregorian month, and stays Jalali in every language. Raises ValueError for another precision.
    """
    if Dated(day, precision).calendar == "jalali":  # type: ignore[arg-type]
        return _jalali_period(language, day, precision)
    match precision:
        case "day" if language.code in _JALALI:
            return language.digits(" ".join(_jalali(day)))
        case "day":
            return _gregorian(language, day)
        case "month":
            return _clean(language, format_skeleton("yMMMM", day, locale=language.locale))
        case "year" if language.code in _JALALI:
            # A bare year would be read as Jalali.
            return bidi.strip_marks(language.plain("{year} CE", year=day.year))
        case "year":
            return language.digits(f"{day.year}")
    raise ValueError(f"no such precision of a date: {precision}")


def cited(language: Language, day: dt.date, precision: str = "day") -> str:
    """*day* as `date` has it, and where that is Jalali, the Gregorian date of the source in brackets."""
    shown = date(language, day, precision)
    if language.code not in _JALALI or precision != "day":
        return shown
    return f"{shown} ({_gregorian(language, day)})"


def moment(language: Language, instant_utc: dt.datetime, zone: str | ZoneInfo) -> str:
    """Weekday, date, time and zone of an instant, as clocks in *zone* show it.

    A naive *instant_utc* is taken as UTC; an aware one may be in any zone.
    """
    aware = instant_utc if instant_utc.tzinfo else instant_utc.replace(tzinfo=dt.UTC)
    local = aware.astimezone(zone if isinstance(zone, ZoneInfo) else ZoneInfo(zone))
    values = {
        "weekday": weekday(language, local.weekday()),
        "date": date(language, local.date()),
        "time": time(language, local),
    }
    if str(zone) in _UNIVERSAL:
        return language.plain("{weekday} {date}, {time} (universal time, UTC)", **values)
    return language.plain("{weekday} {date}, {time} ({city} time)", **values, city=zone_name(language, zone))


def time(language: Language, when: dt.time | dt.datetime) -> str:
    """Hours and minutes as they stand in *when*, in the digits of *language*: 18:00, ۱۸:۰۰."""
    return language.digits(f"{when:%H:%M}")


def weekday(language: Language, number: int) -> str:
    """The name of a day of the week, Monday being 0."""
    return str(language.locale.days["format"]["wide"][number])


def zone_name(language: Language, zone: str | ZoneInfo) -> str:
    """The city a time zone is named after ("Berlin", «برلین»), by CLDR; where CLDR has none, the zone's own name."""
    key = str(zone)
    if key in _UNIVERSAL:
        return language.plain("universal time (UTC)")
    known = language.locale.time_zones
    for name in _same_zone(key):
        if city := known.get(name, {}).get("city"):
            return str(city)
    return key.rpartition("/")[2].replace("_", " ")


def span(language: Language, start: dt.date, end: dt.date) -> str:
    """Two days as a range in words, without saying a month or year twice: "from 12 to 18 January 2026"."""
    if start == end:
        return date(language, end)
    return language.plain("from {start} to {end}", start=_start(language, start, end), end=date(language, end))


def _start(language: Language, start: dt.date, end: dt.date) -> str:
    """*start* without what it has in common with *end*, where a language writes day, month, year in this order."""
    if language.code in _JALALI:
        first, last = _jalali(start), _jalali(end)
    elif language.locale.date_formats["long"].pattern == "d MMMM y":
        first, last = ((str(d.day), str(d.month), str(d.year)) for d in (start, end))
    else:
        return date(language, start)
    kept = next((n for n in (1, 2) if first[n:] == last[n:]), 3)
    return " ".join(date(language, start).split(" ")[:kept])


def _jalali(day: dt.date) -> tuple[str, str, str]:
    jalali = JalaliDate(day)  # type: ignore[no-untyped-call]
    return f"{jalali.day}", str(MONTH_NAMES_FA[jalali.month]), f"{jalali.year}"


def _jalali_period(language: Language, day: dt.date, precision: str) -> str:
    jalali = JalaliDate(day)  # type: ignore[no-untyped-call]
    if precision == "year":
        return bidi.strip_marks(language.plain("{year} (Iranian year)", year=jalali.year))
    names = MONTH_NAMES_FA if language.code in _JALALI else MONTH_NAMES_EN
    return language.digits(f"{names[jalali.month]} {jalali.year}")


def _gregorian(language: Language, day: dt.date) -> str:
    return _clean(language, format_date(day, "long", locale=language.locale))


def _clean(language: Language, text: str) -> str:
    return language.digits(bidi.strip_marks(text))


def _same_zone(key: str) -> list[str]:
    """All names of one zone: CLDR keeps a city under the oldest of them, the system under the newest."""
    aliases: dict[str, str] = get_global("zone_aliases")  # type: ignore[assignment]
    canonical = aliases.get(key, key)
    return [key, canonical, *(name for name, to in aliases.items() if to == canonical)]
