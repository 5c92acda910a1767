"""The intake: every update once, in order, whatever Telegram's numbers do, and no chat behind another."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, cast

import pytest
from telegram import Bot, Update

from bot.transport import intake
from bot.transport.intake import Handle, Intake


class Source:
    """As much of a bot as the intake uses: updates in rounds, and the offsets it was asked for."""

    def __init__(self) -> None:
        self.waiting: list[dict[str, Any]] = []
        self.offsets: list[int | None] = []

    async def do_api_request(self, method: str, api_kwargs: dict[str, Any], **_: object) -> list[dict[str, Any]]:
        assert method == "getUpdates"
        offset = api_kwargs.get("offset")
        self.offsets.append(offset)
        # Numbers below 1,000 were given after a quiet week: an offset of the time before doesn't confirm them.
        self.waiting = [
            u for u in self.waiting if u["update_id"] >= (offset or 0) or u["update_id"] < 1_000 < (offset or 0)
        ]
        await asyncio.sleep(0.005)
        return self.waiting[:100]

    def put(self, number: int, chat: int) -> None:
        sender = {"id": chat, "is_bot": False, "first_name": "A"}
        message = {"message_id": 1, "date": 1, "chat": {"id": chat, "type": "private"}, "from": sender, "text": "x"}
        self.waiting.append({"update_id": number, "message": message})


def live(source: Source, handle: Handle, until: Callable[[], bool], seconds: float = 5) -> None:
    async def run() -> None:
        loop = Intake(cast("Bot", source), handle)
        polling = asyncio.create_task(loop.run())
        async with asyncio.timeout(seconds):
            while not until():  # noqa: ASYNC110 - what is waited for happens in the test's own code
                await asyncio.sleep(0.01)
        polling.cancel()

    asyncio.run(run())


def test_updates_of_a_chat_stay_in_order_and_each_is_handled_once() -> None:
    source, seen = Source(), list[int]()
    for number in range(5_000, 5_030):
        source.put(number, chat=7)

    async def handle(update: Update) -> None:
        await asyncio.sleep(0.002)
        seen.append(update.update_id)

    live(source, handle, lambda: not source.waiting)
    assert seen == list(range(5_000, 5_030))


def test_an_update_is_confirmed_only_when_its_answer_was_given() -> None:
    source, gate = Source(), asyncio.Event()
    source.put(5_000, chat=7)

    async def handle(_: Update) -> asyncio.Task[None]:
        async def give() -> None:
            await gate.wait()

        return asyncio.create_task(give())

    live(source, handle, lambda: len(source.offsets) > 3)
    assert set(source.offsets) <= {None, 5_000}


def test_a_slow_answer_does_not_hide_the_others_behind_it(monkeypatch: Any) -> None:
    """After a while the update is confirmed, as its effect is kept; the hundred updates behind it come through."""
    monkeypatch.setattr(intake, "ANSWERING", 0.1)
    source, seen = Source(), set[int]()
    for number in range(5_000, 5_150):
        source.put(number, chat=number)

    async def handle(update: Update) -> asyncio.Task[None]:
        seen.add(update.update_id)
        return asyncio.create_task(asyncio.sleep(60))

    live(source, handle, lambda: len(seen) == 150)


def test_after_a_quiet_week_the_numbers_may_begin_lower() -> None:
    source, seen = Source(), list[int]()
    source.put(900_000, chat=7)

    async def handle(update: Update) -> None:
        seen.append(update.update_id)
        if update.update_id == 900_000:
            source.put(300, chat=7)

    live(source, handle, lambda: seen == [900_000, 300])


@pytest.mark.parametrize("later", range(6))
def test_the_loop_ends_when_it_is_cancelled_at_the_moment_an_answer_is_given(later: int) -> None:
    """A stop that comes just then, or a few turns of the event loop *later*, must not be swallowed."""

    async def stop_at_the_answer() -> bool:
        source = Source()
        source.put(5_000, chat=7)
        polling: asyncio.Task[None]

        def cancel_after(turns: int) -> None:
            if turns:
                asyncio.get_running_loop().call_soon(cancel_after, turns - 1)
            else:
                polling.cancel()

        async def handle(_: Update) -> asyncio.Task[None]:
            async def give() -> None:
                await asyncio.sleep(0.02)
                cancel_after(later)

            return asyncio.create_task(give())

        polling = asyncio.create_task(Intake(cast("Bot", source), handle).run())
        await asyncio.wait({polling}, timeout=2)
        return polling.done()

    assert asyncio.run(stop_at_the_answer())
