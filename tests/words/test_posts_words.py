"""Posts in few words: names, headers, pages, passages."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.campaign.models import Kind, Post, Wording
from bot.campaign.posts import Entry
from bot.rehearsal import markup, tdlib
from bot.words import passages, posts, reading
from bot.words.languages import codes, language
from bot.words.message import Button, measure, plain, units

ENGLISH, FARSI = language("en"), language("fa")
MARKS = "\u200e\u200f\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e\u061c"
ODD = st.text(st.sampled_from("ab <>&\"'*_`[]()/@#\n\u200f\u202e\u2066یبهٔ\u200c۱1😀.!?:-^"), max_size=400)


def entry(title: str | None, body: str, number: int = 1, **fields: Any) -> Entry:
    """A published English post as it comes from the database."""
    known: dict[str, Any] = {"kind": Kind.STATEMENT, "language": "en"}
    post = Post(number=number, created_at=datetime(2026, 1, 18, tzinfo=UTC), **(known | fields))
    return Entry(post, (), {"en": Wording(post=number, language="en", title=title, body=body)}, ())


def bare(text: str) -> str:
    """*text* without direction marks, white space as one space."""
    return " ".join("".join(char for char in text if char not in MARKS).split())


@settings(max_examples=200)
@given(st.text(max_size=300), st.integers(8, 120))
def test_a_cut_is_short_and_says_that_it_is_one(text: str, limit: int) -> None:
    """What fits stays; what does not ends with an ellipsis and begins as the text does."""
    short = posts.cut(text, limit)
    line = " ".join(text.split())
    assert measure(short) <= limit
    if measure(line) <= limit:
        assert short == line
    else:
        assert short.endswith("…")
        assert line.startswith(short[:-1])


def test_a_cut_falls_between_words() -> None:
    """No word is broken where there is a space to cut at."""
    assert posts.cut("The bakers of the old town strike", 20) == "The bakers of the…"
    assert posts.cut("Donaudampfschifffahrtsgesellschaft", 20) == "Donaudampfschifffah…"


def test_a_post_is_called_by_label_title_or_first_words() -> None:
    """The short label names a button, else the title, else the text's beginning without its markup."""
    named = entry("A very long title that no button could show at a glance, whatever the phone", "Words.")
    assert posts.label(named, ENGLISH).endswith("…")
    named.wordings["en"].short = "Short"
    assert posts.label(named, ENGLISH) == "Short"
    assert posts.title(entry(None, "# **Bread** for all\n\nWords."), ENGLISH) == "Bread for all…"
    assert posts.title(entry("", "***"), ENGLISH) == "…"


def test_a_title_stands_as_printed() -> None:
    """All lines of a title are shown in a header, joined in a list."""
    long = entry("Report—Week 9:\n\nBread & roses", "Words.")
    assert plain(posts.header(ENGLISH, long)).startswith("Report—Week 9:\nBread & roses\n")
    assert posts.title(long, ENGLISH) == "Report—Week 9: Bread & roses"


def test_many_issuers_are_named_or_counted() -> None:
    """A header names them all; a list says how many more there are."""
    post = entry("A", "B").post
    joint = Entry(post, tuple(f"Council {n}" for n in range(30)), entry("A", "B").wordings, ())
    assert all(f"Council {n}" in posts.header(ENGLISH, joint) for n in range(30))
    brief = plain(posts.listed(ENGLISH, [joint])[0])
    assert "Council 1" in brief
    assert "28 others" in brief
    assert "Council 7" not in brief


@settings(max_examples=60, deadline=None)
@given(ODD, ODD, ODD, st.booleans(), st.sampled_from(codes()))
def test_telegram_takes_every_page(title: str, body: str, extra: str, hidden: bool, code: str) -> None:
    """Whatever a coordinator pasted: each page parses and is within the limit, hidden or not."""
    whole = entry(title, body * 12, warning=(extra.strip() or "Hard.") if hidden else None)
    pages = len(reading.leaves(language(code), whole))
    for number in range(1, pages + 1):
        message, _ = reading.page(language(code), whole, number)
        parsed = tdlib.parse(str(message.html), "html") if tdlib.available() else markup.parse_html(str(message.html))
        assert units(message.html) <= 4096
        assert parsed[0].strip() == plain(message.html).strip() or not tdlib.available()


@pytest.mark.parametrize("heading", ["Short", "A title of many words " * 30, "Line of a title\n" * 400])
@pytest.mark.parametrize("code", codes())
def test_no_word_is_lost_between_pages(heading: str, code: str) -> None:
    """However long the header is, header and pages hold every paragraph once and in order."""
    paragraphs = [f"Paragraph {n}: " + "the mill stands still and nobody bakes; " * (n % 30) for n in range(60)]
    found = reading.leaves(language(code), entry(heading, "\n\n".join(paragraphs)))
    whole = bare(" ".join(plain(leaf.html) for leaf in found))
    assert whole.endswith(bare(" ".join(paragraphs)))
    assert whole.startswith(bare(heading))


def test_hidden_text_keeps_its_quotations_and_drops_no_code() -> None:
    """A spoiler goes over everything that a page can hold."""
    message, _ = reading.page(ENGLISH, entry("T", "Words.\n\n> A quotation.\n\n    some code", warning="Hard."), 1)
    if not tdlib.available():
        pytest.skip("Telegram's own parser is not installed")
    text, entities = tdlib.parse(str(message.html), "html")
    covered = [
        text.encode("utf-16-le")[2 * e["offset"] : 2 * (e["offset"] + e["length"])].decode("utf-16-le")
        for e in entities
        if e["type"] == "spoiler"
    ]
    whole = "".join(covered)
    assert all(words in whole for words in ("Words.", "A quotation.", "some code"))


def test_a_passage_is_cut_around_the_words() -> None:
    """Of a long paragraph the stretch around the first word found is shown."""
    sought = passages.query("ferrymen")
    line = (
        "The mill stands still and nobody bakes. " * 30 + "Then the Ferrymen came. " + "They sang all night long. " * 30
    )
    shown = passages.around(line, sought)
    assert "Ferrymen" in shown
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert shown.strip("…") in line
    assert measure(shown) <= 302


@settings(max_examples=150)
@given(ODD, ODD)
def test_a_passage_is_verbatim(text: str, typed: str) -> None:
    """Bold marks change no letter of the passage, and nothing from outside becomes a tag."""
    sought = passages.query(typed)
    wording = entry("T", "").wordings["en"]
    html = passages.bold(wording, text, sought)
    assert plain(html) == text
    assert "<a" not in html.replace("<b>", "")


def test_search_columns_hold_title_text_and_summary() -> None:
    """Half-spaces are taken out in one column and are spaces in the other; notes are found too."""
    wording = Wording(
        post=1, language="fa", title="خیابان‌ها", body="آن‌ها می‌روند.[^1]\n\n[^1]: روزنامه‌ها", summary="کوتاه"
    )
    joined, spaced = posts.fold_for_search(wording)
    assert all(word in joined for word in ("خیابانها", "میروند", "روزنامهها", "کوتاه"))
    assert "می روند" in spaced


def test_onward_stands_where_the_language_goes() -> None:
    """Left to right: back, onward. Right to left: onward, back."""
    back, onward = Button("b", "/week 1"), Button("o", "/week 3")
    assert posts.turning(ENGLISH, back, onward) == [(back, onward)]
    assert posts.turning(FARSI, back, onward) == [(onward, back)]
    assert posts.turning(FARSI, None, None) == []
