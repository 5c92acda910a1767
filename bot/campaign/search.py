"""Search over what is published. The words come in folded (yeh, kaf, digits, diacritics), half-space both ways."""

from __future__ import annotations

from sqlalchemy import text
from sqlmodel import Session, col, select

from bot.campaign.models import Post, State, Wording


def index(db: Session, wording: int, joined: str, spaced: str) -> None:
    """Make a wording findable: *joined* has its half-spaces taken out, *spaced* has spaces for them."""
    db.connection().execute(text("DELETE FROM passage WHERE rowid = :row"), {"row": wording})
    db.connection().execute(
        text("INSERT INTO passage (rowid, joined, spaced) VALUES (:row, :joined, :spaced)"),
        {"row": wording, "joined": joined, "spaced": spaced},
    )


def find(db: Session, joined: str, spaced: str, limit: int) -> list[tuple[Post, Wording]]:
    """The published posts that hold all words of the query in one of its two foldings, newest first."""
    queries = [query for query in {_match("joined", joined), _match("spaced", spaced)} if query]
    if not queries:
        return []
    rows = db.connection().execute(
        text(
            "SELECT wording.id FROM wording JOIN post ON post.number = wording.post "
            "WHERE post.state = :published AND wording.id IN (SELECT rowid FROM passage WHERE passage MATCH :query) "
            "ORDER BY post.published_at DESC, post.number DESC LIMIT :limit"
        ),
        {
            "published": State.PUBLISHED.value,
            "query": " OR ".join(f"({query})" for query in sorted(queries)),
            "limit": limit,
        },
    )
    numbers = [row[0] for row in rows]
    found = {word.id: word for word in db.exec(select(Wording).where(col(Wording.id).in_(numbers)))}
    posts = {
        post.number: post
        for post in db.exec(select(Post).where(col(Post.number).in_([w.post for w in found.values()])))
    }
    return [(posts[found[number].post], found[number]) for number in numbers if number in found]


def _match(column: str, words: str) -> str:
    """An FTS5 query for all *words* (https://www.sqlite.org/fts5.html, 3.1), the last also as a beginning."""
    quoted = ['"' + word.replace('"', '""') + '"' for word in words.split()]
    return " AND ".join(f"{column} : {word}" + (" *" if word == quoted[-1] else "") for word in quoted)
