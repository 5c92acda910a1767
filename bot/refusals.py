"""The one way to say no: a sentence that is translated where it is shown."""

from __future__ import annotations


def N_(text: str) -> str:  # noqa: N802 - the name gettext tools look for
    """Mark *text* for translation and return it unchanged."""
    return text


class Refused(Exception):
    """A request that can't be met; nothing was changed and nothing was lost.

    *text* is an English sentence marked with `N_`, with `{name}` places that *values* fill;
    whoever shows it translates it first, and isolates and escapes the values.
    """

    def __init__(self, text: str, /, **values: object) -> None:
        super().__init__(text)
        self.text = text
        self.values = values
