"""What a sentence claims for somebody: its demands, as places in it.

Whole sentences say what must be released, ended, paid …; else the words after the demanding verb are taken, each of
several demands by itself ("the release of …", "the abolition of …"). What those in power demand of others is left out,
and so is what was demanded long ago.
"""

from __future__ import annotations

import re
from itertools import pairwise

from bot.documents.appeals import arabic_appeals, coordinations, farsi_claims, musts
from bot.documents.appeals.dues import DUES, HEADED, ORDERS, PARTICIPLES
from bot.documents.appeals.wordings import GROUPS, POWERS, Sentence, Span, holding, is_power, quotations

MAX_CLAUSE = 60
_AGAIN = re.compile(r"[؛;،] (?:و )?(?:خواهان|خواستار|طالب) (?=\S)")

ACTIONS = (
    r"(?:strikes?|rall(?:y|ies)|demonstrations?|protests?|gatherings?|march(?:es)?|boycotts?|days? of (?:action"
    r"|solidarity|protest|rage|mourning)|weeks? of (?:action|solidarity)|solidarity|vigils?|pickets?|actions?"
    r"|mobili[sz]ations?|support|walk-?outs?|sit-ins?|occupations?|signatures|nominations|resistance|calm|help"
    r"|aid|messages|meetings?|unity|uprisings?|campaigns?|blockades?|donations?|minute of silence|volunteers)"
)
_CALLED_FOR = rf"(?!(?:\W*[\w’'-]+){{0,4}}?\W+{ACTIONS}\b(?! of the (?:prisoners|arrested)))"
_SOFTLY = (
    r"(?: (?:also|therefore|again|hereby|firmly|strongly|urgently|still|now|all|once|more|and|jointly|further"
    r"|unequivocally|respectfully|do|have|continue to|\w+ly)){0,3}"
)
_OWN = re.compile(
    rf"\b(?:we|i)\b(?:,[^,.;!?]{{1,200}}(?:,[^,.;!?]{{1,120}}){{0,6}},)?{_SOFTLY}"
    r" (?:are )?(?:demand(?:ing)?(?! charity)\b(?! (?:to know|nothing))|insist(?:ing)? (?:on|(?=that\b))"
    rf"|call(?:ing)? for\b{_CALLED_FOR})|\bwe\b[^.!?]{{1,400}}?(?<!supply)(?: and|,) (?:again |also |therefore "
    rf"|we )?(?:demand\b(?!s)|call for\b{_CALLED_FOR})"
    r"|\b(?:our|my|the (?:first|second|third|main|central|only|most urgent)|one|another)(?: \w+){0,2} (?:demands?"
    r"|conditions?|requests?|goals?|aims?)(?: to \w+(?: \w+)?)?"
    rf" (?:is|are|remains?|includes?)\b(?:(?<=demand is)|(?<=demands are)|(?= (?:that\b|to\b|{DUES})))"
)
_ORDERED = re.compile(
    r"(?:to |and |also |further )*(?:demands?|insists? on|calls? for) (?=(?:the|that|an?|no|full|all)\b)"
)
_WISHED = re.compile(
    r"(?<!-)(?<!\bto )(?<!\bnot )\b(?:(?:are |is |was |were |been )?(?:seeking|asking for|requesting|pressing for"
    r"|pushing for|campaigning for|appealing for|petitioning for|pleading for|striking (?:for|over)"
    r"|holding out for|calling for|demanding|wanting)|(?:wants?|seeks?|asks?(?:ed)? for|asked for"
    r"|requests?(?:ed)?|requested|appeals? for|appealed for|presse[sd] for|push(?:es|ed) for"
    r"|(?<!\bthe )(?<!\ba )(?<!\bour )campaigns? for"
    r"|pleads? for|pleaded for|plea for|expects?)) "
    rf"(?={DUES})"
)
_GROUP_WANTS = re.compile(
    rf"(?:^|[,;] |\b(?:and|but|so|now) )(?:they|{GROUPS}) (?:now |all |only |simply |also |still "
    rf"|just )?(?:wants?|demands?"
    r"|(?:are )?(?:asking|calling|striking|fighting|holding out) for|(?:have |has )?(?:\w+ly )?ask(?:s|ed)? for)"
    r" (?=(?:the|an?|no|more|all|their|back|better|higher|equal|\d|[a-z]+er \w|[a-z]+ (?:and|hours|wages|pay|contracts"
    r"|rights)\b|\w+s\b))"
    r"(?!(?:\w+ )?to\b|his\b|us\b|this\b)"
)
_HAVE_DONE = re.compile(
    r"\b(?:we|they|i|workers|families|relatives|parents|residents|tenants|students|people|strikers"
    r"|unions?) (?:also |only |all )?"
    rf"want (?!to\b)(?P<what>[^,.;:!?]{{3,100}}?\b(?:(?:{PARTICIPLES})\b.*|to (?:commit|end|stop|{ORDERS})\b.*"
    rf"|(?:back|gone)\W*$))"
)
_UNTIL = re.compile(
    r"\b(?:will|shall|would|won't|wouldn't|cannot|can't|refus\w+ to|vow\w*|pledg\w+|continues?|goes on|go on"
    r"|carry on)\b[^.;:!?]{0,120}?\b(?:until|unless|only (?:once|after|when|if)|so long as"
    r"|once)\b (?P<what>(?!(?:\w+ ){0,2}(?:demands|conditions|terms|wishes)\b)[^.;:!?]{8,300})"
)
_FULFILLED = re.compile(
    rf"\b(?:is|are|was|were|been|being|get|gets)(?: \w+)? (?:{PARTICIPLES})\b|\b(?:resigns?|steps? down"
    rf"|leaves? office|is over)\b|^{HEADED} of\b"
)
_REPORTED = re.compile(
    r"\b(?:(?<!supply and )(?<!\bon )(?:demands?|insist(?:s|ed|ing)? on|requested|press(?:ed|ing)? for)(?! \w+ing\b)"
    r"|demands? (?:for|such as|like|to|that|including|of))\b:? (?!no longer)(?=(?:an?|the|that .{0,200}\b(?:be"
    r"|must|is|are|should)\b|their|his|her|its|to|immediate|free|full|higher|better|safe|equal|unpaid|overdue"
    r"|more|no|all|justice|freedom|release|freeing|recognition|fair|independent|access|wages|payment|\w+ (?:wages"
    r"|pay|rights|conditions|elections)|\w+ing)\b)|(?<!\ba )(?<!\bmore )(?<!\bvery )(?<!\bis )\b(?:demanding"
    r"|demanded|demand (?=(?:the|that|an?)\b)) ?(?=\w)(?!\w+ (?:has|have|was|were)\b"
    r"|(?:by|of|to know|as|in|it|this|them|him|her)\b)"
    rf"|\bcall(?:s|ed|ing)? (?:\w+ly )?for\b{_CALLED_FOR}(?! (?:us|u\.s|foreign|military|it|this|that|them|by|across"
    rf"|in|at|on|from"
    rf"|since|last|among|throughout)\b) (?=\w)"
)
_STATED = re.compile(
    r"\b(?:do|does|did|will|can|could|would) not\b.{0,20}\bdemand|\b(?:never|nobody|no one)\b.{0,20}\b(?:demand|call)"
    r"|\bif we demand|نیستیم"
    r"|نمی خواهیم"
)
_LONG_AGO = re.compile(
    r"\b(?:in (?:\w+ )?1\d{3}|years ago|decades ago|back then|in those days|at that time)\b|سال ?ها پیش|سال پیش"
)
_ASKED_OF = re.compile(
    rf"(?:^|, |\b(?P<subject>we|[\w’']+){_SOFTLY} )(?:(?:call|calls|calling|called) (?:up)?on|urge[sd]?|urging"
    r"|appeal(?:s|ed|ing)? to|ask(?:s|ed|ing)?(?: of)?|requests?|requested|implores?|press(?:es|ed)?(?= (?:the"
    r"|on)\b)|expects?|challenges?|begs?) (?!that\b|for\b)(?P<who>[^.;!?:]{2,200}?),? to (?P<what>\S.*)"
)
_THAT = re.compile(
    rf"\b(?:(?P<subject>we|i|[\w’']+){_SOFTLY} )(?:ask|request|urge|insist|demand|recommend|propose|require|expect)"
    r"(?:s|ed|d|ing)?,? (?P<what>that .{2,200}?\b(?:be|must|should|are|is|not)\b.*"
    r"|that (?:the )?(?P<power>[^.;:!?]{3,60}) [a-z]+ .*)"
)
_CLAUSE_END = re.compile(
    r"[;؛]|[.!?؟](?:\s|$)|, an? (?!end\b|[\w’'-]+ (?:of|to|for|in) )|\s[—–]\s?|—|,\s(?:which|who|where|while"
    r"|as(?! well)|but|after|since|because|although|and (?:then|they|we|he|she|it|have|has|in(?! particular)))\s"
    r"|\s(?:while|after they|when|because|until|during|amid)\s|[“”\"]"
)
_OTHER_CLAUSE = re.compile(
    r", and (?:we|i) (?:also |therefore |further |will )?(?:ask|call|urge|invite|appeal|continue|remain|stand|thank)\b"
)
_LISTED = re.compile(
    r"(?:\bwhat (?:\w+ ){1,3}?(?:wants?|demands?|asks? for)|\bdemands?(?: \w+){0,4}|\b(?:asks?|asking|asked"
    r"|calls?|calling|fighting|striking) for(?: \w+){0,3}|\bwants?(?: \w+){1,2}|\b(?:two|three|four|five|six"
    r"|seven) (?:things|points|conditions))"
    rf": (?=(?:an?|the|no|full|{DUES})\b)|\bdemands? (?:\w+ ){{0,3}}?(?:are|were|included?|includes|comprised?"
    rf"|consist(?:s|ed) of|range from|ranged from)(?: the following)?:? (?=(?:\w+ing|{DUES}|an?|the)\b)"
)
_CHANTED = re.compile(r"\b(?:chant|shout|slogan)\w*\W+[“\"«‘']|شعار «")
_CLAUSES = re.compile(r" (?:as|after|while|when|before|until|since|because|although) ")


def find(sentence: Sentence, *, to_power: bool = False) -> list[Span]:
    """Where the demands of a sentence stand in it; questions, chants, denials and announcements of a list have none.

    In a letter *to_power*, what "you" are asked to do is demanded.
    """
    plain = sentence.plain
    if plain.rstrip("”»\"' ").endswith(("?", "؟")):  # the question may be quoted: "They demand …, and say: why …?"
        plain = plain[: max(plain.rfind(": "), 0)]
    if plain.endswith(":") or _STATED.search(plain) or _CHANTED.search(plain):
        return []
    if listed := _listed(plain) or arabic_appeals.claims(plain):
        return [_trimmed(sentence.text, *each) for each in listed]
    return _claimed(sentence, plain, to_power)


def _claimed(sentence: Sentence, plain: str, to_power: bool) -> list[Span]:
    """Where the demands stand in a sentence that announces none: first what is said in so many words."""
    asked = _asked_of(plain, to_power)
    if span := asked or _own(plain, asked is None):
        other = _OTHER_CLAUSE.search(plain, *span)  # "…, and we ask our members to …"
        return parted(sentence, (span[0], other.start()) if other else span)
    if asked is None and musts.tells_power(plain):
        return [(0, len(sentence.text))]
    if asked is None and (must := musts.must(plain)):
        quoted = holding(quotations(sentence.text), must)
        return [quoted or (0, len(sentence.text))]
    span = (musts.going(plain) or _reported(plain)) if asked is None else None
    return parted(sentence, span) if span else []


def asks_you(plain: str) -> bool:
    """Whether "you" are asked to do something: "we urge you to …"."""
    asked = _ASKED_OF.search(plain)
    return bool(asked and re.fullmatch(r"you(?: all)?", asked["who"]))


def _listed(plain: str) -> list[Span]:
    """Where the points stand after "… asks for three things: …"."""
    found = _LISTED.search(plain)
    if not found or coordinations.FINITE.search(plain, found.end()) or is_power(plain[: found.start()]):
        return []
    cuts = [match.span() for match in re.finditer(r"(?:, and|;|,| and(?= (?:an?|the)\b)) ", plain[found.end() :])]
    starts = [found.end(), *(found.end() + end for _, end in cuts)]
    ends = [*(found.end() + start for start, _ in cuts), len(plain)]
    return list(zip(starts, ends, strict=True)) if len(starts) > 1 else []


def _asked_of(plain: str, to_power: bool) -> Span | tuple[()] | None:
    """What those in power are asked to do; () where others are asked, None where nobody is."""
    asked = _ASKED_OF.search(plain) or farsi_claims.ASKED_OF.search(plain)
    if not asked:
        return None
    farsi = "subject" not in asked.groupdict()
    before = plain[: min(asked.start(), 40)] if farsi else plain[max(0, asked.start() - 60) : asked.start("who")]
    if re.fullmatch(r"you(?: all)?", asked["who"]):
        return asked.span("what") if to_power or re.match(ORDERS, asked["what"]) else ()
    by_power = is_power(before) if farsi else POWERS.search(before)
    return asked.span("what") if is_power(asked["who"]) and not by_power else ()


def _own(plain: str, nobody_asked: bool) -> Span | None:
    """Where the words stand that say what the speaker demands."""
    if found := _OWN.search(plain) or _ORDERED.match(plain):
        return found.end(), len(plain)
    if span := farsi_claims.first_person(plain):
        return span
    if not nobody_asked:
        return None
    if (found := _THAT.search(plain)) and not is_power(plain[max(0, found.start() - 60) : found.start("what")]):
        return found.span("what") if not found["power"] or is_power(found["power"]) else None
    if (found := _HAVE_DONE.search(plain)) and not is_power(plain[: found.start()]):
        return found.span("what")
    return farsi_claims.own(plain)


def _reported(plain: str) -> Span | None:
    if _LONG_AGO.search(plain):
        return None
    if span := farsi_claims.reported(plain):
        return span
    found = _UNTIL.search(plain)
    if found and _FULFILLED.search(found["what"]) and not is_power(plain[: found.start()]):
        return _clause(plain, found.start("what"))
    found = _REPORTED.search(plain) or _WISHED.search(plain) or _GROUP_WANTS.search(plain)
    if not found or _speaks_power(plain[: found.start()]):
        return None
    return _clause(plain, found.end())


def _speaks_power(before: str) -> bool:
    """Whether the words *before* a verb name those in power; of several clauses the last counts."""
    last = _CLAUSES.split(before)[-1]
    return is_power(last if len(last.split()) > 2 else before)


def _clause(plain: str, start: int) -> Span | None:
    stop = _CLAUSE_END.search(plain, start)
    end = stop.start() if stop else len(plain)
    return (start, end) if 2 <= len(plain[start:end].split()) <= MAX_CLAUSE else None


def parted(sentence: Sentence, span: Span) -> list[Span]:
    """The demands in the part *span* of a sentence, each by itself, without punctuation at their ends."""
    start, end = span
    if quoted := holding(quotations(sentence.text), start):
        end = min(end, quoted[1])
    plain = sentence.plain
    insists = plain[max(0, start - 4) : start].rstrip().endswith(" on")
    infinitive = plain.startswith("to ", start) or plain[max(0, start - 3) : start] == "to "
    cuts = [start, *(cut.start() for cut in _AGAIN.finditer(plain, start + 1, end)), end]
    found = [
        part
        for first, last in pairwise(cuts)
        for part in coordinations.parts(plain, first, last, insists=insists, infinitive=infinitive)
    ]
    spans = [_trimmed(sentence.text, _unled(plain, *part), part[1]) for part in found]
    return [(first, last) for first, last in spans if first < last]


def _unled(plain: str, start: int, end: int) -> int:
    """Where a part of several begins behind a demanding word that is said again: «؛ خواهان لغو …»."""
    again = _AGAIN.match(plain, start, end)
    return again.end() if again else start


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    start += len(words) - len(words.lstrip(' \n,،:“«"'))
    return start, start + len(text[start:end].rstrip(' \n\t.,;:،؛!”»"'))
