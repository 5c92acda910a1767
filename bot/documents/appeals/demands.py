"""Demands: what the issuer of a text, or somebody it reports of, demands; verbatim.

Two rules for the wording. Points of a list that something announces as demands (`pointlists`), and sentences
that say what must be released, ended, paid …, are taken whole. Where somebody demands something in running text
("We demand …", "They call for …"), the words that say what is demanded are taken, each of several demands by itself.
Demands of those in power on others (a prosecutor's, a company's) are none; calls to readers and friends are in `calls`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.documents.appeals import addressees, claims, pointlists
from bot.documents.appeals.wordings import Sentence, Span, level, running
from bot.documents.passages import Passage

_LEADING_WORDS = 4  # of an item, before what it demands: "We demand that …"
_FIRST_PERSON = re.compile(r"^we (?:\w+ )?(?:demand|call for|insist)\b|(?:هستیم|خواستاریم|خواهانیم|می ?خواهیم)\W*$")
_ENDS = " ,;،؛\n"


def find(passages: Sequence[Passage], *, language: str) -> tuple[str, ...]:
    """The demands of a text in order, each once; every one is a substring of the passage it stands in."""
    points = pointlists.find(passages, language)
    found = [(point.passage, point.start, point.text) for point in points]
    to_power = addressees.is_to_power(passages)
    in_list = pointlists.covering(points)
    for sentence in (*running(passages, language), *_headings_that_demand(passages)):
        if not in_list(sentence):
            is_item = passages[sentence.passage].kind == "item"
            spans = _of_item(sentence) if is_item else claims.find(sentence, to_power=to_power)
            found += [(sentence.passage, sentence.start + start, sentence.text[start:end]) for start, end in spans]
    return tuple(dict.fromkeys(text.strip(_ENDS) for _, _, text in sorted(found) if text.strip(_ENDS)))


def _headings_that_demand(passages: Sequence[Passage]) -> Iterator[Sentence]:
    """Lines like headings in which the issuer demands: "We call for the release of all"."""
    for number, passage in enumerate(passages):
        if passage.kind == "heading" and _FIRST_PERSON.search(plain := level(passage.text)):
            yield Sentence(passage.text, number, 0, plain)


def _of_item(sentence: Sentence) -> list[Span]:
    """A point of a list is one demand: the words after "We demand", or the whole sentence."""
    spans = claims.find(sentence)
    if not spans:
        return []
    first = spans[0][0]
    begins_so = len(sentence.text[:first].split()) <= _LEADING_WORDS
    return [(first, spans[-1][1])] if begins_so else [(0, len(sentence.text))]
