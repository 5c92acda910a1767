"""Envelopes: files encrypted with age (https://age-encryption.org/v1) to people who keep their keys elsewhere.

Everything goes through in pieces, so that a file of any size needs little memory. age seals each piece and the end, so
a file that was cut short or changed by a single bit doesn't open.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

import pyrage
from pyrage.x25519 import Identity, Recipient

from bot.refusals import N_, Refused

HEADS = (b"age-encryption.org/v1\n", b"-----BEGIN AGE ENCRYPTED FILE-----")
PIECE = 1 << 18

Watch = Callable[[int], None]  # told how many bytes of the source are through


class _Tap:
    """A file as pyrage reads and writes it; it keeps what went wrong, of which pyrage leaves only a text."""

    def __init__(self, file: BinaryIO, watch: Watch | None = None) -> None:
        self.file = file
        self.watch = watch
        self.done = 0
        self.digest = hashlib.sha256()
        self.failure: BaseException | None = None

    def read(self, size: int = -1) -> bytes:
        return self._pass(lambda: self.file.read(size))

    def write(self, piece: bytes) -> int:
        def write() -> bytes:
            self.file.write(piece)
            return piece

        return len(self._pass(write))

    def flush(self) -> None:
        """Nothing waits here."""

    def _pass(self, act: Callable[[], bytes]) -> bytes:
        try:
            piece = act()
            self.done += len(piece)
            self.digest.update(piece)
            if self.watch:
                self.watch(self.done)
        except BaseException as failure:
            self.failure = failure
            raise
        return piece


class _Nowhere:
    """Takes everything and keeps nothing."""

    def write(self, piece: bytes) -> int:
        return len(piece)


def is_envelope(head: bytes) -> bool:
    """Whether a file that begins with *head* was encrypted with age."""
    return head.startswith(HEADS)


def recipients(keys: Iterable[str]) -> list[Recipient]:
    """The public keys that *keys* spell. Raises `Refused` for the first that spells none."""
    found = []
    for key in keys:
        try:
            found.append(Recipient.from_str(key))
        except pyrage.RecipientError:
            why = N_(
                "BOT_BACKUP_RECIPIENTS names {key}, which is not an age public key. "
                "`age-keygen -y KEYFILE` prints the right one."
            )
            raise Refused(why, key=f"{key[:12]}…") from None
    return found


def identities(file: Path) -> list[Identity]:
    """The secret keys in *file*, as `age-keygen` writes them. Raises `Refused` where there are none."""
    why = N_("{path} can't be read: {why}.")
    try:
        lines = file.read_bytes()[:100_000].decode().splitlines()
    except OSError as error:
        raise Refused(why, path=str(file), why=error.strerror) from None
    except UnicodeDecodeError:
        lines = []
    try:
        found = [Identity.from_str(line.strip()) for line in lines if line.strip() and not line.startswith("#")]
    except pyrage.IdentityError:
        found = []
    if not found:
        why = N_("{path} holds no age secret key (AGE-SECRET-KEY-1…). `age-keygen` makes such files.")
        raise Refused(why, path=str(file))
    return found


def seal(source: BinaryIO, target: BinaryIO, keys: Sequence[Recipient], watch: Watch, again: Watch) -> None:
    """Encrypt *source* into *target*, and open it again from there to see that it is whole.

    For the second look a key is made that exists only during this call: the secret keys are not here. *watch* is told
    how many bytes were encrypted, *again* how many were opened. Raises OSError, and `Refused` where the look fails.
    """
    ours = Identity.generate()
    read, written = _Tap(source, watch), _Tap(target)
    try:
        pyrage.encrypt_io(read, written, [*keys, ours.to_public()])
    except (pyrage.EncryptError, OSError) as error:
        raise (read.failure or written.failure or error) from None
    _raise_failures(read, written)  # pyrage says nothing of what goes wrong with the last piece
    target.flush()
    target.seek(0)
    seen = open_envelope(target, _Nowhere(), [ours], again)
    if seen != read.digest.digest():
        raise Refused(N_("What was written can't be read back as it was. Use another disk."))


def open_envelope(source: BinaryIO, target: BinaryIO | _Nowhere, keys: Sequence[Identity], watch: Watch) -> bytes:
    """Decrypt *source* into *target*; the SHA-256 of what was in it. Only at the end is it known to be whole.

    Raises OSError, and `Refused` for keys that don't fit and a source that is not as it was made.
    """
    read, written = _Tap(source), _Tap(target, watch)  # type: ignore[arg-type]
    try:
        pyrage.decrypt_io(read, written, keys)
    except (pyrage.DecryptError, OSError) as error:
        _raise_failures(read, written)
        if "No matching keys" in str(error):
            raise Refused(
                N_("The backup was not encrypted to this key. Take the file with the secret key that fits it.")
            ) from None
        raise Refused(N_("The backup is damaged or cut short. Take another one.")) from None
    _raise_failures(read, written)
    return written.digest.digest()


def _raise_failures(*taps: _Tap) -> None:
    for tap in taps:
        if tap.failure is not None:
            raise tap.failure from None


def carry(source: BinaryIO, target: BinaryIO, watch: Watch) -> None:
    """Copy *source* to *target* as it is. Raises OSError."""
    tap = _Tap(source, watch)
    while piece := tap.read(PIECE):
        target.write(piece)
