"""What an English number counts: the noun as printed, and what befell those counted or what they did."""

from __future__ import annotations

from bot.documents.figures import portions
from bot.documents.figures.countings import Counted
from bot.documents.figures.english_ellipses import bare
from bot.documents.figures.english_fates import event_before, fate_after, fate_before
from bot.documents.figures.english_measures import measured
from bot.documents.figures.english_nouns import (
    DETERMINERS,
    is_person,
    is_plural,
    is_verb,
    noun_of_all,
    noun_phrase,
    past_thousands,
    past_whole,
)
from bot.documents.figures.english_sayings import condition, saying
from bot.documents.figures.english_verbs import AUXILIARIES
from bot.documents.figures.english_words import (
    ACTIONS,
    EVENTS,
    FATES,
    HYPOTHETICAL,
    KNOWN,
    LASTING,
    NEVER,
    PEOPLE,
    REACTIONS,
    RHETORICAL,
    THINGS,
)
from bot.documents.figures.number_words import SMALL
from bot.documents.figures.numerals import Numeral
from bot.documents.figures.tokens import Token, key_at, word_list

_THEM = word_list("them those these whom us you which")
_VAGUE_QUALIFIERS = word_list("only just exactly another")
PLACES = word_list("in at from of across on near throughout")
YEARLY = word_list("in since until by before after from of to during between around or on with for about under")
_SAID = word_list("told tell said say wrote write confirmed explained")
_FAR = 14
_MANY = 13  # from here on a number in words is meant as a number
_SOME = 4  # and from here on where people are counted, or what reports count


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
    if not noun and _is_whole(tokens, numeral):
        return None
    people = any(is_person(tokens[each]) for each in noun)
    fate = fate_after(tokens, noun, start)
    before = fate_before(tokens, numeral, noun)
    event = [] if fate or before else event_before(tokens, numeral)
    placed = is_placed(tokens, numeral, listed=listed)
    said = [] if fate or before or event else _said(tokens, numeral, noun, start)
    if not (noun or fate or before or (said and _is_subject(tokens, numeral))):
        return bare(tokens, numeral, start)
    if not noun and any(tokens[each].key in REACTIONS for each in [*fate, *said]):
        return None
    told = listed or bool(fate or before or event)
    if not _is_reported(tokens, numeral, noun, happened=told, said=bool(said)):
        return None
    if noun and placed and not (numeral.vague or people):
        said = []
    if fate or said:
        noun = _without_place(tokens, noun) or _pointed_at(tokens, numeral)
    return Counted(noun, fate or before, event=event, saying=said, active=bool(before))


def _is_whole(tokens: list[Token], numeral: Numeral) -> bool:
    """Whether it is the number of all of whom another was told: "six of the 28"."""
    at = numeral.first - 1
    part = at > 1 and tokens[at].key == "the" and tokens[at - 1].key == "of"
    return part and (tokens[at - 2].kind == "number" or tokens[at - 2].key in SMALL.keys() - {"one"})


def _said(tokens: list[Token], numeral: Numeral, noun: list[int], start: int) -> list[int]:
    if not noun:
        return [] if key_at(tokens, start) in PLACES else saying(tokens, start)
    end = noun[-1] + 1
    if numeral.vague and key_at(tokens, end + 1) == "by":
        return []  # "millions of people led by"
    people = any(is_person(tokens[each]) for each in noun)
    return saying(tokens, end) or (condition(tokens, end) if people and not numeral.vague else [])


def _pointed_at(tokens: list[Token], numeral: Numeral) -> list[int]:
    """Of "nurses who asked were summoned; 164 of them died" the nurses."""
    if key_at(tokens, numeral.after) != "of" or key_at(tokens, numeral.after + 1) not in {"them", "whom"}:
        return []
    return next(([at] for at in range(numeral.first) if is_person(tokens[at]) and is_plural(tokens[at])), [])


def is_placed(tokens: list[Token], numeral: Numeral, *, listed: bool = False) -> bool:
    """Whether the number counts where something is: "in 40 towns", and *listed* after them "and nine ports"."""
    at = numeral.first - 1
    if listed and key_at(tokens, at) in {"and", ","}:
        while at > 0 and tokens[at].key not in PLACES | AUXILIARIES and tokens[at].text not in ".;:":
            at -= 1
    return key_at(tokens, at) in PLACES


def _is_subject(tokens: list[Token], numeral: Numeral) -> bool:
    """Whether a number without a noun stands for those of whom the sentence speaks: "Three are still inside"."""
    before = key_at(tokens, numeral.first - 1)
    return numeral.vague or (numeral.value != 1 and before not in KNOWN | DETERMINERS and before not in YEARLY)


def _without_place(tokens: list[Token], noun: list[int]) -> list[int]:
    """Of "teachers of the Oxmoor schools" the teachers; "members of staff" are named by both words."""
    found = (at for at, each in enumerate(noun) if tokens[each].key == "of" and tokens[each + 1].key in DETERMINERS)
    return noun[: next(found, len(noun))]


def _counted_noun(tokens: list[Token], numeral: Numeral) -> tuple[list[int], int]:
    start = numeral.after + (key_at(tokens, numeral.after) == "-")
    strong = key_at(tokens, start) == "strong"
    start += strong or key_at(tokens, start) in {"more", "new", "additional"}
    start += key_at(tokens, start) in {"different", "separate", "other"} and key_at(tokens, start - 1) != "-"
    if key_at(tokens, start) == "of" and key_at(tokens, start + 1) in _THEM:
        start += 2
        if among := _plural(tokens, noun_phrase(tokens, start)):
            return among, start  # "71 of them minors"
        if key_at(tokens, start) not in {"were", "are"}:
            return [], start
    start += key_at(tokens, start) in {"who", "which"} and key_at(tokens, start + 1) in {"were", "are"}
    if key_at(tokens, start) in {"were", "are"}:
        noun = _plural(tokens, noun_phrase(tokens, start + 1))
        return noun, start + bool(noun)  # "nine of them were children"
    if key_at(tokens, start) != "of":
        noun = noun_phrase(tokens, start)
        return noun if strong or numeral.value == 1 else _plural(tokens, noun), start
    if numeral.vague:
        return _plural(tokens, noun_phrase(tokens, past_thousands(tokens, start + 1))), start
    noun = noun_of_all(tokens, start + 1, whole=numeral.spelled)
    return noun, start if noun else past_whole(tokens, start + 1)


def _plural(tokens: list[Token], noun: list[int]) -> list[int]:
    return noun if any(is_plural(tokens[each]) for each in noun) else []


def _is_reported(tokens: list[Token], numeral: Numeral, noun: list[int], *, happened: bool, said: bool) -> bool:
    """Whether a number with its noun is a figure rather than a manner of speaking."""
    kinds = {tokens[each].key for each in noun}
    happened = happened or bool(noun and tokens[noun[0]].key in EVENTS)
    large = (numeral.value or numeral.high or 0) >= _MANY
    if kinds & REACTIONS and not kinds & PEOPLE:
        return False
    never = NEVER if large and not numeral.spelled else RHETORICAL
    if kinds & never and not kinds & PEOPLE and (numeral.spelled or not happened):
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
    if people and (numeral.value or 0) < _MANY and _tells(tokens, noun[-1] + 1):
        return False
    if numeral.value == 1:
        return happened and people and key_at(tokens, numeral.end) != "of"
    happened = happened or (_acts(tokens, numeral, noun) and (people or not noun))
    if happened or numeral.vague:
        portion = numeral.vague and portions.end_of(tokens, numeral.core) == numeral.end
        return happened or (said and not noun and not portion) or (people and (said or portion))
    if not noun:
        return said
    qualified = numeral.first < numeral.core and key_at(tokens, numeral.first) not in _VAGUE_QUALIFIERS
    whole = key_at(tokens, numeral.end) == "of" and (people or _is_part(tokens, numeral, noun))
    listed = preceding in {"including", "among", "them"} or qualified
    return whole or listed or _is_countable(tokens, numeral, noun, people=people, said=said)


def _is_part(tokens: list[Token], numeral: Numeral, noun: list[int]) -> bool:
    """Whether the number of all is said too: "six of the eleven towns"."""
    between = tokens[numeral.end : noun[0]] if noun else []
    return any(token.kind == "number" or token.key in SMALL or token.key in THINGS for token in between)


def _is_countable(tokens: list[Token], numeral: Numeral, noun: list[int], *, people: bool, said: bool) -> bool:
    """Whether a plain number in words counts what reports count, rather than anything that may be two or three."""
    things = any(tokens[each].key in THINGS for each in noun)
    if (things or people) and (numeral.value is None or numeral.value >= _SOME):
        return True
    if numeral.value is None or numeral.value >= _MANY:
        return people or things or key_at(tokens, numeral.core) not in {"a", "an", "thousand", "million"}
    around = tokens[max(0, numeral.first - _FAR) : numeral.end + _FAR]
    if (things or people) and any(each.key in ACTIONS | FATES | LASTING for each in around):
        return True
    return (people and said) or _is_passive(tokens, noun[-1] + 1)


def _tells(tokens: list[Token], at: int) -> bool:
    """Whether those that end before token *at* only say something: "two drivers told us"."""
    return key_at(tokens, at + (key_at(tokens, at) in {"have", "had", "who"})) in _SAID


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
