"""What changes, told to every page that listens."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bot.rehearsal import views
from bot.rehearsal.messages import Message, Press
from bot.rehearsal.stages import Stage
from bot.rehearsal.views import View
from bot.rehearsal.worlds import Change

Hear = Callable[[View], None]


class Events:
    """Makes events of the changes on a stage, and hands them to whoever hears.

    Those who hear are called under the world's lock, from any thread, in order: they must be quick and must not wait.
    """

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self._world = stage.telegram.world
        self._hearing: list[Hear] = []
        self._lock = threading.Lock()
        self._world.listeners.append(self._notice)

    def close(self) -> None:
        """Notice nothing any more."""
        self._world.listeners.remove(self._notice)

    @contextmanager
    def heard(self, hear: Hear) -> Iterator[None]:
        """Let *hear* have every event for a while."""
        with self._lock:
            self._hearing.append(hear)
        try:
            yield
        finally:
            with self._lock:
                self._hearing.remove(hear)

    def tell(self, kind: str, **parts: object) -> None:
        """Tell an event."""
        with self._world.lock:
            with self._lock:
                hearing = list(self._hearing)
            for hear in hearing:
                hear({"kind": kind, **parts})

    def _notice(self, change: Change) -> None:
        place = self.stage.place_of(change.chat) if change.chat else None
        if place is None or not self._hearing:
            return
        if change.kind == "chat":
            self.tell("chat", chat=views.chat(self.stage, place))
        elif change.message is None:
            return
        elif change.kind in {"message", "edited"}:
            self.tell(change.kind, chat=place.key, message=views.message(self.stage, change.message))
        elif change.kind == "deleted":
            self.tell("deleted", chat=place.key, id=change.message.id)
        elif change.kind == "answered" and (press := self._newest_press(change.message)) and press.toast:
            self.tell("toast", chat=place.key, text=press.toast, alert=press.alert)

    def _newest_press(self, message: Message) -> Press | None:
        presses = reversed(self._world.presses.values())
        return next((press for press in presses if press.message is message and press.answered), None)
