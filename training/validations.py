"""How well texts are read that the models have not seen: `python -m training.validations [--details]`.

The fresh texts fall into five groups, all of one author into the same: whoever writes sixteen texts repeats words and
habits, and what was learnt from some of them would help with the others. Each group is read by models that learnt from
the four others and from the tuned texts, and scored as `tests/benchmarks/understanding.py` scores; nothing that is kept
in the repository is changed.
"""

from __future__ import annotations

import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from bot.documents.models import Model
from bot.documents.origins import kinds as kind_rules
from bot.documents.structure import tags
from tests.benchmarks import understanding
from tests.benchmarks.understanding import Score
from training import kinds, lines
from training.labels import FRESH, GROUPS, TUNED, author, grouped, read


def validate(group: int) -> list[Score]:
    """The scores of the fresh texts of a group, read by models that did not learn from it."""
    fresh = list(read(FRESH))
    authors = grouped(author(text.path) for text in fresh)[group]
    held = {text.path for text in fresh if author(text.path) in authors}
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept)
        tuned = (text for known in TUNED for text in read(known))
        lines.learn((text for text in fresh if text.path not in held), tuned, folder)
        tags.LINES, tags.WHOLES = Model("lines", folder), Model("wholes", folder)
        kind_rules.MODEL = kinds.Unlearnt("kinds")
        known = [text for text in kinds.read(FRESH) if text.path.with_suffix(".txt") not in held]
        kinds.learn(known, (text for each in TUNED for text in kinds.read(each)), folder / "kinds.crfsuite")
        kind_rules.MODEL = Model("kinds", folder)
        return [understanding.score(path) for path in sorted(held)]


def main() -> None:
    """Score and print."""
    with ProcessPoolExecutor() as processes:
        results = [score for group in processes.map(validate, range(GROUPS)) for score in group]
    details = understanding.details(results) if "--details" in sys.argv else []
    sys.stdout.write("\n".join([*understanding.table(results), *details]) + "\n")


if __name__ == "__main__":
    main()
