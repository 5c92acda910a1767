"""What a web page left in a Markdown text, found as in a plain text and cut out without touching another byte."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from bot.documents.markdown import bodies
from bot.documents.markdown.bodies import Block, Body
from bot.documents.passages import Kind, Passage
from bot.documents.structure.pages import debris

_LINK_AT_END = re.compile(r"\s*\[(?:[^\[\]]|\[[^\[\]]*\])*\]\([^()\s]*\)\s*\Z")
# A heading may be a button as any line may; quotations and code are never looked into.
_SEEN_AS: dict[Kind, Kind] = {"heading": "paragraph", "rule": "rule", "item": "item", "caption": "caption"}


@dataclass(frozen=True)
class Piece:
    """A passage, and the lines of the Markdown that hold it; none where it can't be taken out alone."""

    passage: Passage
    block: Block
    lines: tuple[int, int] | None


def pieces(blocks: Sequence[Block], at: int, passage: Passage) -> Iterator[Piece]:
    """The *passage* of the block at place *at*; a web page's lines in a paragraph become passages of their own."""
    block = blocks[at]
    if block.kind is not bodies.Kind.PARAGRAPH:
        yield Piece(passage, block, block.lines if _stands_alone(blocks, at) else None)
        return
    first, last = block.lines
    lines = passage.text.split("\n")
    if len(lines) != last - first or len(lines) == 1:
        yield Piece(passage, block, block.lines)
        return
    sure = [debris.is_debris(line) for line in lines]
    perhaps = [debris.may_be_debris(line) for line in lines]
    alone = perhaps if sum(perhaps) > 1 and any(sure) else sure
    start = done = 0
    place = passage.start
    for stop in [at for at in range(1, len(lines)) if alone[at] or alone[at - 1]] + [len(lines)]:
        text = "\n".join(lines[start:stop])
        yield Piece(Passage(passage.kind, text, place, int(not done)), block, (first + start, first + stop))
        place += len(text) + 1
        start = done = stop


def _stands_alone(blocks: Sequence[Block], at: int) -> bool:
    """Whether the block can go without what stands below it: a heading, or an item that holds nothing else."""
    block, below = blocks[at], blocks[at + 1] if at + 1 < len(blocks) else None
    if block.kind is not bodies.Kind.ITEM:
        return block.kind is bodies.Kind.HEADING
    if not block.marker or below is None:
        return bool(block.marker)
    if below.kind is bodies.Kind.ITEM:
        return bool(below.marker) and below.level <= block.level
    return below.kind is not bodies.Kind.QUOTE


def mark(title: list[Passage], found: Sequence[Piece]) -> list[Piece]:
    """The pieces below their *title*, with the passages of those as debris that are so in a plain text."""
    seen = [replace(each.passage, kind=_seen_as(each)) for each in found]
    looked_at = debris.mark([*title, *seen])[len(title) :]
    if not any(each.kind == "paragraph" for each in looked_at):
        # Nothing to read would be left: only what is sure by itself counts.
        sure = [each.kind == "paragraph" and debris.is_debris(each.text) for each in seen]
        looked_at = [replace(each, kind="debris") if gone else each for each, gone in zip(seen, sure, strict=True)]
    starts = [each.start for each in looked_at]
    marked: list[Piece] = []
    for piece in found:
        of_piece = looked_at[bisect_left(starts, piece.passage.start) : bisect_left(starts, piece.passage.end)]
        marked += [piece] if piece.lines is None else _marked(piece, of_piece)
    return marked


def _marked(piece: Piece, seen: Sequence[Passage]) -> list[Piece]:
    """The *piece*, or the lines of it where only some were *seen* as debris."""
    gone = [each.kind == "debris" for each in seen]
    if not any(gone):
        return [piece]
    if all(gone):
        return [replace(piece, passage=replace(piece.passage, kind="debris", marker=""))]
    passage, (first, last) = piece.passage, piece.lines or (0, 0)
    lines = passage.text.split("\n")
    if len(lines) != last - first:
        return [piece]
    left = {place for each in seen if each.kind == "debris" for place in _line_starts(each.text, each.start)}
    starts = list(_line_starts(passage.text, passage.start))
    torn: list[Piece] = []
    for inside, run in groupby(range(len(lines)), key=lambda at: starts[at] in left):
        places = list(run)
        begins, ends = places[0], places[-1] + 1
        text = "\n".join(lines[begins:ends])
        own = Passage("debris" if inside else passage.kind, text, starts[begins], 0 if begins else passage.gap)
        torn.append(Piece(own, piece.block, (first + begins, first + ends)))
    return torn


def _line_starts(text: str, place: int) -> Iterator[int]:
    """Where each line of *text*, which stands at *place*, begins, without white space."""
    for line in text.split("\n"):
        yield place + len(line) - len(line.lstrip())
        place += len(line) + 1


def _seen_as(piece: Piece) -> Kind:
    if piece.block.kind is bodies.Kind.PARAGRAPH:
        return piece.passage.kind
    return _SEEN_AS.get(piece.passage.kind, "quote")


def without(text: str, body: Body, marked: Sequence[Piece]) -> str:
    """The Markdown *text*, whose *body* has these pieces, without what was *marked* as debris and ways back.

    Every other line stays byte for byte; where it would be read differently then, less is cut, and at last nothing.
    """
    lines = text.split("\n")
    gone = [each for each in marked if each.passage.kind == "debris"]
    plain = [each for each in gone if each.lines == each.block.lines and each.block.kind is not bodies.Kind.ITEM]
    for cut in (gone, plain, []):
        ways = _ways_back(lines, body)
        if not cut and not ways:
            return text
        kept = _cut(lines, {at for each in cut for at in range(*(each.lines or (0, 0)))}, ways)
        if _printed(bodies.read(kept)) == _expected(body, cut):
            return kept
    return text


def _ways_back(lines: Sequence[str], body: Body) -> dict[int, str]:
    """By its place, what is left of each line that ends with a note's way back to its mark."""
    left: dict[int, str] = {}
    for note in body.notes:
        way = debris.way_back(bodies.text(note.blocks[-1])) if note.blocks else ""
        at = note.blocks[-1].lines[1] - 1 if way else -1
        line = lines[at].rstrip() if 0 <= at < len(lines) else ""
        if way and line.endswith(way):
            left[at] = line[: -len(way)].rstrip()
        elif way and (link := _LINK_AT_END.search(line)) and bodies.read(link[0]).plain().strip() == way:
            left[at] = line[: link.start()].rstrip()
    return left


def _cut(lines: Sequence[str], gone: set[int], ways: dict[int, str]) -> str:
    """*lines* without those that are *gone*, and without the blank ones under them where one stands above."""
    kept: list[str] = []
    after = False
    for at, line in enumerate(lines):
        if at in gone:
            after = True
            continue
        if after and not line.strip() and (not kept or not kept[-1].strip()) and at < len(lines) - 1:
            continue
        after = False
        kept.append(ways.get(at, line))
    return "\n".join(kept)


def _printed(body: Body) -> list[tuple[str, int, str]]:
    blocks = [*body.blocks, *(block for note in body.notes for block in note.blocks)]
    return [(block.kind.value, block.level, bodies.text(block).rstrip()) for block in blocks]


def _expected(body: Body, cut: Sequence[Piece]) -> list[tuple[str, int, str]]:
    """What is printed of *body* once the pieces are cut out."""
    gone: dict[int, list[tuple[int, int]]] = {}
    for each in cut:
        gone.setdefault(id(each.block), []).append(each.lines or (0, 0))
    expected = []
    for block in body.blocks:
        out = gone.get(id(block), [])
        if block.lines in out:
            continue
        text = bodies.text(block)
        if out:
            away = {at - block.lines[0] for lines in out for at in range(*lines)}
            left = [line for at, line in enumerate(text.split("\n")) if at not in away]
            if not left:
                continue
            text = "\n".join(left)
        expected.append((block.kind.value, block.level, text.rstrip()))
    for note in body.notes:
        texts = [bodies.text(block) for block in note.blocks]
        if texts and (way := debris.way_back(texts[-1])):
            texts[-1] = texts[-1].rstrip().removesuffix(way)
        expected += [
            (block.kind.value, block.level, text.rstrip()) for block, text in zip(note.blocks, texts, strict=True)
        ]
    return expected
