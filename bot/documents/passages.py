"""What a text is made of: passages, each a slice of the source with the kind it was taken for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "title", "heading", "paragraph", "item", "quote", "caption", "image", "debris", "rule", "closing", "note",
    "preface", "editors", "remark", "byline",
]  # fmt: skip
"""`image` is the alternative text of a picture, `preface` the words in brackets above a text, `editors` the note of
its editors, `remark` what somebody else put into it, `byline` a line above it that says who wrote it or when;
`closing` are the short lines under a text."""

Role = Literal["", "part", "issuer", "date", "slogan", "demand"]
"""What a line says beside its kind: the title of a part, who issued the text or when, a slogan, a demand."""

ASIDE: frozenset[Kind] = frozenset({"preface", "editors", "remark", "byline"})
NOT_TEXT: frozenset[Kind] = frozenset({"debris", "rule", "caption", "image"})

SAME_LINE = -1


@dataclass(frozen=True)
class Passage:
    """A run of lines that belong together: `source[start : start + len(text)] == text`."""

    kind: Kind
    text: str
    start: int
    gap: int = 0  # blank lines before it; SAME_LINE where it goes on in the line of the one before
    marker: str = ""  # what an item begins with, as printed: "- ", "3) "
    role: Role = ""

    @property
    def end(self) -> int:
        """The place in the source right after it."""
        return self.start + len(self.text)

    @property
    def words(self) -> str:
        """Its text without the marker of an item."""
        return self.text[len(self.marker) :]


@dataclass(frozen=True)
class Line:
    """A line that is not blank, without the white space around it, and the number of blank lines before it."""

    text: str
    start: int
    gap: int

    @property
    def end(self) -> int:
        """The place in the source right after it."""
        return self.start + len(self.text)


def lines_of(source: str) -> list[Line]:
    """The lines of *source* that are not blank, in order."""
    lines: list[Line] = []
    place = blank = 0
    for raw in source.split("\n"):
        text = raw.strip()
        if text:
            lines.append(Line(text, place + raw.index(text), blank))
        blank = 0 if text else blank + 1
        place += len(raw) + 1
    return lines
