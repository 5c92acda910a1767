"""A text in pages: whole blocks, each page with the footnotes it cites, nothing left out.

The pages joined, without notes and markup, are the text; outside direction marks are taken off, and lines of a
right-to-left text begin with U+200F where they need it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

from markupsafe import Markup, escape

from bot.documents.markdown import bodies
from bot.documents.markdown.bodies import Block, Body, Kind, Note, Span, Style
from bot.words import bidi, message
from bot.words.languages import is_rtl

SEPARATOR = "———"
_LONG_QUOTE = 700  # units; about a screen of a small phone
_TAGS = ((Style.BOLD, "b"), (Style.ITALIC, "i"), (Style.STRIKE, "s"))


@dataclass(frozen=True)
class Page:
    """One page as HTML, the labels of the notes on it, and *body*: the same without its notes."""

    html: Markup
    notes: tuple[str, ...]
    body: Markup


def pages(body: Body, language_of_text: str, limit: int = message.LIMIT) -> list[Page]:
    """The pages of a text, each at most *limit* UTF-16 units long and none of them a heading alone.

    Pages end between blocks; a block too long for one page is cut between sentences, else words. A note stands on
    every page that cites it, after a thin line; notes without a mark stand on the last one. Notes too long for their
    page go on after it, on a page whose *body* is empty. Raises ValueError for a *limit* under 100.
    """
    if limit < 100:
        raise ValueError("a page must have room for a sentence")
    rtl = is_rtl(language_of_text)
    press = _Press(_notes(body.notes, rtl), limit)
    for group in _groups(_parts(body.blocks, rtl), limit):
        press.place(group)
    return press.finish()


def brief(body: Body, limit: int, language_of_text: str | None = None) -> Markup:
    """The first whole paragraphs of a text that fit into *limit* units; of a first one too long, its first sentences.

    A sentence too long in itself ends at a word, with "…". Headings at the end are left out. Without
    *language_of_text* the direction is that of the first letter.
    """
    rtl = is_rtl(language_of_text) if language_of_text else bidi.first_strong(body.plain()) == "R"
    taken: list[_Part] = []
    for part in _parts(body.blocks, rtl):
        if _size([*taken, part]) > limit:
            if all(earlier.heads for earlier in taken):
                taken = _beginning(taken, part, limit)
            break
        taken.append(part)
    while len(taken) > 1 and taken[-1].heads:
        taken.pop()
    return _render(taken)


@dataclass(frozen=True)
class _Part:
    """A block or a piece of one, with the white space that parts it from what stands before."""

    block: Block
    before: str
    rtl: bool
    goes_on: bool = False

    @cached_property
    def html(self) -> Markup:
        """What stands inside the tags of its kind."""
        block = self.block
        if block.kind is Kind.CODE:
            return escape(bidi.strip_marks(bodies.text(block)))
        indent = "  " * (block.level - 1) if block.kind is Kind.ITEM and not self.goes_on else ""
        inner = Markup("").join([escape(indent + block.marker), *map(_span, block.spans)])
        return Markup(bidi.begin_rtl(inner, html=True)) if self.rtl else inner  # noqa: S704 - adds marks alone

    @cached_property
    def size(self) -> int:
        return message.units(self.html)

    @property
    def heads(self) -> bool:
        return self.block.kind is Kind.HEADING


@dataclass
class _Press:
    """Fills one page after the other."""

    notes: dict[str, list[Markup]]
    limit: int
    done: list[Page] = field(default_factory=list)
    _page: list[_Part] = field(default_factory=list)
    _size: int = 0
    _labels: dict[str, None] = field(default_factory=dict)
    _printed: set[str] = field(default_factory=set)

    def place(self, group: Sequence[_Part]) -> None:
        """Put a block and the headings that belong to it on this page or the next; cut it where neither has room."""
        if not self._has_room(group):
            at = max((n for n, part in enumerate(group) if not part.heads), default=len(group) - 1)
            alone = _Press(self.notes, self.limit)
            if not alone._has_room(group) and (pieces := _cut(group[at], self.limit // 3)):
                first, *between, last = pieces
                for smaller in ([*group[:at], first], *([piece] for piece in between), [last, *group[at + 1 :]]):
                    self.place(smaller)
                return
            # If even the smallest piece has no room, its notes are too long; they go on after the page.
            self._turn()
        self._size += _size(group) + (message.measure(group[0].before) if self._page else 0)
        self._page += group
        self._labels |= dict.fromkeys(self._known(group))

    def finish(self) -> list[Page]:
        """All pages; the last one carries the notes that none has cited."""
        cited = self._printed | set(self._labels)
        self._labels |= dict.fromkeys(label for label in self.notes if label not in cited)
        self._turn()
        return self.done

    def _has_room(self, group: Sequence[_Part]) -> bool:
        size = self._size + _size(group) + (message.measure(group[0].before) if self._page else 0)
        notes = [note for label in self._labels | dict.fromkeys(self._known(group)) for note in self.notes[label]]
        if notes:
            size += message.measure(f"\n\n{SEPARATOR}") + sum(message.units(note) + 1 for note in notes)
        return size <= self.limit

    def _known(self, group: Sequence[_Part]) -> list[str]:
        return [span.note for part in group for span in part.block.spans if span.note in self.notes]

    def _turn(self) -> None:
        """Finish the page, and as many more as its notes need."""
        body = _render(self._page)
        queue = [(label, note) for label in self._labels for note in self.notes[label]]
        self._printed |= set(self._labels)
        self._page, self._size, self._labels = [], 0, {}
        while body or queue:
            line = escape(f"\n\n{SEPARATOR}" if body else SEPARATOR)
            taken = _take(queue, self.limit - message.units(body + line), must=not body)
            notes = Markup("\n").join([line, *(note for _, note in taken)]) if taken else Markup("")
            self.done.append(Page(body + notes, tuple(dict.fromkeys(label for label, _ in taken)), body))
            body = Markup("")


def _take(queue: list[tuple[str, Markup]], room: int, *, must: bool) -> list[tuple[str, Markup]]:
    """Take from the head of *queue* what has *room*; if it *must* be something, the first page of a longer note."""
    taken: list[tuple[str, Markup]] = []
    while queue and message.units(queue[0][1]) + 1 <= room:
        room -= message.units(queue[0][1]) + 1
        taken.append(queue.pop(0))
    if must and not taken:
        label, note = queue.pop(0)
        queue[:0] = [(label, piece) for piece in message.lay([note], room - 1)]
        taken.append(queue.pop(0))
    return taken


def _parts(blocks: Iterable[Block], rtl: bool) -> list[_Part]:
    """*blocks* ready for the press: items of a list stand close, everything else is a paragraph apart."""
    listed = [Block(Kind.RULE, ()), *(block for block in blocks if bodies.text(block).strip())]
    return [_Part(b, "\n" if a.kind is b.kind is Kind.ITEM else "\n\n", rtl) for a, b in pairwise(listed)]


def _groups(parts: list[_Part], limit: int) -> list[list[_Part]]:
    """What must not be parted: headings and the block they lead, and at the end of a text the block before them.

    Headings that would fill a third of a page together are let go.
    """
    groups: list[list[_Part]] = []
    led: list[_Part] = []
    for part in parts:
        led.append(part)
        if not part.heads or _size(led) > limit // 3:
            groups.append(led)
            led = []
    if led and groups:
        groups[-1] = [*groups[-1], *led]
    elif led:
        groups.append(led)
    return groups


def _cut(part: _Part, most: int) -> list[_Part]:
    """*part* in sentences, or one sentence in pieces of at most *most* units; nothing if it can't be made smaller."""
    return _pieces(part, message.sentences(_text(part))) or _pieces(part, message.cuts(_text(part), most))


def _text(part: _Part) -> str:
    # A mark behind a full stop is part of that sentence, as a closing quotation mark is.
    return "".join("”" * len(span.text) if span.note else span.text for span in part.block.spans)


def _pieces(part: _Part, spans: list[tuple[int, int]]) -> list[_Part]:
    text = _text(part)
    ends = [0, *(end for _, end in spans)]
    return [_piece(part, text, edges, since) for edges, since in zip(spans, ends, strict=False)] if spans[1:] else []


def _piece(part: _Part, text: str, edges: tuple[int, int], since: int) -> _Part:
    """The characters of *part* between *edges*, its last piece having ended at *since*."""
    start, end = edges
    kept: list[Span] = []
    at = 0
    for span in part.block.spans:
        # A mark is never cut; it goes where it begins.
        whole = bool(span.note)
        if (start <= at < end) if whole else (at < end and at + len(span.text) > start):
            kept.append(span if whole else replace(span, text=span.text[max(0, start - at) : end - at]))
        at += len(span.text)
    block = replace(part.block, spans=bodies.merged(kept), marker="" if since else part.block.marker)
    return _Part(block, text[since:start] if since else part.before, part.rtl, goes_on=bool(since) or part.goes_on)


def _beginning(led: list[_Part], part: _Part, limit: int) -> list[_Part]:
    """*led* with as many sentences of *part* as have room, or with the first words of its first."""
    pieces = _pieces(part, message.sentences(_text(part))) or [part]
    taken = list(led)
    for piece in pieces:
        if _size([*taken, piece]) > limit:
            break
        taken.append(piece)
    if len(taken) > len(led):
        return taken
    first = pieces[0]
    beside = _size([*led, first]) - message.measure("".join(span.text for span in first.block.spans))
    words = _pieces(first, message.cuts(_text(first), max(2, limit - beside - 1)))
    if not words:
        return led
    block = words[0].block
    ended = replace(first, block=replace(block, spans=(*block.spans, Span("…"))))
    return [*led, ended] if _size([*led, ended]) <= limit else led


def _size(parts: Sequence[_Part]) -> int:
    """Units of *parts* on one page, without the white space before the first."""
    gaps = sum(message.measure(part.before) for part in parts[1:])
    return gaps + sum(part.size for part in parts)


def _render(parts: Sequence[_Part]) -> Markup:
    """*parts* as HTML, neighbours in one quotation and the pieces of one block inside one pair of tags."""
    html = Markup("")
    run: list[_Part] = []
    for part in parts:
        quoted = bool(run) and run[-1].block.kind is part.block.kind is Kind.QUOTE
        if run and not (quoted or part.goes_on):
            html += _dress(run, first=not html)
            run = []
        run.append(part)
    return html + _dress(run, first=not html) if run else html


def _dress(run: list[_Part], *, first: bool) -> Markup:
    inner = run[0].html + Markup("").join(escape(part.before) + part.html for part in run[1:])
    before = escape("" if first else run[0].before)
    match run[0].block.kind:
        case Kind.QUOTE:
            kind = " expandable" if message.units(inner) > _LONG_QUOTE else ""
            return before + Markup(f"<blockquote{kind}>") + inner + Markup("</blockquote>")  # noqa: S704 - constants
        case Kind.HEADING:
            return before + Markup("<b>") + inner + Markup("</b>")
        case Kind.CODE:
            return before + Markup("<pre>") + inner + Markup("</pre>")
    return before + inner


def _span(span: Span) -> Markup:
    """A span as HTML; Telegram allows nothing else inside code."""
    text = escape(bidi.strip_marks(span.text))
    if Style.CODE in span.styles:
        return Markup("<code>{}</code>").format(text)
    for style, tag in _TAGS:
        if style in span.styles:
            text = Markup(f"<{tag}>{{}}</{tag}>").format(text)  # noqa: S704 - constants
    return Markup('<a href="{}">{}</a>').format(span.link, text) if span.link else text


def _notes(notes: Iterable[Note], rtl: bool) -> dict[str, list[Markup]]:
    """Each label with its notes as printed: "3. …", unless a note begins with its label itself."""
    printed: dict[str, list[Markup]] = {}
    for note in notes:
        html = _render([replace(part, rtl=False) for part in _parts(note.blocks, rtl)])
        if not bodies.begins_with_label(message.plain(html), note.label):
            html = escape(f"{bidi.strip_marks(note.label)}. ") + html
        printed.setdefault(note.label, []).append(Markup(bidi.begin_rtl(html, html=True)) if rtl else html)  # noqa: S704
    return printed
