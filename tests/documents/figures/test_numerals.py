"""Numbers in digits and words, and numbers that count nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.figures import figures, numerals
from bot.documents.figures.tokens import tokenize
from bot.documents.structure.outlines import Passage


def numbers(text: str) -> list[str]:
    """The numbers of a text: `value`, `low-high`, or nothing for a mere magnitude."""
    found = []
    for numeral in numerals.find(tokenize(text)):
        parts = [numeral.value] if numeral.value is not None else [numeral.low, numeral.high]
        found.append("-".join(f"{part.normalize():f}" for part in parts if part is not None))
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1,500", ["1500"]), ("3.5 million", ["3500000"]), ("5bn", ["5000000000"]), ("10k", ["10000"]),
        ("two hundred and five", ["205"]), ("twenty-five", ["25"]), ("a dozen", ["12"]), ("half a million", ["500000"]),
        ("two and a half million", ["2500000"]), ("seven-hundred-thousand", ["700000"]), ("fourteen hundred", ["1400"]),
        ("one thousand and twenty", ["1020"]), ("3 and 4", ["3", "4"]), ("1\u202f500", ["1500"]),
        ("between 3,400 and 20,000", ["3400-20000"]), ("500 to 1,000", ["500-1000"]),
        ("3–5 million", ["3000000-5000000"]),
        ("fell from 61 to 39.5", ["61", "39.5"]), ("2 to 1", ["2", "1"]), ("hundreds of thousands", [""]),
        ("several dozen", [""]), ("3000 thousands of", []), ("1.2.3", []), ("9" * 40, []),
        ("۱٬۵۰۰", ["1500"]), ("۳٫۵ میلیون", ["3500000"]), ("۲/۵ میلیون", ["2500000"]), ("۳ هزار و ۴۰۰", ["3400"]),
        ("بیست و پنج", ["25"]), ("بیست‌وپنج", ["25"]), ("صد و بیست و سه", ["123"]), ("دو و نیم میلیون", ["2500000"]),
        ("یک میلیون و پانصد هزار", ["1500000"]), ("۱۸ هزار میلیارد", ["18000000000000"]),
        ("بین ۱۵ تا ۱۶ هزار", ["15000-16000"]), ("از ۱۵ هزار تا ۱۶ هزار", ["15000-16000"]), ("ده‌ها هزار", [""]),
        ("٣٠", ["30"]), ("چند صد", [""]),
    ],
)  # fmt: skip
def test_a_number_is_read_as_it_is_written(text: str, found: list[str]) -> None:
    assert numbers(text) == found


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 10**12))
def test_digits_in_any_script_and_grouping_are_the_same_number(number: int) -> None:
    grouped = f"{number:,}"
    persian = grouped.translate(str.maketrans("0123456789,", "۰۱۲۳۴۵۶۷۸۹٬"))
    assert numbers(str(number)) == numbers(grouped) == numbers(persian) == [str(number)]


@settings(max_examples=100, deadline=None)
@given(st.decimals(Decimal("0.001"), Decimal(999), places=3), st.sampled_from(["million", "میلیون"]))
def test_a_scale_keeps_every_digit(number: Decimal, scale: str) -> None:
    (found,) = numerals.find(tokenize(f"{number} {scale}"))
    assert found.value == number * 10**6


@pytest.mark.parametrize(
    "text",
    [
        "In 1979 and 2009 people rose.", "The 2019 protests spread.", "The 1990s were worse than 1978-1979.",
        "She is a 22-year-old weaver, aged 22.", "Children as young as 13 and people under 18 came.",
        "It began at 18:30 and ended at 6 p.m. on 7 June.", "Workers met on October 22 and December 5-7.",
        "See Article 5, Articles 7 and 12, page 14, Week 11 and Resolution 2231.",
        "The G7 spoke of 9/11 and of COVID-19.",
        "On the 44th day and the third night they sang.", "Call 0912-555-0142 or +49 30 555 0142.",
        "Both sides have two tasks and one way to go.", "They came in a thousand ways with a hundred flowers.",
        "The protest ended.7 People left. 8", "The clerk1 wrote statements12—all of them.",
        "Visit https://lantern.example/42.",
        "در سال ۱۳۸۸ و ۲۵ خرداد ۱۴۰۱ برخاستیم.", "دختری ۱۷ ساله و جوانی ۲۲ساله آمدند.", "مادهٔ ۵ و بند ۲۰۹ را بخوانید.",
        "ساعت ۱۸ در هفتهٔ ۱۱ گرد آمدیم.", "دو راه و هزار حرف داریم.", "زمان مطالعه: ۴ دقیقه.",
    ],
)  # fmt: skip
def test_what_counts_nothing_is_no_figure(text: str) -> None:
    for language in ("en", "fa"):
        assert figures.find([Passage("paragraph", text, 0)], dated=None, language=language) == ()
