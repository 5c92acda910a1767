"""How the page of the rehearsal lays messages, and whether everybody can use it: in a real browser."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.words import bidi
from bot.words.rehearsals import SENTENCES
from tests.rehearsal.screens import Screen, expect, find_browser

pytestmark = pytest.mark.skipif(find_browser() is None, reason="no browser is installed; apt-get install chromium")

MEASURES = Path(__file__).with_name("measures.js").read_text("utf-8").rstrip().partition("*/\n")[2]
VECTORS = Path(__file__).parents[3] / "shared" / "bidi_vectors.json"
ALLOWED = {"A", "B", "BLOCKQUOTE", "BR", "BUTTON", "CODE", "DIV", "I", "PRE", "S", "SPAN", "SVG", "U", "USE"}
LINES = "return [...box.querySelectorAll('.line')].map((line) => [line.dir, line.textContent])"
LAY = "const box = document.createElement('div'); box.append(it.lay(given[0], given[1]));"


@pytest.fixture(scope="module")
def screen(rehearsal: str, browser: Any) -> Iterator[Screen]:
    """One window for all that changes nothing."""
    screen = Screen(browser, rehearsal).open("sara")
    yield screen
    screen.close()
    assert (screen.outside, screen.complaints) == ([], [])


def lines(screen: Screen, html: str, language: str = "fa") -> list[tuple[str, str]]:
    return [(way, text) for way, text in screen.module("markup", LAY + LINES, [html, language])]


def measure(screen: Screen, what: str) -> list[str]:
    """The faults that the browser finds on the page as it is shown."""
    found: list[str] = screen.page.evaluate(f"() => {MEASURES}.{what}()")
    return found


def test_every_strong_character_is_known(screen: Screen) -> None:
    """The page's table agrees with Unicode's for every character of its version 3.2; newer ones may move."""
    every = map(chr, range(sys.maxunicode + 1))
    known = [char for char in every if unicodedata.ucd_3_2_0.category(char) not in ("Cn", "Cs", "Co")]
    ask = "return [...given].map((char) => it.strength(char.codePointAt(0)) ?? '-').join('')"
    kinds = screen.module("letters", ask, "".join(known))
    wanted = [{"L": "L", "R": "R", "AL": "R"}.get(unicodedata.bidirectional(char), "-") for char in known]
    assert [hex(ord(char)) for char, kind, want in zip(known, kinds, wanted, strict=True) if kind != want] == []


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.text(st.sampled_from("a ۱1س-/א\u200e\u200f\u2066\u2067\u2068\u2069\u202b.é😀")), min_size=1, max_size=20
    )
)
def test_a_line_begins_where_the_bot_thinks_it_does(screen: Screen, texts: list[str]) -> None:
    """Page and bot find the same first strong character, isolates and marks included."""
    found = screen.module("directions", "return given.map((text) => it.firstStrong(text))", texts)
    assert found == [bidi.first_strong(text) for text in texts]


@pytest.mark.skipif(not VECTORS.exists(), reason="the vectors lie beside the checkout")
def test_lines_run_as_in_the_collected_examples(screen: Screen) -> None:
    """The direction of every line of the examples, marks as written."""
    examples = [one for part in ("study", "rules") for one in json.loads(VECTORS.read_text("utf-8"))[part]]
    texts = [one["logical"].encode("ascii", "backslashreplace").decode("unicode_escape") for one in examples]
    found = screen.module("directions", "return given.map((text) => it.firstStrong(text))", texts)
    wanted = [one["first_strong"] if one["first_strong"] in ("L", "R") else None for one in examples]
    assert [(one["name"], got) for one, got, want in zip(examples, found, wanted, strict=True) if got != want] == []


def test_each_line_has_its_own_direction(screen: Screen) -> None:
    """Not the browser's guess for the whole: a line of each, one with a mark, one without anything strong."""
    html = "Reuters گزارش داد\n\u200fReuters گزارش داد\nسلام Tom\n\n12:30"
    assert [way for way, _ in lines(screen, html)] == ["ltr", "rtl", "rtl", "rtl", "rtl"]
    assert lines(screen, html, "en")[-1] == ("ltr", "12:30")


def test_marks_go_on_over_the_end_of_a_line(screen: Screen) -> None:
    """What is bold, a link or hidden in one line is so in the next, each line still an element of its own."""
    html = '<b>یک\n<i>two <a href="https://example.org/">سه\nfour</a></i></b> پنج'
    assert lines(screen, html) == [("rtl", "یک"), ("ltr", "two سه"), ("ltr", "four پنج")]
    made = screen.module(
        "markup", LAY + "return [...box.querySelectorAll('.line')].map((line) => line.innerHTML)", [html, "fa"]
    )
    assert made[0] == "<b>یک</b>"
    assert made[1].startswith("<b><i>two <a ")
    assert made[2].startswith("<b><i><a ")
    assert made[2].endswith("</a></i></b> پنج")


def test_blocks_add_no_empty_lines(screen: Screen) -> None:
    """A quotation ends its own line, as in Telegram; an empty line that was written stays."""
    html = "a\n<blockquote>b\nc</blockquote>\nd\n\n<pre>e</pre>f"
    assert [text for _, text in lines(screen, html, "en")] == ["a", "b", "c", "d", "", "e", "f"]


@pytest.mark.parametrize(
    "html",
    [
        "<script>window.hurt = 1</script>x",
        "<img src=x onerror='window.hurt = 1'>x",
        "<svg onload='window.hurt = 1'><use href='//evil.example/#a'></svg>x",
        "<a href='javascript:window.hurt = 1'>x</a>",
        "<a href='data:text/html,<script>1</script>'>x</a>",
        "<b style='position:fixed' onclick='window.hurt = 1' class='main'>x</b>",
        "<iframe src='https://evil.example/'></iframe>x",
        "<b><i>x",
        "x</b></i><",
        "<span class='tg-spoiler evil'>x</span>",
        "&#0;&#x110000;&#xd800;x",
    ],
)
def test_nothing_unknown_is_built(screen: Screen, html: str) -> None:
    """Whatever a message holds, only elements and attributes of the page's own list come of it."""
    script = LAY + (
        "document.body.append(box);"
        "const all = [...box.querySelectorAll('*')];"
        "all.forEach((one) => { if (one.tagName !== 'A') one.click(); }); box.remove();"
        "return { tags: all.map((one) => one.tagName.toUpperCase()), text: box.textContent, hurt: window.hurt ?? null,"
        " names: all.flatMap((one) => one.getAttributeNames()), links: all.map((one) => one.href).filter(Boolean) }"
    )
    made = screen.module("markup", script, [html, "en"])
    assert set(made["tags"]) <= ALLOWED
    assert made["hurt"] is None
    assert "x" in made["text"]
    assert not {"style", "onclick", "onload", "onerror", "src"} & set(made["names"])
    assert made["links"] == []


def test_hidden_text_is_shown_by_key_and_press(screen: Screen) -> None:
    """A spoiler over two lines opens as one, by Enter, and until then a screen reader is not told its text."""
    html = "a <span class='tg-spoiler'>secret\nmore</span> b"
    script = LAY + "box.id = 'trial'; document.querySelector('#log').append(box)"
    screen.module("markup", script, [html, "en"])
    hidden = screen.page.locator("#trial .spoiler")
    expect(hidden).to_have_count(2)
    assert "secret" not in screen.page.locator("#trial").aria_snapshot()
    hidden.first.focus()
    screen.page.keyboard.press("Enter")
    expect(screen.page.locator("#trial .spoiler.open")).to_have_count(2)
    assert "secret" in screen.page.locator("#trial").aria_snapshot()
    screen.page.evaluate("() => document.querySelector('#trial').remove()")


def test_long_quotations_are_folded_to_three_lines(screen: Screen) -> None:
    """An expander shows the rest; a short quotation has none."""
    for text, folded in (("1\n2\n3\n4\n5\n6", True), ("1\n2", False)):
        html = f"<blockquote expandable>{text}</blockquote>"
        script = LAY + "box.id = 'trial'; box.className = 'text'; document.querySelector('#log').append(box)"
        screen.module("markup", script, [html, "en"])
        button = screen.page.locator("#trial .unfold")
        if folded:
            height = screen.page.locator("#trial .quote").bounding_box()
            expect(button).to_have_attribute("aria-expanded", "false")
            button.click()
            expect(button).to_have_attribute("aria-expanded", "true")
            opened = screen.page.locator("#trial .quote").bounding_box()
            assert height
            assert opened
            assert opened["height"] > height["height"] + 30
        else:
            expect(button).to_be_hidden()
        screen.page.evaluate("() => document.querySelector('#trial').remove()")


@pytest.mark.parametrize("language", ["en", "fa"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_everything_has_a_name_and_can_be_read(rehearsal: str, browser: Any, language: str, theme: str) -> None:
    """What can be used has a name for screen readers, as the browser computes it; text has a contrast of 4.5."""
    screen = Screen(browser, rehearsal, language=language, theme=theme).open("nasrin")
    screen.page.locator("details summary").click()
    screen.page.locator("#field").fill("/")
    expect(screen.page.locator("#menu")).to_be_visible()
    session = screen.context.new_cdp_session(screen.page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    wanted = {
        "button",
        "link",
        "textbox",
        "switch",
        "listbox",
        "option",
        "combobox",
        "log",
        "dialog",
        "group",
        "article",
    }
    wanted |= {"navigation", "complementary", "region"}
    nameless = [
        node["role"]["value"]
        for node in nodes
        if not node.get("ignored")
        and node["role"]["value"] in wanted
        and not node.get("name", {}).get("value", "").strip()
    ]
    assert nameless == []
    assert measure(screen, "contrast") == []
    screen.close()
    assert screen.complaints == []


@pytest.mark.parametrize("language", ["en", "fa"])
@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_sticks_out_at_any_width(rehearsal: str, browser: Any, language: str, width: int) -> None:
    """No part is wider than the window, and on a phone one goes from the list to a chat and back."""
    screen = Screen(browser, rehearsal, language=language, size=(width, 700)).open(None)
    assert measure(screen, "outside") == []
    screen.show("nasrin")
    expect(screen.said.first).to_be_visible()
    assert measure(screen, "outside") == []
    if width < 720:
        expect(screen.page.locator(".chats")).to_be_hidden()
        screen.page.locator("#panel-button").click()
        expect(screen.page.locator("#life")).to_be_visible()
        assert measure(screen, "outside") == []
        screen.page.keyboard.press("Escape")
        expect(screen.page.locator("#life")).to_be_hidden()
        screen.page.keyboard.press("Escape")
        expect(screen.page.locator(".chats")).to_be_visible()
        expect(screen.page.locator("#talk")).to_be_hidden()
    screen.close()
    assert screen.complaints == []


def test_the_page_says_nothing_that_has_no_sentence(screen: Screen) -> None:
    """Nowhere on the page stands the key of a sentence instead of the sentence."""
    keys = [key for key in SENTENCES if "_" in key]
    seen = screen.page.evaluate(
        "() => document.body.innerText + [...document.querySelectorAll('[aria-label], [title], [placeholder]')]"
        ".map((one) => `${one.ariaLabel} ${one.title} ${one.placeholder}`).join(' ')"
    )
    assert [key for key in keys if key in seen] == []
