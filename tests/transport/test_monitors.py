"""What monitors count of a running bot, asked over real HTTP."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import Session

from bot.campaign import facts
from bot.campaign.models import ChatKind, ChatState, DeliveryState
from bot.commands.table import COMMANDS
from bot.meters import ERRORS, PURPOSES, UPDATES, Lag, Meters
from bot.rehearsal.faults import Fault
from bot.rehearsal.standins import StandIn
from bot.transport import monitors
from bot.transport.probes import Kept
from tests.houses import House
from tests.nurseries import ROOT
from tests.transport.watchers import (
    ask,
    bring_news,
    metrics,
    value,
    wait_for,
    watched_at,
)
from tests.waits import PATIENCE, until

NAMES = {
    "solidarity_updates_total": {"kind"},
    "solidarity_command_seconds": {"command"},
    "solidarity_messages_sent_total": {"purpose"},
    "solidarity_send_errors_total": {"reason"},
    "solidarity_outbox": {"state"},
    "solidarity_chats": {"kind", "state"},
    "solidarity_last_digest_timestamp": set(),
    "solidarity_next_digest_timestamp": set(),
    "solidarity_last_backup_timestamp": set(),
    "solidarity_last_poll_age_seconds": set(),
    "solidarity_loop_lag_seconds": set(),
    "solidarity_oldest_due_age_seconds": set(),
    "solidarity_build_info": {"version", "python"},
}


def test_all_names_of_the_contract_are_there_from_the_start(watched: House, port: int) -> None:
    """An alert can only see a count rise from the 0 that was there before."""
    found = metrics(port)
    for name in NAMES.keys() - {"solidarity_command_seconds"}:
        assert any(name == each for each, _ in found), name
    for kind in UPDATES:
        assert value(found, "solidarity_updates_total", kind=kind) == 0
    for purpose in PURPOSES:
        assert value(found, "solidarity_messages_sent_total", purpose=purpose) == 0
    for reason in ERRORS:
        assert value(found, "solidarity_send_errors_total", reason=reason) == 0
    for state in DeliveryState:
        assert value(found, "solidarity_outbox", state=state.value) == 0
    for kind in ChatKind:
        for standing in ChatState:
            assert value(found, "solidarity_chats", kind=kind.value, state=standing.value) == 0


def test_what_happens_is_counted(watched: House, telegram: StandIn, port: int) -> None:
    sara, tom = telegram.person("Sara"), telegram.person("Tom")
    for person in (sara, tom):
        watched.ask(person, "/subscribe now")
    watched.press(sara, watched.ask(sara, "/settings")[-1], "/unsubscribe")
    watched.ask(tom, "something about wages")
    watched.ask(tom, "/nonsense")
    bring_news(watched)
    watched.deliver()
    wait_for(port, "solidarity_messages_sent_total", 1, purpose="publication")
    found = metrics(port)
    assert value(found, "solidarity_chats", kind="private", state="active") == 1
    assert value(found, "solidarity_outbox", state="sent") == 1
    assert value(found, "solidarity_updates_total", kind="callback_query") == 1
    assert value(found, "solidarity_updates_total", kind="message") == 8
    assert value(found, "solidarity_messages_sent_total", purpose="answer") >= 9
    for command, times in {"subscribe": 2, "settings": 1, "text": 1, "unknown": 1, "publish": 1, "new": 1}.items():
        assert value(found, "solidarity_command_seconds_count", command=command) == times, command
    assert 0 < value(found, "solidarity_command_seconds_sum", command="subscribe") < 20


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (Fault.TOO_MANY, "too_many"), (Fault.HTML_502, "doubtful"), (Fault.RESET_AFTER, "doubtful"),
    ],
)  # fmt: skip
def test_what_could_not_be_sent_is_counted_by_its_reason(
    watched: House, telegram: StandIn, port: int, fault: Fault, reason: str
) -> None:
    tom = telegram.person("Tom")
    telegram.faults.add(fault, method="sendMessage", times=1)
    watched.ask(tom, "/help")
    wait_for(port, "solidarity_send_errors_total", 1, reason=reason)


def test_no_label_holds_an_id_or_a_name(watched: House, telegram: StandIn, port: int) -> None:
    """Whatever people write, labels are words of fixed lists."""
    sara = telegram.person("Sara", language_code="fa")
    for text in (f"/{sara.id}", "/Sara", "/sara_1", f"{sara.id}", "Sara", "/join 123", "/start read_1"):
        watched.ask(sara, text)
    group = telegram.group("Friends of Sara", members=[sara])
    watched.ask(sara, "/help", in_=group)
    words = {
        *(command.name for command in COMMANDS), "text", "unknown", *UPDATES, *PURPOSES, *ERRORS, *ChatKind,
        *ChatState, *DeliveryState,
    }  # fmt: skip
    for name, labels in metrics(port):
        if name.startswith("process_"):
            continue
        family = re.sub(r"_(bucket|count|sum)$", "", name)
        assert {label for label, _ in labels} - {"le"} == NAMES[family], name
        if family != "solidarity_build_info":
            assert {word for label, word in labels if label != "le"} <= words


def test_no_series_says_when_it_was_made(watched: House, port: int) -> None:
    for accept in ("*/*", "application/openmetrics-text; version=1.0.0"):
        status, text = ask(port, "/metrics", Accept=accept)
        assert status == 200
        assert "_created" not in text


def test_digests_are_dated_and_a_restart_forgets_neither(watched: House, telegram: StandIn, port: int) -> None:
    tom = telegram.person("Tom")
    watched.ask(tom, "/subscribe daily 18:00 UTC")
    six = watched.clock().replace(hour=18)
    found = metrics(port)
    assert value(found, "solidarity_next_digest_timestamp") == six.timestamp()
    assert value(found, "solidarity_last_digest_timestamp") == 0
    bring_news(watched)
    watched.clock.to("2026-01-14T18:00:30")
    watched.minute()
    wait_for(port, "solidarity_last_digest_timestamp", watched.clock().timestamp())
    watched.clock.to("2026-01-14T19:00")
    watched.restart()
    found = metrics(port)
    assert value(found, "solidarity_last_digest_timestamp") == six.timestamp() + 30
    assert value(found, "solidarity_next_digest_timestamp") == (six + timedelta(days=1)).timestamp()


def test_the_last_backup_is_dated(watched: House, port: int) -> None:
    assert value(metrics(port), "solidarity_last_backup_timestamp") == 0
    for kept, shown in (("2026-01-14T03:30:00+00:00", datetime(2026, 1, 14, 3, 30, tzinfo=UTC).timestamp()), ("x", 0)):
        with watched.database.writing() as db:
            facts.remember(db, facts.LAST_BACKUP, kept)
        assert value(metrics(port), "solidarity_last_backup_timestamp") == shown


def test_the_lag_of_the_loop_is_measured(watched: House, port: int) -> None:
    watched._loop.call_soon_threadsafe(time.sleep, 1.6)
    until(lambda: 0.5 < value(metrics(port), "solidarity_loop_lag_seconds") < PATIENCE)


def test_what_takes_long_to_count_is_not_counted_at_every_look(
    watched: House, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten monitors that look at a million rows must not keep the machine busy."""
    read, times = watched.app.probes._read, []

    def slowly(db: Session) -> Kept:
        times.append(time.monotonic())
        return replace(read(db), cost=3.0)

    monkeypatch.setattr(watched.app.probes, "_read", slowly)
    for _ in range(10):
        assert value(metrics(port), "solidarity_outbox", state="pending") == 0
    assert len(times) == 1


def test_a_slow_count_is_not_shown_for_minutes(watched: House, port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that was busy counts again once its figures are half a minute old; here a tenth of a second."""
    read, times = watched.app.probes._read, []

    def slowly(db: Session) -> Kept:
        times.append(time.monotonic())
        return replace(read(db), cost=0.3)

    monkeypatch.setattr(watched.app.probes, "_read", slowly)
    monkeypatch.setattr(monitors, "STANDS", 0.1)
    metrics(port)
    time.sleep(0.1)
    metrics(port)
    assert len(times) == 2


def test_only_these_two_pages_can_be_read(watched: House, port: int) -> None:
    assert ask(port, "/")[0] == 404
    assert ask(port, "/metrics/..%2f..%2fbot.db")[0] == 404
    for method in ("POST", "PUT", "DELETE"):
        assert ask(port, "/metrics", method)[0] == 405
        assert ask(port, "/healthz", method)[0] == 405


def test_a_monitor_that_keeps_its_connection_does_not_hold_up_a_stop(watched: House, port: int) -> None:
    with socket.create_connection(("127.0.0.1", port)) as kept:
        kept.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert kept.recv(100).startswith(b"HTTP/1.1 200")
        begun = time.monotonic()
        watched.stop()
        assert time.monotonic() - begun < 5
    watched.start()


def test_a_taken_port_ends_the_start_with_one_sentence(tmp_path: Path, telegram: StandIn) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-m", "bot"],
            cwd=tmp_path, env={"PYTHONPATH": str(ROOT), **watched_at(tmp_path, telegram, port)},
            capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    assert "BOT_METRICS_LISTEN" in lines[0]
    assert "in use" in lines[0]
    assert not telegram.calls_of("getUpdates")


def test_two_bots_in_one_process_count_apart() -> None:
    one, other = Meters(["help"]), Meters(["help"])
    one.sent("digest")
    assert one.registry is not None
    assert other.registry is not None
    labels = {"purpose": "digest"}
    assert one.registry.get_sample_value("solidarity_messages_sent_total", labels) == 1
    assert other.registry.get_sample_value("solidarity_messages_sent_total", labels) == 0


def test_whoever_does_not_want_to_be_watched_loads_nothing_for_it() -> None:
    code = "import sys, bot.app; print('prometheus_client' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_the_lag_counts_what_is_late_right_now() -> None:
    now = [100.0]
    lag = Lag(lambda: now[0])
    assert lag.worst == 0
    lag._expected = 101.0
    now[0] = 108.0
    assert lag.worst == 7
