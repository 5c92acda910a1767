"""From what somebody wrote to a row of the table: deep links, awaited messages, plain words, and who may ask."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from sqlmodel import Session

from bot.campaign import chats, people
from bot.campaign.models import ChatKind, Coordinator, Role
from bot.commands.ask import Ask, Audience, Command

AWAITED_FOR = timedelta(minutes=15)
LONG = 400  # characters: a coordinator who pastes this much brings a text and doesn't search for it
_COMMAND = re.compile(
    r"/(?P<name>[A-Za-z0-9_]{1,32})(?:@(?P<bot>\w+))?(?P<rest>[^\S\n][^\n]*)?(?:\n(?P<text>.*))?\Z", re.DOTALL
)
_LINK = re.compile(r"(?P<name>[a-z]+)(?:_(?P<number>\d{1,9}))?(?:_(?P<language>en|fa))?\Z")


def parse(line: str, username: str) -> tuple[str, str, str] | None:
    """Name, arguments and following lines of a command; None for anything else, another bot's command included."""
    found = _COMMAND.match(line.strip())
    if found is None or (found["bot"] and found["bot"].casefold() != username.casefold()):
        return None
    return found["name"].lower(), (found["rest"] or "").strip(), (found["text"] or "").strip("\n")


def recognise(db: Session, ask: Ask) -> tuple[Ask, Coordinator | None]:
    """Add what we know of the asker: the chosen language and, in private, the place in the team."""
    chat = chats.find(db, ask.chat)
    who = people.find(db, ask.chat) if ask.kind is ChatKind.PRIVATE else None
    return (
        replace(
            ask,
            language=(chat and chat.language) or ask.language,
            role=who.role if who else None,
            coordinator=who.id if who else None,
        ),
        who,
    )


def direct(ask: Ask, who: Coordinator | None) -> Ask:
    """Say which command a message means where it names none, or names another one by a deep link."""
    if ask.command == "start":
        return _follow_link(ask)
    if ask.command or ask.kind is not ChatKind.PRIVATE:
        return ask
    awaited = _awaited(ask, who)
    if awaited is not None:
        return awaited
    if who is not None and (ask.file or ask.forwarded or len(ask.text) > LONG):
        return replace(ask, command="new")
    if ask.text.strip() and ask.file is None:
        return replace(ask, command="search", arguments=" ".join(ask.text.split()), text="")
    return ask


def _follow_link(ask: Ask) -> Ask:
    if ask.arguments.startswith("invite_"):
        return replace(ask, command="join", arguments=ask.arguments.removeprefix("invite_"))
    link = _LINK.match(ask.arguments)
    if link is None:
        return ask
    arguments = " ".join(word for word in (link["number"], link["language"]) if word)
    return replace(ask, command=link["name"], arguments=arguments)


def _awaited(ask: Ask, who: Coordinator | None) -> Ask | None:
    if who is None or not who.awaiting or not who.awaiting_since or ask.now - who.awaiting_since > AWAITED_FOR:
        return None
    name, _, arguments = who.awaiting.removeprefix("/").partition(" ")
    return replace(ask, command=name, arguments=arguments)


def may(ask: Ask, command: Command) -> bool:
    """Whether the asker may use *command* here. If not, it is answered as if there were no such command."""
    if ask.kind not in command.places:
        return False
    if command.audience is Audience.COORDINATOR:
        return ask.role is not None
    if command.audience is Audience.OWNER:
        return ask.role is Role.OWNER
    return True
