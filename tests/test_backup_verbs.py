"""`backup`, `restore` and `check` as an operator sees them: sentences, exit codes, and files that are whole."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import stat
import threading
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st
from pyrage import decrypt
from pyrage.x25519 import Identity
from sqlmodel import col, select

from bot.app import open_database
from bot.campaign import chats, facts, outbox, people
from bot.campaign.database import Database
from bot.campaign.models import AuditEntry, ChatKind, Role
from bot.campaign.secrets import Keys
from bot.rehearsal.standins import StandIn
from bot.settings import read
from tests.doors import Door
from tests.houses import KEY, environment
from tests.nurseries import bear, end
from tests.waits import until

OWNER = Identity.generate()
TO_OWNER = {"BOT_BACKUP_RECIPIENTS": str(OWNER.to_public())}


@pytest.fixture
def door(here: Door) -> Door:
    """The operators' door, with a campaign in `data` and a key file `owner.txt`."""
    Path("owner.txt").write_text(f"# an age key\n{OWNER}\n")
    here("invite")
    return here


def change(number: int, now: datetime | None = None, **settings: str) -> None:
    """Somebody subscribes; the record tells when."""
    database = open_database(read(settings))
    with database.writing() as db:
        chats.keep(db, ChatKind.GROUP, number, now or datetime.now(UTC))
        from bot.campaign import audit

        audit.record(db, now or datetime.now(UTC), "Cedar", "alias", detail=str(number))
    database.close()


def known(number: int) -> bool:
    database = open_database(read({}))
    with database.reading() as db:
        found = chats.find(db, number) is not None
    database.close()
    return found


def everything() -> dict[str, bytes]:
    """What is in the data folder, byte for byte."""
    return {path.name: path.read_bytes() for path in Path("data").iterdir() if path.suffix != ".lock"}


def test_an_encrypted_backup_holds_all_and_opens_with_the_owners_key_alone(door: Door) -> None:
    change(1)
    code, out, err = door("backup", "night.age", **TO_OWNER)
    assert (code, err) == (0, [])
    assert out[0].startswith("The backup is whole: night.age")
    assert "the key of the database is inside" in out[1]
    assert stat.S_IMODE(Path("night.age").stat().st_mode) == 0o600
    Path("opened.db").write_bytes(decrypt(Path("night.age").read_bytes(), [OWNER]))
    with closing(sqlite3.connect("opened.db")) as opened:
        assert opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert opened.execute("SELECT count(*) FROM chat").fetchone() == (1,)
    assert not [name for name in everything() if name.startswith("copying-")]


def test_a_plain_backup_is_a_database_without_the_key(door: Door) -> None:
    change(1)
    code, out, _ = door("backup", "plain.db", "--plain")
    assert code == 0
    assert any("not encrypted" in line for line in out)
    assert any("data/secret.key) is not inside" in line for line in out)
    assert Path("data/secret.key").read_bytes().strip() not in Path("plain.db").read_bytes()
    with closing(sqlite3.connect("plain.db")) as opened:
        assert opened.execute("SELECT count(*) FROM chat").fetchone() == (1,)


def test_a_key_from_the_environment_stays_out_of_the_backup(door: Door) -> None:
    shutil.rmtree("data")
    door("invite", BOT_SECRET_KEY=KEY)
    code, out, _ = door("backup", "night.age", BOT_SECRET_KEY=KEY, **TO_OWNER)
    assert code == 0
    assert any("BOT_SECRET_KEY) is not inside" in line for line in out)
    assert KEY.encode() not in decrypt(Path("night.age").read_bytes(), [OWNER])


@pytest.mark.parametrize(
    ("words", "settings", "code", "said"),
    [
        (("backup", "x.age"), {}, 2, "BOT_BACKUP_RECIPIENTS is not set"),
        (("backup", "x.age"), {"BOT_BACKUP_RECIPIENTS": "age1abc"}, 1, "not an age public key"),
        (("backup", "data/bot.db", "--plain"), {}, 2, "a file of the bot itself"),
        (("backup", "data/../data/secret.key", "--plain"), {}, 2, "a file of the bot itself"),
        (("backup", "data", "--plain"), {}, 2, "is not a file"),
        (("backup", "/dev/null", "--plain"), {}, 2, "is not a file"),
        (("backup", "nowhere/x.db", "--plain"), {}, 2, "There is no folder"),
        (("backup", "x.db", "--plain"), {"BOT_DATA_DIR": "elsewhere"}, 1, "There is no database"),
        (("backup", "x.db", "--plain"), {"BOT_SECRET_KEY": KEY}, 2, "The key doesn't open this database"),
        (("restore", "missing.db"), {}, 1, "missing.db can't be read: No such file"),
        (("restore", "data"), {}, 1, "data can't be read: Is a directory"),
        (("restore", "owner.txt"), {}, 1, "not a backup of this bot"),
        (("restore", "empty.db"), {}, 1, "not a backup of this bot"),
        (("restore", "data/bot.db"), {}, 2, "is the database itself"),
        (("restore", "night.age"), {}, 2, "--identity KEYFILE"),
        (("restore", "night.age", "--identity", "other.txt"), {}, 1, "not encrypted to this key"),
        (("restore", "night.age", "--identity", "night.age"), {}, 1, "no age secret key"),
        (("restore", "night.age", "--identity", "none.txt"), {}, 1, "none.txt can't be read"),
        (("restore", "cut.age", "--identity", "owner.txt"), {}, 1, "damaged or cut short"),
        (("restore", "cut.db"), {}, 1, "damaged or cut short"),
        (("restore", "plain.db"), {"BOT_SECRET_KEY": KEY}, 2, "doesn't open the backup"),
        (("restore", "plain.db"), {"BOT_DATA_DIR": "fresh"}, 2, "There is no key at"),
        (("restore", "night.age", "--identity", "owner.txt"), {"BOT_SECRET_KEY": KEY}, 2, "Take BOT_SECRET_KEY out"),
    ],
)
def test_what_can_not_be_done_is_one_sentence_and_changes_nothing(
    door: Door, words: tuple[str, ...], settings: dict[str, str], code: int, said: str
) -> None:
    door("backup", "night.age", **TO_OWNER)
    door("backup", "plain.db", "--plain")
    Path("cut.age").write_bytes(Path("night.age").read_bytes()[:-1])
    Path("cut.db").write_bytes(Path("plain.db").read_bytes()[:-4096])
    Path("empty.db").touch()
    Path("other.txt").write_text(str(Identity.generate()))
    before = everything()
    done, out, err = door(*words, **settings)
    assert (done, out, len(err)) == (code, [], 1)
    assert said in err[0]
    assert everything() == before
    assert not Path("x.age").exists()
    assert not list(Path().glob(".*part"))
    farsi = door(*words, **settings, BOT_LANGUAGE="fa")[2][0]
    assert len(re.findall("[آ-ی]", farsi)) > 15


def test_an_older_backup_file_is_replaced_only_by_a_whole_one(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    from bot.campaign import envelopes

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    Path("night.age").write_text("last night's")
    monkeypatch.setattr(envelopes, "seal", full)
    code, _, err = door("backup", "night.age", **TO_OWNER)
    assert (code, err) == (1, ["night.age can't be written: No space left on device."])
    assert Path("night.age").read_text() == "last night's"
    assert not list(Path().glob(".*part"))
    monkeypatch.undo()


def test_what_was_backed_up_comes_back_and_what_was_there_is_kept(door: Door) -> None:
    change(1)
    door("backup", "night.age", **TO_OWNER)
    change(2)
    code, _, err = door("restore", "night.age", "--identity", "owner.txt")
    assert (code, len(err)) == (1, 1)
    assert "newer than the backup" in err[0]
    assert known(2)
    code, out, _ = door("restore", "night.age", "--identity", "owner.txt", "--force")
    assert code == 0
    assert "is in place" in out[0]
    assert any("/outbox" in line for line in out)
    assert (known(1), known(2)) == (True, False)
    kept = next(Path("data").glob("bot.db.before-restore-*"))
    assert str(kept) in " ".join(out)
    shutil.copy(kept, "data/bot.db")
    assert known(2)


def test_a_backup_of_a_database_that_has_not_changed_needs_no_force(door: Door) -> None:
    change(1)
    door("backup", "plain.db", "--plain")
    assert door("restore", "plain.db")[0] == 0
    assert known(1)


def test_on_a_new_machine_the_backup_brings_its_key(door: Door) -> None:
    change(1)
    door("backup", "night.age", **TO_OWNER)
    key = Path("data/secret.key").read_text()
    shutil.rmtree("data")
    assert door("restore", "night.age", "--identity", "owner.txt")[0] == 0
    assert stat.S_IMODE(Path("data").stat().st_mode) == 0o700
    assert Path("data/secret.key").read_text() == key
    assert stat.S_IMODE(Path("data/secret.key").stat().st_mode) == 0o600
    assert known(1)
    assert key.strip().encode() not in Path("data/bot.db").read_bytes()


def test_beside_another_campaigns_key_the_backups_own_takes_its_place(door: Door) -> None:
    change(1, datetime.now(UTC) + timedelta(minutes=1))
    door("backup", "night.age", **TO_OWNER)
    shutil.rmtree("data")
    door("invite")
    other = Path("data/secret.key").read_text()
    code, _, _ = door("restore", "night.age", "--identity", "owner.txt")
    assert code == 0
    assert known(1)
    assert [path.read_text() for path in Path("data").glob("secret.key.before-restore-*")] == [other]


def test_a_damaged_database_is_no_reason_to_refuse(door: Door) -> None:
    change(1)
    door("backup", "plain.db", "--plain")
    Path("data/bot.db").write_bytes(b"SQLite format 3\0" + os.urandom(50_000))
    assert door("outbox")[0] == 1
    assert door("restore", "plain.db")[0] == 0
    assert known(1)


def test_nothing_is_put_back_under_a_running_bot(door: Door) -> None:
    door("backup", "plain.db", "--plain")
    serving = open_database(read({}))
    serving.claim()
    try:
        before = Path("data/bot.db").stat().st_ino
        code, out, err = door("restore", "plain.db", "--force")
    finally:
        serving.close()
    assert (code, out) == (4, [])
    assert "Stop it first" in err[0]
    assert Path("data/bot.db").stat().st_ino == before


@examples(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_broken_backup_changes_anything(door: Door, data: st.DataObject) -> None:
    """Whatever bit is wrong, wherever it ends, encrypted or not."""
    if not Path("night.age").exists():
        door("backup", "night.age", **TO_OWNER)
        door("backup", "plain.db", "--plain")
    name = data.draw(st.sampled_from(["night.age", "plain.db"]))
    content = bytearray(Path(name).read_bytes())
    if data.draw(st.booleans()):
        at = data.draw(st.integers(0, len(content) * 8 - 1))
        content[at // 8] ^= 1 << at % 8
    else:
        del content[data.draw(st.integers(0, len(content) - 1)) :]
    Path("broken").write_bytes(content)
    before = everything()
    code, out, err = door("restore", "broken", "--identity", "owner.txt", "--force")
    assert (code, out, len(err)) == (1, [], 1)
    assert everything() == before


def test_a_backup_beside_a_running_bot_is_one_moment(tmp_path: Path, telegram: StandIn) -> None:
    """The bot answers and other hands write all the time; none of it is torn, and the bot serves on."""
    surroundings = environment(tmp_path, telegram, **TO_OWNER)
    process = bear(tmp_path, surroundings, "run")
    database = Database(f"sqlite:///{tmp_path / 'bot.db'}", Keys(bytes.fromhex(KEY)))
    done = threading.Event()
    try:
        until(lambda: telegram.calls_of("getUpdates"), "the bot does not poll")
        writer = threading.Thread(target=_write_pairs, args=(database, done))
        writer.start()
        sara = telegram.person("Sara")
        sara.says("/subscribe weekly")
        telegram.settle()
        seen = []
        for number in range(2):
            file = tmp_path / f"{number}.age"
            backup = bear(tmp_path, surroundings, "backup", str(file))
            backup.join(60)
            assert backup.exitcode == 0
            (tmp_path / "opened.db").write_bytes(decrypt(file.read_bytes(), [OWNER]))
            with closing(sqlite3.connect(tmp_path / "opened.db")) as opened:
                assert opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
                assert opened.execute("SELECT count(*) FROM chat").fetchone() == (1,)
                rows = dict(opened.execute("SELECT name, value FROM fact WHERE name IN ('left', 'right')").fetchall())
            assert rows["left"] == rows["right"]
            seen.append(rows["left"])
        assert seen[0] != seen[1], "nobody wrote meanwhile"
        sara.says("/settings")
        telegram.settle()
        assert "weekly" in sara.inbox[-1].text.lower()
        with database.reading() as db:
            assert facts.recall(db, facts.LAST_BACKUP)
    finally:
        done.set()
        assert end(process) == 0
        writer.join()
        database.close()


def _write_pairs(database: Database, done: threading.Event) -> None:
    """Two facts that change together, all the time."""
    number = 0
    while not done.is_set():
        number += 1
        with database.writing() as db:
            for name in ("left", "right"):
                facts.remember(db, name, str(number))
        time.sleep(0.002)


def problems(door: Door, **settings: str) -> list[str]:
    """What `check` says, but for the token, which is not set here, and the translations, which others test."""
    return [line for line in door("check", **settings)[1] if not line.startswith(("token:", "translations:"))]


def test_check_has_nothing_to_say_about_a_campaign_without_backups(door: Door) -> None:
    """They are optional."""
    assert problems(door) == []


def test_check_says_what_is_wrong_with_backups(door: Door) -> None:
    assert "There is none yet" in problems(door, **TO_OWNER)[0]
    assert any("not an age public key" in line for line in problems(door, BOT_BACKUP_RECIPIENTS="age1abc"))
    door("backup", "night.age", **TO_OWNER)
    assert problems(door, **TO_OWNER) == []
    database = open_database(read({}))
    with database.writing() as db:
        facts.remember(db, facts.LAST_BACKUP, (datetime.now(UTC) - timedelta(days=2, minutes=1)).isoformat())
    database.close()
    assert problems(door)[0].startswith("backup: The last one is from")


def test_check_says_who_else_can_look_in(door: Door) -> None:
    Path("data").chmod(0o755)
    Path("data/secret.key").chmod(0o640)
    folder, key = problems(door)
    assert folder.startswith("data folder: Others on this machine can look into data (mode 755)")
    assert key.startswith("key: Others on this machine can read data/secret.key (mode 640)")


def test_check_says_that_the_disk_is_almost_full(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage("data")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=199_999_999))
    assert problems(door) == ["disk: Only 199 MB are left where data is. Make room."]


def test_check_says_that_the_clock_is_wrong(door: Door) -> None:
    change(1, datetime.now(UTC) + timedelta(hours=2))
    assert [line.split(":")[0] for line in problems(door)] == ["clock"]


def test_check_says_that_somebody_changed_the_record(door: Door) -> None:
    change(1)
    database = open_database(read({}))
    with database.writing() as db:
        entry = db.exec(select(AuditEntry).order_by(col(AuditEntry.id).desc())).first()
        assert entry is not None
        entry.alias = "Somebody else"
        db.add(entry)
    database.close()
    assert problems(door)[0].startswith("record: Entry ")


def test_check_leaves_an_older_database_as_it_is(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    from bot.verbs import problems as found

    monkeypatch.setattr(found, "HEAD", "9999")
    assert problems(door) == [
        line for line in problems(door) if line.startswith("schema: The database stands at ") and "9999" in line
    ]


def test_check_speaks_the_operators_language(door: Door) -> None:
    Path("data").chmod(0o755)
    code, out, _ = door("check", BOT_LANGUAGE="fa", **TO_OWNER)
    assert code == 1
    assert [line.split(":")[0] for line in out if not line.startswith("ترجمه‌ها")] == ["پوشهٔ داده‌ها", "پشتیبان", "توکن"]
    assert all(len(re.findall("[آ-ی]", line)) > 20 for line in out)


def test_an_invitation_made_before_the_backup_lets_nobody_in_afterwards(door: Door) -> None:
    code = door("invite")[1][0]
    door("backup", "plain.db", "--plain")
    assert door("restore", "plain.db", "--force")[0] == 0
    database = open_database(read({}))
    with database.writing() as db:
        from bot.refusals import Refused

        with pytest.raises(Refused):
            people.accept(db, code, 5, datetime.now(UTC))
        assert people.accept(db, people.invite(db, Role.OWNER, 1, datetime.now(UTC)), 5, datetime.now(UTC))
        assert outbox.counts(db) == {}
    database.close()
