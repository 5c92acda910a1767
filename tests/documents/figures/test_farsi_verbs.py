"""Farsi verbs told by their forms, and words whose endings are printed apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.documents.figures.farsi_joins import join
from bot.documents.figures.farsi_verbs import is_finite, is_negative, stem_of
from bot.documents.figures.tokens import Token, fold_word, tokenize


def tokens_of(text: str) -> list[Token]:
    return join(text, tokenize(text))


def verbs_of(text: str) -> list[str]:
    """The words of *text* that end a clause."""
    tokens = tokens_of(text)
    return [token.text for at, token in enumerate(tokens) if is_finite(tokens, at)]


@pytest.mark.parametrize(
    ("stem", "forms"),
    [
        ("شد", "شدند شده‌اند می‌شود نمی‌شوند نشده‌اند شده"),
        ("کرد", "کردیم کرده‌اند می‌کنند نکرد"),
        ("گفت", "می‌گوید گفته‌اند گفتند"),
        ("برگشت", "برگشتند برنگشته‌اند"),
        ("خواباند", "خوابانده‌اند خواباندند"),
        ("", "کارگران راننده نماینده فرمانده درصد بازار زندانی"),
    ],
)
def test_each_form_is_of_its_verb(stem: str, forms: str) -> None:
    found = {stem_of(fold_word(form)).replace("برنگشت", "برگشت") for form in forms.split()}
    assert found == {fold_word(stem)}


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("سه زندانی کرد آزاد شدند.", ["شدند"]),
        ("شرکت تعطیل شده و دو راننده را گرفته‌اند.", ["شده", "گرفته‌اند"]),
        ("شورا مي گويد كارگران در اعتصابند.", ["مي گويد", "اعتصابند"]),
        ("بازداشت پنج شهروند دماوند کنار آب‌بند و شکست دشمن", []),
        ("در گفت و گو با ما پذیرفت.", ["پذیرفت"]),
        ("ماه گذشته بها از دو میلیون گذشت.", ["گذشت"]),
    ],
)
def test_the_verbs_that_end_clauses_are_found(text: str, verbs: list[str]) -> None:
    assert verbs_of(text) == verbs


@pytest.mark.parametrize(
    ("word", "negative"), [("نشدند", True), ("نمی‌رسد", True), ("نوشتند", False), ("نشستند", False)]
)
def test_what_is_denied_is_known(word: str, negative: bool) -> None:
    assert [is_negative(token) for token in tokens_of(word)] == [negative]


def test_beginnings_and_endings_printed_apart_are_joined() -> None:
    words = [token.text for token in tokens_of("بچه های تیم می گویند نوبت شان نرسیده است و خانه ی ما را بسته اند.")]
    assert words == [
        "بچه های",
        "تیم",
        "می گویند",
        "نوبت شان",
        "نرسیده",
        "است",
        "و",
        "خانه ی",
        "ما",
        "را",
        "بسته اند",
        ".",
    ]


PIECES = "می نمی ها های اند ی شان کارگر خانه به گوید ۳ و . شده"


@given(st.lists(st.sampled_from(PIECES.split()), max_size=12))
def test_joining_keeps_every_letter_where_it_stands(words: list[str]) -> None:
    text = " ".join(words)
    tokens = tokens_of(text)
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert "".join(token.text for token in tokens).replace(" ", "") == text.replace(" ", "")
