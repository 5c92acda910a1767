"""How one line of a web page is known: as a known line, a row of buttons, the way through a site, a field of a form.

Lines are compared as a whole, after one yeh, kaf, digit and space was made of many and pictures at their ends were
taken off; where a language may write a word in one or two («دیدگاه‌ها»), spaces don't count at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.documents.scripts import ascii_digits
from bot.documents.structure.pages import leftovers, pagelines, sitewords

__all__ = [
    "fits_template",
    "is_button",
    "is_debris",
    "is_navigation",
    "is_section",
    "is_weak",
    "level",
]

MAX_LINE = 320
_MAX_ROW = 200
_MAX_CONSENT = 1200
_KEPT = 16_384  # levelled lines that are remembered: several rules ask about each
_LAST_LETTER = "\u2000"  # of the scripts that matter here; pictures come after it
_MAX_WAY = 80
_MAX_WORDS = 24
_MAX_PHRASE = 4
_TEMPLATES = (leftovers.TEMPLATE, pagelines.TEMPLATE)
_SPACES = re.compile(r"\s{2,}")
_EZAFE = re.compile("ه ی(?= |$)")
_EMOJI = "\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\u200d\ufe0f"
_AROUND = re.compile(rf"^[{_EMOJI} ]+|[{_EMOJI} ]+$")
_DECORATIONS = " \t*•∙·|→←»«›‹<>:–—-….…_[](){}/\\✓✔▶►▼▲#+=~⋮☰×"
_BOXED = re.compile(r"\[[^\[\]]{2,30}\]")
_BETWEEN = re.compile(r"\s*[·•∙|/»>]\s*")
_WIDE = re.compile(r"\t+|[ \u00a0]{2,}|\s+/\s+|\s*[|·•∙»›+]\s*")
_STEP = re.compile(r"\s*[»›→]\s*")
_TICKED = re.compile(r"[☐☑◻□▢][ \u00a0]?|\[[ xX]?\] ")
_AGREES = re.compile(
    r"\b(?:keep me|notify|subscribe|receive|e-?mails?|updates?|newsletters?|i agree|i accept|i consent|remember me"
    r"|save my|sign me up|privacy|terms|display my|opt in)\b|خبرنامه|ایمیل|مرا|موافق|به یاد|ذخیره"
)
# "🆔 @mill_channel", "📎 https://t.me/mill": how channels sign, where a contact of the text has a word before it.
_HANDLED = re.compile(
    rf"[{_EMOJI}]{{1,6}}\s{{0,2}}(?:@\w{{3,40}}|(?:https?://)?(?:www\.)?(?:t|telegram|instagram|twitter|x|facebook"
    r"|youtube)\.(?:me|com)/\S{2,120})",
    re.IGNORECASE,
)
# "← The post before", "The post after →"
_ARROWED = re.compile(r"(?:[←‹]|<(?!\w)) ?\S.{2,90}|\S.{2,90} ?(?:[→›]|(?<!\w)>)")
_COUNTED = re.compile(
    r"(?:\d[\d.,]*k?|no|leave an?) (?:comments?|views?|reads|replies|responses|shares|likes)|comments? off"
    r"|\d{1,3} min(?:ute)?s?(?: read)?|(?:\d+|بدون) (?:دیدگاه|نظر|بازدید)|(?:آرشیو )?نظرات(?: \d+)?"
    r"|comments|لا تعلیقات|\d+ تعلیقات?"
)
_DATED = re.compile(r"\b(?:1[34]\d\d|20\d\d)\b")
_CHANNEL_URL = re.compile(
    r"(?:https?://)?(?:www\.)?(?:t\.me|telegram\.me|(?:instagram|twitter|x|facebook|youtube)\.com)/\S{2,120}",
    re.IGNORECASE,
)


def level(line: str) -> str | None:
    """The *line* as lines are compared; None where it is too long to be one of a page."""
    return None if len(line) > MAX_LINE else _level(line)


@lru_cache(maxsize=_KEPT)
def _level(line: str) -> str:
    plain = _SPACES.sub(" ", ascii_digits(line).lower().translate(pagelines.LEVEL)).strip()
    if plain[:1] > _LAST_LETTER or plain[-1:] > _LAST_LETTER:
        plain = _AROUND.sub("", plain)
    return (_EZAFE.sub("ه", plain) if "ه ی" in plain else plain).strip(_DECORATIONS)


def _key(plain: str) -> str:
    return plain.rstrip("?؟").replace(" ", "")


def _keys(lines: frozenset[str]) -> frozenset[str]:
    return frozenset(_key(_level(line)) for line in lines)


_FIXED = _keys(leftovers.FIXED | pagelines.FIXED)
_WEAK = _keys(leftovers.WEAK | pagelines.WEAK | sitewords.FIELDS)
_NAVIGATION = _keys(sitewords.NAVIGATION)
_SECTIONS = _keys(sitewords.SECTIONS)
_SURE = _keys(sitewords.SURE) | _NAVIGATION
_FIELDS = _keys(sitewords.FIELDS)
_KNOWN = _FIXED | _WEAK | _SURE
_HOME = _keys(sitewords.HOME)
_SURE_WORDS = frozenset(word for line in sitewords.SURE | sitewords.NAVIGATION for word in _level(line).split())
_SEPARATED = str.maketrans(dict.fromkeys("|/·•∙»›+>,", " "))


@lru_cache(maxsize=_KEPT)
def is_debris(line: str) -> bool:
    """Whether the *line* alone shows that it belongs to a web page and not to a text."""
    plain = level(line)
    if plain is None:
        return len(line) <= _MAX_CONSENT and pagelines.CONSENT.match(_level(line)) is not None
    if (_BOXED.fullmatch(line) and _key(plain) in _WEAK) or _are_reactions(line):
        return True
    if _key(plain) in _FIXED or _HANDLED.fullmatch(line):
        return True
    if _is_ticked(line, plain) or (_key(plain) in _FIELDS and _is_starred(line)):
        return True
    if pagelines.HERE.fullmatch(plain) or _is_of_post(line):
        return True
    return len(plain) > 5 and (fits_template(plain) or _is_menu(plain) or _is_row(line))


@lru_cache(maxsize=_KEPT)
def is_weak(line: str) -> bool:
    """Whether the *line* is debris beside other debris, or under a text: "Email", «خانه», "11:04"."""
    plain = level(line)
    if plain is None:
        return False
    key = _key(plain)
    return (
        key in _WEAK
        or key in _NAVIGATION
        or pagelines.WEAK_TEMPLATE.fullmatch(plain) is not None
        or _CHANNEL_URL.fullmatch(line.strip()) is not None
        or (_ARROWED.fullmatch(line.strip()) is not None and not plain.endswith(("!", "?", "؟", ";", "؛", "،")))
    )


def is_button(line: str) -> bool:
    """Whether the *line* is a button that is of no other use: "Tweet", «چاپ»."""
    plain = level(line)
    return plain is not None and _key(plain) in _SURE


def is_navigation(line: str) -> bool:
    """Whether the *line* leads through a site: "Menu", "Home » News", a row of its sections."""
    plain = level(line)
    if plain is None or not plain:
        return False
    if _key(plain) in _NAVIGATION or pagelines.WAY.fullmatch(plain) is not None or _is_row(line, navigates=True):
        return True
    section, *steps = _STEP.split(plain, maxsplit=1)
    return bool(steps) and len(plain) <= _MAX_WAY and _key(section) in _SECTIONS


def is_section(line: str) -> bool:
    """Whether the *line* is what sites call their sections: "Culture", «کارگری»; any text may have such a heading."""
    plain = level(line)
    return plain is not None and _key(plain) in _SECTIONS


def fits_template(plain: str) -> bool:
    """Whether a levelled line has the form of one that pages print: "3 comments", "Posted in …"."""
    return any(template.fullmatch(plain) for template in _TEMPLATES)


def _are_reactions(line: str) -> bool:
    if line[:1] < "\u2600":
        return False
    plain = _SPACES.sub(" ", ascii_digits(line).lower().replace("\ufe0f", "").strip())
    return pagelines.REACTIONS.fullmatch(plain) is not None


def _is_starred(line: str) -> bool:
    return line.rstrip().endswith("*") and not line.startswith("*")


def _is_ticked(line: str, plain: str) -> bool:
    return _TICKED.match(line) is not None and (_AGREES.search(plain) is not None or _key(plain) in _KNOWN)


def _is_menu(plain: str) -> bool:
    """Whether the line is all buttons: «Terms of use · Privacy · Cookies», or most are and all are as short."""
    pieces = [piece.strip() for piece in _BETWEEN.split(plain)]
    known = sum(1 for piece in pieces if _key(piece) in _FIXED or _key(piece) in _WEAK)
    short = len(pieces) > 3 and all(0 < len(piece) <= 30 for piece in pieces)
    return len(pieces) > 1 and (known == len(pieces) or (short and 2 * known >= len(pieces)))


def _is_row(line: str, *, navigates: bool = False) -> bool:
    """Whether the line is buttons in a row, wide apart ("Home   Essays   About") or not ("Share Tweet Print").

    With *navigates*, at least one of them must lead through a site.
    """
    if len(line) > _MAX_ROW or _SURE_WORDS.isdisjoint(_level(line).translate(_SEPARATED).split()):
        return False
    if "@" in line or line.rstrip().endswith((".", "!", "?", "؟", ",", "،", ";")):
        return False
    sure = _NAVIGATION if navigates else _SURE
    pieces = [piece for each in _WIDE.split(line) if (piece := _level(each))]
    if len(pieces) > 2:
        keys = [_key(piece) for piece in pieces]
        known = sum(1 for key in keys if key in _KNOWN or key in _SECTIONS)
        long = sum(1 for piece in pieces if len(piece) > 32 or piece.count(" ") > 2)
        if known > 1 and (2 * known >= len(keys) or not long) and not sure.isdisjoint(keys) and long <= 2:
            return True
    return _is_close_row(line, sure)


def _is_of_post(line: str) -> bool:
    """Whether the pieces of a row tell of a post, as over its text: its day, its author, how many commented."""
    if len(line) > _MAX_ROW or not _WIDE.search(line):
        return False
    pieces = [piece for each in _WIDE.split(line) if (piece := _level(each))]
    return len(pieces) > 2 and any(map(_COUNTED.fullmatch, pieces)) and any(map(_DATED.search, pieces))


def _is_close_row(line: str, sure: frozenset[str]) -> bool:
    words = [word for word in _level(_WIDE.sub(" ", line)).split() if not word.isdigit()]
    if not 2 <= len(words) <= _MAX_WORDS:
        return False
    phrases = list(_phrases(words))
    known = [key for key, count in phrases if count]
    covered = sum(count for _, count in phrases)
    if len(known) < 2 or sure.isdisjoint(known):
        return False
    if covered == len(words):
        return len(known) > 2 or all(key in _SURE or key in _FIXED for key in known)
    # What is not known must look like a button, and not like a word of a sentence.
    loose = {key for key, count in phrases if not count}
    printed = [word for word in line.split() if word.lower() in loose]
    if any(word[0].islower() for word in printed):
        return False
    # Sites name their sections as they like between "Home" and "Contact".
    framed = phrases[0][0] in _HOME and len(_NAVIGATION.intersection(known)) > 1 and line.isascii()
    return framed or (len(known) > 2 and 5 * covered >= 3 * len(words))


def _phrases(words: list[str]) -> Iterator[tuple[str, int]]:
    """The longest known phrases in the words of a row, with how many words each has; 0 for one that is not known."""
    at = 0
    while at < len(words):
        for count in range(min(_MAX_PHRASE, len(words) - at), 0, -1):
            key = "".join(words[at : at + count])
            if key in _KNOWN or key in _SECTIONS:
                yield key, count
                at += count
                break
        else:
            yield words[at], 0
            at += 1
