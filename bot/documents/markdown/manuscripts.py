"""Markdown files: their front matter and title, and their body as passages; the body itself is kept as it is."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

from bot.documents.markdown import bodies
from bot.documents.structure import captions, debris, footnotes, prefaces
from bot.documents.structure.footnotes import Footnotes, Mark, Note
from bot.documents.structure.outlines import Kind, Passage, is_date_line

_FRONT = re.compile(r"---[ \t]*\n(?P<fields>(?:[^\n]*\n)*?)---[ \t]*(?:\n|$)")
_FIELD = re.compile(r"(?P<name>[A-Za-z_]{1,30}):[ \t]*(?P<value>\S.*)")
_TITLE = re.compile(r"\s*# +(?P<title>[^\n]+)(?:\n|$)")
_KINDS: dict[bodies.Kind, Kind] = {
    bodies.Kind.HEADING: "heading",
    bodies.Kind.ITEM: "item",
    bodies.Kind.RULE: "rule",
}


@dataclass(frozen=True)
class Manuscript:
    """A Markdown text taken apart: *fields* of its front matter, title, body without both, passages and footnotes.

    *figures* are those of the front matter, as an export writes them. Places in *passages* and *footnotes* are those
    of the body's plain text, not of the file.
    """

    title: str | None
    body: str
    passages: list[Passage]
    footnotes: Footnotes
    fields: dict[str, str] = field(default_factory=dict)
    figures: tuple[dict[str, str], ...] = ()


def read(text: str) -> Manuscript:
    """Take the Markdown *text* apart; front matter is `name: value` lines between two `---`."""
    fields: dict[str, str] = {}
    figures: tuple[dict[str, str], ...] = ()
    if front := _FRONT.match(text):
        found = [match for line in front["fields"].split("\n") if (match := _FIELD.fullmatch(line.strip()))]
        fields = {each["name"].lower(): _said(each["value"].strip()) for each in found}
        figures = _figures(fields.pop("figures", ""))
        text = text[front.end() :]
    title = fields.get("title")
    if heading := _TITLE.match(text):
        printed = bodies.read(f"# {heading['title']}").plain()
        if title in {None, printed}:
            title, text = printed or None, text[heading.end() :]
    body = bodies.read(text)
    passages, marks = _passages(body, title)
    notes = _notes(body, passages)
    return Manuscript(title, text.strip("\n") + "\n", passages, footnotes.settle(marks, notes), fields, figures)


def _said(value: str) -> str:
    """A field's words, in JSON as an export writes them or bare; names in a list stand between semicolons."""
    match _json(value):
        case str(text):
            return text.strip()
        case [*names] if names and all(isinstance(name, str) for name in names):
            return "; ".join(names)
    return value.strip("\"'")


def _figures(value: str) -> tuple[dict[str, str], ...]:
    rows = _json(value)
    if not isinstance(rows, list):
        return ()
    return tuple({str(name): str(said) for name, said in row.items()} for row in rows if isinstance(row, dict))


def _json(value: str) -> Any:
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        return None


def _passages(body: bodies.Body, title: str | None) -> tuple[list[Passage], list[Mark]]:
    passages = [Passage("title", title, 0)] if title else []
    place = len(title) + 2 if title else 0
    marks: list[Mark] = []
    for block in body.blocks:
        text = bodies.text(block)
        if not text.strip():
            continue
        kind: Kind = _KINDS.get(block.kind, "paragraph")
        if kind == "item" and not block.marker:
            kind = "paragraph"
        if kind == "paragraph" and debris.is_debris(text):
            kind = "debris"
        elif kind == "paragraph" and captions.is_credited(text):
            kind = "caption"
        marks += _marks(block, text, place)
        passages.append(Passage(kind, text, place, 1, block.marker))
        place += len(text) + 2
    if passages and is_date_line(passages[-1].text) and passages[-1].kind == "paragraph":
        last = passages.pop()
        passages.append(Passage("closing", last.text, last.start, last.gap))
    return prefaces.mark(passages), marks


def _marks(block: bodies.Block, text: str, place: int) -> list[Mark]:
    marks: list[Mark] = []
    at = len(block.marker)
    for span in block.spans:
        if span.note and span.note.isdecimal():
            after = footnotes.last_words(text, at)
            marks.append(Mark(int(span.note), place + at, span.text, "raised", after))
        at += len(span.text)
    return marks


def _notes(body: bodies.Body, passages: list[Passage]) -> list[Note]:
    place = passages[-1].end + 2 if passages else 0
    notes: list[Note] = []
    for note in body.notes:
        text = note.plain()
        if note.label.isdecimal():
            notes.append(Note(int(note.label), note.label, Passage("item", text, place), 0))
        place += len(text) + 2
    return notes
