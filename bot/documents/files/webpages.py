"""The article of a saved web page, without what stands around it. Runs in a child process only: see `containers`."""

from __future__ import annotations

import codecs
import contextlib
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from bot.documents.spans import RichText, Span, SpanKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>|<!DOCTYPE[^>\[]{0,300}(?:\[[^\]]{0,5000}\]\s*)?>", re.IGNORECASE)
# Encodings of pages; Python knows others that no browser reads.
_ENCODING = re.compile(r"(?:utf-(?:8|16)|cp\d|iso8859|mac|koi8|ascii|latin|gb|big5|euc|shift)")

_BLOCK_NAMES = (
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 "
    "h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul"
)
_SKIPPED_NAMES = (
    "audio button canvas embed form iframe input link meta noscript object script select style svg template textarea "
    "video"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_CLOSE = frozenset({"li", "dt", "dd", "tr", "td", "th"})  # a line of their own, with no blank line between them
_SKIPPED = frozenset(_SKIPPED_NAMES.split())
_SET_OFF: dict[str, SpanKind] = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "code": "code", "blockquote": "quote",
    "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading",
}  # fmt: skip
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SPACE = re.compile(r"[ \t\r\n\f]+")


def find_charset(content: bytes) -> str | None:
    """The encoding that the page itself names, if pages are read in it."""
    found = _META_CHARSET.search(content[:4096])
    if not found:
        return None
    with contextlib.suppress(LookupError):
        name = codecs.lookup(found[1].decode("ascii")).name
        return name if _ENCODING.match(name) else None
    return None


def read_article(page: str) -> RichText:
    """The text of the page's article with its headings, lists, links and quotations; the whole page where none is
    found. Navigation, forms and scripts are left out."""
    from lxml import html
    from readability import Document

    page = _DECLARATION.sub("", page)
    document = Document(page)
    article = html.fromstring(document.summary(html_partial=True) or "<div></div>")
    text = Walk().read(article)
    whole = html.fromstring(page)
    if len(text.text) < 250:  # what readability itself takes for too little
        body = whole.find("body")
        text = Walk().read(body if body is not None else whole)
    return _with_title(text, whole)


def read_fragment(fragment: str) -> RichText:
    """The text of *fragment*, a document's whole body as HTML."""
    from lxml import html

    return Walk().read(html.fromstring(f"<div>{fragment}</div>"))


def _with_title(text: RichText, page: HtmlElement) -> RichText:
    """The article under its heading, which some pages keep outside of it."""
    headings = page.xpath("//h1")
    title = _SPACE.sub(" ", headings[0].text_content()).strip() if len(headings) == 1 else ""
    if not title or title in _SPACE.sub(" ", text.text[: 4 * len(title) + 400]):
        return text
    shift = len(title) + 2
    spans = (Span(span.start + shift, span.end + shift, span.kind, span.url) for span in text.spans)
    return RichText(f"{title}\n\n{text.text}", (Span(0, len(title), "title"), *spans))


class Walk:
    """One way through a tree of elements, gathering its text as a browser would lay it out."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.length = 0
        self.spans: list[Span] = []
        self.wanted = 0  # line ends before the next text
        self.space = False  # a blank before it
        self.raised = 0  # open superscripts
        self.lists: list[int | None] = []  # of each open list: the last number, or None for bullets

    def read(self, root: HtmlElement) -> RichText:
        """The text under *root*."""
        # A stack of our own: hostile pages nest deeper than Python calls may.
        todo: list[tuple[str, Any, Any]] = [("open", root, None)]
        while todo:
            step, element, memory = todo.pop()
            if step == "text":
                self._say(element)
            elif step == "close":
                self._close(element, memory)
            elif isinstance(element.tag, str) and element.tag.lower() not in _SKIPPED:
                todo.append(("close", element, self._open(element)))
                for child in reversed(element):
                    todo += [("text", child.tail or "", None), ("open", child, None)]
                todo.append(("text", element.text or "", None))
        spans = tuple(sorted(self.spans, key=lambda span: (span.start, -span.end)))
        return RichText("".join(self.out), spans).stripped()

    def _open(self, element: HtmlElement) -> int | None:
        """Begin an element; the place where its text will begin, for `_close`."""
        tag = element.tag.lower()
        if tag == "br":
            self.wanted = max(self.wanted, 1) if self.length else 0
            self.space = False
        elif tag in _BLOCKS:
            self._break(1 if tag in _CLOSE or (tag in {"ul", "ol"} and self.lists) else 2)
        if tag in {"ul", "ol"}:
            self.lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            self._mark_item()
        self.raised += tag == "sup"
        return self.length

    def _close(self, element: HtmlElement, start: int) -> None:
        tag = element.tag.lower()
        if tag in {"ul", "ol"} and self.lists:
            self.lists.pop()
        self.raised -= tag == "sup"
        kind = "link" if tag == "a" else _SET_OFF.get(tag)
        if kind is not None and self.length > start:
            self._keep(kind, element, start)
        if tag in _BLOCKS:
            self._break(1 if tag in _CLOSE or (tag in {"ul", "ol"} and self.lists) else 2)

    def _keep(self, kind: SpanKind, element: HtmlElement, start: int) -> None:
        text = "".join(self.out)[start:] if self.length - start < 2000 else ""
        start += len(text) - len(text.lstrip())
        url = _address(element) if kind == "link" else None
        if start < self.length and (kind != "link" or url):
            self.spans.append(Span(start, self.length, kind, url))

    def _mark_item(self) -> None:
        number = self.lists[-1] if self.lists else None
        if number is None:
            self._say("• ")
        else:
            self.lists[-1] = number + 1
            self._say(f"{number + 1}. ")
        self.space = False
        self._put(" ")

    def _break(self, lines: int) -> None:
        self.wanted = max(self.wanted, lines) if self.length else 0
        self.space = False

    def _say(self, text: str) -> None:
        words = _SPACE.sub(" ", text)
        if self.raised and words.strip("[] ").isdecimal():
            words = words.strip("[]").translate(_RAISED)
        if not words.strip():
            self.space = self.space or bool(words)
            return
        if self.wanted:
            self._put("\n" * self.wanted)
        elif (self.space or words[0] == " ") and self.length and not self.out[-1].endswith((" ", "\n")):
            self._put(" ")
        self.wanted, self.space = 0, words[-1] == " "
        self._put(words.strip(" "))

    def _put(self, text: str) -> None:
        self.out.append(text)
        self.length += len(text)


def _address(element: HtmlElement) -> str | None:
    """Where a link leads, if out of the page."""
    url = (element.get("href") or "").strip()
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.hostname and not re.search(r"\s", url) else None
