"""What /subscribe says about the next digest is what happens."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.delivery import digests
from tests.commands.coordinators import Office


def test_who_had_todays_digest_is_told_that_the_next_comes_tomorrow(office: Office) -> None:
    """Today's date is used up, so a later hour of today must not be promised; /settings says the same."""
    sara = office.stranger(5)
    office.now = datetime(2026, 1, 19, 12, tzinfo=UTC)
    sara.says("/subscribe daily 09:00 UTC")
    office.now = datetime(2026, 1, 20, 9, tzinfo=UTC)
    with office.database.writing() as db:
        digests.decide(db, office.now, "solidarity_bot")
    office.now = datetime(2026, 1, 20, 12, tzinfo=UTC)
    for said in (sara.says("/subscribe daily 18:00 UTC").text, sara.says("/settings").text):
        assert "21 January" in said
        assert "20 January" not in said
