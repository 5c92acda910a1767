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
    arabic_counts,
    attributions,
    english_counts,
    english_ellipses,
    english_words,
    farsi_counts,
    farsi_joins,
    farsi_words,
    moments,
    numerals,
)
from bot.documents.figures.attributions import Attribution
from bot.documents.figures.countings import ELIDED, Counted, compose, join_tokens
from bot.documents.figures.impostors import is_impostor
from bot.documents.figures.numerals import Numeral
from bot.documents.figures.tokens import Token, key_at, tokenize
from bot.documents.structure.outlines import Passage

RUNNING_TEXT = frozenset({"paragraph", "item", "quote", "closing", "preface", "editors", "remark"})
MAX_SENTENCE = 2000  # nobody would quote more as one sentence
MAX_NUMBERS = 40  # more are a table
_LANGUAGES = frozenset({"en", "fa", "ar", "und"})
_MARK = re.compile(r"(?<=[.!?…؟۔\"'”’»)]) ?(?:\[\d{1,3}\]|\d{1,3}|[⁰¹²³⁴-⁹]{1,3})$")
_JOINING = frozenset({"and", ",", "و", "،"})
_PERSONS = farsi_words.CLASSIFIERS
_COUNTERS = {"en": english_counts.count, "fa": farsi_counts.count, "ar": arabic_counts.count}
_LONGEST_BRACKET = 8
_WHOLE = 100
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


@dataclass
class _Told:
    """What a passage has told so far: its last sentence, figure of things, currency, and a share just told."""

    arabic: bool = False
    before: str = ""
    last: Figure | None = None
    share: Figure | None = None
    currency: str | None = None

    def keep(self, figure: Figure, *, placed: bool) -> None:
        """Remember what may be left out of the next figure, rather of those counted than of the places (*placed*)."""
        self.share = figure if figure.unit == "percent" else None
        if figure.unit is None:
            self.last = self.last if placed and self.last else figure
        elif figure.unit in english_words.CURRENCIES:
            self.currency = figure.unit


def find(passages: Sequence[Passage], *, dated: Dated | None, language: str) -> tuple[Figure, ...]:
    """The figures that the running text of *passages* reports, in order and each once.

    English and Farsi are read, and of Arabic the numbers in digits.

    *dated* is the text's own date: a day without a year ("as of 3 December") is read as the last one before it.
    """
    found: dict[Figure, None] = {}
    if language in _LANGUAGES:
        for passage in passages:
            if passage.kind in RUNNING_TEXT:
                found.update(dict.fromkeys(_in_passage(passage.words, dated, language)))
    return tuple(found)


def _in_passage(text: str, dated: Dated | None, language: str) -> Iterator[Figure]:
    told = _Told(arabic=language == "ar")
    for sentence in sentences.split(text, language):
        if len(sentence) <= MAX_SENTENCE:
            yield from _in_sentence(sentence, dated, told)
        told.before = sentence


def _in_sentence(sentence: str, dated: Dated | None, told: _Told) -> Iterator[Figure]:
    tokens = farsi_joins.join(sentence, tokenize(sentence))
    words = [token.key.isascii() for token in tokens if token.kind == "word"]
    script = "en" if words.count(False) <= words.count(True) else "ar" if told.arabic else "fa"
    found = list(islice(numerals.find(tokens), MAX_NUMBERS + 1))
    counted = _share(tokens, list(_counted(tokens, found, script))) if 0 < len(found) <= MAX_NUMBERS else []
    if not counted:
        return
    day = moments.as_of(sentence, tokens, dated)
    named = _attributions(sentence, tokens, told)
    quote = _MARK.sub("", sentence)
    for numeral, each in counted:
        what = _like(sentence, tokens, each, told) if each.like else compose(sentence, tokens, each)
        unit = told.currency if each.unit == ELIDED else each.unit
        if each.like and each.noun and told.share and (numeral.value or 0) <= _WHOLE:
            what, unit = told.share.what, told.share.unit  # "12 per cent …; the union puts the figure at 85"
        if not what or (each.unit == ELIDED and not unit):
            continue
        reporter = attributions.nearest(named, tokens, numeral.core)
        figure = Figure(
            what=what,
            unit=unit,
            value=numeral.value,
            low=numeral.low,
            high=numeral.high,
            qualifier=_printed(sentence, tokens, numeral),
            as_of=day,
            source=(reporter.name or None) if reporter else None,
            quote=quote,
        )
        told.keep(figure, placed=english_counts.is_placed(tokens, numeral))
        yield figure


def _like(sentence: str, tokens: list[Token], counted: Counted, told: _Told) -> str:
    """What the figure before counts, or else what "them" means in the sentence before, or else how it is told."""
    if told.last:
        return f"{told.last.what} {join_tokens(sentence, tokens, counted.saying)}".strip()
    if english_ellipses.points_back(tokens) and not counted.noun and len(told.before) <= MAX_SENTENCE:
        earlier = tokenize(told.before)
        if noun := english_ellipses.antecedent(earlier):
            return join_tokens(told.before, earlier, noun)
    return compose(sentence, tokens, counted)


def _attributions(sentence: str, tokens: list[Token], told: _Told) -> list[Attribution]:
    """The reporters that the sentence names; "it says" is of the one whom the sentence before it named last."""
    before = told.before
    named = attributions.find(sentence, tokens, arabic=told.arabic)
    if all(each.name is not None for each in named) or len(before) > MAX_SENTENCE:
        return named
    earlier = attributions.find(before, farsi_joins.join(before, tokenize(before)))
    name = next((each.name for each in reversed(earlier) if each.name), None)
    return [replace(each, name=name) if each.name is None else each for each in named]


def _printed(sentence: str, tokens: list[Token], numeral: Numeral) -> str | None:
    if not numeral.qualifier:
        return None
    first, end = numeral.qualifier
    end -= tokens[end - 1].kind == "sign"
    return sentence[tokens[first].start : tokens[end - 1].end] if end > first else None


def _counted(tokens: list[Token], found: list[Numeral], script: str) -> Iterator[tuple[Numeral, Counted]]:
    dates = moments.dated_tokens(tokens)
    people = english_words.PEOPLE if script == "en" else farsi_words.PEOPLE | farsi_words.THINGS
    count = _COUNTERS[script]
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
        if key_at(tokens, found[at][0].first - 1) in farsi_words.PREPOSITIONS:
            continue  # «از میان ۴۰ نفر، ۹ نفر آزاد شدند»
        listed = at > 0 and _are_joined(tokens, found[at - 1][1], found[at][0])
        named = bool(other.noun) or key_at(tokens, numeral.first - 1) != ","
        if (
            named
            and _are_joined(tokens, one, numeral, listed=listed)
            and other.fate
            and not other.active
            and not one.fate
        ):
            found[at] = found[at][0], replace(one, fate=other.fate)
    for at in range(1, len(found)):
        (_, one), (numeral, other) = found[at - 1], found[at]
        if one.active and _are_joined(tokens, one, numeral, listed=True) and not (other.fate or other.event):
            found[at] = numeral, replace(other, fate=one.fate, active=True)
    people: list[int] = []
    for at, (numeral, counted) in enumerate(found):
        if counted.noun and counted.unit is None and any(tokens[each].key in _CARRIES for each in counted.noun):
            people = people if key_at(tokens, numeral.first - 1) in _AMONG else counted.noun
        elif people and counted.fate and not counted.noun and key_at(tokens, numeral.after) not in _PERSONS:
            found[at] = numeral, replace(counted, noun=people)
    return found


def _are_joined(tokens: list[Token], one: Counted, numeral: Numeral, *, listed: bool = False) -> bool:
    """Whether only "and" or a comma stands between; a comma with "and" joins the last of several only (*listed*)."""
    if not one.noun or one.event or one.unit is not None:
        return False
    end = one.noun[-1] + 1
    while end < numeral.first and key_at(tokens, end) in _JOINING:
        end += 1
    joined = end - one.noun[-1] - 1
    return end == numeral.first and (joined == 1 or (joined > 1 and listed))
