"""`solidarity-bot outbox`: what is waiting, uncertain or failed, and how it is settled."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.refusals import N_, Refused
from bot.settings import Settings
from bot.verbs.openings import Failed, opened
from bot.verbs.sayings import write_line

if TYPE_CHECKING:  # importing it takes most of the time that --help would need
    from sqlmodel import Session


def prepare(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("what", nargs="?", choices=("list", "retry", "drop"), default="list")
    parser.add_argument("number", nargs="?", type=int, metavar="N")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """List what waits, is uncertain or failed; send one again or give it up."""
    from bot.campaign import outbox
    from bot.campaign.models import DeliveryState
    from bot.words.languages import language

    if (options.what == "list") != (options.number is None):
        raise Failed(N_("Write outbox, outbox retry N or outbox drop N."), 2)
    with opened(settings) as database, database.writing() as db:
        if options.number is not None:
            _settle(db, options.what, options.number)
            return 0
        counts = outbox.counts(db)
        for state, number in sorted(counts.items()):
            write_line(f"{state.value}\t{number}")
        if not set(counts) - {DeliveryState.SENT}:
            write_line(language(settings.language).plain(N_("Nothing waits in the outbox.")))
        for state in (DeliveryState.UNCERTAIN, DeliveryState.DEFERRED, DeliveryState.DEAD):
            for row, letter, chat in outbox.rows_in(db, state):
                write_line(
                    f"{row.id}\t{state.value}\t{chat.kind.value} {chat.id}\t{letter.purpose}\t{row.reason or ''}"
                )
    return 0


def _settle(db: Session, what: str, number: int) -> None:
    """Send a delivery again, or give it up."""
    from bot.campaign import audit, outbox

    now = datetime.now(UTC)
    try:
        (outbox.retry if what == "retry" else outbox.drop)(db, number, now)
    except (Refused, OverflowError):  # SQLite has no numbers beyond 64 bits
        raise Failed(N_("Delivery {number} is not waiting for a decision."), number=number) from None
    audit.record(db, now, "command line", f"outbox {what}", detail=str(number))
