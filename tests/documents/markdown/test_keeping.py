"""A pasted text kept as Markdown reads back word for word, but for what a web page left in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.documents.markdown import bodies
from bot.documents.passages import SAME_LINE, Passage
from bot.documents.readings import Reading, read

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.txt"))


def lines(text: str) -> list[str]:
    """The lines that are not blank, without white space at their ends or after the marker of a list item."""
    stripped = (line.strip() for line in text.split("\n"))
    return [re.sub(r"^(-|•|[0-9]{1,3}[.)])\s+", r"\1 ", line) for line in stripped if line]


def to_read(reading: Reading) -> str:
    """The source without what is kept from readers: lines of web pages, and ways back from notes to their marks."""
    cuts = [(each.start, each.end) for each in reading.passages if each.kind == "debris"]
    cuts += [(note.passage.start + note.ends, note.passage.end) for note in reading.footnotes.notes if note.way_back]
    text = reading.source_text
    for start, end in sorted(cuts, reverse=True):
        text = text[:start] + text[end:]
    return text


def printed(reading: Reading) -> list[str]:
    body = bodies.read(reading.body_markdown)
    assert [note.label for note in body.notes] == sorted(
        set(labels := [note.label for note in body.notes]), key=labels.index
    )
    titles = [line for passage in reading.passages if passage.kind == "title" for line in lines(passage.text)]
    return [*titles, *lines(body.plain())]


def test_headings_lists_and_footnotes_become_markdown() -> None:
    paragraph = "The mill closed in 2022.1 It is *not* open, and [nobody] says 2 < 1 & 3_4."
    asked = "We ask for this, and for no more than this:\n\n- bread\n- salt"
    source = f"Title\n\n{paragraph}\n\nWhat the weavers say\n\n{asked}\n\n1. A witness [back]"
    assert read("a.txt", source).body_markdown == (
        "The mill closed in 2022.[^1] It is \\*not\\* open, and \\[nobody\\] says 2 \\< 1 & 3_4.\n\n"
        "## What the weavers say\n\nWe ask for this, and for no more than this:\n\n- bread\n- salt\n\n[^1]: A witness\n"
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
    assert reading.body_markdown == "It began here.[^1] It went on.2 It ended.[^3]\n\n[^1]: a\n\n[^3]: c\n"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_sample_reads_back_word_for_word(path: Path) -> None:
    source = path.read_text("utf-8")
    reading = read(path.name, source)
    for each in reading.parts or (reading,):
        assert printed(each) == lines(to_read(each))


def test_the_whole_of_a_collection_stands_in_its_body() -> None:
    """Until its parts are posts of their own, nothing of them is lost."""
    source = (Path(__file__).parents[1] / "samples" / "collection.txt").read_text("utf-8")
    reading = read("collection.txt", source)
    assert printed(reading) == [line for line in lines(source) if line not in reading.drop]
    own = lines(f"{reading.lead}\n{reading.afterword}")
    assert lines(bodies.read(reading.own_markdown).plain()) == [line for line in own if line not in reading.drop]


def test_debris_and_ways_back_are_kept_from_readers_and_listed() -> None:
    source = (
        "Bread\n\nThe mill closed.1 It is cold there.\n\nTweet URL\n\nNobody came.\n\n"
        "1. A witness. [back]\n\nLeave a Reply"
    )
    reading = read("a.txt", source)
    assert reading.source_text == source
    assert (
        bodies.read(reading.body_markdown).plain()
        == "The mill closed.1 It is cold there.\n\nNobody came.\n\n1. A witness."
    )
    assert reading.drop == ("Tweet URL", "Leave a Reply", "[back]")


def test_captions_are_set_apart_from_sentences() -> None:
    source = (
        "Bread\n\nThe mill closed in the first snow, and nobody came.\n\n"
        "The mill in *May*.   Photo: @m1ll\n\nIt is cold there."
    )
    reading = read("a.txt", source)
    spans = bodies.read(reading.body_markdown).blocks[1].spans
    assert [(span.text, [style.value for style in span.styles]) for span in spans] == [
        ("The mill in *May*.   Photo: @m1ll", ["italic"])
    ]


MARKUP = st.sampled_from(
    [
        "#", "##", "-", "- ", "* ", "+", "1.", "1) ", ">", "`", "```", "~~", "*", "_", "__", "[", "]", "[^1]", "[^1]: ",
        "(", ")", "<", "<b>", "&", "&amp;", "\\", "|", "---", "===", "!", "http://a.b", "\n", "\n\n", " ", "    ", "\t",
        "a", "b1", ".", ":", "Ab", "c.1 ", "[2] ", "آ", "\u200c", "\u00a0", "¹", "\n\n1. n [back]", "\n\n[2] m",
        "Notes", "• ", "\n\nTweet URL\n\n", "\n> ", "Photo: Ab\n\n",
        "\n\n[This text was found in a mill and is given as it was.] ",
    ]
)  # fmt: skip


def lines_of(passage: Passage) -> list[str]:
    return [] if passage.kind == "debris" else lines(passage.text)


@settings(max_examples=300, deadline=None)
@given(st.lists(MARKUP, max_size=30).map("".join) | st.text(max_size=80))
@example("a.1(b)\n\n1. n [back]")
@example("a[1]: b\n\n[1] n\n\nc")
@example("- a\n\n    b\n- c")
@example("--- ---")
@example("#\n#\n\n[This text was found in a mill and is given as it was.] #\n+")
@example("- - -\n===\n# \n> a")
def test_any_text_reads_back_word_for_word(source: str) -> None:
    """Whatever was pasted, no character of it is taken for markup or lost; the title comes first, footnotes last."""
    reading = read("a.txt", source)
    source = to_read(reading)
    assert sorted(printed(reading)) == sorted(lines(source))
    if not reading.footnotes.notes:
        title = [line for passage in reading.passages if passage.kind == "title" for line in lines(passage.text)]
        above = [passage for passage in reading.passages if passage.kind == "title"]
        if not any(passage.gap == SAME_LINE for passage in reading.passages):
            rest = [line for passage in reading.passages if passage not in above for line in lines_of(passage)]
            assert printed(reading) == title + rest
