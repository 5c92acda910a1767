"""Open calls to action: who calls for what, until when, where, and how to join."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from bot.campaign.posts import Entry
from bot.words import posts
from bot.words.languages import Language
from bot.words.message import Button, Message

MOST = 6  # calls in one message


def open_calls(reader: Language, entries: Sequence[Entry], ending: str = "") -> list[Message]:
    """The open calls in the order given, each with a button to its text and one to its link."""
    if not entries:
        return posts.messages([reader.say("There is no open call to action right now.")])
    shown = entries[:MOST]
    rows: list[tuple[Button, ...]] = []
    for entry in shown:
        rows.append((posts.post_button(reader, entry, "read", ending),))
        if entry.post.link and posts.opens(entry.post.link):
            name = posts.label(entry, reader, 30)
            rows.append((Button(reader.plain("Join in: {title}", title=name), url=entry.post.link),))
    blocks = [
        Markup("<b><u>{}</u></b>").format(reader.say("Calls to action")),
        *(brief(reader, entry) for entry in shown),
    ]
    if len(entries) > MOST:
        left = len(entries) - MOST
        blocks.append(
            reader.count(
                "{n} more call is open. /search finds it.", "{n} more calls are open. /search finds them.", left
            )
        )
    return posts.messages(blocks, rows)


def brief(reader: Language, entry: Entry, name: Markup | None = None) -> Markup:
    """A call on a few lines: title (or *name* in its place), issuers, deadline in its own zone, place, link."""
    lines = [
        Markup("<b>{}</b>").format(name or posts.isolated(reader, posts.title(entry, reader))),
        posts.issuers(reader, entry, posts.ISSUERS),
        *posts.call(reader, entry),
    ]
    if entry.post.deadline is None:
        lines.insert(2, reader.say("When: no deadline is given"))
    if reader.code not in entry.wordings:
        lines += posts.notices(reader, entry)
    return Markup("\n").join(lines)
