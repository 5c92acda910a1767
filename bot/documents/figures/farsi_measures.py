"""What a Farsi share, sum or measure is of: «افزایش ۲۱ درصدی حقوق», «خط فقر از ۳۰ میلیون تومان گذشت»."""

from __future__ import annotations

from dataclasses import dataclass

from bot.documents.figures.countings import Counted
from bot.documents.figures.farsi_fates import Said
from bot.documents.figures.farsi_nouns import before_number, is_head, noun_at, topic
from bot.documents.figures.farsi_verbs import is_negative, stem_of
from bot.documents.figures.farsi_words import MEASURES, MONEY, PERCENT, SIGN_UNITS
from bot.documents.figures.numerals import Numeral
from bot.documents.figures.tokens import Token, key_at, word_list

_SHARE = "درصد"
_CHANGES = word_list("افزایش کاهش رشد نرخ")
_REACHES = word_list("رسید گذشت بود دانست شمرد نوشت")


@dataclass(frozen=True)
class Unit:
    """A unit in words, the token behind it, and whether it is an adjective: «درصدی», «تومانی»."""

    name: str
    end: int
    bound: bool = False


def unit_at(tokens: list[Token], numeral: Numeral) -> Unit | None:
    """The unit that the number is in, where it is a share, a sum of money or a measure."""
    at = numeral.after
    key = key_at(tokens, at)
    if sign := SIGN_UNITS.get(tokens[numeral.core].text):
        return Unit(sign, at)
    name = _SHARE if key in PERCENT or key.startswith(_SHARE) else MONEY.get(key, "")
    if not name and key in MEASURES and (not numeral.spelled or numeral.first < numeral.core):
        name = tokens[at].text
    return Unit(name, at + 1, key.endswith("ی") and key_at(tokens, at + 1) != "از") if name else None


def measure(tokens: list[Token], numeral: Numeral, unit: Unit, said: Said) -> Counted | None:
    """What the share, sum or measure is of: the noun after it, or else what its clause is about; None where nothing."""
    if numeral.value == 1 and numeral.spelled:
        return None  # «یک ریال نداده‌اند»
    noun = noun_at(tokens, unit.end + (key_at(tokens, unit.end) in {"از", "برای"}), said.begin)
    bound = bound_before(tokens, numeral)
    if unit.bound and bound:
        return Counted([*bound, *noun], unit=unit.name)
    if said.fate and is_head(tokens, said.fate[0]) and unit.name != _SHARE:
        return Counted(said.fate[:1], unit=unit.name)  # «۴ میلیارد تومان وثیقه گذاشتند»
    own = bool(noun) and (unit.name in {_SHARE, *MONEY.values()} or is_head(tokens, noun[0]))
    about = [] if own else topic(tokens, numeral)
    if numeral.vague and not any(is_head(tokens, each) for each in about + noun):
        return None
    return _of(tokens, unit, about, noun, [] if numeral.vague else said.fate, bound)


def _of(
    tokens: list[Token], unit: Unit, about: list[int], noun: list[int], fate: list[int], bound: list[int]
) -> Counted | None:
    if about:
        if unit.name == _SHARE and fate and tokens[fate[0]].key in _CHANGES:
            return Counted(about, unit=unit.name, event=fate[:1])  # «تورم ۱۲ درصد افزایش یافت»
        told = unit.name == _SHARE or not any(is_head(tokens, each) for each in about)
        return Counted(about, fate if told and not only_reaches(tokens, fate) else [], unit.name)
    if noun or fate:
        return Counted(noun, fate if unit.name == _SHARE or not noun else [], unit.name)
    return Counted(bound, unit=unit.name) if bound else None


def only_reaches(tokens: list[Token], fate: list[int]) -> bool:
    """Whether it only says that the sum is so: «رسیده است», «گذشت»."""
    reaches = any(stem_of(tokens[each].key) in _REACHES and not is_negative(tokens[each]) for each in fate)
    return reaches and len(fate) < 3


def bound_before(tokens: list[Token], numeral: Numeral) -> list[int]:
    """Of «افزایش ۲۱ درصدی» and «جریمهٔ دو میلیون تومانی» the noun that the number belongs to."""
    end = before_number(tokens, numeral) + 1
    if not noun_at(tokens, end - 1, end):
        return []
    first = end - 1
    while first and (tokens[first - 1].text.endswith(("ٔ", "ه‌ی")) or tokens[first - 1].key in _CHANGES):
        first -= 1
    return list(range(first, end))
