"""What is understood of an outline: all that a text says of itself and of the world, and what is missing in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.documents import bilinguals, letters, losses, running, scripts, sheets
from bot.documents.appeals import calls, demands, slogans
from bot.documents.appeals.calls import Call
from bot.documents.dates import Dated
from bot.documents.figures import figures
from bot.documents.figures.figures import Figure
from bot.documents.origins import issuers, kinds
from bot.documents.origins.issuers import Issue
from bot.documents.origins.kinds import Kind
from bot.documents.passages import Passage
from bot.documents.problems import Problem
from bot.documents.spans import Span
from bot.documents.structure import roles
from bot.documents.structure.footnotes import Footnotes
from bot.refusals import N_

_LONG = Problem(
    N_(
        "The text is very long: figures, calls, demands and slogans were looked for in its first {most} characters "
        "only. To have them proposed for the rest as well, send that as a text of its own."
    ),
    {"most": float(running.MOST_CHARACTERS)},
)
_BEHIND = Problem(
    N_(
        "The texts before this part are very long, so figures, calls, demands and slogans were not looked for in all "
        "of it. To have them proposed, send this part as a text of its own."
    )
)

_AROUND = re.compile(r"^[^\w«“\"‘(]+|[^\w»”\"’!؟?.)،؛;,…]+$")


@dataclass(frozen=True)
class Reading:
    """A text as it was understood. What the text does not say is None or empty; every string is verbatim.

    A collection has *parts*, each a reading of its own whose `source_text` is a slice of the collection's; *remark* is
    the slice before a part that is not its own but of whoever collected the texts. For a collection
    `lead + (part.remark + part.source_text)… + afterword == source_text`; its title, date, headings and problems are
    those of the words outside the parts, which `own_markdown` holds, while `body_markdown` has the parts as well.
    """

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
    calls: tuple[Call, ...]
    figures: tuple[Figure, ...]
    summary: tuple[str, ...]
    problems: tuple[Problem, ...]
    body_markdown: str
    passages: tuple[Passage, ...]
    wordings: tuple[tuple[str, str], ...] = ()
    """Of a text in two languages: each language with the slice that is in it."""
    parts: tuple[Reading, ...] = ()
    remark: str = ""
    lead: str = ""
    afterword: str = ""
    own_markdown: str = ""
    spans: tuple[Span, ...] = ()


def understand(
    name: str,
    source: str,
    title: str | None,
    passages: list[Passage],
    notes: Footnotes,
    announced: str = "",
    *,
    is_collection: bool = False,
    until: int = running.MOST_CHARACTERS,
) -> Reading:
    """What the *passages* of *source* say, without their Markdown; *announced* are words that introduce them.

    Figures, calls, demands and slogans are looked for up to the character *until*; a problem says so if that matters.
    """
    series, week = kinds.numbered(title or "")
    language = scripts.language_of(source)
    wordings = scripts.wordings(source)
    # Of two wordings the first says who issued them.
    own = sheets.read(scripts.levelled(wordings[0][1])).passages() if wordings else passages
    issue = issuers.find(own, has_parts=is_collection, announced=announced)
    plain = running.plain(passages, until)
    cries = _with(slogans.find(title, plain, language=language), passages, "slogan")
    wanted = _with(demands.find(plain, language=language), list(roles.announced(passages)), "demand")
    asked = calls.find(plain, dated=issue.dated, language=language)
    reported = figures.find(plain, dated=issue.dated, language=language)
    counts = {"slogans": len(cries), "demands": len(wanted), "calls": len(asked), "figures": len(reported) // 3}
    kind = kinds.kind_of(title, passages, issuers=issue.issuers, counts=counts)
    if week is None and kind is Kind.UPDATE:
        week = kinds.week_told(passages)
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
        editors_note=_joined(passages, "editors"),
        preface=issue.preface,
        headings=_texts(passages, "heading"),
        footnotes=notes,
        captions=_texts(passages, "image", "caption"),
        drop=_dropped(passages, notes),
        demands=wanted,
        slogans=cries,
        calls=asked,
        figures=reported,
        summary=running.summary(passages, notes, language, title),
        problems=(
            *_unsearched(passages, until),
            *_problems(source, title, issue, passages, notes, wordings),
        ),
        body_markdown="",
        passages=tuple(passages),
        wordings=wordings,
    )


def as_typed(reading: Reading, **known: Any) -> Reading:
    """A reading of a levelled text with everything in the letters of its source; what is *known* is not changed."""
    plain = scripts.levelled(reading.source_text)
    if plain == reading.source_text:
        return replace(reading, **known)
    kept = {each: getattr(reading, each) for each in ("name", "source_text", "wordings")}
    bare = replace(reading, passages=()) if "passages" in known else reading
    typed: Reading = letters.restored(bare, plain, reading.source_text)
    return replace(typed, **kept, short=kinds.short_label(typed.title), **known)


def title_of(passages: Sequence[Passage]) -> str | None:
    """The lines of the title, without a colon at its end; None where there is no title."""
    text = "\n".join(passage.text for passage in passages if passage.kind == "title")
    return text.removesuffix(":").rstrip() or None


def _with(found: Sequence[str], passages: Sequence[Passage], role: str) -> tuple[str, ...]:
    """*found*, and the lines of that *role* that hold none of them."""
    told = (each.words.strip() for each in passages if each.role == role)
    more = [_bare(words) for words in told if not any(one in words or words in one for one in found)]
    return tuple(dict.fromkeys([*found, *more]))


def _bare(words: str) -> str:
    """A slogan or demand without the marks and pictures around it."""
    bare = _AROUND.sub("", words)
    return bare if any(character.isalpha() for character in bare) else words


def _joined(passages: Sequence[Passage], kind: str) -> str | None:
    return "\n\n".join(passage.text for passage in passages if passage.kind == kind) or None


def _texts(passages: Sequence[Passage], *wanted: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(passage.text for passage in passages if passage.kind in wanted))


def _dropped(passages: Sequence[Passage], notes: Footnotes) -> tuple[str, ...]:
    lines = [line.strip() for each in passages if each.kind == "debris" for line in each.text.split("\n")]
    return tuple(dict.fromkeys([*lines, *(note.way_back for note in notes.notes if note.way_back)]))


def _unsearched(passages: Sequence[Passage], until: int) -> list[Problem]:
    if not running.stops_before(passages, until):
        return []
    return [_LONG if until == running.MOST_CHARACTERS else _BEHIND]


def _problems(
    source: str,
    title: str | None,
    issue: Issue,
    passages: list[Passage],
    notes: Footnotes,
    wordings: Sequence[tuple[str, str]],
) -> Iterator[Problem]:
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
    yield from losses.find(passages)
    if drop := _dropped(passages, Footnotes()):
        yield Problem(
            N_("Some lines look left over from a web page, such as “{line}”. Please check them."), {"line": drop[0]}
        )
    if scripts.language_of(source) == scripts.UNKNOWN:
        yield Problem(N_("The language of the text could not be told. Please set it."))
    elif wordings:
        languages = [language for language, _ in wordings]
        yield Problem(bilinguals.TWO_WORDINGS, {"languages": languages})
    elif bilinguals.is_mixed(source):
        yield Problem(bilinguals.MIXED)
    yield from issue.problems
    yield from notes.problems
