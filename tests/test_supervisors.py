"""The service manager hears that the bot is ready, that it lives, and that it stops; nothing when it hangs."""

from __future__ import annotations

import os
import secrets
import socket
import time
from collections.abc import Callable, Iterator
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import pytest

from bot import supervisors
from bot.rehearsal.faults import Fault
from bot.rehearsal.standins import StandIn
from tests.houses import House, environment
from tests.nurseries import bear, end

pytestmark = pytest.mark.long  # they listen for seconds


class Manager:
    """As much of systemd as hears what a service says."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind("\0" + address[1:] if address.startswith("@") else address)
        self.heard: list[str] = []

    def listen(self, seconds: float) -> list[str]:
        """What is said from now on, for *seconds*."""
        heard: list[str] = []
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self.socket.settimeout(left)
            try:
                heard += self.socket.recv(4096).decode().splitlines()
            except TimeoutError:
                break
        self.heard += heard
        return heard

    def wait_for(self, wanted: str) -> None:
        until = time.monotonic() + 60
        while wanted not in self.heard:
            assert time.monotonic() < until, f"{wanted} was not said: {self.heard}"
            self.listen(0.2)


@pytest.fixture(params=["file", "abstract"])
def manager(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Manager]:
    name = secrets.token_hex(6)
    there = Manager(f"@solidarity-{name}" if request.param == "abstract" else str(tmp_path / "notify"))
    yield there
    there.socket.close()


@pytest.fixture
def systemd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Manager]:
    """A manager for the bot of this very process, that wants a sign of life each second."""
    there = Manager(str(tmp_path / "notify"))
    monkeypatch.setenv("NOTIFY_SOCKET", there.address)
    monkeypatch.setenv("WATCHDOG_USEC", "1000000")
    monkeypatch.delenv("WATCHDOG_PID", raising=False)
    yield there
    there.socket.close()


Start = Callable[[Manager], ForkServerProcess]


@pytest.fixture
def start(tmp_path: Path, telegram: StandIn) -> Iterator[Start]:
    processes = []

    def run(manager: Manager) -> ForkServerProcess:
        told = {"NOTIFY_SOCKET": manager.address, "WATCHDOG_USEC": "1000000"}
        process = bear(tmp_path, {**environment(tmp_path, telegram), **told})
        processes.append(process)
        return process

    yield run
    for process in processes:
        process.kill()
        process.join()


def test_a_bot_tells_that_it_is_ready_lives_and_stops(manager: Manager, start: Start) -> None:
    process = start(manager)
    manager.wait_for("READY=1")
    manager.wait_for("STATUS=Serving. Messages waiting: 0; uncertain: 0.")
    assert manager.listen(3).count("WATCHDOG=1") in range(4, 8)
    assert end(process, 10) == 0
    manager.wait_for("STOPPING=1")
    assert manager.heard.count("READY=1") == 1


def test_a_start_without_network_is_given_time_and_is_not_ready(
    manager: Manager, telegram: StandIn, start: Start
) -> None:
    plan = telegram.faults.add(Fault.RESET_BEFORE, method="getMe", times=None)
    start(manager)
    manager.wait_for("STATUS=Trying to reach Telegram.")
    manager.listen(1.5)
    assert any(said.startswith("EXTEND_TIMEOUT_USEC=") for said in manager.heard)
    assert "READY=1" not in manager.heard
    plan.times = plan.hits
    manager.wait_for("READY=1")


def test_a_telegram_that_is_down_does_not_stop_the_signs_of_life(
    systemd: Manager, tmp_path: Path, telegram: StandIn
) -> None:
    """To kill the bot for it would help nobody."""
    with House(tmp_path, telegram):
        telegram.faults.add(Fault.RESET_BEFORE, times=None)
        telegram.person("Tom").says("/help")
        systemd.listen(1)
        assert systemd.listen(3).count("WATCHDOG=1") >= 4


@pytest.mark.parametrize("loop", ["polls", "sends"])
def test_a_bot_whose_loops_hang_gives_no_sign_of_life_and_says_why(
    systemd: Manager, tmp_path: Path, telegram: StandIn, monkeypatch: pytest.MonkeyPatch, loop: str
) -> None:
    with House(tmp_path, telegram) as house:
        systemd.wait_for("WATCHDOG=1")
        pulse = house.app.polls if loop == "polls" else house.app.sender.pulse
        pulse._clock = lambda: time.monotonic() + 3600
        pulse._until = time.monotonic()
        monkeypatch.setattr(pulse, "promise", lambda _seconds: None)
        systemd.listen(1)
        heard = systemd.listen(2)
        assert "WATCHDOG=1" not in heard
        assert any(said.startswith("STATUS=The loop that") for said in systemd.heard)


def test_a_bot_whose_event_loop_hangs_gives_no_sign_of_life(
    systemd: Manager, tmp_path: Path, telegram: StandIn
) -> None:
    with House(tmp_path, telegram) as house:
        systemd.wait_for("READY=1")
        house._loop.call_soon_threadsafe(time.sleep, 3)
        systemd.listen(0.5)
        assert systemd.listen(2) == []
        systemd.heard.clear()
        systemd.wait_for("WATCHDOG=1")


def test_without_a_manager_nothing_is_said_and_nothing_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    supervisors.tell("READY=1")
    monkeypatch.setenv("NOTIFY_SOCKET", "/nowhere/at/all")
    supervisors.tell("READY=1")


@pytest.mark.parametrize(
    ("microseconds", "pid", "seconds"),
    [("30000000", None, 30.0), ("30000000", "ours", 30.0), ("30000000", "1", None), ("0", None, None),
     ("soon", None, None), ("", None, None)],
)  # fmt: skip
def test_the_patience_of_the_manager_is_read_as_systemd_writes_it(
    monkeypatch: pytest.MonkeyPatch, microseconds: str, pid: str | None, seconds: float | None
) -> None:
    """Another process's watchdog is not ours."""
    monkeypatch.setenv("WATCHDOG_USEC", microseconds)
    monkeypatch.delenv("WATCHDOG_PID", raising=False)
    if pid is not None:
        monkeypatch.setenv("WATCHDOG_PID", str(os.getpid()) if pid == "ours" else pid)
    assert supervisors.patience() == seconds
