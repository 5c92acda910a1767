"""A long text is read page by page, whole, with its footnotes where they are cited."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.markdown import bodies
from bot.words import bidi, message
from bot.words.pages import SEPARATOR, Page, brief, pages

SHARED = Path(__file__).parents[2].parent / "shared" / "documents"
SENTENCE = "Councils met in the square and spoke of bread. "


def read(markdown: str, limit: int = message.LIMIT, language: str = "en") -> list[Page]:
    return pages(bodies.read(markdown), language, limit)


def parsed(html: str) -> str:
    """The text Telegram's own parser reads; fails where it refuses the HTML."""
    tdjson = pytest.importorskip("tdjson", reason="Telegram's parser comes for Linux alone")
    tdjson.td_execute(b'{"@type": "setLogVerbosityLevel", "new_verbosity_level": 0}')
    request = {"@type": "parseTextEntities", "text": str(html), "parse_mode": {"@type": "textParseModeHTML"}}
    answer = json.loads(tdjson.td_execute(json.dumps(request).encode()))
    assert answer["@type"] == "formattedText", answer
    return str(answer["text"])


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", bidi.strip_marks(text))


def source(body: bodies.Body) -> str:
    return squeezed("".join(bodies.text(block) for block in body.blocks))


def joined(found: list[Page]) -> str:
    return squeezed("".join(message.plain(page.body) for page in found))


def test_a_short_text_is_one_page() -> None:
    """Headings are bold, quotations set off, links live, and footnotes follow a thin line."""
    (page,) = read(
        "# Title\n\nPara **bold**[^1] <x>\n\n> said\n>\n> more\n\n- a\n  - b\n\n[^1]: Note [link](https://example.org)."
    )
    assert page.html == (
        "<b>Title</b>\n\nPara <b>bold</b>1 &lt;x&gt;\n\n<blockquote>said\n\nmore</blockquote>\n\n- a\n  - b"
        '\n\n———\n1. Note <a href="https://example.org">link</a>.'
    )
    assert page.notes == ("1",)
    assert page.html.startswith(page.body)


def test_a_long_quotation_folds() -> None:
    """A quotation longer than a screen can be folded open by its reader."""
    (page,) = read("> " + SENTENCE * 20)
    assert page.html.startswith("<blockquote expandable>Councils")


def test_code_keeps_its_lines() -> None:
    """What is set in code is shown letter by letter, and nothing is set inside it."""
    assert read("```\na  <b\n```\n\n**x `y`**")[0].html == "<pre>a  &lt;b</pre>\n\n<b>x </b><code>y</code>"


def test_pages_end_between_paragraphs() -> None:
    """A paragraph with room on a page of its own is never cut."""
    paragraphs = [f"{n}. {SENTENCE * 4}".strip().replace(". C", " C", 1) for n in range(9)]
    found = read("\n\n".join(paragraphs), 450)
    assert [paragraph for page in found for paragraph in message.plain(page.html).split("\n\n")] == paragraphs
    assert len(found) == 5


def test_a_paragraph_longer_than_a_page_is_cut_between_sentences() -> None:
    """Each page of a very long paragraph ends with a full stop, and inside a page it is one paragraph."""
    found = read(SENTENCE * 30, 400)
    assert len(found) == 4
    for page in found:
        assert page.html.endswith("bread.")
        assert "\n" not in page.html


def test_a_mark_behind_a_full_stop_stays_with_its_sentence() -> None:
    """A cut never parts a sentence from the mark that belongs to it."""
    found = read("A sentence about bread.[^1] " * 20 + "\n\n[^1]: Note.", 200)
    assert all(message.plain(page.body).endswith("bread.1") for page in found)


def test_notes_stand_on_every_page_that_cites_them() -> None:
    """Who reads a mark finds its note below, in the order of the marks, and again on a later page that cites it."""
    paragraphs = [f"{SENTENCE * 3}[^{label}]" for label in ("b", "a", "b")]
    found = read("\n\n".join(paragraphs) + "\n\n[^a]: First note.\n\n[^b]: Other note.", 200)
    assert [page.notes for page in found] == [("b",), ("a",), ("b",)]
    assert found[1].html.endswith(f"\n\n{SEPARATOR}\na. First note.")
    assert len({page.html for page in found}) == 2


def test_notes_without_a_mark_stand_on_the_last_page() -> None:
    """A note that lost its mark is not lost itself."""
    found = read(f"{SENTENCE * 3}[^1]\n\n{SENTENCE * 3}\n\n[^9]: Nine.\n[^1]: One.", 200)
    assert [page.notes for page in found] == [("1",), ("9",)]
    assert read("[^9]: Nine.")[0].html == f"{SEPARATOR}\n9. Nine."
    assert read("Mark[^9].")[0].notes == ()


def test_a_note_too_long_for_its_page_goes_on_after_it() -> None:
    """The whole of a long note is read on the next pages, before the text goes on."""
    found = read(f"Cited here.[^1]\n\nNext paragraph.\n\n[^1]: {SENTENCE * 20}", 300)
    assert [bool(page.body) for page in found] == [True, False, False, False, False, True]
    notes = "".join(message.plain(page.html).split(SEPARATOR)[1] for page in found[1:-1])
    assert squeezed(notes) == squeezed("1. " + SENTENCE * 20)
    assert [page.notes for page in found] == [(), *[("1",)] * 4, ()]


def test_a_paragraph_with_many_notes_is_cut_so_that_they_fit() -> None:
    """Notes that have no room beside a whole paragraph share it out over pages."""
    marks = " ".join(f"Sentence number {n} is here.[^{n}]" for n in range(12))
    found = read(marks + "\n\n" + "\n".join(f"[^{n}]: Note for number {n}, a little longer." for n in range(12)), 300)
    assert [label for page in found for label in page.notes] == [str(n) for n in range(12)]
    for page in found:
        cited = re.findall(r"here\.(\d+)", message.plain(page.body))
        assert tuple(cited) == page.notes


def test_a_heading_leads_what_it_stands_over() -> None:
    """No page ends with a heading, and none is only one."""
    for length in range(1, 9):
        markdown = f"{SENTENCE * length}\n\n# Heading\n\n## Lower\n\n{SENTENCE * 3}\n\n# Last heading"
        for page in read(markdown, 260):
            text = message.plain(page.html)
            assert not text.endswith("Lower")
            assert text not in ("Heading", "Heading\n\nLower", "Lower", "Last heading")


def test_a_text_of_headings_alone_is_still_shown() -> None:
    """Where there is nothing else, headings are pages."""
    found = read("\n\n".join(f"# {SENTENCE}" for _ in range(10)), 200)
    assert joined(found) == squeezed(SENTENCE * 10)


def test_lines_of_a_farsi_text_begin_right_to_left() -> None:
    """A Farsi line that starts with a digit or Latin letters is led by U+200F; a line of English is left alone."""
    (page,) = read("۱۲ دی\n\nReuters گفت\n\nAll English here!\n\n> 12 نفر\n\nمتن[^1]\n\n[^1]: خبر", language="fa")
    assert page.html == (
        "\u200f۱۲ دی\n\n\u200fReuters گفت\n\nAll English here!\n\n<blockquote>\u200f12 نفر</blockquote>\n\nمتن1"
        "\n\n———\n\u200f1. خبر"
    )
    assert read("۱۲ دی", language="en")[0].html == "۱۲ دی"


def test_direction_marks_from_outside_are_taken_off() -> None:
    """A text can't turn its lines by hidden marks; its half-spaces stay."""
    (page,) = read("می\u200cرود \u202eabc\u202c \u2067x\u2069 \u200f`\u200ey`", language="fa")
    assert page.html == "می\u200cرود abc x <code>y</code>"


def test_nothing_has_no_pages() -> None:
    """An empty text has no page, and a page too small for a sentence is refused."""
    assert read(" \n") == []
    with pytest.raises(ValueError, match="room"):
        read("a", 50)


WORDS = st.text(alphabet="ab ب۱.!؟<&😀👩\u200d\u200c\u202e\u2068", max_size=90)
BLOCK = st.tuples(
    st.sampled_from(["", "# ", "## ", "- ", "3. ", "> ", "> - ", "    ", "[^1]: ", "[^2]: "]),
    st.lists(st.tuples(WORDS, st.sampled_from(["", "**", "*", "[^1]", "[^2]", "[^3]", "\n", "`", "~~"])), max_size=6),
)


@settings(max_examples=120, deadline=None)
@given(st.lists(BLOCK, max_size=10), st.integers(100, 400), st.sampled_from(["en", "fa"]))
def test_pages_joined_are_the_text(written: list[tuple[str, list[tuple[str, str]]]], limit: int, language: str) -> None:
    """Whatever a text is made of, its pages hold all of it in order, fit, and are taken by Telegram's parser."""
    body = bodies.read("\n\n".join(start + "".join(a + b for a, b in parts) for start, parts in written))
    found = pages(body, language, limit)
    assert joined(found) == source(body)
    printed = "".join(page.html for page in found)
    for note in body.notes:
        for block in note.blocks:
            for word in bidi.strip_marks(bodies.text(block)).split():
                assert word in bidi.strip_marks(message.plain(printed)) or len(word) > limit // 4
    for page in found:
        assert message.units(page.html) <= limit
        assert parsed(page.html) == message.plain(page.html)


def test_the_real_documents_are_whole() -> None:
    """Long published texts lose nothing on their pages, and few pages are cut inside a paragraph."""
    if not SHARED.exists():
        pytest.skip("the documents are not beside this checkout")
    for path in sorted(SHARED.glob("*.txt")):
        body = bodies.read(path.read_text("utf-8"))
        found = pages(body, "en")
        assert joined(found) == source(body)
        assert all(message.units(page.html) <= message.LIMIT for page in found)


def test_the_longest_text_is_paged_while_a_reader_waits() -> None:
    """A text of the greatest length allowed is laid in seconds, also when it is one paragraph or one word a line."""
    for text in (SENTENCE * 6000, "word\n\n" * 50_000, "x" * 300_000):
        began = time.perf_counter()
        found = read(text)
        assert time.perf_counter() - began < 15
        assert joined(found) == squeezed(text)


def test_a_brief_is_the_first_whole_paragraphs() -> None:
    """A text in brief ends with a paragraph, never with a heading."""
    body = bodies.read(f"# Title\n\nFirst one.\n\n## Next\n\n{SENTENCE * 9}")
    assert brief(body, 100) == "<b>Title</b>\n\nFirst one."
    assert brief(body, 4000).endswith("bread.")
    assert brief(bodies.read(""), 100) == ""


def test_a_brief_of_a_long_paragraph_is_its_first_sentences() -> None:
    """Where the first paragraph has no room, its first whole sentences are shown; of an endless one its first words."""
    assert brief(bodies.read(f"# T\n\n{SENTENCE * 9}"), 120) == f"<b>T</b>\n\n{(SENTENCE * 2).strip()}"
    assert brief(bodies.read("word " * 50), 30) == "word word word word word word…"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["", "# ", "- ", "> ", "*"]), WORDS), max_size=5), st.integers(20, 200))
def test_a_brief_fits_and_is_verbatim(written: list[tuple[str, str]], limit: int) -> None:
    """A brief is never too long, and says nothing but the beginning of the text."""
    body = bodies.read("\n\n".join(start + text for start, text in written))
    html = brief(body, limit)
    assert message.units(html) <= limit
    assert source(body).startswith(squeezed(message.plain(html)).removesuffix("…"))
    assert parsed(html) == message.plain(html)
