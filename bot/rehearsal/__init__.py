"""A local stand-in for Telegram: the wire of the tests and of the rehearsal."""

from __future__ import annotations

from bot.rehearsal.faults import Fault
from bot.rehearsal.messages import Button, File, Message, Press
from bot.rehearsal.standins import StandIn

__all__ = ["Button", "Fault", "File", "Message", "Press", "StandIn"]
