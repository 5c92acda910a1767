"""Lines are shown in the order in which they are read, by the algorithm that Telegram's clients use."""

from __future__ import annotations

import ctypes
import ctypes.util
import json
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.words import bidi, message
from bot.words.languages import language

FA, EN = language("fa"), language("en")
SHARED = Path(__file__).parents[2].parent / "shared" / "bidi_vectors.json"


@pytest.fixture(scope="module")
def visual() -> Callable[[str], str]:
    """How fribidi shows a line, left to right: marks removed, letters in their plain form."""
    name = ctypes.util.find_library("fribidi")
    if not name:
        pytest.skip("fribidi is not on this machine (Debian: libfribidi0)")
    log2vis = ctypes.CDLL(name).fribidi_log2vis

    def show(line: str) -> str:
        # Base direction: that of the first strong character, as Telegram takes it; without one, left to right.
        base = ctypes.c_uint32({"L": 0x110, "R": 0x111, None: 0x110}[bidi.first_strong(line)])
        logical = (ctypes.c_uint32 * len(line))(*map(ord, line))
        shown = (ctypes.c_uint32 * (len(line) + 1))()
        assert log2vis(logical, len(line), ctypes.byref(base), shown, None, None, None)
        # Shaping joins two letters into one sign and fills up with U+FEFF.
        plain = unicodedata.normalize("NFKC", "".join(chr(char) for char in shown[: len(line)]).replace("\ufeff", ""))
        return bidi.strip_marks(plain).replace("\u200c", "")

    return show


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (FA.say("منبع: {who}.", who="@example"), ".@example :عبنم"),
        (FA.say("برای کمک /help را بفرستید."), ".دیتسرفب ار /help کمک یارب"),
        (FA.say("/help — راهنما"), "امنهار — /help"),
        (FA.say("متن: /read {n} را بفرستید", n=12), "دیتسرفب ار /read 12 :نتم"),
        (FA.say("تاریخ: {day}.", day="2026-01-12"), ".2026-01-12 :خیرات"),
        (
            FA.say("نشانی: {url} (انگلیسی).", url="https://example.org/a?b=1"),
            ".(یسیلگنا) https://example.org/a?b=1 :یناشن",
        ),
        (FA.say("{title} (۱۴۰۴)", title="End it now!"), "(۱۴۰۴) End it now!"),
        (FA.say("{a} – {b}", a=FA.number(18210), b=FA.number(470)), "۴۷۰ – ۱۸٬۲۱۰"),
        (FA.say("بین {a} تا {b} نفر", a=FA.number(15000), b=FA.number(16000)), "رفن ۱۶٬۰۰۰ ات ۱۵٬۰۰۰ نیب"),
        (FA.say("📣 {week}: فراخوان", week="Week 11"), "ناوخارف :Week 11 📣"),
        (FA.say("نام: {who} (۲).", who="ab\u202ecd\u2066"), ".(۲) abcd :مان"),
        (EN.say("Source: {who}, 2026.", who="شورای کارگران"), "Source: نارگراک یاروش, 2026."),
    ],
)
def test_a_sentence_is_shown_in_the_order_it_is_read(visual: Callable[[str], str], said: str, shown: str) -> None:
    """Names, handles, commands, dates and signs stand where a reader of the language looks for them."""
    assert visual(message.plain(said)) == shown


def test_the_shared_vectors_are_shown_as_they_were_measured(visual: Callable[[str], str]) -> None:
    """Lines whose display was measured before are shown the same, and begin in the direction found then."""
    if not SHARED.exists():
        pytest.skip("the measured vectors are not beside this checkout")
    for vector in json.loads(SHARED.read_text("utf-8"))["rules"]:
        assert visual(vector["logical"]) == vector["visual"].replace("\u200c", ""), vector["name"]
        assert bidi.first_strong(vector["logical"]) == vector["first_strong"], vector["name"]


def test_marks_are_stripped_and_spelling_stays() -> None:
    """Every mark that turns direction goes; the half-space and the joiner of an emoji stay."""
    assert (
        bidi.strip_marks("\u202aمی\u200cرود\u202c\u200e\u200f\u061c\u2067x\u2069\u206a 👩\u200d👧")
        == "می\u200cرودx 👩\u200d👧"
    )


def test_an_isolate_holds_exactly_its_text() -> None:
    """What is isolated can't close the isolate itself; nothing is not isolated."""
    assert bidi.isolate_unknown("a\u2069b") == "\u2068ab\u2069"
    assert bidi.isolate_ltr("/help\u202e") == "\u2066/help\u2069"
    assert bidi.isolate_unknown("") == bidi.isolate_ltr("") == ""


@pytest.mark.parametrize(
    ("text", "direction"),
    [("12 abc ب", "L"), ("«ب» a", "R"), ("\u2068abc\u2069 ب", "R"), ("۱۲ – 13", None), ("\u200f12", "R"), ("", None)],
)
def test_the_first_strong_character_gives_the_direction(text: str, direction: str | None) -> None:
    """Digits and signs have no direction, isolated text gives none."""
    assert bidi.first_strong(text) == direction


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="aبא1۲ «!\n\u2066\u2068\u2069\u200f/"))
def test_every_line_with_farsi_in_it_begins_right_to_left(text: str) -> None:
    """No line that has Farsi in it is read from the left, and to begin twice changes nothing."""
    begun = bidi.begin_rtl(text)
    assert bidi.strip_marks(begun) == bidi.strip_marks(text)
    assert bidi.begin_rtl(begun) == begun
    for line in begun.split("\n"):
        if "R" in bidi.directions(line):
            strong = [unicodedata.bidirectional(char) for char in line if bidi.directions(char) or char.isdigit()]
            assert strong[0] in ("R", "AL")
