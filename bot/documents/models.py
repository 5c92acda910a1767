"""Models that were learnt from labelled texts: conditional random fields, kept as files in `learnt/`.

Rules alone don't tell a title from the menu above it, or those who sign from those who are told of: many small signs
count, and each is wrong at times. A model weighs them (Lafferty, McCallum and Pereira, 2001). `training/` makes them.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pycrfsuite

LEARNT = Path(__file__).with_name("learnt")


class Model(threading.local):
    """A model by the name of its file; each thread opens it for itself, since it keeps the text it was given last.

    *folder* is where the file lies; as it is when the model is asked first, where none is given.
    """

    def __init__(self, name: str, folder: Path | None = None) -> None:
        self._name = name
        self._folder = folder
        self._tagger: pycrfsuite.Tagger | None = None

    def likelihoods(self, signs: Sequence[Sequence[str]]) -> list[dict[str, float]]:
        """Of each thing in a row, by its *signs*: how likely each name is, from 0 to 1."""
        tagger = self._open()
        names = tagger.labels()
        tagger.set(signs)
        return [{name: tagger.marginal(name, at) for name in names} for at in range(len(signs))]

    def _open(self) -> pycrfsuite.Tagger:
        if self._tagger is None:
            import pycrfsuite

            self._tagger = pycrfsuite.Tagger()
            self._tagger.open(str((self._folder or LEARNT) / f"{self._name}.crfsuite"))
        return self._tagger
