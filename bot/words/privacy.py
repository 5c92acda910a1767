"""What is kept about people, said plainly: the promise and its limits, and one chat's own data."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from markupsafe import Markup

from bot.refusals import N_
from bot.words import dates
from bot.words.languages import Language
from bot.words.message import Button, Message
from bot.words.settings import Plan, lines

_KEPT = (
    N_("the number of this chat, encrypted, because without it I can't write to you"),
    N_("the language, and what the digest brings, when and in which time zone, so that it comes as you like it"),
    N_("the week in which you came and the week in which you last changed something, but no day and no hour"),
    N_(
        "which texts and digests I sent you and when, for at most 400 days, "
        "so that nothing comes twice and corrections reach you"
    ),
)
_LIMITS = (
    N_("Telegram itself sees that you talk to this bot, and what we write to each other."),
    N_("Whoever runs the server holds the key, and could read the chat numbers with it."),
    N_("Backups may still hold encrypted data that was erased here, until newer backups take their place."),
)
_DATA_OF = {
    "private": N_("What I keep about you"),
    "group": N_("What I keep about this group"),
    "channel": N_("What I keep about this channel"),
}
_NOTHING = {
    "private": N_("I keep nothing about you."),
    "group": N_("I keep nothing about this group. What I keep about yourself I tell you in a private chat."),
    "channel": N_("I keep nothing about this channel."),
}
_ERASE = {
    "private": N_(
        "This erases everything I keep about you: your settings, your subscription, and the record of what was sent to "
        "you. Corrections of texts that you got will not reach you any more. To confirm, press the button or write "
        "/forget yes"
    ),
    "group": N_(
        "This erases everything I keep about this group: its settings, its subscription, and the record of what was "
        "sent here. Corrections will not reach it any more. To confirm, press the button or write /forget yes"
    ),
    "channel": N_(
        "This erases everything I keep about this channel: its settings, its subscription, and the record of what was "
        "posted here. Corrections will not reach it any more. To confirm, post /forget yes"
    ),
}
_ERASED = {
    "private": N_("Everything I kept about you is erased."),
    "group": N_("Everything I kept about this group is erased."),
    "channel": N_("Everything I kept about this channel is erased."),
}
_STATES = {
    "active": N_("I can write here."),
    "paused": N_("The coordinators have paused sending here for the moment."),
    "off": N_("I can't write here any more; everything is erased after 30 days."),
}


@dataclass(frozen=True)
class Seat:
    """A place in the team."""

    alias: str
    owner: bool


@dataclass(frozen=True)
class Data:
    """Everything that is kept about one chat. Weeks are named by their Monday; instants are UTC."""

    plan: Plan
    language: str | None
    state: str  # active, paused or off
    joined: dt.date | None
    seen: dt.date | None
    off_since: dt.datetime | None
    topic: bool
    deliveries: int
    last_sent: dt.datetime | None
    digests: int
    last_digest: dt.date | None


def policy(language: Language, place: str) -> Message:
    """What is kept and why, and what can't be promised."""
    parts = [
        Markup("<b>{}</b>").format(language.say("What I keep, and why")),
        language.say(
            "Of those who only read and search, nothing is kept: no name, no words they looked for. Telegram's number "
            "of each request stays for two days, without who sent it, so that nothing is done twice."
        ),
        _points(language, language.say("Once you choose a language or subscribe, I keep:"), _KEPT),
        language.say(
            "Never kept: your name, username, phone number or picture. Of coordinators I keep also their part in the "
            "team, a name they choose here, and the record of the team's work."
        ),
        language.say(
            "Nobody in the team can list the people who read or subscribe. Coordinators see rounded counts, and the "
            "groups and channels that subscribe."
        ),
        language.say(
            "/mydata shows what I keep about you, /forget erases it at once. If you block me, nothing more is sent and "
            "all is erased 30 days later."
        ),
        Markup("<blockquote expandable>{}</blockquote>").format(
            _points(language, language.say("What I can't promise:"), _LIMITS)
        ),
    ]
    see = Button(language.plain("What you keep about me"), command="/mydata")
    return Message(Markup("\n\n").join(parts), () if place == "channel" else ((see,), (_erase(language),)))


def data(language: Language, place: str, kept: Data | None, seat: Seat | None) -> Message:
    """Everything that is kept about one chat and the person in it, or that it is nothing."""
    if kept is None and seat is None:
        return Message(language.say(_NOTHING[place]))
    parts = [Markup("<b>{}</b>").format(language.say(_DATA_OF[place]))]
    if kept is not None:
        parts += [
            Markup("\n").join(part) for part in (_chat(language, kept), _plan(language, kept), _sent(language, kept))
        ]
    if seat is not None:
        parts.append(_seat(language, seat))
    if place == "group":
        parts.append(language.say("What I keep about yourself I tell you in a private chat."))
    return Message(Markup("\n\n").join(parts), () if place == "channel" else ((_erase(language),),))


def ask_to_forget(language: Language, place: str, seat: Seat | None) -> Message:
    """The one question before everything is erased, with the button that does it."""
    parts = [language.say(_ERASE[place])]
    if seat is not None:
        parts.append(
            language.say(
                "You would also leave the team. The name {alias} stays in the record of the team's work.",
                alias=seat.alias,
            )
        )
    yes = Button(language.plain("Yes, erase everything"), command="/forget yes")
    return Message(Markup("\n\n").join(parts), () if place == "channel" else ((yes,),))


def forgotten(language: Language, place: str, seat: Seat | None) -> Message:
    """It is done."""
    parts = [language.say(_ERASED[place])]
    if seat is not None:
        parts.append(language.say("You have left the team."))
    return Message(Markup("\n").join(parts))


def nothing(language: Language, place: str) -> Message:
    """There is nothing to erase."""
    return Message(language.say(_NOTHING[place]))


def _points(language: Language, heading: Markup, points: tuple[str, ...]) -> Markup:
    listed = [language.say("• {point}", point=language.plain(point)) for point in points]
    return Markup("\n").join([heading, *listed])


def _chat(language: Language, kept: Data) -> list[Markup]:
    said = [language.say("The number of this chat with Telegram, encrypted.")]
    if kept.topic:
        said.append(language.say("The topic where the digest goes."))
    if kept.language:
        said.append(language.say("Language of the bot: {language}", language=language.name_of(kept.language)))
    if kept.joined:
        said.append(language.say("Here since the week of {date}.", date=dates.date(language, kept.joined)))
    if kept.seen:
        said.append(language.say("Last change in the week of {date}.", date=dates.date(language, kept.seen)))
    said.append(language.say(_STATES[kept.state]))
    if kept.off_since:
        when = dates.moment(language, kept.off_since, kept.plan.zone)
        said.append(language.say("That is so since {moment}.", moment=when))
    return said


def _plan(language: Language, kept: Data) -> list[Markup]:
    if kept.plan.subscribed:
        return lines(language, kept.plan)
    return [language.say("No subscription.")]


def _sent(language: Language, kept: Data) -> list[Markup]:
    said = [language.count("{n} message sent or waiting.", "{n} messages sent or waiting.", kept.deliveries)]
    if kept.last_sent:
        when = dates.moment(language, kept.last_sent, kept.plan.zone)
        said.append(language.say("The last one: {moment}", moment=when))
    said.append(language.count("The date of {n} digest.", "The dates of {n} digests.", kept.digests))
    if kept.last_digest:
        said.append(language.say("The last digest: {date}", date=dates.date(language, kept.last_digest)))
    return said


def _seat(language: Language, seat: Seat) -> Markup:
    place = (
        language.say("You own the team, under the name {alias}.", alias=seat.alias)
        if seat.owner
        else language.say("You coordinate, under the name {alias}.", alias=seat.alias)
    )
    work = language.say("Under that name I also keep what you did for the team, and the drafts you brought.")
    return Markup("\n").join([place, work])


def _erase(language: Language) -> Button:
    return Button(language.plain("Erase it"), command="/forget")
