"""What English says of those counted: what befell them, who did it, and what the subject before the number is."""

from __future__ import annotations

from bot.documents.figures.english_clauses import past_insertion, tail
from bot.documents.figures.english_nouns import DETERMINERS, is_plain_end, is_plural
from bot.documents.figures.english_verbs import is_participle
from bot.documents.figures.english_words import (
    ADVERBS,
    AUXILIARIES,
    EVENTS,
    FATES,
    FUNCTION,
    LINKS,
    MONEY,
    ONLY_AFTER,
    PAST,
    PERCENT,
    PREDICATES,
)
from bot.documents.figures.number_words import VAGUE
from bot.documents.figures.numerals import Numeral
from bot.documents.figures.tokens import Token, key_at, word_list

_FAR = 14
_LONGEST_SUBJECT = 7
_PASSIVE = word_list("were been was are")
_SUBORDINATORS = word_list("when before after because while since until if whether though although")


def fate_after(tokens: list[Token], noun: list[int], at: int = 0) -> list[int]:
    """The participle or predicate that says what became of those counted, a few words after the noun."""
    place = past_insertion(tokens, noun[-1] + 1 if noun else at)
    joined = direct = True
    passive = False
    for each in range(place, min(place + _FAR, len(tokens))):
        token = tokens[each]
        if token.kind == "number" or token.text in ".;:!?" or token.key in VAGUE | _SUBORDINATORS:
            break
        if token.key in {"not", "never", "n't"}:
            break
        if token.key in {"was", "is", "has"} and not (noun and not is_plural(tokens[noun[-1]])):
            break  # its subject is another
        if predicate := _predicate(tokens, each):
            return predicate
        if token.key in FATES and (direct or joined):
            second = each + 2
            if key_at(tokens, each + 1) == "and" and key_at(tokens, second) in FATES and token.key == "shot":
                return [each, each + 1, second]
            return _with_tail(tokens, each) if _befell(tokens, each) else []
        if token.key in AUXILIARIES:
            joined, passive = True, token.key in _PASSIVE
            continue
        if passive and token.kind == "word" and is_participle(token.key):
            particle = key_at(tokens, each + 1) in {"out", "up", "down", "in", "over"}
            end = (
                each
                + 1
                + (particle and is_plain_end(tokens, each + 2) and key_at(tokens, each + 2) not in DETERMINERS | {"to"})
            )
            return [*range(each, end), *tail(tokens, end)]
        if token.key in ADVERBS - {"and"} or (token.text == "," and key_at(tokens, each + 1) in AUXILIARIES):
            continue
        direct = joined = passive = False
        if token.text == "," or token.key in PAST - AUXILIARIES:
            break
    return []


def _with_tail(tokens: list[Token], at: int) -> list[int]:
    """Of "sentenced to death" and "still being held" all of it."""
    first, end = at, at + 1
    if key_at(tokens, end) in {"or", "and"} and is_participle(key_at(tokens, end + 1)):
        end += 2
    end += len(tail(tokens, end))
    if key_at(tokens, at - 1) == "being" and key_at(tokens, at - 2) == "still":
        first = at - 2
    return list(range(first, end))


def fate_before(tokens: list[Token], numeral: Numeral, noun: list[int]) -> list[int]:
    """The verb right before the number of which those counted are the object."""
    at = numeral.first - 1
    while key_at(tokens, at) in {"another", "a", "total", "of", "the", "further", "additional", "all"} and at > 0:
        at -= 1
    if at > 0 and key_at(tokens, at - 1) == "shot" and key_at(tokens, at) == "dead":
        return [at - 1, at]
    key = key_at(tokens, at)
    if key not in FATES - ONLY_AFTER or (at > 0 and tokens[at - 1].key in {"was", "were", "been", "be", "being"}):
        return []
    alone = numeral.value != 1 and is_plain_end(tokens, numeral.after)  # "we buried seventeen"
    return [at] if noun or numeral.vague or alone else []


def event_before(tokens: list[Token], numeral: Numeral) -> list[int]:
    """Of "mass arrests of 300 students" the arrests, of "death sentences to five men" the sentences."""
    at = numeral.first - 1
    if key_at(tokens, at) not in {"of", "to", "against", "for"} or key_at(tokens, at - 1) not in EVENTS:
        return []
    start = at - 1
    if key_at(tokens, start - 1) in {"death", "mass", "prison", "group", "jail"}:
        start -= 1
    return list(range(start, at + 1))


def _befell(tokens: list[Token], at: int) -> bool:
    # "workers lost" is no fate, "soldiers killed 30 people" is somebody else's.
    key, following = tokens[at].key, key_at(tokens, at + 1)
    passive = key_at(tokens, at - 1) in AUXILIARIES | ADVERBS
    active = key not in ONLY_AFTER and not passive and (following in DETERMINERS or following.isdecimal())
    return not active


def _predicate(tokens: list[Token], at: int) -> list[int]:
    for size in (4, 3, 2):
        said = tokens[at : at + size]
        if len(said) == size and " ".join(token.key for token in said) in PREDICATES:
            end = at + size
            if key_at(tokens, at + 1) == "risk" and key_at(tokens, end) == "of":
                end = min(end + 3, len(tokens)) if key_at(tokens, end + 1) == "being" else min(end + 2, len(tokens))
            return list(range(at, end))
    return []


def subject(tokens: list[Token], numeral: Numeral) -> list[int]:
    """The noun phrase before the verb or preposition that leads to the number: "the death toll has reached"."""
    at = numeral.first - 1
    linked = tokens[numeral.first].key in {"between", "from"}
    while at >= 0 and numeral.first - at < 12:
        token = tokens[at]
        measured = token.kind == "number" or token.text in '%,(“"«$€£' or token.key in PERCENT or token.key in MONEY
        if token.key in LINKS:
            linked = True
        elif not measured:
            break
        at -= 1
    end = at
    if not linked:
        return []
    found: list[int] = []
    while at >= 0 and len(found) < 7:
        token = tokens[at]
        article = token.key in {"a", "an"} and key_at(tokens, at - 1) in {"of", "for", "in"}
        inner = article or token.key in {"of", "for", "in", "the", "those"} or (token.text in "’'-" and token.glued)
        compound = token.key in PAST and (not at or tokens[at - 1].key in DETERMINERS) and found
        if (
            not inner
            and not compound
            and (token.kind != "word" or token.key in FUNCTION or token.key in LINKS or _is_clause_verb(token))
        ):
            break
        found.insert(0, at)
        at -= 1
    while found and (tokens[found[0]].key in FUNCTION | DETERMINERS or tokens[found[0]].kind == "sign"):
        found.pop(0)
    return found if found and found[-1] == end else []


def noun_before(tokens: list[Token], at: int) -> list[int]:
    """The noun phrase that ends before token *at*, without its article: "minimum wage of this year"."""
    end = at
    while at and end - at < _LONGEST_SUBJECT and _may_be_named(tokens, at - 1, end):
        at -= 1
    while at < end and tokens[at].key in FUNCTION | DETERMINERS:
        at += 1
    return list(range(at, end))


def _may_be_named(tokens: list[Token], at: int, end: int) -> bool:
    token = tokens[at]
    if token.key in {"of", "the", "this"}:
        return True
    verbal = _is_clause_verb(token) or (is_participle(token.key) and at < end - 1)
    return token.kind == "word" and token.key not in FUNCTION | LINKS and not verbal


def _is_clause_verb(token: Token) -> bool:
    return token.key in PAST or token.key in word_list("puts said says reports reported admits admitted")
