"""A change of kind divides a text or makes it whole again; nothing that was set off in it is forgotten."""

from __future__ import annotations

import pytest

from bot.documents.spans import Span
from tests.commands.coordinators import STATEMENT, Member, Office, entry, span
from tests.commands.test_parts import COLLECTION

LETTERS = """مجموعه‌ای از بیانیه‌ها دربارهٔ کارخانه

۳ اسفند ۱۴۰۳

متن زیر در کانال اتحادیهٔ نانوایان منتشر شد:

بیانیهٔ اتحادیهٔ نانوایان دربارهٔ آرد

ما نانوایان شهر از امروز دست از کار می‌کشیم. آرد گران شده است و دستمزدها را از پاییز نداده‌اند.

اتحادیهٔ نانوایان
۱ اسفند ۱۴۰۳

***

پیام همبستگی از بندر

(این پیام در ۲ اسفند ۱۴۰۳ از سوی شورای کارگران بندر منتشر شده است.)

ما در کنار نانوایان شهر ایستاده‌ایم. هیچ باری از این بندر بیرون نمی‌رود تا دستمزدها پرداخت شود.

***

نامهٔ زنان محلهٔ پایین

به قلم مریم رضایی
۲ اسفند ۱۴۰۳

ما برای همهٔ کسانی که پشت دروازه ایستاده‌اند غذا می‌پزیم. آشپزخانهٔ مدرسه از سپیده‌دم باز است.
"""
ENGLISH_SPANS = (
    span(COLLECTION, "as they came", "italic"),
    span(COLLECTION, "We lay down our work", "bold"),
    span(COLLECTION, "Our pensions were cut", "link", "https://example.org/pensions"),
    span(COLLECTION, "open from dawn", "bold"),
)
FARSI_SPANS = (
    span(LETTERS, "دست از کار می‌کشیم", "bold"),
    span(LETTERS, "هیچ باری", "link", "https://example.org/bar"),
    span(LETTERS, "سپیده‌دم", "italic"),
)
MARKED = [
    (COLLECTION, ENGLISH_SPANS, ["**We lay down our work**", "[Our pensions were cut](<https://example.org/pensions>)",
                                 "*as they came*", "**open from dawn**"]),
    (LETTERS, FARSI_SPANS, ["**دست از کار می‌کشیم**", "[هیچ باری](<https://example.org/bar>)", "*سپیده‌دم*"]),
]  # fmt: skip


def all_bodies(office: Office) -> list[str]:
    """What stands in post 1 and its parts, in their order."""
    whole = entry(office)
    numbers = (1, *whole.parts)
    return [entry(office, number).wordings[whole.post.language].body for number in numbers]


@pytest.mark.parametrize(("text", "spans", "marked"), MARKED, ids=["en", "fa"])
def test_bold_and_links_outlive_a_change_of_kind(
    office: Office, nasrin: Member, text: str, spans: tuple[Span, ...], marked: list[str]
) -> None:
    """As a statement the whole text has them; as a collection again, each part has its own, as in the beginning."""
    nasrin.forwards(text, *spans)
    divided = all_bodies(office)
    assert len(divided) == 4
    nasrin.says("/set 1 kind statement")
    (whole,) = all_bodies(office)
    assert [each for each in marked if each not in whole] == []
    nasrin.says("/set 1 kind collection")
    assert all_bodies(office) == divided
    assert all(any(each in body for body in divided) for each in marked)


def test_headings_and_quotations_that_only_a_page_showed_stay(office: Office, nasrin: Member) -> None:
    """What a web page printed as a heading or a quotation is not shown by the words themselves."""
    spans = (
        span(COLLECTION, "Our gates stay closed, and we thank everybody who brings bread.", "quote"),
        span(COLLECTION, "At least 40 of us will come each morning and stay until noon.", "heading"),
    )
    nasrin.forwards(COLLECTION, *spans)
    divided = all_bodies(office)
    assert "> Our gates" in divided[1]
    assert "## At least 40" in divided[2]
    nasrin.says("/set 1 kind statement")
    nasrin.says("/set 1 kind collection")
    assert all_bodies(office) == divided


def test_a_part_that_was_replaced_gives_what_it_still_says(office: Office, nasrin: Member) -> None:
    """The whole is what came; where a part says something else by now, its bold words belong nowhere."""
    nasrin.forwards(COLLECTION, *ENGLISH_SPANS)
    nasrin.says("/text 2\nWe go back to work on Monday.")
    nasrin.says("/done")
    nasrin.says("/set 1 kind statement")
    (whole,) = all_bodies(office)
    assert "We lay down our work" in whole
    assert "[Our pensions were cut](<https://example.org/pensions>)" in whole


MARKDOWN = f"""# Voices *from* the Valley

{COLLECTION.partition(chr(10))[2].strip()}
""".replace("We lay down our work", "We **lay down** our work").replace(
    "Our pensions", "[Our pensions](https://example.org/pensions)"
)


def test_a_markdown_file_stays_markdown_through_a_change_of_kind(office: Office, nasrin: Member) -> None:
    """Its parts keep what it sets off, and made whole again it is the file as it was, byte for byte."""
    nasrin.uploads("voices.md", MARKDOWN.encode())
    nasrin.says("/set 1 kind statement")
    (before,) = all_bodies(office)
    nasrin.says("/set 1 kind collection")
    divided = all_bodies(office)
    assert len(divided) == 4
    assert "We **lay down** our work" in divided[1]
    assert "[Our pensions](<https://example.org/pensions>)" in divided[2]
    assert not any("\\*" in body for body in divided)
    nasrin.says("/set 1 kind statement")
    assert all_bodies(office) == [before]
    assert before in MARKDOWN


def test_a_change_between_other_kinds_touches_no_text(office: Office, nasrin: Member) -> None:
    """A statement that becomes a call to action is the same text."""
    nasrin.forwards(STATEMENT, span(STATEMENT, "night shift", "bold"))
    before = all_bodies(office)
    for kind in ("action", "collection", "update"):
        nasrin.says(f"/set 1 kind {kind}")
        assert all_bodies(office) == before
