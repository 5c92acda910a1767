"""How long the bot takes from its start to its first answer, and how much memory it then holds.

    python tests/benchmarks/start.py [RUNS]

The bot is a process of its own, on an empty folder, against the stand-in on loopback. Prints each run, then medians.
"""

from __future__ import annotations

import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from bot.rehearsal.standins import StandIn
from tests.houses import environment


def measure() -> tuple[float, float]:
    """Seconds to the first answer, and megabytes (of a million bytes) resident at that moment."""
    with tempfile.TemporaryDirectory() as folder, StandIn() as telegram:
        person = telegram.person("Tom", language_code="en")
        person.says("/start")
        begun = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "bot"], cwd=folder, env={**os.environ, **environment(Path(folder), telegram)}
        )
        try:
            while not person.inbox:
                if time.perf_counter() - begun > 60:
                    raise SystemExit("no answer within a minute")
                time.sleep(0.002)
            seconds = time.perf_counter() - begun
            status = Path(f"/proc/{process.pid}/status").read_text()
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(15)
    kilobytes = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
    return seconds, kilobytes * 1024 / 1e6


def main() -> None:
    """Measure some runs and print them."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    found = [measure() for _ in range(runs)]
    lines = [f"first answer after {seconds:.2f} s, {megabytes:.0f} MB resident" for seconds, megabytes in found]
    seconds = statistics.median(s for s, _ in found)
    megabytes = statistics.median(m for _, m in found)
    ratios = f"{seconds / 3:.0%} of 3 s, {megabytes / 120:.0%} of 120 MB"
    lines.append(f"median: {seconds:.2f} s and {megabytes:.0f} MB: {ratios}")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
