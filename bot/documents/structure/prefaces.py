"""Words of others around a text: notes of editors, prefaces in brackets, remarks put into it."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.documents.passages import SAME_LINE, Kind, Passage
from bot.documents.structure.lines import BYLINE, is_titled

MAX_PREFACE = 3000
_HEAD = 12

EDITORS = re.compile(
    r"[\[(*_]{0,3}(?:(?:A )?(?:Note|Introduction|Preface|Comment|Remarks?) (?:from|by|of) (?:the )?(?:Editors?"
    r"|editorial|Translators?)"
    r"|(?:The )?(?:Editor(?:s|’s|'s|s’|s')?|Editorial|Translator(?:s|’s|'s|s’|s')?|Publisher(?:s|’s|'s|s’|s')?"
    r"|Web ?master(?:’s|'s)?"
    r"|Admin(?:’s|'s)?|Site) (?:board )?(?:note|comment|introduction|preface|remarks?)s?"
    r"|Introductory Note|(?:Eds?|Trans)\.(?: note)?:|N\.B\.:"
    r"|(?:یادداشت|توضیح|مقدمه|مقدمهٔ|پیشگفتار)(?:ی)? (?:کوتاه )?(?:از )?(?:تحریریه|هی[ئأ]ت تحریریه|سردبیر"
    r"|سردبیری|ویراستار|ویراستاران|مترجم"
    r"|مترجمان|ناشر|سایت|وبسایت|وب‌سایت|نشریه|گردآورنده|گردآورندگان|دبیرخانه))",
    re.IGNORECASE,
)
PROVENANCE = re.compile(
    r"\b(?:issued|published|released|written|translated|transcri\w+|appeared|posted|taken from|reprint\w*"
    r"|repost\w*|signed|source"
    r"|dated|received|sent to us|(?:this|the|following) (?:\w+ )?(?:text|section|statement|article|letter"
    r"|interview|speech|declaration"
    r"|appeal|note|report|message|bulletin|document|translation|conversation|call|piece|leaflet|communiqu\w)"
    r"|voice message|interview"
    r"|we (?:asked|spoke|received|publish|reproduce))\b"
    r"|منتشر|صادر|نوشته|ترجمه|برگرفته|بازنشر|برگردان|(?:این|متن) (?:متن|بیانیه|اعلامیه|مطلب|مقاله|نامه|نوشته"
    r"|بخش|گفتگو|مصاحبه|گزارش)"
    r"|متن (?:زیر|حاضر|پیش رو|کامل)|به قلم|به نقل|منبع|پیاده|دریافت|امضا|ارسال|گفت‌?وگو|مصاحبه|توسط|از سوی",
    re.IGNORECASE,
)
_WORKS = (
    r"(?:interview|conversation|discussion|letter|statement|text|article|essay|speech|talk|message|piece|report"
    r"|translation|transcript|appeal|declaration|leaflet|communiqu[eé]|document|testimony|account|dispatch|excerpt"
    r"|extract|poem|call|open letter|post|contribution|note|reflection|pamphlet|editorial|petition|resolution)s?"
)
_DONE = (
    r"(?:appeared|published|posted|translated|conducted|recorded|transcribed|edited|shortened|abridged|condensed"
    r"|sent to us|sent out|reached us|received|came to us|took place|taken from|reprinted|reproduced|reposted"
    r"|republished|excerpted|adapted|smuggled|dictated|circulated|was (?:written|given|read|issued|made|drafted"
    r"|signed|delivered)|were (?:written|given|read|issued|made)|is (?:an?|the) (?:\w+ ){0,3}(?:translation|version"
    r"|transcript|excerpt|extract))"
)
_WORKS_FA = (
    r"(?:متن|نامه|بیانیه|اعلامیه|نوشته|نوشتار|مطلب|مقاله|گزارش|مصاحبه|گفت ?و ?گو|سخنرانی|پیام|یادداشت|فراخوان|روایت"
    r"|ترجمه|شعر|اطلاعیه|قطعنامه)"
)
_DONE_FA = (
    r"(?:منتشر|انتشار|ترجمه|برگردان|بازنشر|به دست (?:ما|مان)|نوشته شد|خوانده شد|ویرایش|پیاده|دریافت|ارسال"
    r"|ایراد|انجام شد"
    r"|انجام گرفت|برگرفته|صادر شد|ضبط شد|کوتاه شد|تنظیم)"
)
_SPEAKS = re.compile(
    rf"(?:The following|What follows|Below(?: is| are|,)?|Here is|The {_WORKS} (?:below|that follows|reproduced here)"
    rf"|(?:This|The) (?=(?:\w+ )?{_WORKS} (?:first |originally |was (?:first|originally|translated|recorded|conducted"
    rf"|sent|received|smuggled|edited|shortened|transcribed|dictated)|is (?:an?|the) (?:\w+ ){{0,3}}(?:translation"
    rf"|version|transcript)|has been (?:edited|shortened|translated|condensed|abridged|transcribed)|appeared"
    rf"|reached us|took place)))\b(?=.{{0,300}}\b{_WORKS}\b|.{{0,60}}\b(?:taken|translated|read)\b)"
    rf"(?=.{{0,500}}\b{_DONE}\b)"
    rf"|We (?:are )?(?:re-?)?(?:publish|post|print|produce|present|translat|shar)(?:e|es|ed"
    rf"|ing)? (?=.{{0,60}}(?:here|below"
    rf"|following|this|in full))(?=.{{0,200}}\b{_WORKS}\b)"
    rf"|We (?:have )?(?:just )?received (?:the following|this|the {_WORKS} below)\b"
    r"|(?:آنچه|آن چه) (?:را )?(?:\S+ ){0,4}(?:می ?خوانید|می ?آید|خواهید خواند|خواهد آمد|آمده است)"
    rf"|{_WORKS_FA} ?ی? (?:زیر|ذیل|حاضر|پیش ?رو|پیش رو) (?=.{{0,400}}{_DONE_FA})"
    rf"|این {_WORKS_FA} (?=.{{0,160}}{_DONE_FA})(?!را)"
    r"|(?:در زیر|در ادامه|در پی),? (?=.{0,200}(?:می ?خوانید|می ?آید|منتشر))",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"(?=.*\b(?:note|introduction|comment|remarks?|preface|foreword|word|message)s?\b)"
    r".{0,50}\b(?:from|by|of|to) .{0,30}\b(?:editors?|translators?|publishers?|transcribers?|editorial)\b.{0,20}"
    r"|[\[(*_]{0,3}(?:یادداشت|توضیح|توضیحی|مقدمه|مقدمهٔ|پیشگفتار|اشاره|درآمد)[\u200c ]?(?:ی )?(?:کوتاه )?(?:از )?"
    r"(?:\S+ )?(?:تحریریه|دبیر|دبیران|سردبیر|ویراستار|ویراستاران|مترجم|مترجمان|مترجمین|ناشر|ناشران|سایت"
    r"|وب[\u200c ]?سایت"
    r"|نشریه|گردآورنده|گردآورندگان|دبیرخانه|کانال|گروه ترجمه)(?: .{1,30})?",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"[\[(*_]{0,3}(?:Note|Introduction|Introductory remarks?|Preface|Foreword|Preamble by .{2,40}"
    r"|About this text|Context"
    r"|توضیح|مقدمه|یادداشت|اشاره|پیشگفتار|پیش گفتار|درآمد|معرفی|درباره این متن)[*_]{0,2} ?[:：][*_]{0,2}\s*\S",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    rf"\b{_WORKS}\b|\b(?:translat|edit|publish|transcri|record)\w+|{_WORKS_FA}|{_DONE_FA}", re.IGNORECASE
)
_BRACKETED = re.compile(r"\[(?:[^\[\]]|\[[^\[\]]*+\])*+\]|\((?:[^()]|\([^()]*+\))*+\)")
_STARRED = re.compile(r"(?P<star>[*_]{1,2})(?=\S)[^*_\n]{30,}(?P=star)$")
_INSERTED = re.compile(
    r"[\[(](?:Editor|Ed\.|Note|Translator|Trans\.|Transcri|Admin|Update|Correction|یادداشت|توضیح|مترجم|ویراستار)",
    re.IGNORECASE,
)


def mark(passages: list[Passage]) -> list[Passage]:
    """*passages* with prefaces, notes of editors and remarks marked; a preface that opens a paragraph is cut off it."""
    return _remarks(_editors(_preface(passages)))


def speaks_of_text(text: str) -> bool:
    """Whether a paragraph is about the text that it stands over: "The following letter was smuggled out …"."""
    plain = text[:700].replace("\u200c", " ").replace("\u0654", "").replace("\n", " ")
    if plain.rstrip().endswith(":"):
        return False  # it announces what follows
    labelled = _LABEL.match(plain)
    return _SPEAKS.match(plain) is not None or (labelled is not None and _ABOUT.search(plain, 8) is not None)


def bracketed(text: str) -> str | None:
    """The words in brackets, brackets included, with which *text* begins; None if there are none, or hardly any."""
    if not text.startswith(("[", "(")):
        return None
    found = _BRACKETED.match(text, 0, MAX_PREFACE)
    return found[0] if found and len(found[0]) >= 40 else None


def _preface(passages: list[Passage]) -> list[Passage]:
    found = list(passages)
    for at, passage in enumerate(found[:_HEAD]):
        if (
            passage.kind == "heading"
            and at
            and any(each.kind == "paragraph" and len(each.text) > 200 for each in found[:at])
        ):
            break
        if passage.kind not in {"paragraph", "title", "heading"}:
            continue
        words = _words_before(passage.text)
        if words is not None:
            found[at : at + 1] = _cut(passage, words)
            break
        if passage.kind == "paragraph" and len(passage.text) > 250 and not EDITORS.match(passage.text):
            break
    return found


def _words_before(text: str) -> str | None:
    words = bracketed(text)
    if words is not None and not EDITORS.match(words):
        # Brackets around a whole paragraph are a preface whatever they say; those that open one if they tell of it.
        return words if len(words) >= len(text.rstrip()) - 1 or PROVENANCE.search(words) else None
    starred = _STARRED.match(text) if len(text) <= MAX_PREFACE else None
    return starred[0] if starred and PROVENANCE.search(text) else None


def _cut(passage: Passage, words: str) -> list[Passage]:
    preface = Passage("preface", words, passage.start, passage.gap)
    rest = passage.text[len(words) :]
    begins = len(rest) - len(rest.lstrip())
    text = rest.strip()
    if not text.strip(".,;:*_ "):
        return [replace(preface, text=passage.text)]
    gap = 0 if "\n" in rest[:begins] else SAME_LINE
    if gap == SAME_LINE:
        preface = replace(preface, text=passage.text[: len(words) + begins])  # whatever space parts the two
    return [preface, Passage("paragraph", text, passage.start + len(words) + begins, gap)]


def _editors(passages: list[Passage]) -> list[Passage]:
    opening = next((at for at, each in enumerate(passages[:_HEAD]) if _opens_note(each)), None)
    if opening is None:
        return _unlabelled(passages)
    begun = any(each.kind == "paragraph" and len(each.text) > 100 for each in passages[:opening])
    if begun and passages[opening].text.startswith(("[", "(")):
        return passages  # it is put into the text, not over it
    last = _end_of_note(passages, opening)
    return [
        replace(each, kind="editors") if opening <= at <= last and each.kind not in {"debris", "rule"} else each
        for at, each in enumerate(passages)
    ]


def _unlabelled(passages: list[Passage]) -> list[Passage]:
    """*passages* with a paragraph right over the text, or under all of it, marked that speaks about the text."""
    long = [at for at, each in enumerate(passages) if _is_running(each)]
    if len(long) < 2:
        return passages
    found = list(passages)
    over = long[0] < _HEAD and speaks_of_text(passages[long[0]].text)
    under = passages[long[-1]].text
    labelled = _LABEL.match(under) is not None or EDITORS.match(under) is not None
    for at in [long[0]] * over + [long[-1]] * (labelled and speaks_of_text(under)):
        found[at] = replace(found[at], kind="editors")
    return found


def _is_running(passage: Passage) -> bool:
    return passage.kind in {"paragraph", "quote"} and len(passage.text) > 60 and not BYLINE.match(passage.text)


def _opens_note(passage: Passage) -> bool:
    if passage.kind not in {"paragraph", "preface", "heading"}:
        return False
    label = passage.text[:80].partition(":")
    return EDITORS.match(passage.text) is not None or (bool(label[1]) and _ROLE.fullmatch(label[0]) is not None)


def _end_of_note(passages: list[Passage], start: int) -> int:
    """The last passage of the note: the labelled one, or those up to the heading, rule or picture that soon follows."""
    if passages[start].text.startswith(("[", "(", "*", "_")):
        return start
    for at in range(start + 1, min(start + 10, len(passages))):
        if (
            passages[at].kind in {"heading", "caption", "image", "debris", "rule"}
            or passages[at].gap > passages[start + 1].gap + 1
        ):
            half = sum(len(each.text) for each in passages) // 2
            return at - 1 if sum(len(each.text) for each in passages[start:at]) < half else start
        if passages[at].kind not in {"paragraph", "item", "quote"}:
            break
    return start + 1 if passages[start].kind == "heading" or len(passages[start].text) < 60 else start


def _remarks(passages: list[Passage]) -> list[Passage]:
    return [replace(each, kind=_inserted(each)) if each.kind in {"paragraph", "heading"} else each for each in passages]


def _inserted(passage: Passage) -> Kind:
    text = passage.text
    if text.startswith(("[", "(")) and _INSERTED.match(text) and bracketed(text) == text.rstrip():
        return "remark"
    if EDITORS.match(text) and not is_titled(text):
        return "remark"
    return passage.kind
