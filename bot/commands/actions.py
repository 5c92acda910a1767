"""Calls to action that are open now."""

from __future__ import annotations

from sqlmodel import Session

from bot.campaign import posts
from bot.commands.ask import Answer, Ask, reply
from bot.commands.readers import read_arguments
from bot.words.actions import open_calls


def actions(ask: Ask, db: Session) -> Answer:
    """The open calls, nearest deadline first."""
    wanted = read_arguments(ask, 0)
    return reply(*open_calls(wanted.reader, posts.entries(db, posts.open_actions(db, ask.now)), wanted.ending))
