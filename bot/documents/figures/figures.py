"""Figures of a campaign in running text: how many, of whom or what, said by whom, as of when, in which sentence.

What the text does not say is None. `what` is made of words of the sentence: the noun as printed and, after it, what
befell those counted ("protesters killed" for "has killed 40 protesters") or else what they did, without what stands
between; a number without a noun of its own ("the company says 900") counts what the figure before it counts. `unit` is
what a share, sum, time or measure is in, in words ("percent", "US dollars", "tomans", "days", «درصد», «تومان»); of
counted people and things it is None. A single number is `value`, with its qualifier as printed ("at least", "up to");
a range is `low` and `high`; of "dozens" or «صدها» there is no number, and the qualifier says it all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import islice

from bot.documents import sentences
from bot.documents.dates import Dated
from bot.documents.figures import (
    attributions,
    english_counts,
    english_words,
    farsi_counts,
    farsi_words,
    moments,
    numerals,
)
from bot.documents.figures.attributions import Attribution
from bot.documents.figures.countings import Counted, compose
from bot.documents.figures.impostors import is_impostor
from bot.documents.figures.numerals import Numeral
from bot.documents.figures.tokens import Token, key_at, tokenize
from bot.documents.structure.outlines import Passage

RUNNING_TEXT = frozenset({"paragraph", "item", "quote", "closing", "preface", "editors", "remark"})
MAX_SENTENCE = 2000  # nobody would quote more as one sentence
MAX_NUMBERS = 40  # more are a table
_LANGUAGES = frozenset({"en", "fa", "und"})
_MARK = re.compile(r"(?<=[.!?…؟۔\"'”’»)]) ?(?:\[\d{1,3}\]|\d{1,3}|[⁰¹²³⁴-⁹]{1,3})$")
_JOINING = frozenset({"and", ",", "و", "،"})
_PERSONS = farsi_words.CLASSIFIERS
_LONGEST_BRACKET = 8
_AMONG = frozenset({"including", "them", "جمله", "شامل"})
_CARRIES = english_words.PEOPLE | farsi_words.PEOPLE


@dataclass(frozen=True)
class Figure:
    """A number that a text reports; `quote` is the sentence, verbatim."""

    what: str
    unit: str | None
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    qualifier: str | None
    as_of: date | None
    source: str | None
    quote: str


def find(passages: Sequence[Passage], *, dated: Dated | None, language: str) -> tuple[Figure, ...]:
    """The figures that the running text of *passages* reports, in order and each once; only English and Farsi are read.

    *dated* is the text's own date: a day without a year ("as of 3 December") is read as the last one before it.
    """
    found: dict[Figure, None] = {}
    if language in _LANGUAGES:
        for passage in passages:
            if passage.kind in RUNNING_TEXT:
                found.update(dict.fromkeys(_in_passage(passage.words, dated, language)))
    return tuple(found)


def _in_passage(text: str, dated: Dated | None, language: str) -> Iterator[Figure]:
    before = ""
    last: Figure | None = None
    for sentence in sentences.split(text, language):
        if len(sentence) <= MAX_SENTENCE:
            for figure in _in_sentence(sentence, before, dated, last):
                last = figure if figure.unit is None else last
                yield figure
        before = sentence


def _in_sentence(sentence: str, before: str, dated: Dated | None, last: Figure | None) -> Iterator[Figure]:
    tokens = tokenize(sentence)
    words = [token.key.isascii() for token in tokens if token.kind == "word"]
    farsi = words.count(False) > words.count(True)
    found = list(islice(numerals.find(tokens), MAX_NUMBERS + 1))
    counted = _share(tokens, list(_counted(tokens, found, farsi))) if 0 < len(found) <= MAX_NUMBERS else []
    if not counted:
        return
    day = moments.as_of(sentence, tokens, dated)
    named = _attributions(sentence, tokens, before)
    quote = _MARK.sub("", sentence)
    for numeral, each in counted:
        what = last.what if each.like and last else compose(sentence, tokens, each)
        if not what:
            continue
        reporter = attributions.nearest(named, tokens, numeral.core)
        figure = Figure(
            what=what,
            unit=each.unit,
            value=numeral.value,
            low=numeral.low,
            high=numeral.high,
            qualifier=_printed(sentence, tokens, numeral),
            as_of=day,
            source=reporter.name if reporter else None,
            quote=quote,
        )
        last = figure if each.unit is None else last
        yield figure


def _attributions(sentence: str, tokens: list[Token], before: str) -> list[Attribution]:
    """The reporters that the sentence names; "it says" is of the one whom the sentence before it named last."""
    named = attributions.find(sentence, tokens)
    if all(each.name for each in named) or len(before) > MAX_SENTENCE:
        return named
    earlier = attributions.find(before, tokenize(before))
    name = earlier[-1].name if earlier else None
    return [each if each.name else replace(each, name=name) for each in named]


def _printed(sentence: str, tokens: list[Token], numeral: Numeral) -> str | None:
    if not numeral.qualifier:
        return None
    first, end = numeral.qualifier
    end -= tokens[end - 1].kind == "sign"
    return sentence[tokens[first].start : tokens[end - 1].end] if end > first else None


def _counted(tokens: list[Token], found: list[Numeral], farsi: bool) -> Iterator[tuple[Numeral, Counted]]:
    dates = moments.dated_tokens(tokens)
    people = farsi_words.PEOPLE if farsi else english_words.PEOPLE
    count = farsi_counts.count if farsi else english_counts.count
    covered = shared = 0
    for numeral in found:
        if is_impostor(tokens, numeral, dates, people) or (numeral.core < covered and numeral.end > shared):
            continue
        plain = _unbracketed(tokens, numeral)
        if counted := count(tokens, plain, listed=covered > 0 and _follows(tokens, covered, plain.first)):
            covered, shared = max([plain.end, *(each + 1 for each in counted.noun)]), plain.after
            yield plain, counted


def _unbracketed(tokens: list[Token], numeral: Numeral) -> Numeral:
    """Of "(4) fallen heroes" the noun is looked for behind the bracket."""
    first, end = numeral.core - 1, numeral.after
    if key_at(tokens, first) == "(" and key_at(tokens, end) == ")" and numeral.first == numeral.core:
        return replace(numeral, first=first, after=end + 1)
    if key_at(tokens, end) == "(" and key_at(tokens, end + 1) in _AMONG:
        close = next((at for at in range(end, min(end + _LONGEST_BRACKET, len(tokens))) if tokens[at].text == ")"), 0)
        return replace(numeral, after=close + 1) if close and key_at(tokens, close + 1) == "of" else numeral
    return numeral


def _follows(tokens: list[Token], end: int, first: int) -> bool:
    """Whether only "and" or a comma stands between a figure that ends at *end* and the next number."""
    return 0 < first - end < 3 and all(key_at(tokens, at) in _JOINING for at in range(end, first))


def _share(tokens: list[Token], found: list[tuple[Numeral, Counted]]) -> list[tuple[Numeral, Counted]]:
    """What befell one of two that are named together befell both: "37 drivers and 12 clerks were arrested"."""
    for at in range(len(found) - 2, -1, -1):
        (_, one), (numeral, other) = found[at], found[at + 1]
        if _are_joined(tokens, one, numeral) and other.fate and not other.active and not one.fate:
            found[at] = found[at][0], replace(one, fate=other.fate)
    for at in range(1, len(found)):
        (_, one), (numeral, other) = found[at - 1], found[at]
        if one.active and _are_joined(tokens, one, numeral) and not (other.fate or other.event):
            found[at] = numeral, replace(other, fate=one.fate, active=True)
    people: list[int] = []
    for at, (numeral, counted) in enumerate(found):
        if counted.noun and any(tokens[each].key in _CARRIES for each in counted.noun):
            people = people if key_at(tokens, numeral.first - 1) in _AMONG else counted.noun
        elif people and counted.fate and not counted.noun and key_at(tokens, numeral.after) not in _PERSONS:
            found[at] = numeral, replace(counted, noun=people)
    return found


def _are_joined(tokens: list[Token], one: Counted, numeral: Numeral) -> bool:
    if not one.noun or one.event or one.unit is not None:
        return False
    end = one.noun[-1] + 1
    while end < numeral.first and key_at(tokens, end) in _JOINING:
        end += 1
    return end == numeral.first > one.noun[-1] + 1
