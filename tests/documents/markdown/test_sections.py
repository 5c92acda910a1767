"""The units of a Markdown text hold all of it, and none of them is torn where Markdown would read other words."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents import bilinguals
from bot.documents.markdown import bodies, sections
from bot.documents.spans import RichText

TEXT = """---
title: "Bread"
---

# Bread *for all*

The ferries stand still.[^1]
قایق‌ها ایستاده‌اند.

- bread

  and salt
- نان
  - نمک

> Quoted
> twice

```
code

more code
```

[^1]: A note.

    Its second paragraph.
"""


def test_paragraphs_items_notes_and_code_are_units() -> None:
    """A paragraph in two languages is torn into its lines; front matter is there without words."""
    units = sections.cut(TEXT)
    assert [TEXT[unit.start : unit.end].partition("\n")[0] for unit in units] == [
        "---", "# Bread *for all*", "The ferries stand still.[^1]", "قایق‌ها ایستاده‌اند.", "- bread", "- نان", "  - نمک",
        "> Quoted", "```", "[^1]: A note.",
    ]  # fmt: skip
    assert units[0].words == ""
    assert units[4].words == "- bread\nand salt"
    assert units[-1].words == "A note.\nIts second paragraph."


def test_the_address_of_a_link_makes_no_language() -> None:
    """What is printed counts."""
    text = "[نان برای همه](https://example.org/a/long/address/in/latin/letters)\n\nقایق‌ها ایستاده‌اند."
    assert bilinguals.divide(text, sections.cut(text)) == ()


PIECES = st.sampled_from(
    ["a b\n", "نان\n", "- a\n", "- نان\n", "  b\n", "    c\n", "> q\n", "```\n", "\n", "\n\n", "[^1]: n\n", "a[^1]\n",
     "# h\n", "---\n", "***\n", "1. x\n", "===\n", "- \n", "|a|\n"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=16).map("".join))
def test_every_line_is_in_one_unit(markdown: str) -> None:
    """In the order of the text, and no unit overlaps the next."""
    units = sections.cut(markdown)
    assert "".join(markdown[unit.start : unit.end] + "\n" for unit in units).split() == markdown.split()
    assert all(one.end <= after.start for one, after in pairwise(units))


def test_each_share_reads_as_it_did_in_the_whole() -> None:
    """Bold words, marks and notes stay what they are; a note goes with its mark, whatever it cites."""
    english = "The **ferries** of the bay stand still, and the crews have not been paid.[^1]"
    farsi = "قایق‌های **خلیج** ایستاده‌اند و به خدمه از پاییز هیچ دستمزدی پرداخت نشده است.[^2]"
    items, notes = "- bread for all of the crews\n- نان برای همهٔ خدمه", "[^1]: Bay Paper.\n\n[^2]: Harbour Paper, 2022."
    text = f"{english}\n\n{farsi}\n\n{items}\n\n{notes}\n"
    shares = bilinguals.divide(text, sections.cut(text))
    first, second = (bilinguals.gather(RichText(text), share).text for share in shares)
    assert first == f"{english}\n\n- bread for all of the crews\n\n[^1]: Bay Paper."
    assert second == f"{farsi}\n\n- نان برای همهٔ خدمه\n\n[^2]: Harbour Paper, 2022."
    assert bodies.read(first).notes[0].plain() == "1. Bay Paper."
