"""What a Farsi number counts: the noun as printed, what befell those counted, and the unit of a measure."""

from __future__ import annotations

from bot.documents.figures.countings import Counted
from bot.documents.figures.farsi_fates import deed, fate_of, noun_at, saying
from bot.documents.figures.farsi_words import (
    ACTIONS,
    CLASSIFIERS,
    COUNTERS,
    DURATIONS,
    EVENTS,
    FATES,
    HEADS,
    HYPOTHETICAL,
    KNOWN,
    LASTING,
    MEASURES,
    MONEY,
    NO_FIGURES,
    PEOPLE,
    PERCENT,
    RHETORICAL,
    SENTENCING,
    SIGN_UNITS,
    STOP,
    TELLING,
    THINGS,
    VERBS,
)  # fmt: skip
from bot.documents.figures.number_words import SCALES
from bot.documents.figures.numerals import Numeral
from bot.documents.figures.tokens import Token, key_at, word_list

_MANY = 13  # from here on a number in words is meant as a number
_FAR = 14
_NEAR = 5
_PAY = word_list("حقوق مزد دستمزد دستمزدها دستمزدشان حقوقشان مزدشان")
_WITHHELD = ("نگرفته", "نشده", "نپرداخته", "نکرده", "نداده", "معوق", "عقبافتاده", "بدهکار")
_THEM = word_list("آنان آنها آن‌ها ایشان ما شما اینان")
_PASSIVE = word_list("شد شدند شده شده‌اند شده‌است می‌شود می‌شوند")
_LONGEST_HEAD = 5
_AMONG = word_list("جمله میان شامل")
_LEADS = word_list("به از را بیش بیشتر کمتر حدود نزدیک دستکم حداقل است بود بالغ در تا با قریب دست افزون مبلغ میزان")
_ENDS_HEAD = _LEADS | STOP


def count(tokens: list[Token], numeral: Numeral, *, listed: bool = False) -> Counted | None:
    """What *numeral* counts, or None where it counts nothing that a campaign reports.

    *listed* says that it goes on from a figure before it: «۳۰ خانه و دو مدرسه».
    """
    at = numeral.after
    key = key_at(tokens, at)
    if key in NO_FIGURES:
        return None
    unit = SIGN_UNITS.get(tokens[numeral.core].text)
    if not unit:
        unit = "درصد" if key in PERCENT else MONEY.get(key, "")
        if not unit and key in MEASURES and (not numeral.spelled or numeral.first < numeral.core):
            unit = tokens[at].text
        at += bool(unit)
    if unit:
        return _measure(tokens, numeral, at, unit)
    if key in DURATIONS and not numeral.vague:
        return _duration(tokens, numeral, at)
    if key == "برابر" and not numeral.vague:
        noun = noun_at(tokens, at + 1)
        return Counted(noun, unit="برابر") if noun else None
    return _things(tokens, numeral, at, listed)


def _measure(tokens: list[Token], numeral: Numeral, at: int, unit: str) -> Counted | None:
    head = _head(tokens, numeral)
    if head and not (unit == "درصد" and key_at(tokens, at) == "از"):
        return Counted(head, unit=unit)
    noun = noun_at(tokens, at + (key_at(tokens, at) in {"از", "برای"}))
    if numeral.vague and not any(tokens[each].key in HEADS for each in noun):
        return None
    if not noun:
        noun = _before(tokens, numeral)
    fate = fate_of(tokens, at, noun) if unit == "درصد" else []
    return Counted(noun, [] if set(fate) & set(noun) else fate, unit) if noun else None


def _duration(tokens: list[Token], numeral: Numeral, at: int) -> Counted | None:
    """Days of strike, years in prison; how long ago something was is no figure."""
    unit = DURATIONS[tokens[at].key]
    if key_at(tokens, at + 1) in {"پیش", "قبل", "بعد", "گذشته", "اخیر", "آینده", "ماه"}:
        return None
    wanted = SENTENCING if unit in {"سال", "ماه"} else LASTING
    near = range(max(0, numeral.first - 8), min(len(tokens), at + 8))
    places = [each for each in near if tokens[each].key in wanted and each not in range(numeral.first, at + 1)]
    if not places and (pay := _pay(tokens, numeral, at)):
        return Counted(pay, unit=unit)
    if not places or numeral.value == 1 or tokens[at].key == "ساله":
        return None
    place = min(places, key=lambda each: abs(each - at))
    noun = [place]
    if tokens[place].key == "قطع" and place > at and key_at(tokens, numeral.first - 1) not in STOP and numeral.first:
        noun = [numeral.first - 1, place]
    return Counted(noun, unit=unit)


def _pay(tokens: list[Token], numeral: Numeral, at: int) -> list[int]:
    """Of «سه ماه است مزد نگرفته‌اند» and «حقوق چهار ماه پرداخت نشده» the wages."""
    near = range(max(0, numeral.first - _NEAR), min(len(tokens), at + _FAR))
    pay = next((each for each in near if tokens[each].key in _PAY), None)
    withheld = any(tokens[each].key.startswith(_WITHHELD) for each in near)
    return [pay] if pay is not None and withheld else []


def _things(tokens: list[Token], numeral: Numeral, at: int, listed: bool) -> Counted | None:
    classified = key_at(tokens, at) in CLASSIFIERS
    noun, start = _countednoun_at(tokens, at, classified)
    end = noun[-1] + 1 if noun else start
    event = _event(tokens, numeral)
    head = [] if event else _told_head(tokens, numeral) or (_head(tokens, numeral) if not noun else [])
    place = key_at(tokens, numeral.first - 1) == "در" and noun and tokens[noun[0]].key in THINGS - PEOPLE
    fate = [] if event or place else fate_of(tokens, end, noun)
    if head and (not fate or key_at(tokens, numeral.first - 1) == "را"):
        return Counted(head, like=len(head) == 1 and tokens[head[0]].key in {"شمار", "تعداد", "رقم"})
    if not (noun or classified or fate or event):
        return None
    told = any(token.key in TELLING for token in tokens[max(0, numeral.first - _FAR) : numeral.end + 5])
    people = classified or any(tokens[each].key in PEOPLE for each in noun)
    befallen = bool(noun) and tokens[noun[-1]].key in FATES
    said = [] if fate or event or place or befallen or not people else deed(tokens, end)
    if not _is_reported(tokens, numeral, noun, classified, happened=bool(fate or event or listed), said=bool(said)):
        return None
    if noun or fate or event:
        return Counted(noun, fate, event=event, saying=said)
    said = [] if told else said or saying(tokens, start)
    return Counted([at], saying=said, like=not said)


def _countednoun_at(tokens: list[Token], at: int, classified: bool) -> tuple[list[int], int]:
    start = at + 1 if classified or key_at(tokens, at) in COUNTERS else at
    start += key_at(tokens, start) == "دیگر"
    partitive = key_at(tokens, start) == "از"
    if partitive and key_at(tokens, start + 1) in _THEM:
        return noun_at(tokens, start + 2), start + 2  # «هفت تن از آنان کارگر بودند»
    noun = noun_at(tokens, start + partitive)
    if partitive and not any(_is_plural(tokens[each]) for each in noun):
        noun = []
    if not noun and key_at(tokens, at) in COUNTERS:
        return [at], start
    return noun, start


def _told_head(tokens: list[Token], numeral: Numeral) -> list[int]:
    """Of «شمار کوچه‌های دارای نگهبان را ۶۳ کوچه» what the number is given of."""
    before = key_at(tokens, numeral.first - 1)
    head = _head(tokens, numeral) if before == "را" else []
    return head if head and tokens[head[0]].key in {"شمار", "تعداد", "آمار", "رقم"} else []


def _is_plural(token: Token) -> bool:
    return token.key in PEOPLE | THINGS or token.key.endswith(("ان", "ها", "های", "ین"))


def _is_reported(
    tokens: list[Token], numeral: Numeral, noun: list[int], classified: bool, *, happened: bool, said: bool
) -> bool:
    """Whether a number with its noun is a figure rather than a manner of speaking."""
    kinds = {tokens[each].key for each in noun[:2]}
    if kinds & RHETORICAL and not kinds & PEOPLE and not classified:
        return False
    around = tokens[max(0, numeral.first - _FAR) : numeral.first] + tokens[numeral.core : numeral.end + _FAR]
    if any(token.key in HYPOTHETICAL for token in around):
        return not numeral.spelled and happened
    if not numeral.spelled:
        return True
    acts = any(token.key in ACTIONS for token in around)
    passive = bool(noun) and _is_done(tokens, noun[-1] + 1)
    return _is_meant(tokens, numeral, kinds, classified, happened=happened or passive, acts=acts or said)


def _is_done(tokens: list[Token], at: int) -> bool:
    """Whether something was done to what ends before token *at*: «دوازده لپ‌تاپ ضبط شد»."""
    for each in range(at, min(at + _NEAR, len(tokens))):
        if tokens[each].kind != "word":
            return False
        if tokens[each].key in _PASSIVE and each > at:
            return True
    return False


def _is_meant(
    tokens: list[Token], numeral: Numeral, kinds: set[str], classified: bool, *, happened: bool, acts: bool
) -> bool:
    """Whether a number in words is meant as a number."""
    before = key_at(tokens, numeral.first - 1)
    known = bool(kinds & (PEOPLE | THINGS))
    if before in KNOWN or (numeral.value == 1 and not (classified and happened)):
        return False
    if numeral.vague:
        return (happened or acts) and (classified or known)
    if happened or classified:
        return True
    large = (numeral.value or numeral.high or 0) >= _MANY
    if known:
        around = tokens[max(0, numeral.first - _FAR) : numeral.end + _FAR]
        acts = acts or any(token.key in FATES | SENTENCING for token in around)
        return acts or large or numeral.first < numeral.core or before in _AMONG
    alone = numeral.end == numeral.core + 1 and tokens[numeral.core].key in SCALES  # «هزار آرزو»
    return bool(kinds) and (numeral.first < numeral.core or (large and not alone))


def _event(tokens: list[Token], numeral: Numeral) -> list[int]:
    at = numeral.first - 1
    if key_at(tokens, at) not in EVENTS:
        return []
    return [at - 1, at] if tokens[at].key == "شدن" and at else [at]


def _head(tokens: list[Token], numeral: Numeral) -> list[int]:
    """The noun before the number that is measured: «شمار کشته‌شدگان به … رسید»."""
    for at in range(numeral.first - 1, max(-1, numeral.first - _FAR), -1):
        token = tokens[at]
        if token.text in ".؛;:!؟" or token.key in VERBS:
            return []
        if token.kind == "number" and key_at(tokens, numeral.first - 1) != "به":
            return []
        if token.key in HEADS:
            return _head_at(tokens, at, numeral.first)
    return []


def _head_at(tokens: list[Token], at: int, before: int) -> list[int]:
    first = at
    while first and tokens[first - 1].key in HEADS:
        first -= 1
    end = at + 1
    while end < min(before, at + _LONGEST_HEAD) and tokens[end].kind == "word" and tokens[end].key not in _ENDS_HEAD:
        end += 1
    return list(range(first, end))


def _before(tokens: list[Token], numeral: Numeral) -> list[int]:
    at = numeral.first - 1
    while key_at(tokens, at) in _LEADS:
        at -= 1
    found: list[int] = []
    while at >= 0 and tokens[at].kind == "word" and tokens[at].key not in STOP and len(found) < 3:
        found.insert(0, at)
        at -= 1
    return found
