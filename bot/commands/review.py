"""Review: submitting, approving, giving back, publishing now or at a time, taking back."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bot.campaign import audit, people, posts, reviews
from bot.campaign.models import Coordinator, Post, State
from bot.commands import cards, notices
from bot.commands.ask import Answer, Ask, reply
from bot.commands.fields import with_zone
from bot.delivery import publications
from bot.documents.dates import read_deadline
from bot.refusals import N_, Refused
from bot.words import reviews as words
from bot.words.languages import Language
from bot.words.message import Message

_WAITING = (State.DRAFT, State.REVIEW)


def submit(ask: Ask, db: Session) -> Answer:
    """Put a draft, with the parts of a collection, before a second pair of eyes."""
    me, post = _asked(ask, db)
    _submit(ask, db, me, post)
    return reply(words.submitted(ask.speech, post, cards.describe(ask, db, post)))


def approve(ask: Ask, db: Session) -> Answer:
    """Let a submitted post go out: at once, or at the time that was set for it."""
    me, post = _asked(ask, db)
    return _let_out(ask, db, me, post, _later(post, ask.now))


def publish(ask: Ask, db: Session) -> Answer:
    """Publish where the asker alone may, else submit; with DATE HH:MM ZONE at that time."""
    me, post = _asked(ask, db)
    at = _time(ask)
    fresh = post.state is State.DRAFT
    if fresh or post.state is not State.REVIEW:
        _submit(ask, db, me, post, tell=False)
    if not reviews.two_needed(db, ask.rules.review) or not fresh:
        return _let_out(ask, db, me, post, at)
    post.publish_at = at
    db.add(post)
    db.flush()
    _tell(ask, db, me, post)
    return reply(words.submitted(ask.speech, post, cards.describe(ask, db, post)))


def reject(ask: Ask, db: Session) -> Answer:
    """Give a submitted post back to whoever works on it; the reason follows the number, or in the next message."""
    me, post = _asked(ask, db)
    if post.state is not State.REVIEW:
        reviews.reject(db, post)
    reason = " ".join(f"{' '.join(ask.arguments.split()[1:])} {ask.text}".split())
    if not reason:
        people.await_next(db, me, f"/reject {post.id}", ask.now)
        return reply(words.ask_reason(ask.speech, post.id))
    if len(reason) > 500:
        raise Refused(N_("Please give the reason in at most {limit} characters."), limit=500)
    for one in _family(db, post):
        if one.state is State.REVIEW:
            reviews.reject(db, one)
    people.await_next(db, me, None, ask.now)
    audit.record(db, ask.now, me.alias, "reject", post=post.id, detail=reason)

    def given_back(speech: Language) -> Message:
        return words.given_back(speech, post.id, me.alias, reason)

    notices.tell(db, ask, f"reject:{post.id}", given_back, but=me.id)
    return reply(words.rejected(ask.speech, post.id))


def hold(ask: Ask, db: Session) -> Answer:
    """Take a post back that is planned or waits for approval; it is a draft again."""
    me, post = _asked(ask, db)
    if post.state is not State.REVIEW:
        raise Refused(
            N_("Post {number} is neither planned nor waiting for approval, so there is nothing to take back."),
            number=post.id,
        )
    for one in _family(db, post):
        if one.state is State.REVIEW:
            reviews.reject(db, one)
    audit.record(db, ask.now, me.alias, "hold", post=post.id)
    return reply(words.held(ask.speech, post.id))


def _asked(ask: Ask, db: Session) -> tuple[Coordinator, Post]:
    return people.member(db, ask.coordinator or 0), posts.kept(db, ask.post())


def _family(db: Session, post: Post) -> list[Post]:
    """A post, after the parts it has where it is a collection: they go out together."""
    return [*posts.parts(db, post), post]


def _submit(ask: Ask, db: Session, me: Coordinator, post: Post, *, tell: bool = True) -> None:
    for part in posts.parts(db, post):
        if part.state is State.DRAFT:
            reviews.submit(db, part, me)
    reviews.submit(db, post, me)
    audit.record(db, ask.now, me.alias, "submit", post=post.id)
    if tell:
        _tell(ask, db, me, post)


def _tell(ask: Ask, db: Session, me: Coordinator, post: Post) -> None:
    """Show the others of the team what waits for one of them."""

    def waits(speech: Language) -> Message:
        return words.waits(speech, me.alias, cards.describe(ask, db, post, for_others=True))

    notices.tell(db, ask, f"review:{post.id}:{post.submitted_hash}", waits, but=me.id)


def _let_out(ask: Ask, db: Session, me: Coordinator, post: Post, at: datetime | None) -> Answer:
    """Approve what waits, and publish it now or plan it for *at* (UTC)."""
    family = [one for one in _family(db, post) if one.state in _WAITING]
    for one in family or [post]:
        reviews.approve(db, one, me, ask.rules.review)
    audit.record(db, ask.now, me.alias, "approve", post=post.id)
    if at is not None:
        for one in family:
            one.publish_at = at
            db.add(one)
        db.flush()
        audit.record(db, ask.now, me.alias, "schedule", post=post.id, detail=at.strftime("%Y-%m-%d %H:%M UTC"))
        return reply(words.planned(ask.speech, post.id, at, _named_zone(ask) or cards.zone(ask, db)))
    reached = 0
    for one in family:
        reached += publications.publish(db, one, ask.now, ask.rules.username)
    audit.record(db, ask.now, me.alias, "publish", post=post.id)
    entry = posts.entry(db, post)
    notices.tell(db, ask, f"publish:{post.id}", lambda speech: words.let_out(speech, entry, me.alias), but=me.id)
    return reply(words.published(ask.speech, entry, reached))


def _later(post: Post, now: datetime) -> datetime | None:
    return post.publish_at if post.publish_at and post.publish_at > now else None


def _time(ask: Ask) -> datetime | None:
    """The moment (UTC) behind the post's number, in the operator's zone where none is named; None for now.

    Raises `Refused` for one that is past or can't be read.
    """
    rest = " ".join(ask.words[1:])
    if not rest or rest.casefold() == "now":
        return None
    at = read_deadline(with_zone(rest, ask.rules.zone))[0]
    if at <= ask.now:
        raise Refused(
            N_("That time is past. Give a later one, or send /publish {number} alone to publish at once."),
            number=ask.post(),
        )
    return at


def _named_zone(ask: Ask) -> str | None:
    """The zone that was typed behind the time, in which the answer tells it back."""
    rest = " ".join(ask.words[1:])
    return read_deadline(with_zone(rest, ask.rules.zone))[1] if rest and rest.casefold() != "now" else None
