"""How long something lasts in a Farsi sentence: days of strike, months without wages, years in prison."""

from __future__ import annotations

from bot.documents.figures.countings import Counted
from bot.documents.figures.farsi_verbs import is_finite
from bot.documents.figures.farsi_words import CLASSIFIERS, DURATIONS, LASTING, PEOPLE, SENTENCING, STOP
from bot.documents.figures.number_words import SMALL, VAGUE
from bot.documents.figures.numerals import Numeral
from bot.documents.figures.tokens import Token, key_at, word_list

_FAR = 14
_NEAR = 5
_PAY = word_list("حقوق مزد دستمزد دستمزدها دستمزدشان حقوقشان مزدشان حقوقمان مزدمان معوقات")
_WITHHELD = ("نگرفته", "نشده", "نپرداخته", "نکرده", "نداده", "معوق", "عقبافتاده", "بدهکار", "طلب")
_AGO = word_list("پیش قبل بعد گذشته اخیر آینده ماه")
_TOGETHER = word_list("مجموع مجموعا مجموعاً جمعا جمعاً رویهم روی_هم هم")
_ENDS = frozenset(".؛;:!؟?")


def count_duration(tokens: list[Token], numeral: Numeral, at: int) -> Counted | None:
    """What lasts so long; None where the number tells how long ago something was, or of one person's sentence."""
    unit = DURATIONS[tokens[at].key]
    if key_at(tokens, at + 1) in _AGO:
        return None
    wanted = SENTENCING if unit in {"سال", "ماه"} else LASTING
    near = range(max(0, numeral.first - 8), min(len(tokens), at + 8))
    places = [each for each in near if tokens[each].key in wanted and each not in range(numeral.first, at + 1)]
    if not places and (pay := _pay(tokens, numeral, at)):
        return Counted(pay, unit=unit)
    if not places or numeral.value == 1 or tokens[at].key == "ساله":
        return None
    if wanted is SENTENCING and not _is_of_several(tokens, numeral, at):
        return None
    place = min(places, key=lambda each: abs(each - at))
    noun = [place]
    if tokens[place].key == "قطع" and place > at and key_at(tokens, numeral.first - 1) not in STOP and numeral.first:
        noun = [numeral.first - 1, place]
    return Counted(noun, unit=unit)


def _pay(tokens: list[Token], numeral: Numeral, at: int) -> list[int]:
    """Of «سه ماه است مزد نگرفته‌اند» and «حقوق چهار ماه پرداخت نشده» the wages."""
    after = range(at + 1, min(len(tokens), at + _FAR))
    end = next((each for each in after if tokens[each].kind == "number" or tokens[each].key in SMALL), at + _FAR)
    near = range(max(0, numeral.first - _NEAR), min(len(tokens), end))
    pay = next((each for each in near if tokens[each].key in _PAY), None)
    withheld = next((each for each in near if tokens[each].key.startswith(_WITHHELD)), None)
    if key_at(tokens, at + 1) in _PAY:
        return [at + 1]  # «سه ماه دستمزد»
    if pay is None or withheld is None:
        return []
    return [pay, withheld] if withheld == pay + 1 else [pay]


def _is_of_several(tokens: list[Token], numeral: Numeral, at: int) -> bool:
    """Whether the sentence is that of counted people, in the same clause: «چهار معلم به ۳۱ سال», not «او به ۶ سال»."""
    first = numeral.first
    while first > 0 and tokens[first - 1].text not in _ENDS and not is_finite(tokens, first - 1):
        first -= 1
    end = at + 1
    while end < len(tokens) and tokens[end].text not in _ENDS and not is_finite(tokens, end):
        end += 1
    if any(tokens[each].key in _TOGETHER for each in range(first, numeral.first)):
        return True
    places = [*range(first, numeral.first), *range(at + 1, end)]
    return any(_counts_people(tokens, each) for each in places)


def _counts_people(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    several = token.key in VAGUE or SMALL.get(token.key, 0) > 1 or (token.kind == "number" and token.key != "1")
    return several and any(key_at(tokens, at + each) in PEOPLE | CLASSIFIERS for each in (1, 2))
