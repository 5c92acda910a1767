"""The pace: below Telegram's ceilings, without bursts, answers before mail."""

from __future__ import annotations

import asyncio
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.campaign.models import ChatKind
from bot.transport.pace import Bucket, Gate


class Time:
    """A monotonic clock that sleeping moves."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


def gate(rate: float = 30) -> tuple[Gate, Time]:
    time = Time()
    return Gate(rate, clock=time, sleep=time.sleep), time


def send_mail(gate: Gate, time: Time, number: int) -> list[float]:
    """When each of *number* messages to as many people went."""
    moments: list[float] = []
    while len(moments) < number:
        allowed = gate.mail(number - len(moments))
        moments += [time.now] * allowed
        if not allowed:
            time.now += gate.mail_wait()
    return moments


def test_mass_mail_stays_three_to_five_percent_below_the_ceiling() -> None:
    pace, time = gate(30)
    moments = send_mail(pace, time, 3000)
    rate = (len(moments) - 1) / (moments[-1] - moments[0])
    assert 0.95 * 30 <= rate <= 0.97 * 30


def test_in_no_second_more_goes_than_the_ceiling() -> None:
    pace, time = gate(30)
    moments = send_mail(pace, time, 600)
    for start in range(len(moments) - 31):
        assert moments[start + 30] - moments[start] >= 1.0


def test_a_loop_that_was_held_up_does_not_make_up_for_it_in_a_burst() -> None:
    pace, time = gate(30)
    send_mail(pace, time, 10)
    time.now += 60
    assert pace.mail(100) <= 2


def test_a_person_gets_one_message_a_second() -> None:
    pace, time = gate()
    pace.used(7, ChatKind.PRIVATE)
    assert not pace.ready(7, ChatKind.PRIVATE)
    assert pace.ready(8, ChatKind.PRIVATE)
    time.now += 1.0
    assert pace.ready(7, ChatKind.PRIVATE)


def test_a_group_gets_twenty_messages_a_minute() -> None:
    pace, time = gate()
    for _ in range(20):
        assert pace.ready(-7, ChatKind.GROUP)
        pace.used(-7, ChatKind.GROUP)
        time.now += 1
    assert not pace.ready(-7, ChatKind.GROUP)
    time.now += 41
    assert pace.ready(-7, ChatKind.GROUP)


def test_an_answer_goes_before_waiting_mail() -> None:
    """Mail takes only a place that is free; an answer takes the next one and mail waits longer."""
    pace, time = gate(10)
    pace.mail(1)
    before = pace.mail_wait()
    asyncio.run(pace.answer(7, ChatKind.PRIVATE))
    assert time.now - 1000 <= before + 1e-6
    assert pace.mail_wait() > 0


def test_a_lone_429_silences_one_chat_and_a_second_within_five_seconds_all() -> None:
    pace, time = gate()
    pace.told_to_wait(7, 30)
    assert not pace.ready(7, ChatKind.PRIVATE)
    assert pace.mail_wait() <= 0
    time.now += 6
    pace.told_to_wait(8, 30)
    assert pace.mail_wait() <= 0
    time.now += 4
    pace.told_to_wait(9, 30)
    assert pace.mail_wait() == 30
    assert pace.mail(5) == 0


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 4), st.floats(0, 2)), min_size=2, max_size=60))
def test_answers_to_one_person_are_never_less_than_a_second_apart(asked: list[tuple[int, float]]) -> None:
    async def live() -> dict[int, list[float]]:
        pace, time = gate()
        given: dict[int, list[float]] = {}
        for person, pause in asked:
            time.now += pause
            await pace.answer(person, ChatKind.PRIVATE)
            given.setdefault(person, []).append(time.now)
        return given

    for moments in asyncio.run(live()).values():
        assert all(later - earlier > 1.0 - 1e-6 for earlier, later in pairwise(moments))


def test_twenty_commands_a_minute_in_bursts_of_ten() -> None:
    time = Time()
    bucket = Bucket(20 / 60, 10, time)
    assert [bucket.take(7) for _ in range(11)] == [True] * 10 + [False]
    assert bucket.first_refusal(7)
    assert not bucket.first_refusal(7)
    assert bucket.take(8)
    time.now += bucket.wait(7)
    assert bucket.take(7)
    assert not bucket.take(7)
    assert not bucket.first_refusal(7), "silence until it calms"
    time.now += 60
    assert sum(bucket.take(7) for _ in range(30)) == 10
    assert bucket.first_refusal(7), "after it calmed, the sentence is said again"
