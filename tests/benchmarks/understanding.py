"""How well the reading of texts agrees with careful people who labelled them.

    python tests/benchmarks/understanding.py [FOLDER] [--details]

FOLDER holds NAME.txt with NAME.json beside it, of the shape that `import --dry-run --json` prints; without one, the
labelled texts of this repository. A key that a label leaves out is not scored. Further keys of a label: `title_also`
(other titles that are right), `problems_about` (words that some problem must hold), and for each list FIELD_optional:
what may be found and need not be. White space never counts. Structure gets no partial credit; slogans, demands, calls
and figures are the same where `matches` says so; what is said of a call or figure is scored where it was found at all.
Prints precision, recall and F1 a field, then the summary beside as many lead sentences.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from bot.documents.files.loading import load
from bot.documents.readings import as_json, read
from tests.benchmarks.matches import (
    ENOUGH,
    Entry,
    Same,
    Tally,
    alike,
    bare,
    call,
    compare,
    compare_single,
    demand,
    equal,
    figure,
    likeness,
    mark,
    part,
    squashed,
    told,
    unique,
    within,
)

LABELLED = Path(__file__).parents[1] / "documents" / "labelled"
SINGLE = ("kind", "date", "week", "language", "editors_note", "preface")
LISTS: dict[str, Same] = {"issuers": equal, "headings": equal, "captions": equal, "drop": equal}
LISTS |= {"slogans": bare, "demands": demand}
SENTENCE = re.compile(r"(?<=[.!?؟…])([\"”»’)\]]*(?:[0-9۰-۹⁰¹²³⁴-⁹]+| ?\[[0-9۰-۹]+\])?)\s+")
MARK = re.compile(r"(?<=[^\s0-9۰-۹])(?:[0-9۰-۹⁰¹²³⁴-⁹]{1,2}| ?\[[0-9۰-۹]{1,2}\])$|\s*\[[0-9۰-۹]{1,2}\](?=[.!?؟]?$)")
ENDS = re.compile(r"^[^\w\"'“‘«(\[]+|[^\w\s.!?؟…:;،,\"'”’»)\]]+$")
TOLD: dict[str, Callable[[str, str], bool]] = {"when": alike, "as_of": lambda a, b: a == b}


@dataclass
class Score:
    """One labelled text: its language, a tally a field, and how near the summary and the lead come to the label."""

    name: str
    language: str
    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    summary: tuple[float, float] | None = None
    lead: tuple[float, float] | None = None


def compare_list(name: str, label: Entry, found: Entry) -> Tally:
    """The tally of a list of strings; debris is compared line by line, since a block of it is as good as its lines."""
    same = LISTS[name]
    wanted, spare, got = (
        unique([line for item in items for line in item.split("\n") if line.strip()] if name == "drop" else items)
        for items in (label[name], label.get(f"{name}_optional", []), found[name])
    )
    return compare(wanted, got, same, lambda item: any(same(known, item) for known in spare))[0]


def score_entry(label: Entry, found: Entry, tallies: dict[str, Tally]) -> None:
    """Add what one entry, a whole text or a part, gets right and wrong."""
    if "title" in label:
        titles = {squashed(title) for title in (label["title"], *label.get("title_also", []))}
        tallies["title"] += compare_single(label["title"], found["title"], lambda _, b: squashed(b) in titles)
    for name in SINGLE:
        if name in label:
            tallies[name] += compare_single(label[name], found[name], lambda a, b: squashed(a) == squashed(b))
    for name in LISTS:
        if name in label:
            tallies[name] += compare_list(name, label, found)
    if "footnotes" in label:
        tallies["footnote marks"] += compare(
            label["footnotes"]["marks"], found["footnotes"]["marks"], mark, lambda _: False
        )[0]
    score_quoted("calls", call, ("who", "when", "where"), label, found, tallies)
    score_quoted("figures", figure, ("what", "source", "qualifier", "as_of"), label, found, tallies)
    for about in label.get("problems_about", []):
        held = any(about in problem for problem in found["problems"])
        tallies["problems"] += Tally(1) if held else Tally(0, [about])


def score_quoted(
    name: str, same: Same, inner: Sequence[str], label: Entry, found: Entry, tallies: dict[str, Tally]
) -> None:
    """Add calls or figures: the quotes first, then what is said of each that was found."""
    if name not in label:
        return
    spare = list(label.get(f"{name}_optional", []))
    if name == "calls":
        spare += [expected["quote"] for expected in label[name]]  # what one passage asks for twice is not invented
    tally, matched = compare(
        label[name], found[name], same, lambda item: any(within(known, item["quote"]) >= ENOUGH for known in spare)
    )
    tallies[name] += tally
    for expected, got in matched:
        for key in inner:
            if key in expected:
                tallies[f"{name}: {key}"] += compare_single(expected[key], got[key], TOLD.get(key, told))


def sentence(text: str) -> str:
    """A sentence to compare: without the footnote mark, bullet or emoji at its ends."""
    return MARK.sub("", ENDS.sub("", squashed(text)))


def agreement(label: Sequence[str], chosen: Sequence[str]) -> tuple[float, float]:
    """ROUGE-1 F of two extracts, and F1 of the whole sentences that they share."""
    a, b = {sentence(text) for text in label}, {sentence(text) for text in chosen}
    exact = 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0
    return likeness(" ".join(sorted(a)), " ".join(sorted(b))), exact


def lead_sentences(text: str, title: str | None, count: int) -> list[str]:
    """The first sentences of the text after its title."""
    titles = {squashed(line) for line in (title or "").split("\n")} | {squashed(title or "")}
    blocks = (squashed(block) for block in re.split(r"\n\s*\n", text.removeprefix(title or "")))
    running = [block for block in blocks if block not in titles and re.search(r"[.!?؟…]", block)]
    found = [one.strip() for block in running for one in SENTENCE.sub(r"\1\n", block).split("\n") if one.strip()]
    return found[:count]


def score(path: Path) -> Score:
    """Read one labelled text and compare."""
    labels: list[Entry] = json.loads(path.with_suffix(".json").read_text("utf-8"))["entries"]
    text = load(path.name, path.read_bytes())
    found: list[Entry] = as_json([read(path.name, text)])["entries"]
    result = Score(path.name, labels[0].get("language", ""))
    score_entry(labels[0], found[0], result.tallies)
    spare = labels[0].get("parts_optional", [])
    tally, matched = compare(labels[1:], found[1:], part, lambda item: squashed(item["title"]) in map(squashed, spare))
    result.tallies["parts"] += tally
    empty = {key: type(value)() if isinstance(value, list) else None for key, value in found[0].items()}
    given = {label["id"]: got for label, got in matched}
    for label in labels[1:]:
        score_entry(label, given.get(label["id"], {**empty, "footnotes": {"marks": []}}), result.tallies)
    if wished := labels[0].get("summary_extract"):
        result.summary = agreement(wished, found[0]["summary_extract"])
        result.lead = agreement(wished, lead_sentences(text, labels[0].get("title"), len(wished)))
    return result


def scores(folder: Path = LABELLED) -> list[Score]:
    """Every labelled text of a folder, by name."""
    return [score(path) for path in sorted(folder.glob("*.txt")) if path.with_suffix(".json").exists()]


def total(results: Sequence[Score], name: str) -> Tally:
    """One field over some texts."""
    return sum((result.tallies[name] for result in results if name in result.tallies), Tally())


def mean_summary(results: Sequence[Score]) -> tuple[float, float, float, float]:
    """Means over the texts: the summary's ROUGE-1 F and exact F1, then those of the lead sentences."""
    held = [(result.summary, result.lead) for result in results if result.summary and result.lead]
    rows = [(*own, *lead) for own, lead in held] or [(0.0, 0.0, 0.0, 0.0)]
    rouge, exact, lead_rouge, lead_exact = (sum(column) / len(rows) for column in zip(*rows, strict=True))
    return rouge, exact, lead_rouge, lead_exact


def table(results: Sequence[Score]) -> Iterator[str]:
    """The lines of the table: all texts, the English and the Farsi ones."""
    groups = {"all": list(results)} | {code: [r for r in results if r.language == code] for code in ("en", "fa")}
    yield f"{'':20}" + "".join(f"{f'{name} ({len(held)} texts)':^28}" for name, held in groups.items())
    yield f"{'':20}" + f"{'P':>6}{'R':>6}{'F1':>6}{'labels':>8}  " * len(groups)
    for name in dict.fromkeys(name for result in results for name in result.tallies):
        row = [total(held, name) for held in groups.values()]
        cells = (f"{t.precision:6.2f}{t.recall:6.2f}{t.f1:6.2f}{t.labels:8}  " for t in row)
        yield f"{name:20}" + "".join(cells)
    for name, held in groups.items():
        rouge, exact, lead_rouge, lead_exact = mean_summary(held)
        times = " and ".join(f"{a / b:.2f}" if b else "–" for a, b in ((rouge, lead_rouge), (exact, lead_exact)))
        own, leading = f"ROUGE-1 {rouge:.3f}, exact {exact:.3f}", f"{lead_rouge:.3f}, {lead_exact:.3f}"
        yield f"summary, {name}: {own}; lead {leading}; ratios {times}"


def details(results: Sequence[Score]) -> Iterator[str]:
    """What was missed (-) and what was found and is not there (+), file by file."""
    for result in results:
        yield f"\n{result.name}"
        for name, tally in result.tallies.items():
            yield from (f"  - {name}: {text}" for text in tally.missed)
            yield from (f"  + {name}: {text}" for text in tally.false)


def main() -> None:
    """Score a folder and print."""
    named = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    results = scores(Path(named[0]) if named else LABELLED)
    lines = [*table(results), *(details(results) if "--details" in sys.argv else [])]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
