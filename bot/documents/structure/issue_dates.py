"""When a text was issued, which is not when what it tells of happened."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.documents.dates import Dated, find_dates
from bot.documents.passages import Passage
from bot.documents.structure.lines import date_of_line

_OF_ISSUE = re.compile(
    r"\b(?:issued|published|released|dated|written|posted|put out|circulated|distributed|drafted|signed)\b"
    r"|منتشر|صادر|تاریخ|انتشار|مورخ",
    re.IGNORECASE,
)
_OF_EVENT = re.compile(
    r"\b(?:began|begun|beginning|started|starting|since|after|following|until|from|killed|arrested|events?"
    r"|protests?|uprising|massacre|strike|anniversary)\b"
    r"[^.]{0,40}$|(?:از|پس از|در پی|بعد از|تا|آغاز|کشته|بازداشت|سالگرد)[^.]{0,30}$",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"\s*(?:\|\||[|–—]|--|-\s|[:：](?=\s)|\)\s*[–—:-]?|//)")
_TODAY = re.compile(r"(?:\b[Tt]oday,? |\b[Tt]oday is |امروز[،,]? )")
_BESIDE = re.compile(r"\s+[|·•⋅∙]\s+")
_LABELLED = re.compile(
    r"[\W_]{0,4}(?:(?:first |originally |last )?(?:published|posted|issued|dated|written|released|updated|created)"
    r"|(?:issue |publication |release |published )?date(?: of (?:issue|publication|release))?"
    r"|تاریخ(?: (?:انتشار|نگارش|صدور|درج))?|منتشر ?\u200c?شده|انتشار|زمان انتشار)\b"
    r"(?: by [^\n]{2,60}?)?\W{0,3}(?:(?:on|in|at|در)\b )?\W{0,3}(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:(?:یک|دو|سه|چهار|پنج)[ \u200c]?)?شنبه|جمعه|آدینه)[,،]? )?",
    re.IGNORECASE,
)
_POSTED = re.compile(
    r"\b(?:posted|published|updated|modified|written|submitted|created|by|issue|no)\b"
    r"|نوشته شده|ارسال|منتشر|انتشار|توسط|شماره|نشر",
    re.IGNORECASE,
)
_DUE = re.compile(
    r"\W*(?:deadline|closing date|when|until|time and place|مهلت|وعده|موعد|زمان\s*[:：]|تا )", re.IGNORECASE
)
_WEEKDAY = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:(?:یک|دو|سه|چهار|پنج)[ \u200c]?)?شنبه|جمعه|آدینه)[,،]?\s*$",
    re.IGNORECASE,
)
_STAMP = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}")
_SHORT_LINE = 120  # characters
_CURRENT = 25  # paragraphs that are looked at for "today"


def date_of_lines(lines: Sequence[Passage] | Sequence[str]) -> Dated | None:
    """The date that a line of these is, if there is only one; else the one that is called the date of issue."""
    whole = [line if isinstance(line, str) else line.words for line in lines]
    texts = [short for text in whole for short in (text.split("\n") if len(text) < 600 else [])]
    pieces = [piece.strip() for text in texts for piece in _BESIDE.split(text)]
    told = {dated for piece in pieces if (dated := date_of_label(piece) or _date_of_stamp(piece))}
    plain = (piece for piece in pieces if not _DUE.match(piece))
    found = told | {dated for piece in plain if (dated := date_of_line(piece) or _date_after_name(piece))}
    best = found if len(found) == 1 else told
    return best.pop() if len(best) == 1 else None


def date_of_label(line: str) -> Dated | None:
    """The date right after a label such as "Published on" with which the line begins."""
    label = _LABELLED.match(line[:160])
    dates = find_dates(line[:160]) if label else []
    return dates[0][1] if label and dates and dates[0][0][0] <= label.end() + 1 else None


def date_of_posting(line: str) -> Dated | None:
    """The one day in a short line that says who put a text on a page: "Posted by the secretary, 19 May 2025"."""
    if len(line) > 120 or not _POSTED.search(line) or _DUE.match(line):
        return None
    dates = {dated for _, dated in find_dates(line) if dated.precision == "day"}
    return dates.pop() if len(dates) == 1 else None


def date_told(line: str) -> Dated | None:
    """The date that a short line is there to tell: alone, after a label, or the only one beside other words."""
    found = date_of_line(line) or date_of_label(line) or date_of_posting(line)
    if found or len(line) > _SHORT_LINE:
        return found
    dates = {dated for _, dated in find_dates(line)}
    return dates.pop() if len(dates) == 1 else None


def _date_of_stamp(line: str) -> Dated | None:
    # "2024-05-21T12:15:02+0300 2024-05-21T12:41:55+0300 en", as sites print it for machines
    dates = {dated for _, dated in find_dates(line)} if len(line) <= 200 and _STAMP.search(line) else set()
    return dates.pop() if len(dates) == 1 else None


def date_in_title(passages: Sequence[Passage]) -> Dated | None:
    """The date after the colon or in the brackets that end a title: "Voices from the Valley: August 2010"."""
    title = " ".join(each.text for each in passages if each.kind == "title")[-200:].rstrip(" )")
    dates = find_dates(title)
    if not dates or dates[-1][0][1] != len(title):
        return None
    before = _WEEKDAY.sub("", title[: dates[-1][0][0]]).rstrip()
    return dates[-1][1] if before.endswith((":", "(", "|", "–", "—")) else None


def _date_after_name(line: str) -> Dated | None:
    # "Mill Union of the Valley, 3 March 2026", "By Rana K. | March 3, 2026"
    if len(line) > 160:
        return None
    dates = find_dates(line)
    if len(dates) != 1 or line[dates[0][0][1] :].strip(" .،,)"):
        return None
    before = line[: dates[0][0][0]]
    return dates[0][1] if re.search(r"[,،|–—·•/(]\s*(?:on )?$", before) and not re.search(r"[.!?؟:]", before) else None


def date_in_preface(preface: str) -> tuple[Dated | None, bool]:
    """The date that a preface gives the text, and whether it is said to be that of its issue.

    The date right after a word like "issued" counts for more than others, and dates of what happened for nothing.
    """
    dates = find_dates(preface)
    said = [match.end() for match in _OF_ISSUE.finditer(preface)]
    other: list[Dated] = []
    for (start, end), dated in dates:
        before = preface[max(0, start - 220) : start]
        after = preface[end : end + 60]
        issued = max((place for place in said if place <= start), default=None)
        if (
            issued is not None
            and not re.search(r"[.؛;]\s", preface[issued:start])
            and not _OF_EVENT.search(preface[issued:start][-60:])
        ):
            return dated, True
        if re.match(r"[^.()]{0,40}?(?:منتشر|صادر|انتشار|نوشته شد|را دارد)", after):
            return dated, True
        if not _OF_EVENT.search(before[-60:]):
            other.append(dated)
    return (other[0], False) if len(set(other)) == 1 else (None, False)


def date_of_dateline(head: Sequence[Passage]) -> Dated | None:
    """The date that opens the first paragraph: «Rana K., 11 March 2026 || …», «(The Valley, 11 March 2026) – …»."""
    for passage in head:
        if passage.kind != "paragraph":
            continue
        found = _dateline(passage.text)
        if found:
            return found[1]
    return None


def _dateline(text: str) -> tuple[int, Dated] | None:
    """Where the dateline of a paragraph ends, and its date; the same day may be printed in both calendars."""
    dates = find_dates(text[:160])
    if not dates:
        return None
    place = text[: dates[0][0][0]]
    if len(place) > 80 or len(place.split()) > 8 or re.search(r"[.!?؟:]\s", place):
        return None
    for (_, end), dated in dates[:2]:
        if dated.day == dates[0][1].day and (found := _DATELINE.match(text, end)):
            return found.end(), dated
    return None


def dateline_ends(text: str) -> int:
    """Where the words of a paragraph begin after its dateline; 0 without one."""
    found = _dateline(text)
    return len(text) - len(text[found[0] :].lstrip()) if found else 0


def date_of_today(passages: Sequence[Passage]) -> Dated | None:
    """The date that the text itself calls today."""
    for passage in [each for each in passages if each.kind == "paragraph"][:_CURRENT]:
        text = passage.text[:400]
        for found in _TODAY.finditer(text):
            for (start, _), dated in find_dates(text[found.end() : found.end() + 40]):
                if start <= 14:
                    return dated
    return None
