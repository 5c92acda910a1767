"""The coordinators' desk: subscribed places, the outbox, versions, the record of doings, counts."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import groupby
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.campaign import audit as record
from bot.campaign import chats as places
from bot.campaign import outbox as post_office
from bot.campaign import people, posts
from bot.campaign.models import Chat, ChatState, Post, Wording
from bot.commands.ask import Answer, Ask, reply
from bot.refusals import N_, Refused
from bot.words import desk as words
from bot.words.desk import Revision

PAGE = 4  # places or deliveries in one message: each has up to three buttons
ENTRIES = 10  # of the record on one page
VERSIONS = 12  # of a post in one message
_CHAT_WORDS = ("pause", "resume", "drop")
_OUTBOX_WORDS = ("sent", "retry", "drop")


def zone_of(ask: Ask, db: Session) -> ZoneInfo:
    """The zone in which the asker reads times."""
    return places.zone_of(places.find(db, ask.chat), ask.rules.zone)


def _page(number: int, total: int, size: int) -> int:
    """How many pages there are. Raises `Refused` where *number* is none of them."""
    pages = max(1, -(-total // size))
    if not 1 <= number <= pages:
        raise Refused(N_("There is no page {page}; the last one is {pages}."), page=number, pages=pages)
    return pages


def chats(ask: Ask, db: Session) -> Answer:
    """The groups and channels that subscribe; with a word and a number one of them is paused, resumed or dropped."""
    if ask.words and ask.words[0] in _CHAT_WORDS:
        _change_place(ask, db)
        page = 1
    else:
        page = ask.number() or 1
    found = places.subscribed_places(db)
    pages = _page(page, len(found), PAGE)
    return reply(words.places(ask.speech, found[(page - 1) * PAGE : page * PAGE], page, pages))


def _change_place(ask: Ask, db: Session) -> None:
    word, chat = ask.words[0], _place(ask, db)
    match word:
        case "pause":
            places.pause(db, chat, paused=True)
        case "resume":
            places.pause(db, chat, paused=False)
        case _:
            places.unsubscribe(db, chat)
    me = people.member(db, ask.coordinator or 0)
    record.record(db, ask.now, me.alias, "chats", detail=f"{word} {chat.id}")


def _place(ask: Ask, db: Session) -> Chat:
    number = ask.number(1)
    chat = places.place(db, number) if number is not None else None
    if chat is None or chat not in places.subscribed_places(db):
        raise Refused(N_("Which place? Write the number that /chats shows, for example /chats pause 3"))
    if chat.state is ChatState.OFF and ask.words[0] != "drop":
        raise Refused(
            N_(
                "Place {number} can't be reached any more, since the bot was taken out there. To drop it, write "
                "/chats drop {number}"
            ),
            number=chat.id,
        )
    return chat


def outbox(ask: Ask, db: Session) -> Answer:
    """What is being delivered; with a word and a number a delivery that is uncertain or failed is settled."""
    if ask.words:
        _settle(ask, db)
    counts = post_office.counts(db)
    found = post_office.unsettled(db, limit=1000)
    return reply(words.outbox(ask.speech, counts, found[:PAGE], len(found[PAGE:])))


def _settle(ask: Ask, db: Session) -> None:
    word, number = ask.words[0], ask.number(1)
    if word not in _OUTBOX_WORDS or number is None:
        raise Refused(N_("Write /outbox sent, /outbox retry or /outbox drop and the number that /outbox shows."))
    match word:
        case "sent":
            post_office.arrived(db, number, ask.now)
        case "retry":
            post_office.retry(db, number, ask.now)
        case _:
            post_office.drop(db, number, ask.now)
    me = people.member(db, ask.coordinator or 0)
    record.record(db, ask.now, me.alias, "outbox", detail=f"{word} {number}")
    db.flush()


def audit(ask: Ask, db: Session) -> Answer:
    """Who of the team did what when, newest first, page by page."""
    page = ask.number() or 1
    if page < 1 or page > 1000:
        raise Refused(N_("There is no page {page}. /audit shows the newest entries."), page=page)
    newest = record.entries(db, limit=page * ENTRIES + 1)
    shown = newest[(page - 1) * ENTRIES : page * ENTRIES]
    if page > 1 and not shown:
        raise Refused(N_("There is no page {page}. /audit shows the newest entries."), page=page)
    broken = record.first_broken(db)
    return reply(words.audit(ask.speech, shown, str(zone_of(ask, db)), broken, page, more=len(newest) > page * ENTRIES))


def stats(ask: Ask, db: Session) -> Answer:
    """Counts: readers rounded, posts exact, no people."""
    return reply(words.stats(ask.speech, places.counts(db), posts.counts(db), people.team_size(db)))


def history(ask: Ask, db: Session) -> Answer:
    """The versions of a post and what was done with it: who, when, what changed."""
    post = posts.kept(db, ask.post())
    doings = record.entries(db, limit=VERSIONS, post=post.id)
    found = revisions(db, post)[:VERSIONS]
    return reply(words.history(ask.speech, posts.entry(db, post), found, doings, str(zone_of(ask, db))))


def revisions(db: Session, post: Post) -> list[Revision]:
    """Every version of every wording with what differs from the one before it in its language, newest first."""
    found = []
    ordered = sorted(posts.versions(db, post), key=lambda one: (one.language, one.version))
    for _, group in groupby(ordered, key=lambda one: one.language):
        before: Wording | None = None
        for wording in group:
            found.append(_revision(before, wording))
            before = wording
    return sorted(found, key=lambda one: (-one.wording.version, one.wording.language != post.language))


def _revision(before: Wording | None, wording: Wording) -> Revision:
    if before is None:
        return Revision(wording, first=True)
    fields = tuple(
        field for field in ("title", "short", "summary", "body") if getattr(before, field) != getattr(wording, field)
    )
    return Revision(wording, fields, _changed_paragraphs(before.body, wording.body))


def _changed_paragraphs(before: str, after: str) -> int:
    """How many paragraphs were changed, added or taken out."""
    old, new = before.split("\n\n"), after.split("\n\n")
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return sum(max(b - a, d - c) for tag, a, b, c, d in steps if tag != "equal")
