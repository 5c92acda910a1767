"""Cries: whether a line calls out by its words ("Long live …", "… out!", «زنده باد …»), or speaks to its reader."""

from __future__ import annotations

import re

from bot.documents.appeals.wordings import level, unmarked

MAX_WORDS = 18

# Whoever begins a line like this calls out, with or without an exclamation mark …
_CRY = re.compile(
    r"\S{2,12}(?: ?تر)? ?باد (?=\S)|(?:long live|down with|death to|victory (?:to|for)|glory to|viva|all power to"
    r"|no to|hands off|shame on|honou?r to|not one (?:more|less)|wom[ae]n[\W_]{1,3}life[\W_]{1,3}(?:and )?freedom"
    r"|bread[\W_]{1,3}(?:work|peace|land|roses)\b|neither \w+(?: \w+)? nor \w|workers of (?:the world|all))"
    r"|(?:زنده باد|بژی|مرگ بر|نابود باد|سرنگون باد|پیروز باد|برقرار باد|پاینده باد|گرامی باد|درود بر|ننگ بر|نه به"
    r"|زن[\W_]{1,3}زندگی[\W_]{1,3}(?:و )?ازادی|نان[\W_]{1,3}کار[\W_]{1,3}|پیش به سوی|نه شاه|نه شیخ)"
)
# Two of these in a row, with commas or dashes between them, are called out: "Bread, work, freedom".
_GOOD = (
    r"(?:bread|work|jobs|freedom|peace|land|equality|justice|unity|struggle|victory|roses|life|liberty|solidarity"
    r"|dignity|housing|resistance|education|strike|jin|jiyan|zan|zendegi|azad[iî]|نان|کار|ازادی|زن|زندگی|ژن"
    r"|ژیان|صلح|برابری|عدالت"
    r"|رفاه|مسکن|اتحاد|مبارزه|پیروزی|همبستگی|تشکل|معیشت|منزلت|اعتصاب|مقاومت|شورا|استقلال|امنیت)"
)
_ROW = re.compile(rf"{_GOOD}[,،\-–—]+ ?(?:and |و )?{_GOOD}(?![^\W\d_])(?:[,،\-–—. ]+(?:[^\W\d_]+ ?){{1,3}}){{0,3}}\W*$")
_CRY_ENDS = re.compile(
    r"(?:زنده|سرنگون|نابود|پیروز|برقرار|پاینده|گرامی|استوار|جاودان|مستحکم|شکسته) باد\W*$|باید گردد\W*$"
)
# … and with one also like this.
_CALL_OUT = re.compile(
    r"(?:no (?:more|\w+(?: \w+){0,5} (?:in|at|on)\b)|no \w+ without|no \w+,|never again|yes to|out with|power to"
    r"|forward (?:to|with)|up with|freedom|justice for|solidarity (?:with|to|forever|is)|(?:full "
    r"|all )?support (?:for|to)|free (?:all|the|our|every|\w+(?: \w+)?\W*$)|stop (?:the|all|every|\w+\W*$)"
    r"|end (?:the|all|every)|abolish|for (?:an?|the|full|free|workers|equal)\b|open the|unite|(?:we"
    r"|they) (?:shall|will) (?:not )?\w+(?: \w+)?\W*$|bread|peace|fight|resist|defend the|equality"
    r"|our \w+[, ]+our \w+|whose |(?!(?:open )?(?:letter|message|appeal|call|address|greeting"
    r"|statement|guide|answer|reply|introduction)s?\b)(?:the )?\w+"
    r" (?:belongs? )?to (?:those|the|all)\b)|ازادی|اتحاد|همبستگی|ننگ"
    r"|به پیش|پیروزی|نان|قطع|لغو|پایان|حمایت|کارگران جهان|متحد"
)
# … and under a text, in a line of its own, also with neither.
_ALONE = re.compile(
    r"(?:no (?:more|to)\b|never again|justice for|freedom for|free (?:all|the|our|[\w-]+(?: [\w-]+)?\W*$)"
    r"|stop the|end the|hands off|solidarity (?:with|forever|is)|power to|unite|neither \w+ nor|equal \w+ for"
    r"|ازادی برای|همبستگی با|نه به|پیروزی از ان|به امید|متحد شوید)"
)
_TELLS = re.compile(
    r"\b(?:was|were|has|had|have|said|by|@|\d{4})\b|http|کمیته|سازمان|اتحادیه|کانون|شورا|سندیکا|انجمن|کمپین|کارزار"
)
_OUT = re.compile(r"^(?!(?:what|why|how|who|when|where)\b).*\b(?:out|now|unite|forever|free)!+$|متحد شوید!+$")
_APPEAL = re.compile(
    r"(?:[\w' ]{1,40}, )?(?:please )?(?:join|sign|share|write|send|donate|come|attend|register|contact|bring"
    r"|subscribe|visit|click|read|follow|call|phone|email|meet)\b|.{0,120}(?:بپیوندید|بنویسید|بفرستید|بیایید"
    r"|امضا کنید|شرکت کنید|همراه شوید|باشید|بیاییم|بپیوندیم|کمک کنید|حمایت کنید)\W*$"
)


def calls_out(sentence: str) -> bool:
    """Whether *sentence* is short and calls out; what asks the reader to do something ("Join us!") does not."""
    plain = _plain(sentence)
    if len(sentence.split()) > MAX_WORDS or is_appeal(sentence):
        return False
    capitals = sentence.isupper() and sentence[:1].isascii()
    if is_fixed(sentence) or (capitals and _CALL_OUT.match(plain)) or _CRY_ENDS.search(plain):
        return True
    return sentence.rstrip('”»"').endswith("!") and bool(_CALL_OUT.match(plain) or _OUT.search(plain))


def is_fixed(sentence: str) -> bool:
    """Whether *sentence* begins as slogans do, so that it needs no exclamation mark: "Down with …"."""
    plain = _plain(sentence)
    return bool(_CRY.match(plain) or _ROW.match(plain))


def stands_as_cry(line: str) -> bool:
    """Whether the line under a text calls out although it has no exclamation mark: "Justice for Mina"."""
    plain = _plain(line)
    bare = len(line.split()) <= 8 and line.rstrip()[-1:] not in ".:;,!?؟،؛" and not _TELLS.search(plain)
    return bare and bool(_ALONE.match(plain)) and not is_appeal(line)


def may_join(line: str) -> bool:
    """Whether a short line among cries is one of them: it ends in "!", or says something and is no name or date."""
    plain = _plain(line)
    if len(line.split()) > MAX_WORDS or is_appeal(line) or GREETING.match(plain):
        return False
    if line.rstrip().endswith("!"):
        return True
    return not _TELLS.search(plain) and line.rstrip()[-1:] not in ".:;,?؟،؛" and says_something(line)


def says_something(line: str) -> bool:
    """Whether a line has a verb, a comma or is a sentence in small letters, which names and headings mostly are not."""
    plain, words = _plain(line), line.split()
    if not 2 < len(words) <= 12 or re.search(r"\d", plain):
        return False
    if re.search(r"[a-z]", plain):
        return bool(_VERB.search(plain)) and sum(word[:1].isupper() for word in words[1:]) <= len(words) / 3
    return bool(_FARSI_VERB.search(plain))


_VERB = re.compile(
    r"\b(?:is|are|am|was|will|shall|can|do|does|not|no|we|you|they|our|stop|free|live|belongs?|must|never"
    r"|for those)\b|n't\b"
)
_FARSI_VERB = re.compile(
    r"(?:است|نیست|هاست|ست|باد|شود|گردد|داریم|دارد|دارند|هستیم|نیستیم|خواهیم|\S{2,}(?:یم|ید|ند)|بزن|بیا|برو|کن"
    r"|شو|بده|بگو|بمان)(?!\w)"
    r"|(?<!\w)(?:نه|می ?\S+)(?!\w)"
)
GREETING = re.compile(
    r"(?:dear\b|comrades\b|friends|sisters|brothers|people|citizens|هم ?میهن|همکاران|دوستان|رفقا|ایها|یا |مردم"
    r"|هم ?وطن|خواهران|هاوڕێ)[^.]*!$|(?:\W*\w+){1,2}\W*$"
)


def is_appeal(sentence: str) -> bool:
    """Whether *sentence* asks its reader to do something: to join, to sign, to come."""
    return bool(_APPEAL.match(_plain(sentence)))


def _plain(sentence: str) -> str:
    return level(sentence[unmarked(sentence) :].lstrip('“«"‘'))
