"""Logs hold nothing personal."""

from __future__ import annotations

import json
import logging

import pytest

from bot import logs

TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"


def record(message: str, error: BaseException | None = None) -> logging.LogRecord:
    info = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord("x", logging.ERROR, "x.py", 1, message, (), info)


def _fail(text: str) -> None:
    raise ValueError(text)


@pytest.mark.parametrize("formatter", [logs.Redacting(), logs.RedactingJson()])
def test_tokens_and_ids_are_cut_out_of_lines_and_tracebacks(formatter: logging.Formatter) -> None:
    with pytest.raises(ValueError, match="getMe") as failed:
        _fail(f"https://api.example/bot{TOKEN}/getMe for chat -1001234567890")
    line = formatter.format(record(f"failed with {TOKEN} for 5123456789 and invite_abc-DEF_123", failed.value))
    for secret in (TOKEN, TOKEN.split(":")[1], "1234567890", "5123456789", "abc-DEF_123"):
        assert secret not in line
    assert "ValueError" in line


def test_json_lines_are_json() -> None:
    line = json.loads(logs.RedactingJson().format(record("hello")))
    assert line["message"] == "hello"
    assert line["level"] == "ERROR"
