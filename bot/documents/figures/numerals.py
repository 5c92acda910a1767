"""Numbers in a sentence, in digits and in words, English and Farsi: values, ranges, and what is said before them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from bot.documents.figures import portions
from bot.documents.figures.digits import is_exact, read_digits
from bot.documents.figures.number_words import (
    AND,
    ARTICLES,
    BETWEEN,
    CHANGES,
    DASHES,
    FARSI_SCALES,
    HALF,
    LONGEST_QUALIFIER,
    OF,
    OPENERS,
    QUALIFIERS,
    QUALIFIERS_AFTER,
    RANGE_WORDS,
    SCALES,
    SEVERAL,
    SIGNS,
    SMALL,
    SUFFIXES,
    UNITS_WITHIN,
    VAGUE,
)
from bot.documents.figures.tokens import Token, key_at

_JOINED_FROM = 100  # "a hundred and five", but not "twenty and five"
_OPENING = frozenset(SMALL) | frozenset(SCALES) | VAGUE | SEVERAL | HALF | ARTICLES
_ADDING = frozenset({"add", "adds", "added", "adding"})
_PERSONS = frozenset({"نفر", "تن"})
_CLOSE = Decimal("1.5")


@dataclass(frozen=True)
class Numeral:
    """A number or range; tokens `first` to `end` are its words, `core` the first after the qualifier.

    What it counts is looked for from token `after`, which lies later where two numbers share a noun. Of a *vague* one
    ("dozens") there is no value, and its own words are the qualifier.
    """

    first: int
    core: int
    end: int
    after: int
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    qualifier: tuple[int, int] | None = None  # the tokens of it
    spelled: bool = False

    @property
    def vague(self) -> bool:
        """Whether only a magnitude is said."""
        return self.value is None and self.low is None


@dataclass(frozen=True)
class _Cardinal:
    value: Decimal
    end: int
    spelled: bool
    scale: int = 1


def find(tokens: list[Token]) -> Iterator[Numeral]:
    """The numbers of a sentence in order, whatever they count; what is too long or malformed is left out."""
    at = 0
    while at < len(tokens):
        if tokens[at].kind != "sign" and (end := portions.end_of(tokens, at)):
            first = _qualified_from(tokens, at)
            yield Numeral(first, at, end, end, qualifier=(first, end), spelled=True)
            at = end
        elif not (tokens[at].kind in {"number", "sign"} or tokens[at].key in _OPENING):
            at += 1
        elif end := _vague_end(tokens, at):
            first = _qualified_from(tokens, at)
            yield Numeral(first, at, end, end, qualifier=(first, end), spelled=True)
            at = end
        elif cardinal := _cardinal(tokens, _past_signs(tokens, at)):
            found = list(_numerals(tokens, at, cardinal))
            yield from found
            # "3000 thousands": nobody can say which is meant.
            at = found[-1].end if found else cardinal.end + 1
        else:
            at += 1


def _past_signs(tokens: list[Token], at: int) -> int:
    return at + 1 if tokens[at].text in SIGNS else at


def _numerals(tokens: list[Token], at: int, one: _Cardinal) -> Iterator[Numeral]:
    if key_at(tokens, one.end) in VAGUE:
        return
    first = _qualified_from(tokens, at)
    opener = first - 1 if key_at(tokens, first - 1) in OPENERS else None
    other = _other(tokens, one, between=opener is not None and tokens[opener].key in BETWEEN)
    if other is None:
        yield _single(tokens, first, at, one, one.end)
        return
    changes = opener is not None and tokens[opener].key == "from" and _is_change(tokens, opener)
    if changes or (opener is None and tokens[one.end].key == "to" and _is_change(tokens, first)):
        yield _single(tokens, first, at, one, other.end)
        second = other.end - 1
        yield Numeral(second, second, other.end, other.end, other.value, spelled=other.spelled)
        return
    low = one.value
    if one.scale == 1 and low * other.scale < other.value:
        low *= other.scale  # "3 to 5 thousand"
    doubtful = tokens[one.end].key == "or" and not 1 < low < other.value <= low * _CLOSE
    if low >= other.value or doubtful:
        yield _single(tokens, first, at, one, one.end)
        return
    span = (first, at) if first < at else None
    start = opener if opener is not None else first
    yield Numeral(start, at, other.end, other.end, None, low, other.value, span, one.spelled and other.spelled)


def _single(tokens: list[Token], first: int, at: int, one: _Cardinal, after: int) -> Numeral:
    end = one.end
    span = (first, at) if first < at else None
    if span is None and f"{key_at(tokens, end)} {key_at(tokens, end + 1)}" in QUALIFIERS_AFTER:
        span, end = (end, end + 2), end + 2
    return Numeral(first, at, end, max(after, end), one.value, qualifier=span, spelled=one.spelled)


def _is_change(tokens: list[Token], at: int) -> bool:
    return any(token.key in CHANGES for token in tokens[max(0, at - 6) : at])


def _other(tokens: list[Token], one: _Cardinal, *, between: bool) -> _Cardinal | None:
    """The second number of a range, where there is one."""
    at = one.end
    unit = key_at(tokens, at)
    if unit in UNITS_WITHIN and key_at(tokens, at + 1) in RANGE_WORDS | AND:
        at += 1
    word = key_at(tokens, at)
    if at + 1 >= len(tokens):
        return None
    if word in DASHES:
        joins = tokens[at].glued and tokens[at + 1].glued
    else:
        joins = word in RANGE_WORDS or (word in AND and between) or word == "or"
    if not joins:
        return None
    following = at + 1
    while between and key_at(tokens, following) in {"as", "many", "much", "high", "up", "to", "perhaps"}:
        following += 1
    if following < len(tokens) and tokens[following].text in SIGNS:
        following += 1
    other = _cardinal(tokens, following)
    # "by 18 percent to 3.4 billion euros" is a share and a sum.
    apart = other and at > one.end and unit not in _PERSONS and key_at(tokens, other.end) not in {unit, "per", "درصدی"}
    return None if apart and tokens[one.end].kind == "word" else other


def _qualified_from(tokens: list[Token], at: int) -> int:
    """Where the longest qualifier right before token *at* begins, else *at*."""
    for size in range(min(LONGEST_QUALIFIER, at), 0, -1):
        if " ".join(token.key for token in tokens[at - size : at]) in QUALIFIERS:
            first = at - size
            if at - first == 2 and tokens[first].key == "up" and key_at(tokens, first - 1) in _ADDING:
                return at  # "the sentences add up to 61 years"
            # "by 20 to 30" and «از ۲۰ تا ۳۰» are ranges; the word between numbers is no qualifier.
            if tokens[first].key == "تا" and first and tokens[first - 1].kind == "number":
                return at
            return first
    return at


def _vague_end(tokens: list[Token], at: int) -> int:
    """Where "hundreds of thousands", "several dozen", «ده‌ها هزار» end that begin at token *at*; 0 where none does."""
    key, following = tokens[at].key, key_at(tokens, at + 1)
    if key in ARTICLES and following in SEVERAL:
        at, key, following = at + 1, following, key_at(tokens, at + 2)
    if key in SEVERAL:
        return at + 2 if following in FARSI_SCALES or following in SCALES else 0
    if key in SCALES and following == "ها":
        return at + 2
    if key not in VAGUE:
        return 0
    end = at + 1
    while key_at(tokens, end) in OF and key_at(tokens, end + 1) in VAGUE:
        end += 2
    if key_at(tokens, end) in SCALES:
        end += 1
    return 0 if key == "tens" and end == at + 1 else end


def _cardinal(tokens: list[Token], at: int) -> _Cardinal | None:
    """The whole number that begins at token *at*: "1,500", "two hundred and five", "half a million", «۳ هزار و ۴۰۰»."""
    if at >= len(tokens):
        return None
    if key_at(tokens, at) in HALF:
        at += 2 if key_at(tokens, at + 1) in ARTICLES | DASHES else 1
        scale = SCALES.get(key_at(tokens, at), 0)
        return _Cardinal(Decimal(scale) / 2, at + 1, True, scale) if scale else None
    if key_at(tokens, at) in ARTICLES:
        if key_at(tokens, at + 1) not in SCALES:
            return None
        at += 1
    one = whole = _group(tokens, at)
    while whole and one and one.scale > 1:
        following = _past_joiner(tokens, one.end)
        joined = following > one.end
        more = _group(tokens, following)
        if not more or more.value >= one.scale or not (more.spelled or (joined and tokens[one.end].key == "و")):
            break
        whole = _Cardinal(whole.value + more.value, more.end, whole.spelled and more.spelled, whole.scale)
        one = more
    return whole if whole and whole.value else None


def _group(tokens: list[Token], at: int) -> _Cardinal | None:
    """A number below a thousand or in digits, and the scales after it: "five hundred", "3.5 million", «هزار»."""
    small = _small(tokens, at)
    value, end, spelled = small or (Decimal(1), at, True)
    if small and key_at(tokens, end) in AND:
        half = end + 2 if key_at(tokens, end + 1) in ARTICLES else end + 1
        if key_at(tokens, half) in HALF and key_at(tokens, half + 1) in SCALES:
            value, end = value + Decimal("0.5"), half + 1
    suffix = SUFFIXES.get(key_at(tokens, end), 0) if small and not spelled and end < len(tokens) else 0
    if suffix and tokens[end].glued:
        return _Cardinal(value * suffix, end + 1, False, suffix) if is_exact(value, suffix) else None
    scale = 1
    for _ in range(3):  # "hundred million", «هزار میلیارد»
        dash = end + 1 if key_at(tokens, end) in DASHES and (small or scale > 1) else end
        if not (factor := SCALES.get(key_at(tokens, dash), 0)):
            break
        scale, end = scale * factor, dash + 1
    if not (small or scale > 1) or not is_exact(value, scale):
        return None
    return _Cardinal(value * scale, end, spelled, scale)


def _small(tokens: list[Token], at: int) -> tuple[Decimal, int, bool] | None:
    if at >= len(tokens):
        return None
    if tokens[at].kind == "number":
        if _is_farsi_decimal(tokens, at):
            return Decimal(f"{tokens[at].key}.{tokens[at + 2].key}"), at + 3, False
        value = read_digits(tokens[at].key)
        return None if value is None else (value, at + 1, False)
    if not (number := SMALL.get(tokens[at].key, 0)):
        return None
    farsi = not tokens[at].key.isascii()
    at += 1
    if key_at(tokens, at) == "hundred" and number < 100:
        number, at = number * 100, at + 1
    while place := next(
        (each for each in (100, 10) if number >= 2 * each - each // 100 * 100 and number % each == 0), 0
    ):
        following = _past_joiner(tokens, at)
        more = SMALL.get(key_at(tokens, following), place)
        # «بیست و پنج», but "twenty-five"; "twenty and five" are two numbers.
        joined = following > at and tokens[at].key in AND
        if more >= place or (joined != farsi and number < _JOINED_FROM):
            break
        number, at = number + more, following + 1
    return Decimal(number), at, True


def _is_farsi_decimal(tokens: list[Token], at: int) -> bool:
    """Whether a slash parts whole and fraction, as in «۲/۵ میلیون»."""
    if key_at(tokens, at + 1) != "/" or tokens[at].text.isascii() or not tokens[at + 1].glued:
        return False
    parts = key_at(tokens, at), key_at(tokens, at + 2)
    if not all(part.isdecimal() and len(part) < 4 for part in parts) or not tokens[at + 2].glued:
        return False
    return key_at(tokens, at + 3) in SCALES or key_at(tokens, at + 3) in {"درصد", "درصدی", "%", "٪"}


def _past_joiner(tokens: list[Token], at: int) -> int:
    key = key_at(tokens, at)
    return at + 1 if key in AND or (key in DASHES and tokens[at].glued) else at
