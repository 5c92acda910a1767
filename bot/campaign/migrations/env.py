"""What Alembic runs: our models, on the connection that we hand it."""

from __future__ import annotations

from alembic import context
from sqlmodel import SQLModel

import bot.campaign.models

assert bot.campaign.models  # noqa: S101 - imported for the tables it declares

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    # SQLite would otherwise be believed to have no transactional DDL; with BEGIN sent by ourselves it has.
    transactional_ddl=True,
    transaction_per_migration=False,
)
context.run_migrations()
