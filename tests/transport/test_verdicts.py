"""What an error means for the message: only what is certain counts."""

from __future__ import annotations

from datetime import timedelta

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)

from bot.delivery.outcomes import Fate
from bot.transport.requests import NeverSent
from bot.transport.verdicts import judge


@pytest.mark.parametrize(
    ("error", "fate"),
    [
        (NeverSent("no connection"), Fate.LATER),
        (RetryAfter(timedelta(seconds=7)), Fate.LATER),
        (Conflict("other process"), Fate.LATER),
        (Forbidden("Forbidden: bot was blocked by the user"), Fate.GONE),
        (BadRequest("Chat not found"), Fate.GONE),
        (BadRequest("Need administrator rights in the channel chat"), Fate.GONE),
        (BadRequest("Can't parse entities: unclosed tag"), Fate.UNPARSABLE),
        (BadRequest("Message is too long"), Fate.REFUSED),
        (ChatMigrated(-1001), Fate.MIGRATED),
        (InvalidToken(), Fate.UNAUTHORIZED),
        (TimedOut(), Fate.DOUBTFUL),
        (NetworkError("Bad Gateway"), Fate.DOUBTFUL),
        (KeyError("result"), Fate.DOUBTFUL),
    ],
)
def test_each_error_has_its_verdict(error: Exception, fate: Fate) -> None:
    assert judge(error).fate is fate


def test_a_wait_is_as_long_as_telegram_says() -> None:
    outcome = judge(RetryAfter(timedelta(seconds=7)))
    assert outcome.wait == 7
    assert outcome.hushed


def test_the_page_of_a_gateway_does_not_reach_the_log() -> None:
    outcome = judge(NetworkError("Bad Gateway. Parsing the server response b'<html>...' failed"))
    assert "html" not in outcome.reason


@pytest.mark.parametrize(
    "said",
    [
        'Can\'t parse entities: unsupported start tag "what Sara wrote" at byte offset 7',
        "Inline keyboard button URL 'what Sara wrote' is invalid: wrong HTTP URL",
        "Can't parse entities: can't find end tag for \"what Sara wrote, on and on",
    ],
)
def test_a_reason_does_not_quote_the_message(said: str) -> None:
    """Reasons stand in the log and in the outbox."""
    reason = judge(BadRequest(said)).reason
    assert "Sara" not in reason
    assert said.split(maxsplit=1)[0] in reason
