"""Everything that the campaign keeps from its first day."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables, and the search index beside them."""
    _audit()
    _chat()
    _coordinator()
    _fact()
    _handled_update()
    _invite()
    _post()
    _slot()
    _figure()
    _issuer()
    _letter()
    _piece()
    _post_link()
    _wording()
    _delivery()
    op.execute("CREATE VIRTUAL TABLE passage USING fts5 (joined, spaced, tokenize = 'unicode61')")
    op.execute(
        "CREATE TRIGGER wording_gone AFTER DELETE ON wording BEGIN DELETE FROM passage WHERE rowid = old.id; END"
    )


def _audit() -> None:
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("alias", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("post", sa.Integer(), nullable=True),
        sa.Column("detail", sa.LargeBinary(), nullable=False),
        sa.Column("seal", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )


def _chat() -> None:
    op.create_table(
        "chat",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("telegram", sa.LargeBinary(), nullable=False),
        sa.Column("topic", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("languages", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=True),
        sa.Column("schedule", sa.String(16), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("minute", sa.Integer(), nullable=False),
        sa.Column("kinds", sa.String(), nullable=False),
        sa.Column("next_due", sa.DateTime(), nullable=True),
        sa.Column("decided_until", sa.DateTime(), nullable=True),
        sa.Column("covered_until", sa.DateTime(), nullable=True),
        sa.Column("off_since", sa.DateTime(), nullable=True),
        sa.Column("joined_week", sa.Date(), nullable=True),
        sa.Column("seen_week", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("telegram"),
    )
    op.create_index("chat_due", "chat", ["state", "next_due"], unique=False)


def _coordinator() -> None:
    op.create_table(
        "coordinator",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("telegram", sa.LargeBinary(), nullable=True),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("alias", sa.String(), nullable=False),
        sa.Column("mac", sa.String(), nullable=False),
        sa.Column("awaiting", sa.LargeBinary(), nullable=True),
        sa.Column("awaiting_since", sa.DateTime(), nullable=True),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("telegram"),
    )


def _fact() -> None:
    op.create_table(
        "fact",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )


def _handled_update() -> None:
    op.create_table(
        "handled_update",
        sa.Column("update", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("answer", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("update"),
    )


def _invite() -> None:
    op.create_table(
        "invite",
        sa.Column("code_hash", sa.String(), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.Column("used_at", sa.DateTime(), nullable=True),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["made_by"],
            ["coordinator.id"],
        ),
        sa.PrimaryKeyConstraint("code_hash"),
    )


def _post() -> None:
    op.create_table(
        "post",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("series", sa.String(), nullable=True),
        sa.Column("week", sa.Integer(), nullable=True),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("issued_precision", sa.String(16), nullable=False),
        sa.Column("source_url", sa.LargeBinary(), nullable=True),
        sa.Column("warning", sa.LargeBinary(), nullable=True),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("parent", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("deadline", sa.DateTime(), nullable=True),
        sa.Column("deadline_zone", sa.String(), nullable=True),
        sa.Column("place", sa.LargeBinary(), nullable=True),
        sa.Column("link", sa.LargeBinary(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("written_by", sa.Integer(), nullable=True),
        sa.Column("submitted_by", sa.Integer(), nullable=True),
        sa.Column("submitted_hash", sa.String(), nullable=True),
        sa.Column("approved_by", sa.Integer(), nullable=True),
        sa.Column("publish_at", sa.DateTime(), nullable=True),
        sa.Column("published_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["approved_by"],
            ["coordinator.id"],
        ),
        sa.ForeignKeyConstraint(
            ["parent"],
            ["post.number"],
        ),
        sa.ForeignKeyConstraint(
            ["submitted_by"],
            ["coordinator.id"],
        ),
        sa.ForeignKeyConstraint(
            ["written_by"],
            ["coordinator.id"],
        ),
        sa.PrimaryKeyConstraint("number"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_post_parent"), "post", ["parent"], unique=False)
    op.create_index(op.f("ix_post_publish_at"), "post", ["publish_at"], unique=False)
    op.create_index("post_published", "post", ["state", "published_at"], unique=False)


def _slot() -> None:
    op.create_table(
        "slot",
        sa.Column("chat", sa.Integer(), nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.Column("run", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["chat"], ["chat.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("chat", "local_date"),
    )
    op.create_index(op.f("ix_slot_run"), "slot", ["run"], unique=False)


def _figure() -> None:
    op.create_table(
        "figure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("post", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("what", sa.LargeBinary(), nullable=False),
        sa.Column("value", sa.String(40), nullable=True),
        sa.Column("low", sa.String(40), nullable=True),
        sa.Column("high", sa.String(40), nullable=True),
        sa.Column("qualifier", sa.LargeBinary(), nullable=True),
        sa.Column("unit", sa.LargeBinary(), nullable=True),
        sa.Column("as_of", sa.Date(), nullable=True),
        sa.Column("source", sa.LargeBinary(), nullable=True),
        sa.Column("quote", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["post"], ["post.number"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_figure_post"), "figure", ["post"], unique=False)


def _issuer() -> None:
    op.create_table(
        "issuer",
        sa.Column("post", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["post"], ["post.number"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("post", "position"),
    )


def _letter() -> None:
    op.create_table(
        "letter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("post", sa.Integer(), nullable=True),
        sa.Column("html", sa.LargeBinary(), nullable=False),
        sa.Column("buttons", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["post"], ["post.number"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key", "language", "part"),
    )


def _piece() -> None:
    op.create_table(
        "piece",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("post", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["post"], ["post.number"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_piece_post"), "piece", ["post"], unique=False)


def _post_link() -> None:
    op.create_table(
        "post_link",
        sa.Column("post", sa.Integer(), nullable=False),
        sa.Column("other", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["other"], ["post.number"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["post"], ["post.number"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("post", "other"),
    )


def _wording() -> None:
    op.create_table(
        "wording",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("post", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.LargeBinary(), nullable=True),
        sa.Column("short", sa.LargeBinary(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("source", sa.LargeBinary(), nullable=False),
        sa.Column("summary", sa.LargeBinary(), nullable=True),
        sa.Column("summary_origin", sa.String(16), nullable=False),
        sa.Column("origin", sa.String(16), nullable=False),
        sa.Column("problems", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["post"], ["post.number"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("post", "language", "version"),
    )


def _delivery() -> None:
    op.create_table(
        "delivery",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("letter", sa.Integer(), nullable=False),
        sa.Column("chat", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("not_before", sa.DateTime(), nullable=False),
        sa.Column("message", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("plain", sa.Boolean(), nullable=False),
        sa.Column("done_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["chat"], ["chat.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["letter"], ["letter.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("letter", "chat"),
    )
    op.create_index("delivery_chat", "delivery", ["chat", "state"], unique=False)
    op.create_index("delivery_waiting", "delivery", ["state", "not_before", "attempts", "id"], unique=False)
