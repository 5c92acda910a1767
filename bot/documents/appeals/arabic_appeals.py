"""Appeals and claims in an Arabic sentence, levelled: «ندعو العمال إلى …», «نطالب السلطات بـ…»."""

from __future__ import annotations

import re

from bot.documents.appeals.wordings import Span

_POWERS = re.compile(r"السلطات|الحکومة|حکومة|النظام|ادارة|وزارة|المحکمة|القضاء|البرلمان|الشرطة|الدولة|الرییس|الرئیس")
_URGE = re.compile(
    r"(?:^|\s|و|کما )(?:ندعو|تدعو|یدعو|نناشد|تناشد|یناشد|نهیب ب|نحث|تحث"
    r"|نطلب من) ?(?P<who>\S[^.؟!:،]{1,200}?)،? (?:الی |ل(?=\w{3})"
    r"|ان |ب(?=\w{4})|علی (?:ان )?)(?P<what>\S.*)"
)
_AND = re.compile(r"[،؛] و(?=\S{3})")
_DEMAND = re.compile(
    r"(?:^|\s|و|کما )(?:نطالب|تطالب|یطالب|طالبت?) ?(?P<who>(?:\S+ ){0,6}?)(?:ب(?=\w{3})"
    r"|ان )(?P<what>(?!ما یلی)[^:]{4,400})"
)


def perform(plain: str) -> tuple[Span, Span] | None:
    """Who is called upon to do what, if those are no powers."""
    found = _URGE.search(plain)
    if not found or _POWERS.search(found["who"]):
        return None
    return found.span("who"), found.span("what")


def claims(plain: str) -> list[Span]:
    """Where the words stand that say what is demanded, or what those in power are called upon to do."""
    found, asked = _DEMAND.search(plain), _URGE.search(plain)
    if not found and asked and _POWERS.search(asked["who"]):
        found = asked
    if not found:
        return []
    start, end = found.span("what")
    cuts = [match.span() for match in _AND.finditer(plain, start, end)]
    return list(zip([start, *(cut[1] for cut in cuts)], [*(cut[0] for cut in cuts), end], strict=True))
