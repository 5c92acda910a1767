"""What a Farsi clause says of those counted: what befell them, what they did or are.

It stands at the clause's end: a verb, and before it what makes a whole with it, «به دار آویخته شده‌اند»,
«دست از کار کشیدند», «زیر خط فقرند».
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.documents.figures.farsi_clauses import find_verb, is_object, is_plain
from bot.documents.figures.farsi_verbs import (
    LIGHT,
    is_copula,
    is_future,
    is_negative,
    is_participle,
    stem_of,
)
from bot.documents.figures.farsi_words import DURATIONS, FATES, FILLERS, SAID
from bot.documents.figures.number_words import SMALL
from bot.documents.figures.tokens import Token, key_at, word_list

_LONGEST_PHRASE = 3
_LONGEST_PLACE = 8
_TIMES = word_list("آغاز ابتدا ابتدای روز هفته ماه سال شب صبح ساعت امروز دیروز دیشب پارسال امسال")
_HELD_IN = word_list("بر نظر")
_GOES_WITH = word_list("به از سر زیر")
_RESTS = word_list("در زیر به از با بی تحت روی بدون")
_REASONS = word_list("دلیل علت خاطر سبب ضرب گفته گزارش نوشته نقل دست منظور")
_BODY = word_list("دست جان سر پا تن پشت")
_DANGERS = word_list("خطر معرض انتظار آستانه آستانهٔ")
_HAPPENS = word_list("رخ روی برگزار انجام صورت وجود برپا اتفاق")
_BETWEEN = word_list("شده بوده شده‌است")
_TELLS = word_list("گفت نوشت شمرد دانست پذیرفت")
_AUXILIARIES = word_list("شد کرد نمود گردید گشت")


@dataclass(frozen=True)
class Said:
    """What a clause says of those counted: the tokens of *fate*, empty where they are only reported, and where the
    verb with all that makes a whole with it begins, or else the clause ends."""

    fate: list[int]
    begin: int


def said_of(tokens: list[Token], at: int, *, bare: bool) -> Said:
    """What the clause says of those whose noun begins at token *at*, without an auxiliary that only says «شدند».

    *bare* says that the noun may be left out, because a classifier stands before *at*.
    """
    verb, gap = find_verb(tokens, at)
    if gap:
        fate = _shared(tokens, at if bare else at + 1, gap)
        return Said(fate, fate[0] if fate else gap + 1)
    if not verb:
        return Said([], len(tokens))
    fate, begin = _phrase(tokens, at if bare else at + 1, verb)
    return Said(fate, begin)


def _is_deed(token: Token) -> bool:
    return token.key in FATES or is_participle(token)


def _shared(tokens: list[Token], at: int, gap: int) -> list[int]:
    """Of «۳۸ نفر احضار و ۹ نفر بازداشت شدند» the first deed, whose verb is said with the second."""
    while gap > at and tokens[gap].key not in {"و", "،"}:
        gap -= 1
    deed = gap - 1
    if deed < at:
        return []
    if not _is_deed(tokens[deed]):
        first = next((each for each in range(at, gap) if tokens[each].key in {"به", "در"}), gap)
        counts = any(tokens[each].kind == "number" for each in range(first, gap))
        return list(range(first, gap)) if gap - first <= _LONGEST_PLACE and not counts else []
    return [*_complement(tokens, at, deed), deed]


def _phrase(tokens: list[Token], at: int, verb: int) -> tuple[list[int], int]:
    """What is said, and where all that belongs to the verb begins, not before token *at*."""
    first = verb
    while first > at and (is_future(tokens[first - 1]) or tokens[first - 1].key in _BETWEEN):
        first -= 1
    stem = stem_of(tokens[first].key)
    main = first - 1
    denied = any(is_negative(tokens[each]) for each in range(first, verb + 1))
    if main >= at and is_participle(tokens[main]) and (stem in {"شد", "بود"} or first < verb):
        stem = stem_of(tokens[main].key)
        light = stem in LIGHT and main > at and is_plain(tokens, main - 1)
        if light:
            return _deed(tokens, at, main - 1, last=verb if denied else main, stem=stem)
        return _found(_with_complement(tokens, at, main, last=verb if denied else main), main)
    if stem in LIGHT - {"داشت"} and main >= at and is_plain(tokens, main):
        return _deed(tokens, at, main, last=verb, stem=stem)
    if stem in _TELLS:
        return [], first - (key_at(tokens, main) in SAID)
    return _found(_simple(tokens, at, first, verb), first)


def _simple(tokens: list[Token], at: int, first: int, verb: int) -> list[int]:
    """What a verb says that has no participle, noun or adjective of its own before it."""
    stem = stem_of(tokens[first].key)
    if first == verb and is_copula(tokens[verb]):
        return _state(tokens, at, verb)
    if stem == "داشت" and not is_participle(tokens[first]):
        return _having(tokens, at, verb)
    return _with_complement(tokens, at, first, last=verb)


def _deed(tokens: list[Token], at: int, deed: int, *, last: int, stem: str) -> tuple[list[int], int]:
    """Of a light verb with its noun or adjective at token *deed*: «اخراج شدند», «راهپیمایی کردند»."""
    if tokens[deed].key in SAID | _HAPPENS:
        return [], deed
    end = deed
    role = next(
        (each for each in range(deed - 1, max(at, deed - _LONGEST_PHRASE), -1) if tokens[each].key == "را"), deed
    )
    if tokens[deed].key.endswith("ها") and deed > at and is_plain(tokens, deed - 1):
        deed -= 1  # «سوار ون‌ها کردند»
    elif all(is_plain(tokens, each) for each in range(role + 1, deed)):
        deed = min(role + 1, deed)  # «بساط را بار کامیون کردند»
    denied = any(is_negative(tokens[each]) for each in range(end + 1, last + 1))
    passive = stem != "کرد" and any(_is_deed(tokens[each]) for each in range(deed, end + 1))
    drops = stem in _AUXILIARIES and (passive or is_object(tokens, at)) and not denied
    return _found(_with_complement(tokens, at, deed, last=end if drops else last), deed)


def _found(fate: list[int], begin: int) -> tuple[list[int], int]:
    return fate, min([begin, *fate])


def _with_complement(tokens: list[Token], at: int, main: int, *, last: int) -> list[int]:
    found = [*_complement(tokens, at, main), *range(main, last + 1)]
    one, other = found[0] - 1, found[0] - 2
    if key_at(tokens, one) in {"و", "یا"} and other >= at and _is_deed(tokens[other]):
        found = [other, one, *found]  # «زخمی و بازداشت»
    role = found[0] - 1
    if key_at(tokens, role) == "را" and role - 1 > at and is_plain(tokens, role - 1) and not is_object(tokens, at):
        found = [role - 1, role, *found]  # «بیل‌ها را زمین گذاشته‌اند»
    return found if any(tokens[each].key not in {"شده", "شد"} for each in found) else []


def _complement(tokens: list[Token], at: int, main: int) -> list[int]:
    """What right before token *main* belongs to it: «به دار», «از کار», «دست از کار», «جان خود را از دست»."""
    if key_at(tokens, main - 2) == "در" and key_at(tokens, main - 1) in _HELD_IN and main - 2 >= at:
        return [main - 2, main - 1]
    for place in range(main - 1, max(at - 1, main - 1 - _LONGEST_PHRASE), -1):
        token = tokens[place]
        if token.key in _GOES_WITH or (token.key == "با" and key_at(tokens, place + 1) == "خود"):
            timed = any(tokens[each].key in _TIMES for each in range(place + 1, main))
            if timed or key_at(tokens, place + 1) in _REASONS - {"دست"}:
                return []
            before = place - 1
            if key_at(tokens, before) == "را" and key_at(tokens, before - 1).startswith("خود") and before - 2 >= at:
                return list(range(before - 2, main))
            first = before if before >= at and tokens[before].key in _BODY else place
            return list(range(first, main))
        if not is_plain(tokens, place) or token.key in FILLERS:
            return []
    return []


def _state(tokens: list[Token], at: int, verb: int) -> list[int]:
    """Of «در زندان‌های اوین و یزد هستند», «زیر خط فقرند» all from the preposition on; of «بود» alone nothing."""
    if tokens[verb].key.removesuffix("اند") in FATES:
        first = verb - (key_at(tokens, verb - 1) in _DANGERS)
        return list(range(first - (key_at(tokens, first - 1) in _RESTS), verb + 1))
    for place in range(verb - 1, max(at - 1, verb - 1 - _LONGEST_PLACE), -1):
        if tokens[place].key in _RESTS:
            return list(range(place, verb + 1))
        if tokens[place].kind != "word" and tokens[place].text != "،":
            break
    if stem_of(tokens[verb].key) != "بود":
        return [verb]
    left_out = verb - 1 > at and not is_plain(tokens, at) and is_plain(tokens, verb - 1)
    return [verb - 1, verb] if left_out else []  # «۹ نفر هنوز بلاتکلیف هستند»


def _having(tokens: list[Token], at: int, verb: int) -> list[int]:
    """Of «قرارداد موقت دارند», «در خطر اعدام قرار دارند», «کمتر از هجده سال داشتند» what they have or are in."""
    first = verb
    while first > at and verb - first < _LONGEST_PHRASE and is_plain(tokens, first - 1):
        if _counts(tokens, first - 1):
            break
        first -= 1
    before = first - 1
    if before >= at and _counts(tokens, before):
        if key_at(tokens, before + 1) not in DURATIONS:
            return list(range(before + 2, verb + 1)) if before + 2 < verb else []
        first = before - (key_at(tokens, before - 1) in {"زیر", "بالای"})
        first -= 2 * (key_at(tokens, first - 1) == "از" and key_at(tokens, first - 2) in {"کمتر", "بیش", "بیشتر"})
    elif key_at(tokens, before) in _RESTS and first < verb:
        first = before
    return list(range(max(first, at), verb + 1)) if first < verb else []


def _counts(tokens: list[Token], at: int) -> bool:
    return tokens[at].kind == "number" or tokens[at].key in SMALL
