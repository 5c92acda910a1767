"""How commands are told to people: in /help and in Telegram's menus. Rows are pairs of a name and what it does."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from bot.words.languages import Language
from bot.words.message import Button, Message
from bot.words.settings import side_by_side

Rows = Sequence[tuple[str, str]]
_LONGEST_DESCRIPTION = 256  # of a command in a menu, by the Bot API


def help_text(language: Language, readers: Rows, coordinators: Rows = (), owners: Rows = ()) -> Message:
    """What one can do here, by audience; the coordinators' part is folded up. Descriptions are English sources."""
    parts = [_list(language, language.say("What I can do"), readers)]
    if any(name == "search" for name, _ in readers):
        parts.append(language.say("In a private chat you can also simply write the words you are looking for."))
    if coordinators:
        parts.append(_folded(_list(language, language.say("For coordinators"), coordinators)))
    if owners:
        parts.append(_folded(_list(language, language.say("For owners of the team"), owners)))
    known = {name for name, _ in readers}
    rows = [
        side_by_side(language, *(Button(label, command=f"/{name}") for name, label in row if name in known))
        for row in (
            (("week", language.plain("This week")), ("latest", language.plain("The newest texts"))),
            (("settings", language.plain("Settings")), ("language", language.plain("Language"))),
        )
    ]
    return Message(Markup("\n\n").join(parts), tuple(row for row in rows if row))


def menu(language: Language, rows: Rows) -> list[tuple[str, str]]:
    """Names and descriptions as Telegram's command menu takes them: plain text of 1 to 256 characters."""
    return [(name, str(language.plain(what))[:_LONGEST_DESCRIPTION]) for name, what in rows]


def _list(language: Language, heading: Markup, rows: Rows) -> Markup:
    told = [language.say("{command} — {what}", command=f"/{name}", what=language.plain(what)) for name, what in rows]
    return Markup("\n").join([Markup("<b>{}</b>").format(heading), *told])


def _folded(text: Markup) -> Markup:
    return Markup("<blockquote expandable>{}</blockquote>").format(text)
