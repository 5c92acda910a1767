"""What is said when something can't be done, went wrong, or is too much at once."""

from __future__ import annotations

from bot.refusals import Refused
from bot.words.languages import Language
from bot.words.message import Message, plain


def refusal(language: Language, refused: Refused) -> Message:
    """A rule's no, in the asker's language."""
    return Message(language.refusal(refused))


def unknown(language: Language) -> Message:
    """A command that doesn't exist, or that the asker may not use: the two are not told apart."""
    return Message(language.say("I don't know this command. /help shows what I can do."))


def unreadable(language: Language) -> Message:
    """A picture, voice message or file from somebody who doesn't bring texts."""
    return Message(language.say("I can read only written words. Write what you are looking for, or see /help."))


def unfetched(language: Language) -> Message:
    """A file that Telegram announced and did not give."""
    return Message(language.say("Telegram didn't give me your file. Please send it again, or paste the text."))


def unreached(language: Language) -> Message:
    """Telegram had to be asked something first and gave no answer."""
    return Message(language.say("Telegram didn't answer me just now, so nothing was changed. Please try again."))


def error(language: Language, reference: str) -> Message:
    """An error of ours; *reference* stands in the log too."""
    return Message(
        language.say(
            "Something went wrong on our side. Please try again in a few minutes. "
            "If it happens again, tell the coordinators this sign: {reference}",
            reference=reference,
        )
    )


def too_fast(language: Language, seconds: int) -> Message:
    """More commands than we answer."""
    return Message(
        language.count(
            "You are sending messages too quickly. Please wait {n} second.",
            "You are sending messages too quickly. Please wait {n} seconds.",
            seconds,
        )
    )


def short(message: Message) -> str:
    """The same as a line shown over the chat."""
    return plain(message.html)


def read_in_private(language: Language) -> str:
    """The label of the button that leads out of a group."""
    return language.plain("Read on in private")
