"""The title of a text: its first lines, where they are shaped like one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.documents.dates import find_dates
from bot.documents.passages import NOT_TEXT, Passage
from bot.documents.structure.issue_dates import date_of_label
from bot.documents.structure.lines import BYLINE, MAX_TITLE, SALUTATION, is_date_line, is_titled
from bot.documents.structure.names import ORGANISATION, is_person

MOST_LINES = 5
MOST_WORDS = 4  # of a button on a site

_KINDS_EN = (
    r"(?:Statement|Declaration|Communiqu[eé]|Resolution|Manifesto|Message|Appeal|Open Letter|Letter|Bulletin"
    r"|Press Release"
    r"|Call(?: to Action)?|Announcement|Proclamation|Charter|Report|Interview|Update|Dispatch|Petition)"
)
_KINDS_FA = (
    "(?:بیانی|اعلامی|قطعنام|اطلاعی|ابلاغی|نام)(?:هٔ|ۀ|ه‌ی|ه ی|ه)|(?:فراخوان|پیام|گزارش|منشور|گفتگو|گفت‌وگو|مصاحبه|متن)"
)
KIND_LINE = re.compile(
    rf"(?:(?:The|A|Joint|Public|Open|Press|Final|Solidarity|Official|Collective|Urgent|Emergency|New|First"
    rf"|Second|Third"
    rf""
    rf"|Full|Text|Complete|International) )*(?:of (?:the )?)?{_KINDS_EN}s?\b|(?:{_KINDS_FA})(?=\s|$|[:：])",
    re.IGNORECASE,
)
_BARE_KIND = re.compile(
    rf"(?:(?:The|A|Joint|Public|Open|Press|Final|Solidarity|Official|Collective|Urgent|Emergency) )*{_KINDS_EN}[:：]?"
    rf"(?: (?:No\.?|Number|#) ?\d{{1,3}})?|(?:{_KINDS_FA})(?: (?:مشترک|مطبوعاتی|پایانی|عمومی|سرگشاده|خبری|جمعی"
    rf"|تحلیلی))*"
    "(?: شمارهٔ? ?[0-9۰-۹]{1,3})?[:：]?",
    re.IGNORECASE,
)
BEFORE = re.compile(
    r"(?:for (?:immediate )?release|press release|breaking(?: news)?|news|statement|translation|exclusive|updated?"
    r"|in the name of .{2,40}|به نام .{2,40}|بنام .{2,40}|بسم.{2,40}|با سلام.{0,20})[:!.]?",
    re.IGNORECASE,
)


_LABEL = re.compile(
    r"(?:issue |publication |release )?date|published|posted|author|تاریخ(?: انتشار)?|نویسنده", re.IGNORECASE
)
# What was done to a text, with its date, stands under a title.
_PASSED = re.compile(
    r"(?:Adopted|Passed|Approved|Agreed|Issued|Published|Posted|Written|Delivered|Given|Read|Sent|Updated|Released)\b"
    r"|(?:مصوب|تصویب|منتشر|صادر|نوشته)"
)
_TRAIL = re.compile(r"\s[/»›>|·]\s|[»›]")
_BUTTONS = re.compile(r"(?:\[[^\[\]]{2,30}\] ?){2,}")
_ISSUED = re.compile(rf"(?:{KIND_LINE.pattern}) ?(?:of|by|from) \S|(?:{_KINDS_FA}) \S", re.IGNORECASE)
_TOPIC = re.compile(
    r"[:：!?؟]|\b(?:on|about|regarding|concerning|against|to mark"
    r"|in (?:solidarity|support|response|defen[cs]e|protest))\b"
    r"|دربار|در مورد|پیرامون|به مناسبت|در حمایت|در محکومیت|در پی|در اعتراض|علیه|برای",
    re.IGNORECASE,
)
_SMALL = re.compile(r"(?:by|of|on|from|for|to|in|about|regarding|concerning|against)\b[^.\n]{3,120}[^.,;:\n]")
# The day and hour of a meeting stand under a title.
_APPOINTED = re.compile(r"\d{1,2}[:.]\d{2}\b|\d ?[ap]\.?m\b|ساعت ?[\d۰-۹]")


def mark(passages: list[Passage]) -> list[Passage]:
    """*passages* with the lines of the title marked; there may be none."""
    above = [at for at in range(len(passages)) if _is_above(passages, at)]
    first = next((at for at in range(len(passages)) if at >= len(above) or above[at] != at), len(passages))
    if first == len(passages) or not may_be_title(passages[first], passages[first + 1 : first + 2], opens=True):
        # "Statement" alone, with the words after it in lines of their own
        first = next((at for at in range(first) if _BARE_KIND.fullmatch(passages[at].text)), len(passages))
    if first == len(passages):
        return passages
    motto, first = first, _after_motto(passages, first)
    passages = [
        replace(passage, kind="debris") if at < first and (at == motto or _is_trail(passages, at)) else passage
        for at, passage in enumerate(passages)
    ]
    last = _last_line(passages, first)
    if last + 1 < len(passages) and passages[last + 1].kind == "paragraph" and is_author(passages, last + 1):
        passages = [*passages[: last + 1], replace(passages[last + 1], kind="byline"), *passages[last + 2 :]]
    return [replace(passage, kind="title") if first <= at <= last else passage for at, passage in enumerate(passages)]


def may_be_title(passage: Passage, following: Sequence[Passage], *, opens: bool = False) -> bool:
    """Whether the line could be one of a title that stands over what is *following*."""
    text = passage.text
    if passage.kind != "paragraph" or not following or SALUTATION.match(text) or (not opens and is_appointed(text)):
        return False
    if not opens and _PASSED.match(text) and find_dates(text):
        return False
    if BYLINE.match(text) and not (opens and text.startswith("By ") and not is_person(text[3:])):
        return False
    return is_titled(text.removesuffix(":"), MAX_TITLE) and not text.startswith(("[", "("))


def is_appointed(text: str) -> bool:
    """Whether the line tells an hour, as the lines of a call to meet do."""
    return _APPOINTED.search(text) is not None


def goes_on(above: Passage, below: Passage) -> bool:
    """Whether the title line *below* belongs to one title with the line *above* it."""
    return (
        above.text.endswith((":", "—", "–", "،", "؛"))
        or _BARE_KIND.fullmatch(above.text) is not None
        or (KIND_LINE.match(below.text) is not None and KIND_LINE.match(above.text) is None and _tells(below.text))
    )


def is_of_issuer(text: str) -> bool:
    """Whether the line under a title says no more than "Statement by the Mill Union"."""
    return _ISSUED.match(text) is not None and not _tells(text)


def _tells(text: str) -> bool:
    return _TOPIC.search(text) is not None


def _is_above(passages: list[Passage], at: int) -> bool:
    passage = passages[at]
    if passage.kind in NOT_TEXT or _is_trail(passages, at) or is_date_line(passage.text) or _is_about(passage):
        return True
    if passage.text.startswith("By ") and is_person(passage.text[3:]):
        return True
    # "Press release" over a title is its label; alone it is the title.
    return at + 1 < len(passages) and bool(BEFORE.fullmatch(passage.text)) and not _is_long(passages[at + 1])


def _is_trail(passages: list[Passage], at: int) -> bool:
    """Whether the line over a title is the way to it through a site: "News / Letters"."""
    below = next((each for each in passages[at + 1 : at + 4] if each.kind not in NOT_TEXT), None)
    if below is None or len(passages[at].text) > 80 or passages[at].kind != "paragraph":
        return False
    if _BUTTONS.fullmatch(passages[at].text):
        return True
    return is_way(passages[at].text) and may_be_title(below, passages[-1:], opens=True)


def is_way(line: str) -> bool:
    """Whether the line is all short pieces between signs, as the way through a site is: "News / Letters"."""
    steps = _TRAIL.split(line.strip(" /»›>|·"))
    return len(steps) > 1 and all(0 < len(step.split()) <= MOST_WORDS for step in steps)


def _is_about(passage: Passage) -> bool:
    """Whether it says who published a text and when, as sites do over a title: "Written by …", "Published: …"."""
    told = passage.words
    labelled = bool(BYLINE.match(told)) if passage.kind == "item" else "\n" not in told and bool(_LABEL.fullmatch(told))
    return labelled or (len(told) <= 120 and date_of_label(told) is not None)


def _after_motto(passages: list[Passage], first: int) -> int:
    """The place of the title under the motto or name of a site: motto, date, «بیانیهٔ …»; else *first*."""
    places = [at for at in range(first + 1, min(first + 6, len(passages))) if not _is_above(passages, at)]
    if not places or places[0] == first + 1 or any(each.kind == "rule" for each in passages[first : places[0]]):
        return first
    motto, second = passages[first].text, passages[places[0]]
    if not may_be_title(second, passages[places[0] + 1 : places[0] + 2], opens=True) or KIND_LINE.match(motto):
        return first
    return places[0] if KIND_LINE.match(second.text) or motto.isascii() != second.text.isascii() else first


def _is_long(passage: Passage) -> bool:
    return len(passage.text) > MAX_TITLE or passage.kind != "paragraph"


def _last_line(passages: list[Passage], first: int) -> int:
    last = first
    page = _is_title_page(passages, first)
    while last + 1 < len(passages) - 1 and last - first < MOST_LINES - 1:
        following = passages[last + 1]
        joined = page and following.gap == 0
        if _goes_on_small(passages[last], following):
            last += 1
            continue
        if not (joined or goes_on(passages[last], following)):
            break
        if not may_be_title(following, passages[last + 2 : last + 3]) or is_author(passages, last + 1):
            break
        last += 1
    return last


def is_author(passages: list[Passage], at: int) -> bool:
    """Whether the line under a title is no more than somebody's name, with the date under it."""
    if at + 1 >= len(passages) or len(passages[at - 1].text.split()) <= MOST_WORDS:
        return False
    text = passages[at].text
    named = is_person(text) and len(text.split()) <= MOST_WORDS - 1 and not ORGANISATION.search(text)
    return named and KIND_LINE.match(text) is None and is_date_line(passages[at + 1].text)


def _goes_on_small(above: Passage, below: Passage) -> bool:
    """Whether the line below goes on in small letters: "Statement", "by the Mill Union", "on the snow"."""
    bare = _BARE_KIND.fullmatch(above.text) is not None or above.text[:1].islower()
    return bare and below.kind == "paragraph" and _SMALL.fullmatch(below.text) is not None


def _is_title_page(passages: list[Passage], first: int) -> bool:
    # A title of several lines stands alone: a blank line ends it, and nothing in it is long.
    lines = [passages[first]]
    for passage in passages[first + 1 : first + 7]:
        if passage.gap:
            return all(len(each.text) <= MAX_TITLE for each in lines)
        lines.append(passage)
    return False
