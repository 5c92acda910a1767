"""What a number counts, as both languages tell it."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.documents.figures.tokens import Token

ELIDED = "elided"
"""The unit of a sum whose currency the sum before it names."""


@dataclass(frozen=True)
class Counted:
    """The tokens of what is counted: its noun, what befell those counted, or else what is said of them.

    *fate* stands after the noun, or before the number where somebody did it (*active*); *event* is the noun that
    governs the number: "arrests of". A number *like* the one before it has no noun of its own: "the company says 900".
    """

    noun: list[int]
    fate: list[int] = field(default_factory=list)
    unit: str | None = None
    event: list[int] = field(default_factory=list)
    saying: list[int] = field(default_factory=list)
    active: bool = False
    like: bool = False


def compose(sentence: str, tokens: list[Token], counted: Counted) -> str:
    """What is counted, in words of the sentence: "protesters killed", "arrests of students", «نرخ تورم»."""
    words = join_tokens(sentence, tokens, [*counted.event, *counted.noun])
    more = join_tokens(sentence, tokens, counted.fate or counted.saying)
    return f"{words} {more}".strip()


def join_tokens(sentence: str, tokens: list[Token], places: list[int]) -> str:
    """The tokens at *places* as printed; where some between them are left out, one space stands for them."""
    parts: list[str] = []
    for at, place in enumerate(places):
        token = tokens[place]
        if at and places[at - 1] + 1 == place:
            parts.append(" " if "\n" in (gap := sentence[tokens[place - 1].end : token.start]) else gap)
        elif at:
            parts.append(" ")
        parts.append(token.text)
    return "".join(parts)
