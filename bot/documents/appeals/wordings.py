"""Words levelled for comparing, quotations, and the running text of an outline."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.documents import sentences
from bot.documents.passages import Passage
from bot.documents.scripts import ARABIC_DIGITS, PERSIAN_DIGITS

Span = tuple[int, int]
Target = tuple[Span | None, Span]  # who is addressed, and what they are to do

SHORTEST, LONGEST = 4, 2000  # characters of a sentence that says anything
RUNNING = frozenset({"paragraph", "item", "closing", "quote", "editors"})
_PLAIN = str.maketrans(
    ARABIC_DIGITS + PERSIAN_DIGITS + "يىكۀأإآ\u200c\u0654\u00a0\n\t’‘", "0123456789" * 2 + "ییکهااا     ''"
)
_SIGNS = re.compile(r"[^\w“”«»\"‘’'(\[]*")  # an emoji or a dash that a line begins with
_QUOTED = (
    re.compile(r"“([^“”]{1,300})”|«([^«»]{1,300})»|\"([^\"]{1,300})\""),
    re.compile(
        r"‘((?:[^‘’]|’(?=\w)){1,300})’(?!\w)|(?<![\w’'])'([^'‘’\n]{2,300})’(?!\w)|(?<![\w’'])'([^'\n]{2,300})'(?!\w)"
    ),
)
_EASTERN = re.compile(r"[\u0600-\u06ff]")
_LINE = re.compile(r"[^\s][^\n]*[^\s]|[^\s]")
_SPACE = re.compile(r"\(\?<[!=][^()]*\)|\[[^\]]*\]| \{[^}]*\}| \??")  # all but spaces stays as it is
_FITS, _FITS_WELL = 0.9, 0.6  # of the longest line; letters without case do not show where a sentence begins
_BULLETS = " \t\u00a0-*+•●▪◦‣·–—"
_LINE_ENDS = re.compile(r"[.!?؟…:;؛۔][”»\"'’)\]]*\W{0,3}$")
_SIGN = r"[^\w\s\"'“”„«»‘’()\[\]{}#@.,،؛;:!?؟…/\\%&=<>|$€£]"  # an emoji, a tick, an arrow, a dash …
_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|final|last)(?:ly)?[,:]|(?:[اأ]ولا|ثانیا|ثانيا|ثالثا"
    r"|رابعا|خامسا|سادسا"
    r"|سابعا|اول|نخست|یکم|دوم|سوم|چهارم|پنجم|ششم|هفتم|هشتم|نهم|دهم)\u064b?(?:[:،.)] | ?[-–—ـ] )"
)
MARKED = re.compile(
    rf"(?:(?:[0-9]\ufe0f?\u20e3|{_SIGN}[\ufe0f\u200d]*){{1,3}}|\(?(?:[0-9۰-۹٠-٩]{{1,2}}:|(?:[0-9۰-۹٠-٩]{{1,2}}"
    rf"|[a-hA-H]|[ivx]{{1,4}}"
    r"|الف|[ابپتثجچحخدذرز])\s?[-–—ـ.)])(?![0-9۰-۹])|(?:یک|دو|سه|چهار|پنج|شش|هفت|هشت|نه|ده|یازده"
    r"|دوازده)\s?(?:[).]|[-–—ـ]\s)"
    rf"|(?i:{_ORDINAL}))[ \t\u00a0\ufe0f]*(?=\S)"
)
"""What a point of a list begins with, where it is no item of its own."""
# Who is asked for its due, not called upon to join in.
POWERS = re.compile(
    r"\b(?:members of (?:[\w']+ )?parliament|lawmakers|governments?|regimes?|authorit(?:y|ies)|universit(?:y|ies)"
    r"|contractors?|boss(?:es)?|home office|(?:world|supreme|party|political|our) leaders?|politicians"
    r"|your (?:excellency|honou?r|majesty)|prime minister|european (?:union|commission)|bank|trust|airlines?"
    r"|institutions?|council of ministers|supreme leader|rector|vice-chancellor|commission|judiciary|courts?"
    r"|judges?|prosecutors?|ministr(?:y|ies)|ministers?|parliaments?|presidents?|(?<!general )secretar(?:y"
    r"|ies)(?! general)|senators?|deputies|ceos?|states?|police|army|officials|rulers?|governors?|mayors?"
    r"|islamic republic|employers?|owners?|managers?|management|company|compan(?:y|ies)|directors?|board"
    r"|administration|prison service|landlords?|embass(?:y|ies)|chancellor|senate|(?:city|town|county|parish"
    r"|municipal|district) councils?|the council(?=$| to\b)|security forces|revolutionary guards?)\b|دولت|حکومت"
    r"|رژیم|قوه قضا|دادگاه|دادستان|وزارت|وزیر|مجلس|پارلمان|رییس جمهور|رئیس جمهور|مسئول|مسوول|مقامات|مقام های|پلیس"
    r"|ارتش|سپاه|جمهوری اسلامی|کارفرما|صاحبان|مدیر|شهرداری|فرماندار|استاندار"
)

PEOPLE = re.compile(
    r"\b(?:workers?|unions?|people|peoples|students?|women|youth|masses|unionists?|activists?|organi[sz]ations?"
    r"|friends?|comrades?|sisters?|brothers?|everyone|everybody|all who|anyone|members?(?! (?:states?"
    r"|governments?|countries))|supporters?|readers?"
    r"|citizens?|teachers?|nurses?|doctors?|journalists?|artists?|writers?|musicians?|lawyers?|retirees"
    r"|pensioners|families|mothers|parents|neighbou?rs|residents|forces|left|leftists|socialists|communists"
    r"|feminists|groups|movements?|class|parties|councils?|committees?|dockers|dockworkers|farmers|bakers|drivers"
    r"|miners|soldiers|academics|scientists|scholars|colleagues|compatriots|diaspora|communities|community"
    r"|society|allies|volunteers|shops|merchants|those of (?:you|us)|you|humanity|world|toilers|oppressed"
    r"|proletariat|campaigners|associations|federations|confederations)\b|کارگر|اتحادیه|سندیکا|مردم|دانشجو|زنان"
    r"|جوانان|توده|فعال|سازمان|دوستان|رفقا|خواهران|برادران|همگان|همه|هموطن|هم وطن|شهروند|معلم|پرستار|پزشک"
    r"|روزنامه نگار|هنرمند|نویسنده|وکلا|بازنشست|خانواده|مادران|نیروها|چپ|احزاب|شورا|کمیته|کشاورز|راننده"
    r"|ازادی خواه|ازادیخواه|کانون|تشکل|نهاد|جنبش|انسان|ایرانیان|همکار|یاران|اعضا|خوانندگان|دانش اموز|استادان"
    r"|زحمتکش|ستمدیده|طبقه|شرافتمند"
)


GROUPS = (
    r"(?:(?:the|these|those|its|all|many|most|striking|\d[\d,]*) )?(?:[\w’'-]+ ){0,2}?(?:workers|strikers"
    r"|drivers|cleaners"
    r"|nurses|teachers|students|pensioners|retirees|prisoners|families|relatives|tenants|residents|farmers"
    r"|miners|dockers"
    r"|unions?|activists|villagers|women|parents|bakers|porters|employees|truckers|truck drivers|pupils"
    r"|colleagues|men|(?:committee|union|assembly|alliance|association|syndicate|campaign|movement|coalition))"
)
"""Groups of people as the subject of a levelled English sentence."""


@dataclass(frozen=True)
class Sentence:
    """A sentence of the running text, verbatim, with its passage (by number) and its place in it."""

    text: str
    passage: int
    start: int
    plain: str  # levelled: as long as the text, each character in its place


@lru_cache(maxsize=4096)
def level(text: str) -> str:
    """*text* in lower case with ASCII digits, one yeh, kaf and alef, spaces for half-spaces; no character moves."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(each.lower() if len(each.lower()) == 1 else each for each in text)
    return lowered.translate(_PLAIN)


def is_eastern(plain: str) -> bool:
    """Whether any letter is one of Farsi or Arabic, without which no form of theirs can be there."""
    return bool(_EASTERN.search(plain))


def spaced(pattern: str) -> str:
    """A regular expression for levelled Farsi, where two spaces may follow a word: of a half-space or a hamza."""
    return _SPACE.sub(lambda found: {" ": " {1,2}", " ?": " {0,2}"}.get(found[0], found[0]), pattern)


def running(passages: Sequence[Passage], language: str) -> Iterator[Sentence]:
    """The sentences of the running text in order, without the markers of items; none goes over a hard line break.

    What runs on for more than 2,000 characters is no sentence, and left out.
    """
    for number, passage in enumerate(passages):
        if passage.kind in RUNNING:
            words = passage.words
            for first, last in hard_lines(words):
                for begin, stop in sentences.spans(words[first:last], language):
                    start, end = unmarked(words, first + begin, first + stop), first + stop
                    if SHORTEST <= end - start <= LONGEST:
                        yield Sentence(words[start:end], number, start, level(words[start:end]))


def hard_lines(text: str) -> list[Span]:
    """The lines of *text* as its writer meant them: broken after ":", ";" or a full stop, before a marker, or where the
    first word of the next line would still have fitted. A marker alone in a line belongs to the next.
    """
    lines = [match.span() for match in _LINE.finditer(text)]
    width = max((end - start for start, end in lines), default=0)
    found: list[Span] = []
    for number, (start, end) in enumerate(lines):
        if found and not _is_hard(text, lines[number - 1], (start, end), width):
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return found


def _is_hard(text: str, line: Span, following: Span, width: int) -> bool:
    if not text[line[0] : line[1]].strip(_BULLETS):
        return False
    if _LINE_ENDS.search(text, max(line[0], line[1] - 8), line[1]) or MARKED.match(text, *following):
        return True
    first = text[following[0] : following[1]].split(None, 1)[0]
    needed = (line[1] - line[0] + 1 + len(first)) / width
    if first[:1].isupper() or not first[:1].isalnum():
        return needed <= _FITS
    return needed <= _FITS_WELL and not first[:1].islower()


def is_power(who: str) -> bool:
    """Whether the levelled words *who* name a power (a government, an employer) rather than people within it."""
    power, people = POWERS.search(who), PEOPLE.search(who)
    return power is not None and not (people and people.start() < power.start())


def unmarked(text: str, start: int = 0, end: int | None = None) -> int:
    """Where *text* begins once an emoji, a dash or a tick before it is left out."""
    signs = _SIGNS.match(text, start, len(text) if end is None else end)
    return signs.end() if signs else start


def quotations(text: str) -> list[Span]:
    """Where the quotations of up to 300 characters in *text* stand, without their marks; those within others, too."""
    matches = (match for pattern in _QUOTED for match in pattern.finditer(text))
    return sorted(match.span(match.lastindex or 0) for match in matches)


def holding(spans: Sequence[Span], place: int) -> Span | None:
    """The last of *spans* (sorted, none overlapping) that begins at or before *place*, if *place* is within it."""
    at = bisect_right(spans, (place, 1 << 62)) - 1
    return spans[at] if at >= 0 and place < spans[at][1] else None
