"""When and where: the words of a sentence that say the time and the place of what it calls to, verbatim.

Times within sentences are in `times`, places in `places`; here are lines of their own that give both, as on a poster.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.documents.appeals import times
from bot.documents.appeals.wordings import Span, level, unmarked

_LABEL = re.compile(
    r"(?:(?P<when>when|date(?: and time)?|time|day|deadline|wann|zeit|tid|quand|زمان|تاریخ|ساعت|روز|مهلت|کی|الزمان)"
    r"|(?P<where>where|place|location|venue|meeting point|address|wo|ort|treffpunkt|plats|lieu|où|مکان|محل|کجا"
    r"|نشانی|ادرس|المکان)"
    r"|(?P<what>what|event|was|vad|quoi|برنامه|موضوع)) ?: ?"
)
_FARSI_AT = re.compile(r"^\W*(?:[^\s:]+ ){0,2}[^\s:]*:? ?(?:مقابل|جلوی|جلو|روبروی|در برابر|میدان|در محل) ")
_PIN = "📍"
_EDGE = " \n\t,،.;؛:()–—-\u0654"


_GOAL = re.compile(r"\s(?:to|into|به)\s*$")


@dataclass(frozen=True)
class Block:
    """Lines of their own that give time and place, as on a poster; places are those in the text of the passage."""

    when: Span | None
    where: Span | None
    what: Span | None
    labelled: bool  # "When: …" or a pin; a bare date may be that of the text

    @property
    def start(self) -> int:
        """Where the first of its lines begins to speak."""
        return min(span[0] for span in (self.when, self.where, self.what) if span)

    @property
    def end(self) -> int:
        """Where the last of them ends."""
        return max(span[1] for span in (self.when, self.where, self.what) if span)


def find_block(text: str) -> Block | None:
    """The lines of *text* that are a time or a place and nothing else: "When: …", «📅 …», "Saturday, 24 May"."""
    found: dict[str, Span] = {}
    labelled = False
    place, last = 0, -1
    for line in text.split("\n")[:200]:
        kind, start = _kind_of_line(line, "when" in found)
        span = place + start, place + len(line.rstrip())
        labelled = labelled or (kind != "" and start > 0)
        known = found.get(kind)
        if (kind == "when" and known and "where" not in found) or (kind == "where" and known and place == last):
            found[kind] = known[0], span[1]
        elif kind:
            found.setdefault(kind, span)
        elif "when" in found:
            break
        place += len(line) + 1
        last = place if kind == "where" else -1
    if "when" not in found and "where" not in found:
        return None
    return Block(found.get("when"), found.get("where"), found.get("what"), labelled)


def _kind_of_line(line: str, after_when: bool) -> tuple[str, int]:
    if len(line) > 120:
        return "", 0
    start = unmarked(line)
    if label := _LABEL.match(level(line), start):
        return label.lastgroup or "", label.end()
    if _PIN in line[:start]:
        return "where", start
    found = times.find_when(line)
    if found and found[0] - start <= 4 and found[1] - found[0] >= 0.6 * len(line.strip()):
        return "when", start
    ends = line.rstrip()[-1:]
    named = line[start : start + 1].isupper() and len(line) <= 70 and ends not in ".!?:;,"
    if after_when and len(line) <= 70 and _FARSI_AT.search(level(line)):
        return "where", start
    return ("where", start) if after_when and named and ": " not in line else ("", 0)


def without(sentence: str, span: Span, *occasions: Span | None) -> Span:
    """The part *span* of *sentence* without the times and places it begins or ends with, as far as anything is left."""
    start, end = span
    for _ in occasions:
        for occasion in occasions:
            if not occasion:
                continue
            tail, head = sentence[occasion[1] : end], sentence[start : occasion[0]]
            if start < occasion[0] < end and not tail.strip(_EDGE) and not _GOAL.search(head):
                shorter = re.sub(r"(?:[\s,،(–—-]|\s(?:on|at|from|در|روز|برای))+$", "", sentence[start : occasion[0]])
                end = start + len(shorter) if shorter.strip() else end
            elif start <= occasion[0] and occasion[1] < end and not head.strip(_EDGE):
                start = occasion[1] + len(sentence[occasion[1] : end]) - len(sentence[occasion[1] : end].lstrip(_EDGE))
    return start, end
