"""Whose turn it is: tests that share a rehearsal run in one process, all others wherever there is room."""

from __future__ import annotations

from pathlib import PurePath

import pytest
from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]

SHARED = {  # by file; of those that share something, who leaves it as it was comes before who turns it upside down
    "test_rehearsal_lines": "screens",
    "test_rehearsal_browser": "screens",
    "test_rehearsal_page": "page",
}


class Turns(LoadScopeScheduling):  # type: ignore[misc]
    """As `--dist loadgroup`, which finds its groups in names that pytest 9.2 doesn't let it give any more."""

    def _split_scope(self, nodeid: str) -> str:
        return SHARED.get(PurePath(nodeid.partition("::")[0]).stem, nodeid)


def turn(test: pytest.Item) -> tuple[bool, int]:
    """Where its turn is: what takes long comes first, so that at the end nobody waits for it."""
    shared = list(SHARED)
    return test.get_closest_marker("long") is None, shared.index(test.path.stem) if test.path.stem in SHARED else -1
