"""What a careful person reads in the campaign's own documents, where they lie beside the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.documents import bodies
from bot.documents.loading import load
from bot.documents.readings import Reading, read

DOCUMENTS = Path(__file__).parents[2].parent / "shared" / "documents"

pytestmark = pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="the documents are not beside this checkout")


def document(number: str) -> Reading:
    path = next(DOCUMENTS.glob(f"{number}_*.txt"))
    return read(path.name, load(path.name, path.read_bytes()))


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_every_paragraph_arrives_verbatim(number: str) -> None:
    """Title and body as kept give the lines of the source, in its order."""
    reading = document(number)
    printed = f"{reading.title or ''}\n{bodies.read(reading.body_markdown).plain()}"
    kept, source = (
        [line.strip() for line in text.split("\n") if line.strip()] for text in (printed, reading.source_text)
    )
    assert kept == source


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
    assert len(reading.captions) == 3
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
    assert len(reading.captions) == 1
    assert (reading.issuers, reading.dated) == ((), None)
    assert not any(sentence in (reading.editors_note or "") for sentence in reading.summary)


def test_the_compilation_is_a_collection_with_the_date_above_it() -> None:
    reading = document("002")
    assert (reading.kind, reading.title, reading.issuers) == ("collection", None, ())
    assert reading.dated
    assert reading.dated.iso == "2026-01-29"
    assert reading.footnotes.marks == ()
    assert "What does it take to cripple the Islamic Republic’s killing machine?" in reading.headings
    assert "Bayat-photo" in reading.drop
    assert not set(reading.headings) & {"Leave a Reply", "Worker-communist Party of Iran"}


def test_the_manifesto_is_a_statement_that_begins_and_ends_with_slogans() -> None:
    reading = document("003")
    assert (reading.kind, reading.headings) == ("statement", ("Victory to the protests!",))
    assert (reading.title or "").startswith("End the massacres in Iran! Down with the dictatorship!")
    assert len(reading.slogans) == 13
    assert (reading.issuers, reading.dated, reading.footnotes.marks) == ((), None, ())


def test_the_listicle_is_an_article_without_title_issuer_or_date() -> None:
    reading = document("004")
    assert (reading.kind, reading.title, reading.issuers, reading.dated) == ("article", None, (), None)
    assert reading.headings == (
        "Inhuman tortures against detainees of November 2019 protests",
        "The key characteristics of the uprising",
    )
    assert sum(passage.kind == "item" for passage in reading.passages) == 16
