"""The first words to somebody new, and the choice of a language."""

from __future__ import annotations

from markupsafe import Markup

from bot.words.languages import Language, codes, language
from bot.words.message import Button, Message
from bot.words.settings import Row, marked, presets, side_by_side


def welcome(speech: Language, place: str) -> Message:
    """What this bot is, with the buttons to begin with; short in a group."""
    if place != "private":
        return Message(
            speech.say(
                "Hello! I keep political statements and weekly updates in English and Farsi. "
                "Administrators can subscribe this group to the digest with /subscribe"
            ),
            (_reading(speech), (_help(speech),)),
        )
    return Message(_introduction(speech), (_languages(speech), *_beginnings(speech)))


def languages(speech: Language) -> Message:
    """A choice of all languages, each under its own name, the present one ticked."""
    return Message(speech.say("Which language would you like me to write in?"), (_languages(speech, ticked=True),))


def language_chosen(speech: Language, place: str) -> Message:
    """Said in the language that was just chosen; in private with everything that one can begin with."""
    done = speech.say("Done. From now on I write in {language}.", language=speech.name())
    if place == "private":
        return Message(
            Markup("{}\n\n{}").format(done, _introduction(speech)), (_languages(speech), *_beginnings(speech))
        )
    return Message(done, (_reading(speech), (_help(speech),)) if place == "group" else ())


def _introduction(speech: Language) -> Markup:
    return Markup("\n\n").join(
        [
            speech.say(
                "Hello! I keep political statements and weekly updates in English and Farsi, "
                "and send you the digest you choose."
            ),
            speech.say(
                "You can read and search without leaving anything about yourself here; "
                "/privacy says what I keep once you choose something."
            ),
        ]
    )


def _beginnings(speech: Language) -> tuple[Row, ...]:
    return (_reading(speech), *presets(speech), (_help(speech),))


def _reading(speech: Language) -> Row:
    return side_by_side(
        speech,
        Button(speech.plain("This week"), command="/week"),
        Button(speech.plain("The newest texts"), command="/latest"),
    )


def _help(speech: Language) -> Button:
    return Button(speech.plain("What I can do"), command="/help")


def _languages(speech: Language, *, ticked: bool = False) -> Row:
    return side_by_side(
        speech,
        *(
            Button(marked(speech, language(code).name(), ticked and code == speech.code), command=f"/language {code}")
            for code in codes()
        ),
    )
