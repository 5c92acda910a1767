"""Rows: demands one after the other in a paragraph, after words that announce them, or as an answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from bot.documents import sentences
from bot.documents.appeals import announcements, coordinations, musts
from bot.documents.appeals.dues import begins_with_order, is_point
from bot.documents.appeals.wordings import Span, is_power, level

Row = list[tuple[int, str]]  # places in the text, and the words there

MAX_ROW = 1500  # characters of a row
_MOST_COLONS = 6  # of a paragraph after which a row is looked for
_MAX_ANSWER = 30  # words of a demand that is a sentence of its own
_NUMBERED = re.compile(r"(?:^|[\s;؛،,])\(?(?:[0-9]{1,2}|[a-h])[.)]\s")
_ORDINAL = re.compile(
    r"(?:and )?(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth(?:ly)?|finally|lastly|(?:ا?ول|یکم"
    r"|نخست|دوم|سوم|چهارم|پنجم)(?: ?این ?که| ان ?که)?)[,:،] ?"
)
_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|several|a few|\d{1,2})"
_NUMBER_FARSI = r"(?:دو|سه|چهار|پنج|شش|هفت|هشت|نه|ده|چند|\d{1,2})"
_COUNTED = re.compile(
    rf"\b{_NUMBER} (?:\w+ )?(?:points?|things|demands|conditions|wishes|requests|words)\b"
    rf"|(?<!\w){_NUMBER_FARSI} (?:حرف|خواست|خواسته|شرط|چیز|نکته|مطالبه|درخواست)(?!\w)"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|do|does|did|say|says|said|we|they|he|she|i|you)\b|(?<!\w)(?:است|اند"
    r"|بود|شد|کرد|می \S+|هستند|هستیم)\W*$"
)
_YOU = re.compile(r"\b(?:of|from|to|for) you\b|از شما|برای شما")
_SPEAKER = re.compile(r"[^:.!?؟\n]{1,40}: ")
_THAT_IS_ALL = re.compile(r"(?:that(?: is|'s) all|nothing else|no more, no less|همین)\b")
_AND_FIRST = re.compile(r"^\s*(?:and|و) ")
_AND = re.compile(r"(?<=\S\s)(?<=\w )(?:and|و) (?=\S+ \S)")
_LEAD_IN = re.compile(r"\s*(?:(?:and|و|که|that)\s)?")
_EDGE = " \n;؛,،."


def within(text: str, language: str) -> Row:
    """The demands of a row in a paragraph: numbered, parted by semicolons or commas, or counted sentences."""
    return _after_colon(text, language) or _ordered(text, language) or _counted(text, language)


def answer(text: str, language: str) -> Row:
    """The phrases without a verb, and the wishes, that answer "What do you want?"."""
    speaker = _SPEAKER.match(text)
    begin = speaker.end() if speaker else 0
    found: Row = []
    for start, end in sentences.spans(text[begin:], language):
        words = text[begin + start : begin + end]
        plain = level(words)
        if _THAT_IS_ALL.match(plain) or (_COUNTED.search(plain) and len(plain.split()) <= 4):
            continue
        if not _is_wish(plain):
            break
        found.append((begin + start, words))
    return found


def _is_wish(plain: str) -> bool:
    due = musts.is_due(plain) or begins_with_order(plain)
    return len(plain.split()) <= _MAX_ANSWER and (due or not _FINITE.search(plain)) and not plain.endswith(("?", "؟"))


def _after_colon(text: str, language: str) -> Row:
    spans = sentences.spans(text[: 2 * MAX_ROW], language)
    for found in islice(re.finditer(":", text[:MAX_ROW]), _MOST_COLONS):
        colon = found.start()
        lead = level(text[max(0, colon - 200) : colon])
        asked = announcements.asks(lead) or announcements.addresses_power(lead)
        if asked and (numbered := _numbered(text, colon + 1)):
            return numbered
        count = _COUNTED.search(lead[-120:])
        counted = bool(count and not is_power(lead[-120:][: count.start()]))
        end = next((end for start, end in spans if start <= colon < end), 0)
        asks = text[end - 1 : end] in "?؟"
        if not asks and colon + 1 < end <= colon + MAX_ROW and (row := _parted(text, colon + 1, end, asked, counted)):
            return row
    return []


def _numbered(text: str, start: int) -> Row:
    marks = [match.span() for match in _NUMBERED.finditer(level(text), start - 1)]
    ends = [*(first for first, _ in marks[1:]), len(text)]
    return [_point(text, last, end) for (_, last), end in zip(marks, ends, strict=True)] if len(marks) > 1 else []


def _parted(text: str, start: int, end: int, asked: bool, counted: bool) -> Row:
    """The parts of the rest of a sentence, if it was announced, or reads as demands by itself."""
    plain = level(text)
    if len(re.findall("[;؛]", text[start:end])) > 1:
        spans = [match.span() for match in re.compile("[^;؛]+").finditer(text, start, end)]
        fits = asked or musts.reads_as_demands(
            [_AND_FIRST.sub("", plain[a:b]) for a, b in spans], 0.4 if counted else 0.6
        )
    else:
        words = plain[start:end]
        spans = list(_commas(plain, start, end))
        fits = (asked or counted) and len(spans) > 1 and not _FINITE.search(words) and "«" not in words
        fits = fits and (is_point(words) or all(len(plain[a:b].split()) > 1 for a, b in spans))
    return [_point(text, first, last) for first, last in spans] if fits else []


def _commas(plain: str, start: int, end: int) -> Iterator[Span]:
    """The parts between commas, and those before and after the last "and" where it joins two."""
    spans = [match.span() for match in re.compile(r"(?:[^,،]|[,،](?=\S))+").finditer(plain, start, end)]
    yield from spans[:-1]
    for first, last in spans[-1:]:
        begin = last - len(plain[first:last].lstrip())
        found = coordinations.parts(plain, begin, last)
        joints = list(_AND.finditer(plain, begin, last))
        if len(spans) > 1 and len(found) == 1 and len(joints) == 1:
            found = [(begin, joints[0].start()), (joints[0].end(), last)]
        yield from found


def _point(text: str, start: int, end: int) -> tuple[int, str]:
    lead_in = _LEAD_IN.match(text, start, end)
    begin = lead_in.end() if lead_in else start
    return begin, text[begin:end].strip(_EDGE)


def _ordered(text: str, language: str) -> Row:
    """The sentences that begin with First, Second … after somebody asked or said what is wanted."""
    asked = announcements.WANTED.search(level(text))
    points: Row = []
    for start, end in sentences.spans(text, language) if asked else []:
        if asked and start > asked.start() and (ordinal := _ORDINAL.match(level(text[start:end]))):
            points.append((start + ordinal.end(), text[start + ordinal.end() : end].rstrip(" .")))
    return points if len(points) > 1 else []


def _counted(text: str, language: str) -> Row:
    """The wishes that follow upon "We have two demands." in sentences of their own."""
    spans: Sequence[Span] = sentences.spans(text, language)
    for at, (start, end) in enumerate(spans[:-2]):
        plain = level(text[start:end])
        counted = _COUNTED.search(plain)
        if (
            not counted
            or is_power(plain)
            or _YOU.search(plain)
            or not _HAVE.search(plain, max(0, counted.start() - 40))
        ):
            continue
        points: Row = []
        for first, last in spans[at + 1 : at + 1 + _count(counted[0])]:
            if not _is_wish(level(text[first:last])):
                break
            points.append((first, text[first:last]))
        if len(points) > 1:
            return points
    return []


def _count(words: str) -> int:
    """How many wishes are announced by "two demands"; as many as there may be where no number says so."""
    return next((number for number, pattern in enumerate(_NUMBERS, 2) if re.match(pattern, words)), 9)


_NUMBERS = ("two|دو|2", "three|سه|3", "four|چهار|4", "five|پنج|5", "six|شش|6", "seven|هفت|7", "eight|هشت|8")
_HAVE = re.compile(
    r"\b(?:we|they|i|workers|strikers|students|prisoners|families) (?:\w+ )?(?:have|want|ask|demand|need|say)\b"
    r"|\bhave (?=\w+ (?:\w+ )?(?:points|things|demands|conditions|wishes|requests)\b)"
    r"|\b(?:there are|these)\b.{0,30}\bdemands"
    r"|(?:داریم|دارند|می ?خواهیم|می ?خواهند|می ?گوییم)\W*$"
)
