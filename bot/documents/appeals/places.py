"""Where people are to come together or something is to be done: the words of a sentence that say so, verbatim.

A place counts only as such (an embassy, a square, an address on the web), not where a struggle goes on ("the strike in
the valley").
"""

from __future__ import annotations

import re

from bot.documents.appeals.wordings import Span, level

_PLACE = (
    r"(?:embass(?:y|ie)|consulate|square|station|streets?|park|hall|gates?|offices?|parliament|ministr(?:y|ie)"
    r"|universit(?:y|ie)|campus|factor(?:y|ie)|librar(?:y|ie)|cent(?:re|er)|church|museum|city hall|town hall"
    r"|courthouse|court|prison|market|bridge|school|monument|steps|headquarters|cathedral|plaza|theatre|theater"
    r"|harbou?r|mosque|bookshop|caf[eé]|house|building|fountain|statue|mill|pier|hospital|cemetery|room|underpass"
    r"|stadium|airport|chamber|town|garden|club|entrance|avenue|road|boulevard|tower|mission|white house|capitol)"
)
_WHERE = re.compile(
    r"\b(?:in front of|outside(?: of)?|opposite|at|in|near|around|before|on)(?: the| our| your| its| their| every"
    r"| all| an?)?(?: (?!(?:to|and|with|for|from|on|who|which|that|against)\b)[\w’'.-]+){0,4}? "
    + _PLACE
    + r"s?\b(?: "
    + _PLACE
    + r"s?\b)?(?: (?:or|and) (?:the |an? )?"
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
    r"(?:,(?: \d+)? [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}){1,3}(?=[,.!;:)]|$| (?:on|at|to|and|with|for|from|in)\b)"
    r"|,? (?:in|of) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?"
)
_ONLINE = re.compile(
    r"(?<=[\s(])(?:https?://|www\.)[^\s<>\"”»)]{3,200}"
    r"|(?<![@\w.-])[\w-]{2,40}(?:\.[\w-]{2,40}){1,4}(?:/[\w/#?=&.-]{1,100})?\b(?<!\.m)"
)
_DOMAIN = re.compile(r"\.(?:org|net|com|info|example|eu|de|uk|fr|ca|se|at|ch|nl|be|us|int|coop|ir|me|io)(?:/|$)")
_FARSI_PLACE = re.compile(
    r"(?:^|(?<=[\s،]))(?:در مقابل|در برابر|در|جلوی|جلو|مقابل|روبروی|روبه روی|رو به روی|کنار|برابر"
    r"|پشت)(?: [^\s|]+){0,3}? ?(?:میدان|خیابان|سفارت|کنسولگری|پارک|دانشگاه|سالن|بیمارستان|مجلس|دفتر|دادگاه|زندان"
    r"|ایستگاه|کارخانه|وزارت|اداره|مدرسه|پل|دروازه|ساختمان|خانه|حیاط|اسکله|بازار|دانشکده|باغ|سینما|کتابخانه"
    r"|پایانه|مترو|فرودگاه|بلوار|چهارراه|تالار|استانداری|فرمانداری|شهرداری|کلیسا|درب|ورودی|مرکز|محل"
    r"|شهر)\S*(?: (?!(?:گرد|تجمع|حاضر|حضور|شرکت|جمع|راهپیمایی|تظاهرات|اعتصاب|به|با|از|برای|و|که|در|روز|ساعت|دست"
    r"|بیایند|بیایید|بیاییم|برگزار|همراه|شعار|شمع)(?!\w))[^\s،,.!؛:|]+){0,5}"
)
_MEETS = re.compile(
    r"\b(?:rall(?:y|ies)|gather\w*|meet\w*|assembl\w*|demonstrat\w*|march\w*|protest\w*|come|join|vigils?"
    r"|pickets?|attend|stand|strikes?|bring|sit-?in|festival|concert|conference|invit\w*|send|take [\w ]{1,40} to the"
    r"|day of action"
    r"|take to|donate|light)\b|گرد هم|تجمع|حاضر|حضور|شرکت|جمع شو|راهپیمایی|تظاهرات|اعتصاب|بیای|تحصن|شمع|بایست"
    r"|بفرست|بیاور|می ?رویم|می ?ایستیم|برسان"
)
_REACHED = re.compile(
    r"\b(?:come|bring|take|go|get|march|walk|rush|hurry)\b[^.;!?]{0,60}? to "
    r"(?P<place>(?:the|our|your|its|all|every)(?: [\w’'-]+){0,3}? " + _PLACE + r"s?\b)"
)
_MARCH = re.compile(
    r"\b(?:march|walk|parade|procession"
    r"|راهپیمایی)\w*\b[^.;!?|]{0,40}?"
    r" (?P<route>from (?!t?here\b)(?:the )?[^.;!?|,]{3,60}? to (?:the )?[^.;!?|,]{3,60}?)(?=[.,;!?|]"
    r"|$| (?:on|at|and|with|for)\b)|(?<!\S)(?P<way>از (?:میدان|خیابان|پارک|پل|مقابل|جلوی|دانشگاه"
    r"|ایستگاه) [^.؛!|]{2,40}? (?:به سوی|به سمت|به طرف|تا) [^\s.،|]+)"
)
_FARSI_REACHED = re.compile(
    r"(?<!\S)به (?P<place>(?:[^\s|]+ ){0,1}?(?:میدان|سفارت|پارک|دانشگاه|سالن|مجلس|دفتر|مدرسه|پل|اسکله|کتابخانه"
    r"|محل|\S*خانه)(?:[^\s|،.]* ){1,4}?)(?=(?:بیا|بفرست|برو|برسان|بیایی|ببر|می ?ای|می ?رو))"
)
_EDGE = " \n\t,،.;؛:()–—-\u0654"


def find_where(sentence: str, *hidden: Span | None) -> Span | None:
    """Where the place stands at which people are to come together or do something; None if no such thing is said.

    What stands in *hidden* spans (who is addressed, the time) is no place.
    """
    online = next((each for each in _ONLINE.finditer(sentence) if _DOMAIN.search(each[0].rstrip("."))), None)
    if online:
        return online.start(), online.start() + len(online[0].rstrip(".,"))
    if not _MEETS.search(level(sentence)):
        return None
    for span in hidden:
        if span:
            sentence = sentence[: span[0]] + "|" * (span[1] - span[0]) + sentence[span[1] :]
    return _route_or_goal(sentence, level(sentence)) or _spot(sentence)


def _route_or_goal(sentence: str, plain: str) -> Span | None:
    if found := _MARCH.search(plain):
        return found.span("route" if found["route"] else "way")
    if found := _FARSI_REACHED.search(plain):
        return found.start("place"), found.start("place") + len(found["place"].rstrip(_EDGE))
    if found := _FARSI_PLACE.search(plain):
        return found.start(), found.start() + len(found[0].rstrip(_EDGE))
    found = _REACHED.search(plain)
    spot = _spot(sentence) if found else None
    return spot if found and spot and spot[0] < found.start("place") else found.span("place") if found else None


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
