"""The parts of a collection are found by what stands over them, and nothing of the source is lost between them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.readings import Reading, read

LONG = "The mills of the valley have been closed since the first snow, and nobody has said when they will open again."
FARSI = "کارخانه‌های دره از نخستین برف بسته‌اند و هیچ‌کس نگفته است چه زمانی دوباره باز می‌شوند."


def joined(reading: Reading) -> str:
    return reading.lead + "".join(part.remark + part.source_text for part in reading.parts) + reading.afterword


def titles(reading: Reading) -> list[str | None]:
    return [part.title for part in reading.parts]


ANNOUNCED = f"""March 3, 2026

News from the valley is scarce, so we give what reached us.


This week the following appeared on the page of the Ferry Council: Statement of the Mill Assembly: The mills to us!:

{LONG}

{LONG}


A cold winter at the ferry

Rana Kader, 11th February 2026 || {LONG}

Nobody pays

{LONG}


I would not have thought that bakers could write. Read it twice.

The ovens stay cold

Statement of the Bakers’ Union on the price of flour

[This text was issued by the Bakers’ Union on February 20, 2026.] {LONG}

Long live the ovens!


As a last word

These texts show that the valley is not silent.


Leave a Reply
"""


def test_announced_titled_and_prefaced_parts_are_found_together() -> None:
    reading = read("a.txt", ANNOUNCED)
    assert reading.kind == "collection"
    assert titles(reading) == [
        "Statement of the Mill Assembly: The mills to us!",
        "A cold winter at the ferry",
        "The ovens stay cold\nStatement of the Bakers’ Union on the price of flour",
    ]
    assert [part.issuers for part in reading.parts] == [("Mill Assembly",), ("Rana Kader",), ("Bakers’ Union",)]
    assert [part.dated.iso if part.dated else None for part in reading.parts] == [None, "2026-02-11", "2026-02-20"]
    assert [part.kind.value for part in reading.parts] == ["statement", "article", "statement"]
    assert reading.parts[1].headings == ("Nobody pays",)
    assert joined(reading) == ANNOUNCED


def test_what_the_owner_of_the_site_says_is_no_part_of_a_statement() -> None:
    reading = read("a.txt", ANNOUNCED)
    first, _, last = reading.parts
    assert first.remark.strip().endswith("on the page of the Ferry Council:")
    assert last.remark.strip() == "I would not have thought that bakers could write. Read it twice."
    assert not any("bakers could write" in each.source_text for each in reading.parts)
    assert any("bakers could write" in problem.sentence() for problem in last.problems)
    assert reading.afterword.startswith("As a last word")
    assert reading.drop == ("Leave a Reply",)
    assert (reading.lead.split("\n")[0], reading.dated.iso if reading.dated else None) == (
        "March 3, 2026",
        "2026-03-03",
    )


def test_nothing_of_a_part_is_said_twice_of_the_whole() -> None:
    reading = read("a.txt", ANNOUNCED)
    assert (reading.issuers, reading.preface, reading.captions) == ((), None, ())
    assert not set(reading.headings) & {"Nobody pays", "A cold winter at the ferry"}
    assert "Long live the ovens!" not in reading.slogans


RULED = f"""Three Statements on the Strike

Compiled by the solidarity desk.

---

1. Dockers’ Union of Haven: “We load no arms”

Issued on 2 May 2025.

{LONG}

---

2. Letter from the Nurses’ Council

4 May 2025

{LONG}

---

3. Appeal of the Students’ Assembly

5 May 2025

{LONG}
"""


def test_rules_and_numbers_part_a_collection_that_calls_itself_one() -> None:
    reading = read("a.txt", RULED)
    assert reading.title == "Three Statements on the Strike"
    assert [part.issuers for part in reading.parts] == [
        ("Dockers’ Union of Haven",), ("Nurses’ Council",), ("Students’ Assembly",),
    ]  # fmt: skip
    assert joined(reading) == RULED


IN_FARSI = f"""مجموعه‌ای از بیانیه‌ها دربارهٔ کارخانه

۳ اسفند ۱۴۰۳

متن زیر در کانال اتحادیهٔ نانوایان منتشر شد:

بیانیهٔ اتحادیهٔ نانوایان دربارهٔ آرد

{FARSI}

اتحادیهٔ نانوایان
۱ اسفند ۱۴۰۳

***

نامهٔ خانواده‌های کارگران

به قلم مریم رضایی
۲ اسفند ۱۴۰۳

{FARSI}

***

پیام همبستگی از بندر

(این پیام در ۳ اسفند ۱۴۰۳ از سوی شورای کارگران بندر منتشر شده است.)

{FARSI}

***

سخن پایانی

این سه متن نشان می‌دهد که دره خاموش نیست.
"""


def test_a_farsi_collection_is_read_likewise() -> None:
    reading = read("a.txt", IN_FARSI)
    assert titles(reading) == ["بیانیهٔ اتحادیهٔ نانوایان دربارهٔ آرد", "نامهٔ خانواده‌های کارگران", "پیام همبستگی از بندر"]
    assert [part.issuers for part in reading.parts] == [("اتحادیهٔ نانوایان",), ("مریم رضایی",), ("شورای کارگران بندر",)]
    assert [part.dated.iso for part in reading.parts if part.dated] == ["2025-02-19", "2025-02-20", "2025-02-21"]
    assert reading.afterword.startswith("سخن پایانی")
    assert joined(reading) == IN_FARSI


@pytest.mark.parametrize(
    "source",
    [
        f"Bread Now\n\n[This text was issued by the Mill Union on March 3, 2026.]\n\n{LONG}\n\nWhat we ask\n\n{LONG}",
        f"Statement of the Mill Union\n\n3 March 2026\n\n{LONG}\n\nStatement of facts\n\n{LONG}\n\nMill Union",
        f"Bread Now\n\n{LONG} We demand the following:\n\n- bread\n- wood\n\nThe letter of the ferry council\n\n{LONG}",
        (
            f"Valley Diary—Week 3:\n\nSnow\n\nStatement of the Mill Union\n\n"
            f"(issued by the Mill Union on March 3, 2026.)\n\n{LONG}"
        ),
        (
            f"As the Mill Union has written:\n\n{LONG}\n\nThe Snow\n\n{LONG}\n\nThe Bread\n\n{LONG}\n\n\n"
            f"The Road\n\n{LONG}"
        ),
    ],
)
def test_a_single_text_with_headings_and_a_preface_is_no_collection(source: str) -> None:
    assert read("a.txt", source).parts == ()


def test_a_statement_that_is_announced_takes_its_issuer_from_the_announcement() -> None:
    reading = read(
        "a.txt", f"The following statement was issued by the Ferry Council on 3 March 2026:\n\n{LONG}\n\n{LONG}"
    )
    assert (reading.parts, reading.issuers) == ((), ("Ferry Council",))
    assert reading.dated
    assert reading.dated.iso == "2026-03-03"


PIECES = st.sampled_from(
    [
        "Statement of the Mill Union", "The following letter was sent to us:",
        "[This text was issued by the Mill Union.]",
        "3 March 2026", LONG, "---", "", "", "Mill Union", "No to the toll!", "As a last word", "Leave a Reply",
        "By Rana K.",
        "1. Appeal of the Ferry Council", "Below are several texts: Letter of the Mill Union:", FARSI,
        "بیانیهٔ شورای کارگران",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_parts_and_remarks_joined_are_the_source(pieces: list[str]) -> None:
    """However titles, prefaces and rules fall, every character stands in one part, remark, lead or afterword."""
    reading = read("a.txt", "\n\n".join(pieces))
    if reading.parts:
        assert joined(reading) == reading.source_text
        assert [part.name for part in reading.parts] == [f"a.txt#{at}" for at in range(1, len(reading.parts) + 1)]
