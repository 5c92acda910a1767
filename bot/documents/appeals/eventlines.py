"""Lines of a programme: "Berlin: Saturday 24 August, 3 pm, Brandenburg Gate", «کلن: شنبه ۲۴ اوت، ساعت ۱۴:۳۰، …».

Such a line has a time and a place, and no verb. It calls where something to which people come is named in it or was
before it: in the title, a heading, a line over it, or an earlier call.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.documents.appeals import times
from bot.documents.appeals.wordings import MARKED, RUNNING, Span, level, unmarked
from bot.documents.passages import Passage

MAX_APART = 12  # passages between an earlier call and the line
MAX_LINE = 200  # characters
MAX_PART = 7  # words between two commas
MAX_LEAD = 120  # characters of a line that names an event
EVENT = re.compile(
    r"\b(?:rall(?:y|ies)|demonstrations?|demos?|protests?|vigils?|pickets?|gatherings?"
    r"|(?<!\d )march(?:es)?(?! \d)|days? of action|actions"
    r"|sit-ins?|teach-ins?|meetings?|assembl(?:y|ies)|concerts?|screenings?|commemorations?|kundgebung\w*"
    r"|mahnwache\w*)\b"
    r"|تجمع|گردهمایی|گردهم ایی|تظاهرات|راهپیمایی|راه پیمایی|اکسیون|تحصن|گردهم|وعده (?:ما|دیدار)|قرار ما"
    r"|وقفة|مظاهرة|مسیرة|اعتصام"
)
_PROGRAMME = re.compile(
    r"\b(?:programme|program|dates|cities|schedule|where and when|join us|in your city|come)\b|برنامه|شهرها"
    r"|زمان و مکان|البرنامج"
)
_TELLS = re.compile(
    r"\b(?:is|are|was|were|has|had|have|said|says|took|began|ended|started|saw|came|went|drew|broke|lasted|who|which"
    r"|because|killed|arrested|died|published|posted|updated|by|photo|read)\b|(?<!\w)(?:است|اند|شد|شدند|کرد"
    r"|کردند|بود|بودند"
    r"|داد|دادند|می ?\S{1,12}(?:د|م|ی)|خواهد|خواهند)(?!\w)|[؟?]|https?:|\b\d{4}[)\]]?\W*$|انتشار|عکس|اعلام"
)
_CLOCK = re.compile(
    r"\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\b|h\b|uhr\b|o'clock)|\d{1,2}:\d\d|\b(?:noon|midday|midnight|kl)\b|ساعت|الساعة"
    r"|(?:صبح|عصر|ظهر|شب)(?!\w)|same (?:day|time|hour)"
)
_TOLD = re.compile(r"\b[a-z]{3,}ed\b|^(?:On|In|At|As|After|By) (?!\d)[^\d]*$")  # in small letters, unlike names
_CITY = re.compile(r"[^:،,;؛.–—-]{2,40}?(?:\s?: ?| [-–—] |[,،] (?=[^,،]+[,،]))")
_STOP = re.compile(r"[;؛]|\.(?=\s)")
_PARTS = re.compile(r"[,،:;؛|•·/()–—]| - |\n|\. ")
_AT = re.compile(r"(?:in front of|outside|opposite|at|on|in|مقابل|روبروی|روبه روی|جلوی|جلو|در|میدان|أمام|امام) ")
_TRIM = " \t\n,،;؛.:–—-|"


@dataclass(frozen=True)
class EventLine:
    """A line of a programme: its passage (by number), its place there, its time and place, and what it calls to."""

    passage: int
    span: Span
    when: Span
    where: Span | None
    what: str | None


def find(passages: Sequence[Passage], called: Sequence[int]) -> Iterator[EventLine]:
    """The lines of programmes, in order; *called* are the numbers, sorted, of passages with other calls."""
    event: str | None = None
    announced = False  # by the title, a heading or the line right above
    for number, passage in enumerate(passages):
        if passage.kind not in RUNNING and passage.kind not in {"title", "heading"}:
            continue
        words = passage.words
        for start, end in _lines(words):
            line = _read(words, number, start, end)
            nearest = called[max(bisect_left(called, number) - 1, 0)] if called else number
            context = announced or (line and line.what) or 0 < number - nearest <= MAX_APART
            if line and context and (passage.kind != "title" or start > 0):
                yield replace(line, what=line.what or event)
            elif end - start <= MAX_LEAD or passage.kind in {"title", "heading"}:
                plain = level(words[start:end])
                if named := EVENT.search(plain):
                    event = words[start + named.start() : start + named.end()]
                announced = announced or bool(named or _PROGRAMME.search(plain))


def _lines(words: str) -> Iterator[Span]:
    """The printed lines; one that ends in a comma goes on in the next."""
    begin = place = 0
    for line in words.split("\n"):
        end = place + len(line.rstrip())
        if not line.rstrip().endswith((",", "،")) and begin < end:
            yield begin, end
            begin = place + len(line) + 1
        place += len(line) + 1
    if begin < len(words.rstrip()):
        yield begin, len(words.rstrip())


def _read(words: str, number: int, start: int, end: int) -> EventLine | None:
    """The line from *start* to *end*, if it is one of a programme."""
    mark = MARKED.match(words, start, end)
    start = unmarked(words, mark.end() if mark else start, end)
    end = start + len(_STOP.split(words[start:end])[0].rstrip())
    text = words[start:end]
    if len(text) > MAX_LINE or "@" in text:
        return None
    plain = level(text)
    when = times.find_when(text)
    if not when or _TELLS.search(plain) or _TOLD.search(text) or not _CLOCK.search(plain):
        return None
    where = _place(text, when)
    if not where or not _is_parted(text, when, where):
        return None
    placed = tuple((start + a, start + b) for a, b in (when, where))
    named = EVENT.search(plain)
    return EventLine(number, (start, end), placed[0], placed[1], text[slice(*named.span())] if named else None)


def _is_parted(text: str, when: Span, where: Span) -> bool:
    """Whether time and place are parts of a row and not words of a sentence."""
    gap = text[when[1] : where[0]] if when < where else text[where[1] : when[0]]
    rest = f"{text[: when[0]]},{text[when[1] :]}"
    short = all(len(part.split()) <= MAX_PART for part in _PARTS.split(rest))
    return short and bool(_PARTS.search(gap) or _AT.match(level(text[where[0] :])))


def _place(text: str, when: Span) -> Span | None:
    """What the line says besides its time: behind it, or before it without the city that stands first."""
    behind = _inner(text, when[1], len(text))
    if behind and any(each.isalpha() for each in text[behind[0] : behind[1]]):
        return behind
    city = _CITY.match(text, 0, when[0])
    before = _inner(text, city.end() if city else 0, when[0])
    return before if before and any(each.isalpha() for each in text[before[0] : before[1]]) else None


def _inner(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    first = start + len(words) - len(words.lstrip(_TRIM))
    last = start + len(words.rstrip(_TRIM))
    return (first, last) if first < last else None
