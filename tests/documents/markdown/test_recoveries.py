"""What a text sets off is found again in the Markdown that was made of it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.markdown import bodies, manuscripts, recoveries
from bot.documents.readings import read
from bot.documents.spans import Span

TEXT = """Bread for the valley

The mill closed in 2022.1 Those who worked there ask for bread and for the wages of autumn, as all of us do.

Those who worked there stand at the gate.

We ask:

- bread for all
- salt for all

The mill in the snow. Photo: Mina

1. A witness of the closing. [back]
"""


def span(words: str, kind: str, url: str | None = None, *, last: bool = False) -> Span:
    start = TEXT.rindex(words) if last else TEXT.index(words)
    return Span(start, start + len(words), kind, url)  # type: ignore[arg-type]


SPANS = (
    span("The mill closed", "bold"),
    span("closed", "italic"),
    span("wages of autumn", "link", "https://example.org/wages"),
    span("Those who worked there", "bold", last=True),
    span("salt", "code"),
    span("in the snow", "bold"),
    span("witness", "link", "https://example.org/witness"),
)


def test_all_that_was_set_off_is_found_where_it_stands() -> None:
    """The second of two like sentences, an item, a caption and a note are told apart from the others."""
    body = read("", TEXT, SPANS).body_markdown
    found = [each for each in recoveries.find(TEXT, [body]) if each.kind not in {"heading", "quote"}]
    words = {(TEXT[each.start : each.end], each.kind, each.url) for each in found}
    assert {(TEXT[each.start : each.end], each.kind, each.url) for each in SPANS} - words == {
        ("The mill closed", "bold", None)
    }
    assert {("The mill", "bold", None), ("closed", "bold", None)} <= words
    assert read("", TEXT, found).body_markdown == body


def test_words_that_stand_in_the_text_no_more_set_off_nothing() -> None:
    assert recoveries.find(TEXT, ["**Something else** was written here.\n"]) == ()


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_text_read_again_with_what_was_found_is_the_same(data: st.DataObject) -> None:
    """Wherever bold, italic, code and links begin and end."""
    places = st.integers(0, len(TEXT))
    kinds = st.sampled_from(["bold", "italic", "code", "link"])
    drawn = data.draw(st.lists(st.tuples(places, places, kinds), max_size=4))
    spans = [
        Span(start, end, kind, "https://example.org/a_b" if kind == "link" else None)  # type: ignore[arg-type]
        for start, end, kind in sorted(drawn)
        if start < end
    ]
    body = read("", TEXT, spans).body_markdown
    plain = recoveries.find(TEXT, [read("", TEXT).body_markdown])
    found = [
        each for each in recoveries.find(TEXT, [body]) if each not in plain or each.kind not in {"heading", "quote"}
    ]
    again = bodies.read(read("", TEXT, found).body_markdown)
    assert again == bodies.read(body)


MARKDOWN = """# Bread *for all*

The **mill** closed.[^1]

## What we ask

- bread
- [salt](https://example.org/salt)

> Somebody said so.

[^1]: A *witness*.
"""


def test_a_markdown_text_is_printed_with_what_it_sets_off() -> None:
    paper = manuscripts.read(MARKDOWN)
    rich = recoveries.flatten(paper.title, bodies.read(paper.body))
    assert rich.text == (
        "Bread for all\n\nThe mill closed.1\n\nWhat we ask\n\n- bread\n- salt\n\nSomebody said so.\n\n1. A witness."
    )
    assert [(rich.text[each.start : each.end], each.kind, each.url) for each in rich.spans] == [
        ("mill", "bold", None), ("What we ask", "heading", None), ("salt", "link", "https://example.org/salt"),
        ("Somebody said so.", "quote", None),
    ]  # fmt: skip


@pytest.mark.parametrize("kept", ["x\n\n" * 8_000, "**b**\n\n" * 8_000, "a **b** " * 4_000])
def test_hostile_texts_take_no_longer_than_their_length(kept: str) -> None:
    began = time.process_time()
    recoveries.find("a b " * 60_000, [kept])
    assert time.process_time() - began < 10
