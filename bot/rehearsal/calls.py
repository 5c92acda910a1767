"""What the bot asked of Telegram, call by call."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any, Self

from bot.rehearsal.faults import Plan
from bot.rehearsal.parameters import check_parameters
from bot.rehearsal.verdicts import Verdict


@dataclass(eq=False)
class Call:
    """One call.

    *parameters* are in their own types (as they came, where they make no sense), *time* is in monotonic seconds,
    *status* 0 while (or where) nothing went back. *arrived* says whether it took effect or was judged; *fault* is the
    misfortune that hit it, if one did.
    """

    method: str
    parameters: dict[str, Any] = field(default_factory=dict)
    time: float = field(default_factory=time.monotonic)
    status: int = 0
    response: Any = None
    arrived: bool = False
    fault: Plan | None = None
    problem: Verdict | None = None

    @classmethod
    def read(cls, method: str, raw: dict[str, Any]) -> Self:
        """The call of a method with parameters as they came over the wire; `problem` is what is wrong with them."""
        try:
            return cls(method, check_parameters(method, raw))
        except Verdict as verdict:
            return cls(method, raw, problem=verdict)

    @property
    def chat_id(self) -> int | None:
        """The chat it is about, where it names one by number."""
        try:
            return int(self.parameters["chat_id"])
        except (KeyError, TypeError, ValueError):
            return None

    @property
    def succeeded(self) -> bool:
        """Whether Telegram did what was asked (the caller may not have heard of it)."""
        return self.arrived and bool(self.response) and self.response.get("ok") is True
