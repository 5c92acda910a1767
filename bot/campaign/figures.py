"""Figures: numbers that somebody reports, side by side where they differ."""

from __future__ import annotations

from collections.abc import Collection

from sqlmodel import Session, col, select

from bot.campaign.models import Figure, Post, State


def add(db: Session, figure: Figure) -> Figure:
    """Keep a figure as it was reported."""
    db.add(figure)
    db.flush()
    return figure


def of_post(db: Session, post: int) -> list[Figure]:
    """The figures that *post* reports, in its order."""
    return list(db.exec(select(Figure).where(Figure.post == post).order_by(col(Figure.id))))


def published(db: Session) -> list[tuple[Figure, Post]]:
    """Every figure of a published post, newest post first, in the order of its post."""
    rows = select(Figure, Post).join(Post, col(Post.number) == col(Figure.post)).where(Post.state == State.PUBLISHED)
    return list(db.exec(rows.order_by(col(Post.published_at).desc(), col(Post.number).desc(), col(Figure.id))))


def of_posts(db: Session, numbers: Collection[int]) -> list[Figure]:
    """The figures of several posts, in their order."""
    return list(db.exec(select(Figure).where(col(Figure.post).in_(numbers)).order_by(col(Figure.id))))
