"""What kind of text it is, of which series and week, as far as its title and shape say so."""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import pairwise

from bot.documents.outlines import Passage
from bot.documents.scripts import ascii_digits

MAX_SHORT = 40


class Kind(StrEnum):
    """What a text is; an article is what nothing shows to be anything else."""

    STATEMENT = "statement"
    UPDATE = "update"
    ACTION = "action"
    COLLECTION = "collection"
    ARTICLE = "article"


_NUMBERS = ("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen twenty")  # fmt: skip
_ORDINALS = ("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
             "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth")  # fmt: skip
_FARSI_ORDINALS = ("یکم دوم سوم چهارم پنجم ششم هفتم هشتم نهم دهم یازدهم دوازدهم سیزدهم چهاردهم پانزدهم شانزدهم هفدهم "
                   "هجدهم نوزدهم")  # fmt: skip
_FARSI_TENS = {20: ("بیست", "بیستم"), 30: ("سی", "سی ام"), 40: ("چهل", "چهلم"), 50: ("پنجاه", "پنجاهم")}


def _words() -> dict[str, int]:
    words: dict[str, int] = {"اول": 1, "نخست": 1}
    for group in (_NUMBERS, _ORDINALS, _FARSI_ORDINALS):
        words |= {word: number for number, word in enumerate(group.split(), 1)}
    for tens, (stem, whole) in _FARSI_TENS.items():
        words[whole] = tens
        words |= {f"{stem} و {unit}": tens + number for number, unit in enumerate(_FARSI_ORDINALS.split()[:9], 1)}
    return words


_WORDS = _words()
_ANY = "|".join(sorted(_WORDS, key=len, reverse=True))
_WEEK = re.compile(
    rf"\bweek(?:ly (?:update|report|bulletin))?\s*(?:#|no\.?|number)?\s*(?P<n>\d{{1,3}}|(?:{_ANY})\b)"
    rf"|\b(?:the )?(?:(?P<th>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{_ANY}))\s+week\b"
    rf"|هفته(?:\s?ی\b)?\s*(?:شماره\s*)?(?P<fa>\d{{1,3}}|(?:{_ANY})\b)"
    r"|گزارش هفتگی\s*[-–—،,:(]?\s*(?:شماره\s*)?(?P<report>\d{1,3})\b"
)
_WEEKLY = re.compile(r"\bweekly (?:update|report|bulletin|digest)\b|گزارش هفتگی|خبرنامه هفتگی|چکیده هفتگی")
_STATEMENT = re.compile(
    r"\b(?:statement|declaration|communiqu[eé]|resolution|manifesto|open letter|appeal)\b"
    r"|بیانیه|اعلامیه|قطعنامه|اطلاعیه|منشور|نامه سرگشاده"
)
_ACTION = re.compile(
    r"\bcalls? (?:to action|for (?:an? |the )?(?:\w+ ){0,2}?"
    r"(?:actions?|rall(?:y|ies)|demonstrations?|strikes?|protests?|gatherings?))\b"
    r"|\bday of action\b|\bjoin (?:us|the (?:rally|demonstration|protest|march))\b|فراخوان"
)
_COLLECTION = re.compile(
    r"\b(?:collection|compilation|selection) of\b|\bcollected (?:statements|texts)\b|مجموعه\s?(?:ای|بیانیه|متن)"
)
_PART = re.compile(
    r"[\[(](?:The|This) (?:following )?(?:text|section|statement|article|letter)\b"
    r"|[\[(](?:متن|این (?:متن|بخش|بیانیه))\b"
)
_DECLARES = re.compile(
    r"\bwe, (?:the )?[^.]{0,120}?\b(?:undersigned|signatories|declare|condemn|demand|call)\b"
    r"|\bsignatories of this statement\b"
    r"|ما[،,] .{0,120}(?:امضاکنندگان|اعلام می)",
    re.IGNORECASE,
)
_WE = re.compile(r"\b(?:we|our)\b|\bما\b", re.IGNORECASE)


def numbered(title: str) -> tuple[str | None, int | None]:
    """The series and week that *title* names: "Uprising in Iran" and 9 of «Uprising in Iran—Week 9: …»; else None."""
    plain = _level(title)
    found = _WEEK.search(plain)
    if not found:
        return None, None
    digits = next(group for group in found.groups() if group)
    week = int(digits) if digits.isdecimal() else _WORDS[digits]
    start = found.end() if found["report"] else found.start()
    series = title[:start].rpartition("\n")[2]
    if found["report"]:
        series = title[found.start() : found.start() + len("گزارش هفتگی")]
    return series.strip(" \u200c—–-:،,؛|(#") or None, week


def kind_of(title: str | None, passages: list[Passage], *, signed: bool, slogans: int) -> Kind:
    """What the title calls the text, or what its shape plainly shows: parts, signatories, a declaration by us."""
    plain = _level(title or "")
    if numbered(title or "")[1] is not None or _WEEKLY.search(plain):
        return Kind.UPDATE
    if has_parts(title, passages):
        return Kind.COLLECTION
    statement, action = _STATEMENT.search(plain), _ACTION.search(plain)
    if action and (not statement or action.start() < statement.start()):
        return Kind.ACTION
    running = "\n".join(passage.text for passage in passages if passage.kind in {"paragraph", "item"})
    speaks = len(_WE.findall(running)) >= 3
    if statement or signed or _DECLARES.search(running) or (slogans >= 2 and speaks):
        return Kind.STATEMENT
    return Kind.ARTICLE


def has_parts(title: str | None, passages: list[Passage]) -> bool:
    """Whether the text is a collection: it says so, or three headings or more have a bracketed preface each."""
    return bool(_COLLECTION.search(_level(title or ""))) or _parts(passages) >= 3


def short_label(title: str | None) -> str | None:
    """A label for buttons of at most 40 characters, made of words of *title*; None without a title."""
    if not title:
        return None
    line = " ".join(title.split())
    plain = _level(line)
    if (found := _WEEK.search(plain)) and len(found[0]) <= MAX_SHORT:
        return line[found.start() : found.end()]
    for part in (line, re.split(r"[:—–]|(?<=[!?؟])\s", line)[0].strip()):
        if 3 <= len(part) <= MAX_SHORT:
            return part
    return line[: MAX_SHORT - 1].rpartition(" ")[0].rstrip(" ,،:;؛—–-") + "…"


def _level(text: str) -> str:
    # One character for one, so that places in the result are places in *text*.
    lowered = "".join(each.lower() if len(each.lower()) == 1 else each for each in ascii_digits(text))
    return lowered.translate(str.maketrans("يىكۀأ\u200c\u0654", "ییکها  "))


def _parts(passages: list[Passage]) -> int:
    return sum(
        1
        for above, passage in pairwise(passages)
        if above.kind == "heading" and passage.kind == "paragraph" and _PART.match(passage.text)
    )
