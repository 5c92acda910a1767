"""Which lines are the titles of the parts of a collection: those that are likely, and those set like them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.documents.passages import Line
from bot.documents.scripts import ascii_digits
from bot.documents.structure import names
from bot.documents.structure.lines import NUMBER_ENDS, is_date_line
from bot.documents.structure.shapes import PICTURE
from bot.documents.structure.tags import Tag
from bot.documents.structure.titles import KIND_LINE

_EXPECTED = 1.7  # titles of parts that are to be expected in a collection
_LIKELY = 0.25  # how likely a line is to be one of them, in a collection
_IN_SERIES = 0.5  # how likely the lines of a series must be on average
_OF_KIND = 0.3  # the same where most of them say "Letter of", "Message from"
_SURE, _SEEN = 0.6, 0.1  # in capitals: those that show that titles are set so, and others in capitals
_ALIKE = 0.25  # how likely lines set alike must be on average
_OPENING = re.compile(r"(?:from|to|message|letter|statement|report|پیام|نامه|بیانیه|از)\b", re.IGNORECASE)
_MAY_BE = frozenset({"text", "heading", "part", "title"})
_LONG = 160
_NUMBER = re.compile(rf"\(?(\d{{1,2}})\s?[{NUMBER_ENDS}]\s*(?=\D)")


def part_titles(lines: Sequence[Line], tags: Sequence[Tag]) -> set[int]:
    """Which of *lines* are titles of parts, by their places; none where the text is one whole."""
    rows = [each for each in _series(lines) if _is_of_parts(each, lines, tags)]
    rows += [each for each in _alike(lines) if sum(tags[at].part for at in each) >= _ALIKE * len(each)]
    expected = sum(tag.part for tag in tags)
    if expected < _EXPECTED and not rows:
        return set()
    found = {at for at, tag in enumerate(tags) if tag.name in _MAY_BE and tag.part >= _LIKELY}
    found |= {at for each in rows for at in each}
    if expected >= _EXPECTED:
        found |= set(_in_capitals(lines, tags))
    return {at for at in found if not _closes(lines, at)}


def _series(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Short lines numbered from 1 on, each with something below it before the next; three at least."""
    found: list[int] = []
    for at, line in enumerate(lines):
        number = _NUMBER.match(ascii_digits(line.text[:8])) if len(line.text) <= _LONG else None
        if number and int(number[1]) == 1:
            if _is_apart(found):
                yield found
            found = [at]
        elif number and int(number[1]) == len(found) + 1:
            found.append(at)
    if _is_apart(found):
        yield found


def _is_apart(series: Sequence[int]) -> bool:
    """Whether they are three or more, none right below another."""
    return len(series) > 2 and all(after - before > 1 for before, after in pairwise(series))


def _is_of_parts(series: Sequence[int], lines: Sequence[Line], tags: Sequence[Tag]) -> bool:
    likely = sum(tags[at].part for at in series) / len(series)
    kinds = sum(KIND_LINE.match(_NUMBER.sub("", ascii_digits(lines[at].text))) is not None for at in series)
    return likely >= (_OF_KIND if 2 * kinds > len(series) else _IN_SERIES)


def _alike(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Lines that begin in the same way, each with something below it before the next; three at least."""
    forms: dict[str, list[int]] = {}
    for at in range(len(lines)):
        if form := _form(lines, at):
            forms.setdefault(form, []).append(at)
    yield from (row for row in forms.values() if _is_apart(row))


def _form(lines: Sequence[Line], at: int) -> str:
    """How a line begins that may be one of several titles set alike; "" for others."""
    text = lines[at].text
    if len(text) > _LONG or (at and not lines[at].gap) or at + 1 == len(lines):
        return ""
    if PICTURE.match(text):
        return "picture"
    if is_date_line(text):
        return "date"
    if found := _OPENING.match(text):
        return found[0].lower() + text[-1]
    return ""


def _in_capitals(lines: Sequence[Line], tags: Sequence[Tag]) -> Iterator[int]:
    upper = [at for at, line in enumerate(lines) if line.text.isupper() and line.gap and len(line.text) <= _LONG]
    if sum(tags[at].part >= _SURE for at in upper) > 1:
        yield from (at for at in upper if tags[at].part >= _SEEN)


def _closes(lines: Sequence[Line], at: int) -> bool:
    """Whether the line is a slogan with which a text closes."""
    below = lines[at + 1].text if at + 1 < len(lines) else "("
    return len(below) < _LONG and not below.startswith(("[", "(")) and names.is_slogan(lines[at].text)
