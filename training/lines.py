"""Learn what the lines of texts are for, from the labelled texts: `python -m training.lines`.

Each text is learnt from twice: with what the rules say of its lines, and without; texts that rules were written for
only without, or the model would trust the rules more than they deserve.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import pycrfsuite

from bot.documents.models import LEARNT
from bot.documents.structure.neighbourhoods import rulings, signs
from bot.documents.structure.outlines import outline
from training.labels import FRESH, TUNED, Labelled, fingerprint, read

ROUNDS = 150
LASSO, RIDGE = 0.1, 0.3  # how much a weight costs; found by `python -m training.validations`

LOOKS = ("structure/shapes.py", "structure/neighbourhoods.py")

Example = tuple[Sequence[Sequence[str]], Sequence[str]]


def examples(fresh: Iterable[Labelled], tuned: Iterable[Labelled]) -> list[Example]:
    """What there is to learn from."""
    known = list(fresh)
    blind = [(signs(text.lines), text.names) for text in (*known, *tuned)]
    ruled = []
    for text, (own, named) in zip(known, blind, strict=False):
        told = rulings(text.lines, outline(text.source))
        ruled.append(([[*looks, *rules] for looks, rules in zip(own, told, strict=True)], named))
    return [*blind, *ruled]


def learn(taught: Iterable[Example], path: Path) -> None:
    """Write the model to *path*."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"c1": LASSO, "c2": RIDGE, "max_iterations": ROUNDS, "feature.possible_transitions": True})
    for looks, names in taught:
        trainer.append(looks, names)
    trainer.train(str(path))


def main() -> None:
    """Learn from all texts."""
    taught = examples(read(FRESH), (text for folder in TUNED for text in read(folder)))
    learn(taught, LEARNT / "lines.crfsuite")
    (LEARNT / "lines.sha256").write_text(fingerprint(*LOOKS) + "\n")
    sys.stdout.write(f"Learnt from {sum(len(names) for _, names in taught)} lines.\n")


if __name__ == "__main__":
    main()
