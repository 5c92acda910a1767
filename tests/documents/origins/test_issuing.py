"""Who speaks and when a text was issued, where lines around it or its first words say so."""

from __future__ import annotations

import pytest

from bot.documents.dates import find_dates
from bot.documents.readings import read
from bot.documents.structure.issue_dates import date_told

BODY = "The kilns are cold. We have not been paid since spring.\n\nNobody will fire a brick for them."


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        (f"- Written by Kiln Union, Clay Council and others\nCold kilns\n\n{BODY}", ("Kiln Union", "Clay Council")),
        (f"Cold kilns\n\n{BODY}\n\nCalled by: Kiln Union", ("Kiln Union",)),
        (f"Cold kilns\n\nThe Kiln Union strongly condemns the raid. {BODY}", ("Kiln Union",)),
        (f"Cold kilns\n\n{BODY}\n\nFor the Kiln Union and the Clay Council", ("Kiln Union", "Clay Council")),
        (f"Cold kilns\n\n{BODY}\n\nKiln Union – East Branch\n4 May 2021", ("Kiln Union – East Branch",)),
        (f"Cold kilns\n\n{BODY}\n\nBring:\n*Clay/boards/poster boards", ()),
    ],
)  # fmt: skip
def test_issuers_are_those_named_around_the_text(text: str, issuers: tuple[str, ...]) -> None:
    assert read("text.txt", text).issuers == issuers


def test_a_row_of_signers_that_was_wrapped_within_a_name_names_each_of_them() -> None:
    row = "Signed by: Nell Ostrow, Ada Brook, Tom\nWeir, Mina Sar, Jan Orel, Ida Kell, Rosa\nLind"
    named = ("Nell Ostrow", "Ada Brook", "Tom Weir", "Mina Sar", "Jan Orel", "Ida Kell", "Rosa Lind")
    assert read("text.txt", f"Cold kilns\n\n{BODY}\n\n{row}").issuers == named


def test_who_is_only_reported_on_is_no_issuer() -> None:
    """Without "we" the first sentence is somebody else's report."""
    assert read("text.txt", "Cold kilns\n\nThe Kiln Union condemns the raid.\n\nIts members stayed away.").issuers == ()


def test_a_deadline_below_a_text_is_not_its_date() -> None:
    text = f"Cold kilns\n\n{BODY}\n\nDeadline: 9 June 2021\n\nKiln Union\n4 May 2021"
    assert str((dated := read("text.txt", text).dated) and dated.day) == "2021-05-04"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("بیست و دوم دی‌ماه ۱۴۰۱", "2023-01-12"),
        ("سوم تیرماه ۱۴۰۴", "2025-06-24"),
        ("١٤ تشرین الأول ٢٠٢٥", "2025-10-14"),
        ("بهمن ۹، ۱۴۰۳", "2025-01-28"),
        ("26.3.2024", "2024-03-26"),
        ("23/9/1386", "2007-12-14"),
        ("2024-05-21T12:15:02+0300", "2024-05-21"),
    ],
)
def test_dates_are_read_in_words_and_the_day_first(line: str, day: str) -> None:
    assert [str(dated.day) for _, dated in find_dates(line)] == [day]


def test_a_date_that_may_be_two_days_is_none() -> None:
    """3/4/2026 is March in one country and April in another."""
    assert find_dates("3/4/2026") == ()


@pytest.mark.parametrize(
    "line",
    [
        "For immediate release - Thursday 22 January 2026", "Published 22 January 2026 | Updated 23 January 2026",
        "Thu 22 January 2026 19.42 CET", "22 JANUARY 2026     9 MIN READ", "received 22.01.2026",
    ],
)  # fmt: skip
def test_a_line_that_a_page_dates_the_text_with_is_read(line: str) -> None:
    told = date_told(line)
    assert told
    assert told.iso == "2026-01-22"


def test_a_dateline_below_the_menu_of_a_page_is_read() -> None:
    menu = "\n".join(f"Section {number}" for number in range(14))
    body = (
        "HAVEN, Calif., Jan. 22, 2026 -- The council of the kiln voted last night to stop the ovens. "
        + "It is cold. " * 12
    )
    dated = read(
        "a.txt", f"{menu}\n\nThe kilns stay cold\n\n{body}\n\n{'Nobody will fire a brick for them. ' * 6}"
    ).dated
    assert dated
    assert dated.iso == "2026-01-22"
