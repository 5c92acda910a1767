"""Texts as long as are taken: all of them is kept and shown; what is proposed of them is found in the first part."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.documents.markdown import bodies
from bot.documents.models import Model
from bot.documents.readings import read
from bot.documents.running import MOST_CHARACTERS
from bot.documents.structure import tags

COUNT = "The kiln union reports that 312 potters were arrested in the valley of Sarn.\n\n"
FILLER = "The kilns of the valley stay cold, and nobody goes to the gate before noon.\n\n"
LATE = "The port union reports that 45 dockers were arrested in the bay of Lum.\n\n"


def test_figures_are_proposed_from_the_first_part_of_a_very_long_text_and_the_rest_is_said_to_be_left() -> None:
    text = "The kilns stay cold\n\n" + COUNT + FILLER * (MOST_CHARACTERS // len(FILLER) + 1) + LATE
    reading = read("a.txt", text)
    assert [figure.value for figure in reading.figures] == [312]
    assert reading.problems[0].sentence().startswith("The text is very long")
    assert "first 80,000 characters" in reading.problems[0].sentence()
    assert LATE.strip() in bodies.read(reading.body_markdown).plain()


def test_a_text_of_usual_length_is_looked_through_to_its_last_line() -> None:
    reading = read("a.txt", "The kilns stay cold\n\n" + COUNT + FILLER * 100 + LATE)
    assert [figure.value for figure in reading.figures] == [312, 45]
    assert not [each for each in reading.problems if "very long" in each.text]


def test_a_paragraph_that_runs_over_the_limit_is_looked_through_up_to_its_last_whole_sentence() -> None:
    run = COUNT.strip() + " "
    text = "The kilns stay cold\n\n" + FILLER.strip() + " " + run * (MOST_CHARACTERS // len(run) + 2)
    reading = read("a.txt", text)
    assert {figure.quote for figure in reading.figures} == {COUNT.strip()}


def test_parts_behind_the_limit_say_that_nothing_is_proposed_of_them() -> None:
    piece = "Statement of the {n} union\n\n12 January 2026\n\n" + FILLER * 25 + COUNT + "The {n} union\n\n"
    names = [f"{first} {second}" for first in ("Sarn", "Lum", "Tole", "Vash") for second in "ABCDEFGHIJKLM"]
    text = "Voices from the valleys\n\n" + "".join(piece.replace("{n}", name) for name in names)
    reading = read("a.txt", text)
    assert len(text) > MOST_CHARACTERS
    assert len(reading.parts) > 20
    first, last = reading.parts[0], reading.parts[-1]
    assert [figure.value for figure in first.figures] == [312]
    assert not last.figures
    assert [each.text for each in last.problems if "very long" in each.text]
    assert last.problems[0].sentence().startswith("The texts before this part are very long")
    assert not [each.text for each in first.problems if "very long" in each.text]


class Silent(Model):
    """A model that must not be asked."""

    def likelihoods(self, signs: Sequence[Sequence[str]]) -> list[dict[str, float]]:
        raise AssertionError(f"asked of {len(signs)} lines")


def test_parts_of_a_whole_with_more_lines_than_the_model_reads_are_read_by_rules(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tags, "LINES", Silent("lines"))
    piece = "Statement of the Sarn union\n\n12 January 2026\n\n" + "A short line\n" * 60 + FILLER + "The Sarn union\n\n"
    text = "Voices from the valleys\n\n" + piece * (tags.MOST_LINES // 60 + 1)
    reading = read("a.txt", text)
    assert len(reading.parts) > 10
    assert reading.lead + "".join(part.remark + part.source_text for part in reading.parts) + reading.afterword == text


def test_a_markdown_file_of_very_many_lines_is_read_as_plain_text_and_says_so() -> None:
    reading = read("names.md", "# Names of the fallen\n\n" + "- Rana K., 19, Sarn\n" * 10_000)
    assert reading.problems[0].sentence().startswith("The file has 10,000 lines or more")
    assert reading.body_markdown.count("Rana K., 19, Sarn") == 10_000
