"""Logs that hold nothing personal, whatever goes wrong.

Our own lines say what we chose to say. Of other people's code only warnings and worse are logged, and of those the
words without what was put into them. Of an error its kind and its place are told but not its message, which may quote
what somebody wrote. At the very end tokens, invitations and ids are cut out of every line. What would be printed to
standard error past the log (warnings, errors that nobody caught) is logged too.
"""

from __future__ import annotations

import json
import logging
import os
import re
import secrets
import sys
import threading
import traceback
import warnings
from collections.abc import Mapping
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, TextIO

SECRETS = re.compile(
    r"\d{5,}(?::|%3A)[A-Za-z0-9_-]{16,}"  # a bot's token
    r"|invite_[A-Za-z0-9_-]+"  # an invitation
    r"|-?\d{7,}"  # a chat's or person's id
)
DATA = re.compile(r"(?<!\w)'|[\"“«<({\[:=\n]")  # where in a foreign sentence the plain words end
OURS = "bot"
PRIORITIES = {logging.DEBUG: 7, logging.INFO: 6, logging.WARNING: 4, logging.ERROR: 3, logging.CRITICAL: 2}  # syslog's

log = logging.getLogger(OURS)


def redact(text: str) -> str:
    """*text* without tokens, invitations and ids."""
    return SECRETS.sub("…", text)


def describe(error: BaseException) -> str:
    """The kind of *error*, and its code where it comes from the system or from SQLite."""
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    if isinstance(error, OSError) and error.errno is not None:
        return f"{name}: {os.strerror(error.errno)}"
    code = getattr(error, "sqlite_errorname", None)
    return f"{name}: {code}" if isinstance(code, str) else name


def trace(error: BaseException) -> str:
    """The traceback of *error* and of those that led to it, with kinds in the place of messages."""
    told, seen = [], set[int]()
    step: BaseException | None = error
    while step is not None and id(step) not in seen:
        seen.add(id(step))
        lines = ["Traceback (most recent call last):\n", *traceback.format_tb(step.__traceback__), describe(step)]
        if isinstance(step, BaseExceptionGroup):
            lines += ["\n| " + trace(part).replace("\n", "\n| ") for part in step.exceptions]
        told.append("".join(lines))
        step = step.__cause__ or (None if step.__suppress_context__ else step.__context__)
    return "\n\nThat led to:\n\n".join(reversed(told))


def _said(record: logging.LogRecord) -> str:
    """What a record says, in one line."""
    try:
        said = record.getMessage() if f"{record.name}.".startswith(f"{OURS}.") else _bare(record)
    except Exception:  # noqa: BLE001 - the line is lost anyway, and the error would quote its arguments
        said = "A line that can't be put together."
    return " ".join(said.split())


def _bare(record: logging.LogRecord) -> str:
    """A foreign record's words without what was put into them; numbers may stay."""
    template = str(record.msg)
    if not record.args:
        return DATA.split(template, maxsplit=1)[0].strip() or f"(at {record.module}:{record.lineno})"
    if isinstance(record.args, Mapping):
        return template % {name: _masked(value) for name, value in record.args.items()}
    return template % tuple(_masked(value) for value in record.args)


def _masked(value: object) -> Any:
    return value if isinstance(value, int | float) else "…"


class Redacting(logging.Formatter):
    """Lines for people. In systemd's *journal*, which has the time itself, each begins with its priority."""

    def __init__(self, *, journal: bool = False) -> None:
        super().__init__()
        self.journal = journal

    def format(self, record: logging.LogRecord) -> str:
        """The line, and the traceback under it."""
        text = f"{record.levelname} {record.name}: {_said(record)}"
        if record.exc_info and record.exc_info[1]:
            text += "\n" + trace(record.exc_info[1])
        if not self.journal:
            return f"{self.formatTime(record)} {redact(text)}"
        mark = f"<{PRIORITIES.get(record.levelno, 5)}>"
        return mark + redact(text).replace("\n", f"\n{mark}")


class RedactingJson(Redacting):
    """One JSON object a line: time (UTC), level, logger, message, and the traceback where there is one."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": redact(_said(record)),
        }
        if record.exc_info and record.exc_info[1]:
            line["traceback"] = redact(trace(record.exc_info[1]))
        return json.dumps(line, ensure_ascii=False)


class Outlet(logging.StreamHandler[TextIO]):
    """A stream that doesn't print a line's arguments where the line can't be written."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """Say where the line came from, if that much can be written."""
        try:
            self.stream.write(f"A log line could not be written ({record.module}:{record.lineno}).\n")
        except (OSError, ValueError):
            return


def start(level: str, form: str) -> None:
    """Log to standard error from now on, at *level*, as `text` or `json`; errors that nobody catches too."""
    handler = Outlet(sys.stderr)
    handler.setFormatter(RedactingJson() if form == "json" else Redacting(journal=_is_journal(sys.stderr)))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    log.setLevel(level)
    root.setLevel(max(logging.WARNING, log.level))
    logging.getLogger("telegram").setLevel(logging.CRITICAL)  # it logs whole answers that it can't read
    sys.excepthook = _uncaught
    sys.unraisablehook = lambda hit: log.error("Something could not be cleaned up.", exc_info=hit.exc_value)
    threading.excepthook = _failed
    warnings.showwarning = _warn


def _is_journal(stream: TextIO) -> bool:
    """Whether *stream* leads to systemd's journal (systemd.exec(5), $JOURNAL_STREAM)."""
    try:
        found = os.fstat(stream.fileno())
    except (OSError, ValueError):
        return False
    return os.environ.get("JOURNAL_STREAM") == f"{found.st_dev}:{found.st_ino}"


def _uncaught(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, where)
    else:
        log.critical("Nobody caught an error.", exc_info=error)


def _failed(hit: threading.ExceptHookArgs) -> None:
    if not issubclass(hit.exc_type, SystemExit):
        log.error("A thread failed.", exc_info=hit.exc_value)


def _warn(
    message: Warning | str,  # noqa: ARG001 - it may quote what somebody wrote
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,  # noqa: ARG001 - warnings' own signature
    line: str | None = None,  # noqa: ARG001
) -> None:
    log.warning("%s at %s:%d", category.__name__, filename, lineno)


def reference() -> str:
    """A short sign that stands both in the log and in the sentence that a person gets about an error."""
    return secrets.token_hex(3).upper()
