"""Marks that lost their raised digits, and the notes they belong to."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.structure.footnotes import Footnotes, find
from bot.documents.structure.outlines import outline


def read(source: str) -> Footnotes:
    return find(outline(source))


def numbers(source: str) -> list[int]:
    return [mark.number for mark in read(source).marks]


@pytest.mark.parametrize(
    "sentence",
    [
        "They met in the mill.1 It was cold.",
        "They met in the mill1 before dawn.",
        "They met in the mill. 1",
        "They met in the mill. 1 It was cold.",
        "They met in “the mill.”1 It was cold.",
        "They met in the mill,1 and it was cold.",
        "They met in the mill¹ before dawn.",
        "They met in the mill[1] before dawn.",
        "They met in the mill [1].",
        "They met in the mill in 2022.1 It was cold.",
    ],
)
def test_a_mark_is_found_however_it_was_pasted(sentence: str) -> None:
    assert numbers(f"{sentence}\n\n1. A witness told us. [back]") == [1]
    assert read(f"{sentence}\n\n1. A witness told us. [back]").problems == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Rana, 1, and her uncle came.",
        "The G1 met that day.",
        "They left on November 1 by boat.",
        "It cost 3.1 million.",
        "See No.1 of the paper.",
        "Photo by @mill1 that night.",
        "In 1 of 3 houses.",
        "It was 21.1 degrees.",
        "Version v1 of it.",
        "1 house burned.",
    ],
)
def test_a_number_that_means_something_else_is_not_a_mark(sentence: str) -> None:
    found = read(f"{sentence}\n\n1. A witness told us. [back]")
    assert found.marks == ()
    assert [problem.values["numbers"] for problem in found.problems] == [[1]]


def test_farsi_marks_and_notes_are_found() -> None:
    found = read("کارگران ایستاده‌اند.۱ کسی۲ پاسخ نداد.\n\nپانوشت‌ها\n\n۱. از روز نخست.\n\n۲. در برگه.")
    assert [(mark.number, mark.printed) for mark in found.marks] == [(1, "۱"), (2, "۲")]
    assert [note.text for note in found.notes] == ["از روز نخست.", "در برگه."]


def test_the_sequence_decides_between_marks_and_other_digits() -> None:
    """Of two readings the one that counts up with the notes is taken."""
    source = (
        "It began.1 Class7 of the school2 came. The end.3\n\n1. a [back]\n\n2. b [back]\n\n3. c [back]\n\n7. d [back]"
    )
    assert numbers(source) == [1, 2, 3]
    assert [problem.sentence() for problem in read(source).problems] == [
        "These notes have no mark in the text: 7.",
        "The footnotes skip the numbers 4, 5, 6.",
    ]


def test_marks_whose_notes_are_lost_are_kept_and_reported() -> None:
    found = read("It began in the mill.1 It went on.\n\nIt ended in the hills.2 Nobody was hurt.3")
    assert [mark.number for mark in found.marks] == [1, 2, 3]
    assert found.notes == ()
    assert found.problems[0].sentence() == "The text has footnote marks (1, 2, 3), but the notes are missing."


def test_a_mark_behind_a_number_that_ends_a_sentence_is_one_where_its_note_is_there() -> None:
    marked = "The mills were closed.1 They were reopened on November 11.2 Nobody had asked.3 It rose by 3.5 per cent."
    notes = "1. The port paper.\n2. The ferry paper.\n3. The mill paper.\n4. A letter.\n5. Another.\n"
    text = f"{marked} A letter came.4 Another one came.5\n\nNotes\n\n{notes}"
    found = find(outline(text))
    assert [(mark.number, mark.after.split()[-1]) for mark in found.marks] == [
        (1, "closed."), (2, "11."), (3, "asked."), (4, "came."), (5, "came."),
    ]  # fmt: skip


def test_the_last_words_before_a_mark_are_verbatim() -> None:
    mark = read("Nobody came to “the  mill.”1\n\n1. a [back]").marks[0]
    assert mark.after == "Nobody came to “the  mill.”"


def test_numbered_demands_at_the_end_are_not_notes() -> None:
    """Without marks, a header or ways back, a numbered list is a list."""
    found = read("We demand what is ours.\n\n1. Bread\n\n2. Peace\n\n3. Wood for the winter")
    assert found == Footnotes()


def test_a_note_that_stands_twice_is_reported_and_not_chosen() -> None:
    found = read("It began.1\n\n1. a [back]\n\n1. b [back]")
    assert found.matched == frozenset()
    assert any("More than one note" in problem.text for problem in found.problems)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([".{}", "{}", ". {}", "[{}]", ".”{}"]), min_size=1, max_size=30))
def test_every_mark_of_a_full_sequence_finds_its_note(forms: list[str]) -> None:
    """However each mark was pasted, with ages and years between them, the sequence is found whole."""
    brackets = all(form == "[{}]" for form in forms)
    forms = forms if brackets else [form.replace("[{}]", "{}") for form in forms]
    body = " ".join(f"Then Rana, 9, left the mill{form.format(n)} in 2022" for n, form in enumerate(forms, 1))
    notes = "\n\n".join(f"{n}. Told by a witness. [back]" for n in range(1, len(forms) + 1))
    found = read(f"{body}.\n\n{notes}")
    assert [mark.number for mark in found.marks] == list(range(1, len(forms) + 1))
    assert found.problems == ()


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="ab.1 2\n3[]”¹۱", max_size=150))
def test_marks_stand_where_they_say(source: str) -> None:
    for mark in read(source).marks:
        assert source[mark.start : mark.end] == mark.printed
