"""Footnote marks in running text: the digits that may be one, and of these the sequence that is.

A pasted text has lost its raised digits: `analysis.1`, `hundreds2 of`, `protests. 7`. Digits are taken for a mark only
where the sequence makes them one, so ages, years, `G7` and «November 7» stay what they are.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bot.documents.passages import Passage
from bot.documents.scripts import ascii_digits

Style = Literal["bracket", "raised", "paren", "glued", "inside", "spaced", "doubtful"]

RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
DIGITS = r"(?:[1-9]\d{0,2})"
RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_AFTER = r"(?=$|[\s\u200c.,;:!?؟،؛…\"'”’»)\]\-—–])"
_FORMS: tuple[tuple[Style, re.Pattern[str]], ...] = (
    ("bracket", re.compile(rf"(?<=\S)[ \u00a0]?\[(?P<n>{DIGITS})\]")),
    ("paren", re.compile(rf"(?<=[^\s\d])[ \u00a0]?\((?P<n>{DIGITS})\)(?=$|[\s.,;:!?؟،؛…”»])")),
    ("raised", re.compile(rf"(?<=\S)(?<![kcm]m)(?<!\bm)(?P<n>[{RAISED_DIGITS}]{{1,3}})(?![{RAISED_DIGITS}])")),
    ("glued", re.compile(rf"(?<=[.!?…؟»”’\"۔])(?P<n>{DIGITS}){_AFTER}(?!\.\d)")),
    ("inside", re.compile(rf"(?:(?<=[^\W\d_][,;)،؛])|(?<=\d[;)؛])|(?<=[”»][,;،؛]))(?P<n>{DIGITS})(?=$|\s)")),
    ("inside", re.compile(rf"(?<=[^\W\d_])(?P<n>{DIGITS}){_AFTER}(?!\.\d)")),
    ("doubtful", re.compile(rf"(?<=\d[.])(?P<n>{DIGITS})(?=\s+[A-Zآ-ی“«]|$)")),  # "… on November 11.4 The next day …"
    ("spaced", re.compile(rf"(?<=[.!?…؟»”۔])[ \u00a0](?P<n>{DIGITS})(?=$|\s)")),
)
_DIGIT = re.compile(rf"[0-9{RAISED_DIGITS}]")
_WEIGHTS: dict[Style, int] = {
    "bracket": 20,
    "raised": 20,
    "paren": 8,
    "glued": 10,
    "inside": 5,
    "spaced": 4,
    "doubtful": 2,
}

_WORD_BEFORE = re.compile(r"\S{1,60}$")
_WORD = re.compile(r"\S+")
# What makes the digits after it something else: «No.7», «@name7», «3.7» (but not «in 2022.7»), «G7».
_NUMBERED = re.compile(
    r"(?:^|\W)(?i:no|nr|art|fig|p|pp|vol|ch|sec|para|ed|ver|v|ص|ج|ش)\.$|[@#/_]"
    r"|(?<!\b19\d)(?<!\b20\d)\d[.)\]]?$|^\W*(?:[A-Z]{1,2}|\w)$"
)


@dataclass(frozen=True)
class Mark:
    """A mark in running text: its number, where its digits stand in the source, and as they are printed."""

    number: int
    start: int
    printed: str
    style: Style
    after: str = ""

    @property
    def end(self) -> int:
        """The place in the source right after the digits."""
        return self.start + len(self.printed)


def last_words(text: str, end: int) -> str:
    """The up to six words of *text* before the place *end*, verbatim."""
    begin = max(0, end - 120)
    words = list(_WORD.finditer(text, begin, end))
    if begin and len(words) > 1:
        del words[0]
    return text[words[-6:][0].start() : words[-1].end()] if words else ""


def candidates(passages: list[Passage]) -> list[Mark]:
    """All digits in *passages* that may be marks, in the order of the text; `worded` adds the words before them."""
    found: dict[int, Mark] = {}
    for passage in passages:
        plain = ascii_digits(passage.text)
        for style, match in _matches(plain) if _DIGIT.search(plain, len(passage.marker)) else ():
            start = match.start("n")
            if passage.start + start not in found and start > len(passage.marker):
                printed = passage.text[start : match.end("n")]
                number = int(match["n"].translate(RAISED))
                place = passage.start + start
                found[place] = Mark(number, place, printed, style)
    return [found[start] for start in sorted(found)]


def worded(found: Sequence[Mark], passages: Sequence[Passage]) -> list[Mark]:
    """The marks *found* in *passages*, which stand in the order of the text, with the words before each."""
    starts = [passage.start for passage in passages]
    told = []
    for mark in found:
        passage = passages[bisect_right(starts, mark.start) - 1]
        bracket = mark.style in {"bracket", "paren"}
        told.append(replace(mark, after=last_words(passage.text, mark.start - passage.start - bracket)))
    return told


def _matches(plain: str) -> Iterator[tuple[Style, re.Match[str]]]:
    for style, pattern in _FORMS:
        for match in pattern.finditer(plain):
            before = _WORD_BEFORE.search(plain[max(0, match.start() - 60) : match.start()])
            word = before[0] if before else ""
            if style in {"bracket", "raised", "paren", "doubtful"} or not _NUMBERED.search(word):
                yield style, match


def match(found: list[Mark], numbers: set[int] | None) -> list[Mark]:
    """The marks among *found*, which stand in the order of the text.

    With notes: brackets and raised digits that name one, and of the rest the heaviest rising sequence of their numbers.
    Without: those alone that nobody writes by accident, counting up from the beginning.
    """
    open_marks = [mark for mark in found if mark.style in {"bracket", "raised"}]
    if numbers is None:
        sure = _filled(_counting([mark for mark in found if mark.style == "glued"], 3), found)
        chain = max(sure, _counting(open_marks), _consecutive(found), key=len)
        return chain if len(chain) > 1 or (chain and chain[0].style in {"bracket", "raised"}) else []
    paren = [mark for mark in found if mark.style == "paren"]
    if not _rises(paren):
        paren = []  # "(4) people were killed, (1) of them": counts
        found = [mark for mark in found if mark.style != "paren"]
    for marks in (open_marks, [*open_marks, *paren]):
        if 2 * len({mark.number for mark in marks} & numbers) >= len(numbers):
            return sorted(marks, key=lambda mark: mark.start)
    # A mark after the end of a sentence may be one whose note is lost.
    top = max(numbers) + 2
    return _heaviest_rising(
        [
            mark
            for mark in found
            if mark.number in numbers
            or (mark.style == "glued" and mark.number < top)
            or (mark.style == "spaced" and mark.number < top - 2)
        ],
        numbers,
    )


def _rises(marks: list[Mark]) -> bool:
    """Whether each number of *marks* comes first after all smaller ones."""
    first = list(dict.fromkeys(mark.number for mark in marks))
    return first == sorted(first)


def _counting(marks: list[Mark], first: int = 1) -> list[Mark]:
    """Those of *marks* that count up in ones, twos or threes from at most *first*."""
    chain: list[Mark] = []
    for mark in marks:
        reached = chain[-1].number if chain else 0
        if 0 < mark.number - reached <= (3 if chain else first):
            chain.append(mark)
    return chain


def _consecutive(candidates: list[Mark]) -> list[Mark]:
    """The marks after ends of sentences, set off or not, that count 1, 2, 3 … without a gap; three at the least."""
    chain: list[Mark] = []
    for mark in candidates:
        if mark.number == len(chain) + 1 and (mark.style in {"glued", "spaced"} or (chain and mark.style == "inside")):
            chain.append(mark)
    plain = sum(mark.style in {"glued", "spaced"} for mark in chain)
    return chain if len(chain) > 2 and 2 * plain > len(chain) else []


def _filled(chain: list[Mark], candidates: list[Mark]) -> list[Mark]:
    """A *chain* of sure marks with those between them that are printed less plainly, where just they are missing."""
    if len(chain) < 2:
        return chain if chain and chain[0].number == 1 else []
    places = {mark.start for mark in chain}
    loose = [mark for mark in candidates if mark.style in {"inside", "spaced"} and mark.start not in places]
    found: list[Mark] = []
    at = 0
    for mark in chain:
        wanted = found[-1].number + 1 if found else 1
        while at < len(loose) and loose[at].start < mark.start:
            if loose[at].number == wanted < mark.number and (not found or loose[at].start > found[-1].start):
                found.append(loose[at])
                wanted += 1
            at += 1
        found.append(mark)
    for mark in loose[at:]:
        if mark.number == found[-1].number + 1 and mark.start > found[-1].start:
            found.append(mark)
    return found if found[0].number == 1 else []


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
