"""Imperatives in an English sentence: what its reader is told to do, and what only looks like that.

Buttons and forms of web pages, headlines, rhetoric ("Let us look at …") and the words of others are none.
"""

from __future__ import annotations

import re

from bot.documents.appeals.wordings import PEOPLE, Target

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
    rf"|third(?:ly)?|finally)\b[,:]? ){{0,4}}(?P<what>{_VERBS})"
)
_AFTER_COLON = re.compile(rf": (?P<what>(?:{'|'.join(_CONCRETE.split())})\b(?! me\b)[^:]*!\W*)$")
LEADING = re.compile(
    r"(?:and |but |so )?(?:if|to|on|when|wherever|before|until|from|this|in|at|for|today|tonight|tomorrow|instead"
    r"|as|together|from|\w+day|no matter|because|after|once|every|over)\b"
)
_PAUSE = re.compile(r"[,:!] |[—–]\s?")
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|means?|shows?|says?|can|must|\w+ed)\b")
_NOT_IMPERATIVE = re.compile(
    r"(?:press (?:alert|briefing|statement|contact|office|info\w*|freedom|note)s?\b"
    r"|(?:do not|don't|never) (?:tell|ask|blame|pity|lecture) (?:us|me|him|her)\b|ask me\b|(?:e-?mail"
    r"|contact|post) (?:address|updates?|list|form|code)\b|let(?: us|'s) (?:not )?(?:be|say|see|look|consider"
    r"|return|begin|start|speak|talk|tell|go back|come back|stay with|assume|suppose|imagine|recall|take"
    r"|admit|turn|examine|ask|pretend|remind|recap)\b|(?:come|go) (?:on|to think|what may)\b|take (?:for example"
    r"|the (?:case|example)|note)|remember:|remember (?:that|when|how|the \w+ of)|read more|follow us"
    r"|leave a\b|watch out"
    r"|never (?:mind|before|again|has|have|did|in)|(?:join|share|follow|subscribe) (?:this|the) (?:post|article"
    r"|page)\b|(?:keep|stay|bring|take|put|read|show|turn|go|give|let)s? (?:in mind|that)|ask (?:anyone|him|her)"
    r"|form (?:of|and)\b|(?:press|light|form|spread|post|name|stand|keep|show|read|put|tell|press|mass|break|pass"
    r"|raise|leave|state) (?:was|were|is|are|has|had|and|of|from|came|releases?|conference)\b)"
)
_BOILERPLATE = re.compile(
    r"(?:(?:join|subscribe to) (?:our|the) (?:\w+ )?(?:mailing list|newsletter|channel|list)\b|(?:keep|send"
    r"|notify|remind|remember|e-?mail|tell) me\b|save my\b|sign up for (?:our|the)\b|(?:send|print|share"
    r"|e-?mail|like|tweet|save"
    r"|copy|report|edit|view|close|open|hide|show|cite) (?:this|it)\W*$|download|click|subscribe|read (?:more"
    r"|the full|on|next|also|about|our)|see (?:also|more)"
    r"|share (?:this(?: (?:post|article|page|story|entry|on|via))?\W*$|on|via)|follow (?:us|me)|like us"
    r"|leave (?:a|your)|log in|sign (?:in|up (?:now )?(?:to (?:our|the|get|receive)|for (?:our|the) \w*(?:news"
    r"|mail|update)\w*))|support (?:us|independent|our (?:work|journalism)|this (?:site|blog))|print (?:friendly"
    r"|this)|skip to|continue reading|(?:donate|subscribe)(?: now| here)?\W*$|contact(?: us)?\W*$|view (?:all"
    r"|the)|watch (?:the )?video|buy (?:us|me) a coffee|enter your|type your|tweet\W*$|stay (?:updated|tuned"
    r"|in touch))\b"
)
_STOP = re.compile(r"(?:stop|end|free|lift|open|release)\b.*!\W*$")
_SPOKEN = re.compile(
    r"[,”»\"!] (?:said|says|told|shouted|cried|ordered|answered|asked|pleaded|whispered|replied|they|he|she) "
)
_FORM = re.compile(r"\*\W*$|^[☐☑□]|\w \| \w")  # a field of a form, a box to tick, or a row of buttons
_LEADS_ON = re.compile(r"\band (?:you|we)(?:'ll| will| can| shall)? (?:find|see|know|have|get|hear|meet|understand)\b")


def command(text: str, plain: str) -> Target | None:
    """Imperatives: at the beginning, or after a vocative or a clause that leads to it."""
    if text.endswith(":") and (asked := _PLEASE.search(plain)):
        return None, asked.span("what")
    if (
        text.endswith(":")
        or text[0] in "“«\"‘'("
        or _FORM.search(text)
        or _LEADS_ON.search(plain)
        or is_headline(text)
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
                and not plain.startswith(("and ", "but "), place)
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
    asked = _PLEASE.search(plain) or _SO.search(plain) or _AFTER_COLON.search(plain)
    return (None, asked.span("what")) if asked else None


def is_headline(text: str) -> bool:
    """Whether most of the words in a line without a full stop are capitalised, as in a title."""
    words = re.findall(r"[^\W\d_]{4,}", text)
    return len(words) > 3 and text[-1:].isalpha() and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def is_boilerplate(plain: str) -> bool:
    """Whether levelled words are what web pages ask of everybody: to subscribe, to read more, to leave a comment."""
    return bool(_BOILERPLATE.match(plain))


def order(text: str, plain: str) -> Target | None:
    """An imperative at the very beginning, whatever the sentence goes on to say: "Bring drums, and let them know …"."""
    begins = re.match(rf"(?:please |and |so )?(?:{'|'.join(_CONCRETE.split())})\b", plain)
    return command(text, plain) if begins else None


def _leads(lead: str) -> bool:
    """Whether the words before an imperative only lead to it: "If you live nearby, …", "On Saturday, 14 March, …"."""
    if not LEADING.match(lead):
        return False
    clause = re.match(r"(?:and |but |so )?(?:if|when|wherever|because|after|before|once|no matter|until|as|to)\b", lead)
    return len(lead.split()) <= 20 if clause else len(lead.split()) <= 12 and not _FINITE.search(lead)
