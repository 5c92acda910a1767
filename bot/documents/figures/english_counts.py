"""What an English number counts: the noun as printed, and what befell those counted or what they did."""

from __future__ import annotations

from bot.documents.figures import portions
from bot.documents.figures.countings import Counted
from bot.documents.figures.english_fates import event_before, fate_after, fate_before, subject
from bot.documents.figures.english_measures import measured
from bot.documents.figures.english_nouns import (
    DETERMINERS,
    is_person,
    is_plain_end,
    is_plural,
    is_verb,
    noun_of_all,
    noun_phrase,
    past_thousands,
)
from bot.documents.figures.english_sayings import place, saying
from bot.documents.figures.english_words import (
    ACTIONS,
    EVENTS,
    FATES,
    FUNCTION,
    HEADS,
    HYPOTHETICAL,
    KNOWN,
    LASTING,
    NEVER,
    PEOPLE,
    RHETORICAL,
    TELLING,
    THINGS,
)
from bot.documents.figures.numerals import Numeral
from bot.documents.figures.tokens import Token, key_at, word_list

_THEM = word_list("them those these whom us you which")
_CROWDS = word_list(
    "crowd group force crew gathering audience congregation team fleet workforce staff toll bail fine membership "
    "turnout column procession mob herd convoy network total delegation attendance"
)
_PRESENT = frozenset((one, other) for one in ("there", "we", "they") for other in ("were", "are"))
_VAGUE_QUALIFIERS = word_list("only just exactly another")
PLACES = word_list("in at from of across on near throughout")
YEARLY = word_list("in since until by before after from of to during between around or on with for about under")
_FAR = 14
_NEAR = 5
_MANY = 13  # from here on a number in words is meant as a number


def count(tokens: list[Token], numeral: Numeral, *, listed: bool = False) -> Counted | None:
    """What *numeral* counts, or None where it counts nothing that a campaign reports.

    *listed* says that it goes on from a figure before it: "30 houses and two schools".
    """
    found = measured(tokens, numeral)
    if isinstance(found, Counted):
        return found
    return None if found else _things(tokens, numeral, listed)


def _things(tokens: list[Token], numeral: Numeral, listed: bool) -> Counted | None:
    noun, start = _counted_noun(tokens, numeral)
    if key_at(tokens, numeral.first - 1) in {"let", "set"} and key_at(tokens, start) in {"go", "free"}:
        return Counted([], [numeral.first - 1, start], active=True)
    people = any(is_person(tokens[each]) for each in noun)
    fate = fate_after(tokens, noun, start)
    before = fate_before(tokens, numeral, noun)
    event = [] if fate or before else event_before(tokens, numeral)
    said = [] if fate or before or event else _said(tokens, noun, start)
    if not (noun or fate or before or (said and _is_subject(tokens, numeral))):
        return _bare(tokens, numeral, start)
    told = listed or bool(fate or before or event)
    if not _is_reported(tokens, numeral, noun, happened=told, said=bool(said)):
        return None
    if noun and said and not (numeral.vague or people or _is_telling(tokens, numeral, said)):
        said = []
    if people and (fate or said):
        noun = _without_place(tokens, noun)
    return Counted(noun, fate or before, event=event, saying=said, active=bool(before))


def _said(tokens: list[Token], noun: list[int], start: int) -> list[int]:
    if noun:
        return saying(tokens, noun[-1] + 1)
    return [] if key_at(tokens, start) in PLACES else saying(tokens, start)


def _is_telling(tokens: list[Token], numeral: Numeral, said: list[int]) -> bool:
    """Whether what is said is said of things that are counted, not of where they are."""
    told = tokens[said[0]].key in {"in", "under", "behind", "on", "at", "still", "without"} or any(
        tokens[each].key in ACTIONS for each in said
    )
    return told and key_at(tokens, numeral.first - 1) not in PLACES


def _is_subject(tokens: list[Token], numeral: Numeral) -> bool:
    """Whether a number without a noun stands for those of whom the sentence speaks: "Three are still inside"."""
    before = key_at(tokens, numeral.first - 1)
    return numeral.vague or (numeral.value != 1 and before not in KNOWN | DETERMINERS and before not in YEARLY)


def _without_place(tokens: list[Token], noun: list[int]) -> list[int]:
    """Of "teachers of the Oxmoor schools" the teachers."""
    end = next((at for at, each in enumerate(noun) if tokens[each].key == "of"), len(noun))
    return noun[:end]


def _counted_noun(tokens: list[Token], numeral: Numeral) -> tuple[list[int], int]:
    start = numeral.after + (key_at(tokens, numeral.after) == "-")
    strong = key_at(tokens, start) == "strong"
    start += strong or key_at(tokens, start) in {"more", "new", "additional"}
    start += key_at(tokens, start) in {"different", "separate", "other"} and key_at(tokens, start - 1) != "-"
    if key_at(tokens, start) == "of" and key_at(tokens, start + 1) in _THEM:
        start += 2
        if key_at(tokens, start) not in {"were", "are"}:
            return [], start
    if key_at(tokens, start) in {"were", "are"}:
        noun = _plural(tokens, noun_phrase(tokens, start + 1))
        return noun, start + bool(noun)  # "nine of them were children"
    if key_at(tokens, start) != "of":
        noun = noun_phrase(tokens, start)
        return noun if strong or numeral.value == 1 else _plural(tokens, noun), start
    if numeral.vague:
        return _plural(tokens, noun_phrase(tokens, past_thousands(tokens, start + 1))), start
    return noun_of_all(tokens, start + 1, whole=numeral.spelled), start


def _plural(tokens: list[Token], noun: list[int]) -> list[int]:
    return noun if any(is_plural(tokens[each]) for each in noun) else []


def _bare(tokens: list[Token], numeral: Numeral, at: int) -> Counted | None:
    """A number without a noun: the subject before it says what it is, or the figure before."""
    if key_at(tokens, at) == "of" and key_at(tokens, at + 1) in {"them", "whom", "those"}:
        return Counted([], like=True) if numeral.value != 1 else None  # "eleven of them under age"
    first = numeral.first
    if here := _present(tokens, first, at):
        return Counted([], saying=here)
    crowd = key_at(tokens, first - 1) == "of" and key_at(tokens, first - 2) in _CROWDS
    if (not is_plain_end(tokens, at) and not crowd) or key_at(tokens, first - 1) in {"all", "both"}:
        return None
    if named := _subject(tokens, numeral):
        return Counted(named, like=len(named) == 1 and tokens[named[0]].key in {"number", "figure", "count"})
    return Counted([], like=True) if _is_like(tokens, numeral, at) else None


def _present(tokens: list[Token], first: int, at: int) -> list[int]:
    """Of "there were maybe three hundred in the yard" the yard."""
    there = (key_at(tokens, first - 2), key_at(tokens, first - 1)) in _PRESENT
    return place(tokens, at) if there else []


def _subject(tokens: list[Token], numeral: Numeral) -> list[int]:
    before = subject(tokens, numeral)
    if any(tokens[each].key in HEADS | EVENTS for each in before):
        return before
    crowd = key_at(tokens, numeral.first - 1) == "of" and key_at(tokens, numeral.first - 2) in _CROWDS
    if crowd and not numeral.vague:
        return [numeral.first - 2]  # "a crowd of 2,500"
    apposed = key_at(tokens, numeral.first - 1) in {",", "("} and key_at(tokens, numeral.first - 2) in PEOPLE | THINGS
    if apposed and (numeral.qualifier or not numeral.spelled) and not numeral.vague:
        return [numeral.first - 2]  # "teachers, three at most"
    return []


def _is_like(tokens: list[Token], numeral: Numeral, at: int) -> bool:
    """Whether a number that stands alone is told of what the figure before it counts."""
    told = any(token.key in TELLING for token in tokens[max(0, numeral.first - _NEAR) : numeral.first])
    beside = key_at(tokens, numeral.first - 1) in {"and", ","} and key_at(tokens, at) in {"in", "at", "from"}
    qualified = numeral.qualifier is not None and key_at(tokens, numeral.first - 1) not in FUNCTION
    return not numeral.vague and numeral.value != 1 and (told or beside or qualified)


def _is_reported(tokens: list[Token], numeral: Numeral, noun: list[int], *, happened: bool, said: bool) -> bool:
    """Whether a number with its noun is a figure rather than a manner of speaking."""
    kinds = {tokens[each].key for each in noun}
    happened = happened or bool(noun and tokens[noun[0]].key in EVENTS)
    large = (numeral.value or numeral.high or 0) >= _MANY
    if kinds & (NEVER if large and not numeral.spelled else RHETORICAL) and not (happened or kinds & PEOPLE):
        return False
    if numeral.spelled:
        return _is_meant(tokens, numeral, noun, happened=happened, said=said)
    return bool(noun) or key_at(tokens, numeral.first - 1) not in {"all", "both"}


def _is_meant(tokens: list[Token], numeral: Numeral, noun: list[int], *, happened: bool, said: bool) -> bool:
    """Whether a number in words is meant as a number."""
    preceding = key_at(tokens, numeral.first - 1)
    before = tokens[max(0, numeral.first - _FAR) : numeral.first]
    if preceding in KNOWN or any(each.key in HYPOTHETICAL for each in before):
        return False
    people = any(is_person(tokens[each]) for each in noun)
    if numeral.value == 1:
        return happened and people and key_at(tokens, numeral.end) != "of"
    happened = happened or (_acts(tokens, numeral, noun) and (people or not noun))
    if happened or numeral.vague:
        portion = numeral.vague and portions.end_of(tokens, numeral.core) == numeral.end
        return happened or (said and not noun) or (people and (said or portion))
    if not noun:
        return said
    qualified = numeral.first < numeral.core and key_at(tokens, numeral.first) not in _VAGUE_QUALIFIERS
    whole = key_at(tokens, numeral.end) == "of"  # "six of the eleven towns"
    listed = preceding in {"including", "among", "them"} or qualified
    return whole or listed or _is_countable(tokens, numeral, noun, people=people, said=said)


def _is_countable(tokens: list[Token], numeral: Numeral, noun: list[int], *, people: bool, said: bool) -> bool:
    """Whether a plain number in words counts what reports count, rather than anything that may be two or three."""
    things = any(tokens[each].key in THINGS for each in noun)
    if numeral.value is None or numeral.value >= _MANY:
        return people or things or key_at(tokens, numeral.core) not in {"a", "an", "thousand", "million"}
    around = tokens[max(0, numeral.first - _FAR) : numeral.end + _FAR]
    if (things or people) and any(each.key in ACTIONS | FATES | LASTING for each in around):
        return True
    return (people and said) or _is_passive(tokens, noun[-1] + 1)


def _is_passive(tokens: list[Token], at: int) -> bool:
    """Whether something was done to what ends before token *at*: "nine flats were searched"."""
    start = at
    while key_at(tokens, at) in {"have", "had", "been", "were", "also", "already", "now", "later"}:
        at += 1
    return at > start and key_at(tokens, at - 1) in {"been", "were", "also", "already", "later"} and is_verb(tokens, at)


def _acts(tokens: list[Token], numeral: Numeral, noun: list[int]) -> bool:
    """Whether those counted do something that is counted by: march, strike, sign."""
    start = max([numeral.end - 1, *noun]) + 1
    for token in tokens[start : start + _FAR]:
        if token.kind == "number" or token.text in ";:":
            return False
        if token.key in ACTIONS:
            return True
    return False
