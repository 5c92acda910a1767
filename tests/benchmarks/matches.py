"""When two readings of a text agree: what counts as the same title, slogan, footnote mark, call or figure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

Entry = dict[str, Any]
Same = Callable[[Any, Any], float]

ENOUGH = 0.6
QUOTES = " \t\n\"'“”‘’«»„"


@dataclass
class Tally:
    """What was found rightly, what was missed, and what was found and is not there."""

    hits: int = 0
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)

    @property
    def labels(self) -> int:
        return self.hits + len(self.missed)

    @property
    def precision(self) -> float:
        return self.hits / (self.hits + len(self.false)) if self.hits or self.false else 1.0

    @property
    def recall(self) -> float:
        return self.hits / self.labels if self.labels else 1.0

    @property
    def f1(self) -> float:
        return 2 * self.hits / (self.labels + self.hits + len(self.false)) if self.labels or self.false else 1.0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.hits + other.hits, self.missed + other.missed, self.false + other.false)


def squashed(text: Any) -> str:
    """The text with each run of white space as one space."""
    return " ".join(str(text).split())


def words(text: str | None) -> Counter[str]:
    """Its words, with how often each occurs; half-spaces bind, case does not count."""
    return Counter(re.findall(r"[\w\u200c]+", (text or "").casefold()))


def likeness(one: str | None, other: str | None) -> float:
    """From 0 to 1, how many of their words two texts share (Dice)."""
    a, b = words(one), words(other)
    return 2 * (a & b).total() / (a.total() + b.total()) if a and b else 0.0


def within(one: str, other: str) -> float:
    """From 0 to 1, how much of the shorter text stands in the longer."""
    a, b = words(one), words(other)
    return (a & b).total() / min(a.total(), b.total()) if a and b else 0.0


def equal(one: Any, other: Any) -> float:
    """The same, white space aside."""
    return float(squashed(one) == squashed(other))


def bare(one: Any, other: Any) -> float:
    """The same slogan: quotation marks around it and the point or comma after it do not count."""
    a, b = (squashed(text).strip(QUOTES + ".,،!✊ ") for text in (one, other))
    return float(a == b)


def demand(one: str, other: str) -> float:
    """The same demand: most of the words, since in running prose its ends are a matter of taste."""
    return likeness(one, other) if likeness(one, other) >= ENOUGH else 0.0


def mark(one: Entry, other: Entry) -> float:
    """The same footnote mark: its number, and the same words before it, as far as both are given."""
    a, b = (squashed(m["after"]).rstrip(QUOTES + ".,:;…!?،؛؟") for m in (one, other))
    return float(one["n"] == other["n"] and bool(a) and bool(b) and (a.endswith(b) or b.endswith(a)))


def call(one: Entry, other: Entry) -> float:
    """The same call: the quotes share at least six words in ten, or the found one is a sentence of the label's."""
    near = likeness(one["quote"], other["quote"])
    inside = words(other["quote"]) <= words(one["quote"]) and words(other["quote"]).total() > 3
    return near if near >= ENOUGH or inside else 0.0


def figure(one: Entry, other: Entry) -> float:
    """The same figure: the same value or range, from a passage that shares at least six words in ten."""
    same = all(one.get(key) == other.get(key) for key in ("value", "min", "max"))
    near = within(one["quote"], other["quote"])
    return near if same and near >= ENOUGH else 0.0


def alike(one: str, other: str) -> bool:
    """Half the words are the same."""
    return likeness(one, other) >= 0.5 or equal(one, other) > 0


def told(one: str, other: str) -> bool:
    """Half the words are the same, or a name of several words stands whole in the other's."""
    several = min(words(one).total(), words(other).total()) > 1
    return alike(one, other) or (several and within(one, other) == 1)


def part(one: Entry, other: Entry) -> float:
    """The same part of a collection: the same title, or the same first five words of it."""
    titles = [squashed(title) for title in (one["title"], *one.get("title_also", [])) if title]
    found = squashed(other["title"] or "")
    if found in titles:
        return 1.0
    return 0.5 * any(len(found.split()) > 4 and found.split()[:5] == title.split()[:5] for title in titles)


def pairs(labels: Sequence[Any], found: Sequence[Any], same: Same) -> Iterator[tuple[int, int]]:
    """Which label goes with which find, nearest first, each at most once."""
    nearness = [(same(a, b), -i, -j) for i, a in enumerate(labels) for j, b in enumerate(found)]
    taken: tuple[set[int], set[int]] = (set(), set())
    for near, i, j in sorted(nearness, reverse=True):
        if near > 0 and -i not in taken[0] and -j not in taken[1]:
            taken[0].add(-i)
            taken[1].add(-j)
            yield -i, -j


def shown(item: Any) -> str:
    """One line for a person."""
    if not isinstance(item, dict):
        return squashed(item)
    if "quote" not in item:
        return squashed(item.get("title") or f"{item.get('n')} after {item.get('after')}")
    span = item.get("value") or (item.get("min") and f"{item['min']}–{item['max']}") or ""
    return squashed(f"{span} {item.get('what') or ''} | {item['quote']}")


def compare(
    labels: Sequence[Any], found: Sequence[Any], same: Same, spared: Callable[[Any], bool]
) -> tuple[Tally, list[tuple[Any, Any]]]:
    """The tally of a list, and the pairs that belong together; what is spared counts neither way."""
    matched = list(pairs(labels, found, same))
    left, right = {i for i, _ in matched}, {j for _, j in matched}
    missed = [shown(label) for i, label in enumerate(labels) if i not in left]
    false = [shown(item) for j, item in enumerate(found) if j not in right and not spared(item)]
    return Tally(len(matched), missed, false), [(labels[i], found[j]) for i, j in matched]


def compare_single(label: Any, found: Any, same: Callable[[Any, Any], bool]) -> Tally:
    """The tally of a field that holds one value or none."""
    if label in (None, False) and found in (None, False):
        return Tally()
    if label not in (None, False) and found not in (None, False) and same(label, found):
        return Tally(1)
    return Tally(0, [shown(label)] * (label not in (None, False)), [shown(found)] * (found not in (None, False)))


def unique(items: Sequence[Any]) -> list[Any]:
    return list(dict.fromkeys(map(squashed, items)))
