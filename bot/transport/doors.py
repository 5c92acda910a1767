"""The door: one update in, its effect kept, its answer out."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import Counter
from dataclasses import replace

from telegram import Bot, Update
from telegram.error import TelegramError

from bot.campaign import chats, intake
from bot.campaign.database import Database
from bot.campaign.models import ChatKind
from bot.campaign.secrets import ChatId
from bot.clocks import Clock
from bot.commands import table
from bot.commands.ask import Answer, Ask, Paper, Rules
from bot.commands.routes import recognise
from bot.delivery.outcomes import Fate
from bot.documents.files.loading import open_file
from bot.logs import reference
from bot.meters import Meters
from bot.refusals import Refused
from bot.transport import arrivals, menus
from bot.transport.asks import Arrived, read
from bot.transport.files import fetch
from bot.transport.pace import Bucket
from bot.transport.sends import Wire
from bot.words import troubles
from bot.words.languages import Language, language
from bot.words.message import Button, Message

log = logging.getLogger(__name__)

COMMANDS_A_SECOND = 20 / 60
COMMANDS_AT_ONCE = 10
WAITING_IN_A_GROUP = 10  # answers on their way to one group; it gets twenty messages a minute


class Door:
    """Handles updates; the same update twice has one effect. *wake* is called when the outbox may have grown."""

    def __init__(
        self,
        database: Database,
        wire: Wire,
        rules: Rules,
        clock: Clock,
        wake: asyncio.Event,
        meters: Meters | None = None,
    ) -> None:
        self.database = database
        self.wire = wire
        self.rules = rules
        self.clock = clock
        self.wake = wake
        self.meters = meters or Meters()
        self.bucket = Bucket(COMMANDS_A_SECOND, COMMANDS_AT_ONCE)
        self._giving: dict[int, asyncio.Task[None]] = {}  # of each chat, the newest answer on its way
        self._queued: Counter[int] = Counter()

    @property
    def bot(self) -> Bot:
        """The bot behind the door."""
        return self.wire.bot

    async def handle(self, update: Update) -> asyncio.Task[None] | None:
        """Do what *update* asks, and give the task that delivers the answer, where there is one.

        Never raises for what is in it: an error is logged once and the person is told.
        """
        if update.my_chat_member is not None:
            await asyncio.to_thread(arrivals.note, self.database, update.my_chat_member, self.clock)
            return asyncio.create_task(arrivals.greet(self.wire, update.my_chat_member, self.rules))
        if update.message is not None and await asyncio.to_thread(arrivals.migrate, self.database, update.message):
            return None
        try:
            arrived = await read(update, self.bot, self.rules, self.clock())
        except TelegramError as error:
            log.warning("Telegram didn't say who runs a group (%s).", type(error).__name__)
            return asyncio.create_task(self._apologise(update))
        if arrived is None:
            if update.callback_query is not None:
                return asyncio.create_task(self.wire.toast(update.callback_query.id, None))
            return None
        return await self._answer(arrived)

    async def _answer(self, arrived: Arrived) -> asyncio.Task[None]:
        if self.bucket.take(arrived.person) or await asyncio.to_thread(self._brings_text, arrived.ask):
            begun = time.monotonic()
            answer = await self._ask(arrived)
            self.meters.command(arrived.ask.command, time.monotonic() - begun)
            self.wake.set()
        else:
            answer = self._slow_down(arrived)
        chat = int(arrived.ask.chat)
        if arrived.ask.kind is not ChatKind.PRIVATE and self._queued[chat] >= WAITING_IN_A_GROUP:
            answer = None  # who asks more than a group can be told gets no answers a minute late
        self._queued[chat] += 1
        self._giving[chat] = task = asyncio.create_task(self._deliver(arrived, answer, self._giving.get(chat)))
        return task

    async def _ask(self, arrived: Arrived) -> Answer | None:
        """What the table answers; an error becomes a sentence to the asker and a line in the log."""
        try:
            ask = await self._with_file(arrived)
            return await asyncio.to_thread(table.answer, self.database, ask, arrived.update)
        except TelegramError as error:
            log.warning("A file could not be fetched from Telegram (%s).", type(error).__name__)
            return Answer((troubles.unfetched(arrived.ask.speech),))
        except Refused as refused:
            return Answer((troubles.refusal(await asyncio.to_thread(self._speech, arrived.ask), refused),))
        except Exception:
            sign = reference()
            log.exception("A command failed; the asker was given the reference %s.", sign)
            return Answer((troubles.error(arrived.ask.speech, sign),))

    async def _deliver(self, arrived: Arrived, answer: Answer | None, before: asyncio.Task[None] | None) -> None:
        """Give an answer after the one *before* it in the same chat."""
        chat = int(arrived.ask.chat)
        try:
            if arrived.press is not None:
                alert = bool(answer and answer.alert)
                await self.wire.toast(arrived.press, answer.toast if answer else None, alert=alert)
            if before is not None:
                await asyncio.wait({before})
            if answer is not None and await self._give(arrived, answer):
                await asyncio.to_thread(self._answered, arrived.update)
            if arrived.ask.arguments.startswith("invite_"):
                await menus.set_for_person(self.wire, self.database, arrived.ask.chat)
        finally:
            self._queued[chat] -= 1
            if not self._queued[chat]:
                del self._queued[chat]
                self._giving.pop(chat, None)

    async def _with_file(self, arrived: Arrived) -> Ask:
        """The ask with its file, fetched and read for the team alone; others bring none. Raises `Refused`."""
        if arrived.document is None:
            return arrived.ask
        if not await asyncio.to_thread(self._is_of_the_team, arrived.ask):
            return replace(arrived.ask, text="")
        file = await fetch(arrived.document, self.bot)
        # Reading it may take seconds: not inside the transaction, in which nobody else could write.
        content = await asyncio.to_thread(open_file, file.name, file.content)
        return replace(arrived.ask, file=Paper(file.name, content))

    def _speech(self, ask: Ask) -> Language:
        """The language that the asker chose."""
        with self.database.reading() as db:
            return recognise(db, ask)[0].speech

    def _is_of_the_team(self, ask: Ask) -> bool:
        with self.database.reading() as db:
            return recognise(db, ask)[0].role is not None

    async def _apologise(self, update: Update) -> None:
        """Say that Telegram didn't answer us, so that the asker may try again."""
        speech = language(self.rules.language)
        if update.callback_query is not None:
            await self.wire.toast(update.callback_query.id, troubles.short(troubles.unreached(speech)))
        elif update.effective_chat is not None:
            await self.wire.answer(update.effective_chat.id, ChatKind.GROUP, troubles.unreached(speech))

    def _brings_text(self, ask: Ask) -> bool:
        """Whether this is a coordinator's plain message: the parts of a long paste come at once and all count."""
        return not ask.command and self._is_of_the_team(ask)

    def _slow_down(self, arrived: Arrived) -> Answer | None:
        """One polite sentence, then silence until it calms."""
        if not self.bucket.first_refusal(arrived.person) or arrived.ask.kind is not ChatKind.PRIVATE:
            return None
        sentence = troubles.too_fast(arrived.ask.speech, self.bucket.wait(arrived.person))
        return Answer(toast=troubles.short(sentence)) if arrived.press is not None else Answer((sentence,))

    def _answered(self, update: int) -> None:
        with self.database.reading() as db:
            mark = intake.handled(db, update)
        if mark is not None and mark.answer is not None:
            with self.database.writing() as db:
                intake.answered(db, update)

    async def _give(self, arrived: Arrived, answer: Answer) -> bool:
        """Deliver an answer; whether nothing of it is left to be given."""
        ask = arrived.ask
        if ask.kind is not ChatKind.PRIVATE:
            answer = brief(ask, answer)
        for position, message in enumerate(answer.messages):
            if position == 0 and answer.edit and arrived.pressed is not None and message.file is None:
                outcome = await self.wire.replace(ask.chat, ask.kind, arrived.pressed, message, ask.topic)
            else:
                outcome = await self.wire.answer(ask.chat, ask.kind, message, ask.topic)
            if outcome.fate is Fate.REFUSED:
                sign = reference()
                log.error("The asker of an answer that Telegram refused was given the reference %s.", sign)
                await self.wire.answer(ask.chat, ask.kind, troubles.error(ask.speech, sign), ask.topic)
            if outcome.fate is Fate.GONE:
                await asyncio.to_thread(self._switch_off, ask.chat)
                return True
            if outcome.fate is Fate.MIGRATED:
                await asyncio.to_thread(self._migrate, ask.chat, outcome.new_chat)
                arrived = replace(arrived, ask=replace(ask, chat=ChatId(outcome.new_chat)), pressed=None)
                return await self._give(arrived, replace(answer, messages=answer.messages[position:]))
        return True

    def _switch_off(self, chat: int) -> None:
        with self.database.writing() as db:
            chats.switch_off(db, chat, self.clock())

    def _migrate(self, old: int, new: int) -> None:
        with self.database.writing() as db:
            chats.migrate(db, old, new)


def brief(ask: Ask, answer: Answer) -> Answer:
    """What a group or channel gets of a long answer: its first message, and a button to the rest in private."""
    if not answer.messages or (len(answer.messages) == 1 and answer.more is None):
        return answer
    link = answer.more or ask.command
    button = Button(troubles.read_in_private(ask.speech), url=f"https://t.me/{ask.rules.username}?start={link}")
    return replace(answer, messages=(Message(answer.messages[0].html, ((button,),)),))
