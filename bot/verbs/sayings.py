"""How the command line speaks: results on standard output, complaints on standard error."""

from __future__ import annotations

import sys

from bot.logs import redact
from bot.refusals import Refused
from bot.settings import Settings, wanted_language


def write_line(text: str) -> None:
    """Print a line of the result."""
    print(text)  # noqa: T201 - the command line speaks here


def tell(settings: Settings, text: str, **values: object) -> None:
    """Print a sentence of the result, an English one marked with `N_`, in the operator's language."""
    from bot.words.languages import language

    write_line(language(settings.language).plain(text, **values))


def complain(*refusals: Refused) -> None:
    """Say why not, in the operator's language as far as it can be known; without tokens and ids."""
    from bot.words.languages import choose, language
    from bot.words.message import plain

    speech = language(choose(wanted_language(), "en"))
    for refused in refusals:
        print(redact(plain(speech.refusal(refused))), file=sys.stderr)  # noqa: T201 - the command line speaks here
