"""What a Farsi number counts: the noun as printed, what befell those counted, and the unit of a measure."""

from __future__ import annotations

from dataclasses import dataclass

from bot.documents.figures.countings import Counted
from bot.documents.figures.farsi_clauses import is_asked, is_denied
from bot.documents.figures.farsi_durations import count_duration
from bot.documents.figures.farsi_fates import Said, said_of
from bot.documents.figures.farsi_manners import around, is_reported
from bot.documents.figures.farsi_measures import bound_before, measure, only_reaches, unit_at
from bot.documents.figures.farsi_nouns import (
    before_number,
    is_head,
    is_people,
    label_before,
    noun_at,
    partitive_at,
    past_them,
    topic,
)
from bot.documents.figures.farsi_verbs import is_copula, is_finite, stem_of
from bot.documents.figures.farsi_words import (
    CLASSIFIERS,
    COUNTERS,
    DURATIONS,
    EVENTS,
    FATES,
    HYPOTHETICAL,
    LABELS,
    NO_FIGURES,
    OF_SO_MANY,
    PREPOSITIONS,
    SAID,
    SCORES,
    THINGS,
)
from bot.documents.figures.moments import is_month
from bot.documents.figures.numerals import Numeral
from bot.documents.figures.tokens import Token, key_at, word_list

_TOTALS = word_list("شمار تعداد رقم آمار مجموع")
_THIS = word_list("این آن")
_LIMIT = "مرز"
_OF = word_list("از")
_WITHIN = word_list("میان بین جمع")
_ROLES = PREPOSITIONS | word_list("را")
_INFINITIVES = ("دن", "تن")
_ARE = ("ند", "یم")
_PLURALS = ("ان", "ها", "های", "ین")
_EZAFES = ("ٔ", "ه‌ی", "های")


@dataclass(frozen=True)
class _Thing:
    """What stands after a number: the noun, whether a classifier stands before it, and what the clause says of it."""

    noun: list[int]
    classified: bool
    said: Said


def count(tokens: list[Token], numeral: Numeral, *, listed: bool = False) -> Counted | None:
    """What *numeral* counts, or None where it counts nothing that a campaign reports.

    *listed* says that it goes on from a figure before it: «۳۰ خانه و دو مدرسه».
    """
    at = numeral.after
    key = key_at(tokens, at)
    if _counts_nothing(tokens, numeral):
        return None
    if unit := unit_at(tokens, numeral):
        of_whom = 2 * (key_at(tokens, unit.end) == "از")
        return measure(tokens, numeral, unit, _said(tokens, numeral, unit.end + of_whom, bare=True))
    if key in DURATIONS and not numeral.vague:
        return count_duration(tokens, numeral, at)
    if key in OF_SO_MANY:  # «تجمع ۳۰۰ نفرهٔ کارگران», but not «گروه شش نفره»
        noun = [] if numeral.spelled else bound_before(tokens, numeral)
        return Counted([*noun, *noun_at(tokens, at + 1)]) if noun else None
    if key == "برابر" and not numeral.vague:
        noun = topic(tokens, numeral) or noun_at(tokens, at + 1)
        return Counted(noun, unit="برابر") if noun else None
    return _things(tokens, numeral, listed=listed)


def _counts_nothing(tokens: list[Token], numeral: Numeral) -> bool:
    """Whether a day, a time, a foreign word or the readers of a page are told: «هشت مارس», «۳ بعد از ظهر»."""
    at = numeral.after
    if at >= len(tokens):
        return _is_score(tokens, numeral)
    foreign = tokens[at].kind == "word" and tokens[at].key.isascii()
    afternoon = tokens[at].key == "بعد" and key_at(tokens, at + 2) == "ظهر"
    scored = tokens[at].key in NO_FIGURES or _is_score(tokens, numeral)
    # «دستمزد به ۱۲ میلیون تومان هم نمی‌رسد»
    denied = key_at(tokens, numeral.first - 1) in {"به", "از"} and is_denied(tokens, at)
    untold = denied or foreign or afternoon or scored or is_asked(tokens, at)
    return untold or is_month(tokens[at]) or _is_name(tokens, numeral)


def _is_name(tokens: list[Token], numeral: Numeral) -> bool:
    """Whether a place is called so: «ایستگاه ۴», but not «در خوابگاه ۴۰ دانشجو»."""
    if key_at(tokens, numeral.first - 1) not in LABELS or numeral.first < numeral.core:
        return False
    return not (tokens[numeral.after].key in CLASSIFIERS | COUNTERS | THINGS or is_people(tokens[numeral.after]))


def _is_score(tokens: list[Token], numeral: Numeral) -> bool:
    """Whether a site counts its readers: «تعداد بازدید: ۳۴۱۲», «امتیاز: ۵»."""
    before = key_at(tokens, numeral.first - 1)
    return before in SCORES or (before == ":" and key_at(tokens, numeral.first - 2) in SCORES)


def _said(tokens: list[Token], numeral: Numeral, at: int, *, bare: bool) -> Said:
    """What befell those counted; what is only a place or an instrument of the clause has no share in its verb."""
    said = said_of(tokens, at, bare=bare)
    before = numeral.first - 1
    of_place = before > 0 and tokens[before].text.endswith(_EZAFES) and key_at(tokens, before - 1) in PREPOSITIONS
    return Said([], said.begin) if of_place or key_at(tokens, before) in PREPOSITIONS else said


def _things(tokens: list[Token], numeral: Numeral, *, listed: bool) -> Counted | None:
    thing = _thing_at(tokens, numeral)
    event = _event(tokens, numeral)
    # «سخنگوی دولت: ۷ نفر کشته شدند» tells who says it, «کشته: ۷ نفر» what became of them.
    label = [] if thing.said.fate else label_before(tokens, numeral)
    if about := [] if event else _about(tokens, numeral, thing):
        return _told_of(tokens, numeral, about, thing.said.fate)
    if not (thing.noun or thing.classified or label) or (event and _is_year(tokens, numeral, thing)):
        return None
    fate = [] if event else thing.said.fate
    told = listed or bool(event or label)
    if not is_reported(tokens, numeral, thing.noun, fate, classified=thing.classified, listed=told):
        return None
    noun = _with_classifier(tokens, numeral.after, thing)
    if label:
        stands = any(tokens[each].key in FATES for each in noun)
        own = [each for each in noun if tokens[each].key not in CLASSIFIERS | COUNTERS]
        return Counted(noun if stands else [*label, *own])
    if event:
        return Counted([each for each in noun if tokens[each].key not in CLASSIFIERS | _OF], event=event)
    alone = noun == [numeral.after] and not fate and tokens[noun[0]].key in CLASSIFIERS
    return Counted(noun, [each for each in fate if each not in noun], like=alone)


def _is_year(tokens: list[Token], numeral: Numeral, thing: _Thing) -> bool:
    """Whether a happening is told by its year: «کشتار ۶۷»."""
    value = numeral.value or 0
    named = any(is_people(tokens[each]) or tokens[each].key in THINGS for each in thing.noun[:1])
    return not (numeral.spelled or thing.classified or named) and numeral.first == numeral.core and 10 <= value < 100


def _thing_at(tokens: list[Token], numeral: Numeral) -> _Thing:
    at = numeral.after
    classified = key_at(tokens, at) in CLASSIFIERS | COUNTERS
    start = at + classified
    start = past_them(tokens, start + (key_at(tokens, start) == "دیگر"))
    place = key_at(tokens, numeral.first - 1) == "در"
    of_whom = 2 * bool(partitive_at(tokens, start))
    said = _said(tokens, numeral, start + of_whom, bare=classified or bool(of_whom))
    if classified and key_at(tokens, at).endswith(_ARE):
        said = Said([], start)  # «۸۵ نفریم و …»
    noun = partitive_at(tokens, start, said.begin)[not classified :]
    noun = noun or noun_at(tokens, start, said.begin, place=place)
    apart = key_at(tokens, at) in CLASSIFIERS and key_at(tokens, numeral.first - 1) in PREPOSITIONS
    if apart and noun and tokens[noun[0]].key != "از" and not is_people(tokens[noun[0]]):
        noun = []  # «برای دویست نفر غذا می‌پزیم»
    return _Thing(noun, classified, said)


def _told_of(tokens: list[Token], numeral: Numeral, about: list[int], fate: list[int]) -> Counted | None:
    if any(token.key in HYPOTHETICAL for token in around(tokens, numeral)):
        return None
    total = tokens[about[0]].key in _TOTALS
    return Counted(about, [] if total or only_reaches(tokens, fate) else fate, like=total and len(about) == 1)


def _with_classifier(tokens: list[Token], at: int, thing: _Thing) -> list[int]:
    """The classifier is said where no noun follows it: «۹ نفر», «۷ نفر از معلمان», «۴ هزار واحد مسکونی»."""
    if not thing.classified:
        return thing.noun
    first = thing.noun[0] if thing.noun else at
    named = is_people(tokens[first]) and not tokens[first].key.endswith("شده")  # «۳۰ نفر دستگیرشده»
    known = bool(thing.noun) and (named or tokens[first].key in THINGS)
    return thing.noun if known else [at, *thing.noun]


def _about(tokens: list[Token], numeral: Numeral, thing: _Thing) -> list[int]:
    """What a number without a noun of its own is told of: «شمار کشته‌شدگان به ۴۰ نفر رسید», «از ما هفت نفر رفتند»."""
    before = key_at(tokens, numeral.first - 1)
    before = key_at(tokens, numeral.first - 2) if before == _LIMIT else before
    found = topic(tokens, numeral) if not thing.noun or before in {"را", "به", "از"} else []
    if thing.noun:
        return found if found and tokens[found[0]].key in _TOTALS else []
    begin, fate = thing.said.begin, thing.said.fate
    named = before == "از" and begin < len(tokens) and tokens[begin].key in SAID
    if before == "را" or named:
        return [] if named else found
    told = any(is_head(tokens, each) for each in found)
    if not thing.classified:
        pointed = bool(found) and tokens[found[0]].key in _THIS | _TOTALS
        return found if before in {"به", "از"} and (told or pointed) else []
    copula = key_at(tokens, numeral.after).endswith(_ARE) or (bool(fate) and is_copula(tokens[fate[-1]]))
    reached = told or copula or before in {"به", "از", "با", "بر", "است"}
    return found if reached else _from_whom(tokens, numeral)


def _from_whom(tokens: list[Token], numeral: Numeral) -> list[int]:
    """Of «از همکاران ما چهار نفر رفتند» the colleagues."""
    end = before_number(tokens, numeral) + 1
    for at in range(end - 1, max(-1, end - 7), -1):
        if key_at(tokens, at) == "از":
            whole = list(range(at + 1 + (key_at(tokens, at + 1) in _WITHIN), end))
            plural = any(tokens[each].key.endswith(_PLURALS) and tokens[each].key not in _THIS for each in whole[:1])
            return whole if plural else []
        if tokens[at].kind != "word" or is_finite(tokens, at) or (tokens[at].key in _ROLES and at < end - 1):
            return []
    return []


def _event(tokens: list[Token], numeral: Numeral) -> list[int]:
    """The happening that the number is bound to: «کشته شدن ۱۸ نفر», «تعطیلی ۶۰ کارگاه»."""
    at = numeral.first - 1
    if at < 0 or tokens[at].kind != "word" or key_at(tokens, at + 1) == ":":
        return []
    if tokens[at].key.endswith(_INFINITIVES) and stem_of(tokens[at].key[:-1]):
        light = at > 0 and tokens[at - 1].kind == "word" and tokens[at - 1].key not in _ROLES
        return [at - 1, at] if light else [at]
    first = at + 1
    while first > 0 and tokens[first - 1].key in EVENTS:
        first -= 1
    return list(range(first, at + 1))  # «حکم اعدام ۴ زندانی»
