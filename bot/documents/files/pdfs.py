"""The text of a .pdf file. Runs in a child process only: see `containers`."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.documents.files.wordfiles import Unreadable
from bot.documents.spans import RichText
from bot.documents.structure.outlines import ends_sentence

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

MAX_PAGES = 400
MAX_CHARACTERS = 400_000

_HYPHENS = ("\u0002", "\ufffe")  # how PDFium marks a word that goes on in the next line
_RIGHT_TO_LEFT = re.compile("[\u05d0-\u05ea\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u06ff\u0750-\u077f]{2,}")
_NUMBER = re.compile(r"\W*(?:page|صفحه|صفحهٔ)?\W*[\d۰-۹٠-٩]{1,4}(?:\s*(?:/|of|از)\s*[\d۰-۹٠-٩]{1,4})?\W*", re.IGNORECASE)


@dataclass(frozen=True)
class Row:
    """A printed line: its words, and its upper and lower edge in points from the bottom of the page."""

    text: str
    top: float
    bottom: float


def read_pdf(content: bytes) -> RichText:
    """The text of a PDF file in paragraphs; page numbers and lines that repeat on each page aside.

    Raises `Unreadable`.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise Unreadable("encrypted" if "password" in str(error).casefold() else "malformed") from error
    pages = _read_pages(document)
    repeated = _find_repeated(pages)
    text = _join_pages([_paragraphs([row for row in rows if not _is_furniture(row, repeated)]) for rows in pages])
    if not any(character.isalpha() for character in text):
        raise Unreadable("pictures")
    return RichText(text)


def _read_pages(document: PdfDocument) -> list[list[Row]]:
    pages: list[list[Row]] = []
    count = 0
    if len(document) > MAX_PAGES:
        raise Unreadable("bomb")
    for page in document:
        rows = _read_rows(page)
        page.close()
        pages.append(rows)
        count += sum(len(row.text) for row in rows)
        if count > MAX_CHARACTERS:
            break  # the parent refuses it for its length
    return pages


def _read_rows(page: PdfPage) -> list[Row]:
    """The lines of a page in reading order."""
    words = page.get_textpage()
    raw = words.get_text_range()
    if raw.count("\n") > 5_000:
        raise Unreadable("bomb")
    rows: list[Row] = []
    for found in re.finditer(r"[^\r\n]+", raw):
        line = found[0]
        boxes = [words.get_charbox(found.start() + at) for at in range(len(line))]
        seen = [box for box, character in zip(boxes, line, strict=True) if not character.isspace()]
        if seen:
            text = _turn_words(line, [(box[0] + box[2]) / 2 for box in boxes]).strip()
            rows.append(Row(text, max(box[3] for box in seen), min(box[1] for box in seen)))
    return rows


def _turn_words(line: str, places: list[float]) -> str:
    """*line* with words that were drawn from left to right, though they are read from right to left, turned round.

    *places* are the middles of its characters in points from the left edge.
    """

    def turn(word: re.Match[str]) -> str:
        first, last = places[word.start()], places[word.end() - 1]
        return word[0][::-1] if first < last else word[0]

    return _RIGHT_TO_LEFT.sub(turn, line)


def _find_repeated(pages: list[list[Row]]) -> frozenset[str]:
    """What stands first or last on most pages."""
    seen = Counter(text for rows in pages for text in {_bare(row.text) for row in (*rows[:2], *rows[-2:])})
    return frozenset(text for text, times in seen.items() if times >= 3 and times > len(pages) / 2)


def _bare(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _is_furniture(row: Row, repeated: frozenset[str]) -> bool:
    return bool(_NUMBER.fullmatch(row.text)) or _bare(row.text) in repeated


def _paragraphs(rows: list[Row]) -> str:
    """The lines of a page, with a blank line where the page leaves more room than between other lines."""
    steps = [above.bottom - below.top for above, below in pairwise(rows)]
    usual = sorted(step for step in steps if step > -5)
    middle = usual[(len(usual) - 1) // 2] if usual else 0.0
    height = sorted(row.top - row.bottom for row in rows)[len(rows) // 2] if rows else 0.0
    whole = ""
    for row, step in zip(rows, [0.0, *steps], strict=False):
        if whole.endswith(_HYPHENS):
            whole = whole[:-1]
        elif whole:
            whole += "\n\n" if step > middle + 0.35 * height or step < -3 * height else "\n"
        whole += row.text
    return whole.rstrip("".join(_HYPHENS))


def _join_pages(pages: list[str]) -> str:
    """One text; a paragraph that goes on over the page stays one."""
    whole = ""
    for page in filter(None, pages):
        last = whole.rpartition("\n")[2]
        goes_on = bool(last) and not ends_sentence(last) and (page[0].islower() or len(last) > 60)
        whole += ("\n" if goes_on else "\n\n" if whole else "") + page
    return whole
