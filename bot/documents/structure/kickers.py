"""Lines that stand where a title could and are none: sections, trails, tags, greetings, whom a letter goes to."""

from __future__ import annotations

import re

from bot.documents.structure.issue_dates import date_of_label
from bot.documents.structure.lines import BYLINE, MARKER
from bot.documents.structure.pages import buttons
from bot.documents.structure.titles import BEFORE

_SIGNS = re.compile(r"^[^\w#«“\"'(\[]+|[^\w»”\"'!?؟.)\]]+$")
_TAGS = re.compile(r"(?:#[\w\u200c]+[\s•|،,·-]*)+")
_TRAIL = re.compile(r"\s*[»›>←→]+\s*|\s+[/|·●•]\s+")
_FORWARDED = re.compile(
    r"(?:forwarded|fwd)\b.*|(?:هدایت|فوروارد|بازارسال)[ \u200c]?شده.*|.{2,80}[,،]? ?\[[^\]]*\d{1,2}[:.]\d{2}[^\]]*\]"
    r"|(?:skip|jump) to .{3,30}|رد شدن به .{3,30}|(?:پرش|رفتن) به .{3,30}",
    re.IGNORECASE,
)
_RELEASE = re.compile(
    r"(?:(?:for )?immediate release|press release|media release|p ?r ?e ?s ?s {1,3}r ?e ?l ?e ?a ?s ?e"
    r"|embargo\w*|appeal no\b"
    r"|(?:شماره|تاریخ|پیوست|کد خبر)(?: (?:خبر|انتشار|درج|ثبت))?\s*[:：]).{0,60}",
    re.IGNORECASE,
)
_TO = re.compile(
    r"(?:To (?:the|all|our|Mr|Ms|Mrs|Dr|His|Her|Their)\b|The (?:Rt\.? )?Hon(?:ou?rable)?\b|خطاب به|رونوشت|جناب"
    r"|سرکار خانم|خانم|آقای) ?.*"
)
_GREETING = re.compile(
    r"(?:با )?سلام(?!\w).{0,60}|(?:همکاران|رفقا|رفقای|دوستان|هم[ \u200c]?وطنان|هموطنان|یاران|همسایه"
    r"|همسایگان)[،,!:].{0,90}"
    r"|(?!(?:بیانی|اعلامی|اطلاعی|قطعنام|نام|پیام|فراخوان|گزارش|به |برای ).*)"
    r".{2,50} (?:گرامی|عزیز|ارجمند|محترم|شریف|زحمتکش|بەڕێز|هێژا|الأعزاء|الكرام)(?:[،,:!] ?.{0,60})?"
    r"|(?:hi|hello|hey|dear|good (?:morning|evening|day))\b.{0,90}"
    r"|(?:dear |my )?(?:comrades|friends|sisters|brothers|colleagues)\b.{0,60}[,:!]",
    re.IGNORECASE,
)
_MOVES = re.compile(
    r"(?:this|the) (?:\S+ ){0,5}?(?:notes|believes|resolves|welcomes|further notes|further resolves)[:.]?"
    r"|be it .{0,60}|we,? (?:the|all the) (?:undersigned|signator).*|ما،? امضا[\u200c ]?کنندگان.*",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:(?:یک|دو|سه|چهار|پنج)[ \u200c]?)?شنبه|جمعه)"
    r"(?:[،,:]? ?(?:روز|شب|day|night|morning|evening|\d).{0,20})?",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"(?:received from|from|to|cc|prepared by|compiled by|presented by|organi[sz]ed by|where|when|what|who"
    r"|venue|date|author"
    r"|photos?|تهیه و تنظیم|تهیه|تنظیم|گفت[ \u200c]?و[ \u200c]?گو از|مکان|زمان|از|به|عکس|منبع|نویسنده"
    r"|مترجم)\s?[:：].*",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r".*\b(?:\d+\S* [\w ]{3,25}(?:street|st\.|avenue|ave\.?|road|lane|square|suite|floor)|suite \d|postfach"
    r"|p\.? ?o\.? box"
    r"|public group|private group|\d[\d.,]*[km]? (?:members|followers|subscribers))\b.*|.{0,3}[\d۰-۹]+ (?:عکس"
    r"|تصویر|ویدئو|دنبال‌کننده)",
    re.IGNORECASE,
)
_NEVER = (_TAGS, _FORWARDED, _RELEASE, _GREETING, _MOVES, _DAY, _FIELD, _ADDRESS)
_LONGEST = 300  # characters
_SHORT = 4  # words of a section on a trail


def is_kicker(text: str) -> bool:
    """Whether the line *text* is no title nor a line of one, whatever stands around it."""
    if len(text) > _LONGEST:
        return False  # nor is it a title, but that is for others to say
    bare = _SIGNS.sub("", text)
    return not bare or _is_label(text) or _is_trail(bare) or any(pattern.fullmatch(bare) for pattern in _NEVER)


def is_address(text: str) -> bool:
    """Whether the line *text* says to whom a letter goes; letters in a collection may have that for a title."""
    return len(text) <= _LONGEST and _TO.fullmatch(_SIGNS.sub("", text)) is not None


def _is_label(text: str) -> bool:
    """Whether the line says who published the text, when, or of what kind it is."""
    bare = MARKER.sub("", text, count=1)
    return bool(BEFORE.fullmatch(text) or BYLINE.match(bare) or date_of_label(bare))


def _is_section(piece: str) -> bool:
    return buttons.is_section(piece) or buttons.is_navigation(piece)


def _is_trail(text: str) -> bool:
    pieces = [piece for piece in _TRAIL.split(text) if piece.strip()]
    marked = re.search("[»›>←→]", text) is not None and not text.startswith(("«", "“"))
    if len(pieces) > 1 and all(map(_is_section, pieces)):
        return True
    return len(pieces) > (1 if marked and "«" not in text else 2) and all(
        len(piece.split()) <= _SHORT for piece in pieces
    )
