"""What a stolen file does not tell."""

from __future__ import annotations

import stat
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlmodel import Session

from bot.campaign import audit, chats, figures, posts
from bot.campaign.database import Damaged, Database
from bot.campaign.models import ChatKind, Figure, Kind, Wording
from bot.campaign.secrets import ChatId, Keys, WrongKey, load_keys
from tests.houses import KEY, NOON

SOMEBODY = 5_123_456_789


@given(st.integers(-(2**63), 2**63 - 1))
def test_an_id_comes_out_as_it_went_in(value: int) -> None:
    keys = Keys(b"k" * 32)
    assert keys.open_id("chat.telegram", keys.seal_id("chat.telegram", value)) == value


def test_the_same_id_looks_different_in_another_column_and_the_same_in_its_own() -> None:
    keys = Keys(b"k" * 32)
    assert keys.seal_id("a.b", SOMEBODY) == keys.seal_id("a.b", SOMEBODY)
    assert keys.seal_id("a.b", SOMEBODY) != keys.seal_id("c.d", SOMEBODY)
    with pytest.raises(WrongKey):
        keys.open_id("c.d", keys.seal_id("a.b", SOMEBODY))


def test_an_id_prints_as_a_mask() -> None:
    """A chat's id can't reach a log by way of print, repr or an f-string."""
    assert str(SOMEBODY) not in f"{ChatId(SOMEBODY)} {ChatId(SOMEBODY)!r} {ChatId(SOMEBODY)!s}"


def test_the_file_holds_no_chat_id_and_no_draft(tmp_path: Path) -> None:
    """Neither as a number nor as bytes, in the file or in what lies beside it."""
    database = Database(f"sqlite:///{tmp_path / 'bot.db'}", Keys(bytes.fromhex(KEY)))
    database.open()
    with database.writing() as db:
        chats.keep(db, ChatKind.PRIVATE, SOMEBODY, NOON)
        _write_down(db, "secret plan")
        _write_down(db, "پنهان")
    database.close()
    content = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert str(SOMEBODY).encode() not in content
    assert SOMEBODY.to_bytes(8, "big") not in content
    assert b"secret plan" not in content
    assert "پنهان".encode() not in content


def _write_down(db: Session, words: str) -> None:
    """Keep *words* wherever a coordinator may write before anything is published."""
    post = posts.create(db, Kind.ACTION, "en", NOON, None)
    post.warning, post.place = f"Warning: {words}", f"Square of the {words}"
    post.link, post.source_url = f"https://example.org/{words}", f"https://example.org/source/{words}"
    posts.set_issuers(db, post, [f"Committee of the {words}"])
    db.add(Wording(post=post.id, language="en", title=f"a {words}", body=f"a {words} in full", source=words))
    figure = Figure(
        post=post.id, language="en", what=words, qualifier=f"at least {words}", unit=f"{words}s",
        source=f"the {words}", quote=f"12 {words}", value=Decimal(12),
    )  # fmt: skip
    figures.add(db, figure)
    posts.add_piece(db, post, "en", words)
    audit.record(db, NOON, "Cedar", "reject", post=post.id, detail=f"not this {words}")
    db.flush()
    db.expire_all()
    kept = posts.entry(db, posts.kept(db, post.id))
    assert (kept.post.place, kept.issuers) == (f"Square of the {words}", (f"Committee of the {words}",))
    assert (kept.figures[0].what, kept.figures[0].quote) == (words, f"12 {words}")
    assert audit.entries(db)[0].detail == f"not this {words}"
    assert audit.first_broken(db) is None


def test_what_is_forgotten_leaves_no_byte_in_the_file(tmp_path: Path) -> None:
    """The sealed id is overwritten, and the log beside the file is cut to nothing."""
    keys = Keys(bytes.fromhex(KEY))
    database = Database(f"sqlite:///{tmp_path / 'bot.db'}", keys)
    database.open()
    with database.writing() as db:
        chats.keep(db, ChatKind.PRIVATE, SOMEBODY, NOON)
    sealed = keys.seal_id("chat.telegram", SOMEBODY)
    database.checkpoint()
    assert sealed in (tmp_path / "bot.db").read_bytes()
    with database.writing() as db:
        chat = chats.find(db, SOMEBODY)
        assert chat is not None
        chats.forget(db, chat)
    database.checkpoint()
    assert all(sealed not in file.read_bytes() for file in tmp_path.iterdir())
    database.close()


def test_with_another_key_the_bot_refuses_to_start(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'bot.db'}"
    first = Database(url, Keys(b"1" * 32))
    first.open()
    first.close()
    with pytest.raises(WrongKey):
        Database(url, Keys(b"2" * 32)).open()


def test_a_file_that_is_no_database_is_named_as_such(tmp_path: Path) -> None:
    (tmp_path / "bot.db").write_bytes(b"not a database at all" * 100)
    with pytest.raises(Damaged, match="not a database"):
        Database(f"sqlite:///{tmp_path / 'bot.db'}", Keys(b"1" * 32)).open()


def test_the_key_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "data" / "secret.key"
    made = load_keys(None, file).seal_id("a.b", 1)
    assert load_keys(None, file).seal_id("a.b", 1) == made
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert load_keys(file.read_text().strip(), tmp_path / "none").seal_id("a.b", 1) == made


def test_a_key_file_that_holds_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("hello")
    with pytest.raises(WrongKey, match="64 hexadecimal"):
        load_keys(None, tmp_path / "key")


def test_a_reading_session_can_change_nothing(database: Database) -> None:
    from sqlalchemy.exc import OperationalError

    with pytest.raises(OperationalError), database.reading() as db:
        db.connection().execute(text("DELETE FROM chat"))


@pytest.mark.parametrize("bytes_there", [b"", b"short", b"x" * 60, "text"])
def test_a_record_that_was_tampered_with_is_shown_as_broken(database: Database, bytes_there: bytes | str) -> None:
    """Whatever was put in its place; any other text that can't be opened is an error."""
    with database.writing() as db:
        _write_down(db, "plan")
        db.connection().execute(text("UPDATE audit SET detail = :there"), {"there": bytes_there})
        db.connection().execute(text("UPDATE post SET place = :there"), {"there": bytes_there})
        db.expire_all()
        (entry,) = audit.entries(db)
        assert (entry.action, entry.detail) == ("reject", "…")
        assert audit.first_broken(db) == entry.id
        with pytest.raises(WrongKey):
            posts.drafts(db)
        db.rollback()
