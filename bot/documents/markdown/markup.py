"""A plain text as Markdown that reads back word for word: what only looks like markup is escaped."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, takewhile

from bot.documents.markdown import bodies, emphases
from bot.documents.markdown.bodies import begins_with_label
from bot.documents.passages import SAME_LINE, Passage
from bot.documents.spans import Span
from bot.documents.structure.footnotes import Footnotes, Mark, Note

_LINE_START = re.compile(r"(?:#{1,6}(?=\s|$)|>|[-+=](?![^\W_]))")
_NUMBER_START = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_NUMBER_MARKER = re.compile(r"[0-9]{1,3}[.)]")


def to_markdown(passages: list[Passage], footnotes: Footnotes, spans: Sequence[Span] = ()) -> str:
    """The passages of a text, without its title, as Markdown; `bodies.read` gives the same words in the same lines.

    Headings become `##`, captions are set in italics, what somebody is said to have written is a quotation, list items
    with `-`, `•` or a number stay items, and a mark and its note, printed alike, become a footnote; notes read back at
    the end. Marks and notes without a partner stay as they are printed. Debris and ways back from notes are left out.
    Words that *spans* set off stay bold, italic, code or links, unless that would change a word.
    """
    title_ends = max((passage.end for passage in passages if passage.kind == "title"), default=0)
    marks = [mark for mark in footnotes.marks if mark.start >= title_ends]
    labels, linked = _linked(footnotes, marks)
    marks = [mark for mark in marks if mark.printed in labels]
    notes = {note.passage.start: note for note in footnotes.notes}
    blocks: list[list[str]] = []
    in_list = False
    for passage in _whole_lines(passages):
        if passage.kind in {"title", "debris"}:
            continue
        block, is_item = _emphasised(_without_way_back(passage, notes), linked.get(passage.start), marks, spans)
        if is_item and in_list:
            blocks[-1].append(block)
        else:
            blocks.append([block])
        in_list = is_item
    return "\n\n".join("\n".join(lines) for lines in blocks) + "\n" if blocks else ""


def _whole_lines(passages: list[Passage]) -> list[Passage]:
    """*passages* with a preface and the text that goes on in its line as one paragraph, its places kept."""
    whole: list[Passage] = []
    for passage in passages:
        if passage.gap == SAME_LINE and whole:
            above = whole.pop()
            whole.append(Passage("paragraph", above.text + passage.text, above.start, above.gap))
        else:
            whole.append(passage)
    return whole


def _without_way_back(passage: Passage, notes: dict[int, Note]) -> Passage:
    note = notes.get(passage.start)
    return replace(passage, text=passage.text[: note.ends].rstrip()) if note and note.way_back else passage


def escaped(text: str) -> str:
    """*text* as a Markdown paragraph that reads back as it is, its lines kept."""
    return _lines(emphases.escaped(text), "")


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


def _emphasised(passage: Passage, note: Note | None, marks: list[Mark], spans: Sequence[Span]) -> tuple[str, bool]:
    """A passage with what is set off in it; where Markdown would read other words then, without."""
    plain = _block(passage, note, marks)
    inside = emphases.within(passage, spans) if spans else []
    if not inside:
        return plain
    set_off = _block(passage, note, marks, inside)
    same = bodies.read(set_off[0]).plain() == bodies.read(plain[0]).plain()
    return set_off if same else plain


def _block(passage: Passage, note: Note | None, marks: list[Mark], spans: Sequence[Span] = ()) -> tuple[str, bool]:
    if note:
        begins = note.begins if _is_plain(note) else 0
        return f"[^{note.printed}]: " + _lines(_inline(passage, begins, [], spans), "    "), False
    if passage.kind == "item" and passage.marker[-1:].isspace() and (marker := _list_marker(passage.marker.strip())):
        return marker + _lines(_inline(passage, len(passage.marker), marks, spans), " " * len(marker)), True
    if passage.kind in {"caption", "image"}:
        # Italic within what is italic as a whole would read as bold.
        other = [span for span in spans if span.kind != "italic"]
        return f"*{_lines(_inline(passage, 0, marks, other), '')}*", False
    text = _inline(passage, 0, marks, spans)
    if passage.kind == "heading":
        return "## " + text.replace("#", "\\#"), False
    if passage.kind == "quote":
        return "> " + _lines(text, "> "), False
    return _lines(text, ""), False


def _list_marker(marker: str) -> str | None:
    if marker == "-" or _NUMBER_MARKER.fullmatch(marker):
        return f"{marker} "
    # Markdown's other bullet reads back as a dot.
    return "* " if marker == "•" else None


def _inline(passage: Passage, begins: int, marks: list[Mark], spans: Sequence[Span]) -> str:
    text = passage.text
    out: list[str] = []
    done = begins
    first = bisect_left(marks, passage.start + begins, key=lambda mark: mark.start)
    for mark in takewhile(lambda mark: mark.start < passage.end, islice(marks, first, None)):
        start = mark.start - passage.start
        out += [emphases.write(text[done:start], passage.start + done, spans), f"[^{mark.printed}]"]
        done = start + len(mark.printed)
        if text[done : done + 1] == "(":
            out.append("\\(")
            done += 1
    return "".join([*out, emphases.write(text[done:], passage.start + done, spans)])


def _lines(text: str, indent: str) -> str:
    lines = [_line(line.strip()) for line in text.split("\n")]
    return f"\n{indent}".join(lines)


def _line(line: str) -> str:
    if _LINE_START.match(line):
        return "\\" + line
    return _NUMBER_START.sub(r"\1\\\2", line, count=1) if _NUMBER_START.match(line) else line
