"""Lines that the model names become passages of their own."""

from __future__ import annotations

import pytest

from bot.documents.passages import Kind, Passage, lines_of
from bot.documents.structure.roles import assign
from bot.documents.structure.tags import Tag


def assigned(text: str, name: str) -> list[str]:
    """The texts of the passages into which one falls of whose lines the model is sure."""
    lines = lines_of(text)
    passage = Passage("paragraph", text, 0)
    return [each.text.strip() for each in assign(lines, [Tag(name, 0.95, 0.0, 0.0)] * len(lines), [passage])]


def test_demands_a_line_each_without_any_bullet_are_as_many_demands() -> None:
    lines = [
        "The thirty-hour week", "Free nurseries, open as long as shifts are long",
        "Pensions that count the years of raising children and nursing the old", "Cleaners employed by the city",
    ]  # fmt: skip
    assert assigned("\n".join(lines), "demand") == lines


@pytest.mark.parametrize(
    ("ruled", "named", "kinds"),
    [
        ("t...", "..t.", "..t."),  # the title stands elsewhere
        ("tt..", "t...", "tt.."),  # it is the second line of the title
    ],
)
def test_what_the_rules_take_for_the_title_is_none_beside_another(ruled: str, named: str, kinds: str) -> None:
    """A letter a line: t for a title. No model is as sure here as it must be to overrule the rules."""
    kind: dict[str, Kind] = {"t": "title", ".": "paragraph"}
    lines = lines_of("The kilns stay cold\n\nThe fourth week\n\nNine towns without bricks\n\nNobody was paid.")
    passages = [
        Passage(kind[letter], line.text, line.start, line.gap) for letter, line in zip(ruled, lines, strict=True)
    ]
    tags = [Tag("title", 0.6, 0.8, 0.0, 0.8) if letter == "t" else Tag("text", 0.6, 0.1, 0.0) for letter in named]
    assert [each.kind for each in assign(lines, tags, passages)] == [kind[letter] for letter in kinds]


def test_two_captions_below_each_other_are_two() -> None:
    lines = [
        "A mural of a young man with a brick, half painted over",
        "A kiln in the upper town, closed since the last of the floods",
    ]
    assert assigned("\n".join(lines), "caption") == lines


def test_a_credit_in_a_line_of_its_own_belongs_to_the_caption() -> None:
    caption = "A mural of a young man with a brick, half painted over\nPhoto: R. Clay"
    assert assigned(caption, "caption") == [caption]


def test_a_demand_that_was_wrapped_is_one() -> None:
    wrapped = (
        "the release of all who were taken from the kiln in\nthe night of the flood, without any condition\nat once"
    )
    assert assigned(wrapped, "demand") == [wrapped]
