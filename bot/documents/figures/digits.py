"""Numbers in digits: how thousands and fractions are parted in either script."""

from __future__ import annotations

import re
from decimal import Decimal

_MOST = 15
_LARGEST_SCALE = 10**15
_GROUPED = re.compile(r"\d{1,3}(?:[,٬،’\u00a0\u202f\u2009]\d{3})+(?:[.٫]\d+)?|\d{1,3}(?:\.\d{3}){2,}")
_PLAIN = re.compile(r"\d+(?:[.٫]\d+)?")


def read_digits(text: str) -> Decimal | None:
    """The number that *text* is in ASCII digits; None where it is malformed or longer than people write."""
    if _PLAIN.fullmatch(text):
        plain = text.replace("٫", ".")
    elif _GROUPED.fullmatch(text):
        plain = re.sub(r"[٬،’\s]", "", text)
        plain = plain.replace(".", "") if plain.count(".") > 1 else plain.replace(",", "").replace("٫", ".")
    else:
        return None
    return Decimal(plain) if len(plain) <= _MOST + 1 else None


def is_exact(value: Decimal, scale: int) -> bool:
    """Whether the product holds all digits (Decimal keeps 28) and is a number that people write."""
    return len(value.as_tuple().digits) + len(str(scale)) <= _MOST * 2 - 3 and scale <= _LARGEST_SCALE
