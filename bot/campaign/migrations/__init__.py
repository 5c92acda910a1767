"""Migrations, run by Alembic in one transaction: all of them are done or none is."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection


def config(connection: Connection) -> Config:
    """Alembic's configuration for *connection*; there is no ini file."""
    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent))
    settings.attributes["connection"] = connection
    return settings


def upgrade(connection: Connection) -> None:
    """Bring the database of *connection* to this version; the caller's transaction decides whether it stays."""
    command.upgrade(config(connection), "head")


def known() -> frozenset[str]:
    """Every revision that this version of the bot can bring up to its own."""
    return frozenset(step.revision for step in ScriptDirectory(str(Path(__file__).parent)).walk_revisions())
