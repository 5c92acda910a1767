"""What the bot tells its owners by itself, when something needs a person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from bot.campaign.models import ChatKind
from bot.refusals import N_
from bot.words import dates
from bot.words.languages import Language
from bot.words.message import Button, Message, lay

LISTED = 10  # places that are named one by one

_GONE = {
    ChatKind.GROUP: N_("Group {number} can't be reached any more: I was taken out or may not write there."),
    ChatKind.CHANNEL: N_("Channel {number} can't be reached any more: I was taken out or may not post there."),
}


def sending_stopped(speech: Language, since: datetime, until: datetime, zone: str) -> Message:
    """After the fact: mail had stood still; the instants are UTC, shown as in *zone*."""
    text = speech.say(
        "Sending had stopped from {since} to {until}. It goes on now, and nothing was lost. "
        "If this happens often, please look at the server's network and its log.",
        since=dates.moment(speech, since, zone),
        until=dates.moment(speech, until, zone),
    )
    return Message(text, (_outbox(speech),))


def places_gone(speech: Language, places: Sequence[tuple[ChatKind, int]]) -> Message:
    """Subscribed groups and channels that the bot may not speak in any more, by our own numbers."""
    blocks = [speech.say(_GONE[kind], number=number) for kind, number in places[:LISTED]]
    if (more := len(places) - LISTED) > 0:
        blocks.append(speech.say("And {n} more.", n=more))
    ending = speech.say(
        "Nothing is sent there now. To go on, let an administrator add me again with the right to write; what was "
        "chosen there is kept for 30 days. To end it, drop the place in /chats."
    )
    button = Button(speech.plain("Subscribed channels and groups"), "/chats")
    return Message(lay([Markup("\n").join(blocks), ending])[0], ((button,),))


def uncertain(speech: Language, count: int) -> Message:
    """So many messages may have arrived or not."""
    text = speech.count(
        "{n} message is uncertain: Telegram did not answer, so it may have arrived or not. "
        "Please look at the place and choose.",
        "{n} messages are uncertain: Telegram did not answer, so they may have arrived or not. "
        "Please look at the places and choose.",
        count,
    )
    return Message(text, (_outbox(speech),))


def backup_old(speech: Language, last: datetime | None, zone: str) -> Message:
    """No backup for two days; *last* (UTC) is when the last good one was made, if there was one."""
    if last is None:
        text = speech.say(
            "There is no backup yet, though backups are set up. Please ask whoever runs the server to look at the "
            "timer that calls `solidarity-bot backup`."
        )
    else:
        text = speech.say(
            "The last backup is from {when}; since then none was made. Please ask whoever runs the server to look "
            "at the timer that calls `solidarity-bot backup`.",
            when=dates.moment(speech, last, zone),
        )
    return Message(text)


def disk_full(speech: Language, megabytes: int) -> Message:
    """So little is left on the disk of the data folder."""
    text = speech.say(
        "The server's disk is almost full: {size} MB are left. Without room I can neither take in texts nor send. "
        "Please ask whoever runs the server to make room.",
        size=float(megabytes),
    )
    return Message(text)


def migrated(speech: Language, version: str) -> Message:
    """A new version of the bot has changed the form of the database."""
    text = speech.say(
        "Version {version} of the bot is running. It brought the database up to date, and everything is there.",
        version=version,
    )
    return Message(text)


def restored(speech: Language, of: datetime, zone: str, waiting: int) -> Message:
    """A backup was put back; it is of the moment *of* (UTC), and *waiting* messages need a decision."""
    blocks = [
        speech.say(
            "A backup was put back: everything is as it was on {when}. What was changed later is missing: who left "
            "the team or unsubscribed is back, and open invitations are void. Please look at /team and /chats.",
            when=dates.moment(speech, of, zone),
        )
    ]
    if waiting:
        blocks.append(
            speech.count(
                "{n} message to groups and channels may have been sent before. It waits until somebody has looked.",
                "{n} messages to groups and channels may have been sent before. They wait until somebody has looked.",
                waiting,
            )
        )
    return Message(lay(blocks)[0], (_outbox(speech),) if waiting else ())


def _outbox(speech: Language) -> tuple[Button, ...]:
    return (Button(speech.plain("What waits, is uncertain or failed"), "/outbox"),)
