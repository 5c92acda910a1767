"""How a file becomes a text, and what is refused."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.files import loading
from bot.refusals import Refused

FARSI = "بيانيه شوراي کارگران درباره اعتصاب سراسري. ما کارگران خواستار آزادي همه زندانيان سياسي هستيم."
ENGLISH = "The workers’ council — “All power to the councils” — met again."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-16"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (ENGLISH, "utf-32"),
        (ENGLISH, "cp1252"),
        (FARSI, "utf-8-sig"),
        (FARSI, "utf-16"),
        (FARSI, "utf-16-le"),
        (FARSI, "cp1256"),
        ("Заявление рабочего совета о забастовке на заводе", "cp1251"),
        ("İşçi sendikası açıklaması, şimdi grev", "cp1254"),
    ],
)
def test_a_text_is_read_in_the_encoding_it_was_saved_in(text: str, encoding: str) -> None:
    """Old and new encodings give the same letters."""
    assert loading.load("call.txt", text.encode(encoding)) == text


def test_only_line_ends_and_what_cannot_be_shown_are_changed() -> None:
    """Spaces, tabs, half-spaces and direction marks stay; CRLF, page feeds, controls and byte order marks don't."""
    source = "\ufeff  a\tb \r\nc\rمی‌روند \u200f\r\n\r\n\x07d\ne\n\fg  "
    assert loading.load("a.md", source.encode()) == "  a\tb \nc\nمی‌روند \u200f\n\nd\ne\ng  "


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.pdf", b"%PDF-1.7", "paste the text"),
        ("a.docx", b"PK\x03\x04", "paste the text"),
        ("a.odt", b"PK\x03\x04", "paste the text"),
        ("a.exe", b"MZ", "rename it"),
        ("text", b"words", "rename it"),
        ("a.txt", b"%PDF-1.7 \n words", "not a text"),
        ("a.txt", b"PK\x03\x04words", "not a text"),
        ("a.txt", b"a\0b\0\0c words", "not a text"),
        ("a.txt", bytes(range(1, 32)) * 9, "not a text"),
        ("a.txt", codecs.BOM_UTF16_LE + b"a", "not a text"),
        ("a.txt", b"", "no text"),
        ("a.txt", " \n\t\u00a0".encode(), "no text"),
        ("a.txt", b"a" * (5 * 1024 * 1024 + 1), "larger than"),
        ("a.txt", b"a" * 300_001, "the most for one post"),
    ],
)
def test_what_is_not_a_text_is_refused_with_advice(name: str, content: bytes, says: str) -> None:
    """Each refusal is a sentence that says what to do instead, and its places can be filled."""
    with pytest.raises(Refused) as refused:
        loading.load(name, content)
    sentence = refused.value.text.format(**refused.value.values)
    assert says in sentence
    assert "lease" in sentence


def test_a_text_of_exactly_the_limit_is_taken() -> None:
    """300,000 characters are allowed, in any number of bytes up to 5 MB."""
    assert len(loading.load("a.txt", ("آ" * 300_000).encode())) == 300_000


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=300))
def test_any_file_is_a_text_or_a_refusal(content: bytes) -> None:
    """No bytes whatever make loading fail in another way, and no control gets through."""
    try:
        text = loading.load("a.txt", content)
    except Refused:
        return
    assert text.strip()
    assert all(character >= " " or character in "\n\t" for character in text)


@settings(max_examples=80, deadline=None)
@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    """A clean text is left alone."""
    assert loading.clean(loading.clean(text)) == loading.clean(text)
