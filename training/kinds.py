"""Learn what kind a text is, from the labelled texts: `python -m training.kinds`, after `training.lines`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite

from bot.documents.files.loading import load
from bot.documents.models import LEARNT, Model
from bot.documents.origins import kinds as rules
from bot.documents.origins.kinds import rule
from bot.documents.origins.manners import manners
from bot.documents.readings import Reading
from bot.documents.readings import read as understand
from tests.benchmarks.matches import squashed
from training.labels import FRESH, TUNED, fingerprint

ROUNDS = 150
LASSO, RIDGE = 0.2, 0.5
LOOKS = ("origins/manners.py",)


@dataclass(frozen=True)
class Example:
    """How a text speaks, with and without what the rules say of its kind, and the kind it is."""

    path: Path
    ruled: Sequence[str]
    blind: Sequence[str]
    kind: str


def read(folder: Path) -> Iterator[Example]:
    """The labelled texts of *folder* that are no collections, and the parts of those that are."""
    for path in sorted(folder.glob("*.json")):
        text = path.with_suffix(".txt")
        whole = understand(text.name, load(text.name, text.read_bytes()))
        first, *others = json.loads(path.read_text("utf-8"))["entries"]
        kinds = {squashed(each["title"]): each["kind"] for each in others if each.get("title") and "kind" in each}
        if not others and not whole.parts and first.get("kind") not in {None, "collection"}:
            yield _example(path, whole, first["kind"])
        for part in whole.parts:
            if part.title and (kind := kinds.get(squashed(part.title))):
                yield _example(path, part, kind)


def _example(path: Path, reading: Reading, kind: str) -> Example:
    counts = {
        "slogans": len(reading.slogans),
        "demands": len(reading.demands),
        "calls": len(reading.calls),
        "figures": len(reading.figures) // 3,
    }
    ruled = rule(reading.title, list(reading.passages), issuers=reading.issuers, slogans=len(reading.slogans))

    def told(by_rules: str) -> list[str]:
        return manners(reading.title, reading.passages, ruled=by_rules, issuers=reading.issuers, counts=counts)

    return Example(path, told(ruled), told(""), kind)


def learn(fresh: Iterable[Example], tuned: Iterable[Example], path: Path) -> None:
    """Write the model to *path*."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"c1": LASSO, "c2": RIDGE, "max_iterations": ROUNDS})
    known = list(fresh)
    for example in (*known, *tuned):
        trainer.append([example.blind], [example.kind])
    for example in known:
        trainer.append([example.ruled], [example.kind])
    trainer.train(str(path))


class Unlearnt(Model):
    """In place of the model that is still to be made."""

    def likelihoods(self, signs: Sequence[Sequence[str]]) -> list[dict[str, float]]:
        """Says nothing of use."""
        return [{"statement": 0.0} for _ in signs]


def main() -> None:
    """Learn from all texts."""
    rules.MODEL = Unlearnt("kinds")
    fresh = list(read(FRESH))
    learn(fresh, (example for folder in TUNED for example in read(folder)), LEARNT / "kinds.crfsuite")
    (LEARNT / "kinds.sha256").write_text(fingerprint(*LOOKS) + "\n")
    sys.stdout.write(f"Learnt from {len(fresh)} fresh texts, and from those that rules were written for.\n")


if __name__ == "__main__":
    main()
