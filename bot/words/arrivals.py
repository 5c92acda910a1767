"""What the bot says of itself where it arrives: to a channel's administrator, in a group, and in its profile."""

from __future__ import annotations

from bot.words.languages import Language
from bot.words.message import Button, Message, plain


def channel(language: Language, *, can_post: bool) -> Message:
    """To whoever made the bot an administrator of a channel: the next step."""
    if not can_post:
        return Message(
            language.say(
                "Thank you for adding me to your channel. I still need the right to post messages there; "
                "after that, post /subscribe weekly in the channel."
            )
        )
    return Message(
        language.say(
            "Thank you for adding me to your channel. The next step: post /subscribe weekly in the channel itself, "
            "or for example /subscribe daily 18:00 Europe/Berlin fa. "
            "I answer there with what is set; you can delete both posts afterwards."
        )
    )


def group(language: Language, username: str) -> Message:
    """In a group that the bot was just added to."""
    return Message(
        language.say(
            "Hello! I bring statements and weekly updates. An administrator can order the digest for this group "
            "with /subscribe, and everyone can read: /week, /latest, /actions, /search."
        ),
        ((Button(language.plain("Read in private"), url=f"https://t.me/{username}?start=week"),),),
    )


def description(language: Language) -> str:
    """What a chat with the bot shows before the first message (at most 512 characters, Bot API setMyDescription)."""
    return plain(
        language.say(
            "I keep political statements, weekly updates and calls to action in English and Farsi, word for word and "
            "with their sources, and send a digest to whoever wants it: daily, weekly or at once. "
            "I store as little about you as possible; /privacy says what."
        )
    )


def short_description(language: Language) -> str:
    """What the bot's profile shows (at most 120 characters, Bot API setMyShortDescription)."""
    return plain(
        language.say("Statements, weekly updates and calls to action, in English and Farsi, with their sources.")
    )
