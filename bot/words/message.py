"""What goes to Telegram: HTML, buttons, a file; and how long texts are laid into several messages.

Lengths are UTF-16 units of the text that Telegram keeps, after tags are dropped and entities read.
"""

from __future__ import annotations

import html as entities
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

# Telegram takes 4,096 units. The rest is for what is added to a finished text: a line saying that it was corrected,
# "page 2 of 7", direction marks.
LIMIT = 3900

_TOKEN = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][\w-]*)[^>]*>|(?P<text>[^<]+|<)")
_PARAGRAPH = re.compile(r"\n[ \t]*\n\s*")
_SENTENCE = re.compile(r"(?<=[.!?…؟۔])[\"'”’»)\]\[\u2069]*\s+|\n\s*")
_SPACE = re.compile(r"\s+")
_URL = re.compile(r"(?:https?|tg)://\S+\Z", re.IGNORECASE)
_BUTTON_DATA = 64


@dataclass(frozen=True)
class Button:
    """A label and either a command line that a press sends, or a URL that it opens.

    Raises ValueError for neither or both, for a command over 64 bytes, for another scheme than http, https or tg.
    """

    label: str
    command: str | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        if not self.label.strip():
            raise ValueError("a button needs a label")
        if (self.command is None) == (self.url is None):
            raise ValueError(f"a button has a command or a URL, one of them: {self.label!r}")
        if self.command is not None and not (self.command.startswith("/") and _fits_button(self.command)):
            raise ValueError(f"not a command line of at most {_BUTTON_DATA} bytes: {self.command!r}")
        if self.url is not None and not _URL.match(self.url):
            raise ValueError(f"not an http, https or tg address: {self.url!r}")


@dataclass(frozen=True)
class File:
    """A document sent with a message."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Message:
    """One message: HTML within Telegram's limit, rows of buttons, a file, and whether it comes without a sound."""

    html: Markup
    rows: tuple[tuple[Button, ...], ...] = ()
    file: File | None = None
    silent: bool = False


def units(html: Markup | str) -> int:
    """The length Telegram counts for *html*: UTF-16 units of its text."""
    return measure(plain(html))


def measure(text: str) -> int:
    """The length of plain *text* in UTF-16 units."""
    return len(text) + sum(char > "\uffff" for char in text)


def plain(html: Markup | str) -> str:
    """The text of *html* without tags, entities read; every space and direction mark as it stands there."""
    return "".join(piece.text for piece in _pieces(html))


def lay(blocks: Sequence[Markup], limit: int = LIMIT, gap: str = "\n\n") -> list[Markup]:
    """*blocks* in as few messages as keep each block whole, in their order, *gap* between two in one message.

    A block longer than *limit* units is split between paragraphs, else sentences, else words, never inside a letter
    with its marks; tags are closed at the cut and opened again after it. White space at cuts
    and empty blocks fall away.
    """
    laid: list[Markup] = []
    length = 0
    between = measure(gap)
    for block in blocks:
        for piece in _split(block, limit):
            size = units(piece)
            if laid and length + between + size <= limit:
                laid[-1] += escape(gap) + piece
                length += between + size
            else:
                laid.append(piece)
                length = size
    return laid


def cuts(text: str, limit: int) -> list[tuple[int, int]]:
    """Where to cut plain *text* so that no part is longer than *limit* units: (start, end) of each part.

    Cuts fall between paragraphs, else sentences, else words, where that leaves a part at least a quarter full;
    else between two letters. The white space at a cut belongs to no part.
    """
    if limit < 2:
        raise ValueError("a part must have room for one character")
    found = []
    start = _skip_space(text, 0)
    while start < len(text):
        most = _reach(text, start, limit)
        end = len(text.rstrip()) if most == len(text) else _best_cut(text, start, most)
        found.append((start, start + len(text[start:end].rstrip())))
        start = _skip_space(text, end)
    return found


def sentences(text: str) -> list[tuple[int, int]]:
    """Where sentences and lines of plain *text* start and end, white space between them left out.

    For cutting only: an abbreviation may end a part early.
    """
    edges = [0, *(match.end() for match in _SENTENCE.finditer(text)), len(text)]
    spans = ((_skip_space(text, a), a + len(text[a:b].rstrip())) for a, b in pairwise(edges))
    return [(start, end) for start, end in spans if start < end]


@dataclass(frozen=True)
class _Piece:
    text: str = ""
    opens: str = ""
    closes: str = ""
    source: str = ""


def _pieces(html: Markup | str) -> Iterator[_Piece]:
    for token in _TOKEN.finditer(str(html)):
        if (text := token["text"]) is not None:
            yield _Piece(text=entities.unescape(text))
        elif token["close"]:
            yield _Piece(closes=token["name"])
        else:
            yield _Piece(opens=token["name"], source=token[0])


def _split(block: Markup, limit: int) -> list[Markup]:
    text = plain(block)
    if measure(text) <= limit:
        return [block] if text.strip() else []
    pieces = list(_pieces(block))
    return [_slice(pieces, start, end) for start, end in cuts(text, limit)]


def _slice(pieces: list[_Piece], start: int, end: int) -> Markup:
    """The part of some HTML whose text is text[start:end], with the tags that are open there."""
    out: list[str] = []
    waiting: list[_Piece] = []  # tags opened, but with no text yet
    opened: list[_Piece] = []
    at = 0
    for piece in pieces:
        if piece.opens:
            waiting.append(piece)
        elif piece.closes:
            if waiting:
                waiting.pop()
            elif opened:
                opened.pop()
                out.append(f"</{piece.closes}>")
        elif part := piece.text[max(0, start - at) : max(0, end - at)]:
            out += [tag.source for tag in waiting]
            opened += waiting
            waiting = []
            out.append(str(escape(part)))
        at += len(piece.text)
        if at >= end:
            break
    out += [f"</{tag.opens}>" for tag in reversed(opened)]
    return Markup("".join(out))  # noqa: S704 - its text was escaped, its tags were there


def _reach(text: str, start: int, limit: int) -> int:
    """The furthest end of a part of at most *limit* units."""
    end = min(len(text), start + limit)
    while (over := measure(text[start:end]) - limit) > 0:
        end -= max(1, over // 2)
    return end


def _best_cut(text: str, start: int, most: int) -> int:
    least = start + (most - start) // 4
    for pattern in (_PARAGRAPH, _SENTENCE, _SPACE):
        # A cut may stand just behind the last letter that fits: its white space needs no room.
        ends = [match.start() for match in pattern.finditer(text, start, min(len(text), most + 1))]
        if pattern is _SENTENCE:
            ends = [edge for _, edge in sentences(text[start : most + 1])]
            ends = [start + edge for edge in ends[:-1]]
        if ends and least < ends[-1] <= most:
            return ends[-1]
    cut = most
    while cut > least and not _parts(text, cut):
        cut -= 1
    return cut if cut > least else most


def _parts(text: str, at: int) -> bool:
    """Whether two letters, as people count them, meet at *at*."""
    before, after = text[at - 1], text[at]
    if unicodedata.category(after) in ("Mn", "Mc", "Me") or after in "\u200c\u200d" or before == "\u200d":
        return False
    if "\U0001f3fb" <= after <= "\U0001f3ff" or "\U000e0020" <= after <= "\U000e007f":
        return False
    # Flags are pairs of letters; an odd number of them before the cut means it would part a pair.
    flags = re.search("[\U0001f1e6-\U0001f1ff]*\\Z", text[max(0, at - 64) : at])
    return not ("\U0001f1e6" <= after <= "\U0001f1ff" and flags and len(flags[0]) % 2)


def _skip_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _fits_button(command: str) -> bool:
    return len(command.encode()) <= _BUTTON_DATA
