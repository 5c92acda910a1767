"""Reported figures as coordinators type them: the amount read, the quote looked up in the text; nothing is guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from bot.commands.fields import NONE
from bot.documents import sentences
from bot.documents.dates import read_date
from bot.documents.scripts import ascii_digits
from bot.refusals import N_, Refused

_NUMBER = r"\d{1,3}(?:[,٬،\u2009\u202f']\d{3})+(?![\d])|\d+(?:[.٫]\d+)?"
_SCALES = {
    "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000,
    "هزار": 1_000, "میلیون": 1_000_000, "میلیارد": 1_000_000_000,
}  # fmt: skip
_SCALE = "|".join(_SCALES)
_AMOUNT = re.compile(rf"(?P<number>{_NUMBER})(?:[ \u200c]*(?P<scale>{_SCALE})(?!\w))?", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:-|–|—|to|and|تا|و|الی)\s*", re.IGNORECASE)
_RANGE_OPENS = re.compile(r"(?:\A|\s)(?:between|from|بین|از)\s*\Z", re.IGNORECASE)
_PARTS = re.compile("[;؛]")
_QUOTES = "\"'“”„«»‘’ \n\t"


@dataclass(frozen=True)
class Amount:
    """A number as reported: *value*, or *low* to *high*; all None where the words hold no digits ("hundreds")."""

    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    qualifier: str | None = None
    unit: str | None = None

    @property
    def numbers(self) -> frozenset[Decimal]:
        """The numbers that a sentence must hold to be the one that reports this amount."""
        return frozenset(number for number in (self.value, self.low, self.high) if number is not None)


@dataclass(frozen=True)
class Report:
    """What a line of `/figure` says."""

    what: str
    amount: Amount
    source: str | None
    as_of: date | None
    quote: str | None


def read_report(line: str) -> Report:
    """Read `what; amount; who reports it; date; "verbatim quote"`; all behind the amount may be left out.

    A quote may hold semicolons itself. Raises `Refused` where the first two are missing or the date can't be read.
    """
    parts = [part.strip() for part in _PARTS.split(line, maxsplit=4)]
    if len(parts) < 2 or not parts[0]:
        raise Refused(
            N_(
                "Please write what is counted, the number, who reports it, the date and the sentence, "
                "with ; between them."
            )
        )
    what, amount, source, as_of, quote = (part or None for part in (*parts, *[""] * (5 - len(parts))))
    day = read_date(as_of) if as_of and as_of.casefold() not in NONE else None
    if day and day.precision != "day":
        raise Refused(N_("Please give the day of the figure as well, for example 2026-01-12, or leave the date empty."))
    return Report(
        what or "", read_amount(amount or ""), source, day.day if day else None, quote.strip(_QUOTES) if quote else None
    )


def read_amount(text: str) -> Amount:
    """The amount in *text*, with the words before it as its qualifier and those behind as its unit.

    Digits of any script, thousands set apart by comma, thin space or apostrophe, and words like "thousand" are read.
    Raises `Refused` where a range runs backwards or there are more numbers than one amount has.
    """
    plain = ascii_digits(" ".join(text.split()))
    found = list(_AMOUNT.finditer(plain))
    if not found:
        return Amount()
    first = found[0]
    before, behind = plain[: first.start()], plain[first.end() :]
    if len(found) == 1:
        return Amount(_value(first), qualifier=before.strip() or None, unit=behind.strip() or None)
    second = found[1]
    if len(found) > 2 or not _BETWEEN.fullmatch(plain[first.end() : second.start()]):
        raise Refused(
            N_("{text} holds several numbers. Please write one number, or a range like 15-20."), text=text[:80]
        )
    low, high = _value(first, second["scale"]), _value(second)
    if low > high:
        raise Refused(N_("In {text} the first number is the larger one. Please turn them round."), text=text[:80])
    unit = plain[second.end() :].strip()
    return Amount(None, low, high, _RANGE_OPENS.sub("", before).strip() or None, unit or None)


def _value(match: re.Match[str], scale: str | None = None) -> Decimal:
    """The number of a match. "15 to 16 thousand" has one *scale* for both."""
    written = match["number"]
    grouped = re.fullmatch(r"\d{1,3}([,٬،\u2009\u202f']\d{3})+", written)
    digits = re.sub(r"\D", "", written) if grouped else written.replace("٫", ".")
    word = match["scale"] or scale
    number = Decimal(digits) * (_SCALES[word.casefold()] if word else 1)
    return number.to_integral_value() if word and number == number.to_integral_value() else number


def find_quote(quote: str, texts: list[str]) -> str:
    """*quote* as it stands in one of *texts*; white space may differ. Raises `Refused` where it stands in none."""
    pattern = re.compile(r"\s+".join(re.escape(word) for word in quote.split()))
    for text in texts:
        if quote.split() and (found := pattern.search(text)):
            return " ".join(found[0].split())
    raise Refused(
        N_("The words {quote} don't stand in the text of this post. Please copy the sentence as it is printed there."),
        quote=quote[:120],
    )


def check_quote(amount: Amount, quote: str) -> None:
    """Hold a figure to its quote. Raises `Refused` where the quote doesn't give the number."""
    if not amount.numbers <= _numbers(quote):
        raise Refused(
            N_("The sentence {quote} doesn't give that number. Please quote the one that does."), quote=quote[:120]
        )


def find_sentence(amount: Amount, text: str, language: str) -> str:
    """The one sentence of *text* that holds the numbers of *amount*. Raises `Refused` unless exactly one does."""
    found = [sentence for block in text.split("\n\n") for sentence in sentences.split(block, language)]
    holding = [sentence for sentence in found if amount.numbers <= _numbers(sentence)]
    if not amount.numbers or not holding:
        raise Refused(
            N_(
                "I found no sentence with that number in the text. "
                "Please add the sentence at the end, between quotation marks."
            )
        )
    if len(holding) > 1:
        raise Refused(
            N_(
                "{count} sentences of the text hold that number. "
                "Please add the right one at the end, between quotation marks."
            ),
            count=len(holding),
        )
    return " ".join(holding[0].split())


def _numbers(sentence: str) -> set[Decimal]:
    found = list(_AMOUNT.finditer(ascii_digits(sentence)))
    # "15 to 16 thousand": the first number may borrow the scale behind the second.
    borrowed = {_value(match, following["scale"]) for match, following in pairwise(found)}
    return {_value(match) for match in found} | borrowed
