"""English numbers without a noun of their own: what they count stands before them, or is that of the figure before."""

from __future__ import annotations

from bot.documents.figures.countings import ELIDED, Counted
from bot.documents.figures.english_clauses import end_of
from bot.documents.figures.english_fates import noun_before, subject
from bot.documents.figures.english_nouns import is_plain_end, is_plural
from bot.documents.figures.english_reporters import GROUPS, VERBS
from bot.documents.figures.english_sayings import place
from bot.documents.figures.english_verbs import is_participle, is_past
from bot.documents.figures.english_words import EVENTS, FUNCTION, HEADS, KNOWN, LINKS, PAYING, PEOPLE, TELLING, THINGS
from bot.documents.figures.numerals import Numeral
from bot.documents.figures.tokens import Token, key_at, word_list

_CROWDS = word_list(
    "crowd group force crew gathering audience congregation team fleet workforce staff toll bail fine membership "
    "turnout column procession mob herd convoy network total delegation attendance"
)
_PRESENT = frozenset((one, other) for one in ("there", "we", "they") for other in ("were", "are"))
_PARTS = frozenset(("of", whom) for whom in ("them", "whom", "those", "these"))
_OURS = word_list("us you")
_BETWEEN_PAY = word_list("them us him her me you for as only just about now up to at a more than it")
_DIRECTED = word_list("up down")
_COMPARED = word_list("against compared")
_EARLIER = word_list("before earlier previous last same compared ago")
_WAYS = word_list("under with without by from")
_LONGEST_WAY = 8
_COPULAS = word_list("was were is are be been")
_TELLING = (TELLING | VERBS | word_list("arrived arrives")) - _COPULAS
_PRONOUNS = word_list("them they their these it its those")
_FURTHER = word_list("another further")
_NUMBERING = word_list("number numbers numbered numbering")
_NEAR = 5
_FAR = 8
_FURTHEST_NUMBER = 16
_NEAR_PAY = 4
_HOURS = 12
_ABOUT = word_list("around about nearly almost at by")


def bare(tokens: list[Token], numeral: Numeral, at: int) -> Counted | None:
    """What a number without a noun counts: the subject before it says it, or the figure before; None where neither."""
    if (key_at(tokens, numeral.after), key_at(tokens, numeral.after + 1)) in _PARTS:
        place = numeral.after + 2
        with_what = list(range(place, end_of(tokens, place, place + _LONGEST_WAY))) if _is_way(tokens, place) else []
        return Counted([], saying=with_what, like=True) if numeral.value != 1 else None
    if here := _present(tokens, numeral, at):
        return Counted([], saying=here)
    if paid := _paid(tokens, numeral, at):
        return Counted(paid, unit=ELIDED)
    return _told_before(tokens, numeral, at)


def _is_way(tokens: list[Token], at: int) -> bool:
    """Whether "eleven of them" goes on with what sets them apart: "under age", "from minors", "by live rounds"."""
    return key_at(tokens, at) in _WAYS


def _told_before(tokens: list[Token], numeral: Numeral, at: int) -> Counted | None:
    first = numeral.first
    crowd = key_at(tokens, first - 1) == "of" and key_at(tokens, first - 2) in _CROWDS
    ends = is_plain_end(tokens, at) or crowd
    if not ends or key_at(tokens, first - 1) in {"all", "both"} or _is_hour(tokens, numeral, at):
        return None
    if at == numeral.after and numeral.value != 1 and _is_done(tokens, first - 1):
        if number := _number_of(tokens, numeral):
            return Counted(number)
        return Counted([], saying=[first - 1], like=True)  # "took on 87 cases and won 14"
    if named := _subject(tokens, numeral) or _number_of(tokens, numeral):
        return Counted(named, like=len(named) == 1 and tokens[named[0]].key in {"number", "figure", "count"})
    return Counted([], event=_telling(tokens, first), like=True) if _is_like(tokens, numeral, at) else None


def _telling(tokens: list[Token], before: int) -> list[int]:
    """Of "the regime admits to" the last two words."""
    near = range(before - 1, max(-1, before - _NEAR), -1)
    found = next((list(range(at, before)) for at in near if tokens[at].key in _TELLING), [])
    return found if all(tokens[at].kind == "word" for at in found) else []


def points_back(tokens: list[Token]) -> bool:
    """Whether a sentence speaks of something by a pronoun."""
    return any(token.key in _PRONOUNS for token in tokens)


def antecedent(tokens: list[Token]) -> list[int]:
    """The plural noun of which a sentence speaks, for a number in the sentence after it: "Containers are piling up"."""
    for at, token in enumerate(tokens):
        if token.kind == "word" and is_plural(token) and token.key not in FUNCTION:
            return [at]
    return []


def _present(tokens: list[Token], numeral: Numeral, at: int) -> list[int]:
    """Of "there were maybe three hundred in the yard" the yard, of "there were 700 of us" us."""
    first = numeral.first - (key_at(tokens, numeral.first - 1) in {"“", '"'})
    if (key_at(tokens, first - 2), key_at(tokens, first - 1)) not in _PRESENT:
        return []
    ours = numeral.after
    of_us = key_at(tokens, ours) == "of" and key_at(tokens, ours + 1) in _OURS
    return place(tokens, at) or ([ours, ours + 1] if of_us else [])


def _is_done(tokens: list[Token], at: int) -> bool:
    """Whether what stands at token *at* was done to those counted, and does not tell of them."""
    key = key_at(tokens, at)
    return key not in VERBS | TELLING | PAYING and (is_past(key) or is_participle(key))


def _is_hour(tokens: list[Token], numeral: Numeral, at: int) -> bool:
    """Whether it is a time of day that opens the sentence: "Around eleven, people came"."""
    told = key_at(tokens, numeral.first - 1) in FUNCTION | TELLING
    early = not told and numeral.value is not None and numeral.value <= _HOURS
    return early and numeral.first < _NEAR and key_at(tokens, at) == "," and key_at(tokens, numeral.first) in _ABOUT


def _paid(tokens: list[Token], numeral: Numeral, at: int) -> list[int]:
    """The verb of paying that a sum hangs on whose currency was said before: "they offered them 12,500"."""
    if numeral.vague or numeral.spelled or not is_plain_end(tokens, at):
        return []
    for each in range(numeral.first - 1, max(-1, numeral.first - 1 - _NEAR_PAY), -1):
        if tokens[each].key in PAYING:
            return [each, each + 1] if key_at(tokens, each + 1) == "for" else [each]
        if tokens[each].key not in _BETWEEN_PAY:
            return []
    return []


def _subject(tokens: list[Token], numeral: Numeral) -> list[int]:
    before = _numbering(tokens, numeral) or subject(tokens, numeral)
    if any(tokens[each].key in HEADS | EVENTS for each in before):
        return before
    if before and key_at(tokens, numeral.first - 1) in _NUMBERING:
        return before
    crowd = key_at(tokens, numeral.first - 1) == "of" and key_at(tokens, numeral.first - 2) in _CROWDS
    if crowd and not numeral.vague:
        return [numeral.first - 2]  # "a crowd of 2,500"
    apposed = key_at(tokens, numeral.first - 1) in {",", "("} and key_at(tokens, numeral.first - 2) in PEOPLE | THINGS
    if apposed and (numeral.qualifier or not numeral.spelled) and not numeral.vague:
        return [numeral.first - 2]  # "teachers, three at most"
    return []


def _numbering(tokens: list[Token], numeral: Numeral) -> list[int]:
    """Of "the strikers, who number about 5,000" the strikers."""
    at = numeral.first - 1
    if key_at(tokens, at) not in _NUMBERING:
        return []
    while at > 0 and key_at(tokens, at - 1) in {"who", ",", "which", "they"}:
        at -= 1
    return noun_before(tokens, at)


def _number_of(tokens: list[Token], numeral: Numeral) -> list[int]:
    """Of "the number of hangings since the vote has reached 87" the number of hangings."""
    at = numeral.first - 1
    if key_at(tokens, at) not in LINKS:
        return []
    while at > 0 and numeral.first - at < _FURTHEST_NUMBER:
        if tokens[at].kind == "number" or tokens[at].text in ".;:":
            return []
        if tokens[at].key == "number" and tokens[at + 1].key == "of":
            return [at, at + 1, at + 2] if is_plural(tokens[at + 2]) else []
        at -= 1
    return []


def _is_like(tokens: list[Token], numeral: Numeral, at: int) -> bool:
    """Whether a number that stands alone is told of what the figure before it counts."""
    first = numeral.first
    before = key_at(tokens, first - 1)
    if numeral.vague or numeral.value == 1 or before in KNOWN - _FURTHER:
        return False
    told = any(token.key in _TELLING for token in tokens[max(0, first - _NEAR) : first])
    beside = before in {"and", ","} and key_at(tokens, at) in {"in", "at", "from"}
    qualified = numeral.qualifier is not None and (before not in FUNCTION or before in _COPULAS)
    return told or beside or qualified or _is_compared(tokens, first, at)


def _is_compared(tokens: list[Token], first: int, at: int) -> bool:
    """Whether it is set beside the figure before: "up from 125", "(32)" of the year before, "in Shiraz 14"."""
    one, two = key_at(tokens, first - 2), key_at(tokens, first - 1)
    if two == "to" and "from" in (token.key for token in tokens[max(0, first - _FAR) : first]):
        return any(token.kind == "number" for token in tokens[max(0, first - _FAR) : first])
    if two == "from":
        return one in _DIRECTED
    if two in _COMPARED or (one == "compared" and two in {"with", "to"}):
        return True
    if (two == "(" and key_at(tokens, at) == ")") or key_at(tokens, first) == "(":
        return any(token.key in _EARLIER for token in tokens[max(0, first - _NEAR) : first])
    if two in GROUPS | _FURTHER or (one, two) in _PRESENT or key_at(tokens, at - 1) == "more":
        return True
    owned = two.endswith(("'s", "s'")) or (two in {"'", "’"} and one.endswith("s"))
    placed = one in {"in", "at", "from"} and tokens[first - 1].kind == "word" and tokens[first - 1].text[0].isupper()
    return owned or (placed and key_at(tokens, first - 3) in {",", "and", ";"})
