"""Reported figures as they are typed."""

from __future__ import annotations

import contextlib
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.commands.amounts import Amount, find_quote, find_sentence, read_amount, read_report
from bot.refusals import Refused


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("470", Amount(Decimal(470))),
        ("at least 1,500 people", Amount(Decimal(1500), qualifier="at least", unit="people")),
        ("some 18,210", Amount(Decimal(18210), qualifier="some")),
        ("دست‌کم ۱٬۵۰۰ نفر", Amount(Decimal(1500), qualifier="دست‌کم", unit="نفر")),
        ("۱۵ تا ۱۶ هزار نفر", Amount(None, Decimal(15000), Decimal(16000), unit="نفر")),
        ("between 15 and 16 thousand people", Amount(None, Decimal(15000), Decimal(16000), unit="people")),
        ("15-20", Amount(None, Decimal(15), Decimal(20))),
        ("1.5 million", Amount(Decimal(1500000))),
        ("3.125 percent", Amount(Decimal("3.125"), unit="percent")),
        ("hundreds", Amount()),
        ("", Amount()),
    ],
)
def test_an_amount_is_read_as_it_is_typed(typed: str, amount: Amount) -> None:
    """Number or range, the words before it and behind it; words without digits have no number."""
    assert read_amount(typed) == amount


@pytest.mark.parametrize("typed", ["20 to 15", "150 cities and 143 universities and 3 towns", "3 of 5"])
def test_an_amount_that_is_not_one_is_refused(typed: str) -> None:
    """Several numbers, or a range that runs backwards."""
    with pytest.raises(Refused):
        read_amount(typed)


def test_a_report_has_up_to_five_parts() -> None:
    """The quote may hold semicolons; what is left empty is not known."""
    report = read_report('killed; at least 5; Harbour Watch; 2022-12-03; "Five died; more are missing."')
    assert (report.what, report.source, report.as_of) == ("killed", "Harbour Watch", date(2022, 12, 3))
    assert report.quote == "Five died; more are missing."
    short = read_report("arrested؛ ۱۲؛ ؛ ؛")
    assert (short.what, short.amount.value, short.source, short.as_of, short.quote) == (
        "arrested", Decimal(12), None, None, None,
    )  # fmt: skip


@pytest.mark.parametrize("line", ["killed", "; 5", "killed; 5; X; soon", "killed; 5; X; 2022-12"])
def test_a_report_that_cannot_be_read_is_refused(line: str) -> None:
    """What is counted and the number must be there, and a date must be a day."""
    with pytest.raises(Refused):
        read_report(line)


TEXT = """In the first week 12 people were arrested.

By Friday there were 40, among them 12 students. Nobody was told why."""


def test_a_quote_must_stand_in_the_text() -> None:
    """White space may differ, words may not."""
    assert find_quote("By Friday\nthere were  40", [TEXT]) == "By Friday there were 40"
    with pytest.raises(Refused):
        find_quote("By Friday there were 41", [TEXT])


def test_the_sentence_of_a_number_is_found_where_it_is_the_only_one() -> None:
    """One sentence: taken. None or several: asked."""
    assert find_sentence(Amount(Decimal(40)), TEXT, "en") == "By Friday there were 40, among them 12 students."
    for amount in (Amount(Decimal(12)), Amount(Decimal(7)), Amount()):
        with pytest.raises(Refused):
            find_sentence(amount, TEXT, "en")


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="0123456789۰۱۲۳,.٬٫- toتاهزار;؛'", max_size=40))
def test_whatever_is_typed_is_read_or_refused(line: str) -> None:
    """Nothing else than a refusal is raised."""
    for read in (read_amount, read_report):
        with contextlib.suppress(Refused):
            assert read(line)


@given(st.integers(min_value=0, max_value=10**9))
def test_a_number_is_read_the_same_in_every_writing(number: int) -> None:
    """Thousands set apart or not, in ASCII or Persian digits."""
    persian = f"{number:,}".translate(str.maketrans("0123456789,", "۰۱۲۳۴۵۶۷۸۹٬"))
    assert read_amount(str(number)) == read_amount(f"{number:,}") == read_amount(persian) == Amount(Decimal(number))
