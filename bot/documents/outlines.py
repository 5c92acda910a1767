"""The outline of a text: title, paragraphs, headings, list items, captions and the lines after the last paragraph.

The rules speak of shapes (short lines, blank lines, ends of sentences), never of particular texts. Every passage is a
slice of the source, so whatever is recognised can be traced; what is in doubt is a paragraph.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from bot.documents.dates import find_dates

Kind = Literal["title", "heading", "paragraph", "item", "caption", "image", "debris", "rule", "closing", "note"]

MAX_TITLE = 200
MAX_HEADING = 140
_UNWRAPPED = 120  # nobody wraps lines by hand at more characters than that

_CLOSERS = "\"'”’»›)]}"
_CLOSER = re.compile(rf"[{re.escape(_CLOSERS)}\s\u200c]+$")
_MARK = re.compile(
    rf"(?<=[.!?…؟۔{re.escape(_CLOSERS)}])[ \u00a0]?(?:[0-9۰-۹]{{1,3}}|\[[0-9۰-۹]{{1,3}}|[⁰¹²³⁴-⁹]{{1,3}})$"
)
_SENTENCE_ENDS = ".!?…؟۔"
_ABBREVIATED = re.compile(r"(?:^|\s)(?:[A-Z]\.){2,}$")
_MARKER = re.compile(
    r"(?:(?:[-*+•●▪◦‣·–—]|\(?[0-9٠-٩۰-۹]{1,3}[.)])[ \t\u00a0]+"
    r"|(?:\[[0-9٠-٩۰-۹]{1,3}\]|[⁰¹²³⁴-⁹]{1,3})[ \t\u00a0]*)(?=\S)"
)
NOTES_HEADER = re.compile(
    r"(?:(?:foot|end)?notes?|references?|sources?|پانوشت(?:\u200c?ها)?|پی\u200c?نوشت(?:\u200c?ها)?|یادداشت\u200c?ها|منابع"
    r"|پاورقی(?:\u200c?ها)?):?",
    re.IGNORECASE,
)
_FOUND_LAST = frozenset({"heading", "image", "closing"})
_LINK = re.compile(r"https?://|www\.|\|\|", re.IGNORECASE)
_SALUTATION = re.compile(
    r"(?:(?:Dear|Comrades|Friends|Sisters|Brothers|رفقا|دوستان|هم‌وطنان|هموطنان)\b.*[!:,،]|(?:To|به|خطاب به) .*[:,،])$"
)
_BYLINE = re.compile(
    r"(?:By:|By (?=[A-Z])|(?:Written|Issued|Published) by\b|From:|Author:|نویسنده:|از:|منتشرکننده:|صادرکننده:)"
)
_CREDIT = re.compile(
    r"(?:^|[\s.)”»])(?:Photos?|Images?|Picture|Photo credit|Illustration|عکس)(?: by|\s?:)\s{0,3}\S[^\n]{0,60}$"
)
_DEBRIS = re.compile(
    r"(?:(?:Tweet|Twitter|Video|Photo|Image|Instagram|Facebook|YouTube|Embed|Link)(?: post)? URL"
    r"|[\w-]{1,40}[-_](?:photo|image|img)"
    r"|Leave a (?:Reply|Comment)|Continue reading|Discover more from \S.{0,80}|Skip to content|Advertisement"
    r"|Subscribe to get the latest posts sent to your email\.?"
    r"|Subscribe now to keep reading and get access to the full archive\.?"
    r"|(?:Share|Like) this:|Loading(?:…|\.\.\.)|Click to share on .{1,60}"
    r"|Share on (?:Facebook|X|Twitter|WhatsApp|Telegram))",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Passage:
    """A run of lines that belong together: `source[start : start + len(text)] == text`."""

    kind: Kind
    text: str
    start: int
    gap: int = 0  # blank lines before it
    marker: str = ""  # what an item begins with, as printed: "- ", "3) "

    @property
    def end(self) -> int:
        """The place in the source right after it."""
        return self.start + len(self.text)

    @property
    def words(self) -> str:
        """Its text without the marker of an item."""
        return self.text[len(self.marker) :]


@dataclass(frozen=True)
class Line:
    """A line that is not blank, without the white space around it, and the number of blank lines before it."""

    text: str
    start: int
    gap: int

    @property
    def end(self) -> int:
        """The place in the source right after it."""
        return self.start + len(self.text)


def outline(source: str) -> list[Passage]:
    """All passages of *source* in order; together they hold every character that is not white space at a line's ends.

    *source* has been through `loading.clean`.
    """
    passages = [passage for chunk in _chunks(source) for passage in _divide(chunk, source)]
    return _find_headings(_find_title(passages))


def set_notes_apart(passages: list[Passage], notes: set[int]) -> list[Passage]:
    """The outline once it is known which passages (by their start) are notes: the text ends where they begin."""
    first = next((at for at, passage in enumerate(passages) if passage.start in notes), len(passages))
    if first and NOTES_HEADER.fullmatch(passages[first - 1].text):
        first -= 1
    text = [replace(each, kind="paragraph") if each.kind in _FOUND_LAST else each for each in passages[:first]]
    apart = [each if each.kind in {"debris", "rule"} else replace(each, kind="note") for each in passages[first:]]
    return _find_headings(text) + apart


def ends_sentence(text: str) -> bool:
    """Whether *text* ends as a sentence does, quotation marks and brackets aside."""
    bare = _bare(text)
    return bare.endswith(tuple(_SENTENCE_ENDS)) and not _ABBREVIATED.search(bare)


def _bare(text: str) -> str:
    """The end of *text* without closing quotation marks and brackets, and without a footnote mark after a sentence."""
    return _CLOSER.sub("", _MARK.sub("", _CLOSER.sub("", text[-40:])))


def is_titled(text: str, limit: int = MAX_HEADING) -> bool:
    """Whether the line *text* is shaped like a title: short, and no sentence or part of one, no date and no link."""
    bare = _bare(text)
    if "\n" in text or len(text) > limit or len(text.split()) > limit // 5 or not bare:
        return False
    if bare[-1] in ".,;:،؛…۔" and not _ABBREVIATED.search(bare):
        return False
    first = next((character for character in text if character.isalpha()), "")
    return bool(first) and not first.islower() and not _LINK.search(text) and not is_date_line(text)


def is_date_line(text: str) -> bool:
    """Whether *text* is a date and hardly more: «12 January 2026», «Tehran, 12 January 2026», «تاریخ: ۲۲ دی ۱۴۰۴»."""
    if len(text) > 60 or "\n" in text:
        return False
    found = find_dates(text)
    if len(found) != 1:
        return False
    (start, end), _ = found[0]
    before, after = text[:start].strip(" \u200c,،:-–—()[]"), text[end:].strip(" \u200c,،.:-–—()[]")
    return not after and len(before.split()) <= 2 and not before.startswith(("As of", "Since", "Until"))


def _chunks(source: str) -> Iterator[list[Line]]:
    chunk: list[Line] = []
    place = blank = 0
    for raw in source.split("\n"):
        text = raw.strip()
        if not text:
            if chunk:
                yield chunk
                chunk = []
            blank += 1
        else:
            chunk.append(Line(text, place + raw.index(text), blank))
            blank = 0
        place += len(raw) + 1
    if chunk:
        yield chunk


def _divide(chunk: list[Line], source: str) -> Iterator[Passage]:
    one_a_line = _is_one_a_line(chunk, source)
    first = last = chunk[0]
    for line in chunk[1:]:
        if one_a_line or not _continues(first, last, line):
            yield _passage(first, last, source)
            first = line
        last = line
    yield _passage(first, last, source)


def _is_one_a_line(chunk: list[Line], source: str) -> bool:
    # Lines nobody wrapped, each a sentence's end or shaped like a title, are paragraphs of their own. So are the few
    # lines of a title page, and the lines of a text that has no blank line at all and ends sentences with its lines.
    lines = [line.text for line in chunk if not _MARKER.match(line.text)]
    if len(lines) < 2:
        return False
    whole = sum(1 for line in lines if ends_sentence(line))
    if chunk[0].start == len(source) - len(source.lstrip()) and len(lines) <= 4 and not any(map(ends_sentence, lines)):
        return all(is_titled(line, MAX_TITLE) or is_date_line(line) or line.endswith(":") for line in lines)
    settled = whole + sum(1 for line in lines if not ends_sentence(line) and is_titled(line))
    if any(len(line) > _UNWRAPPED for line in lines):
        return settled >= 0.9 * len(lines) and not any(line[0].islower() for line in lines)
    return chunk[-1].end >= len(source.rstrip()) and chunk[0].gap == 0 and whole >= 0.8 * len(lines)


def _continues(first: Line, last: Line, line: Line) -> bool:
    if _MARKER.match(line.text) or _DEBRIS.fullmatch(line.text) or _DEBRIS.fullmatch(last.text):
        return False
    if not _MARKER.match(first.text):
        return True
    # After a list item only what plainly goes on belongs to it.
    return line.text[0].islower() or not (ends_sentence(last.text) or line.text[0].isupper())


def _passage(first: Line, last: Line, source: str) -> Passage:
    text = source[first.start : last.end]
    kind: Kind = "paragraph"
    marker = ""
    if not any(character.isalnum() for character in text):
        kind = "rule"
    elif _DEBRIS.fullmatch(text):
        kind = "debris"
    elif found := _MARKER.match(text):
        kind, marker = "item", found[0]
    elif len(text) <= 600 and _CREDIT.search(text[-100:]):
        kind = "caption"
    return Passage(kind, text, first.start, first.gap, marker)


def _find_title(passages: list[Passage]) -> list[Passage]:
    first = next((at for at, passage in enumerate(passages) if not _is_before_title(passage)), None)
    if first is None or not _may_be_title(passages[first], passages[first + 1 : first + 2], opens=True):
        return passages
    last = first
    while last + 1 < len(passages) - 1 and last - first < 3:
        following = passages[last + 1]
        joined = following.gap == 0 and _is_short_chunk(passages, first)
        announced = passages[last].text.endswith((":", "—", "–"))
        if not (joined or announced) or not _may_be_title(following, passages[last + 2 : last + 3]):
            break
        last += 1
    return [replace(passage, kind="title") if first <= at <= last else passage for at, passage in enumerate(passages)]


def _is_before_title(passage: Passage) -> bool:
    return passage.kind in {"debris", "rule"} or is_date_line(passage.text)


def _may_be_title(passage: Passage, following: list[Passage], *, opens: bool = False) -> bool:
    text = passage.text
    if passage.kind != "paragraph" or not following or _SALUTATION.match(text):
        return False
    if _BYLINE.match(text) and not (opens and text.startswith("By ")):
        return False
    return is_titled(text.removesuffix(":"), MAX_TITLE) and not text.startswith(("[", "("))


def _is_short_chunk(passages: list[Passage], first: int) -> bool:
    # A title of several lines stands alone: a blank line ends it, and nothing in it is long.
    lines = [passages[first]]
    for passage in passages[first + 1 : first + 6]:
        if passage.gap:
            return all(len(each.text) <= MAX_TITLE for each in lines)
        lines.append(passage)
    return False


def _find_headings(passages: list[Passage]) -> list[Passage]:
    found = list(passages)
    usual = max(1, _usual_gap(passages))
    below: Passage | None = None  # what a heading would stand over
    for at in range(len(found) - 1, -1, -1):
        passage = found[at]
        if passage.kind == "paragraph":
            found[at] = replace(passage, kind=_kind_of_line(found, at, below, usual))
        if found[at].kind in {"debris", "rule", "image", "caption"}:
            # Pictures and debris between a heading and its text don't part them.
            below = replace(below, gap=min(usual, passage.gap)) if below else None
        elif found[at].kind != "closing":
            below = found[at]
    return found


def _kind_of_line(passages: list[Passage], at: int, below: Passage | None, usual: int) -> Kind:
    passage = passages[at]
    if below is None:
        lines = passage.text.split("\n")
        closing = all(is_titled(line.removesuffix(":")) or is_date_line(line) for line in lines)
        return "closing" if closing and at else "paragraph"
    if not is_titled(passage.text) or _BYLINE.match(passage.text):
        return "paragraph"
    if at + 1 < len(passages) and passages[at + 1].kind == "caption":
        return "image"
    if below.gap > usual or not at or (below.kind == "paragraph" and is_titled(below.text)):
        return "paragraph"
    # A slogan or a question within the text; only short ones stand over what follows.
    exclaimed = _is_exclaimed(passage.text) and passage.gap <= usual and below.kind != "heading"
    long = len(passage.text.split()) > 8 or re.search("[,،]", passage.text)
    return "paragraph" if exclaimed and (long or _is_exclaimed(passages[at - 1].text)) else "heading"


def _is_exclaimed(text: str) -> bool:
    return text[-40:].rstrip(_CLOSERS).endswith(("!", "?", "؟"))


def _usual_gap(passages: list[Passage]) -> int:
    gaps = Counter(passage.gap for passage in passages[1:])
    return gaps.most_common(1)[0][0] if gaps else 0
