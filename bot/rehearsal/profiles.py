"""What the bot has said about itself: commands, descriptions, name, menu, rights."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

DEFAULT_SCOPE = '{"type": "default"}'


@dataclass
class Profile:
    """The bot's own page.

    `commands` is keyed by (scope as JSON with sorted keys, language code), texts by language code; "" is the default.
    """

    first_name: str = "Solidarity"
    commands: dict[tuple[str, str], list[dict[str, str]]] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    menu_buttons: dict[int, dict[str, Any]] = field(default_factory=dict)
    rights: dict[str, dict[str, bool]] = field(default_factory=dict)


def name_scope(scope: dict[str, Any] | None) -> str:
    """The key of a BotCommandScope."""
    return json.dumps(scope, sort_keys=True) if scope else DEFAULT_SCOPE
