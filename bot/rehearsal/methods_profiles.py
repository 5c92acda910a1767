"""Methods by which the bot describes itself."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.rehearsal.parameters import Given
from bot.rehearsal.profiles import name_scope
from bot.rehearsal.verdicts import refuse
from bot.rehearsal.worlds import World

Method = Callable[[World, Given], object]

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_MOST_COMMANDS = 100


def get_me(world: World, _given: Given) -> object:
    """Who the bot is."""
    return world.bot_to_api() | {
        "can_join_groups": True,
        "can_read_all_group_messages": not world.privacy,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def set_my_commands(world: World, given: Given) -> object:
    """Store the menu for a scope and language."""
    commands = given["commands"]
    if len(commands) > _MOST_COMMANDS:
        raise refuse("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not isinstance(command, dict) or not {"command", "description"} <= set(command):
            raise refuse("can't parse BotCommand: can't find field \"command\"")
        if not _COMMAND.fullmatch(command["command"].removeprefix("/")):
            raise refuse("BOT_COMMAND_INVALID")
        if not 0 < len(command["description"]) <= 256:
            raise refuse("BOT_COMMAND_DESCRIPTION_INVALID")
    world.profile.commands[_key(given)] = [
        {"command": command["command"].removeprefix("/"), "description": command["description"]} for command in commands
    ]
    return True


def get_my_commands(world: World, given: Given) -> object:
    """The menu of exactly this scope and language."""
    return world.profile.commands.get(_key(given), [])


def delete_my_commands(world: World, given: Given) -> object:
    """Forget the menu of a scope and language."""
    world.profile.commands.pop(_key(given), None)
    return True


def _key(given: Given) -> tuple[str, str]:
    return name_scope(given.get("scope")), _language(given)


def _language(given: Given) -> str:
    language = str(given.get("language_code", ""))
    if not re.fullmatch("([a-z]{2})?", language):
        raise refuse("LANG_CODE_INVALID")
    return language


def keep_text(store: str, name: str, limit: int) -> tuple[Method, Method]:
    """A method that stores the text *name* by language, and one that gives it back (the default's, where none is)."""

    def put(world: World, given: Given) -> object:
        texts: dict[str, str] = getattr(world.profile, store)
        text = str(given.get(name, ""))
        if len(text) > limit:
            raise refuse(f"{name.replace('_', ' ')} is too long")
        language = _language(given)
        texts.pop(language, None)
        if text:
            texts[language] = text
            if (store, language) == ("names", ""):
                world.profile.first_name = text
        return True

    def get(world: World, given: Given) -> object:
        texts: dict[str, str] = getattr(world.profile, store)
        default = world.profile.first_name if store == "names" else ""
        return {name: texts.get(_language(given)) or texts.get("", default)}

    return put, get


def set_chat_menu_button(world: World, given: Given) -> object:
    """Store the menu button of a person, or of all (0)."""
    world.profile.menu_buttons[given.get("chat_id", 0)] = given.get("menu_button", {"type": "default"})
    return True


def get_chat_menu_button(world: World, given: Given) -> object:
    """The menu button of a person, or of all."""
    buttons = world.profile.menu_buttons
    return buttons.get(given.get("chat_id", 0)) or buttons.get(0, {"type": "default"})


def set_my_default_administrator_rights(world: World, given: Given) -> object:
    """Store the rights the bot asks for when it is added."""
    kind = "channel" if given.get("for_channels") else "group"
    world.profile.rights[kind] = given.get("rights", {})
    return True
