"""English shares, sums, times and measures: the unit, and what is measured."""

from __future__ import annotations

from bot.documents.figures.countings import Counted
from bot.documents.figures.english_fates import fate_after, noun_before, subject
from bot.documents.figures.english_nouns import is_plain_end, noun_phrase
from bot.documents.figures.english_sayings import saying
from bot.documents.figures.english_sums import currency, said_before, sum_of
from bot.documents.figures.english_verbs import AUXILIARIES
from bot.documents.figures.english_words import (
    ADVERBS,
    DURATION,
    FUNCTION,
    HEADS,
    LASTING,
    MEASURES,
    PAST_SPANS,
    PERCENT,
    SENTENCING,
    SIGN_UNITS,
    STRAIGHT,
    WHOSE,
)
from bot.documents.figures.number_words import DASHES, SMALL
from bot.documents.figures.numerals import Numeral
from bot.documents.figures.tokens import Token, key_at, word_list

_NEAR = 8
_FAR = 12
_NEAR_PAY = 5
_NEAR_NOT = 3
_NOT = word_list("not never haven't hasn't without no")
_PAY = word_list("paid pay wages wage salary salaries paycheck arrears")
_WITHHELD = word_list("not without never no owe owes owed unpaid back haven't hasn't withheld arrears missing")
_LONGEST_COMPARISON = 6
_COMPARATIVES = word_list("less more higher lower fewer cheaper dearer larger smaller above below")
_DIMENSIONS = word_list("long wide high deep tall thick away apart across")
_SITTING = frozenset((one, "-") for one in ("sit", "walk", "lock"))
_CUSTODY = SENTENCING | word_list("solitary detention custody confinement arrest")
_SEVERAL = word_list("total together combined altogether sentences terms each were are they them those their")


def measured(tokens: list[Token], numeral: Numeral) -> Counted | bool:
    """What *numeral* measures; False where it measures nothing, True where it measures what is no figure."""
    sign = SIGN_UNITS.get(tokens[numeral.core].text) or SIGN_UNITS.get(key_at(tokens, numeral.core - 1))
    at = numeral.after + (key_at(tokens, numeral.after) in DASHES)
    key = key_at(tokens, at)
    if sign != "percent" and (key in PERCENT or (key == "per" and key_at(tokens, at + 1) == "cent")):
        at += 1 + (key == "per")
        sign = "percent"
    if sign == "percent":
        return _share(tokens, numeral, at + (key_at(tokens, at) in {"points", "point"}), sign) or True
    if sign:
        return sum_of(tokens, numeral, at, sign) or True
    if unit := currency(tokens, at, numeral):
        return sum_of(tokens, numeral, at + unit[1], unit[0]) or True
    return _time_or_size(tokens, numeral, at)


def _time_or_size(tokens: list[Token], numeral: Numeral, at: int) -> Counted | bool:
    while key_at(tokens, at) in STRAIGHT and key_at(tokens, at + 1) in DURATION:
        at += 1
    key = key_at(tokens, at)
    if key in DURATION and not _is_compound(tokens, numeral, at):
        return (not numeral.vague and _duration(tokens, numeral, at)) or True
    if key == "times":
        return _comparison(tokens, numeral, at) or True
    if key in MEASURES and not numeral.spelled:
        end = at + 1 + (key_at(tokens, at + 1) in MEASURES)
        past = end + (key_at(tokens, end) in _DIMENSIONS)
        return _share(tokens, numeral, past, " ".join(token.text for token in tokens[at:end])) or True
    return False


def _is_compound(tokens: list[Token], numeral: Numeral, at: int) -> bool:
    """Whether "day" only describes what is counted: "620 day labourers"."""
    alone = key_at(tokens, at) == DURATION[tokens[at].key].removesuffix("s") and at == numeral.after
    return alone and numeral.value != 1 and key_at(tokens, at + 1) not in DASHES and not is_plain_end(tokens, at + 1)


def _share(tokens: list[Token], numeral: Numeral, at: int, unit: str) -> Counted | None:
    """A share or measure: of what, from the words after it or the subject before it."""
    start = at
    if key_at(tokens, at) in {"of", "in", "on"}:
        start = at + 1 + (key_at(tokens, at + 1) == "of")
        start += key_at(tokens, start) in WHOSE
    before = subject(tokens, numeral)
    head = any(tokens[place].key in HEADS for place in before)
    if key_at(tokens, start) in _COMPARATIVES:
        return Counted(_compared_noun(tokens, numeral) or before, saying=_compared(tokens, start), unit=unit)
    after = _owned_noun(tokens, start)
    if numeral.vague and not (head or any(tokens[place].key in HEADS for place in after)):
        return None
    if before and (head or not after):
        return Counted(before, unit=unit)
    if not after:
        fate = fate_after(tokens, [], start)
        return Counted([], fate, unit=unit, like=not fate) if unit == "percent" else said_before(tokens, numeral, unit)
    close = start == at or key_at(tokens, at) == "of"
    fate = fate_after(tokens, after) if close else []
    end = after[-1] + 1
    said = saying(tokens, end) if close and not fate and (unit == "percent") and _is_subject(tokens, numeral) else []
    return Counted(after, fate, unit, saying=said)


def _compared_noun(tokens: list[Token], numeral: Numeral) -> list[int]:
    """Of "Rents, by the chamber's study, are 70 percent higher" the rents."""
    at = numeral.first - 1
    while key_at(tokens, at) in AUXILIARIES:
        at -= 1
    if key_at(tokens, at) != ",":
        return []
    opened = next((each for each in range(at - 1, max(0, at - _FAR), -1) if tokens[each].text == ","), 0)
    return noun_before(tokens, opened) if opened else []


def _is_subject(tokens: list[Token], numeral: Numeral) -> bool:
    return key_at(tokens, numeral.first - 1) not in FUNCTION - {"and", "but", "that", "while", "because"}


def _owned_noun(tokens: list[Token], at: int) -> list[int]:
    """The noun phrase at token *at*; of "the country's 433,000 trucks" the trucks."""
    found = noun_phrase(tokens, at)
    if found and tokens[found[-1]].key.endswith(("'s", "s'")):
        end = found[-1] + 1
        return noun_phrase(tokens, end + 1) if end < len(tokens) and tokens[end].kind == "number" else []
    return found


def _compared(tokens: list[Token], at: int) -> list[int]:
    """Of "less than in 2001" all of it, and of "higher" the word alone."""
    if key_at(tokens, at + 1) != "than":
        return [at]
    end = at + 2
    while end < min(at + _LONGEST_COMPARISON, len(tokens)) and tokens[end].kind != "sign":
        end += 1
    return list(range(at, end))


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
    return Counted(words, unit="times") if len(words) > 1 else None


def _duration(tokens: list[Token], numeral: Numeral, at: int) -> Counted | None:
    """Days of strike, years in prison; how long ago or how long something has been so is no figure."""
    unit = DURATION[tokens[at].key]
    if key_at(tokens, numeral.first - 1) in PAST_SPANS or key_at(tokens, at + 1) in {"ago", "later", "after", "before"}:
        return None
    wanted = SENTENCING if unit in {"years", "months"} else LASTING
    around = range(max(0, numeral.first - _NEAR), min(at + _NEAR, len(tokens)))
    if sitting := next((each for each in around if (key_at(tokens, each), key_at(tokens, each + 1)) in _SITTING), None):
        return Counted(list(range(sitting, min(sitting + 3, len(tokens)))), unit=unit)
    near = [each for each in around if tokens[each].key in wanted]
    if not near:
        pay = _pay(tokens, numeral, at) or ([at - 1, at] if tokens[at - 1].key in STRAIGHT else [])
        return Counted(pay, unit=unit) if pay else None
    of_one = all(tokens[each].key in _CUSTODY for each in near) and not _of_several(tokens, numeral, at)
    if numeral.value == 1 or of_one:
        return None
    place = at + 1 + (key_at(tokens, at + 1) in {"’", "'"})
    start = place + (key_at(tokens, place) == "of")
    inside = key_at(tokens, start) in {"in", "behind"} and start + 1 < len(tokens)
    words = [start, start + 1] if inside else noun_phrase(tokens, start)
    if any(tokens[each].key in wanted for each in words):
        return Counted(words, unit=unit)
    return Counted(subject(tokens, numeral) or _state(tokens, min(near, key=lambda each: abs(each - at))), unit=unit)


def _state(tokens: list[Token], at: int) -> list[int]:
    """Of "the internet has been cut" the internet and that it was cut."""
    end = at
    while end and tokens[end - 1].key in AUXILIARIES | ADVERBS:
        end -= 1
    if end == at and at and tokens[at - 1].kind == "word" and tokens[at - 1].key not in FUNCTION:
        return [at - 1, at]  # "hunger strike"
    return [*(noun_before(tokens, end) if end < at else []), at]


def _of_several(tokens: list[Token], numeral: Numeral, at: int) -> bool:
    """Whether a time in prison is that of more than one: what each person was sentenced to is no figure."""
    if key_at(tokens, numeral.first - 1) in {"and", "or"} and key_at(tokens, numeral.first - 2) in SMALL:
        return False  # "to five and seven years"
    return any(token.key in _SEVERAL for token in tokens[max(0, numeral.first - _FAR) : at + _FAR])


def _pay(tokens: list[Token], numeral: Numeral, at: int) -> list[int]:
    """What says that wages were withheld so long: "not been paid for", "months of wages", "without pay"."""
    near = range(max(0, numeral.first - _FAR), min(len(tokens), at + _NEAR_PAY))
    pay = next((each for each in near if tokens[each].key in _PAY), None)
    withheld = any(tokens[each].key in _WITHHELD for each in near)
    if pay is None or not withheld:
        return []
    denied = next((each for each in range(max(0, pay - _NEAR_NOT), pay) if tokens[each].key in _NOT), None)
    return [pay] if denied is None else [denied, pay]
