"""A port of this machine that is kept for a process which is still to come."""

from __future__ import annotations

import socket
import sys


class Port:
    """A free port of 127.0.0.1, kept until it is closed; *number* is what a server may listen on.

    On Linux a bound socket that never listens keeps the system from giving the port to anybody else, while a server
    that reuses addresses (asyncio's and http.server's do) can take it, again and again: socket(7), SO_REUSEADDR.
    Elsewhere no two sockets may be bound to one port, so there it is only known to have been free.
    """

    def __init__(self) -> None:
        self._keeper = socket.socket()
        self._keeper.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._keeper.bind(("127.0.0.1", 0))
        self.number = int(self._keeper.getsockname()[1])
        if sys.platform != "linux":
            self.close()

    def close(self) -> None:
        """Let go of it; nothing happens the second time."""
        self._keeper.close()
