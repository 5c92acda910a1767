"""What a person in a test can't do is a mistake of the test, and says so."""

from __future__ import annotations


def insist(possible: object, otherwise: str) -> None:
    """Raise AssertionError with the words *otherwise* unless *possible*."""
    if not possible:
        raise AssertionError(otherwise)
