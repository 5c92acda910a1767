"""How a text shows by its structure that it holds several: counted titles, rules, gaps, notes, "Continue reading".

A lead-in that promises several texts ("three letters", «سه بیانیه») makes headings count that would otherwise be those
of one text. Weekly reports, interviews and statements in points have headings too, and promise nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from bot.documents.passages import Passage
from bot.documents.structure import prefaces
from bot.documents.structure.lines import BYLINE, NUMBER_ENDS, ends_sentence, is_date_line, is_exclaimed
from bot.documents.structure.openings import is_title, promised, promises, read_ordinal, says_so

_MOST = 100
_TEXT = 60
_NUMBERED = re.compile(rf"\(?(?:[0-9۰-۹]{{1,2}}|[IVX]{{1,4}})[{NUMBER_ENDS}:]")
_AGAIN = re.compile(
    r"(?:continue|keep) reading:? (?P<a>.{3,150})|(?:read more|read on)(?: about|:) (?P<b>.{3,150})"
    r"|(?:ادامه[\u200c ]?ی? (?:مطلب|خواندن|متن)|بیشتر بخوانید):? (?P<c>.{3,150})",
    re.IGNORECASE,
)


def find(passages: Sequence[Passage], body: Sequence[Passage], usual: int, title: str) -> list[int]:
    """The places in *body* of the titles of the texts that make up a collection; empty where nothing shows one."""
    own = [at for at, each in enumerate(body) if each.kind == "title"]
    first = own[-1] + 1 if own else 0
    titled = [at for at in range(len(body) - 1) if _opens(body, at)]
    inner = [at for at in titled if at >= first]
    for found in (_counted(body, titled), _repeated(passages, body, titled), _noted(body, titled, inner)):
        if len(found) > 1:
            return found[:_MOST]
    return _promised(body, inner, first, usual, title)[:_MOST]


def _opens(body: Sequence[Passage], at: int) -> bool:
    """Whether a text may begin with the line: shaped like a title, and running text soon follows."""
    if not is_title(body[at]) or prefaces.bracketed(body[at].text):
        return False
    below = [each for each in body[at + 1 : at + 4] if each.kind != "rule"]
    return any(len(each.text) > _TEXT and each.kind != "item" for each in below)


def _counted(body: Sequence[Passage], places: Sequence[int]) -> list[int]:
    """Titles that count texts: "Letter 1", "Letter 2"; «نامهٔ نخست», «نامهٔ دوم»."""
    sorts: dict[str, list[tuple[int, int]]] = {}
    for at in places:
        if counted := read_ordinal(body[at].words):
            sorts.setdefault(counted[0], []).append((at, counted[1]))
    for found in sorts.values():
        if [number for _, number in found] == list(range(1, len(found) + 1)):
            return [at for at, _ in found]
    return []


def _repeated(passages: Sequence[Passage], body: Sequence[Passage], places: Sequence[int]) -> list[int]:
    """Titles that come again in a link under their text: "Continue reading The Strike"."""
    again = [match for each in passages if each.kind == "debris" and (match := _AGAIN.fullmatch(each.text))]
    named = {next(group for group in match.groups() if group).strip(" →»…").casefold() for match in again}
    return [at for at in places if body[at].words.casefold() in named] if len(named) > 1 else []


def _noted(body: Sequence[Passage], titled: Sequence[int], inner: Sequence[int]) -> list[int]:
    """Titles each with words on the text under it: a translator's note, a preface in brackets, a byline."""
    noted = [at for at in titled if _is_noted(body, at)]
    if len([at for at in noted if at in set(inner)]) > 1 or len(noted) > 2:
        return noted
    return noted if len(noted) == 2 and 2 * len(noted) > len(titled) else []


def _is_noted(body: Sequence[Passage], at: int) -> bool:
    below = body[at + 1]
    labelled = prefaces.EDITORS.match(below.text) is not None or prefaces.speaks_of_text(below.text)
    return labelled or below.kind == "preface" or BYLINE.match(below.text) is not None


def _promised(body: Sequence[Passage], inner: Sequence[int], first: int, usual: int, title: str) -> list[int]:
    lead = " ".join(each.text for each in body[first : min(inner, default=first)][:4])[:1500]
    counts = promised(title, is_title=True) | promised(lead)
    told = says_so(title) + promises(lead)
    if not (counts or told):
        return _signed(body, list(_after_rules(body, inner)))
    headings = [at for at in inner if body[at].kind in {"heading", "item"} and not _is_question(body[at].words)]
    numbered = [at for at in headings if _is_numbered(body[at])]
    grounds: tuple[list[int], ...] = (
        list(_after_rules(body, inner)), numbered, [at for at in inner if body[at].gap > usual], headings
    )  # fmt: skip
    for found in grounds:
        if len(found) > 1 and len(found) in counts:
            return found
    enough: Callable[[list[int]], bool] = lambda found: found is not headings or told > 1  # noqa: E731
    return next((found for found in grounds if len(found) > 1 and enough(found)), [])


def _after_rules(body: Sequence[Passage], places: Sequence[int]) -> Iterator[int]:
    return (at for at in places if at and body[at - 1].kind == "rule")


def _signed(body: Sequence[Passage], places: list[int]) -> list[int]:
    """*places* after rules, if the texts over those rules end like texts: with a signature or a date."""
    if len(places) < 2 or sum(1 for each in body if each.kind == "rule") > len(places) + 2:
        return []
    ends = [body[end - 2] for _, end in pairwise(places)] + [body[-1]]
    return places if sum(map(_is_signature, ends)) * 3 >= 2 * len(places) else []


def _is_signature(passage: Passage) -> bool:
    line = passage.text.rpartition("\n")[2]
    return is_date_line(line) or (len(line) <= 80 and not ends_sentence(line) and not line.endswith(":"))


def _is_numbered(passage: Passage) -> bool:
    return _NUMBERED.match(passage.text) is not None


def _is_question(text: str) -> bool:
    return is_exclaimed(text) and not text.rstrip('"”»’)').endswith("!")
