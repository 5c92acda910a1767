"""How well texts are read that the model has not seen: `python -m training.validations [--details]`.

The fresh texts fall into five groups, all of one author into the same: whoever writes sixteen texts repeats words and
habits, and what was learnt from some of them would help with the others. Each group is read by models that learnt from
the four others and from the tuned texts, and scored as `tests/benchmarks/understanding.py` scores; nothing that is kept
in the repository is changed.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bot.documents import models
from bot.documents.origins import kinds as kind_rules
from bot.documents.structure import tags
from tests.benchmarks import understanding
from tests.benchmarks.understanding import Score
from training import kinds, lines
from training.labels import FRESH, TUNED, author, read

GROUPS = 5


def validate(folder: Path) -> Iterator[Score]:
    """The scores of the fresh texts, each read by models that did not learn from it; models are written to *folder*."""
    fresh = list(read(FRESH))
    tuned = [text for known in TUNED for text in read(known)]
    paths = {text.path for text in fresh}
    authors = sorted({author(path) for path in paths})
    random.Random(5).shuffle(authors)  # noqa: S311 - only that those who wrote at one time are not in one group
    models.LEARNT = folder
    for group in range(GROUPS):
        held = {path for path in paths if author(path) in authors[group::GROUPS]}
        lines.learn(lines.examples([text for text in fresh if text.path not in held], tuned), folder / "lines.crfsuite")
        tags.MODEL, kind_rules.MODEL = models.Model("lines"), kinds.Unlearnt("kinds")
        known = [text for text in kinds.read(FRESH) if text.path.with_suffix(".txt") not in held]
        kinds.learn(known, (text for each in TUNED for text in kinds.read(each)), folder / "kinds.crfsuite")
        kind_rules.MODEL = models.Model("kinds")
        yield from (understanding.score(path) for path in sorted(held))


def main() -> None:
    """Score and print."""
    with tempfile.TemporaryDirectory() as folder:
        results = list(validate(Path(folder)))
    details = understanding.details(results) if "--details" in sys.argv else []
    sys.stdout.write("\n".join([*understanding.table(results), *details]) + "\n")


if __name__ == "__main__":
    main()
