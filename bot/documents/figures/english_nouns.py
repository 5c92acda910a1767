"""English noun phrases, as far as figures need them: where what is counted ends."""

from __future__ import annotations

from bot.documents.figures.english_verbs import AUXILIARIES
from bot.documents.figures.english_words import (
    FATES,
    FUNCTION,
    LASTING,
    NOT_PEOPLE,
    NOT_PLURAL,
    PAST,
    PEOPLE,
    PEOPLE_ENDS,
    PLURALS,
    SINGULARS,
    THINGS,
)
from bot.documents.figures.number_words import DASHES, SCALES, SMALL, VAGUE
from bot.documents.figures.tokens import Token, key_at, word_list

_LONGEST_NOUN = 7
DETERMINERS = word_list("the a an these those this their its his her our all some each every no both more other of own")
_KNOWN = word_list("the these those its his her our their my your")
_QUALIFYING = word_list("more than about almost nearly over some")
_NOT_VERBS = word_list("housing building mining fishing shipping printing working standing teaching training nursing")


def noun_phrase(tokens: list[Token], at: int) -> list[int]:
    """The noun phrase that begins at token *at*: its adjectives, its first plural, and what an "of" adds."""
    found = _simple_noun(tokens, at)
    if not found:
        return []
    end = found[-1] + 1
    if key_at(tokens, end) in {"and", "or"} and tokens[found[-1]].key not in FATES:
        more = _simple_noun(tokens, end + 1)
        stop = more[-1] + 1 if more else end
        sure = stop < len(tokens) and (tokens[stop].key in AUXILIARIES or tokens[stop].kind == "sign")
        if (
            len(more) == 1
            and is_plain_end(tokens, stop)
            and is_plural(tokens[more[0]])
            and (sure or _is_known(tokens[more[0]]))
        ):
            found, end = [*found, end, *more], stop
    if key_at(tokens, end) == "of" and end + 1 < len(tokens):
        start = end + 1 + (key_at(tokens, end + 1) in DETERMINERS)
        more = _simple_noun(tokens, start)
        if more and tokens[more[0]].kind == "word":
            found = [*found, *range(end, _list_end(tokens, more))]
    return found


def _list_end(tokens: list[Token], noun: list[int]) -> int:
    """Where "oil, gas and petrochemicals" ends after the oil."""
    end = noun[-1] + 1
    kinds = [token.kind for token in tokens[end : end + 4]]
    listed = kinds == ["sign", "word", "word", "word"] and tokens[end].text == "," and tokens[end + 2].key == "and"
    plain = listed and not any(tokens[at].key in FUNCTION or is_verb(tokens, at) for at in (end + 1, end + 3))
    return end + 4 if plain and is_plain_end(tokens, end + 4) else end


def _is_known(token: Token) -> bool:
    """Whether it is surely a plural and not "publishes"."""
    return is_plural(token) and (token.key in PEOPLE | THINGS or is_person(token))


def noun_of_all(tokens: list[Token], at: int, *, whole: bool = False) -> list[int]:
    """Of "19 of the country's 31 provinces" the provinces, of "40 of those arrested" nothing but what befell them.

    *whole* asks that the number of all is said as well, or whose or which they are: "nine of these executions".
    """
    for place in range(at, min(at + 7, len(tokens))):
        token = tokens[place]
        if token.kind == "number" or token.key in SMALL:
            return noun_phrase(tokens, place + 1)
        if (token.kind == "sign" and token.text not in "’'") or token.key in FUNCTION - DETERMINERS - _QUALIFYING:
            break
        if token.key in VAGUE:
            return noun_phrase(tokens, past_thousands(tokens, place))
    found = noun_phrase(tokens, at + (key_at(tokens, at) in DETERMINERS))
    known = key_at(tokens, at) in _KNOWN and any(is_plural(tokens[each]) for each in found)
    return found if known or not whole else []


def past_whole(tokens: list[Token], at: int) -> int:
    """Where the sentence goes on after "six of the 28" when a noun does not follow: *at* is after "of"."""
    at += key_at(tokens, at) in DETERMINERS
    return at + 1 if at < len(tokens) and (tokens[at].kind == "number" or tokens[at].key in SMALL) else at


def past_thousands(tokens: list[Token], at: int) -> int:
    """The first token from *at* on that is no article and no magnitude."""
    while key_at(tokens, at) in DETERMINERS | VAGUE:
        at += 1
    return at


def is_plain_end(tokens: list[Token], at: int) -> bool:
    """Whether no noun can begin at token *at*."""
    return at >= len(tokens) or tokens[at].kind == "sign" or tokens[at].key in FUNCTION


def _simple_noun(tokens: list[Token], at: int) -> list[int]:
    found: list[int] = []
    while at < len(tokens) and len(found) < _LONGEST_NOUN:
        token = tokens[at]
        if token.kind == "sign":
            joins = token.text in "-‑" and token.glued and found and at + 1 < len(tokens) and tokens[at + 1].glued
            opens = token.text in '“"‘' and not found
            if joins:
                found.append(at)
            elif not opens:
                break
            at += 1
            continue
        if token.kind != "word" or token.key in FUNCTION or token.key in VAGUE or token.key in SCALES:
            break
        if (token.key in SMALL and token.key != "one") or (found and is_verb(tokens, at)):
            break
        if not found and is_verb(tokens, at) and not _modifies(tokens, at):
            break
        found.append(at)
        at += 1
        if is_plural(token) and not (tokens[at : at + 1] and _modified(tokens, at)):
            break
    while found and tokens[found[-1]].kind == "sign":
        found.pop()
    return found


def _modified(tokens: list[Token], at: int) -> bool:
    """Whether a plural only stands before another one: "Yale faculty members", "sports halls"."""
    key, before = tokens[at].key, tokens[at - 1].key
    return key in PEOPLE | THINGS and is_plural(tokens[at]) and before != "people" and key not in PAST | FATES


def _modifies(tokens: list[Token], at: int) -> bool:
    """Whether the participle at token *at* describes the noun after it: "300 arrested students"."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is not None and following.kind == "word" and following.key not in FUNCTION | FATES | PAST


def is_verb(tokens: list[Token], at: int) -> bool:
    """Whether the word at token *at* looks like a verb or participle; past the last one none does."""
    if at >= len(tokens):
        return False
    key = tokens[at].key
    if key in LASTING or key in PLURALS - FATES or (key_at(tokens, at + 1) in DASHES and tokens[at + 1].glued):
        return False
    if key in PAST | FATES:
        return True
    return (
        key.endswith(("ed", "ing"))
        and len(key) > 4
        and key not in THINGS
        and key not in {"housing", "building", "mining"}
    )


def is_person(token: Token) -> bool:
    """Whether *token* looks like a word for people, in the plural, or is known as one."""
    key = token.key
    return key in PEOPLE or (key.endswith(PEOPLE_ENDS) and key not in NOT_PEOPLE and len(key) > 4)


def is_plural(token: Token) -> bool:
    """Whether *token* looks like the plural of a noun."""
    key = token.key
    if key in PLURALS:
        return True
    return key.endswith(("s", "men")) and not key.endswith(NOT_PLURAL) and len(key) > 3 and key not in SINGULARS
