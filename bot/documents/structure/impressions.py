"""What a text as a whole looks like by the first answers of the model: what it weighs when it is asked again.

Whether a text is a collection, which of two likely lines is its title, and whether lines that are set alike are all
headings, no line and its neighbours tell. So the answers on all lines are weighed in a second round (stacked sequential
learning: Cohen and de Carvalho, 2005).
"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain

from bot.documents.passages import Line

GOES_ON = "+"
"""What the model adds to the name of a line of a title, or of that of a part, which goes on from the line above."""

Answer = Mapping[str, float]
"""How likely each name is of a line, from 0 to 1."""

_SHARES = (0.05, 0.15, 0.3, 0.5, 0.7, 0.9)
_SUMS = (0.3, 0.7, 1.3, 2.2, 3.5, 6.0, 12.0)
_LENGTHS = (40, 90, 180)
_LEAST = 0.05  # less likely names are not told
_TITLES = ("part", "title")
_LEAST_TITLE = 0.03
_SUMMED = (*_TITLES, "issuer", "heading", "drop")
_NEAR = (*_SUMMED, "preface")
_ALIKE = (*_SUMMED, "slogan", "demand", "caption")
_AROUND, _FAR = 3, 6  # lines
_RANKS, _MANY = 5, 8
_WIDEST = 3  # blank lines that are told apart


def impressions(lines: Sequence[Line], answers: Sequence[Answer]) -> list[list[str]]:
    """Of each of *lines* the names of what the *answers* on all of them say of it; one answer a line."""
    whole = _Whole(lines, answers)
    return [
        [*whole.own(at), *whole.rank(at), *whole.alike(at), *whole.around(at), *whole.page(at)]
        for at in range(len(lines))
    ]


class _Whole:
    """All answers on a text, and what is said of many of them at once."""

    def __init__(self, lines: Sequence[Line], answers: Sequence[Answer]) -> None:
        self.answers = answers
        self.likely = [_united(answer) for answer in answers]
        self.first = [max(answer, key=answer.__getitem__) for answer in answers]
        self.upto = {name: _running(answer.get(name, 0.0) for answer in answers) for name in _SUMMED}
        self.highest = {name: sorted(answer.get(name, 0.0) for answer in answers)[-_RANKS - 1 :] for name in _TITLES}
        self.forms = [_forms(lines, at) for at in range(len(lines))]
        self.sums = self._summed()
        self.below = [_nearest(self.likely[at + 1 : at + 1 + _AROUND]) for at in range(len(lines))]
        self.above = [_nearest(self.likely[max(0, at - _AROUND) : at]) for at in range(len(lines))]

    def _summed(self) -> dict[tuple[object, ...], dict[str, float]]:
        """Of the lines of each form how many they are, as "", and how likely each name is, in all."""
        sums: dict[tuple[object, ...], dict[str, float]] = defaultdict(lambda: dict.fromkeys(("", *_ALIKE), 0.0))
        for forms, likely in zip(self.forms, self.likely, strict=True):
            for form in forms:
                found = sums[form]
                found[""] += 1
                for name in _ALIKE:
                    found[name] += likely[name]
        return sums

    def own(self, at: int) -> Iterator[str]:
        """What the line and those beside it were taken for."""
        yield from (f"1:{name}={_share(likely)}" for name, likely in self.answers[at].items() if likely >= _LEAST)
        first, last = self.first, len(self.first) - 1
        yield f"1={first[at]}"
        yield from (f"1{step:+}={first[at + step]}" for step in (-3, -2, -1, 1, 2, 3) if 0 <= at + step <= last)
        above, below = first[at - 1] if at else "", first[at + 1] if at < last else ""
        yield from (f"1={above}>{first[at]}", f"1={first[at]}>{below}&", f"1={above}>{first[at]}>{below}")

    def rank(self, at: int) -> Iterator[str]:
        """Whether others are likelier the title, or that of a part, and how many such titles are to be expected."""
        for name in _TITLES:
            if self.likely[at][name] < _LEAST_TITLE:
                continue
            likely = self.answers[at].get(name, 0.0)
            share, upto = _share(likely), self.upto[name]
            others = bisect(_SUMS, upto[-1] - likely)
            rank = sum(other > likely for other in self.highest[name])
            yield from (f"1{name}_others={others}", f"1{name}_rank={rank}")
            yield from (f"1{name}_others={others}&{share}", f"1{name}_rank={rank}&{share}")
            yield f"1{name}_above={bisect(_SUMS, upto[at])}&{share}"
            yield f"1{name}_below={bisect(_SUMS, upto[-1] - upto[at + 1])}&{share}"
            yield f"1{name}_issuer_below={self.below[at]['issuer']}&{share}"
            yield f"1{name}_issuer_above={self.above[at]['issuer']}&{share}"

    def alike(self, at: int) -> Iterator[str]:
        """What the lines are taken for that are set like it, without itself."""
        for sort, form in enumerate(self.forms[at]):
            sums, own = self.sums[form], self.likely[at]
            others = sums[""] - 1
            yield f"1like{sort}={min(int(others), _MANY)}&{self.first[at] if others else ''}"
            for name in _ALIKE if others else ():
                share = _share((sums[name] - own[name]) / others)
                yield f"1like{sort}_{name}={share}&{_share(own[name])}"
                if not sort:
                    yield f"1like{sort}_{name}={share}"

    def around(self, at: int) -> Iterator[str]:
        """What the next three lines, and the last three, may be."""
        yield from (f"1below_{name}={share}" for name, share in self.below[at].items())
        yield from (f"1above_{name}={share}" for name, share in self.above[at].items())

    def page(self, at: int) -> Iterator[str]:
        """How much of a page is around, above and below the line, and what is to be expected of the whole text."""
        last, first = len(self.likely), self.first[at]
        drops = self.upto["drop"]
        low, high = max(0, at - _FAR), min(last, at + _FAR + 1)
        below = _share((drops[last] - drops[at + 1]) / max(1, last - at - 1))
        yield f"1page={_share((drops[high] - drops[low]) / (high - low))}"
        yield from (
            f"1page_above={_share(drops[at] / max(1, at))}",
            f"1page_below={below}",
            f"1page_below={below}&{first}",
        )
        for name in _TITLES:
            upto = self.upto[name]
            yield f"1{name}_above={bisect(_SUMS, upto[at])}&{first}"
            yield f"1{name}_below={bisect(_SUMS, upto[-1] - upto[at + 1])}&{first}"
        yield from (f"1all_{name}={bisect(_SUMS, self.upto[name][-1])}" for name in _SUMMED if name != "drop")


def _nearest(near: Sequence[Answer]) -> dict[str, int]:
    """How likely each name is at most on some lines."""
    return {name: _share(max((each[name] for each in near), default=0.0)) for name in _NEAR}


def _united(answer: Answer) -> dict[str, float]:
    found: dict[str, float] = dict.fromkeys((*_NEAR, *_ALIKE), 0.0)
    for name, likely in answer.items():
        united = name.removesuffix(GOES_ON)
        found[united] = found.get(united, 0.0) + likely
    return found


def _running(likely: Iterable[float]) -> list[float]:
    """The sum before each line, and that of all at the end."""
    return list(accumulate(chain([0.0], likely)))


def _share(likely: float) -> int:
    return bisect(_SHARES, likely)


def _forms(lines: Sequence[Line], at: int) -> list[tuple[object, ...]]:
    """How the line is set, in three ways: exactly, by how it begins, and by how it ends."""
    text = lines[at].text
    case, length = text.isupper(), bisect(_LENGTHS, len(text) - 1)
    begins = text[0] if not text[0].isalnum() else "9" if text[0].isdigit() else "w"
    ends = "w" if text[-1].isalnum() else text[-1]
    above = min(lines[at].gap, _WIDEST)
    below = min(lines[at + 1].gap, _WIDEST) if at + 1 < len(lines) else -1
    return [(case, length, ends, begins, above, below), (case, begins, above), (ends, length, above, below)]
