"""How the body of a wording is read: Markdown (CommonMark with footnotes) to plain structure, nothing left out.

What CommonMark would swallow stays as text here: raw HTML, link definitions, tables, notes without a mark, marks
without a note, the language of a code block.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from markdown_it.token import Token

from bot.documents.markdown import parsers

_LINK = re.compile(r"https?://\S+\Z", re.IGNORECASE)


class Kind(StrEnum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"
    CODE = "code"
    RULE = "rule"


class Style(StrEnum):
    """How a stretch of text is set off."""

    BOLD = "bold"
    ITALIC = "italic"
    STRIKE = "strike"
    CODE = "code"


_STYLES = {"strong": Style.BOLD, "em": Style.ITALIC, "s": Style.STRIKE}


@dataclass(frozen=True)
class Span:
    """A stretch of text in one style; of a footnote mark, *text* is the mark as printed and *note* its label."""

    text: str
    styles: frozenset[Style] = frozenset()
    link: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Block:
    """A paragraph, heading, list item…; *level* of a heading, or how deep a list or quotation is nested.

    *marker* is what is printed before it: "- ", "3. ". What stands inside a quotation is a QUOTE, inside a list an
    ITEM; only the first block of an item has its marker. *lines* says where it is written: the first of its lines,
    from 0, and the one after its last.
    """

    kind: Kind
    spans: tuple[Span, ...]
    level: int = 0
    marker: str = ""
    lines: tuple[int, int] = field(default=(0, 0), compare=False)


@dataclass(frozen=True)
class Note:
    """A footnote: its label as in the marks, and its blocks."""

    label: str
    blocks: tuple[Block, ...]

    def plain(self) -> str:
        """The note as printed: "3. …", without saying its label twice where the text begins with it."""
        written = "\n\n".join(text(block) for block in self.blocks)
        return written if begins_with_label(written, self.label) else f"{self.label}. {written}"


@dataclass(frozen=True)
class Body:
    """A whole text: its blocks, and its footnotes in the order they are written; a label may occur twice."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()

    def plain(self) -> str:
        """The text as printed, a blank line between blocks, footnotes at the end."""
        return "\n\n".join([*(text(block) for block in self.blocks), *(note.plain() for note in self.notes)])


def read(markdown: str) -> Body:
    """The structure of a Markdown text; each of its words is in it.

    Line breaks and double spaces inside paragraphs stay. Links other than http and https become their text, images
    their alternative text.
    """
    reader = _Reader()
    for token in parsers.parse(markdown):
        reader.take(token)
    return Body(tuple(reader.blocks), tuple(Note(label, tuple(blocks)) for label, blocks in reader.notes))


def text(block: Block) -> str:
    """The plain text of a block, its marker included."""
    return block.marker + "".join(span.text for span in block.spans)


def begins_with_label(written: str, label: str) -> bool:
    """Whether the text of a note already begins with its label: "3. …", "[3] …", "۳) …"."""
    return re.match(rf"[\W_]*{re.escape(label)}(?!\w)", written) is not None


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """*spans* with neighbours of one kind joined and empty ones left out; marks stay by themselves."""
    out: list[Span] = []
    for span in spans:
        if out and not span.note and not out[-1].note and (out[-1].styles, out[-1].link) == (span.styles, span.link):
            out[-1] = Span(out[-1].text + span.text, span.styles, span.link)
        elif span.text:
            out.append(span)
    return tuple(out)


@dataclass
class _Reader:
    """Walks over block tokens and gathers blocks, notes to the side."""

    blocks: list[Block] = field(default_factory=list)
    notes: list[tuple[str, list[Block]]] = field(default_factory=list)
    _open_notes: list[list[Block]] = field(default_factory=list)
    _outside: list[tuple[int, int]] = field(default_factory=list)
    _quotes: int = 0
    _lists: int = 0
    _marker: str = ""
    _heading: int = 0
    _lines: tuple[int, int] = (0, 0)

    def take(self, token: Token) -> None:
        if token.map and token.type != "inline":
            self._lines = (token.map[0], token.map[1])
        match token.type:
            case "inline":
                self._add(_spans(token.children or []))
            case "heading_open" | "heading_close":
                self._heading = int(token.tag[1:]) if token.nesting > 0 else 0
            case "fence" | "code_block":
                self._add((Span(_code(token)),), Kind.CODE)
            case "hr":
                self._add((Span(token.markup[:3]),), Kind.RULE)
            case "blockquote_open" | "blockquote_close":
                self._quotes += token.nesting
            case "bullet_list_open" | "ordered_list_open" | "bullet_list_close" | "ordered_list_close":
                self._lists += token.nesting
            case "list_item_open":
                self._flush_marker()
                self._marker = _marker(token)
            case "list_item_close":
                self._flush_marker()
            case "footnote_reference_open":
                self._flush_marker()
                self._begin_note(str(token.meta["label"]))
            case "footnote_reference_close":
                self._flush_marker()
                self._open_notes.pop()
                self._quotes, self._lists = self._outside.pop()

    def _add(self, spans: tuple[Span, ...], kind: Kind = Kind.PARAGRAPH) -> None:
        marker, self._marker = self._marker, ""
        if not spans and not marker:
            return
        if self._heading and not (self._quotes or self._lists):
            block = Block(Kind.HEADING, spans, self._heading, lines=self._lines)
        elif (self._quotes or self._lists) and kind is not Kind.RULE:
            style = Style.BOLD if self._heading else Style.CODE if kind is Kind.CODE else None
            styled = tuple(_with(span, style) for span in spans) if style else spans
            inside = Kind.QUOTE if self._quotes else Kind.ITEM
            block = Block(inside, styled, self._quotes or self._lists, marker, self._lines)
        else:
            block = Block(kind, spans, 0, marker, self._lines)
        (self._open_notes[-1] if self._open_notes else self.blocks).append(block)

    def _begin_note(self, label: str) -> None:
        self._outside.append((self._quotes, self._lists))
        self._quotes = self._lists = 0
        self._open_notes.append([])
        self.notes.append((label, self._open_notes[-1]))

    def _flush_marker(self) -> None:
        """Keep an item that has no text, or none before its own list begins."""
        if self._marker:
            self._add(())


def _with(span: Span, style: Style) -> Span:
    return Span(span.text, span.styles | {style}, span.link, span.note)


def _marker(item: Token) -> str:
    """An item's marker as the source wrote it; bullets that Markdown would read as emphasis print as a dot."""
    if item.info:
        return f"{item.info}{item.markup} "
    return "- " if item.markup == "-" else "• "


def _code(token: Token) -> str:
    return "\n".join(part for part in (token.info, token.content.removesuffix("\n")) if part)


def _spans(tokens: list[Token]) -> tuple[Span, ...]:
    return merged(_walk(tokens))


def _walk(tokens: list[Token]) -> Iterator[Span]:
    open_styles: list[Style] = []
    link: str | None = None
    for token in tokens:
        name, _, edge = token.type.rpartition("_")
        if name in _STYLES:
            if edge == "open":
                open_styles.append(_STYLES[name])
            else:
                open_styles.remove(_STYLES[name])
            continue
        styles = frozenset(open_styles)
        match token.type:
            case "link_open":
                href = str(token.attrs.get("href", ""))
                link = href if _LINK.match(href) else None
            case "link_close":
                link = None
            case "softbreak" | "hardbreak":
                yield Span("\n", styles, link)
            case "code_inline":
                yield Span(token.content, styles | {Style.CODE}, link)
            case "image":
                yield Span("".join(span.text for span in _walk(token.children or [])), styles, link)
            case "footnote_ref":
                label = str(token.meta["label"])
                yield Span(label, styles, link, note=label)
            case _:
                yield Span(token.content, styles, link)
