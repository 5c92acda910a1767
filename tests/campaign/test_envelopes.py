"""Envelopes: what is encrypted opens with the right key alone, and only as long as not a bit of it has changed."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyrage.x25519 import Identity

from bot.campaign import envelopes
from bot.refusals import Refused


def quiet(_: int) -> None:
    """Nobody looks at the bar."""


OWNER = Identity.generate()


def sealed(content: bytes) -> bytes:
    out = io.BytesIO()
    envelopes.seal(io.BytesIO(content), out, [OWNER.to_public()], quiet, quiet)
    return out.getvalue()


SEALED = sealed(b"every text, every chat " * 6000)


def opened(content: bytes, *keys: Identity) -> bytes:
    out = io.BytesIO()
    envelopes.open_envelope(io.BytesIO(content), out, keys or [OWNER], quiet)
    return out.getvalue()


def test_what_was_encrypted_comes_out_as_it_was() -> None:
    assert opened(SEALED) == b"every text, every chat " * 6000
    assert b"every chat" not in SEALED


def test_another_key_opens_nothing() -> None:
    with pytest.raises(Refused, match="not encrypted to this key"):
        opened(SEALED, Identity.generate())


@settings(max_examples=150, deadline=None)
@given(at=st.integers(0, len(SEALED) * 8 - 1))
def test_an_envelope_with_one_bit_changed_doesnt_open(at: int) -> None:
    changed = bytearray(SEALED)
    changed[at // 8] ^= 1 << at % 8
    with pytest.raises(Refused):
        opened(bytes(changed))


@settings(max_examples=60, deadline=None)
@given(length=st.integers(0, len(SEALED) - 1))
def test_an_envelope_that_was_cut_short_doesnt_open(length: int) -> None:
    with pytest.raises(Refused):
        opened(SEALED[:length])


def test_a_disk_that_gives_back_something_else_is_noticed() -> None:
    class Forgetful(io.BytesIO):
        def seek(self, *where: int) -> int:
            self.getbuffer()[-100] ^= 1
            return super().seek(*where)

    with pytest.raises(Refused):
        envelopes.seal(io.BytesIO(b"x" * 1000), Forgetful(), [OWNER.to_public()], quiet, quiet)


def test_what_goes_wrong_while_encrypting_is_said_as_it_is() -> None:
    """A full disk stays a full disk, and Ctrl-C stays Ctrl-C."""

    class Full(io.BytesIO):
        def write(self, _: object) -> int:
            raise OSError(28, "No space left on device")

    def stop(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(OSError, match="No space left"):
        envelopes.seal(io.BytesIO(b"x"), Full(), [OWNER.to_public()], quiet, quiet)
    with pytest.raises(KeyboardInterrupt):
        envelopes.seal(io.BytesIO(b"x"), io.BytesIO(), [OWNER.to_public()], stop, quiet)


@pytest.mark.parametrize("key", ["age1", "age1abc", str(OWNER.to_public())[:-1], f"age1{'q' * 58}"], ids=range(4))
def test_a_public_key_that_is_none_is_refused(key: str) -> None:
    with pytest.raises(Refused, match="not an age public key"):
        envelopes.recipients([str(OWNER.to_public()), key])


@pytest.mark.parametrize(
    "text", ["", "# created: today\n", "AGE-SECRET-KEY-1ABC\n", str(OWNER.to_public()), "\xff"], ids=range(5)
)
def test_a_file_without_a_secret_key_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "key.txt"
    file.write_bytes(text.encode("latin-1"))
    with pytest.raises(Refused, match="holds no age secret key"):
        envelopes.identities(file)


def test_a_key_file_is_read_as_age_keygen_writes_it(tmp_path: Path) -> None:
    file = tmp_path / "key.txt"
    file.write_text(f"# created: 2026-01-14T12:00:00Z\n# public key: {OWNER.to_public()}\n{OWNER}\n")
    assert [str(key) for key in envelopes.identities(file)] == [str(OWNER)]
