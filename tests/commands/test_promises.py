"""What /subscribe says about the next digest is what happens."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.campaign.database import Database
from bot.campaign.secrets import Keys
from bot.delivery import digests
from tests.commands.coordinators import Office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A campaign without a team."""
    database = Database(f"sqlite:///{tmp_path / 'bot.db'}", Keys(b"x" * 32))
    database.open()
    yield Office(database)
    database.close()


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
