"""Logs that hold nothing personal: tokens and ids are cut out of every line, tracebacks included."""

from __future__ import annotations

import json
import logging
import re
import secrets
import sys
from datetime import UTC, datetime

SECRETS = re.compile(
    r"\d{6,}:[A-Za-z0-9_-]{20,}"  # a bot's token
    r"|invite_[A-Za-z0-9_-]+"  # an invitation
    r"|(?<![\w.-])-?\d{7,}(?![\w.-])"  # a chat's or person's id
)


def redact(text: str) -> str:
    """*text* without tokens, invitations and ids."""
    return SECRETS.sub("…", text)


class Redacting(logging.Formatter):
    """Lines for people; whatever a library put into them, secrets are cut out at the very end."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, redacted."""
        return redact(super().format(record))


class RedactingJson(Redacting):
    """One JSON object a line: time (UTC), level, logger, message, and the traceback where there is one."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, redacted."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": redact(record.getMessage()),
        }
        if record.exc_info:
            line["traceback"] = redact(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False)


def start(level: str, form: str) -> None:
    """Log to standard error from now on, at *level*, as `text` or `json`."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        RedactingJson() if form == "json" else Redacting("%(asctime)s %(levelname)s %(name)s: %(message)s")
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    # Below warnings these write what readers wrote, or addresses that hold the token, with every request.
    logging.getLogger("telegram").setLevel(logging.CRITICAL)  # it logs whole answers that it can't read
    for name in ("httpx", "httpcore", "aiohttp", "apscheduler", "sqlalchemy", "alembic", "asyncio"):
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelNamesMapping()[level]))


def reference() -> str:
    """A short sign that stands both in the log and in the sentence that a person gets about an error."""
    return secrets.token_hex(3).upper()
