"""English shares, sums, times and measures: the unit, and what is measured."""

from __future__ import annotations

from bot.documents.figures.countings import Counted
from bot.documents.figures.english_fates import fate_after, subject
from bot.documents.figures.english_nouns import noun_phrase
from bot.documents.figures.english_words import (
    DURATION,
    FUNCTION,
    HEADS,
    LASTING,
    MEASURES,
    MONEY,
    PAST_SPANS,
    PERCENT,
    SENTENCING,
    SIGN_UNITS,
    STRAIGHT,
)
from bot.documents.figures.number_words import DASHES
from bot.documents.figures.numerals import Numeral
from bot.documents.figures.tokens import Token, key_at, word_list

_NEAR = 8
_FAR = 12
_NEAR_PAY = 5
_PAY = word_list("paid pay wages wage salary salaries paycheck arrears")
_WITHHELD = word_list("not without never no owe owes owed unpaid back haven't hasn't withheld arrears missing")
_LONGEST_BEFORE = 4
_LONGEST_COMPARISON = 6


def measured(tokens: list[Token], numeral: Numeral) -> Counted | bool:
    """What *numeral* measures; False where it measures nothing, True where it measures what is no figure."""
    sign = SIGN_UNITS.get(tokens[numeral.core].text) or SIGN_UNITS.get(key_at(tokens, numeral.core - 1))
    at = numeral.after + (key_at(tokens, numeral.after) in DASHES)
    key = key_at(tokens, at)
    if sign != "percent" and (key in PERCENT or (key == "per" and key_at(tokens, at + 1) == "cent")):
        at += 1 + (key == "per")
        sign = "percent"
    if sign:
        return _share(tokens, numeral, at + (key_at(tokens, at) in {"points", "point"}), sign) or True
    if unit := _currency(tokens, at, numeral):
        return _share(tokens, numeral, at + unit[1], unit[0]) or True
    while key_at(tokens, at) in STRAIGHT and key_at(tokens, at + 1) in DURATION:
        at += 1
    key = key_at(tokens, at)
    if key in DURATION:
        return (not numeral.vague and _duration(tokens, numeral, at)) or True
    if key == "times":
        return _comparison(tokens, numeral, at) or True
    if key in MEASURES and not numeral.spelled:
        end = at + 1 + (key_at(tokens, at + 1) in MEASURES)
        return _share(tokens, numeral, end, " ".join(token.text for token in tokens[at:end])) or True
    return False


def _currency(tokens: list[Token], at: int, numeral: Numeral) -> tuple[str, int] | None:
    """The unit of a sum and how many tokens it takes: "dollars", "of dollars", "U.S. dollars", "-toman"."""
    start = at
    if numeral.vague and key_at(tokens, at) == "of":
        at += 1
    american = key_at(tokens, at) in {"us", "u.s.", "american"}
    at += american
    at += key_at(tokens, at) in DASHES
    unit = MONEY.get(key_at(tokens, at))
    if not unit:
        return None
    return f"US {unit}" if american and unit == "dollars" else unit, at + 1 - start


def _share(tokens: list[Token], numeral: Numeral, at: int, unit: str) -> Counted | None:
    """A share or sum: of what, from the words after it or the subject before it."""
    start = at
    if key_at(tokens, at) in {"of", "in", "on"} or (unit != "percent" and key_at(tokens, at) in {"worth", "for"}):
        start = at + 1 + (key_at(tokens, at + 1) == "of")
        start += key_at(tokens, start) in {"the", "all", "its", "their", "those"}
    before = subject(tokens, numeral)
    head = any(tokens[place].key in HEADS for place in before)
    after = noun_phrase(tokens, start)
    if numeral.vague and not (head or any(tokens[place].key in HEADS for place in after)):
        return None
    if before and (head or not after):
        return Counted(before, unit=unit)
    if not after:
        return Counted([], unit=unit, like=True) if unit == "percent" else _said_before(tokens, numeral, unit)
    close = start == at or key_at(tokens, at) == "of"
    return Counted(after, fate_after(tokens, after) if close else [], unit)


def _said_before(tokens: list[Token], numeral: Numeral, unit: str) -> Counted | None:
    """Of a sum that nothing names, the words right before it: "company made"."""
    first = numeral.first
    while first and numeral.first - first < _LONGEST_BEFORE and tokens[first - 1].kind == "word":
        if tokens[first - 1].key in FUNCTION:
            break
        first -= 1
    return Counted(list(range(first, numeral.first)), unit=unit) if first < numeral.first else None


def _comparison(tokens: list[Token], numeral: Numeral, at: int) -> Counted | None:
    """Of "60 times the number of people killed" the number of people killed."""
    if numeral.vague or key_at(tokens, at + 1) not in {"more", "higher", "the", "as", "greater", "that"}:
        return None
    place = at + 1
    words: list[int] = []
    while place < len(tokens) and tokens[place].kind == "word" and len(words) < _LONGEST_COMPARISON:
        if tokens[place].key in FUNCTION - {"the", "of", "more", "than"}:
            break
        words.append(place)
        place += 1
    return Counted(words, unit="times") if words else None


def _duration(tokens: list[Token], numeral: Numeral, at: int) -> Counted | None:
    """Days of strike, years in prison; how long ago or how long something has been so is no figure."""
    unit = DURATION[tokens[at].key]
    if key_at(tokens, numeral.first - 1) in PAST_SPANS or key_at(tokens, at + 1) in {"ago", "later", "after", "before"}:
        return None
    wanted = SENTENCING if unit in {"years", "months"} else LASTING
    near = [each for each in range(numeral.first - _NEAR, at + _NEAR) if key_at(tokens, each) in wanted]
    if not near and (pay := _pay(tokens, numeral, at)):
        return Counted(pay, unit=unit)
    if not near and tokens[at - 1].key in STRAIGHT:
        return Counted([at - 1, at], unit=unit)
    if not near or numeral.value == 1:
        return None
    place = at + 1 + (key_at(tokens, at + 1) in {"’", "'"})
    start = place + (key_at(tokens, place) == "of")
    inside = key_at(tokens, start) in {"in", "behind"} and start + 1 < len(tokens)
    words = [start, start + 1] if inside else noun_phrase(tokens, start)
    if any(tokens[each].key in wanted for each in words):
        return Counted(words, unit=unit)
    before = subject(tokens, numeral)
    return Counted(before or [min(near, key=lambda each: abs(each - at))], unit=unit)


def _pay(tokens: list[Token], numeral: Numeral, at: int) -> list[int]:
    """What says that wages were withheld so long: "not been paid for", "months of wages", "without pay"."""
    near = range(max(0, numeral.first - _FAR), min(len(tokens), at + _NEAR_PAY))
    pay = next((each for each in near if tokens[each].key in _PAY), None)
    withheld = any(tokens[each].key in _WITHHELD for each in near)
    return [pay] if pay is not None and withheld else []
