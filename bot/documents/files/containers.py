"""Files that hold more than text are opened in a process of their own, limited in memory, time and files.

Whatever such a file does to the libraries that read it, the bot doesn't notice: it gets the text, or a reason why not.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from pathlib import Path

from bot.documents.spans import SPAN_KINDS, RichText, Span
from bot.refusals import N_, Refused

SECONDS = 20
MEMORY = 256 * 1024 * 1024  # bytes
MAX_ANSWER = 8 * 1024 * 1024  # bytes; the text of a file is far shorter

NAMES = {".html": "html", ".htm": "html", ".docx": "docx", ".pdf": "pdf"}

_REFUSALS = {
    "bomb": N_("The file {name} unpacks to more than this bot reads. Please paste the text, or send it in parts."),
    "encrypted": N_("The file {name} is locked with a password. Please save it without one, or paste the text."),
    "entities": N_("The file {name} holds instructions to a program instead of mere text. Please paste the text."),
    "macros": N_("The file {name} holds macros. Please save it as .docx without them, or paste the text."),
    "nested": N_("The file {name} holds other files inside. Please send the text alone, or paste it."),
    "pictures": N_("The file {name} holds pictures of a text and no text. Please copy the text and paste it."),
    "malformed": N_("The file {name} is damaged or is not what its name says. Please save it anew, or paste the text."),
    "too much": N_("The file {name} takes too long to read. Please paste the text, or send it as a .txt file."),
}

_CHILD = "import sys; sys.path.insert(0, sys.argv[1]); from bot.documents.files.containers import main; main()"


def convert(name: str, form: str, content: bytes) -> RichText:
    """The text of the file *name*, of the *form* "html", "docx" or "pdf", with what was set off in it.

    Raises `Refused` where it can't be had within 20 seconds and 256 MB, and for files that are locked, damaged, or
    hold macros or other files.
    """
    root = str(Path(__file__).parents[3])
    try:
        child = subprocess.run(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-I", "-c", _CHILD, root, form],
            input=content,
            capture_output=True,
            timeout=SECONDS + 5,
            check=False,
            env={"LC_ALL": "C.UTF-8"},
            cwd="/",
            start_new_session=True,
        )
    except subprocess.TimeoutExpired:
        raise Refused(_REFUSALS["too much"], name=name) from None
    return _read_answer(name, child.returncode, child.stdout)


def _read_answer(name: str, code: int, output: bytes) -> RichText:
    if code < 0 or len(output) > MAX_ANSWER:  # ended by a limit
        raise Refused(_REFUSALS["too much"], name=name)
    try:
        answer = json.loads(output)
        if (reason := answer.get("refused")) is not None:
            raise Refused(_REFUSALS.get(reason, _REFUSALS["malformed"]), name=name)
        return RichText(answer["text"], tuple(_read_span(each, len(answer["text"])) for each in answer["spans"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Refused(_REFUSALS["malformed"], name=name) from None


def _read_span(parts: list[object], length: int) -> Span:
    """A span as the child gives it, doubted: what read a hostile file may say anything."""
    start, end, kind, url = parts
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= length and kind in SPAN_KINDS):
        raise ValueError("not a span")
    return Span(start, end, kind, url if isinstance(url, str) else None)  # type: ignore[arg-type]  # looked up above


def main() -> None:
    """What the child does: one file from standard input, its text as JSON to standard output."""
    _limit()
    from bot.documents.files.wordfiles import Unreadable

    content = sys.stdin.buffer.read()
    try:
        text = _read(sys.argv[2], content)
        spans = [[span.start, span.end, span.kind, span.url] for span in text.spans]
        answer: dict[str, object] = {"text": text.text, "spans": spans}
    except Unreadable as unreadable:
        answer = {"refused": str(unreadable)}
    except MemoryError:
        answer = {"refused": "bomb"}
    except Exception:  # noqa: BLE001 - whatever a library says of a hostile file, the parent says one thing
        answer = {"refused": "malformed"}
    sys.stdout.buffer.write(json.dumps(answer).encode())


def _limit() -> None:
    """No more memory and time than a text needs, no file written, no core left behind."""
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, 64),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def _read(form: str, content: bytes) -> RichText:
    if form == "html":
        from bot.documents.files.loading import decode
        from bot.documents.files.webpages import find_charset, read_article

        return read_article(decode("page", content, find_charset(content)))
    if form == "docx":
        from bot.documents.files.wordfiles import read_docx

        return read_docx(content)
    from bot.documents.files.pdfs import read_pdf

    return read_pdf(content)
