"""What kind of text it is, of which series and week, as far as its title and shape say so."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from bot.documents.models import Model
from bot.documents.origins.manners import manners
from bot.documents.passages import Passage
from bot.documents.scripts import ascii_digits
from bot.documents.structure import names
from bot.documents.structure.lines import BYLINE

MODEL = Model("kinds")
_SURE = 0.55  # how sure the model must be to be asked rather than the rules
_SURER = 0.9  # and where the title says "Statement" or "Report"
MAX_SHORT = 40
MAX_CALL = 6000
MAX_UNDER = 140


class Kind(StrEnum):
    """What a text is; an article is what nothing shows to be anything else."""

    STATEMENT = "statement"
    UPDATE = "update"
    ACTION = "action"
    COLLECTION = "collection"
    ARTICLE = "article"


_NUMBERS = ("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen twenty")  # fmt: skip
_ORDINALS = ("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
             "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth")  # fmt: skip
_FARSI_ORDINALS = ("یکم دوم سوم چهارم پنجم ششم هفتم هشتم نهم دهم یازدهم دوازدهم سیزدهم چهاردهم پانزدهم شانزدهم هفدهم "
                   "هجدهم نوزدهم")  # fmt: skip
_FARSI_TENS = {
    20: ("بیست", "بیستم"), 30: ("سی", "سی ام"), 40: ("چهل", "چهلم"), 50: ("پنجاه", "پنجاهم"), 60: ("شصت", "شصتم"),
    70: ("هفتاد", "هفتادم"), 80: ("هشتاد", "هشتادم"), 90: ("نود", "نودم"),
}  # fmt: skip
_TENS = {"twent": 20, "thirt": 30, "fort": 40, "fift": 50, "sixt": 60, "sevent": 70, "eight": 80, "ninet": 90}


def _words() -> dict[str, int]:
    words: dict[str, int] = {"اول": 1, "نخست": 1}
    for group in (_NUMBERS, _ORDINALS, _FARSI_ORDINALS):
        words |= {word: number for number, word in enumerate(group.split(), 1)}
    for tens, (stem, whole) in _FARSI_TENS.items():
        words[whole] = tens
        for joint in (" و ", " و", "و"):
            words |= {
                f"{stem}{joint}{unit}": tens + number for number, unit in enumerate(_FARSI_ORDINALS.split()[:9], 1)
            }
    words |= {"صدم": 100} | {f"صد و {word}": 100 + number for word, number in list(words.items()) if number < 100}
    for stem, tens in _TENS.items():
        words |= {f"{stem}y": tens, f"{stem}ieth": tens}
        for units in (_NUMBERS, _ORDINALS):
            words |= {f"{stem}y-{unit}": tens + number for number, unit in enumerate(units.split()[:9], 1)}
    return words


_WORDS = _words()
_ANY = "|".join(sorted(_WORDS, key=len, reverse=True))
_WEEK = re.compile(
    rf"\bweek(?:ly (?:update|report|bulletin))?\s*(?:#|no\.?|number)?\s*(?P<n>\d{{1,3}}\b|(?:{_ANY})\b)"
    r"|\bweekly\s*(?:,? ?issue\s*)?(?:#|no\.?|number)?\s*(?P<issue>\d{1,3})\b"
    rf"|\b(?:the )?(?:(?P<th>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{_ANY}))\s+week\b"
    rf"|هفته(?:\s?ی\b)?\s*(?:شماره\s*)?(?P<fa>\d{{1,3}}|(?:{_ANY})\b)"
    rf"|(?P<nth>(?:{_ANY})ین)\s+هفته"
    r"|\bweekly\b.{0,40}?(?:#|\bno\.?|\bnumber|\bissue)\s*(?P<no>\d{1,3})\b|(?:هفتگی"
    r"|هفته نامه).{0,40}?شماره\s*(?P<shomare>\d{1,3})\b"
    r"|گزارش هفتگی\s*[-–—،,:(]?\s*(?:شماره\s*)?(?P<report>\d{1,3})\b"
)
_BEGINNING, _OPENING = 12, 400  # passages at the beginning, and characters of their lines, that say which week it is
_LATER = 3  # the first two weeks are mostly those of something that the text tells of
_TELLING = frozenset({"paragraph", "item", "heading", "preface", "editors", "byline", "closing"})
_OF_A_MONTH = re.compile(
    r" (?:of|in) (?:january|february|march|april|may|june|july|august|september|october|november|december|(?:the|this)"
    r" (?:month|year)|\d)"
    r"| (?:فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند|ژانویه|فوریه|مارس|آوریل|مه|ژوئن|ژوئیه"
    r"|اوت|سپتامبر|اکتبر|نوامبر|دسامبر)\b"
)
_WEEKLY = re.compile(r"\bweekly (?:update|report|bulletin|digest)\b|گزارش هفتگی|خبرنامه هفتگی|چکیده هفتگی")
_STATEMENT = re.compile(
    r"\b(?:statement|declaration|communiqu[eé]|resolution|manifesto|proclamation|charter|sign-?on letter"
    r"|open letter|letter (?:from|of|by|to)|appeal)\b"
    r"|بیانیه|اعلامیه|قطعنامه|اطلاعیه|منشور|نامه سرگشاده|(?<!\w)نامه\b|پیام (?:همبستگی|مشترک|به|از|کارگران"
    r"|خانواده)|ڕاگەیاندن|راگەیاندن|بەیاننامە|\bبیان\b"
)
_ACTION = re.compile(
    r"\bcalls? (?:to action|for (?:an? |the )?(?:\w+ ){0,2}?"
    r"(?:actions?|rall(?:y|ies)|demonstrations?|strikes?|protests?|gatherings?))\b"
    r"|\bday of action\b|\bpetition\b"
    r"|طومار|\bjoin (?:us|the (?:rally|demonstration|protest|march))\b|فراخوان"
)
_NEWS = re.compile(
    r"\b(?:latest news|news (?:from|of|sheet)|breaking news|bulletin|daily update|updates?\b|situation report"
    r"|sitrep|round-?up|live blog|newsletter|dispatch"
    r"|(?:daily|morning|evening|news|situation) (?:briefing|brief|report)"
    r"|briefing|chronicle|digest|news in brief|(?:this )?week in|week in review|daily news)\b"
    r"|(?:تازه ترین|آخرین|جدیدترین) (?:خبر|اخبار|گزارش)|خبرنامه|بولتن"
    r"|(?:اخبار|خبرهای|رویدادهای|گزارش|مرور|چکیده|رخدادهای) (?:این |یک )?(?:روز|هفته|هفتگی|ماه|لحظه|روزانه)"
    r"|روزشمار|گاهشمار|گاه شمار|روز شمار|هفته نامه"
)
_REPORT = re.compile(
    r"\b(?:interview|article|report|analysis|essay|review|commentary|history|explained|obituary|portrait"
    r"|profile|look back)\b"
    r"|گفت ?و ?گو|مصاحبه|مقاله|تحلیل|گزارش|یادداشت|نقد"
)
_ASKS = re.compile(
    r"(?:^|[.!?…] |\n|[^\w\s.,] )(?:please (?:sign|share|bring|come|join|send|donate)|sign (?:here|the|our)"
    r"|come to|join us|share this|donate|bring (?:your|a|bells|tea))"
    r"|\bsignatures\b|deadline:|when:|where:|بپیوندید|امضا کنید|بیایید|بیاورید|شرکت کنید",
    re.IGNORECASE | re.MULTILINE,
)
_DECLARES = re.compile(
    r"\bwe, (?:the )?[^.]{0,120}?\b(?:undersigned|signatories|declare|condemn|demand|call)\b"
    r"|\bsignatories of this statement\b"
    r"|ما[،,] .{0,120}(?:امضاکنندگان|اعلام می)",
    re.IGNORECASE,
)
_SIDES = re.compile(
    r"\bstands? (?:with|in|by|beside)\b|\bcondemns?\b|\bdenounces?\b|\bprotests? against\b|\bsolidarity\b|\bdemands?\b"
    r"|\bcalls? (?:on|for|upon)\b|\bsupports?\b|\brejects?\b|همبستگی|محکوم|حمایت|پشتیبانی"
)
_GATHERS = re.compile(
    r"\b(?:rally|vigil|picket(?: line)?s?|protest|demonstration|march|sit-?in|walk-?out|strike (?:programme|plan|day)"
    r"|teach-?in|gathering|day of action|mobili[sz]ation|assembly|public meeting)\b"
    r"|تجمع|گردهمایی|راهپیمایی|تحصن|تظاهرات|اعتصاب|گرد هم ?ایی"
)
_HOUR = re.compile(
    r"\b\d{1,2}(?:[.:]\d{2})? ?[ap]\.?m\b|\b(?:12 )?noon\b|ساعت [\d۰-۹]"
    r"|\b(?:today|tonight|tomorrow|this (?:\w+day|week))\b",
    re.IGNORECASE,
)
_APPOINTS = re.compile(
    r"^\W{0,4}(?:what|when|where|time|date|place|meeting point|meet|assemble|زمان|مکان|محل|وعده|تاریخ)\s?[:：]",
    re.IGNORECASE | re.MULTILINE,
)
_DAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|شنبه|جمعه")
_TURN_OUT = re.compile(
    r"(?:^|[.!?…:] |\n)\W{0,3}(?:please,? )?(?:turn out|come|bring|join|sign|share|gather|assemble|meet|march|rally"
    r"|wear|spread|stand with|invite|mark|we will (?:gather|meet|march|assemble))\b"
    r"|بپیوندید|بیایید|بیاورید|شرکت کنید|حاضر شوید|حضور یابید|همراه شوید|گرد هم",
    re.IGNORECASE | re.MULTILINE,
)
_UNDER = frozenset({"heading", "paragraph", "byline"})
_WE = re.compile(r"\b(?:we|our)\b|\bما\b", re.IGNORECASE)


def numbered(title: str) -> tuple[str | None, int | None]:
    """The series and week that *title* names: "Uprising in Iran" and 9 of «Uprising in Iran—Week 9: …»; else None."""
    plain = _level(title)
    found = _WEEK.search(plain)
    if not found:
        return None, None
    start = found.end() if found["report"] else found.start()
    series = title[:start].rpartition("\n")[2]
    if found["report"]:
        series = title[found.start() : found.start() + len("گزارش هفتگی")]
    return series.strip(" \u200c—–-:،,؛|(#") or None, _number(found)


def _number(week: re.Match[str]) -> int:
    digits = next(group for group in week.groups() if group)
    return int(digits) if digits.isdecimal() else _WORDS[digits if digits in _WORDS else digits.removesuffix("ین")]


def week_told(passages: Sequence[Passage]) -> int | None:
    """The week of which the beginning of an update speaks: 17 of "The seventeenth week began with a funeral"."""
    lines = [line for each in passages[:_BEGINNING] if each.kind in _TELLING for line in _level(each.words).split("\n")]
    told = (
        found for line in lines for found in _WEEK.finditer(line[:_OPENING]) if not _OF_A_MONTH.match(line, found.end())
    )
    return next((number for found in told if (number := _number(found)) >= _LATER), None)


def kind_of(title: str | None, passages: list[Passage], *, issuers: Sequence[str], counts: Mapping[str, int]) -> Kind:
    """What kind of text it is: an update if its title says so, else what the model makes of how it speaks.

    *counts* says how many slogans, demands, calls and figures it holds.
    """
    ruled = rule(title, passages, issuers=issuers, slogans=counts["slogans"])
    is_numbered = numbered(title or "")[1] is not None
    appointed = len(_APPOINTS.findall("\n".join(each.text for each in passages))) > 1
    told = _of_title(_level(title or ""), None)
    if (appointed and ruled is Kind.ACTION) or told is Kind.UPDATE or is_numbered:
        return ruled
    signs = manners(title, passages, ruled=ruled, issuers=issuers, counts=counts)
    likely = MODEL.likelihoods([signs])[0]
    kind = max(likely, key=lambda each: likely[each])
    return Kind(kind) if likely[kind] >= (_SURER if ruled is told else _SURE) else ruled


def rule(title: str | None, passages: list[Passage], *, issuers: Sequence[str], slogans: int) -> Kind:
    """What the title calls the text, else its preface, or what its shape shows: signers, a declaration by us."""
    plain = _level(title or "")
    return (
        _of_title(plain, numbered(title or "")[1])
        or _of_preface(passages)
        or _of_words(plain, passages, issuers)
        or _of_shape(passages, issuers, slogans)
    )


def _of_title(plain: str, week: int | None) -> Kind | None:
    if week is not None or _WEEKLY.search(plain) or _NEWS.search(plain):
        return Kind.UPDATE
    statement, action = _STATEMENT.search(plain), _ACTION.search(plain)
    if action and (not statement or action.start() < statement.start()):
        return Kind.ACTION
    if statement:
        return Kind.STATEMENT
    return Kind.ARTICLE if _REPORT.search(plain) else None


def _of_words(plain: str, passages: list[Passage], issuers: Sequence[str]) -> Kind | None:
    if _invites(plain, passages):
        return Kind.ACTION
    if _REPORT.search(_level(_under_title(passages))) or _is_by_person(passages):
        return Kind.ARTICLE
    return Kind.STATEMENT if issuers and _SIDES.search(plain) and _WE.search(_running(passages)) else None


def _running(passages: list[Passage]) -> str:
    return "\n".join(passage.text for passage in passages if passage.kind in {"paragraph", "item"})


def _under_title(passages: list[Passage]) -> str:
    """The short line right under the title: "An interview with a striker"."""
    last = max((at for at, each in enumerate(passages[:12]) if each.kind == "title"), default=len(passages))
    below = passages[last + 1 : last + 2]
    return below[0].text if below and len(below[0].text) <= MAX_UNDER and below[0].kind in _UNDER else ""


def _is_by_person(passages: list[Passage]) -> bool:
    lines = (line for each in passages[:8] if len(each.text) <= 250 for line in each.words.split("\n"))
    bylines = ((line, found) for line in lines if (found := BYLINE.match(line)))
    return any(names.is_person(re.split(r"\s*[|,·]", line[found.end() :].strip())[0]) for line, found in bylines)


def _invites(plain: str, passages: list[Passage]) -> bool:
    """Whether readers are asked to come: when and where is told, and what to do, the more plainly without a title."""
    running = "\n".join(each.text for each in passages if each.kind in {"paragraph", "item", "heading", "closing"})
    if len(running) > MAX_CALL:
        return False
    appoints, asks = len(_APPOINTS.findall(running)), len(_TURN_OUT.findall(running))
    plan = appoints + len(_HOUR.findall(f"{plain}\n{running}"))
    if _GATHERS.search(plain):
        return appoints >= 2 or (asks >= 1 and bool(plan or _DAY.search(plain)))
    return plan >= 2 and asks >= 2


def _of_preface(passages: list[Passage]) -> Kind | None:
    told = _level(next((passage.text for passage in passages if passage.kind == "preface"), ""))
    found = {
        Kind.UPDATE: _NEWS.search(told),
        Kind.STATEMENT: _STATEMENT.search(told),
        Kind.ARTICLE: _REPORT.search(told),
    }
    named = [(match.start(), kind) for kind, match in found.items() if match]
    return min(named)[1] if named else None


def _of_shape(passages: list[Passage], issuers: Sequence[str], slogans: int) -> Kind:
    running = _running(passages)
    speaks = len(_WE.findall(running))
    signed = any(names.ORGANISATION.search(issuer) for issuer in issuers)
    if speaks >= 1 and len(running) < 4000 and len(_ASKS.findall(running)) >= 2:
        return Kind.ACTION
    if _DECLARES.search(running) or (signed and speaks) or (slogans >= 2 and speaks >= 3) or (issuers and slogans):
        return Kind.STATEMENT
    return Kind.STATEMENT if signed and not speaks and slogans else Kind.ARTICLE


def short_label(title: str | None) -> str | None:
    """A label for buttons of at most 40 characters, made of words of *title*; None without a title."""
    if not title:
        return None
    line = " ".join(title.split())
    plain = _level(line)
    if (found := _WEEK.search(plain)) and len(found[0]) <= MAX_SHORT:
        return line[found.start() : found.end()]
    for part in (line, re.split(r"[:—–]|(?<=[!?؟])\s", line)[0].strip()):
        if 3 <= len(part) <= MAX_SHORT:
            return part
    return line[: MAX_SHORT - 1].rpartition(" ")[0].rstrip(" ,،:;؛—–-") + "…"


def _level(text: str) -> str:
    # One character for one, so that places in the result are places in *text*.
    lowered = "".join(each.lower() if len(each.lower()) == 1 else each for each in ascii_digits(text))
    return lowered.translate(str.maketrans("يىكۀأ\u200c\u0654", "ییکها  "))
