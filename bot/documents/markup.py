"""A plain text as Markdown that reads back word for word: what only looks like markup is escaped."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice, takewhile

from bot.documents.bodies import begins_with_label
from bot.documents.footnotes import Footnotes, Mark, Note
from bot.documents.outlines import Passage

# An underscore between letters or digits is never emphasis.
_INLINE = re.compile(r"[\\`*\[\]<~]|(?<![^\W_])_|_(?![^\W_])|&(?=[#\w])")
_LINE_START = re.compile(r"(?:#{1,6}(?=\s|$)|>|[-+=](?![^\W_]))")
_NUMBER_START = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_NUMBER_MARKER = re.compile(r"[0-9]{1,3}[.)]")


def to_markdown(passages: list[Passage], footnotes: Footnotes) -> str:
    """The passages of a text, without its title, as Markdown; `bodies.read` gives the same words in the same lines.

    Headings become `##`, list items with `-`, `•` or a number stay items, and a mark and its note, printed alike,
    become a footnote; notes read back at the end. Marks and notes without a partner stay as they are printed.
    """
    title_ends = max((passage.end for passage in passages if passage.kind == "title"), default=0)
    marks = [mark for mark in footnotes.marks if mark.start >= title_ends]
    labels, notes = _linked(footnotes, marks)
    marks = [mark for mark in marks if mark.printed in labels]
    blocks: list[list[str]] = []
    in_list = False
    for passage in passages:
        if passage.kind == "title":
            continue
        block, is_item = _block(passage, notes.get(passage.start), marks)
        if is_item and in_list:
            blocks[-1].append(block)
        else:
            blocks.append([block])
        in_list = is_item
    return "\n\n".join("\n".join(lines) for lines in blocks) + "\n" if blocks else ""


def escaped(text: str) -> str:
    """*text* as a Markdown paragraph that reads back as it is, its lines kept."""
    return _lines(_INLINE.sub(r"\\\g<0>", text), "")


def _linked(footnotes: Footnotes, marks: list[Mark]) -> tuple[set[str], dict[int, Note]]:
    matched = footnotes.matched
    printed = {mark.printed for mark in marks}
    notes = {
        note.passage.start: note
        for note in footnotes.notes
        if note.number in matched and note.printed in printed and (_is_plain(note) or _begins(note))
    }
    return {note.printed for note in notes.values()}, notes


def _is_plain(note: Note) -> bool:
    """Whether the note is printed as notes are read back, so that its number need not be kept in its text."""
    start = f"{note.printed}. "
    return note.passage.text[: note.begins] == start and not begins_with_label(note.text, note.printed)


def _begins(note: Note) -> bool:
    return begins_with_label(note.passage.text, note.printed)


def _block(passage: Passage, note: Note | None, marks: list[Mark]) -> tuple[str, bool]:
    if note:
        begins = note.begins if _is_plain(note) else 0
        return f"[^{note.printed}]: " + _lines(_inline(passage, begins, []), "    "), False
    if passage.kind == "item" and (marker := _list_marker(passage.marker.strip())):
        return marker + _lines(_inline(passage, len(passage.marker), marks), " " * len(marker)), True
    text = _inline(passage, 0, marks)
    if passage.kind == "heading":
        return "## " + text.replace("#", "\\#"), False
    return _lines(text, ""), False


def _list_marker(marker: str) -> str | None:
    if marker == "-" or _NUMBER_MARKER.fullmatch(marker):
        return f"{marker} "
    # Markdown's other bullet reads back as a dot.
    return "* " if marker == "•" else None


def _inline(passage: Passage, begins: int, marks: list[Mark]) -> str:
    text = passage.text
    out: list[str] = []
    done = begins
    first = bisect_left(marks, passage.start + begins, key=lambda mark: mark.start)
    for mark in takewhile(lambda mark: mark.start < passage.end, islice(marks, first, None)):
        start = mark.start - passage.start
        out += [_INLINE.sub(r"\\\g<0>", text[done:start]), f"[^{mark.printed}]"]
        done = start + len(mark.printed)
        if text[done : done + 1] == "(":
            out.append("\\(")
            done += 1
    return "".join([*out, _INLINE.sub(r"\\\g<0>", text[done:])])


def _lines(text: str, indent: str) -> str:
    lines = [_line(line.strip()) for line in text.split("\n")]
    return f"\n{indent}".join(lines)


def _line(line: str) -> str:
    if _LINE_START.match(line):
        return "\\" + line
    return _NUMBER_START.sub(r"\1\\\2", line, count=1) if _NUMBER_START.match(line) else line
