"""Which lines are titles of parts: the likely ones, and those in one series with them."""

from __future__ import annotations

from bot.documents.passages import lines_of
from bot.documents.structure.pieces import part_titles
from bot.documents.structure.tags import Tag

LONG = "The mills of the valley have been closed since the first snow, and nobody has said when they open again."


def places(source: str, likely: dict[str, float]) -> list[str]:
    """The lines that are taken for titles of parts where the model gives *likely* to these and nothing to others."""
    lines = lines_of(source)
    tags = [Tag("heading" if line.text in likely else "text", 0.9, 0.0, likely.get(line.text, 0.0)) for line in lines]
    return [lines[at].text for at in sorted(part_titles(lines, tags))]


def written(*titles: str) -> str:
    return "\n\n".join(f"{title}\n\n{LONG}\n\n{LONG}" for title in titles)


def test_one_likely_title_is_no_collection() -> None:
    assert places(written("The ovens", "The ferry"), {"The ferry": 0.9}) == []


def test_the_first_of_a_numbered_series_is_a_part_like_the_others() -> None:
    titles = ("1. Message from the mill", "2. Letter from a ward", "3. Statement of the bakers")
    assert places(written(*titles), {titles[1]: 0.9, titles[2]: 0.4}) == list(titles)


def test_numbered_headings_of_one_text_are_no_parts() -> None:
    titles = ("1. The wages", "2. The ovens", "3. The flour")
    assert places(written(*titles), {titles[1]: 0.4}) == []


def test_messages_that_begin_alike_are_parts_together() -> None:
    titles = ("From the dockers of Haven:", "From a cook:", "From Ostrel:")
    assert places(written(*titles), {titles[0]: 0.8, titles[1]: 0.1}) == list(titles)


def test_days_over_the_entries_of_a_diary_are_parts_if_the_model_thinks_so_of_some() -> None:
    days = ("3 May 2024", "9 May 2024", "1 June 2024")
    assert places(written(*days), {days[0]: 0.5, days[2]: 0.4}) == list(days)
    assert places(written(*days), {days[0]: 0.2}) == []


def test_numbered_lines_right_below_each_other_are_a_list_and_no_parts() -> None:
    listed = "1. Message from the mill\n2. Letter from a ward\n3. Statement of the bakers"
    likely = dict.fromkeys(listed.split("\n"), 0.4)
    assert places(f"{listed}\n\n{LONG}\n\n1. The rest", likely) == []


def test_titles_in_capitals_are_parts_together() -> None:
    titles = ("FROM THE MILL", "FROM THE FERRY", "FROM A WARD")
    likely = {titles[0]: 0.15, titles[1]: 0.95, titles[2]: 0.95}
    assert places("What reached us\n\n" + written(*titles), likely) == list(titles)
