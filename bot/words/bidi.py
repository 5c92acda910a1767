"""Which way text runs: marks from outside are taken off, ours are put where Telegram needs them.

Telegram gives each line the direction of its first strong character, and its clients do not agree on whether
a character inside an isolate counts; so a line of Farsi that could be mistaken begins with U+200F.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

RLM, LRI, FSI, PDI = "\u200f", "\u2066", "\u2068", "\u2069"

# ALM, LRM, RLM, embeddings, overrides, isolates and the deprecated switches; not the half-space (U+200C) and not
# the joiner (U+200D), which are spelling.
_MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f]")
_ISOLATE = re.compile("[\u2066-\u2069]")
_TAG = re.compile(r"<[^>]*>")
_ENTITY = re.compile(r"&(?:\w+|#\d+|#x[0-9A-Fa-f]+);")
_BLOCK_TAGS = re.compile(r"(?:\s|<(?:blockquote|pre)[^>]*>)*")

COMMAND = r"(?<![\w/.:<>@])/[A-Za-z][A-Za-z0-9_]*(?:@\w+)?"
_ARGUMENT = r"(?:\{\w+\}|\[[^\]\n]*\]|[A-Za-z0-9](?:[\w+|:/.-]*[A-Za-z0-9])?:?)+"
URL = r"\b(?:https?|tg)://[^\s<>«»\"]*[^\s<>«»\".,:;!?)\]}'،؛؟]"
HANDLE = r"(?<![\w@/.])@[A-Za-z][A-Za-z0-9_]+"
ISO_DATE = r"(?<![\w-])[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?(?![\w-])"

_NAMED = r"(?<![\w/.:<>@])/\{\w+\}"  # a command whose name a template leaves open

TECHNICAL = re.compile(rf"{URL}|(?:{COMMAND}|{_NAMED})(?: {_ARGUMENT})*|{HANDLE}|{ISO_DATE}", re.ASCII)
"""What is written left to right in every language: URLs, commands with their arguments, handles, ISO dates.

`{name}` places and `[options]` after a command count as its arguments.
"""


def strip_marks(text: str) -> str:
    """*text* without any mark that turns direction; half-space and joiner stay."""
    return _MARKS.sub("", text)


def isolate_unknown(text: str) -> str:
    """*text* between FSI and PDI, its own marks taken off: it is read by its first letter and turns nothing else."""
    return f"{FSI}{strip_marks(text)}{PDI}" if text else ""


def isolate_ltr(text: str) -> str:
    """*text* between LRI and PDI, its own marks taken off: for what is written left to right everywhere."""
    return f"{LRI}{strip_marks(text)}{PDI}" if text else ""


def directions(text: str) -> frozenset[Literal["L", "R"]]:
    """The directions of the letters in *text*: none, "L", "R", or both."""
    found: set[Literal["L", "R"]] = set()
    for char in text:
        if strong := _strong(char):
            found.add(strong)
            if len(found) == 2:
                break
    return frozenset(found)


def first_strong(text: str) -> Literal["L", "R"] | None:
    """The direction that the bidirectional algorithm gives a line of *text* (rules P2 and P3), if it has any.

    Isolated runs are passed over, digits and signs have no direction.
    """
    depth = 0
    for char in text:
        if "\u2066" <= char <= "\u2068":
            depth += 1
        elif char == PDI:
            depth = max(0, depth - 1)
        elif not depth and (strong := _strong(char)):
            return strong
    return None


def begin_rtl(text: str, *, html: bool = False) -> str:
    """*text* with U+200F before each line that does not begin right to left by itself.

    A line wholly in a left-to-right script, with nothing isolated in it, is a line of another language and keeps its
    own direction. With *html*, tags and entities are not taken for text, and the mark stands inside a quotation.
    """
    return "\n".join(_begin(line, html) for line in text.split("\n"))


def _begin(line: str, html: bool) -> str:
    seen = _ENTITY.sub("", _TAG.sub("", line)) if html else line
    if not seen.strip() or _begins_right(seen) or (directions(seen) == {"L"} and not _ISOLATE.search(seen)):
        return line
    at = match.end() if html and (match := _BLOCK_TAGS.match(line)) else 0
    return line[:at] + RLM + line[at:]


def _begins_right(line: str) -> bool:
    """Whether every client sees *line* begin right to left, those too that know no isolates or go by digits."""
    for char in line:
        if (kind := unicodedata.bidirectional(char)) in ("L", "R", "AL", "EN", "AN", "LRI", "FSI"):
            return kind in ("R", "AL")
    return False


def _strong(char: str) -> Literal["L", "R"] | None:
    kind = unicodedata.bidirectional(char)
    if kind == "L":
        return "L"
    return "R" if kind in ("R", "AL") else None
