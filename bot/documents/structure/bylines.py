"""The short lines above a text and within it that are neither title nor heading: who wrote it, when, for whom."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.documents.dates import find_dates
from bot.documents.passages import Passage
from bot.documents.structure import names, titles
from bot.documents.structure.lines import BYLINE, SALUTATION, ends_sentence, is_date_line

_HEAD = 8
_LONG = 120
_ASKED = re.compile(
    r"(?:Q|A|Question|Answer|Interviewer|Host|Moderator|پرسش|سؤال|سوال|پاسخ|س|ج)\s?[:：]", re.IGNORECASE
)
_ADDRESSED = re.compile(
    r"(?:To (?:the|all|our|every|my|his|her|their)|خطاب به|به (?:مردم|همه|کارگران|زنان|نهادها|سازمان)) ?\S",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"(?:Compiled|Translated|Edited|Prepared|Collected|Transcribed|Recorded|Photographed|Illustrated|Interviewed"
    r"|Introduced) by\b|(?:Translat(?:or|ion)|Editors?|Interviewers?|Photos?|Photographs?|Compiler) ?: ?\S"
    r"|(?:گردآورنده|گردآورندگان|گردآوری|تهیه ?کننده|تهیه و تنظیم|مترجم|مترجمان|ترجمه|ترجمهٔ|برگردان"
    r"|ویراستار|تنظیم) ?[:：]",
)
_SENT = re.compile(
    r"(?:Sent|Received|Issued|Published|Written|Posted|Recorded|Dictated|Smuggled)\b|(?:ارسال|دریافت|منتشر) شده"
)


def mark(passages: list[Passage]) -> list[Passage]:
    """*passages* with the lines above the text marked that say who wrote it and when."""
    found = list(passages)
    for at, passage in enumerate(found[:_HEAD]):
        if passage.kind == "paragraph" and len(passage.text) > _LONG and not BYLINE.match(passage.text):
            break
        under = at and all(each.kind in {"title", "byline", "debris", "rule"} for each in found[:at])
        if under and passage.kind == "heading" and titles.is_of_issuer(passage.text):
            found[at] = replace(passage, kind="byline")
        if passage.kind == "paragraph" and _is_byline(passage.text):
            found[at] = replace(passage, kind="byline")
    return found


def _is_byline(text: str) -> bool:
    lines = [line.strip() for line in text.split("\n")]
    if len(text) <= _LONG and _SENT.match(text) and find_dates(text):
        return True
    if len(text) > 250 or (ends_sentence(text) and not is_date_line(lines[-1])):
        return False
    dated = any(map(is_date_line, lines))
    return all(BYLINE.match(line) or is_date_line(line) or (dated and names.is_person(line)) for line in lines)


def is_other_line(text: str, at: int) -> bool:
    """Whether a short line is a byline, a question, the hour of a meeting, or says whom a text is addressed to."""
    addressed = at < _HEAD and _ADDRESSED.match(text)
    return bool(
        BYLINE.match(text)
        or _MADE.match(text)
        or SALUTATION.match(text)
        or _ASKED.match(text)
        or titles.is_appointed(text)
        or addressed
    )
