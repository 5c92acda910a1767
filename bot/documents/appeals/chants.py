"""Chants: quotations that were chanted, shouted, or written on a banner or a wall, told from all other quotations.

What counts is the sentence around them. Quotations in a row share it. A quotation is none of these if somebody says or
writes it, if it wears an article ("the “experts”"), or if the text turns it down or gives it to opponents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from bot.documents import sentences
from bot.documents.appeals.cries import MAX_WORDS, is_fixed
from bot.documents.appeals.wordings import Span, level, quotations

MAX_QUOTED = 500  # quotations in a row that are looked at in one passage
REACH = 200  # characters around a quotation that say what it is
_CHANT = re.compile(
    r"\b(?:chant(?:s|ed|ing|ers)?|shout(?:s|ed|ing)?|cr(?:y|ies|ied|ying) (?:out|of|for)|(?:the|an?|battle"
    r"|rallying|common|old|new) cr(?:y|ies)|roar(?:ed|ing)?|slogans?|banners?|placards?|graffiti|(?:hand|spray"
    r"|protest)[ -]?(?:painted|signs?)|spray(?:ed|ing)|scrawled|painted|chalked|stencil+ed|daubed|embroidered"
    r"|sang|singing|yell(?:s|ed|ing)?|(?:hoist|hold|wav|carr|brandish)\w* (?:\w+ ){0,3}signs"
    r"|signs? (?:that )?(?:read(?:s|ing)?|say(?:s|ing))|posters?)\b|شعار|فریاد|سر داد|سر می|پلاکارد|بنر"
    r"|پارچه نوشته|دیوارنوشته|دست نوشته|روی دیوار|بر دیوار|دیوارها|مقوا|تابلو|پرچم نوشته|می ?خواندند|یکصدا"
    r"|هم ?صدا|دیوارنویسی|بانگ|نعره|\banswered (?:them )?with\b"
)
_CHANTED = re.compile(
    r"\W{0,4}(?:\w+\W{1,2}){0,7}?(?:chant(?:s|ed|ing)?|shout(?:s|ed|ing)?|cried out|roared|yelled|slogans?|chants"
    r"|cry|(?:reads?|say|says|said|on) (?:an?|the|one|some|many|another|their|his"
    r"|her)(?: of)?(?: the)? (?:[\w-]+ ){0,3}(?:sheets?|signs?"
    r"|placards?|banners?|posters?|cardboards?|walls?)\b|(?:was|were|stood|read) (?:\w+ ){0,2}(?:on|painted"
    r"|written|sprayed)|(?:شعار|فریاد)(?! ?[«“\"])|سر داد|سر می|بانگ)"
)
# Words that hand the quotation over to somebody's statement, to a name, or to irony.
_SAID = re.compile(
    r"\b(?:said|says|told|tells|wrote|writes|stated|added|explained|called|named|titled|entitled|known|announced"
    r"|replied)\b|گفت|نوشت(?!ه)|افزود|به نام|موسوم"
)
_SAID_AFTER = re.compile(
    r"(?!.{0,20}said (?:one|some|many|most|several)(?: of)?(?: the)? (?:placard|banner|sign"
    r"|poster))[\W\d]{0,4}(?:(?:she|he|they|one|an?|the|\w+) ){0,3}(?:said|says|told|stated|added|wrote|explained)\b"
)
_WORN = re.compile(
    r"(?:^|[^\w])(?:the|an?|so-called|this|that|these|those|its|their|his|her|our|any|against|at|about|by|in|from"
    r"|between)\W*$|(?:این|علیه|ضد|برای|اصطلاح|درباره)\W*$"
)
_TURNED_DOWN = r"(?:reject|condemn|denounc|oppos|repudiat|disavow|refus|distanc|unmask|expos|combat|resist)\w*"
_REJECTED = re.compile(
    rf"\b{_TURNED_DOWN}(?:\W+(?!(?:with|and|by|while|in|as)\b)\w+){{0,6}}?\W+(?:slogans?|chant(?:s|ing)?|cry|cries"
    r"|shout(?:s|ing)?)\b|\b(?:racist|fascist|reactionary|diversionary|divisive|hateful|sexist|misogynist"
    r"|monarchist|royalist|violent|chauvinist|nationalist|fake|false|antisemitic|islamophobic|poisonous|shameful"
    r"|ugly)\W+(?:\w+\W+){0,3}?(?:slogans?|chants?|cry|cries)\b|\b(?:slogans?|chants?"
    r"|cries)\b.{0,300}?(?:\b(?:must|should|can|will|are to|is to|has|have|is|are|do|does)(?: be| never"
    r"| not)* (?:rejected|condemned|opposed|refused|isolated|denounced|no place|no room|not ours|unacceptable"
    r"|divisive|alien|repudiated|speak for us|represent us)\b)|\b(?:not (?:our|the) slogans?|no place for"
    r"|never (?:chant|shout)|do not (?:chant|shout)|not (?:chant|shout))|\b(?:basij\w*|pro-(?:regime|government)"
    r"|monarchists?|royalists?|fascists?|far[- ]right|police|soldiers|guards|agents|officers|troops|thugs"
    r"|militia(?:men)?|plain-?clothes (?:men|agents)|(?:regime|government)(?:'s)? supporters"
    r"|supporters of the (?:regime|government|king|shah))\b(?:\W+\w+){0,5}?\W+(?:chant|shout)"
    r"|شعار.{0,300}?(?:محکوم|مردود|طرد|رد می کنیم|رد کرد|مخالفیم|مرزبندی|نباید|جایی ندار|از ما نیست|از ان ما نیست"
    r"|مقابله کرد|نمی ?پذیریم)|(?<!\w)(?:محکوم|رد|طرد|افشا)\w* (?:کردن |می کنیم )?شعار"
    r"|شعار(?: ?ها)?(?: ?ی)? ?(?:انحرافی"
    r"|ارتجاعی|فاشیستی|نژادپرستانه|سلطنت طلب)|\b(?:some|a few|strangers|those|people"
    r"|others) who\b.{0,80}?\b(?:chant|shout|slogan)|\b(?:navy|army|police|regime|government|company|ministry"
    r"|owners?|guards?|militia|party)'?s?'? (?:own |new |old )?(?:slogan|chant)|“ ?\W{0,3}which (?:nobody|no one"
    r"|none)\b|\bis what (?:\w+ ){1,4}?(?:shout|chant|cr(?:y|ies)\b)|\b(?:small|tiny|isolated|handful"
    r"|few)\b(?:\W+\w+){0,10}?\W+(?:chant|shout)|(?:گروه|شمار|عده|تعداد|جمع) ?(?:ی )?(?:کوچک|اندک"
    r"|کم)ی?\b.{0,80}?(?:شعار|فریاد)|(?:بسیجی|لباس شخصی|سلطنت طلب|ماموران|هواداران (?:حکومت|رژیم"
    r"|شاه))\S*(?: \S+){0,6}? (?:شعار|فریاد)"
)
_STRANGERS = re.compile(  # "those who write on walls …"
    r"(?:عده ?ای|کسانی|انهایی|ان هایی|انانی|افرادی|گروهی|چند نفر ناشناس|ناشناسانی"
    r"|(?:چند )?نفر ناشناس)\b.{0,120}?(?:شعار|می ?نویس|فریاد|سر می|پخش می)"
    r"|وهو شعار لم|وهو شعار لا"
)
_CROWNED = re.compile(
    r"(?<!\w)(?:شاه|شاهنشاه|پهلوی|ولیعهد)(?!\w)|مرد[،, -]+میهن|\b(?:shah|king|pahlavi|crown prince)\b|\bjavid\b"
)
_UNCROWNED = re.compile(
    r"(?<!\w)(?:نه|مرگ|ننگ|سرنگون|نابود|بی)(?!\w)|\b(?:no|not|neither|nor|down|death|without|never|enough|against)\b"
)
_LOYAL = re.compile(r"منافق|اغتشاشگر|فتنه|فدایی رهبر|جانم فدای رهبر|\b(?:hypocrites?|rioters|seditionists?)\b")
_NAME = re.compile(
    r"(?!Wom[ae]n)(?:[A-Z][\w’']*|of|the|and|to|with|a|in)(?: (?:[A-Z][\w’']*|of|the|and|to|with|a"
    r"|in)){2,20}[.,]?"
)
_DISOWNED = re.compile(
    rf"\b(?:{_TURNED_DOWN}|no part|not ours?|not (?:speak|shout)|divid\w+|never)\b.{{0,80}}?\b(?:th(?:is|at|ese"
    r"|ose)|such) (?:slogans?|cr(?:y|ies)|chants?|shouts?|words)|\bth(?:is|at|ese|ose) (?:slogans?|cr(?:y|ies)"
    r"|chants?) (?:is|are|was|were|do|does|has|have)\b.{0,40}?\b(?:not|no|never|divisive|alien|poison\w*|wrong)"
    r"|\b(?:asked|told|got) (?:him|her|them) to (?:fold|stop|leave|be quiet|take it down|let|go|put it away)\b"
    r"|گفتیم (?:جمع|بس|برو)"
    r"|این شعار(?: ?ها)? .{0,60}?(?:نمی|محکوم|رد |مردود|طرد|نیست|مخالف)"
)
_OF_NAME = re.compile(
    r"(?:کارزار|کمپین|جنبش|گروه|سازمان|کانال|هشتگ|سه ?شنبه\S*|برنامه|فیلم|کتاب|ترانه|سرود|رمان|مستند)\S*\W*$"
)
_NAMED_SO = re.compile(
    r"\W{0,3}(?:\w+ )?(?:campaign|movement|coalition|network|initiative|committee|film|book|song|tuesdays?"
    r"|conference|exhibition|petition|report|magazine|group|platform)\b"
)
_CALLED_SO = re.compile(
    r"(?:this|that|it|these|those) (?:was|is|were|are|has been) (?:the|our|their|one of the|among the) (?:[\w-]+ ){0,2}"
    r"(?:slogans?|chants?|cry|cries|mottos?)\b|(?:این|اینها) .{0,20}شعار"
)
_BETWEEN = re.compile(r"[\W_]{0,5}(?:(?:and|or|as well as|then|و|یا|و نیز)\b)?[\W_]{0,4}(?:also )?[\W_]{0,3}")


def find(text: str, language: str) -> list[Span]:
    """The quotations in *text* that are said to be chanted or written up, or are cries by their words."""
    found: list[Span] = []
    spans = sentences.spans(text, language)
    at = 0
    chanted_in = -2  # the number of the sentence whose quotation was the last slogan
    for group in islice(_groups(text), MAX_QUOTED):
        while at + 1 < len(spans) and spans[at + 1][0] < group[0][0]:
            at += 1
        start, end = spans[at]
        first, last = group[0][0] - 1, group[-1][1] + 1
        before = level(text[max(start, first - REACH) : max(start, first)])
        after = level(text[last : min(end, last + REACH)])
        following = text[end : min(end + REACH, spans[at + 2][1] if at + 2 < len(spans) else spans[-1][1])]
        if is_turned_down(f"{before} “ {after}") or _DISOWNED.search(level(following)):
            continue
        goes_on = at - chanted_in == 1 and not before.strip() and all(text[last - 1] == "!" for _, last in group)
        chanted = goes_on or bool(_CALLED_SO.match(level(following).lstrip())) or _is_chanted(before, after)
        kept = [each for each in group if _is_slogan(text[each[0] : each[1]], chanted, before, after)]
        found += kept
        if kept and chanted:
            chanted_in = at
    return found


def _groups(text: str) -> Iterator[list[Span]]:
    """Quotations in a row, with nothing but "and" and commas between them."""
    group: list[Span] = []
    for start, end in quotations(text):
        gap = text[group[-1][1] : start] if group else ""
        if group and (len(gap) > 25 or not _BETWEEN.fullmatch(level(gap)) or start < group[-1][1]):
            yield group
            group = []
        group.append((start, end))
    if group:
        yield group


def _is_chanted(before: str, after: str) -> bool:
    cue = None
    for cue in _CHANT.finditer(before):  # noqa: B007  # the last one counts
        pass
    if cue:
        gap = before[cue.end() :]
        if len(gap.split()) <= 12 and not _SAID.search(gap):
            named = re.match(r"\W{0,3}(?:slogan|chant|شعار)", after)
            return bool(named) or not _WORN.search(gap)
    return bool(_CHANTED.match(after)) and not _SAID_AFTER.match(after)


def _is_slogan(quotation: str, chanted: bool, before: str, after: str) -> bool:
    words = len(quotation.split())
    if words > MAX_WORDS or _SAID_AFTER.match(after) or is_of_opponents(quotation):
        return False
    if chanted:
        return words > 1 or len(quotation) > 3
    if _OF_NAME.search(before) or _NAMED_SO.match(after):
        return False
    if not is_fixed(quotation) or re.search("[:؛]", quotation) or _SAID.search(before[-25:]):
        return False
    return quotation.endswith("!") or not _NAME.fullmatch(quotation)


def is_turned_down(words: str) -> bool:
    """Whether *words* reject the slogan in them, or give it to opponents."""
    plain = level(words)
    return bool(_REJECTED.search(plain) or _STRANGERS.search(plain))


def is_of_opponents(slogan: str) -> bool:
    """Whether *slogan* by its words hails a king, or names protesters as only those in power do."""
    plain = level(slogan)
    return bool(_LOYAL.search(plain) or (_CROWNED.search(plain) and not _UNCROWNED.search(plain)))
