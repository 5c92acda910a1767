"""What was set off in a message or a file stays so, and never costs a word."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.markdown import bodies
from bot.documents.markdown.bodies import Style
from bot.documents.readings import read
from bot.documents.spans import RichText, Span, SpanKind

TEXT = (
    "Dockers at the gates\n\nThe dockers stand at the gates since Monday, and the bakers stand with them.\n\n"
    "What now\n\nThey say: we stay."
)


def span(words: str, kind: SpanKind, url: str | None = None, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), kind, url)


def test_bold_words_links_and_headings_are_kept() -> None:
    spans = [
        span("since Monday", "bold"), span("bakers", "link", "https://example.org/bakers"), span("What now", "heading"),
        span("They say: we stay.", "quote"),
    ]  # fmt: skip
    body = bodies.read(read("", TEXT, spans).body_markdown)
    inline = [each for block in body.blocks for each in block.spans]
    assert [each.text for each in inline if Style.BOLD in each.styles] == ["since Monday"]
    assert [(each.text, each.link) for each in inline if each.link] == [("bakers", "https://example.org/bakers")]
    kinds = {bodies.text(block): block.kind for block in body.blocks}
    assert kinds["What now"] is bodies.Kind.HEADING
    assert kinds["They say: we stay."] is bodies.Kind.QUOTE


def test_a_link_to_anything_but_the_web_keeps_its_words_alone() -> None:
    body = bodies.read(read("", TEXT, [span("bakers", "link", "javascript:alert(1)")]).body_markdown)
    assert "bakers" in body.plain()
    assert not any(each.link for block in body.blocks for each in block.spans)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_whatever_is_set_off_no_word_changes(data: st.DataObject) -> None:
    """Spans that cross, nest, begin inside words, or hold what Markdown would take for markup."""
    text = data.draw(st.text(alphabet="ab *_`[]()<>#.\n1«»“”\u200cآب", min_size=1, max_size=80))
    places = st.integers(0, len(text))
    kinds = st.sampled_from(["bold", "italic", "code", "link", "quote", "heading"])
    drawn = data.draw(st.lists(st.tuples(places, places, kinds), max_size=5))
    spans = [
        Span(start, end, kind, "https://example.org/a_b" if kind == "link" else None)  # type: ignore[arg-type]
        for start, end, kind in sorted(drawn)
        if start < end
    ]
    rich, plain = read("", text, spans), read("", text)
    assert bodies.read(rich.body_markdown).plain().split() == bodies.read(plain.body_markdown).plain().split()


def test_parts_of_a_text_keep_what_is_set_off_in_them() -> None:
    part = RichText(TEXT, (span("since Monday", "bold"),)).part(TEXT.index("The dockers"), len(TEXT))
    assert part.text[part.spans[0].start : part.spans[0].end] == "since Monday"
