"""Labelled texts, line by line: which line is the title, which is debris, which names a signer."""

from __future__ import annotations

import hashlib
import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from bot.documents import scripts
from bot.documents.files.loading import load
from bot.documents.passages import Line, lines_of
from bot.documents.structure.impressions import GOES_ON
from bot.documents.structure.issue_dates import date_told
from bot.documents.structure.lines import MARKER
from tests.benchmarks.matches import QUOTES, likeness, squashed

TEXTS = Path(__file__).parent / "texts"
FRESH = TEXTS / "fresh"
"""Texts for which no rule that the models hear was written: on them these are as good, or as bad, as on any to come."""
TUNED = (TEXTS / "tuned", Path(__file__).parents[1] / "tests" / "documents" / "labelled")
"""Texts that rules were written for; what the rules say of them would be trusted too much."""

GROUPS = 5

_NUMBER = re.compile(r"^\(?[\dIVX۰-۹]+[.)\-–]\s*")
_AUTHOR = re.compile(r"[A-Z]\d?(?=_)|[A-Z](?=\d\d_)")
_AROUND = QUOTES + ".,،!✊ "
_SAME_DEMAND = 0.85

Entry = dict[str, Any]


@dataclass(frozen=True)
class Labelled:
    """A text, or a part of a collection as a text of its own, with the name of each of its lines."""

    path: Path
    source: str
    lines: Sequence[Line]
    names: Sequence[str]


def author(path: Path) -> str:
    """Who wrote the text, as its name says: `B3` of `B3_en_sitrep.txt`, `H` of `H07_party_week.txt`; "" for a few."""
    found = _AUTHOR.match(path.stem)
    return found[0] if found else ""


def grouped(authors: Iterable[str]) -> list[set[str]]:
    """*authors* in `GROUPS` groups, always the same for the same ones, so that one group can be kept from learning."""
    known = sorted(set(authors))
    random.Random(5).shuffle(known)  # noqa: S311 - only that those who wrote at one time are not in one group
    return [set(known[group::GROUPS]) for group in range(GROUPS)]


def fingerprint(*modules: str) -> str:
    """A digest of all labelled texts and of those modules of the bot that say what a model looks at."""
    digest = hashlib.sha256()
    looks = [Path(__file__).parents[1] / "bot" / "documents" / module for module in modules]
    for path in (*sorted(each for folder in (FRESH, *TUNED) for each in folder.iterdir()), *looks):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def read(folder: Path) -> Iterator[Labelled]:
    """The labelled texts of *folder* by name, each followed by its parts."""
    for path in sorted(folder.glob("*.json")):
        text = path.with_suffix(".txt")
        source = scripts.levelled(load(text.name, text.read_bytes()))
        entries: list[Entry] = json.loads(scripts.levelled(path.read_text("utf-8")))["entries"]
        lines = lines_of(source)
        names = _names(lines, entries)
        yield Labelled(text, source, lines, names)
        yield from _parts(text, source, lines, names)


def _parts(path: Path, source: str, lines: Sequence[Line], names: Sequence[str]) -> Iterator[Labelled]:
    starts = [at for at, name in enumerate(names) if name == "part"]
    for start, end in pairwise([*starts, len(lines)]):
        part = source[lines[start].start : lines[end - 1].end]
        own = [name.replace("part", "title") for name in names[start:end]]
        yield Labelled(path, part, lines_of(part), own)


def _names(lines: Sequence[Line], entries: Sequence[Entry]) -> list[str]:
    texts = [squashed(line.text) for line in lines]
    names = ["text"] * len(lines)
    for number, entry in enumerate(entries):
        _mark(names, texts, entry.get("title"), "part" if number else "title")
    for entry in entries:
        for caption in entry.get("captions", []):
            for words in (*caption.split("\n"), caption):
                _mark(names, texts, words, "caption")
        _mark(names, texts, entry.get("preface"), "preface")
    told = _Told(entries)
    given = zip(lines, texts, names, strict=True)
    return [told.name(line, text) if name == "text" else name for line, text, name in given]


def _mark(names: list[str], texts: Sequence[str], words: str | None, name: str) -> None:
    """Give *name* to the first lines in a row that are together *words*."""
    wanted = squashed(words or "").rstrip(":").strip()
    for first in range(len(texts) if wanted else 0):
        joined = ""
        for last in range(first, min(first + 8, len(texts))):
            joined = f"{joined} {texts[last]}".strip()
            bare = joined.rstrip(":").strip()
            same = bare == wanted or (name == "part" and _NUMBER.sub("", bare) == wanted)
            if same and all(each == "text" for each in names[first : last + 1]):
                further = name + GOES_ON if name in {"title", "part"} else name
                names[first : last + 1] = [name] + [further] * (last - first)
                return
            if len(joined) > len(wanted) + 10:
                break


class _Told:
    """What the labels of a text and its parts say of single lines."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        def all_of(*keys: str) -> list[str]:
            return [words for entry in entries for key in keys for words in entry.get(key, [])]

        self.drop, self.left = (
            {squashed(line) for words in all_of(key) for line in words.split("\n")} for key in ("drop", "drop_optional")
        )
        self.headings = {squashed(words) for words in all_of("headings")}
        self.slogans = {squashed(words).strip(_AROUND) for words in all_of("slogans")}
        self.demands = [squashed(words) for words in all_of("demands")]
        self.issuers = [squashed(words) for words in all_of("issuers")]
        self.dates = {str(entry["date"]) for entry in entries if entry.get("date")}
        self.calls = {squashed(call["quote"]) for entry in entries for call in entry.get("calls", [])}

    def name(self, line: Line, text: str) -> str:
        """What the line is for: the first that its label says, or running text."""
        bare = squashed(MARKER.sub("", line.text, count=1))
        dated = date_told(text)
        said = {
            "drop": text in self.drop,
            "heading": text in self.headings or text.rstrip(":") in self.headings,
            "slogan": text.strip(_AROUND) in self.slogans,
            "demand": len(text) < 600 and any(likeness(bare, demand) >= _SAME_DEMAND for demand in self.demands),
            "issuer": self._signs(text, re.sub(r'^[^\w«“"]+', "", bare)),
            "date": dated is not None and any(_same_date(dated.iso, date) for date in self.dates),
            "call": len(text) <= 220 and text in self.calls,
        }
        if text in self.left:  # a byline may be left out of reading, and still says who wrote the text
            return next((name for name in ("drop", "issuer", "date") if said[name]), "drop")
        return next((name for name, holds in said.items() if holds), "text")

    def _signs(self, text: str, bare: str) -> bool:
        named = sum(len(issuer) for issuer in self.issuers if issuer in text)
        opens = len(text) <= 160 and any(bare.startswith(issuer) and len(issuer) > 5 for issuer in self.issuers)
        return bool(named) and (named >= 0.4 * len(text) or opens)


def _same_date(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)
