"""The title among what sites print over it."""

from __future__ import annotations

import pytest

from bot.documents.readings import read

BODY = "\n\nThe clay is dry. We have not been paid since spring.\n\nNobody will fire a brick for them."


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("News / Letters\n\n", "The kilns stay cold"),
        ("Home » Press » Archive\n", "The kilns stay cold"),
        ("- Written by Kiln Union\n- Published: 4 May 2021\n", "The kilns stay cold"),
        ("Published on: 4 May 2021\n", "The kilns stay cold"),
        ("Brick Watch\n3.1K followers\n", "The kilns stay cold"),
    ],
)
def test_what_a_site_prints_over_a_title_is_none(above: str, title: str) -> None:
    """The way through the site, who published it and how many follow it."""
    assert read("text.txt", f"{above}{title}{BODY}").title == title


def test_a_farsi_line_that_tells_what_happened_is_the_title_and_not_who_signs() -> None:
    body = "\n\nکوره‌ها سرد است و مزد ما را نداده‌اند. ما ساکت نمی‌مانیم.\n\nآجری پخته نخواهد شد."
    text = f"کارگران کوره از کار دست کشیدند\n\nبیانیهٔ سندیکای کارگران کوره\n\n۲۲ دی ۱۴۰۴{body}"
    assert read("text.txt", text).title == "کارگران کوره از کار دست کشیدند"


def test_what_was_done_to_a_text_and_when_is_not_its_title() -> None:
    reading = read("text.txt", f"Resolution on the kilns\nAdopted in plenary session, 4 May 2021{BODY}")
    assert (reading.title, str(reading.dated and reading.dated.day)) == ("Resolution on the kilns", "2021-05-04")


def test_the_motto_of_a_site_over_the_date_is_not_the_title() -> None:
    body = "\n\nکوره‌ها سرد است و مزد ما را نداده‌اند. ما ساکت نمی‌مانیم.\n\nآجری پخته نخواهد شد."
    reading = read("text.txt", f"NO MASTERS NO BRICKS\n\nMay 4, 2021\n\nبیانیه سندیکای آجرپزان درباره مزدها{body}")
    assert reading.title == "بیانیه سندیکای آجرپزان درباره مزدها"
    assert reading.issuers == ("سندیکای آجرپزان",)


def test_a_sentence_right_under_a_title_is_text() -> None:
    """However short the text is."""
    text = "On the Strike\n\nThe strike goes on until the wages are paid.1\n\nJoint Committee\n\n1. Morning Post.\n"
    assert read("a.txt", text).title == "On the Strike"
