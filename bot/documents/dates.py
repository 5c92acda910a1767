"""Dates and deadlines as people type and print them, in both calendars and both scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

from persiantools.jdatetime import JalaliDate

from bot.documents.scripts import ascii_digits, levelled
from bot.documents.zones import find_zone, near_zones
from bot.refusals import N_, Refused

Precision = Literal["day", "month", "year"]
Span = tuple[int, int]

_ENGLISH = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12,
}  # fmt: skip
_FARSI = {
    "ژانویه": 1, "فوریه": 2, "مارس": 3, "آوریل": 4, "اوریل": 4, "مه": 5, "می": 5, "ژوئن": 6, "ژوین": 6, "جون": 6,
    "ژوئیه": 7, "ژوییه": 7, "جولای": 7, "اوت": 8, "آگوست": 8, "اگوست": 8, "سپتامبر": 9, "اکتبر": 10, "نوامبر": 11,
    "دسامبر": 12,
}  # fmt: skip
_ARABIC = {
    "ینایر": 1, "فبرایر": 2, "أبریل": 4, "ابریل": 4, "مایو": 5, "یونیو": 6, "یولیو": 7, "أغسطس": 8, "اغسطس": 8,
    "سبتمبر": 9, "أکتوبر": 10, "اکتوبر": 10, "نوفمبر": 11, "دیسمبر": 12, "کانون الثانی": 1, "شباط": 2, "آذار": 3,
    "نیسان": 4, "أیار": 5, "ایار": 5, "حزیران": 6, "تموز": 7, "آب": 8, "أیلول": 9, "ایلول": 9, "تشرین الأول": 10,
    "تشرین الاول": 10, "تشرین الثانی": 11, "کانون الأول": 12, "کانون الاول": 12,
}  # fmt: skip
_JALALI = {
    "فروردین": 1, "اردیبهشت": 2, "خرداد": 3, "تیر": 4, "مرداد": 5, "امرداد": 5, "شهریور": 6, "مهر": 7, "آبان": 8,
    "ابان": 8, "آذر": 9, "اذر": 9, "دی": 10, "بهمن": 11, "اسفند": 12,
    "farvardin": 1, "ordibehesht": 2, "khordad": 3, "tir": 4, "mordad": 5, "shahrivar": 6, "mehr": 7, "aban": 8,
    "azar": 9, "dey": 10, "bahman": 11, "esfand": 12,
}  # fmt: skip
_GREGORIAN = {
    **_ENGLISH,
    **{name[:3]: number for name, number in _ENGLISH.items()},
    "sept": 9,
    **_FARSI,
    **_ARABIC,
}
_UNITS = ("یکم", "دوم", "سوم", "چهارم", "پنجم", "ششم", "هفتم", "هشتم", "نهم")
_TEENS = ("دهم", "یازدهم", "دوازدهم", "سیزدهم", "چهاردهم", "پانزدهم", "شانزدهم", "هفدهم", "هجدهم", "نوزدهم")
_TWENTIES = ("بیستم", *(f"بیست و {unit}" for unit in _UNITS))
_DAY_WORDS = {word: day for day, word in enumerate((*_UNITS, *_TEENS, *_TWENTIES, "سی ام", "سی و یکم"), 1)} | {"اول": 1}
MONTHS = "|".join(sorted({**_GREGORIAN, **_JALALI}, key=lambda name: (-len(name), name)))
"""The names of months in all languages that are read, as alternatives of a pattern for levelled text."""
_MONTH = rf"(?P<month>{MONTHS})\.?\u0654?(?:[ \u200c]?ماه)?(?![^\W\d_])"
_YEAR = r"(?P<year>\d{4})(?![\d٫]|[,.٬]\d)"
_SPOKEN_DAY = "|".join(sorted((word.replace(" ", "[ \\u200c]") for word in _DAY_WORDS), key=len, reverse=True))
_DAY = r"(?P<day>\d{1,2})"
_GAP = r"[ \u00a0\u200c]{0,3}"
_START = r"(?<![^\W_])(?<!\d[.,/\-])"
_NUMERIC = re.compile(
    r"(?<![\w/.\-])(?P<year>\d{4})(?P<gap>[-/.])(?P<month>\d{1,2})(?P=gap)(?P<day>\d{1,2})(?:(?![\w/\-]|\.\d)|(?=T\d\d:))"
)
_DAY_FIRST = re.compile(
    r"(?<![\w/.\-])(?P<day>\d{1,2})(?P<gap>[-/.])(?P<month>\d{1,2})(?P=gap)(?P<year>\d{4})(?![\w/\-]|\.\d)"
)
_NUMERIC_MONTH = re.compile(r"(?P<year>\d{4})[-/](?P<month>\d{1,2})")
_BARE_YEAR = re.compile(r"(?P<year>\d{4})")
_WORDED = (
    re.compile(rf"{_START}{_DAY}(?:st|nd|rd|th|ام|م|ُم)?{_GAP}(?:of )?{_MONTH}{_GAP}[,،]?{_GAP}{_YEAR}", re.IGNORECASE),
    re.compile(rf"{_START}(?P<day>{_SPOKEN_DAY}){_GAP}{_MONTH}{_GAP}[,،]?{_GAP}{_YEAR}"),
    re.compile(rf"{_START}{_MONTH}{_GAP}{_DAY}(?:st|nd|rd|th)?[,،]{_GAP}{_YEAR}", re.IGNORECASE),
    re.compile(rf"{_START}{_MONTH}{_GAP}{_DAY}(?:st|nd|rd|th)?{_GAP}(?<=[ \u00a0]){_YEAR}", re.IGNORECASE),
    re.compile(rf"{_START}{_DAY}-{_MONTH}-{_YEAR}", re.IGNORECASE),
    re.compile(rf"{_START}{_MONTH}{_GAP},?{_GAP}{_YEAR}", re.IGNORECASE),
)
_PRINTED_YEAR = re.compile(r"\d{4}")
_CLOCK = re.compile(r"(?<![\d:])(\d{1,2}):(\d{2})(?![\d:])")


@dataclass(frozen=True)
class Dated:
    """A Gregorian day and how much of it is meant.

    Of a month or year *day* is the first day. Iranian months and years begin inside a Gregorian month, so a month or
    year whose *day* is not the 1st (of January) is an Iranian one, and nothing of what was printed is lost.
    """

    day: date
    precision: Precision = "day"

    @property
    def calendar(self) -> Literal["gregorian", "jalali"]:
        """Which calendar the month or year is of; exact days are the same in both and count as Gregorian."""
        inside = (self.precision == "month" and self.day.day != 1) or (
            self.precision == "year" and (self.day.month, self.day.day) != (1, 1)
        )
        return "jalali" if inside else "gregorian"

    @property
    def iso(self) -> str:
        """`2026-01-12`, `2026-01` or `2026`; of an Iranian month or year the Gregorian one that holds most of it."""
        if self.precision == "day":
            return self.day.isoformat()
        year, month = self.day.year, self.day.month
        if self.calendar == "jalali" and self.precision == "month":
            # It begins on the 19th to the 23rd, so two thirds of it lie in the next Gregorian month.
            year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        return f"{year:04}" if self.precision == "year" else f"{year:04}-{month:02}"


def read_date(text: str) -> Dated:
    """The date that somebody typed: `2026-01-12`, `2026-01`, `2026`, `1404-10-22`, «۲۲ دی ۱۴۰۴», `January 4, 2026`, …

    Years before 1700 are Iranian (solar hijri). Raises Refused, naming the forms that are read, for anything else.
    """
    plain = _level(text).strip()
    for pattern in (_NUMERIC, *_WORDED, _NUMERIC_MONTH, _BARE_YEAR):
        if (match := pattern.fullmatch(plain)) and (dated := _dated(match)):
            return dated
    raise Refused(
        N_(
            "{text} is not a date I can read. Please write it like 2026-01-12, 2026-01 or 2026, "
            "like 1404-10-22 in the Iranian calendar, or like 12 January 2026."
        ),
        text=text.strip()[:60],
    )


@lru_cache(maxsize=4096)
def find_dates(line: str) -> tuple[tuple[Span, Dated], ...]:
    """The dates printed in *line*, each with where it stands; a year alone is not taken for one."""
    plain = _level(line)
    found: list[tuple[Span, Dated]] = []
    if not _PRINTED_YEAR.search(plain):
        return ()
    for span, dated in sorted(_candidates(plain), key=lambda each: (each[0][0], -each[0][1])):
        if not found or span[0] >= found[-1][0][1]:
            found.append((span, dated))
    return tuple(found)


def read_deadline(text: str) -> tuple[datetime, str]:
    """The moment, in UTC, and the IANA zone of `2026-12-01 18:00 Europe/Berlin`, in any form of date, digits and city.

    Raises Refused naming what is missing or unknown: date, clock time, zone.
    """
    plain = " ".join(_level(text).split())
    clock = _CLOCK.search(plain)
    if not clock:
        raise Refused(N_("Please give a date, a clock time and a time zone, like 2026-12-01 18:00 Europe/Berlin."))
    dated = read_date(plain[: clock.start()])
    if dated.precision != "day":
        raise Refused(N_("Please give the day as well, like 2026-12-01 18:00 Europe/Berlin."))
    hour, minute = int(clock[1]), int(clock[2])
    if hour > 23 or minute > 59:
        raise Refused(N_("{time} is not a time of day. Please write it from 00:00 to 23:59."), time=clock[0])
    zone = _read_zone(plain[clock.end() :].strip())
    local = datetime(dated.day.year, dated.day.month, dated.day.day, hour, minute, tzinfo=ZoneInfo(zone))
    moment = local.astimezone(UTC)
    if moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise Refused(
            N_("On that day the clocks in {zone} are put forward and skip {time}. Please choose another time."),
            zone=zone,
            time=clock[0],
        )
    return moment, zone


def _read_zone(word: str) -> str:
    if not word:
        raise Refused(N_("Please say in which time zone, like 18:00 Europe/Berlin or 18:00 Tehran."))
    if zone := find_zone(word):
        return zone
    if near := near_zones(word):
        raise Refused(N_("I know no time zone {zone}. Did you mean {near}?"), zone=word[:60], near=", ".join(near))
    raise Refused(
        N_("I know no time zone {zone}. Please name a large city of it, like Tehran, Berlin or Europe/London."),
        zone=word[:60],
    )


def _level(text: str) -> str:
    # One character for one, so that places stay the same.
    return levelled(ascii_digits(text))


def _candidates(plain: str) -> Iterator[tuple[Span, Dated]]:
    for match in _NUMERIC.finditer(plain):
        if dated := _dated(match):
            yield match.span(), dated
    for match in _DAY_FIRST.finditer(plain):
        # 3/4/2026 is another day in America than elsewhere; with dots or an Iranian year it is the day first.
        sure = (
            match["gap"] == "." or int(match["year"]) < 1700 or int(match["day"]) > 12 or match["day"] == match["month"]
        )
        if sure and (dated := _dated(match)):
            yield match.span(), dated
    for pattern in _WORDED:
        for match in pattern.finditer(plain):
            # "we march 2025 kilometres" is no date; printed month names are capitalised.
            if not match["month"][0].islower() and (dated := _dated(match)):
                yield match.span(), dated


def _dated(match: re.Match[str]) -> Dated | None:
    parts = match.groupdict()
    year, name = int(parts["year"]), (parts.get("month") or "1").lower()
    precision: Precision = "day" if parts.get("day") else "month" if parts.get("month") else "year"
    iranian = year < 1700
    if not name.isdigit() and iranian != (name in _JALALI):
        return None
    month = int(name) if name.isdigit() else (_JALALI if iranian else _GREGORIAN)[name]
    spoken = (parts.get("day") or "1").replace("\u200c", " ")
    day = _DAY_WORDS.get(spoken) or int(spoken)
    if not (1200 <= year < 1700 or 1800 <= year < 2200):
        return None
    try:
        return Dated(_iranian_day(year, month, day) if iranian else date(year, month, day), precision)
    except ValueError:
        return None


def _iranian_day(year: int, month: int, day: int) -> date:
    return JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]
