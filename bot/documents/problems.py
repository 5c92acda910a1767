"""What a coordinator should know about a text before publishing it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Problem:
    """A whole English sentence marked for translation, with `{name}` places that *values* fill."""

    text: str
    values: dict[str, Any] = field(default_factory=dict)

    def sentence(self) -> str:
        """The sentence in English, filled in."""
        return self.text.format(**{name: _told(value) for name, value in self.values.items()})


def _told(value: Any) -> Any:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return f"{value:,g}" if isinstance(value, float) else value
