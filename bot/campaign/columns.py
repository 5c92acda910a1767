"""What the tables' columns are made of: instants, exact numbers, words of an enumeration, sealed words."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, DateTime, Dialect, Enum, String
from sqlalchemy.types import TypeDecorator

from bot.campaign.secrets import EncryptedText


class UtcDateTime(TypeDecorator[datetime]):
    """An instant: aware going in, UTC in the table, aware coming out."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy
        """Store UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("An instant needs a zone.")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy
        """Give UTC."""
        return None if value is None else value.replace(tzinfo=UTC)


class ExactNumber(TypeDecorator[Decimal]):
    """A number as reported, digit for digit; SQLite itself would make a binary fraction of it."""

    impl = String(40)
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy
        """Store its digits."""
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:  # noqa: ARG002 - SQLAlchemy
        """Give the number."""
        return None if value is None else Decimal(value)


def word_column(words: type[StrEnum], **options: Any) -> Column[Any]:
    """A column for one word of an enumeration, stored as the word itself; *options* are SQLAlchemy's."""
    kind = Enum(words, native_enum=False, length=16, values_callable=lambda enum: [word.value for word in enum])
    return Column(kind, nullable=False, **options)


def instant_column(*, nullable: bool = True, **options: Any) -> Column[Any]:
    """A column for an instant; *options* are SQLAlchemy's."""
    return Column(UtcDateTime(), nullable=nullable, **options)


def sealed_column(label: str, *, nullable: bool = True) -> Column[Any]:
    """A column for words that are encrypted at rest; *label* is `table.column`, from which its key is derived."""
    return Column(EncryptedText(label), nullable=nullable)
