"""The parts of a collection: where each begins and ends, and what whoever collected them says between them.

A part is known by what stands over it: an announcing sentence that ends in a colon, a preface in brackets, a byline or
dateline under a title, a title that names kind and issuer, a rule or wide gap. One of these may occur in any text; a
collection is a text in which they come again. All slices joined are the source.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.documents.passages import Passage
from bot.documents.structure import structures, titles
from bot.documents.structure.lines import MARKER, MAX_TITLE, ends_sentence, is_date_line, is_titled
from bot.documents.structure.openings import evidence, is_announced, is_title, says_so, speaks_of_all

_AFTERWORD = re.compile(
    r"(?:(?:as|in|by way of) )?(?:an? |the |our |some )?(?:last|final|closing|concluding) (?:words?|remarks?"
    r"|notes?|thoughts)|after ?words?|postscript"
    r"|in closing|epilogue|to conclude|ps|سخن (?:پایانی|آخر|پایان)|کلام (?:آخر|پایانی)|در پایان"
    r"|پی[\u200c ]?گفتار|پس[\u200c ]?گفتار|حرف آخر"
    r"|چند کلمه در پایان",
    re.IGNORECASE,
)
_ASIDE = frozenset({"caption", "image", "debris"})


MOST_LINES = 10_000
MOST = 100
"""Parts that a collection may have; what seems to have more is no text that a person put together."""


@dataclass(frozen=True)
class Cut:
    """Where a part lies in the source: its remark from *remark*, its text from *start* to *end*.

    *announced* are the words that introduce it and tell of its origin, "" if there are none.
    """

    remark: int
    start: int
    end: int
    announced: str = ""


@dataclass(frozen=True)
class _Start:
    place: int  # of the passage where the title or the announcement stands
    text: int  # where the part's own text begins in the source
    weight: int
    wide: bool
    announced: str = ""


def divide(source: str, passages: Sequence[Passage], ruled: Sequence[Passage]) -> tuple[Cut, ...]:
    """The parts of a collection in the order of the source; empty for a text that is no collection.

    *passages* have their roles, which decide where they tell of several parts; *ruled* are those of the rules alone.
    """
    if len(passages) > MOST_LINES:
        return ()
    body, usual = _body(passages)
    if len(told := _told(body, usual)) > 1:
        starts, title = _starts(body, usual), _title(passages)
        more = len(starts) <= MOST and _is_collection(body, starts, title)
        return _cuts(source, passages, body, _united(starts, told) if more else told, usual)
    body, usual = _body(ruled)
    starts, title = _starts(body, usual), _title(ruled)
    if len(starts) > MOST or not _is_collection(body, starts, title):
        places = structures.find(ruled, body, usual, title)
        starts = [_start_at(body, at, usual) for at in places]
        return _cuts(source, ruled, body, starts, usual) if len(starts) > 1 else ()
    if 2 * sum(start.wide for start in starts) >= len(starts):
        starts = _with_like_ones(body, starts, usual)
    return _cuts(source, ruled, body, starts, usual)


def _body(passages: Sequence[Passage]) -> tuple[list[Passage], int]:
    body = [each for each in passages if each.kind not in _ASIDE]
    return body, max(1, _usual_gap(body))


def _title(passages: Sequence[Passage]) -> str:
    return "\n".join(each.text for each in passages if each.kind == "title")


def _starts(body: Sequence[Passage], usual: int) -> list[_Start]:
    """The beginnings of parts by what stands over them; what is announced is not announced again by its own title."""
    starts = [start for at in range(len(body)) if (start := _start(body, at, usual))]
    return [start for at, start in enumerate(starts) if not at or not _announces_next(starts[at - 1], start)]


def _told(body: Sequence[Passage], usual: int) -> list[_Start]:
    """The beginnings of parts whose titles were told by their role, and of those between two signatures."""
    places = [at for at, each in enumerate(body) if each.role == "part" and (not at or body[at - 1].role != "part")]
    places += _signed_apart(body, places)
    tops = sorted({_top(body, at) for at in places})
    return [_start_at(body, at, usual) for at in tops[:MOST] if at + 1 < len(body)]


def _signed_apart(body: Sequence[Passage], places: Sequence[int]) -> list[int]:
    """The first heading before each signature that has no title of a part, where several texts are signed."""
    signed = [
        at
        for at, each in enumerate(body)
        if each.role == "issuer" and each.kind == "closing" and at + 1 < len(body) and body[at + 1].role != "issuer"
    ]
    if len(signed) + len(places) < 3:
        return []
    more: list[int] = []
    above = max((at for at, each in enumerate(body[:40]) if each.kind == "title"), default=-1)
    for at in signed:
        if not any(above < place < at for place in places):
            headings = (n for n in range(above + 1, at) if body[n].kind == "heading")
            more += [first for first in [next(headings, None)] if first is not None]
        above = at
    return more


def _united(starts: Sequence[_Start], told: Sequence[_Start]) -> list[_Start]:
    """*told*, and those of *starts* that stand far from each of them."""
    more = [start for start in starts if all(abs(start.place - each.place) > titles.MOST_LINES for each in told)]
    return sorted([*told, *more], key=lambda start: start.place)


def _start_at(body: Sequence[Passage], at: int, usual: int) -> _Start:
    """The beginning of a part whose title structure alone has shown."""
    title = body[at]
    number = len(title.marker)
    if title.kind == "heading" and (found := MARKER.match(title.text)):
        number = found.end()
    return _Start(at, title.start + number, 3, _is_wide(body, at, usual))


def _is_collection(body: Sequence[Passage], starts: Sequence[_Start], title: str) -> bool:
    first = next((at for at, each in enumerate(body) if each.kind == "title"), 0)
    last = max((at for at, each in enumerate(body) if each.kind == "title"), default=0)
    inner = [start for start in starts if not first <= start.place <= last + 1]
    heavy = [start for start in inner if start.weight >= 4]
    if says_so(title):
        return len(inner) >= 2
    if len(inner) < len(starts):  # a text of its own stands first
        return len(inner) >= 3 or len(heavy) >= 1
    return len(inner) >= 3 or (len(inner) == 2 and len(heavy) >= 1)


def _announces_next(above: _Start, start: _Start) -> bool:
    return bool(above.announced) and above.text < 0 and start.place <= above.place + 2


def _start(body: Sequence[Passage], at: int, usual: int) -> _Start | None:
    passage = body[at]
    wide = _is_wide(body, at, usual)
    if is_announced(passage) and passage.kind in {"paragraph", "heading", "closing", "title"}:
        head, _, rest = passage.text.partition(":")
        rest = rest.strip()
        if rest and is_titled(rest.removesuffix(":"), MAX_TITLE) and len(head) > 20:
            return _Start(at, passage.start + passage.text.index(rest, len(head)), 4, wide, passage.text)
        return _Start(at, -1, 4 if wide else 3, wide, passage.text) if at + 1 < len(body) and at else None
    if not is_title(passage) or at + 1 >= len(body):
        return None
    told = evidence(body, at)
    top = _top(body, at)
    wide = _is_wide(body, top, usual)
    if not told:
        return None
    closed = top > 0 and _closes(body[top - 1])
    weight = told + wide + closed
    return _Start(at, body[top].start + len(body[top].marker), weight, wide) if weight >= 3 else None


def _top(body: Sequence[Passage], at: int) -> int:
    top = at
    while top and at - top < titles.MOST_LINES - 1 and is_title(body[top - 1]) and body[top].kind != "item":
        above = body[top - 1]
        told = (top - 1 == 0 or not is_date_line(above.text)) and not is_announced(above)
        if not (told and (titles.goes_on(above, body[top]) or (above.kind == "title" == body[top].kind))):
            break
        top -= 1
    return top


def _is_wide(body: Sequence[Passage], at: int, usual: int) -> bool:
    return body[at].gap > usual or (at > 0 and body[at - 1].kind == "rule")


def _closes(passage: Passage) -> bool:
    """Whether a text may end with the passage: a signature, a date, a slogan."""
    text = passage.text.split("\n")[-1].strip()
    return (
        passage.kind in {"rule", "closing"}
        or is_date_line(text)
        or (is_titled(text) and not ends_sentence(text))
        or text.endswith("!")
    )


def _with_like_ones(body: Sequence[Passage], starts: list[_Start], usual: int) -> list[_Start]:
    """*starts* and the titles after a gap or rule like theirs, for parts that tell nothing of their origin."""
    known = {start.place for start in starts}
    first = starts[0].place
    more: list[_Start] = []
    for at in range(first + 1, len(body) - 1):
        # Of several lines over a text the last one is its title; a line above may be a remark.
        if at in known or not is_title(body[at]) or body[at].kind == "item":
            continue
        below = body[at + 1]
        top = _top(body, at)
        lone = top + 0 == at and _is_wide(body, at, usual)
        if (
            (lone or _is_wide(body, top, usual))
            and below.kind == "paragraph"
            and below.gap <= usual
            and not is_title(below)
        ):
            more.append(_Start(at, body[top].start, 1, True))
    return sorted([*starts, *more], key=lambda start: start.place)


def _cuts(
    source: str, passages: Sequence[Passage], body: Sequence[Passage], starts: Sequence[_Start], usual: int
) -> tuple[Cut, ...]:
    after = _end(source, passages, body, starts)
    starts = [start for start in starts if body[start.place].start < after]
    edges: list[tuple[int, int, str]] = []
    floor = -1
    for start in starts:
        begins = start.text if start.text >= 0 else body[start.place + 1].start
        remark = _remark_place(body, start, floor, usual)
        edges.append((min(remark, begins), begins, start.announced))
        floor = start.place
    ends = [edge[0] for edge in edges[1:]] + [after]
    places = [each.start for each in passages]
    ends = [
        _without_debris(passages, bisect_left(places, end), begins, end)
        for (_, begins, _), end in zip(edges, ends, strict=True)
    ]
    return tuple(
        Cut(remark, begins, end, told) for (remark, begins, told), end in zip(edges, ends, strict=True) if begins < end
    )


def _without_debris(passages: Sequence[Passage], at: int, begins: int, end: int) -> int:
    """Where a part ends without the debris under it: a link to all of its text belongs to the page."""
    while at and passages[at - 1].kind == "debris" and passages[at - 1].start > begins:
        at -= 1
        end = passages[at].start
    return end


def _remark_place(body: Sequence[Passage], start: _Start, floor: int, usual: int) -> int:
    """Where the remark before the part begins: at the gap or rule over its title, or with what announces it."""
    top = start.place if start.announced else _top(body, start.place)
    at = top
    while at - 1 > floor and not _is_wide(body, at, usual) and _is_remark(body, at - 1, top):
        at -= 1
    if not _is_wide(body, at, usual) and at != top and not body[at].text.endswith(":"):
        at = top  # the lines above it are the end of the part before
    if at - 1 > floor + 1 and _is_lone_block(body, at - 1, usual):
        at -= 1
    while at - 1 > floor and body[at - 1].kind == "rule":
        at -= 1
    return body[at].start


def _is_remark(body: Sequence[Passage], at: int, top: int) -> bool:
    passage = body[at]
    return (
        top - at <= 4
        and passage.kind in {"heading", "paragraph", "closing", "remark", "title"}
        and len(passage.text) <= 600
    )


def _is_lone_block(body: Sequence[Passage], at: int, usual: int) -> bool:
    """Whether the passage stands alone between two wide gaps and speaks of the texts around it, or of the next."""
    passage = body[at]
    if passage.kind not in {"paragraph", "remark"} or not _is_wide(body, at, usual):
        return False
    return passage.text.endswith(":") or passage.kind == "remark" or speaks_of_all(passage.text)


def _end(source: str, passages: Sequence[Passage], body: Sequence[Passage], starts: Sequence[_Start]) -> int:
    """Where the last part ends: before an afterword, or the debris at the end of the page."""
    end = len(source)
    for passage in reversed(passages):
        if passage.kind not in {"debris", "rule", "image"}:
            break
        end = passage.start
    for passage in body[starts[-1].place if starts else 0 :] if len(starts) > 1 else []:
        if is_title(passage) and _AFTERWORD.fullmatch(passage.text.rstrip(":.")):
            return min(end, passage.start)
    last = starts[-1] if starts else None
    if last and last.weight == 1 and speaks_of_all(body[last.place + 1].text):
        return min(end, body[last.place].start)
    return end


def _usual_gap(body: Sequence[Passage]) -> int:
    gaps = Counter(each.gap for each in body[1:])
    return gaps.most_common(1)[0][0] if gaps else 0
