"""How a passage stands among others: as running text, as a sentence apart, as a line between lines of a page."""

from __future__ import annotations

from bot.documents.passages import Passage
from bot.documents.structure.lines import ends_sentence, is_exclaimed
from bot.documents.structure.pages.buttons import is_debris, is_weak

SHORT = 90
FEW_WORDS = 3
RUNNING = 60
_LONG = 160


def is_enclosed(passages: list[Passage], at: int) -> bool:
    """Whether a short line, or one of two, stands between lines of a page without a blank line."""
    if len(passages[at].text) > SHORT or passages[at].gap:
        return False
    return _meets(passages, at, -1) and _meets(passages, at, 1)


def _meets(passages: list[Passage], at: int, step: int) -> bool:
    """Whether a line of a page follows on this side, at once or after one other line, and no blank line before it."""
    for near in (at + step, at + 2 * step):
        if not 0 <= near < len(passages) or passages[near + 1 if step < 0 else near].gap:
            return False
        if passages[near].kind == "debris" or is_weak(passages[near].text):
            return True
        if len(passages[near].text) > SHORT:
            return False
    return False


def is_sentence_apart(passages: list[Passage], at: int) -> bool:
    """Whether a short sentence stands between blank lines or in a list, as those of a text may and a page's don't."""
    passage = passages[at]
    if passage.kind not in {"paragraph", "item"} or is_debris(passage.text) or len(passage.text.split()) <= FEW_WORDS:
        return False
    apart = passage.kind == "item" or (passage.gap > 0 and (at + 1 == len(passages) or passages[at + 1].gap > 0))
    return apart and ends_sentence(passage.text) and not is_exclaimed(passage.text)


def runs(passage: Passage) -> bool:
    """Whether it is running text, and not one of the short lines that a page is made of."""
    if passage.kind not in {"paragraph", "item"} or not ends_sentence(passage.text):
        return False
    return len(passage.text) > _LONG or (len(passage.text) > RUNNING and not is_exclaimed(passage.text))
