"""What a Farsi sentence claims: the forms of its demands, as places in the levelled sentence."""

from __future__ import annotations

import re

from bot.documents.appeals.dues import DUES_FARSI
from bot.documents.appeals.wordings import Span, is_power, spaced

_FIRST = r"(?:هستیم|می ?باشیم|می ?شویم|شده ایم|شدیم|ایم)\b"
_WE_ARE_FOR = re.compile(spaced(rf"(?:خواستار|خواهان|طالب) (?P<what>.{{2,400}}?) {_FIRST}"))
_MANNER = re.compile(
    spaced(
        r"(?: و)?(?: فوری| بی ?قید ?و ?شرط| بدون قید و شرط| کامل| سریع| بی ?درنگ| هرچه زودتر| فوری و بدون قید و شرط)+$"
    )
)
_NOT_TOLD = r"(?!.{0,80}(?:براورده|محقق|روشن|همان|پاسخ|شنیده|مشخص|قانونی))"  # a demand, and not what became of it
_OWN = re.compile(
    spaced(
        rf"(?:^|[\s،])بر (?P<on>{DUES_FARSI} .{{2,300}}?) (?:پا ?ی? می ?فشاریم|پافشاری|اصرار|تاکید)(?: می ?کنیم"
        rf"| داریم)?|(?P<wished>(?<!\S){DUES_FARSI}(?!\w)[^.؛!؟]{{2,250}}?) را (?:خواستاریم|خواهانیم|می ?خواهیم"
        rf"|مطالبه می ?کنیم|می ?طلبیم"
        r"|طلب می ?کنیم|خواسته ایم)|(?:خواست|خواسته|درخواست|مطالبه|تقاضای|شرط|انتظار)\S* (?:\S+ ){0,3}?(?:این است"
        r"|ان است|این بود|عبارت است از|عبارتند از"
        r"|یعنی)(?: که)? ?:? ?(?P<said>.{4,400}?)(?: را (?:\S+ ){0,2}?(?:تکرار|مطرح|بیان|فریاد|اعلام) کرد\S*|$)"
        r"|(?:خواستاریم|می ?خواهیم|خواهانیم|(?:انتظار|توقع) داریم"
        r"|اعلام می ?کنیم)(?: که)? (?P<that>[^.؟!:]{2,300}?(?:شود|شوند|گردد|گردند|یابد|بازگردند|برگردند)(?!\w).*)"
        rf"|^(?P<due>{DUES_FARSI}.{{3,150}}?) (?:\S+ ){{0,3}}?(?:خواست|خواسته|مطالبه)\S* (?:\S+ ){{0,7}}?(?:است"
        rf"|بوده|می ?باشد)\W*$"
        r"|(?:خواست|خواسته)(?: های)? (?:خانواده|کارگر|معلم|مردم|بازنشست|دانشجو|معترض)\S*(?: ها| های \S+)? "
        rf"(?P<theirs>{_NOT_TOLD}.{{4,300}}?) (?:است|هستند|اند)\b"
        rf"|(?:خواست|خواسته|مطالبه|مطالبات)\S*(?: های)?(?: \S+){{0,4}}? (?:ما"
        rf"|مان)\b(?P<ours>{_NOT_TOLD}.{{4,400}}?) (?:است|هستند|اند)\b"
        r"|(?P<whole>(?:مطالبه|طلب) می ?کنیم|تاکید می ?کنیم که .{1,300}باید)"
    )
)
_FULFILLED = (
    r"ازاد|رها|لغو|متوقف|توقف|پایان|محاکمه|پرداخت|برچیده|منحل|افزایش|بازگشا|بازگرد|برگرد|برگشت|قطع|مجازات"
    r"|پاسخ ?گو|به رسمیت|تضمین|رعایت|تامین|اجرا|منتشر|روشن|سرنگون|برداشته|رفع|برکنار|بسته|باز|فراهم|جبران|داده"
    r"|حذف|کاهش|خاتمه|تعیین|رسیدگی|ممنوع|ملغی|ملغا|ابطال|باطل|استرداد|رایگان|اصلاح|محقق|عملی|اعاده|مختومه|درمان"
    r"|معالجه|بستری|منتقل|انتقال|اعزام|استخدام|تمدید|تبدیل|برقرار|انجام|خارج|تحویل|بازنگری|کنار گذاشته|پس گرفته"
    r"|معرفی|پیگرد|تعقیب|ثبت|تشکیل دادگاه|ملی|واگذار|استعفا|عذرخواهی|محترم|برابر|بهبود|ترمیم|همسان|به کار گمارده"
    r"|پذیرفته|متعهد|پایبند|جدا|تعطیل|منع|تبرئه|نقض"
)
_THIRD = (
    r"(?:شود|شوند|گردد|گردند|یابد|یابند|کند|کنند|دهد|دهند|باشد|باشند|بگیرد|گیرد|بازگردند|برگردند|برگردد|بازگردد"
    r"|برود|بروند|گذارد)"
)
MUST = re.compile(
    spaced(
        rf"(?<!\w)(?:باید|بایستی|می ?بایست|بایست|لازم است|ضروری است"
        rf"|وقت ان است(?: که)?)\b.{{0,200}}?(?<!\w)(?:{_FULFILLED}).{{0,60}}?{_THIRD}(?!\w)"
        rf"|(?<!\w)باید\b.{{0,200}}?(?<!\w)(?:برگردند|بازگردند|برگردد|بازگردد|استعفا دهد|برود|بروند)(?!\w)"
        r"|(?<!\w)نباید\b.{0,200}?(?:اعدام|اخراج|بازداشت|زندانی|مجازات|احضار|تعلیق|تاخیر|حذف|محروم|سرکوب|تهدید"
        r"|شکنجه|دستگیر).{0,40}?(?:شود|شوند|گردد|گردند|بیفتد|باشد|باشند|کند|کنند)(?!\w)"
    )
)
"""What must be done or must not happen, in the third person."""

ASKED_OF = re.compile(
    spaced(
        r"(?:^|[\s،,])از (?!این رو|ان جا|این جا|همین|سوی|نظر|جمله|طریق|این پس"
        r"|این جهت)(?P<who>[^.؟!:]{2,120}?)\s(?:(?:مصرانه|اکیدا|قاطعانه|فورا|موکدا|جدا)\s)?(?:می ?خواهیم"
        r"|می ?خواهد|می ?خواهند|(?<!مورد )درخواست|تقاضا|مطالبه|خواستاریم|خواستار|انتظار|خواسته شده(?: است)?|خواست(?:ند"
        r"|ه اند"
        r"|ه است)?(?= (?:که|تا)\b))(?: (?:می ?کنیم|می ?کند|می ?کنند|داریم|دارد|دارند|کردند|کرد|شدند"
        r"|شد))?[،:]? (?:که |تا )?(?P<what>\S.*)"
    )
)
"""Who is asked for what: «از دولت می‌خواهیم که …»."""

_ASSERTED = r"(?:تاکید|پافشاری|اصرار|پای ?فشاری)"
_REPORTED = re.compile(
    spaced(
        r"(?:خواستار|خواهان|طالب)\s(?P<what>.{2,300}?)\s(?:شد(?:ه ?اند|ند|ه است|ه|)|شده بودند|هستند|است|اند"
        r"|می ?شوند|بودند|بود|گشتند|گردیدند|می ?باشند)\b|(?:خواستار"
        r"|خواهان)\s(?P<joined>[^.؛]{2,300}?\S)(?<!\sا)(?:هاست|ست)\W*$"
        rf"|(?:^|[\s،])بر (?P<on>(?:ضرورت |لزوم )?{DUES_FARSI}(?!\w).{{2,250}}?) {_ASSERTED} (?:کرد|کردند|کرده"
        rf"|ورزید|ورزیدند|داشتند|دارند"
        r"|می ?کنند)"
        rf"|(?<!\S)(?P<wanted>{DUES_FARSI}(?!\w)[^.؛!؟،]{{2,200}}?) را (?:خواستار شد|خواستارند|خواهانند"
        rf"|می ?خواهند|مطالبه|طلب کرد"
        r"|درخواست کرد|خواسته اند|تقاضا کرد|فریاد زدند)"
    )
)
_SAYING = re.compile(spaced(r"گفت|گفته|تاکید کرد|مدعی|اعلام کرد|افزود|هشدار داد|دستور داد|خواست"))


def first_person(plain: str) -> Span | None:
    """Where the words stand in «خواهان … هستیم»."""
    found = _WE_ARE_FOR.search(plain)
    return found.span("what") if found else None


def without_manner(words: str) -> str:
    """*words* without "immediate" and "unconditional" at their end."""
    return _MANNER.sub("", words)


def own(plain: str) -> Span | None:
    """Where the words stand that say what the speaker demands."""
    found = _OWN.search(plain)
    if not found:
        return None
    names = ("on", "wished", "said", "that", "due", "theirs", "ours")
    return next((found.span(name) for name in names if found[name]), (0, len(plain)))


def reported(plain: str) -> Span | None:
    """Where the words stand that say what others than those in power are said to demand."""
    found = _REPORTED.search(plain)
    if not found or is_power(plain[: found.start()]):
        return None
    start, end = next(found.span(name) for name in ("what", "joined", "on", "wanted") if found[name])
    goes_on = found["what"] and plain.startswith(" که ", found.end())  # "all those who were …"
    return start, len(plain) if goes_on else end


def is_said_by_power(plain: str, place: int) -> bool:
    """Whether those in power say what stands at *place*."""
    said = _SAYING.search(plain, 0, place)
    return bool(said and is_power(plain[: said.start()]))


ASKED_OVER = re.compile(
    spaced(
        r"(?:^|[\s،,])از (?P<who>[^.؟!:]{2,120}?)\s(?:\S+ ){0,2}?(?:می ?خواهیم|می ?خواهند|می ?خواهد|خواستاریم"
        r"|(?:درخواست|تقاضا|مطالبه|انتظار) (?:می ?کنیم|داریم|دارند))(?: که)?\s?:\W*$"
    )
)
"""Who is asked for what stands in the list below: «از دولت می‌خواهیم:»."""
