"""The running text of an outline, without what others put around it, and the summary made of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from bot.documents import summaries
from bot.documents.passages import Passage
from bot.documents.structure.footnotes import Footnotes
from bot.documents.structure.issue_dates import dateline_ends
from bot.documents.structure.lines import is_date_line

MOST = 10_000
"""Passages that are looked through for figures, calls and the like; who writes more lines writes no text."""


def plain(passages: Sequence[Passage]) -> list[Passage]:
    """*passages* with quotations as paragraphs, for those who look for what is said wherever it stands."""
    looked_at = passages[:MOST]
    return [replace(each, kind="paragraph") if each.kind == "quote" else each for each in looked_at]


def summary(passages: Sequence[Passage], notes: Footnotes, language: str, title: str | None) -> tuple[str, ...]:
    """Whole sentences that tell what a text says; see `summaries.extract`."""
    return tuple(summaries.extract(_texts(passages, notes), language, title=title or ""))


def summary_of_parts(
    lead_in: Sequence[Passage], own: Sequence[Passage], chosen: Sequence[Sequence[str]], language: str
) -> tuple[str, ...]:
    """Of a collection: what its own words say, the first ones if they can, and a sentence each of some of its parts."""
    lead = summaries.extract(_texts(lead_in, Footnotes()), language, 1) or summaries.extract(
        _texts(own, Footnotes()), language, 1
    )
    heads = [sentences[0] for sentences in chosen if sentences]
    return tuple(dict.fromkeys([*lead, *summaries.extract(heads, language, 5 - len(lead) - (len(heads) < 5))]))


def _texts(passages: Sequence[Passage], notes: Footnotes) -> list[str]:
    """The paragraphs a summary may quote, each cut where a mark stands between two sentences."""
    left_out = {note.passage.start for note in notes.notes}
    cuts = [mark for mark in notes.marks if mark.style != "inside"]
    starts = [mark.start for mark in cuts]
    texts: list[str] = []
    for passage in passages:
        if passage.kind != "paragraph" or passage.start in left_out or is_date_line(passage.text):
            continue
        begin = dateline_ends(passage.text)
        pieces: list[str] = []
        for mark in cuts[bisect_left(starts, passage.start) : bisect_left(starts, passage.end)]:
            bracket = int(mark.style in {"bracket", "paren"})
            piece = passage.text[begin : mark.start - passage.start - bracket]
            if summaries.may_end(piece):
                pieces.append(piece)
                begin = mark.end - passage.start + bracket
        texts += [*pieces, passage.text[begin:]]
    return texts
