"""Figures that published posts report."""

from __future__ import annotations

from sqlmodel import Session

from bot.campaign import figures as kept
from bot.campaign import posts
from bot.commands.ask import Answer, Ask, reply
from bot.words import figures as words
from bot.words.languages import codes, language


def figures(ask: Ask, db: Session) -> Answer:
    """Reported figures, newest post first, differing reports side by side; of one subject where the asker names it."""
    typed = ask.arguments.split()
    chosen = next((word.casefold() for word in typed if word.casefold() in codes()), None)
    sought = " ".join(word for word in typed if word.casefold() not in codes())
    published = kept.published(db)
    entries = {post.id: posts.entry(db, post) for post in {post.id: post for _, post in published}.values()}
    reports = [(figure, entries[post.id]) for figure, post in published]
    matching = words.matching(reports, sought) if sought else reports
    reader = language(chosen or ask.language)
    return reply(words.reported(reader, matching, sought, f" {chosen}" if chosen else ""))
