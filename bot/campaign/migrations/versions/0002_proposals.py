"""Figures and calls that were read in a text wait for a coordinator's word; messages keep what was set off in them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table of proposals, and room for the spans of a message and the remarks between parts."""
    op.create_table(
        "proposal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("post", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["post"], ["post.number"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_proposal_post", "proposal", ["post"])
    op.add_column("piece", sa.Column("spans", sa.LargeBinary(), nullable=True))
    op.add_column("wording", sa.Column("remark", sa.LargeBinary(), nullable=True))
