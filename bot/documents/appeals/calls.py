"""Calls to act: who is called upon to do what, when and where, each with the sentence that says so.

Called upon are readers, friends, groups of people and the institutions of others; what is asked of those in power is a
demand (`demands`). A call is made here and now: in the first person or by the issuer in the present tense ("We call on
all unions to …"), as an imperative, or as what people must do. Calls that somebody made in the past are narrative.
`who` is None where the reader is meant; time and place are those of the sentence or of the lines "When: …" below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from bot.documents.appeals import (
    addressees,
    claims,
    english_appeals,
    farsi_appeals,
    occasions,
    places,
    pointlists,
    programmes,
)
from bot.documents.appeals.claims import ACTIONS
from bot.documents.appeals.occasions import Block
from bot.documents.appeals.wordings import Sentence, Span, holding, level, quotations, running
from bot.documents.dates import Dated, find_dates
from bot.documents.passages import Passage


@dataclass(frozen=True)
class Call:
    """One call to act; every string is verbatim, and what the text does not say is None."""

    who: str | None
    what: str
    when: str | None
    where: str | None
    quote: str


_EVENT = re.compile(rf"\b{ACTIONS}\b|تجمع|تظاهرات|راهپیمایی|اعتصاب|گردهمایی|تحصن|نشست")
_AS_FOR_IT = re.compile(
    rf"(?:the |our |this )?(?:{ACTIONS}|it|we|assembly|doors|meeting point)\b.{{0,30}}?\b(?:runs?|starts?|begins?"
    rf"|meets?|gathers?"
    r"|assembles?|takes? place|leaves?|sets? off)\b"
)
_HOUR = re.compile(r"\d{1,2}(?::\d\d)? ?[ap]\.?m|\d:\d\d|ساعت|\bnoon\b")
_NO_VERB = re.compile(r"(?:the|an?|our|their|this|these|we|they|it|there|\d+)\b|https?:")
MAX_APART = 6  # passages between a call and the lines with its time and place
_LINKING = re.compile("(?:نیز|هم|که|تا) ")
_US = frozenset({"you", "we", "شما", "ما", "us", "everybody", ""})
_TRAIL = " \n\t.!,،;؛:”»\"'"


def find(passages: Sequence[Passage], *, dated: Dated | None, language: str) -> tuple[Call, ...]:
    """The calls of a text in order, each once.

    One whose printed day lies before the day of the text (*dated*) is narrative, and left out.
    """
    listed = pointlists.covering(pointlists.find(passages, language))
    to_power = addressees.is_to_power(passages)
    told = pointlists.actions(passages, language)
    found: list[tuple[int, Call]] = []  # with the number of the passage
    pending: Call | None = None  # "We call on … to:" over a list
    for number, sentences in groupby(running(passages, language), key=lambda each: each.passage):
        words, block = passages[number].words, occasions.find_block(passages[number].words)
        if pending and passages[number].kind == "item":
            found.append((number, replace(pending, what=words.strip(_TRAIL), quote=words)))
            continue
        pending = None
        for sentence in sentences:
            if found and found[-1][0] == number and (_AS_FOR_IT.match(sentence.plain) or _is_occasion(sentence.text)):
                timed = _timed(found[-1][1], sentence.text)
                if timed != found[-1][1]:
                    found[-1] = number, timed
                    continue
            is_told = (number, sentence.start) in told
            for call in _in_sentence(sentence, in_list=listed(sentence), is_told=is_told, to_power=to_power):
                if not call.what:
                    pending = call
                elif block and call.when is None and 0 <= block.start - sentence.start - len(sentence.text) <= 40:
                    found.append(
                        (number, replace(_completed(call, words, block), quote=words[sentence.start : block.end]))
                    )
                else:
                    found.append((number, call))
        if block and block.when and (not found or number - found[-1][0] > MAX_APART):
            found += [(number, call) for call in _announced(passages, number, block)]
        elif block and (block.labelled or (block.when and block.where)) and found and number > found[-1][0]:
            found[-1] = number, _completed(found[-1][1], words, block)
    once = {(call.who, call.what): call for _, call in reversed(found) if not _is_past(call, dated)}
    return tuple(reversed(once.values()))


def _completed(call: Call, words: str, block: Block) -> Call:
    when, where = (words[span[0] : span[1]] if span else None for span in (block.when, block.where))
    return replace(call, when=call.when or when, where=call.where or where)


def _timed(call: Call, text: str) -> Call:
    """*call* with the time and place that the next sentence gives: "Pickets run from 7 am at the main gate"."""
    when = occasions.find_when(text)
    if call.where or not when or (call.when and not _is_occasion(text)):
        return call
    where = places.find_where(f"{text}", when) or places.rest_of_line(text, when)
    return replace(call, when=text[when[0] : when[1]], where=text[where[0] : where[1]] if where else None)


def _is_occasion(text: str) -> bool:
    """Whether *text* is little but a day with an hour, and perhaps a place."""
    when = occasions.find_when(text)
    return bool(when and _HOUR.search(level(text)) and when[0] <= 4 and len(text) <= 100 and len(text.split()) <= 16)


def _announced(passages: Sequence[Passage], number: int, block: Block) -> Iterator[Call]:
    """What the title or a heading announces, if time and place stand below it in lines of their own."""
    if not (block.when and block.where):
        return
    for passage in reversed(passages[:number]):
        if passage.kind in {"title", "heading"} and (event := _EVENT.search(level(passage.text))):
            words = passages[number].words
            what = passage.text[event.start() : event.end()]
            yield _completed(Call(None, what, None, None, words[block.start : block.end]), words, block)
            return


def _is_past(call: Call, dated: Dated | None) -> bool:
    days = [day for _, day in find_dates(call.when or "") if day.precision == "day"]
    return bool(dated and dated.precision == "day" and days and max(day.day for day in days) < dated.day)


def _in_sentence(sentence: Sentence, *, in_list: bool, is_told: bool, to_power: bool) -> Iterator[Call]:
    plain = sentence.plain
    if plain.rstrip(_TRAIL + "“«").endswith(("?", "؟")):
        return
    if claims.asks_you(plain) and claims.find(sentence, to_power=to_power):
        return
    span = english_appeals.perform(plain) or farsi_appeals.perform(plain)
    if span is None and not in_list:
        span = english_appeals.order(sentence.text, plain)
    if span is None and not in_list:
        if claims.find(sentence):
            return
        span = english_appeals.command(sentence.text, plain) or english_appeals.require(plain)
        span = span or farsi_appeals.find(sentence.text, plain)
    if span is None and not in_list:
        when = occasions.find_when(sentence.text)
        span = programmes.announce(plain, when) or farsi_appeals.announce(plain, when)
        span = span or ((None, (0, len(plain))) if is_told and not _NO_VERB.match(plain) else None)
    if span:
        yield _call(sentence.text, *span)


def _call(text: str, who: Span | None, what: Span) -> Call:
    start, end = what
    end = min(end, len(text))
    if quoted := holding([each for each in quotations(text) if each[0] > 0], start):
        end = min(end, quoted[1])
    end = start + len(text[start:end].rstrip(_TRAIL))
    when = occasions.find_when(text)
    where = places.find_where(text, who, when)
    if where is None and when and programmes.is_programme(level(text)):
        where = places.rest_of_line(text, when)
    start, end = occasions.without(text, (start, end), when, where)
    if linked := _LINKING.match(text, start, end):
        start = linked.end()
    named = text[who[0] : who[1]].strip(_TRAIL) if who else ""
    return Call(
        who=named if level(named) not in _US else None,
        what=text[start:end].rstrip(_TRAIL),
        when=text[when[0] : when[1]] if when else None,
        where=text[where[0] : where[1]] if where else None,
        quote=text,
    )
