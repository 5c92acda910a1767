"""Footnotes of a plain text: the notes at its end, the marks in its lines, and which belongs to which.

A pasted text has lost its raised digits: `analysis.1`, `hundreds2 of`, `protests. 7`. Digits are taken for a mark only
where the sequence of notes makes them one, so ages, years, `G7` and «November 7» stay what they are. Nothing is mended.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from bot.documents.outlines import NOTES_HEADER, Passage
from bot.documents.problems import Problem
from bot.documents.scripts import ascii_digits
from bot.refusals import N_

Style = Literal["bracket", "raised", "glued", "inside", "spaced"]

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_D = r"(?:[1-9]\d{0,2})"
_RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_AFTER = r"(?=$|[\s\u200c.,;:!?؟،؛…\"'”’»)\]\-—–])"
_FORMS: tuple[tuple[Style, re.Pattern[str]], ...] = (
    ("bracket", re.compile(rf"(?<=\S)[ \u00a0]?\[(?P<n>{_D})\]")),
    ("raised", re.compile(rf"(?<=\S)(?<![kcm]m)(?<!\bm)(?P<n>[{_RAISED_DIGITS}]{{1,3}})(?![{_RAISED_DIGITS}])")),
    ("glued", re.compile(rf"(?<=[.!?…؟»”’\"۔])(?P<n>{_D}){_AFTER}(?!\.\d)")),
    ("inside", re.compile(rf"(?<=[^\W\d_][,;)،؛])(?P<n>{_D})(?=$|\s)")),
    ("inside", re.compile(rf"(?<=[^\W\d_])(?P<n>{_D}){_AFTER}(?!\.\d)")),
    ("spaced", re.compile(rf"(?<=[.!?…؟»”۔])[ \u00a0](?P<n>{_D})(?=$|\s)")),
)
_WEIGHTS: dict[Style, int] = {"bracket": 20, "raised": 20, "glued": 10, "inside": 5, "spaced": 4}

_WORD_BEFORE = re.compile(r"\S{1,60}$")
_WORD = re.compile(r"\S+")
# What makes the digits after it something else: «No.7», «@name7», «3.7» (but not «in 2022.7»), «G7».
_NUMBERED = re.compile(
    r"(?:^|\W)(?i:no|nr|art|fig|p|pp|vol|ch|sec|para|ed|ver|v|ص|ج|ش)\.$|[@#/_]|(?<!\b19\d)(?<!\b20\d)\d[.)\]]?$|^\W*(?:[A-Z]{1,2}|\w)$"
)
_NOTE = re.compile(rf"(?:\[(?P<a>{_D})\]|(?P<b>{_D})[.)]|(?P<c>[{_RAISED_DIGITS}]{{1,3}}))[ \t\u00a0]*(?=\S)")
_BACK = re.compile(r"(?:\[back\]|↩\ufe0e?|\^)\s*$", re.IGNORECASE)


@dataclass(frozen=True)
class Mark:
    """A mark in running text: its number, where its digits stand in the source, and as they are printed."""

    number: int
    start: int
    printed: str
    style: Style
    after: str

    @property
    def end(self) -> int:
        """The place in the source right after the digits."""
        return self.start + len(self.printed)


@dataclass(frozen=True)
class Note:
    """A note at the end: its number, as it is printed, its passage, and where its text begins in it."""

    number: int
    printed: str
    passage: Passage
    begins: int

    @property
    def text(self) -> str:
        """The words of the note, verbatim, without its number."""
        return self.passage.text[self.begins :]


@dataclass(frozen=True)
class Footnotes:
    """The marks and notes of a text in the order of the source, and what does not fit."""

    marks: tuple[Mark, ...] = ()
    notes: tuple[Note, ...] = ()
    problems: tuple[Problem, ...] = field(default=())

    @property
    def matched(self) -> frozenset[int]:
        """The numbers that have a mark and exactly one note."""
        notes = Counter(note.number for note in self.notes)
        return frozenset(mark.number for mark in self.marks if notes[mark.number] == 1)


def find(passages: list[Passage]) -> Footnotes:
    """The footnotes of a text, from its outline; numbered items at the end are notes only where something shows it."""
    notes = _notes_at_end(passages)
    if notes:
        marks = _match(_candidates(_running(passages, notes)), {note.number for note in notes})
        if _are_notes(passages, notes, marks):
            return settle(marks, notes)
    return settle(_match(_candidates(_running(passages, [])), None), [])


def settle(marks: list[Mark], notes: list[Note]) -> Footnotes:
    """These marks and notes, with the problems that come of comparing them."""
    return Footnotes(tuple(marks), tuple(notes), tuple(_compare(marks, notes)))


def last_words(text: str, end: int) -> str:
    """The up to six words of *text* before the place *end*, verbatim."""
    begin = max(0, end - 120)
    words = list(_WORD.finditer(text, begin, end))
    if begin and len(words) > 1:
        del words[0]
    return text[words[-6:][0].start() : words[-1].end()] if words else ""


def _running(passages: list[Passage], notes: list[Note]) -> list[Passage]:
    # A picture's credit often ends in a name with a number.
    starts = {note.passage.start for note in notes}
    return [each for each in passages if each.start not in starts and each.kind not in {"caption", "debris", "rule"}]


def _notes_at_end(passages: list[Passage]) -> list[Note]:
    notes: list[Note] = []
    for passage in reversed(passages):
        if passage.kind in {"debris", "rule"} and not notes:
            continue
        if passage.kind not in {"item", "paragraph"} or not (found := _NOTE.match(ascii_digits(passage.text))):
            break
        digits = found["a"] or found["b"] or found["c"]
        number = int(digits.translate(_RAISED))
        if notes and number > notes[-1].number:
            break
        place = found.start("a" if found["a"] else "b" if found["b"] else "c")
        notes.append(Note(number, passage.text[place : place + len(digits)], passage, found.end()))
    return notes[::-1]


def _are_notes(passages: list[Passage], notes: list[Note], marks: list[Mark]) -> bool:
    if any(_BACK.search(note.text[-12:]) for note in notes):
        return True
    above = [passage for passage in passages if passage.start < notes[0].passage.start and passage.kind != "rule"]
    if above and NOTES_HEADER.fullmatch(above[-1].text):
        return True
    numbers = {note.number for note in notes}
    return 2 * len({mark.number for mark in marks} & numbers) >= len(numbers)


def _candidates(passages: list[Passage]) -> list[Mark]:
    found: dict[int, Mark] = {}
    for passage in passages:
        plain = ascii_digits(passage.text)
        for style, match in _matches(plain):
            start = match.start("n")
            if passage.start + start not in found and start > len(passage.marker):
                printed = passage.text[start : match.end("n")]
                number = int(match["n"].translate(_RAISED))
                place = passage.start + start
                found[place] = Mark(number, place, printed, style, last_words(passage.text, match.start()))
    return [found[start] for start in sorted(found)]


def _matches(plain: str) -> Iterator[tuple[Style, re.Match[str]]]:
    for style, pattern in _FORMS:
        for match in pattern.finditer(plain):
            before = _WORD_BEFORE.search(plain[max(0, match.start() - 60) : match.start()])
            word = before[0] if before else ""
            if style in {"bracket", "raised"} or not _NUMBERED.search(word):
                yield style, match


def _match(candidates: list[Mark], numbers: set[int] | None) -> list[Mark]:
    """The marks among *candidates*, which stand in the order of the text.

    With notes: brackets and raised digits that name one, and of the rest the heaviest rising sequence of their numbers.
    Without: those alone that nobody writes by accident, counting up from the beginning.
    """
    open_marks = [mark for mark in candidates if mark.style in {"bracket", "raised"}]
    if numbers is None:
        sure = [mark for mark in candidates if mark.style == "glued"]
        chain = max(_counting(sure), _counting(open_marks), key=len)
        return chain if len(chain) > 1 or (chain and chain[0].style in {"bracket", "raised"}) else []
    if 2 * len({mark.number for mark in open_marks} & numbers) >= len(numbers):
        return open_marks
    # A mark after the end of a sentence may be one whose note is lost.
    top = max(numbers) + 2
    return _heaviest_rising(
        [mark for mark in candidates if mark.number in numbers or (mark.style == "glued" and mark.number < top)],
        numbers,
    )


def _counting(marks: list[Mark]) -> list[Mark]:
    chain: list[Mark] = []
    for mark in marks:
        reached = chain[-1].number if chain else 0
        if 0 < mark.number - reached <= (2 if chain else 1):
            chain.append(mark)
    return chain


def _heaviest_rising(marks: list[Mark], numbers_noted: set[int]) -> list[Mark]:
    # Ends of the best chains, by rising number and rising weight; each new mark goes after the best it may follow.
    numbers: list[int] = []
    weights: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, mark in enumerate(marks):
        place = bisect_right(numbers, mark.number - 1)
        own = _WEIGHTS[mark.style] if mark.number in numbers_noted else 1
        weight = own + (weights[place - 1] if place else 0)
        before.append(ends[place - 1] if place else -1)
        last = place
        while last < len(numbers) and weights[last] <= weight:
            last += 1
        if place == len(numbers) or numbers[place] > mark.number or weights[place] <= weight:
            numbers[place:last], weights[place:last], ends[place:last] = [mark.number], [weight], [at]
    chain: list[Mark] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.append(marks[at])
        at = before[at]
    return chain[::-1]


def _compare(marks: list[Mark], notes: list[Note]) -> Iterator[Problem]:
    marked, noted = [mark.number for mark in marks], [note.number for note in notes]
    if marked and not noted:
        yield Problem(
            N_("The text has footnote marks ({numbers}), but the notes are missing."),
            {"numbers": _listed(marked)},
        )
    elif lost := [number for number in marked if number not in set(noted)]:
        yield Problem(N_("These footnote marks have no note: {numbers}."), {"numbers": _listed(lost)})
    if lost := [number for number in noted if number not in set(marked)]:
        yield Problem(N_("These notes have no mark in the text: {numbers}."), {"numbers": _listed(lost)})
    if twice := [number for number, times in Counter(noted).items() if times > 1]:
        yield Problem(N_("More than one note has the number {numbers}."), {"numbers": _listed(twice)})
    known = set(noted or marked)
    if known and (gaps := sorted(set(range(1, max(known))) - known)):
        yield Problem(N_("The footnotes skip the numbers {numbers}."), {"numbers": _listed(gaps)})


def _listed(numbers: list[int]) -> list[int]:
    return sorted(set(numbers))
