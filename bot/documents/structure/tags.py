"""What each line of a text is for, as two models learnt it: one by a line and its neighbours, one by the whole text.

`shapes` and `neighbourhoods` say what the first looks at, `impressions` what the second weighs besides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from bot.documents.models import Model
from bot.documents.passages import Line, Passage
from bot.documents.structure.impressions import GOES_ON, Answer, impressions
from bot.documents.structure.neighbourhoods import rulings, signs

MOST_LINES = 1200
"""No text that a person brings has more lines, with all its parts; nobody waits for a model to read a log file."""

LEAST_LINES = 4
"""In fewer there is nothing around a line to tell it by."""

_RULES = 0.6  # how much the answer counts that heard the rules

LINES, WHOLES = Model("lines"), Model("wholes")

_SECOND = 0.65  # how much the second answer counts, which knows the first ones on all lines
Signs = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Tag:
    """What a line is for, how sure that is, and how likely it is of the title, or of that of a part; from 0 to 1."""

    name: str
    sure: float
    title: float
    part: float
    opens: float = 0.0
    """How likely it is the first line of the title."""

    @property
    def goes_on(self) -> float:
        """How likely it is a further line of the title."""
        return self.title - self.opens


def tag(lines: Sequence[Line], passages: Sequence[Passage]) -> list[Tag]:
    """What each of *lines* is for, one tag a line; empty for texts of fewer than `LEAST_LINES` or over `MOST_LINES`.

    *passages* is what the rules take the lines for.
    """
    if not LEAST_LINES <= len(lines) <= MOST_LINES:
        return []
    own, ruled = signs(lines), rulings(lines, passages)
    first = first_answers(LINES, own, ruled)
    again = WHOLES.likelihoods(joined(own, ruled, impressions(lines, first)))
    return [_tag(mixed(_SECOND, two, one)) for one, two in zip(first, again, strict=True)]


def first_answers(model: Model, own: Signs, ruled: Signs) -> list[dict[str, float]]:
    """What *model* says of the lines that look so: it is asked twice, with and without hearing the rules."""
    both = zip(model.likelihoods(joined(own, ruled)), model.likelihoods(own), strict=True)
    return [mixed(_RULES, heard, alone) for heard, alone in both]


def joined(*signs: Signs) -> list[list[str]]:
    """All that is said of each line."""
    return [[*chain.from_iterable(each)] for each in zip(*signs, strict=True)]


def mixed(share: float, one: Answer, other: Answer) -> dict[str, float]:
    """Two answers on a line as one, of which *one* counts for *share*."""
    return {name: share * likely + (1 - share) * other.get(name, 0.0) for name, likely in one.items()}


def _tag(likely: dict[str, float]) -> Tag:
    opens = likely["title"]
    for further in [each for each in likely if each.endswith(GOES_ON)]:
        likely[further.removesuffix(GOES_ON)] += likely.pop(further)
    name = max(likely, key=lambda each: likely[each])
    return Tag(name, likely[name], likely["title"], likely["part"], opens)
