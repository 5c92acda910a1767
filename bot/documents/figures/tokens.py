"""The words, numbers and signs of a sentence, each with where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.documents.scripts import ascii_digits, fold_joined

_TOKEN = re.compile(
    r"(?P<link>https?://\S+|www\.\S+|[@#]\w+)"
    # Thousands may be parted by a comma of either script, an apostrophe or a space that does not break.
    r"|(?P<number>\d+(?:[.,٬٫]\d+|[،’\u00a0\u202f\u2009]\d{3}(?!\d))*+)"
    r"|(?P<word>(?:[A-Za-z]\.){2,}+|[^\W\d_](?:[^\W\d_]|[\u064b-\u0655\u0670]|[’'\u200c](?=[^\W\d_]))*+)"
    r"|(?P<sign>[^\s\u200c])"
)

# A footnote mark after a number that ends the sentence: "165,000.2".
_MARK_OF_NUMBER = re.compile(r"(?<=\d,\d{3}\.)\d{1,2}$")

# «سه‌روزه» is a number and what it counts.
_COMPOUND = re.compile(r"[^\W\d_]{2,9}\u200c(?=(?:روز|ماه|سال|هفته|ساعت)ه|نفر)")

# A space is easily lost before what opened a quotation: "writes thatUp to 19".
_RUN_ON = re.compile(r"[a-z]{2,20}(?=(?:At|Up|More|Over|Some|Nearly|About|Around|Between|As|Almost)$)")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number, sign or link: `sentence[start:end] == text`. *key* is how it is compared, *glued* that no space
    stands before it."""

    kind: str
    text: str
    key: str
    start: int
    end: int
    glued: bool


def tokenize(sentence: str) -> list[Token]:
    """The tokens of *sentence* in order; digits are ASCII in every `key`, and half-spaces and case are gone."""
    found: list[Token] = []
    last = -1
    level = ascii_digits(sentence)
    mark = _MARK_OF_NUMBER.search(level)
    for match in _TOKEN.finditer(level, 0, mark.start() if mark else len(level)):
        if found and match.lastgroup == "number" and _is_mark(found[-1], match, last):
            continue
        text = sentence[match.start() : match.end()]
        if match.lastgroup == "word" and (cut := _RUN_ON.match(text) or _COMPOUND.match(text)):
            place = match.start() + cut.end()
            one, other = cut[0].rstrip("\u200c"), text[cut.end() :]
            found.append(
                Token("word", one, fold_word(one), match.start(), match.start() + len(one), match.start() == last)
            )
            found.append(Token("word", other, fold_word(other), place, match.end(), True))
            last = match.end()
            continue
        key = match[0] if match.lastgroup == "number" else fold_word(text)
        found.append(Token(match.lastgroup or "sign", text, key, match.start(), match.end(), match.start() == last))
        last = match.end()
    return found


def _is_mark(before: Token, match: re.Match[str], last: int) -> bool:
    """Whether a number is a footnote mark at the end of a word: "hundreds2 of"."""
    return match.start() == last and before.kind == "word" and len(before.text) > 3 and len(match[0]) < 3


def key_at(tokens: list[Token], at: int) -> str:
    """The key of the token at *at*, empty outside of the sentence."""
    return tokens[at].key if 0 <= at < len(tokens) else ""


@lru_cache(maxsize=4096)
def fold_word(text: str) -> str:
    """How *text* is compared with the words of a list."""
    return text.lower() if text.isascii() else fold_joined(text).replace("’", "'")


def word_list(words: str) -> frozenset[str]:
    """The words of *words*, parted by spaces, as they are compared; `_` stands for a space within one."""
    return frozenset(" ".join(fold_word(part) for part in word.split("_")) for word in words.split())
