"""Errors of the wire become outcomes, by what is certain: arrived, refused, never sent, or in doubt."""

from __future__ import annotations

import re

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from bot.delivery.outcomes import Fate, Outcome
from bot.transport.requests import NeverSent

# Everything that a call may raise: python-telegram-bot gives a KeyError on `ok: false` with a status of 200.
TROUBLE = (TelegramError, LookupError, TypeError, ValueError)

QUOTED = re.compile(r"""(?<!\w)(["'])(?:(?!\1).)*\1?""", re.DOTALL)  # not the apostrophe of "can't"

GONE = (
    "chat not found",
    "user is deactivated",
    "group chat was deactivated",
    "group chat was upgraded",
    "peer_id_invalid",
    "bot is not a member",
    "bot was kicked",
    "need administrator rights",
    "chat_write_forbidden",
    "not enough rights",
    "have no rights to send",
    "chat_restricted",
    "channel_private",
)


def judge(error: Exception) -> Outcome:  # noqa: PLR0911 - one return a kind of error
    """The outcome that *error* means for a message that was to be sent."""
    match error:
        case NeverSent():
            return Outcome(Fate.LATER, wait=5, reason="no connection to Telegram")
        case RetryAfter():
            return Outcome(Fate.LATER, wait=_seconds(error), hushed=True, reason="Telegram asked us to wait (429)")
        case ChatMigrated():
            return Outcome(Fate.MIGRATED, new_chat=error.new_chat_id, reason="the group became a supergroup")
        case Forbidden():
            return Outcome(Fate.GONE, reason=_short(error))
        case InvalidToken() | EndPointNotFound():  # raw calls take a 401 for a method that isn't there
            return Outcome(Fate.UNAUTHORIZED, reason="Telegram refused the token (401)")
        case Conflict():
            return Outcome(Fate.LATER, wait=5, reason="conflict (409)")
        case BadRequest():
            return _refused(error)
    # Broken connections, timeouts, 5xx pages, answers cut short: the message may be there.
    return Outcome(Fate.DOUBTFUL, reason=_short(error))


def _refused(error: BadRequest) -> Outcome:
    said = error.message.lower()
    if "can't parse entities" in said or "can't find end" in said:
        return Outcome(Fate.UNPARSABLE, reason=_short(error))
    if any(word in said for word in GONE):
        return Outcome(Fate.GONE, reason=_short(error))
    return Outcome(Fate.REFUSED, reason=_short(error))


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return wait.total_seconds() if hasattr(wait, "total_seconds") else float(wait)


def _short(error: Exception) -> str:
    """The error in a few words; what it quotes of a message, and a page that a proxy sent with it, stay out."""
    said = error.message if isinstance(error, TelegramError) else type(error).__name__
    return f"{type(error).__name__}: {QUOTED.sub('…', said.split('. Parsing')[0])[:120]}"
