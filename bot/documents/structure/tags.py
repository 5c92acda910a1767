"""What each line of a text is for, as a model learnt it; `shapes` and `neighbourhoods` say what it looks at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.documents.models import Model
from bot.documents.passages import Line, Passage
from bot.documents.structure.neighbourhoods import rulings, signs

MOST_LINES = 1500
"""No text that a person brings has more lines, with all its parts; nobody waits for a model to read a log file."""

LEAST_LINES = 4
"""In fewer there is nothing around a line to tell it by."""

_RULES = 0.6  # how much the answer counts that heard the rules

GOES_ON = "+"
"""What the model adds to the name of a line of a title, or of that of a part, which goes on from the line above."""

MODEL = Model("lines")


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

    *passages* is what the rules take the lines for. The model is asked twice, with and without hearing the rules.
    """
    if not LEAST_LINES <= len(lines) <= MOST_LINES:
        return []
    own, ruled = signs(lines), rulings(lines, passages)
    heard = MODEL.likelihoods([[*one, *other] for one, other in zip(own, ruled, strict=True)])
    found = []
    for with_rules, alone in zip(heard, MODEL.likelihoods(own), strict=True):
        likely = {name: _RULES * with_rules[name] + (1 - _RULES) * alone[name] for name in with_rules}
        opens = likely["title"]
        for further in [each for each in likely if each.endswith(GOES_ON)]:
            likely[further.removesuffix(GOES_ON)] += likely.pop(further)
        name = max(likely, key=lambda each: likely[each])
        found.append(Tag(name, likely[name], likely["title"], likely["part"], opens))
    return found
