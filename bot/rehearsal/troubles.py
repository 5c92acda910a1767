"""Troubles that somebody makes on purpose, to see that nothing is lost and nothing comes twice."""

from __future__ import annotations

from bot.rehearsal.chats import PrivateChat
from bot.rehearsal.deeds import Impossible
from bot.rehearsal.faults import Fault
from bot.rehearsal.stages import Place
from bot.rehearsal.standins import StandIn

_SENDS = ("sendMessage", "sendDocument")
_QUIET = 3.0  # seconds that Telegram asks to wait


class Troubles:
    """What goes wrong with Telegram at the moment."""

    def __init__(self, telegram: StandIn) -> None:
        self.telegram = telegram
        self.telegram_down = False
        self.too_many = False

    @property
    def any(self) -> bool:
        """Whether anything goes wrong that holds messages back."""
        return self.telegram_down or self.too_many

    def show(self) -> dict[str, bool]:
        """What a page is shown."""
        return {"telegram_down": self.telegram_down, "too_many": self.too_many}

    def cut(self, on: bool) -> None:
        """Let Telegram be unreachable, or there again."""
        if on != self.telegram_down:
            (self.telegram.stop_serving if on else self.telegram.serve_again)()
            self.telegram_down = on

    def hush(self, on: bool) -> None:
        """Let Telegram refuse every new message with 429, or take them again."""
        self.telegram.faults.clear()
        for method in _SENDS if on else ():
            self.telegram.faults.add(Fault.TOO_MANY, method=method, times=None, seconds=_QUIET)
        self.too_many = on

    def block(self, place: Place, on: bool) -> None:
        """Let somebody block the bot, or let it write again. Raises `Impossible` for a group or channel."""
        if not isinstance(place.chat, PrivateChat):
            raise Impossible("not_understood")
        person = place.chat.person
        if person.blocked != on:
            (person.blocks_the_bot if on else person.unblocks_the_bot)()
