"""A pasted text kept as Markdown reads back word for word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.documents import bodies
from bot.documents.readings import Reading, read

SAMPLES = sorted((Path(__file__).parent / "samples").glob("*.txt"))


def lines(text: str) -> list[str]:
    """The lines that are not blank, without white space at their ends or after the marker of a list item."""
    stripped = (line.strip() for line in text.split("\n"))
    return [re.sub(r"^(-|•|[0-9]{1,3}[.)])\s+", r"\1 ", line) for line in stripped if line]


def printed(reading: Reading) -> list[str]:
    body = bodies.read(reading.body_markdown)
    assert [note.label for note in body.notes] == sorted(
        set(labels := [note.label for note in body.notes]), key=labels.index
    )
    return [*lines(reading.title or ""), *lines(body.plain())]


def test_headings_lists_and_footnotes_become_markdown() -> None:
    paragraph = "The mill closed in 2022.1 It is *not* open, and [nobody] says 2 < 1 & 3_4."
    source = f"Title\n\n{paragraph}\n\nA heading\n\nWe ask:\n\n- bread\n- salt\n\n1. A witness [back]"
    assert read("a.txt", source).body_markdown == (
        "The mill closed in 2022.[^1] It is \\*not\\* open, and \\[nobody\\] says 2 \\< 1 & 3_4.\n\n"
        "## A heading\n\nWe ask:\n\n- bread\n- salt\n\n[^1]: A witness \\[back\\]\n"
    )


@pytest.mark.parametrize(
    ("mark", "note", "kept"),
    [
        ("mill[1] was", "[1] A witness", "mill\\[[^1]\\] was"),
        ("mill¹ was", "¹ A witness", "mill[^¹] was"),
        ("mill¹ was", "1. A witness", "mill¹ was"),
        ("mill.۱ Was", "۱. A witness", "mill.[^۱] Was"),
        ("mill.1 Was", "1. 1 witness", "mill.[^1] Was"),
    ],
)
def test_marks_and_notes_read_back_as_they_were_printed(mark: str, note: str, kept: str) -> None:
    """A mark becomes a footnote only if that changes nothing of what was printed."""
    source = f"The {mark} closed.\n\nNotes\n\n{note}"
    reading = read("a.txt", source)
    assert kept in reading.body_markdown
    assert printed(reading) == lines(source)


def test_marks_without_a_note_stay_plain_text() -> None:
    reading = read("a.txt", "It began here.1 It went on.2 It ended.3\n\n1. a [back]\n\n3. c [back]")
    assert (
        reading.body_markdown
        == "It began here.[^1] It went on.2 It ended.[^3]\n\n[^1]: a \\[back\\]\n\n[^3]: c \\[back\\]\n"
    )


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_sample_reads_back_word_for_word(path: Path) -> None:
    source = path.read_text("utf-8")
    assert printed(read(path.name, source)) == lines(source)


MARKUP = st.sampled_from(
    [
        "#", "##", "-", "- ", "* ", "+", "1.", "1) ", ">", "`", "```", "~~", "*", "_", "__", "[", "]", "[^1]", "[^1]: ",
        "(", ")", "<", "<b>", "&", "&amp;", "\\", "|", "---", "===", "!", "http://a.b", "\n", "\n\n", " ", "    ", "\t",
        "a", "b1", ".", ":", "Ab", "c.1 ", "[2] ", "آ", "\u200c", "\u00a0", "¹", "\n\n1. n [back]", "\n\n[2] m",
        "Notes", "• ",
    ]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(MARKUP, max_size=30).map("".join) | st.text(max_size=80))
@example("a.1(b)\n\n1. n [back]")
@example("a[1]: b\n\n[1] n\n\nc")
@example("- a\n\n    b\n- c")
@example("--- ---")
@example("- - -\n===\n# \n> a")
def test_any_text_reads_back_word_for_word(source: str) -> None:
    """Whatever was pasted, no character of it is taken for markup or lost; the title comes first, footnotes last."""
    reading = read("a.txt", source)
    assert sorted(printed(reading)) == sorted(lines(reading.source_text))
    if not reading.footnotes.notes:
        title = lines(reading.title or "")
        above = [passage for passage in reading.passages if passage.kind == "title"]
        rest = reading.source_text
        for passage in reversed(above):
            rest = rest[: passage.start] + rest[passage.end :]
        assert printed(reading) == title + lines(rest)
