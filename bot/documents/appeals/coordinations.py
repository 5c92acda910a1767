"""Coordinations: where one demand of a phrase ends and the next begins ("an end to …, the return of … and …").

A comma or an "and" parts two demands if what follows begins a noun phrase that can be owed by itself; within one ("the
release of the teachers, the students and the nurses") it does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.documents.appeals import farsi_claims
from bot.documents.appeals.dues import ADJECTIVES, DUES, DUES_FARSI, HEADED, MASDAR
from bot.documents.appeals.wordings import Span

FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|said|says|we|they|he|she)\b")

_MORE = (
    r"(?:no more|no|more|better|higher|lower|cheaper|shorter|longer|fewer|safer|fairer|greater|larger|smaller|free"
    r"|decent)"
)
_CUT = (
    rf"(?:{HEADED}(?= (?:of|to|for|from|on|in|into|and)\b)|(?:the|an?|no|full|higher|better|equal|fair|safe"
    rf"|decent|free|proper) (?:{ADJECTIVES} )?(?:[\w’'-]+ ){{0,2}}?(?:pay|wages?|rights?|conditions|contracts?"
    rf"|access|insurance|trials?|hours|release"
    r"|end|inquiry|investigation|increase|halt|return|lifting|recognition|rise|reduction|week|law|opening|sacking"
    r"|week|ban)\b|(?:sick|hazard|overtime|holiday|equal|fair|severance) pay\b|job security\b)"
)
_AND_DUE = re.compile(
    rf"(?:,? and|[,;])(?: for| on)? (?={_CUT})|(?:,|,? and|,? as well as) for (?!years|months|weeks"
    rf"|days|more|example|instance|which|whom|them|him|her)(?=\w)|,? and (?:to )?(?:demand(?:s|ed"
    rf"|ing)?|call(?:s|ed|ing)? for|insist(?:s|ed|ing)? on) (?=\w)|(?:[،؛]| و)"
    rf" (?=(?:{DUES_FARSI}(?!\w)|{MASDAR} \S))|(?:,? and"
    rf"|,) (?=that\b)"
    r"|(?:, and|,| and) (?=to \w)"
)
_ENDED = r"(?:(?<=شود)|(?<=شوند)|(?<=گردد)|(?<=گردند)|(?<=یابد)|(?<=گیرد)|(?<=گیرند)|(?<=باشد))"  # a clause
_CLAUSES = re.compile(rf"{_ENDED}(?:،| و) (?=\S+ \S)")
_AND_ON = re.compile(rf"(?:,? and|,) on (?=\S)|{_AND_DUE.pattern}")
_SHORT = r"(?:[\w’'-]+ ){0,5}[\w’'-]+"
_ROW = re.compile(rf"{_SHORT}(?:, {_SHORT}){{1,6}},? and {_SHORT}\W*$")
_IN_ROW = re.compile(r",? and |, ")
_GOVERNS = re.compile(r"\b(?:of|for|from|to|against|with|between|on|in|by)\b")
_NOUN_PHRASE = re.compile(
    rf", (?:and )?(?=(?:the|an?|all|every|our|their|{_MORE}|\d[\d.,]*|{DUES})\b)|,? and (?=(?:{_MORE}|{DUES})\b)"
)
_CLAUSE = re.compile(r"\b(?:which|who|that|where|whom|whose)\b")
_HANGING = re.compile(rf"(?:\b{ADJECTIVES}|\b(?:the|an?))$")


def parts(plain: str, start: int, end: int, *, insists: bool = False, infinitive: bool = False) -> list[Span]:
    """Where the demands of the levelled phrase from *start* to *end* stand, one or several, in order.

    After "insist on" an "on" parts them, too; infinitives are parted only where the first is one.
    """
    if row := _row(plain, start, end):
        return row
    found: list[Span] = []
    for cut_start, cut_end in _cuts(plain, start, end, insists):
        before = plain[start:cut_start].rstrip(" ,")
        if cut_start < start or (plain.startswith("to ", cut_end) and not infinitive):
            continue
        before = farsi_claims.without_manner(before)
        if (
            len(before.split()) > 1
            and not (_HANGING.search(before) and len(before.split()) <= 4)
            and len(plain[cut_end:end].split()) > 1
        ):
            found.append((start, cut_start))
            start = cut_end
    return [*found, (start, end)]


def _row(plain: str, start: int, end: int) -> list[Span]:
    """The parts of "bread, work and freedom": short, without a verb, the first not governing the rest."""
    if not _ROW.match(plain, start, end) or FINITE.search(plain, start, end):
        return []
    cuts = [match.span() for match in _IN_ROW.finditer(plain, start, end)]
    spans = list(zip([start, *(cut[1] for cut in cuts)], [*(cut[0] for cut in cuts), end], strict=True))
    governed = all(len(plain[first:last].split()) <= 3 for first, last in spans[1:-1])
    return [] if _GOVERNS.search(plain, *spans[0]) and governed and not _AND_DUE.search(plain, start, end) else spans


def _cuts(plain: str, start: int, end: int, insists: bool) -> Iterator[Span]:
    """The commas and conjunctions between demands, in order."""
    clauses = {match.span() for match in _CLAUSES.finditer(plain, start, end)}
    if len(clauses) > 1:  # of two, the second may share the subject of the first
        yield from sorted(clauses)
        return
    found = {match.span() for match in (_AND_ON if insists else _AND_DUE).finditer(plain, start, end)}
    governs = _GOVERNS.search(plain, start, end)
    first = plain.find(", ", start, end)
    if first >= 0 and not (governs and governs.start() < first):
        stop = _CLAUSE.search(plain, start, end)
        found |= {match.span() for match in _NOUN_PHRASE.finditer(plain, start, stop.start() if stop else end)}
    yield from sorted(found)
