"""A rehearsal begins and ends as an operator expects, and touches nothing but its own folder."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.rehearsal import gauges, scripts, views
from bot.rehearsal.ports import Port
from bot.rehearsal.processes import BotProcess
from bot.rehearsal.profiles import Profile, name_scope
from bot.rehearsal.standins import StandIn
from tests.rehearsal.browsers import Browser, rehearsing, surroundings
from tests.waits import until

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux ties a child to its parent, and keeps a port")


def children(parent: int) -> list[int]:
    """The processes whose parent this is."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent and fields[0] != "Z":
            found.append(int(stat.parent.name))
    return found


def is_alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def left_in(folder: Path) -> list[Path]:
    return list(folder.glob("solidarity-rehearsal-*"))


@LINUX
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_rehearsal_ends_clean_whatever_ends_it(tmp_path: Path, number: signal.Signals) -> None:
    """Also in the middle of its preparations: no process and no file is left."""
    with rehearsing(tmp_path) as (process, _):
        until(lambda: children(process.pid))
        born = children(process.pid)
        assert left_in(tmp_path)
        begun = time.monotonic()
        process.send_signal(number)
        assert process.wait(30) == 0
        assert time.monotonic() - begun < 20
        until(lambda: not any(is_alive(child) for child in born))
    assert not left_in(tmp_path)


@LINUX
def test_the_bot_does_not_outlive_a_rehearsal_that_is_killed(tmp_path: Path) -> None:
    with rehearsing(tmp_path) as (process, address):
        browser = Browser(address)
        browser.wait(lambda: browser.state()["bot"]["state"] == "running")
        born = children(process.pid)
        assert born
        process.kill()
        process.wait()
        until(lambda: not any(is_alive(child) for child in born))


@LINUX
def test_the_bot_s_port_is_given_to_nobody_before_it_comes_and_between_its_lives() -> None:
    with closing(Port()) as kept:
        for _ in range(2):
            with socket.socket() as stranger, pytest.raises(OSError, match="in use"):
                stranger.bind(("127.0.0.1", kept.number))
            with (
                socket.create_server(("127.0.0.1", kept.number)) as server,
                socket.create_connection(("127.0.0.1", kept.number)),
            ):
                server.accept()[0].close()
    with socket.create_server(("127.0.0.1", kept.number)):
        pass


def test_a_port_that_is_taken_is_said_in_one_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-m", "bot", "rehearse", "--port", str(port)],
            cwd=tmp_path, env=surroundings(tmp_path), capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.startswith(f"Port {port} can't be used")
    assert len(done.stderr.strip().splitlines()) == 1
    assert not left_in(tmp_path)


def test_without_a_token_the_rehearsal_starts_and_says_how_to_get_one(tmp_path: Path) -> None:
    """`solidarity-bot` alone; here on a free port, so that several may run at once."""
    start = "from bot.verbs import rehearsals; rehearsals.PORT = 0; from bot.cli import main; main([])"
    process = subprocess.Popen(
        [sys.executable, "-c", start], cwd=tmp_path, env=surroundings(tmp_path), stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout
        address, token = process.stdout.readline(), process.stdout.readline()
        assert "http://127.0.0.1:" in address
        assert "@BotFather" in token
    finally:
        process.terminate()
        process.communicate(timeout=60)


def test_nothing_of_the_operator_s_settings_reaches_the_rehearsal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the environment nor a `.env` file: the operator's own database is not touched."""
    mine, here = tmp_path / "mine", tmp_path / "here"
    here.mkdir()
    (here / ".env").write_text(f"BOT_DATA_DIR={mine}\nBOT_REVIEW=one\n")
    monkeypatch.chdir(here)
    monkeypatch.setenv("BOT_DATABASE_URL", f"sqlite:///{mine / 'mine.db'}")
    monkeypatch.setenv("BOT_SECRET_KEY", "ab" * 32)
    folder = tmp_path / "rehearsal"
    folder.mkdir()
    process = BotProcess(folder, {"BOT_TOKEN": "123456:TEST-TOKEN"})
    try:
        code, out, complaint = process.run_verb("invite")
        assert code == 1 or out, complaint
        assert (folder / "data" / "bot.db").exists()
        assert not mine.exists()
    finally:
        process.close()


def test_the_bot_beats_as_soon_as_its_clock_is_set(tmp_path: Path) -> None:
    """A subscriber's digest comes without waiting for the next full minute."""
    shift = 0.0

    def now() -> datetime:
        return datetime.now(UTC) + timedelta(seconds=shift)

    with StandIn(now=now) as telegram:
        settings = {"BOT_TOKEN": telegram.world.token, "BOT_API_URL": telegram.api_url}
        process = BotProcess(tmp_path, settings)
        try:
            process.shift(0)
            process.start()
            sara = telegram.person("Sara", language_code="en")
            sara.says(f"/subscribe daily {now() + timedelta(minutes=30):%H:%M} UTC")
            until(lambda: sara.inbox)
            telegram.settle()
            sample = scripts.write(tmp_path / "samples", datetime.now(UTC).date())[0]
            assert process.run_verb("import", "--publish", str(sample))[0] == 0
            for _ in range(2):  # setting the clock back and on again changes nothing
                process.shift(shift := 3600.0)
                until(lambda: len(sara.inbox) == 2)
                process.shift(shift := 0.0)
                time.sleep(0.3)
            telegram.settle()
            assert len(sara.inbox) == 2
        finally:
            process.close()


def test_the_samples_lie_around_the_day_of_the_rehearsal(tmp_path: Path) -> None:
    """Deadlines are to come and dates are past, on whatever day it begins; no place is left unfilled."""
    files = {file.name: file.read_text("utf-8") for file in scripts.write(tmp_path / "samples", date(2031, 3, 20))}
    assert "deadline: 2031-03-30 20:00 Europe/Berlin" in files["11-petition-en.md"]
    assert "30 March 2031" in files["11-petition-en.md"]
    assert "۱۰ فروردین ۱۴۱۰" in files["11-petition-fa.md"]
    assert "_days" not in "".join(files.values())
    for name, text in files.items():
        first = text.split("---\n", 2)[2].strip().splitlines()[0]
        assert first.startswith("> A rehearsal sample" if "-en" in name else "> نمونه‌ای برای تمرین"), name


def test_a_menu_is_that_of_the_narrowest_scope() -> None:
    """As the Bot API has it: the chat's own before all private ones before the default, the language before none."""
    with StandIn() as telegram:
        sara = telegram.person("Sara")
        group = telegram.group("Friends")
        channel = telegram.channel("Voices")
        profile = Profile()

        def put(scope: dict[str, object] | None, language: str, name: str) -> None:
            profile.commands[name_scope(scope), language] = [{"command": name, "description": name}]

        def shown(chat: object, language: str) -> list[str]:
            return [row["command"] for row in views.menu(profile, chat, language)]  # type: ignore[arg-type]

        assert shown(sara.chat, "fa") == []
        put(None, "", "default")
        assert shown(sara.chat, "fa") == ["default"]
        put({"type": "all_private_chats"}, "", "private")
        put({"type": "all_private_chats"}, "fa", "private_fa")
        put({"type": "all_group_chats"}, "", "group")
        assert (shown(sara.chat, "fa"), shown(sara.chat, "en")) == (["private_fa"], ["private"])
        put({"type": "chat", "chat_id": sara.id}, "", "own")
        assert shown(sara.chat, "fa") == ["own"]
        assert shown(group, "fa") == ["group"]
        assert shown(channel, "fa") == []


def test_the_bot_s_own_counts_are_read() -> None:
    text = (
        "# HELP solidarity_outbox Rows.\n# TYPE solidarity_outbox gauge\n"
        'solidarity_outbox{state="pending"} 2.0\nsolidarity_outbox{state="deferred"} 1.0\n'
        'solidarity_outbox{state="sending"} 1.0\nsolidarity_outbox{state="sent"} 7.0\n'
        'solidarity_outbox{state="dead"} 3.0\nsolidarity_outbox{state="uncertain"} 1.0\n'
        "solidarity_next_digest_timestamp 1.7685e+09\n"
    )
    seen = gauges.read(text)
    assert seen.outbox == gauges.Counts(waiting=4, uncertain=1, failed=3, sent=7)
    assert seen.next_digest == datetime.fromtimestamp(1_768_500_000, UTC)
    assert gauges.read("solidarity_next_digest_timestamp 0.0\n").next_digest is None
    assert gauges.read_list("deferred\t2\nsent\t5\n12\tdeferred\tchannel 3\tdigest\t\n") == gauges.Counts(2, 0, 0, 5)
