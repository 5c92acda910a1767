"""What an English sentence says of those counted, where nothing befell them: what they did, are, or where they are."""

from __future__ import annotations

from bot.documents.figures.english_clauses import clause, end_of, past_insertion
from bot.documents.figures.english_nouns import DETERMINERS, is_verb
from bot.documents.figures.english_verbs import is_lasting
from bot.documents.figures.english_words import ADVERBS, FATES, FUNCTION, PARTICIPLES
from bot.documents.figures.number_words import SMALL, VAGUE
from bot.documents.figures.tokens import Token, key_at, word_list

_LONGEST_PLACE = 8
_VERB_AUXILIARIES = word_list(
    "have has had did do were was are will would could can not n't never also already been be"
)
_PLACES = word_list("in at from of across on near for with")
_COPULAS = word_list("are were be been remain remained stay stayed is was")
_LASTING = word_list("remain remained stay stayed")
_STANDING = word_list("in under behind on at without inside outside out still not too from")
_LONGEST_WAY = 4
_CONDITIONS = word_list("under without with behind")
_CLAUSES = word_list("which that who and")


def saying(tokens: list[Token], at: int) -> list[int]:
    """The verb at token *at* with its auxiliaries and what it needs: "have left the town", "signed a letter".

    A few words of place may come before it; "are still in the fort" is said of them as well.
    """
    begin, inserted = at, past_insertion(tokens, at)
    at = _past_place(tokens, inserted)
    if key_at(tokens, at) in {"has", "was", "is"}:
        return []  # its subject is another
    return standing(tokens, at) or clause(tokens, begin if at == inserted else at)


def condition(tokens: list[Token], at: int) -> list[int]:
    """Of "women under sentence of death" and "people with pellets in the eyes" what they are under or with."""
    if key_at(tokens, at) not in _CONDITIONS or is_lasting(key_at(tokens, at + 1)):
        return []
    return list(range(at, end_of(tokens, at + 1, at + _LONGEST_PLACE)))


def place(tokens: list[Token], at: int) -> list[int]:
    """Of "in the yard" all of it."""
    return _to_noun(tokens, at, at + 1) if key_at(tokens, at) in {"in", "at", "on", "outside", "inside"} else []


def standing(tokens: list[Token], at: int) -> list[int]:
    """Of "are still in the fortress" what follows the copula."""
    start = at
    while key_at(tokens, at) in {"have", "had"} | ADVERBS | _COPULAS:
        at += 1
    if not any(tokens[each].key in _COPULAS for each in range(start, min(at, len(tokens)))):
        return []
    first = at - (key_at(tokens, at - 1) == "still" and key_at(tokens, at) in _STANDING | FATES)
    first -= key_at(tokens, first - 1) in _LASTING
    while at < len(tokens) and tokens[at].text in '“"‘':
        at = first = at + 1
    if key_at(tokens, at) in {"under", "over"} and at + 1 < len(tokens) and tokens[at + 1].kind == "number":
        return [at, at + 1]
    if key_at(tokens, at) in _STANDING:
        return _to_noun(tokens, first, at + 1)
    if at < len(tokens) and tokens[at].kind == "word" and (is_verb(tokens, at) or tokens[at].key not in FUNCTION):
        end = at + 1
        while end < min(at + 3, len(tokens)) and tokens[end].kind == "word" and tokens[end].key not in FUNCTION:
            end += 1
        return list(range(first, end))
    return []


def _to_noun(tokens: list[Token], first: int, at: int) -> list[int]:
    """From token *first* through the noun that follows *at*."""
    end = at
    while end < min(at + _LONGEST_WAY, len(tokens)) and tokens[end].kind == "word":
        key = tokens[end].key
        if (key in FUNCTION - DETERMINERS and key not in _PLACES - {"for"}) or key in SMALL or key in VAGUE:
            break
        end += 1
    while end > at and tokens[end - 1].key in FUNCTION:
        end -= 1
    return list(range(first, end)) if end > at or key_at(tokens, at - 1) in {"inside", "outside"} else []


def _past_place(tokens: list[Token], at: int) -> int:
    """Where the verb begins after "of the city", "from P and H"."""
    if key_at(tokens, at) not in _PLACES:
        return at
    near = range(at, min(at + 6, len(tokens)))
    auxiliary = next((each for each in near if tokens[each].key in {"have", "had", "did"}), 0)
    if auxiliary and not any(tokens[each].kind == "sign" for each in range(at, auxiliary)):
        return auxiliary
    for each in range(at + 1, min(at + _LONGEST_PLACE, len(tokens))):
        token = tokens[each]
        joins = token.key == "and" and tokens[each + 1 : each + 2] and tokens[each + 1].text[0].isupper()
        if (
            token.kind == "number"
            or (token.key in _CLAUSES and not joins)
            or (token.kind == "sign" and token.text not in "’'-")
        ):
            return at
        if token.key in _VERB_AUXILIARIES - {"was", "has"} | PARTICIPLES or (
            is_verb(tokens, each) and token.text.islower() and tokens[each - 1].key not in DETERMINERS | _PLACES
        ):
            return each
    return at
