"""When a bot is healthy, and when it says that it is not."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session

from bot.meters import Pulse
from bot.rehearsal.faults import Fault
from bot.rehearsal.standins import StandIn
from tests.houses import House
from tests.nurseries import bear, end
from tests.transport.watchers import (
    bring_news,
    healthz,
    metrics,
    pause_all,
    value,
    watched_at,
)
from tests.waits import until


def test_a_healthy_bot_says_so(watched: House, port: int) -> None:
    status, said = healthz(port)
    assert (status, said["status"]) == (200, "ok")
    assert 0 <= said["last_poll_age_seconds"] < 30
    assert said["oldest_due_age_seconds"] == 0


def test_a_minute_without_a_poll_is_unhealthy_and_the_next_poll_heals(watched: House, port: int) -> None:
    watched.app.polls._good = time.monotonic() - 61
    status, said = healthz(port)
    assert (status, said["status"]) == (503, "failing")
    assert said["problems"] == ["Telegram has not answered a poll for 61 seconds."]
    watched.app.polls.succeed()
    assert healthz(port)[0] == 200


def test_a_poll_that_fails_is_no_sign_of_health(watched: House, telegram: StandIn, port: int) -> None:
    telegram.faults.add(Fault.HTML_502, method="getUpdates", times=None)
    telegram.person("Tom").says("/help")  # the poll that is under way is answered with this
    time.sleep(0.5)
    before = healthz(port)[1]["last_poll_age_seconds"]
    time.sleep(1)
    assert healthz(port)[1]["last_poll_age_seconds"] > before


def test_mail_that_is_due_and_does_not_go_out_is_unhealthy(watched: House, telegram: StandIn, port: int) -> None:
    """Unless others are getting theirs: then there is only very much of it."""
    tom = telegram.person("Tom")
    watched.ask(tom, "/subscribe now")
    watched.app.wire.gate.told_to_wait(tom.id, 3600)
    bring_news(watched)
    watched.clock.forward(minutes=9)
    assert healthz(port)[0] == 200
    watched.clock.forward(minutes=2)
    status, said = healthz(port)
    assert status == 503
    assert said["problems"] == ["A message has been due for 11 minutes and has not gone out."]
    assert value(metrics(port), "solidarity_oldest_due_age_seconds") == 11 * 60
    watched.app.sender.last_sent = watched.clock()
    assert healthz(port)[0] == 200


def test_mail_to_a_paused_chat_is_not_late(watched: House, telegram: StandIn, port: int) -> None:
    tom = telegram.person("Tom")
    watched.ask(tom, "/subscribe now")
    watched.app.wire.gate.told_to_wait(tom.id, 3600)
    bring_news(watched)
    with watched.database.writing() as db:
        pause_all(db)
    watched.clock.forward(minutes=20)
    assert healthz(port)[0] == 200


def test_a_late_event_loop_is_unhealthy(watched: House, port: int) -> None:
    watched.app.lag._found.append(7.25)
    status, said = healthz(port)
    assert status == 503
    assert said["problems"] == ["The event loop was 7.2 seconds late within the last minute."]


def test_a_stuck_loop_is_unhealthy(watched: House, port: int) -> None:
    watched.app.sender.pulse = stuck = Pulse()
    stuck.promise(-1)
    assert healthz(port)[1]["problems"] == ["The loop that sends mail is stuck."]


def test_health_is_told_even_while_the_database_is_slow(
    watched: House, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many ask meanwhile, one thread waits, and the counters are there all the same."""
    reading, go_on = watched.database.reading, threading.Event()

    @contextmanager
    def slowly() -> Iterator[Session]:
        if threading.current_thread().name.startswith("probes"):
            go_on.wait(20)
        with reading() as db:
            yield db

    monkeypatch.setattr(watched.database, "reading", slowly)
    begun = time.monotonic()
    answers: list[tuple[int, dict[str, Any]]] = []
    askers = [threading.Thread(target=lambda: answers.append(healthz(port))) for _ in range(5)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    assert time.monotonic() - begun < 4
    assert {status for status, _ in answers} == {503}
    assert all(said["problems"] == ["The database did not answer within 2 seconds."] for _, said in answers)
    found = metrics(port)
    assert value(found, "solidarity_updates_total", kind="message") == 0
    assert not any(name == "solidarity_outbox" for name, _ in found)
    assert len([thread for thread in threading.enumerate() if thread.name.startswith("probes")]) == 1
    go_on.set()
    assert healthz(port)[0] == 200


def _healthz_once_it_answers(port: int) -> tuple[int, dict[str, Any]] | None:
    try:
        return healthz(port)
    except OSError:
        return None


def test_before_telegram_was_reached_health_says_so(tmp_path: Path, telegram: StandIn, port: int) -> None:
    telegram.faults.add(Fault.HTML_502, method="getMe", times=None)
    process = bear(tmp_path, watched_at(tmp_path, telegram, port))
    try:
        answered = until(lambda: _healthz_once_it_answers(port), "nobody listens")
        assert answered
        status, said = answered
        assert status == 503
        assert said["problems"] == ["Telegram has not been reached yet."]
        assert value(metrics(port), "solidarity_outbox", state="pending") == 0
    finally:
        assert end(process, 10) == 0
