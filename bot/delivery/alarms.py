"""Alarms: what needs a person is told to the owners, once when it begins, and again only after it had ended.

What was told is remembered as facts, in the transaction that writes the letters: no restart tells it twice. They go
out by the outbox like all mail; so an alarm about mail that stands still is told when it moves again.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.campaign import chats, facts, outbox, people
from bot.campaign.models import ChatState, Coordinator, Role
from bot.delivery import notices
from bot.words import alarms as words
from bot.words.languages import Language
from bot.words.message import Message

STANDSTILL = timedelta(minutes=10)  # with mail due and none going out, sending has stopped
SOON = timedelta(minutes=1)  # mail that failed is put off by less than this
BACKUP_AGE = timedelta(days=2)
AGAIN = timedelta(hours=1)  # more uncertain messages are told no sooner than this
FULL, ROOMY = 200_000_000, 300_000_000  # bytes: below the first the alarm is on, above the second it is off

_SENDING, _PLACES, _UNCERTAIN = "alarm.sending", "alarm.places", "alarm.uncertain"
_BACKUP, _EXPECTED, _DISK = "alarm.backup", "alarm.backup_expected", "alarm.disk"

Words = Callable[[Language], Message]


@dataclass(frozen=True)
class Signs:
    """What the bot knows of itself beside its database; instants are UTC."""

    free: int | None  # bytes on the disk of the data folder
    backups: bool  # whether the operator has named recipients of backups
    last_sent: datetime | None  # when this process last sent mail
    zone: str
    language: str


class Watch:
    """Looks at one running bot. It remembers only since when mail has stood still."""

    def __init__(self) -> None:
        self._waiting_since: datetime | None = None

    def look(self, db: Session, signs: Signs, now: datetime) -> int:
        """Tell the owners what has begun or ended since the last look, at *now* (UTC); how many things that were."""
        stuck = self._stands_still(db, signs, now)
        if not _owners(db):
            return 0  # it is told once there is somebody to hear it
        found = {
            "sending": _sending(db, signs, stuck, now),
            "places": _places(db),
            "uncertain": _uncertain(db, now),
            "backup": _backup(db, signs, now),
            "disk": _disk(db, signs),
        }
        said = {key: words for key, words in found.items() if words is not None}
        for key, each in said.items():
            tell(db, key, each, now, signs.language)
        return len(said)

    def _stands_still(self, db: Session, signs: Signs, now: datetime) -> datetime | None:
        """Since when (UTC) mail has been waiting while none went out, if that is too long."""
        last = signs.last_sent
        if not outbox.candidates(db, now + SOON, 1):
            self._waiting_since = None
        elif self._waiting_since is None or (last is not None and last > self._waiting_since):
            self._waiting_since = now
        since = self._waiting_since
        return since if since is not None and now - since > STANDSTILL else None


def tell(db: Session, key: str, said: Words, now: datetime, default: str) -> None:
    """Send what *said* says to every owner; *key* names the occasion."""
    notices.tell(db, _owners(db), f"alarm:{key}", said, now, default)


def _owners(db: Session) -> list[Coordinator]:
    return [member for member in people.team(db) if member.role is Role.OWNER]


def stopped(db: Session, since: datetime) -> None:
    """Sending has stopped, as when Telegram refuses the token: the owners are told once it goes on."""
    if facts.recall(db, _SENDING) is None and _owners(db):
        facts.remember(db, _SENDING, since.isoformat())


def started(db: Session, version: str, now: datetime, revision: str, default: str) -> None:
    """Tell the owners if this start has found the database at another *revision* than the last one."""
    before = facts.recall(db, facts.SERVED_REVISION)
    facts.remember(db, facts.SERVED_REVISION, revision)
    if before not in {None, revision}:
        tell(db, "migrated", lambda speech: words.migrated(speech, version), now, default)


def _sending(db: Session, signs: Signs, stuck: datetime | None, now: datetime) -> Words | None:
    kept = facts.recall(db, _SENDING)
    if stuck is not None:
        stopped(db, stuck)
        return None
    if kept is None:
        return None
    facts.forget(db, _SENDING)
    since, last = datetime.fromisoformat(kept), signs.last_sent
    until = last if last is not None and last > since else now
    return lambda speech: words.sending_stopped(speech, since, until, signs.zone)


def _places(db: Session) -> Words | None:
    gone = {chat.id or 0: chat.kind for chat in chats.subscribed_places(db) if chat.state is ChatState.OFF}
    told = set(json.loads(facts.recall(db, _PLACES) or "[]"))
    if told == set(gone):
        return None
    facts.remember(db, _PLACES, json.dumps(sorted(gone)))
    fresh = [(kind, number) for number, kind in gone.items() if number not in told]
    return (lambda speech: words.places_gone(speech, fresh)) if fresh else None


def _uncertain(db: Session, now: datetime) -> Words | None:
    count = outbox.uncertain(db)
    kept = facts.recall(db, _UNCERTAIN)
    if count == 0:
        if kept is not None:
            facts.forget(db, _UNCERTAIN)
        return None
    known, at = json.loads(kept) if kept else (0, None)
    if count <= known:  # somebody is settling them
        facts.remember(db, _UNCERTAIN, json.dumps([count, at]))
        return None
    if at is not None and now - datetime.fromisoformat(at) < AGAIN:
        return None
    facts.remember(db, _UNCERTAIN, json.dumps([count, now.isoformat()]))
    return lambda speech: words.uncertain(speech, count)


def _backup(db: Session, signs: Signs, now: datetime) -> Words | None:
    text = facts.recall(db, facts.LAST_BACKUP)
    last = datetime.fromisoformat(text) if text else None
    if last is None and not signs.backups:
        return None
    if last is None and facts.recall(db, _EXPECTED) is None:
        facts.remember(db, _EXPECTED, now.isoformat())
    since = last or datetime.fromisoformat(facts.recall(db, _EXPECTED) or now.isoformat())
    if not _turns(db, _BACKUP, on=now - since > BACKUP_AGE, off=now - since <= BACKUP_AGE):
        return None
    return lambda speech: words.backup_old(speech, last, signs.zone)


def _disk(db: Session, signs: Signs) -> Words | None:
    free = signs.free
    if free is None or not _turns(db, _DISK, on=free < FULL, off=free > ROOMY):
        return None
    return lambda speech: words.disk_full(speech, free // 1_000_000)


def _turns(db: Session, name: str, *, on: bool, off: bool) -> bool:
    """Whether the alarm *name* goes on now; one that goes off is silent, and may go on again."""
    was_on = facts.recall(db, name) is not None
    if on and not was_on:
        facts.remember(db, name, "on")
    elif off and was_on:
        facts.forget(db, name)
    return on and not was_on
