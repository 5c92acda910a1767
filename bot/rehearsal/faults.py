"""Bad luck on the way to Telegram, planned: lost connections, broken answers, refusals out of the blue."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from enum import Enum


class Fault(Enum):
    """What goes wrong. The value says whether the call takes effect all the same, unless `arrives` is given."""

    RESET_BEFORE = ("reset before", False)  # the connection breaks before Telegram has read the call
    RESET_AFTER = ("reset after", True)  # it breaks before the answer is out
    TRUNCATED = ("truncated", True)  # it breaks in the middle of the answer
    HTML_502 = ("502", False)  # a gateway answers, in HTML
    TOO_MANY = ("429", False)  # `seconds` is the retry_after
    UNAUTHORIZED = ("401", False)
    CONFLICT = ("409", False)
    HANG = ("hang", True)  # the answer comes `seconds` later
    REFUSED = ("refused", False)  # an answer of your own: `code` and `description`

    @property
    def arrives(self) -> bool:
        """Whether the call takes effect."""
        return self.value[1]


@dataclass(eq=False)
class Plan:
    """One planned misfortune: for which calls, how many it lets pass first, how many it hits (None: all)."""

    fault: Fault
    method: str | None = None
    chat: int | None = None
    after: int = 0
    times: int | None = 1
    seconds: float = 1.0
    code: int = 400
    description: str = "Bad Request: refused"
    arrives: bool = False
    hits: int = 0
    passed: int = 0

    @property
    def is_over(self) -> bool:
        """Whether it will hit nothing more."""
        return self.times is not None and self.hits >= self.times

    def fits(self, method: str, chat: int | None) -> bool:
        """Whether it is meant for such a call."""
        return self.method in {None, method} and self.chat in {None, chat} and not self.is_over


class Faults:
    """The misfortunes that are planned; the first that fits a call hits it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.plans: list[Plan] = []

    def add(
        self,
        fault: Fault,
        *,
        method: str | None = None,
        chat: object = None,
        after: int = 0,
        times: int | None = 1,
        seconds: float = 1.0,
        code: int = 400,
        description: str = "Bad Request: refused",
        arrives: bool | None = None,
    ) -> Plan:
        """Plan a misfortune; *chat* is an id or anything that has one. The plan counts its `hits`."""
        number = chat if isinstance(chat, int) or chat is None else int(getattr(chat, "id"))  # noqa: B009
        effect = fault.arrives if arrives is None else arrives
        plan = Plan(fault, method, number, after, times, seconds, code, description, effect)
        with self._lock:
            self.plans.append(plan)
        return plan

    def clear(self) -> None:
        """Plan nothing any more."""
        with self._lock:
            self.plans.clear()

    def take(self, method: str, chat: int | None) -> Plan | None:
        """The misfortune that hits this call, counted; None if it goes well."""
        with self._lock:
            for plan in self.plans:
                if not plan.fits(method, chat):
                    continue
                if plan.passed < plan.after:
                    plan.passed += 1
                    continue
                plan.hits += 1
                return plan
        return None
