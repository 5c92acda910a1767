"""Two hundred hostile or spoilt files, one after the other: what became of each kind, and what it cost the bot itself.

python tests/benchmarks/hostile_files.py [HOW_MANY]
"""

from __future__ import annotations

import resource
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from bot.documents.files import loading
from bot.refusals import Refused
from tests.documents.hostile import invent, spoil


def main(many: int) -> None:
    """Print the outcomes, the slowest file, and the memory of this process before and after."""
    files = [(name, content) for name, content, _ in invent()]
    files += [spoil(seed) for seed in range(many - len(files))]
    outcomes: Counter[str] = Counter()
    times: list[tuple[float, str]] = []
    before = _resident()
    for name, content in files:
        begun = time.perf_counter()
        try:
            loading.load(name, content)
            outcomes["read"] += 1
        except Refused as refused:
            outcomes[refused.text.partition(".")[0]] += 1
        times.append((time.perf_counter() - begun, name))
    slowest, name = max(times)
    after = _resident()
    lines = [f"{count:4} {outcome}" for outcome, count in outcomes.most_common()]
    lines += [
        f"{len(files)} files, none raised anything but a refusal",
        f"slowest: {slowest:.2f} s ({name}), median {sorted(times)[len(times) // 2][0]:.2f} s",
        f"memory of this process: {before} MB before, {after} MB after (ratio {after / before:.2f})",
        f"most memory that a child took: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024} MB",
    ]
    sys.stdout.write("\n".join(lines) + "\n")


def _resident() -> int:
    """Megabytes that this process holds now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() // 2**20


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
