"""A rehearsal: the stage, the bot's process on it, and everything that somebody who tries the bot may do."""

from __future__ import annotations

import contextlib
import secrets
import tempfile
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.rehearsal import deeds, gauges, scripts, views
from bot.rehearsal.deeds import Impossible
from bot.rehearsal.events import Events
from bot.rehearsal.gauges import Counts, Gauges
from bot.rehearsal.processes import BotProcess
from bot.rehearsal.stages import Stage
from bot.rehearsal.troubles import Troubles
from bot.rehearsal.views import View

HOUR = 3600.0
_LOOK = 0.5  # seconds between two looks at the bot
_READY = 30.0  # seconds a bot may take to start


class Rehearsal:
    """One rehearsal, in a folder that is erased with it. Every method may be called from any thread.

    *zone* (IANA) is the one in which the bot tells times where a chat has set none.
    """

    def __init__(self, zone: str = "UTC") -> None:
        self.zone = zone
        self.name = secrets.token_hex(4)  # tells this rehearsal from the one before
        self._folder = tempfile.TemporaryDirectory(prefix="solidarity-rehearsal-", ignore_cleanup_errors=True)
        self.stage = Stage()
        self.telegram = self.stage.telegram
        self.events = Events(self.stage)
        self.started = False
        self.failure: str | None = None  # what the sample posts could not be brought in for
        self.troubles = Troubles(self.telegram)
        self._serving_since = 0  # how many calls Telegram had seen at the bot's last start
        self._polled = False
        self._gauges: Gauges | None = None
        self._counts = Counts()
        self._told: dict[str, View] = {}
        self._over = threading.Event()
        self._acting = threading.RLock()
        self._watching = threading.Thread(target=self._watch, name="watch", daemon=True)
        self.bot: BotProcess

    # Beginning and end

    def open(self) -> None:
        """Start Telegram; the bot is not there yet."""
        self.telegram.start()
        settings = {
            "BOT_TOKEN": self.telegram.world.token,
            "BOT_API_URL": self.telegram.api_url,
            "BOT_API_FILE_URL": self.telegram.file_url,
            "BOT_TIMEZONE": self.zone,
        }
        self.bot = BotProcess(Path(self._folder.name), settings)
        self.bot.shift(0)
        self._watching.start()

    def prepare(self) -> None:
        """Bring the samples in, start the bot and set the stage: some seconds. What fails stands in `failure`."""
        try:
            self._prepare()
        except (AssertionError, OSError, RuntimeError) as error:
            if not self._over.is_set():
                self.failure = str(error)
        self.started = True
        self.events.tell("started", started=True, failure=self.failure)

    def _prepare(self) -> None:
        files = scripts.write(Path(self._folder.name) / "samples", datetime.now(UTC).date())
        code, _, complaint = self.bot.run_verb("import", "--publish", *(str(file) for file in files))
        if code:
            raise RuntimeError(complaint.strip())
        self.start_bot()
        code, out, complaint = self.bot.run_verb("invite")
        if code:
            raise RuntimeError(complaint.strip())
        self.await_bot()
        self.stage.set(out.split("\n", 1)[0].strip())

    @property
    def is_over(self) -> bool:
        """Whether it was closed."""
        return self._over.is_set()

    def close(self) -> None:
        """End the bot and Telegram and erase everything; may be called twice."""
        if self._over.is_set():
            return
        self._over.set()
        if self._watching.ident is not None:
            self.bot.close()
            self._watching.join(5)
        self.events.close()
        self.telegram.stop()
        self._folder.cleanup()

    # The clock

    def set_clock(self, to: str) -> View:
        """Set the clock to "now", an "hour" on, or the next "digest"; what it shows then."""
        with self._acting:
            self._need_stage()
            if to == "now":
                shift = 0.0
            elif to == "hour":
                shift = self.stage.shift + HOUR
            elif to == "digest":
                shift = self._shift_to_digest()
            else:
                raise Impossible("not_understood")
            self.stage.shift = shift
            self.bot.shift(shift)
        self._look()
        return self.clock()

    def _shift_to_digest(self) -> float:
        seen = gauges.look(self.bot.metrics_port)
        if seen is None:
            raise Impossible("bot_is_down")
        if seen.next_digest is None:
            raise Impossible("no_digest")
        ahead = seen.next_digest - self.stage.now() + timedelta(seconds=1)
        return self.stage.shift + max(0.0, ahead.total_seconds())

    # Troubles

    def trouble(self, what: str, on: bool, key: str | None = None) -> None:
        """Let something go wrong, or right again: telegram_down, too_many, block (the bot, in chat *key*), kill, start.

        Raises `Impossible`.
        """
        with self._acting:
            match what:
                case "telegram_down":
                    self.troubles.cut(on)
                case "too_many":
                    self.troubles.hush(on)
                case "block":
                    self.troubles.block(deeds.place(self.stage, key or ""), on)
                case "kill" | "start":
                    self._need_stage()
                    (self._kill if what == "kill" else self._start)()
                case _:
                    raise Impossible("not_understood")
        self.events.tell("troubles", troubles=self.troubles.show())
        self._look()

    def _kill(self) -> None:
        seen = gauges.look(self.bot.metrics_port)
        self._counts = seen.outbox if seen else self._counts
        self.bot.kill()

    def _start(self) -> None:
        if self.state in {"starting", "running"}:
            raise Impossible("bot_runs")
        self.start_bot()

    def _need_stage(self) -> None:
        if not self.started:
            raise Impossible("not_ready")

    # The bot

    def start_bot(self) -> None:
        """Let the bot serve, if it doesn't."""
        self._serving_since, self._polled = len(self.telegram.calls), False
        self.bot.start()

    def await_bot(self, seconds: float = _READY) -> None:
        """Wait until the bot takes updates. Raises RuntimeError with its last words where it ended instead."""
        until = time.monotonic() + seconds
        while self.state != "running":
            if self.state != "starting" or time.monotonic() > until or self._over.is_set():
                raise RuntimeError("\n".join(self.bot.lines[-3:]))
            time.sleep(0.05)

    @property
    def state(self) -> str:
        """Whether the bot's process is "starting", "running", "killed" or "broken" (ended by itself)."""
        if self.failure and not self.bot.wanted:
            return "broken"
        if not self.bot.wanted:
            return "killed" if self.started else "starting"
        if self.bot.exit_code is not None:
            return "broken"
        if not self._polled:
            fresh = self.telegram.calls[self._serving_since :]
            self._polled = any(call.method == "getUpdates" for call in fresh)
        return "running" if self._polled else "starting"

    def settle(self, seconds: float = 15.0) -> bool:
        """Wait until the bot has answered everything and its outbox holds nothing that it could send; whether so."""
        until = time.monotonic() + seconds
        try:
            self.telegram.settle(seconds, quiet=0.2)
        except AssertionError:
            return False
        while time.monotonic() < until:
            seen = gauges.look(self.bot.metrics_port)
            if seen is None or not seen.outbox.waiting or self.troubles.any:
                return seen is not None
            time.sleep(0.1)
        return False

    # What is to be seen

    def show(self) -> View:
        """Everything that a page needs to begin, looked at just now."""
        self._look()
        return {
            "chats": views.chats(self.stage), "clock": self.clock(), "bot": self.process(),
            "troubles": self.troubles.show(), "started": self.started, "failure": self.failure,
            "run": self.name,
        }  # fmt: skip

    def clock(self) -> View:
        """What the clock shows."""
        digest = self._gauges.next_digest if self._gauges else None
        return {
            "now": views.moment(self.stage.now()), "shift": round(self.stage.shift),
            "next_digest": views.moment(digest), "zone": self.zone,
        }  # fmt: skip

    def process(self) -> View:
        """How the bot's process does, and what waits in its outbox."""
        counts = self._gauges.outbox if self._gauges else self._counts
        return {
            "state": self.state, "waiting": counts.waiting, "uncertain": counts.uncertain, "failed": counts.failed,
            "sent": counts.sent, "log": self.bot.lines,
        }  # fmt: skip

    def _watch(self) -> None:
        counted = False  # what lies in the outbox of a bot that is down
        while not self._over.wait(_LOOK):
            self._look()
            down = self.started and self.bot.exit_code is not None
            if down and not counted:
                self._count_in_files()
            counted = down

    def _count_in_files(self) -> None:
        """Ask the command line what lies in the outbox, as the bot itself can't say."""
        with contextlib.suppress(OSError, RuntimeError):  # the end of the rehearsal may come meanwhile
            code, out, _ = self.bot.run_verb("outbox", "list")
            self._counts = gauges.read_list(out) if code == 0 else self._counts

    def _look(self) -> None:
        """Look at the bot, and tell what is new."""
        alive = self.bot.wanted and self.bot.exit_code is None
        self._gauges = gauges.look(self.bot.metrics_port) if alive else None
        if self._gauges:
            self._counts = self._gauges.outbox
        clock = self.clock()
        self._tell_news("clock", {"shift": clock["shift"], "next_digest": clock["next_digest"]}, clock=clock)
        process = self.process()
        self._tell_news("bot", process, bot=process)
        for place in self.stage.places.values():
            chat = views.chat(self.stage, place)
            self._tell_news(f"chat {place.key}", chat, chat=chat)

    def _tell_news(self, name: str, what: View, **parts: View) -> None:
        with self._acting:
            if self._told.get(name) != what:
                self._told[name] = what
                self.events.tell(name.split(maxsplit=1)[0], **parts)
