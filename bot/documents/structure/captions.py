"""Captions of pictures: with a credit, with the alternative text above them, or beside what a picture has left."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, pairwise

from bot.documents.passages import Passage
from bot.documents.sentences import split
from bot.documents.structure.lines import ends_sentence, is_titled
from bot.documents.structure.pages.debris import is_debris

LONGEST = 600
_SHORT = 220

_AGENCIES = (
    r"(?:AP|AFP|Reuters|Getty(?: Images)?|EPA|ISNA|IRNA|Tasnim|Mehr(?: News)?|Fars(?: News)?|Shutterstock|Wikimedia"
    r"(?: Commons)?|Unsplash|Flickr|Alamy|Xinhua|Anadolu|Twitter|Telegram|Instagram|ایسنا|ایرنا|تسنیم)"
)
_CREDIT = re.compile(
    r"(?:^|[\s.,;)”»\[(|/–—-])(?:(?:Photo|Image|Pic|Picture|Video|Illustration|Graphic|Artwork|Photo/Video)s?"
    r"(?: credits?)?"
    r"|Credits?|Photograph(?:s|er|y)?|Screenshot|Screen ?grab|PHOTOS?|IMAGE|CREDIT|PIC|Foto)"
    r"(?: (?:by|from|courtesy of|via) |\s?[:/©]\s{0,3})\S[^\n]{0,70}$"
    r"|(?:^|[\s.،؛)»|(\[])(?:عکاس|عکس(?:\u200c?ها)?(?: از)?|منبع عکس|تصویر(?: از)?"
    r"|تصویرگر)\s?[:：]\s{0,3}\S[^\n]{0,70}$"
    r"|(?:^|[.)»|(\[؛،/–-]\s{0,4})عکس(?:\u200c?ها)? از [^\n.]{2,50}\)?$"
    r"|\b(?:Photo|Image|Picture|Courtesy|Credit) (?:courtesy )?of [^\n.]{2,50}\.?$"
    rf"|[(|/©]\s?[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){{0,3}}\s?[/|]\s?{_AGENCIES}(?: Photos?"
    rf"| via [A-Z][\w ]{{1,30}})?\)?\.?$"
    rf"|[|©]\s?{_AGENCIES}(?: Photos?| via [A-Z][\w ]{{1,30}})?\)?\.?$"
    r"|(?:^|\s)©\s?[A-Zآ-ی@][^\n]{0,60}$"
    r"|[.!?)”]\s{1,4}(?:Source|منبع)\s?:\s{0,3}https?://\S+$"
    r"|(?:^|[.!?)”]\s{1,6})[Vv]ia:?\s+(?:https?://\S+|@\w+|[A-Z][\w ]{1,30})$"
)
# "… in June (photo: R. Karimi)", "[Picture by a reader]"
_IN_BRACKETS = re.compile(
    r"[\[(](?:photo(?:graph)?|image|pic|picture|video|illustration|عکس|تصویر|عکاس)s?"
    r"(?: (?:by|from|of|courtesy of|credit))?\s?[:/–-]?\s[^()\[\]]{2,70}[\])]\.?$",
    re.IGNORECASE,
)
# How the BBC and others print what belongs to a picture
_SOURCE = re.compile(
    r"(?:(?:Image|Photo|Picture|Video|Media) (?:source|caption|credit|copyright)|منبع (?:تصویر|عکس|ویدیو|ویدئو)"
    r"|توضیح (?:تصویر|عکس|ویدیو|ویدئو)|شرح (?:تصویر|عکس)|زیرنویس (?:تصویر|عکس)|مصدر الصورة|التعليق على الصورة)"
    r"\s?[,،:]\s?\S.{1,300}"
)
_AGENCY_ALONE = re.compile(rf"\((?:[^()]{{0,40}}[/|] ?)?{_AGENCIES}\)\.?$")
_LABELLED = re.compile(
    r"(?:(?:Image |Photo |Picture )?Captions?|(?:Cover |Featured |Lead |Main )?(?:Photo|Image|Picture)"
    r"|Pictured(?: above| here)?"
    r"|Above|Alt(?: text)?|شرح (?:عکس|تصویر)|عکس(?: بالا| اول)?|تصویر(?: بالا| اول)?|زیرنویس(?: عکس)?)\s?[:：]\s*\S"
    r"|(?:In this (?:undated |file )?(?:picture|photo|photograph|image|frame grab|screengrab)\b"
    r"|(?:This|An?) (?:undated |file )?(?:photo(?:graph)?|picture|image|frame grab|screengrab|screenshot)"
    r" (?:taken|released|posted|provided|obtained|from|shared|published|of)\b"
    r"|(?:Photo|Picture|Image)s? (?:shows?|of)\b|File photo\b)"
)
_LABELLED_FA = re.compile(r"(?:در این (?:عکس|تصویر)|(?:عکس|تصویری|عکسی|نمایی) از)\b")
_PLACEHOLDER = re.compile(
    r"(?:tweet|twitter|x|video|photo|image|instagram|facebook|youtube|embed|link)(?: post| tweet)? url"
    r"|\[?(?:photo|image|video|gallery)\]?"
    r"|(?:embedded|embed) \w+|pic\.twitter\.com/\w+",
    re.IGNORECASE,
)
_PICTURE = re.compile(
    r"[^\n]*(?:\.(?:jpe?g|png|gif|webp|svg|bmp|avif)\b[^\n]*|[-_](?:photo|image|img|pic|picture|banner)(?:[-_]?\d+)?)"
    r"|\[?(?:photo|image|picture|video|عکس|تصویر|ویدئو|ویدیو)(?: placeholder| url)?\]?|(?:img|dsc|image"
    r"|photo)[-_ ]?\d[\w.-]*",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:(?:A|An|The|Some|Many|Two|Three|Hundreds of|Thousands of|Young|Iranian|Protesting|Striking|\w+n) )*"
    r"(?:people|protesters?|demonstrators?|women|men|woman|man|girls?|youth|students?|workers?|teachers?"
    r"|nurses|families|mothers"
    r"|crowds?|supporters|activists|residents|mourners|prisoners|photo|banner|poster|mural|portrait|scene|view"
    r"|sign|graffiti"
    r"|march|rally|demonstration|protest|funeral|vigil|picket|drawing|cartoon|map)\b"
    r"|(?:In front of|Outside|Inside|Near|Beside|Somewhere in) (?:the )?[A-Z]|[A-Z][\w’'-]+ [A-Z][\w’'-]+[,(]"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2},"
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|must|may|might|should|do|does|did|says|said|say"
    r"|we|I|it|they|you)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://\S+")
_TERM = re.compile(r"[^\W\d_]{4,}")


def is_credited(text: str) -> bool:
    """Whether *text* ends as a caption with its credit does, or is called a caption or picture in so many words."""
    if len(text) > LONGEST:
        return False
    # Addresses are long, and what they say is no caption.
    text = _ADDRESS.sub("https://…", text.replace("\n", " "))
    short = len(text) <= _SHORT and len(split(text)) <= 3
    return bool(
        _CREDIT.search(text[-110:])
        or _IN_BRACKETS.search(text[-110:])
        or _SOURCE.fullmatch(text)
        or (short and _LABELLED.match(text.lstrip("[(")))
        or (short and not ends_sentence(text) and (_AGENCY_ALONE.search(text[-70:]) or _LABELLED_FA.match(text)))
    )


def is_credit(text: str) -> bool:
    """Whether *text* says whose the picture is, and nothing else: "Photo: R. Karimi"."""
    return _CREDIT.match(text) is not None or _IN_BRACKETS.match(text) is not None


def mark(passages: list[Passage]) -> list[Passage]:
    """*passages* with what stands under a picture or for it marked; captions with a credit are marked already."""
    found = [piece for each in passages for piece in _apart(each)]
    usual = max(1, Counter(each.gap for each in found[1:]).most_common(1)[0][0]) if len(found) > 1 else 1
    for at in range(1, len(found)):
        if found[at].kind == "caption" and _stands_for(found, at - 1, usual):
            found[at - 1] = replace(found[at - 1], kind="image")
    wide = _wide_pairs(found, usual)
    for at in range(1, len(found) - 1):
        if found[at].kind == "paragraph" and _is_bare_caption(found, at, usual, wide):
            found[at] = replace(found[at], kind="caption")
    return found


def _apart(passage: Passage) -> Iterator[Passage]:
    """*passage*, or its pieces where lines within it say of themselves that they belong to a picture."""
    lines = passage.text.split("\n") if passage.kind == "paragraph" else []
    if len(lines) < 2 or not any(_SOURCE.fullmatch(line.strip()) for line in lines):
        yield passage
        return
    place = passage.start
    gap = passage.gap
    for sourced, run in groupby(lines, key=lambda line: _SOURCE.fullmatch(line.strip()) is not None):
        whole = list(run)
        for text in whole if sourced else ["\n".join(whole)]:
            bare = text.strip()
            start = place + text.index(bare)
            yield replace(passage, kind="caption" if sourced else "paragraph", text=bare, start=start, gap=gap)
            place, gap = place + len(text) + 1, 0


def _stands_for(passages: list[Passage], at: int, usual: int) -> bool:
    """Whether the passage above a caption is the alternative text of its picture."""
    passage, caption = passages[at], passages[at + 1]
    if passage.kind != "paragraph" or not at or not _is_short(passage):
        return False
    if caption.gap > usual >= passage.gap or _is_picture(passages[at - 1]):
        return True
    if passage.gap > usual:
        return False  # it opens what follows
    terms, below = _terms(passage.text), _terms(caption.text)
    alike = len(terms & below) >= 2 and 2 * len(terms & below) >= len(terms)
    return alike or (
        is_titled(passage.text) and is_titled(passages[at - 1].text) and passages[at - 1].kind == "paragraph"
    )


def _is_bare_caption(passages: list[Passage], at: int, usual: int, wide: bool) -> bool:
    passage, above, below = passages[at], passages[at - 1], passages[at + 1]
    if not _is_short(passage):
        return False
    if _is_placeholder(above) and _is_placeholder(below) and len(passage.text) <= 140:
        return True
    if _is_picture(above) and above.kind == "debris" and len(passage.text) <= 160 and below.kind == "paragraph":
        return len(below.text) > 2 * len(passage.text) and (ends_sentence(passage.text) or passage.gap == 0)
    if wide and below.gap > usual >= passage.gap and ends_sentence(passage.text) and not _ends_part(passages, at):
        return True
    lonely = len(above.text) > _SHORT and len(passage.text) <= 170 and ends_sentence(passage.text)
    return (
        lonely
        and passage.text.endswith((".", ".”"))
        and bool(_SUBJECT.match(passage.text))
        and not _VERB.search(passage.text)
    )


def _ends_part(passages: list[Passage], at: int) -> bool:
    # Under the last lines of a text there is nothing but notes, rules and debris.
    return all(each.kind in {"debris", "rule", "item"} for each in passages[at + 1 :][:40])


def _wide_pairs(passages: list[Passage], usual: int) -> bool:
    """Whether pictures of this text stand in a wider gap than its paragraphs do."""
    return any(
        above.kind == "image" and below.kind == "caption" and below.gap > usual for above, below in pairwise(passages)
    )


def _is_short(passage: Passage) -> bool:
    text = passage.text
    return "\n" not in text and 4 <= len(text) <= _SHORT and not text.endswith((":", "!")) and len(split(text)) <= 2


def _is_placeholder(passage: Passage) -> bool:
    return passage.kind == "debris" and bool(_PLACEHOLDER.fullmatch(passage.text.strip()))


def _is_picture(passage: Passage) -> bool:
    return (
        passage.kind in {"debris", "image"}
        and is_debris(passage.text)
        and bool(_PICTURE.fullmatch(passage.text.strip()))
    )


def _terms(text: str) -> set[str]:
    return {term[:6] for term in _TERM.findall(text.lower())}
