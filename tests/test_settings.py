"""Settings: read once, all problems at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import BadSettings, from_environment, read, wanted_language


def test_without_anything_the_defaults_of_the_contract_hold() -> None:
    settings = read({})
    assert settings.token is None
    assert settings.database_url == "sqlite:///data/bot.db"
    assert settings.secret_key_file == Path("data/secret.key")
    assert (settings.zone, settings.language, settings.send_rate, settings.review) == ("UTC", "en", 30, "auto")


def test_all_problems_are_told_at_once_one_line_each() -> None:
    with pytest.raises(BadSettings) as bad:
        read({"BOT_TOKEN": "abc", "BOT_TIMEZONE": "Europe/Berln", "BOT_REVIEW": "three", "BOT_SEND_RATE": "fast"})
    problems = str(bad.value).splitlines()
    assert len(problems) == len(bad.value.problems) == 4
    assert any("Europe/Berlin" in problem for problem in problems)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("BOT_SEND_RATE", "500", "BOT_PAID_BROADCAST"),
        ("BOT_LANGUAGE", "de", "en, fa"),
        ("BOT_METRICS_LISTEN", "9100", "host:port"),
        ("BOT_API_URL", "ftp://x", "http"),
        ("BOT_SECRET_KEY", "short", "openssl rand -hex 32"),
        ("BOT_BACKUP_RECIPIENTS", "me", "age1"),
        ("BOT_LOG_FORMAT", "xml", "text, json"),
        ("BOT_PAID_BROADCAST", "yes", "0, 1"),
        ("BOT_DATABASE_URL", "mysql://x", "sqlite:///"),
        ("BOT_TOKN", "1:a", "BOT_TOKEN"),
        ("BOT_API_URL", "http://[", "http"),
        ("BOT_API_URL", "http://localhost:port/bot", "http"),
        ("BOT_API_FILE_URL", "http://local host/bot", "http"),
        ("BOT_METRICS_LISTEN", "localhost:²", "host:port"),
        ("BOT_METRICS_LISTEN", "localhost:" + "9" * 5000, "host:port"),
        ("BOT_DATABASE_URL", "sqlite:///", "names no file"),
        ("BOT_DATABASE_URL", "sqlite:///:memory:", "names no file"),
        ("BOT_DATABASE_URL", "sqlite:///?timeout=5", "names no file"),
    ],
)
def test_a_bad_setting_is_named_with_what_to_do(name: str, value: str, said: str) -> None:
    with pytest.raises(BadSettings) as bad:
        read({name: value})
    assert name in str(bad.value)
    assert said in str(bad.value).replace("'", "")


def test_a_key_and_a_key_file_contradict() -> None:
    with pytest.raises(BadSettings, match="keep one of them"):
        read({"BOT_SECRET_KEY": "a" * 64, "BOT_SECRET_KEY_FILE": "key"})


def test_a_file_in_the_working_directory_is_read_and_the_environment_wins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text("BOT_LANGUAGE=fa\nBOT_TIMEZONE=Asia/Tehran\n")
    monkeypatch.setenv("BOT_TIMEZONE", "Europe/Berlin")
    settings = from_environment(tmp_path)
    assert (settings.language, settings.zone) == ("fa", "Europe/Berlin")


@pytest.mark.parametrize(
    ("url", "file"),
    [("sqlite:///here/b.db", "here/b.db"), ("sqlite:////far/b.db", "/far/b.db"), ("sqlite:///b.db?timeout=5", "b.db")],
)
def test_the_file_of_the_database_is_known(url: str, file: str) -> None:
    assert read({"BOT_DATABASE_URL": url}).database_file == Path(file)


def test_a_file_of_settings_that_is_not_utf_8_is_named_and_its_language_is_known_still(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BOT_LANGUAGE", raising=False)
    (tmp_path / ".env").write_bytes("BOT_LANGUAGE=fa\nBOT_DATA_DIR=Solidarität\n".encode("latin-1"))
    with pytest.raises(BadSettings, match="UTF-8") as bad:
        from_environment(tmp_path)
    assert str(tmp_path / ".env") in str(bad.value)
    assert wanted_language(tmp_path) == "fa"


def test_a_mark_at_the_beginning_of_the_file_does_not_hide_the_first_setting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows' editor writes one."""
    monkeypatch.delenv("BOT_LANGUAGE", raising=False)
    (tmp_path / ".env").write_text("BOT_LANGUAGE=fa\n", encoding="utf-8-sig")
    assert from_environment(tmp_path).language == wanted_language(tmp_path) == "fa"


def test_without_a_file_the_language_is_that_of_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOT_LANGUAGE", "fa")
    assert wanted_language(tmp_path) == "fa"


def test_settings_print_without_token_or_key() -> None:
    settings = read({"BOT_TOKEN": "123456:abcdef", "BOT_SECRET_KEY": "a" * 64})
    assert "abcdef" not in repr(settings)
    assert "a" * 64 not in repr(settings)


def test_in_farsi_too_a_sentence_holds_what_is_to_be_typed() -> None:
    """A command of the shell stays as it must be typed."""
    from bot.words.languages import language

    with pytest.raises(BadSettings) as bad:
        read({"BOT_SECRET_KEY": "short"})
    assert "openssl rand -hex 32" in language("fa").refusal(bad.value.problems[0])
