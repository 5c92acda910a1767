"""How a text speaks, as short names: what the model of `kinds` weighs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot.documents.passages import Passage

_WORD = re.compile(r"[^\W\d_]+(?:[\u200c'’-][^\W\d_]+)*")
_SIGNS = {
    "we": r"\b(?:we|our|us)\b|\bما\b|\bنحن\b|ئێمە",
    "i": r"\b(?:I|my|me)\b|\bمن\b",
    "you": r"\byou(?:r)?\b|\bشما\b",
    "said": r"\b(?:said|says|told|according to|reported|reports|added|explained|argue[sd]?|wrote)\b"
    r"|گفت|به گزارش|به گفته|نوشت|افزود",
    "condemn": r"\b(?:condemn|denounce|declare|demand|call (?:on|for|upon)|solidarity|support|reject|stand with)\w*\b"
    r"|محکوم|همبستگی|حمایت|اعلام می|خواهان|خواستار|ندین|نطالب",
    "ask": r"\b(?:please|sign|share|join|write to|donate|come|bring|send)\b"
    r"|بپیوندید|امضا کنید|بیایید|شرکت کنید|بنویسید|دعوت",
    "hour": r"\b\d{1,2}(?:[:.]\d{2})? ?(?:[ap]\.?m\b|o.clock|noon)|\b\d{1,2}:\d{2}\b|ساعت",
    "day": r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|شنبه|جمعه",
    "gather": r"\b(?:rally|vigil|picket|demonstration|march|gathering|petition|campaign)\b"
    r"|تجمع|گردهمایی|تظاهرات|راهپیمایی|کارزار",
    "week": r"\b(?:this|last|past) week\b|\bweek\b|هفته",
    "past": r"\b(?:years? ago|anniversary|in (?:19|20)\d\d|history|remember)\b|سال پیش|سالگرد|تاریخ",
    "ask_q": r"[?؟]",
    "figure": r"\d",
    "when": r"^\W{0,4}(?:when|where|what|time|date|place|venue|meeting point|deadline|who|how"
    r"|زمان|مکان|محل|وعده|مهلت|کجا|کی)\s?[:：]",
    "invite": r"(?:^|[.!?…:] |\n)\W{0,3}(?:please,? )?(?:come|bring|join|sign|share|gather|assemble|meet|march|write"
    r"|call|donate|send|wear"
    r"|spread|print|translate|tell|ask|read|put|take|invite|stand|help|post|copy|e-?mail|phone|organi[sz]e|hang"
    r"|light)\b"
    r"|(?:کنید|بدهید|بپیوندید|بیایید|بیاورید|بفرستید|بنویسید|بگذارید|برسانید|باشید|شوید|بخوانید|بگیرید)(?!\w)",
    "we_call": r"\bwe (?:call|invite|ask|urge|appeal)\b|فرا ?می[ \u200c]?خوانیم|دعوت می[ \u200c]?کنیم|فراخوان",
    "reach": r"@|https?://|www\.|\b\+?\d{3,}[ -]\d{3,}",
    "third": r"\b(?:he|she|his|her|they|their)\b|\bاو\b|\bآنها\b|\bآنان\b",
    "days": r"\b(?:yesterday|today|tonight|tomorrow)\b|دیروز|امروز|فردا|دیشب|امشب",
    "percent": r"per cent|percent|%|درصد",
}
_COMPILED = {name: re.compile(pattern, re.MULTILINE) for name, pattern in _SIGNS.items()}
_CASED = frozenset({"i"})
_OFTEN = (0, 2, 5, 10, 20, 40)  # times in a thousand words
_COUNTED = ("heading", "item", "quote", "caption", "byline", "closing", "preface", "editors", "note")
_ASKED = re.compile(r"(?:Q|A|پرسش|پاسخ|سؤال|سوال)\s?[:：]|[A-Z][\w .]{1,30}: ")


def manners(
    title: str | None, passages: Sequence[Passage], *, ruled: str, issuers: Sequence[str], counts: Mapping[str, int]
) -> list[str]:
    """What is worth weighing of a text with that *title*; *ruled* is the kind that the rules say."""
    found = [f"ruled={ruled}"] if ruled else []
    running = [each for each in passages if each.kind in {"paragraph", "item", "quote", "heading"}]
    text = "\n".join(each.text for each in running)
    words = max(1, len(_WORD.findall(text)))
    small, small_title = text.lower(), (title or "").lower()
    for name, pattern in _COMPILED.items():
        many = len(pattern.findall(text if name in _CASED else small)) * 1000 / words
        found += [f"{name}>{limit}" for limit in _OFTEN if many > limit]
        if title and pattern.search(title if name in _CASED else small_title):
            found.append(f"title_{name}")
    lines = [each.text for each in passages[:8] if len(each.text) < 160]
    found += sorted({f"t={word.lower()}" for word in _WORD.findall(title or "")})
    found += sorted({f"top={word.lower()}" for line in lines for word in _WORD.findall(line)})
    asked = sum(bool(_ASKED.match(each.text)) for each in running)
    found += [f"size={min(len(text) // 1500, 6)}", f"issuers={min(len(issuers), 4)}", f"asked={min(asked, 3)}"]
    found.append("title" if title else "no_title")
    found += [f"{kind}={min(sum(each.kind == kind for each in passages), 4)}" for kind in _COUNTED]
    found += [f"{name}={min(count, 5)}" for name, count in counts.items()]
    return found
