"""Which language a text is in, and how words are compared in search."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents import bilinguals, scripts


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The mills of the valley are closed.", "en"),
        ("سلام، ما کارگران خواستار آزادی هستیم", "fa"),
        ("بيانيه كارگران و معلمان در شهر", "fa"),
        ("هذا بيان إلى عمال المصانع في المدينة", "ar"),
        ("ئەم بەیاننامەیە بۆ کرێکارانی هەموو شارەکان", "ckb"),
        ("Wir sind die Arbeiter und wir streiken nicht allein", "de"),
        ("Nous sommes les ouvriers de la ville et nous ne cédons pas", "fr"),
        ("Em karker li bajêr in û ji bo azadiyê ne", "kmr"),
        ("Мы рабочие этого завода", "ru"),
        ("12 - 2026!", "und"),
        ("", "und"),
    ],
)
def test_a_language_is_told_by_its_script_and_small_words(text: str, language: str) -> None:
    assert scripts.language_of(text) == language


def test_of_a_mixed_text_the_main_language_counts_and_the_other_shows() -> None:
    """Half a page of each is mixed; a foreign name inside a line is not."""
    farsi = "ما کارگران این شهر برای آزادی و نان در خیابان هستیم.\n" * 5
    english = "We are the workers of this city.\n" * 3
    assert scripts.language_of(farsi + english) == "fa"
    assert list(scripts.languages_in(farsi + english)) == ["fa", "en"]
    assert bilinguals.is_mixed(farsi + english)
    assert not bilinguals.is_mixed(farsi + "به گفتهٔ Coast Radio این خبر درست است.\n")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("كتاب يك", "کتاب یک"),
        ("مسؤول", "مسوول"),
        ("چکیدهٔ", "چکیده"),
        ("خانه‌ی", "خانهٔ"),
        ("ۀ", "هٔ"),
        ("کتــاب", "کتاب"),
        ("کِتابٌ", "کتاب"),
        ("۱۴۰۴", "1404"),
        ("١٢", "12"),
        ("\u200fآزادی\u200e", "ازادی"),
        ("ﻻ", "لا"),
        ("É", "e"),
        ("STRASSE", "straße"),
    ],
)
def test_two_ways_to_write_a_word_fold_to_one(typed: str, kept: str) -> None:
    """Search finds a word whatever yeh, kaf, hamza, digit, diacritic or case is typed."""
    assert scripts.fold(typed) == scripts.fold(kept)


def test_the_half_space_is_folded_both_ways() -> None:
    """«می‌روند» is found as one word and as two."""
    assert scripts.fold_joined("می‌روند") == "میروند"
    assert scripts.fold_spaced("می‌روند") == "می روند"


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8", categories=["L", "M", "N", "P", "Z", "Cf"])))
def test_persian_and_arabic_letters_survive_folding_twice(text: str) -> None:
    """Folding a folded text of letters and digits changes nothing: the index and the query meet."""
    once = scripts.fold_joined("".join(character for character in text if character < "\u0800"))
    assert scripts.fold_joined(once) == once
