"""solidarity-bot: a campaign's statements, weekly updates and calls to action, in Telegram."""

__version__ = "0.1.0"
