"""What an English sentence says of those counted beyond the noun: who they are, what they do, what was done to them."""

from __future__ import annotations

from dataclasses import dataclass

from bot.documents.figures.english_nouns import DETERMINERS, is_plural
from bot.documents.figures.english_verbs import AUXILIARIES, is_lasting, is_participle, is_past
from bot.documents.figures.english_words import ADVERBS, FUNCTION, PAST, PEOPLE, THINGS
from bot.documents.figures.moments import is_month
from bot.documents.figures.number_words import QUALIFIERS, SMALL, VAGUE
from bot.documents.figures.tokens import Token, key_at, word_list

_LONGEST = 7
_LONGEST_TAIL = 5
_LONGEST_INSERTION = 12
_RELATIVE = word_list("who that which")
_PASSIVE = word_list("was were are is been be being")
_NOT = word_list("not n't never")
_BETWEEN = (ADVERBS - {"and", "shot"}) | word_list("not n't never since then yet just once only together alone again")
_QUOTES = frozenset('“”"‘')
_ENDS = word_list(
    "when while because since after before until if as than that which who whom whose where although though so but "
    "and or nor yet whether today yesterday tomorrow tonight now then during already also again last next this "
    "within across throughout near around"
)
_NEXT_CLAUSES = word_list("but and so yet while although though because")
_TIME_WORDS = word_list(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december day days week weeks month months year years night morning evening noon "
    "midnight afternoon hour hours minute minutes spring summer autumn winter weekend beginning end start time"
)
_PREPOSITIONS = word_list("in on at by from for to of with into onto against under over without through behind")
_TELLING_TAILS = word_list("to for from with without on out off back away into under by")
_SINGULAR = word_list("was is has")
_HAVING = word_list("have had")
_AT_TIMES = word_list("in on at by from for over to under")
_ORDINALS = word_list("first second third fourth fifth sixth seventh last past next following same")
_PARTICLES = word_list("out up down off away back over in")


def past_insertion(tokens: list[Token], at: int) -> int:
    """Where the sentence goes on after a bracket or what commas set off: "12 people, most of them pupils, were …"."""
    while at < len(tokens) and tokens[at].text in _QUOTES:
        at += 1
    if at < len(tokens) and tokens[at].text in "(,":
        closer = ")" if tokens[at].text == "(" else ","
        for each in range(at + 1, min(at + _LONGEST_INSERTION + 1, len(tokens))):
            if tokens[each].text in ".;:!?" or (closer == "," and tokens[each].text in _QUOTES):
                break
            if tokens[each].text == closer:
                verb = key_at(tokens, each + 1)
                inside = key_at(tokens, at + 1)
                if inside in _NEXT_CLAUSES:
                    return at
                opened = inside in FUNCTION or is_participle(inside) or key_at(tokens, at + 2) == "of"
                goes_on = verb in AUXILIARIES or _is_verbal(tokens, each + 1, apart=opened)
                return each + 1 if closer == ")" or goes_on else at
    return at


@dataclass(frozen=True)
class _Verb:
    """Where a verb stands after its auxiliaries, and what they say of it."""

    at: int
    helped: bool = False
    passive: bool = False
    negated: bool = False


def clause(tokens: list[Token], at: int) -> list[int]:
    """The words from token *at* on that say something of the noun before: "who lost their homes", "signed a letter".

    Of what was done to them, the auxiliaries are left out: "told to leave".
    """
    start = past_insertion(tokens, at)
    relative = key_at(tokens, start) in _RELATIVE
    if key_at(tokens, start + relative) in _SINGULAR or (relative and not _is_related(tokens, start)):
        return []  # its subject is another
    verb = _past_auxiliaries(tokens, start + relative)
    if verb.at >= len(tokens) or tokens[verb.at].kind != "word":
        return []
    if _has(tokens, verb):
        return list(range(start, end_of(tokens, verb.at, start + _LONGEST)))  # "had no lessons"
    if not _tells(tokens, verb, relative=relative, apart=start > at):
        return []
    done = verb.passive or (is_past(tokens[verb.at].key) and not relative)
    first = verb.at if done and not verb.negated else start
    return list(range(first, end_of(tokens, verb.at + 1, first + _LONGEST + 1)))


def _is_related(tokens: list[Token], at: int) -> bool:
    """Whether "that" or "which" goes on from a plural right before it, with a verb in the plural."""
    if tokens[at].key == "who":
        return True
    verb = key_at(tokens, at + 1)
    return at > 0 and is_plural(tokens[at - 1]) and not (verb.endswith("s") and verb not in AUXILIARIES | FUNCTION)


def _past_auxiliaries(tokens: list[Token], at: int) -> _Verb:
    start = at
    while key_at(tokens, at) in AUXILIARIES | _BETWEEN or key_at(tokens, at).endswith("ly"):
        at += 1
        at += key_at(tokens, at) == "to" and key_at(tokens, at - 1) in _HAVING
    keys = {token.key for token in tokens[start:at]}
    return _Verb(at, bool(keys & AUXILIARIES), bool(keys & _PASSIVE), bool(keys & _NOT))


def _has(tokens: list[Token], verb: _Verb) -> bool:
    having = key_at(tokens, verb.at - 1) in _HAVING and verb.helped
    return having and (tokens[verb.at].key in DETERMINERS or is_plural(tokens[verb.at]))


def _tells(tokens: list[Token], verb: _Verb, *, relative: bool, apart: bool) -> bool:
    """Whether a verb stands where one is looked for."""
    key = tokens[verb.at].key
    if verb.passive:
        return is_participle(key)
    if is_lasting(key) and not verb.helped and not relative:
        return key_at(tokens, verb.at + 1) not in {"", "."}
    return _is_verbal(tokens, verb.at, apart=apart) or ((verb.helped or relative) and key not in FUNCTION)


def _is_verbal(tokens: list[Token], at: int, *, apart: bool = False) -> bool:
    """Whether the word at token *at* is a verb by its form, or by standing between a plural and a small word.

    *apart* says that something set off by commas stands between.
    """
    if at >= len(tokens) or tokens[at].kind != "word" or not tokens[at].text[0].islower():
        return False
    key = tokens[at].key
    if is_past(key) or is_participle(key) or is_lasting(key):
        return True
    if key in FUNCTION | PEOPLE | THINGS | SMALL.keys() or key.endswith(("s", "ly", "ing")) or key in VAGUE:
        return False
    before = apart or (at > 0 and (is_plural(tokens[at - 1]) or tokens[at - 1].key in {"us", "them"}))
    following = key_at(tokens, at + 1)
    numbered = at > 0 and (tokens[at - 1].kind == "number" or tokens[at - 1].key in SMALL) and key in PAST
    return numbered or (before and (following in FUNCTION or following in {".", ","}))


def tail(tokens: list[Token], at: int) -> list[int]:
    """What belongs to the participle before *at*: "to death", "on bail", "for pellet wounds"; not where or when."""
    if key_at(tokens, at) not in _TELLING_TAILS or _is_time(tokens, at + 1):
        return []
    return list(range(at, end_of(tokens, at, at + _LONGEST_TAIL)))


def end_of(tokens: list[Token], at: int, last: int) -> int:
    """Where what follows a verb ends, at token *last* at the latest: before another clause, a time or a number."""
    start = at
    while at < min(last, len(tokens)) and not _stops(tokens, at):
        at += 1
    if at > start and at < len(tokens) and _is_broken(tokens, at):
        at = max((each for each in range(start, at) if tokens[each].key in _PREPOSITIONS), default=at)
    while at > start and (tokens[at - 1].key in FUNCTION - _PARTICLES or tokens[at - 1].kind == "sign"):
        at -= 1
    while at > start and tokens[at - 1].key in _PREPOSITIONS and key_at(tokens, at) not in {"", ".", ",", ";"}:
        at -= 1
    return at


def _stops(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    if token.kind == "sign":
        return not (token.text in "-’'‑" and token.glued)
    if token.kind != "word" or token.key in SMALL or token.key in VAGUE:
        return token.kind != "number" or key_at(tokens, at - 1) not in {"of", "under", "over"}
    if token.key in _ENDS and not _joins(tokens, at):
        return True
    if token.key in QUALIFIERS or f"{token.key} {key_at(tokens, at + 1)}" in QUALIFIERS:
        return token.key not in {"over", "under", "about"} or at + 1 >= len(tokens) or tokens[at + 1].kind == "number"
    return token.key in _AT_TIMES and _is_time(tokens, at + 1) and not is_plural(tokens[at - 1])


def _is_broken(tokens: list[Token], at: int) -> bool:
    """Whether a noun phrase goes on at token *at*: "attacks on academic | and medical institutions"."""
    if tokens[at].kind != "word" or tokens[at - 1].key in FUNCTION:
        return False
    if tokens[at].key in {"and", "or"}:
        plain = tokens[at + 1 : at + 3]
        nouns = len(plain) > 1 and all(token.kind == "word" and token.key not in FUNCTION for token in plain)
        return nouns and not is_plural(tokens[at - 1]) and not is_past(plain[0].key) and not is_past(plain[1].key)
    return tokens[at].key not in FUNCTION | _ENDS and not is_plural(tokens[at - 1])


def _joins(tokens: list[Token], at: int) -> bool:
    """Whether "or" or "and" joins two words of one kind: "dismissed or suspended", "protests or sit-ins"."""
    if tokens[at].key not in {"and", "or"} or not at or at + 1 >= len(tokens):
        return False
    plural = tokens[at].key == "or" and is_plural(tokens[at - 1])
    return (plural and tokens[at + 1].kind == "word") or (
        is_participle(tokens[at - 1].key) and is_participle(tokens[at + 1].key)
    )


def _is_time(tokens: list[Token], at: int) -> bool:
    while key_at(tokens, at) in DETERMINERS | _ORDINALS:
        at += 1
    if at >= len(tokens):
        return False
    number = tokens[at].kind == "number" or tokens[at].key in SMALL
    return number or tokens[at].key in _TIME_WORDS or (tokens[at].kind == "word" and is_month(tokens[at]))
