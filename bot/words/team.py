"""What is said about the team: who is in it, under which name, and how somebody comes or goes."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from bot.campaign.models import Coordinator, Role
from bot.refusals import N_
from bot.words import posts
from bot.words.cards import command
from bot.words.languages import Language
from bot.words.message import Button, Message, lay

_MEMBERS = {
    (Role.OWNER, False): N_("{number}. {alias}, owner"),
    (Role.OWNER, True): N_("{number}. {alias}, owner (you)"),
    (Role.COORDINATOR, False): N_("{number}. {alias}, coordinator"),
    (Role.COORDINATOR, True): N_("{number}. {alias}, coordinator (you)"),
}
_WELCOMES = {
    Role.COORDINATOR: N_("Welcome to the team. You are a coordinator, and here you go by the name {alias}."),
    Role.OWNER: N_("Welcome to the team. You are an owner, and here you go by the name {alias}."),
}
_INVITATIONS = {
    Role.COORDINATOR: N_(
        "Whoever opens this link first joins the team as a coordinator. It is valid for {hours} hours."
    ),
    Role.OWNER: N_("Whoever opens this link first joins the team as an owner. It is valid for {hours} hours."),
}


def members(speech: Language, team: Sequence[Coordinator], me: int, *, owner: bool) -> Message:
    """The team under the names its members chose; *me* is the asker's number, *owner* whether the asker is one."""
    lines = [
        speech.say(_MEMBERS[one.role, one.id == me], number=one.id, alias=one.alias)
        for one in team
        if one.id is not None
    ]
    blocks = [
        posts.headline(speech.say("The team")),
        Markup("\n").join(lines),
        speech.say("To go by another name: {command}", command=command("/team alias …")),
    ]
    if owner:
        blocks.append(speech.say("To remove somebody: {command}", command=command("/remove 3")))
    rows = [(Button(speech.plain("Invite a coordinator"), "/invite"),)]
    if owner:
        rows.append((Button(speech.plain("Invite an owner"), "/invite owner"),))
    return Message(lay(blocks)[0], tuple(rows))


def renamed(speech: Language, alias: str) -> Message:
    """The asker goes by a new name."""
    return Message(speech.say("From now on you go by the name {alias} in the team.", alias=alias))


def invitation(speech: Language, role: Role, username: str, code: str, hours: int) -> Message:
    """A one-time link into the team."""
    blocks = [
        speech.say(_INVITATIONS[role], hours=hours),
        posts.isolated(speech, f"https://t.me/{username}?start=invite_{code}"),
        speech.say("Send it to that person alone, by a way that you trust, and delete it afterwards."),
        speech.say("It can be typed to this bot as well: {command}", command=command(f"/start invite_{code}")),
    ]
    return Message(lay(blocks)[0])


def welcome(speech: Language, role: Role, alias: str) -> Message:
    """Somebody has just joined the team: their name there, and what to do first."""
    blocks = [
        speech.say(_WELCOMES[role], alias=alias),
        speech.say(
            "Nobody in the team sees your Telegram name or number here. To choose another name: {command}",
            command=command("/team alias …"),
        ),
        speech.say("/new takes in a text, /drafts lists what is not out yet, /help shows everything."),
    ]
    rows = (
        (Button(speech.plain("New post"), "/new"),),
        (Button(speech.plain("All drafts"), "/drafts"),),
        (Button(speech.plain("The team"), "/team"),),
    )
    return Message(lay(blocks)[0], rows)


def joined(speech: Language, role: Role, alias: str) -> Message:
    """Tell the others that somebody joined."""
    sentence = {
        Role.COORDINATOR: N_("{alias} has joined the team as a coordinator, by an invitation."),
        Role.OWNER: N_("{alias} has joined the team as an owner, by an invitation."),
    }
    return Message(speech.say(sentence[role], alias=alias), ((Button(speech.plain("The team"), "/team"),),))


def ask_removal(speech: Language, who: Coordinator) -> Message:
    """Ask an owner to confirm a removal."""
    rows = (
        (Button(speech.plain("Yes, remove {alias}", alias=who.alias), f"/remove {who.id} yes"),),
        (Button(speech.plain("No"), "/team"),),
    )
    return Message(
        speech.say("Remove {alias} from the team? From that moment on they can do nothing here.", alias=who.alias), rows
    )


def removed(speech: Language, alias: str) -> Message:
    """A member is out."""
    return Message(
        speech.say("{alias} is no longer in the team.", alias=alias),
        ((Button(speech.plain("The team"), "/team"),),),
    )
