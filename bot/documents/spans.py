"""A text and how parts of it were set off: bold, a link, a quotation. Files and messages both come in as this."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from typing import Literal, get_args

SpanKind = Literal["bold", "italic", "code", "link", "quote", "heading", "title"]
SPAN_KINDS: frozenset[str] = frozenset(get_args(SpanKind))


@dataclass(frozen=True)
class Span:
    """Part of a text, from *start* up to *end* (characters), and what it is; *url* is where a link leads."""

    start: int
    end: int
    kind: SpanKind
    url: str | None = None


@dataclass(frozen=True)
class RichText:
    """A text as it is read, and its spans in the order in which they begin."""

    text: str
    spans: tuple[Span, ...] = ()

    def stripped(self, characters: str | None = None) -> RichText:
        """The same without *characters*, by default white space, at both ends."""
        return self.part(len(self.text) - len(self.text.lstrip(characters)), len(self.text.rstrip(characters)))

    def part(self, start: int, end: int) -> RichText:
        """The characters from *start* up to *end*, with what is left of the spans there."""
        kept = (
            Span(max(span.start, start) - start, min(span.end, end) - start, span.kind, span.url)
            for span in self.spans
            if span.start < end and span.end > start
        )
        return RichText(self.text[start:end], tuple(kept))


def joined(pieces: Iterable[tuple[str, RichText]]) -> RichText:
    """One text of several; each comes with the seam that stands before it."""
    texts: list[str] = []
    spans: list[Span] = []
    length = 0
    for seam, piece in pieces:
        length += len(seam)
        spans += [Span(span.start + length, span.end + length, span.kind, span.url) for span in piece.spans]
        texts += [seam, piece.text]
        length += len(piece.text)
    return RichText("".join(texts), tuple(spans))


def write_spans(spans: Iterable[Span]) -> str | None:
    """*spans* as JSON, or None where there is none."""
    rows = [astuple(span) for span in spans]
    return json.dumps(rows, ensure_ascii=False) if rows else None


def read_spans(rows: str | None) -> tuple[Span, ...]:
    """The spans that `write_spans` wrote."""
    return tuple(Span(*row) for row in json.loads(rows or "[]"))
