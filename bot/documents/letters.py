"""Letters that look alike: texts are compared with one yeh and one kaf, and told in the letters they were typed in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from bot.documents.passages import Passage

_ALIKE = str.maketrans("يىك", "ییک")


def levelled(text: str) -> str:
    """*text* with one yeh and one kaf; every character stays in its place."""
    return text.translate(_ALIKE)


def restored(value: Any, plain: str, source: str) -> Any:
    """*value*, which was found in the levelled text *plain*, with all its strings as they stand in *source*.

    Works through tuples, dicts and dataclasses; a string that does not stand in the text stays as it is.
    """
    return _through(value, lambda text: _in_source(text, plain, source), source)


def _in_source(text: str, plain: str, source: str) -> str:
    at = plain.find(text) if text else -1
    if at >= 0:
        return source[at : at + len(text)]
    if "\n" in text:
        return "\n".join(_in_source(line, plain, source) for line in text.split("\n"))
    if " " in text and plain != source:  # what is told with some words left out
        return " ".join(_in_source(word, plain, source) for word in text.split(" "))
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
