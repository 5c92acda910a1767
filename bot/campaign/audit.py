"""The record of the team's doings; each entry seals the one before, so that none can be taken out unseen."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session, col, select

from bot.campaign.database import keys_of
from bot.campaign.models import AuditEntry

LABEL = "audit.seal"


def record(db: Session, now: datetime, alias: str, action: str, post: int | None = None, detail: str = "") -> None:
    """Write down that *alias* did *action*; *detail* never holds a reader's data."""
    before = db.exec(select(AuditEntry).order_by(col(AuditEntry.id).desc()).limit(1)).first()
    seal = _seal(db, before.seal if before else "", now, alias, action, post, detail)
    db.add(AuditEntry(at=now, alias=alias, action=action, post=post, detail=detail, seal=seal))
    db.flush()


def _seal(db: Session, before: str, now: datetime, alias: str, action: str, post: int | None, detail: str) -> str:
    return keys_of(db).sign(LABEL, before, now.isoformat(), alias, action, post, detail)


def entries(db: Session, limit: int = 20, post: int | None = None) -> list[AuditEntry]:
    """The newest entries, newest first, of all or of one post."""
    rows = select(AuditEntry).order_by(col(AuditEntry.id).desc()).limit(limit)
    return list(db.exec(rows.where(AuditEntry.post == post) if post is not None else rows))


def first_broken(db: Session) -> int | None:
    """The number of the first entry that doesn't seal the one before it, or None where the chain holds."""
    before = ""
    for row in db.exec(select(AuditEntry).order_by(col(AuditEntry.id))):
        if row.seal != _seal(db, before, row.at, row.alias, row.action, row.post, row.detail):
            return row.id
        before = row.seal
    return None
