"""Sentences, verbatim: where one ends and the next begins, in English, in Farsi, and in what is like them."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

_END = re.compile(
    r"(?<![.!?…؟۔])(?P<end>[.!?…؟۔]++)(?P<first>[\"'”’»)\]]*)(?P<mark>\[?\d{1,3}\]?|\(\d{1,3}\)"
    r"|[⁰¹²³⁴-⁹]{1,3})?(?P<then>[\"'”’»)\]]*)(?P<space>\s+|$)"
)


_WITHIN = re.compile(r"[.!?…؟۔][^\s.!?…؟۔]{0,8}\s+\S")


def _listed(words: str) -> list[str]:
    return words.split()


_TITLES = frozenset(
    _listed(
        "dr mr mrs ms mx prof st sr jr gen col lt sgt capt maj rev hon pres gov sen rep no nr nos vol art fig pp "
        "approx vs cf ca al inc ltd co corp dept univ e.g i.e"
    )
)
_MONTHS = frozenset(_listed("jan feb mar apr jun jul aug sep sept oct nov dec"))
_STARTERS = frozenset(
    _listed(
        "the a an in on at it he she they we i you this that these those there but and as for if when while "
        "however since after before no not our their his her its all many some what why how"
    )
)
# "No. 7" is one, but "No. We stay." is two.
_BEFORE_FIGURES = frozenset(_listed("no nos"))
_DOTTED = re.compile(r"(?:\w\.)+\w$|^[A-Zآ-ی]$")
_BEFORE = re.compile(r"[^\s\"'“”‘’«»()\[\]—–/]{1,30}$")
_NEXT = re.compile(r"[\"'“‘«(\[]*([^\W\d_]*)")
_QUOTED = re.compile(r"“[^“”]{1,300}”|«[^«»]{1,300}»|\([^()]{1,300}\)|\[[^\[\]]{1,300}\]|\"[^\"\n]{1,300}\"")


def split(text: str, language: str = "en") -> list[str]:
    """The sentences of *text* in order, each verbatim without the white space around it; nothing is left out.

    Quotations and brackets of up to 300 characters stay whole. In *language*s whose letters have no case, a question
    or exclamation in quotation marks does not end the sentence around it.
    """
    return [text[start:end] for start, end in spans(text, language)]


@lru_cache(maxsize=1024)  # every reader asks for the sentences of the same passages
def spans(text: str, language: str = "en") -> tuple[tuple[int, int], ...]:
    """Where the sentences of *text* stand; see `split`."""
    if not _WITHIN.search(text):
        begin = _skip_space(text, 0)
        return ((begin, len(text.rstrip())),) if text.strip() else ()
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    starts = [start for start, _ in quoted]
    found: list[tuple[int, int]] = []
    begin = _skip_space(text, 0)
    for match in _END.finditer(text):
        at = bisect_right(starts, match.start("end")) - 1
        inside = at >= 0 and match.end("then") < quoted[at][1]
        if match.start() >= begin and not inside and _ends(text, begin, match, language):
            found.append((begin, match.end("then")))
            begin = match.end()
    rest = text[begin:].rstrip()
    return (*found, (begin, begin + len(rest))) if rest else tuple(found)


def _skip_space(text: str, start: int) -> int:
    return start + len(text[start:]) - len(text[start:].lstrip())


def _ends(text: str, begin: int, match: re.Match[str], language: str) -> bool:
    if "\n\n" in match["space"] or match.end() == len(text):
        return True
    found = _NEXT.match(text, match.end())
    following = found[1] if found else ""
    if following and following[0].islower():
        return False
    closers = match["first"] + match["then"]
    if language in {"fa", "ckb", "ar", "ur"} and closers and match["end"][-1] in "!?؟":
        return False
    if match["end"] != ".":
        return True
    word = _BEFORE.search(text, max(begin, match.start() - 30), match.start())
    return not word or closers != "" or _ends_after(word[0], following, match, begin == word.start())


def _ends_after(word: str, following: str, match: re.Match[str], opens: bool) -> bool:
    lower = word.lower()
    if word.isdigit():
        # "1. Free all" numbers an item; a figure before a mark ("3.5") is one number.
        return not opens and not match["mark"]
    if _DOTTED.search(word):
        return following.lower() in _STARTERS or bool(match["mark"])
    if lower in _MONTHS:
        return bool(following)
    return lower not in _TITLES or (lower in _BEFORE_FIGURES and following != "")
