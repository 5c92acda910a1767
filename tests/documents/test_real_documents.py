"""What a careful person reads in the campaign's own documents, where they lie beside the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.documents.files.loading import load
from bot.documents.markdown import bodies
from bot.documents.readings import Reading, read

DOCUMENTS = Path(__file__).parents[2].parent / "shared" / "documents"

pytestmark = pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="the documents are not beside this checkout")


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def document(number: str) -> Reading:
    path = next(DOCUMENTS.glob(f"{number}_*.txt"))
    return read(path.name, load(path.name, path.read_bytes()))


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_every_paragraph_arrives_verbatim(number: str) -> None:
    """Title and body as kept give the lines of the source, in its order, but for what the web page left in it."""
    reading = document(number)
    printed = f"{reading.title or ''}\n{bodies.read(reading.body_markdown).plain()}"
    assert lines(printed) == [
        line.removesuffix("[back]").rstrip() for line in lines(reading.source_text) if line not in reading.drop
    ]


def test_the_parts_and_remarks_of_the_compilation_are_the_source() -> None:
    reading = document("002")
    joined = "".join(part.remark + part.source_text for part in reading.parts)
    assert reading.lead + joined + reading.afterword == reading.source_text


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_summaries_are_sentences_of_the_text(number: str) -> None:
    reading = document(number)
    assert 3 <= len(reading.summary) <= 5
    assert all(sentence in reading.source_text for sentence in reading.summary)
    assert reading.language == "en"


def test_week_11_has_seven_marks_and_no_notes() -> None:
    reading = document("000")
    assert (reading.kind, reading.week, reading.series) == ("update", 11, "Uprising In Iran")
    assert (reading.title or "").split("\n")[0] == "Uprising In Iran—Week 11:"
    assert len((reading.title or "").split("\n")) == 2
    assert [mark.number for mark in reading.footnotes.marks] == [1, 2, 3, 4, 5, 6, 7]
    assert reading.footnotes.notes == ()
    assert [heading.split()[0] for heading in reading.headings] == ["“Death", "Cruel", "A", "International", "The"]
    assert len(reading.captions) == 7  # three pictures with alternative text and caption, and one under a tweet
    assert reading.drop == ("Tweet URL",)
    assert any("needs to learn more" in problem.sentence() for problem in reading.problems)
    assert reading.editors_note
    assert (reading.issuers, reading.dated) == ((), None)
    assert any("notes are missing" in problem.text for problem in reading.problems)


def test_week_9_has_twelve_marks_and_their_notes() -> None:
    reading = document("001")
    assert (reading.kind, reading.week, reading.series) == ("update", 9, "Uprising in Iran")
    assert [mark.number for mark in reading.footnotes.marks] == list(range(1, 13))
    assert [note.number for note in reading.footnotes.notes] == list(range(1, 13))
    assert reading.footnotes.problems == ()
    assert len(bodies.read(reading.body_markdown).notes) == 12
    assert len(reading.headings) == 8
    assert reading.headings[0] == "“We don’t want a child-killing regime!”"
    assert [caption.split()[0] for caption in reading.captions] == ["Women", "Women", "Beloved"]
    assert reading.drop == ("Tweet URL", "[back]")
    about = " ".join(problem.sentence() for problem in reading.problems)
    assert all(words in about for words in ("see here and here", "go to Some of", "nearby Karaj.”"))
    assert (reading.issuers, reading.dated) == ((), None)
    assert not any(sentence in (reading.editors_note or "") for sentence in reading.summary)


def test_the_compilation_is_a_collection_with_the_date_above_it() -> None:
    reading = document("002")
    assert (reading.kind, reading.title, reading.issuers) == ("collection", None, ())
    assert reading.dated
    assert reading.dated.iso == "2026-01-29"
    assert reading.footnotes.marks == ()
    assert (reading.drop[0], reading.drop[-1]) == ("Bayat-photo", "Continue reading")
    assert "Leave a Reply" in reading.drop
    assert reading.headings == ("As last words",)


def test_the_nine_parts_of_the_compilation_are_read_one_by_one() -> None:
    parts = document("002").parts
    assert [part.kind.value for part in parts] == [
        "statement", "article", "statement", "update", "statement", "statement", "statement", "statement", "statement",
    ]  # fmt: skip
    assert [part.dated.iso if part.dated else None for part in parts] == [
        None, "2025-09-11", None, "2026-01-12", "2026-01-12", "2026-01-05", "2026-01-04", "2025-12-31", "2026-01-03",
    ]  # fmt: skip
    assert [part.issuers[0] for part in parts] == [
        "Workers’ Councils of Arak",
        "Mansoureh Galestan",
        "Communist Party of Iran International Bureau",
        "Worker-communist Party of Iran",
        "Communist Party of Iran",
        "Worker-communist Party of Iran",
        "Reza Shahabi",
        "Council for Cooperation of Iranian Left and Communist Forces",
        "Retirees’ Union",
    ]
    assert len(parts[8].issuers) == 8
    assert parts[0].title == "Statement of the Workers’ Councils of Arak: All power to the councils!"
    assert len((parts[5].title or "").split("\n")) == 2
    assert "All power to the workers councils. Watch out" in parts[5].remark
    assert [len(part.headings) for part in parts] == [0, 4, 0, 0, 0, 0, 0, 0, 0]
    assert [bool(part.preface) for part in parts] == [False, False, *[True] * 7]
    assert len(parts[1].captions) == 1


def test_the_manifesto_is_a_statement_that_begins_and_ends_with_slogans() -> None:
    reading = document("003")
    assert (reading.kind, reading.headings) == ("statement", ("Victory to the protests!",))
    assert (reading.title or "").startswith("End the massacres in Iran! Down with the dictatorship!")
    assert len(reading.slogans) >= 13
    assert (reading.issuers, reading.dated, reading.footnotes.marks) == ((), None, ())


def test_the_listicle_is_an_article_without_title_issuer_or_date() -> None:
    reading = document("004")
    assert (reading.kind, reading.title, reading.issuers, reading.dated) == ("article", None, (), None)
    assert reading.headings == (
        "Inhuman tortures against detainees of November 2019 protests",
        "The key characteristics of the uprising",
    )
    assert sum(passage.kind == "item" for passage in reading.passages) == 16
    assert any("against the theocracy,”" in problem.sentence() for problem in reading.problems)
