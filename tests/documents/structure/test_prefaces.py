"""Words of others around a text are told from the text."""

from __future__ import annotations

import pytest

from bot.documents.readings import read
from bot.documents.structure.outlines import outline

BODY = "The mills of the valley have been closed since the first snow. We ask for bread, and for wood for the winter."


def kinds(source: str) -> list[str]:
    return [passage.kind for passage in outline(source)]


@pytest.mark.parametrize(
    "preface",
    [
        "[The text in this section was found in a mill and is given here as it was.]",
        "(This statement was published on March 3, 2026, by several groups (Mill Union – Women of the Hills).)",
        "[We asked a miller about the snow. She answered by voice message, and we have written it down.]",
        "(این بیانیه در ۳ اسفند ۱۴۰۴ از سوی شورای کارگران منتشر شده است.)",
    ],
)
def test_a_preface_is_kept_with_its_brackets_and_apart_from_the_text(preface: str) -> None:
    for source in (f"Bread Now\n\n{preface}\n\n{BODY}", f"Bread Now\n\n{preface} {BODY}"):
        reading = read("a.txt", source)
        assert reading.preface == preface
        assert kinds(source) == ["title", "preface", "paragraph"]
        assert all(sentence not in preface for sentence in reading.summary)


def test_a_paragraph_in_italics_that_tells_where_a_text_comes_from_is_a_preface() -> None:
    preface = "*This letter was written in the winter of 2025 and sent to us by hand.*"
    assert read("a.txt", f"Bread Now\n\n{preface}\n\n{BODY}").preface == preface


def test_brackets_within_the_text_are_part_of_it() -> None:
    assert (
        read(
            "a.txt", f"Bread Now\n\n(They are few.) {BODY}\n\n[Laughter and applause from the whole of the hall.]"
        ).preface
        is None
    )


@pytest.mark.parametrize(
    "label", ["Editors’ Note:", "Editor's Note:", "Note from the Editors:", "یادداشت تحریریه:", "توضیح مترجم:"]
)
def test_a_note_of_the_editors_ends_at_the_first_heading(label: str) -> None:
    source = (
        f"Valley Diary\n\n{label} This is put together by volunteers.\n\nThey read it twice.\n\n"
        f"The Snow\n\n{BODY}\n\n{BODY}\n\n{BODY}"
    )
    reading = read("a.txt", source)
    assert reading.editors_note == f"{label} This is put together by volunteers.\n\nThey read it twice."
    assert reading.headings == ("The Snow",)
    assert not any("volunteers" in sentence for sentence in reading.summary)


def test_an_insertion_of_the_editors_is_a_remark() -> None:
    assert kinds(f"Bread Now\n\n{BODY}\n\n[Editor’s note: the mill was opened later.]\n\n{BODY}") == [
        "title", "paragraph", "remark", "paragraph",
    ]  # fmt: skip


def test_lines_over_a_text_that_say_who_wrote_it_and_when_are_not_its_text() -> None:
    for lines in ("By Rana K.\n\n3 March 2026", "Rana Kader\n3 March 2026", "نویسنده: رعنا\n\n۳ اسفند ۱۴۰۴"):
        assert "byline" in kinds(f"Bread Now\n\n{lines}\n\n{BODY}")


def test_what_somebody_is_said_to_have_written_is_a_quotation() -> None:
    said = "A mill that stands still speaks louder than a minister, and we shall say it again."
    assert kinds(f"Bread Now\n\n{BODY} As the council has written:\n\n{said}\n\n{BODY}") == [
        "title",
        "paragraph",
        "quote",
        "paragraph",
    ]
    assert kinds(f"Bread Now\n\n{BODY} We have said:\n\n{said}\n\n{BODY}") == [
        "title",
        "paragraph",
        "paragraph",
        "paragraph",
    ]


@pytest.mark.parametrize(
    "note",
    [
        "The following letter was carried over the hills and has been shortened by us for this page.",
        "Introduction: This speech was given in the yard of the mill and translated by two volunteers.",
        "This interview was conducted by telephone in May and has been edited for length.",
        "We publish below the full text of a letter that the millers wrote to one another.",
        "متن زیر را یکی از آسیابانان در بهار نوشته و با اندکی ویرایش منتشر می‌شود.",
        "توضیح: این نامه از زندان به دست ما رسیده و برای نخستین بار منتشر می‌شود.",
        "آنچه در پی می‌خوانید سخنان یک آسیابان است که در حیاط آسیاب ضبط شده است.",
    ],
)
def test_a_paragraph_over_a_text_that_speaks_about_it_is_a_note(note: str) -> None:
    """Whatever its label, or without one, it is not the text's own voice."""
    reading = read("a.txt", f"Bread Now\n\n{note}\n\n{BODY}\n\n{BODY}")
    assert reading.editors_note == note
    assert not any(sentence in note for sentence in reading.summary)


@pytest.mark.parametrize(
    "opening",
    [
        "This letter is our answer to the owners, who have closed the mills of the whole valley.",
        "The following demands were put to the owners of the mills by all who work in them.",
        "We have received no wages since the snow fell, and the owners of the mills do not answer our letters.",
        "این نامه پاسخ ما به صاحبان آسیاب‌هاست که از نخستین برف درها را بسته‌اند.",
    ],
)
def test_a_text_that_speaks_of_itself_has_no_note(opening: str) -> None:
    """Its first sentence is its own."""
    assert read("a.txt", f"Bread Now\n\n{opening}\n\n{BODY}\n\n{BODY}").editors_note is None
