"""Logs hold nothing personal, and still say what happened and where."""

from __future__ import annotations

import io
import json
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import logs

TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
WORDS = "what Sara wrote"
FORMATTERS = [logs.Redacting(), logs.RedactingJson(), logs.Redacting(journal=True)]


def record(
    message: str, error: BaseException | None = None, *args: object, logger: str = "bot.x", level: int = logging.ERROR
) -> logging.LogRecord:
    info = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord(logger, level, "x.py", 1, message, args, info)


def _fail(text: str) -> None:
    raise ValueError(text)


def raised(text: str) -> ValueError:
    try:
        _fail(text)
    except ValueError as error:
        return error
    raise AssertionError


@pytest.mark.parametrize("formatter", FORMATTERS)
def test_tokens_and_ids_are_cut_out_of_lines_and_tracebacks(formatter: logging.Formatter) -> None:
    error = raised(f"https://api.example/bot{TOKEN}/getMe for chat -1001234567890")
    line = formatter.format(record(f"failed with {TOKEN} for 5123456789. And invite_abc-DEF_123", error))
    for secret in (TOKEN, TOKEN.split(":")[1], "1234567890", "5123456789", "abc-DEF_123"):
        assert secret not in line
    assert "ValueError" in line


@settings(max_examples=60)
@given(st.integers(1_000_000, 10**13), st.sampled_from(["{}", "-{}", "chat_{}", "id={}.", "bot{}:x", "{}…", "«{}»"]))
def test_an_id_is_cut_out_wherever_it_stands(number: int, where: str) -> None:
    assert str(number) not in logs.redact(f"so {where.format(number)} it is")


@pytest.mark.parametrize(
    "address", [f"https://t.example/bot{TOKEN}/x", f"bot{TOKEN.replace(':', '%3A')}", f"'{TOKEN}'"]
)
def test_a_token_is_cut_out_of_addresses_too(address: str) -> None:
    assert TOKEN.split(":")[1] not in logs.redact(address)


@pytest.mark.parametrize("formatter", FORMATTERS)
def test_a_traceback_tells_kind_and_place_and_not_the_message(formatter: logging.Formatter) -> None:
    """Messages of errors quote what somebody wrote; `int("what Sara wrote")` does."""
    error = raised(WORDS)
    error.add_note(WORDS)
    error.__cause__ = KeyError(WORDS)
    text = formatter.format(record("A command failed.", ExceptionGroup(WORDS, [error, OSError(28, WORDS)])))
    assert "Sara" not in text
    for part in ("A command failed.", "ValueError", "KeyError", "_fail", "test_logs.py", "No space left on device"):
        assert part in text


@pytest.mark.parametrize("formatter", FORMATTERS)
def test_an_error_that_led_to_itself_is_told_once(formatter: logging.Formatter) -> None:
    one, other = raised("one"), KeyError("other")
    one.__context__, other.__context__ = other, one
    assert formatter.format(record("Failed.", one)).count("KeyError") == 1


@pytest.mark.parametrize("formatter", FORMATTERS)
def test_of_other_peoples_lines_only_their_own_words_are_kept(formatter: logging.Formatter) -> None:
    lines = [
        ("Task exception was never retrieved\nfuture: <Task exception=ValueError('what Sara wrote')>", ()),
        ("Can't read: what Sara wrote", ()),
        ("Can't read %r after %d tries", (WORDS, 3)),
        ("Can't read %(text)s", ({"text": WORDS},)),
        ("Executing %s took %.3f seconds", (f"<Handle f('{WORDS}')>", 0.5)),
    ]
    told = [formatter.format(record(line, None, *args, logger="asyncio")) for line, args in lines]
    assert not any("Sara" in line for line in told)
    for line, words in zip(told, ("never retrieved", "Can't read", "after 3 tries", "Can't", "0.500"), strict=True):
        assert words in line


def test_a_line_that_can_not_be_put_together_gives_nothing_away() -> None:
    assert "Sara" not in logs.Redacting().format(record("%d", None, WORDS))


def test_a_line_that_can_not_be_written_gives_nothing_away(capsys: pytest.CaptureFixture[str]) -> None:
    """The library would print the line's arguments with the error."""

    class Broken(io.StringIO):
        def write(self, text: str) -> int:
            if "Sara" in text:
                raise UnicodeEncodeError("ascii", text, 0, 1, "no")
            return super().write(text)

    stream = Broken()
    outlet = logs.Outlet(stream)
    outlet.setFormatter(logs.Redacting())
    outlet.handle(record("It is %s.", None, WORDS))
    assert stream.getvalue() == "A log line could not be written (x:1).\n"
    assert capsys.readouterr().err == ""


def test_json_lines_are_json() -> None:
    line = json.loads(logs.RedactingJson().format(record("hello\nthere")))
    assert line["message"] == "hello there"
    assert line["level"] == "ERROR"


def test_lines_in_the_journal_carry_their_priority_and_no_time() -> None:
    lines = logs.Redacting(journal=True).format(record("Failed.", raised("x"), level=logging.WARNING)).splitlines()
    assert lines[0] == "<4>WARNING bot.x: Failed."
    assert all(line.startswith("<4>") for line in lines)


@pytest.mark.parametrize("level", ["DEBUG", "ERROR"])
def test_other_peoples_talk_is_left_out_at_every_level(tmp_path: Path, level: str) -> None:
    code = (
        "import logging, sys; from bot import logs; logs.start(sys.argv[1], 'text');"
        "logging.getLogger('bot.x').debug('ours'); logging.getLogger('lib').info('theirs');"
        "logging.getLogger('lib').debug('theirs')"
    )
    run = [sys.executable, "-c", code, level]
    printed = subprocess.run(run, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1]).stderr
    assert "theirs" not in printed
    assert ("ours" in printed) == (level == "DEBUG")


def test_the_journal_is_known_by_what_systemd_says_of_it(tmp_path: Path) -> None:
    """A service whose standard error goes to a file instead keeps the times."""
    code = "from bot import logs; logs.start('INFO', 'text'); logs.log.error('Hello.')"
    printed = {}
    for name in ("journal", "elsewhere"):
        with (tmp_path / name).open("w") as file:
            place = os.fstat(file.fileno())
            told = f"{place.st_dev}:{place.st_ino if name == 'journal' else 1}"
            environment = {**os.environ, "JOURNAL_STREAM": told, "PYTHONPATH": str(Path(__file__).parents[1])}
            subprocess.run([sys.executable, "-c", code], stderr=file, env=environment, check=True)
        printed[name] = (tmp_path / name).read_text()
    assert printed["journal"] == "<3>ERROR bot: Hello.\n"
    assert printed["elsewhere"].startswith("20")
