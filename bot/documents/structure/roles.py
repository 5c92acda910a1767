"""Passages with the roles of their lines: where rules and model differ, the model decides if it is sure enough."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from bot.documents.passages import SAME_LINE, Kind, Line, Passage, Role
from bot.documents.structure import debris, prefaces
from bot.documents.structure import names as names_of
from bot.documents.structure.issue_dates import date_of_label
from bot.documents.structure.lines import BYLINE, MARKER, ends_sentence, is_date_line, is_exclaimed
from bot.documents.structure.shapes import ASKED, MUST, SIGNED
from bot.documents.structure.tags import Tag
from bot.documents.structure.titles import BEFORE, is_appointed

_KINDS: dict[str, Kind] = {
    "title": "title", "part": "heading", "heading": "heading", "drop": "debris", "caption": "caption",
    "preface": "preface",
}  # fmt: skip
_ROLES: dict[str, Role] = {
    "part": "part", "issuer": "issuer", "date": "date", "slogan": "slogan", "demand": "demand", "call": "call",
}  # fmt: skip
_RUNNING = frozenset({"text", "demand", "call"})
_JOINED = frozenset({"", "text", "call", "caption", "preface", "heading"})
_KEPT: frozenset[Kind] = frozenset({"rule", "note", "image", "editors", "remark", "quote", "debris"})
_STANDING: frozenset[Kind] = frozenset({"title", "heading", "closing", "byline"})
_ALONE = 0.4  # how sure the model must be of a line that stands alone
_REVERTED = 0.7  # of a line that the rules take for more than running text
_WITHIN = 0.7  # and of one within a paragraph
_PARTS = 1.5  # titles of parts that are to be expected in a text
_PART = 0.25  # how likely a line is to be one of them
_MAY_BE_PART = frozenset({"text", "heading", "part", "title"})
_LONG = 160
_SHORT = 60
_DOUBTED = 0.04  # less likely than that, a title of the rules is none
_RULED = 0.3  # how much the word of the rules counts for a title
_SURELY = {"drop": 0.9, "caption": 0.8}  # how sure the model must be of what the rules seldom miss
_TITLE = 0.3  # of the likeliest title, where no line is tagged as one


def assign(lines: Sequence[Line], tags: Sequence[Tag], passages: Sequence[Passage]) -> list[Passage]:
    """*passages* with roles, divided where a line within is something of its own; as they were if there are no *tags*.

    Joined they hold what they held before.
    """
    if not tags:
        return list(passages)
    ruled = {each.start: each.kind for each in passages}
    names = _signed(lines, _names(lines, tags, ruled))
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
            found.extend(_divide(passage, told))
    return found


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


def _names(lines: Sequence[Line], tags: Sequence[Tag], ruled: Mapping[int, Kind]) -> list[str]:
    """The tags by name, with one title: the likeliest run of lines that may be one, and no mere label above it.

    *ruled* is what the rules take the passages for, by where they begin.
    """
    names = _parted([tag.name for tag in tags], tags)
    for at in range(len(names) - 1):
        below = lines[at + 1].text
        closes = len(below) < _LONG and not below.startswith(("[", "("))
        if names[at] == "part" and closes and names_of.is_slogan(lines[at].text):
            names[at] = "slogan"  # what closes a text
    likely = [_likely(line, tag, ruled.get(line.start)) for line, tag in zip(lines, tags, strict=True)]
    names = ["text" if name == "title" and not like else name for name, like in zip(names, likely, strict=True)]
    at = max(range(len(tags)), key=lambda each: (likely[each], -each))
    if names[at] != "title" and likely[at] >= _TITLE:
        names[at] = "title"
    runs = [[n for n, _ in run] for name, run in groupby(enumerate(names), key=lambda each: each[1]) if name == "title"]
    best = max(runs, key=lambda run: max(likely[n] for n in run), default=[])
    for n in (n for run in runs if run is not best for n in run):
        names[n] = "text"
    for n in _joined_by_rules(lines, best, ruled):
        names[n] = "title" if tags[n].name in {"text", "heading", "part"} or tags[n].sure < _WITHIN else names[n]
    return names


def _likely(line: Line, tag: Tag, ruled: Kind | None) -> float:
    """How likely the line is the title, with what the rules say; 0 where it can't be."""
    told = len(line.text) > _SHORT and ends_sentence(line.text) and not is_exclaimed(line.text)
    if ruled == "debris" or told or _is_label(line.text):
        return 0.0
    return tag.title + (_RULED if ruled == "title" and tag.title >= _DOUBTED else 0.0)


def _joined_by_rules(lines: Sequence[Line], title: Sequence[int], ruled: Mapping[int, Kind]) -> Iterator[int]:
    """Further lines of the title, which the rules see as one title with a line of *title*."""
    of_rules = [at for at, line in enumerate(lines) if ruled.get(line.start) == "title"]
    if set(of_rules) & set(title):
        yield from (at for at in of_rules if at not in title)


def _is_label(text: str) -> bool:
    """Whether the line stands over a title and tells who published the text, or what kind it is."""
    bare = MARKER.sub("", text, count=1)
    return bool(BEFORE.fullmatch(text) or BYLINE.match(bare) or date_of_label(bare))


def _parted(names: list[str], tags: Sequence[Tag]) -> list[str]:
    """*names* with the lines that may be titles of parts as such, where the text plainly has several parts."""
    if sum(tag.part for tag in tags) < _PARTS:
        return names
    return [
        "part" if name in _MAY_BE_PART and tag.part >= _PART else name for name, tag in zip(names, tags, strict=True)
    ]


def _signed(lines: Sequence[Line], names: list[str]) -> list[str]:
    """*names* with the whole of each list of signers, where enough of its lines are taken for that."""
    for listed in _lists(lines):
        signers = sum(names[at] == "issuer" for at in listed)
        announced = listed[0] > 0 and _announces(lines[listed[0] - 1].text)
        if signers * 3 > len(listed) if announced else 1 < signers > len(listed) / 2:
            for at in listed:
                names[at] = "issuer"
    return names


def _lists(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Lines in a row, without a blank one between them, each of which may name somebody who signs."""
    listed: list[int] = []
    for at, line in enumerate(lines):
        if listed and (line.gap or not _may_sign(line)):
            yield listed
            listed = []
        if _may_sign(line) and not _announces(line.text):
            listed.append(at)
    if listed:
        yield listed


def _announces(text: str) -> bool:
    return len(text) <= 120 and SIGNED.search(text) is not None


def _may_sign(line: Line) -> bool:
    text = line.text
    if len(text) > 160 or is_date_line(text) or is_appointed(text) or debris.is_debris(text):
        return False
    return not (ends_sentence(text) or text.endswith("!") or names_of.is_contact(text))


_Told = tuple[Line, str, float, bool]


def _divide(passage: Passage, told: list[_Told]) -> Iterator[Passage]:
    lines = max(len(line.text) for line, _, _, _ in told) <= _SHORT
    least = _ALONE if lines or len(told) == 1 or not any(name in _RUNNING for _, name, _, _ in told) else _WITHIN
    names = [
        name if name in _RUNNING or name == "title" or sure >= _SURELY.get(name, least) else ""
        for _, name, sure, _ in told
    ]
    if not any(name and name not in _RUNNING for name in names) and "demand" not in names[1:]:
        yield _running(passage, told)
        return
    for name, run in groupby(zip(names, told, strict=True), key=lambda each: each[0]):
        row = [each for _, each in run]
        pieces = [row] if name in _JOINED else _points(row) if name == "demand" else [[each] for each in row]
        for piece in pieces:
            first, last = piece[0][0], piece[-1][0]
            text = passage.text[first.start - passage.start : last.end - passage.start]
            gap, marker = (passage.gap, passage.marker) if first.start == passage.start else (0, "")
            cut = Passage(passage.kind, text, first.start, gap, marker)
            yield _standing(cut, name, piece[0][3]) if name and name not in _RUNNING else _running(cut, piece)


def _points(told: Sequence[_Told]) -> list[list[_Told]]:
    """The demands in some lines: one begins with a sign, a number or a picture, or after the end of another."""
    points: list[list[_Told]] = []
    for each in told:
        if points and each[0].text[0].isalpha() and points[-1][-1][0].text[-1] not in ".;؛!":
            points[-1].append(each)
        else:
            points.append([each])
    return points


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
