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
from bot.documents.appeals.dues import DUES
from bot.documents.appeals.wordings import Sentence, Span, is_power, level, running
from bot.documents.passages import Passage

_LEADING_WORDS = 4  # of an item, before what it demands: "We demand that …"
_FIRST_PERSON = re.compile(r"^we (?:\w+ )?(?:demand|call for|insist)\b|(?:هستیم|خواستاریم|خواهانیم|می ?خواهیم)\W*$")
_DEMAND = re.compile(r"\b(?:demands?|conditions?)\b[^.]{0,60}\b(?:is|are|was|were)\b")
_IT_IS = re.compile(
    rf"(?:it|that|this|these|they|the (?:second|third|other|last|next)(?: one)?)(?: \w+)? (?:is|are|was"
    rf"|were) (?:for )?(?={DUES})"
)
_THEY = re.compile(r"they (?:\w+ )?(?:want|demand)")
_URGING = re.compile(
    r"(?:urging|calling (?:up)?on|asking|requesting|demanding|insisting|pressing)(?: that)? (?P<who>[^.;:]{2,80}?) "
    r"(?:to|must|should) (?P<what>\S.*)"
)
_THEM = frozenset({"them", "him", "her", "that they", "they"})
_ENDS = " ,;،؛\n"


def find(passages: Sequence[Passage], *, language: str) -> tuple[str, ...]:
    """The demands of a text in order, each once; every one is a substring of the passage it stands in."""
    lists = pointlists.find(passages, language)
    found = [(point.passage, point.start, point.text) for point in lists.points]
    to_power = addressees.is_to_power(passages)
    in_list = pointlists.covering(lists.points)
    before: Sentence | None = None
    for sentence in (*running(passages, language), *_headings_that_demand(passages)):
        if not in_list(sentence) and (sentence.passage, sentence.start + len(sentence.text)) not in lists.leads:
            is_item = passages[sentence.passage].kind == "item"
            spans = _of_item(sentence) if is_item else _of_sentence(sentence, before, to_power)
            found += [(sentence.passage, sentence.start + start, sentence.text[start:end]) for start, end in spans]
        before = sentence
    return tuple(dict.fromkeys(text.strip(_ENDS) for _, _, text in sorted(found) if text.strip(_ENDS)))


def _headings_that_demand(passages: Sequence[Passage]) -> Iterator[Sentence]:
    """Lines like headings in which the issuer demands: "We call for the release of all"."""
    for number, passage in enumerate(passages):
        if passage.kind == "heading" and _FIRST_PERSON.search(plain := level(passage.text)):
            yield Sentence(passage.text, number, 0, plain)


def _of_sentence(sentence: Sentence, before: Sentence | None, to_power: bool) -> list[Span]:
    """The demands of a sentence; the one before says of what "It is …" and who "They" are."""
    plain = before.plain if before and before.passage == sentence.passage else ""
    if _DEMAND.search(plain) and (named := _IT_IS.match(sentence.plain)):
        return claims.parted(sentence, (named.end(), len(sentence.text)))
    if _THEY.match(sentence.plain) and is_power(" ".join(plain.split()[:8])):
        return []
    return claims.find(sentence, to_power=to_power)


def _is_told(who: str) -> bool:
    """Whether *who* is urged in a point of a letter-writing appeal are those in power."""
    return who in _THEM or is_power(who)


def _of_item(sentence: Sentence) -> list[Span]:
    """A point of a list is one demand: the words after "We demand", or the whole sentence."""
    if urged := _URGING.match(sentence.plain):
        return [(urged.start("what"), len(sentence.text))] if _is_told(urged["who"]) else []
    spans = claims.find(sentence)
    if not spans:
        return []
    first = spans[0][0]
    begins_so = len(sentence.text[:first].split()) <= _LEADING_WORDS
    return [(first, spans[-1][1])] if begins_so else [(0, len(sentence.text))]
