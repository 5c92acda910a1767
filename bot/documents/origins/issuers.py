"""Who issued a text and when, where it plainly says so: title, preface, byline, signature, list of signers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.documents.dates import Dated
from bot.documents.origins import rosters
from bot.documents.origins.signatures import persons, signatories, signature, signers, tail
from bot.documents.origins.speakers import callers, producing, speaking, we
from bot.documents.passages import NOT_TEXT, Passage
from bot.documents.problems import Problem
from bot.documents.structure import names
from bot.documents.structure.issue_dates import (
    date_in_preface,
    date_in_title,
    date_of_dateline,
    date_of_label,
    date_of_lines,
    date_of_posting,
    date_of_today,
    date_told,
)
from bot.documents.structure.lines import BYLINE, date_of_line, ends_sentence, is_date_line
from bot.documents.structure.namings import body_alone, named_in, names_in_title
from bot.documents.structure.titles import is_of_issuer
from bot.documents.zones import find_zone
from bot.refusals import N_

_JOINT_FA = re.compile(
    r"(?:بیانی|اعلامی|قطعنام|اطلاعی|نام|فراخوان|پیام)(?:هٔ|ۀ|ه‌ی|ه ی|ه|) (?:مشترک |جمعی )?"
    r"(?P<names>[^،:؛\n]+? [–—-] [^،:؛\n]+)"
)
_ISSUED = re.compile(
    r"\b(?i:issued|published|released|written|signed|put out|distributed|circulated|posted|drafted|authored"
    r"|prepared|produced|adopted"
    r"|given|delivered|composed|sent|made)\b(?P<between>[^.()\[\]\n]{0,60}?)\bby (?:the )?(?P<rest>[^()\[\]\n]{2,400})"
)
_FROM = re.compile(
    r"\b(?i:received|sent to us|reached us|comes?|came|taken|excerpt(?:ed)?|reprinted"
    r"|republished)\b[^.()\[\]\n]{0,40}? (?:from|of) (?:the )?"
    r"(?:(?:website|bulletin|newsletter|leaflet|page|channel) of (?:the )?)?(?P<rest>[A-Z][^()\[\]\n]{2,300})"
)
_LISTED = re.compile(r"\b(?i:issued|published|released|signed|of)\b[^()\n]{0,200}?\(([^()\n]{10,1500})\)")
_ISSUED_FA = re.compile(
    r"(?:از سوی|از طرف|توسط|به قلم|نوشتهٔ|نوشته‌ی|نوشتۀ|نوشته ی|به امضای|با امضای|(?:خبرنامه|بولتن|کانال|سایت"
    r"|وبسایت|وب‌سایت|نشریه|ارگان)(?:هٔ|ۀ|ه‌ی|ی|‌ی|ٔ)?)"
    r"\s+(?P<rest>[^()\[\]\n.]{3,300})"
)
_ENDS_FA = re.compile(
    r"(?=\s*(?:در (?:تاریخ|روز|\d|[۰-۹])|روز |به تاریخ|مورخ|منتشر|صادر|نوشته|گرفته|تهیه|انتشار|ارسال|برگرفته"
    r"|که |در مورد|درباره|پیرامون|به مناسبت"
    r"|است\b|به دست|به صورت|خطاب|برای )|[؛:]|$)"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_ENDS = re.compile(
    rf"(?= (?:on|in|at|of) (?:\d|(?:{_MONTHS})\b)| in (?:response|solidarity|support|connection|view|full|reply"
    rf"|its|their|several|both|which)\b"
    r"| to (?:us|mark|the (?:press|media|public))\b| (?:and|which|who|that) (?:is|was|were|has|had|translated"
    r"|distributed|published|sent)\b"
    r"| (?:before|after|by|as|during|regarding|concerning|about|on (?:the|its|their|behalf))\b| from (?:its"
    r"|their|the|prison)\b"
    r"|[.;:](?:\s|$)|, (?:a|an|in|on|regarding|at|whose|who|which|and is|to)\b|\n|$)"
)
_BESIDE = re.compile(r"\s*\||,? (?:on )?(?=[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2} [A-Z])")  # beside an author
_MONTH = re.compile(rf"(?:{_MONTHS})\b")
_RUNNING = frozenset({"paragraph", "item", "quote"})
_LONG = 120
_NOTED = frozenset({"editors", "remark"})
_DATELINE = re.compile(r"(?P<name>[^\n|.!?:]{3,70}?),? ?[–—-]? ?(?=\d|[A-Z][a-z]+\.? \d)")


@dataclass(frozen=True)
class Issue:
    """Who issued a text (names as printed), when, and its bracketed preface; empty where the text does not say."""

    issuers: tuple[str, ...] = ()
    dated: Dated | None = None
    preface: str | None = None
    problems: tuple[Problem, ...] = ()


def find(passages: list[Passage], *, has_parts: bool = False, announced: str = "") -> Issue:
    """What the text plainly says about its issue; names that merely occur in it, or are quoted, are not issuers.

    Of a text that *has_parts* only the preface and date above it are its own; signatures belong to the parts. The words
    *announced*, with which somebody else introduces the text, count as a preface without being one.
    """
    head = _head(passages)
    preface = next((each.text.strip() for each in head if each.kind == "preface"), None)
    if has_parts:
        return Issue((), date_of_lines(head) or date_of_dateline(head) or date_in_title(head), preface)
    below = tail(passages)
    told = preface or announced
    found = (
        max(signers(passages), signatories(passages), persons(passages), key=len)
        or _in_preface(told)
        or _bylines(head)
        or callers(passages)
        or signature(below)
        or _in_title(head)
        or _by_dateline(head)
        or we(passages)
        or speaking(passages)
        or producing(passages)
        or _alone(head)
    )
    dated, problems = _dated(passages, head, below, told)
    return Issue(tuple(dict.fromkeys(found)), dated, preface, problems)


def _dated(
    passages: list[Passage], head: list[Passage], below: list[str], told: str
) -> tuple[Dated | None, tuple[Problem, ...]]:
    told_date, is_issue = date_in_preface(told)
    if not told:
        noted, is_issue = date_in_preface("\n".join(each.text for each in passages[:6] if each.kind in _NOTED))
        told_date = noted if is_issue else None
    above = (told_date if is_issue else None) or date_of_lines(head) or date_of_dateline(head)
    signed = date_of_lines(below)
    if by_role := [date for each in passages if each.role == "date" and (date := date_told(each.text))]:
        return by_role[-1], ()
    problems: tuple[Problem, ...] = ()
    if above and signed and above != signed:
        problems = (
            Problem(
                N_("The text gives two dates: {above} above it and {below} below it. The one below was taken."),
                {"above": above.iso, "below": signed.iso},
            ),
        )
    found = signed or above or told_date or date_of_today(passages) or date_in_title(head) or _beside_text(passages)
    found = found or date_of_dateline(
        [each for each in passages if each.kind == "paragraph" and len(each.text) > _LONG][:1]
    )
    return found, problems


def _beside_text(passages: list[Passage]) -> Dated | None:
    """The date that stands in a line of its own, among the buttons of a site above the text if need be.

    Of several that which is nearest below the last running text, or else the first above it.
    """
    running = [at for at, each in enumerate(passages) if each.kind in _RUNNING and len(each.text) > _LONG]
    first, last = (running[0], running[-1]) if running else (len(passages), -1)
    inner = [each for each in passages[first : last + 1] if each.kind not in NOT_TEXT]
    below = [each for each in passages[last + 1 :] if each.kind not in NOT_TEXT]
    for passage in (*below, *passages[:first], *reversed(inner)):
        for line in map(str.strip, passage.words.split("\n")):
            told = date_of_line(line)
            if not told and (first == len(passages) or passage.start < passages[first].start):
                told = date_of_label(line) or date_of_posting(line)
            if told and passage.kind != "caption":
                return told
    return None


def _is_about(passage: Passage) -> bool:
    # Sites list above a text who wrote it and when: "- Published: 9 July 2014".
    return passage.kind == "item" and bool(BYLINE.match(passage.words) or date_of_label(passage.words))


def _head(passages: list[Passage]) -> list[Passage]:
    # Up to the first real paragraph, and that one too: its dateline may open it.
    head: list[Passage] = []
    for passage in passages[:12]:
        if passage.kind == "heading" and any(each.kind == "paragraph" for each in head):
            break
        head.append(passage)
        if _is_about(passage):
            continue
        if passage.kind in {"item", "quote"} or (passage.kind == "paragraph" and ends_sentence(passage.text)):
            break
    return head


def _in_preface(preface: str) -> list[str]:
    if not preface:
        return []
    if found := _LISTED.search(preface):
        several = names.several(found[1])
        if len(several) > 1:
            return several
    for pattern in (_ISSUED, _FROM):
        for found in pattern.finditer(preface):
            if name := _names_from(found["rest"]):
                return name
    bare = preface.strip("[]()").strip()
    if found_names := _dashed(bare) or named_in(bare):
        return found_names
    for found in _ISSUED_FA.finditer(preface):
        if several := _farsi_names(_ENDS_FA.split(found["rest"], maxsplit=1)[0]):
            return several
    return []


def _dashed(bare: str) -> list[str]:
    """Several names between dashes after «بیانیهٔ مشترک», up to the comma."""
    found = _JOINT_FA.match(bare[:1500])
    return several if found and len(several := names.several(found["names"])) > 2 else []


def _names_from(rest: str) -> list[str]:
    whole = names.several(_ENDS.split(rest, maxsplit=1)[0].strip())
    if len(whole) > 1:
        return whole
    name = names.proper(whole[0].split(",")[0].strip()) if whole else ""
    return [name] if name and names.is_name(name) and not date_of_line(name) and not _MONTH.match(name) else []


def _farsi_names(words: str) -> list[str]:
    several = names.several(words)
    if len(several) > 1:
        return several
    name = words.split("،", maxsplit=1)[0].strip()
    return [name] if names.is_name(name) and len(name.split()) <= 14 else []


def _bylines(head: list[Passage]) -> list[str]:
    for passage in head:
        # "By Tuesday the mills were closed." is no byline.
        if passage.kind == "title" or len(passage.text) > 200 or ends_sentence(passage.text):
            continue
        for line in passage.words.split("\n"):
            if BYLINE.match(line):
                if named := rosters.names_in_lines([_BESIDE.split(line, maxsplit=1)[0]]):
                    return named
            elif passage.kind == "byline" and _is_author(line):
                return [line.strip()]
    return []


def _is_author(line: str) -> bool:
    return names.is_person(line) and not is_date_line(line) and not is_of_issuer(line) and not find_zone(line)


def _in_title(head: list[Passage]) -> list[str]:
    title = " ".join(passage.text for passage in head if passage.kind == "title")
    if found := names_in_title(title):
        return found
    for passage in head:
        # Under a title the line "Statement by …" is a title of its own, or the first line of a few short ones.
        lines = passage.text.split("\n") if passage.kind == "heading" or len(passage.text) < 400 else []
        for line in lines:
            if (passage.kind == "title" or not ends_sentence(line)) and (found := names_in_title(line)):
                return found
    return []


def _alone(head: list[Passage]) -> list[str]:
    """The body that is all the title, or that the first lines of one name."""
    title = next((passage.text for passage in head if passage.kind == "title"), "")
    name = body_alone(title) if "\n" not in title else ""
    return [name] if name else []


def _by_dateline(head: list[Passage]) -> list[str]:
    last = head[-1] if head else None
    if last is None or last.kind != "paragraph" or date_of_dateline([last]) is None:
        return []
    found = _DATELINE.match(last.text)
    name = found["name"].strip(" ,–—-") if found else ""
    return [name] if names.is_person(name) and not find_zone(name) else []
