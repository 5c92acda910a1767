"""Lists of demands: the points below a line, a heading or a question that announces them, or in a row after it.

A list is told by its form: items, lines with numbers, letters, dashes or emoji, lines of one kind after a colon. What
stands in a row within a paragraph, or answers "What do you want?", is found by `rows`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.documents.appeals import addressees, announcements, musts, rows
from bot.documents.appeals.announcements import Role
from bot.documents.appeals.dues import begins_with_order, is_point
from bot.documents.appeals.wordings import MARKED, RUNNING, Sentence, hard_lines, level
from bot.documents.passages import Passage

_MARKED_FORMS = frozenset({"item", "loose"})
MAX_POINT = 400  # characters of a point without a marker
_LABELLED = re.compile(
    r"[A-Z][^:.!?\n]{2,40}: \S|(?:First|Second|Third|Fourth|Fifth|Finally|یکم|نخست|دوم|سوم|چهارم|پنجم"
    r"|أولا|اولا|ثانيا|ثانیا|ثالثا|رابعا|خامسا|سادسا)\w*\u064b?[,،:] "
)
_POINTS_ON = re.compile(r"(?!.*(?:[Ss]ign|[Ee]ndors|[Ss]upport|امضا|موقع)).{3,200}:\s*")


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
    sign: str = ""  # its marker, if that is neither a number nor a letter
    first: bool = False  # of its passage


@dataclass(frozen=True)
class Found:
    """The points of all lists of demands in a text, in order, and where the lines over them end (passage, place)."""

    points: list[Point]
    leads: frozenset[tuple[int, int]]


def find(passages: Sequence[Passage], language: str) -> Found:
    """The lists of demands in a text."""
    lines = list(_lines(passages))
    to_power = addressees.is_to_power(passages)
    found: list[Point] = []
    leads: set[tuple[int, int]] = set()
    at = 0
    demanded = False  # under a heading that announces demands
    while at < len(lines):
        line = lines[at]
        role = _role_of(lines, at, language, to_power)
        if line.form == "heading":
            demanded = role == "demands"
        elif demanded and role == "neutral" and _POINTS_ON.fullmatch(line.text):
            role = "demands"  # "From our government:", "Here is the list again:"
        points = _below(lines, at, role) if role and role != "actions" else []
        if points:
            leads.add((line.passage, line.start + len(line.text)))
        if not points and role == "question":
            points = _answers(lines[at + 1 : at + 2], language)
        if not points and line.first and line.form == "plain":
            text = passages[line.passage].words
            points = [Point(line.passage, start, words) for start, words in rows.within(text, language)]
        found += points
        at += 1
        while (
            points
            and at < len(lines)
            and (lines[at].passage, lines[at].start) <= (points[-1].passage, points[-1].start)
        ):
            at += 1
    return Found(found, frozenset(leads))


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


def _role_of(lines: Sequence[_Line], at: int, language: str, to_power: bool) -> Role | None:
    """What the line announces, or if nothing, what the last of the lines that it is wrapped into does."""
    line = lines[at]
    goes_on = line.form not in _MARKED_FORMS and at + 1 < len(lines) and lines[at + 1].form in _MARKED_FORMS
    role = announcements.role_of(
        line.text, heading=line.form == "heading", language=language, goes_on=goes_on, to_power=to_power
    )
    if role is None and "\n" in line.text:
        last = announcements.role_of(line.text.rpartition("\n")[2], heading=False, language=language)
        return last if last == "demands" else None
    return role


def _lines(passages: Sequence[Passage]) -> Iterator[_Line]:
    for number, passage in enumerate(passages):
        if passage.kind == "item":
            yield _Line(number, 0, passage.words, "item", first=True, sign=_sign(passage.marker))
        elif passage.kind in {"heading", "title"}:
            yield _Line(number, 0, passage.text, "heading", first=True)
        elif passage.kind in RUNNING:
            words = passage.words
            for place, (start, end) in enumerate(hard_lines(words)):
                mark = MARKED.match(words, start, end)
                begin = mark.end() if mark else start
                form, sign = ("loose", _sign(mark[0])) if mark else ("plain", "")
                yield _Line(number, begin, words[begin:end], form, first=place == 0, sign=sign)


def _sign(marker: str) -> str:
    return "" if any(each.isalnum() for each in marker) else marker.strip()[:1]


def _below(lines: Sequence[_Line], lead: int, role: Role) -> list[Point]:
    """The points in the lines below the one that announces them."""
    points: list[_Line] = []
    form = ""
    for line in lines[lead + 1 : lead + 200]:
        this = _form(line, lines[lead], role)
        if not this or (form and this != form) or (this != "marked" and _ends(points)):
            break
        if points and line.sign != points[0].sign:
            break
        form = this
        points.append(line)
    enough = 1 if form == "marked" else 2
    if len(points) < enough or (
        role == "neutral" and not musts.reads_as_demands([level(point.text) for point in points])
    ):
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
    if (line.first and is_point(plain)) or (over and (is_point(plain) or begins_with_order(plain))):
        return "named"
    return "semicolon" if over and line.text.rstrip()[-1:] in ";؛" else ""


def _ends(points: Sequence[_Line]) -> bool:
    """Whether the last of *points* without markers closes the list: a full stop after semicolons or bare lines."""
    if len(points) < 2:
        return False
    first, last = points[0].text.rstrip()[-1:], points[-1].text.rstrip()[-1:]
    return last in ".!؟?۔" and first not in ".!؟?۔"


def _answers(lines: Sequence[_Line], language: str) -> list[Point]:
    return [
        Point(line.passage, line.start + start, words)
        for line in lines
        for start, words in rows.answer(line.text, language)
    ]
