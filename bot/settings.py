"""The operator's settings: read once from a mapping, complained about once, then frozen."""

from __future__ import annotations

import contextlib
import difflib
import os
import re
import zoneinfo
from collections.abc import Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from urllib.parse import urlsplit

from dotenv import dotenv_values

from bot.refusals import N_, Refused


class BadSettings(Exception):
    """The settings can't be used; *problems* says why, one sentence each, to be translated where they are shown."""

    def __init__(self, problems: list[Refused]) -> None:
        super().__init__("\n".join(problem.text.format(**problem.values) for problem in problems))
        self.problems = problems


@dataclass(frozen=True)
class Settings:
    """Everything an operator can choose. `token` is None for the rehearsal."""

    token: str | None
    data_dir: Path
    database_url: str
    secret_key: str | None
    secret_key_file: Path
    api_url: str
    api_file_url: str
    zone: str
    language: str
    send_rate: float  # messages a second over all chats
    paid_broadcast: bool
    review: str
    backup_recipients: tuple[str, ...]
    metrics_listen: tuple[str, int] | None
    log_level: str
    log_format: str

    @property
    def database_file(self) -> Path:
        """The file that the database is, or will be."""
        return Path(_file_of(self.database_url))

    def __repr__(self) -> str:
        """Name the database's folder only: a token or key must not reach a log by way of a repr."""
        return f"Settings(data_dir={str(self.data_dir)!r})"


NAMES = (
    "BOT_TOKEN",
    "BOT_DATA_DIR",
    "BOT_DATABASE_URL",
    "BOT_SECRET_KEY",
    "BOT_SECRET_KEY_FILE",
    "BOT_API_URL",
    "BOT_API_FILE_URL",
    "BOT_TIMEZONE",
    "BOT_LANGUAGE",
    "BOT_SEND_RATE",
    "BOT_PAID_BROADCAST",
    "BOT_REVIEW",
    "BOT_BACKUP_RECIPIENTS",
    "BOT_METRICS_LISTEN",
    "BOT_LOG_LEVEL",
    "BOT_LOG_FORMAT",
)


def from_environment(folder: Path | None = None) -> Settings:
    """Read the environment, and under it the `.env` file of *folder* (default: the working directory).

    Raises `BadSettings`.
    """
    file = (folder or Path.cwd()) / ".env"
    try:
        kept = dotenv_values(file, encoding="utf-8-sig")
    except UnicodeDecodeError:
        problem = Refused(N_("The file {path} can't be read: it is not text in UTF-8. Save it anew."), path=str(file))
        raise BadSettings([problem]) from None
    except OSError as error:
        problem = Refused(N_("The file {path} can't be read: {why}."), path=str(file), why=error.strerror)
        raise BadSettings([problem]) from None
    return read({**kept, **os.environ})


def wanted_language(folder: Path | None = None) -> str | None:
    """BOT_LANGUAGE as it is set, right or wrong, for telling what is wrong; None where it can't be known."""
    with contextlib.suppress(OSError):
        text = ((folder or Path.cwd()) / ".env").read_text(encoding="utf-8-sig", errors="replace")
        kept = dotenv_values(stream=StringIO(text))
        return os.environ.get("BOT_LANGUAGE") or kept.get("BOT_LANGUAGE")
    return os.environ.get("BOT_LANGUAGE")


def _file_of(database_url: str) -> str:
    return database_url.removeprefix("sqlite:///").partition("?")[0]


def read(values: Mapping[str, str | None]) -> Settings:
    """Make settings of a mapping from the names of `NAMES` to strings; an empty string counts as not set.

    Raises `BadSettings` with all problems at once.
    """
    return _Reader(values).settings()


class _Reader:
    def __init__(self, values: Mapping[str, str | None]) -> None:
        self.values = {name: (value or "").strip() for name, value in values.items() if name.startswith("BOT_")}
        self.problems: list[Refused] = []

    def settings(self) -> Settings:
        self._unknown_names()
        data_dir = Path(self._text("BOT_DATA_DIR", "data"))
        key, key_file = self._text("BOT_SECRET_KEY"), self._text("BOT_SECRET_KEY_FILE")
        if key and key_file:
            self._problem(N_("BOT_SECRET_KEY and BOT_SECRET_KEY_FILE are both set; keep one of them."))
        settings = Settings(
            token=self._token(),
            data_dir=data_dir,
            database_url=self._database(data_dir),
            secret_key=self._key(key),
            secret_key_file=Path(key_file) if key_file else data_dir / "secret.key",
            api_url=self._url("BOT_API_URL", "https://api.telegram.org/bot"),
            api_file_url=self._url("BOT_API_FILE_URL", "https://api.telegram.org/file/bot"),
            zone=self._zone(),
            language=self._one_of("BOT_LANGUAGE", "en", ("en", "fa")),
            send_rate=self._rate(),
            paid_broadcast=self._one_of("BOT_PAID_BROADCAST", "0", ("0", "1")) == "1",
            review=self._one_of("BOT_REVIEW", "auto", ("auto", "two", "one")),
            backup_recipients=self._recipients(),
            metrics_listen=self._listen(),
            log_level=self._one_of("BOT_LOG_LEVEL", "INFO", ("DEBUG", "INFO", "WARNING", "ERROR"), fold=str.upper),
            log_format=self._one_of("BOT_LOG_FORMAT", "text", ("text", "json")),
        )
        if settings.send_rate > 30 and not settings.paid_broadcast:
            self._problem(
                N_(
                    "BOT_SEND_RATE is over 30, which Telegram allows to paid broadcasts only; "
                    "lower it to 30 or set BOT_PAID_BROADCAST=1."
                )
            )
        if self.problems:
            raise BadSettings(self.problems)
        return settings

    def _problem(self, text: str, **values: object) -> None:
        self.problems.append(Refused(text, **values))

    def _text(self, name: str, default: str = "") -> str:
        return self.values.get(name) or default

    def _unknown_names(self) -> None:
        for name in sorted(set(self.values) - set(NAMES)):
            near = difflib.get_close_matches(name, NAMES, n=1, cutoff=0.85)
            if near:
                self._problem(N_("{name} is not a setting; did you mean {near}?"), name=name, near=near[0])

    def _token(self) -> str | None:
        token = self._text("BOT_TOKEN")
        if token and not re.fullmatch(r"\d+:[A-Za-z0-9_-]+", token):
            self._problem(N_("BOT_TOKEN doesn't look like a token (digits, a colon, letters). @BotFather has it."))
        return token or None

    def _key(self, key: str) -> str | None:
        if key and not re.fullmatch(r"[0-9a-fA-F]{64}", key):
            self._problem(N_("BOT_SECRET_KEY must be 64 hexadecimal digits; `openssl rand -hex 32` makes one."))
        return key or None

    def _database(self, data_dir: Path) -> str:
        url = self._text("BOT_DATABASE_URL") or f"sqlite:///{data_dir / 'bot.db'}"
        if not url.startswith(("sqlite:///", "postgresql")):
            self._problem(N_("BOT_DATABASE_URL must be a SQLAlchemy URL that begins with sqlite:/// or postgresql."))
        elif url.startswith("postgresql"):
            self._problem(N_("BOT_DATABASE_URL names PostgreSQL, which this version can't serve yet; use sqlite:///."))
        elif _file_of(url) in {"", ":memory:"} or _file_of(url).startswith("file:"):
            self._problem(N_("BOT_DATABASE_URL names no file; write it for example like sqlite:///data/bot.db"))
        return url

    def _url(self, name: str, default: str) -> str:
        url = self._text(name, default)
        try:
            parts = urlsplit(url)
            fine = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
        except ValueError:  # brackets that don't close, a port that is no number
            fine = False
        if not fine or re.search(r"\s", url):
            self._problem(N_("{name} must be an address that begins with http:// or https://"), name=name)
        return url

    def _zone(self) -> str:
        zone = self._text("BOT_TIMEZONE", "UTC")
        if zone not in zoneinfo.available_timezones():
            near = difflib.get_close_matches(zone, sorted(zoneinfo.available_timezones()), n=3, cutoff=0.5)
            self._problem(
                N_("BOT_TIMEZONE names no time zone: {zone}. Write it for example like {near}."),
                zone=zone,
                near=near or ["Europe/Berlin", "Asia/Tehran"],
            )
        return zone

    def _one_of(self, name: str, default: str, allowed: tuple[str, ...], fold: type[str] | object = None) -> str:
        value = self._text(name, default)
        if callable(fold):
            value = str(fold(value))
        if value not in allowed:
            self._problem(
                N_("{name} is {value}, but must be one of these: {allowed}."),
                name=name,
                value=value,
                allowed=list(allowed),
            )
        return value

    def _rate(self) -> float:
        text = self._text("BOT_SEND_RATE", "30")
        try:
            rate = float(text)
        except ValueError:
            rate = 0
        if not 0 < rate <= 1000:
            self._problem(
                N_("BOT_SEND_RATE is {value}, but must be a number of messages a second up to 1000."), value=text
            )
        return rate

    def _recipients(self) -> tuple[str, ...]:
        recipients = tuple(self._text("BOT_BACKUP_RECIPIENTS").split())
        for recipient in recipients:
            if not recipient.startswith("age1"):
                self._problem(N_("BOT_BACKUP_RECIPIENTS must be age public keys (age1…), separated by spaces."))
        return recipients

    def _listen(self) -> tuple[str, int] | None:
        text = self._text("BOT_METRICS_LISTEN")
        if not text:
            return None
        host, _, port = text.rpartition(":")
        if not host or not re.fullmatch(r"[0-9]{1,5}", port) or not 0 < int(port) < 65536:
            self._problem(N_("BOT_METRICS_LISTEN must be host:port, for example 127.0.0.1:9100."))
            return None
        return host, int(port)
