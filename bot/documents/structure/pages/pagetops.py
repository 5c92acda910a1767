"""What a page prints over the title of a text: the name of the site, its menus, the way through it."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.documents.passages import Passage
from bot.documents.structure.lines import BYLINE, MAX_TITLE, ends_sentence, is_date_line, is_titled
from bot.documents.structure.pages import pagelines
from bot.documents.structure.pages.buttons import is_navigation, is_section, is_weak, level
from bot.documents.structure.pages.leftovers import MASTHEAD, TAGLINE
from bot.documents.structure.titles import KIND_LINE

_HEAD = 80  # passages that a menu may be long
_RUNNING = 60
_NAME = 90
_MOST_NAMES = 4
_MOST_WORDS = 5
_MOST_IN_ENTRY = 3
_BUTTON = 12
_ISSUE = re.compile(r"(?:no|nr|vol|volume|issue|number|شماره|سال)\b\.? ?\d", re.IGNORECASE)
_DATED = re.compile(r"\b(?:1[34]\d\d|20\d\d)\b")
_FOLLOW = frozenset({"follow", "following", "دنبال کردن", "دنبال کنید", "متابعه"})
_PINNED = re.compile(r"pinned message|پیام (?:سنجاق|پین)[ \u200c]?شده", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:in this issue|contents|در این شماره|فهرست مطالب|فهرست این شماره)\W*", re.IGNORECASE)


def clear(passages: list[Passage]) -> None:
    """Mark in place what stands above the title."""
    _divide(passages)
    _clear_menus(passages)
    _clear_masthead(passages)
    _clear_channel(passages)
    if len(passages) > 2 and passages[0].kind in {"paragraph", "item"} and is_weak(passages[0].words):
        passages[0] = _as_debris(passages[0])


def _as_debris(passage: Passage) -> Passage:
    return replace(passage, kind="debris", marker="")


def _divide(passages: list[Passage]) -> None:
    """Make passages of their own of the names of sections between a menu and a title that stand in one block."""
    if passages and passages[0].kind == "paragraph":
        passages[:1] = _parted(passages[0])
    at = next((at for at, each in enumerate(passages[:_HEAD]) if _leads(each)), len(passages))
    while at < min(len(passages), _HEAD):
        line, cut, rest = passages[at].text.partition("\n")
        if (
            passages[at].kind == "paragraph"
            and cut
            and (is_section(line) or is_weak(line) or is_navigation(line) or _is_entry(line))
        ):
            start = passages[at].end - len(rest.lstrip())
            below = replace(passages[at], text=rest.lstrip(), start=start, gap=0)
            passages[at : at + 1] = [replace(passages[at], text=line.rstrip()), below]
        elif cut and line == rest.partition("\n")[0] and passages[at].kind == "paragraph":
            # The title of the page over the title of the text
            below = replace(passages[at], text=rest, start=passages[at].end - len(rest), gap=0)
            passages[at : at + 1] = [_as_debris(replace(passages[at], text=line)), below]
        elif cut and len(passages[at].text) > MAX_TITLE:
            return
        at += 1


def _parted(block: Passage) -> list[Passage]:
    """The first block, divided where it is the name of a site over a menu that goes on into the text."""
    lines = block.text.split("\n")
    at = next((at for at, line in enumerate(lines[: _MOST_NAMES + 1]) if is_navigation(line)), 0)
    if not at or at + 1 == len(lines) or any(len(line) > _NAME or ends_sentence(line) for line in lines[:at]):
        return [block]
    parts: list[Passage] = []
    place = block.start
    for text in (*lines[: at + 1], "\n".join(lines[at + 1 :])):
        bare = text.strip()
        start = place + text.index(bare)
        parts.append(replace(block, text=bare, start=start, gap=0 if parts else block.gap))
        place += len(text) + 1
    return parts


def _is_entry(line: str) -> bool:
    """Whether a line may be a further entry of a menu, however the site calls it."""
    return (
        len(line.split()) <= _MOST_IN_ENTRY
        and not KIND_LINE.match(line)
        and not _is_aside(line)
        and not line.endswith((".", ":", "!"))
    )


def _clear_menus(passages: list[Passage]) -> None:
    head = _length_of_head(passages)
    leading = [at for at in range(head) if _leads(passages[at])]
    while leading and _title_below(passages, leading[-1], head) is None:
        leading.pop()
    if not leading:
        return
    last = _end_of_sections(passages, leading[-1], head)
    unknown = [at for at in range(last) if passages[at].kind not in {"debris", "rule"} and at not in leading]
    names = [at for at in unknown if at < leading[0] and not _is_known(passages[at])]
    loose = sum(1 for at in unknown if not _is_known(passages[at]))
    if _holds_title(passages, last) or loose > 4 * len(leading) + 2 or len(names) > _MOST_NAMES:
        unknown = [at for at in unknown if at > leading[0] and is_section(passages[at].text)]
    for at in (*unknown, *leading, *range(leading[-1] + 1, last + 1)):
        if passages[at].kind != "rule":
            passages[at] = _as_debris(passages[at])


def _length_of_head(passages: list[Passage]) -> int:
    """How many passages stand above the first that is running text."""
    for at, passage in enumerate(passages[:_HEAD]):
        if passage.kind == "debris":
            continue
        # The motto of a site may be a sentence.
        least = _RUNNING if at > 2 else _NAME
        if len(passage.text) > MAX_TITLE or (len(passage.text) > least and ends_sentence(passage.text)):
            return at
        if passage.kind == "caption" or (passage.kind == "item" and not _is_button(passage)):
            return at
    return min(len(passages), _HEAD)


def _is_button(passage: Passage) -> bool:
    return len(passage.words) <= 30 and not ends_sentence(passage.words)


def _is_known(passage: Passage) -> bool:
    return all(is_weak(line) or is_section(line) or is_date_line(line) for line in passage.words.split("\n"))


def _leads(passage: Passage) -> bool:
    return passage.kind in {"paragraph", "item", "debris"} and "\n" not in passage.text and is_navigation(passage.words)


def _title_below(passages: list[Passage], at: int, head: int) -> int | None:
    """Where the title begins below the menu that ends *at*: the first line that is more than a button or a date."""
    for below in range(at + 1, min(head + 1, len(passages))):
        passage = passages[below]
        line = _opening(passage)
        if len(line) <= _BUTTON and below < at + 3:
            continue
        if passage.kind != "paragraph" or _is_aside(line) or is_section(line) or is_weak(line):
            continue
        over = below + 1 < len(passages) or "\n" in passage.text
        return below if over and is_titled(line, MAX_TITLE) else None
    return None


def _opening(passage: Passage) -> str:
    """The first line that is no date or byline; else the first."""
    lines = passage.text.split("\n", 3)
    return next((line.strip() for line in lines[:3] if not _is_aside(line)), lines[0])


def _is_aside(line: str) -> bool:
    return is_date_line(line) or BYLINE.match(line) is not None


def _end_of_sections(passages: list[Passage], last: int, head: int) -> int:
    """Where the menu ends that leads through the site up to *last*: names of sections may follow."""
    end = last
    for at in range(last + 1, min(head, len(passages) - 1)):
        named = passages[at].kind in {"paragraph", "item"} and _is_known(passages[at])
        named = named and not is_date_line(passages[at].text) and _title_below(passages, at, head) is not None
        if named or passages[at].kind == "debris" or (at == end + 1 and _goes_on(passages, at, head)):
            end = at
        elif len(passages[at].text.split()) > _MOST_WORDS or "\n" in passages[at].text or at > end + 1:
            break
    return end


def _goes_on(passages: list[Passage], at: int, head: int) -> bool:
    """Whether a menu goes on with an entry of its own over a title that is longer."""
    passage = passages[at]
    if passage.kind != "paragraph" or passage.gap or "\n" in passage.text or not _is_entry(passage.text):
        return False
    for below in range(at + 1, min(head + 1, len(passages))):
        line = _opening(passages[below])
        if passages[below].kind != "paragraph" or (not _is_entry(line) and not is_date_line(line)):
            return is_titled(line, MAX_TITLE) and len(line.split()) >= _MOST_WORDS
    return False


def _holds_title(passages: list[Passage], last: int) -> bool:
    """Whether the title may stand above a menu: something as long as a title over a byline or date."""
    titled = False
    lines = [line for each in passages[:last] if each.kind == "paragraph" for line in each.text.split("\n")]
    for at, line in enumerate(lines):
        if len(line) > 2 * _NAME or (len(line.split()) > 3 and ends_sentence(line) and not titled and at > 2):
            return True
        if titled and _is_aside(line):
            return True
        if _DATED.search(line) and not is_date_line(line) and is_titled(line, MAX_TITLE):
            return True  # a site has no date in its name
        titled = titled or (len(line.split()) > 4 and is_titled(line, MAX_TITLE))
    return False


def _clear_masthead(passages: list[Passage]) -> None:
    """Mark the name of the paper or site over the title."""
    if _is_of_issue(passages[:6]):
        return
    head = [at for at, each in enumerate(passages[:40]) if each.kind != "debris"][:10]
    if len(head) > 2 and _is_named([passages[at] for at in head[:3]]) and _is_over_byline(passages, head[1:]):
        for at in head[:2]:
            passages[at] = _as_debris(passages[at])
        del head[:2]
    if len(head) > 3 and head[0] and _is_dated_post([passages[at] for at in head[:4]]):
        # A journal puts its own name over the day, and the day over the title.
        passages[head[0]] = _as_debris(passages[head[0]])
    while len(head) > 1 and all(passages[at].kind == "paragraph" and is_titled(passages[at].text) for at in head[:2]):
        first, below = passages[head[0]], passages[head[1]]
        plain = level(first.text) or ""
        # Below the menu of a page stand the names of site and section, and only then the title.
        in_menu = (
            head[0] > 0
            and len(first.text.split()) <= 5
            and len(below.text.split()) > 2
            and not first.text.endswith(":")
            and not _is_aside(below.text)
            and not KIND_LINE.match(first.text)
        )
        if not (MASTHEAD.fullmatch(plain) or in_menu) or not _is_over_byline(passages, head):
            break
        passages[head[0]] = _as_debris(first)
        head.pop(0)


def _is_of_issue(head: list[Passage]) -> bool:
    """Whether these open an issue of a periodical, whose name is the title of what follows."""
    numbered = any(_ISSUE.search(each.text) for each in head if len(each.text) <= _NAME)
    return numbered and any(_CONTENTS.match(each.text) for each in head)


def _is_named(head: list[Passage]) -> bool:
    """Whether the name of a site and what it says of itself stand over a title."""
    name, says, _ = head
    lines = all(each.kind == "paragraph" and is_titled(each.text.partition("\n")[0]) for each in head)
    return lines and len(name.text.split()) <= _MOST_WORDS and TAGLINE.fullmatch(level(says.text) or "") is not None


def _is_dated_post(head: list[Passage]) -> bool:
    name, day, title, text = head
    if len(name.text.split()) > _MOST_WORDS or ":" in name.text or is_weak(title.text):
        return False
    return is_titled(name.text, 60) and is_date_line(day.text) and is_titled(title.text) and len(text.text) > 20


def _is_over_byline(passages: list[Passage], head: list[int]) -> bool:
    """Whether a byline or date follows the next titles, or a text at once."""
    for at in head[1:4]:
        text = passages[at].text
        if BYLINE.match(text) or is_date_line(text.split("\n")[-1]) or len(text) > MAX_TITLE or _is_sentence(text):
            return True
    return False


def _is_sentence(text: str) -> bool:
    return len(text) > _NAME and ends_sentence(text)


def _clear_channel(passages: list[Passage]) -> None:
    """Mark the name of a channel over the number of those who read it, and what of a pinned message stands above."""
    for at in range(min(6, len(passages) - 2)):
        if _PINNED.fullmatch(passages[at].text) and len(passages[at + 1].text) <= _NAME:
            passages[at + 1] = _as_debris(passages[at + 1])
    below = passages[1:4] if len(passages) > 4 else []
    if (
        below
        and passages[0].kind == "paragraph"
        and "\n" not in passages[0].text
        and not passages[0].text.endswith((".", "!", "?", "؟", ":"))
    ):
        counted = any(pagelines.CHANNEL.fullmatch(level(each.text) or "") for each in below)
        of_page = [each for each in below if each.kind == "debris" or is_weak(each.text)]
        followed = len(passages[0].text.split()) == 1 and level(below[0].text) in _FOLLOW
        if of_page and of_page[0] is below[0] and (counted or followed):
            passages[0] = _as_debris(passages[0])
