"""What is installed on a server is what was meant."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
PINS = (ROOT / "deploy" / "requirements.txt").read_text()


def _names(lines: list[str]) -> set[str]:
    return {re.split(r"[<>=!;\[ ]", line.strip())[0].lower().replace("_", "-") for line in lines}


def test_every_dependency_is_pinned_with_hashes_and_no_address() -> None:
    wanted = _names(tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"])
    pinned = re.findall(r"^(\S+==.*?)(?=^\S|\Z)", PINS, re.MULTILINE | re.DOTALL)
    assert wanted <= _names(pinned)
    assert all("--hash=sha256:" in pin for pin in pinned)
    assert "://" not in PINS


def test_no_dependency_is_unused() -> None:
    """Each name in pyproject.toml is imported somewhere in the bot (tzdata is data)."""
    modules = {
        "python-telegram-bot": "telegram", "python-dotenv": "dotenv", "mdit-py-plugins": "mdit_py_plugins",
        "markdown-it-py": "markdown_it", "charset-normalizer": "charset_normalizer",
    }  # fmt: skip
    code = "\n".join(file.read_text() for file in (ROOT / "bot").rglob("*.py"))
    for name in _names(tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]) - {"tzdata"}:
        module = modules.get(name, name)
        assert re.search(rf"^\s*(?:from|import) {module}\b", code, re.MULTILINE), name
