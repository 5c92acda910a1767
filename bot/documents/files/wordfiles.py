"""The text of a .docx file. Runs in a child process only: see `containers`."""

from __future__ import annotations

import io
import zipfile

from bot.documents.files.webpages import read_fragment
from bot.documents.spans import RichText

MAX_UNPACKED = 20 * 1024 * 1024
MAX_ENTRIES = 2_000

# Nothing but the text is wanted: pictures would be copied into it as addresses.
_STYLES = "comment-reference => \nu => \nstrike => "


class Unreadable(Exception):
    """The file is refused; the argument names the reason as the parent process knows it."""


def read_docx(content: bytes) -> RichText:
    """The text of a Word file with its headings, lists, links and notes. Raises `Unreadable`."""
    import mammoth

    _look_inside(content)
    pictures = mammoth.images.img_element(lambda _: {"src": ""})
    result = mammoth.convert_to_html(io.BytesIO(content), style_map=_STYLES, convert_image=pictures)
    return read_fragment(result.value)


def _look_inside(content: bytes) -> None:
    """Unpack everything once, within the limit: what a directory says of its sizes may be a lie."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if len(entries) > MAX_ENTRIES:
                raise Unreadable("bomb")
            _check_names([entry.filename for entry in entries])
            if any(entry.flag_bits & 1 for entry in entries):
                raise Unreadable("encrypted")
            left = MAX_UNPACKED
            for entry in entries:
                left -= _check_entry(archive, entry, left)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise Unreadable("malformed") from error


def _check_names(names: list[str]) -> None:
    lowered = [name.casefold() for name in names]
    if any(name.endswith("vbaproject.bin") for name in lowered):
        raise Unreadable("macros")
    if "word/document.xml" not in lowered:
        raise Unreadable("malformed")


def _check_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int) -> int:
    """Unpack one entry; its size."""
    size = 0
    start = b""
    with archive.open(entry) as file:
        while chunk := file.read(65_536):
            start = start or chunk
            size += len(chunk)
            if size > left:
                raise Unreadable("bomb")
            if b"<!DOCTYPE" in chunk or b"<!ENTITY" in chunk:
                raise Unreadable("entities")
    if start.startswith((b"PK\x03\x04", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!")):
        raise Unreadable("nested")
    if b"macroEnabled" in start and entry.filename == "[Content_Types].xml":
        raise Unreadable("macros")
    return size
