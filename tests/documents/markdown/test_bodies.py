"""A body is read word for word: Markdown gives it structure and takes nothing away."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.markdown.bodies import Block, Kind, Note, Span, Style, read, text


def only(markdown: str) -> Block:
    (block,) = read(markdown).blocks
    return block


def shown(markdown: str) -> list[tuple[str, str]]:
    return [(block.kind.value, text(block)) for block in read(markdown).blocks]


def test_line_breaks_and_double_spaces_stay() -> None:
    """A paragraph is printed with the lines and spaces it was written with."""
    assert text(only("One  two\nthree  \nfour\\\nfive")) == "One  two\nthree\nfour\nfive"


def test_headings_lists_quotations_code_and_rules_are_known() -> None:
    """The blocks of a text keep their kind and their order."""
    written = "# Title\n\nPara\n\n- one\n\n> said\n\n```\nx  y\n z\n```\n\n***\n\nUnder\n---"
    assert shown(written) == [
        ("heading", "Title"),
        ("paragraph", "Para"),
        ("item", "- one"),
        ("quote", "said"),
        ("code", "x  y\n z"),
        ("rule", "***"),
        ("heading", "Under"),
    ]
    assert [block.level for block in read("# a\n\n### b").blocks] == [1, 3]


def test_list_markers_print_as_the_source_wrote_them() -> None:
    """Numbers start where the source starts; stars and pluses become a dot."""
    assert shown("3. three\n4. four\n\n7) seven") == [("item", "3. three"), ("item", "4. four"), ("item", "7) seven")]
    assert shown("- a\n\n* b\n\n+ c") == [("item", "- a"), ("item", "• b"), ("item", "• c")]
    assert shown("1986. A great year.") == [("item", "1986. A great year.")]


def test_nested_lists_and_quotations_keep_all_their_text() -> None:
    """What stands deep inside is printed with its depth; only the first block of an item has the marker."""
    blocks = read("- a\n  - b\n\n    more\n  - > said\n-\n\n> x\n> > y\n>\n> 1. z\n>\n> # h").blocks
    assert [(b.kind.value, b.level, text(b)) for b in blocks] == [
        ("item", 1, "- a"),
        ("item", 2, "- b"),
        ("item", 2, "more"),
        ("quote", 1, "- said"),
        ("item", 1, "- "),
        ("quote", 1, "x"),
        ("quote", 2, "y"),
        ("quote", 1, "1. z"),
        ("quote", 1, "h"),
    ]
    assert blocks[-1].spans == (Span("h", frozenset({Style.BOLD})),)


def test_styles_are_spans() -> None:
    """Bold, italic, struck and code are set off, also inside each other."""
    spans = only("a **b *c*** ~~d~~ `e  f`").spans
    assert [(span.text, {style.value for style in span.styles}) for span in spans] == [
        ("a ", set()),
        ("b ", {"bold"}),
        ("c", {"bold", "italic"}),
        (" ", set()),
        ("d", {"strike"}),
        (" ", set()),
        ("e  f", {"code"}),
    ]


def test_only_web_links_stay_links() -> None:
    """A web address can be opened; any other link is its text."""
    spans = only(
        "[a](https://example.org/?x=1&y=2 'T') [b](javascript:alert(1)) [c](mailto:x@example.org) <http://example.org>"
    ).spans
    assert [(span.text, span.link) for span in spans] == [
        ("a", "https://example.org/?x=1&y=2"),
        (" b c ", None),
        ("http://example.org", "http://example.org"),
    ]
    assert only("see https://example.org").spans == (Span("see https://example.org"),)


def test_images_become_their_alternative_text() -> None:
    """A picture is what its author says it shows."""
    assert text(only("before ![a *march* in the rain](images/a.jpg) after")) == "before a march in the rain after"


def test_a_mark_prints_as_its_label() -> None:
    """A footnote mark is a digit in the running text, as printed, and knows its note."""
    body = read("Prison[^1] and \\[[^3]\\]\n\n[^1]: One.\n[^3]: Three.")
    assert text(body.blocks[0]) == "Prison1 and [3]"
    assert [(span.text, span.note) for span in body.blocks[0].spans if span.note] == [("1", "1"), ("3", "3")]


def test_notes_without_a_mark_and_marks_without_a_note_are_kept() -> None:
    """What lost its other half is still printed, in its order."""
    body = read(
        "Text[^7] and[^x] [^word].\n\n[^9]: Nine.\n\nMore.\n\n[^x]: Ex *it*.\n\n    Second paragraph.\n[^9]: Again."
    )
    assert [text(block) for block in body.blocks] == ["Text7 andx [^word].", "More."]
    assert [(note.label, note.plain()) for note in body.notes] == [
        ("9", "9. Nine."),
        ("x", "x. Ex it.\n\nSecond paragraph."),
        ("9", "9. Again."),
    ]
    assert body.plain() == "Text7 andx [^word].\n\nMore.\n\n9. Nine.\n\nx. Ex it.\n\nSecond paragraph.\n\n9. Again."


def test_a_note_that_begins_with_its_label_does_not_say_it_twice() -> None:
    """Where the author numbered the notes by hand, the number is printed once."""
    assert read("[^1]: [1] See below.").notes[0].plain() == "[1] See below."
    assert read("[^1]: 12 people.").notes[0].plain() == "1. 12 people."
    assert read("[^1]:").notes == (Note("1", ()),)


def test_notes_inside_a_list_or_quotation_stand_for_themselves() -> None:
    """A note written below an item is a note, not an item."""
    body = read("- a[^1]\n\n  [^1]: Note.\n\n> [^2]: Said.")
    assert [note.blocks for note in body.notes] == [
        (Block(Kind.PARAGRAPH, (Span("Note."),)),),
        (Block(Kind.PARAGRAPH, (Span("Said."),)),),
    ]
    assert [text(block) for block in body.blocks] == ["- a1"]


@pytest.mark.parametrize(
    "written",
    [
        "<b>bold</b> <script>alert(1)</script>",
        "<div>\nblock\n</div>",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "[label]: https://example.org 'Title'",
        "a ^[inline note] b",
        "Term\n: definition",
        'www.example.org (c) -- ... "quoted"',
        "||hidden|| ==marked== x^2^",
    ],
)
def test_what_markdown_would_swallow_stays_as_text(written: str) -> None:
    """Raw HTML, tables, link definitions and foreign extensions are printed as they stand."""
    assert text(only(written)) == written


def test_the_language_of_a_code_block_is_part_of_its_text() -> None:
    """Words behind a fence are not lost."""
    assert text(only("```first words\nx\n```")) == "first words\nx"


WORD = st.text(alphabet="abcابپ۱2", min_size=1, max_size=6)
LINE = st.tuples(
    st.sampled_from(
        ["", "# ", "- ", "* ", "3. ", "> ", "> - ", "    ", "  ", "[^1]: ", "[^ab]: ", "```", "<p>", "| ", "=== ", "\t"]
    ),
    st.lists(
        st.tuples(st.sampled_from(["", "*", "**", "_", "`", "~~", "[^1]", "[", "](", "<", "&", "!["]), WORD), max_size=5
    ),
    st.sampled_from(["", "  ", "\\", "\n", "\n\n"]),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINE, max_size=12))
def test_every_word_survives(lines: list[tuple[str, list[tuple[str, str]], str]]) -> None:
    """However its marks are arranged, each word of a text is printed, or is the address of a link or picture."""
    markdown = "\n".join(start + " ".join(mark + word for mark, word in words) + end for start, words, end in lines)
    body = read(markdown)
    links = [span.link or "" for block in body.blocks for span in block.spans]
    printed = body.plain() + " ".join(links)
    for word in re.findall(r"[abcابپ۱2]+", re.sub(r"\]\([^)\s]*\)", "", markdown)):
        assert word in printed


def test_a_text_that_nests_too_deep_is_read_as_paragraphs() -> None:
    """Nobody can hide words at the bottom of a thousand quotations."""
    assert "deep down" in read("> " * 1000 + "deep down\n\nand more").plain()
    assert "and more" in read("> " * 1000 + "deep down\n\nand more").plain()
    stairs = "\n".join("  " * n + f"- step{n}" for n in range(80))
    assert all(f"step{n}" in read(stairs).plain() for n in range(80))


@pytest.mark.parametrize(
    "hostile", ["[" * 30_000, "*a **a " * 8_000, "![" * 15_000, "> a\n\n" * 8_000, "[^a]: x\n" * 8_000]
)
def test_hostile_texts_take_no_longer_than_their_length(hostile: str) -> None:
    """No arrangement of marks keeps the bot busy."""
    began = time.perf_counter()
    read(hostile)
    assert time.perf_counter() - began < 10
