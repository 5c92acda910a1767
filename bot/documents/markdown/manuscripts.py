"""Markdown files: their front matter and title, and their body as passages.

The body itself is kept as it is, but for the lines that a web page left in it.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, replace
from typing import Any

from bot.documents.markdown import bodies, remnants
from bot.documents.markdown.remnants import Piece
from bot.documents.structure import captions, footnotes, prefaces
from bot.documents.structure.footnotes import Footnotes, Mark, Note
from bot.documents.structure.outlines import Kind, Passage, is_date_line
from bot.documents.structure.pages import debris

_FRONT = re.compile(r"---[ \t]*\n(?P<fields>(?:[^\n]*\n)*?)---[ \t]*(?:\n|$)")
_FIELD = re.compile(r"(?P<name>[A-Za-z_]{1,30}):[ \t]*(?P<value>\S.*)")
# An export says these; its body has been through all this, and comes home whole.
_EXPORTED = frozenset({"number", "origin"})
_TITLE = re.compile(r"\s*# +(?P<title>[^\n]+)(?:\n|$)")
_KINDS: dict[bodies.Kind, Kind] = {
    bodies.Kind.HEADING: "heading",
    bodies.Kind.ITEM: "item",
    bodies.Kind.RULE: "rule",
}


@dataclass(frozen=True)
class Manuscript:
    """A Markdown text taken apart: *fields* of its front matter, title, body without both, passages and footnotes.

    *figures* are those of the front matter, as an export writes them. The *body* is without what a web page left in
    it; the *passages* have that as debris. Places in *passages* and *footnotes* are those of the plain text of title
    and whole body, not of the file.
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
    pieces, marks = _pieces(body, title)
    passages = [Passage("title", title, 0)] if title else []
    exported = fields.keys() >= _EXPORTED
    if not exported:
        pieces = remnants.mark(passages, pieces)
        text = remnants.without(text, body, pieces)
    passages = _closed([*passages, *(piece.passage for piece in pieces)])
    notes = _notes(body, passages)
    if not exported:
        passages += [
            Passage("debris", note.way_back, note.passage.start + note.ends) for note in notes if note.way_back
        ]
    return Manuscript(title, text.strip("\n") + "\n", passages, footnotes.settle(marks, notes), fields, figures)


def front(text: str) -> int:
    """Where the front matter of the Markdown *text* ends, 0 where it has none."""
    found = _FRONT.match(text)
    return found.end() if found else 0


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


def _pieces(body: bodies.Body, title: str | None) -> tuple[list[Piece], list[Mark]]:
    place = len(title) + 2 if title else 0
    pieces: list[Piece] = []
    marks: list[Mark] = []
    for at, block in enumerate(body.blocks):
        text = bodies.text(block)
        if not text.strip():
            continue
        kind: Kind = _KINDS.get(block.kind, "paragraph")
        if kind == "item" and not block.marker:
            kind = "paragraph"
        marks += _marks(block, text, place)
        pieces += remnants.pieces(body.blocks, at, Passage(kind, text, place, 1, block.marker))
        place += len(text) + 2
    return [_captioned(piece) for piece in pieces], marks


def _captioned(piece: Piece) -> Piece:
    passage = piece.passage
    if passage.kind == "paragraph" and captions.is_credited(passage.text) and not debris.is_debris(passage.text):
        return replace(piece, passage=replace(passage, kind="caption"))
    return piece


def _closed(passages: list[Passage]) -> list[Passage]:
    """*passages* with a date under the text as its closing line, and prefaces marked."""
    last = next((at for at in range(len(passages) - 1, -1, -1) if passages[at].kind != "debris"), None)
    if last is not None and passages[last].kind == "paragraph" and is_date_line(passages[last].text):
        passages[last] = replace(passages[last], kind="closing")
    return prefaces.mark(passages)


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
