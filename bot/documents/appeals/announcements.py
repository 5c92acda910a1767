"""Announcements: whether a line or heading says that what stands below it is demanded, and of whom."""

from __future__ import annotations

import re
from typing import Literal

from bot.documents import sentences
from bot.documents.appeals import farsi_claims
from bot.documents.appeals.wordings import PEOPLE, POWERS, is_power, level

Role = Literal["demands", "powers", "question", "actions", "neutral"]
"""`powers`: those in power are told what to do; `question`: somebody asks what is wanted; `actions`: readers
are told what they can do; `neutral`: nothing is said."""

MAX_HEAD = 80  # characters of a line that is like a heading
_WANT = (
    r"(?:want|demand|need|ask(?:ing)?(?: for)?|call(?:ing)? for|stand for|(?:fight|strik)(?:e|ing)? for"
    r"|are asking(?: for)?"
    r"|seek|insist on|expect|propose|require)"
)
_LEAD = re.compile(
    r"\bdemand(?:s|ed|ing)?\b|\bdeclare the following|\bcall(?:s|ed|ing)? for:?\W*$|\binsists? (?:on|that"
    r"|upon):?\W*$|\b(?:we|they|i|strikers|workers|students|teachers|nurses|tenants|prisoners|families|residents"
    r"|members|union|unions|committee|campaign|coalition)(?: \w+){0,2} (?:want|seek|request|require|propose"
    r"|expect|ask)s?(?: (?:for|that|to see|of \w+))?(?: (?:the following|\w+ (?:things|points|measures"
    r"|steps)))?(?: and no more)?:?\W*$|\b(?:am|are|is) (?:\w+ )?(?:asking|calling|pressing|striking|fighting"
    r"|campaigning|pushing) for:?\W*$|\bwe (?:therefore )?(?:ask|call) for\b"
    rf"|\b(?:we|they) (?:\w+ ){{0,2}}{_WANT}\b(?! (?:to (?:say|tell|thank|share|remind|point|quote|add|know"
    rf"|explain|note|warn|show"
    r"|state|stress)|you|everyone|everybody)\b)[^.;!?]{0,100}:\W*$|\bask of you\b|\bask(?:s|ed"
    r"|ing)? for \w+ (?:things|points)"
    rf"|\bwhat (?:we|they|the \w+|do we|do they|workers|women|nurses|teachers|students|prisoners)(?: \w+)? {_WANT}\b"
    r"|\bour (?:\w+ )?(?:asks|terms|conditions|aims|requests|proposals|claims|goals|programme|program|platform)\b"
    r"|\b(?:recommend(?:s|ed|ations?)?|conditions for (?:our|a|the|ending|returning))\b|\b(?:requests|ultimatum"
    r"|list of grievances)\b|\bmust be (?:met|fulfilled)"
    r"|\bin your (?:letters?|messages?|e-?mails?|appeals?|calls?)\b[^.]{0,40}:?\W*$"
    r"|\bmust:?\W*$|\b(?:will|shall|would)(?: only"
    r"| not)? (?:return|go back|end|stop|call off|resume|talk|negotiate|come back|start|open)\b[^:;.]{0,60}"
    r"\b(?:when|once|only if|if|as soon as|after|until):\W*$|\b(?:will"
    r"|shall) not (?:\w+ ){1,5}until:?\W*$|\bwe (?:refuse|say no) to:?\W*$|خواسته|خواست ?های|خواست (?:\S+ )?ما|(?:چند"
    r"|دو|سه|چهار|پنج|شش|هفت) خواست|خواستار"
    r"|خواهان|مطالبات|مطالبه|می ?خواهیم|می ?خواهند|انتظارات|شروط|شرط های|پیشنهادهای ما|اعلام می ?کنیم:?\W*$"
    r"|تاکید می ?کنیم:?\W*$|اصرار داریم|پافشاری|درخواست|تقاضا|داواکان|داواکاری|مطالبنا|مطالب\b|[نتی]طالب(?:ون)?\b"
    r"|\b(?:the )?following (?:\w+ )?(?:conditions|demands|terms|requests)\b"
)
_POINTING = re.compile(
    r"\b(?:following|as follows|these|demands are|below)\b|\b(?:demands?|call for|insist on|want|asks? for"
    r"|seeks?)\W*$|(?:خواهان|خواستار|خواستاریم|می ?خواهیم)\W*$|زیر|عبارت|موارد"
)
_LEAD_NOT = re.compile(
    r"\b(?:their|his|its) (?:answer|response)|\b(?:refused|rejected|met|won|secured|gained|achieved|obtained"
    r"|agreed to|(?:has|have) agreed|promised|offered|conceded|granted|history|background|price|supply|threats?"
    r"|blackmail)\b(?<!must be met)|پاسخ به|رد کرد|تاریخچه|دستاورد|وعده داد|پذیرفت|توافق کرد|به دست اورد|محقق شد"
)
_HEAD = re.compile(
    r".{0,60}?\b(?:demands?|recommendations|requests)(?: (?:of|to|for|on|at) (?:[\w’'-]+ ?){1,6})?\W*$"
    rf"|(?:this is |here is )?what (?:we|they|i|the [\w’'-]+|[\w’'-]+s)(?: \w+)? {_WANT}\W*$"
    r"|our (?:\w+ )?(?:asks|terms|conditions|aims|requests|claims|goals|minimum programme)\W*$|(?:we"
    r"|they) (?:want|demand)\W*$|(?:\S+ ){0,4}?(?:خواسته|مطالبات|مطالبه|خواست ?های|خواسته های|خواست ما|شروط"
    r"|می ?خواهیم|می ?خواهند)\S*(?: \S+){0,5}\W*$|مطالبنا\W*$"
)
_QUESTION = re.compile(
    r"(?:and |so |but )?what (?:exactly |then )?(?:do|are|is|would|does) (?:you|we|they|the \w+|your \w+"
    r"|\w+s)(?: \w+){0,2}? (?:want|demand|ask|asking|demanding|calling|need|fighting|seeking|like)\w*(?: for"
    r"| to see)?(?: (?:from|of) [^?]{1,40})?\W*$|what (?:are|is) (?:your|their|our"
    r"|the)(?: \w+){0,2} (?:demands?|aims?|goals?"
    r"|conditions)\b[^.]{0,40}$|(?:ما |شما |\S+ )?چه (?:چیزی )?می ?خواهی(?:م|د)\W*$|(?:خواسته|مطالبات"
    r"|خواست)\S* (?:\S+ ){0,4}?(?:چیست|چه بود|کدامند)\W*$"
)
_POINTER = re.compile(
    r"(?:these|they|those|which)(?: \w+){0,2} (?:are|were|include)\b[^.]{0,30}:\W*$|(?:as follows|namely)\b"
    r"|(?:این|انها).{0,20}:\W*$"
)
_TO_POWER = re.compile(r"(?:to|for)(?: the)? (?P<who>[^:.!?]{3,80}):?\W*$|(?:خطاب )?به (?P<farsi>[^:.!?]{3,60}):\W*$")
_ASKED = re.compile(
    r"(?:.*\b(?:call(?:s|ed|ing)? (?:up)?on|urge[sd]?|urging|appeal(?:s|ed|ing)? to|ask(?:s|ed|ing)?(?: of)?"
    r"|request(?:s|ed)?"
    r"|require|expects?|press(?:es|ed)?|petition(?:s|ed)?|recommends? that|demands? (?:that|of|from)|want (?:from|of)"
    r"|see to it that|ensure that|tell|remind)(?: that)? (?P<who>[^;!?:]{2,200}?),?(?: (?:to|that|should"
    r"|must)(?: \w+ly)?)?|(?:.*[\s,.;])?(?P<subject>(?:[\w’'-]+ ){1,8})(?:must|should|needs? to|has to"
    r"|have to)):?\W*$"
)
_YOU = re.compile(r"(?:each of |all of )?you(?:r\b|$| )")
_BARE = 60  # words of a line that a list completes
_DOINGS = re.compile(
    r"\b(?:you can|can you|you could|can do|can help|how to (?:help|support|join|take part)|take action|act now"
    r"|^(?:\w+ )?actions?\W*$|actions? (?:you|to take|for)\b|ways to|what to do|to (?:help|support)|join us"
    r"|get involved)|چه باید کرد|می ?توانید|چه می ?توان"
    r"|اقدام"
)
WANTED = re.compile(
    r"\bwhat (?:do|are) (?:we|they) (?:want|demand\w*|asking)|\b(?:we|they) (?:demand|want)\b|\bdemands? (?:is"
    r"|are)\b|چه می ?خواهیم|خواسته"
)
"""Where somebody asks or says what is wanted, within a paragraph."""


def role_of(text: str, *, heading: bool, language: str, goes_on: bool = False, to_power: bool = False) -> Role | None:
    """What the line or heading *text* announces about the points below it; None if it announces nothing or others.

    A line that *goes_on* has marked points right below it, so that it needs no colon; in a text *to_power*, "you" are
    those in power.
    """
    last = sentences.split(text[-600:], language)[-2:]
    plain = level(last[-1]) if last else ""
    if len(last) > 1 and _POINTER.match(plain) and not _is_settled(plain):
        return "demands" if asks(level(last[0]), settled=True) else "neutral"
    over = plain.rstrip().endswith(":")
    if _DOINGS.search(plain) and not _HEAD.match(plain):
        return "actions" if heading or over or len(plain) < MAX_HEAD else None
    if not plain or _is_settled(plain):
        return None
    if _QUESTION.search(plain):
        return "question"
    hangs = goes_on and not over and is_unfinished(plain)
    return _announced(plain, heading=heading, over=over, hangs=hangs, to_power=to_power)


def _announced(plain: str, *, heading: bool, over: bool, hangs: bool, to_power: bool) -> Role | None:
    if heading and not over:
        hanging = _role_of_line(plain, to_power=to_power) if hangs else None
        return _role_of_heading(plain) or (hanging if hanging != "neutral" else None)
    if over or hangs:
        return _role_of_line(plain, to_power=to_power)
    pointed = asks(plain) and (_POINTING.search(plain) or (len(plain) < MAX_HEAD and _HEAD.match(plain)))
    return "demands" if pointed else None


def addresses_power(plain: str) -> bool:
    """Whether levelled words end in an appeal to those in power: "We therefore urge the minister"."""
    return _addressed(re.split(r"[.!?؟] ", plain)[-1], over=True) == "powers"


def is_unfinished(plain: str) -> bool:
    """Whether a levelled line breaks off without a full stop, so that what stands below it may complete it."""
    return plain.rstrip()[-1:] not in {".", "!", "?", "؟", "…", "۔", ";", "؛"} and len(plain.split()) <= _BARE


def _role_of_heading(plain: str) -> Role | None:
    return "demands" if _HEAD.match(plain) and len(plain) < MAX_HEAD else _addressed(plain, over=False)


def _role_of_line(plain: str, *, to_power: bool) -> Role | None:
    """What a line announces that ends in a colon, or breaks off."""
    addressed = _addressed(plain, over=True, to_power=to_power)
    if addressed == "powers":
        return "powers"
    if asks(plain):
        return "demands"
    return None if addressed else "neutral"


def _is_settled(plain: str) -> bool:
    """Whether levelled words tell of demands that were met or refused; "until they are met" they are not."""
    return _LEAD_NOT.search(plain) is not None and not plain.startswith("until ")


def asks(plain: str, *, settled: bool = False) -> bool:
    """Whether levelled words say that somebody who is not in power demands; those met already only if *settled*."""
    lead = _LEAD.search(plain)
    return bool(
        lead and (settled or not _is_settled(plain)) and not is_power(plain[max(0, lead.start() - 60) : lead.start()])
    )


def _addressed(plain: str, *, over: bool, to_power: bool = False) -> Role | None:
    """Whether those in power are addressed ("To the Government:", "We urge the ministry to:"), or others."""
    if found := _TO_POWER.match(plain):
        who = found["who"] or found["farsi"]
        return "powers" if POWERS.search(who) and is_power(who) else None
    if over and (found := _ASKED.match(plain) or farsi_claims.ASKED_OVER.search(plain)):
        named = "who" if found["who"] else "subject"
        who, place = found[named], found.start(named)
        if is_power(who) or (to_power and _YOU.match(who)):
            return None if POWERS.search(plain[max(0, place - 60) : place]) else "powers"
        return "neutral" if PEOPLE.search(who) else None
    return None
