"""What must be: whether a sentence says that something is due, and where; what only those in power can be told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from bot.documents.appeals import farsi_claims
from bot.documents.appeals.dues import DUES, PARTICIPLES, is_point
from bot.documents.appeals.wordings import PEOPLE, Span, is_eastern, is_power

_FEWEST = 3  # points of a row that no words announce
_BE = re.compile(  # "that the decree be withdrawn"
    rf"(?<!must )(?<!should )(?<!will )(?<!to )(?<!can )(?<!may )\bbe (?:not )?(?:{PARTICIPLES})\b"
)
_MUST = re.compile(
    r"\b(?:must|shall|should|ought to|ha(?:s|ve) to|needs? to)(?: all| immediately| now| at once| finally| also| not"
    r"| never| \w+ly)*"
    rf" be (?:(?!not\b)\w+ly )*(?:all )?(?:(?:un)?conditionally )?(?:{PARTICIPLES})\b(?! (?:that|how)\b)|\b(?:are"
    rf"|is) (?:now |all )?to be (?:\w+ly )?(?:{PARTICIPLES}|honou?red)\b(?! (?:on|this|next|tomorrow|today|in) )"
    r"|\bmust (?:have|be (?:given|granted|allowed)) (?:(?:immediate|full|free|regular) )?(?:access|the right"
    r"|a fair|medical)\b|\bthere must be (?:an? |no |full )|\bmust (?:immediately |now |finally )?(?:end|cease"
    r"|stop)(?: (?:now|immediately|at once|today))?\W*$|^(?!(?:we|you|i|they|people|workers"
    r"|nobody)\b)(?:[\w’'-]+ ){1,7}(?:must|ha(?:s|ve) to|should) (?:go|resign|step down|fall|be brought down"
    r"|apologi[sz]e)\b"
    rf"|\bit(?: is|'s) (?:now )?(?:high |about |long past |past )time (?:that "
    rf"|for )?(?:.{{3,200}}\b(?:{PARTICIPLES})\b"
    rf"|(?!we |you |to |they |people |workers )(?:[\w’'-]+ ){{1,5}}?(?:\w+ed|took|did|met|kept|gave) )"
    r"|\b(?:is|are) (?:now )?(?:long|well) overdue\W*$|\b(?:is|are) (?:\w+ )?(?:non-?negotiable"
    r"|not (?:up for )?negotia\w+)"
    rf"|^{DUES} .{{3,120}}?\b(?:is|are|remains?) (?:still |and remains? )?(?:our|the"
    rf"|their) (?:\w+ ){{0,3}}(?:demands?|conditions?)\b"
    r"|\b(?:nobody|no one|none of them|no \w+) (?:must|should|shall|may) (?:ever )?be (?!able|afraid|sure|there"
    r"|here)\w+(?:ed|en|t)\b"
    r"|^(?!(?:we|you|i|they|people|workers|one|this|that|it)\b)(?:(?:the|their|his|her|our|these"
    r"|those) )(?:[\w’'-]+ ){1,6}"
    r"(?:must|shall|should) not (?:begin|go ahead|go on|continue|happen|take place|stand)\b"
    r"|\bwe (?:will|shall|can) (?:accept|settle for) (?:no|nothing) (?:less|fewer)\b"
)
_MUST_GO = re.compile(
    r"\b(?:must|ha(?:s|ve) to) (?:now |also |all )?(?:go|leave|withdraw|come down|get out|stay out|keep out"
    r"|stand down|step down"
    r"|resign|stop|end|cease)\b"
)
_SUBJECT = re.compile(
    r"(?:.*(?:\b(?:that|says?|said|and|but)\b|[,;:—]))? ?(?P<who>(?!(?:we|you|i|they|it|he"
    r"|she)\b)(?:[\w’'-]+ ){1,7})$"
)
_POWER_MUST = re.compile(
    r"\b(?:must|should|ha(?:s|ve) to|needs? to|ought to)(?: \w+ly| now| at once| not| finally| also)? (?!be\b"
    r"|have (?:been|known)\b|\w+ly\b)\w+"
)
_TOLD_TO_POWER = re.compile(
    r"^(?:and |so |now )?(?:pay|release|reinstate|rehire|give|reopen|withdraw|drop|return|lift|repeal|free"
    r"|unblock|restore"
    r"|compensate|stop|end) (?:us|our|them|him|her)\b(?! (?:hand|support|solidarity|voice))[^!]*$"
)
_EMBEDDED = re.compile(r"\b(?:it|that|to|which|who|if|when|why|they|we)\b")
_SAYING = re.compile(
    r"\b(?:said|says|saying|claimed|claims|insisted|warned|announced|ordered|added|told|argued|declared)\b"
)
_CHANTING = re.compile(r"\b(?:chant|shout|slogan|cr(?:y|ie))")


def tells_power(plain: str) -> bool:
    """Whether a levelled sentence tells those in power what only they can do: "Pay us our wages."."""
    return bool(_TOLD_TO_POWER.match(plain) or (is_eastern(plain) and farsi_claims.TOLD.search(plain)))


def is_due(plain: str) -> bool:
    """Whether a levelled sentence says that something must be done or must not be, other than those in power say it."""
    return must(plain) > 0 or going(plain) is not None


def reads_as_demands(points: Sequence[str], most: float = 0.6) -> bool:
    """Whether at least three levelled *points* stand together, of which *most* read as demands by themselves."""
    due = sum(is_point(point) or is_due(point) or bool(_BE.search(point)) for point in points)
    return len(points) >= _FEWEST and due >= most * len(points)


def must(plain: str) -> int:
    """Past the place where something is said to be due; 0 where nothing is."""
    for pattern in (_MUST, farsi_claims.MUST):
        found = pattern.search(plain)
        chanted = found and _CHANTING.search(plain, 0, found.start())
        if found and not chanted and not _is_said_by_power(plain, found.start()):
            return found.start() + 1
    found = _POWER_MUST.search(plain)
    subject = re.split("[,;:.—]", plain[: found.start()])[-1] if found else ""
    if found and len(subject.split()) <= 12 and is_power(subject) and not _EMBEDDED.search(subject):
        return found.start() + 1
    return 0


def going(plain: str) -> Span | None:
    """Where it is said that somebody must leave or stop: "the guards must leave the canteen"."""
    for must in islice(_MUST_GO.finditer(plain), 5):
        subject = _SUBJECT.match(plain[max(0, must.start() - 150) : must.start()])
        if subject and not PEOPLE.search(subject["who"]) and not _CHANTING.search(plain, 0, must.start()):
            start = must.start() - len(subject["who"])
            return None if _is_said_by_power(plain, start) else (start, len(plain))
    return None


def _is_said_by_power(plain: str, place: int) -> bool:
    said = _SAYING.search(plain, 0, place)
    return bool(said and is_power(plain[: said.start()])) or farsi_claims.is_said_by_power(plain, place)
