"""What is said to coordinators while they work on drafts: questions for texts and values, lists, previews, figures."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from bot.campaign.models import Figure, Kind, State
from bot.campaign.posts import Entry
from bot.refusals import N_
from bot.words import posts
from bot.words.cards import KINDS, amount_line, command
from bot.words.languages import Language
from bot.words.message import Button, Message, lay

MOST_FIGURES = 12  # of one post in one message

_ASKS = {
    "title": N_("Send the title of post {number} now, or the word none."),
    "short": N_("Send the label for buttons of post {number} now, a few words, or the word none."),
    "kind": N_("Send the kind of post {number} now: statement, update, action or collection."),
    "issuer": N_("Send who issued post {number} now, as printed; between several put a semicolon. Or the word none."),
    "date": N_("Send the date of post {number} now, like 2026-01-12, 2026-01 or 1404-10-22, or the word none."),
    "week": N_("Send the number of the week of post {number} now, or the word none."),
    "series": N_("Send the name of the series of post {number} now, or the word none."),
    "source": N_("Send the web address of the source of post {number} now, or the word none."),
    "summary": N_("Send the summary of post {number} now, in your own words, or the word none."),
    "warning": N_("Send the warning that readers of post {number} see first now, or the word none."),
    "deadline": N_("Send the deadline of post {number} now, like 2026-12-01 18:00 Europe/Berlin, or the word none."),
    "place": N_("Send the place of post {number} now, or the word none."),
    "link": N_("Send the web address by which readers join in post {number} now, or the word none."),
    "language": N_("Send the language in which post {number} was issued now, like en or fa."),
    "urgent": N_("Is post {number} urgent? Send yes or no now."),
}
_NEW = {
    None: N_("Send the text now: in one message or several, forwarded, or as a file. /done ends it."),
    Kind.STATEMENT: N_("Send the statement now: in one message or several, forwarded, or as a file. /done ends it."),
    Kind.UPDATE: N_("Send the weekly update now: in one message or several, forwarded, or as a file. /done ends it."),
    Kind.ACTION: N_("Send the call to action now: in one message or several, forwarded, or as a file. /done ends it."),
    Kind.COLLECTION: N_("Send the collection now: in one message or several, forwarded, or as a file. /done ends it."),
}


def ask_new(speech: Language, kind: Kind | None) -> Message:
    """Ask for the text of a new post."""
    return Message(speech.say(_NEW[kind]))


def ask_text(speech: Language, number: int, code: str) -> Message:
    """Ask for the words of a post in one language."""
    sentence = N_(
        "Send the text of post {number} in {language} now, in one message or several, or as a file. /done ends it."
    )
    return Message(speech.say(sentence, number=number, language=speech.name_of(code)))


def ask_value(speech: Language, number: int, field: str) -> Message:
    """Ask for the value of a field of `/set`."""
    back = Button(speech.plain("Back to the card"), f"/draft {number}")
    return Message(speech.say(_ASKS[field], number=number), ((back,),))


def drafts(speech: Language, entries: Sequence[Entry], page: int, pages_: int) -> Message:
    """One page of what is not out yet, each with a button to its card."""
    if not entries:
        return Message(
            speech.say("There is no draft. /new starts one; a file or a forwarded message does it too."),
            ((Button(speech.plain("New post"), "/new"),),),
        )
    lines = [
        speech.say(_LISTED[entry.post.state, entry.post.publish_at is not None], number=entry.post.id,
                   kind=speech.plain(KINDS[entry.post.kind]), title=posts.title(entry, speech, 100))
        for entry in entries
    ]  # fmt: skip
    rows: list[tuple[Button, ...]] = [(posts.post_button(speech, entry, "draft"),) for entry in entries]
    if pages_ > 1:
        lines.append(speech.say("Page {page} of {pages}", page=page, pages=pages_))
        back = Button(speech.plain("◀ Back"), f"/drafts {page - 1}") if page > 1 else None
        onward = Button(speech.plain("Next ▶"), f"/drafts {page + 1}") if page < pages_ else None
        rows += posts.turning(speech, back, onward)
    return Message(lay([posts.headline(speech.say("Drafts")), *lines])[0], tuple(rows))


_LISTED = {
    (State.DRAFT, False): N_("{number}. {title} ({kind}, draft)"),
    (State.DRAFT, True): N_("{number}. {title} ({kind}, draft)"),
    (State.REVIEW, False): N_("{number}. {title} ({kind}, waits for approval)"),
    (State.REVIEW, True): N_("{number}. {title} ({kind}, with a time of publication)"),
}


def preview(speech: Language, number: int, page: int, of: int, going_on: str | None) -> Message:
    """What stands before a preview, or between its parts; *going_on* is the command line of the next part."""
    if going_on is None:
        text = speech.say("That is all of post {number}. Buttons under it work once it is published.", number=number)
        return Message(text, ((Button(speech.plain("Back to the card"), f"/draft {number}"),),))
    text = speech.say("Page {page} of {pages} of post {number}.", page=page, pages=of, number=number)
    return Message(text, ((Button(speech.plain("Next ▶"), going_on),),))


def figures_of(speech: Language, number: int, kept: Sequence[Figure]) -> Message:
    """The figures of a post, and how to add or drop one."""
    lines = [amount_line(speech, place, figure) for place, figure in enumerate(kept[:MOST_FIGURES], 1)]
    line = f'/figure {number} killed; at least 1,500 people; Amnesty International; 2022-12-03; "…"'
    blocks = [
        posts.headline(speech.say("Reported figures of post {number}", number=number)),
        Markup("\n").join(lines) if lines else speech.say("None is kept."),
        speech.say(
            "To add one, send now what is counted, the number, who reports it, as of when, and the sentence as it "
            "stands in the text, with ; between them. Or in one line: {command}",
            command=command(line),
        ),
    ]
    if len(kept) > MOST_FIGURES:
        blocks.insert(2, speech.count("{n} more is kept.", "{n} more are kept.", len(kept) - MOST_FIGURES))
    if lines:
        blocks.append(speech.say("To drop one: {command}", command=command(f"/figure {number} drop 1")))
    return Message(lay(blocks)[0], ((Button(speech.plain("Back to the card"), f"/draft {number}"),),))
