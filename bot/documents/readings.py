"""Everything that was understood of a text, in one value: what a draft's card shows and a dry run prints."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import Any

from bot.documents import entries, letters, running, scripts, sheets
from bot.documents.dates import read_date
from bot.documents.files import loading
from bot.documents.markdown import manuscripts, markup
from bot.documents.origins import kinds
from bot.documents.origins.kinds import Kind
from bot.documents.passages import Passage
from bot.documents.problems import Problem
from bot.documents.spans import RichText, Span
from bot.documents.structure import footnotes, openings, parts, prefaces
from bot.documents.structure.footnotes import Footnotes
from bot.documents.understandings import Reading, as_typed, title_of, understand
from bot.refusals import N_, Refused

__all__ = ["Reading", "as_json", "read"]

_MOST_LINES = 10_000  # of a Markdown file; nobody waits until more have been taken apart
_MANY_LINES = Problem(
    N_("The file has {lines} lines or more and was read as plain text: signs of Markdown in it stay as they are."),
    {"lines": float(_MOST_LINES)},
)


def read(name: str, text: str, spans: Sequence[Span] = ()) -> Reading:
    """The whole understanding of the text of the file *name*; a `.md` name means that it already is Markdown.

    *spans* are what is set off in *text*, which then has been through `loading.clean`. Never fails, whatever *text* is:
    what is not understood is left for a person to fill in, and said in `problems`.
    """
    text = loading.clean(text)
    if PurePath(name).suffix.lower() not in {".md", ".markdown"}:
        return _read_plain(name, text, spans)
    if text.count("\n") < _MOST_LINES:
        return _read_markdown(name, text)
    reading = _read_plain(name, text, spans)
    return replace(reading, problems=(_MANY_LINES, *reading.problems))


def _read_plain(name: str, text: str, spans: Sequence[Span]) -> Reading:
    plain = scripts.levelled(text)
    sheet = sheets.read(plain, spans)
    passages = sheet.passages()
    title = title_of(passages)
    cuts = () if kinds.numbered(title or "")[1] is not None else parts.divide(plain, passages, sheet.ruled)
    if cuts:
        return _read_collection(name, RichText(text, tuple(spans)), passages, cuts, tagged=sheet.is_short)
    announced = next((each.text for each in passages[:4] if openings.is_announced(each)), "")
    return _read_text(name, RichText(text, tuple(spans)), sheet, announced)


def as_json(readings: Iterable[Reading]) -> dict[str, Any]:
    """What `import --dry-run --json` prints: `{"entries": […]}`, ready for json.dumps; parts follow their whole."""
    return {"entries": [entries.entry(each) for reading in readings for each in (reading, *reading.parts)]}


def _read_text(
    name: str, text: RichText, sheet: sheets.Sheet, announced: str = "", *, until: int = running.MOST_CHARACTERS
) -> Reading:
    passages = sheet.passages()
    outlines = (sheet.ruled, passages) if sheet.tags else (passages,)
    notes = max(map(footnotes.find, outlines), key=lambda each: len(each.matched))
    if notes.notes:
        passages = sheet.passages({note.passage.start for note in notes.notes})
    reading = as_typed(understand(name, text.text, title_of(passages), passages, notes, announced, until=until))
    body = markup.to_markdown(list(reading.passages), reading.footnotes, text.spans)
    return replace(reading, body_markdown=body, spans=text.spans)


def _read_collection(
    name: str, rich: RichText, passages: list[Passage], cuts: Sequence[parts.Cut], *, tagged: bool
) -> Reading:
    text = rich.text
    read_parts = tuple(_read_part(f"{name}#{number}", rich, cut, tagged=tagged) for number, cut in enumerate(cuts, 1))
    own = [each for each in passages if not any(cut.start <= each.start < cut.end for cut in cuts)]
    own = [_as_own(each, cuts) for each in own]
    whole = as_typed(understand(name, text, title_of(own), own, Footnotes(), is_collection=True))
    printed: tuple[Passage, ...] = letters.restored(tuple(passages), scripts.levelled(text), text)
    lead_ends = cuts[0].remark
    previous = [lead_ends, *(cut.end for cut in cuts[:-1])]
    return replace(
        whole,
        kind=Kind.COLLECTION,
        summary=running.summary_of_parts(
            [each for each in own if each.start < lead_ends], own, [part.summary for part in read_parts], whole.language
        ),
        body_markdown=_whole_body(printed, own, rich.spans),
        own_markdown=markup.to_markdown(list(whole.passages), Footnotes(), rich.spans),
        spans=rich.spans,
        parts=tuple(
            replace(part, remark=text[start : cut.start])
            for part, start, cut in zip(read_parts, previous, cuts, strict=True)
        ),
        lead=text[:lead_ends],
        afterword=text[cuts[-1].end :],
    )


def _as_own(passage: Passage, cuts: Sequence[parts.Cut]) -> Passage:
    """A passage outside the parts; what stands right before a part is a remark on it."""
    between = any(cut.remark <= passage.start < cut.start for cut in cuts)
    lead = passage.start < cuts[0].remark
    if lead and passage.kind == "editors" and not prefaces.EDITORS.match(passage.text):
        return replace(passage, kind="paragraph")
    apart = passage.kind in {"preface", "editors"} and not lead
    if apart or (between and passage.kind in {"heading", "paragraph", "closing", "quote"}):
        return replace(passage, kind="remark")
    return passage


def _read_part(name: str, source: RichText, cut: parts.Cut, *, tagged: bool) -> Reading:
    text = source.part(cut.start, cut.end)
    sheet = sheets.read(scripts.levelled(text.text), text.spans, tagged=tagged)
    reading = _read_text(name, text, sheet, cut.announced, until=running.MOST_CHARACTERS - cut.start)
    remark = " ".join(source.text[cut.remark : cut.start].split())
    if not any(character.isalpha() for character in remark):
        return reading
    said = Problem(
        N_("Whoever collected the texts says before this one: “{words}” It is not part of the text itself."),
        {"words": remark if len(remark) <= 300 else remark[:300].rpartition(" ")[0] + "…"},
    )
    return replace(reading, problems=(*reading.problems, said))


def _whole_body(passages: Sequence[Passage], own: list[Passage], spans: Sequence[Span]) -> str:
    starts = {each.start for each in own}
    titled = [
        replace(each, kind="heading") if each.kind == "title" and each.start not in starts else each
        for each in passages
    ]
    return markup.to_markdown(titled, Footnotes(), spans)


def _read_markdown(name: str, text: str) -> Reading:
    paper = manuscripts.read(text)
    passages = [replace(each, text=scripts.levelled(each.text)) for each in paper.passages]
    reading = as_typed(
        understand(name, text, scripts.levelled(paper.title or "") or None, passages, Footnotes()),
        passages=tuple(paper.passages), footnotes=paper.footnotes, body_markdown=paper.body,
    )  # fmt: skip
    reading = replace(reading, problems=(*reading.problems, *paper.footnotes.problems))
    fields = paper.fields
    known: dict[str, Any] = {}
    if (kind := fields.get("kind", "")) in set(Kind):
        known["kind"] = Kind(kind)
    if given := fields.get("issuers") or fields.get("issuer"):
        known["issuers"] = tuple(each.strip() for each in re.split("[;؛]", given) if each.strip())
    if (week := scripts.ascii_digits(fields.get("week", ""))).isdecimal() and len(week) <= 3:
        known["week"] = int(week)
    known |= {each: fields[each] for each in ("series", "language") if each in fields}
    try:
        known |= {"dated": read_date(fields["date"])} if "date" in fields else {}
    except Refused as refused:
        known["problems"] = (*reading.problems, Problem(refused.text, refused.values))
    return replace(reading, **known)
