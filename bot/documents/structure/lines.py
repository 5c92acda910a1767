"""What a single line is shaped like: the end of a sentence, a title, a date, a byline, an address to readers."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.documents.dates import Dated, find_dates
from bot.documents.sentences import split

MAX_TITLE = 200
MAX_HEADING = 140

_CLOSERS = "\"'”’»›)]}"
_CLOSER = re.compile(rf"[{re.escape(_CLOSERS)}\s\u200c\u200d\ufe0f\u2600-\u27bf\U0001f000-\U0001faff]+$")
_FULL_STOP = re.compile(r"[^\W\d_]{2}[.۔؟?][”\"»’)]? ")
_ROMAN = re.compile(r"[IVX]{1,5}[.)] ")
_MARK = re.compile(
    rf"(?<=[.!?…؟۔{re.escape(_CLOSERS)}])[ \u00a0]?(?:[0-9۰-۹]{{1,3}}|[\[(][0-9۰-۹]{{1,3}}|[⁰¹²³⁴-⁹]{{1,3}})$"
)
_SENTENCE_ENDS = ".!?…؟۔"
_ABBREVIATED = re.compile(r"(?:^|\s)(?:(?:[A-Z]\.){2,}|(?i:no|nr|vol|art|jr|sr|inc|ltd|co|corp)\.)$")
NUMBER_ENDS = r".)\-–ـ_"
"""What people set behind the number of a point, for a class of a pattern."""

MARKER = re.compile(
    r"(?:(?:[-*+•●▪◦‣·–—]|\(?[0-9٠-٩۰-۹]{1,3}[.)]|[0-9٠-٩۰-۹]{1,2} ?[-–ـ_](?= ))[ \t\u00a0]+"
    r"|[۰-۹]{1,2}[-–ـ_.)](?=[آ-ی«])|[•●▪◦‣]"
    r"|(?:\[[0-9٠-٩۰-۹]{1,3}\]|[⁰¹²³⁴-⁹]{1,3})[ \t\u00a0]*)(?=\S)"
)
_LINK = re.compile(r"https?://|www\.|\|\|", re.IGNORECASE)
SALUTATION = re.compile(
    r"(?:(?:Dear|Comrades|Friends|Sisters|Brothers|Colleagues|Fellow|رفقا|دوستان|هم‌وطنان|هموطنان|یاران)\b.{0,80}[!:,،]"
    r"|.{2,60} (?:گرامی|عزیز|شریف|ارجمند|آزاده|مبارز)(?: .{2,30})?[!:,،]|(?:To|به|خطاب به) .*[:,،])$"
)
BYLINE = re.compile(
    r"(?:By:|By (?=[A-Z]|(?:our|a|an|the) (?:\w+ ){0,3}(?:correspondents?|reporters?|staff|volunteers?"
    r"|editors?)\b)|(?:Written|Issued|Published|Posted) by\b|From:|Authors?:"
    r"|(?:نویسنده|نویسندگان|به قلم|از|منتشرکننده|صادرکننده)\s?:|(?:به قلم|نوشتهٔ|نوشته‌ی|نوشته) (?=\S))"
)
_UNDATED = re.compile(r"(?:Since|Until|Before|After|By|From)\b")
_BESIDE_A_DATE = re.compile(
    r"\b(?:(?:originally )?(?:posted|published|issued|dated|written|released|updated|adopted)|date|time|on|at"
    r"|in|as of"
    r"|last|of|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
    r"|corresponding to|equal to|[ap]\.?m\.?|utc|gmt|[0-9۰-۹]{1,2}:[0-9۰-۹]{2}"
    r"|تاریخ(?: انتشار| نگارش| صدور)?|انتشار|منتشر شده در|منتشرشده در|زمان|مورخ|برابر با|مطابق با|مصادف با|ساعت|روز"
    r"|(?:یک|دو|سه|چهار|پنج)[ \u200c]?شنبه|شنبه|جمعه|آدینه|میلادی|شمسی|خورشیدی|هجری|در)\b",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]+")
_LEADS_TO = re.compile(r"\b(?:of|in|on|for|by|the|at|از|در|تا)\s*$", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|توسط)\s+\S+(?:\s\S+){0,2}$", re.IGNORECASE)


@lru_cache(maxsize=8192)
def ends_sentence(text: str) -> bool:
    """Whether *text* ends as a sentence does, quotation marks and brackets aside."""
    bare = _bare(text)
    return bare.endswith(tuple(_SENTENCE_ENDS)) and not _ABBREVIATED.search(bare)


def is_exclaimed(text: str) -> bool:
    """Whether *text* ends with an exclamation or question mark."""
    return text[-40:].rstrip(_CLOSERS).endswith(("!", "?", "؟"))


@lru_cache(maxsize=8192)
def is_titled(text: str, limit: int = MAX_HEADING) -> bool:
    """Whether the line *text* is shaped like a title: short, and no sentence or part of one, no date and no link."""
    if len(text) > limit or "\n" in text:
        return False
    bare = _bare(text)
    if not bare or len(text.split()) > limit // 5:
        return False
    if bare[-1] in ".,;:،؛…۔" and not _ABBREVIATED.search(bare):
        return False
    first = next((character for character in text if character.isalpha()), "")
    if not first or first.islower() or _LINK.search(text) or is_date_line(text):
        return False
    # "It is over. We know" is no title; exclamations and questions may be several.
    text = text[numeral.end() :] if (numeral := _ROMAN.match(text)) else text
    return not _FULL_STOP.search(text) or len(split(text)) == 1 or "!" in text


def is_date_line(text: str) -> bool:
    """Whether *text* is a date and hardly more: «12 January 2026», «Tehran, 12 January 2026», «تاریخ: ۲۲ دی ۱۴۰۴»."""
    return date_of_line(text) is not None


@lru_cache(maxsize=16_384)
def date_of_line(text: str) -> Dated | None:
    """The date that the line *text* is, beside a place, a weekday, a label or the same day in the other calendar."""
    if not 6 <= len(text) <= 100 or "\n" in text or not any(character.isdigit() for character in text):
        return None
    found = find_dates(text)
    if not found or len({dated.day for _, dated in found}) != 1 or _UNDATED.match(text):
        return None
    start, end = found[0][0][0], found[-1][0][1]
    before, after = _BESIDE_A_DATE.sub(" ", text[:start]), _BY.sub(" ", _BESIDE_A_DATE.sub(" ", text[end:]))
    places = _LETTERS.findall(before)
    if ":" in before and len(_LETTERS.findall(text[:start])) > 2:
        return None  # "Voices in Translation: August 2010"
    if len(places) > 3 or (places and _LEADS_TO.search(text[:start])) or any(word[0].islower() for word in places):
        return None
    between = _BESIDE_A_DATE.sub(" ", text[found[0][0][1] : found[-1][0][0]])
    return None if _LETTERS.search(after) or (len(found) > 1 and _LETTERS.search(between)) else found[0][1]


def _bare(text: str) -> str:
    """The end of *text* without closing marks, brackets and pictures, and without a footnote mark after a sentence."""
    return _CLOSER.sub("", _MARK.sub("", _CLOSER.sub("", text[-40:])))
