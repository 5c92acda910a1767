"""Methods that ask about chats and who is in them."""

from __future__ import annotations

from typing import Any

from bot.rehearsal.channels import Channel
from bot.rehearsal.chats import Chat, PrivateChat, Standing
from bot.rehearsal.groups import Group
from bot.rehearsal.parameters import Given
from bot.rehearsal.verdicts import refuse
from bot.rehearsal.worlds import World


def get_chat(world: World, given: Given) -> object:
    """What the bot may know of a chat."""
    chat = _find(world, given)
    gifts = dict.fromkeys(("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription"), False)
    gifts["gifts_from_channels"] = False
    return chat.to_api() | {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": gifts}


def get_chat_member(world: World, given: Given) -> object:
    """What someone is in a chat."""
    chat = _find(world, given)
    number = given["user_id"]
    if number != world.bot_id and number not in world.people:
        raise refuse("user not found")
    if isinstance(chat, PrivateChat):
        return Standing("member").to_api(_user(world, number), chat.type)
    _check_list(chat)
    return chat.standing_of(number).to_api(_user(world, number), chat.type)


def get_chat_administrators(world: World, given: Given) -> object:
    """All administrators; other bots are left out, this one is not."""
    chat = _find(world, given)
    if isinstance(chat, PrivateChat):
        raise refuse("there are no administrators in the private chat")
    _check_list(chat)
    return [
        standing.to_api(_user(world, number), chat.type)
        for number, standing in _everyone(world, chat).items()
        if standing.status in {"creator", "administrator"}
    ]


def get_chat_member_count(world: World, given: Given) -> object:
    """How many are in a chat, the bot included."""
    chat = _find(world, given)
    if isinstance(chat, PrivateChat):
        return 2
    return sum(standing.is_in for standing in _everyone(world, chat).values())


def leave_chat(world: World, given: Given) -> object:
    """Leave a group or channel."""
    chat = _find(world, given)
    if isinstance(chat, PrivateChat):
        raise refuse("chat member status can't be changed in private chats")
    chat.bot = Standing("left")
    world.tell("chat", chat)
    return True


def _find(world: World, given: Given) -> Chat:
    chat = world.find_chat(given["chat_id"])
    chat.check_access(write=False)
    return chat


def _check_list(chat: Chat) -> None:
    if chat.type == "channel" and chat.bot.status != "administrator":
        raise refuse("member list is inaccessible")


def _everyone(world: World, chat: Chat) -> dict[int, Standing]:
    people = chat.people if isinstance(chat, Group | Channel) else {}
    return {**people, world.bot_id: chat.bot}


def _user(world: World, number: int) -> dict[str, Any]:
    return world.bot_to_api() if number == world.bot_id else world.people[number].to_api()
