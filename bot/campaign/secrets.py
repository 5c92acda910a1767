"""Keys, and the column types that encrypt at rest.

Chat ids are names to whoever has a leaked phone book, so they are stored under AES-SIV: the same id gives the
same bytes in one column, which is what look-up and UNIQUE need. Drafts and notes are stored under AES-GCM.
Every column has a key of its own, derived with HKDF from the one secret, labelled `table.column`.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from functools import lru_cache
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, AESSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import Dialect, LargeBinary
from sqlalchemy.types import TypeDecorator


class WrongKey(Exception):
    """The key doesn't open this database."""


class ChatId(int):
    """A chat's id as Telegram knows it. It prints as a mask, so that it can't reach a log by accident."""

    def __repr__(self) -> str:
        return "ChatId(…)"

    def __str__(self) -> str:
        return "…"

    def __format__(self, spec: str) -> str:
        return "…"


class Keys:
    """The campaign's secret and everything derived from it."""

    def __init__(self, secret: bytes) -> None:
        if len(secret) != 32:
            raise WrongKey("A key has 32 bytes.")
        self._secret = secret
        self._derived = lru_cache(maxsize=64)(self._derive)
        self._ids: dict[str, AESSIV] = {}
        self._texts: dict[str, AESGCM] = {}

    def __repr__(self) -> str:
        return "Keys(…)"

    def _derive(self, label: str, length: int) -> bytes:
        return HKDF(SHA256(), length, salt=None, info=label.encode()).derive(self._secret)

    def seal_id(self, label: str, value: int) -> bytes:
        """Encrypt an id so that equal ids of one column give equal bytes (AES-SIV, RFC 5297)."""
        cipher = self._ids.get(label) or self._ids.setdefault(label, AESSIV(self._derived(label, 64)))
        return cipher.encrypt(int(value).to_bytes(8, "big", signed=True), None)

    def open_id(self, label: str, sealed: bytes) -> ChatId:
        """Give back the id. Raises `WrongKey` where the bytes were sealed with another key or for another column."""
        cipher = self._ids.get(label) or self._ids.setdefault(label, AESSIV(self._derived(label, 64)))
        try:
            return ChatId(int.from_bytes(cipher.decrypt(sealed, None), "big", signed=True))
        except InvalidTag:
            raise WrongKey(label) from None

    def seal_text(self, label: str, text: str) -> bytes:
        """Encrypt a text with a fresh nonce (AES-GCM)."""
        cipher = self._texts.get(label) or self._texts.setdefault(label, AESGCM(self._derived(label, 32)))
        nonce = os.urandom(12)
        return nonce + cipher.encrypt(nonce, text.encode("utf-8", "surrogatepass"), None)

    def open_text(self, label: str, sealed: bytes) -> str:
        """Give back the text. Raises `WrongKey`."""
        cipher = self._texts.get(label) or self._texts.setdefault(label, AESGCM(self._derived(label, 32)))
        try:
            return cipher.decrypt(sealed[:12], sealed[12:], None).decode("utf-8", "surrogatepass")
        except (InvalidTag, TypeError, ValueError):  # the latter two where the bytes were never sealed
            raise WrongKey(label) from None

    def sign(self, label: str, *parts: object) -> str:
        """A code that only the holder of the key can make over *parts*; parts can't run into each other."""
        text = "\x1f".join(f"{len(str(part))}:{part}" for part in parts)
        return hmac.new(self._derived(label, 32), text.encode(), hashlib.sha256).hexdigest()

    def signed(self, label: str, code: str, *parts: object) -> bool:
        """Whether *code* is the one that `sign` makes."""
        return hmac.compare_digest(self.sign(label, *parts), code)


def load_keys(secret: str | None, file: Path) -> Keys:
    """The keys of a 64-digit hexadecimal *secret*, else of *file*, which is made (mode 0600) where it is missing.

    Raises `WrongKey` where the file holds something else.
    """
    if secret:
        return Keys(bytes.fromhex(secret))
    if not file.exists():
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as out:
            out.write(secrets.token_hex(32) + "\n")
            out.flush()
            os.fsync(out.fileno())
    try:
        return Keys(bytes.fromhex(file.read_text().strip()))
    except ValueError:
        raise WrongKey(f"{file} holds no key of 64 hexadecimal digits.") from None


def keys_of(dialect: Dialect) -> Keys:
    """The keys of the engine that *dialect* belongs to. Raises `WrongKey` while the campaign is locked."""
    keys = getattr(dialect, "campaign_keys", None)
    if not isinstance(keys, Keys):
        raise WrongKey("The campaign is locked: the key is not in memory.")
    return keys


class EncryptedId(TypeDecorator[ChatId]):
    """A column of Telegram ids, unreadable without the key; *label* is `table.column`."""

    impl = LargeBinary
    cache_ok = True

    def __init__(self, label: str = "") -> None:
        super().__init__()
        self.label = label

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:
        """Seal what goes in."""
        return None if value is None else keys_of(dialect).seal_id(self.label, value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> ChatId | None:
        """Open what comes out."""
        return None if value is None else keys_of(dialect).open_id(self.label, value)


class EncryptedText(TypeDecorator[str]):
    """A column of texts, unreadable without the key; *label* is `table.column`.

    What can't be opened because somebody changed the bytes is read as *broken*, or raises `WrongKey` without one.
    """

    impl = LargeBinary
    cache_ok = True

    def __init__(self, label: str = "", broken: str | None = None) -> None:
        super().__init__()
        self.label = label
        self.broken = broken

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        """Seal what goes in."""
        return None if value is None else keys_of(dialect).seal_text(self.label, value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        """Open what comes out."""
        if value is None:
            return None
        try:
            return keys_of(dialect).open_text(self.label, value)
        except WrongKey:
            if self.broken is None:
                raise
            return self.broken
