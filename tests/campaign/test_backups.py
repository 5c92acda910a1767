"""Backups: a copy is one whole moment, and nothing that was changed or cut short is ever put back."""

from __future__ import annotations

import os
import sqlite3
import stat
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.campaign import backups, chats, facts, files, people
from bot.campaign.database import HEAD, KEY_INSIDE, Busy, Damaged, Database, opens
from bot.campaign.models import ChatKind, Role
from bot.campaign.secrets import Keys
from bot.refusals import Refused
from tests.houses import KEY, NOON

DAY = timedelta(days=1)


def quiet(*_: int) -> None:
    """Nobody looks at the bar."""


def copied(database: Database, folder: Path, key: str | None = None) -> Path:
    """A backup of the database as it is."""
    target = folder / "copy.db"
    backups.copy(database.path, target, NOON, key, quiet)
    return target


def ask(file: Path, question: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as opened:
        return opened.execute(question).fetchall()


def test_a_copy_made_while_others_write_is_one_moment(database: Database, tmp_path: Path) -> None:
    """Two facts that are always changed together agree in it, though they change all the time."""
    with database.writing() as db:
        for number in range(300):
            chats.keep(db, ChatKind.PRIVATE, number, NOON)
    done = threading.Event()
    rounds: list[int] = []

    def write() -> None:
        while not done.is_set():
            with database.writing() as db:
                for name in ("left", "right"):
                    facts.remember(db, name, str(len(rounds)))
            rounds.append(1)

    writer = threading.Thread(target=write)
    writer.start()
    seen: list[dict[object, object]] = []
    try:
        for number in range(10):
            target = tmp_path / f"{number}.db"
            backups.copy(database.path, target, NOON, None, quiet)
            rows = ask(target, "SELECT name, value FROM fact WHERE name IN ('left', 'right')")
            seen.append({name: value for name, value in rows})  # noqa: C416 - a row is more than a pair to the reader of types
    finally:
        done.set()
        writer.join()
    assert all(pair.get("left") == pair.get("right") for pair in seen)
    assert len({pair.get("left") for pair in seen}) > 1


def test_a_copy_tells_its_moment_and_what_it_is_of(database: Database, tmp_path: Path) -> None:
    file = copied(database, tmp_path)
    found = backups.look(file)
    assert (found.revision, found.copied_at, found.key) == (HEAD, NOON, None)
    assert found.check is not None
    assert opens(Keys(bytes.fromhex(KEY)), found.check)
    assert not opens(Keys(b"x" * 32), found.check)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_nothing_that_was_erased_is_in_a_copy(database: Database, tmp_path: Path) -> None:
    with database.writing() as db:
        facts.remember(db, "gone", "what-was-here-" * 100)
    with database.writing() as db:
        facts.forget(db, "gone")
    assert b"what-was-here-" not in copied(database, tmp_path).read_bytes()


def test_a_damaged_database_makes_no_copy(tmp_path: Path) -> None:
    broken = tmp_path / "bot.db"
    broken.write_bytes(b"SQLite format 3\0" + bytes(5000))
    with pytest.raises(Damaged):
        backups.copy(broken, tmp_path / "copy.db", NOON, None, quiet)


def test_the_bar_never_runs_backwards_and_reaches_the_end(database: Database, tmp_path: Path) -> None:
    with database.writing() as db:
        for number in range(5000):
            facts.remember(db, f"fact {number}", "x" * 200)
    told: list[tuple[int, int]] = []
    backups.copy(database.path, tmp_path / "copy.db", NOON, None, lambda done, size: told.append((done, size)))
    assert told == sorted(told)
    assert 0 < told[-1][0] <= told[-1][1]


@pytest.fixture(scope="module")
def whole() -> bytes:
    """A backup that is not encrypted, byte for byte."""
    with TemporaryDirectory() as folder:
        opened = Database(f"sqlite:///{folder}/bot.db", Keys(bytes.fromhex(KEY)))
        opened.open()
        with opened.writing() as db:
            chats.keep(db, ChatKind.PRIVATE, 7, NOON)
        content = copied(opened, Path(folder)).read_bytes()
        opened.close()
    return content


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_backup_with_one_bit_changed_is_refused(whole: bytes, tmp_path: Path, data: st.DataObject) -> None:
    """Also where SQLite itself sees nothing wrong, as in the middle of a text."""
    at = data.draw(st.integers(0, len(whole) * 8 - 1))
    changed = bytearray(whole)
    changed[at // 8] ^= 1 << at % 8
    file = tmp_path / "changed.db"
    file.write_bytes(changed)
    with pytest.raises(Refused):
        backups.look(file)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_backup_that_was_cut_short_is_refused(whole: bytes, tmp_path: Path, data: st.DataObject) -> None:
    file = tmp_path / "short.db"
    file.write_bytes(whole[: data.draw(st.integers(0, len(whole) - 1))])
    with pytest.raises(Refused):
        backups.look(file)


def test_a_backup_of_a_newer_version_is_refused(database: Database, tmp_path: Path) -> None:
    database.close()
    with closing(sqlite3.connect(database.path)) as raw, raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(Refused, match="newer version"):
        backups.look(copied(database, tmp_path))
    with pytest.raises(Damaged, match="newer version"):
        database.open()


def test_another_programs_database_is_no_backup(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db")) as raw, raw:
        raw.execute("CREATE TABLE recipe (name TEXT)")
    with pytest.raises(Refused, match="not a backup of this bot"):
        backups.look(tmp_path / "other.db")


def test_what_is_put_back_holds_neither_the_key_nor_open_invitations(database: Database, tmp_path: Path) -> None:
    """Somebody may have used the invitation since; the key has a place of its own."""
    with database.writing() as db:
        code = people.invite(db, Role.OWNER, 24 * 30, NOON)
    file = copied(database, tmp_path, KEY)
    assert backups.look(file).key == KEY
    backups.adapt(file, NOON, NOON + DAY)
    assert KEY.encode() not in file.read_bytes()
    again = Database(f"sqlite:///{file}", Keys(bytes.fromhex(KEY)))
    again.open()
    with again.writing() as db:
        assert facts.recall(db, facts.RESTORED) == NOON.isoformat()
        with pytest.raises(Refused):
            people.accept(db, code, 1, NOON)
    again.close()


def test_a_backup_put_in_place_by_hand_loses_its_key_at_the_start(database: Database, tmp_path: Path) -> None:
    file = copied(database, tmp_path, KEY)
    by_hand = Database(f"sqlite:///{file}", Keys(bytes.fromhex(KEY)))
    by_hand.open()
    with by_hand.reading() as db:
        assert facts.recall(db, KEY_INSIDE) is None
    by_hand.close()
    assert KEY.encode() not in file.read_bytes()


def test_what_was_there_is_kept_under_another_name(database: Database, tmp_path: Path) -> None:
    with database.writing() as db:
        facts.remember(db, "mine", "present")
    file = copied(database, tmp_path)
    with database.writing() as db:
        facts.remember(db, "mine", "later")
    database.close()
    aside = backups.put_back(file, database.path, NOON)
    assert aside is not None
    assert ask(aside, "SELECT value FROM fact WHERE name = 'mine'") == [("later",)]
    assert ask(database.path, "SELECT value FROM fact WHERE name = 'mine'") == [("present",)]
    assert not list(tmp_path.glob("bot.db-*"))


def test_nothing_is_put_back_while_another_process_works_on_the_database(database: Database, tmp_path: Path) -> None:
    file = copied(database, tmp_path)
    before = database.path.stat().st_ino
    with database.reading() as db:
        facts.recall(db, "x")
        with pytest.raises(Busy):
            backups.put_back(file, database.path, NOON)
        with pytest.raises(Busy):
            backups.put_both(file, database.path, "77" * 32, tmp_path / "secret.key", NOON)
    assert not (tmp_path / "secret.key").exists(), "the key of another database would lie beside this one"
    assert database.path.stat().st_ino == before
    assert file.exists()


def test_what_lies_beside_a_broken_database_is_kept_with_it(tmp_path: Path, database: Database) -> None:
    """Its log must not be taken for the new one's."""
    file = copied(database, tmp_path)
    broken = tmp_path / "broken" / "bot.db"
    broken.parent.mkdir()
    broken.write_bytes(b"nothing that SQLite knows")
    Path(f"{broken}-wal").write_bytes(b"its log")
    aside = backups.put_back(file, broken, NOON)
    assert aside is not None
    assert aside.read_bytes() == b"nothing that SQLite knows"
    assert Path(f"{aside}-wal").read_bytes() == b"its log"
    assert not Path(f"{broken}-wal").exists()
    assert ask(broken, "PRAGMA integrity_check") == [("ok",)]


def test_a_key_that_is_replaced_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "secret.key"
    assert backups.put_key(KEY, file, NOON) is None
    assert backups.put_key(KEY, file, NOON) is None
    aside = backups.put_key("77" * 32, file, NOON)
    assert aside is not None
    assert (aside.read_text().strip(), file.read_text().strip()) == (KEY, "77" * 32)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_database_and_key_are_put_back_together_or_not_at_all(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, key = copied(database, tmp_path), tmp_path / "secret.key"
    database.close()
    key.write_text(KEY)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "keep_aside", lambda old, aside: full() if old == database.path else os.link(old, aside))
    with pytest.raises(OSError, match="No space"):
        backups.put_both(file, database.path, "77" * 32, key, NOON)
    assert key.read_text() == KEY
    assert sorted(path.name for path in tmp_path.glob("*before*")) == []


def test_what_a_killed_backup_left_is_swept_up_after_a_day(tmp_path: Path) -> None:
    for name, age in (("copying-old", 2 * 86_400), ("copying-new", 60)):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "bot.db").write_text("a copy")
        then = datetime.now(UTC).timestamp() - age
        os.utime(folder, (then, then))
    with backups.workshop(tmp_path / "bot.db") as made:
        assert stat.S_IMODE(made.stat().st_mode) == 0o700
    assert [path.name for path in tmp_path.iterdir()] == ["copying-new"]


def test_whoever_served_last_is_the_newer_one(database: Database, tmp_path: Path) -> None:
    assert backups.changed_at(database.path) is None
    with database.writing() as db:
        facts.remember(db, facts.SERVED, NOON.isoformat())
    assert backups.changed_at(database.path) is None, "an empty campaign has nothing to lose"
    with database.writing() as db:
        chats.keep(db, ChatKind.PRIVATE, 1, NOON)
    assert backups.changed_at(database.path) == NOON
    (tmp_path / "text").write_text("no database")
    assert backups.changed_at(tmp_path / "text") is None
