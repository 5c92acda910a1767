"""No arrangement of signs keeps the reader busy: four times the text takes about four times as long, not sixteen."""

from __future__ import annotations

import pytest

from tests.benchmarks.hostile import PAGE, PIECES, growth


@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_the_time_of_reading_grows_with_the_length(piece: str) -> None:
    """A rule that looks from each sign through all the others would take sixteen times as long."""
    assert growth(piece) < 9 or growth(piece) < 9


@pytest.mark.parametrize("piece", ["[", "![", "[^1]", "*_", "(", "> a\n", "- a\n", "[a](b) ", "# a\n", "`"], ids=repr)
def test_a_markdown_file_is_read_in_time_too(piece: str) -> None:
    assert growth(piece, "a.md") < 9 or growth(piece, "a.md") < 9


@pytest.mark.parametrize(
    "piece", ["1", "1,", "1 ", ",", "[1:11 ", "[", "(", "a, ", "A and ", "#a", "– ", "x ", "گ "], ids=repr
)
def test_a_line_among_the_lines_of_a_page_is_read_in_time_too(piece: str) -> None:
    """There it is asked whether it is the title, or whom it names."""
    assert growth(piece, page=PAGE) < 9 or growth(piece, page=PAGE) < 9
