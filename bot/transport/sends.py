"""Messages go out: answers to people, and the outbox's letters."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Mapping
from typing import Any

from telegram import Bot
from telegram.error import BadRequest

from bot.campaign.models import ChatKind, Letter
from bot.campaign.outbox import Parcel
from bot.delivery.outcomes import Fate, Outcome
from bot.meters import Meters
from bot.transport.pace import Gate
from bot.transport.verdicts import TROUBLE, judge
from bot.words.message import Button, Message, plain

log = logging.getLogger(__name__)

DOUBTS = 5  # times that an answer which may have arrived is given again: two are better than none
PATIENCE = 120.0  # seconds for which an answer is tried again while Telegram can't be reached
TOPIC_GONE = ("message thread not found", "topic_deleted", "topic_closed")


class Wire:
    """One bot's way out, at the pace of one gate."""

    def __init__(self, bot: Bot, gate: Gate, *, paid: bool = False, meters: Meters | None = None) -> None:
        self.bot = bot
        self.gate = gate
        self.paid = paid
        self.meters = meters or Meters()

    async def call(self, method: str, parameters: Mapping[str, Any]) -> Any:
        """One Bot API call; its raw result. Raises what python-telegram-bot raises."""
        begun = time.monotonic()
        try:
            return await self.bot.do_api_request(method, api_kwargs=dict(parameters))
        finally:
            self.gate.took(time.monotonic() - begun)

    async def carry(self, parcel: Parcel, letter: Letter) -> Outcome:
        """Send one letter of the outbox once; what became of it. The gate was asked before."""
        text = plain(letter.html) if parcel.plain else letter.html
        parameters = _parameters(parcel.telegram, text, _keyboard(_read_rows(letter.buttons)), parcel.topic)
        if parcel.plain:
            del parameters["parse_mode"]
        if self.paid:
            parameters["allow_paid_broadcast"] = True
        try:
            result = await self._send_somewhere(parameters)
        except TROUBLE as error:
            outcome = judge(error)
            if outcome.hushed:
                self.gate.told_to_wait(parcel.telegram, outcome.wait)
            return outcome
        return Outcome(Fate.SENT, message=result)

    async def _send_somewhere(self, parameters: dict[str, Any]) -> int:
        """Send to the topic, or to the group itself where the topic is gone; the message's id."""
        try:
            result = await self.call("sendMessage", parameters)
        except BadRequest as error:
            if "message_thread_id" not in parameters or not any(w in error.message.lower() for w in TOPIC_GONE):
                raise
            del parameters["message_thread_id"]
            result = await self.call("sendMessage", parameters)
        return int(result["message_id"])

    async def answer(self, chat: int, kind: ChatKind, message: Message, topic: int | None = None) -> Outcome:
        """Give an answer, again for two minutes while it did not arrive, a few times where that is in doubt."""
        if message.file is not None:
            return await self._answered("sendDocument", chat, kind, _document(chat, message, topic))
        parameters = _parameters(chat, str(message.html), _keyboard(message.rows), topic)
        return await self._answered("sendMessage", chat, kind, parameters)

    async def replace(self, chat: int, kind: ChatKind, old: int, message: Message, topic: int | None = None) -> Outcome:
        """Put an answer in the place of the message *old*; where that can't be edited, send it anew."""
        parameters = _parameters(chat, str(message.html), _keyboard(message.rows), None) | {"message_id": old}
        outcome = await self._answered("editMessageText", chat, kind, parameters)
        if outcome.fate is Fate.REFUSED:
            if "not modified" in outcome.reason:
                return Outcome(Fate.SENT, message=old)
            return await self.answer(chat, kind, message, topic)
        return outcome

    async def toast(self, press: str, text: str | None, *, alert: bool = False) -> None:
        """Stop the button's spinner, with a line over the chat, to be closed by hand if *alert*; too late is let be."""
        parameters: dict[str, Any] = {"callback_query_id": press}
        if text:
            parameters |= {"text": text[:200], "show_alert": alert}
        try:
            await self.call("answerCallbackQuery", parameters)
        except TROUBLE as error:
            log.debug("A press could not be answered: %s", type(error).__name__)

    async def _answered(self, method: str, chat: int, kind: ChatKind, parameters: dict[str, Any]) -> Outcome:
        give_up = time.monotonic() + PATIENCE
        doubts, delay = 0, 1.0
        while True:
            await self.gate.answer(chat, kind, edit=method == "editMessageText")
            try:
                result = await self.call(method, parameters)
                number = int(result["message_id"]) if isinstance(result, dict) else 0
            except TROUBLE as error:
                outcome = judge(error)
                self.meters.failed(outcome.trouble)
            else:
                self.meters.sent("answer")
                return Outcome(Fate.SENT, message=number)
            if outcome.hushed:
                self.gate.told_to_wait(chat, outcome.wait)
            elif outcome.fate is Fate.UNPARSABLE and "parse_mode" in parameters:
                log.error("Telegram can't parse an answer; it goes as plain text: %s", outcome.reason)
                parameters["text"] = plain(parameters["text"])
                del parameters["parse_mode"]
                continue
            elif outcome.fate is Fate.DOUBTFUL:
                doubts += 1
            elif outcome.fate is not Fate.LATER:
                if outcome.fate is Fate.REFUSED and method != "editMessageText":
                    log.error("Telegram refused an answer: %s", outcome.reason)
                return outcome
            if doubts > DOUBTS or time.monotonic() > give_up:
                log.warning("An answer was given up: %s", outcome.reason)
                return outcome
            if not outcome.hushed:
                await asyncio.sleep(delay)
                delay = min(10.0, delay * 2)


def _parameters(chat: int, text: str, keyboard: Any, topic: int | None) -> dict[str, Any]:
    parameters: dict[str, Any] = {
        "chat_id": int(chat),
        "text": text,
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
    }
    if keyboard:
        parameters["reply_markup"] = keyboard
    if topic is not None:
        parameters["message_thread_id"] = topic
    return parameters


def _document(chat: int, message: Message, topic: int | None) -> dict[str, Any]:
    from telegram import InputFile

    assert message.file is not None  # noqa: S101 - the caller looked
    parameters = _parameters(chat, "", _keyboard(message.rows), topic)
    del parameters["text"], parameters["link_preview_options"]
    file = InputFile(message.file.content, filename=message.file.name, attach=False)
    return parameters | {"caption": str(message.html), "document": file}


def _keyboard(rows: tuple[tuple[Button, ...], ...]) -> dict[str, Any] | None:
    if not rows:
        return None
    return {"inline_keyboard": [[_key(button) for button in row] for row in rows]}


def _key(button: Button) -> dict[str, str]:
    return {"text": button.label} | ({"url": button.url} if button.url else {"callback_data": button.command or ""})


def _read_rows(text: str) -> tuple[tuple[Button, ...], ...]:
    return tuple(
        tuple(Button(label, command=command, url=url) for label, command, url in row) for row in json.loads(text)
    )
