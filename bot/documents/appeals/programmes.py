"""What is announced for a time to come, and what readers are offered to do, in an English sentence.

"We will gather at …", "Rally, 12 noon, town hall", "Donations can be sent to …": nobody is told what to do,
and all of them call.
"""

from __future__ import annotations

import re

from bot.documents.appeals.english_imperatives import is_boilerplate
from bot.documents.appeals.wordings import Span, Target

_GATHER = re.compile(
    r"\b(?:we|i)(?: will| shall|'ll| are going to| are| am| plan to| intend to)?(?: all| also| again| be| now)*"
    r" (?P<what>(?:gather|meet|assembl|march|rally|stand|protest|demonstrat|picket|walk out|strik|come together|take to"
    r"|hold(?=(?:ing)? (?:an?|our|another|the) ))(?:e|ing)?\b.*)"
)
_ROUTE = re.compile(r"\bfrom (?:the )?[\w’'-]+(?: [\w’'-]+){0,4} to (?:the )?[\w’'-]+")
_EVENT = re.compile(
    r"(?:(?:our|the|a|an|this|next|weekly|public|emergency|open|candle-?light|solidarity|online|mass|national"
    r"|global|[\w’']+),?[ -]){0,4}?(?:rally|march|demonstration|demo|protest|vigil|picket|gathering|meeting"
    r"|assembly|teach-(?:out|in)|sit-in|walk-?out|concert|screening|discussion|panel|webinar|workshop|fundraiser"
    r"|procession|day of action|commemoration)s?\b"
)
_HELD = re.compile(
    r"\b(?P<what>(?:(?:an?|the|our|this|next|\d+|several|two|three) )?(?:[\w’'-]+ ){0,3}?(?:rall(?:y|ies)|march(?:es)?"
    r"|demonstrations?|demos?|protests?|vigils?|pickets?|gatherings?|meetings?|assembl(?:y|ies)|sit-ins?|walk-?outs?"
    r"|days? of action|commemorations?|concerts?"
    r"|screenings?))\b(?P<gap>(?: [\w’'-]+){0,12}?) (?:will (?:be held|take place|start|begin"
    r"|gather|assemble|meet|set off|march|go)|(?:is|are) (?:to (?:be held|take place)|being (?:held"
    r"|organi[sz]ed)|planned for"
    r"|scheduled for|set for)|takes? place|starts?\b|begins?\b|meets?\b|sets? off|assembles?\b)"
)
_WE_WAIT = re.compile(
    r"\b(?:we (?:are waiting|will be waiting|wait|look forward to (?:seeing|meeting))|see you|meet us|find us"
    r"|come and find us)\b"
)
_ALWAYS = re.compile(r"every|each")
_HOUR = r"\d{1,2}(?:[:.]\d{2})? ?(?:[ap]\.?m\.?)?"
_HOUR_FIRST = re.compile(
    rf"{_HOUR}(?: ?[–-] ?{_HOUR})?[:,]? [^.!?]{{0,60}}?\b(?:rally|march|demo|vigil|picket|meet|gather|assembl|protest"
    r"|workshop|training|town hall|teach|action|concert|speeches)"
)
_ASSEMBLE = re.compile(r"(?:assemble|meet|gather|march off|doors)\b")
_CLOCK = re.compile(r"\b\d{1,2}(?:[:.]\d{2})? ?(?:[ap]\.?m\b|h\b|uhr\b)|\b\d{1,2}:\d{2}\b|\b(?:noon|midday|midnight)\b")
_TELLS = re.compile(
    r"\b(?:is|are|was|were|has|had|have|said|says|took|began|ended|started|saw|came|went|drew|broke|lasted|who"
    r"|which|because)\b"
)
_REPORTS = re.compile(r"\b(?:said|says|told|reported|announced|according|where|when|which|who|last)\b")
_OFFER = re.compile(
    r"(?:messages?|letters?|donations?|contributions?|signatures?|statements?|reports?|photos?|offers?"
    r"|endorsements?|names)\b[^.!?]{0,80}?\b(?:can|may|should) (?:still |also )?be (?:sent|made|added|given"
    r"|directed|e-?mailed|paid|addressed|handed)\b|(?:stewards|volunteers|helpers|drivers|interpreters"
    r"|translators|donations)\b[^.!?]{0,40}? (?:wanted|needed|sought|welcome)\b|deadline (?:for|to) (?:sign"
    r"|register|apply|submi|send)\w*"
)
_CAN = re.compile(
    r"(?:^|[,;:] )you (?:can|could|may|might) (?:also |still |all |help by )?(?P<what>(?:sign|join|donate|write"
    r"|send|add|contribute|take part|register|support|share|come|spread|organi[sz]e|email|phone|call|boycott"
    r"|help)(?:ing)?\b.*)"
)


def announce(plain: str, when: Span | None) -> Target | None:
    """What is announced for a time to come, and what readers can do: "We will gather at …", "Rally, 12 noon, …"."""
    if (found := _CAN.search(plain)) and not is_boilerplate(found["what"]):
        return None, found.span("what")
    if _OFFER.match(plain):
        return None, (0, len(plain))
    found = _GATHER.search(plain)
    if found and (when or _ROUTE.search(plain, found.start())) and not _TELLS.search(plain, 0, found.start()):
        return None, found.span("what")
    return _held(plain, when) if when else None


def _held(plain: str, when: Span) -> Target | None:
    """What is held at a time: "A march will take place …", "See you …", "Rally, 12 noon, …"."""
    found = _HELD.search(plain)
    if found and not _TELLS.search(found["gap"]) and not _REPORTS.search(plain, 0, found.start()):
        return None, (found.start(), len(plain))
    if (waits := _WE_WAIT.search(plain)) and not _ALWAYS.match(plain, *when):
        return None, (waits.start(), len(plain))
    if not is_programme(plain):
        return None
    event = _EVENT.match(plain)
    return None, event.span() if event else (0, len(plain))


def is_programme(plain: str) -> bool:
    """Whether a levelled line is one of a programme: an event or "Assemble" with an hour, and nothing told of it."""
    begins = _EVENT.match(plain) or _ASSEMBLE.match(plain) or _HOUR_FIRST.match(plain)
    return bool(begins and _CLOCK.search(plain) and not _TELLS.search(plain))
