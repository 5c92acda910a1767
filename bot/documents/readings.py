"""Everything that was understood of a text, in one value: what a draft's card shows and a dry run prints."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import PurePath
from typing import Any

from bot.documents import (
    footnotes,
    issuers,
    kinds,
    loading,
    manuscripts,
    markup,
    outlines,
    scripts,
    sentences,
    summaries,
)
from bot.documents.dates import Dated, read_date
from bot.documents.footnotes import Footnotes
from bot.documents.issuers import Issue
from bot.documents.kinds import Kind
from bot.documents.outlines import Passage
from bot.documents.problems import Problem
from bot.refusals import N_, Refused

_EDITORS = re.compile(
    r"[\[(]?(?:Editor(?:s|’s|'s|s’|s')? Note|Note from the Editors?|یادداشت (?:تحریریه|هیئت تحریریه|سردبیر|ویراستار))",
    re.IGNORECASE,
)
_LOST_LINK = re.compile(r"\b(?:see|click|read more) here\b(?: and here\b)?", re.IGNORECASE)
_DEMANDS = re.compile(r"\bdemand|خواسته|خواستار|مطالبات", re.IGNORECASE)
_SHOUT = re.compile(r"long live|down with|victory to|death to|زنده باد|مرگ بر|پیروز باد|زن،? زندگی", re.IGNORECASE)


@dataclass(frozen=True)
class Reading:
    """A text as it was understood. What the text does not say is None or empty; every string is verbatim."""

    name: str
    source_text: str
    kind: Kind
    title: str | None
    short: str | None
    series: str | None
    week: int | None
    issuers: tuple[str, ...]
    dated: Dated | None
    language: str
    editors_note: str | None
    preface: str | None
    headings: tuple[str, ...]
    footnotes: Footnotes
    captions: tuple[str, ...]
    drop: tuple[str, ...]
    demands: tuple[str, ...]
    slogans: tuple[str, ...]
    summary: tuple[str, ...]
    problems: tuple[Problem, ...]
    body_markdown: str
    passages: tuple[Passage, ...]


def read(name: str, text: str) -> Reading:
    """The whole understanding of the text of the file *name*; a `.md` name means that it already is Markdown.

    Never fails, whatever *text* is: what is not understood is left for a person to fill in, and said in `problems`.
    """
    text = loading.clean(text)
    if PurePath(name).suffix.lower() in {".md", ".markdown"}:
        return _read_markdown(name, text)
    passages = outlines.outline(text)
    notes = footnotes.find(passages)
    if notes.notes:
        passages = outlines.set_notes_apart(passages, {note.passage.start for note in notes.notes})
    title = "\n".join(passage.text for passage in passages if passage.kind == "title") or None
    return _understand(name, text, title, passages, notes, markup.to_markdown(passages, notes))


def as_json(readings: Iterable[Reading]) -> dict[str, Any]:
    """What `import --dry-run --json` prints: `{"entries": […]}`, ready for json.dumps."""
    return {"entries": [_entry(reading) for reading in readings]}


def _understand(
    name: str, source: str, title: str | None, passages: list[Passage], notes: Footnotes, body: str
) -> Reading:
    has_parts = kinds.has_parts(title, passages)
    issue = issuers.find(passages, has_parts=has_parts)
    editors = _editors_note(passages)
    slogans = _slogans(title, passages)
    series, week = kinds.numbered(title or "")
    kind = kinds.kind_of(title, passages, signed=bool(issue.issuers), slogans=len(slogans))
    language = scripts.language_of(source)
    running = _running_text(passages, notes, editors, issue.preface)
    return Reading(
        name=name,
        source_text=source,
        kind=kind,
        title=title,
        short=kinds.short_label(title),
        series=series,
        week=week,
        issuers=issue.issuers,
        dated=issue.dated,
        language=language,
        editors_note="\n\n".join(passage.text for passage in editors) or None,
        preface=issue.preface,
        headings=_texts(passages, "heading"),
        footnotes=notes,
        captions=_texts(passages, "caption"),
        drop=_texts(passages, "debris"),
        demands=() if has_parts else _demands(passages),  # they are its parts' own
        slogans=slogans,
        summary=tuple(summaries.extract(running, language, title=title or "")),
        problems=(*_problems(source, title, issue, passages, language), *issue.problems, *notes.problems),
        body_markdown=body,
        passages=tuple(passages),
    )


def _texts(passages: list[Passage], kind: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(passage.text for passage in passages if passage.kind == kind))


def _editors_note(passages: list[Passage]) -> list[Passage]:
    """The labelled paragraph, and those after it where a heading or picture soon closes the note."""
    opening = [at for at, each in enumerate(passages[:12]) if each.kind == "paragraph" and _EDITORS.match(each.text)]
    if not opening:
        return []
    start = opening[0]
    note = passages[start : start + 1]
    if note[0].text.startswith(("[", "(")):
        return note
    for passage in passages[start + 1 : start + 10]:
        if passage.kind in {"heading", "caption", "image", "debris", "rule"}:
            if passage.kind == "caption" and len(note[-1].text) < 200:
                note = note[:-1] or note  # a short line over a picture tells what it shows
            half = sum(len(each.text) for each in passages) // 2
            return note if sum(len(each.text) for each in note) < half else note[:1]
        note.append(passage)
    return note[:1]


def _slogans(title: str | None, passages: list[Passage]) -> tuple[str, ...]:
    found: list[str] = []
    headline = sentences.split(title or "")
    if len(headline) > 1 and all(each.endswith("!") for each in headline):
        found += headline
    for passage in passages:
        if passage.kind == "closing":
            for line in passage.text.split("\n"):
                if line.strip().endswith("!"):
                    found += sentences.split(line)
                elif _SHOUT.match(line.strip()):
                    found.append(line.strip())
    return tuple(dict.fromkeys(found))


def _demands(passages: list[Passage]) -> tuple[str, ...]:
    """The items of lists that a sentence ending in a colon announces as demands."""
    found: list[str] = []
    announced = False
    for above, passage in pairwise(passages):
        if passage.kind != "item":
            announced = False
        elif above.kind != "item":
            lead = sentences.split(above.text)[-1:]
            announced = bool(lead) and lead[0].endswith(":") and bool(_DEMANDS.search(lead[0]))
        if announced:
            found.append(passage.words)
    return tuple(found)


def _running_text(passages: list[Passage], notes: Footnotes, editors: list[Passage], preface: str | None) -> list[str]:
    """The paragraphs a summary may quote, each cut where a mark stands by itself between two sentences."""
    left_out = {passage.start for passage in editors} | {note.passage.start for note in notes.notes}
    cuts = [mark for mark in notes.marks if mark.style == "spaced"]
    starts = [mark.start for mark in cuts]
    texts: list[str] = []
    for passage, following in zip(passages, [*passages[1:], None], strict=False):
        pictured = following is not None and following.kind == "caption" and len(passage.text) < 200
        if passage.kind != "paragraph" or passage.start in left_out or pictured or outlines.is_date_line(passage.text):
            continue
        begin = len(preface) if preface and passage.text.startswith(preface) else 0
        first, last = bisect_left(starts, passage.start), bisect_left(starts, passage.end)
        for mark in cuts[first:last]:
            texts.append(passage.text[begin : mark.start - passage.start])
            begin = mark.end - passage.start
        texts.append(passage.text[begin:])
    return texts


def _problems(
    source: str, title: str | None, issue: Issue, passages: list[Passage], language: str
) -> Iterable[Problem]:
    if not title:
        yield Problem(N_("The text has no title of its own. Please give it one."))
    if not issue.issuers:
        yield Problem(N_("The text does not plainly say who issued it."))
    if not issue.dated:
        yield Problem(N_("The text does not say when it was issued."))
    elif issue.dated.calendar == "jalali":
        yield Problem(
            N_("The date is given in the Iranian calendar without a day; {date} is the nearest in the other calendar."),
            {"date": issue.dated.iso},
        )
    if found := _LOST_LINK.search(source):
        yield Problem(N_("The words “{words}” were a link, and the link is lost."), {"words": found[0]})
    if drop := _texts(passages, "debris"):
        yield Problem(
            N_("Some lines look left over from a web page, such as “{line}”. Please check them."), {"line": drop[0]}
        )
    if language == scripts.UNKNOWN:
        yield Problem(N_("The language of the text could not be told. Please set it."))
    elif scripts.is_mixed(source):
        yield Problem(N_("The text is in more than one language. Please check whether it is two wordings."))


def _entry(reading: Reading) -> dict[str, Any]:
    marks, notes = reading.footnotes.marks, reading.footnotes.notes
    return {
        "id": reading.name,
        "kind": reading.kind.value,
        "title": reading.title,
        "issuers": list(reading.issuers),
        "date": reading.dated.iso if reading.dated else None,
        "week": reading.week,
        "language": reading.language,
        "editors_note": reading.editors_note is not None,
        "preface": reading.preface,
        "headings": list(reading.headings),
        "footnotes": {
            "count": len({mark.number for mark in marks} | {note.number for note in notes}),
            "marks": [{"n": mark.number, "after": mark.after} for mark in marks],
            "texts_present": bool(notes),
        },
        "captions": list(reading.captions),
        "drop": list(reading.drop),
        "demands": list(reading.demands),
        "slogans": list(reading.slogans),
        "calls": [],
        "figures": [],
        "summary_extract": list(reading.summary),
        "problems": [problem.sentence() for problem in reading.problems],
    }


def _read_markdown(name: str, text: str) -> Reading:
    paper = manuscripts.read(text)
    reading = _understand(name, text, paper.title, paper.passages, paper.footnotes, paper.body)
    fields = paper.fields
    known: dict[str, Any] = {}
    if (kind := fields.get("kind", "")) in set(Kind):
        known["kind"] = Kind(kind)
    if names := fields.get("issuers") or fields.get("issuer"):
        known["issuers"] = tuple(each.strip() for each in re.split("[;؛]", names) if each.strip())
    if (week := scripts.ascii_digits(fields.get("week", ""))).isdecimal() and len(week) <= 3:
        known["week"] = int(week)
    known |= {each: fields[each] for each in ("series", "language") if each in fields}
    try:
        known |= {"dated": read_date(fields["date"])} if "date" in fields else {}
    except Refused as refused:
        known["problems"] = (*reading.problems, Problem(refused.text, refused.values))
    return replace(reading, **known)
