"""The first start after a backup was put back: what the lost database may have sent since is not sent again.

Nobody knows how long the lost one lived on after the backup was made. So everything that waits in the backup, and
every digest and planned post whose time came since, is in doubt, as a message is whose answer never came; and what
holds for those holds here. In a group or channel a person decides. A person gets it, one copy too many at most; except
mail that had waited longer than a digest may be late: the lost bot had all that time to send it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlmodel import Session

from bot.campaign import audit, facts, outbox
from bot.delivery import alarms
from bot.delivery.digests import TOO_LATE
from bot.words import alarms as words


def settle(db: Session, now: datetime, decide: Callable[[Session], object], zone: str, default: str) -> bool:
    """Put the outbox right at *now* (UTC), if a backup was put back since the last start; whether that was so.

    *decide* fills the outbox with everything that is due. All of it is one transaction, so it happens once.
    """
    text = facts.recall(db, facts.RESTORED)
    if text is None:
        return False
    of = datetime.fromisoformat(text)
    facts.forget(db, facts.RESTORED)
    outbox.doubt_people(db, now, give_up=now - of > TOO_LATE)
    decide(db)
    waiting = outbox.doubt_places(db)
    audit.record(db, now, "command line", "restore", detail=of.isoformat(timespec="minutes"))
    alarms.tell(db, "restored", lambda speech: words.restored(speech, of, zone, waiting), now, default)
    return True
