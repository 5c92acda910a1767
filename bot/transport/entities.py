"""What people set off in a message: Telegram's entities become spans of its text.

Telegram counts in UTF-16 units, Python in characters: https://core.telegram.org/api/entities#entity-length
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from telegram import MessageEntity
from telegram.constants import MessageEntityType

from bot.documents.spans import Span, SpanKind

_KINDS: dict[str, SpanKind] = {
    MessageEntityType.BOLD: "bold",
    MessageEntityType.ITALIC: "italic",
    MessageEntityType.CODE: "code",
    MessageEntityType.PRE: "code",
    MessageEntityType.TEXT_LINK: "link",
    MessageEntityType.BLOCKQUOTE: "quote",
    MessageEntityType.EXPANDABLE_BLOCKQUOTE: "quote",
}


def read_spans(text: str, entities: Sequence[MessageEntity]) -> tuple[Span, ...]:
    """The spans of *text*, in characters, in the order in which they begin; other kinds of entities are left out."""
    places = _Places(text)
    found = [
        Span(places[entity.offset], places[entity.offset + entity.length], _KINDS[entity.type], entity.url)
        for entity in entities
        if entity.type in _KINDS and entity.length > 0
    ]
    return tuple(sorted(found, key=lambda span: (span.start, -span.end)))


class _Places:
    """Of each UTF-16 unit of a text, the number of its character."""

    def __init__(self, text: str) -> None:
        self.end = len(text)
        self.plain = all(character <= "\uffff" for character in text)
        starts = [] if self.plain else accumulate((1 + (character > "\uffff") for character in text), initial=0)
        self.numbers = {unit: number for number, unit in enumerate(starts)}

    def __getitem__(self, unit: int) -> int:
        return min(unit, self.end) if self.plain else self.numbers.get(unit, self.end)
