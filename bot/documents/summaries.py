"""Summaries by extraction: a few whole sentences of a text, verbatim, in its own order.

A sentence is worth more the more it says in the words the whole text keeps coming back to (centrality), the earlier
its paragraph stands and if it opens that paragraph (position), the more words it shares with the title, if it tells a
number or what was done to people, and if it demands or calls. It is worth less near one already taken, or if very short
or long. What leans on the words before it ("This …", "However, …") is taken only where nothing else is left. Questions,
lead-ins, quotations and links are left out, and so is what repeats a sentence already taken. No chance and no model:
the same text gives the same summary. The weights were measured on texts that people had summarised by hand.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.documents.scripts import fold_joined
from bot.documents.sentences import split

_TERM = re.compile(r"[^\W\d_]{3,}")
_STOP = frozenset(
    fold_joined(
        "the and for that with this from have has had are was were been being not but they their them these those "
        "there which who whom whose what when where while will would could should can may might must also into onto "
        "over under than then such only more most some any all each every other another our ours you your his her its "
        "she him about after before between against during through because both either very just even still yet now "
        "out off own same "
        "این آن است بود شد شده شود کند کرد کرده می‌شود می‌کند برای هم های با بر تا که از را در به یک نیز هر همه "
        "اما ولی ما شما آنها آن‌ها ایشان خود باید نباید هستند هستیم بودند دارد دارند داشت خواهد اگر چون پس پیش "
        "بین روی زیر مورد"
    ).split()
)
_LEANS = re.compile(
    r"(?:this|these|that|those|it|he|she|they|such|however|but|and|so|also|moreover|furthermore|instead|similarly|yet"
    r"|thus|therefore|then|another|in (?:this|these|that|such)|for this|at the same|as such|of course|likewise"
    r"|nevertheless|meanwhile|their|his|her|its|because|given (?:its|this|their)|as (?:in|a result)"
    r"|under (?:this|cover of this)|این|آن|اما|ولی|ولیکن|همچنین|چنین|همین|از سوی دیگر|در نتیجه|به همین"
    r"|با وجود این|به این ترتیب|بدین ترتیب|بنابراین|پس|او|آنها|آن‌ها|از این رو|با این حال|در این)\b",
    re.IGNORECASE,
)
_UNFIT = re.compile(r"[?؟][\"”’»)\]\d]*$|[:؛;,،]$|https?://|www\.|^[\"“‘«'\d(\[•*-]|^(?:Q|A|س|ج)\s?:")
_FACT = re.compile(
    r"\d|\b(?:killed|arrested|detained|executed|sentenced|injured|wounded|dead|died|hundreds|thousands|dozens|strike|"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|sixty|hundred) \w+)\b"
    r"|کشته|بازداشت|اعدام|زخمی|محکوم|اعتصاب|[۰-۹]|صدها|هزاران|ده‌ها| (?:دو|سه|چهار|پنج|شش|هفت|هشت|نه|ده|بیست"
    r"|سی|چهل|پنجاه|صد) ",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:demands?|must|calls? (?:up)?on|calls? for|urges?|insists?|appeals? to|asks? (?:all|every|the|our"
    r"|parents|readers|doctors)|need to|is necessary)\b"
    r"|خواستار|باید|می‌خواهیم|می خواهیم|فرا می‌خوان|دعوت می‌کن|مطالبه|ضروری|خواهان",
    re.IGNORECASE,
)
_MARKED = re.compile(r"[^\W\d_]\d{1,2}\b")
_SHORTEST, _LONGEST = 6, 60
_LOOKED_AT = 200  # of the worthiest sentences
_PAIRS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))
_ENDS = re.compile(r"[.!?…؟۔][\"'”’»)\]]*\s*$")


@dataclass(frozen=True)
class _Sentence:
    text: str
    place: int
    paragraph: int
    opens: bool
    terms: frozenset[str]
    length: int


def extract(paragraphs: Sequence[str], language: str, n: int | None = None, title: str = "") -> list[str]:
    """Up to *n* whole sentences of *paragraphs*, verbatim and in order: three to five where the text is long enough.

    Pass running text only: headings, notes, captions and editors' notes are the caller's to leave out.
    """
    every = _sentences(paragraphs, language)
    fit = [each for each in every if _SHORTEST <= each.length <= _LONGEST and _stands_alone(each.text)]
    if n is None:
        n = 1 if len(every) < 3 else 2 if len(every) < 8 else 3 if len(every) < 20 else 4 if len(every) < 60 else 5
    counts = Counter(term for each in every for term in each.terms)
    topic = _terms(title)
    worth = {each.place: _worth(each, counts, topic, len(every)) for each in fit}
    taken: list[_Sentence] = []
    # What leans on the sentence before it is taken only where too little else is left.
    for group in (False, True):
        rest = [each for each in fit if bool(_LEANS.match(each.text)) is group]
        rest = sorted(rest, key=lambda each: (-worth[each.place], each.place))[:_LOOKED_AT]
        while rest and len(taken) < n:
            best = max(rest, key=lambda each: (worth[each.place] - _nearness(each, taken), -each.place))
            rest.remove(best)
            if not any(_overlap(best, other) > 0.5 for other in taken):
                taken.append(best)
    return [each.text for each in sorted(taken, key=lambda each: each.place)]


def may_end(text: str) -> bool:
    """Whether a sentence may end where *text* does."""
    return _ENDS.search(text) is not None


def _sentences(paragraphs: Sequence[str], language: str) -> list[_Sentence]:
    found: list[_Sentence] = []
    for number, paragraph in enumerate(paragraphs):
        for at, text in enumerate(split(paragraph, language)):
            found.append(_Sentence(text, len(found), number, at == 0, _terms(text), len(text.split())))
    return found


def _terms(text: str) -> frozenset[str]:
    return frozenset(_TERM.findall(fold_joined(text))) - _STOP


def _worth(sentence: _Sentence, counts: Counter[str], topic: frozenset[str], whole: int) -> float:
    # Logarithms keep one word that is everywhere from drowning the rest; the root keeps long lists from winning.
    central = sum(math.log(counts[term]) for term in sentence.terms) / math.sqrt(len(sentence.terms) + 4)
    usual = math.log(whole + 1) / 2
    early = 1 / (1 + 0.25 * sentence.paragraph) * (1 if sentence.opens else 0.6)
    shared = len(sentence.terms & topic) / (len(topic) + 1)
    length = 1.0 if 10 <= sentence.length <= 38 else 0.6
    told = 0.7 * bool(_FACT.search(sentence.text)) + 0.3 * bool(_ASKS.search(sentence.text))
    broken = 1.0 if _MARKED.search(sentence.text) else 0.0
    return central * length / usual + 0.8 * early + shared + told - broken


def _nearness(sentence: _Sentence, taken: Sequence[_Sentence]) -> float:
    return 0.1 * sum(sentence.paragraph == other.paragraph for other in taken) + sum(
        _overlap(sentence, other) for other in taken
    )


def _overlap(one: _Sentence, other: _Sentence) -> float:
    return len(one.terms & other.terms) / len(one.terms | other.terms) if one.terms else 0


def _stands_alone(text: str) -> bool:
    if _UNFIT.search(text) or text.count('"') % 2 or not may_end(text):
        return False
    return all(text.count(opened) == text.count(closed) for opened, closed in _PAIRS)
