"""What the front matter of a Markdown file says of a post beyond what its text says: an export comes home whole."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal, InvalidOperation

from sqlmodel import Session

from bot.campaign import figures, posts
from bot.campaign.models import Figure, Post, SummaryOrigin
from bot.commands import fields
from bot.commands.fields import Setting
from bot.documents.dates import read_date
from bot.documents.markdown import manuscripts
from bot.documents.markdown.manuscripts import Manuscript
from bot.refusals import N_, Refused

_SHARED = ("source", "warning", "place", "link", "urgent")
_WORDED = ("short", "summary")


def read(name: str, text: str) -> Manuscript | None:
    """The front matter and the rest of the file *name*, where it is Markdown that has one."""
    if not name.casefold().endswith((".md", ".markdown")):
        return None
    paper = manuscripts.read(text)
    return paper if paper.fields or paper.figures else None


def keep(db: Session, post: Post, language: str, paper: Manuscript, zone: str) -> None:
    """Keep in *post*, and in its wording in *language*, what the front matter says.

    *zone* (IANA) holds for a deadline that names none. Raises `Refused` for a value that a field can't take.
    """
    for name in _SHARED:
        if name in paper.fields:
            fields.change(db, post, Setting(post.id, name, None, paper.fields[name]), zone)
    for name in _WORDED:
        if name in paper.fields:
            fields.change(db, post, Setting(post.id, name, language, paper.fields[name]), zone)
    _keep_summary_origin(db, post, language, paper)
    _keep_deadline(db, post, paper, zone)
    kept = {_key(figure) for figure in figures.of_post(db, post.id)}
    for row in paper.figures:
        figure = _figure(post, row, language)
        if _key(figure) not in kept:
            figures.add(db, figure)


def _keep_summary_origin(db: Session, post: Post, language: str, paper: Manuscript) -> None:
    wording = posts.wording(db, post, language)
    if wording and "summary" in paper.fields and paper.fields.get("summary_origin") == SummaryOrigin.EXTRACTED:
        wording.summary_origin = SummaryOrigin.EXTRACTED
        db.add(wording)


def _keep_deadline(db: Session, post: Post, paper: Manuscript, zone: str) -> None:
    said = paper.fields.get("deadline")
    if not said:
        return
    named = paper.fields.get("deadline_zone", zone)
    try:
        moment = datetime.fromisoformat(said)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        fields.change(db, post, Setting(post.id, "deadline", None, said), named)
        return
    post.deadline, post.deadline_zone = moment, named
    db.add(post)


def _figure(post: Post, row: dict[str, str], language: str) -> Figure:
    """A figure as an export writes it. Raises `Refused` for one without subject or quote, or with a bad number."""
    if not row.get("what") or not row.get("quote"):
        raise Refused(N_("A figure in the front matter needs at least what is counted, and the sentence that says it."))
    as_of = row.get("as_of")
    return Figure(
        post=post.id,
        language=row.get("language", language),
        what=row["what"],
        value=_number(row.get("value")),
        low=_number(row.get("low")),
        high=_number(row.get("high")),
        qualifier=row.get("qualifier"),
        unit=row.get("unit"),
        as_of=read_date(as_of).day if as_of else None,
        source=row.get("source"),
        quote=row["quote"],
    )


def _number(text: str | None) -> Decimal | None:
    try:
        number = Decimal(text) if text is not None else None
    except InvalidOperation:
        number = Decimal("nan")
    if number is not None and (not number.is_finite() or len(str(number)) > 40):
        raise Refused(N_("{text} in the front matter is not a number."), text=str(text)[:40])
    return number


def _key(figure: Figure) -> tuple[object, ...]:
    return figure.language, figure.what, figure.value, figure.low, figure.high, figure.source, figure.quote
