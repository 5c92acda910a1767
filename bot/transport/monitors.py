"""What monitors see: `/metrics` for Prometheus and `/healthz`, over a small HTTP server of their own."""

from __future__ import annotations

import platform
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from bot import __version__
from bot.campaign.models import ChatKind, ChatState, DeliveryState
from bot.meters import Meters
from bot.refusals import N_, Refused
from bot.transport.probes import Health, Kept, NoAnswer, Probes

if TYPE_CHECKING:  # both are loaded only where somebody wants to look
    from aiohttp import web
    from prometheus_client import Metric


LONG = 0.25  # seconds of the processor
STANDS = 30.0  # seconds that a slow count may stand


class Deaf(Refused):
    """Nobody can listen at the address of BOT_METRICS_LISTEN; *code* is the exit code."""

    code = 2


@asynccontextmanager
async def watched(address: tuple[str, int] | None, probes: Probes, meters: Meters) -> AsyncIterator[None]:
    """Answer monitors at *address* meanwhile, if there is one. Raises `Deaf` where it can't be had."""
    if address is None:
        yield
        return
    from aiohttp import web

    runner = web.AppRunner(_pages(probes, meters), access_log=None, shutdown_timeout=1)
    await runner.setup()
    try:
        host, port = address
        try:
            await web.TCPSite(runner, host.strip("[]"), port).start()
        except OSError as error:
            raise Deaf(
                N_("BOT_METRICS_LISTEN: nobody can listen at {host}:{port} ({why}). Choose another address."),
                host=host, port=str(port), why=error.strerror or type(error).__name__,
            ) from None  # fmt: skip
        yield
    finally:
        await runner.cleanup()


def _pages(probes: Probes, meters: Meters) -> web.Application:
    from aiohttp import web
    from prometheus_client import ProcessCollector
    from prometheus_client.aiohttp import make_aiohttp_handler

    assert meters.registry is not None  # noqa: S101 - whoever listens counts
    gauges = Gauges(probes)
    meters.registry.register(gauges)
    ProcessCollector(registry=meters.registry)
    render = make_aiohttp_handler(meters.registry)

    async def metrics(request: web.Request) -> web.StreamResponse:
        await gauges.read()
        return await render(request)

    async def healthz(_request: web.Request) -> web.StreamResponse:
        health = await probes.health()
        return web.json_response(_told(health), status=503 if health.problems else 200)

    pages = web.Application()
    pages.router.add_get("/metrics", metrics)
    pages.router.add_get("/healthz", healthz)
    return pages


def _told(health: Health) -> dict[str, object]:
    found: dict[str, object] = {"status": "failing", "problems": health.problems}
    if not health.problems:
        found = {"status": "ok"}
    age = None if health.poll_age is None else round(health.poll_age, 1)
    return found | {
        "last_poll_age_seconds": age,
        "loop_lag_seconds": round(health.lag, 3),
        "oldest_due_age_seconds": round(health.due_age, 1),
    }


class Gauges:
    """What is read off at each look instead of being counted."""

    def __init__(self, probes: Probes) -> None:
        self.probes = probes
        self._kept: Kept | None = None
        self._good_until = 0.0  # monotonic seconds

    async def read(self) -> None:
        """Ask the database; where it gives no answer, its gauges are left out rather than old.

        Counting a million rows keeps a processor busy for a second. What cost much stands for twenty times as long, but
        no longer than half a minute. Waiting for a busy machine costs nothing.
        """
        begun = time.monotonic()
        if begun < self._good_until:
            return
        try:
            self._kept = await self.probes.kept()
        except NoAnswer:
            self._kept = None
        cost = self._kept.cost if self._kept else 0.0
        self._good_until = begun + min(20 * cost, STANDS) if cost > LONG else 0.0

    def describe(self) -> list[Metric]:
        """No promise of names, so that nothing is read when this is registered."""
        return []

    def collect(self) -> Iterator[Metric]:
        """The families, as prometheus-client wants them."""
        from prometheus_client.metrics_core import GaugeMetricFamily, InfoMetricFamily

        build = {"version": __version__, "python": platform.python_version()}
        yield InfoMetricFamily("solidarity_build", "What runs.", build)
        age = self.probes.polls.age
        if age is not None:
            yield GaugeMetricFamily("solidarity_last_poll_age_seconds", "Since Telegram last answered a poll.", age)
        yield GaugeMetricFamily(
            "solidarity_loop_lag_seconds", "The event loop's worst delay of the last minute.", self.probes.lag.worst
        )
        if self._kept is not None:
            yield from self._of(self._kept)

    def _of(self, kept: Kept) -> Iterator[Metric]:
        from prometheus_client.metrics_core import GaugeMetricFamily

        outbox = GaugeMetricFamily("solidarity_outbox", "Deliveries in each state.", labels=["state"])
        for state in DeliveryState:
            outbox.add_metric([state.value], kept.outbox.get(state, 0))
        chats = GaugeMetricFamily("solidarity_chats", "Subscribed chats.", labels=["kind", "state"])
        for kind in ChatKind:
            for standing in ChatState:
                chats.add_metric([kind.value, standing.value], kept.chats.get((kind, standing), 0))
        yield outbox
        yield chats
        yield GaugeMetricFamily(
            "solidarity_oldest_due_age_seconds", "For how long the oldest due message has waited; 0: none is due.",
            self.probes.age_of_due(kept),
        )  # fmt: skip
        yield GaugeMetricFamily(
            "solidarity_next_digest_timestamp", "When the next digest is due (Unix time; 0: none is).",
            _unix(kept.next_digest),
        )  # fmt: skip
        yield GaugeMetricFamily(
            "solidarity_last_backup_timestamp", "When the last backup was made (Unix time; 0: never).",
            _unix(kept.last_backup),
        )  # fmt: skip


def _unix(at: datetime | None) -> float:
    return at.timestamp() if at else 0.0
