"""Passages with the roles of their lines: where rules and model differ, the model decides if it is sure enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from bot.documents.passages import SAME_LINE, Kind, Line, Passage, Role
from bot.documents.structure import captions, prefaces
from bot.documents.structure.lines import BYLINE, MARKER
from bot.documents.structure.shapes import ASKED, MUST
from bot.documents.structure.tags import Tag
from bot.documents.structure.verdicts import POINT, names_of

_KINDS: dict[str, Kind] = {
    "title": "title", "part": "heading", "heading": "heading", "drop": "debris", "caption": "caption",
    "preface": "preface",
}  # fmt: skip
_ROLES: dict[str, Role] = {
    "part": "part", "issuer": "issuer", "date": "date", "slogan": "slogan", "demand": "demand",
}  # fmt: skip
_RUNNING = frozenset({"text", "demand", "call", POINT})
_JOINED = frozenset({"", "text", "call", "caption", "preface", "heading"})
_KEPT: frozenset[Kind] = frozenset({"rule", "note", "image", "editors", "remark", "quote", "debris"})
_STANDING: frozenset[Kind] = frozenset({"title", "heading", "closing", "byline"})
_ALONE = 0.4  # how sure the model must be of a line that stands alone
_REVERTED = 0.9  # of a line that the rules take for more than running text
_WITHIN = 0.7  # and of one within a paragraph
_SHORT = 60  # characters of lines that nobody wrapped
_PAIR = 2  # lines of a caption with the words for those who do not see the picture
_OF_A_PAGE = frozenset({"title", "drop", "issuer", "date", "heading"})
_SURELY = {"drop": 0.9, "caption": 0.8}  # how sure the model must be of what the rules seldom miss


def assign(lines: Sequence[Line], tags: Sequence[Tag], passages: Sequence[Passage]) -> list[Passage]:
    """*passages* with roles, divided where a line within is something of its own; as they were if there are no *tags*.

    Joined they hold what they held before.
    """
    if not tags:
        return list(passages)
    names = names_of(lines, tags, passages)
    inside: dict[int, list[int]] = {}
    at = 0
    for number, line in enumerate(lines):
        while at + 1 < len(passages) and passages[at].end <= line.start:
            at += 1
        inside.setdefault(at, []).append(number)
    found: list[Passage] = []
    first_text = next((at for at, each in enumerate(names) if each in _RUNNING), len(names))
    for at, passage in enumerate(passages):
        numbers = inside.get(at, [])
        shared = any(each.gap == SAME_LINE for each in passages[at : at + 2])  # a line with the passage beside it
        if passage.kind in _KEPT or not numbers or shared:
            found.append(passage)
        else:
            told = [(lines[n], names[n], _sure(tags[n], names[n]), n < first_text) for n in numbers]
            found.extend(_divide(_outdone(passage, names, numbers), told))
    return found


def _outdone(passage: Passage, names: Sequence[str], numbers: Sequence[int]) -> Passage:
    """What the rules take for the title as a paragraph, where the title stands elsewhere and not right above it."""
    near = names[max(0, numbers[0] - 1) : numbers[-1] + 1]
    if passage.kind == "title" and "title" in names and "title" not in near:
        return replace(passage, kind="paragraph")
    return passage


def announced(passages: Sequence[Passage]) -> Iterator[Passage]:
    """The passages that are taken for demands, and stand below words that demand, or have such words themselves."""
    above = ""
    for passage in passages:
        if passage.role != "demand":
            above = passage.text[-300:]
        elif ASKED.search(above) or MUST.search(passage.text[:300]):
            yield passage


def _sure(tag: Tag, name: str) -> float:
    return tag.sure if name == tag.name else 1.0


_Told = tuple[Line, str, float, bool]


def _is_head_of_page(passage: Passage, told: Sequence[_Told]) -> bool:
    """Whether what the rules take for a caption is a picture's with the title and buttons above it."""
    others = sum(name in _OF_A_PAGE and sure >= _REVERTED for _, name, sure, _ in told)
    return passage.kind == "caption" and len(told) > _PAIR and 2 * others >= len(told)


def _divide(passage: Passage, told: list[_Told]) -> Iterator[Passage]:
    if _is_head_of_page(passage, told):
        passage = replace(passage, kind="paragraph")
    lines = max(len(line.text) for line, _, _, _ in told) <= _SHORT
    least = _ALONE if lines or len(told) == 1 or not any(name in _RUNNING for _, name, _, _ in told) else _WITHIN
    names = [
        name if name in _RUNNING or name == "title" or sure >= _least(passage, name, least) else ""
        for _, name, sure, _ in told
    ]
    if not any(name and name not in _RUNNING for name in names) and "demand" not in names[1:]:
        yield _running(passage, told)
        return
    for name, run in groupby(zip(names, told, strict=True), key=lambda each: each[0]):
        row = [each for _, each in run]
        pieces = _pieces(name, row)
        for piece in pieces:
            first, last = piece[0][0], piece[-1][0]
            text = passage.text[first.start - passage.start : last.end - passage.start]
            gap, marker = (passage.gap, passage.marker) if first.start == passage.start else (0, "")
            cut = Passage(passage.kind, text, first.start, gap, marker)
            yield _standing(cut, name, piece[0][3]) if name and name not in _RUNNING else _running(cut, piece)


def _least(passage: Passage, name: str, least: float) -> float:
    """How sure the model must be that a line of *passage* is what it says."""
    if name == "slogan" and passage.kind == "heading":
        return _REVERTED
    return _SURELY.get(name, least)


def _pieces(name: str, row: list[_Told]) -> list[list[_Told]]:
    """The lines in a *row* of one *name*, parted where each is a thing of its own."""
    if name == "caption" and len(row) > 1 and _is_list([line.text for line, *_ in row]):
        firsts = [at for at, (line, *_) in enumerate(row) if not at or not captions.is_credit(line.text)]
        return [row[first:last] for first, last in pairwise([*firsts, len(row)])]
    if name in _JOINED:
        return [row]
    return _points(row) if name == "demand" else [[each] for each in row]


def _points(told: Sequence[_Told]) -> list[list[_Told]]:
    """The demands in some lines: one begins with a sign, a number or picture, after the end of another, or in each."""
    points: list[list[_Told]] = []
    a_line_each = _is_list([line.text for line, *_ in told])
    for each in told:
        if points and not a_line_each and each[0].text[0].isalpha() and points[-1][-1][0].text[-1] not in ".;؛!":
            points[-1].append(each)
        else:
            points.append([each])
    return points


def _is_list(lines: Sequence[str]) -> bool:
    """Whether most of *lines* end of themselves, so that the next word would still have fitted."""
    widest = max(map(len, lines))
    fitted = [len(line) + 1 + len(after.split(maxsplit=1)[0]) <= widest for line, after in pairwise(lines)]
    return 2 * sum(fitted) > len(fitted)


def _standing(passage: Passage, name: str, above: bool) -> Passage:
    role = _ROLES.get(name, "")
    ruled = passage.kind == "caption" or (name == "issuer" and passage.kind == "heading" and not above)
    told = name == "drop" and (passage.kind == "byline" or BYLINE.match(passage.words))
    if ruled or told or (name == "preface" and prefaces.bracketed(passage.text) != passage.text):
        return passage  # here the rules are seldom wrong
    if name in {"issuer", "date"}:
        kind: Kind = passage.kind if passage.kind in {"byline", "closing", "item"} else "byline" if above else "closing"
        return replace(passage, kind=kind, role=role)
    if name == "slogan":
        kind = "paragraph" if passage.kind in _STANDING - {"closing"} else passage.kind
        return replace(passage, kind=kind, role=role)
    if name == "heading" and passage.kind == "heading":
        return replace(passage, role=role)
    return replace(passage, kind=_KINDS[name], role=role, marker="")


def _running(passage: Passage, told: Sequence[_Told]) -> Passage:
    role = _ROLES.get(told[0][1], "") if told[0][1] in _RUNNING and told[0][2] >= _ALONE else ""
    sure = all(name in _RUNNING for _, name, _, _ in told) and min(sure for _, _, sure, _ in told) >= _REVERTED
    if passage.kind in _STANDING and sure:
        found = MARKER.match(passage.text)
        kind: Kind = "item" if found else "closing" if passage.kind == "closing" else "paragraph"
        return replace(passage, kind=kind, marker=found[0] if found else "", role=role)
    return replace(passage, role=role)
