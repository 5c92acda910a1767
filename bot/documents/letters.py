"""Letters that look alike: texts are compared with one yeh and one kaf, and told in the letters they were typed in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from bot.documents import scripts
from bot.documents.passages import Passage


def restored(value: Any, plain: str, source: str) -> Any:
    """*value*, which was found in the levelled text *plain*, with all its strings as they stand in *source*.

    Works through tuples, dicts and dataclasses. A string that does not stand in the text stays as it is where *source*
    has several yehs or kafs; where it has but one of each, that one is put.
    """
    if plain == source:
        return value
    return _through(value, _Source(plain, source).typed, source)


class _Source:
    """Finds what was read in the levelled text, mostly a little below what was found before.

    A text of one keyboard has but one yeh and one kaf; then nothing need be looked for.
    """

    def __init__(self, plain: str, source: str) -> None:
        self.plain, self.source, self.last = plain, source, 0
        used = {
            letter: [form for form in letter + others if form in source] for letter, others in scripts.ALIKE.items()
        }
        self.doubtful = tuple(letter for letter, forms in used.items() if len(forms) > 1)
        self.known = str.maketrans({letter: forms[0] for letter, forms in used.items() if len(forms) == 1})

    def typed(self, text: str) -> str:
        if not any(letter in text for letter in self.doubtful):
            return text.translate(self.known)
        at = self.plain.find(text, self.last)
        if at < 0:
            at = self.plain.find(text, 0, self.last + len(text))
        if at >= 0:
            self.last = at
            return self.source[at : at + len(text)]
        for between in ("\n", " "):  # what is told in other lines, or with some words left out
            if between in text:
                return between.join(self.typed(part) for part in text.split(between))
        return text


def _through(value: Any, back: Callable[[str], str], source: str) -> Any:
    if type(value) is str:
        return back(value)
    if isinstance(value, Passage):
        marker = source[value.start : value.start + len(value.marker)]
        return replace(value, text=source[value.start : value.end], marker=marker)
    if isinstance(value, tuple):
        return tuple(_through(each, back, source) for each in value)
    if isinstance(value, dict):
        return {key: _through(each, back, source) for key, each in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{each.name: _through(getattr(value, each.name), back, source) for each in fields(value)}
        )
    return value
