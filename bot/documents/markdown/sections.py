"""The units of a Markdown text that may stand apart: paragraphs, items and notes, each with all its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from bot.documents import bilinguals
from bot.documents.bilinguals import Unit
from bot.documents.markdown import bodies, manuscripts
from bot.documents.markdown.bodies import Block, Body


def cut(markdown: str) -> list[Unit]:
    """The units of *markdown* in their order, with every line that is not blank; front matter is one without words."""
    head = manuscripts.front(markdown)
    lines = markdown[head:].split("\n")
    places = list(accumulate((len(line) + 1 for line in lines), initial=head))
    groups = _groups(bodies.read(markdown[head:]))
    top = next((at for at, line in enumerate(lines) if line.strip()), 0)
    firsts = [top, *(group[0].lines[0] for group in groups[1:]), len(lines)]
    units = [Unit(0, len(markdown[:head].rstrip()), "")] if head else []
    for group, first, until in zip(groups, firsts, firsts[1:], strict=False):
        last = next(at for at in range(until, first, -1) if lines[at - 1].strip() or at == first + 1)
        whole = [Unit(places[at], places[at] + len(lines[at]), lines[at]) for at in range(first, last)]
        units += _units(group, whole)
    return units


def _groups(body: Body) -> list[list[Block]]:
    """The blocks that belong together: an item or a note with all that goes on in it."""
    found = [(block, block.kind is bodies.Kind.ITEM and not block.marker) for block in body.blocks]
    found += [(block, at > 0) for note in body.notes for at, block in enumerate(note.blocks)]
    groups: list[list[Block]] = []
    for block, goes_on in sorted(found, key=lambda each: each[0].lines):
        if groups and (goes_on or block.lines[0] < groups[-1][-1].lines[1]):
            groups[-1].append(block)
        else:
            groups.append([block])
    return groups


def _units(group: Sequence[Block], lines: Sequence[Unit]) -> Iterator[Unit]:
    printed = "\n".join(bodies.text(block) for block in group)
    words = printed.split("\n")
    if group[0].kind is bodies.Kind.PARAGRAPH and len(group) == 1 and len(words) == len(lines):
        yield from bilinguals.torn([Unit(line.start, line.end, said) for line, said in zip(lines, words, strict=True)])
    else:
        yield Unit(lines[0].start, lines[-1].end, printed)
