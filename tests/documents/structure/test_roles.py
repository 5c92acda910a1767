"""Lines that the model names become passages of their own."""

from __future__ import annotations

from bot.documents.passages import Passage, lines_of
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


def test_a_demand_that_was_wrapped_is_one() -> None:
    wrapped = (
        "the release of all who were taken from the kiln in\nthe night of the flood, without any condition\nat once"
    )
    assert assigned(wrapped, "demand") == [wrapped]
