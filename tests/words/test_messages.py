"""Long texts arrive in several messages with nothing lost, and buttons are what Telegram takes."""

from __future__ import annotations

import json
import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup, escape

from bot.words import message
from bot.words.message import Button, lay, plain, units


def parsed(html: str) -> str:
    """The text Telegram's own parser reads; fails where it refuses the HTML."""
    tdjson = pytest.importorskip("tdjson", reason="Telegram's parser comes for Linux alone")
    tdjson.td_execute(b'{"@type": "setLogVerbosityLevel", "new_verbosity_level": 0}')
    request = {"@type": "parseTextEntities", "text": str(html), "parse_mode": {"@type": "textParseModeHTML"}}
    answer = json.loads(tdjson.td_execute(json.dumps(request).encode()))
    assert answer["@type"] == "formattedText", answer
    return str(answer["text"])


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


LETTERS = st.text(alphabet="aب ,.!؟\n<&>\"'😀👩\u200d👧e\u0301\u200c🇮🇷", max_size=60)


TAGS = {
    "b": Markup("<b>{}</b>"),
    "i": Markup("<i>{}</i>"),
    "s": Markup("<s>{}</s>"),
    "a": Markup('<a href="https://example.org/?a=1&amp;b=2">{}</a>'),
    "blockquote": Markup("<blockquote>{}</blockquote>"),
}


@st.composite
def blocks(draw: st.DrawFn, tags: tuple[str, ...] = tuple(TAGS)) -> Markup:
    """HTML as the bot makes it: escaped text, and tags around tags, each kind once on the way down."""
    out = escape(draw(LETTERS))
    for tag in draw(st.lists(st.sampled_from(tags), max_size=3)) if tags else ():
        inner = draw(blocks(tuple(other for other in tags if other != tag)))
        out += TAGS[tag].format(inner) + escape(draw(LETTERS))
    return out


@settings(max_examples=120, deadline=None)
@given(st.lists(blocks(), max_size=6), st.integers(12, 200))
def test_laid_text_is_whole(given_blocks: list[Markup], limit: int) -> None:
    """Whatever is laid, all of it arrives in order, no message is too long, and Telegram's parser takes each."""
    laid = lay(given_blocks, limit)
    assert squeezed("".join(plain(html) for html in laid)) == squeezed("".join(plain(block) for block in given_blocks))
    for html in laid:
        assert units(html) <= limit
        assert plain(html).strip()
        assert parsed(html) == plain(html)


@settings(max_examples=60, deadline=None)
@given(blocks())
def test_the_length_is_the_one_telegram_counts(html: Markup) -> None:
    """Units are those of the text that Telegram's parser keeps, counted in UTF-16."""
    assert units(html) == len(parsed(html).encode("utf-16-le")) // 2


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet="abcد", min_size=1, max_size=30), min_size=1, max_size=20))
def test_blocks_with_room_are_never_cut(texts: list[str]) -> None:
    """A block with room stands whole in one message, and no message had room for the next one's first block."""
    given_blocks = [escape(text) for text in texts]
    laid = lay(given_blocks, 40)
    assert [block for html in laid for block in html.split("\n\n")] == [str(block) for block in given_blocks]
    for one, other in pairwise(laid):
        assert units(one) + 2 + units(other.split("\n\n")[0]) > 40


def test_a_long_block_is_cut_where_a_reader_would_pause() -> None:
    """Paragraphs first, then sentences, then words."""
    assert lay([Markup("One one one.\n\nTwo two. Three")], 24) == ["One one one.", "Two two. Three"]
    assert lay([Markup("One one one. Two two two")], 20) == ["One one one.", "Two two two"]
    assert lay([Markup("او گفت: «نان؟» بعد رفت و آمد")], 20) == ["او گفت: «نان؟»", "بعد رفت و آمد"]
    assert lay([Markup("one two three four")], 10) == ["one two", "three four"]


def test_tags_are_closed_at_a_cut_and_opened_again() -> None:
    """Bold stays bold and a link a link on both sides of a cut."""
    html = Markup('<b>one <a href="https://example.org">two three</a></b> four')
    assert lay([html], 8) == [
        '<b>one <a href="https://example.org">two</a></b>',
        '<b><a href="https://example.org">three</a></b>',
        "four",
    ]


@pytest.mark.parametrize("letter", ["👩\u200d👩\u200d👧", "e\u0301\u0323", "🇮🇷", "👍🏽", "ب\u064e\u0651", "❤\ufe0f"])
def test_a_letter_is_never_parted_from_its_marks(letter: str) -> None:
    """A family, a flag, a vowelled letter stay one, even without a space in sight."""
    laid = lay([escape(letter * 20)], 17)
    assert len(laid) > 1
    for html in laid:
        assert plain(html).replace(letter, "") == ""


def test_a_letter_longer_than_a_message_is_cut_all_the_same() -> None:
    """Nobody can stop the bot with a letter that carries a thousand marks."""
    laid = lay([escape("a" + "\u0301" * 1000)], 100)
    assert "".join(laid) == "a" + "\u0301" * 1000
    assert max(units(html) for html in laid) <= 100


def test_nothing_is_laid_of_nothing() -> None:
    """Empty blocks make no message."""
    assert lay([]) == lay([Markup(""), Markup("<b> </b>\n")]) == []


def test_the_common_limit_leaves_room_below_telegrams() -> None:
    """What is added to a finished text still fits into 4,096 units."""
    laid = lay([escape("کلمه " * 3000)])
    assert len(laid) == 4
    assert all(units(html) <= message.LIMIT < 4096 for html in laid)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab .!\n؟»😀", max_size=80))
def test_sentences_are_all_of_the_text(text: str) -> None:
    """Sentences and the white space between them are the text."""
    spans = message.sentences(text)
    assert squeezed("".join(text[start:end] for start, end in spans)) == squeezed(text)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)


@pytest.mark.parametrize(
    "wrong",
    [
        {"label": "Read"},
        {"label": "Read", "command": "/read 1", "url": "https://example.org"},
        {"label": " ", "command": "/read 1"},
        {"label": "Read", "command": "read 1"},
        {"label": "Read", "command": "/search " + "ب" * 29},
        {"label": "Read", "url": "javascript:alert(1)"},
        {"label": "Read", "url": "https://"},
        {"label": "Read", "url": "https://example.org/a b"},
    ],
)
def test_a_button_telegram_would_refuse_is_not_made(wrong: dict[str, str]) -> None:
    """A button has one thing to do, in at most 64 bytes, or one safe address."""
    with pytest.raises(ValueError, match=r"\w"):
        Button(**wrong)


def test_buttons_press_commands_or_open_addresses() -> None:
    """A press types a command; a link opens in a browser or in Telegram."""
    assert Button("Read", command="/search " + "ب" * 28).command is not None
    assert Button("Open", url="tg://resolve?domain=example").url
    assert Button("Open", url="https://example.org").command is None
