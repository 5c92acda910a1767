"""What a page is shown of the world, as JSON-ready values."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from bot.rehearsal.chats import Chat, PrivateChat
from bot.rehearsal.messages import Button, File, Message
from bot.rehearsal.profiles import DEFAULT_SCOPE, Profile, name_scope
from bot.rehearsal.stages import Place, Stage

View = dict[str, Any]
_SERVICE = ("new_chat_members", "left_chat_member", "forum_topic_created", "migrate_to_chat_id", "migrate_from_chat_id")


def chats(stage: Stage) -> list[View]:
    """Every chat with its messages, oldest first."""
    with stage.telegram.world.lock:
        return [
            chat(stage, place) | {"messages": [message(stage, one) for one in place.chat.history if not one.deleted]}
            for place in stage.places.values()
        ]


def chat(stage: Stage, place: Place) -> View:
    """A chat without its messages."""
    here = place.chat
    with stage.telegram.world.lock:
        return {
            "key": place.key,
            "kind": kind(here),
            "name": here.title,
            "role": place.role,
            "language": place.language,
            "writers": [{"key": key, "name": stage.people[key].first_name} for key in place.writers],
            "menu": menu(stage.telegram.world.profile, here, place.language),
            "blocked": isinstance(here, PrivateChat) and here.person.blocked,
        }


def kind(here: Chat) -> str:
    """Private, group or channel."""
    return "group" if here.type == "supergroup" else here.type


def menu(profile: Profile, here: Chat, language: str) -> list[dict[str, str]]:
    """The commands that a client shows here: of the narrowest scope that has any, in the language before the default.

    Source: Bot API, "Determining list of commands".
    """
    wide = {"private": "all_private_chats", "supergroup": "all_group_chats", "group": "all_group_chats"}.get(here.type)
    if wide is None:
        return []
    narrow = name_scope({"type": "chat", "chat_id": here.id})
    for scope in (narrow, name_scope({"type": wide}), DEFAULT_SCOPE):
        for code in (language, ""):
            if found := profile.commands.get((scope, code)):
                return found
    return []


def message(stage: Stage, one: Message) -> View:
    """One message as it stands now."""
    writer, name = _author(stage, one)
    return {
        "id": one.id,
        "from": writer,
        "name": name,
        "at": moment(one.date),
        "edited": one.edited > 0,
        "html": one.rendered,
        "buttons": [[_button(button) for button in row] for row in one.buttons],
        "file": _file(one.file) if one.file else None,
    }


def _author(stage: Stage, one: Message) -> tuple[str, str]:
    if one.by_bot:
        return "bot", stage.telegram.world.profile.first_name
    if any(name in one.extra for name in _SERVICE):
        return "service", one.chat.title
    signed = one.extra.get("author_signature")
    for key, person in stage.people.items():
        if person is one.sender or (signed and person.first_name == signed):
            return key, person.first_name
    return "service", one.chat.title


def _button(button: Button) -> View:
    return {"label": button.label, "data": button.data, "url": button.url}


def _file(file: File) -> View:
    return {"name": file.name, "size": len(file.content), "url": f"/api/files/{file.unique_id}"}


def moment(at: datetime | None) -> str | None:
    """An instant as ISO 8601 in UTC."""
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z") if at else None


def pack(view: View) -> str:
    """A view as one line of JSON."""
    return json.dumps(view, ensure_ascii=False, separators=(",", ":"))
