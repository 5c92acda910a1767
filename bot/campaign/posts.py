"""Posts: what was issued, in which words, and what readers may see of it."""

from __future__ import annotations

import hashlib
import json
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func
from sqlmodel import Session, col, select

from bot.campaign.models import Figure, Issuer, Kind, Piece, Post, State, Wording
from bot.refusals import N_, Refused

PAGE = 8  # posts in one list

FEEDS = {Kind.STATEMENT: "statements", Kind.COLLECTION: "statements", Kind.UPDATE: "updates", Kind.ACTION: "actions"}


@dataclass(frozen=True)
class Entry:
    """One post with everything that readers are shown of it, gathered."""

    post: Post
    issuers: tuple[str, ...]
    wordings: dict[str, Wording]
    figures: tuple[Figure, ...]
    parts: tuple[int, ...] = ()

    def wording(self, language: str) -> Wording:
        """The wording in *language*, else the one that it was issued in. Raises `Refused` where there is none."""
        for wanted in (language, self.post.language, *self.wordings):
            if wanted in self.wordings:
                return self.wordings[wanted]
        raise Refused(N_("Post {number} has no text yet. Send /text {number} and then the text."), number=self.post.id)


def entry(db: Session, post: Post) -> Entry:
    """Gather *post*. Of each language the newest version counts."""
    names = db.exec(select(Issuer.name).where(Issuer.post == post.id).order_by(col(Issuer.position))).all()
    words = db.exec(select(Wording).where(Wording.post == post.id).order_by(col(Wording.version))).all()
    figures = db.exec(select(Figure).where(Figure.post == post.id).order_by(col(Figure.id))).all()
    parts = db.exec(select(Post.number).where(Post.parent == post.id).order_by(col(Post.position))).all()
    return Entry(
        post,
        tuple(names),
        {word.language: word for word in words},
        tuple(figures),
        tuple(part for part in parts if part),
    )


def entries(db: Session, found: Sequence[Post]) -> list[Entry]:
    """Gather several posts, in their order."""
    return [entry(db, post) for post in found]


def published_parts(db: Session, post: Post) -> list[Post]:
    """The published parts of a collection, in their order."""
    rows = select(Post).where(Post.parent == post.id, Post.state == State.PUBLISHED)
    return list(db.exec(rows.order_by(col(Post.position), col(Post.number))))


def create(db: Session, kind: Kind, language: str, now: datetime, by: int | None) -> Post:
    """A new draft with the next number. *by* is a coordinator's id, or None for the operator's command line."""
    post = Post(kind=kind, language=language, created_at=now, written_by=by)
    db.add(post)
    db.flush()
    return post


def named(db: Session, number: int) -> Post:
    """The published post *number*. Raises `Refused` where readers know no such post."""
    post = db.get(Post, number)
    if post is None or post.state is not State.PUBLISHED:
        raise Refused(N_("There is no post {number}. /latest lists the newest ones."), number=number)
    return post


def kept(db: Session, number: int) -> Post:
    """The post *number* in whatever state, for coordinators. Raises `Refused` where there is none."""
    post = db.get(Post, number)
    if post is None:
        raise Refused(N_("There is no post {number}. /drafts lists the drafts."), number=number)
    return post


def changeable(db: Session, number: int) -> Post:
    """The post *number*, as it stands, if it may be changed. Raises `Refused` where it is out already."""
    post = kept(db, number)
    if post.state not in {State.DRAFT, State.REVIEW}:
        raise Refused(N_("Post {number} is published; a draft can be changed, a published post can't."), number=number)
    return post


def editable(db: Session, number: int) -> Post:
    """The draft *number*, taken back from review where it stood there: an edit voids what was submitted.

    Raises `Refused` where the post is out already.
    """
    post = changeable(db, number)
    post.state = State.DRAFT
    post.submitted_by = post.submitted_hash = post.approved_by = post.publish_at = None
    db.add(post)
    return post


def set_issuers(db: Session, post: Post, names: Sequence[str]) -> None:
    """Name who issued the post, in the order printed."""
    for row in db.exec(select(Issuer).where(Issuer.post == post.id)).all():
        db.delete(row)
    db.flush()
    for position, name in enumerate(names):
        db.add(Issuer(post=post.id, position=position, name=name))
    db.flush()


def wording(db: Session, post: Post, language: str) -> Wording | None:
    """The newest version of the post's wording in *language*."""
    rows = select(Wording).where(Wording.post == post.id, Wording.language == language)
    return db.exec(rows.order_by(col(Wording.version).desc())).first()


def add_piece(db: Session, post: Post, language: str, text: str, spans: str | None = None) -> list[Piece]:
    """Keep one more message of a text that comes in several, *spans* (JSON) being what is set off in it; all so far."""
    db.add(Piece(post=post.id, language=language, text=text, spans=spans))
    db.flush()
    return list(db.exec(select(Piece).where(Piece.post == post.id).order_by(col(Piece.id))))


def drop_pieces(db: Session, post: Post) -> None:
    """Forget the single messages once the text is whole."""
    for piece in db.exec(select(Piece).where(Piece.post == post.id)).all():
        db.delete(piece)


def unfinished(db: Session, by: int) -> Post | None:
    """The newest draft of the coordinator *by* whose text came in several messages and was not ended."""
    rows = select(Post).join(Piece, col(Piece.post) == col(Post.number))
    rows = rows.where(Post.written_by == by, Post.state == State.DRAFT)
    return db.exec(rows.order_by(col(Piece.id).desc())).first()


def pieces(db: Session, post: Post) -> int:
    """How many messages of a text that was not ended are kept."""
    return db.exec(select(func.count()).select_from(Piece).where(Piece.post == post.id)).one()


def versions(db: Session, post: Post) -> list[Wording]:
    """Every version of every wording of the post, oldest first."""
    rows = select(Wording).where(Wording.post == post.id)
    return list(db.exec(rows.order_by(col(Wording.version), col(Wording.id))))


def other_wordings(db: Session, post: Post, language: str) -> list[Wording]:
    """What other posts say in *language*, oldest first."""
    rows = select(Wording).where(Wording.post != post.id, Wording.language == language)
    return list(db.exec(rows.order_by(col(Wording.id))))


def parts(db: Session, post: Post) -> list[Post]:
    """The parts of a collection, in their order; of any other post none."""
    if post.kind is not Kind.COLLECTION:
        return []
    return list(db.exec(select(Post).where(Post.parent == post.id).order_by(col(Post.position))))


def add_part(db: Session, whole: Post, position: int, kind: Kind, language: str, now: datetime) -> Post:
    """The part of a collection at *position*, from 1: the one that is there, else a new draft."""
    rows = select(Post).where(Post.parent == whole.id, Post.position == position)
    part = db.exec(rows).first() or create(db, kind, language, now, whole.written_by)
    part.kind, part.language, part.parent, part.position = kind, language, whole.id, position
    db.add(part)
    db.flush()
    return part


def drop_parts(db: Session, whole: Post, after: int) -> None:
    """Forget the drafts of parts behind position *after*, as when a text is read anew and has fewer."""
    rows = select(Post).where(Post.parent == whole.id, Post.position > after, Post.state == State.DRAFT)
    for part in db.exec(rows).all():
        db.delete(part)
    db.flush()


def counts(db: Session) -> dict[tuple[Kind, State], int]:
    """How many posts there are of each kind in each state."""
    rows = db.exec(select(Post.kind, Post.state, func.count()).group_by(Post.kind, Post.state))
    return {(Kind(kind), State(state)): number for kind, state, number in rows}


def drafts(db: Session) -> list[Post]:
    """Everything that is not out yet, newest first."""
    waiting = col(Post.state).in_([State.DRAFT, State.REVIEW])
    return list(db.exec(select(Post).where(waiting).order_by(col(Post.number).desc())))


def latest(db: Session, limit: int = PAGE) -> list[Post]:
    """The newest published posts of every kind; the parts of a collection stand inside it."""
    rows = select(Post).where(Post.state == State.PUBLISHED, col(Post.parent).is_(None))
    return list(db.exec(rows.order_by(col(Post.published_at).desc(), col(Post.number).desc()).limit(limit)))


def statements(db: Session, page: int) -> tuple[list[Post], int]:
    """One page of the published statements and collections, newest first, and how many pages there are.

    Raises `Refused` past the end.
    """
    kinds = col(Post.kind).in_([Kind.STATEMENT, Kind.COLLECTION])
    wanted = (kinds, Post.state == State.PUBLISHED, col(Post.parent).is_(None))
    total = db.exec(select(func.count()).select_from(Post).where(*wanted)).one()
    pages = max(1, -(-total // PAGE))
    if not 1 <= page <= pages:
        raise Refused(N_("There is no page {page}; the last one is {pages}."), page=page, pages=pages)
    order = (col(Post.published_at).desc(), col(Post.number).desc())
    return list(db.exec(select(Post).where(*wanted).order_by(*order).limit(PAGE).offset((page - 1) * PAGE))), pages


def all_published(db: Session) -> list[Post]:
    """Every published post, parts of collections too, in the order of their numbers."""
    return list(db.exec(select(Post).where(Post.state == State.PUBLISHED).order_by(col(Post.number))))


def _updates(db: Session) -> list[Post]:
    rows = select(Post).where(Post.state == State.PUBLISHED, Post.kind == Kind.UPDATE)
    return list(db.exec(rows.order_by(col(Post.published_at), col(Post.number))))


def _series(post: Post) -> str:
    return (post.series or "").casefold().strip()


def newest_update(db: Session) -> Post:
    """The newest weekly update: the highest week of the series that was published last.

    Back numbers are often taken in after newer ones, so the week decides, not the day of publication.
    Raises `Refused` where there is none.
    """
    updates = _updates(db)
    if not updates:
        raise Refused(N_("There is no weekly update yet. /latest lists what there is."))
    same = [post for post in updates if _series(post) == _series(updates[-1])]
    return max(same, key=lambda post: (post.week or 0, post.published_at, post.number))


def update_of_week(db: Session, week: int) -> Post:
    """The update of *week*, the newest where several series have one. Raises `Refused` with the nearest weeks."""
    updates = _updates(db)
    found = [post for post in updates if post.week == week]
    if found:
        return found[-1]
    weeks = sorted({post.week for post in updates if post.week is not None})
    if not weeks:
        raise Refused(N_("There is no weekly update yet. /latest lists what there is."))
    if len(weeks) == 1:
        raise Refused(N_("There is no update for week {week}. The only one is week {near}."), week=week, near=weeks[0])
    above = min(max(bisect(weeks, week), 1), len(weeks) - 1)
    low, high = weeks[above - 1], weeks[above]
    raise Refused(
        N_("There is no update for week {week}. The nearest are week {low} and week {high}."),
        week=week,
        low=low,
        high=high,
    )


def neighbours(db: Session, post: Post) -> tuple[int | None, int | None]:
    """The weeks before and after *post* in its series, where there are any."""
    weeks = sorted({p.week for p in _updates(db) if p.week is not None and _series(p) == _series(post)})
    if post.week not in weeks:
        return None, None
    at = weeks.index(post.week)
    return (weeks[at - 1] if at else None), (weeks[at + 1] if at + 1 < len(weeks) else None)


def open_actions(db: Session, now: datetime) -> list[Post]:
    """The published calls to action whose deadline is not over, nearest first, those without one last."""
    rows = db.exec(select(Post).where(Post.state == State.PUBLISHED, Post.kind == Kind.ACTION)).all()
    current = [post for post in rows if post.deadline is None or post.deadline > now]
    return sorted(current, key=lambda post: (post.deadline is None, post.deadline or now, post.id))


def actions_of(db: Session, post: Post, now: datetime) -> list[Post]:
    """The open calls to action that belong to *post*, or all open ones where none does."""
    current = open_actions(db, now)
    own = [action for action in current if action.parent == post.number]
    return own or current


def published_between(db: Session, since: datetime, until: datetime) -> list[Post]:
    """What was published after *since* and not after *until* (both UTC), oldest first."""
    rows = select(Post).where(
        Post.state == State.PUBLISHED, col(Post.published_at) > since, col(Post.published_at) <= until
    )
    return list(db.exec(rows.order_by(col(Post.published_at), col(Post.number))))


def ripe(db: Session, now: datetime) -> list[Post]:
    """The approved posts whose time of publication has come."""
    approved = (Post.state == State.REVIEW, col(Post.approved_by).is_not(None))
    return list(db.exec(select(Post).where(*approved, col(Post.publish_at) <= now)))


def fingerprint(db: Session, post: Post) -> str:
    """A hash of exactly what would go out: fields, issuers, every wording, every figure."""
    whole = entry(db, post)
    fields = post.model_dump(
        include={
            "kind", "language", "series", "week", "issued_on", "issued_precision", "source_url", "warning", "urgent",
            "parent", "deadline", "deadline_zone", "place", "link",
        }
    )  # fmt: skip
    words = [
        word.model_dump(
            include={"language", "version", "title", "short", "body", "summary", "summary_origin", "origin", "remark"}
        )
        for word in sorted(whole.wordings.values(), key=lambda word: word.language)
    ]
    figures = [figure.model_dump(exclude={"id"}) for figure in whole.figures]
    text = json.dumps([fields, whole.issuers, words, figures], default=str, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
