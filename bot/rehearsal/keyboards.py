"""Inline keyboards: what Telegram takes as a button."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from bot.rehearsal.messages import Button
from bot.rehearsal.verdicts import refuse

MOST_BUTTONS = 100
MOST_IN_A_ROW = 8
DATA_BYTES = 64
_LOOKS = {"text", "style", "icon_custom_emoji_id"}
_ACTIONS = {"url", "callback_data"}


def read_keyboard(markup: dict[str, Any] | None) -> list[list[Button]]:
    """The rows of an inline keyboard; raises `Verdict` for whatever Telegram does not take."""
    if not markup:
        return []
    rows = markup.get("inline_keyboard")
    if not isinstance(rows, list) or set(markup) != {"inline_keyboard"}:
        raise refuse("inline keyboard expected")
    if not all(isinstance(row, list) for row in rows):
        raise refuse('can\'t parse inline keyboard: field "inline_keyboard" must be an Array of Arrays')
    if sum(map(len, rows)) > MOST_BUTTONS or any(len(row) > MOST_IN_A_ROW for row in rows):
        raise refuse("reply markup is too long")
    return [[_read_button(button) for button in row] for row in rows if row]


def _read_button(button: object) -> Button:
    words = "can't parse inline keyboard button"
    if not isinstance(button, dict):
        raise refuse(f"{words}: expected an Object")
    label = button.get("text")
    if not isinstance(label, str):
        raise refuse(f'{words}: can\'t find field "text"')
    if not label.strip():
        raise refuse("BUTTON_TEXT_INVALID")
    actions = set(button) - _LOOKS
    if not actions:
        raise refuse(f"{words}: text buttons are unallowed in the inline keyboard")
    if len(actions) > 1 or not actions <= _ACTIONS:
        raise refuse(f"{words}: fields {', '.join(sorted(actions))} are not in the stand-in")
    if "url" in button:
        return Button(label, url=_check_url(button["url"]), source=button)
    data = button["callback_data"]
    if not isinstance(data, str) or not 0 < len(data.encode()) <= DATA_BYTES:
        raise refuse("BUTTON_DATA_INVALID")
    return Button(label, data=data, source=button)


def _check_url(url: object) -> str:
    words = f"inline keyboard button URL '{url}' is invalid"
    try:
        parts = urlsplit(str(url))
        host = parts.hostname or ""
    except ValueError:
        raise refuse(f"{words}: Wrong HTTP URL") from None
    if parts.scheme not in {"http", "https", "tg"}:
        raise refuse(f"{words}: Unsupported URL protocol")
    if parts.scheme != "tg" and ("." not in host or " " in str(url)):
        raise refuse(f"{words}: Wrong HTTP URL")
    return str(url)
