"""Where people are to come together, in a Farsi or Arabic sentence, levelled: «مقابل سفارت …», «أمام مقر …»."""

from __future__ import annotations

import re

from bot.documents.appeals.wordings import Span, spaced

_NO_PLACE = (  # words that end the name of a place
    r"(?!(?:گرد|تجمع|حاضر|حضور|شرکت|جمع|راهپیمایی|تظاهرات|اعتصاب|به|با|از|برای|و|که|در|روز|ساعت|دست|بیایند"
    r"|بیایید|بیاییم"
    r"|برگزار|برپا|همراه|شعار|شمع|روشن|نصب|منتظر|چشم|می|خواهد|خواهیم|است|هستیم|تا|را)(?!\w))[^\s،,.!؛:|]+"
)
_NOUN = (
    r"(?:میدان|خیابان|سفارت|کنسولگری|پارک|دانشگاه|سالن|بیمارستان|مجلس|دفتر|دادگاه|زندان|ایستگاه|کارخانه|وزارت"
    r"|اداره|مدرسه|پل"
    r"|دروازه|ساختمان|خانه|حیاط|اسکله|بازار|دانشکده|باغ|سینما|کتابخانه|پایانه|مترو|فرودگاه|بلوار|چهارراه|تالار"
    r"|استانداری"
    r"|فرمانداری|شهرداری|کلیسا|درب|ورودی|مرکز|محل|محله|شهر|پنجره|بام|کارگاه|معدن|پالایشگاه)"
)
_BEFORE = r"(?:در مقابل|در برابر|در|جلوی|جلو|مقابل|روبروی|روبه روی|رو به روی|کنار|برابر|پشت)"
_PLACE = re.compile(
    spaced(
        rf"(?:^|(?<=[\s،])){_BEFORE}(?: (?!در )[^\s|،]+){{0,3}}? ?{_NOUN}\S*(?: {_NO_PLACE}){{0,5}}"
        rf"(?:(?:،| یا| و)(?: \S+){{0,2}}? {_NOUN}?\S* ?(?:یا|و) \S+(?: {_NO_PLACE}){{0,3}} خود(?!\w))?"
    )
)
_STRAIGHT = re.compile(
    spaced(
        rf"(?:^|(?<=[\s،]))(?:در )?(?:جلوی|جلو|مقابل|روبروی|روبه روی"
        rf"|رو به روی)(?: در)?(?: {_NO_PLACE}){{1,7}}(?: و {_NO_PLACE}(?: {_NO_PLACE}){{1,4}})?"
    )
)
_REACHED = re.compile(
    spaced(
        r"(?<!\S)به (?P<place>(?:[^\s|]+ ){0,1}?(?:میدان|سفارت|پارک|دانشگاه|سالن|مجلس|دفتر|مدرسه|پل|اسکله|کتابخانه"
        r"|محل|\S*خانه)(?:[^\s|،.]* ){1,4}?)(?=(?:بیا|بفرست|برو|برسان|بیایی|ببر|می ?ای|می ?رو))"
    )
)
_MARCH = re.compile(
    r"(?<!\S)(?P<way>از (?:میدان|خیابان|پارک|پل|مقابل|جلوی|دانشگاه|ایستگاه) [^.؛!|]{2,40}? (?:به سوی|به سمت|به طرف|تا)"
    r" [^\s.،|]+)"
)
_ARABIC_ENDS = r"(?=[.،؛!]| ?\||$| (?:یوم|عند|الساعة|فی تمام|الی|فی اتجاه|باتجاه|من|علی|وذلک)(?!\w))"
_ARABIC = re.compile(
    rf"(?:^|(?<=\s))(?P<place>(?:امام|قرب|فی (?:ساحة|میدان|شارع|مقر|محطة)|من (?:ساحة|میدان|امام))"
    rf" (?:[^\s|]+ ){{0,6}}?[^\s|]+?){_ARABIC_ENDS}"
)
_CALLED = re.compile(r"(?:^|\s|و|کما )(?:ندعو|تدعو|یدعو|نناشد|نهیب|نحث)(?!\w)")


def find(plain: str) -> Span | None:
    """Where the place stands in a levelled sentence that calls to it; hidden words are bars."""
    if _CALLED.search(plain):
        arabic = _ARABIC.search(plain)
        return arabic.span("place") if arabic else None
    if found := _MARCH.search(plain):
        return found.span("way")
    if found := _REACHED.search(plain):
        return found.span("place")
    place, straight = _PLACE.search(plain), _STRAIGHT.search(plain)
    if straight and not (place and place.start() <= straight.start() and place.end() >= straight.end()):
        return straight.span()
    return place.span() if place else None
