"""Who speaks in a text that does not name its issuer: "The Trades Congress condemns …", "called by …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.documents.passages import Passage
from bot.documents.structure import names

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
_FEW = 3


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


def callers(passages: Sequence[Passage]) -> list[str]:
    """Those by whom a line under the text says it is organised or called."""
    for passage in [each for each in passages if each.kind != "debris"][-8:]:
        for line in passage.words.split("\n")[-8:]:
            found = _CALLED.match(line) if len(line) <= 500 else None
            if found and names.is_organisation(bare := found["rest"].strip(" .")):
                return names.several(bare)
    return []
