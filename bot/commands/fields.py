"""The fields of a post that `/set` knows: how each value is read, and where it is kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit

from babel import Locale
from sqlmodel import Session

from bot.campaign import figures, posts
from bot.campaign.models import Kind, Post, Precision, SummaryOrigin, Wording, WordingOrigin
from bot.documents.dates import read_date, read_deadline
from bot.documents.files.loading import clean
from bot.documents.scripts import ascii_digits
from bot.refusals import N_, Refused

NONE = frozenset({"none", "هیچ"})
_YES = frozenset({"yes", "بله", "آری"})
_NO = frozenset({"no", "خیر", "نه", *NONE})
_ENDS_WITH_CLOCK = re.compile(r"\d:\d\d\s*\Z")
_SEMICOLON = re.compile("[;؛\n]")


@dataclass(frozen=True)
class Setting:
    """One `/set`: the post, the field, the language behind its colon, and the value, "" where none was given."""

    number: int
    field: str
    language: str | None
    value: str

    @property
    def name(self) -> str:
        """The field as it is typed: `title`, `title:fa`."""
        return f"{self.field}:{self.language}" if self.language else self.field


@dataclass(frozen=True)
class _Change:
    """What a field's function gets; *value* is None where the field shall be empty."""

    db: Session
    post: Post
    language: str | None
    value: str | None
    zone: str


def read(number: int, arguments: str, text: str) -> Setting:
    """What `/set NUMBER FIELD VALUE` says; the value may stand, or go on, in the lines of *text*.

    Raises `Refused` for a field that is missing, unknown, or has no languages.
    """
    words = arguments.split(maxsplit=2)[1:]
    if not words:
        raise Refused(
            N_(
                "Which field of post {number}? Write for example /set {number} title and then the title. "
                "The fields are {fields}."
            ),
            number=number,
            fields=FIELDS,
        )
    field, _, language = words[0].casefold().partition(":")
    if field not in _SETTERS:
        raise Refused(N_("There is no field {field}. The fields are {fields}."), field=words[0][:40], fields=FIELDS)
    if language and field not in WORDED:
        raise Refused(N_("The field {field} is the same in every language. Write it without {word}."),
                      field=field, word=f":{language}"[:20])  # fmt: skip
    value = "\n".join(part for part in (words[1] if len(words) > 1 else "", text) if part)
    return Setting(number, field, language or None, clean(value).strip())


def change(db: Session, post: Post, setting: Setting, zone: str) -> None:
    """Keep the value of *setting* in *post*; *zone* (IANA) holds for a deadline that names none.

    Raises `Refused` for a value that the field can't take.
    """
    empty = setting.value.casefold() in NONE
    _SETTERS[setting.field](_Change(db, post, setting.language, None if empty else setting.value, zone))
    db.add(post)
    db.flush()


def read_kind(word: str) -> Kind:
    """The kind of post that *word* names; an article is kept as a statement. Raises `Refused`."""
    plain = word.strip().casefold()
    if plain == "article":
        return Kind.STATEMENT
    if plain not in set(Kind):
        raise Refused(N_("{word} is no kind of post. The kinds are {kinds}."), word=word[:40], kinds=list(Kind))
    return Kind(plain)


def read_language(word: str) -> str:
    """The code of the language that *word* names: a code, or a name in English or Farsi. Raises `Refused`."""
    plain = word.strip().casefold()
    for speaker in ("en", "fa"):
        names: dict[str, str] = dict(Locale(speaker).languages.items())
        for code, name in names.items():
            if plain in (code, name.casefold()) and re.fullmatch(r"[a-z]{2,3}", code):
                return code
    if plain == "farsi":
        return "fa"
    raise Refused(N_("I know no language {word}. Write its code, for example en or fa."), word=word[:40])


def read_issuers(text: str) -> list[str]:
    """Names between semicolons or on lines of their own, as printed."""
    return [" ".join(name.split()) for name in _SEMICOLON.split(text) if name.strip()]


def read_url(text: str) -> str:
    """A web address. Raises `Refused` unless it begins with http:// or https:// and names a host."""
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        host = None
    if not host or parts.scheme.casefold() not in {"http", "https"} or re.search(r"[\s<>\"]", text) or len(text) > 1500:
        raise Refused(
            N_("{text} is not a web address. It must begin with https:// or http://, without spaces."), text=text[:80]
        )
    return text


def read_week(text: str) -> int:
    """The number of a week, in any digits. Raises `Refused`."""
    digits = ascii_digits(text).strip()
    if not re.fullmatch(r"[0-9]{1,4}", digits) or int(digits) == 0:
        raise Refused(N_("{text} is not the number of a week. Write for example 12, or none."), text=text[:40])
    return int(digits)


def _yes(text: str) -> bool:
    word = text.strip().casefold()
    if word in _YES or word in _NO:
        return word in _YES
    raise Refused(N_("Please write yes or no; {word} is neither."), word=text[:40])


def _line(limit: int, text: str) -> str:
    return _within(limit, " ".join(text.split()))


def _within(limit: int, text: str) -> str:
    if len(text) > limit:
        raise Refused(
            N_("That has {count} characters; {limit} is the most here. Please shorten it."),
            count=len(text),
            limit=limit,
        )
    return text


def _keep(attribute: str, read: Callable[[str], object], it: _Change) -> None:
    """Keep a field that is a column of the post."""
    setattr(it.post, attribute, None if it.value is None else read(it.value))


def _set_kind(it: _Change) -> None:
    it.post.kind = read_kind(it.value or "none")


def _set_urgent(it: _Change) -> None:
    it.post.urgent = _yes(it.value or "no")


def _set_issuers(it: _Change) -> None:
    posts.set_issuers(it.db, it.post, [_within(300, name) for name in read_issuers(it.value or "")])


def _set_date(it: _Change) -> None:
    if it.value is None:
        it.post.issued_on, it.post.issued_precision = None, Precision.DAY
        return
    dated = read_date(it.value)
    it.post.issued_on, it.post.issued_precision = dated.day, Precision(dated.precision)


def _set_deadline(it: _Change) -> None:
    if it.value is None:
        it.post.deadline = it.post.deadline_zone = None
        return
    it.post.deadline, it.post.deadline_zone = read_deadline(with_zone(it.value, it.zone))


def with_zone(moment: str, zone: str) -> str:
    """*moment* with *zone* after its clock time, where it ends with that."""
    return f"{moment} {zone}" if _ENDS_WITH_CLOCK.search(ascii_digits(moment)) else moment


def _set_word(attribute: str, limit: int, it: _Change) -> None:
    """Keep a field of one wording."""
    wording = _wording(it)
    value = _line(limit, it.value) if it.value and attribute == "short" else it.value
    setattr(wording, attribute, None if value is None else _within(limit, value))
    if attribute == "summary":
        wording.summary_origin = SummaryOrigin.WRITTEN
    it.db.add(wording)


def _wording(it: _Change) -> Wording:
    code = read_language(it.language) if it.language else it.post.language
    wording = posts.wording(it.db, it.post, code)
    if wording is None:
        raise Refused(
            N_("Post {number} has no text in {language} yet. Send /text {number} {language} and then the text."),
            number=it.post.id,
            language=code,
        )
    return wording


def _set_language(it: _Change) -> None:
    """Say in which language the post was issued: another wording becomes the original, or the one there is renamed."""
    code, old = read_language(it.value or "none"), posts.wording(it.db, it.post, it.post.language)
    other = posts.wording(it.db, it.post, code)
    if code == it.post.language:
        return
    if other is not None:
        other.origin = WordingOrigin.ORIGINAL
        it.db.add(other)
        if old is not None:
            old.origin = WordingOrigin.TRANSLATION
    elif old is not None:
        for figure in figures.of_post(it.db, it.post.id):
            figure.language = code if figure.language == old.language else figure.language
            it.db.add(figure)
        old.language = code
    if old is not None:
        it.db.add(old)
    it.post.language = code


_SETTERS: dict[str, Callable[[_Change], None]] = {
    "title": partial(_set_word, "title", 500),
    "short": partial(_set_word, "short", 60),
    "kind": _set_kind,
    "issuer": _set_issuers,
    "date": _set_date,
    "week": partial(_keep, "week", read_week),
    "series": partial(_keep, "series", partial(_line, 100)),
    "source": partial(_keep, "source_url", read_url),
    "summary": partial(_set_word, "summary", 2500),
    "warning": partial(_keep, "warning", partial(_within, 500)),
    "deadline": _set_deadline,
    "place": partial(_keep, "place", partial(_within, 300)),
    "link": partial(_keep, "link", read_url),
    "language": _set_language,
    "urgent": _set_urgent,
}
FIELDS = tuple(_SETTERS)
WORDED = frozenset({"title", "short", "summary"})
