"""Who issued a text and when, where it plainly says so: in its title, a bracketed preface, a byline, a signature."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.documents.dates import Dated, find_dates
from bot.documents.outlines import Passage, ends_sentence, is_date_line, is_titled
from bot.documents.problems import Problem
from bot.refusals import N_

_ORGANISATION = re.compile(
    r"\b(?:party|unions?|syndicates?|councils?|committees?|associations?|federation|confederation|organi[sz]ations?"
    r"|campaign|network|coalition|front|collectives?|movement|society|group|league|alliance|bureau|cent(?:er|re)"
    r"|institute|foundation|initiative|assembly|workers|teachers|students|nurses|retirees|women|families|prisoners)\b"
    r"|سندیکا|شورا|کمیته|اتحادیه|حزب|سازمان|انجمن|کانون|کمپین|شبکه|جنبش|گروه|هیئت|هیأت|فدراسیون|کنفدراسیون|تشکل|جبهه"
    r"|بنیاد|ائتلاف|کارزار|جمعی از|کارگران|معلمان|دانشجویان|پرستاران|بازنشستگان|زنان|خانواده‌های|زندانیان",
    re.IGNORECASE,
)
_SLOGAN = re.compile(
    r"(?:long live|down with|victory|death|no\b|free(?:dom)?\b|for\b|forward|solidarity|end\b|stop\b|all power|power to"
    r"|زنده|مرگ|نه\b|پیش به|آزادی|سرنگون|گسترده|برقرار|پیروز|نابود|زن،? زندگی|نان)",
    re.IGNORECASE,
)
_KINDS = r"(?:Statement|Declaration|Communiqué|Communique|Resolution|Manifesto|Message|Appeal|Open Letter|Bulletin)"
_TITLE_EN = re.compile(
    rf"(?:(?:The|A|Joint|Public|Open|Press|Final|Solidarity) )*{_KINDS} (?:of|by|from) (?:the )?"
    r"(?P<name>[A-Z][^:;\n]{2,140}?)(?= on\b| regarding\b| about\b| concerning\b| to mark\b|\s*[:;—–(\n]|$)",
    re.IGNORECASE,
)
_NOT_A_NAME = re.compile(
    r"(?:solidarity|support|protest|condolences?|principles|intent|facts?|demands|the)\b", re.IGNORECASE
)
_TITLE_FA = re.compile(
    "(?:بیانی|اعلامی|قطعنام|اطلاعی|فراخوان|پیام)(?:هٔ|ۀ|ه‌ی|ه|)(?: (?:مشترک|مطبوعاتی|پایانی|عمومی|تازهٔ|تازه))*"
    "(?: شمارهٔ? [0-9۰-۹]+)? (?P<name>[^:؛\\n]{3,140}?)"
    "(?= دربارهٔ?\u200c?ی? | در مورد | پیرامون | به مناسبت | در حمایت | در همبستگی | در محکومیت | علیه | برای |"
    "\\s*[:؛—–(\\n]|$)"
)
_NOT_A_NAME_FA = re.compile("(?:همبستگی|حمایت|اعتراض|تسلیت|دربارهٔ?|در |به |برای |علیه |پیرامون )")
_ISSUED = re.compile(
    r"\b(?i:issued|published|released|written|signed)\b[^.()\[\]\n]{0,60}?\bby (?:the )?"
    r"(?P<name>[A-Z][^.,;:()\[\]\n]{2,140}?)"
    r"(?= on (?:[A-Z]|\d)|\s*[.()\[\]\n]|, (?:a|an|the|in|on|regarding)\b|$)"
)
_LISTED = re.compile(r"\b(?i:issued|published|released|signed)\b[^()\[\]\n]{0,160}?\(([^()\n]{10,1500})\)")
_DASHES = re.compile(r"\s+[–—-]\s+")
_BYLINE = re.compile(
    r"(?:By (?=[A-Z])|(?:(?:Written |Issued |Published )?[Bb]y|Author|From): ?|(?:Written|Issued|Published) by "
    r"|(?:نویسنده|منتشرکننده|صادرکننده):)\s*(?P<name>\S.{1,140})$"
)
_SIGNED = re.compile(
    r"(?:signatories|signatures|signed(?: by)?|the undersigned|امضاء?(?:\u200c?کنندگان|\u200c?ها|کننده)?)"
    r"\s*(?:[:：]|$)\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_PREFACE = re.compile(r"(?:\[(?P<a>[^\[\]]{40,2000})\]|\((?P<b>(?:[^()]|\([^()]*\)){40,2000})\))")
_DATED = re.compile(r"\b(?:issued|published|released|dated|written|adopted)\b|منتشر|صادر|تاریخ", re.IGNORECASE)


@dataclass(frozen=True)
class Issue:
    """Who issued a text (names as printed), when, and its bracketed preface; empty where the text does not say."""

    issuers: tuple[str, ...] = ()
    dated: Dated | None = None
    preface: str | None = None
    problems: tuple[Problem, ...] = ()


def find(passages: list[Passage], *, has_parts: bool = False) -> Issue:
    """What the text plainly says about its issue; names that merely occur in it, or are quoted, are not issuers.

    Of a text that *has_parts* only the date above it is its own: prefaces and signatures belong to the parts.
    """
    head = _head(passages)
    if has_parts:
        return Issue((), _date_line(head))
    tail = _tail(passages)
    preface = _preface(head)
    names = (
        _signatories(passages) or _in_preface(preface or "") or _bylines(head) or _signature(tail) or _in_title(head)
    )
    above = _date_in(preface or "") or _date_line(head)
    below = _date_line(tail)
    problems: tuple[Problem, ...] = ()
    if above and below and above != below:
        problems = (
            Problem(
                N_("The text gives two dates: {above} above it and {below} below it. The one below was taken."),
                {"above": above.iso, "below": below.iso},
            ),
        )
    return Issue(tuple(dict.fromkeys(names)), below or above, preface, problems)


def _head(passages: list[Passage]) -> list[Passage]:
    # Up to the first real paragraph, and that one too: a preface may open it.
    head: list[Passage] = []
    for passage in passages[:8]:
        if passage.kind == "heading" and not _named_in(passage.text.split("\n")[0]):
            break
        head.append(passage)
        if passage.kind == "item" or (passage.kind == "paragraph" and ends_sentence(passage.text)):
            break
    return head


def _tail(passages: list[Passage]) -> list[str]:
    """The short lines under the text, in order."""
    lines: list[str] = []
    for passage in reversed(passages[-100:]):
        if passage.kind in {"debris", "rule", "caption", "note"}:
            continue
        if passage.kind not in {"closing", "item"} and not (lines == [] and is_date_line(passage.text)):
            break
        if passage.kind == "item" and (
            passage.marker.strip() not in {"-", "•", "–", "*"} or ends_sentence(passage.text)
        ):
            break
        lines[:0] = [line.strip() for line in passage.words.split("\n")]
    return lines


def _preface(head: list[Passage]) -> str | None:
    for passage in head:
        if passage.kind == "paragraph" and (found := _PREFACE.match(passage.text)):
            return found[0]
    return None


def _signatories(passages: list[Passage]) -> list[str]:
    last = [passage for passage in passages if passage.kind not in {"note", "debris"}][-200:]
    lines = [line.strip() for passage in last for line in passage.words.split("\n")]
    for at in range(len(lines) - 1, -1, -1):
        found = _SIGNED.match(lines[at]) if len(lines[at]) <= 1000 else None
        if not found:
            continue
        if found["rest"]:
            return _several(found["rest"])
        names = [line for line in lines[at + 1 :] if line and not is_date_line(line)]
        if names and all(len(name) <= 160 and not ends_sentence(name) for name in names):
            return [part for name in names for part in _several(name)]
    return []


def _several(names: str) -> list[str]:
    return [name.strip(" .،,") for name in re.split(r"[;؛]|\s[–—]\s", names) if name.strip(" .،,")]


def _in_preface(preface: str) -> list[str]:
    if found := _LISTED.search(preface):
        names = [name.strip() for name in _DASHES.split(found[1])]
        if len(names) > 1:
            return names
    found = _ISSUED.search(preface)
    return [found["name"].strip()] if found else []


def _bylines(head: list[Passage]) -> list[str]:
    for passage in head:
        # "By Tuesday the mills were closed." is no byline.
        short = passage.kind != "title" and len(passage.text) <= 200 and not ends_sentence(passage.text)
        if short and (found := _BYLINE.match(passage.text)):
            return _several(found["name"])
    return []


def _in_title(head: list[Passage]) -> list[str]:
    for passage in head:
        # Under a title the line "Statement by …" is a title of its own, or the first line of a few short ones.
        text = passage.text if passage.kind == "title" else passage.text.split("\n")[0]
        if (passage.kind == "title" or not ends_sentence(text)) and (name := _named_in(text)):
            return [name]
    return []


def _named_in(text: str) -> str | None:
    for pattern, wrong in ((_TITLE_EN, _NOT_A_NAME), (_TITLE_FA, _NOT_A_NAME_FA)):
        found = pattern.match(text)
        if found and _ORGANISATION.search(found["name"]) and not wrong.match(found["name"]):
            return found["name"].strip(" ،,.-")
    return None


def _signature(tail: list[str]) -> list[str]:
    names: list[str] = []
    for line in reversed(tail):
        if is_date_line(line):
            continue
        if not (is_titled(line, 120) and _ORGANISATION.search(line)) or _SLOGAN.match(line) or "!" in line:
            break
        names.insert(0, line)
    return names


def _date_line(lines: list[Passage] | list[str]) -> Dated | None:
    whole = [line if isinstance(line, str) else line.text for line in lines]
    texts = [short for text in whole for short in (text.split("\n") if len(text) < 400 else [text])]
    found = [find_dates(text)[0][1] for text in texts if is_date_line(text)]
    return found[0] if len(set(found)) == 1 else None


def _date_in(preface: str) -> Dated | None:
    found = {dated for _, dated in find_dates(preface)} if _DATED.search(preface) else set()
    return found.pop() if len(found) == 1 else None
