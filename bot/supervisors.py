"""Word to the service manager: systemd's sd_notify(3) and sd_watchdog_enabled(3), in the few lines that they take."""

from __future__ import annotations

import logging
import os
import socket

log = logging.getLogger(__name__)


def is_listening() -> bool:
    """Whether a service manager wants to hear from this process."""
    return bool(os.environ.get("NOTIFY_SOCKET"))


def tell(*news: str) -> None:
    """Send assignments such as `READY=1`. Does nothing where nobody listens, and never waits or raises."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address:
        return
    if address.startswith("@"):
        address = "\0" + address[1:]  # Linux's abstract sockets
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as door:
            door.setblocking(False)
            door.sendto("\n".join(news).encode(), address)
    except OSError as error:
        log.debug("The service manager can't be told (%s).", type(error).__name__)


def patience() -> float | None:
    """After how many seconds without `WATCHDOG=1` the service manager kills this process; None: never."""
    if os.environ.get("WATCHDOG_PID") not in {None, "", str(os.getpid())}:
        return None
    microseconds = os.environ.get("WATCHDOG_USEC", "")
    return int(microseconds) / 1e6 if microseconds.isdecimal() and int(microseconds) else None
