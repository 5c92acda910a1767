"""Times: the words of a sentence that say when, verbatim: days, dates and hours in a row, with what stands beside them.

Nothing is worked out: "Saturday" stays "Saturday". Besides English, Farsi and Arabic the weekdays and months of
languages are known in which posters for several countries give their times.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.documents.appeals.wordings import Span, level

_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_ORDINALS = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|(?:thir|four|fif|six"
    r"|seven|eigh|nine)teenth|twentieth|twenty-\w+th|thirtieth)"
)
_HOURS = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_ENGLISH = (
    rf"\b(?:on the {_ORDINALS}(?= of|[,.;!]| at|$)|{_DAYS}(?: (?:morning|evening|night|afternoon))?"
    rf"|(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\b\.?(?=,? \d| {_MONTHS} \d)|\d{{1,2}}(?:st|nd|rd"
    rf"|th)?(?: of)? {_MONTHS}\b\.?(?:,? \d{{4}}\b)?|{_MONTHS}\.? \d{{1,2}}(?:st|nd|rd|th)?\b(?:,? \d{{4}}\b)?"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{2,4}"
    r"|\d{1,2}(?:[:.]\d{2})? ?(?:[ap]\.?m\b\.?|o'clock|h\b|uhr\b)|\d{1,2}:\d{2}(?: h\b)?"
    r"|\d{1,2}(?:[:.]\d{2})?(?=(?: ?[–-] ?| to | until )\d{1,2}(?:[:.]\d{2})? ?[ap]\.?m\b)"
    rf"|(?:12 )?(?:noon|midday|midnight)|(?:half past|(?:a )?quarter (?:past|to)) (?:{_HOURS}|\d{{1,2}})"
    rf"|(?:(?<=at )|(?<=by ))(?:{_HOURS}|\d{{1,2}})(?: sharp)?(?=[,.;!?)]|$| (?:in the (?:morning|evening"
    rf"|afternoon)|on {_DAYS}))"
    rf"|(?:(?<=after )|(?<=until )|(?<=before )){_HOURS}(?=[,.;!?)]|$)"
    r"|(?:cet|cest|gmt|utc|bst|est|pst)\b|local time|(?:berlin|london|paris|tehran|new york|central european"
    r"|eastern|pacific|uk) time"
    r"|today|tonight|tomorrow(?: (?:morning|evening|night))?|(?:that|the) same (?:day|evening|night|hour)"
    rf"|(?:next|every|each|any) day|(?:this|next|every|each|any|the coming|coming) (?:{_DAYS}"
    r"|week|weekend|month|year|evening|morning|afternoon|night|spring|summer|autumn|winter)(?! of action)"
    r"|(?:the )?(?:morning"
    r"|evening|night|week|weekend|eve|afternoon)(?= of \w*\d| of (?:mon|tue|wed|thu|fri|sat|sun))"
    r"|in the (?:morning|evening|afternoon)|(?:dawn|dusk|sunset|sunrise|nightfall)(?=[,.;!?)]|$| on )"
    r"|the hour of (?:[\w’'-]+ ){0,3}[\w’'-]+(?=[,.;!?)]|$)"
    r"|(?:may|new year's|human rights|(?:international )?(?:workers'|women's|students'|refugee|labou?r)) day"
    rf"|the (?:end of (?:the )?(?:{_MONTHS}|week|month|year)|(?:first|second|third|last) \w+day of (?:the|every"
    r"|each) month|\d{1,2}(?:st|nd|rd|th)|anniversary of)"
    r"|the (?:coming|next) (?:days|weeks|months|\w+ (?:days|weeks|months)))\b"
)
_CARDINALS_FARSI = (
    r"(?:(?:بیست|سی)(?: و (?:یک|دو|سه|چهار|پنج|شش|هفت|هشت|نه))?|یازده|دوازده|سیزده|چهارده|پانزده|شانزده|هفده|هجده"
    r"|نوزده|یک|دو|سه|چهار|پنج|شش|هفت|هشت|نه|ده)"
)
_ORDINALS_FARSI = (
    r"(?:(?:بیست|سی) و (?:یکم|دوم|سوم|چهارم|پنجم|ششم|هفتم|هشتم|نهم)|یازدهم|دوازدهم|سیزدهم|چهاردهم|پانزدهم|شانزدهم|هفدهم"
    r"|هجدهم|نوزدهم|بیستم|سی ?ام|اول|یکم|دوم|سوم|چهارم|پنجم|ششم|هفتم|هشتم|نهم|دهم)"
)
_MONTHS_FARSI = (
    r"(?:فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|ابان|اذر|دی|بهمن|اسفند|ژانویه|فوریه|مارس|اوریل|مه|می|ژوین|ژوئن|جون"
    r"|ژوییه|ژوئیه|جولای|اوت|اگوست|سپتامبر|اکتبر|نوامبر|دسامبر)(?!\w)"
)
_PART_OF_DAY = r"(?:صبح|ظهر|عصر|شب|بعد ?از ?ظهر|بامداد|غروب)(?!\w)"
_HOUR_FARSI = (
    rf"(?:\d{{1,2}}(?:[:.]\d{{2}})?|{_CARDINALS_FARSI})(?: و (?:نیم|ربع|(?:\d{{1,2}}|{_CARDINALS_FARSI}) دقیقه))?"
)
_FARSI = (
    r"(?:روز )?(?:های )?(?:(?:یک|دو|سه|چهار|پنج) ?شنبه|شنبه|جمعه)(?!\w)"
    r"(?: {1,2}(?:ی {1,2})?(?:ها|شب|اینده|جاری)(?!\w))?"
    rf"|(?:روز )?(?:\d{{1,2}}(?:ام|م)?|{_ORDINALS_FARSI}|{_CARDINALS_FARSI}) (?:ماه )?{_MONTHS_FARSI}"
    r"(?: ماه)?(?:[ ،]{1,2}\d{4})?|(?:پایان|اخر|نیمه|اواخر|اوایل) {1,2}(?:ماه )?"
    rf"(?:{_MONTHS_FARSI}|(?:هفته|ماه|سال)(?!\w))|\d{{4}}[/.-]\d{{1,2}}[/.-]\d{{1,2}}"
    rf"|(?:از |راس )?ساعت {_HOUR_FARSI}(?: {_PART_OF_DAY})?|(?<!\w){_HOUR_FARSI} {_PART_OF_DAY}"
    r"|(?<!\w)(?:صبح|عصر|بعد ?از ?ظهر|ظهر|امروز|امشب|فردا|غروب)(?!\w)(?: شب)?(?! {1,2}(?:هستند|است|اند)(?!\w))"
    r"|همان (?:روز|شب|ساعت|زمان)(?: ?ها)?(?: و ساعت(?: ?ها)?)?(?!\w)|هر (?:روز|هفته|شب|جمعه|(?:(?:یک|دو|سه"
    r"|چهار|پنج) ?)?شنبه)(?!\w)"
    r"|(?:این|پایان|اخر) هفته(?: {1,2}اینده)?|هفته {1,2}(?:اینده|جاری)|روز جهانی (?:کارگر|زن|زنان|حقوق بشر)"
)
_ARABIC = (
    r"(?:یوم )?(?:السبت|الاحد|الاثنین|الثلاثاء|الاربعاء|الخمیس|الجمعة)(?: القادم| المقبل)?"
    r"|\d{1,2} (?:کانون (?:الثانی|الاول)|تشرین (?:الاول|الثانی)|شباط|اذار|نیسان|ایار|حزیران|تموز|اب|ایلول"
    r"|ینایر|فبرایر|مارس"
    r"|ابریل|مایو|یونیو|یولیو|اغسطس|سبتمبر|اکتوبر|نوفمبر|دیسمبر)(?: \d{4})?(?!\w)"
    r"|(?:عند |فی )?(?:تمام )?الساعة (?:\d{1,2}(?::\d{2})?|\S+)(?: (?:صباحا|مساء|ظهرا|عصرا|لیلا|بعد الظهر)\u064b?)?"
)
_OTHERS = (  # as on posters for several countries
    r"\b\d{1,2}\.\d{1,2}\.(?:\d{2,4})?(?!\w)|"
    r"\b(?:(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|(?:mån|tis|ons|tors|fre|lör|sön)dag"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:maan|dins|woens|donder|vrij|zater|zon)dag)s?\b"
    r"|\d{1,2}\.? (?:januar[iy]?|februar[iy]?|märz|april|mai|juni|juli|augusti?|september|oktober|november"
    r"|dezember|december|janvier|février|mars"
    r"|avril|juin|juillet|août|septembre|octobre|novembre|décembre)\b(?: \d{4})?|\bkl\.? ?\d{1,2}(?:[:.]\d{2})?"
)
_UNIT = re.compile(f"{_ENGLISH}|{_FARSI}|{_ARABIC}|{_OTHERS}")
_APPOSITION = re.compile(
    r"[,،] (?:(?:the )?(?:[\w’']+ ){1,4}(?:day|anniversary)(?: (?:of|for|against) (?:[\w’'-]+ ){0,4}[\w’'-]+)?"
    r"|(?:روز جهانی|روز ملی|سالگرد|سالروز) {1,2}[^،,.؛:!]{2,40})(?=[,،.;)]|$)"
)
_BEFORE = re.compile(
    r"(?:\b(?:before|by|until|till|from|after|between|starting(?: on| from)?|as of|no later than"
    r"|beginning(?: on)?|ahead of)(?: the| this| next)? |(?:^|(?<=[\s،]))(?:تا|از|پیش از|قبل از|پس از|تا پیش از"
    r"|هر)(?: روز| پایان)? ?)$"
)
_JOINED = re.compile(
    r"[,،]? ?(?:\(|at |on |from |to |until |till |after |before |by |and |or |the |of |the \w+ of |–|-|—|in "
    r"|through |starting "
    r"|beginning |و |تا |از |در |برابر با |مصادف با |راس |روز |عند )*[,،]? ?\)?,? ?"
)


@lru_cache(maxsize=1024)  # several readers ask of the same sentence
def find_when(sentence: str) -> Span | None:
    """Where the first time in *sentence* stands: days, dates and hours in a row, with "before" or "until"."""
    plain = level(sentence)
    first: int | None = None
    last = 0
    for unit in _UNIT.finditer(plain):
        if first is None:
            lead = _BEFORE.search(plain, max(0, unit.start() - 30), unit.start())
            first, last = (lead.start() if lead else unit.start()), unit.end()
        elif unit.start() - last <= 24 and _JOINED.fullmatch(plain, last, unit.start()):
            last = unit.end()
        elif unit.start() >= last:
            break
        if named := _APPOSITION.match(plain, last):
            last = named.end()
    if first is None:
        now = re.search(r"\bNOW\b", sentence)
        return now.span() if now else None
    last += plain[last - 3 : last + 1] in {"p.m.", "a.m."}
    return first, first + len(sentence[first:last].rstrip(" ,،"))
