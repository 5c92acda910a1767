"""`solidarity-bot digest`: a digest as it would go out."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime, timedelta

from bot.refusals import N_
from bot.settings import Settings
from bot.verbs.openings import Failed, opened
from bot.verbs.sayings import write_line

DAYS = (datetime(1970, 1, 1), datetime(2999, 12, 31))  # noqa: DTZ001 - the days that a digest may begin and end with


def prepare(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("--language", choices=("en", "fa"))
    parser.add_argument(
        "--since", type=_day, metavar="DATE", help="from this day on, in BOT_TIMEZONE (default: 7 days ago)"
    )
    parser.add_argument("--until", type=_day, metavar="DATE", help="to the end of this day (default: now)")


def _day(text: str) -> datetime:
    try:
        return datetime.strptime(text, "%Y-%m-%d")  # noqa: DTZ007 - the zone is BOT_TIMEZONE, known later
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a date; write it like 2026-01-31") from None


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Print a digest."""
    from zoneinfo import ZoneInfo

    from bot.campaign import facts
    from bot.campaign.chats import KINDS
    from bot.delivery.digests import gather
    from bot.words import digests
    from bot.words.languages import language
    from bot.words.message import plain

    _check_day("--since", options.since)
    _check_day("--until", options.until)
    zone, now = ZoneInfo(settings.zone), datetime.now(UTC)
    until = min(now, (options.until + timedelta(days=1)).replace(tzinfo=zone)) if options.until else now
    since = options.since.replace(tzinfo=zone) if options.since else until - timedelta(days=7)
    with opened(settings) as database, database.reading() as db:
        username = facts.recall(db, facts.USERNAME) or ""
        since, until = since.astimezone(UTC), until.astimezone(UTC)
        news = gather(db, since, until, KINDS, now, zone=settings.zone, username=username)
    if news is None:
        raise Failed(N_("Nothing was published in that time, so no digest would be sent."))
    for message in digests.digest(language(options.language or settings.language), news, daily=False):
        write_line(plain(message.html) + "\n")
    return 0


def _check_day(option: str, day: datetime | None) -> None:
    first, last = DAYS
    if day is not None and not first <= day <= last:
        raise Failed(
            N_("{option} must be a day from {first} to {last}."), 2,
            option=option, first=first.date().isoformat(), last=last.date().isoformat(),
        )  # fmt: skip
