"""What was set off in a text, kept: headings and quotations as passages, bold words and links as Markdown."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.documents.passages import Passage
from bot.documents.spans import Span
from bot.documents.structure.lines import MAX_TITLE

INLINE = re.compile(r"[\\`*\[\]<~]|(?<![^\W_])_|_(?![^\W_])|&(?=[#\w])")
_SHAPES = frozenset({"heading", "quote"})
_MARKERS = {"bold": "**", "italic": "*"}
_MOST = 2_000  # spans in one text; a hostile one has more


def shape(passages: list[Passage], spans: Sequence[Span]) -> list[Passage]:
    """The passages with those as headings and quotations that were set off as such from end to end.

    What was recognised as something else, such as a title, a caption or debris, stays that.
    """
    shapes = [span for span in spans if span.kind in _SHAPES][:_MOST]
    return [_shaped(passage, shapes) for passage in passages] if shapes else passages


def _shaped(passage: Passage, shapes: Sequence[Span]) -> Passage:
    if passage.kind not in {"paragraph", "closing", "heading"}:
        return passage
    kinds = {span.kind for span in shapes if span.start <= passage.start and passage.end <= span.end}
    if "heading" in kinds and "\n" not in passage.text and len(passage.text) <= MAX_TITLE:
        return replace(passage, kind="heading")
    return replace(passage, kind="quote") if "quote" in kinds else passage


def within(passage: Passage, spans: Sequence[Span]) -> list[Span]:
    """The bold and italic words, code and links in *passage*."""
    # Spans are sorted by their beginning; one that began long before a passage is none of words.
    last = bisect_left(spans, passage.end, key=lambda span: span.start)
    inline = (span for span in spans[max(0, last - _MOST) : last] if span.kind not in {"heading", "quote", "title"})
    return [span for span in inline if span.end > passage.start]


def write(text: str, start: int, spans: Sequence[Span]) -> str:
    """*text*, which stands at *start* in its source, as Markdown with what is set off in it."""
    if not spans:
        return escaped(text)
    edges = {0, len(text)}
    for span in spans:
        edges |= {min(max(edge - start, 0), len(text)) for edge in (span.start, span.end)}
    places = sorted(edges)
    return "".join(
        _write(text[begin:end], [span for span in spans if span.start <= start + begin and start + end <= span.end])
        for begin, end in pairwise(places)
    )


def _write(words: str, spans: Sequence[Span]) -> str:
    bare = words.strip()
    if not spans or not bare:
        return escaped(words)
    kinds = {span.kind for span in spans}
    if "code" in kinds and "`" not in bare and "\n" not in bare:
        marked = f"`{bare}`"
    else:
        marked = escaped(bare)
        for kind, marker in _MARKERS.items():
            if kind in kinds:
                marked = f"{marker}{marked}{marker}"
    url = next((span.url for span in spans if span.kind == "link" and span.url), None)
    if url and not re.search(r"[\s<>]", url):
        marked = f"[{marked}](<{url}>)"
    before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    return f"{before}{marked}{after}"


def escaped(text: str) -> str:
    """*text* with everything escaped that Markdown would take for markup within a line."""
    return INLINE.sub(r"\\\g<0>", text)
