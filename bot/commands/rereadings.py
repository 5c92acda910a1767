"""The text of a post read once more, as it was read when it came: what is set off in it is found in what is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlmodel import Session

from bot.campaign import posts
from bot.campaign.models import Post, Wording
from bot.documents.markdown import bodies, manuscripts, recoveries
from bot.documents.spans import RichText, Span

if TYPE_CHECKING:
    from bot.documents.readings import Reading

FILE = "text.md"  # any name that says: this is Markdown
_SHAPES = frozenset({"heading", "quote"})


def read_text(name: str, text: str, spans: Sequence[Span] = ()) -> Reading:
    """What is understood of *text*; see `readings.read`.

    All its rules take memory, and most days nobody brings a text: they are loaded with the first one.
    """
    from bot.documents import readings

    return readings.read(name, text, spans)


def read(db: Session, post: Post, wording: Wording) -> Reading:
    """The reading of all that came as *wording*, with the bold words and links that it and the parts have kept.

    Of a Markdown file the body is as the file wrote it, and its parts, if it has any, are read in its printed text.
    """
    kept = _kept(db, post, wording)
    if not is_markdown(wording.source, kept):
        return read_text("", wording.source, _set_off(wording.source, kept))
    whole = read_text(FILE, wording.source)
    paper = manuscripts.read(wording.source)
    printed = recoveries.flatten(paper.title, bodies.read(paper.body))
    divided = read_text("", printed.text, printed.spans)
    return replace(divided, body_markdown=whole.body_markdown) if divided.parts else whole


def rich(db: Session, post: Post, wording: Wording) -> RichText:
    """All that came as *wording*, which is no Markdown, with the bold words and links that are kept."""
    return RichText(wording.source, _set_off(wording.source, _kept(db, post, wording)))


def came_as_markdown(db: Session, post: Post, wording: Wording) -> bool:
    """Whether *wording* came as a Markdown file."""
    return is_markdown(wording.source, _kept(db, post, wording))


def is_markdown(source: str, kept: Sequence[str]) -> bool:
    """Whether *source*, of which the texts *kept* were made, was read as Markdown: so more of it is as it is kept."""
    words = {bodies.text(block) for each in kept for block in bodies.read(each).blocks}
    marked, plain = (
        sum(bodies.text(block) in words for block in bodies.read(read_text(name, source).body_markdown).blocks)
        for name in (FILE, "")
    )
    return marked > plain


def _kept(db: Session, post: Post, wording: Wording) -> list[str]:
    """The body of *wording* and those of its parts, whatever the kind of the post is by now."""
    parts = posts.entries(db, [posts.kept(db, number) for number in posts.entry(db, post).parts])
    return [wording.body, *(word.body for part in parts for word in part.wordings.values())]


def _set_off(source: str, kept: Sequence[str]) -> tuple[Span, ...]:
    """What *kept* sets off in *source*, but for headings and quotations that the text shows by itself."""
    plain = read_text("", source)
    shown = set(recoveries.find(source, [plain.body_markdown, *(part.body_markdown for part in plain.parts)]))
    return tuple(span for span in recoveries.find(source, kept) if span not in shown or span.kind not in _SHAPES)
