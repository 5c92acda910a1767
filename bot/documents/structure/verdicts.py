"""What each line of a text is for, once rules and model have both been heard: one title, whole lists of signers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from bot.documents.passages import Kind, Line, Passage
from bot.documents.structure import kickers, names, namings, pieces
from bot.documents.structure.lines import ends_sentence, is_date_line, is_exclaimed
from bot.documents.structure.pages import debris
from bot.documents.structure.shapes import PICTURE, SIGNED
from bot.documents.structure.tags import Tag
from bot.documents.structure.titles import is_appointed

_DOUBTED = 0.04  # less likely than that, a line is no title whatever the rules say
_RULED = 0.3  # how much the word of the rules counts for a title
_TITLE = 0.5  # how likely a title must be where no line is tagged as one
_RULED_IN_SHORT, _TITLE_IN_SHORT = 0.5, 0.35  # the same where all lines are short, and the model knows least
_ADDRESSED = 0.7  # how likely a line with "To the Minister" must be the title
_BELOW_NAME, _NAME = 0.15, 0.3  # how likely the title must stand below a body's name, and how much that is then worth
_GOES_ON = 0.3  # how likely a line must go on with the title for the line beside it to be of the title
_ADDED = 0.15  # and how likely that line must be
_TELLING = 120  # characters of a sentence that is running text
_LONG = 160
_SHORT = 60
_POINTS = 3  # lines of a list


POINT = "point"
"""The name of a line that is a point of a list, whatever it was taken for."""


def names_of(lines: Sequence[Line], tags: Sequence[Tag], passages: Sequence[Passage]) -> list[str]:
    """What each of *lines* is for, one name a line, from its tag and from what the rules take its passage for."""
    ruled = {each.start: each.kind for each in passages}
    found = _titled(lines, tags, _parted(lines, tags, ruled), ruled)
    return _signed(lines, _listed(lines, _heeded_amid(lines, found, ruled), ruled))


def _titled(lines: Sequence[Line], tags: Sequence[Tag], given: Sequence[str], ruled: Mapping[int, Kind]) -> list[str]:
    """The names with one title: the likeliest run of lines that may be one, and no mere label above it."""
    is_short = all(len(line.text) <= _LONG for line in lines)
    bonus, enough = (_RULED_IN_SHORT, _TITLE_IN_SHORT) if is_short else (_RULED, _TITLE)
    likely = [_likely(line, tag, ruled.get(line.start), bonus) for line, tag in zip(lines, tags, strict=True)]
    for at in range(len(likely) - 1):
        if likely[at] and max(likely[at + 1 : at + 3]) >= _BELOW_NAME and namings.body_alone(lines[at].text):
            likely[at] *= _NAME  # the letterhead over a title
        if tags[at].title >= _TITLE and kickers.is_kicker(lines[at].text) and _may_head(lines[at + 1].text):
            likely[at + 1] += tags[at].title  # what the page prints over a title
    found = ["text" if name == "title" and not like else name for name, like in zip(given, likely, strict=True)]
    at = max(range(len(tags)), key=lambda each: (likely[each], -each))
    if found[at] != "title" and likely[at] >= enough:
        found[at] = "title"
    runs = [[n for n, _ in run] for name, run in groupby(enumerate(found), key=lambda each: each[1]) if name == "title"]
    best = max(runs, key=lambda run: max(likely[n] for n in run), default=[])
    for n in (n for run in runs if run is not best for n in run):
        found[n] = "heading" if ruled.get(lines[n].start) == "heading" else "text"
    best = _edged(best, found, likely, tags)
    for n in best[1:]:
        if _tells(lines[n].text) and not _tells(lines[best[0]].text):
            found[n] = "text"  # a sentence under a title
    return found


def _edged(run: list[int], found: list[str], likely: Sequence[float], tags: Sequence[Tag]) -> list[int]:
    """The *run* of the lines of the title, from where it most likely begins to where it ends; *found* is put right."""
    if not run:
        return run
    ruled = {n for n in run if likely[n] > tags[n].title}
    opens = min({max(run, key=lambda n: (likely[n] - tags[n].goes_on, -n)), *ruled})
    others = (n for n in run if n > opens and n not in ruled and tags[n].opens > tags[n].goes_on)
    last = next((n for n in others if n > max(ruled, default=0)), len(tags))
    kept = [n for n in run if opens <= n < last]
    if kept[0] and tags[kept[0]].goes_on > _GOES_ON and likely[kept[0] - 1] > _ADDED:
        kept = [kept[0] - 1, *kept]
    if kept[-1] + 1 < last and tags[kept[-1] + 1].goes_on > _GOES_ON and likely[kept[-1] + 1] > _ADDED:
        kept = [*kept, kept[-1] + 1]
    for n in {*run, *kept}:
        found[n] = "title" if n in kept else "text"
    return kept


def _may_head(text: str) -> bool:
    return len(text) <= _LONG and not _tells(text) and not kickers.is_kicker(text)


def _tells(text: str) -> bool:
    return ends_sentence(text) and not is_exclaimed(text)


def _likely(line: Line, tag: Tag, ruled: Kind | None, bonus: float) -> float:
    """How likely the line is the title, with what the rules say; 0 where it can't be."""
    if tag.title < _DOUBTED:
        return 0.0
    told = (len(line.text) > _SHORT or ". " in line.text) and _tells(line.text)
    if ruled == "debris" or told or kickers.is_kicker(line.text):
        return 0.0
    if tag.title < _ADDRESSED and kickers.is_address(line.text):
        return 0.0
    # A line that stands apart as signatures and titles do, and tells what happened, is no signature.
    signs = tag.sure if tag.name == "issuer" and ruled == "title" and names.tells(line.text) else 0.0
    return tag.title + signs + (bonus if ruled == "title" else 0.0)


def _parted(lines: Sequence[Line], tags: Sequence[Tag], ruled: Mapping[int, Kind]) -> list[str]:
    """The tags by name, with the titles of parts as such, where the text plainly has several."""
    parts = pieces.part_titles(lines, tags)
    found = ["part" if at in parts else tag.name for at, tag in enumerate(tags)]
    for at in range(len(found)):
        if found[at] == "part" and at not in parts:
            heading = ruled.get(lines[at].start) == "heading" and not is_exclaimed(lines[at].text)
            found[at] = "slogan" if names.is_slogan(lines[at].text) and not heading else "heading"
    return found


def _heeded_amid(lines: Sequence[Line], found: list[str], ruled: Mapping[int, Kind]) -> list[str]:
    """The names with what the rules say of headings and items that have running text above and below them."""
    running = [at for at, line in enumerate(lines) if len(line.text) > _TELLING and ends_sentence(line.text)]
    if "part" not in found and len(running) > 1:
        for at in range(running[0], running[-1]):
            kind = ruled.get(lines[at].start)
            if found[at] in {"issuer", "drop"} and kind == "heading":
                found[at] = "heading"
            elif found[at] == "issuer" and kind == "item":
                found[at] = "text"
    return found


def _listed(lines: Sequence[Line], found: list[str], ruled: Mapping[int, Kind]) -> list[str]:
    """The names without headings right below each other that begin with one picture: they are points of a list."""
    rows: list[list[int]] = [[]]
    for at, line in enumerate(lines):
        sign = PICTURE.match(line.text)
        if not (sign and rows[-1] and not line.gap and lines[at - 1].text.startswith(sign[0])):
            rows.append([])
        if sign and found[at] in {"heading", "text", "demand"}:
            rows[-1].append(at)
    for row in rows:
        if len(row) >= _POINTS and any("heading" in {found[at], ruled.get(lines[at].start)} for at in row):
            name = "demand" if 2 * sum(found[at] == "demand" for at in row) > len(row) else POINT
            for at in row:
                found[at] = name
    return found


def _signed(lines: Sequence[Line], found: list[str]) -> list[str]:
    """The names with the whole of each list of signers, where enough of its lines are taken for that."""
    for listed in _lists(lines):
        signers = sum(found[at] == "issuer" for at in listed)
        announced = listed[0] > 0 and _announces(lines[listed[0] - 1].text)
        if signers * 3 > len(listed) if announced else 1 < signers > len(listed) / 2:
            for at in listed:
                found[at] = "issuer"
    return found


def _lists(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Lines in a row, without a blank one between them, each of which may name somebody who signs."""
    listed: list[int] = []
    for at, line in enumerate(lines):
        if listed and (line.gap or not _may_sign(line)):
            yield listed
            listed = []
        if _may_sign(line) and not _announces(line.text):
            listed.append(at)
    if listed:
        yield listed


def _announces(text: str) -> bool:
    return len(text) <= 120 and SIGNED.search(text) is not None


def _may_sign(line: Line) -> bool:
    text = line.text
    if len(text) > 160 or is_date_line(text) or is_appointed(text) or debris.is_debris(text):
        return False
    return not (ends_sentence(text) or text.endswith("!") or names.is_contact(text))
