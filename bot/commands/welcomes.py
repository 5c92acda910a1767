"""First contact: /start, /help, /language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from sqlmodel import Session

from bot.campaign import chats
from bot.campaign.models import Role
from bot.commands import schedules
from bot.commands.ask import Answer, Ask, Audience, Command, reply
from bot.commands.subscribers import require_administrator
from bot.refusals import N_, Refused
from bot.words import commands as listings
from bot.words import welcomes as words
from bot.words.languages import codes
from bot.words.languages import language as speech_of


def start(ask: Ask, db: Session) -> Answer:  # noqa: ARG001 - nothing is kept of somebody who only says hello
    """Welcome, with buttons to begin with; whatever stands after /start and means nothing is passed over."""
    return reply(words.welcome(ask.speech, ask.kind))


def guide(table: Callable[[], Sequence[Command]]) -> Callable[[Ask, Session], Answer]:
    """The command /help over the rows that *table* gives when somebody asks; the table itself holds this command."""

    def help_(ask: Ask, db: Session) -> Answer:  # noqa: ARG001 - all it tells stands in the table
        """What the asker can do here: the listed commands of this kind of chat, by audience."""
        told: dict[Audience, list[tuple[str, str]]] = {audience: [] for audience in Audience}
        for command in table():
            if command.listed and ask.kind in command.places:
                told[command.audience].append((command.name, command.menu))
        return reply(
            listings.help_text(
                ask.speech,
                told[Audience.ANYONE],
                told[Audience.COORDINATOR] if ask.role is not None else (),
                told[Audience.OWNER] if ask.role is Role.OWNER else (),
            )
        )

    return help_


def language(ask: Ask, db: Session) -> Answer:
    """Speak the language that the asker names, by code or by name, from now on; without one, give the choice.

    Raises `Refused` for an unknown language, and in a group for those who don't run it.
    """
    require_administrator(ask)
    named = ask.arguments.strip()
    if not named:
        return reply(words.languages(ask.speech))
    code = schedules.language_named(named)
    if code is None:
        raise Refused(
            N_("I don't speak “{word}”. These I know: {codes}. Write for example /language fa"),
            word=named[:40],
            codes=list(codes()),
        )
    chat = chats.keep(db, ask.kind, ask.chat, ask.now)
    chats.choose_language(db, chat, code)
    speech = speech_of(code)
    answer = reply(words.language_chosen(speech, ask.kind))
    return replace(answer, toast=speech.plain("Saved.")) if ask.pressed else answer
