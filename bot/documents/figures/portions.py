"""Portions that stand for a number: "half of", "two thirds of", "nine in ten", «یک‌سوم», «از هر ده … هفت نفر»."""

from __future__ import annotations

from bot.documents.figures.number_words import SMALL
from bot.documents.figures.tokens import Token, key_at, word_list

_PARTS = word_list("third thirds quarter quarters fifth fifths half halves tenth tenths")
_FARSI_PARTS = word_list("سوم چهارم پنجم ششم دهم")
_FARSI_WHOLE = word_list("یک‌سوم دوسوم دو‌سوم یک‌چهارم سه‌چهارم یک‌پنجم دو‌پنجم سه‌پنجم چهار‌پنجم یک‌دهم")
_FARSI_HALVES = word_list("نیمی نصف نیم")
_ROUND = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1000})
_LONGEST_EACH = 5


def end_of(tokens: list[Token], at: int) -> int:
    """Where the portion ends that begins at token *at*, its "of" left out; 0 where none does."""
    key = tokens[at].key
    return (_fraction_end(tokens, at) or _ratio_end(tokens, at)) if key.isascii() else _farsi_end(tokens, at)


def _fraction_end(tokens: list[Token], at: int) -> int:
    key, end = tokens[at].key, at + 1
    if key != "half":
        if key not in {"a", "an", "one"} and key not in SMALL:
            return 0
        end += key_at(tokens, end) == "-"
        if key_at(tokens, end) not in _PARTS:
            return 0
        end += 1
    whole = key in SMALL and key not in {"one", "half"}
    return (
        end
        if whole or key_at(tokens, end) == "of" or (key == "half" and key_at(tokens, end) in {"the", "our", "its"})
        else 0
    )


def _ratio_end(tokens: list[Token], at: int) -> int:
    """Of "seven out of ten", "one in three", "1 in 5"."""
    if key_at(tokens, at + 1) == "in":
        other = at + 2
    elif (key_at(tokens, at + 1), key_at(tokens, at + 2)) == ("out", "of") or (
        (key_at(tokens, at + 1), key_at(tokens, at + 2)) == ("in", "every")
    ):
        other = at + 3
    else:
        return 0
    part, whole = _small(tokens, at), _small(tokens, other)
    alike = tokens[at].kind == key_kind(tokens, other)
    plain = key_at(tokens, other + 1) not in {"cities", "towns", "countries", "days", "weeks", "months", "years"}
    return other + 1 if alike and plain and 0 < part < whole and whole in _ROUND else 0


def key_kind(tokens: list[Token], at: int) -> str:
    """The kind of the token at *at*, empty outside of the sentence."""
    return tokens[at].kind if 0 <= at < len(tokens) else ""


def _small(tokens: list[Token], at: int) -> int:
    key = key_at(tokens, at)
    return int(key) if key.isdecimal() and len(key) < 4 else SMALL.get(key, {"hundred": 100, "یکی": 1}.get(key, 0))


def _farsi_end(tokens: list[Token], at: int) -> int:
    key, following = tokens[at].key, key_at(tokens, at + 1)
    if key in _FARSI_HALVES and following == "از":
        return at + 1
    if key in _FARSI_WHOLE:
        return at + 1
    if key in SMALL and following in _FARSI_PARTS and key_at(tokens, at + 2) not in {"مهر", "دی", "تیر"}:
        return at + 2 if SMALL[key] < 10 else 0
    if key == "از" and following == "هر" and _small(tokens, at + 2) > 1:
        for place in range(at + 3, min(at + 3 + _LONGEST_EACH, len(tokens))):
            if tokens[place].kind == "sign":
                return 0
            if 0 < _small(tokens, place) < _small(tokens, at + 2):
                return place + 1
    return 0
