"""Web pages, Word files and PDFs become texts; whatever is wrong with them, the bot itself doesn't notice."""

from __future__ import annotations

import resource

import pytest

from bot.documents.files import containers, loading
from bot.documents.spans import RichText, Span, joined
from bot.refusals import Refused
from tests.documents.hostile import LETTER, PAGE, PRINT, invent, make_docx, make_pdf, paragraph, spoil


def spans(text: RichText, kind: str) -> list[str]:
    return [text.text[span.start : span.end] for span in text.spans if span.kind == kind]


def read_or_refused(name: str, content: bytes) -> str:
    try:
        return loading.load(name, content).strip()
    except Refused as refused:
        return refused.text.format(**refused.values)


def test_a_saved_page_is_its_article_and_nothing_around_it() -> None:
    """Title, byline, paragraphs, marks, caption, lists and quotations stay; navigation, scripts and footers go."""
    text = loading.open_file("page.html", PAGE.encode())
    paragraphs = text.text.split("\n\n")
    assert paragraphs[:2] == ["Dockers Hold the Gates", "By the Harbour Committee"]
    assert "stayed shut.¹ At least 470 dockers took part, says the Union of Port Workers." in text.text
    assert "The gate at dawn. Photo: R. Tal" in paragraphs
    assert "1. Pay the wages owed.\n2. Free those who were taken." in paragraphs
    assert "“We will not go back,” said a crane driver.\n“Not one of us.”" in paragraphs
    for around in ("Home", "newsletter", "not to be read", "Ten things"):
        assert around not in text.text
    assert spans(text, "heading") == ["Dockers Hold the Gates", "What they ask for"]
    assert spans(text, "bold") == ["crane driver"]
    assert spans(text, "quote") == ["“We will not go back,” said a crane driver.\n“Not one of us.”"]
    assert [span.url for span in text.spans if span.kind == "link"] == ["https://example.org/union"]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1256", "utf-16"])
def test_a_farsi_page_is_read_in_any_encoding(encoding: str) -> None:
    """The encoding is what the page says, or what its bytes show."""
    sentence = "معلمان شهر ساحل امروز گرد هم آمدند و گفتند که مدرسه باز است. " * 6
    named = "" if encoding == "utf-16" else f'<meta charset="{encoding}">'
    page = f"<html><head>{named}</head><body><h1>خبر</h1><p>{sentence}</p></body></html>"
    text = loading.load("page.htm", page.encode(encoding))
    assert text.startswith("خبر\n\nمعلمان شهر ساحل امروز")


def test_a_word_file_is_read_with_its_headings_and_bold_words() -> None:
    text = loading.open_file("letter.docx", LETTER)
    assert text.text.split("\n\n")[1:] == [
        "The mills stand still since Monday, and nobody was asked.", "Whoever works there has a say.",
    ]  # fmt: skip
    assert spans(text, "heading") == ["On the Closing of the Mills"]
    assert spans(text, "bold") == ["Whoever works there has a say."]


def test_a_pdf_is_read_in_paragraphs_without_its_page_numbers() -> None:
    """A wider gap between lines is a new paragraph, and lone page numbers are no text."""
    assert loading.load("print.pdf", PRINT) == (
        "On the Closing of the Mills\n\nThe mills stand still since Monday,\nand nobody was asked."
    )
    numbered = make_pdf(["The mills stand still.", "", "", "- 7 -"])
    assert loading.load("print.pdf", numbered) == "The mills stand still."


@pytest.mark.parametrize(("name", "content", "says"), [pytest.param(*each, id=each[0]) for each in invent()])
def test_a_hostile_file_is_refused_or_read_and_does_no_harm(name: str, content: bytes, says: str) -> None:
    """Bombs, entities, macros, nested archives and locked files get a sentence with advice, within the limits."""
    try:
        text = loading.load(name, content)
    except Refused as refused:
        sentence = refused.text.format(**refused.values)
        assert says in sentence
        assert "lease" in sentence
    else:
        assert not says, f"{name} was read: {text[:80]!r}"
        assert "root:" not in text


@pytest.mark.parametrize("first", range(0, 24, 6))
def test_a_file_that_had_an_accident_is_refused_or_read(first: int) -> None:
    """Cut short, changed, doubled or zeroed: a text of it or a sentence, never an error."""
    for seed in range(first, first + 6):
        assert read_or_refused(*spoil(seed))


def test_the_child_can_take_neither_memory_nor_time_nor_files() -> None:
    """What reads a file has 256 MB, 20 seconds, and may write nothing."""
    limits: dict[int, int] = {}

    def keep(what: int, most: tuple[int, int]) -> None:
        limits[what] = most[0]

    real, resource.setrlimit = resource.setrlimit, keep
    try:
        containers._limit()
    finally:
        resource.setrlimit = real
    assert limits[resource.RLIMIT_AS] == 256 * 1024 * 1024
    assert limits[resource.RLIMIT_CPU] == 20
    assert limits[resource.RLIMIT_FSIZE] == 0


@pytest.mark.parametrize(
    "output",
    [b"", b"{}", b"[]", b"\xff", b'{"text": "a", "spans": [[0, 9, "bold", null]]}',
     b'{"text": "a", "spans": [[0, 1, "script", null]]}', b'{"refused": "something new"}'],
)  # fmt: skip
def test_what_the_child_says_is_doubted(output: bytes) -> None:
    """An answer that can't be right counts as a damaged file."""
    with pytest.raises(Refused, match="damaged"):
        containers._read_answer("a.pdf", 0, output)


def test_texts_are_joined_with_what_was_set_off_in_them() -> None:
    one = RichText("a link", (Span(2, 6, "link", "https://example.org"),))
    whole = joined([("", one), ("\n\n", RichText("bold", (Span(0, 4, "bold"),)))])
    assert (whole.text, spans(whole, "link"), spans(whole, "bold")) == ("a link\n\nbold", ["link"], ["bold"])
    assert spans(whole.part(3, 10), "link") == ["ink"]
    assert spans(RichText("  so  ", (Span(1, 5, "bold"),)).stripped(), "bold") == ["so"]


def test_a_very_small_word_file_is_made_up_of_what_it_says() -> None:
    assert loading.load("a.docx", make_docx(paragraph("One line."))) == "One line."
