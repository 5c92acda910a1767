"""To whom a whole text speaks: whether it is a letter to those in power."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.documents.appeals.wordings import level
from bot.documents.passages import Passage

_TO_POWER = re.compile(
    r"(?:(?:your|his|her) (?:excellenc|honou?r|majesty|eminence)|(?:dear |to "
    r"|honou?rable )(?:the )?(?:\w+[. ]+){0,4}?(?:ministers?|presidents?|governors?|prime minister|secretary"
    r"|secretary-general|world leaders|leaders|ambassador|rector|chancellor|mayor|director|senators?|commissioner"
    r"|judges?|prosecutor|excellency|members of (?:the )?(?:parliament|congress|council))\b"
    r"|(?:an )?open letter to (?:the )?(?:\w+[. ]+){0,4}?(?:minist\w+|presidents?|governors?|governments?"
    r"|secretary|leaders|authorities|mayor|rector|director)\b|(?:sir|madam|dear sirs?|sir or madam)\W*$|(?:جناب"
    r"|عالی ?جناب|حضرت|ریاست محترم|وزیر محترم|رئیس محترم|رییس محترم|به وزیر|نامه به وزیر))"
)


def is_to_power(passages: Sequence[Passage]) -> bool:
    """Whether a text is a letter to those in power, by how it addresses them: "Your Excellency", "Dear Minister"."""
    return any(len(each.text) <= 120 and _TO_POWER.match(level(each.text)) for each in passages)
