"""Menus and descriptions, per language and audience, made from the table of commands."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from bot.campaign import people
from bot.campaign.database import Database
from bot.campaign.models import ChatKind, Role
from bot.commands.table import menu
from bot.transport.sends import Wire
from bot.transport.verdicts import TROUBLE
from bot.words import arrivals
from bot.words.languages import codes, language

log = logging.getLogger(__name__)

SCOPES = {"all_private_chats": ChatKind.PRIVATE, "all_group_chats": ChatKind.GROUP}


async def set_all(wire: Wire, database: Database) -> None:
    """Set every menu and description. What Telegram refuses is logged and left: the bot works without."""
    for code in ("", *codes()):
        speech = language(code or "en")
        tag = {"language_code": code} if code else {}
        for scope, kind in SCOPES.items():
            await _try(wire, "setMyCommands", {"commands": menu(speech, kind), "scope": {"type": scope}} | tag)
        await _try(wire, "setMyDescription", {"description": arrivals.description(speech)} | tag)
        await _try(wire, "setMyShortDescription", {"short_description": arrivals.short_description(speech)} | tag)
    for chat, role in await asyncio.to_thread(_team, database):
        await _set_for(wire, chat, role)


def _team(database: Database) -> list[tuple[int, Role]]:
    with database.reading() as db:
        return [(who.telegram, who.role) for who in people.team(db) if who.telegram is not None]


async def set_for_person(wire: Wire, database: Database, chat: int) -> None:
    """Give a new member of the team the coordinators' menu."""
    for member, role in await asyncio.to_thread(_team, database):
        if member == chat:
            await _set_for(wire, member, role)


async def _set_for(wire: Wire, chat: int, role: Role) -> None:
    scope = {"type": "chat", "chat_id": int(chat)}
    for code in ("", *codes()):
        tag = {"language_code": code} if code else {}
        commands = menu(language(code or "en"), ChatKind.PRIVATE, role)
        await _try(wire, "setMyCommands", {"commands": commands, "scope": scope} | tag)


async def _try(wire: Wire, method: str, parameters: dict[str, Any]) -> None:
    try:
        await wire.call(method, parameters)
    except TROUBLE as error:
        log.warning("%s was not taken: %s", method, type(error).__name__)
