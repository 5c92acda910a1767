"""What readers ask for: the newest, this week, a text, its sources, a search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sqlmodel import Session

from bot.campaign import posts
from bot.campaign.models import ChatKind, Kind, Post, Wording
from bot.campaign.posts import Entry
from bot.campaign.search import find as find_posts
from bot.commands.ask import Answer, Ask, reply
from bot.documents.scripts import fold_joined
from bot.refusals import N_, Refused
from bot.words import passages, reading, summaries
from bot.words import posts as words
from bot.words.languages import Language, codes, language
from bot.words.message import Message

FOUND = 50  # wordings that a search counts


@dataclass(frozen=True)
class Wanted:
    """The arguments of a reading command: its numbers in their order, and the language that was asked for, if any."""

    reader: Language
    numbers: tuple[int, ...]
    ending: str  # what keeps a chosen language in the command lines of buttons: " fa"

    def number(self, position: int) -> int | None:
        """The number at *position*, if there is one."""
        return self.numbers[position] if position < len(self.numbers) else None


def read_arguments(ask: Ask, most: int) -> Wanted:
    """At most *most* numbers and the name of a language, anywhere between them. Raises `Refused` for any other word."""
    numbers: list[int] = []
    chosen = None
    for word in ask.words:
        digits = word.lstrip("#")
        if named := _language_names().get(fold_joined(word)):
            chosen = named
        elif not digits.isdecimal() or len(digits) > 9:
            raise Refused(N_("{word} is not a number. Write for example /{command} 3"), word=word, command=ask.command)
        elif len(numbers) == most:
            raise Refused(
                N_("{word} is one number too many for /{command}. Leave it out."), word=word, command=ask.command
            )
        else:
            numbers.append(int(digits))
    return Wanted(language(chosen or ask.language), tuple(numbers), f" {chosen}" if chosen else "")


@cache
def _language_names() -> dict[str, str]:
    """Codes and names of the campaign's languages, in each of them, to codes."""
    named = {fold_joined(language(other).name_of(code)): code for code in codes() for other in codes()}
    return named | {code: code for code in codes()}


def latest(ask: Ask, db: Session) -> Answer:
    """The newest posts of every kind."""
    wanted = read_arguments(ask, 0)
    return reply(*words.newest(wanted.reader, posts.entries(db, posts.latest(db)), wanted.ending))


def week(ask: Ask, db: Session) -> Answer:
    """The newest weekly update in brief, or that of the week that the asker names."""
    wanted = read_arguments(ask, 1)
    number = wanted.number(0)
    post = posts.newest_update(db) if number is None else posts.update_of_week(db, number)
    return _update(ask, db, wanted, post)


def summary(ask: Ask, db: Session) -> Answer:
    """The post that the asker names in brief, or the newest weekly update."""
    wanted = read_arguments(ask, 1)
    number = wanted.number(0)
    post = posts.newest_update(db) if number is None else posts.named(db, number)
    entry = posts.entry(db, post)
    return _in_place(ask, wanted, entry, summaries.card(wanted.reader, entry, wanted.ending))


def _update(ask: Ask, db: Session, wanted: Wanted, post: Post) -> Answer:
    entry = posts.entry(db, post)
    neighbours = posts.neighbours(db, post)
    return _in_place(ask, wanted, entry, summaries.week(wanted.reader, entry, neighbours, wanted.ending))


def _in_place(ask: Ask, wanted: Wanted, entry: Entry, messages: Sequence[Message]) -> Answer:
    """The whole answer; in a group, where it is more than one message, the first and where to read the rest."""
    long = ask.kind is ChatKind.GROUP and len(messages) > 1
    return reply(*messages[:1], more=_more(wanted, entry)) if long else reply(*messages)


def _more(wanted: Wanted, entry: Entry) -> str:
    return f"read_{entry.post.id}{wanted.ending.replace(' ', '_')}"


def statements(ask: Ask, db: Session) -> Answer:
    """A page of the statements, newest first."""
    wanted = read_arguments(ask, 1)
    page = wanted.number(0) or 1
    found, pages = posts.statements(db, page)
    return reply(*words.statements(wanted.reader, posts.entries(db, found), page, pages, wanted.ending))


def read(ask: Ask, db: Session) -> Answer:
    """A page of a post's full text; in a group a post of several pages is given in brief."""
    wanted = read_arguments(ask, 2)
    entry = _named(ask, db, wanted)
    parts = (
        tuple(posts.entries(db, posts.published_parts(db, entry.post))) if entry.post.kind is Kind.COLLECTION else ()
    )
    number = 1 if (typed := wanted.number(1)) is None else typed
    message, pages = reading.page(wanted.reader, entry, number, wanted.ending, parts)
    if ask.kind is ChatKind.GROUP and pages > 1:
        return reply(*reading.brief(wanted.reader, entry)[:1], more=_more(wanted, entry))
    return reply(message)


def sources(ask: Ask, db: Session) -> Answer:
    """The footnotes of a post and where its text comes from."""
    wanted = read_arguments(ask, 1)
    entry = _named(ask, db, wanted)
    return _in_place(ask, wanted, entry, words.sources(wanted.reader, entry, wanted.ending))


def _named(ask: Ask, db: Session, wanted: Wanted) -> Entry:
    number = wanted.number(0)
    if number is None:
        raise Refused(N_("Which post? Write its number, for example /{command} 3"), command=ask.command)
    return posts.entry(db, posts.named(db, number))


def search(ask: Ask, db: Session) -> Answer:
    """The newest posts that hold all the words, each with its passage. A plain message is a search for its words."""
    reader = ask.speech
    sought = passages.query(f"{ask.arguments}\n{ask.text}")
    if not sought.letters:
        return reply(*passages.prompt(reader))
    if sought.letters < passages.LEAST:
        return reply(*passages.too_short(reader))
    rows = find_posts(db, " ".join(sought.joined), " ".join(sought.spaced), FOUND + 1)
    hits = _one_wording_each(reader, rows[:FOUND])
    found = [passages.find(posts.entry(db, post), wording, sought) for post, wording in hits[: passages.SHOWN]]
    return reply(*passages.results(reader, sought, found, len(hits), more=len(rows) > FOUND))


def _one_wording_each(reader: Language, hits: Sequence[tuple[Post, Wording]]) -> list[tuple[Post, Wording]]:
    """Each post once, in the order found; of its wordings the reader's own before another."""
    chosen: dict[int, tuple[Post, Wording]] = {}
    for post, wording in hits:
        if post.id not in chosen or wording.language == reader.code:
            chosen[post.id] = (post, wording)
    return list(chosen.values())
