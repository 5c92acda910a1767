"""What the bot loads when it starts."""

from __future__ import annotations

import subprocess
import sys


def test_the_rules_of_reading_are_loaded_with_the_first_text_and_not_at_the_start() -> None:
    """They take memory, and most days nobody brings a text."""
    asked = "import sys, bot.app; print('bot.documents.readings' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True)
    assert told.stdout.strip() == "False"
