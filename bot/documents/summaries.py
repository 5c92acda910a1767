"""Summaries by extraction: a few whole sentences of a text, verbatim, in its own order.

A sentence is worth more the more it says in the words the whole text keeps coming back to (centrality), the earlier
its paragraph stands and if it opens that paragraph (position), and the more words it shares with the title. It is worth
less if it leans on what was said before it ("This …", "However, …"), or is very short or long. Questions, lead-ins,
quotations and links are left out, and so is what repeats a sentence already taken. No chance and no model: the same
text gives the same summary.
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
    r"|nevertheless|meanwhile|این|آن|اما|ولی|همچنین|بنابراین|پس|او|آنها|آن‌ها|از این رو|با این حال|در این)\b",
    re.IGNORECASE,
)
_UNFIT = re.compile(r"[?؟][\"”’»)\]\d]*$|[:؛;,،]$|https?://|www\.|^[\"“‘«'\d(\[]")
_PAIRS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))


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
    fit = [each for each in every if 6 <= each.length <= 60 and _stands_alone(each.text)]
    if n is None:
        n = 1 if len(every) < 4 else 2 if len(every) < 9 else 3 if len(every) < 25 else 4 if len(every) < 60 else 5
    counts = Counter(term for each in every for term in each.terms)
    topic = _terms(title)
    ranked = sorted(fit, key=lambda each: (-_worth(each, counts, topic), each.place))
    taken: list[_Sentence] = []
    for each in ranked:
        if len(taken) == n:
            break
        if not any(_overlap(each, other) > 0.55 for other in taken):
            taken.append(each)
    return [each.text for each in sorted(taken, key=lambda each: each.place)]


def _sentences(paragraphs: Sequence[str], language: str) -> list[_Sentence]:
    found: list[_Sentence] = []
    for number, paragraph in enumerate(paragraphs):
        for at, text in enumerate(split(paragraph, language)):
            found.append(_Sentence(text, len(found), number, at == 0, _terms(text), len(text.split())))
    return found


def _terms(text: str) -> frozenset[str]:
    return frozenset(_TERM.findall(fold_joined(text))) - _STOP


def _worth(sentence: _Sentence, counts: Counter[str], topic: frozenset[str]) -> float:
    # Logarithms keep one word that is everywhere from drowning the rest; the root keeps long lists from winning.
    central = sum(math.log(counts[term]) for term in sentence.terms) / math.sqrt(len(sentence.terms) + 4)
    early = 1 / (1 + 0.25 * sentence.paragraph) * (1 if sentence.opens else 0.6)
    shared = len(sentence.terms & topic) / (len(topic) + 1)
    length = 1.0 if 10 <= sentence.length <= 38 else 0.5
    return central * length + 1.6 * early + shared - (0.8 if _LEANS.match(sentence.text) else 0)


def _overlap(one: _Sentence, other: _Sentence) -> float:
    return len(one.terms & other.terms) / len(one.terms | other.terms) if one.terms else 0


def _stands_alone(text: str) -> bool:
    if _UNFIT.search(text) or text.count('"') % 2:
        return False
    return all(text.count(opened) == text.count(closed) for opened, closed in _PAIRS)
