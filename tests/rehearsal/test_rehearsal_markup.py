"""Mark-up is read as Telegram reads it, with its own parser or with ours."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rehearsal import markup, tdlib
from bot.rehearsal.entities import count_units, is_blank, read_text, render_html
from bot.rehearsal.methods import METHODS
from bot.rehearsal.parameters import read_table, reduce_specification
from bot.rehearsal.verdicts import Verdict

needs_tdjson = pytest.mark.skipif(not tdlib.available(), reason="tdjson is not installed")

TAGS = ["b", "strong", "i", "em", "u", "s", "del", "code", "pre", "tg-spoiler", "blockquote", "h1", "span", "B"]
PIECES = [
    *(f"<{tag}>" for tag in TAGS),
    *(f"</{tag}>" for tag in TAGS),
    "<blockquote expandable>",
    '<span class="tg-spoiler">',
    '<a href="https://example.org/a b?c=1&amp;d">',
    "<a href='tg://user?id=42'>",
    '<a href="nowhere">',
    "</a>",
    '<pre><code class="language-python">',
    "</code></pre>",
    *("</>", "<b", "</b", "&lt;", "&#1576;", "&#x41", "&nbsp;", "&", "سلام", "😀", " ", "\n", "x"),
]


def outcome(text: str, *, own: bool) -> object:
    try:
        plain, entities = markup.parse_html(text) if own else tdlib.parse(text, "html")
    except markup.BrokenMarkupError as error:
        return str(error)
    return plain, sorted(json.dumps(entity, sort_keys=True) for entity in entities)


@needs_tdjson
@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_our_reader_answers_as_telegrams_own(text: str) -> None:
    """The same text, the same entities, and the same words for what is wrong."""
    assert outcome(text, own=True) == outcome(text, own=False)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="<>&;abيک😀 \n\"'", max_size=40))
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert markup.parse_html(escaped) == (text, [])


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_what_is_shown_can_be_sent_again(text: str) -> None:
    """The HTML made from a text and its entities is read as the same text, so pages may show it."""
    try:
        plain, entities = read_text(text, "HTML")
    except Verdict:
        return
    entities = [entity for entity in entities if entity["type"] != "text_mention"]
    assert read_text(render_html(plain, entities), "HTML")[0] == plain


@needs_tdjson
@pytest.mark.parametrize(
    "text",
    [
        "/week@some_bot and /read",
        "سلام #خبر و @someone_else",
        "see https://example.org/a?b=c, or write to a@example.org.",
        "a/b 1/2 /week۲",
        "😀 /start",
    ],
)
def test_our_finder_finds_what_telegrams_own_finds(text: str) -> None:
    assert markup.find_entities(text) == tdlib.find_entities(text)


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("  <b> week </b>\n\n", "week"),
        ("a\u202eb\u2066c\u2069\u200fd", "ab\u2066c\u2069\u200fd"),
        ("a\r\nb\tc", "a\nb c"),
    ],
)
def test_telegram_cleans_what_it_is_sent(sent: str, shown: str) -> None:
    """Edges are trimmed and embeddings stripped; isolates and marks, which we write, stay."""
    text, entities = read_text(sent, "HTML")
    assert text == shown
    assert all(
        entity["offset"] >= 0 and entity["offset"] + entity["length"] <= count_units(text) for entity in entities
    )


def test_nothing_is_found_inside_code_and_links() -> None:
    text = '<code>/week</code> <a href="https://example.org">/read</a> /help <b>a</b><b>b</b>'
    kinds = [entity["type"] for entity in read_text(text, "HTML")[1]]
    assert kinds == ["code", "text_link", "bot_command", "bold"]


def test_invisible_text_is_blank() -> None:
    assert is_blank("\u200f \u200b\n")
    assert not is_blank("\u200fس")


def test_the_table_of_parameters_covers_every_method() -> None:
    assert set(read_table()) == {*METHODS, "getUpdates"}


def test_the_table_of_parameters_is_that_of_the_bot_api() -> None:
    path = Path(__file__).parents[2].parent / "shared" / "bot-api" / "api.json"
    if not path.exists():
        pytest.skip("the description of the Bot API is not beside the checkout")
    specification = json.loads(path.read_text("utf-8"))
    assert read_table() == reduce_specification(specification, list(read_table()))
