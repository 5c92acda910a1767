"""How a text that somebody brings becomes a draft, and how the messages of a long text are joined again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from sqlmodel import Session

from bot.campaign import posts, proposals
from bot.campaign.models import Kind, Post, Precision, ProposalKind, SummaryOrigin, Wording, WordingOrigin
from bot.commands import rereadings
from bot.commands.fields import read_issuers, read_kind
from bot.documents.dates import Dated, read_date
from bot.documents.files.loading import accept_rich
from bot.documents.markdown import markup
from bot.documents.problems import Problem
from bot.documents.scripts import UNKNOWN
from bot.documents.spans import RichText, joined, read_spans, write_spans
from bot.documents.structure.lines import ends_sentence
from bot.refusals import N_, Refused
from bot.words.languages import codes
from bot.words.message import measure

if TYPE_CHECKING:
    from bot.documents.readings import Reading

FULL = 4096  # UTF-16 units that one message holds
SPLIT = 3500  # UTF-16 units; Telegram's clients cut a long text near 4,096, at the last good place before it


def take_in(
    db: Session,
    name: str,
    text: RichText,
    now: datetime,
    by: int | None,
    *,
    kind: Kind | str | None = None,
    language: str | None = None,
    issuer: str | None = None,
    date: str | None = None,
    week: int | None = None,
) -> Post:
    """Keep *text* as a new draft with everything that was read in it; what is given beside it counts for more.

    *name* is the file's, or "" for a message; *by* a coordinator's number, or None for the operator; *issuer* may name
    several with ";" between them; *date* is in any form of `read_date`.
    Raises `Refused` for a text that is empty or longer than 300,000 characters, and for a date or kind that can't be
    read.
    """
    reading = _read(name, text)
    post = posts.create(db, _kind(reading, kind), language or reading.language, now, by)
    _fill(db, post, reading, now)
    if issuer:
        posts.set_issuers(db, post, read_issuers(issuer))
    if date:
        _date(post, read_date(date))
    post.week = week if week is not None else post.week
    db.add(post)
    db.flush()
    return post


def read_again(db: Session, post: Post, text: RichText, now: datetime, *, kind: Kind | None = None) -> None:
    """Read the whole *text* of a draft anew, as when one more message of it has come. Raises `Refused` as `take_in`."""
    reading = _read("", text)
    known = posts.wording(db, post, post.language)
    if known is not None and reading.language != post.language and posts.wording(db, post, reading.language) is None:
        post.language = known.language = reading.language
        db.add(known)
        db.flush()
    post.kind = _kind(reading, kind)
    _fill(db, post, reading, now)


def divide_again(db: Session, post: Post, now: datetime) -> None:
    """After the kind of a draft was changed: a collection gets its parts, and any other post is whole again.

    Bold words, links and what else is set off stay so.
    """
    wording = posts.wording(db, post, post.language)
    if wording is None or not wording.source:
        return
    reading = rereadings.read(db, post, wording)
    if reading.parts:
        wording.body = _body(post, reading)
        db.add(wording)
        _divide(db, post, reading, now)


def replace(db: Session, post: Post, language: str, name: str, text: RichText) -> None:
    """Put the *text* of the file *name* in the place of the wording in *language*, or beside it as a translation.

    Fields of the post that are known stay as they are; what a coordinator wrote as a summary stays too.
    Raises `Refused` as `take_in`.
    """
    reading = _read(name, text)
    if language == post.language:
        complete(db, post, reading)
    word(db, post, language, reading)


def complete(db: Session, post: Post, reading: Reading) -> None:
    """Keep what *reading* says of the post where that is not known yet: who issued it, when, and the week."""
    if not posts.entry(db, post).issuers:
        posts.set_issuers(db, post, reading.issuers)
    if post.issued_on is None:
        _date(post, reading.dated)
    post.week = post.week if post.week is not None else reading.week
    db.add(post)


def add_piece(db: Session, post: Post, language: str, text: RichText) -> RichText:
    """Keep one more message of a text that comes in several; the whole text so far."""
    pieces = posts.add_piece(db, post, language, text.text, write_spans(text.spans))
    return join([RichText(piece.text, read_spans(piece.spans)) for piece in pieces])


def join(pieces: Sequence[RichText]) -> RichText:
    """One text of the messages it came in.

    A message of 3,500 UTF-16 units or more that doesn't end with a sentence was cut by the sender's Telegram inside a
    paragraph: it goes on after a space, or on the next line where its last line ended; a full one that ends in a letter
    before a letter was cut in a word and goes on at once. After any other message stands a blank line.
    """
    seams = ["", *(_seam(before.text, after.text) for before, after in pairwise(pieces))]
    ends = [piece.part(0, len(piece.text.rstrip())) for piece in pieces[:-1]]
    return joined(zip(seams, [*ends, *pieces[-1:]], strict=True))


def _read(name: str, text: RichText) -> Reading:
    accepted = accept_rich(text)
    return rereadings.read_text(name, accepted.text, accepted.spans)


def _seam(before: str, after: str) -> str:
    if measure(before) >= FULL and before[-1:].isalnum() and after[:1].isalnum():
        return ""  # cut at the last character that a message holds, in the middle of a word
    if measure(before) < SPLIT or ends_sentence(before):
        return "\n\n"
    return "\n" if before.endswith("\n") else " "


def _kind(reading: Reading, given: Kind | str | None) -> Kind:
    return read_kind(given or reading.kind)


def _date(post: Post, dated: Dated | None) -> None:
    post.issued_on = dated.day if dated else None
    post.issued_precision = Precision(dated.precision) if dated else Precision.DAY


def _fill(db: Session, post: Post, reading: Reading, now: datetime) -> None:
    """Write everything that was read into a draft, and into the drafts of its parts."""
    _date(post, reading.dated)
    post.week, post.series = reading.week, reading.series
    posts.set_issuers(db, post, reading.issuers)
    db.add(post)
    word(db, post, post.language, reading)
    db.flush()
    _divide(db, post, reading, now)


def _divide(db: Session, post: Post, reading: Reading, now: datetime) -> None:
    """Make the parts of a collection drafts of their own; what is no collection has none."""
    parts = reading.parts if post.kind is Kind.COLLECTION else ()
    for position, part in enumerate(parts, 1):
        language = post.language if part.language == UNKNOWN else part.language
        draft = posts.add_part(db, post, position, read_kind(part.kind), language, now)
        _fill(db, draft, part, now)
        wording = posts.wording(db, draft, language)
        if wording is not None:
            wording.remark = part.remark.strip() or None
            db.add(wording)
    posts.drop_parts(db, post, len(parts))


def _body(post: Post, reading: Reading) -> str:
    """What stands in the post itself: of a collection the words outside its parts, that are no remark on one."""
    if post.kind is not Kind.COLLECTION or not reading.parts:
        return reading.body_markdown
    afterword = len(reading.source_text) - len(reading.afterword)
    own = [each for each in reading.passages if each.start < len(reading.lead) or each.start >= afterword]
    return markup.to_markdown(own, reading.footnotes, reading.spans)


def unspoken(code: str) -> Refused:
    """The refusal of a wording in a language that the bot doesn't speak; says in which a translation can be."""
    return Refused(N_("This bot doesn't speak {word}. Translations can be in: {codes}."), word=code, codes=codes())


def word(db: Session, post: Post, language: str, reading: Reading) -> Wording:
    """Keep the text of *reading* as the wording in *language*; a summary that a coordinator wrote stays."""
    wording = posts.wording(db, post, language) or Wording(post=post.id, language=language)
    wording.origin = WordingOrigin.ORIGINAL if language == post.language else WordingOrigin.TRANSLATION
    wording.title, wording.short = reading.title, reading.short
    wording.body, wording.source = _body(post, reading), reading.source_text
    if wording.summary_origin is SummaryOrigin.EXTRACTED:
        wording.summary = "\n".join(reading.summary) or None
    remarks = [*_language_remarks(language, reading), *reading.problems]
    wording.problems = json.dumps([[one.text, one.values] for one in remarks], ensure_ascii=False, default=str)
    db.add(wording)
    db.flush()
    proposals.replace(db, post, language, ProposalKind.FIGURE, map(asdict, reading.figures))
    proposals.replace(db, post, language, ProposalKind.CALL, map(asdict, reading.calls))
    return wording


def _language_remarks(language: str, reading: Reading) -> list[Problem]:
    if reading.language == UNKNOWN:
        return []  # that is among the reading's own problems
    if reading.language != language:
        values = {"given": language, "found": reading.language}
        return [
            Problem(N_("This text was brought as {given}, but it seems to be in another language: {found}."), values)
        ]
    if language not in codes():
        text = N_(
            "The text is in a language that this bot does not speak: {language}. "
            "Readers see it with a line that says so."
        )
        return [Problem(text, {"language": language})]
    return []
