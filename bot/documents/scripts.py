"""Scripts and languages: which language a text is in, and how it is folded for search."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from itertools import accumulate

HALF_SPACE = "\u200c"

ARABIC_DIGITS = "٠١٢٣٤٥٦٧٨٩"
PERSIAN_DIGITS = "۰۱۲۳۴۵۶۷۸۹"
ALIKE = {"ی": "يى", "ک": "ك"}
"""Letters that every reader takes for the one they stand for here: the yehs and kafs of other keyboards."""

_TO_ASCII = str.maketrans(ARABIC_DIGITS + PERSIAN_DIGITS, "0123456789" * 2)
_TO_PERSIAN = str.maketrans("يىكةەۀہھ", "ییکههههه")

# Direction marks, joiners (not the half-space), soft hyphen, tatweel, byte order mark.
_UNSEEN = re.compile("[\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2069\u061c\u00ad\u0640\ufeff]")
# «خانه‌ی» and «خانهٔ» are two ways to write the same word.
_EZAFE = re.compile("ه\u200cی(?!\\w)")

_SCRIPTS = (
    ("arabic", re.compile(r"[\u0620-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")),
    ("latin", re.compile(r"[A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("he", re.compile(r"[\u05d0-\u05ea]")),
    ("hy", re.compile(r"[\u0531-\u0587]")),
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
)
# Small words that are frequent in one language and rare in the others.
_WORDS = {
    "en": "the of and to in is that for was are with by this have from not we they has",
    "de": "der die das und ist nicht mit den dem ein eine für von zu wir sie auf im des auch",
    "fr": "le la les des et est une pour dans que qui sur pas nous avec du au ce sont par",
    "es": "el la los las y es una para que en del por con no se como su nuestra contra más",
    "it": "il lo la gli e è una per che di del della non con sono dei nel contro alla",
    "pt": "o os as e é uma para que em do da não com dos das pela contra são ao",
    "nl": "de het een en van is dat voor niet met zijn op aan wij ook door tegen worden",
    "sv": "och att det är som en på för med av inte den till vi har ett om mot",
    "tr": "ve bir bu için ile de da olarak çok ne karşı olan gibi daha biz",
    "kmr": "û ku ji li bi de di ew bo jî ya yên wê me ev",
    "fa": "و در به از که را این با است برای آن ما تا بر هم های ها می خود شد",
    "ar": "في من على إلى التي الذي هذا هذه أن لا ما مع كل ذلك عن قد كان هو هي ضد",
    "ckb": "لە و بۆ بە کە لەگەڵ ئەم ئەو دەکات هەموو بێ ئێمە نێوان دژی دا",
    "ur": "کے کی میں ہے اور کا سے کو پر نہیں یہ ہیں نے کر بھی",
}
_LETTERS = {
    "fa": "پچگژکی",
    "ar": "ةىيكأإؤ",
    "ckb": "ێۆڕڵەڤ",
    "ur": "ٹڈڑںےہھ",
}
_LATIN = ("en", "de", "fr", "es", "it", "pt", "nl", "sv", "tr", "kmr")
_WORD_LANGUAGES = {code: frozenset(words.split()) for code, words in _WORDS.items()}
_TOKEN = re.compile(r"[^\W\d_]+")
_EASTERN = re.compile("[٠-٩۰-۹]")
_LOOKED_AT = 20_000

UNKNOWN = "und"


def levelled(text: str) -> str:
    """*text* with one yeh and one kaf; every character stays in its place."""
    for letter, others in ALIKE.items():
        for other in others:
            text = text.replace(other, letter)
    return text


def ascii_digits(text: str) -> str:
    """*text* with Persian and Arabic digits as ASCII ones, at the same places."""
    return text.translate(_TO_ASCII) if _EASTERN.search(text) else text


def language_of(text: str) -> str:
    """The code of the language most of *text* is in: en, fa, ckb, ar or another; `und` where nothing tells."""
    return next(iter(languages_in(text)), UNKNOWN)


def wordings(text: str) -> tuple[tuple[str, str], ...]:
    """The two wordings, as slices, of a text that is in one language first and then in another; else ()."""
    found = [language for language, share in languages_in(text).items() if share >= 0.2 and language != UNKNOWN]
    if len(found) != 2:
        return ()
    lines = text.splitlines(keepends=True)
    scripts = [_script_of(line) for line in lines]
    known = list(dict.fromkeys(script for script, _ in scripts if script))
    first, second = sorted(known, key=lambda each: -sum(count for script, count in scripts if script == each))[:2]
    # The best place to cut has the most letters of one script above it and of the other below.
    signed = [count if script == first else -count if script == second else 0 for script, count in scripts]
    sums = list(accumulate(signed, initial=0))
    cut = max(range(len(sums)), key=lambda at: abs(2 * sums[at] - sums[-1]))
    wrong = sum(abs(each) for each in signed) - abs(2 * sums[cut] - sums[-1])
    if not 0 < cut < len(lines) or wrong > 0.2 * sum(abs(each) for each in signed):
        return ()
    slices = ("".join(lines[:cut]), "".join(lines[cut:]))
    return tuple((language_of(each), each) for each in slices)


def languages_in(text: str) -> dict[str, float]:
    """The languages of *text* with their shares of its letters, the largest first.

    Whole lines are told apart, so a foreign name within a sentence does not make a text mixed.
    """
    return dict(_shares(text))


@lru_cache(maxsize=2)
def _shares(text: str) -> tuple[tuple[str, float], ...]:
    lines: dict[str, list[str]] = {}
    letters: Counter[str] = Counter()
    for line in text.splitlines():
        script, count = _script_of(line)
        if script:
            lines.setdefault(script, []).append(line)
            letters[script] += count
    total = letters.total()
    shares: Counter[str] = Counter()
    for script, count in letters.items():
        shares[_language_in(script, "\n".join(lines[script]))] += count
    return tuple((language, count / total) for language, count in shares.most_common())


def fold(text: str) -> str:
    """*text* as search compares it: one yeh, kaf, heh, ASCII digits, no diacritics, tatweel, direction marks or case.

    The half-space stays; see `fold_joined` and `fold_spaced`.
    """
    text = _EZAFE.sub("ه", _UNSEEN.sub("", text).translate(_TO_PERSIAN))
    parts = unicodedata.normalize("NFKD", text)
    bare = "".join(mark for mark in parts if not unicodedata.combining(mark))
    return unicodedata.normalize("NFC", ascii_digits(bare).translate(_TO_PERSIAN).casefold())


def fold_joined(text: str) -> str:
    """*text* folded, with half-spaces removed: «می‌روند» as one word «میروند»."""
    return fold(text).replace(HALF_SPACE, "")


def fold_spaced(text: str) -> str:
    """*text* folded, with half-spaces as spaces: «می‌روند» as two words."""
    return fold(text).replace(HALF_SPACE, " ")


def _script_of(line: str) -> tuple[str, int]:
    if line.isascii():
        count = len(_SCRIPTS[1][1].findall(line))
        return ("latin" if count else "", count)
    if 2 * (count := len(_SCRIPTS[0][1].findall(line))) > len(line):
        return ("arabic", count)
    counts = {name: len(pattern.findall(line)) for name, pattern in _SCRIPTS}
    if counts["ja"]:
        counts["ja"] += counts.pop("zh")
    name = max(counts, key=lambda each: counts[each])
    return (name, counts[name]) if counts[name] else ("", 0)


def _language_in(script: str, text: str) -> str:
    if script not in {"latin", "arabic"}:
        return script
    codes = _LATIN if script == "latin" else tuple(_LETTERS)
    text = text[:_LOOKED_AT]
    words = Counter(_TOKEN.findall(text.lower()))
    scores = {code: float(sum(words[word] for word in _WORD_LANGUAGES[code])) for code in codes}
    for code in codes:
        if code in _LETTERS:
            scores[code] += sum(text.count(letter) for letter in _LETTERS[code]) / 4
    best = max(codes, key=lambda each: scores[each])
    return best if scores[best] else UNKNOWN
