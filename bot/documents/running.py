"""The running text of an outline, without what others put around it, and the summary made of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from bot.documents import summaries
from bot.documents.passages import Passage
from bot.documents.structure.footnotes import Footnotes
from bot.documents.structure.issue_dates import dateline_ends
from bot.documents.structure.lines import is_date_line

MOST_PASSAGES = 3_000
MOST_CHARACTERS = 80_000
"""How much of a text is looked through for figures, calls, demands and slogans, so that nobody waits for the card."""

_ENDS = re.compile(r"[.!?…؟۔](?=\s)|\n")


def plain(passages: Sequence[Passage], until: int = MOST_CHARACTERS) -> list[Passage]:
    """*passages* with quotations as paragraphs, for those who look for what is said wherever it stands.

    Those that begin at the character *until* or behind it are left out, and so are those beyond `MOST_PASSAGES`.
    """
    looked_at = (_cut(each, until) for each in passages[:MOST_PASSAGES] if each.start < until)
    return [replace(each, kind="paragraph") if each.kind == "quote" else each for each in looked_at if each.text]


def stops_before(passages: Sequence[Passage], until: int) -> bool:
    """Whether `plain` leaves any of the words of *passages* out."""
    return bool(passages) and (len(passages) > MOST_PASSAGES or passages[-1].end > until)


def _cut(passage: Passage, until: int) -> Passage:
    """*passage*, if it goes on behind *until*, up to where the last sentence or line before that ends."""
    if passage.end <= until:
        return passage
    ends = list(_ENDS.finditer(passage.text, 0, until - passage.start))
    return replace(passage, text=passage.text[: ends[-1].end() if ends else 0].rstrip())


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
