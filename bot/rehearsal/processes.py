"""The real bot, in a process of its own: started, killed, looked at; and the verbs of its command line."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bot.rehearsal.ports import Port

_ROOT = Path(__file__).parents[2]
_LINES = 60  # of the log, kept for the page
_PATIENCE = 8.0  # seconds for a clean end
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG, prctl(2)
_libc = ctypes.CDLL(None) if sys.platform == "linux" else None


class BotProcess:
    """`python -m bot` on a folder of its own, with nothing of the operator's settings.

    It ends with this process, however that ends (on Linux even where that is killed). Every method may be called from
    any thread.
    """

    def __init__(self, folder: Path, settings: dict[str, str]) -> None:
        self.folder = folder
        self.clock_file = folder / "clock"
        self._port = Port()
        self.metrics_port = self._port.number
        self.log: deque[str] = deque(maxlen=_LINES)
        self.wanted = False  # whether it should be running
        self._environment = _surroundings(folder, self.metrics_port, settings)
        # Linux ties a child to the thread that made it, so one thread that lives on makes them all.
        self._keeper = ThreadPoolExecutor(1, "keeper")
        self._lock = threading.Lock()
        self._verbs: set[subprocess.Popen[str]] = set()
        self._child: subprocess.Popen[str] | None = None
        self._reader: threading.Thread | None = None
        self._closed = False

    # Serving

    def start(self) -> None:
        """Start serving, unless it serves already."""
        with self._lock:
            if self.exit_code is None and self._child is not None:
                return
            self.wanted = True
            self._child = self._spawn(["--clock", str(self.clock_file), "run"], stderr=subprocess.PIPE)
            self._reader = threading.Thread(target=self._read, args=(self._child,), name="bot log", daemon=True)
            self._reader.start()

    def kill(self) -> None:
        """End it as a power failure would (SIGKILL)."""
        with self._lock:
            self.wanted = False
            if self._child is not None and self._child.poll() is None:
                self._child.kill()
                self._child.wait(_PATIENCE)

    @property
    def exit_code(self) -> int | None:
        """How it ended; None while it runs or was never started."""
        return self._child.poll() if self._child is not None else None

    @property
    def lines(self) -> list[str]:
        """The last lines of its log, which holds no tokens, ids or words of people."""
        return list(self.log)

    def shift(self, seconds: float) -> None:
        """Set its clock so many seconds ahead of the machine's; it notices at once."""
        fresh = self.clock_file.with_suffix(".new")
        fresh.write_text(f"{seconds:.3f}\n", encoding="utf-8")
        fresh.replace(self.clock_file)

    # The command line

    def run_verb(self, *words: str, seconds: float = 60) -> tuple[int, str, str]:
        """Run a verb of the command line on the same folder: exit code, output, complaints."""
        child = self._spawn(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        with self._lock:
            self._verbs.add(child)
        try:
            out, err = child.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            child.kill()
            out, err = child.communicate()
        finally:
            with self._lock:
                self._verbs.discard(child)
        return child.returncode, out, err

    def close(self) -> None:
        """End everything that was started here, politely first."""
        self._closed = True
        with self._lock:
            self.wanted = False
            children = [child for child in (self._child, *self._verbs) if child is not None]
        for child in children:
            if child.poll() is None:
                child.send_signal(signal.SIGTERM)
        for child in children:
            try:
                child.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
        if self._reader:
            self._reader.join(2)
        self._keeper.shutdown()
        self._port.close()

    def _spawn(
        self, words: Sequence[str], *, stdout: int = subprocess.DEVNULL, stderr: int = subprocess.DEVNULL
    ) -> subprocess.Popen[str]:
        if self._closed:
            raise RuntimeError("the rehearsal is over")
        return self._keeper.submit(
            subprocess.Popen,
            [sys.executable, "-m", "bot", *words],
            cwd=self.folder,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=stderr,
            text=True,
            encoding="utf-8",
            errors="replace",
            preexec_fn=_die_with(os.getpid()),
        ).result()

    def _read(self, child: subprocess.Popen[str]) -> None:
        for line in child.stderr or ():
            self.log.append(line.rstrip("\n"))


def _die_with(parent: int) -> Callable[[], None] | None:
    """What a child does first, so that it can't outlive its parent; only Linux has it."""
    libc = _libc
    if libc is None:
        return None

    def tie() -> None:
        libc.prctl(_DIE_WITH_PARENT, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)

    return tie


def _surroundings(folder: Path, metrics_port: int, settings: dict[str, str]) -> dict[str, str]:
    """The environment of the bot: the operator's without settings of theirs; a `.env` file is not found from there."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("BOT_")}
    path = os.pathsep.join(part for part in (str(_ROOT), clean.get("PYTHONPATH", "")) if part)
    here = "127.0.0.1,localhost"
    own = {"PYTHONPATH": path, "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1", "NO_PROXY": here, "no_proxy": here}
    bot = {"BOT_DATA_DIR": str(folder / "data"), "BOT_METRICS_LISTEN": f"127.0.0.1:{metrics_port}"}
    return {**clean, **own, **bot, **settings}
