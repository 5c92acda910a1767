"""Where people are to come together or something is to be done: the words of a sentence that say so, verbatim.

A place counts only as such (an embassy, a square, an address on the web), not where a struggle goes on ("the strike in
the valley").
"""

from __future__ import annotations

import re

from bot.documents.appeals import eastern_places
from bot.documents.appeals.wordings import Span, level

_PLACE = (
    r"(?:embass(?:y|ie)|consulate|square|station|street|park|hall|gates?|offices?|parliament|ministr(?:y|ie)"
    r"|universit(?:y|ie)|campus|factor(?:y|ie)|librar(?:y|ie)|cent(?:re|er)|church|museum|city hall|town hall"
    r"|courthouse|court|prison|market|bridge|school|monument|steps|headquarters|cathedral|plaza|theatre|theater"
    r"|harbou?r|mosque|bookshop|caf[eé]|house|building|fountain|statue|mill|pier|hospital|cemetery|room|underpass"
    r"|stadium|airport|chamber|town|garden|club|entrance|avenue|road|boulevard|tower|mission|white house"
    r"|capitol|workplace|port|depot|dock"
    r"|canteen|quay|pit|mine|yard|tent|mill|kitchen|bus stop|junction|crossing|bank|ward|site)"
)
_WHERE = re.compile(
    r"\b(?:in front of|outside(?: of)?|opposite|at|in|near|around|before|on)(?: the| our| your| its| their| every"
    r"| all| an?)?(?: (?!(?:to|and|with|for|from|on|who|which|that|against)\b)[\w’'.-]+){0,4}? "
    + _PLACE
    + r"s?\b(?: "
    + _PLACE
    + r"s?\b)?(?: (?:or|and) (?:the |an? )?"
    + _PLACE
    + r"s?\b)?(?:,(?: (?:or|and))? (?:the |an? |your |our )?(?:[\w’'-]+ ){0,3}?"
    + _PLACE
    + r"s?\b){0,5}(?:(?:,? (?:or|and)) (?:the |an? |your |our )?(?:[\w’'-]+ ){0,2}?"
    + _PLACE
    + r"s?\b)?"
    r"(?: (?:of|in|at|on|near)(?: the)?(?: (?!(?:to|and|with|for|from|at|on)\b)[\w’'-]+){1,3}?(?=[,.!;:)]|$"
    r"| (?:on|at|to|and|with|for|from)\b))?"
)
_NAMED = re.compile(
    r"\b(?:[Ii]n front of|[Oo]utside|[Aa]t|[Ii]n|[Nn]ear|[Oo]pposite|[Oo]n)(?: the)?(?: (?!(?:January|February"
    r"|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday"
    r"|Friday|Saturday|Sunday)\b)[A-Z][\w’'.-]*(?: (?:de|of|der|la))?){1,5}"
)
_CITY = re.compile(
    r"(?:,(?: \d+)? [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}){1,12}(?: and [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)?"
    r"(?=[,.!;:)]|$| (?:on|at|to|and|with|for|from|in)\b)"
    r"|,? (?:in|of) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?"
)
_ONLINE = re.compile(
    r"(?<=[\s(])(?:https?://|www\.)[^\s<>\"”»)]{3,200}"
    r"|(?<![@\w.-])[\w-]{2,40}(?:\.[\w-]{2,40}){1,4}(?:/[\w/#?=&.-]{1,100})?\b(?<!\.m)"
)
_DOMAIN = re.compile(r"\.(?:org|net|com|info|example|eu|de|uk|fr|ca|se|at|ch|nl|be|us|int|coop|ir|me|io)(?:/|$)")
_MEETS = re.compile(
    r"\b(?:rall(?:y|ies)|gather\w*|meet\w*|assembl\w*|demonstrat\w*|march\w*|protest\w*|come|join|vigils?"
    r"|pickets?|attend|stand|strikes?|bring|sit-?in|festival|concert|conference|invit\w*|send|take [\w ]{1,40} to the"
    r"|day of action"
    r"|take to|donate|light)\b|گرد هم|گرد ا|تجمع|حاضر|حضور|شرکت|جمع شو|راهپیمایی|تظاهرات|اعتصاب|بیای|تحصن|شمع|بایست"
    r"|بفرست|بیاور|می ?رویم|می ?ایستیم|برسان|منتظر|برگزار|بگذار|روشن کن|نصب کن|بچسبان|الوقفة|وقفة|المشارکة|الاعتصام"
    r"|مسیرة|الموکب"
)
_STRAIGHT = re.compile(
    r"\b(?:in front of|outside|opposite|at your|in your|at every|in every)\b|(?:^|\s)(?:امام|روبروی|جلوی) "
)
_GONE_TO = re.compile(
    r"\b(?:[Cc]ome|[Gg]o|[Mm]arch|[Ww]alk|[Tt]ravel|[Ff]lock"
    r"|[Hh]ead)\b[^.;!?]{0,40}? to (?P<place>(?:the )?(?!I\b)[A-Z][\w’'-]*"
    r"(?: (?:(?:des?|del|of|der|la|le|the|di|da) )?[A-Z][\w’'-]*){0,5})"
)
_FROM = re.compile(
    r"(?:\b(?:start|begin|leav|set off|depart)\w*\b[^.;!?]{0,30}?"
    r"|\|,?) (?P<place>from (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3})"
)
_REACHED = re.compile(
    r"\b(?:come|bring|take|go|get|march|walk|rush|hurry)\b[^.;!?]{0,60}? to "
    r"(?P<place>(?:the|our|your|its|all|every)(?: [\w’'-]+){0,3}? " + _PLACE + r"s?\b)"
)
_MARCH = re.compile(
    r"\b(?:march|walk|parade|procession)\w*\b[^.;!?|]{0,40}?"
    r" (?P<route>from (?!t?here\b)(?:the )?[^.;!?|,]{3,60}? to (?:the )?[^.;!?|,]{3,60}?)(?=[.,;!?|]"
    r"|$| (?:on|at|and|with|for)\b)"
)
_EDGE = " \n\t,،.;؛:()–—-\u0654"


def find_where(sentence: str, who: Span | None, when: Span | None) -> Span | None:
    """Where the place stands at which people are to come together or do something; None if no such thing is said.

    Neither *who* is addressed nor the time is a place.
    """
    online = next((each for each in _ONLINE.finditer(sentence) if _DOMAIN.search(each[0].rstrip("."))), None)
    if online:
        return online.start(), online.start() + len(online[0].rstrip(".,"))
    if not _MEETS.search(level(sentence)) and not _STRAIGHT.search(level(sentence)):
        return None
    for span in (who, when):
        if span:
            sentence = sentence[: span[0]] + "|" * (span[1] - span[0]) + sentence[span[1] :]
    return _route_or_goal(sentence, level(sentence), timed=when is not None) or _spot(sentence)


def _route_or_goal(sentence: str, plain: str, *, timed: bool) -> Span | None:
    if found := _MARCH.search(plain):
        return found.span("route")
    if span := eastern_places.find(plain):
        return span[0], span[0] + len(sentence[span[0] : span[1]].rstrip(_EDGE))
    named = _GONE_TO.search(sentence) or _FROM.search(sentence)  # what has a name and no hour may be no place
    goal = _REACHED.search(plain) or (named if timed else None)
    spot = _spot(sentence) if goal else None
    return spot if goal and spot and spot[0] < goal.start("place") else goal.span("place") if goal else None


def _spot(sentence: str) -> Span | None:
    found = _WHERE.search(level(sentence))
    if not found or ((named := _NAMED.search(sentence)) and named.start() <= found.start()):
        found = _NAMED.search(sentence) or found
    if not found:
        return None
    start, end = found.span()
    if city := _CITY.match(sentence, end):
        end = city.end()
    return start, start + len(sentence[start:end].rstrip(_EDGE))


def rest_of_line(sentence: str, when: Span) -> Span | None:
    """Where the place stands in a line of a programme: what follows the time after a comma, if it is short."""
    rest = re.match(r"\s*[,،–—-]\s*(?P<place>[^.;!?]{3,80})[.!]?$", sentence[when[1] :])
    if not rest or len(rest["place"].split()) > 9:
        return None
    return when[1] + rest.start("place"), when[1] + rest.end("place")
