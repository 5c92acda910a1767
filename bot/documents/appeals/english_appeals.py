"""Appeals in an English sentence: who is called upon, and what they are to do, as places in the sentence.

Three forms count: appeals in so many words ("we call on … to …"), imperatives, and what people must or should do.
"""

from __future__ import annotations

import re

from bot.documents.appeals.claims import ACTIONS
from bot.documents.appeals.english_imperatives import LEADING
from bot.documents.appeals.wordings import PEOPLE, Span, Target, is_power

_SOFTLY = (
    r"(?: (?:also|therefore|again|hereby|firmly|strongly|urgently|still|now|all|once|and|jointly|further|thus"
    r"|especially|warmly|kindly|\w+ly)){0,4}"
)
_WHO = r"(?P<who>(?!(?:us|me|you|them|him|her|it)? ?(?:where|how|why|what|whether|when|if)\b)[^.;!?:]{2,300}?)"
_NOT_HERE = r"(?!(?:is|are|was|were|has|here|at|in|for|from)\b)"
_BARE = re.compile(r"(?:please |also |and )?(?:call (?:up)?on|urge|appeal to|invite|ask|encourage|request|remind)\b")
_TURNS = re.compile(
    r"\b(?:turn|turning|turns|appeal|appeals|address ourselves|speak|write"
    r"|look) to (?P<who>[^.;!?:]{3,120}?),? and (?:we |i )?(?:\w+ly )?(?:ask|call|urge|invite|beg|request|implore)\b"
)
_URGE = re.compile(
    rf"\b(?:we|i|\w+)(?P<soft>{_SOFTLY})(?: (?:are|is|am))? (?:call(?:s|ing)? (?:up)?on|urges?|appeals? to|invites?"
    r"|encourages?|asks?|requests?|implores?|begs?|calls? to)"
    rf" {_NOT_HERE}{_WHO}(?:,)?(?: to (?!(?:the|a|an|our|their|all|this)\b)|: (?!http|www))(?P<what>\S.*)"
)
_ASKING = re.compile(
    rf"(?:\b(?:are|is|am){_SOFTLY} (?:calling (?:up)?on|urging|appealing to|inviting|asking|encouraging)|^(?:and "
    rf"|to )*(?:calls? (?:up)?on|urges?|appeals? to|invites?|asks?|encourages?|requests?)) (?!for\b){_WHO}"
    r" (?:not )?to (?P<what>\S.*)"
)
_INVITE = re.compile(
    rf"\b(?:we|i|\w+){_SOFTLY}(?: (?:are|is))? (?:invit(?:e|es|ing)|call|summon) {_WHO} to (?P<what>(?:the|an?"
    rf"|our|their|all) .*)"
)
_CALL_FOR = re.compile(
    r"\b(?!(?:an?|the|our|their|this|that|any|all|these|his|her|to|of|no|for|such|recent|new|joint|urgent|with|by"
    r"|about|and) )"
    rf"(?:we|i|\w+){_SOFTLY}(?: (?:are|is|am) (?:calling|appealing)| (?:calls?"
    rf"|appeals?)) for (?P<what>(?:[\w’'-]+ ){{0,5}}?{ACTIONS}\b.*)"
)
_ARE_ASKED = re.compile(
    r"(?:^|[:—] )(?P<who>(?:[\w’',-]+ ){1,20}?)(?:are|is) (?:all )?(?:\w+ly )?(?:invited|urged|asked|encouraged"
    r"|called (?:up)?on|requested|welcome) (?:to (?!the\b)|to (?=the\b))(?P<what>.*)"
)
_STRESSES = re.compile(
    r"\b(?:we|\w+) (?:stress|underline|emphasi[sz]e)(?:s|es)? the (?:importance|necessity|need) (?:of"
    r"|for) (?P<what>(?:spreading|organi[sz]ing|standing|forming|building|joining|supporting|defending|uniting"
    r"|expanding)\b.*)"
)
_OVER_LIST = re.compile(
    rf"\b(?:we|\w+){_SOFTLY} (?:call(?:s)? (?:up)?on|urges?|appeals? to|asks?|invites?) {_WHO}(?: to)?:\W*$"
)
_OTHERS = re.compile(
    r"\b(?:they|he|she|who|which|not|never|some|(?<!^)to) (?:\w+ly )?(?:call|ask|urge|appeal|invite|beg|request"
    r"|encourage)\w*(?: \w+)? $"
)
_ACT = (
    r"(?:elect|share|set up|organi[sz]e|unite|join|support|refuse|resist|rise|raise|stand|fight|defend|build|form"
    r"|strike|mobili[sz]e|boycott|continue|expand|strengthen|spread|oppose|reject|act|speak|demand|protest"
    r"|take (?:to|up|part|action|control|the|a|their|our|matters)|show|help|send|rally|gather|march|play|prepare"
    r"|break|turn|bring|develop|rebuild|create|accelerate|distance|remain (?:\w+ )?(?:alert|vigilant|united)|shut"
    r"|expose|isolate|insist|come|keep|let|allow|look away|fall|be silent|remain silent|stay silent|abandon"
    r"|intensify|coordinate|cooperate|publici[sz]e|pressure|press|link|denounce|condemn|sign|write|work|push"
    r"|ensure|learn|rely|draw)"
)
_WHOEVER = re.compile(
    r"(?P<who>(?:those(?: of you)?|anyone|everyone|everybody|all|any \w+|organi[sz]ations|groups|people"
    r"|readers|friends|unions"
    r"|members|colleagues|volunteers|comrades|witnesses|journalists) (?:who|which|that|whose|with"
    r"|from) [^.;!?:]{2,120}?)"
    r" (?:(?:may|should|must|(?:are|is) (?:asked|invited|welcome|urged) to)(?! (?:not )?(?:be|have|know|expect|receive"
    r"|get|see|feel|live|die|suffer|face|understand|think|remember)\b)|can(?= (?:also )?(?:"
    rf"{_ACT}|contact|register|reply|apply)\b)) (?P<what>[a-z]+\b.*)"
)
_MODAL = re.compile(
    rf"(?P<who>(?:[^.;:!?—]{{1,220}}?))[ ,](?:must|should|need to|needs to|ought to|have to|can[—–, -]+and must[—–,-]*)"
    r"(?: (?:also|now|therefore|not|all|immediately|actively|continue to|together|never|no longer|instead|first"
    rf"|\w+ly))*[ —–,]*(?P<what>{_ACT}\b.*)"
)
_TO_BE_DONE = re.compile(
    r"\b(?:must|should|need to) (?:also |now |\w+ly )*be (?:\w+ly )?(?:formed|organi[sz]ed|built|supported"
    r"|defended|set up|created|strengthened|expanded|spread|mobili[sz]ed|opposed)\b"
)
_NECESSARY = re.compile(
    r"\bit is (?:\w+ly )?(?:necessary|essential|vital|crucial|urgent|imperative|important)(?:, therefore,)?"
    rf" (?:for (?P<who>[^.;!?:]{{2,200}}?) to |that (?P<whom>[^.;!?:]{{2,200}}?) (?={_ACT}\b))(?P<what>\S.*)"
)
_ADVERB = re.compile(r"\w+, ")
_HAD = re.compile(
    r"\b(?:must|should|if|when|why|how|whether|because|that|which|who|said|says|argue[sd]?|claim\w*|believe[sd]?"
    r"|according|forced)\b"
)


def perform(plain: str, *, predicate: bool = False) -> Target | None:
    """Calls in so many words: "we call on … to …", "… are invited to …", "we call for a strike".

    "Ask your union to …" tells the reader to do so, unless it is a *predicate* of what stands over it ("We:").
    """
    if not predicate and _BARE.match(plain):
        return None
    return _asked(plain) or _stressed(plain)


def _asked(plain: str) -> Target | None:
    """Who is asked to do what, if those are not in power."""
    if found := _WHOEVER.match(plain):
        return found.span("who"), found.span("what")
    for pattern in (_URGE, _ASKING, _INVITE, _ARE_ASKED):
        if (found := pattern.search(plain)) and not is_power(found["who"]) and not _by_power(plain, found.start()):
            told = _OTHERS.search(plain[: found.start("who")])
            return None if told else (found.span("who"), found.span("what"))
    return None


def _stressed(plain: str) -> Target | None:
    """What all are called upon to do, or who is over a list of it."""
    for pattern in (_CALL_FOR, _STRESSES):
        if (found := pattern.search(plain)) and not _by_power(plain, found.start()):
            return None, found.span("what")
    if found := _OVER_LIST.search(plain):
        return None if is_power(found["who"]) else (found.span("who"), (len(plain), len(plain)))
    return None


def antecedent(plain: str, who: Span) -> Span | None:
    """Whom "them" means in "We turn to the unions and ask them to …"."""
    if plain[slice(*who)] not in {"them", "him", "her"}:
        return None
    found = _TURNS.search(plain, 0, who[0])
    return found.span("who") if found else None


def _by_power(plain: str, place: int) -> bool:
    lead = plain[max(0, place - 80) : place + 12]
    return not re.search(r"\b(?:we|i)\b", lead[-40:]) and is_power(lead)


def require(plain: str) -> Target | None:
    """What people must or should do together, and what is necessary for them to do."""
    if found := _NECESSARY.search(plain):
        who = "who" if found["who"] else "whom"
        return (found.span(who), found.span("what")) if PEOPLE.search(found[who]) else None
    if found := _TO_BE_DONE.search(plain):
        return None, (0, len(plain))
    found = _MODAL.match(plain)
    if not found:
        return None
    start, end = found.span("who")
    comma = plain.rfind(", ", start, end)
    if comma >= 0 and LEADING.match(plain) and PEOPLE.search(plain, comma, end):
        start = comma + 2
    if (adverb := _ADVERB.match(plain, start)) and not PEOPLE.search(adverb[0]):
        start = adverb.end()
    who = plain[start:end]
    if _HAD.search(who) or is_power(who) or len(who.split()) > 20:
        return None
    if re.fullmatch(r"(?:(?:\w+ ){0,6}?)(?:we|you)", who.split(", ")[-1]):
        return None, found.span("what")
    return ((start, end), found.span("what")) if PEOPLE.search(who) else None
