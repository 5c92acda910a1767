"""Migrations: all or nothing, and what they make is what the models say."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlmodel import SQLModel

from bot.campaign import migrations
from bot.campaign.database import HEAD, Database
from bot.campaign.secrets import Keys


def _ours(thing: object, name: str | None, kind: str, reflected: bool, other: object) -> bool:
    return not (kind == "table" and reflected and str(name).startswith("passage"))


def test_the_tables_are_what_the_models_say(database: Database) -> None:
    with database.writing() as db:
        context = MigrationContext.configure(db.connection(), opts={"include_object": _ours})
        assert compare_metadata(context, SQLModel.metadata) == []


def test_the_code_knows_its_newest_migration(database: Database) -> None:
    with database.writing() as db:
        assert ScriptDirectory.from_config(migrations.config(db.connection())).get_current_head() == HEAD
    assert database.revision() == HEAD


def test_a_migration_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a schema would be worse than none."""
    database = Database(f"sqlite:///{tmp_path / 'bot.db'}", Keys(b"1" * 32))
    real = migrations.upgrade

    def fails_at_the_end(connection: object) -> None:
        real(connection)  # type: ignore[arg-type]
        raise RuntimeError("power cut")

    monkeypatch.setattr(migrations, "upgrade", fails_at_the_end)
    with pytest.raises(RuntimeError):
        database.open()
    with database.reading() as db:
        assert db.connection().execute(text("SELECT count(*) FROM sqlite_master")).scalar() == 0
    monkeypatch.undo()
    database.open()
    assert database.revision() == HEAD
