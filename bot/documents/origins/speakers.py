"""Who speaks in a text that does not name its issuer: "The Trades Congress condemns …", "called by …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from bot.documents.origins import rosters
from bot.documents.passages import Passage
from bot.documents.structure import names
from bot.documents.structure.lines import is_date_line

_SAYS = (
    r"(?:(?:publicly|strongly|firmly|unequivocally|fully|hereby|once again|jointly) )*"
    r"(?:expresses|condemns|calls|stands?|demands|declares|welcomes|supports|rejects|denounces|deplores|protests|salutes|joins|extends|remembers|urges"
    r"|appeals|mourns|sends|is (?:appalled|outraged|shocked|deeply|alarmed|concerned))\b"
)
_NAME = r"(?P<name>[A-Z][\w’'-]*,?(?: (?:of|for|the|and|in|&|[A-Z][\w’'-]*)){0,9}?)"
_OPENS = re.compile(rf"(?:(?:Today|On|In|As|After|Following) [^.\n]{{3,160}}?, )?(?:[Tt]he )?{_NAME} {_SAYS}")
_CALLED = re.compile(
    r"\W{0,4}(?i:(?:jointly )?(?:organi[sz]ed|called|hosted|initiated|convened)(?: and \w+)? by)\W{1,3}"
    r"(?:the )?(?P<rest>[^\n]{3,400})"
)
_WE = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_WE_ARE = re.compile(
    r"\bWe,? (?:the )?(?:(?:undersigned )?members (?:and \w+ )?of (?:the )?|of the |at the "
    r"|in the )?(?P<name>[A-Z][^,;:.()\n]{4,90}?)(?:,| \()"
    r"|(?:^|[\s«])ما[،,]? (?:اعضای |به عنوان )?(?P<fa>[^،,.:؛()\n]{4,80}?)[،,(]"
)
_TOGETHER = re.compile(r"(?:\bWe, (?:the )?|(?:^|[\s«])ما[،,] )(?P<names>[^.;؛:!?؟\n]{10,500})")
_COMMA = re.compile(r"[,،] (?:the )?")
_MADE = re.compile(
    r"\b[Tt]his (?:\w+ )?(?:report|statement|bulletin|update|letter|text|briefing|leaflet|newsletter|document|call"
    r"|appeal|summary) (?:is|was|has been) (?:\w+ )?(?:produced|issued|published|written|prepared|compiled|put out)"
    r"(?: \w+)? by (?:the )?(?P<name>[A-Z][^,;:.()\n]{4,90}?)(?=[,.;(]| (?:in|on|with|and|from|to|at|for|as)\b)"
    r"|این (?:گزارش|بیانیه|متن|خبرنامه|اطلاعیه|نامه) (?:توسط|از سوی|به قلم) (?P<fa>[^،.:؛()\n]{4,80}?)"
    r" (?=تهیه|منتشر|نوشته|تنظیم|صادر)"
)
_FEW = 3
_NEAR_TOP = 40


def speaking(passages: Sequence[Passage]) -> list[str]:
    """The body of which the first sentences, else the title, say that it condemns or demands, if the text speaks as we.

    Where it does not say "we", somebody else reports what the body said.
    """
    running = [each.text for each in passages if each.kind in {"paragraph", "item"}]
    if not any(_WE.search(text) for text in running[:40]):
        return []
    title = " ".join(each.text for each in passages if each.kind == "title")
    for text in (*running[:_FEW], title):
        found = _OPENS.match(text[:400])
        name = found["name"].strip(" ,") if found else ""
        if any(each[0][:1].isupper() for each in names.BODY.finditer(name)) and not re.match("We|Our", name):
            return names.several(name)
    return []


def we(passages: Sequence[Passage]) -> list[str]:
    """Those of whom a sentence says that they are "we": "We, the Mill Union, …", «ما، کانون نان و شورای آب، …»."""
    for passage in [each for each in passages[:_NEAR_TOP] if each.kind == "paragraph"]:
        text = passage.text[:1500]
        if several := _together(text):
            return several
        found = _WE_ARE.search(text)
        name = (found["name"] or found["fa"] or "").strip() if found else ""
        opens = names.BODY.match(name) if found and found["fa"] else names.BODY.search(name)
        if opens and not is_date_line(name):
            return names.several(name)
    return []


def _together(text: str) -> list[str]:
    """Three or more bodies in a row after "We, the"."""
    found = _TOGETHER.search(text)
    pieces = _COMMA.split(found["names"]) if found else []
    bodies = list(takewhile(lambda piece: not piece[:1].islower() and names.is_organisation(piece), pieces))
    if any("\u0600" <= letter <= "\u06ff" for letter in text[:50]):
        bodies = list(takewhile(names.BODY.match, bodies))
    several = [*bodies[:-1], *names.several(bodies[-1])] if bodies else []
    return several if len(several) > 2 else []


def producing(passages: Sequence[Passage]) -> list[str]:
    """The body by which the first sentences say that the text was made: "This report is produced by the …"."""
    for passage in [each for each in passages if each.kind in {"paragraph", "item"}][:_FEW]:
        found = _MADE.search(passage.text[:1000])
        name = (found["name"] or found["fa"]).strip() if found else ""
        if names.is_organisation(name):
            return names.several(name)
    return []


def callers(passages: Sequence[Passage]) -> list[str]:
    """Those by whom a line under the text says it is organised or called."""
    for passage in [each for each in passages if each.kind != "debris"][-8:]:
        for line in passage.words.split("\n")[-8:]:
            found = _CALLED.match(line) if len(line) <= 500 else None
            if found and names.is_organisation(found["rest"].strip(" .")):
                return rosters.names_in_lines([line])
    return []
