"""Appeals in an English sentence: who is called upon, and what they are to do, as places in the sentence.

Three forms count: appeals in so many words ("we call on … to …"), imperatives, and what people must or should do.
"""

from __future__ import annotations

import re

from bot.documents.appeals.claims import ACTIONS
from bot.documents.appeals.wordings import PEOPLE, Span, is_power

Target = tuple[Span | None, Span]  # who is addressed, and what they are to do

_SOFTLY = (
    r"(?: (?:also|therefore|again|hereby|firmly|strongly|urgently|still|now|all|once|and|jointly|further|thus"
    r"|especially|warmly|kindly|\w+ly))*"
)
_WHO = r"(?P<who>[^.;!?:]{2,300}?)"
_NOT_HERE = r"(?!(?:is|are|was|were|has|here|at|in|for|from)\b)"
_URGE = re.compile(
    rf"\b(?:we|i|\w+)(?P<soft>{_SOFTLY})(?: (?:are|is|am))? (?:call(?:s|ing)? (?:up)?on|urges?|appeals? to|invites?"
    r"|encourages?|asks?|requests?|implores?|begs?|calls? to)"
    rf" {_NOT_HERE}{_WHO}(?:,)?(?: to (?!(?:the|a|an|our|their|all|this)\b)|: (?!http|www))(?P<what>\S.*)"
)
_ASKING = re.compile(
    rf"(?:\b(?:are|is|am){_SOFTLY} (?:calling (?:up)?on|urging|appealing to|inviting|asking|encouraging)|^(?:and "
    rf"|to )?(?:calls? (?:up)?on|urges?|appeals? to|invites?|asks?)) {_WHO} to (?P<what>\S.*)"
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
_CONCRETE = (
    "join donate write send come gather boycott spread tell email attend organise organize defend raise build "
    "form resist refuse unite give bring wear stand take buy translate forward invite meet light hang collect "
    "distribute pass keep mobilise mobilize continue learn expose reject oppose protect challenge volunteer phone "
    "speak turn share put break go show occupy stay let’s let's demonstrate leave urge download add assemble "
    "break carry strengthen expand participate remain press ask pressure remember listen adopt amplify circulate "
    "repost retweet contribute pledge publicise publicize picket lobby withhold respond chip host cook dress wave "
    "assemble hand adopt urge insist convene subscribe register knock ring text vote nominate wake awaken arise rise"
)
_AMBIGUOUS = (
    "contact sign support march strike demand help call fight rally visit protest act post print copy use picket "
    "stop watch block follow name hold host check mark tag turn use"
)
_AFTER = (
    r"(?= (?:the|an?|our|your|their|this|these|that|us|them|him|her|it|all|every|any|each|with|up|out|together"
    r"|here|now|as|on|at|in|against|for your|for the)\b|[ —]*[!.]|,? and (?:share|sign|bring|send|tell|join"
    r"|spread|donate)\b)"
)
_NOUNS = re.compile(
    r"(?:support|help|demand|protest|act|strike|march|rally|sign|fight|call|use|post)s? (?:for|in|on|at|from|of"
    r"|against|with|came|as) "
)
_VERBS = (
    r"help (?=\w+ (?:to )?(?:spread|build|raise|make|get|win|stop|save|organi[sz]e|free|pay|keep)\b)|"
    rf"(?:{'|'.join(_CONCRETE.split())})\b(?!-)|(?:{'|'.join(_AMBIGUOUS.split())})\b{_AFTER}|let us\b"
    r"|(?:do not|don't|never) (?!(?:the|a|have|has|before|again|in)\b)\w+"
)
_PLEASE = re.compile(
    r"\b(?:please|kindly),? (?P<what>(?!(?:find|note|see|excuse|forgive|be aware|read|click|log|follow us"
    r"|subscribe|enter|type|try|the|this|we|our|don't hesitate)\b)\w+.*)"
)
_SO = re.compile(
    rf"\bso (?:please |do |just )?(?P<what>(?:{'|'.join(_CONCRETE.split())})"
    r"(?= (?:the|an?|your|some|us|me|along|up|early|down|out|on|warm|plenty|lots)\b).*)"
)
_IMPERATIVE = re.compile(
    r"(?:(?:please|so|then|now|and|also|therefore|instead|but|first(?:ly)?|second(?:ly)?"
    rf"|third(?:ly)?|finally)\b[,:]? )*(?P<what>{_VERBS})"
)
_LEADING = re.compile(
    r"(?:and |but |so )?(?:if|to|on|when|wherever|before|until|from|this|in|at|for|today|tonight|tomorrow|instead"
    r"|as|together|from|\w+day|no matter|because|after|once|every|over)\b"
)
_PAUSE = re.compile(r"[,:!] |[—–]\s?")
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|means?|shows?|says?|can|must|\w+ed)\b")
_NOT_IMPERATIVE = re.compile(
    r"(?:let(?: us|'s) (?:not )?(?:be|say|see|look|consider|return|begin|start|assume|suppose|imagine|recall|take"
    r"|admit|turn|examine|ask|pretend|remind|recap)\b|(?:come|go) (?:on|to think|what may)\b|take (?:for example"
    r"|the (?:case|example)|note)|remember:|remember (?:that|when|how|the \w+ of)|read more|follow us"
    r"|leave a\b|watch out"
    r"|never (?:mind|before|again|has|have|did|in)|(?:join|share|follow|subscribe) (?:this|the) (?:post|article"
    r"|page)\b|(?:keep|stay|bring|take|put|read|show|turn|go|give|let)s? (?:in mind|that)|ask (?:anyone|him|her)"
    r"|form (?:of|and)\b|(?:press|light|form|spread|post|name|stand|keep|show|read|put|tell|press|mass|break|pass"
    r"|raise|leave|state) (?:was|were|is|are|has|had|and|of|from|came|releases?|conference)\b)"
)
_BOILERPLATE = re.compile(
    r"(?:download|click|subscribe|read (?:more|the full|on|next|also|about|our)|see (?:also|more)"
    r"|share (?:this(?: (?:post|article|page|story|entry|on|via))?\W*$|on|via)|follow (?:us|me)|like us"
    r"|leave (?:a|your)|log in|sign (?:in|up (?:now )?(?:to (?:our|the|get|receive)|for (?:our|the) \w*(?:news"
    r"|mail|update)\w*))|support (?:us|independent|our (?:work|journalism)|this (?:site|blog))|print (?:friendly"
    r"|this)|skip to|continue reading|(?:donate|subscribe)(?: now| here)?\W*$|contact(?: us)?\W*$|view (?:all"
    r"|the)|watch (?:the )?video|buy (?:us|me) a coffee|enter your|type your|tweet\W*$|stay (?:updated|tuned"
    r"|in touch))\b"
)
_STOP = re.compile(r"(?:stop|end|free|lift|open|release)\b.*!\W*$")
_OTHERS = re.compile(
    r"\b(?:they|he|she|who|which|not|never|to|some) (?:\w+ly )?(?:call|ask|urge|appeal|invite|beg|request"
    r"|encourage)\w*(?: \w+)? $"
)
_SPOKEN = re.compile(
    r"[,”»\"!] (?:said|says|told|shouted|cried|ordered|answered|asked|pleaded|whispered|replied|they|he|she) "
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


def perform(plain: str) -> Target | None:
    """Calls in so many words: "we call on … to …", "… are invited to …", "we call for a strike"."""
    for pattern in (_URGE, _ASKING, _INVITE, _ARE_ASKED):
        if (found := pattern.search(plain)) and not is_power(found["who"]) and not _by_power(plain, found.start()):
            if _OTHERS.search(plain[: found.start("who")]):
                return None
            return found.span("who"), found.span("what")
    for pattern in (_CALL_FOR, _STRESSES):
        if (found := pattern.search(plain)) and not _by_power(plain, found.start()):
            return None, found.span("what")
    if found := _OVER_LIST.search(plain):
        return None if is_power(found["who"]) else (found.span("who"), (len(plain), len(plain)))
    return None


def _by_power(plain: str, place: int) -> bool:
    lead = plain[max(0, place - 80) : place + 12]
    return not re.search(r"\b(?:we|i)\b", lead[-40:]) and is_power(lead)


def command(text: str, plain: str) -> Target | None:
    """Imperatives: at the beginning, or after a vocative or a clause that leads to it."""
    if text.endswith(":") and (asked := _PLEASE.search(plain)):
        return None, asked.span("what")
    if (
        text.endswith(":")
        or text[0] in "“«\"‘'("
        or _SPOKEN.search(plain)
        or is_boilerplate(plain)
        or _STOP.match(plain)
    ):
        return None
    place = 0
    for _ in range(4):
        found = _IMPERATIVE.match(plain, place)
        if (
            found
            and not _NOT_IMPERATIVE.match(plain, found.start("what"))
            and not _NOUNS.match(plain, found.start("what"))
        ):
            lead = plain[:place]
            if not lead or _leads(lead):
                return None, (found.start("what"), len(text))
            if (
                PEOPLE.search(lead)
                and len(lead.split()) <= 14
                and not re.search(
                    r"\b(?:are|is|was|were|have|has|had|will|continued?|[a-z]{3,}ed|took|went|came|say|take)\b", lead
                )
            ):
                return (0, place), (found.start("what"), len(text))
        comma = _PAUSE.search(plain, place)
        if not comma:
            break
        place = comma.end()
    asked = _PLEASE.search(plain) or _SO.search(plain)
    return (None, asked.span("what")) if asked else None


def is_boilerplate(plain: str) -> bool:
    """Whether levelled words are what web pages ask of everybody: to subscribe, to read more, to leave a comment."""
    return bool(_BOILERPLATE.match(plain))


def order(text: str, plain: str) -> Target | None:
    """An imperative at the very beginning, whatever the sentence goes on to say: "Bring drums, and let them know …"."""
    begins = re.match(rf"(?:please |and |so )?(?:{'|'.join(_CONCRETE.split())})\b", plain)
    return command(text, plain) if begins else None


def _leads(lead: str) -> bool:
    """Whether the words before an imperative only lead to it: "If you live nearby, …", "On Saturday, 14 March, …"."""
    if not _LEADING.match(lead):
        return False
    clause = re.match(r"(?:and |but |so )?(?:if|when|wherever|because|after|before|once|no matter|until|as|to)\b", lead)
    return len(lead.split()) <= 20 if clause else len(lead.split()) <= 12 and not _FINITE.search(lead)


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
    if comma >= 0 and _LEADING.match(plain) and PEOPLE.search(plain, comma, end):
        start = comma + 2
    if (adverb := _ADVERB.match(plain, start)) and not PEOPLE.search(adverb[0]):
        start = adverb.end()
    who = plain[start:end]
    if _HAD.search(who) or is_power(who) or len(who.split()) > 20:
        return None
    if re.fullmatch(r"(?:(?:\w+ ){0,6}?)(?:we|you)", who.split(", ")[-1]):
        return None, found.span("what")
    return ((start, end), found.span("what")) if PEOPLE.search(who) else None
