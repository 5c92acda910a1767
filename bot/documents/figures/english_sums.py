"""English sums of money: the currency, and what the sum is or is done with."""

from __future__ import annotations

from bot.documents.figures.countings import Counted
from bot.documents.figures.english_clauses import end_of
from bot.documents.figures.english_fates import noun_before, subject
from bot.documents.figures.english_nouns import noun_phrase
from bot.documents.figures.english_verbs import AUXILIARIES, is_lasting, is_participle, is_past
from bot.documents.figures.english_words import ADVERBS, DURATION, FUNCTION, HEADS, MONEY, PAYING, PERCENT, WHOSE
from bot.documents.figures.number_words import DASHES
from bot.documents.figures.numerals import Numeral
from bot.documents.figures.tokens import Token, key_at, word_list

_LONGEST_BEFORE = 4
_LONGEST_PURPOSE = 6
_WAYS_TO_PAY = word_list("cash advance total all full instalments installments kind return turn march")
_OPENING = frozenset(("", ",", ";", ":", "“", "and", "but", "while", "that"))
_PERSONAL = word_list("they we he she it i you who")
_BETWEEN = word_list("them us him her me you only just about some a an on average now up to as much")
_ARTICLES = word_list("a an the")
_FAR = 12
_BELONGING = word_list("of in worth")


def currency(tokens: list[Token], at: int, numeral: Numeral) -> tuple[str, int] | None:
    """The unit of a sum and how many tokens it takes: "dollars", "of dollars", "U.S. dollars", "-toman"."""
    start = at
    if numeral.vague and key_at(tokens, at) == "of":
        at += 1
    american = key_at(tokens, at) in {"us", "u.s.", "american"}
    at += american
    at += key_at(tokens, at) in DASHES
    unit = MONEY.get(key_at(tokens, at))
    if not unit:
        return None
    return f"US {unit}" if american and unit == "dollars" else unit, at + 1 - start


def sum_of(tokens: list[Token], numeral: Numeral, at: int, unit: str) -> Counted | None:
    """A sum: what it is the sum of, from the noun that it belongs to, or from what is done with it."""
    noun = _sum_noun(tokens, numeral, at)
    if numeral.vague and not any(tokens[place].key in HEADS for place in noun):
        return None
    if noun:
        return Counted(noun, unit=unit)
    rate = _rate(tokens, at)
    end = rate[-1] + 1 if rate else at
    purpose = _purpose(tokens, end)
    verb = _verb_before(tokens, numeral)
    if verb or purpose:
        return Counted([*(_doer(tokens, verb[0]) if verb else []), *verb, *rate, *purpose], unit=unit)
    return said_before(tokens, numeral, unit)


def _sum_noun(tokens: list[Token], numeral: Numeral, at: int) -> list[int]:
    """What the sum is: "a bonus of 3 million", "the wage, about 5 million", "$5bn in damages"."""
    before = subject(tokens, numeral)
    if any(tokens[place].key in HEADS for place in before):
        return before
    if noun := _owning_noun(tokens, numeral.first - 1) or _owned_noun(tokens, at):
        return noun
    if before and not any(tokens[place].key in _PERSONAL for place in before):
        return before if not _verb_before(tokens, numeral) else []
    return [] if key_at(tokens, at) in FUNCTION else noun_phrase(tokens, at)


def _owning_noun(tokens: list[Token], at: int) -> list[int]:
    """The noun right before token *at*, where "of" or a comma stands there: "a bonus of", "the wage, about"."""
    if key_at(tokens, at) not in {"of", "worth", ","}:
        return []
    noun = noun_before(tokens, at)
    return noun if tokens[at].text != "," or any(tokens[place].key in HEADS for place in noun) else []


def _owned_noun(tokens: list[Token], at: int) -> list[int]:
    """Of "in damages" and "worth of bread" the noun; "in cash" only says how it is paid."""
    if key_at(tokens, at) not in _BELONGING:
        return []
    start = at + 1 + (key_at(tokens, at + 1) == "of")
    noun = noun_phrase(tokens, start + (key_at(tokens, start) in WHOSE))
    return [] if noun and tokens[noun[-1]].key in _WAYS_TO_PAY | DURATION.keys() else noun


def _doer(tokens: list[Token], verb: int) -> list[int]:
    """Of "the company made" and "a ticket now costs" the company and the ticket, where they open the clause."""
    end = verb
    while end and (tokens[end - 1].key in ADVERBS - {"and"} or tokens[end - 1].key in AUXILIARIES):
        end -= 1
    noun = noun_before(tokens, end)
    opens = noun and key_at(tokens, noun[0] - 1 - (key_at(tokens, noun[0] - 1) in _ARTICLES)) in _OPENING
    if opens and not any(tokens[at].key in PERCENT for at in noun) and len(noun) < _LONGEST_BEFORE:
        return noun
    return _opener(tokens, end)


def _opener(tokens: list[Token], end: int) -> list[int]:
    """Of "a driver on the northern route earns" the driver, where an article opens the clause."""
    first = max((at + 1 for at in range(max(0, end - _FAR), end) if key_at(tokens, at) in _OPENING), default=0)
    if key_at(tokens, first) not in _ARTICLES or first + 1 >= end:
        return []
    stop = first + 1
    while stop < end and tokens[stop].kind == "word" and tokens[stop].key not in FUNCTION:
        stop += 1
    between = tokens[stop:end]
    verbal = any(token.key in AUXILIARIES or is_past(token.key) for token in between)
    return list(range(first + 1, stop)) if stop - first <= _LONGEST_BEFORE and between and not verbal else []


def _verb_before(tokens: list[Token], numeral: Numeral) -> list[int]:
    """The verb of which the sum is the object: "spent", "now earns", "set aside"."""
    at = numeral.first - 1
    while at >= 0 and tokens[at].key in _BETWEEN:
        at -= 1
    last = at
    at -= key_at(tokens, at) in {"aside", "out", "in", "back", "away", "for", "over", "up"}
    whom = at
    while whom > 0 and at - whom < _LONGEST_BEFORE and tokens[whom].kind == "word" and not is_past(tokens[whom].key):
        whom -= 1
    if whom < at and is_past(tokens[whom].key) and key_at(tokens, whom + 1) in {"the", "each", "a", "every", "their"}:
        at = whom  # "fined the paper"
    key = key_at(tokens, at)
    verbal = is_past(key) or is_participle(key) or is_lasting(key) or key in PAYING
    return list(range(at, last + 1)) if at >= 0 and verbal else []


def _rate(tokens: list[Token], at: int) -> list[int]:
    """Of "a month" and "per head" both words."""
    return [at, at + 1] if key_at(tokens, at) in {"a", "an", "per", "each", "every"} and at + 1 < len(tokens) else []


def _purpose(tokens: list[Token], at: int) -> list[int]:
    """Of "on programmes in Iran", "for water", "out of the country" all of it."""
    if key_at(tokens, at) not in {"on", "for", "to", "out", "into", "from"}:
        return []
    return list(range(at, end_of(tokens, at, at + _LONGEST_PURPOSE)))


def said_before(tokens: list[Token], numeral: Numeral, unit: str) -> Counted | None:
    """Of a sum that nothing names, the words right before it: "company made"."""
    first = numeral.first
    while first and numeral.first - first < _LONGEST_BEFORE and tokens[first - 1].kind == "word":
        if tokens[first - 1].key in FUNCTION:
            break
        first -= 1
    return Counted(list(range(first, numeral.first)), unit=unit) if first < numeral.first else None
