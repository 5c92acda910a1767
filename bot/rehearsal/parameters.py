"""What each method of the Bot API takes: unknown, missing and malformed parameters are refused here."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from bot.rehearsal.messages import File
from bot.rehearsal.verdicts import Verdict, refuse

Given = dict[str, Any]

# Known to Telegram, but of subjects that have no place here; better refused than silently ignored.
UNSERVED = frozenset(
    {
        "business_connection_id",
        "inline_message_id",
        "direct_messages_topic_id",
        "suggested_post_parameters",
        "rich_message",
    }
)

_MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "document": "there is no document in the request",
    "user_id": "invalid user_id specified",
    "file_id": "file_id is empty",
    "callback_query_id": "query is too old and response timeout expired or query ID is invalid",
}


@cache
def read_table() -> dict[str, dict[str, str]]:
    """The parameters of every method served: method → name → types joined by `|`, with `!` where required."""
    table: dict[str, dict[str, str]] = json.loads(files("bot.rehearsal").joinpath("parameters.json").read_text("utf-8"))
    return table


def reduce_specification(specification: Mapping[str, Any], methods: list[str]) -> dict[str, dict[str, str]]:
    """The table of *methods* as `read_table` gives it, made from a machine-readable description of the Bot API."""
    return {
        method: {
            field["name"]: "|".join(field["types"]) + ("!" if field["required"] else "")
            for field in specification["methods"][method].get("fields", [])
        }
        for method in methods
    }


def check_parameters(method: str, raw: Mapping[str, Any]) -> Given:
    """The parameters of a call in their own types.

    Strings that hold numbers, booleans or JSON are read, as Telegram does. Telegram ignores a parameter it does not
    know; here it is refused, because it is always a mistake. Raises `Verdict` (400).
    """
    table = read_table()[method]
    if strange := sorted(set(raw) - set(table)):
        raise refuse(f'unknown parameter "{strange[0]}"')
    given: Given = {}
    for name, value in raw.items():
        if value is None or value == "":
            continue
        if name in UNSERVED:
            raise refuse(f'parameter "{name}" is not in the stand-in')
        given[name] = _read(name, value, table[name].rstrip("!").split("|"))
    for name, types in table.items():
        if types.endswith("!") and name not in given:
            raise refuse(_MISSING.get(name, f'parameter "{name}" is required'))
    return given


def _read(name: str, value: object, types: list[str]) -> object:
    if isinstance(value, File):
        return _expect(name, value, "InputFile" in types)
    if types == ["Boolean"]:
        return _read_boolean(name, value)
    if "Integer" in types:
        return _read_integer(name, value, or_text="String" in types)
    if types == ["Float"]:
        return _expect(name, value, isinstance(value, int | float))
    if "String" in types:
        return _expect(name, value, isinstance(value, str))
    return _read_json(name, value, is_list=types[0].startswith("Array of"))


def _expect(name: str, value: object, right: bool) -> object:
    if not right:
        raise _malformed(name)
    return value


def _malformed(name: str) -> Verdict:
    return refuse(f'can\'t parse parameter "{name}"')


def _read_boolean(name: str, value: object) -> bool:
    if isinstance(value, bool):
        return value
    text = str(value).lower()
    if text not in {"true", "yes", "1", "false", "no", "0"}:
        raise _malformed(name)
    return text in {"true", "yes", "1"}


def _read_integer(name: str, value: object, *, or_text: bool) -> int | str:
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise _malformed(name)
    try:
        return int(value)
    except ValueError:
        if or_text:
            return str(value)
        raise _malformed(name) from None


def _read_json(name: str, value: object, *, is_list: bool) -> object:
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError:
            raise refuse(f"can't parse {name.replace('_', ' ')} JSON object") from None
    return _expect(name, value, isinstance(value, list if is_list else dict))
