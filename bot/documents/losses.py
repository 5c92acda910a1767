"""What a text seems to have lost on its way: links, words before a small letter, one of two quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.documents.passages import NOT_TEXT, Passage
from bot.documents.problems import Problem
from bot.refusals import N_

_LINK = re.compile(
    r"\b(?:see|click|read more|watch|listen|sign|donate|register|available|found) here\b(?:(?:,| and|, and) here\b)*"
    r"|\((?:here|link|see)(?: and here)*\)|(?:اینجا|این‌جا|این لینک|لینک زیر) (?:را )?(?:کلیک|بخوانید|ببینید"
    r"|مراجعه)|\((?:اینجا|این‌جا|لینک)\)",
    re.IGNORECASE,
)
_DANGLING = re.compile(
    r"\b(?:(?:go|refer|turn|write|report) to|(?:available|found|read|visit us|see us|reach us|published) (?:at"
    r"|on|in)|(?:visit|contact)|click on)"
    r"(?=,|\.(?:\s|$)|;| (?:Some|The|For|This|These|In|And|Or|including)\b| ?$)(?:,? (?:Some of|including))?"
)
_SMALL = re.compile(
    r"(?<=[^.!?…\s]{4})[.!?][ \u00a0]{1,3}(?P<small>(?!www|http|i[A-Z]|e[A-Z]|al\b|von\b|de\b|and\b"
    r"|or\b)[a-z][a-z]+ [^.!?\n]{3,60})"
)
_ABBREVIATED = re.compile(
    r"(?:\b(?i:etc|approx|dept|univ|incl|prof|gen|sen|rep|corp|assoc|vols?|nos?|eds?|figs?|mins?|secs?|hrs?)"
    r"|\.[a-zA-Z]|[A-Z][a-z]?)\.[”\"’)]?\s*$"
)
_QUOTES = (("“", "”"), ("«", "»"))
_LONGEST = 20_000


def find(passages: Sequence[Passage]) -> Iterator[Problem]:
    """What a person should look up in the original, each with the words it is about."""
    texts = [each.text for each in passages if each.kind not in NOT_TEXT and len(each.text) <= _LONGEST]
    links = list(
        dict.fromkeys(
            match[0].strip() for text in texts for pattern in (_LINK, _DANGLING) for match in pattern.finditer(text)
        )
    )
    for words in links[:3]:
        yield Problem(N_("The words “{words}” were a link, and the link is lost."), {"words": words})
    if words := next((found for text in texts if (found := _small(text))), ""):
        yield Problem(
            N_("The sentence “{words}” begins with a small letter; a name or link before it may be lost."),
            {"words": words},
        )
    if words := next((found for text in texts if (found := _unpaired(text))), ""):
        yield Problem(N_("A quotation mark has no partner near “{words}”."), {"words": words})


def _small(text: str) -> str:
    for match in _SMALL.finditer(text):
        if not _ABBREVIATED.search(text[: match.start("small")][-20:]):
            return match["small"].strip()
    return ""


def _unpaired(text: str) -> str:
    """The words beside a quotation mark that closes what was not opened; one may be opened for several paragraphs."""
    for opened, closed in _QUOTES:
        depth = 0
        for mark in re.finditer(f"[{opened}{closed}]", text) if closed in text else ():
            place = mark.start()
            if mark[0] == opened:
                depth += 1
            else:
                depth -= 1
                if depth < 0:
                    words = text[max(0, place - 40) : place + 1]
                    return words if place < 40 else words.partition(" ")[2] or words
    return ""
