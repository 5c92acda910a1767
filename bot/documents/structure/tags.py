"""What each line of a text is for, as a model learnt it; `shapes` and `neighbourhoods` say what it looks at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.documents.models import Model
from bot.documents.passages import Line, Passage
from bot.documents.structure.neighbourhoods import signs

MOST_LINES = 3000
"""No text that a person brings has more lines; nobody waits for a model to read a log file."""

LEAST_LINES = 4
"""In fewer there is nothing around a line to tell it by."""

MODEL = Model("lines")


@dataclass(frozen=True)
class Tag:
    """What a line is for, how sure that is, and how likely it is of the title, or of that of a part; from 0 to 1."""

    name: str
    sure: float
    title: float
    part: float


def tag(lines: Sequence[Line], passages: Sequence[Passage]) -> list[Tag]:
    """What each of *lines* is for, one tag a line; empty for texts of fewer than `LEAST_LINES` or over `MOST_LINES`.

    *passages* is what the rules take the lines for.
    """
    if not LEAST_LINES <= len(lines) <= MOST_LINES:
        return []
    told = MODEL.tag(signs(lines, passages), ("title", "part"))
    return [Tag(name, *likely) for name, likely in told]
