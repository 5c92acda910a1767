"""A text laid out for reading: what the rules take its passages for, and what the model says of its lines."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.documents.markdown import emphases
from bot.documents.passages import Line, Passage, lines_of
from bot.documents.spans import Span
from bot.documents.structure import outlines, roles, tags
from bot.documents.structure.tags import Tag


@dataclass(frozen=True)
class Sheet:
    """A text with *ruled*, its passages as the rules see them, and the tags of its lines."""

    ruled: list[Passage]
    lines: Sequence[Line]
    tags: Sequence[Tag]
    spans: Sequence[Span]

    @property
    def is_short(self) -> bool:
        """Whether it has few enough lines for the model."""
        return len(self.lines) <= tags.MOST_LINES

    def passages(self, notes: Collection[int] = ()) -> list[Passage]:
        """Its passages with their roles; *notes* are the places in the source where its footnotes begin."""
        passages = outlines.set_notes_apart(self.ruled, set(notes)) if notes else self.ruled
        return emphases.shape(roles.assign(self.lines, self.tags, passages), self.spans)


def read(plain: str, spans: Sequence[Span] = (), *, tagged: bool = True) -> Sheet:
    """The text *plain*, which is levelled, laid out; *spans* are what is set off in it.

    With *tagged* false the model is not asked: for parts of a whole that was too long for it.
    """
    passages = outlines.outline(plain)
    lines = lines_of(plain)
    found = tags.tag(lines, passages) if tagged else []
    return Sheet(emphases.shape(passages, spans), lines, found, spans)
