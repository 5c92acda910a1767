"""Bad luck on the wire, outages and limits of pace."""

from __future__ import annotations

import asyncio
import time
from datetime import timedelta

import pytest
from telegram import Bot
from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.rehearsal import Fault, StandIn
from bot.rehearsal.limits import Limits
from bot.rehearsal.people import Person
from bot.rehearsal.verdicts import Verdict


@pytest.fixture
def sara(telegram: StandIn) -> Person:
    return telegram.person("Sara", started=True)


@pytest.mark.parametrize(
    ("fault", "error", "arrived"),
    [
        (Fault.RESET_BEFORE, NetworkError, 0),
        (Fault.RESET_AFTER, NetworkError, 1),
        (Fault.TRUNCATED, NetworkError, 1),
        (Fault.HTML_502, NetworkError, 0),
        (Fault.TOO_MANY, RetryAfter, 0),
        (Fault.UNAUTHORIZED, InvalidToken, 0),
        (Fault.CONFLICT, Conflict, 0),
        (Fault.REFUSED, BadRequest, 0),
    ],
)
def test_a_fault_hits_once_and_what_arrived_is_known(
    telegram: StandIn,
    runner: asyncio.Runner,
    bot: Bot,
    sara: Person,
    fault: Fault,
    error: type[TelegramError],
    arrived: int,
) -> None:
    plan = telegram.faults.add(fault, method="sendMessage", chat=sara)
    with pytest.raises(error):
        runner.run(bot.send_message(sara.id, "x"))
    assert len(sara.inbox) == arrived
    assert plan.hits == 1
    [call] = telegram.calls_of("sendMessage")
    assert (call.arrived, call.fault) == (bool(arrived), plan)
    runner.run(bot.send_message(sara.id, "y"))
    assert sara.inbox[-1].text == "y"


def test_a_fault_waits_for_its_call(telegram: StandIn, runner: asyncio.Runner, bot: Bot, sara: Person) -> None:
    tom = telegram.person("Tom", started=True)
    telegram.faults.add(Fault.TOO_MANY, method="sendMessage", chat=tom, after=1, times=2, seconds=7)
    runner.run(bot.send_message(sara.id, "1"))
    runner.run(bot.send_message(tom.id, "1"))
    for _ in range(2):
        with pytest.raises(RetryAfter) as refusal:
            runner.run(bot.send_message(tom.id, "2"))
        assert refusal.value.retry_after == timedelta(seconds=7)
    runner.run(bot.send_message(tom.id, "3"))
    assert [message.text for message in tom.inbox] == ["1", "3"]


def test_an_answer_of_your_own(telegram: StandIn, runner: asyncio.Runner, bot: Bot, sara: Person) -> None:
    telegram.faults.add(Fault.REFUSED, code=403, description="Forbidden: user is deactivated", times=None)
    for _ in range(2):
        with pytest.raises(Forbidden, match="user is deactivated"):
            runner.run(bot.send_message(sara.id, "x"))
    telegram.faults.clear()
    runner.run(bot.send_message(sara.id, "x"))


def test_who_does_not_wait_for_a_hanging_call_cannot_know(
    telegram: StandIn, runner: asyncio.Runner, bot: Bot, sara: Person
) -> None:
    telegram.faults.add(Fault.HANG, seconds=0.5)
    with pytest.raises(TimedOut):
        runner.run(bot.send_message(sara.id, "x", read_timeout=0.1))
    assert [message.text for message in sara.inbox] == ["x"]
    telegram.settle(timeout=5)


def test_a_poll_that_breaks_loses_nothing(telegram: StandIn, runner: asyncio.Runner, bot: Bot, sara: Person) -> None:
    update = sara.says("/start").update_id
    telegram.faults.add(Fault.RESET_AFTER, method="getUpdates")
    with pytest.raises(NetworkError):
        runner.run(bot.get_updates())
    assert [found.update_id for found in runner.run(bot.get_updates())] == [update]


def test_an_outage_keeps_the_world(telegram: StandIn, runner: asyncio.Runner, bot: Bot, sara: Person) -> None:
    async def poll() -> None:
        with pytest.raises(NetworkError):
            await bot.get_updates(timeout=10)

    async def break_off() -> None:
        polling = asyncio.create_task(poll())
        await asyncio.sleep(0.1)
        await asyncio.to_thread(telegram.stop_serving)
        await polling

    url = telegram.api_url
    runner.run(break_off())
    sara.says("/start")
    with pytest.raises(NetworkError):
        runner.run(bot.send_message(sara.id, "x"))
    telegram.serve_again()
    assert telegram.api_url == url
    assert len(runner.run(bot.get_updates())) == 1
    runner.run(bot.send_message(sara.id, "y"))
    assert [message.text for message in sara.inbox] == ["y"]


def test_latency_is_added_to_sends(telegram: StandIn, runner: asyncio.Runner, bot: Bot, sara: Person) -> None:
    telegram.latency = 0.2
    began = time.monotonic()
    runner.run(bot.send_message(sara.id, "x"))
    assert time.monotonic() - began >= 0.2


def test_one_message_a_second_to_a_person(telegram: StandIn, runner: asyncio.Runner, bot: Bot, sara: Person) -> None:
    telegram.strict_limits = True
    tom = telegram.person("Tom", started=True)
    runner.run(bot.send_message(sara.id, "1"))
    runner.run(bot.send_message(tom.id, "1"))
    with pytest.raises(RetryAfter) as refusal:
        runner.run(bot.send_message(sara.id, "2"))
    assert refusal.value.retry_after == timedelta(seconds=1)
    assert telegram.refused_calls == 1
    [refused] = [call for call in telegram.calls if call.status == 429]
    assert refused.response["description"] == "Too Many Requests: retry after 1"


class Clock:
    """Seconds that pass when told so."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def limits(clock: Clock) -> Limits:
    limits = Limits(clock)
    limits.strict = True
    return limits


def passes(limits: Limits, chat_id: int, *, is_new: bool = True, paid: bool = False) -> bool:
    try:
        limits.check(chat_id, is_new=is_new, paid=paid)
    except Verdict:
        return False
    return True


def test_thirty_a_second_over_all(limits: Limits, clock: Clock) -> None:
    assert sum(passes(limits, person) for person in range(1, 41)) == 30
    assert (limits.refused, limits.ignored) == (10, 9)
    clock.now += 0.96
    assert not passes(limits, 50), "who was told to wait a second waits a second"
    clock.now += 0.05
    assert passes(limits, 50)
    assert sum(passes(limits, person, paid=True) for person in range(1000, 2000)) == 1000


def test_twenty_a_minute_to_a_group(limits: Limits, clock: Clock) -> None:
    for _ in range(20):
        assert passes(limits, -100)
        clock.now += 0.1
    assert not passes(limits, -100)
    assert passes(limits, -100, is_new=False), "edits count over all, not for the chat"
    assert passes(limits, -200)
    with pytest.raises(Verdict) as refusal:
        limits.check(-100)
    assert refusal.value.parameters == {"retry_after": 55}
    clock.now += 60
    assert passes(limits, -100)


def test_a_steady_sender_just_below_the_limit_is_never_refused(limits: Limits, clock: Clock) -> None:
    for person in range(1, 300):
        assert passes(limits, person)
        clock.now += 1 / 29
    assert limits.refused == 0
