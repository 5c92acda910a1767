"""Our own reader of Telegram's HTML, for machines without tdjson; it answers in the same words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

_KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
}
_REFERENCE = re.compile(r"&(?:(lt|gt|amp|quot)|#x([0-9a-fA-F]+)|#(\d+));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_NAME = re.compile(r"[^\s>]*")
_END_TAG = re.compile(r"</([^\s>]*)\s*>")
_SPACE = re.compile(r"\s*")
_ATTRIBUTE = re.compile(r"([^\s=>/\"']+)\s*(?P<value>=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+)))?")
_FOUND = re.compile(
    r"(?P<url>\bhttps?://[^\s<>\"«»]*[^\s<>\"«».,;:!?)\]}'])"
    r"|(?P<email>\b[\w.+-]+@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*\.[a-zA-Z]{2,}\b)"
    r"|(?<![\w/<>@])(?P<bot_command>/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?)(?![\w/@<>])"
    r"|(?<![\w@/])(?P<mention>@[a-zA-Z][a-zA-Z0-9_]{3,31})(?!\w)"
    r"|(?<![\w#@])(?P<hashtag>#(?=\w*[^\W\d])[\w\u200c]{1,256})"
)


class BrokenMarkupError(ValueError):
    """Mark-up that Telegram does not take; says why in Telegram's words."""


@dataclass
class _Open:
    name: str
    start: int
    attributes: dict[str, str] = field(default_factory=dict)


def parse_html(source: str) -> tuple[str, list[dict[str, Any]]]:
    """The text without its tags, and its entities (offsets in UTF-16 units); raises BrokenMarkupError.

    Source: "HTML style" of the Bot API's formatting options.
    """
    reader = _Reader(source)
    while reader.at < len(source):
        reader.read_next()
    if reader.opened:
        raise BrokenMarkupError(f'Can\'t find end tag corresponding to start tag "{reader.opened[-1].name}"')
    reader.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return "".join(reader.out), reader.entities


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.out: list[str] = []
        self.units = 0
        self.opened: list[_Open] = []
        self.entities: list[dict[str, Any]] = []

    def read_next(self) -> None:
        character = self.source[self.at]
        if character == "<":
            (self._close if self.source.startswith("</", self.at) else self._open)()
        elif character == "&" and (reference := _REFERENCE.match(self.source, self.at)):
            self._put(_decode(reference))
            self.at = reference.end()
        else:
            self._put(character)
            self.at += 1

    def _put(self, text: str) -> None:
        self.out.append(text)
        self.units += len(text.encode("utf-16-le", "surrogatepass")) // 2

    def _offset(self, at: int) -> int:
        return len(self.source[:at].encode("utf-8", "surrogatepass"))

    def _open(self) -> None:
        begin = self.at
        name_match = _NAME.match(self.source, begin + 1)
        name = name_match.group().lower() if name_match else ""
        self.at = begin + 1 + len(name)
        if self.at >= len(self.source):
            raise BrokenMarkupError(f"Unclosed start tag at byte offset {self._offset(begin)}")
        if name not in _KINDS:
            raise BrokenMarkupError(f'Unsupported start tag "{name}" at byte offset {self._offset(begin)}')
        attributes = self._read_attributes(name, begin)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            offset = self._offset(begin)
            raise BrokenMarkupError(f'Tag "span" must have class "tg-spoiler" at byte offset {offset}')
        self.opened.append(_Open(name, self.units, attributes))

    def _read_attributes(self, name: str, begin: int) -> dict[str, str]:
        attributes: dict[str, str] = {}
        while True:
            self.at = _end_of(_SPACE, self.source, self.at)
            if self.source.startswith(">", self.at):
                self.at += 1
                return attributes
            pair = _ATTRIBUTE.match(self.source, self.at)
            if pair is None or (not pair["value"] and pair.end() == len(self.source)):
                wrong = f'Unclosed start tag "{name}"' if pair else f'Empty attribute name in the tag "{name}"'
                raise BrokenMarkupError(f"{wrong} at byte offset {self._offset(begin)}")
            value = pair[3] or pair[4] or pair[5] or ""
            attributes[pair[1].lower()] = _REFERENCE.sub(_decode, value)
            self.at = pair.end()

    def _close(self) -> None:
        begin = self.at
        if not self.opened:
            raise BrokenMarkupError(f"Unexpected end tag at byte offset {self._offset(begin)}")
        tail = _END_TAG.match(self.source, begin)
        if tail is None:
            raise BrokenMarkupError(f"Unclosed end tag at byte offset {self._offset(begin)}")
        name = tail[1].lower()
        tag = self.opened.pop()
        if name not in {tag.name, ""}:
            offset = self._offset(begin)
            raise BrokenMarkupError(
                f'Unmatched end tag at byte offset {offset}, expected "</{tag.name}>", found "</{name}>"'
            )
        self.at = tail.end()
        if self.units > tag.start:
            self._keep(tag)

    def _keep(self, tag: _Open) -> None:
        entity: dict[str, Any] = {"type": _KINDS[tag.name], "offset": tag.start, "length": self.units - tag.start}
        if tag.name == "blockquote" and "expandable" in tag.attributes:
            entity["type"] = "expandable_blockquote"
        language = tag.attributes.get("class", "")
        if tag.name == "code" and language.startswith("language-") and self._inside_pre(tag):
            self.opened[-1].attributes["language"] = language.removeprefix("language-")
            return
        if tag.name == "pre" and tag.attributes.get("language"):
            entity["language"] = tag.attributes["language"]
        if tag.name == "a":
            text = "".join(self.out).encode("utf-16-le", "surrogatepass")[2 * tag.start :]
            target = tag.attributes.get("href") or text.decode("utf-16-le", "surrogatepass")
            if not _read_link(target, entity):
                return
        self.entities.append(entity)

    def _inside_pre(self, tag: _Open) -> bool:
        return bool(self.opened) and self.opened[-1].name == "pre" and self.opened[-1].start == tag.start


def _end_of(pattern: re.Pattern[str], text: str, start: int) -> int:
    found = pattern.match(text, start)
    return found.end() if found else start


def _decode(reference: re.Match[str]) -> str:
    if reference[1]:
        return _NAMED[reference[1]]
    code = int(reference[2], 16) if reference[2] else int(reference[3])
    if not 0 < code < 0x10FFFF or 0xD800 <= code < 0xE000:
        return reference.group()
    return chr(code)


def _read_link(target: str, entity: dict[str, Any]) -> bool:
    if mention := re.fullmatch(r"tg://user\?id=(\d+)", target):
        entity.update(type="text_mention", user_id=int(mention[1]))
        return True
    if target.startswith(("tg://", "ton://")):
        entity["url"] = target
        return True
    if "://" not in target:
        target = f"http://{target}"
    try:
        parts = urlsplit(target.strip())
        host = parts.hostname or ""
    except ValueError:
        return False
    if parts.scheme.lower() not in {"http", "https"} or "." not in host or " " in host:
        return False
    place = (
        parts.netloc[: len(parts.netloc) - len(parts.netloc.rpartition("@")[2])]
        + parts.netloc.rpartition("@")[2].lower()
    )
    rest = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    rest += f"#{parts.fragment}" if parts.fragment else ""
    entity["url"] = f"{parts.scheme.lower()}://{place}{rest.replace(' ', '%20')}"
    return True


def find_entities(text: str) -> list[dict[str, Any]]:
    """Commands, mentions, hashtags, web and mail addresses in *text*; offsets are UTF-16 units."""
    found = []
    for match in _FOUND.finditer(text):
        before, inside = (
            len(part.encode("utf-16-le", "surrogatepass")) // 2 for part in (text[: match.start()], match.group())
        )
        found.append({"type": match.lastgroup, "offset": before, "length": inside})
    return found
