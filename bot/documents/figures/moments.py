"""Days named within a sentence, with or without a year, and what is said to hold as of such a day."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from persiantools.jdatetime import JalaliDate

from bot.documents.dates import Dated, find_dates, read_date
from bot.documents.figures.tokens import Token, fold_word, key_at, word_list
from bot.refusals import Refused

_ORDINAL_ENDS = word_list("st nd rd th ام م امین مین")
_BETWEEN_DAYS = word_list("and to or و تا الی یا") | frozenset("-–—,،")
_AS_OF = word_list(
    "as_of as_at by until till through up_to تا تا_تاریخ تا_روز تا_پایان تا_پایان_روز تا_شامگاه تا_شب "
    "تا_صبح تا_عصر تا_ظهر by_the_end_of as_of_the_end_of until_the_end_of by_midday_on by_midnight_on "
    "by_noon_on as_of_noon_on as_of_midnight_on as_of_monday as_of_tuesday as_of_wednesday "
    "as_of_thursday as_of_friday as_of_saturday as_of_sunday by_monday by_tuesday by_wednesday "
    "by_thursday by_friday by_saturday by_sunday as_of_the_morning_of as_of_the_evening_of "
    "by_the_evening_of by_the_morning_of up_until"
)
_SPELLED_DAYS = (
    "یکم دوم سوم چهارم پنجم ششم هفتم هشتم نهم دهم یازدهم دوازدهم سیزدهم چهاردهم پانزدهم شانزدهم هفدهم هجدهم نوزدهم "
    "بیستم بیست‌ویکم بیست‌ودوم بیست‌وسوم بیست‌وچهارم بیست‌وپنجم بیست‌وششم بیست‌وهفتم بیست‌وهشتم بیست‌ونهم سی‌ام سی‌ویکم"
)
_ORDINALS = {fold_word(word): str(day) for day, word in enumerate(_SPELLED_DAYS.split(), 1)}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_AS_OF_DAY = frozenset({("as", "of"), ("as", "at")})
_AS_OF_ENDS = frozenset(each.split()[-1] for each in _AS_OF)
_LONGEST = max(len(each.split()) for each in _AS_OF)
_AHEAD = word_list("must will should shall planned deadline ultimatum باید خواهد خواهند مهلت قرار")
_IRANIAN_YEARS = range(1200, 1500)
_LONGEST_MONTH = 12
_FARTHEST_DAY = 31
_YEAR = re.compile("1[2-4][0-9]{2}|1[89][0-9]{2}|20[0-9]{2}|21[0-9]{2}")


def dated_tokens(tokens: list[Token]) -> set[int]:
    """Which tokens belong to a day, month or year that is named with its month: "5–7 December 2025", «۲۲ دی»."""
    found: set[int] = set()
    for at, token in enumerate(tokens):
        if token.kind != "word" or not is_month(token):
            continue
        before, after = _days_before(tokens, at), _days_after(tokens, at)
        if before | after:
            found |= {at} | before | after
    return found


def is_month(token: Token) -> bool:
    """Whether *token* is the name of a month as it is printed, with a capital."""
    return _is_month_name(token.text)


@lru_cache(maxsize=8192)
def _is_month_name(text: str) -> bool:
    plain = _without_month(text)
    return not text[0].islower() and 0 < len(plain) < _LONGEST_MONTH and _reads(f"1 {plain}") is not None


def names_month(text: str) -> bool:
    """Whether *text*, of one word or two, is the name of a month."""
    return _reads(f"1 {text}") is not None


def _without_month(text: str) -> str:
    """«خرداد» of «خردادماه»."""
    return text.removesuffix("ماه").rstrip("\u200c") if len(text) > len("ماه") else text


def as_of(sentence: str, tokens: list[Token], dated: Dated | None) -> date | None:
    """The day that the sentence names as the one up to which its figures hold; nothing is guessed.

    A day without a year is the last one before the text's own date, so without that date it is None. Of something
    planned, or of a day after the text was issued, it is None as well.
    """
    if any(token.key in _AHEAD for token in tokens):
        return None
    for at in range(1, len(tokens)):
        if weekday := _weekday(tokens, at, dated):
            return weekday
        if not _is_announced(tokens, at):
            continue
        start = at + (tokens[at].text in ",،")
        day = _full_day(sentence, tokens, start) or _spelled_day(tokens, start) or _day_of_year(tokens, start, dated)
        if day:
            late = dated is not None and dated.precision == "day" and day > dated.day
            return None if late else day
    return None


def _weekday(tokens: list[Token], at: int, dated: Dated | None) -> date | None:
    """Of "as of Thursday" without a date the last such day before the text was issued, or that day itself."""
    if dated is None or dated.precision != "day" or tokens[at].key not in _WEEKDAYS:
        return None
    said = (key_at(tokens, at - 2), key_at(tokens, at - 1))
    if said not in _AS_OF_DAY or any(is_month(token) for token in tokens[at + 1 : at + 5] if token.kind == "word"):
        return None
    back = (dated.day.weekday() - _WEEKDAYS.index(tokens[at].key)) % 7
    return dated.day - timedelta(days=back) if dated.day.toordinal() > back else None


def _is_announced(tokens: list[Token], at: int) -> bool:
    if tokens[at - 1].key not in _AS_OF_ENDS or not (
        tokens[at].kind == "number"
        or tokens[at].key in _ORDINALS
        or tokens[at].text == ","
        or (tokens[at].kind == "word" and is_month(tokens[at]))
    ):
        return False
    if tokens[at].kind == "number" and tokens[at - 1].key == "تا" and at > 1 and tokens[at - 2].kind == "number":
        return False
    return any(
        " ".join(token.key for token in tokens[at - size : at]) in _AS_OF for size in range(1, min(_LONGEST, at) + 1)
    )


def _full_day(sentence: str, tokens: list[Token], at: int) -> date | None:
    if at >= len(tokens):
        return None
    start = tokens[at].start
    found = find_dates(sentence[start : start + 40])
    if not found or found[0][0][0] > 0 or found[0][1].precision != "day":
        return None
    return found[0][1].day


def _spelled_day(tokens: list[Token], at: int) -> date | None:
    """«ششم مهر ۱۴۰۴»."""
    number, year = _ORDINALS.get(key_at(tokens, at)), key_at(tokens, at + 2)
    if not number or not _YEAR.fullmatch(year) or not is_month(tokens[at + 1]):
        return None
    try:
        return read_date(f"{number} {_without_month(tokens[at + 1].text)} {year}").day
    except Refused:
        return None


def _day_of_year(tokens: list[Token], at: int, dated: Dated | None) -> date | None:
    if dated is None or at + 1 >= len(tokens):
        return None
    one, other = tokens[at], tokens[at + 1]
    if one.kind == "number" and other.key in _ORDINAL_ENDS and at + 2 < len(tokens):
        other = tokens[at + 2]
    month, day = (one, other) if one.kind == "word" else (other, one)
    number = day.key if day.kind == "number" else _ORDINALS.get(day.key, "")
    if month.kind != "word" or not number or not is_month(month):
        return None
    name = _without_month(month.text)
    iranian = _reads(f"1 {name}") == "jalali"
    year = _iranian_year(dated.day) if iranian else dated.day.year
    exact = dated.precision == "day"
    for each in (year, year - 1) if exact else (year,):
        try:
            found = read_date(f"{number} {name} {each}").day
        except Refused:
            return None
        if not exact or found <= dated.day:
            return found
    return None


def _iranian_year(day: date) -> int:
    return int(JalaliDate(day).year) if day.year - 621 in _IRANIAN_YEARS else 0  # type: ignore[no-untyped-call]


def _reads(day: str) -> str | None:
    for calendar, year in (("gregorian", 2020), ("jalali", 1400)):
        try:
            read_date(f"{day} {year}")
        except Refused:
            continue
        return calendar
    return None


def _is_day(tokens: list[Token], at: int) -> bool:
    return (
        0 <= at < len(tokens)
        and tokens[at].key.isdecimal()
        and len(tokens[at].key) < 3
        and (0 < int(tokens[at].key) <= _FARTHEST_DAY)
    )


def _days_before(tokens: list[Token], at: int) -> set[int]:
    found: set[int] = set()
    place = at - 1
    if key_at(tokens, place) == "of":
        place -= 1
    while place >= 0:
        if key_at(tokens, place) in _ORDINAL_ENDS:
            place -= 1
        if not _is_day(tokens, place):
            break
        found.add(place)
        if key_at(tokens, place - 1) not in _BETWEEN_DAYS:
            break
        place -= 2
    return found


def _days_after(tokens: list[Token], at: int) -> set[int]:
    found: set[int] = set()
    place = at + 1
    if key_at(tokens, place) == "ماه":
        place += 1
    if tokens[at].key.isascii():
        while _is_day(tokens, place):
            found.add(place)
            place += 2 if key_at(tokens, place + 1) in _ORDINAL_ENDS else 1
            # "on May 3, 40 people" is a day and a count.
            if key_at(tokens, place) not in _BETWEEN_DAYS - {",", "و"} or not _is_day(tokens, place + 1):
                break
            place += 1
    if key_at(tokens, place) in {",", "،"}:
        place += 1
    if place < len(tokens) and _YEAR.fullmatch(tokens[place].key):
        found.add(place)
    return found
