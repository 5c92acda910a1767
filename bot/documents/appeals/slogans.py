"""Slogans: what is chanted, painted or printed as a line of its own, verbatim and without quotation marks.

Three places have them. Lines of exclamations: titles, headings, closing lines ("Long live …!"). Quotations that the
sentence says were chanted, shouted, written on a banner or a wall. What a sentence names ("the slogan Bread, Work").
Quotations that are none of these are names, statements or irony; a slogan quoted to be rejected is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from bot.documents import sentences
from bot.documents.appeals import chants
from bot.documents.appeals.cries import (
    GREETING,
    MAX_WORDS,
    calls_out,
    is_appeal,
    is_fixed,
    may_join,
    says_something,
    stands_as_cry,
)
from bot.documents.appeals.wordings import LONGEST, PEOPLE, RUNNING, SHORTEST, Span, level, quotations, unmarked
from bot.documents.passages import Passage
from bot.documents.structure.lines import is_date_line

MAX_LINES = 60  # of slogans in one passage
_NAMED = re.compile(r"[Ss]logans?,? (?:of )?((?:[A-Z]\w*)(?:(?:, |_| and |\. )[A-Z][^\W_]*)+)")
_NAMED_FARSI = re.compile(
    r"شعار (?:محوری |اصلی )?((?:زن|نان)[،, ]{1,3}\S{2,10}[،, ]{1,3}\S{2,12}|(?:مرگ بر|زنده باد"
    r"|نه به)(?: [^\s،,.!؛]+){1,3}?)(?=[\s.!،,؛]|$)(?: (?:را|سر|که|به|در|و|بود|است)\b|\W*$)"
)
_SAYS = re.compile(
    r"(?:است|باد|شوید|شو|گردد|متحد|ایم|یم|ند|نه)(?!\w)|\b(?:unite|are|is|will|not|no|want|do|can|have|for|against)\b"
)
_TOLD = re.compile(r"\d{3}|\b(?:was|were|had|lost)\b")
_IN_ROW = re.compile(r"شعار(?: ?ها)?(?: ?ی| ?یی)?(?: \S+){0,3}? ?: ?(?P<row>[^«»“”\"]{10,400})")
_PART = re.compile(r"(?:[^،؛.]|،(?=\S))+")
_AFTER_ROW = re.compile(r"خواستار|خواهان|تجمع|اعتراض|راهپیمایی|دست به|(?:کردند|شدند|زدند|دادند)\W*$")
_SHOUTED = re.compile(
    'شعار (?:(?:سر )?می[\u200c ]?دادند|سر دادند|دادند)(?=:? ?[^\\n«“\\"]{4,120}\\n[^\\n]{4,120}(?:\\n|$))'
)
_LOUD = re.compile(
    r"(?:chant\w*|shout\w*|cr(?:y|ied|ying) out|slogans?[^:“«\"]{0,120}|فریاد[^:]{0,30}|شعار[^:]{0,30}|(?:پلاکارد"
    r"|بنر|پارچه ?نوشته|دست ?نوشته|دیوار|مقوا)[^:«]{0,50}|(?:placard|banner|sign|sheet"
    r"|wall)s?\b[^:“\"]{0,40}(?:read|say|said)\w*): ?"
)
_HALF_QUOTED = re.compile(r"(?:[Cc]hant|[Ss]hout)(?:ing|ed|s)? ([A-Z][^“”\n]{3,160})”")
_LIST = re.compile(
    r"(?:slogans?|chant(?:s|ed|ing)?|shout(?:ed|ing)|banners?|placards?|شعار(?: ?ها)?(?: ?ی)?)\b[^:]{0,60}:?\W*$"
)
_DATED = re.compile(
    r"\d{4}\W*$|^\W*(?:کمیته|سازمان|اتحادیه|کانون|شورا|سندیکا|انجمن|حزب|\w+ (?:union|committee|council|league)\W*$)"
)
_FIST = re.compile(r"\W{0,2}[✊✌🚩🏴]\W*\w")
_SIGNED = re.compile(
    r"کمیته|سازمان|اتحادیه|کانون|شورا|سندیکا|انجمن|حزب|جمعی از|گروه|شبکه|کمپین|کارزار|\b(?:union|committee"
    r"|council|league"
    r"|network|campaign|assembly|association|front|collective|group|alliance|coalition)\b"
)
_ENDS = " \n\t,;.،؛:\u200c"


def find(title: str | None, passages: Sequence[Passage], *, language: str) -> tuple[str, ...]:
    """The slogans of a text in order, each once however often and with whatever capitals it is repeated."""
    found = [each for line in (title or "").split("\n") for each in _of_line(line, language, headline=True)]
    lead = ""  # how the passage ends that may announce a list
    parting, choruses = _parting(passages), _choruses(passages)
    for number, passage in enumerate(passages):
        if passage.kind != "heading" and passage.kind not in RUNNING:
            lead = level(passage.text[-100:])
            continue
        if below := _chanted_below(lead, passage):
            found += below
            lead = lead.rstrip(": ") if passage.kind == "item" else lead  # a list of items has nothing else in it
            continue
        head, _, rest = passage.words.partition(":\n")
        if not rest and (shouted := _SHOUTED.search(passage.words)):
            head, rest = passage.words[: shouted.end()], passage.words[shouted.end() :].lstrip(": ")
        if rest and (within := _chanted_below(level(head[-100:]) + ":", replace(passage, text=rest, marker=""))):
            found += within
            lead = level(head[-100:]) + ":"
            continue
        is_heading = passage.kind == "heading"
        if number == parting or number in choruses:
            found += [each for line in _lines(passage) for each in _called(line, language)]
            lead = ""
            continue
        found += _of_line(passage.text, language, headline=True) if is_heading else _of_passage(passage, language)
        lead = "" if passage.kind == "item" else level(passage.text[-100:])
    once: dict[str, str] = {}
    for each in found:
        bare = _bare(each)
        if bare and not chants.is_of_opponents(bare):
            once.setdefault(_key(bare), bare)
    return tuple(once.values())


def _choruses(passages: Sequence[Passage]) -> frozenset[int]:
    """The numbers of passages that are nothing but lines of slogans, of which one at least calls out or has a fist.

    Closing lines one below the other are read together.
    """
    found: set[int] = set()
    for is_closing, group in groupby(enumerate(passages), key=lambda each: each[1].kind == "closing"):
        members = [(number, _lines(passage)) for number, passage in group if passage.kind != "item"]
        runs = [[each] for each in members]
        if is_closing:
            joining = groupby(members, key=lambda each: all(map(_is_cry_or_joins, each[1])))
            runs = [list(run) for joins, run in joining if joins]
        found.update(
            number for run in runs if _is_chorus([line for _, lines in run for line in lines]) for number, _ in run
        )
    return frozenset(found)


def _is_chorus(lines: list[str]) -> bool:
    cries = any(_FIST.match(line) or calls_out(line) for line in lines)
    return 1 < len(lines) <= MAX_LINES and cries and all(map(_is_cry_or_joins, lines))


def _called(line: str, language: str) -> list[str]:
    """The cries in a line, each by itself if all have their exclamation mark."""
    said = sentences.split(line, language)
    return said if all(each.endswith("!") for each in said) else [line]


def _is_cry_or_joins(line: str) -> bool:
    return not is_appeal(line) and (bool(_FIST.match(line)) or calls_out(line) or may_join(line))


def _lines(passage: Passage) -> list[str]:
    return [line for line in passage.words.split("\n") if line.strip()]


def _parting(passages: Sequence[Passage]) -> int | None:
    """The number of the passage whose short lines part from the reader, right above the signature; None if none do."""
    signed = False
    for number in range(len(passages) - 1, max(len(passages) - 8, 0), -1):
        passage = passages[number]
        lines = _lines(passage)
        if all(is_date_line(line) or _DATED.search(level(line)) or _SIGNED.search(level(line)) for line in lines):
            signed = True
        elif passage.kind in RUNNING or passage.kind == "heading":
            says = len(lines) <= 4 and all(says_something(line) and may_join(line) for line in lines)
            return number if signed and says and passages[number - 1].kind in RUNNING else None
    return None


def _chanted_below(lead: str, passage: Passage) -> list[str]:
    """The lines of a passage below "They chanted:", if they are lines of a list; none if they are not."""
    if not _LIST.search(lead) or chants.is_turned_down(lead):
        return []
    if passage.kind == "item":
        return [passage.words]
    printed = passage.text.split("\n")
    if len(printed) == 1 and printed[0].rstrip().endswith("."):
        return []
    short = all(len(line.split()) <= MAX_WORDS and not line.rstrip().endswith(":") for line in printed)
    dated = any(is_date_line(line) or _DATED.search(level(line)) for line in printed)
    return printed if lead.rstrip().endswith(":") and short and not dated and len(printed) <= MAX_LINES else []


def _bare(slogan: str) -> str:
    slogan = slogan[unmarked(slogan) :]
    stripped = slogan.strip(_ENDS + '“”«»"')
    return slogan.strip() if slogan.strip().endswith("...") and stripped else stripped


def _key(slogan: str) -> str:
    words = re.findall(r"[^\W_]+", level(slogan))
    return " ".join(word for word in words if word not in {"the", "a", "an"})


def _of_passage(passage: Passage, language: str) -> Iterator[str]:
    text = passage.words
    printed = text.split("\n")
    if passage.kind == "closing" and len(printed) <= MAX_LINES:
        for line in printed:
            yield from _of_closing(line, language)
        return
    lines = [each for line in printed for each in sentences.split(line, language)] if len(printed) <= MAX_LINES else []
    if _is_called_out(lines):
        for line in lines:
            yield from _of_line(line, language, headline=False, surely=len(lines) == 1)
        return
    yield from (text[start:end] for start, end in _in_running_text(text, language))


def _of_closing(line: str, language: str) -> Iterator[str]:
    said = sentences.split(line, language)
    if stands_as_cry(line):
        yield line
    elif all(each.endswith("!") or calls_out(each) for each in said):
        for each in said:
            yield from _of_line(each, language, headline=False, surely=len(each.split()) <= MAX_WORDS)
    else:
        yield from (line[start:end] for start, end in _in_running_text(line, language))


def _is_called_out(lines: list[str]) -> bool:
    """Whether all of *lines* are short exclamations or cries, so that none is a sentence of running text."""
    if not 0 < len(lines) <= MAX_LINES or any(len(line.split()) > MAX_WORDS for line in lines):
        return False
    if len(lines) == 1 and lines[0].endswith("!") and len(lines[0].split()) <= 9:
        plain = level(lines[0])
        if _TOLD.search(plain):
            return False
        vocative = PEOPLE.match(plain) and not _SAYS.search(plain) and not calls_out(lines[0])
        return not vocative and not GREETING.match(plain) and not is_appeal(lines[0])
    cries = [calls_out(line) for line in lines]
    return all(cries) or (any(cries) and all(line.endswith("!") for line in lines))


def _of_line(line: str, language: str, *, headline: bool, surely: bool = False) -> Iterator[str]:
    """The slogans of a line that stands alone: exclamations, what follows a colon, what is quoted and called out."""
    spans = quotations(line)
    whole = [line[start:end] for start, end in spans if start <= 1 and end >= len(line) - 2]
    if whole and (calls_out(whole[0]) or whole[0].endswith("!")):
        yield from re.split(r"\.\.\.|…", whole[0])
        return
    said = sentences.split(line, language)
    if headline and len(said) > 1 and all(each.endswith("!") for each in said):
        yield from (each for each in said if not is_appeal(each))
        return
    if headline and len(said) == 1 and line.endswith("!") and _is_headline_cry(line):
        yield line
        return
    for sentence in said:
        after = sentence.rpartition(": ")[2]
        if after != sentence and (is_fixed(after) or (headline and calls_out(after))) and not calls_out(sentence):
            yield after
            continue
        loud = surely and sentence.endswith("!") and not is_appeal(sentence)
        if (loud or calls_out(sentence)) and sentence[:1] not in '“«"':
            yield sentence
        else:
            yield from (sentence[start:end] for start, end in chants.find(sentence, language))


def _is_headline_cry(line: str) -> bool:
    plain = level(line)
    return len(line.split()) <= 8 and ":" not in line and not GREETING.match(plain) and not is_appeal(line)


def _in_running_text(text: str, language: str) -> list[Span]:
    found = chants.find(text, language)
    quoted = quotations(text)
    at = 0
    for start, end in sentences.spans(text, language):
        sentence = text[start:end]
        while at < len(quoted) and quoted[at][1] < start:
            at += 1
        opens_quoted = at < len(quoted) and quoted[at][0] <= start + 1
        if not SHORTEST <= end - start <= LONGEST:
            continue
        if sentence.endswith("!") and not opens_quoted and calls_out(sentence):
            found.append((start, end))
        elif sentence.endswith("!") and (colon := sentence.rfind(": ")) > 0 and is_fixed(sentence[colon + 2 :]):
            found.append((start + colon + 2, end))
        elif (named := list(_unquoted(sentence))) and not chants.is_turned_down(sentence):
            found += [(start + first, start + last) for first, last in named]
    return sorted(set(found))


def _in_row(plain: str) -> Iterator[Span]:
    """The slogans parted by commas after «شعارهای:», as far as the row goes."""
    found = _IN_ROW.search(plain)
    for part in _PART.finditer(plain, *found.span("row")) if found else ():
        words = re.sub(r"^\s*(?:و )?", "", part[0])
        if _AFTER_ROW.search(words) or not 2 <= len(words.split()) <= MAX_WORDS:
            return
        yield part.end() - len(words), part.end()


def _unquoted(sentence: str) -> Iterator[Span]:
    plain = level(sentence)
    for pattern, text in ((_NAMED, sentence), (_HALF_QUOTED, sentence), (_NAMED_FARSI, plain)):
        for match in pattern.finditer(text):
            if "“" not in sentence[match.start() : match.start(1)]:
                yield match.span(1)
    row = list(_in_row(plain))
    if len(row) > 1:
        yield from row
        return
    loud = _LOUD.search(plain)
    rest = sentence[loud.end() :] if loud else ""
    if loud and 0 < len(rest.split()) <= 10 and not re.search(r"[“”«»\"‘:]", rest):
        yield loud.end(), len(sentence)
