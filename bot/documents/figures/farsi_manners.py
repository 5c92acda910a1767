"""Whether a Farsi number with its noun is a figure, or a manner of speaking: «دو راه داریم», «هزار آرزو»."""

from __future__ import annotations

from bot.documents.figures.farsi_clauses import is_object
from bot.documents.figures.farsi_nouns import is_people
from bot.documents.figures.farsi_verbs import is_participle
from bot.documents.figures.farsi_words import (
    ACTIONS,
    FATES,
    HYPOTHETICAL,
    KNOWN,
    PEOPLE,
    PREDICATES,
    RHETORICAL,
    SENTENCING,
    THINGS,
)
from bot.documents.figures.number_words import SCALES
from bot.documents.figures.numerals import Numeral
from bot.documents.figures.tokens import Token, key_at, word_list

_MANY = 13  # from here on a number in words is meant as a number
_FAR = 14
_ENDS = frozenset(".؛;!؟?")
_AUXILIARIES = word_list("شده بوده نشده نبوده")
_AMONG = word_list("جمله میان شامل")


def is_reported(
    tokens: list[Token], numeral: Numeral, noun: list[int], fate: list[int], *, classified: bool, listed: bool
) -> bool:
    """Whether so many of *noun*, of whom the clause says *fate*, are meant as a number.

    *classified* says that a classifier stands before the noun, *listed* that the number stands in a list or is that of
    a happening.
    """
    kinds = {tokens[each].key for each in noun[:3]}
    kinds |= {key.removesuffix("ش") for key in kinds}  # «دو دستش»
    if kinds & RHETORICAL and not kinds & PEOPLE and not classified:
        return False
    near = around(tokens, numeral)
    happened = listed or _befalls(tokens, fate, known=classified or _is_known(tokens, noun))
    if any(token.key in HYPOTHETICAL for token in near):
        return not numeral.spelled and happened
    if not numeral.spelled:
        return True
    happened = happened or (bool(fate) and is_object(tokens, numeral.after))
    acts = bool(fate) or any(token.key in ACTIONS for token in near)
    return _is_meant(tokens, numeral, noun, classified, happened=happened, acts=acts)


def around(tokens: list[Token], numeral: Numeral) -> list[Token]:
    """The tokens before and after the number that may tell how it is meant, within the same sentence or half of one."""
    first, end = numeral.first, numeral.end
    while first > max(0, numeral.first - _FAR) and tokens[first - 1].text not in _ENDS:
        first -= 1
    while end < min(len(tokens), numeral.end + _FAR) and tokens[end].text not in _ENDS:
        end += 1
    return tokens[first : numeral.first] + tokens[numeral.core : end]


def _is_known(tokens: list[Token], noun: list[int]) -> bool:
    return any(tokens[each].key in PEOPLE | THINGS or is_people(tokens[each]) for each in noun)


def _befalls(tokens: list[Token], fate: list[int], *, known: bool) -> bool:
    """Whether what is said of those counted is a thing that happens to people, or to other things that are *known*."""
    phrase = " ".join(tokens[each].key for each in fate)
    happens = any(tokens[each].key.removesuffix("اند") in FATES for each in fate)
    done = known and any(is_participle(tokens[each]) and tokens[each].key not in _AUXILIARIES for each in fate)
    return happens or done or any(each in phrase for each in PREDICATES)


def _is_meant(
    tokens: list[Token], numeral: Numeral, noun: list[int], classified: bool, *, happened: bool, acts: bool
) -> bool:
    """Whether a number in words is meant as a number."""
    before = key_at(tokens, numeral.first - 1)
    kinds = {tokens[each].key for each in noun[:3]}
    known = _is_known(tokens, noun)
    if before in KNOWN or (numeral.value == 1 and not (classified and happened)):
        return False
    if numeral.vague:
        return (happened or acts) and (classified or known)
    if happened or classified:
        return True
    large = (numeral.value or numeral.high or 0) >= _MANY
    if known:
        around = tokens[max(0, numeral.first - _FAR) : numeral.end + _FAR]
        acts = acts or any(token.key in FATES | SENTENCING for token in around)
        return acts or large or numeral.first < numeral.core or before in _AMONG
    alone = numeral.end == numeral.core + 1 and tokens[numeral.core].key in SCALES  # «هزار آرزو»
    return bool(kinds) and (numeral.first < numeral.core or (large and not alone))
