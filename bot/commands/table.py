"""The table: every command there is, who may use it and where. Routes, menus and help follow from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.campaign import intake, people
from bot.campaign.database import Database
from bot.campaign.models import ChatKind, Coordinator, Role
from bot.commands import (
    actions,
    answers,
    desk,
    drafting,
    figures,
    previews,
    privacy,
    readers,
    review,
    subscribers,
    team,
    welcomes,
)
from bot.commands.ask import EVERYWHERE, PRIVATE, Answer, Ask, Audience, Command, reply
from bot.commands.routes import direct, may, recognise
from bot.refusals import N_, Refused
from bot.words import commands as words
from bot.words import troubles
from bot.words.languages import Language

TEAM = Audience.COORDINATOR
TOAST = 200  # characters of an answer to a press, by the Bot API


COMMANDS: tuple[Command, ...] = (
    Command("start", welcomes.start, N_("Begin here"), listed=False),
    Command("help", welcomes.guide(lambda: COMMANDS), N_("What I can do")),
    Command("week", readers.week, N_("This week in brief")),
    Command("latest", readers.latest, N_("The newest statements and updates")),
    Command("statements", readers.statements, N_("All statements, newest first")),
    Command("summary", readers.summary, N_("A text in brief")),
    Command("read", readers.read, N_("A text in full")),
    Command("sources", readers.sources, N_("Footnotes and source of a text")),
    Command("actions", actions.actions, N_("Open calls to action")),
    Command("figures", figures.figures, N_("Figures, and who reports them")),
    Command("search", readers.search, N_("Search the archive")),
    Command(
        "subscribe", subscribers.subscribe, N_("Get the digest"), places=EVERYWHERE, writes=True,
        asks_administrator=True,
    ),
    Command(
        "unsubscribe", subscribers.unsubscribe, N_("Get no more digests"), places=EVERYWHERE, writes=True,
        asks_administrator=True,
    ),
    Command(
        "settings", subscribers.settings, N_("See and change your choices"), places=EVERYWHERE, asks_administrator=True
    ),
    Command("language", welcomes.language, N_("Choose the language"), writes=True, asks_administrator=True),
    Command("privacy", privacy.privacy, N_("What I store, and why")),
    Command("mydata", privacy.mydata, N_("Everything stored about you")),
    Command("forget", privacy.forget, N_("Erase what is stored about you"), writes=True, asks_administrator=True),
    Command("join", team.join, N_("Join the team by an invitation"), places=PRIVATE, writes=True, listed=False),
    Command("new", drafting.new, N_("Bring a text"), TEAM, PRIVATE, writes=True),
    Command("done", drafting.done, N_("The text is complete"), TEAM, PRIVATE, writes=True),
    Command("drafts", drafting.drafts, N_("What is not published yet"), TEAM, PRIVATE),
    Command("draft", drafting.draft, N_("A draft's card"), TEAM, PRIVATE, writes=True),
    Command("set", drafting.set_field, N_("Change a field of a draft"), TEAM, PRIVATE, writes=True),
    Command("text", drafting.text, N_("Replace a text, or add a translation"), TEAM, PRIVATE, writes=True),
    Command("figure", drafting.figure, N_("Add a reported figure"), TEAM, PRIVATE, writes=True),
    Command("preview", drafting.preview, N_("What readers will get"), TEAM, PRIVATE),
    Command("submit", review.submit, N_("Give a draft to review"), TEAM, PRIVATE, writes=True),
    Command("approve", review.approve, N_("Approve what waits for review"), TEAM, PRIVATE, writes=True),
    Command("reject", review.reject, N_("Give a draft back, with a reason"), TEAM, PRIVATE, writes=True),
    Command("publish", review.publish, N_("Publish a draft"), TEAM, PRIVATE, writes=True),
    Command("hold", review.hold, N_("Take back a planned publication"), TEAM, PRIVATE, writes=True),
    Command("digest", previews.digest, N_("Preview the next digest"), TEAM, PRIVATE),
    Command("history", desk.history, N_("What was done with a post"), TEAM, PRIVATE),
    Command("chats", desk.chats, N_("Subscribed channels and groups"), TEAM, PRIVATE, writes=True),
    Command("outbox", desk.outbox, N_("What waits, is uncertain or failed"), TEAM, PRIVATE, writes=True),
    Command("team", team.team, N_("Who coordinates"), TEAM, PRIVATE, writes=True),
    Command("invite", team.invite, N_("Invite somebody to the team"), TEAM, PRIVATE, writes=True),
    Command("remove", team.remove, N_("Remove somebody from the team"), Audience.OWNER, PRIVATE, writes=True),
    Command("audit", desk.audit, N_("Who did what"), TEAM, PRIVATE),
    Command("stats", desk.stats, N_("Counts, no people"), TEAM, PRIVATE),
)  # fmt: skip

_ROWS = {command.name: command for command in COMMANDS}


def row(name: str) -> Command | None:
    """The row of a command's name."""
    return _ROWS.get(name)


def menu(language: Language, kind: ChatKind, role: Role | None = None) -> Sequence[dict[str, str]]:
    """Telegram's command menu in such a chat for somebody with *role*, in *language*."""
    audiences = {None: {Audience.ANYONE}, Role.COORDINATOR: {Audience.ANYONE, TEAM}, Role.OWNER: set(Audience)}[role]
    rows = [(row.name, row.menu) for row in COMMANDS if row.listed and row.audience in audiences and kind in row.places]
    return [{"command": name, "description": text} for name, text in words.menu(language, rows)]


def answer(database: Database, ask: Ask, update: int | None = None) -> Answer | None:
    """The answer to *ask*, or None where silence is the answer. A refusal is an answer, in the asker's language.

    An effect is kept together with *update*, the number of Telegram's update, and its answer; the same update asked
    again, as after a crash, gives that answer and changes nothing.
    """
    with database.reading() as db:
        before = intake.handled(db, update) if update is not None else None
        if before is not None:
            return answers.read(before.answer) if before.answer is not None else None
        known, who = recognise(db, ask)
    asked = direct(known, who)
    command = row(asked.command)
    if ask.command == "start" and (command is None or not may(asked, command)):
        asked, command = known, row("start")  # a deep link that leads nowhere, or nowhere for this person
    _stop_awaiting(database, ask, asked, who)
    if command is None or not may(asked, command):
        return _unknown(asked)
    try:
        if not command.writes:
            with database.reading() as db:
                return command.run(recognise(db, asked)[0], db)
        given = _write(database, asked, command, update)
    except Refused as refused:
        return _refuse(asked, refused)
    if command.run is privacy.forget:
        database.checkpoint()  # what was erased stays in the log beside the file until then
    return given


def _refuse(ask: Ask, refused: Refused) -> Answer:
    """A no. After a press it is shown over the chat, so that the pressed message stays as it is for everyone."""
    message = troubles.refusal(ask.speech, refused)
    said = troubles.short(message)
    if ask.pressed and (len(said) <= TOAST or ask.kind is not ChatKind.PRIVATE):
        return Answer(toast=said[:TOAST], alert=True)
    return Answer((message,))


def _write(database: Database, ask: Ask, command: Command, update: int | None) -> Answer | None:
    with database.writing() as db:
        before = intake.handled(db, update) if update is not None else None
        if before is not None:
            return answers.read(before.answer) if before.answer is not None else None
        current = recognise(db, ask)[0]
        if not may(current, command):
            return _unknown(current)
        given = command.run(current, db)
        if update is not None:
            intake.mark(db, update, answers.write(given), ask.now)
        return given


def _unknown(ask: Ask) -> Answer | None:
    if ask.kind is not ChatKind.PRIVATE:
        return None
    if not ask.command:
        return reply(troubles.unreadable(ask.speech))
    return replace(reply(troubles.unknown(ask.speech)), edit=False)


def _stop_awaiting(database: Database, ask: Ask, asked: Ask, who: Coordinator | None) -> None:
    """Another command ends the wait for the rest of a text or for a value."""
    if who is None or who.awaiting is None or not ask.command or asked.command == "done":
        return
    with database.writing() as db:
        member = db.get(Coordinator, who.id)
        if member is not None:
            people.await_next(db, member, None, ask.now)
