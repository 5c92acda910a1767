"""Answers as text: kept beside an effect until they are delivered, so that a crash in between loses neither."""

from __future__ import annotations

import json

from markupsafe import Markup

from bot.commands.ask import Answer
from bot.words.message import Button, Message


def write(answer: Answer) -> str:
    """The answer as JSON. Files don't come with commands that change things."""
    messages = [
        [str(message.html), [[[b.label, b.command, b.url] for b in row] for row in message.rows]]
        for message in answer.messages
    ]
    return json.dumps([messages, answer.edit, answer.toast, answer.more], ensure_ascii=False)


def read(text: str) -> Answer:
    """The answer that `write` wrote."""
    messages, edit, toast, more = json.loads(text)
    return Answer(
        messages=tuple(
            Message(Markup(html), tuple(tuple(Button(*button) for button in row) for row in rows))  # noqa: S704 - our own
            for html, rows in messages
        ),
        edit=edit,
        toast=toast,
        more=more,
    )
