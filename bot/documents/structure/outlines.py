"""The outline of a text: title, paragraphs, headings, list items, captions and the lines after the last paragraph.

The rules speak of shapes (short lines, blank lines, ends of sentences), never of particular texts. Every passage is a
slice of the source, so whatever is recognised can be traced; what is in doubt is a paragraph.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from bot.documents.passages import NOT_TEXT, Kind, Line, Passage, lines_of
from bot.documents.structure import bylines, captions, names, prefaces, titles
from bot.documents.structure.lines import (
    MARKER,
    MAX_HEADING,
    MAX_TITLE,
    NUMBER_ENDS,
    ends_sentence,
    is_date_line,
    is_exclaimed,
    is_titled,
)
from bot.documents.structure.pages import debris

__all__ = ["MAX_HEADING", "NOTES_HEADER", "Kind", "Passage", "ends_sentence", "is_date_line", "is_titled", "outline",
           "set_notes_apart"]  # fmt: skip

_UNWRAPPED = 120  # nobody wraps lines by hand at more characters than that

NOTES_HEADER = re.compile(
    r"(?:(?:foot|end)?notes?|references?|sources?|notes and references|citations|bibliography"
    r"|پا ?نوشت(?:\u200c?ها| ها)?|پی[\u200c ]?نوشت(?:\u200c?ها| ها)?|یادداشت(?:\u200c?ها| ها)|منابع|منبع‌ها"
    r"|زیرنویس(?:\u200c?ها)?"
    r"|پاورقی(?:\u200c?ها)?|ارجاعات|توضیحات):?",
    re.IGNORECASE,
)
_SIGN_OFF = re.compile(
    r"(?:(?:in|with|yours in) (?:\w+ ){0,3}(?:solidarity|struggle|unity|hope|resistance|love|rage|greetings)"
    r"|(?:sincerely|respectfully"
    r"|comradely|fraternally)(?: yours)?|signed|با (?:احترام|درود|سپاس|همبستگی|مهر)(?: \w+){0,2}"
    r"|به امید .{2,40})[,،:.]?",
    re.IGNORECASE,
)
_LEADS_IN = re.compile(
    r"\b(?:are|is|were|was|includes?|demands?|calls?|asks?|wants?|says?|declares?|that|to|for|of|and|with"
    r"|following|by|as)$"
)
_NUMBERED = re.compile(rf"\(?(?:[0-9۰-۹]{{1,2}}|[IVX]{{1,5}})[{NUMBER_ENDS}]")
_SAID = re.compile(
    r"\b(?:written|wrote|writes|says|said|states?|stated|declared|declares|announced|as follows)(?: the following)?:$"
    r"|(?:نوشت|نوشته است|نوشته‌اند|می‌نویسد|گفت|می‌گوید|آورده است|اعلام کرد|اعلام کرده است):$",
    re.IGNORECASE,
)
_FOUND_LAST = frozenset({"heading", "closing"})
_LONG = 60
_MASTHEAD = 120


def outline(source: str) -> list[Passage]:
    """All passages of *source* in order; together they hold every character that is not white space at a line's ends.

    *source* has been through `loading.clean`.
    """
    passages = [passage for chunk in _chunks(source) for passage in _divide(chunk, source)]
    return bylines.mark(prefaces.mark(_find_quotes(_find_headings(titles.mark(captions.mark(debris.mark(passages)))))))


def set_notes_apart(passages: list[Passage], notes: set[int]) -> list[Passage]:
    """The outline once it is known which passages (by their start) are notes: the text ends where they begin."""
    first = next((at for at, passage in enumerate(passages) if passage.start in notes), len(passages))
    if first and NOTES_HEADER.fullmatch(passages[first - 1].text):
        first -= 1
    text = [_reset(each) if each.kind in _FOUND_LAST else each for each in passages[:first]]
    apart = [each if each.kind in NOT_TEXT else replace(each, kind="note") for each in passages[first:]]
    return _find_headings(text) + apart


def _reset(passage: Passage) -> Passage:
    found = MARKER.match(passage.text) if passage.kind == "heading" else None
    return replace(passage, kind="item", marker=found[0]) if found else replace(passage, kind="paragraph")


def _chunks(source: str) -> Iterator[list[Line]]:
    chunk: list[Line] = []
    for line in lines_of(source):
        if line.gap and chunk:
            yield chunk
            chunk = []
        chunk.append(line)
    if chunk:
        yield chunk


def _divide(chunk: list[Line], source: str) -> Iterator[Passage]:
    alone = _standing_alone(chunk) if len(chunk) > 1 else frozenset()
    run: list[Line] = []
    opens = _may_open(source, chunk[0].start)
    for line in chunk:
        if line.start not in alone:
            run.append(line)
            continue
        yield from _divide_run(run, source, opens)
        opens = opens and len(run) <= 1  # the name of a site over its buttons
        run = []
        yield _passage(line, line, source)
    yield from _divide_run(run, source, opens)


def _may_open(source: str, start: int) -> bool:
    """Whether nothing stands above but, at most, one line that is the way through a site."""
    above = source[:start].strip() if start <= _MASTHEAD else "…\n"
    return not above or ("\n" not in above and titles.is_way(above))


def _divide_run(run: list[Line], source: str, opens: bool) -> Iterator[Passage]:
    if not run:
        return
    one_a_line = _is_one_a_line(run, source, opens)
    headed = not opens and _is_headed(run)
    first = last = run[0]
    for line in run[1:]:
        if one_a_line or (headed and last is run[0]) or not _continues(first, last, line):
            yield _passage(first, last, source)
            first = line
        last = line
    yield _passage(first, last, source)


def _standing_alone(chunk: list[Line]) -> frozenset[int]:
    """Where the lines of debris begin; buttons that any text may name count where there are several."""
    sure = {line.start for line in chunk if debris.is_debris(line.text)}
    perhaps = {line.start for line in chunk if line.start not in sure and debris.may_be_debris(line.text)}
    return frozenset(sure | perhaps if len(sure) + len(perhaps) > 1 else sure)


def _is_one_a_line(chunk: list[Line], source: str, opens: bool) -> bool:
    # Lines nobody wrapped, each a sentence's end or shaped like a title, are paragraphs of their own. So are the few
    # lines of a title page, and the lines of a text that has no blank line at all and ends sentences with its lines.
    lines = [line.text for line in chunk if not MARKER.match(line.text)]
    if len(lines) < 2:
        return False
    whole = sum(1 for line in lines if ends_sentence(line))
    if opens and len(lines) <= 6 and not any(ends_sentence(line) and not is_exclaimed(line) for line in lines):
        return all(_is_of_title_page(line) for line in lines)
    settled = whole + sum(1 for line in lines if not ends_sentence(line) and (is_titled(line) or line.endswith(":")))
    if any(len(line) > _UNWRAPPED for line in lines):
        return settled >= 0.9 * len(lines) and not any(line[0].islower() for line in lines)
    return chunk[-1].end >= len(source.rstrip()) and chunk[0].gap == 0 and whole >= 0.8 * len(lines)


def _is_headed(run: list[Line]) -> bool:
    """Whether a title stands over the text in the next line; a wrapped line would have had room for its first word."""
    if len(run) < 2 or not run[0].gap or not is_titled(run[0].text, 80) or run[0].text[-1] in ".:،,":
        return False
    below = run[1].text
    room = len(run[0].text) + 1 + len(below.split()[0]) < 0.7 * max(len(line.text) for line in run)
    return room and not below[0].islower() and len(below) > 50 and ends_sentence(run[-1].text)


def _is_of_title_page(line: str) -> bool:
    return is_titled(line, MAX_TITLE) or is_date_line(line) or line.endswith(":") or debris.may_be_debris(line)


def _continues(first: Line, last: Line, line: Line) -> bool:
    if MARKER.match(line.text):
        return False
    if not MARKER.match(first.text):
        return True
    # After a list item only what plainly goes on belongs to it.
    return line.text[0].islower() or not (ends_sentence(last.text) or line.text[0].isupper())


def _passage(first: Line, last: Line, source: str) -> Passage:
    text = source[first.start : last.end]
    kind: Kind = "paragraph"
    marker = ""
    if not (text[0].isalnum() or any(character.isalnum() for character in text)):
        kind = "rule"
    elif found := MARKER.match(text):
        kind, marker = "item", found[0]
    elif captions.is_credited(text) and not debris.is_debris(text):
        kind = "caption"
    return Passage(kind, text, first.start, first.gap, marker)


def _find_headings(passages: list[Passage]) -> list[Passage]:
    found = list(passages)
    usual = max(1, _usual_gap(passages))
    dated = sum(1 for passage in passages[1:] if passage.kind == "paragraph" and is_date_line(passage.text)) > 2
    below: Passage | None = None  # what a heading would stand over
    for at in range(len(found) - 1, -1, -1):
        passage = found[at]
        if passage.kind == "paragraph":
            found[at] = replace(passage, kind=_kind_of_line(found, at, below, usual, dated))
        if found[at].kind in {"debris", "rule", "image", "caption"}:
            # Pictures and debris between a heading and its text don't part them.
            below = replace(below, gap=min(usual, passage.gap)) if below else None
        elif found[at].kind != "closing":
            below = found[at]
    return _find_numbered(found)


def _kind_of_line(passages: list[Passage], at: int, below: Passage | None, usual: int, dated: bool) -> Kind:
    passage = passages[at]
    if below is None:
        return "closing" if at and all(_closes(line) for line in passage.text.split("\n")) else "paragraph"
    if dated and is_date_line(passage.text) and below.kind in {"paragraph", "item"} and len(below.text) > _LONG:
        return "heading"
    if not is_titled(passage.text) or bylines.is_other_line(passage.text, at):
        return "paragraph"
    if (
        (below.kind == "item" and _LEADS_IN.search(passage.text))
        or below.gap > usual
        or not at
        or _is_another_line(below)
    ):
        return "paragraph"
    # A slogan or a question within the text; only short ones stand over what follows.
    exclaimed = is_exclaimed(passage.text) and (passage.gap <= usual or below.kind == "heading")
    long = _is_long_cry(passage.text)
    return "paragraph" if exclaimed and (long or is_exclaimed(passages[at - 1].text)) else "heading"


def _is_another_line(below: Passage) -> bool:
    return (
        below.kind == "paragraph"
        and is_titled(below.text)
        and not (is_exclaimed(below.text) and _is_long_cry(below.text))
    )


def _is_long_cry(text: str) -> bool:
    return len(text.split()) > 8 or re.search("[,،:]", text) is not None


def _closes(line: str) -> bool:
    if is_titled(line.removesuffix(":")) or is_date_line(line) or _SIGN_OFF.fullmatch(line):
        return True
    return len(line) <= _LONG and (line.startswith(("@", "#")) or (names.is_contact(line) and not ends_sentence(line)))


def _find_numbered(passages: list[Passage]) -> list[Passage]:
    """*passages* with numbered lines as headings where each stands over text of its own: «1. The mills»."""
    numbered = [at for at, passage in enumerate(passages) if _is_numbered_heading(passages, at, passage)]
    items = sum(1 for each in passages if each.kind == "item" and _NUMBERED.match(each.marker))
    if len(numbered) < 2 or 2 * len(numbered) < items:
        return passages
    places = set(numbered)
    return [replace(each, kind="heading", marker="") if at in places else each for at, each in enumerate(passages)]


def _is_numbered_heading(passages: list[Passage], at: int, passage: Passage) -> bool:
    if passage.kind != "item" or not _NUMBERED.match(passage.marker) or not is_titled(passage.words):
        return False
    below = passages[at + 1] if at + 1 < len(passages) else None
    return below is not None and below.kind == "paragraph" and len(below.text) > _LONG and not is_titled(below.text)


def _find_quotes(passages: list[Passage]) -> list[Passage]:
    """*passages* with those marked that somebody is said to have written: «As the council has written:»."""
    found = list(passages)
    for at in range(1, len(found)):
        above, passage = found[at - 1], found[at]
        if passage.kind != "paragraph" or above.kind != "paragraph" or len(passage.text) <= _LONG:
            continue
        if _SAID.search(above.text[-60:]) and not re.search(r"\b(?:I|we)\b|\bما\b", above.text[-60:], re.IGNORECASE):
            found[at] = replace(passage, kind="quote")
    return found


def _usual_gap(passages: list[Passage]) -> int:
    gaps = Counter(passage.gap for passage in passages[1:])
    return gaps.most_common(1)[0][0] if gaps else 0
