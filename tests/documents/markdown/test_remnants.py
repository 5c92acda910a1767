"""What a web page leaves in a Markdown file is kept from readers and told to the coordinator; the rest is untouched."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.documents.markdown import bodies, manuscripts
from bot.documents.readings import read

LONG = (
    "The mills of the valley have been closed *since* the first snow, and nobody has said when they will open again. "
    "Those who worked there for twenty years stand at the gates each morning and ask for the wages of autumn."
)
FARSI = (
    "آسیاب‌های دره از *نخستین* برف بسته‌اند و هیچ‌کس نگفته است که کِی باز می‌شوند. کسانی که بیست سال در آنجا کار کرده‌اند "
    "هر بامداد پشت دروازه می‌ایستند و دستمزد پاییز را می‌خواهند."
)
PAGE = f"""# The closed mills

Home » News » Valley

{LONG}[^1]

## What we ask

- bread
- salt

{LONG}

### Share this:

- [Facebook](https://example.org/share?to=f)
- [Twitter](https://example.org/share?to=t)

Leave a Reply

[^1]: A witness. [↩](#fnref1)
[^2]: Another, of the *lower* mill. [back]
"""
KEPT = f"""{LONG}[^1]

## What we ask

- bread
- salt

{LONG}

[^1]: A witness.
[^2]: Another, of the *lower* mill.
"""


def test_debris_is_left_out_of_reading_and_all_of_it_is_told() -> None:
    """The original has it still; what is read is the file without those lines."""
    reading = read("mills.md", PAGE)
    assert reading.body_markdown == KEPT
    assert reading.source_text == PAGE
    assert set(reading.drop) == {
        "Home » News » Valley", "Share this:", "- Facebook", "- Twitter", "Leave a Reply", "↩", "[back]",
    }  # fmt: skip
    assert any("left over from a web page" in problem.sentence() for problem in reading.problems)
    assert reading.headings == ("What we ask",)
    assert not any("Leave a Reply" in sentence for sentence in reading.summary)


@pytest.mark.parametrize(
    ("above", "line", "below"),
    [
        (LONG, "Tweet URL", LONG),
        (FARSI, "به اشتراک گذاری:", FARSI),
        (FARSI, "## دیدگاه‌ها", FARSI),
        (f"- a\n- {LONG}", "Leave a Reply", "1. one\n2. two"),
        (f"> {LONG}", "[Leave a Reply](https://example.org/reply)", "    code\n\n    more code"),
        (f"```\n{LONG}\n\n\nx\n```", "**Share this:**", f"***\n\n{LONG}"),
    ],
)
def test_the_rest_stays_byte_for_byte(above: str, line: str, below: str) -> None:
    """Only the line goes, and one of the two gaps around it."""
    assert read("a.md", f"{above}\n\n{line}\n\n\n{below}\n").body_markdown == f"{above}\n\n{below}\n"


def test_a_line_inside_a_paragraph_goes_alone() -> None:
    assert read("a.md", f"{LONG}\nTweet URL\n{LONG}\n").body_markdown == f"{LONG}\n{LONG}\n"
    assert read("a.md", f"{LONG}\\\nTweet URL\n").drop == ("Tweet URL",)


def test_nothing_is_cut_where_the_rest_would_read_differently() -> None:
    """The backslash that breaks the line above would become a word of the text."""
    text = f"{LONG}\\\nTweet URL\n"
    assert read("a.md", text).body_markdown == text


def test_words_that_a_text_may_say_stay() -> None:
    """Code, quotations and sentences are the text's own, whatever they are about."""
    code = "```\nTweet URL\n```"
    text = (
        f"{LONG}\n\n> Leave a Reply\n\n{code}\n\nShare your bread with the strikers.\n\n- Email\n- Telegram\n\n{LONG}\n"
    )
    assert read("a.md", text).body_markdown == text


def test_a_text_of_which_nothing_would_be_left_keeps_what_is_not_sure() -> None:
    text = "# Bread\n\nLeave a Reply\n\nSalt\n\nTweet URL\n\nShare this:\n\n3 Comments\n"
    assert bodies.read(read("a.md", text).body_markdown).plain() == "Salt"


def test_an_export_comes_home_whole() -> None:
    """Its body was looked through when it was taken in, and whoever kept a line meant it."""
    text = f'---\nnumber: 3\nkind: "statement"\norigin: "original"\n---\n\n{LONG}\n\nLeave a Reply\n'
    reading = read("0003-en.md", text)
    assert reading.body_markdown == f"{LONG}\n\nLeave a Reply\n"
    assert reading.drop == ()


def test_nothing_is_told_of_a_file_without_debris() -> None:
    text = f"# Bread\n\n{LONG}\n\n- bread\n- salt\n"
    reading = read("a.md", text)
    assert (reading.drop, reading.body_markdown) == ((), f"{LONG}\n\n- bread\n- salt\n")


LINES = st.sampled_from(
    [
        LONG, "Tweet URL", "Leave a Reply", "Share this:", "- Facebook", "- bread", "  more", "  - Share on Telegram",
        "> said", "## Comments", "## What we ask", "1. one", "---", "===", "```", "    code", "[^1]: A note. [back]",
        "[^1]: ↩", "A mark[^1]", "Contact", "**Print", "over** lines", "", "", "", "# Title", "| a |", "\\",
    ]
)  # fmt: skip


def printed(markdown: str) -> list[str]:
    """The lines that readers see, without markers of items."""
    return [line.strip() for line in bodies.read(markdown).plain().split("\n") if line.strip()]


@settings(max_examples=250, deadline=None)
@given(st.lists(LINES, max_size=16))
@example(["\\", LONG, "Tweet URL"])
def test_only_what_is_told_is_cut(lines: list[str]) -> None:
    """Each line of the file is in the body as it was, or among those that the coordinator is told of."""
    text = "\n".join([LONG, *lines])
    paper = manuscripts.read(text)
    debris = [line.strip() for each in paper.passages if each.kind == "debris" for line in each.text.split("\n")]
    told = [*printed(paper.body), *debris, *([paper.title] if paper.title else [])]
    lost = [line for line in printed(text) if line not in told and line.removesuffix("[back]").strip() not in told]
    assert lost == []
    assert all(line in ["", *text.split("\n")] or line.startswith("[^") for line in paper.body.split("\n"))
