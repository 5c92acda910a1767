"""Review: who may let a post out, and what exactly was approved."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import or_
from sqlmodel import Session, col, select

from bot.campaign import chats, people, posts
from bot.campaign.models import Coordinator, Kind, Post, State
from bot.refusals import N_, Refused


def two_needed(db: Session, rule: str) -> bool:
    """Whether a second person has to approve, by the operator's `BOT_REVIEW` (auto, two, one)."""
    return rule == "two" or (rule == "auto" and people.team_size(db) >= 2)


def submit(db: Session, post: Post, who: Coordinator) -> None:
    """Put a draft before a second pair of eyes; what is approved later is exactly what stands there now.

    Raises `Refused` for a post that is out, waits already, or has no text.
    """
    if post.state is State.REVIEW:
        raise Refused(N_("Post {number} already waits for approval."), number=post.id)
    if post.state is not State.DRAFT:
        raise Refused(N_("Post {number} is published already."), number=post.id)
    _check_complete(db, post)
    post.state, post.submitted_by = State.REVIEW, who.id
    post.submitted_hash = posts.fingerprint(db, post)
    db.add(post)


def _check_complete(db: Session, post: Post) -> None:
    original = posts.wording(db, post, post.language)
    if original is None or not original.body.strip():
        raise Refused(N_("Post {number} has no text yet. Send /text {number} and then the text."), number=post.id)


def approve(db: Session, post: Post, who: Coordinator, rule: str) -> None:
    """Let a submitted post go out. Raises `Refused` unless *who* may, and unless it is what was submitted."""
    if post.state is not State.REVIEW:
        raise Refused(N_("Post {number} doesn't wait for approval. Send /submit {number} first."), number=post.id)
    if two_needed(db, rule) and who.id in {post.written_by, post.submitted_by}:
        raise Refused(
            N_("You wrote or submitted post {number}; somebody else of the team approves it."), number=post.id
        )
    if posts.fingerprint(db, post) != post.submitted_hash:
        raise Refused(
            N_("Post {number} was changed after it was submitted. Look at it and submit it again."), number=post.id
        )
    post.approved_by = who.id
    db.add(post)


def reject(db: Session, post: Post) -> None:
    """Give a submitted post back to whoever works on it. Raises `Refused` where it was not submitted."""
    if post.state is not State.REVIEW:
        raise Refused(N_("Post {number} doesn't wait for approval."), number=post.id)
    post.state = State.DRAFT
    post.submitted_by = post.submitted_hash = post.approved_by = post.publish_at = None
    db.add(post)


def leave(db: Session, who: Coordinator, now: datetime) -> list[int]:
    """Take *who* out of the team; the numbers of the posts that are drafts again.

    Those are what they wrote or submitted and nobody else has approved: who comes back as somebody new must not
    approve their own. A collection comes back with its parts. Raises `Refused` for the last owner, changing nothing.
    """
    people.remove(db, who, now)
    theirs = or_(col(Post.written_by) == who.id, col(Post.submitted_by) == who.id)
    alone = or_(col(Post.approved_by).is_(None), col(Post.approved_by) == who.id)
    back = []
    for post in db.exec(select(Post).where(Post.state == State.REVIEW, theirs, alone).order_by(col(Post.number))).all():
        for one in _family(db, post):
            if one.state is State.REVIEW:
                reject(db, one)
                back.append(one.id)
    return back


def _family(db: Session, post: Post) -> list[Post]:
    """What is approved together with *post*: a collection and its parts."""
    above = db.get(Post, post.parent) if post.parent else None
    whole = above if above is not None and above.kind is Kind.COLLECTION else post
    return [whole, *posts.parts(db, whole)]


def publish(db: Session, post: Post, now: datetime) -> None:
    """Make the post public as of *now* (UTC), or just after the digests that were decided meanwhile.

    Whoever calls this has checked that it may go out.

    Raises `Refused` for a post that is out already or has no text.
    """
    if post.state in {State.PUBLISHED, State.RETRACTED}:
        raise Refused(N_("Post {number} is published already."), number=post.id)
    _check_complete(db, post)
    post.state, post.published_at, post.publish_at = State.PUBLISHED, chats.after_digests(db, now), None
    posts.drop_pieces(db, post)
    db.add(post)
    db.flush()
