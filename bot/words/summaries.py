"""Summaries: a post in brief, and whether its sentences are the source's own or a coordinator's."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from bot.campaign.models import Kind, SummaryOrigin, Wording, WordingOrigin
from bot.campaign.posts import Entry
from bot.documents.markdown import bodies
from bot.documents.sentences import split
from bot.documents.summaries import extract
from bot.refusals import N_
from bot.words import bidi, figures, posts
from bot.words.languages import Language, is_rtl
from bot.words.message import Button, Message

_TRANSLATED = N_("Every sentence below stands word for word in the translation.")
_NOTES = {
    SummaryOrigin.EXTRACTED: N_("Every sentence below stands word for word in the source."),
    SummaryOrigin.WRITTEN: N_("A coordinator wrote this summary; its sentences are not those of the source."),
}


def origin(wording: Wording) -> SummaryOrigin:
    """Whether the summary that readers see is the source's own sentences or written by a coordinator."""
    return wording.summary_origin if (wording.summary or "").strip() else SummaryOrigin.EXTRACTED


def whose(reader: Language, wording: Wording) -> Markup:
    """The line that says whose sentences the summary has."""
    found = origin(wording)
    translated = found is SummaryOrigin.EXTRACTED and wording.origin is WordingOrigin.TRANSLATION
    return reader.say(_TRANSLATED if translated else _NOTES[found])


def sentences_of(wording: Wording) -> list[str]:
    """The summary of a wording, sentence by sentence; where none is kept, sentences taken from its text."""
    kept = bidi.strip_marks(wording.summary or "").strip()
    if kept:
        return [found for line in kept.splitlines() for found in split(line, wording.language)]
    blocks = bodies.read(bidi.strip_marks(wording.body)).blocks
    paragraphs = [bodies.text(block) for block in blocks if block.kind is bodies.Kind.PARAGRAPH]
    return extract(paragraphs, wording.language, title=wording.title or "") or _first(paragraphs, wording.language)


def _first(paragraphs: Sequence[str], code: str) -> list[str]:
    """The first sentences of a text in which none stands out, as in a short one."""
    return next((found[:2] for paragraph in paragraphs if (found := split(paragraph, code))), [])


def summary(reader: Language, entry: Entry) -> list[Markup]:
    """The summary under its heading, and whose sentences they are; or that there is none."""
    wording = entry.wording(reader.code)
    found = sentences_of(wording)
    if not found:
        return [reader.say("There is no summary of this text.")]
    note = Markup("<b>{}</b>\n<i>{}</i>").format(reader.say("Summary"), whose(reader, wording))
    return [note + Markup("\n<blockquote>{}</blockquote>").format(lines(wording.language, found))]


def lines(code: str, found: Sequence[str]) -> Markup:
    """Sentences as the text has them, one a line, each in the direction of the language *code*."""
    return Markup("\n").join(
        Markup(bidi.begin_rtl(str(escape(sentence)), html=True)) if is_rtl(code) else escape(sentence)  # noqa: S704 - escaped
        for sentence in found
    )


def card(reader: Language, entry: Entry, ending: str = "") -> list[Message]:
    """The summary of a post: header, warning, summary, and ways on. *ending* goes on in the buttons' command lines."""
    blocks = [posts.header(reader, entry), *posts.warning(reader, entry), *summary(reader, entry)]
    rows = [*_onward(reader, entry, ending), *posts.other_languages(reader, f"/summary {entry.post.id}")]
    return posts.messages(blocks, rows)


def week(reader: Language, entry: Entry, neighbours: tuple[int | None, int | None], ending: str = "") -> list[Message]:
    """A weekly update in brief with its figures; ways to its text, sources, calls, and the weeks before and after."""
    before, after = neighbours
    number = entry.post.week
    blocks = [
        *([reader.say("Week {n}", n=number)] if number is not None else []),
        posts.header(reader, entry),
        *posts.warning(reader, entry),
        *summary(reader, entry),
        *figures.of_post(reader, entry),
    ]
    again = f"/week {number}" if number is not None else f"/summary {entry.post.id}"
    back = Button(reader.plain("◀ Week {n}", n=before), f"/week {before}{ending}") if before is not None else None
    onward = Button(reader.plain("Week {n} ▶", n=after), f"/week {after}{ending}") if after is not None else None
    rows = [
        *_onward(reader, entry, ending),
        (Button(reader.plain("Calls to action"), f"/actions{ending}"),),
        *posts.turning(reader, back, onward),
        *posts.other_languages(reader, again),
    ]
    return posts.messages(blocks, rows)


def _onward(reader: Language, entry: Entry, ending: str) -> list[tuple[Button, ...]]:
    number = entry.post.id
    rows: list[tuple[Button, ...]] = [
        (Button(reader.plain("Read the full text"), f"/read {number}{ending}"),),
        (Button(reader.plain("Sources"), f"/sources {number}{ending}"),),
    ]
    if entry.post.kind is Kind.ACTION and entry.post.link and posts.opens(entry.post.link):
        rows.insert(0, (Button(reader.plain("Join in"), url=entry.post.link),))
    return rows
