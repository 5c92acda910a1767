"""Learn what the lines of texts are for, from the labelled texts: `python -m training.lines`.

Each text is learnt from twice: with what the rules say of its lines, and without; texts that rules were written for
only without, or the model would trust the rules more than they deserve. The second model, which weighs the answers of
the first on a whole text, learns from answers on texts whose authors the first had not learnt from; on those it knows,
the first is surer than it will ever be of a new one.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite

from bot.documents.models import LEARNT, Model
from bot.documents.structure import tags
from bot.documents.structure.impressions import impressions
from bot.documents.structure.neighbourhoods import rulings, signs
from bot.documents.structure.outlines import outline
from training.labels import FRESH, GROUPS, TUNED, Labelled, author, fingerprint, grouped, read

ROUNDS = 150
LASSO, RIDGE = 0.1, 0.3  # how much a weight costs; found by `python -m training.validations`

LOOKS = ("structure/shapes.py", "structure/neighbourhoods.py", "structure/impressions.py")

Example = tuple[Sequence[Sequence[str]], Sequence[str]]


@dataclass(frozen=True, eq=False)
class _Looked:
    """A text, what its lines look like, and what the rules say of them: nothing, where they were written for it."""

    text: Labelled
    own: tags.Signs
    ruled: tags.Signs | None = None


def learn(fresh: Iterable[Labelled], tuned: Iterable[Labelled], folder: Path) -> int:
    """Write both models to *folder*; gives how many lines they learnt from."""
    looked = [_Looked(text, signs(text.lines), rulings(text.lines, outline(text.source))) for text in fresh]
    looked += [_Looked(text, signs(text.lines)) for text in tuned]
    examples = _examples(looked)
    _train(examples, folder / "lines.crfsuite")
    _train(_weighed(looked, folder), folder / "wholes.crfsuite")
    return sum(len(names) for _, names in examples)


def _examples(looked: Iterable[_Looked]) -> list[Example]:
    """What the first model learns from."""
    known = list(looked)
    heard = [(tags.joined(each.own, each.ruled), each.text.names) for each in known if each.ruled is not None]
    return [*((each.own, each.text.names) for each in known), *heard]


def _weighed(looked: Sequence[_Looked], folder: Path) -> list[Example]:
    """What the second model learns from: each text with the answers of a first one that does not know its author."""
    examples: list[Example] = []
    path = folder / "some.crfsuite"
    for group in _groups(looked):
        _train(_examples(each for each in looked if each not in group), path)
        model = Model(path.stem, folder)
        for each in group:
            seen = impressions(each.text.lines, model.likelihoods(each.own))
            examples.append((tags.joined(each.own, seen), each.text.names))
            if each.ruled is not None:
                seen = impressions(each.text.lines, tags.first_answers(model, each.own, each.ruled))
                examples.append((tags.joined(each.own, each.ruled, seen), each.text.names))
    path.unlink()
    return examples


def _groups(looked: Sequence[_Looked]) -> Iterator[list[_Looked]]:
    """All texts in `GROUPS` groups: the fresh ones by author, the tuned ones, which are all of one, as they come."""
    fresh = [each for each in looked if each.ruled is not None]
    tuned = [each for each in looked if each.ruled is None]
    for number, authors in enumerate(grouped(author(each.text.path) for each in fresh)):
        yield [each for each in fresh if author(each.text.path) in authors] + tuned[number::GROUPS]


def _train(examples: Iterable[Example], path: Path) -> None:
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"c1": LASSO, "c2": RIDGE, "max_iterations": ROUNDS, "feature.possible_transitions": True})
    for looks, names in examples:
        trainer.append(looks, names)
    trainer.train(str(path))


def main() -> None:
    """Learn from all texts."""
    with tempfile.TemporaryDirectory() as folder:
        taught = learn(read(FRESH), (text for known in TUNED for text in read(known)), Path(folder))
        for name in ("lines", "wholes"):
            (LEARNT / f"{name}.crfsuite").write_bytes((Path(folder) / f"{name}.crfsuite").read_bytes())
    (LEARNT / "lines.sha256").write_text(fingerprint(*LOOKS) + "\n")
    sys.stdout.write(f"Learnt from {taught} lines.\n")


if __name__ == "__main__":
    main()
