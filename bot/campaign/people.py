"""The team: coordinators under names they choose here, and the invitations that make them."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlmodel import Session, col, select

from bot.campaign.database import keys_of
from bot.campaign.models import Coordinator, Invite, Role
from bot.refusals import N_, Refused

MAC = "coordinator.mac"
ALIASES = (
    "Acacia", "Almond", "Cedar", "Cypress", "Elm", "Fig", "Hazel", "Jasmine", "Juniper", "Linden", "Maple",
    "Mulberry", "Oak", "Olive", "Pine", "Plane", "Pomegranate", "Poplar", "Quince", "Walnut", "Willow",
)  # fmt: skip


def find(db: Session, telegram: int) -> Coordinator | None:
    """The member of the team behind a Telegram id. A row that was tampered with is nobody's."""
    who = db.exec(select(Coordinator).where(Coordinator.telegram == telegram)).first()
    return who if who is not None and who.removed_at is None and _genuine(db, who) else None


def _genuine(db: Session, who: Coordinator) -> bool:
    return keys_of(db).signed(MAC, who.mac, who.id, int(who.telegram or 0), who.role.value, who.alias)


def _sign(db: Session, who: Coordinator) -> None:
    db.flush()
    who.mac = keys_of(db).sign(MAC, who.id, int(who.telegram or 0), who.role.value, who.alias)
    db.add(who)
    db.flush()


def team(db: Session) -> list[Coordinator]:
    """Everyone who may coordinate now, in the order they came."""
    rows = db.exec(select(Coordinator).where(col(Coordinator.removed_at).is_(None)).order_by(col(Coordinator.id)))
    return [who for who in rows if _genuine(db, who)]


def team_size(db: Session) -> int:
    """How many may coordinate now."""
    return len(team(db))


def member(db: Session, number: int) -> Coordinator:
    """The member of the team with our own *number*. Raises `Refused`."""
    who = next((one for one in team(db) if one.id == number), None)
    if who is None:
        raise Refused(N_("There is no number {number} in the team. /team lists it."), number=number)
    return who


def invite(db: Session, role: Role, hours: float, now: datetime, by: int | None = None) -> str:
    """A one-time code that makes its bearer a member of the team; only its hash is kept.

    It is valid for *hours*, and no longer than the member *by* who made it belongs to the team; None is the operator.
    """
    code = secrets.token_urlsafe(18)
    db.add(Invite(code_hash=_hash(code), role=role, expires_at=now + timedelta(hours=hours), made_by=by))
    return code


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()


def accept(db: Session, code: str, telegram: int, now: datetime) -> Coordinator:
    """Make whoever brings *code* a member of the team, or an owner of a coordinator.

    Raises `Refused` for a code that is unknown, used, past its hours, or whose maker left.
    """
    bid = db.get(Invite, _hash(code))
    if bid is None or bid.used_at is not None or bid.expires_at <= now:
        raise Refused(N_("This invitation is not valid any more. Ask the person who sent it for a new one."))
    bid.used_at = now
    db.add(bid)
    who = db.exec(select(Coordinator).where(Coordinator.telegram == telegram)).first()
    if who is None:
        who = Coordinator(telegram=telegram, role=bid.role, alias=_free_alias(db), mac="")
    elif who.removed_at is not None or not _genuine(db, who):
        who.removed_at, who.role = None, bid.role
    elif bid.role is Role.OWNER:
        who.role = Role.OWNER
    db.add(who)
    _sign(db, who)
    return who


def _free_alias(db: Session) -> str:
    taken = set(db.exec(select(Coordinator.alias)))
    return next((alias for alias in ALIASES if alias not in taken), f"Member {len(taken) + 1}")


def rename(db: Session, who: Coordinator, alias: str) -> None:
    """Go by *alias* in the team. Raises `Refused` for one that is taken, empty or long."""
    alias = " ".join(alias.split())
    if not 1 <= len(alias) <= 32:
        raise Refused(N_("Please choose a name of 1 to 32 characters."))
    if any(one.alias.casefold() == alias.casefold() and one.id != who.id for one in team(db)):
        raise Refused(N_("Somebody in the team already goes by {alias}. Please choose another name."), alias=alias)
    who.alias = alias
    _sign(db, who)


def remove(db: Session, who: Coordinator, now: datetime) -> None:
    """Take a member out of the team, at once and with the id erased; the last owner stays (`Refused`).

    The invitations they made and nobody used go with them. `reviews.leave` does this and looks after their posts.
    """
    owners = [one for one in team(db) if one.role is Role.OWNER]
    if who.role is Role.OWNER and len(owners) == 1:
        raise Refused(N_("The last owner can't be removed. Invite another owner first: /invite owner"))
    db.exec(delete(Invite).where(col(Invite.made_by) == who.id, col(Invite.used_at).is_(None)))
    who.removed_at, who.telegram, who.awaiting, who.awaiting_since = now, None, None, None
    _sign(db, who)


def await_next(db: Session, who: Coordinator, command: str | None, now: datetime) -> None:
    """Remember that the next plain message continues *command* (a command line), or that none is awaited."""
    who.awaiting, who.awaiting_since = command, now if command else None
    db.add(who)
