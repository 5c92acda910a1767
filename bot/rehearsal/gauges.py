"""What the bot counts about itself, read from its `/metrics`."""

from __future__ import annotations

import http.client
import re
from dataclasses import dataclass
from datetime import UTC, datetime

_SAMPLE = re.compile(r"(?P<name>[a-z_]+)(?:\{(?P<labels>[^}]*)\})? (?P<value>\S+)")
_STATE = re.compile(r'state="(\w+)"')


@dataclass(frozen=True)
class Counts:
    """Rows of the outbox by state."""

    waiting: int = 0
    uncertain: int = 0
    failed: int = 0
    sent: int = 0


@dataclass(frozen=True)
class Gauges:
    """One look at the bot; *next_digest* is aware UTC, None where none is planned."""

    outbox: Counts
    next_digest: datetime | None


def look(port: int, seconds: float = 3.0) -> Gauges | None:
    """What the bot on 127.0.0.1:*port* says of itself now; None where it doesn't answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=seconds)
    try:
        connection.request("GET", "/metrics")
        answer = connection.getresponse()
        text = answer.read(2**20).decode("utf-8", "replace")
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()
    return read(text) if answer.status == 200 else None


def read(text: str) -> Gauges:
    """What stands in a text in Prometheus' format."""
    states: dict[str, int] = {}
    digest: datetime | None = None
    for line in text.splitlines():
        found = _SAMPLE.fullmatch(line.strip())
        if found is None:
            continue
        if found["name"] == "solidarity_outbox" and (state := _STATE.search(found["labels"] or "")):
            states[state[1]] = int(float(found["value"]))
        elif found["name"] == "solidarity_next_digest_timestamp" and float(found["value"]) > 0:
            digest = datetime.fromtimestamp(float(found["value"]), UTC)
    return Gauges(count(states), digest)


def read_list(text: str) -> Counts:
    """The counts that `outbox list` prints, a state and a number a line."""
    rows = [line.split("\t") for line in text.splitlines()]
    return count({row[0]: int(row[1]) for row in rows if len(row) == 2 and row[1].isdecimal()})


def count(states: dict[str, int]) -> Counts:
    """Rows of the outbox, by what they mean to who looks on."""
    waiting = sum(states.get(state, 0) for state in ("pending", "sending", "deferred"))
    return Counts(waiting, states.get("uncertain", 0), states.get("dead", 0), states.get("sent", 0))
