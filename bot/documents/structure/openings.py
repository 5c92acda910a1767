"""What opens a text within a text: announcing sentences, titles with a preface or byline, numbers of documents."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.documents.passages import Passage
from bot.documents.scripts import ascii_digits
from bot.documents.structure import prefaces, titles
from bot.documents.structure.issue_dates import date_of_dateline
from bot.documents.structure.lines import BYLINE, MAX_TITLE, is_date_line, is_titled
from bot.documents.structure.namings import names_in_title

_SORTS = (
    r"(?:statements?|texts?|letters?|appeals?|declarations?|articles?|reports?|messages?|interviews?"
    r"|communiqu[eé]s?|notes?|speech(?:es)?"
    r"|leaflets?|calls?|resolutions?|testimon(?:y|ies)|bulletins?|posts?|documents?|dispatch(?:es)?|petitions?"
    r"|manifestos?|poems?|news)"
)
_SORTS_FA = (
    r"(?:متن|بیانیه|اعلامیه|نامه|گزارش|نوشته|مطلب|فراخوان|اطلاعیه|پیام|مقاله|قطعنامه|گفت ?و ?گو"
    r"|مصاحبه|سخنرانی|یادداشت|روایت|سند|خبر)"
)
_ANNOUNCES = re.compile(
    rf"\bthe following\b[^.!?]{{0,60}}\b(?:appeared|{_SORTS}|(?:was|were|is|has been|reached|came|comes|arrived"
    rf"|we)\b)"
    rf"|\b{_SORTS} (?:below|that follows|follows?|reads?|in full)\b|\b(?:here|below|this) (?:is|are"
    rf"|follows?)\b[^.!?]{{0,60}}\b{_SORTS}\b"
    rf"|\b(?:publish|reproduce|reprint|repost|share|received|translate)\b[^.!?]{{0,60}}\b{_SORTS}\b[^.!?]{{0,120}}$"
    rf"|{_SORTS_FA}(?:[\u0654ۀ]|\u200cی| ی)? (?:کامل )?(?:زیر|ذیل|پیش رو|حاضر|بعدی|آخر)|(?:در زیر|در ادامه"
    rf"|در پی|اینک)[^.!؟]{{0,80}}{_SORTS_FA}"
    rf"|{_SORTS_FA}[^.!؟]{{0,80}}(?:در زیر|در ادامه|به شرح زیر|می[\u200c ]?خوانید)",
    re.IGNORECASE,
)
_OF_THE_WHOLE = re.compile(
    rf"\b(?:these|above|below|following|next|last|both|all|the (?:two|three|four|five|six|seven|eight|nine"
    rf"|ten)) (?:\w+ ){{0,2}}{_SORTS}\b|\b{_SORTS} (?:above|below)\b|\bread together\b"
    rf"|(?:این|آن) (?:\S+ )?{_SORTS_FA}|{_SORTS_FA}[^.!؟]{{0,12}}(?:بعدی|آخر|زیر|بالا)|(?:آخرین|نخستین|دومین"
    rf"|اولین) {_SORTS_FA}",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"\(?(?:part|no\.?|number|{_SORTS}|بخش|شماره|{_SORTS_FA})[\s#:.]*(?:no\.? |شمارهٔ? ?)?(?:[0-9۰-۹]{{1,2}}"
    rf"|[IVX]{{1,4}}|one|two|three|four|five|six|seven"
    r"|first|second|third|یک|دو|سه|چهار|پنج|اول|دوم|سوم|چهارم|پنجم|ششم|یکم)\b",
    re.IGNORECASE,
)
_COLLECTED = re.compile(
    rf"\b(?:collection|compilation|selection|anthology|round-?up|dossier)\b|\bcollected {_SORTS}"
    rf"|\b(?:two|three|four|five|six|seven|eight|nine|ten|several|some|more|various|new"
    rf"|recent) (?:\w+ ){{0,2}}(?:statements|texts|letters|documents|voices"
    r"|declarations|messages|testimonies|appeals)\b|\b(?:statements|letters|texts|voices|messages|documents"
    r"|testimonies) (?:from|by|of|on)\b"
    rf"|مجموعه|گزیده|گردآوری|(?:چند|دو|سه|چهار|پنج|شش|هفت) {_SORTS_FA}|{_SORTS_FA}\u200c?(?:های"
    rf"|ها)(?:یی)? (?:از|در|دربار)",
    re.IGNORECASE,
)


_COUNTS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "دو": 2, "سه": 3, "چهار": 4, "پنج": 5, "شش": 6, "هفت": 7, "هشت": 8, "ده": 10,
}  # fmt: skip
_SOURCES = r"(?:voices|accounts|stories|testimon(?:y|ies)|contributions|translations|workers|women|prisoners|people)"
_PROMISED = re.compile(
    rf"\b(?P<a>{'|'.join(each for each in _COUNTS if each.isascii())}|[2-9]|1[0-9]) (?:\w+ ){{0,3}}?"
    rf"(?:{_SORTS}|{_SOURCES})\b"
    rf"|(?<!\w)(?P<b>{'|'.join(each for each in _COUNTS if not each.isascii())}|[2-9۲-۹]) "
    rf"(?:\S+ )?(?:{_SORTS_FA}|کارگر|زن|زندانی|نفر|صدا)",
    re.IGNORECASE,
)
_SORTS_MANY = (
    r"(?:statements|texts|letters|appeals|declarations|messages|interviews|communiqu[eé]s|speeches|leaflets"
    r"|testimonies|voices|accounts|dispatches|poems|documents|contributions|translations|excerpts|extracts)"
)
_PROMISES = re.compile(
    rf"\b(?:the following|these|below are|here are|we (?:are )?(?:publish|present|share|collect|gather"
    rf"|translat|reproduc|bring)\w*)\b[^.!?]{{0,80}}\b{_SORTS_MANY}\b"
    rf"|\b{_SORTS_MANY}\b[^.!?]{{0,60}}\b(?:below|follow|collected|gathered|brought together|translated)\b"
    rf"|(?:{_SORTS_FA}|گفته|صدا)[\u200c ]?(?:های|هایی)[^.!؟]{{0,120}}(?:می[\u200c ]?خوانید|می[\u200c ]?آید|گرد|در زیر"
    rf"|در ادامه|منتشر|ترجمه|برگردان)"
    rf"|(?:آنچه|آن چه|در زیر|در ادامه|در پی)[^.!؟]{{0,60}}(?:{_SORTS_FA}|گفته|صدا)[\u200c ]?(?:های|هایی|ها)(?!\w)",
    re.IGNORECASE,
)


_BEFORE_COUNT = frozenset({"", "the", "these", "our", "new", "more", "another", "last", "all", "این", "آن"})
_PRESENTS = re.compile(
    r"\b(?:publish\w*|below|following|follow|here|reached us|received|sent (?:to )?us|these|translated"
    r"|collected|gathered"
    r"|present|share|sharing|print|reproduce\w*|came to us|bring)\b|می ?خوانید|می ?آید|زیر|منتشر|ادامه|در پی|ترجمه"
    r"|برگردان|گرد|رسیده|آورده",
    re.IGNORECASE,
)


def promised(text: str, *, is_title: bool = False) -> frozenset[int]:
    """How many texts the words of a title or lead-in promise: {3} for "three letters"; empty without a number.

    A title must begin with it, or have it after a colon; a sentence of the lead-in must say that they are given here.
    """
    plain = ascii_digits(text.replace("\u200c", " ").replace("\u0654", ""))
    pieces = re.split(r"[:：\n]\s*|[–—-] " if is_title else r"(?<=[.!?؟]) ", plain)
    found = (
        (match["a"] or match["b"]).lower()
        for piece in pieces
        for match in _PROMISED.finditer(piece)
        if (piece[: match.start()].strip().lower() in _BEFORE_COUNT if is_title else _PRESENTS.search(piece))
    )
    return frozenset(_COUNTS.get(each) or int(each) for each in found)


def promises(lead: str) -> bool:
    """Whether a lead-in says that several texts follow: "Below are statements from …", «آنچه می‌خوانید گفته‌های …»."""
    return _PROMISES.search(lead) is not None


_ORDINALS = {
    "one": 1, "first": 1, "two": 2, "second": 2, "three": 3, "third": 3, "four": 4, "fourth": 4, "five": 5, "fifth": 5,
    "six": 6, "sixth": 6, "seven": 7, "seventh": 7, "eight": 8, "nine": 9, "ten": 10,
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10,
    "یک": 1, "یکم": 1, "اول": 1, "نخست": 1, "دو": 2, "دوم": 2, "سه": 3, "سوم": 3, "چهار": 4, "چهارم": 4, "پنج": 5,
    "پنجم": 5, "شش": 6, "ششم": 6, "هفت": 7, "هفتم": 7, "هشتم": 8, "نهم": 9, "دهم": 10,
}  # fmt: skip
_WORD = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_TEXT_EN = (
    r"(?P<{}>letter|statement|text|testimony|voice|message|appeal|declaration|document|communiqu[eé]|dispatch|poem)"
)
_ORDINAL = re.compile(
    rf"{_TEXT_EN.format('a')} (?:no\.? |number |#)?(?P<b>\d{{1,2}}|{_WORD})(?=$|\W)"
    rf"|(?:the )?(?P<c>{_WORD}) {_TEXT_EN.format('d')}(?=\s?[:—–])"
    rf"|(?P<e>{_SORTS_FA}|روایت|صدا|شهادت)(?:ی| ی)? (?:شماره ?ی? )?(?P<f>\d{{1,2}}|{_WORD})(?=$|\W)",
    re.IGNORECASE,
)


def read_ordinal(line: str) -> tuple[str, int] | None:
    """Sort and number of a line that counts texts: ("letter", 2) of "Letter 2: To my son", «نامهٔ دوم»; else None."""
    found = _ORDINAL.match(ascii_digits(line[:80].replace("\u200c", " ").replace("\u0654", "")))
    if not found:
        return None
    sort = (found["a"] or found["d"] or found["e"]).lower()
    number = (found["b"] or found["c"] or found["f"]).lower()
    return sort, int(number) if number.isdecimal() else _ORDINALS[number]


def says_so(title: str | None) -> bool:
    """Whether the *title* calls the text a collection of others."""
    return _COLLECTED.search((title or "").replace("\u200c", " ").replace("ٔ", "")) is not None


def is_announced(passage: Passage) -> bool:
    """Whether the passage introduces a text that follows it: "The following was published by the union:"."""
    text = passage.text
    return text.endswith(":") and len(text) <= 900 and (_ANNOUNCES.search(text) is not None or _names_title(text))


def _names_title(text: str) -> bool:
    """Whether the title of what follows closes the words: "From the door of the mill: Statement of the Spinners:"."""
    head, _, title = text.removesuffix(":").partition(": ")
    told = re.match(r"(?:From|In|On|At|By|Here|Found|And|Also|Then)\b|از |در |بر |به ", head) is not None
    return told and is_titled(title, MAX_TITLE) and titles.KIND_LINE.match(title) is not None


def speaks_of_all(text: str) -> bool:
    """Whether somebody speaks of the texts around: "these letters", "the next statement"."""
    return _OF_THE_WHOLE.search(text[:600].replace("\u200c", " ")) is not None


def evidence(body: Sequence[Passage], at: int) -> int:
    """How plainly the passages under the line show that a text of its own begins with it."""
    below = body[at + 1]
    words = prefaces.bracketed(below.text)
    whole = words is not None and len(words) >= len(below.text.rstrip()) - 1
    if below.kind == "preface" or (
        below.kind in {"paragraph", "remark", "heading"} and words and (whole or prefaces.PROVENANCE.search(words))
    ):
        return 3
    if below.kind == "paragraph" and at + 2 < len(body) and is_title(below) and date_of_dateline([body[at + 2]]):
        return 2
    if prefaces.EDITORS.match(below.text) or prefaces.speaks_of_text(below.text):
        return 3
    if (
        is_date_line(below.text)
        or BYLINE.match(below.text)
        or (below.kind == "paragraph" and date_of_dateline([below]))
    ):
        return 2
    line = body[at].words
    kind = titles.KIND_LINE.match(line) is not None
    if (kind or ":" in line) and names_in_title(line):
        return 2
    return 2 if _COUNTED.match(line) else int(kind)


def is_title(passage: Passage) -> bool:
    """Whether the passage is shaped like the title of a text; numbers before it do not matter."""
    text = passage.words
    if passage.kind not in {"title", "heading", "paragraph", "closing", "item"} or BYLINE.match(text):
        return False
    if passage.kind == "item" and not re.match(r"\(?[0-9۰-۹]", passage.marker):
        return False
    return is_titled(text.removesuffix(":"), MAX_TITLE) and not text.startswith(("[", "("))
