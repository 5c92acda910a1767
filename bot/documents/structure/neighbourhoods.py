"""Where a line stands and what stands around it, as short names: the other half of what the model of `tags` weighs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.documents.passages import Line, Passage
from bot.documents.structure.shapes import ASKED, NOTES, RELATED, SIGNED, WORD, length, shapes

_LONG = 160  # characters of a line that is running text and nothing else
_SHORT = 60
_NEAR = 60  # lines
_ECHO = 5  # characters of a line that is looked for in others
_MANY = 400  # lines
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_ANNOUNCED = {"signed": SIGNED, "asked": ASKED, "related": RELATED, "notes": NOTES}
_BESIDE = ("len=", "ends=", "starts=", "case=", "is_", "has_", "words=", "stops=", "first=")
_FURTHER = ("len=", "is_debris", "is_date", "is_kind")

_SURE_LETTERS = (("is_date", "D"), ("is_debris", "B"), ("is_item", "I"))
_LETTERS = (("is_salutation", "A"), ("is_org", "O"), ("is_person", "P"), ("is_sentence", "E"), ("is_titled", "T"))


class Block(NamedTuple):
    """Lines without a blank line between them: where the first stands, how many they are, and how many characters."""

    first: int
    lines: int
    size: int


def signs(lines: Sequence[Line]) -> list[list[str]]:
    """Of each of *lines* the names of what it looks like and of what stands around it."""
    page = _Page(lines)
    return [[*page.own[at], *page.place(at), *page.words(at), *page.neighbours(at)] for at in range(len(lines))]


def rulings(lines: Sequence[Line], passages: Sequence[Passage]) -> list[list[str]]:
    """Of each of *lines* the names of what the rules say of it, who take the lines for *passages*."""
    kinds = _kinds(lines, passages)
    return [list(_ruled(kinds, at, lines[at].text)) for at in range(len(lines))]


class _Page:
    """All lines of a text, and what is said of many of them at once."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.own = [shapes(line.text) for line in lines]
        self.beside = [[name for name in own if name.startswith(_BESIDE)] for own in self.own]
        self.further = [[name for name in own if name.startswith(_FURTHER)] for own in self.own]
        gaps = Counter(line.gap for line in lines[1:])
        self.usual = gaps.most_common(1)[0][0] if gaps else 0
        self.blocks = _blocks(lines, self.usual)
        self.runs = _runs(lines)
        self.wrapped = _is_wrapped(lines)
        running = [at for at, line in enumerate(lines) if _is_running(line.text, self.blocks[at], self.wrapped)]
        self.first, self.last = (running[0], running[-1]) if running else (len(lines), -1)
        self.told = {word for at in running for word in _long_words(lines[at].text, 2000)}
        self.seen = Counter(word for line in lines for word in set(_long_words(line.text)))
        self.repeated = Counter(line.text for line in lines)
        self.echoes = _echoes(lines)
        self.pieces = _pieces(self.own)
        arabic = [_is_arabic(line.text) for line in lines]
        self.strange = [each != (sum(arabic) * 2 > len(lines)) for each in arabic]
        self.candidates = _candidates(lines, self.own, self.first)
        self.under = _under(lines)
        self.letters = [_letter(line.text, self.own[at]) for at, line in enumerate(lines)]

    def place(self, at: int) -> Iterator[str]:
        """Where the line stands on the page, and in its block."""
        lines, block = self.lines, self.blocks[at]
        total = len(lines)
        above = _gap(lines[at].gap, self.usual)
        below = _gap(lines[at + 1].gap, self.usual) if at + 1 < total else "end"
        yield from (f"top={_rank(at)}", f"end={_rank(total - 1 - at)}", f"run={_rank(self.runs[at])}")
        yield f"before_text={_rank(self.first - at) if at < self.first else 'no'}"
        yield f"after_text={_rank(at - self.last) if at > self.last else 'no'}"
        yield "above" if at < self.first else "below" if at > self.last else "amid"
        yield from (f"gap={above}", f"gap_below={below}", f"gaps={above}{below}")
        yield f"block={_rank(block.lines)}"
        yield f"in_block={_rank(at - block.first)},{_rank(block.first + block.lines - 1 - at)}"
        yield "block_text" if block.size > 200 and block.lines > 2 else "block_short"
        yield from (f"under_{name}={_rank(distance)}" for name, distance in self.under[at].items())
        if self.wrapped:
            yield "wrapped"
        if total < 12:
            yield "short_text"

    def words(self, at: int) -> Iterator[str]:
        """How much of the line the text says again, and how it compares to other lines that may be the title."""
        text = self.lines[at].text
        own = set(_long_words(text))
        if own and len(own) < 20:
            again = sum(self.seen[word] > 1 for word in own) / len(own)
            yield f"again={'most' if again > 0.7 else 'some' if again > 0.3 else 'few'}"
            share = len(own & self.told) / len(own)
            yield f"told={'most' if share > 0.7 else 'half' if share > 0.4 else 'some' if share > 0.15 else 'none'}"
            yield f"told_words={min(len(own & self.told), 5)}"
        if at in self.candidates:
            yield f"candidate={_rank(self.candidates[at])}of{_rank(len(self.candidates))}"
            last, first = max(self.candidates), min(self.candidates)
            yield "candidate_last" if at == last else "candidate_first" if at == first else "candidate_amid"
        within, holds = self.echoes[at]
        if within or holds:
            yield f"echoed={min(within, 2)},{min(holds, 2)}"
        if len(text) <= _LONG:
            yield f"pieces={self.pieces}"
            yield f"pieces={self.pieces}&{length(text)},{'gap' if self.lines[at].gap else ''}"
        if self.repeated[text] > 1:
            yield "repeated"
        if self.strange[at]:
            yield "other_script"

    def neighbours(self, at: int) -> Iterator[str]:
        """What the lines around it look like."""
        window = "".join(self.letters[each] if 0 <= each < len(self.lines) else "_" for each in range(at - 2, at + 3))
        yield from (f"window={window}", f"near={window[1:4]}", f"above_2={window[:3]}", f"below_2={window[2:]}")
        for step, label in ((-2, "--"), (-1, "-"), (1, "+"), (2, "++")):
            if not 0 <= at + step < len(self.lines):
                yield f"{label}none"
                continue
            shown = self.beside if abs(step) == 1 else self.further
            yield from [label + name for name in shown[at + step]]


def _ruled(kinds: Sequence[str], at: int, text: str) -> Iterator[str]:
    if kinds:
        kind = kinds[at]
        above, below = kinds[at - 1] if at else "", kinds[at + 1] if at + 1 < len(kinds) else ""
        yield from (f"kind={kind}", f"kinds={above}>{kind}>{below}")
        yield from (f"kind={kind}&top={_rank(at)}", f"kind={kind}&len={length(text)}")


def _kinds(lines: Sequence[Line], passages: Sequence[Passage]) -> list[str]:
    found: list[str] = []
    at = 0
    for line in lines if passages else []:
        while at + 1 < len(passages) and passages[at].end <= line.start:
            at += 1
        found.append(passages[at].kind)
    return found


def _rank(place: int) -> str:
    return str(place) if place < 4 else next((f"<{limit}" for limit in (6, 9, 14, 25, 60) if place <= limit), "far")


def _gap(gap: int, usual: int) -> str:
    return "usual" if gap == usual else "more" if gap > usual else "less"


def _letter(text: str, own: Sequence[str]) -> str:
    """A letter for the sort of line it is, so that a few lines in a row make a pattern."""
    if found := next((letter for sign, letter in _SURE_LETTERS if sign in own), ""):
        return found
    if len(text) > _LONG:
        return "L"
    if text[-1] in "!؟?" and "is_salutation" not in own:
        return "C"
    return next((letter for sign, letter in _LETTERS if sign in own), "S")


def _blocks(lines: Sequence[Line], usual: int) -> list[Block]:
    found: list[Block] = []
    first = 0
    for at in range(1, len(lines) + 1):
        if at == len(lines) or lines[at].gap > min(usual, 1) or (usual == 0 and lines[at].gap):
            block = Block(first, at - first, sum(len(line.text) for line in lines[first:at]))
            found.extend([block] * (at - first))
            first = at
    return found


def _is_running(text: str, block: Block, wrapped: bool) -> bool:
    return len(text) > _LONG or (wrapped and block.lines > 2 and len(text) > 45 and block.size > 180)


def _is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether the text was wrapped by hand: most lines are of nearly one length, and none is much longer."""
    lengths = sorted(len(line.text) for line in lines)
    return len(lines) > 10 and lengths[-1] <= 110 and lengths[len(lengths) // 2] >= 50


def _echoes(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """In how many other short lines each short line stands, and how many stand in it: names of sites, trails, tags."""
    short = [" ".join(WORD.findall(line.text.lower())) if len(line.text) <= _LONG else "" for line in lines]
    known = [each for each in Counter(short) if len(each) > _ECHO][:_MANY]
    within: Counter[str] = Counter()
    holds: Counter[str] = Counter()
    for one in known[:_NEAR]:
        for other in known:
            if one is not other and one in other:
                within[one] += 1
                holds[other] += 1
    return [(within[each], holds[each]) for each in short]


def _pieces(own: Sequence[Sequence[str]]) -> str:
    """How often the text names an author, a day or somebody addressed in a line of its own, as collections do."""
    told = (sum(sign in each for each in own) for sign in ("is_by", "is_date", "is_salutation"))
    return ",".join(str(min(times, 3)) for times in told)


def _runs(lines: Sequence[Line]) -> list[int]:
    """How many short lines stand in a row around each line; 0 for a long one."""
    found = [0] * len(lines)
    first = 0
    for at in range(len(lines) + 1):
        if at == len(lines) or len(lines[at].text) > _SHORT:
            found[first:at] = [at - first] * (at - first)
            first = at + 1
    return found


def _under(lines: Sequence[Line]) -> list[dict[str, int]]:
    """How many lines above each line stands one that announces signers, demands, notes or further texts."""
    found: list[dict[str, int]] = []
    seen: dict[str, int] = {}
    for at, line in enumerate(lines):
        found.append({name: at - place for name, place in seen.items() if at - place <= _NEAR})
        if len(line.text) > 220:
            seen = {name: place for name, place in seen.items() if name in {"asked", "related"} and at - place < 12}
        tail = line.text[-_LONG:]
        if len(line.text) <= 120 or tail.endswith((":", "：")):
            seen |= {name: at for name, pattern in _ANNOUNCED.items() if pattern.search(tail)}
    return found


def _candidates(lines: Sequence[Line], own: Sequence[Sequence[str]], first: int) -> dict[int, int]:
    """The lines above the text that could be its title, each with its rank: the one with the most words first."""
    never = {"is_debris", "is_date", "is_salutation", "has_link"}
    sizes = {at: len(WORD.findall(lines[at].text)) for at in range(min(first, _NEAR)) if not never & set(own[at])}
    ranked = sorted((at for at, size in sizes.items() if size > 2), key=lambda at: -sizes[at])
    return {at: rank for rank, at in enumerate(ranked)}


def _long_words(text: str, most: int = 300) -> list[str]:
    return [word for word in WORD.findall(text[:most].lower()) if len(word) > 4]


def _is_arabic(text: str) -> bool:
    near = text[:200]
    return len(_ARABIC.findall(near)) * 2 > sum(map(str.isalpha, near))
