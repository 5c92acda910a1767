"""What is set off in a text, found again in the Markdown that was made of it: for a text that is read anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.documents.markdown import bodies
from bot.documents.markdown.bodies import Block, Body, Style
from bot.documents.spans import RichText, Span, SpanKind

_KINDS: dict[Style, SpanKind] = {Style.BOLD: "bold", Style.ITALIC: "italic", Style.CODE: "code"}
_SHAPES: dict[bodies.Kind, SpanKind] = {bodies.Kind.HEADING: "heading", bodies.Kind.QUOTE: "quote"}
_MOST_MISSES = 200  # blocks that stand nowhere in the text; looking for each takes time that grows with its length


def find(text: str, kept: Sequence[str]) -> tuple[Span, ...]:
    """What the Markdown texts *kept*, each made of words of *text* in their order, set off in it.

    White space may differ; what doesn't stand in *text* any more sets off nothing. Bold and italic words, code and
    links, and as a whole headings and quotations.
    """
    places = [at for at, character in enumerate(text) if not character.isspace()]
    bare = "".join(text[at] for at in places)
    found: set[Span] = set()
    misses = 0
    for markdown in kept:
        body, begin = bodies.read(markdown), 0
        for block in (*body.blocks, *(block for note in body.notes for block in note.blocks)):
            words = _bare("".join(span.text for span in block.spans))
            if not words or misses > _MOST_MISSES:
                continue
            at = bare.find(words, begin)
            if at < 0:
                misses += 1
                continue
            begin = at + len(words)
            found.update(_spans(block, places[at:begin]))
    return tuple(sorted(found, key=lambda span: (span.start, -span.end, span.kind)))


def flatten(title: str | None, body: Body) -> RichText:
    """The printed text under its *title*, with what is set off in it; notes stand at the end."""
    text = title or ""
    spans: list[Span] = []
    above: Block | None = None
    for block in body.blocks:
        in_list = above is not None and above.kind is block.kind is bodies.Kind.ITEM
        text += ("\n" if in_list else "\n\n") if text else ""
        printed = bodies.text(block)
        begins = len(text) + len(block.marker)
        places = [begins + at for at, one in enumerate(printed[len(block.marker) :]) if not one.isspace()]
        spans += _spans(block, places)
        text += printed
        above = block
    return RichText("\n\n".join([text, *(note.plain() for note in body.notes)]), tuple(spans))


def _bare(text: str) -> str:
    return "".join(text.split())


def _spans(block: Block, places: Sequence[int]) -> Iterator[Span]:
    """What is set off in *block*, whose characters, but for white space, stand at *places*."""
    if not places:
        return
    if shape := _SHAPES.get(block.kind):
        yield Span(places[0], places[-1] + 1, shape)
    open_: dict[tuple[SpanKind, str | None], int] = {}
    done = 0
    for span in block.spans:
        keys: set[tuple[SpanKind, str | None]] = {(_KINDS[style], None) for style in span.styles if style in _KINDS}
        if span.link:
            keys.add(("link", span.link))
        yield from _closed(open_, keys, places, done)
        for key in keys - open_.keys():
            open_[key] = done
        done += len(_bare(span.text))
    yield from _closed(open_, set(), places, done)


def _closed(
    open_: dict[tuple[SpanKind, str | None], int],
    keys: set[tuple[SpanKind, str | None]],
    places: Sequence[int],
    done: int,
) -> Iterator[Span]:
    """The spans that end before character *done*, because what goes on is set off as *keys* alone."""
    for key in sorted(open_.keys() - keys):
        start = open_.pop(key)
        if start < done:
            yield Span(places[start], places[done - 1] + 1, *key)
