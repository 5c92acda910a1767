"""Footnotes of a plain text: the notes at its end, the marks in its lines, and which belongs to which.

Marks without notes, notes without marks and gaps are told and never mended.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.documents.passages import Passage
from bot.documents.problems import Problem
from bot.documents.scripts import ascii_digits
from bot.documents.structure.marks import (
    DIGITS,
    RAISED,
    RAISED_DIGITS,
    Mark,
    candidates,
    last_words,
    match,
    worded,
)
from bot.documents.structure.outlines import NOTES_HEADER
from bot.documents.structure.pages.debris import way_back
from bot.refusals import N_

__all__ = ["Footnotes", "Mark", "Note", "find", "last_words", "settle"]

_NOTE = re.compile(
    rf"(?:\[(?P<a>{DIGITS})\]|\((?P<d>{DIGITS})\)|(?P<b>{DIGITS})(?:[.)]| ?[-–ـ:](?!\d))"
    rf"|(?P<c>[{RAISED_DIGITS}]{{1,3}})"
    rf"|(?P<e>{DIGITS})(?=[ \t\u00a0]+[^\W\d_a-z]|[ \t\u00a0]+[“\"«]))[ \t\u00a0]*(?=\S)"
)
_BARE = re.compile(r"\d{1,3}[ \t\u00a0]")
_TRAILING = 3  # lines that may stand under the notes


@dataclass(frozen=True)
class Note:
    """A note at the end: its number, as it is printed, its passage, and where its text begins in it."""

    number: int
    printed: str
    passage: Passage
    begins: int

    @property
    def text(self) -> str:
        """The words of the note, verbatim, without its number and the way back to its mark."""
        return self.passage.text[self.begins : self.ends].rstrip()

    @property
    def ends(self) -> int:
        """Where in its passage the way back to the mark begins, or the passage ends."""
        return len(self.passage.text.rstrip()) - len(self.way_back)

    @property
    def way_back(self) -> str:
        """The way back to the mark, as printed: "[back]"; "" if there is none."""
        return way_back(self.passage.text)


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
        running = _running(passages, notes)
        marks = match(candidates(running), {note.number for note in notes})
        if _are_notes(passages, notes, marks):
            return settle(worded(marks, running), notes)
    running = _running(passages, [])
    return settle(worded(match(candidates(running), None), running), [])


def settle(marks: list[Mark], notes: list[Note]) -> Footnotes:
    """These marks and notes, with the problems that come of comparing them."""
    return Footnotes(tuple(marks), tuple(notes), tuple(_compare(marks, notes)))


def _running(passages: list[Passage], notes: list[Note]) -> list[Passage]:
    # A picture's credit often ends in a name with a number.
    starts = {note.passage.start for note in notes}
    return [each for each in passages if each.start not in starts and each.kind not in {"caption", "debris", "rule"}]


def _notes_at_end(passages: list[Passage]) -> list[Note]:
    notes: list[Note] = []
    strangers = 0
    for at in range(len(passages) - 1, -1, -1):
        passage = passages[at]
        if passage.kind in {"debris", "rule"} and not notes:
            continue
        note = _as_note(passage)
        if note is None or (notes and note.number > notes[-1].number):
            if notes and not _goes_on(passages, at, notes[-1].number):
                break
            strangers += not notes
            if strangers > _TRAILING or NOTES_HEADER.fullmatch(passage.text):
                break
            continue
        notes.append(note)
    plainly = any(note.way_back for note in notes) or all(
        note.passage.text[:1] in f"[({RAISED_DIGITS}" for note in notes
    )
    if strangers and not plainly and not _is_headed(passages, notes):
        return []
    return notes[::-1]


def _as_note(passage: Passage) -> Note | None:
    found = _NOTE.match(ascii_digits(passage.text)) if passage.kind in {"item", "paragraph", "closing"} else None
    if found is None:
        return None
    name = next(each for each in "abcde" if found[each])
    digits = found[name]
    place = found.start(name)
    return Note(int(digits.translate(RAISED)), passage.text[place : place + len(digits)], passage, found.end())


def _goes_on(passages: list[Passage], at: int, number: int) -> bool:
    """Whether the passage is a second paragraph of the note above it, whose number comes before *number*."""
    if passages[at].kind != "paragraph" or not at:
        return False
    above = _as_note(passages[at - 1])
    return above is not None and above.number == number - 1


def _is_headed(passages: list[Passage], notes: list[Note]) -> bool:
    first = min((note.passage.start for note in notes), default=0)
    above = [passage for passage in passages if passage.start < first and passage.kind != "rule"]
    return bool(above) and NOTES_HEADER.fullmatch(above[-1].text) is not None


def _are_notes(passages: list[Passage], notes: list[Note], marks: list[Mark]) -> bool:
    if any(note.way_back for note in notes) or _is_headed(passages, notes):
        return True
    if any(_BARE.match(note.passage.text) for note in notes):
        return False  # "12 people came": a number at the beginning of a paragraph
    if all(mark.style == "spaced" for mark in marks):
        return False  # "of them 72 (incl. 2 children)"
    numbers = {note.number for note in notes}
    return 2 * len({mark.number for mark in marks} & numbers) >= len(numbers)


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
