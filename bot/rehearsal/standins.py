"""The stand-in as a test or a page holds it: start it, make people, look at what happened."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Coroutine, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Self

from bot.rehearsal.calls import Call
from bot.rehearsal.channels import Channel
from bot.rehearsal.chats import Standing
from bot.rehearsal.faults import Faults
from bot.rehearsal.groups import ADMINISTRATOR, MEMBER, Group
from bot.rehearsal.limits import Limits
from bot.rehearsal.messages import Message
from bot.rehearsal.people import Person
from bot.rehearsal.servers import Server
from bot.rehearsal.worlds import Change, World


class StandIn:
    """Telegram on this machine: real HTTP on 127.0.0.1, everything else plain and synchronous, from any thread.

    *now* gives the time of messages (aware, UTC); *strict_limits* makes the limits of pace felt; *privacy* is the
    bot's privacy mode in groups. Use it in a `with`, or call `start` and `stop`.
    """

    def __init__(
        self,
        token: str = "123456:TEST-TOKEN",  # noqa: S107 - a made-up one
        username: str = "solidarity_test_bot",
        *,
        strict_limits: bool = False,
        port: int = 0,
        now: Callable[[], datetime] | None = None,
        privacy: bool = True,
    ) -> None:
        self.world = World(token, username, privacy=privacy)
        if now:
            self.world.clock = now
        self.faults = Faults()
        self.limits = Limits()
        self.limits.strict = strict_limits
        self.latency = 0.0  # seconds added to every call but polls
        self.poll_seconds_cap = 30.0  # long polls are never held longer
        self.calls: list[Call] = []
        self._wanted_port = port
        self._busy = 0
        self._changed = threading.Condition(self.world.lock)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._server: Server | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self.stop()

    # Serving

    def start(self) -> None:
        """Listen, in a thread of its own."""
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="telegram", daemon=True)
        self._thread.start()
        self._server = Server(self, self._loop)
        self.world.listeners.append(self._notice)
        self._run(self._server.open(self._wanted_port))
        self._wanted_port = self._server.port

    def stop(self) -> None:
        """Be gone: port, connections and thread."""
        if self._loop is None or self._thread is None or self._server is None:
            return
        self._run(self._server.close())
        self._server.polls.close()
        self.world.listeners.remove(self._notice)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()
        self._loop = None

    def stop_serving(self) -> None:
        """An outage: the port is closed and every connection breaks; the world goes on."""
        self._run(self._require_server().close())

    def serve_again(self) -> None:
        """The outage is over: the same port, the same world."""
        self._run(self._require_server().open(self._wanted_port))

    def _require_server(self) -> Server:
        if self._server is None:
            raise RuntimeError("the stand-in has not been started")
        return self._server

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        if self._loop is None:
            raise RuntimeError("the stand-in has not been started")
        asyncio.run_coroutine_threadsafe(work, self._loop).result(10)

    @property
    def port(self) -> int:
        """The port it listens on."""
        return self._wanted_port

    @property
    def api_url(self) -> str:
        """The `base_url` for python-telegram-bot."""
        return f"http://127.0.0.1:{self.port}/bot"

    @property
    def file_url(self) -> str:
        """The `base_file_url` for python-telegram-bot."""
        return f"http://127.0.0.1:{self.port}/file/bot"

    # Who is there

    def person(
        self, first_name: str, *, language_code: str | None = None, username: str | None = None, started: bool = False
    ) -> Person:
        """Someone new; *started* says that they wrote to the bot long ago, so that it may write to them."""
        traits = {"language_code": language_code, "username": username, "started": started}
        return self.world.add_person(first_name, **traits)

    def group(
        self,
        title: str,
        *,
        members: Iterable[Person] = (),
        administrators: Iterable[Person] = (),
        forum: bool = False,
        supergroup: bool = True,
        bot: str | None = "member",
        username: str | None = None,
    ) -> Group:
        """A group; *bot* is what the bot has long been there: "member", "administrator", or None (not in it)."""
        standing = {"member": MEMBER, "administrator": ADMINISTRATOR, None: Standing()}[bot]
        traits = {"members": members, "administrators": administrators, "forum": forum, "supergroup": supergroup}
        return self.world.add_group(title, bot=standing, username=username, **traits)

    def channel(self, title: str, *, administrators: Iterable[Person] = (), username: str | None = None) -> Channel:
        """A channel that the bot is not in yet."""
        return self.world.add_channel(title, administrators, username)

    # What happened

    @property
    def clock(self) -> Callable[[], datetime]:
        """What gives the time of messages; aware, UTC."""
        return self.world.clock

    @clock.setter
    def clock(self, clock: Callable[[], datetime]) -> None:
        self.world.clock = clock

    @property
    def strict_limits(self) -> bool:
        """Whether the limits of pace are felt."""
        return self.limits.strict

    @strict_limits.setter
    def strict_limits(self, strict: bool) -> None:
        self.limits.strict = strict

    @property
    def sent(self) -> list[Message]:
        """All messages the bot sent anywhere, in order; those since deleted are still here, marked so."""
        with self.world.lock:
            return list(self.world.sent)

    @property
    def commands(self) -> dict[tuple[str, str], list[dict[str, str]]]:
        """The menus the bot has set, by (scope as JSON, language code)."""
        return self.world.profile.commands

    @property
    def descriptions(self) -> dict[str, str]:
        """The descriptions the bot has set, by language code."""
        return self.world.profile.descriptions

    @property
    def short_descriptions(self) -> dict[str, str]:
        """The short descriptions the bot has set, by language code."""
        return self.world.profile.short_descriptions

    @property
    def refused_calls(self) -> int:
        """How many calls were refused for their pace."""
        return self.limits.refused

    def calls_of(self, method: str) -> list[Call]:
        """The calls of one method, in the order they came."""
        with self.world.lock:
            return [call for call in self.calls if call.method == method]

    def settle(self, timeout: float = 60.0, *, quiet: float = 0.0) -> None:
        """Wait until the bot has fetched and confirmed every update and no call is being served.

        With *quiet*, no call (but polls) may have come for so many seconds. Raises AssertionError after *timeout*
        seconds, saying what is still waiting.
        """
        until = time.monotonic() + timeout
        with self._changed:
            while True:
                now = time.monotonic()
                calm_at = self._last_call() + quiet
                if not self.world.updates.waiting and not self._busy and now >= calm_at:
                    return
                if now >= until:
                    raise AssertionError(self._say_what_waits(timeout))
                self._changed.wait(min(until - now, max(calm_at - now, 0.01) if quiet else 1.0))

    def _last_call(self) -> float:
        return next((call.time for call in reversed(self.calls) if call.method != "getUpdates"), 0.0)

    def _say_what_waits(self, timeout: float) -> str:
        kinds = [f"{next(k for k in u if k != 'update_id')} {u['update_id']}" for u in self.world.updates.waiting[:5]]
        waiting = f"{len(self.world.updates.waiting)} updates unconfirmed ({', '.join(kinds)})"
        return f"not settled after {timeout} s: {waiting}, {self._busy} calls being served"

    def _notice(self, change: Change) -> None:
        if change.kind in {"confirmed", "update"}:
            self._changed.notify_all()

    @contextmanager
    def serving(self, call: Call) -> Iterator[None]:
        """Keep a call in the log, and count it as being served (long polls aside)."""
        counted = call.method != "getUpdates"
        with self._changed:
            self.calls.append(call)
            self._busy += counted
        try:
            yield
        finally:
            with self._changed:
                self._busy -= counted
                self._changed.notify_all()
