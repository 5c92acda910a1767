"""How Telegram reads a text: mark-up to entities, links and commands found in it, and what it cleans away."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import Any

from bot.rehearsal import markup, tdlib
from bot.rehearsal.verdicts import refuse

Entity = dict[str, Any]

_OPAQUE = {"pre", "code", "text_link", "text_mention", "custom_emoji", "date_time"}
_ORDER = ("blockquote", "expandable_blockquote", "pre", "code", "text_link", "text_mention", "bold", "italic")
# Control characters, line separators and the directional embeddings that Telegram strips (not the isolates and marks).
_STRIPPED = re.compile("[\r\u2028-\u202e]|[\u0333\u033f\u030a]")
_CONTROL = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f]")
_INVISIBLE = re.compile(
    "[\\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202f\u2060-\u206f\u2800\ufeff]*"
)
_TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "tg-spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}


def count_units(text: str) -> int:
    """The length of *text* as Telegram counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def read_text(text: str, parse_mode: str | None = None, given: list[Entity] | None = None) -> tuple[str, list[Entity]]:
    """What people see of *text*, and its entities, given and found; offsets are UTF-16 units.

    Telegram's own parser (tdjson) reads it where it is installed, else ours. Raises `Verdict` for broken mark-up.
    """
    if parse_mode:
        text, marked = _parse(text, parse_mode)
    else:
        marked = [dict(entity) for entity in given or []]
    text, marked = _clean(text, marked)
    found = tdlib.find_entities(text) if tdlib.available() else markup.find_entities(text)
    return text, _merge(marked, found)


def is_blank(text: str) -> bool:
    """Whether there is nothing to see in *text*."""
    return bool(_INVISIBLE.fullmatch(text))


def _parse(text: str, parse_mode: str) -> tuple[str, list[Entity]]:
    mode = parse_mode.lower()
    if mode not in {"html", "markdown", "markdownv2"}:
        raise refuse("unsupported parse_mode")
    try:
        if tdlib.available():
            return tdlib.parse(text, mode)
        if mode == "html":
            return markup.parse_html(text)
    except markup.BrokenMarkupError as error:
        raise refuse(f"can't parse entities: {error}") from None
    raise refuse(f"parse_mode {parse_mode} is not in the stand-in without tdjson")


def _clean(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    kept: list[str] = []
    places = [0]  # for each UTF-16 unit of the old text, its place in the new one
    length = 0
    for character in _CONTROL.sub(" ", text):
        width = 2 if character > "\uffff" else 1
        if not _STRIPPED.match(character):
            kept.append(character)
            length += width
        places.extend([length] * width)
    cleaned = "".join(kept)
    front = len(cleaned) - len(cleaned.lstrip(" \n"))
    cleaned = cleaned.strip(" \n")
    end = count_units(cleaned)
    moved = []
    for entity in entities:
        start, stop = (
            min(max(places[min(unit, len(places) - 1)] - front, 0), end)
            for unit in (entity["offset"], entity["offset"] + entity["length"])
        )
        if stop > start:
            moved.append({**entity, "offset": start, "length": stop - start})
    return cleaned, moved


def _merge(marked: list[Entity], found: Iterable[Entity]) -> list[Entity]:
    """Given entities and found ones, adjacent ones of a kind joined; nothing is found inside links and code."""
    opaque = [entity for entity in marked if entity["type"] in _OPAQUE]
    free = [entity for entity in found if not any(_overlap(entity, other) for other in opaque)]
    joined: list[Entity] = []
    newest: dict[tuple[object, ...], Entity] = {}
    for entity in sorted([*marked, *free], key=_place):
        twin = newest.get(_kind(entity))
        if twin is not None and _touch(twin, entity):
            twin["length"] = max(_end(twin), _end(entity)) - twin["offset"]
        else:
            joined.append(entity)
            newest[_kind(entity)] = entity
    return sorted(joined, key=_place)


def _place(entity: Entity) -> tuple[int, int, int]:
    rank = _ORDER.index(entity["type"]) if entity["type"] in _ORDER else len(_ORDER)
    return entity["offset"], -entity["length"], rank


def _kind(entity: Entity) -> tuple[object, ...]:
    return tuple(entity.get(key) for key in ("type", "url", "language", "user_id", "custom_emoji_id"))


def _end(entity: Entity) -> int:
    return int(entity["offset"]) + int(entity["length"])


def _overlap(one: Entity, other: Entity) -> bool:
    return bool(one["offset"] < _end(other) and other["offset"] < _end(one))


def _touch(one: Entity, other: Entity) -> bool:
    if one["type"] in {"blockquote", "expandable_blockquote", "pre", "bot_command", "mention", "hashtag", "url"}:
        return False
    return bool(other["offset"] <= _end(one))


def render_html(text: str, entities: Iterable[Entity]) -> str:
    """*text* with its entities as HTML tags that Telegram itself would take again; everything else is escaped."""
    units = text.encode("utf-16-le", "surrogatepass")

    def piece(start: int, stop: int) -> str:
        return html.escape(units[2 * start : 2 * stop].decode("utf-16-le", "surrogatepass"), quote=False)

    out: list[str] = []
    open_until: list[tuple[int, str]] = []
    here = 0

    def close(limit: int) -> int:
        position = here
        while open_until and open_until[-1][0] <= limit:
            end, tag = open_until.pop()
            out.extend((piece(position, end), f"</{tag}>"))
            position = max(position, end)
        return position

    for entity in sorted(entities, key=_place):
        opening, tag = _render_tag(entity)
        if not tag:
            continue
        here = close(entity["offset"])
        out.extend((piece(here, entity["offset"]), opening))
        here = entity["offset"]
        # an entity that overlaps another crookedly is cut short, so that tags stay nested
        end = min(_end(entity), open_until[-1][0]) if open_until else _end(entity)
        open_until.append((end, tag))
    here = close(len(units))
    out.append(piece(here, len(units) // 2))
    return "".join(out)


def _render_tag(entity: Entity) -> tuple[str, str]:
    kind = entity["type"]
    if kind == "text_link":
        return f'<a href="{html.escape(entity["url"])}">', "a"
    if kind == "text_mention":
        return f'<a href="tg://user?id={entity["user"]["id"]}">', "a"
    if kind == "expandable_blockquote":
        return "<blockquote expandable>", "blockquote"
    tag = _TAGS.get(kind, "")
    return f"<{tag}>", tag
