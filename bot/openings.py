"""How the command line opens a campaign's database: what can be wrong with it becomes a sentence and an exit code."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bot.refusals import N_, Refused
from bot.settings import Settings

if TYPE_CHECKING:  # importing them takes most of the time that --help would need
    from sqlalchemy.exc import DatabaseError

    from bot.campaign.database import Database


class Failed(Refused):
    """The verb can't be done; *code* is the exit code."""

    def __init__(self, text: str, /, code: int = 1, **values: object) -> None:
        super().__init__(text, **values)
        self.code = code


@contextmanager
def opened(settings: Settings, *, make: bool = False) -> Iterator[Database]:
    """The database, opened beside whatever else works on it. Only with *make* it is made where there is none."""
    from sqlalchemy.exc import DatabaseError

    from bot.app import open_database
    from bot.checks import look_for_database

    with sentences():
        look_for_database(settings, make=make)
        database = open_database(settings)
    try:
        yield database
    except DatabaseError as error:
        raise _unusable(error) from None
    finally:
        database.close()


def _unusable(error: DatabaseError) -> Failed:
    return Failed(N_("The database can't be used: {why}."), why=str(error.orig))


@contextmanager
def sentences() -> Iterator[None]:
    """Turn what can be wrong with key and database into a sentence and an exit code."""
    from sqlalchemy.exc import DatabaseError

    from bot.campaign.database import Busy, Damaged
    from bot.campaign.secrets import WrongKey

    try:
        yield
    except WrongKey:
        raise Failed(
            N_(
                "The key doesn't open this database. Put the key back that it was made with "
                "(BOT_SECRET_KEY, or the file of BOT_SECRET_KEY_FILE)."
            ),
            2,
        ) from None
    except Damaged as damaged:
        raise Failed(damaged.text, 1, **damaged.values) from None
    except Busy:
        raise Failed(N_("Another process already serves this database. Stop it first."), 4) from None
    except DatabaseError as error:
        raise _unusable(error) from None
    except OSError as error:
        raise Failed(
            N_("The data folder can't be used: {why} ({path})."), 2, why=error.strerror, path=error.filename
        ) from None
