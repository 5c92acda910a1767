"""Figures and calls that were read in a text, one by one, for a coordinator who keeps, changes or drops each."""

from __future__ import annotations

from markupsafe import Markup

from bot.campaign.models import Figure
from bot.campaign.proposals import ProposedCall
from bot.words import dates, figures, posts
from bot.words.bidi import strip_marks
from bot.words.cards import command
from bot.words.languages import Language
from bot.words.message import Button, Message, lay

_QUOTE = 900  # units of a sentence that is shown whole


def figure(speech: Language, proposed: Figure, number: int, place: int, of: int) -> Message:
    """The figure *number* that was read in a post, with the sentence that reports it; *place* of how many wait."""
    lines = [
        speech.say("{what}: {amount}", what=posts.cut(proposed.what, 200), amount=figures.value(speech, proposed)),
        speech.say("Reported by: {source}", source=posts.cut(proposed.source, 200))
        if proposed.source
        else speech.say("The sentence doesn't say who reports it."),
        speech.say("As of {date}", date=dates.date(speech, proposed.as_of))
        if proposed.as_of
        else speech.say("The sentence gives no date."),
    ]
    head = speech.say("Figure {place} of {of} read in post {number}", place=place, of=of, number=proposed.post)
    return _one(speech, head, lines, proposed.quote, "figures", proposed.post, number, place, of)


def call(speech: Language, proposed: ProposedCall, post: int, place: int, of: int) -> Message:
    """A call to action that was read in a post, with its sentence."""
    named = [
        (proposed.who, speech.say("Who: {value}", value=posts.cut(proposed.who or "", 300))),
        (proposed.what, speech.say("What: {value}", value=posts.cut(proposed.what, 400))),
        (proposed.when, speech.say("When: {value}", value=posts.cut(proposed.when or "", 200))),
        (proposed.where, speech.say("Where: {value}", value=posts.cut(proposed.where or "", 200))),
    ]
    lines = [line for value, line in named if value]
    head = speech.say("Call {place} of {of} read in post {number}", place=place, of=of, number=post)
    return _one(speech, head, lines, proposed.quote, "calls", post, proposed.id, place, of)


def _one(
    speech: Language, head: Markup, lines: list[Markup], quote: str, kind: str, post: int, number: int, place: int,
    of: int,
) -> Message:  # fmt: skip
    blocks = [
        posts.headline(head),
        Markup("\n").join(lines),
        Markup("<blockquote>{}</blockquote>").format(posts.cut(strip_marks(quote), _QUOTE)),
        speech.say("Readers see it only if you keep it."),
    ]
    rows: list[tuple[Button, ...]] = [
        (Button(speech.plain("✓ Keep"), f"/draft {post} keep {number}"),),
        (Button(speech.plain("✎ Change"), f"/draft {post} change {number}"),),
        (Button(speech.plain("✗ Drop"), f"/draft {post} drop {number}"),),
    ]
    back = Button(speech.plain("◀ Back"), f"/draft {post} {kind} {place - 1}") if place > 1 else None
    onward = Button(speech.plain("Next ▶"), f"/draft {post} {kind} {place + 1}") if place < of else None
    rows += posts.turning(speech, back, onward)
    return Message(lay(blocks)[0], (*rows, (back_to_card(speech, post),)))


def done(speech: Language, post: int) -> Message:
    """Nothing waits for a decision any more."""
    text = speech.say("Nothing else that was read in post {number} waits for your decision.", number=post)
    return Message(text, ((back_to_card(speech, post),),))


def ask_figure(speech: Language, proposed: Figure) -> Message:
    """Ask for a figure as it should be, with what was understood to copy and correct."""
    amount = figures.typed(proposed)
    day = proposed.as_of.isoformat() if proposed.as_of else ""
    line = f'{proposed.what}; {amount}; {proposed.source or ""}; {day}; "{proposed.quote}"'
    blocks = [
        speech.say(
            "Send the figure as it should be now: what is counted, the number, who reports it, as of when, and the "
            "sentence as it stands in the text, with ; between them. What was understood, to copy and correct:"
        ),
        Markup("<code>{}</code>").format(strip_marks(line)),
    ]
    rows = ((Button(speech.plain("Leave it"), f"/draft {proposed.post} figures"),),)
    return Message(lay(blocks)[0], rows)


def kept_call(speech: Language, post: int, made: int, proposed: ProposedCall) -> Message:
    """What became of a call that was kept: a draft of its own, and what it still needs."""
    blocks = [
        speech.say(
            "The call is now draft {made}, a call to action with post {number} as its source. "
            "It needs its own approval.",
            made=made,
            number=post,
        )
    ]
    if proposed.when:
        blocks.append(
            speech.say(
                "The text says when: “{when}”. If that is the deadline, set it: {command}",
                when=proposed.when,
                command=command(f"/set {made} deadline 2026-12-01 18:00 Europe/Berlin"),
            )
        )
    rows = (
        (Button(speech.plain("Open the new draft"), f"/draft {made}"),),
        (Button(speech.plain("Other calls"), f"/draft {post} calls"),),
        (back_to_card(speech, post),),
    )
    return Message(lay(blocks)[0], rows)


def place(speech: Language, post: int, before: str, marked: str, after: str, page: int) -> Message:
    """A place in the text that a remark speaks of: the words around it, and the page of the preview that holds it."""
    shown = Markup("<blockquote>{}<b>{}</b>{}</blockquote>").format(before, marked, after)
    rows = (
        (Button(speech.plain("Preview of that page"), f"/preview {post} {page}"),),
        (Button(speech.plain("Replace the text"), f"/text {post}"),),
        (back_to_card(speech, post),),
    )
    return Message(lay([speech.say("The place in post {number}:", number=post), shown])[0], rows)


def back_to_card(speech: Language, post: int) -> Button:
    """The way back to the card of *post*."""
    return Button(speech.plain("Back to the card"), f"/draft {post}")
