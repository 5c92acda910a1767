"""What a page prints under a text: buttons, comments and their form, titles of other texts, imprints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from bot.documents.passages import Passage
from bot.documents.structure import names
from bot.documents.structure.lines import ends_sentence, is_date_line, is_titled
from bot.documents.structure.pages import pagelines
from bot.documents.structure.pages.buttons import is_button, is_debris, is_weak, level
from bot.documents.structure.pages.sitewords import HEADERS, LISTS, REPLIES
from bot.documents.structure.pages.standings import FEW_WORDS, RUNNING, SHORT, is_enclosed, is_sentence_apart, runs

_MANY = 4
_REACH = 5
_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_SAYS = re.compile(r".{1,50}\b(?:says|said|wrote|writes)(?: on .{6,40})?:$|.{1,40} (?:گفت|می[ \u200c]?گوید|نوشت):$")
_ANSWER = frozenset({"reply", "پاسخ", "پاسخ دادن", "رد", "log in to reply"})
_NOTE = re.compile(r"[\[(]?[0-9۰-۹]|[⁰¹²³⁴-⁹]")


def clear(passages: list[Passage]) -> None:
    """Mark in place what stands below the text."""
    _divide(passages)
    _clear_comments(passages)
    _clear_rest(passages)
    last = _last_of_text(passages)
    _spread(passages, last)
    _clear_lists(passages)
    _clear_end(passages, last)
    _clear_between(passages)
    _clear_enclosed(passages)
    _clear_tags(passages, last)


def _as_debris(passage: Passage) -> Passage:
    return replace(passage, kind="debris", marker="")


def _divide(passages: list[Passage]) -> None:
    """Make passages of their own of the buttons and headers of lists within a block below the running text."""
    body = max((at for at, each in enumerate(passages) if runs(each)), default=len(passages))
    passages[body + 1 :] = [piece for each in passages[body + 1 :] for piece in _pieces(each)]


def _pieces(passage: Passage) -> Iterator[Passage]:
    """*passage* line by line where a line is of a page; the lines between those stay together."""
    lines = passage.text.split("\n") if passage.kind == "paragraph" else []
    if not any(map(_is_apart, lines)):
        yield passage
        return
    place, gap = passage.start, passage.gap
    for apart, run in groupby(lines, key=_is_apart):
        whole = list(run)
        for text in whole if apart else ["\n".join(whole)]:
            bare = text.strip()
            yield replace(passage, text=bare, start=place + text.index(bare), gap=gap)
            place, gap = place + len(text) + 1, 0


def _is_apart(line: str) -> bool:
    return is_weak(line) or LISTS.fullmatch(level(line) or "") is not None


def _clear_all(passages: list[Passage], first: int, end: int) -> None:
    for at in range(first, end):
        if passages[at].kind not in {"rule", "debris"}:
            passages[at] = _as_debris(passages[at])


def _last_of_text(passages: list[Passage]) -> int:
    """The place of the last paragraph that ends a sentence, or of the last item or caption; -1 without one."""
    for at in range(len(passages) - 1, -1, -1):
        passage = passages[at]
        if passage.kind == "debris":
            continue
        if (passage.kind == "item" and is_weak(passage.words)) or is_enclosed(passages, at):
            continue
        if passage.kind in {"item", "caption"} or (passage.kind == "paragraph" and ends_sentence(passage.text)):
            return at
    return -1


def _plain_of(passage: Passage) -> str | None:
    """A line of the page as lines are compared; None for what is none."""
    if passage.kind == "debris" or (passage.kind in {"paragraph", "item"} and is_weak(passage.words)):
        return level(passage.words)
    plain = level(passage.words) if passage.kind == "paragraph" and len(passage.text) <= RUNNING else None
    return plain if plain and LISTS.fullmatch(plain) else None


def _clear_comments(passages: list[Passage]) -> None:
    """Mark what readers wrote below «3 comments», where the lines below look like that."""
    begun = next((at for at, each in enumerate(passages) if runs(each)), len(passages))
    said = max((at for at, each in enumerate(passages) if _says(each)), default=-1)
    for at in range(begun + 1, len(passages)):
        plain = _plain_of(passages[at])
        if plain is None or not REPLIES.fullmatch(plain) or (len(passages) - at) * 3 > len(passages) + 30:
            continue
        if said > at or any(_is_of_comment(each) for each in passages[at + 1 : at + 1 + _REACH]):
            _clear_all(passages, at, len(passages))
            return


def _says(passage: Passage) -> bool:
    return len(passage.text) < 2000 and _SAYS.fullmatch(passage.text.partition("\n")[0]) is not None


def _is_of_comment(passage: Passage) -> bool:
    if len(passage.text) > SHORT:
        return False
    return any(
        level(line) in _ANSWER or pagelines.STAMP.fullmatch(level(line) or "") for line in passage.text.split("\n")
    )


def _clear_rest(passages: list[Passage]) -> None:
    """Mark all that follows "Related articles" where no text follows it."""
    body = max((at for at, each in enumerate(passages) if runs(each)), default=len(passages))
    body = max((at for at in range(body, len(passages)) if is_sentence_apart(passages, at)), default=body)
    begun = False
    for at in range(body + 1, len(passages)):
        begun = begun or passages[at].kind == "debris"
        plain = _plain_of(passages[at])
        if plain is None or not LISTS.fullmatch(plain) or not (begun or is_debris(passages[-1].text)):
            continue
        notes = (below for below in range(at + 1, len(passages)) if _is_note(passages[below]))
        _clear_all(passages, at, next(notes, len(passages)))
        return


def _is_note(passage: Passage) -> bool:
    return passage.kind == "item" and _NOTE.match(passage.marker) is not None and ends_sentence(passage.text)


def _spread(passages: list[Passage], last: int) -> None:
    """Mark what may be debris and stands next to debris, above the text or below it, or in a run of such lines."""
    _clear_runs(passages)
    for step in (1, -1):
        beside = False
        for at in range(len(passages))[::step]:
            passage = passages[at]
            weak = is_weak(passage.words) if passage.kind in {"paragraph", "item"} else False
            if weak and (beside or (at > last and at > 0)):
                passages[at] = passage = _as_debris(passage)
            beside = passage.kind == "debris"


def _clear_runs(passages: list[Passage]) -> None:
    """Mark the buttons of a bar that was copied a word a line, wherever it stands."""
    run: list[int] = []
    begun = next((at for at, each in enumerate(passages) if runs(each)), 0)
    for at, passage in enumerate([*passages, None]):
        if passage and passage.kind in {"paragraph", "rule"} and is_weak(passage.text) and (not run or not passage.gap):
            run.append(at)
            continue
        words = [each for each in run if passages[each].kind == "paragraph"]
        # Above the text two are enough.
        if len(words) > (1 if at < begun else 2) and any(is_button(passages[each].text) for each in words):
            _clear_all(passages, words[0], words[-1] + 1)
        run = []


def _clear_lists(passages: list[Passage]) -> None:
    """Mark the titles of other texts below «Related articles» where text goes on after them."""
    until = next((at for at, each in enumerate(passages) if runs(each)), 0)
    for at, passage in enumerate(passages):
        plain = level(passage.words) if passage.kind == "debris" else None
        if plain is not None and at >= until and HEADERS.fullmatch(plain):
            until = _clear_titles(passages, at + 1)


def _clear_titles(passages: list[Passage], first: int) -> int:
    end = first
    while end < len(passages) and _is_title_of_another(passages[end]):
        end += 1
    if end < len(passages) and end > first and passages[end].kind == "paragraph":
        # Text goes on: its heading stays, and only what is closely joined to the header is a list.
        closed = passages[end - 1].gap == 0 < passages[end].gap
        end = first + sum(1 for _ in _joined(passages, first, end if closed else end - 1))
    _clear_all(passages, first, end)
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


def _clear_between(passages: list[Passage]) -> None:
    """Mark the short lines that stand under the text among at least as many lines of debris."""
    last = max((at for at, each in enumerate(passages) if each.kind == "debris"), default=0)
    known = {each.text.casefold() for each in passages if each.kind == "debris"}
    begun = next((at for at, each in enumerate(passages) if runs(each)), 0)
    sure = rest = 0
    first = last + 1
    for at in range(last, begun, -1):
        passage = passages[at]
        if passage.kind == "debris":
            sure += 1
            if rest <= sure:
                first = at
        elif passage.kind == "rule":
            continue
        elif not _may_be_of_page(passages, at, known):
            break
        else:
            rest += 1 + passage.text.count("\n")
    if len(passages) - last > 3 or sure < 3:
        return
    end = last
    if sure > _MANY and all(each.gap == 0 and is_titled(each.text) for each in passages[last + 1 :]):
        end = len(passages)  # "Powered by", and then whom
    for at in range(first, end):
        if passages[at].kind in {"paragraph", "item"}:
            passages[at] = _as_debris(passages[at])


def _clear_enclosed(passages: list[Passage]) -> None:
    """Mark a word or two between the buttons of one block, wherever that stands."""
    for at in range(1, len(passages) - 1):
        passage = passages[at]
        if (
            passage.kind != "paragraph"
            or len(passage.text.split()) > FEW_WORDS
            or passage.text.endswith((".", "!", ":"))
        ):
            continue
        beside = all(each.kind == "debris" and each.gap == 0 for each in (passages[at - 1], passages[at + 1]))
        if beside and passage.gap == 0:
            passages[at] = _as_debris(passage)


def _clear_tags(passages: list[Passage], last: int) -> None:
    """Mark the tags under a text and over the buttons: words of which most begin small, as no name does."""
    below = next((at for at in range(last + 1, len(passages)) if passages[at].kind == "debris"), 0)
    at = below - 1
    if at <= last or passages[at].kind != "paragraph":
        return
    lines = passages[at].text.split("\n")
    small = sum(1 for line in lines if line[:1].islower())
    if len(lines) > 1 and 2 * small > len(lines) and all(len(line.split()) <= FEW_WORDS for line in lines):
        passages[at] = _as_debris(passages[at])


def _may_be_of_page(passages: list[Passage], at: int, known: set[str]) -> bool:
    """Whether a short line is no note, tag or slogan, and no name of those who sign."""
    passage = passages[at]
    if passage.kind not in {"paragraph", "item"} or len(passage.text) > SHORT:
        return False
    if passage.kind == "item" and _NOTE.match(passage.marker):
        return False
    if passage.text.startswith(("#", "@")) or passage.text.endswith("!"):
        return False
    if ends_sentence(passage.text) and not is_titled(passage.text) and len(passage.text.split()) > FEW_WORDS:
        return passage.gap == 0 and at + 1 < len(passages) and passages[at + 1].gap == 0
    known_here = passage.text.casefold() in known or is_enclosed(passages, at)
    return known_here or not any(map(names.is_organisation, passage.text.split("\n")))


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
