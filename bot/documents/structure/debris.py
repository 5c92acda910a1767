"""What a web page leaves in a text that was copied from it: placeholders, buttons, forms, lists of other texts.

Lines are compared as a whole, after one yeh, kaf, digit and space was made of many. Words that any text may use as a
line of its own ("Email", «خانه») count only beside other debris, or above the title and below the text.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from bot.documents.passages import Passage
from bot.documents.scripts import ascii_digits
from bot.documents.structure import leftovers, pagelines
from bot.documents.structure.leftovers import HEADERS, MASTHEAD, REPLIES
from bot.documents.structure.lines import BYLINE, MAX_TITLE, ends_sentence, is_date_line, is_titled

MAX_LINE = 320
FIXED = leftovers.FIXED | pagelines.FIXED
WEAK = leftovers.WEAK | pagelines.WEAK
TEMPLATES = (leftovers.TEMPLATE, pagelines.TEMPLATE)
_BUTTONS = frozenset(word for word in FIXED | WEAK if " " not in word)
_SPACES = re.compile(r"\s{2,}")
_DECORATIONS = " \t*•·|→←»«›‹>:–—-….…_[](){}/\\✓✔▶►▼▲#+=~"
_BOXED = re.compile(r"\[[^\[\]]{2,30}\]")
_BETWEEN = re.compile(r"\s*[·•|/»>]\s*")
_SHORT = 90
_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_NAMED = re.compile(
    r"(?:Discover more from|Powered by|More from|About|Subscribe to|Follow|©(?: Copyright)?|Copyright(?: ©)?)"
    r" (?:\d{4}[-–\d]*,? )?(?P<name>\S.{1,60}?)(?: on .{1,20}|,? \d{4}\b.*|\. .*)?[.|]?$"
)
_BACK = re.compile(r"\s*(?P<way>\[(?:back|return|↩|بازگشت)\]|↩[\ufe0e\ufe0f]?|↑|⤴|\^)\s*$", re.IGNORECASE)
_SAYS = re.compile(r".{1,50}\b(?:says|said|wrote|writes)(?: on .{6,40})?:$|.{1,40} (?:گفت|می[ \u200c]?گوید|نوشت):$")


@lru_cache(maxsize=8192)
def is_debris(line: str) -> bool:
    """Whether the *line* alone shows that it belongs to a web page and not to a text."""
    plain = _plain(line)
    if plain is None:
        return False
    if (_BOXED.fullmatch(line) and plain in WEAK) or pagelines.REACTIONS.fullmatch(plain):
        return True
    return plain in FIXED or (len(plain) > 5 and (_fits(plain) or _is_menu(plain) or pagelines.is_bar(plain, _BUTTONS)))


def may_be_debris(line: str) -> bool:
    """Whether the *line* is debris beside other debris."""
    return is_debris(line) or _is_weak(line)


def way_back(note: str) -> str:
    """The way back to its mark with which a *note* ends, as printed: "[back]"; "" if there is none."""
    found = _BACK.search(note, max(0, len(note) - 14))
    return found["way"] if found else ""


def mark(passages: list[Passage]) -> list[Passage]:
    """*passages* with what is debris marked as such; each line of it has been made a passage already."""
    found = [_as_debris(each) if _is_debris(each) else each for each in passages]
    names = {match["name"].casefold() for each in found if each.kind == "debris" and (match := _NAMED.match(each.text))}
    last = _last_of_text(found)
    for at, passage in enumerate(found):
        if passage.kind == "paragraph" and passage.text.casefold() in names:
            found[at] = _as_debris(passage)
    _clear_masthead(found)
    _spread(found, last)
    _clear_lists(found)
    _clear_end(found, last)
    _clear_channel(found)
    _clear_between(found)
    return found


def _plain(line: str) -> str | None:
    if len(line) > MAX_LINE:
        return None
    return _SPACES.sub(" ", ascii_digits(line).lower().translate(pagelines.LEVEL)).strip(_DECORATIONS)


def _is_menu(plain: str) -> bool:
    """Whether the line is all buttons: «Terms of use · Privacy · Cookies», or most are and all are as short."""
    pieces = [piece.strip() for piece in _BETWEEN.split(plain)]
    known = sum(1 for piece in pieces if piece in FIXED or piece in WEAK)
    short = len(pieces) > 3 and all(0 < len(piece) <= 30 for piece in pieces)
    return len(pieces) > 1 and (known == len(pieces) or (short and 2 * known >= len(pieces)))


def _is_weak(line: str) -> bool:
    plain = _plain(line)
    return plain is not None and (plain in WEAK or pagelines.TIMES.fullmatch(plain) is not None)


def _fits(plain: str) -> bool:
    return any(template.fullmatch(plain) for template in TEMPLATES)


def _is_debris(passage: Passage) -> bool:
    if passage.kind == "item":
        # A list of buttons; but «- Email» may be an item of a text.
        plain = _plain(passage.words)
        return plain is not None and (len(plain) > 14 or plain[-1:].isdigit()) and _fits(plain)
    return passage.kind == "paragraph" and "\n" not in passage.text and is_debris(passage.text)


def _as_debris(passage: Passage) -> Passage:
    return replace(passage, kind="debris", marker="")


def _last_of_text(passages: list[Passage]) -> int:
    """The place of the last paragraph that ends a sentence, or of the last item or caption; -1 without one."""
    for at in range(len(passages) - 1, -1, -1):
        passage = passages[at]
        if passage.kind in {"item", "caption"} or (passage.kind == "paragraph" and ends_sentence(passage.text)):
            return at
    return -1


def _clear_masthead(passages: list[Passage]) -> None:
    """Mark the name of the paper or site over the title."""
    head = [at for at, each in enumerate(passages[:10]) if each.kind != "debris"]
    if len(head) > 3 and head[0] and _is_dated_post([passages[at] for at in head[:4]]):
        # A journal puts its own name over the day, and the day over the title.
        passages[head[0]] = _as_debris(passages[head[0]])
    while len(head) > 1 and all(passages[at].kind == "paragraph" and is_titled(passages[at].text) for at in head[:2]):
        first, below = passages[head[0]], passages[head[1]]
        plain = _plain(first.text) or ""
        # Below the menu of a page stand the names of site and section, and only then the title.
        in_menu = (
            head[0] > 0
            and len(first.text.split()) <= 5
            and len(below.text.split()) > 2
            and not first.text.endswith(":")
        )
        if not (MASTHEAD.fullmatch(plain) or in_menu) or not _is_over_byline(passages, head):
            break
        passages[head[0]] = _as_debris(first)
        head.pop(0)


def _is_dated_post(head: list[Passage]) -> bool:
    name, day, title, text = head
    return is_titled(name.text, 60) and is_date_line(day.text) and is_titled(title.text) and len(text.text) > 20


def _is_over_byline(passages: list[Passage], head: list[int]) -> bool:
    """Whether a byline or date follows the next titles, or a text at once."""
    for at in head[1:4]:
        text = passages[at].text
        if BYLINE.match(text) or is_date_line(text.split("\n")[-1]) or len(text) > MAX_TITLE:
            return True
    return False


def _spread(passages: list[Passage], last: int) -> None:
    """Mark what may be debris and stands next to debris, above the text or below it."""
    for step in (1, -1):
        beside = False
        for at in range(len(passages))[::step]:
            passage = passages[at]
            weak = _is_weak(passage.words) if passage.kind in {"paragraph", "item"} else False
            if weak and (beside or (at > last and at > 0) or (at == 0 and len(passages) > 2)):
                passages[at] = passage = _as_debris(passage)
            beside = passage.kind == "debris"


def _clear_lists(passages: list[Passage]) -> None:
    """Mark the titles of other texts below «Related articles», and what readers wrote below «3 comments»."""
    until = 0
    said = max((at for at, each in enumerate(passages) if _says(each)), default=-1)
    for at, passage in enumerate(passages):
        plain = _plain(passage.words) if passage.kind == "debris" else None
        if plain is None or at < until:
            continue
        if REPLIES.fullmatch(plain) and (len(passages) - at) * 3 <= len(passages) + 30:
            until = _clear_all(passages, at + 1) if said > at else at
        elif HEADERS.fullmatch(plain):
            until = _clear_titles(passages, at + 1)


def _clear_titles(passages: list[Passage], first: int) -> int:
    end = first
    while end < len(passages) and _is_title_of_another(passages[end]):
        end += 1
    if end < len(passages) and end > first and passages[end].kind == "paragraph":
        # Text goes on: its heading stays, and only what is closely joined to the header is a list.
        end = first + sum(1 for _ in _joined(passages, first, end - 1))
    for at in range(first, end):
        passages[at] = _as_debris(passages[at])
    return end


def _joined(passages: list[Passage], first: int, end: int) -> list[Passage]:
    taken: list[Passage] = []
    for passage in passages[first:end]:
        if passage.kind != "item" and passage.gap > 0 and taken and taken[-1].kind != "debris":
            break
        taken.append(passage)
    return taken


def _is_title_of_another(passage: Passage) -> bool:
    text = passage.words
    if passage.kind in {"debris", "rule"}:
        return True
    if passage.kind not in {"item", "paragraph", "caption"} or len(text) > 1000:
        return False
    return all(is_titled(line, 180) or is_date_line(line) or _URL.search(line) for line in text.split("\n"))


def _says(passage: Passage) -> bool:
    return len(passage.text) < 2000 and _SAYS.fullmatch(passage.text.partition("\n")[0]) is not None


def _clear_all(passages: list[Passage], first: int) -> int:
    for at in range(first, len(passages)):
        passages[at] = _as_debris(passages[at])
    return len(passages)


def _clear_channel(passages: list[Passage]) -> None:
    """Mark the name of a channel over the number of those who read it."""
    if len(passages) > 2 and passages[0].kind == "paragraph" and passages[1].kind == "debris":
        plain = _plain(passages[1].text)
        if plain is not None and pagelines.CHANNEL.fullmatch(plain) and is_titled(passages[0].text):
            passages[0] = _as_debris(passages[0])


def _clear_between(passages: list[Passage]) -> None:
    """Mark the short lines that stand under the text among at least as many lines of debris."""
    last = max((at for at, each in enumerate(passages) if each.kind == "debris"), default=0)
    sure = rest = 0
    first = last + 1
    for at in range(last, 0, -1):
        passage = passages[at]
        if passage.kind == "debris":
            sure += 1
            if rest <= sure:
                first = at
        elif passage.kind == "rule":
            continue
        elif passage.kind not in {"paragraph", "item"} or len(passage.text) > _SHORT or _is_note(passage):
            break
        else:
            rest += 1
    if len(passages) - last > 3 or sure < 3:
        return
    for at in range(first, last):
        if passages[at].kind in {"paragraph", "item"}:
            passages[at] = _as_debris(passages[at])


def _is_note(passage: Passage) -> bool:
    return passage.kind == "item" and re.match(r"[\[(]?[0-9۰-۹]|[⁰¹²³⁴-⁹]", passage.marker) is not None


def _clear_end(passages: list[Passage], last: int) -> None:
    """Mark addresses of other pages under the text, with the titles they belong to."""
    if last < 0:
        return
    for at in range(len(passages) - 1, last, -1):
        passage = passages[at]
        if passage.kind != "paragraph":
            continue
        lines = passage.text.split("\n")
        if not _URL.fullmatch(lines[-1].strip()) or any(ends_sentence(line) for line in lines[:-1]):
            continue
        passages[at] = _as_debris(passage)
        above = passages[at - 1]
        if (
            len(lines) == 1
            and at - 1 > last
            and above.kind == "paragraph"
            and passage.gap == 0
            and is_titled(above.text)
        ):
            passages[at - 1] = _as_debris(above)
