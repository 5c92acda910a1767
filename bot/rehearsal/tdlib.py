"""Telegram's own parser, offline, where the package tdjson is installed."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from bot.rehearsal.markup import BrokenMarkupError

_KINDS = {
    "Bold": "bold",
    "Italic": "italic",
    "Underline": "underline",
    "Strikethrough": "strikethrough",
    "Spoiler": "spoiler",
    "Code": "code",
    "Pre": "pre",
    "PreCode": "pre",
    "TextUrl": "text_link",
    "MentionName": "text_mention",
    "BlockQuote": "blockquote",
    "ExpandableBlockQuote": "expandable_blockquote",
    "CustomEmoji": "custom_emoji",
    "BotCommand": "bot_command",
    "Mention": "mention",
    "Hashtag": "hashtag",
    "Cashtag": "cashtag",
    "Url": "url",
    "EmailAddress": "email",
    "PhoneNumber": "phone_number",
}
_DETAILS = ("url", "language", "custom_emoji_id", "user_id")


@cache
def available() -> bool:
    """Whether Telegram's own parser is at hand; the first call quiets its log."""
    try:
        _execute({"@type": "setLogVerbosityLevel", "new_verbosity_level": 0})
    except ImportError:
        return False
    return True


def _execute(request: dict[str, Any]) -> dict[str, Any]:
    from tdjson import td_execute

    answer: dict[str, Any] = json.loads(td_execute(json.dumps(request).encode()) or b"{}")
    return answer


def parse(text: str, mode: str) -> tuple[str, list[dict[str, Any]]]:
    """The text without its mark-up, and its entities; *mode* is "html", "markdown" or "markdownv2".

    Raises BrokenMarkupError in Telegram's words.
    """
    how: dict[str, Any] = {"@type": "textParseModeHTML"}
    if mode != "html":
        how = {"@type": "textParseModeMarkdown", "version": 2 if mode == "markdownv2" else 1}
    answer = _execute({"@type": "parseTextEntities", "text": text, "parse_mode": how})
    if answer["@type"] == "error":
        words = answer["message"].removeprefix("Can't parse entities: ")
        raise BrokenMarkupError(words)
    return answer["text"], _translate(answer["entities"])


def find_entities(text: str) -> list[dict[str, Any]]:
    """Commands, mentions, hashtags, links and the like that Telegram finds in *text* by itself."""
    return _translate(_execute({"@type": "getTextEntities", "text": text})["entities"])


def _translate(entities: list[dict[str, Any]]) -> list[dict[str, Any]]:
    translated = []
    for entity in entities:
        kind = entity["type"]
        name = _KINDS.get(kind["@type"].removeprefix("textEntityType"))
        if name:
            details = {key: kind[key] for key in _DETAILS if kind.get(key)}
            translated.append({"type": name, "offset": entity["offset"], "length": entity["length"], **details})
    return translated
