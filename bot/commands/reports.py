"""The reported figures of a draft: kept by a coordinator's word alone, each with the sentence that reports it."""

from __future__ import annotations

from sqlmodel import Session

from bot.campaign import figures, posts
from bot.campaign.models import Figure, Post, Wording
from bot.commands import amounts
from bot.commands.ask import DIGITS
from bot.documents.markdown import bodies
from bot.refusals import N_, Refused


def change(db: Session, post: Post, line: str) -> str:
    """Do what a line of `/figure` says (`drop 3`, or a figure to add) and say which figure it is about.

    Raises `Refused` where the line can't be read, or its quote does not stand in the text.
    """
    words = line.translate(DIGITS).split()
    if len(words) == 2 and words[0].casefold() == "drop" and words[1].isdecimal():
        return _drop(db, post, int(words[1])).what
    return add(db, post, line).what


def add(db: Session, post: Post, line: str) -> Figure:
    """Keep the figure that a line of `/figure` describes. Raises `Refused` as `change`."""
    report = amounts.read_report(line)
    wording, quote = _find(db, post, report)
    figure = Figure(
        post=post.id, language=wording.language, what=report.what, value=report.amount.value, low=report.amount.low,
        high=report.amount.high, qualifier=report.amount.qualifier, unit=report.amount.unit, as_of=report.as_of,
        source=report.source, quote=quote,
    )  # fmt: skip
    keep(db, post, figure)
    return figure


def _drop(db: Session, post: Post, place: int) -> Figure:
    kept = figures.of_post(db, post.id)
    if not 1 <= place <= len(kept):
        raise Refused(
            N_("Post {number} has no figure {place}. /figure {number} lists them."), number=post.id, place=place
        )
    db.delete(kept[place - 1])
    db.flush()
    return kept[place - 1]


def keep(db: Session, post: Post, figure: Figure) -> None:
    """Keep a figure of a post. Raises `Refused` where it is kept already."""
    if any(_identity(known) == _identity(figure) for known in figures.of_post(db, post.id)):
        raise Refused(N_("This figure is kept already. /figure {number} lists them."), number=post.id)
    figures.add(db, figure)


def _identity(figure: Figure) -> tuple[object, ...]:
    return (figure.what, figure.value, figure.low, figure.high, figure.source, figure.quote)


def _wordings(db: Session, post: Post) -> list[Wording]:
    """The wording as issued first."""
    found = posts.entry(db, post).wordings.values()
    return sorted(found, key=lambda wording: wording.language != post.language)


def _find(db: Session, post: Post, report: amounts.Report) -> tuple[Wording, str]:
    """The wording that holds the report's quote, or the one sentence with its number. Raises `Refused`."""
    first: Refused | None = None
    for wording in _wordings(db, post):
        try:
            if report.quote is not None:
                quote = amounts.find_quote(report.quote, [wording.source, _plain(wording)])
                amounts.check_quote(report.amount, quote)
                return wording, quote
            return wording, amounts.find_sentence(report.amount, _plain(wording), wording.language)
        except Refused as refused:
            first = first or refused
    raise first or Refused(N_("Post {number} has no text yet. Send /text {number} and then the text."), number=post.id)


def _plain(wording: Wording) -> str:
    return bodies.read(wording.body).plain()
