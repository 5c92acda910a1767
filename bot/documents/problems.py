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
        lists = {name: ", ".join(map(str, value)) for name, value in self.values.items() if isinstance(value, list)}
        return self.text.format(**self.values | lists)
