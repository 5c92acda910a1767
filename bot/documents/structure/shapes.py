"""What a line looks like by itself, as short names: half of what the model of `tags` weighs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.documents.dates import find_dates
from bot.documents.structure import captions, names, titles
from bot.documents.structure.lines import BYLINE, MARKER, SALUTATION, ends_sentence, is_date_line, is_titled
from bot.documents.structure.pages import debris

SHORT = 300
"""Of longer lines only the beginning is looked at, or nothing."""

_FEW = 14  # words of a line that are weighed one by one

WORD = re.compile(r"[^\W\d_]+(?:[\u200c'’-][^\W\d_]+)*")
_SMALL = frozenset(
    WORD.findall(
        "a an the of to in on at by for from with and or but as is are was were be been has have had not no we our us "
        "they their it its this that these those will would can who which what when where why how all more than you "
        "your he she his her i my از به در با برای که و را این آن تا بر هم یا ما آنها است شد می ها های هر نه اگر چه یک "
        "بود شده کرد"
    )
)
SIGNED = re.compile(
    r"\b(?:signed|signator(?:y|ies)|signatures|undersigned|endorsed|endorsements)\b|امضا|موقعون|واژۆ", re.IGNORECASE
)
ASKED = re.compile(
    r"\b(?:demands?|resolves?|calls? (?:for|on|upon)|want|urge|ask|insist|require|propose|recommend)\b"
    r"|خواست|خواهان|مطالب|می‌?خواهیم|نطالب|داوا",
    re.IGNORECASE,
)
RELATED = re.compile(
    r"\b(?:related|read more|more (?:from|on|stories|news|articles)|see also|you (?:may|might) also|recent|latest"
    r"|popular|most read|previous|next|tags?|topics?|categor|comments?|leave a|share|subscribe|newsletter|contents"
    r"|in this issue)\b|مرتبط|بیشتر بخوانید|دیدگاه|نظر|اشتراک|برچسب|آخرین|پربازدید|جدیدترین|ذات صلة",
    re.IGNORECASE,
)
NOTES = re.compile(
    r"(?:foot|end)?notes?|references|sources|پانویس|پی‌?نوشت|منابع|یادداشت|زیرنویس|الهوامش", re.IGNORECASE
)
MUST = re.compile(
    r"\b(?:must|should|shall|immediate(?:ly)?|unconditional(?:ly)?|release|abolition|abolish|recogni[sz]e|recognition"
    r"|right to|an end to|end of|freedom of|withdraw(?:al)?)\b"
    r"|باید|آزادی|لغو|حق |پایان|افزایش|توقف|پرداخت|ایجاد|به رسمیت|برکناری|محاکمه|إطلاق|وقف|إلغاء|محاسبة",
    re.IGNORECASE,
)
_CRY = re.compile(
    r"\b(?:long live|down with|no to|yes to|free |freedom|solidarity|victory|stop |end |never|power to|woman|women"
    r"|unite|death to|hands off)\b|زنده باد|مرگ بر|نه به|پیش به|سرنگون|گسترده باد|برقرار|پیروز|زن،? ?زندگی|آزادی"
    r"|اتحاد|نان|درود|عاش|الحرية|بژی|نا بۆ|ژن",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?:\(?[0-9۰-۹]{1,2}[.)\-–]|[IVX]{1,5}[.)])\s*\S"
    r"|(?:statement|letter|message|declaration|resolution|appeal|call|report)\b"
    r"|(?:بیانی|اطلاعی|اعلامی|قطعنام|نام|فراخوان|پیام|گزارش)",
    re.IGNORECASE,
)
PICTURE = re.compile(r"[\u2190-\u2bff\U0001f000-\U0001faff]")
_HAS = {
    "has_picture": PICTURE,
    "has_form": re.compile(r"\*$|☐|\[ ?\]|_{3,}|\.{5,}"),
    "has_quote": re.compile(r"[«“\"]"),
    "has_separator": re.compile(r"\s[|•·/»›>–—-]+\s|\|"),
    "has_digit": re.compile(r"\d"),
    "has_at": re.compile("@"),
    "has_hash": re.compile("#"),
    "has_comma": re.compile("[,،]"),
}
_LINK = re.compile(r"https?://|www\.|(?<=\w)\.(?:org|com|net|info|ir|example)\b")
_BEGINS = {
    "is_quoted": re.compile(r"[«“\"'‘].*[»”\"'’][.!]?$"),
    "is_bracketed": re.compile(r"[\[(].*[\])]\.?$"),
    "is_kind": re.compile(titles.KIND_LINE.pattern, re.IGNORECASE),
    "is_by": BYLINE,
    "is_item": MARKER,
    "is_notes": NOTES,
    "is_part": _PART,
}
_HAS_IF_SHORT = {
    "has_kind": titles.KIND_LINE,
    "has_org": names.ORGANISATION,
    "has_colon": re.compile(r":."),
}
# Of lower-case text, which is searched faster than with IGNORECASE
_SAYS_IF_SHORT = {
    "has_clock": re.compile(r"\b\d{1,2}[:.]\d{2}\b|\b\d{1,2} ?[ap]\.?m\b|ساعت|noon"),
    "has_signed": re.compile(SIGNED.pattern),
    "has_asked": re.compile(ASKED.pattern),
    "has_related": re.compile(RELATED.pattern),
    "has_cry": re.compile(_CRY.pattern),
    "has_copyright": re.compile("©|copyright"),
}


@lru_cache(maxsize=16_384)
def shapes(text: str) -> tuple[str, ...]:
    """The names of what the line *text* looks like."""
    words = [word.lower() for word in WORD.findall(text[:400])]
    case = _case(WORD.findall(text[:400]))
    small = sum(word in _SMALL for word in words)
    start, end, size = _start(text), _end(text), length(text)
    few = "few" if small * 5 < len(words) else "some" if small * 3 < len(words) else "many"
    found = [
        f"len={size}", f"words={len(words) if len(words) < 12 else 'many'}", f"starts={start}", f"ends={end}",
        f"case={case}", f"stops={few if small else 'none'}", f"form={start}{end}{case}{size}",
    ]  # fmt: skip
    weighed = {f"w={word}" for word in words} if len(words) <= _FEW else {f"w3={word}" for word in words[:3]}
    found += sorted(weighed)
    if len(words) <= _FEW:  # a word in another form, or with another ending
        long = [word for word in words if len(word) > 4]
        found += sorted({f"p={word[:4]}" for word in long} | {f"q={word[-3:]}" for word in long})
    if words:
        found += [f"first={words[0]}", f"last={words[-1]}", f"firsts={' '.join(words[:2])}"]
    return (*found, *_signs(text))


def _signs(text: str) -> list[str]:
    found = [name for name, pattern in _HAS.items() if pattern.search(text)]
    found += [name for name, pattern in _BEGINS.items() if pattern.match(text)]
    small = text.lower()
    checks = {
        "has_link": _LINK.search(small) is not None,
        "is_date": is_date_line(text),
        "is_titled": is_titled(text, 200),
        "is_sentence": ends_sentence(text),
    }
    checks["has_must"] = MUST.search(text[:SHORT]) is not None
    if len(text) <= SHORT:
        bare = text.strip("-•* ")
        found += [name for name, pattern in _HAS_IF_SHORT.items() if pattern.search(text)]
        found += [name for name, pattern in _SAYS_IF_SHORT.items() if pattern.search(small)]
        checks |= {
            "is_debris": debris.is_debris(text),
            "is_maybe_debris": debris.may_be_debris(text),
            "has_date": bool(find_dates(text)),
            "is_salutation": SALUTATION.match(text) is not None,
            "is_org": names.is_organisation(bare),
            "is_person": names.is_person(bare),
            "is_contact": names.is_contact(text),
            "is_credit": captions.is_credited(text),
        }
    return found + [name for name, holds in checks.items() if holds]


def length(text: str) -> str:
    """About how long *text* is, in characters."""
    return next((str(limit) for limit in (4, 12, 25, 40, 60, 90, 140, 220, 400) if len(text) <= limit), "long")


def _start(text: str) -> str:
    first = text[0]
    if MARKER.match(text):
        return "marker"
    if first.isalpha():
        return "lower" if first.islower() else "upper" if first.isupper() else "letter"
    if first.isdigit() or first in "\"“«‘'[(#@*-–—|<>":
        return "digit" if first.isdigit() else first
    return "picture" if PICTURE.match(first) else "sign"


def _end(text: str) -> str:
    last = text[-1]
    if last.isalnum():
        return "letter" if last.isalpha() else "digit"
    return last if last in '.!?؟:;,،؛…"”»’)]*>' else "picture" if PICTURE.match(last) else "sign"


def _case(words: Sequence[str]) -> str:
    cased = [word for word in words if word[0].isupper() or word[0].islower()]
    if cased and all(word.isupper() for word in cased) and sum(map(len, cased)) > 3:
        return "upper"
    big = [word for word in cased if len(word) > 3]
    if not big:
        return "small" if cased else "none"
    capital = sum(word[0].isupper() for word in big)
    return "title" if capital >= 0.8 * len(big) else "half" if capital >= 0.4 * len(big) else "sentence"
