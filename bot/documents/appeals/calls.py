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
    arabic_appeals,
    claims,
    english_appeals,
    english_imperatives,
    eventlines,
    farsi_appeals,
    musts,
    occasions,
    places,
    pointlists,
    programmes,
    times,
)
from bot.documents.appeals.claims import ACTIONS
from bot.documents.appeals.occasions import Block
from bot.documents.appeals.pointlists import Point
from bot.documents.appeals.wordings import Sentence, Span, Target, holding, is_power, level, quotations, running
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


@dataclass(frozen=True)
class _Placed:
    """A call with the number of its passage, and where its quote begins there."""

    passage: int
    start: int
    call: Call


@dataclass(frozen=True)
class _Context:
    """What is known around a sentence."""

    to_power: bool  # the text is a letter to those in power
    predicate: bool  # it completes "We therefore", so that its verb tells nobody what to do
    in_list: bool  # of demands
    is_told: bool  # it is a point of a list of what readers can do
    by_power: bool  # the sentence before is about those in power, who may go on to speak


_EVENT = re.compile(rf"\b{ACTIONS}\b|نشست|{eventlines.EVENT.pattern}")
_AS_FOR_IT = re.compile(
    rf"(?:the |our |this )?(?:{ACTIONS}|it|we|assembly|doors|meeting point)\b.{{0,30}}?\b(?:runs?|starts?|begins?"
    rf"|meets?|gathers?"
    r"|assembles?|takes? place|leaves?|sets? off)\b|(?:the |our )?deadline\b.{0,40}? is\b"
)
_HOUR = re.compile(r"\d{1,2}(?::\d\d)? ?[ap]\.?m|\d:\d\d|ساعت|\bnoon\b")
_NO_VERB = re.compile(r"(?:the|an?|our|their|this|these|we|they|it|there|\d+)\b|https?:")
_PREDICATE = re.compile(
    r"(?:^|[\s,])(?:we|they|i|it|who|which|congress|conference|meeting|assembly|branch|council|union|committee|parties"
    r"|organi[sz]ations|undersigned)(?: (?:\w+ly|therefore|hereby|also|thus|and))*\W*$"
    r"|\b(?:resolve|agree|decide|instruct|pledge|undertake|commit|promise|intend)(?:s|d|ed"
    r"|ing)?(?: [\w’'-]+){0,6}?(?: to)?\W*$"
)
_THAT_DAY = re.compile(
    r"\b(?:this|that|the same) (?:day|date|evening|night|week)\b|(?<!\w)(?:این|ان|همین|همان) {1,2}(?:روز|شب)(?!\w)"
)
_QUOTED = re.compile(r"[“\"«‘'].{3,400}?[”\"»’'],? (?:he|she|they|said|says|told)\b")
MAX_APART = 6  # passages between a call and the lines with its time and place
MAX_GAP = 40  # characters between them within one passage
_LINKING = re.compile("(?:نیز|هم|که|تا) ")
_US = frozenset({"you", "we", "شما", "ما", "us", "everybody", ""})
_TRAIL = " \n\t.!,،;؛:”»\"'"


def find(passages: Sequence[Passage], *, dated: Dated | None, language: str) -> tuple[Call, ...]:
    """The calls of a text in order, each once.

    One whose printed day lies before the day of the text (*dated*) is narrative, and left out.
    """
    found = _said(passages, language)
    lines = eventlines.find(passages, [each.passage for each in found])
    held = pointlists.covering([Point(each.passage, each.start, each.call.quote) for each in found])
    for line in lines:
        words = passages[line.passage].words
        text, when = words[slice(*line.span)], words[slice(*line.when)]
        where = words[slice(*line.where)] if line.where else None
        if not held(Sentence(text, line.passage, line.span[0], level(text))):
            found.append(_Placed(line.passage, line.span[0], Call(None, line.what or text, when, where, text)))
    calls = [each.call for each in sorted(found, key=lambda each: (each.passage, each.start))]
    once = {
        (call.who, call.what, call.quote if call.when else ""): call
        for call in reversed(calls)
        if not _is_past(call, dated)
    }
    return tuple(reversed(once.values()))


def _said(passages: Sequence[Passage], language: str) -> list[_Placed]:
    """The calls in sentences, with the time and place that follow upon them."""
    listed = pointlists.covering(pointlists.find(passages, language).points)
    to_power = addressees.is_to_power(passages)
    told = pointlists.actions(passages, language)
    found: list[_Placed] = []
    pending: Call | None = None  # "We call on … to:" over a list
    lead = ""  # the line over a list
    for number, group in groupby(running(passages, language), key=lambda each: each.passage):
        passage, block = passages[number], occasions.find_block(passages[number].words)
        if pending and passage.kind == "item":
            found.append(_Placed(number, 0, replace(pending, what=passage.words.strip(_TRAIL), quote=passage.words)))
            continue
        lead = (lead or _line_over(passages, number)) if passage.kind == "item" else ""
        pending, before = None, None
        for sentence in group:
            if _is_of_last(found, sentence):
                continue
            predicate, is_told = bool(_PREDICATE.search(lead)), (number, sentence.start) in told
            for call in _in_sentence(
                sentence,
                _Context(to_power, predicate, listed(sentence), is_told, bool(before and is_power(before.plain))),
            ):
                if not call.what:
                    pending = call
                else:
                    full = _with_block(_with_day(call, sentence, before, passage.words), sentence, passage.words, block)
                    found.append(_Placed(number, sentence.start, full))
            before = sentence
        if block:
            _take_block(found, passages, number, block)
    return found


def _line_over(passages: Sequence[Passage], number: int) -> str:
    """How the line ends that stands over a list, levelled."""
    return level(passages[number - 1].text[-100:]) if number else ""


def _is_of_last(found: list[_Placed], sentence: Sentence) -> bool:
    """Whether *sentence* says no more than when and where the call before it is; if so, that call has it."""
    last = found[-1] if found and found[-1].passage == sentence.passage else None
    if not last or not (_AS_FOR_IT.match(sentence.plain) or _is_occasion(sentence.text)):
        return False
    timed = _timed(last.call, sentence.text)
    found[-1] = replace(last, call=timed)
    return timed != last.call


def _with_day(call: Call, sentence: Sentence, before: Sentence | None, words: str) -> Call:
    """*call* with the day that the sentence before names, where it is to be "on this day"."""
    if call.when or not before or before.passage != sentence.passage or not _THAT_DAY.search(sentence.plain):
        return call
    when = times.find_when(before.text)
    if not when:
        return call
    quote = words[before.start : sentence.start + len(sentence.text)]
    return replace(call, when=before.text[slice(*when)], quote=quote)


def _with_block(call: Call, sentence: Sentence, words: str, block: Block | None) -> Call:
    """*call* with the time and place in lines of their own right below its sentence."""
    if not block or call.when or not 0 <= block.start - sentence.start - len(sentence.text) <= MAX_GAP:
        return call
    return replace(_completed(call, words, block), quote=words[sentence.start : block.end])


def _take_block(found: list[_Placed], passages: Sequence[Passage], number: int, block: Block) -> None:
    """Give the lines of time and place to the call above them, or to what a title, a heading or they announce."""
    words = passages[number].words
    last = found[-1] if found else None
    is_near = last is not None and number - last.passage <= MAX_APART
    is_open = last is not None and last.passage < number and not (last.call.when and last.call.where)
    if last and is_near and is_open and (block.labelled or (block.when and block.where)):
        found[-1] = replace(last, call=_completed(last.call, words, block))
    elif block.when and (block.labelled or not is_near):
        held = any(each.passage == number and block.start <= each.start <= block.end for each in found)
        found += [_Placed(number, block.start, call) for call in _announced(passages, number, block) if not held]


def _completed(call: Call, words: str, block: Block) -> Call:
    when, where = (words[span[0] : span[1]] if span else None for span in (block.when, block.where))
    return replace(call, when=call.when or when, where=call.where or where)


def _timed(call: Call, text: str) -> Call:
    """*call* with the time and place that the next sentence gives: "Pickets run from 7 am at the main gate"."""
    when = times.find_when(text)
    if call.where or not when or (call.when and not _is_occasion(text)):
        return call
    where = places.find_where(text, None, when) or places.rest_of_line(text, when)
    return replace(call, when=text[when[0] : when[1]], where=text[where[0] : where[1]] if where else None)


def _is_occasion(text: str) -> bool:
    """Whether *text* is little but a day with an hour, and perhaps a place."""
    when = times.find_when(text)
    return bool(when and _HOUR.search(level(text)) and when[0] <= 4 and len(text) <= 100 and len(text.split()) <= 16)


def _announced(passages: Sequence[Passage], number: int, block: Block) -> Iterator[Call]:
    """What the title or a heading announces, if time and place stand below it in lines of their own."""
    words = passages[number].words
    quote = words[block.start : block.end]
    if block.what and block.when:
        yield _completed(Call(None, words[slice(*block.what)], None, None, quote), words, block)
        return
    if not (block.when and block.where):
        return
    named = {"title", "heading"}
    over = [*(each for each in reversed(passages[:number]) if each.kind in named), *reversed(passages[:number])]
    for passage in over if block.labelled else over[: sum(each.kind in named for each in passages[:number])]:
        if event := _EVENT.search(level(passage.text)):
            what = passage.text[event.start() : event.end()]
            yield _completed(Call(None, what, None, None, quote), words, block)
            return


def _is_past(call: Call, dated: Dated | None) -> bool:
    days = [day for _, day in find_dates(call.when or "") if day.precision == "day"]
    return bool(dated and dated.precision == "day" and days and max(day.day for day in days) < dated.day)


def _in_sentence(sentence: Sentence, context: _Context) -> Iterator[Call]:
    plain = sentence.plain
    if context.by_power and _QUOTED.match(plain):
        return
    if plain.rstrip(_TRAIL + "“«").endswith(("?", "؟")) or musts.tells_power(plain):
        return
    if claims.asks_you(plain) and claims.find(sentence, to_power=context.to_power):
        return
    span = _performed(sentence, context)
    if span is None and (context.in_list or claims.find(sentence)):
        return
    span = span or _commanded(sentence, context) or english_appeals.require(plain)
    if span is None:
        when = times.find_when(sentence.text)
        span = programmes.announce(plain, when) or farsi_appeals.announce(plain, when)
        span = span or ((None, (0, len(plain))) if context.is_told and not _NO_VERB.match(plain) else None)
    if span:
        yield _call(sentence.text, *span)


def _performed(sentence: Sentence, context: _Context) -> Target | None:
    """Calls in so many words, and imperatives at the very beginning whatever else the sentence says."""
    plain = sentence.plain
    spoken = english_appeals.perform(plain, predicate=context.predicate) or arabic_appeals.perform(plain)
    span = spoken or farsi_appeals.perform(plain)
    if span is None and not context.in_list and not context.predicate:
        span = english_imperatives.order(sentence.text, plain)
    return span


def _commanded(sentence: Sentence, context: _Context) -> Target | None:
    told = None if context.predicate else english_imperatives.command(sentence.text, sentence.plain)
    return told or farsi_appeals.find(sentence.text, sentence.plain)


def _call(text: str, who: Span | None, what: Span) -> Call:
    start, end = what
    end = min(end, len(text))
    if quoted := holding([each for each in quotations(text) if each[0] > 0], start):
        end = min(end, quoted[1])
    end = start + len(text[start:end].rstrip(_TRAIL))
    when = times.find_when(text)
    if who and (them := english_appeals.antecedent(level(text), who)):
        who = them
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
