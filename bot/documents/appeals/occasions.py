"""When and where: the words of a sentence that say the time and the place of what it calls to, verbatim.

Nothing is worked out: "Saturday" stays "Saturday". Places within sentences are in `places`; here are the lines of their
own that give time and place, as on a poster.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.documents.appeals.wordings import Span, level, unmarked

_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_ORDINALS = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|(?:thir|four|fif|six"
    r"|seven|eigh|nine)teenth|twentieth|twenty-\w+th|thirtieth)"
)
_UNIT = re.compile(
    rf"\b(?:on the {_ORDINALS}(?= of|[,.;!]| at|$)|{_DAYS}|\d{{1,2}}(?:st|nd|rd"
    rf"|th)?(?: of)? {_MONTHS}\b\.?(?:,? \d{{4}}\b)?|{_MONTHS}\.? \d{{1,2}}(?:st|nd|rd|th)?\b(?:,? \d{{4}}\b)?"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.(?:\d{2,4})?|\d{1,2}/\d{1,2}/\d{2,4}"
    r"|\d{1,2}(?:[:.]\d{2})? ?(?:[ap]\.?m\b\.?|o'clock|h\b|uhr\b)|\d{1,2}:\d{2}(?: h\b)?|noon|midday|midnight"
    r"|(?:cet|cest|gmt|utc|bst|est|pst)\b|local time|(?:berlin|london|paris|tehran|new york|central european"
    r"|eastern|pacific|uk) time"
    rf"|today|tonight|tomorrow(?: (?:morning|evening|night))?|(?:this|next|every|each|the coming|coming) (?:{_DAYS}"
    r"|week|weekend|month|year|evening|morning|afternoon|night|spring|summer|autumn|winter)|(?:the )?(?:morning"
    r"|evening|night|week|weekend|eve|afternoon)(?= of \w*\d| of (?:mon|tue|wed|thu|fri|sat|sun))"
    r"|in the (?:morning|evening|afternoon)|(?:may|new year's|human rights|(?:international )?(?:workers'|women's"
    r"|students'|refugee|labou?r)) day"
    rf"|the (?:end of (?:the )?(?:{_MONTHS}|week|month|year)|(?:first|second|third|last) \w+day of (?:the|every"
    rf"|each) month|\d{{1,2}}(?:st|nd|rd|th)|anniversary of)"
    r"|the (?:coming|next) (?:days|weeks|months|\w+ (?:days|weeks|months)))\b|(?:روز )?(?:های )?(?:(?:یک|دو|سه"
    r"|چهار|پنج) ?شنبه|شنبه|جمعه)(?: {1,2}(?:ها|شب|اینده|جاری))?|(?:روز )?(?:\d{1,2}(?:ام|م)?|اول|یکم|دوم|سوم"
    r"|چهارم|پنجم|ششم|هفتم|هشتم|نهم|دهم) (?:ماه )?(?:فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|ابان|اذر|دی|بهمن"
    r"|اسفند|ژانویه|فوریه|مارس|اوریل|مه|می|ژوین|ژوئن|جون|ژوییه|ژوئیه|جولای|اوت|اگوست|سپتامبر|اکتبر|نوامبر"
    r"|دسامبر)(?!\w)(?: ماه)?(?:[ ،]{1,2}\d{4})?|(?:پایان|اخر|نیمه|اواخر|اوایل) {1,2}(?:ماه )?(?:فروردین|اردیبهشت"
    r"|خرداد|تیر|مرداد|شهریور|مهر|ابان|اذر|دی|بهمن|اسفند|هفته|ماه|سال)(?!\w)|\d{4}[/.-]\d{1,2}[/.-]\d{1,2}|(?:از "
    r"|راس )?ساعت \d{1,2}(?:[:.]\d{2})?(?: و نیم| و ربع)?|(?<!\w)(?:صبح|عصر|بعد ?از ?ظهر|ظهر|امروز|امشب|فردا"
    r"|غروب)(?!\w)(?: شب)?|هر (?:روز|هفته|شب|جمعه|پنج ?شنبه)(?!\w)|(?:این|پایان|اخر) هفته(?: {1,2}اینده)?"
    r"|هفته {1,2}(?:اینده|جاری)|روز جهانی (?:کارگر|زن|زنان|حقوق بشر)"
)
_BEFORE = re.compile(
    r"(?:\b(?:before|by|until|till|from|after|between|starting(?: on| from)?|as of|no later than"
    r"|beginning(?: on)?|ahead of)(?: the| this| next)? |(?:^|(?<=[\s،]))(?:تا|از|پیش از|قبل از|پس از|تا پیش از"
    r"|هر)(?: روز| پایان)? ?)$"
)
_JOINED = re.compile(
    r"[,،]? ?(?:\(|at |on |from |to |until |till |and |or |the |of |the \w+ of |–|-|—|in |through |و |تا |از |در "
    r"|برابر با |مصادف با |روز )*[,،]? ?\)?,? ?"
)

_LABEL = re.compile(
    r"(?:(?P<when>when|date|time|day|deadline|زمان|تاریخ|ساعت|روز|مهلت|کی)|(?P<where>where|place|location|venue"
    r"|meeting point|address|مکان|محل|کجا|نشانی|ادرس)) ?: ?"
)
_FARSI_AT = re.compile(r"^\W*(?:[^\s:]+ ){0,2}[^\s:]*:? ?(?:مقابل|جلوی|جلو|روبروی|در برابر|میدان|در محل) ")
_PIN = "📍"
_EDGE = " \n\t,،.;؛:()–—-\u0654"


_GOAL = re.compile(r"\s(?:to|into|به)\s*$")


@dataclass(frozen=True)
class Block:
    """Lines of their own that give time and place, as on a poster; places are those in the text of the passage."""

    when: Span | None
    where: Span | None
    labelled: bool  # "When: …" or a pin; a bare date may be that of the text

    @property
    def start(self) -> int:
        """Where the first of its lines begins to speak."""
        return min(span[0] for span in (self.when, self.where) if span)

    @property
    def end(self) -> int:
        """Where the last of them ends."""
        return max(span[1] for span in (self.when, self.where) if span)


def find_block(text: str) -> Block | None:
    """The lines of *text* that are a time or a place and nothing else: "When: …", «📅 …», "Saturday, 24 May"."""
    when: Span | None = None
    where: Span | None = None
    labelled = False
    place, last = 0, -1
    for line in text.split("\n")[:200]:
        kind, start = _kind_of_line(line, bool(when))
        span = place + start, place + len(line.rstrip())
        labelled = labelled or (kind != "" and start > 0)
        if kind == "when":
            when = (when[0], span[1]) if when and not where else when or span
        elif kind == "where":
            where = (where[0], span[1]) if where and place == last else where or span
        elif when:
            break
        place += len(line) + 1
        last = place if kind == "where" else -1
    return Block(when, where, labelled) if when or where else None


def _kind_of_line(line: str, after_when: bool) -> tuple[str, int]:
    if len(line) > 120:
        return "", 0
    start = unmarked(line)
    if label := _LABEL.match(level(line), start):
        return label.lastgroup or "", label.end()
    if _PIN in line[:start]:
        return "where", start
    found = find_when(line)
    if found and found[0] - start <= 4 and found[1] - found[0] >= 0.6 * len(line.strip()):
        return "when", start
    ends = line.rstrip()[-1:]
    named = line[start : start + 1].isupper() and len(line) <= 70 and ends not in ".!?:;,"
    if after_when and len(line) <= 70 and _FARSI_AT.search(level(line)):
        return "where", start
    return ("where", start) if after_when and named and ": " not in line else ("", 0)


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
        else:
            break
    if first is None:
        now = re.search(r"\bNOW\b", sentence)
        return now.span() if now else None
    return first, first + len(sentence[first:last].rstrip(" ,،"))


def without(sentence: str, span: Span, *occasions: Span | None) -> Span:
    """The part *span* of *sentence* without the times and places it begins or ends with, as far as anything is left."""
    start, end = span
    for _ in occasions:
        for occasion in occasions:
            if not occasion:
                continue
            tail, head = sentence[occasion[1] : end], sentence[start : occasion[0]]
            if start < occasion[0] < end and not tail.strip(_EDGE) and not _GOAL.search(head):
                shorter = re.sub(r"(?:[\s,،(–—-]|\s(?:on|at|from|در|روز|برای))+$", "", sentence[start : occasion[0]])
                end = start + len(shorter) if shorter.strip() else end
            elif start <= occasion[0] and occasion[1] < end and not head.strip(_EDGE):
                start = occasion[1] + len(sentence[occasion[1] : end]) - len(sentence[occasion[1] : end].lstrip(_EDGE))
    return start, end
