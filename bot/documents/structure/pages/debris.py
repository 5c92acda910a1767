"""What a web page leaves in a text that was copied from it: placeholders, buttons, forms, lists of other texts.

Single lines are known by `buttons`. Words that any text may use as a line of its own ("Email", «خانه») count only
beside other debris, or above the title and below the text; what stands there is looked at as a whole by `pagetops`
and `pagetails`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.documents.passages import Passage
from bot.documents.structure.pages import pagetails, pagetops
from bot.documents.structure.pages.buttons import fits_template as _fits
from bot.documents.structure.pages.buttons import is_debris, is_weak, level

__all__ = ["is_debris", "mark", "may_be_debris", "way_back"]

_NAMED = re.compile(
    r"(?:Discover more from|Powered by|More from|About|Subscribe to|Follow|©(?: Copyright)?|Copyright(?: ©)?"
    r"|Thanks for reading|Help support)"
    r" (?:\d{4}[-–\d]*,? )?(?P<name>\S.{1,60}?)(?: on .{1,20}|,? \d{4}\b.*|[.!] .*)?[.!|]?$"
)
_BACK = re.compile(r"\s*(?P<way>\[(?:back|return|↩|بازگشت)\]|↩[\ufe0e\ufe0f]?|↑|⤴|\^)\s*$", re.IGNORECASE)


def may_be_debris(line: str) -> bool:
    """Whether the *line* is debris beside other debris."""
    return is_debris(line) or is_weak(line)


def way_back(note: str) -> str:
    """The way back to its mark with which a *note* ends, as printed: "[back]"; "" if there is none."""
    found = _BACK.search(note, max(0, len(note) - 14))
    return found["way"] if found else ""


def mark(passages: list[Passage]) -> list[Passage]:
    """*passages* with what is debris marked as such; each line of it has been made a passage already."""
    found = [replace(each, kind="debris", marker="") if _is_debris(each) else each for each in passages]
    names = {match["name"].casefold() for each in found if each.kind == "debris" and (match := _NAMED.match(each.text))}
    for at, passage in enumerate(found):
        if passage.kind == "paragraph" and passage.text.casefold() in names:
            found[at] = replace(passage, kind="debris", marker="")
    pagetops.clear(found)
    pagetails.clear(found)
    return found


def _is_debris(passage: Passage) -> bool:
    if passage.kind == "item":
        # A list of buttons; but «- Email» may be an item of a text.
        plain = level(passage.words)
        return plain is not None and (len(plain) > 14 or plain[-1:].isdigit()) and _fits(plain)
    return passage.kind == "paragraph" and "\n" not in passage.text and is_debris(passage.text)
