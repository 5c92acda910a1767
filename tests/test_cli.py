"""The operators' door, as an operator sees it: a process, its words and its exit code."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.app import open_database
from bot.campaign import posts
from bot.campaign.models import Kind
from bot.refusals import Refused
from bot.rehearsal.faults import Fault
from bot.rehearsal.standins import StandIn
from bot.settings import read
from bot.words.languages import language
from bot.words.message import plain
from tests.doors import Door
from tests.houses import KEY, environment
from tests.waits import until

ROOT = Path(__file__).parent.parent
LONG = "9" * 23
TEXT = "On the Strike\n\nThe strike goes on until the wages are paid.\n\nJoint Committee\n"


def bot(folder: Path, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *words],
        cwd=folder, env=_surroundings(settings), capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


def start(folder: Path, **settings: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "bot"], cwd=folder, env=_surroundings(settings), stderr=subprocess.PIPE, text=True
    )


def _surroundings(settings: dict[str, str]) -> dict[str, str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("BOT_")}
    return {**clean, "PYTHONPATH": str(ROOT), **settings}


def wait_until_served(telegram: StandIn) -> None:
    until(lambda: telegram.calls_of("getUpdates"), "the bot does not poll")


def test_bad_settings_are_told_without_a_traceback(tmp_path: Path) -> None:
    done = bot(tmp_path, BOT_TIMEZONE="Berlin/Europe", BOT_REVIEW="maybe")
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 2
    assert "Traceback" not in done.stderr


def test_a_refused_token_ends_with_3(tmp_path: Path, telegram: StandIn) -> None:
    telegram.faults.add(Fault.UNAUTHORIZED, times=None)
    done = bot(tmp_path, **environment(tmp_path, telegram))
    assert done.returncode == 3
    assert "@BotFather" in done.stderr
    assert telegram.world.token not in done.stderr


def test_a_second_process_refuses_to_start_and_the_first_stops_cleanly(tmp_path: Path, telegram: StandIn) -> None:
    surroundings = environment(tmp_path, telegram)
    first = start(tmp_path, **surroundings)
    try:
        wait_until_served(telegram)
        second = bot(tmp_path, **surroundings)
        assert second.returncode == 4
        assert "Another process" in second.stderr
    finally:
        begun = time.monotonic()
        first.send_signal(signal.SIGTERM)
        assert first.wait(10) == 0
    assert time.monotonic() - begun < 10


def test_with_a_wrong_key_it_refuses_to_start(here: Door, tmp_path: Path, telegram: StandIn) -> None:
    surroundings = environment(tmp_path, telegram)
    assert here("invite", **surroundings).code == 0
    done = bot(tmp_path, **{**surroundings, "BOT_SECRET_KEY": "77" * 32})
    assert done.returncode == 2
    assert "key" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_invitation_works_beside_a_running_bot(tmp_path: Path, telegram: StandIn) -> None:
    surroundings = environment(tmp_path, telegram)
    process = start(tmp_path, **surroundings)
    try:
        wait_until_served(telegram)
        lines = bot(tmp_path, "invite", **surroundings).stdout.splitlines()
        code = lines[0]
        assert re.fullmatch(r"[A-Za-z0-9_-]{10,57}", code)
        assert f"https://t.me/{telegram.world.username}?start=invite_{code}" in lines
        assert f"/start invite_{code}" in lines
        owner = telegram.person("Owner", language_code="en")
        owner.says(lines[-1])
        telegram.settle()
        owner.says("/team")
        telegram.settle()
        assert "Owner" not in owner.inbox[-1].text or "owner" in owner.inbox[-1].text.lower()
        stranger = telegram.person("Stranger")
        stranger.says(lines[-1])
        telegram.settle()
        stranger.says("/team")
        stranger.says("/nonsense")
        telegram.settle()
        assert stranger.inbox[-1].text == stranger.inbox[-2].text
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(10)


def test_a_file_is_taken_in_published_and_shown(here: Door, tmp_path: Path) -> None:
    (tmp_path / "strike.txt").write_text(TEXT)
    done = bot(tmp_path, "import", "strike.txt", "--kind", "statement", "--issuer", "Joint Committee", "--publish")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("1\tstatement\tpublished")
    shown = bot(tmp_path, "show", "1").stdout
    assert "The strike goes on until the wages are paid." in shown
    assert any("On the Strike" in line for line in here("digest").out)
    assert here("digest", "--language", "fa").code == 0


def test_a_dry_run_stores_nothing_and_prints_what_was_understood(tmp_path: Path) -> None:
    (tmp_path / "strike.txt").write_text(TEXT)
    done = bot(tmp_path, "import", "--dry-run", "--json", "strike.txt")
    entry = json.loads(done.stdout)["entries"][0]
    assert entry["title"] == "On the Strike"
    assert entry["language"] == "en"
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("import", "missing.txt"), "missing.txt"),
        (("import", "--dry-run", "x.txt"), "--json"),
        (("show", "7"), "no post 7"),
        (("digest",), "Nothing"),
        (("outbox", "retry", "9"), "Delivery 9"),
        (("invite", "--hours", "0"), "--hours"),
        (("import", "binary.txt"), "text"),
    ],
)
def test_what_can_not_be_done_is_said_in_a_sentence(
    here: Door, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 10)
    assert here("invite").code == 0
    code, _, err = here(*words)
    assert code in {1, 2}
    assert any(said in line for line in err)
    assert not any("Traceback" in line for line in err)


def test_check_names_what_is_wrong(here: Door, tmp_path: Path, telegram: StandIn) -> None:
    surroundings = environment(tmp_path, telegram)
    nothing = here("check", **surroundings)
    assert nothing.code == 1
    assert nothing.out[0].startswith(f"database: There is no database at {tmp_path / 'bot.db'}.")
    here("invite", **surroundings)
    fine = here("check", **surroundings)
    assert (fine.code, fine.out) == (0, ["Everything is in order."])
    telegram.faults.add(Fault.UNAUTHORIZED, times=None)
    refused = here("check", **surroundings)
    assert refused.code == 1
    assert refused.out[0].startswith("token:")


def test_the_version_is_told(tmp_path: Path) -> None:
    from bot import __version__

    assert bot(tmp_path, "--version").stdout.strip() == f"solidarity-bot {__version__}"


def test_what_is_exported_comes_in_again_as_it_was(here: Door, tmp_path: Path) -> None:
    """Front matter and footnotes included."""
    (tmp_path / "strike.txt").write_text(TEXT.replace("paid.", "paid.1") + "\n1. Morning Post, 12 January 2026.\n")
    here("import", "strike.txt", "--issuer", "Joint Committee", "--date", "2026-01-12", "--publish")
    assert here("export", "out").out == ["0001-en.md"]
    exported = (tmp_path / "out" / "0001-en.md").read_text()
    assert 'issuers: ["Joint Committee"]' in exported
    assert "paid.[^1]" in exported
    assert "[^1]: " in exported
    assert here("import", "out/0001-en.md", "--publish").code == 0
    again = "\n".join(here("show", "2").out)
    for part in ("On the Strike", "The strike goes on until the wages are paid.1", "Morning Post, 12 January 2026."):
        assert part in again


@pytest.mark.parametrize(
    ("words", "settings", "code", "said"),
    [
        (("show", "99"), {}, 1, "There is no post 99."),
        (("show", LONG), {}, 1, "There is no post"),
        (("show", "-1"), {}, 1, "There is no post -1."),
        (("outbox", "retry", "5"), {}, 1, "Delivery 5 is not waiting for a decision."),
        (("outbox", "drop", LONG), {}, 1, "is not waiting for a decision."),
        (("import", "--week", LONG, "strike.txt"), {}, 2, "--week must be a number from 1 to 999."),
        (("import", "--week", "-3", "strike.txt"), {}, 2, "--week"),
        (("import", "--week", "0", "strike.txt"), {}, 2, "--week"),
        (("import", "--week", "1000", "strike.txt"), {}, 2, "--week"),
        (("digest", "--since", "0001-01-01"), {"BOT_TIMEZONE": "Asia/Tehran"}, 2, "--since must be a day from"),
        (("digest", "--until", "9999-12-31"), {}, 2, "--until must be a day from"),
        (("digest", "--until", "0001-01-01"), {}, 2, "--until must be a day from"),
        (("outbox",), {"BOT_API_URL": "http://["}, 2, "BOT_API_URL"),
        ((), {"BOT_METRICS_LISTEN": "localhost:²"}, 2, "BOT_METRICS_LISTEN"),
        (("invite",), {"BOT_DATABASE_URL": "sqlite:///"}, 2, "BOT_DATABASE_URL names no file"),
        (("check",), {"BOT_DATABASE_URL": "sqlite:///:memory:"}, 2, "BOT_DATABASE_URL names no file"),
        (("invite",), {"BOT_DATABASE_URL": "sqlite:////dev/full"}, 2, "/dev/full is not a file"),
        (("invite",), {"BOT_DATABASE_URL": "sqlite:///data/"}, 2, "is not a file"),
        (("invite",), {"BOT_DATA_DIR": "strike.txt"}, 2, "Not a directory"),
        (("show", "1"), {"BOT_DATA_DIR": "strike.txt/data"}, 2, "Not a directory"),
        ((), {"BOT_DATA_DIR": "strike.txt", "BOT_TOKEN": "1:a"}, 2, "Not a directory"),
    ],
)
def test_whatever_was_typed_or_set_the_answer_is_one_sentence(
    here: Door, tmp_path: Path, words: tuple[str, ...], settings: dict[str, str], code: int, said: str
) -> None:
    (tmp_path / "strike.txt").write_text(TEXT)
    assert here("invite")[0] == 0
    done, out, err = here(*words, **settings)
    assert (done, out, len(err)) == (code, [], 1)
    assert said in err[0]
    assert not re.search(r"(^|\s)/[a-z]+\b(?!/)", err[0].replace("/dev/full", "")), (
        "the bot's commands are not typed here"
    )


def test_the_last_weeks_and_days_that_are_allowed_are_taken(here: Door, tmp_path: Path) -> None:
    (tmp_path / "strike.txt").write_text(TEXT)
    assert here("import", "--week", "1", "strike.txt")[0] == 0
    assert here("import", "--week", "999", "--publish", "strike.txt")[0] == 0
    for zone in ("Asia/Tehran", "America/Los_Angeles"):
        code, out, _ = here("digest", "--since", "1970-01-01", "--until", "2999-12-31", BOT_TIMEZONE=zone)
        assert code == 0
        assert any("On the Strike" in line for line in out)


@pytest.mark.parametrize(
    "words", [("show", "1"), ("digest",), ("outbox",), ("outbox", "retry", "1"), ("export", "out")]
)
def test_who_only_reads_makes_nothing_in_a_wrong_folder(here: Door, tmp_path: Path, words: tuple[str, ...]) -> None:
    code, out, err = here(*words)
    assert (code, out, len(err)) == (1, [], 1)
    assert err[0].startswith(f"There is no database at {tmp_path / 'data' / 'bot.db'}.")
    assert list(tmp_path.iterdir()) == []


def test_check_makes_nothing_in_a_wrong_folder(here: Door, tmp_path: Path) -> None:
    code, out, _ = here("check")
    assert code == 1
    assert [line for line in out if "There is no database at" in line] == out[:1]
    assert list(tmp_path.iterdir()) == []


def test_no_new_key_is_made_for_an_old_database(here: Door, tmp_path: Path) -> None:
    here("invite")
    key = tmp_path / "data" / "secret.key"
    kept = key.read_text()
    key.unlink()
    for words in (("outbox",), ("invite",)):
        code, _, err = here(*words)
        assert (code, len(err)) == (2, 1)
        assert f"There is no key at {key}." in err[0]
        assert not key.exists()
    assert any(str(key) in line for line in here("check")[1])
    key.write_text(kept)
    assert here("outbox")[0] == 0


def test_what_is_not_a_database_is_said_in_a_sentence(here: Door, tmp_path: Path) -> None:
    (tmp_path / "strike.txt").write_text(TEXT * 100)
    code, _, err = here("outbox", BOT_DATABASE_URL="sqlite:///strike.txt", BOT_SECRET_KEY=KEY)
    assert (code, len(err)) == (1, 1)
    assert "is not a database" in err[0]


def test_a_folder_that_can_only_be_read_is_named(here: Door, tmp_path: Path) -> None:
    assert here("invite")[0] == 0
    (tmp_path / "data").chmod(0o500)
    (tmp_path / "closed").mkdir(0o500)
    if os.access("closed", os.W_OK):
        pytest.skip("nothing is read-only for root")
    try:
        for words, settings in ((("outbox",), {}), (("invite",), {}), (("invite",), {"BOT_DATA_DIR": "closed/data"})):
            code, _, err = here(*words, **settings)
            assert (code, len(err)) == (2, 1)
            assert "Permission denied" in err[0]
    finally:
        (tmp_path / "data").chmod(0o700)


def test_settings_that_are_not_utf_8_are_told_without_a_traceback(here: Door, tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes("BOT_DATA_DIR=Solidarität".encode("latin-1"))
    code, _, err = here("outbox")
    assert (code, len(err)) == (2, 1)
    assert str(tmp_path / ".env") in err[0]


def test_an_empty_outbox_says_that_nothing_waits(here: Door) -> None:
    here("invite")
    assert here("outbox") == (0, ["Nothing waits in the outbox."], [])


def test_a_draft_without_text_is_shown_as_a_sentence(here: Door) -> None:
    here("invite")
    database = open_database(read({}))
    with database.writing() as db:
        posts.create(db, Kind.STATEMENT, "en", datetime.now(UTC), None)
    database.close()
    assert here("show", "1") == (1, [], ["Post 1 has no text yet."])


WRONG_KEY = (
    "The key doesn't open this database. Put the key back that it was made with "
    "(BOT_SECRET_KEY, or the file of BOT_SECRET_KEY_FILE)."
)
BUSY = "Another process already serves this database. Stop it first."
TWO_KEYS = "BOT_SECRET_KEY and BOT_SECRET_KEY_FILE are both set; keep one of them."
FAST = (
    "BOT_SEND_RATE is over 30, which Telegram allows to paid broadcasts only; "
    "lower it to 30 or set BOT_PAID_BROADCAST=1."
)


@pytest.mark.parametrize(
    ("settings", "code", "sentence"),
    [
        ({"BOT_SECRET_KEY": "77" * 32}, 2, WRONG_KEY),
        ({}, 4, BUSY),
        ({"BOT_SECRET_KEY_FILE": "key"}, 2, TWO_KEYS),
        ({"BOT_SEND_RATE": "31"}, 2, FAST),
    ],
)
def test_operators_are_refused_in_their_own_language(
    here: Door, settings: dict[str, str], code: int, sentence: str
) -> None:
    """In English as it stands in the code, in Farsi with Persian letters and every name that must be typed."""
    mine = {"BOT_SECRET_KEY": KEY, "BOT_TOKEN": "1:a"}
    here("invite", **{**mine, "BOT_TOKEN": ""})
    database = open_database(read(mine))
    if sentence == BUSY:
        database.claim()
    try:
        english = here(**{**mine, **settings})
        farsi = here(**{**mine, **settings, "BOT_LANGUAGE": "fa"})
    finally:
        database.close()
    assert english == (code, [], [sentence])
    assert farsi == (code, [], [plain(language("fa").refusal(Refused(sentence)))])
    assert len(re.findall("[آ-ی]", farsi[2][0])) > 20
    assert all(name in farsi[2][0] for name in re.findall(r"BOT_[A-Z_]+|@BotFather|/newbot", sentence))
