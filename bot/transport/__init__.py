"""The only room that meets Telegram."""

from __future__ import annotations

import os
import warnings

# Waits come as timedeltas, as they will by default in python-telegram-bot's next major version.
os.environ.setdefault("PTB_TIMEDELTA", "1")
# Raw calls skip building an object for each of thousands of copies; a warning advises the slower way.
warnings.filterwarnings("ignore", message="Please use 'Bot")
