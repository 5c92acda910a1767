"""Lists of demands: the points below a line, a heading or a question that announces them, or in a row after it.

A list is told by its form: items, lines with numbers, letters or dashes, lines of one kind after a colon, numbered
points within a sentence, answers to "What do you want?".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.documents import sentences
from bot.documents.appeals import announcements
from bot.documents.appeals.announcements import Role
from bot.documents.appeals.dues import begins_with_order, is_point
from bot.documents.appeals.wordings import MARKED, RUNNING, Sentence, hard_lines, level
from bot.documents.passages import Passage

MAX_POINT = 400  # characters of a point without a marker
_FEWEST = 3  # points of a list that no words announce
_LABELLED = re.compile(
    r"[A-Z][^:.!?\n]{2,40}: \S|(?:First|Second|Third|Fourth|Fifth|Finally|یکم|نخست|دوم|سوم|چهارم|پنجم)\w*[,،:] "
)
_INLINE = re.compile(r"(?:^|[\s;؛،,])\(?(?:[0-9]{1,2}|[a-h])[.)]\s")
_ORDINAL = re.compile(
    r"(?:and )?(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth(?:ly)?|finally|lastly|(?:ا?ول|یکم"
    r"|نخست|دوم|سوم|چهارم|پنجم)(?: ?این ?که| ان ?که)?)[,:،] ?"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|do|does|did|say|says|said|we|they|he|she|i|you)\b|(?:است|اند"
    r"|بود|شد|کرد|می \S+|هستند|هستیم)\W*$"
)


@dataclass(frozen=True)
class Point:
    """A demand of a list, verbatim, with its passage (by number) and its place in the words of it."""

    passage: int
    start: int
    text: str


@dataclass(frozen=True)
class _Line:
    passage: int
    start: int
    text: str
    form: str  # item, loose (with a marker in running text), plain, or heading
    first: bool = False  # of its passage


def find(passages: Sequence[Passage], language: str) -> list[Point]:
    """The points of all lists of demands in a text, in order."""
    lines = list(_lines(passages))
    found: list[Point] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        role = _role_of(line, language)
        points = _below(lines, at, role) if role and role != "actions" else []
        if not points and role == "question":
            points = _answers(lines, at, language)
        if not points and line.first and line.form == "plain":
            text = passages[line.passage].words
            inline = _inline(text) or _counted(text, language)
            points = [Point(line.passage, start, words) for start, words in inline]
        found += points
        at += 1
        while (
            points
            and at < len(lines)
            and (lines[at].passage, lines[at].start) <= (points[-1].passage, points[-1].start)
        ):
            at += 1
    return found


def actions(passages: Sequence[Passage], language: str) -> frozenset[tuple[int, int]]:
    """Where the points begin (passage by number, place in its words) of lists of what readers can do."""
    lines = list(_lines(passages))
    found: set[tuple[int, int]] = set()
    for at, line in enumerate(lines):
        if announcements.role_of(line.text, heading=line.form == "heading", language=language) == "actions":
            found.update((point.passage, point.start) for point in _below(lines, at, "actions"))
    return frozenset(found)


def covering(points: Sequence[Point]) -> Callable[[Sentence], bool]:
    """A test whether a sentence shares words with any of *points*."""
    spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for point in points:
        spans[point.passage].append((point.start, point.start + len(point.text)))

    def holds(sentence: Sentence) -> bool:
        held = spans.get(sentence.passage, [])
        at = bisect_right(held, (sentence.start + len(sentence.text), 0)) - 1
        return at >= 0 and held[at][1] > sentence.start

    return holds


def _role_of(line: _Line, language: str) -> Role | None:
    """What the line announces, or if nothing, what the last of the lines that it is wrapped into does."""
    role = announcements.role_of(line.text, heading=line.form == "heading", language=language)
    if role is None and "\n" in line.text:
        last = announcements.role_of(line.text.rpartition("\n")[2], heading=False, language=language)
        return last if last == "demands" else None
    return role


def _lines(passages: Sequence[Passage]) -> Iterator[_Line]:
    for number, passage in enumerate(passages):
        if passage.kind == "item":
            yield _Line(number, 0, passage.words, "item", first=True)
        elif passage.kind in {"heading", "title"}:
            yield _Line(number, 0, passage.text, "heading", first=True)
        elif passage.kind in RUNNING:
            words = passage.words
            for place, (start, end) in enumerate(hard_lines(words)):
                mark = MARKED.match(words, start, end)
                begin = mark.end() if mark else start
                yield _Line(number, begin, words[begin:end], "loose" if mark else "plain", first=place == 0)


def _below(lines: Sequence[_Line], lead: int, role: Role) -> list[Point]:
    """The points in the lines below the one that announces them."""
    points: list[_Line] = []
    form = ""
    for line in lines[lead + 1 : lead + 200]:
        this = _form(line, lines[lead], role)
        if not this or (form and this != form) or (this != "marked" and _ends(points)):
            break
        form = this
        points.append(line)
    enough = 1 if form == "marked" else 2
    if len(points) < enough or (role == "neutral" and not _plainly(points)):
        return []
    return [Point(line.passage, line.start, line.text) for line in points]


def _form(line: _Line, lead: _Line, role: Role) -> str:
    """By what the line is a point: its marker, or how it stands below what announces demands; "" if it is none."""
    if line.form in {"item", "loose"}:
        return "" if line.text.rstrip().endswith(":") else "marked"
    if role not in {"demands", "powers"} or len(line.text) > MAX_POINT:
        return ""
    if line.form == "heading" and not is_point(level(line.text)):
        return ""
    over = lead.text.rstrip().endswith(":")
    if over and line.passage == lead.passage:
        return "" if line.text.rstrip().endswith(":") else "line"
    return _form_of_paragraph(line, lead, role, over)


def _form_of_paragraph(line: _Line, lead: _Line, role: Role, over: bool) -> str:
    if over and role == "demands" and _LABELLED.match(line.text) and "declare" not in level(lead.text):
        return "label"
    plain = level(line.text)
    if line.first and (is_point(plain) or (over and begins_with_order(plain))):
        return "named"
    return "semicolon" if over and line.text.rstrip()[-1:] in ";؛" else ""


def _ends(points: Sequence[_Line]) -> bool:
    """Whether the last of *points* without markers closes the list: a full stop after semicolons or bare lines."""
    if len(points) < 2:
        return False
    first, last = points[0].text.rstrip()[-1:], points[-1].text.rstrip()[-1:]
    return last in ".!؟?۔" and first not in ".!؟?۔"


def _plainly(points: Sequence[_Line]) -> bool:
    due = sum(is_point(level(point.text)) for point in points)
    return len(points) >= _FEWEST and due >= 0.6 * len(points)


def _answers(lines: Sequence[_Line], question: int, language: str) -> list[Point]:
    """The phrases without a verb that answer "What do you want?"."""
    points: list[Point] = []
    for line in lines[question + 1 : question + 2]:
        for start, end in sentences.spans(line.text, language):
            plain = level(line.text[start:end])
            if _FINITE.search(plain) or len(plain.split()) > 30:
                break
            points.append(Point(line.passage, line.start + start, line.text[start:end]))
    return points


def _counted(text: str, language: str) -> list[tuple[int, str]]:
    """The sentences that begin with First, Second … after somebody asked or said what is wanted."""
    asked = announcements.WANTED.search(level(text))
    points = []
    for start, end in sentences.spans(text, language) if asked else []:
        if asked and start > asked.start() and (ordinal := _ORDINAL.match(level(text[start:end]))):
            points.append((start + ordinal.end(), text[start + ordinal.end() : end].rstrip(" .")))
    return points if len(points) > 1 else []


def _inline(text: str) -> list[tuple[int, str]]:
    """The numbered points, or those parted by semicolons, after "We demand:" in one paragraph."""
    colon = text.find(":")
    if colon < 0 or not announcements.asks(level(text[max(0, colon - 200) : colon])):
        return []
    rest = text[colon + 1 :]
    marks = [match.span() for match in _INLINE.finditer(level(rest))]
    starts, ends = [end for _, end in marks], [*(start for start, _ in marks[1:]), len(rest)]
    if len(starts) < 2:
        if len(re.findall("[;؛]", rest)) < 2 or len(rest) > 1500:
            return []
        parts = [match.span() for match in re.finditer("[^;؛]+", rest)]
        starts, ends = [start for start, _ in parts], [end for _, end in parts]
    points = []
    for start, end in zip(starts, ends, strict=True):
        words = rest[start:end]
        begin = len(words) - len(words.lstrip())
        begin += len(re.match(r"(?:(?:and|و)\s)?", words[begin:])[0])  # type: ignore[index]  # it may match nothing
        points.append((colon + 1 + start + begin, words[begin:].strip(" \n;؛,،.")))
    return points
