"""From the bytes of a file to its text, or a plain refusal that says what to do instead."""

from __future__ import annotations

import codecs
import contextlib
import re
from decimal import Decimal
from pathlib import PurePath

from bot.documents.files import containers
from bot.documents.spans import RichText
from bot.refusals import N_, Refused

MAX_BYTES = 5 * 1024 * 1024
MAX_CHARACTERS = 300_000

TEXT_NAMES = frozenset({".txt", ".md", ".markdown"})
_PASTED_NAMES = frozenset({".doc", ".docm", ".odt", ".rtf", ".pages", ".mht", ".mhtml", ".epub"})

# The longer marks stand first: UTF-32's begins with UTF-16's.
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OLE = b"\xd0\xcf\x11\xe0"  # how old Word files and encrypted new ones begin
_BINARY_STARTS = (
    b"%PDF-",
    b"PK\x03\x04",
    _OLE,
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"{\\rtf",
)

# Tried before all others: the encodings in which our languages were written before UTF-8.
# Left free, charset-normalizer takes short Western texts for Central European ones.
_LIKELY = ["cp1252", "cp1256", "cp1254", "cp1251"]

_LINE_ENDS = re.compile(r"\r\n?|\n?[\v\f]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_STRAY_BYTES = frozenset(range(9)) | frozenset(range(14, 32))

NOT_TEXT = N_("The file {name} is not a text. Please send it as a .txt or .md file, or paste the text into a message.")
LOCKED = N_(
    "The file {name} is an old Word file or one with a password. Please save it as .docx without a password, "
    "or paste the text."
)
EMPTY = N_("There is no text in it. Please send the text itself.")


def load(name: str, content: bytes) -> str:
    """The text of the file *name* alone; see `open_file`."""
    return open_file(name, content).text


def open_file(name: str, content: bytes) -> RichText:
    """The text of the file *name*, in any encoding; only line ends and characters that can't be shown are changed.

    Of .html, .docx and .pdf files it is the text without its layout, with what was set off in it; these are read in a
    child process, which may take 20 seconds. Raises Refused for anything that is not a text of at most 5 MB and
    300,000 characters in a file of such a name.
    """
    form = _find_form(name)
    if len(content) > MAX_BYTES:
        raise Refused(
            N_("The file {name} is larger than {megabytes} MB. Please send the text in parts, or as plain text."),
            name=name,
            megabytes=MAX_BYTES // 1024 // 1024,
        )
    if form is None:
        return RichText(accept(decode(name, content)))
    if not content.strip():
        raise Refused(EMPTY)
    if form == "docx" and content.startswith(_OLE):
        raise Refused(LOCKED, name=name)
    return accept_rich(containers.convert(name, form, content))


def accept(text: str) -> str:
    """*text* as it may be read further, whether typed or from a file: see `clean`.

    Raises Refused where there is nothing to read, or more than 300,000 characters of it.
    """
    if len(text) > MAX_CHARACTERS:
        raise Refused(
            N_("The text has {count} characters; {limit} is the most for one post. Please send it in parts."),
            count=Decimal(len(text)),
            limit=Decimal(MAX_CHARACTERS),
        )
    cleaned = clean(text)
    if not cleaned.strip():
        raise Refused(EMPTY)
    return cleaned


def accept_rich(text: RichText) -> RichText:
    """As `accept`, with what was set off; where characters had to go, nothing is set off any more. Raises Refused."""
    plain = accept(text.text)
    return text if plain == text.text else RichText(plain)


def clean(text: str) -> str:
    """*text* with `\\n` as the only line end, and without byte order marks, controls and lone surrogates."""
    text = _LINE_ENDS.sub("\n", text.replace("\ufeff", ""))
    return _CONTROLS.sub("", text).encode("utf-8", "ignore").decode("utf-8")


def _find_form(name: str) -> str | None:
    """What opens the file *name*; None for plain text. Raises Refused for names that nothing here opens."""
    extension = PurePath(name).suffix.lower()
    if extension in TEXT_NAMES:
        return None
    if extension in containers.NAMES:
        return containers.NAMES[extension]
    if extension in _PASTED_NAMES:
        raise Refused(
            N_("Files of the kind {extension} can't be read. Please copy the text out of it and paste the text."),
            extension=extension,
        )
    raise Refused(
        N_(
            "The file {name} has a name that does not end in .txt, .md, .html, .docx or .pdf. "
            "Please rename it, or paste the text."
        ),
        name=name,
    )


def decode(name: str, content: bytes, charset: str | None = None) -> str:
    """The characters of the plain text *content*, in the encoding *charset* if that fits, else in the likeliest one.

    Raises Refused for what is not text.
    """
    if charset is not None and not content.startswith(tuple(mark for mark, _ in _BOMS)):
        with contextlib.suppress(UnicodeDecodeError, LookupError, ValueError):
            return content.decode(charset)
    return _decode(name, content)


def _decode(name: str, content: bytes) -> str:
    if not content.strip():
        raise Refused(EMPTY)
    if content.startswith(_BINARY_STARTS):
        raise Refused(NOT_TEXT, name=name)
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _decode_strictly(name, content[len(mark) :], encoding)
    if b"\0" in content:
        return _decode_strictly(name, content, _wide_encoding(name, content))
    if sum(content.count(byte) for byte in _STRAY_BYTES) > 2 + len(content) // 1000:
        raise Refused(NOT_TEXT, name=name)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_by_likeness(name, content)


def _decode_strictly(name: str, content: bytes, encoding: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        raise Refused(NOT_TEXT, name=name) from None
    if len(_CONTROLS.findall(text)) > 2 + len(text) // 1000:
        raise Refused(NOT_TEXT, name=name)
    return text


def _wide_encoding(name: str, content: bytes) -> str:
    # UTF-16 without a mark: its spaces and line ends put all NULs on one side of the pairs.
    low, high = content[0::2].count(0), content[1::2].count(0)
    if len(content) % 2 or (low and high):
        raise Refused(NOT_TEXT, name=name)
    return "utf-16-le" if high else "utf-16-be"


def _decode_by_likeness(name: str, content: bytes) -> str:
    from charset_normalizer import from_bytes

    # A single-byte text longer than the limit is refused by its length anyway; looking closer would only cost time.
    sample = content[: MAX_CHARACTERS + 1]
    found = from_bytes(sample, cp_isolation=_LIKELY).best() or from_bytes(sample).best()
    if found is None:
        raise Refused(
            N_("The characters of the file {name} can't be made out. Please save it as UTF-8, or paste the text."),
            name=name,
        )
    return content.decode(found.encoding, "replace")
