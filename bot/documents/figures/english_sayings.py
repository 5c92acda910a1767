"""What an English sentence says of those counted, where nothing befell them: what they did, are, or where they are."""

from __future__ import annotations

from bot.documents.figures.english_nouns import DETERMINERS, is_verb
from bot.documents.figures.english_words import ADVERBS, FATES, FUNCTION, PARTICIPLES
from bot.documents.figures.number_words import SMALL, VAGUE
from bot.documents.figures.tokens import Token, key_at, word_list

_LONGEST_SAYING = 6
_LONGEST_PLACE = 8
_VERB_AUXILIARIES = word_list(
    "have has had did do were was are will would could can not n't never also already been be"
)
_PLACES = word_list("in at from of across on near for with")
_PARTICLES = word_list("out up down off away back")
_SAYING_ENDS = word_list(
    "in on at by since after before during from with while when and but because as until where which "
    "that who or near across throughout against yesterday today without for over under into"
)
_COPULAS = word_list("are were be been remain remained stay stayed is was")
_STANDING = word_list("in under behind on at without inside outside out still not too from")
_WAYS = word_list("into to onto from")
_LONGEST_WAY = 4
_CLAUSES = word_list("which that who and")


def saying(tokens: list[Token], at: int) -> list[int]:
    """The verb at token *at* with its auxiliaries and what it needs: "have left the town", "signed a letter".

    A few words of place may come before it; "are still in the fort" is said of them as well.
    """
    at = _past_place(tokens, at)
    if key_at(tokens, at) in {"has", "was", "is"}:
        return []  # its subject is another
    return standing(tokens, at) or _acting(tokens, at)


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
        if token.kind == "number" or token.key in _CLAUSES or (token.kind == "sign" and token.text not in "’'-"):
            return at
        if token.key in _VERB_AUXILIARIES - {"was", "has"} | PARTICIPLES or (
            is_verb(tokens, each) and token.text.islower() and tokens[each - 1].key not in DETERMINERS | _PLACES
        ):
            return each
    return at


def _acting(tokens: list[Token], at: int) -> list[int]:
    found: list[int] = []
    while at < len(tokens) and len(found) < _LONGEST_SAYING + 2 and tokens[at].kind == "word":
        key = tokens[at].key
        verb = any(tokens[each].key not in _VERB_AUXILIARIES for each in found)
        plain = bool(found) and key not in FUNCTION  # after "did not"
        if not verb and not (plain or key in _VERB_AUXILIARIES | PARTICIPLES or is_verb(tokens, at)):
            return []
        if verb and key in _WAYS and len(found) < 3 and key_at(tokens, at + 1) in DETERMINERS:
            return [*found, *_to_noun(tokens, at, at + 1)]  # "poured into the streets", "taken from their homes"
        if verb and (key in _SAYING_ENDS or key in SMALL or key in VAGUE or len(found) >= _LONGEST_SAYING):
            break
        found.append(at)
        at += 1
    if found and at < len(tokens) and tokens[at].kind == "number" and tokens[at].glued:
        found.pop()  # "the B12 road"
    while found and tokens[found[-1]].key in FUNCTION - _PARTICLES:
        found.pop()
    return found if found and any(tokens[each].key not in _VERB_AUXILIARIES for each in found) else []
