"""How a text that somebody brings becomes a draft, and how the messages of a long text are joined again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from sqlmodel import Session

from bot.campaign import posts
from bot.campaign.models import Kind, Post, Precision, SummaryOrigin, Wording, WordingOrigin
from bot.commands.fields import read_issuers, read_kind
from bot.documents import readings
from bot.documents.dates import Dated, read_date
from bot.documents.loading import accept
from bot.documents.outlines import ends_sentence
from bot.documents.problems import Problem
from bot.documents.readings import Reading
from bot.documents.scripts import UNKNOWN
from bot.refusals import N_
from bot.words.languages import codes
from bot.words.message import measure

FULL = 4096  # UTF-16 units that one message holds
SPLIT = 3500  # UTF-16 units; Telegram's clients cut a long text near 4,096, at the last good place before it


def take_in(
    db: Session,
    name: str,
    text: str,
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
    reading = readings.read(name, accept(text))
    post = posts.create(db, _kind(reading, kind), language or reading.language, now, by)
    _fill(db, post, reading)
    if issuer:
        posts.set_issuers(db, post, read_issuers(issuer))
    if date:
        _date(post, read_date(date))
    post.week = week if week is not None else post.week
    db.add(post)
    db.flush()
    return post


def read_again(db: Session, post: Post, text: str, *, kind: Kind | None = None) -> None:
    """Read the whole *text* of a draft anew, as when one more message of it has come. Raises `Refused` as `take_in`."""
    reading = readings.read("", accept(text))
    known = posts.wording(db, post, post.language)
    if known is not None and reading.language != post.language and posts.wording(db, post, reading.language) is None:
        post.language = known.language = reading.language
        db.add(known)
        db.flush()
    post.kind = _kind(reading, kind)
    _fill(db, post, reading)


def replace(db: Session, post: Post, language: str, name: str, text: str) -> None:
    """Put the *text* of the file *name* in the place of the wording in *language*, or beside it as a translation.

    Fields of the post that are known stay as they are; what a coordinator wrote as a summary stays too.
    Raises `Refused` as `take_in`.
    """
    reading = readings.read(name, accept(text))
    if language == post.language:
        if not posts.entry(db, post).issuers:
            posts.set_issuers(db, post, reading.issuers)
        if post.issued_on is None:
            _date(post, reading.dated)
        post.week = post.week if post.week is not None else reading.week
        db.add(post)
    _word(db, post, language, reading)


def join(pieces: Sequence[str]) -> str:
    """One text of the messages it came in.

    A message of 3,500 UTF-16 units or more that doesn't end with a sentence was cut by the sender's Telegram inside a
    paragraph: it goes on after a space, or on the next line where its last line ended; a full one that ends in a letter
    before a letter was cut in a word and goes on at once. After any other message stands a blank line.
    """
    whole = pieces[0] if pieces else ""
    for before, piece in pairwise(pieces):
        whole = whole.rstrip() + _seam(before, piece) + piece
    return whole


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


def _fill(db: Session, post: Post, reading: Reading) -> None:
    """Write everything that was read into a draft."""
    _date(post, reading.dated)
    post.week, post.series = reading.week, reading.series
    posts.set_issuers(db, post, reading.issuers)
    db.add(post)
    _word(db, post, post.language, reading)
    db.flush()


def _word(db: Session, post: Post, language: str, reading: Reading) -> Wording:
    wording = posts.wording(db, post, language) or Wording(post=post.id, language=language)
    wording.origin = WordingOrigin.ORIGINAL if language == post.language else WordingOrigin.TRANSLATION
    wording.title, wording.short = reading.title, reading.short
    wording.body, wording.source = reading.body_markdown, reading.source_text
    if wording.summary_origin is SummaryOrigin.EXTRACTED:
        wording.summary = "\n".join(reading.summary) or None
    remarks = [*_language_remarks(language, reading), *reading.problems]
    wording.problems = json.dumps([[one.text, one.values] for one in remarks], ensure_ascii=False, default=str)
    db.add(wording)
    db.flush()
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
