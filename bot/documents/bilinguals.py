"""A text that holds two wordings, one above the other or paragraph by paragraph, told apart by the letters of each.

Where one language stands above and the other below, the text is cut between them, and a name or quotation in the other
language stays where it is; only what stands over the whole text or under it goes with its own language. Where they
alternate, each paragraph does. Nothing is lost: all stretches in their order are the text, but for white space.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, groupby, pairwise

from bot.documents import scripts
from bot.documents.spans import RichText, joined
from bot.refusals import N_

TWO_WORDINGS = N_("The text holds two wordings, in {languages}. Please keep one here and add the other with /text.")
MIXED = N_("The text is in more than one language. Please check whether it is two wordings.")

LEAST = 0.1
"""Of the letters of a text that a language must have; less is a name or a quotation."""

_MOST_WRONG = 0.2  # of the letters may stand on the other side of a seam
_RUNNING = 60  # letters of a sentence that is no title, byline or signature
_LONG = 150  # letters of what is none, however it ends
_ENDS = re.compile(r"[.!?؟:…][”\"»’)\]]?\d{0,3}\s*\Z")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]+|[@#]\w+", re.IGNORECASE)
_NUMBER = re.compile(r"[\[(]?(\d{1,3})(?:[\]).]|\s?[-–:])")
_MARK = re.compile(r"\[\^([^\s\[\]^]+)\]")
_NOTE = re.compile(rf"{_MARK.pattern}:")


@dataclass(frozen=True)
class Unit:
    """Lines that stay together, from *start* up to *end* in a text, and the words in them as printed."""

    start: int
    end: int
    words: str


@dataclass(frozen=True)
class Share:
    """What of a text is in one language: its stretches in order, as places in the text."""

    language: str
    stretches: tuple[tuple[int, int], ...]
    letters: int


@lru_cache(maxsize=2)
def is_mixed(text: str) -> bool:
    """Whether more than one script has a tenth of the letters or more; addresses and tags don't count."""
    most, *others = sorted(_letters_by_script(_ADDRESS.sub("", text)).values(), reverse=True) or (0,)
    if sum(others) < LEAST * (most - sum(others)):
        return False  # even if each letter of another script stood in a paragraph of its own
    return len(_main(letters_of(unit.words) for unit in _units(text))) > 1


def divide(text: str, units: Sequence[Unit] | None = None) -> tuple[Share, ...]:
    """The shares of the languages of *text*, in the order in which they begin; none where there is one alone.

    *units* are those of a text whose lines alone don't show them. A language that can't be told is `und`.
    """
    units = list(_units(text) if units is None else units)
    told = [letters_of(unit.words) for unit in units]
    main = _main(told)
    if len(main) < 2:
        return ()
    sides = _apart(units, told, main) or [script if script in main else "" for script, _ in told]
    _take_notes_home(text, units, sides)
    sides = _with_neighbours(sides)
    shares = []
    for script in dict.fromkeys(sides):
        words = "\n".join(unit.words for unit, (own, _) in zip(units, told, strict=True) if own == script)
        letters = sum(count for own, count in told if own == script)
        shares.append(Share(scripts.language_of(words), tuple(_stretches(units, sides, script)), letters))
    return tuple(shares)


def gather(text: RichText, share: Share) -> RichText:
    """The stretches of *share* as one text; between what stood apart are as many blank lines as there were, or one."""
    seams = [""]
    for (_, end), (start, _) in pairwise(share.stretches):
        between = text.text[end:start]
        below, above = between[: -len(between.lstrip())], between[len(between.rstrip()) :]
        seams.append("\n" * max(2, below.count("\n"), above.count("\n")))
    pieces = [text.part(start, end) for start, end in share.stretches]
    return joined(zip(seams, pieces, strict=True))


def letters_of(words: str) -> tuple[str, int]:
    """The script that most letters of *words* are in, and how many; addresses, handles and tags don't count."""
    counts = _letters_by_script(_ADDRESS.sub("", words))
    return max(counts.items(), key=lambda each: each[1], default=("", 0))


def _letters_by_script(words: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for letter, count in Counter(words).items():
        if letter.isalpha():
            script = _script(letter)
            counts[script] = counts.get(script, 0) + count
    return counts


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _main(told: Iterable[tuple[str, int]]) -> frozenset[str]:
    letters: Counter[str] = Counter()
    for script, count in told:
        letters[script] += count
    del letters[""]
    return frozenset(script for script, count in letters.items() if count >= LEAST * letters.total())


def _units(text: str) -> Iterator[Unit]:
    """The paragraphs of a plain text; one whose lines are in several languages is torn into its lines."""
    place = 0
    lines = []
    for line in text.split("\n"):
        lines.append(Unit(place, place + len(line), line))
        place += len(line) + 1
    for blank, chunk in groupby(lines, key=lambda line: not line.words.strip()):
        if not blank:
            yield from torn(list(chunk))


def torn(lines: Sequence[Unit]) -> Iterator[Unit]:
    """The paragraph of these *lines* as one unit, or as one a line where several languages take turns in it.

    A wrapped line that happens to hold a long foreign name is no turn.
    """
    told = [letters_of(line.words) for line in lines]
    letters: Counter[str] = Counter()
    for script, count in told:
        letters[script] += count
    del letters[""]
    most = letters.most_common(1)[0][0] if letters else ""
    strange = letters.total() - letters[most]
    inside = {told[0][0], told[-1][0]} <= {most, ""} and strange < _MOST_WRONG * letters.total()
    if not strange or inside:
        yield Unit(lines[0].start, lines[-1].end, "\n".join(line.words for line in lines))
    else:
        yield from lines


def _apart(units: Sequence[Unit], told: Sequence[tuple[str, int]], main: frozenset[str]) -> list[str]:
    """The side on which each unit stands where one language is above a seam and the other below; else nothing."""
    notes = [note and script == "LATIN" for note, (script, _) in zip(_are_notes(units), told, strict=True)]
    running = [at for at, (script, count) in enumerate(told) if script in main and count >= _RUNNING and not notes[at]]
    order = list(dict.fromkeys(told[at][0] for at in running))
    if len(main) != 2 or len(order) != 2:
        return []
    signs = {order[0]: 1, order[1]: -1}
    # Notes often cite what was written in Latin letters, whatever the language of their text.
    signed = [0 if note else signs.get(script, 0) * count for (script, count), note in zip(told, notes, strict=True)]
    sums = list(accumulate(signed, initial=0))
    # The best place to cut has the most letters of the first above it and of the second below; rules and notes above.
    cut = max(range(len(sums)), key=lambda at: (2 * sums[at] - sums[-1], at))
    wrong = sum(map(abs, signed)) - (2 * sums[cut] - sums[-1])
    if not 0 < cut < len(units) or wrong > _MOST_WRONG * sum(map(abs, signed)):
        return []
    sides = [order[0]] * cut + [order[1]] * (len(units) - cut)
    for at, (script, _) in enumerate(told):
        outside = at < running[0] or at > running[-1]
        if outside and script in main and not notes[at]:
            sides[at] = script
    return sides


def _is_running(words: str, count: int) -> bool:
    return count >= _LONG or (count >= _RUNNING and _ENDS.search(words[-12:]) is not None)


def _are_notes(units: Sequence[Unit]) -> list[bool]:
    """Which units are numbered as notes are, each number once; a list in two languages has each number twice."""
    found: list[bool] = []
    numbers = [_NUMBER.match(unit.words) for unit in units]
    for numbered, run in groupby(numbers, key=bool):
        together = [int(number[1]) if number else 0 for number in run]
        found += [numbered and len(set(together)) == len(together)] * len(together)
    return found


def _take_notes_home(text: str, units: Sequence[Unit], sides: list[str]) -> None:
    """Put each footnote of a Markdown text where its mark stands."""
    homes: dict[str, str] = {}
    for at, unit in enumerate(units):
        raw = text[unit.start : unit.end]
        if (note := _NOTE.match(raw)) and note[1] in homes:
            sides[at] = homes[note[1]]
        elif not note:
            homes |= {label: sides[at] for label in _MARK.findall(raw) if label not in homes and sides[at]}


def _with_neighbours(sides: Sequence[str]) -> list[str]:
    """*sides* with each unit that has none on that of the one above it, or at the very top of the one below."""
    first = next(side for side in sides if side)
    out: list[str] = []
    for side in sides:
        out.append(side or (out[-1] if out else first))
    return out


def _stretches(units: Sequence[Unit], sides: Sequence[str], wanted: str) -> Iterator[tuple[int, int]]:
    for side, run in groupby(zip(units, sides, strict=True), key=lambda each: each[1]):
        if side == wanted:
            together = [unit for unit, _ in run]
            yield together[0].start, together[-1].end
