"""What is said about a post on its way through review."""

from __future__ import annotations

from datetime import datetime

from markupsafe import Markup

from bot.campaign.models import Post
from bot.campaign.posts import Entry
from bot.words import cards, dates, posts
from bot.words.cards import command
from bot.words.desk import rounded
from bot.words.languages import Language
from bot.words.message import Button, Message
from bot.words.steps import Draft


def submitted(speech: Language, post: Post, draft: Draft) -> Message:
    """The asker's post waits for somebody else."""
    if draft.two:
        text = speech.say(
            "Post {number} was submitted. Somebody else of the team must approve it; the others have been told.",
            number=post.id,
        )
    else:
        text = speech.say("Post {number} was submitted. You or somebody else can approve it.", number=post.id)
    return _above(text, cards.card(speech, draft))


def waits(speech: Language, who: str, draft: Draft) -> Message:
    """Tell one of the others that a post waits for approval, with its card."""
    text = speech.say("{who} submitted a post. Please look at it, and approve it or give it back.", who=who)
    return _above(text, cards.card(speech, draft))


def _above(text: Markup, card: Message) -> Message:
    return Message(Markup("{}\n\n{}").format(text, card.html), card.rows)


def ask_reason(speech: Language, number: int) -> Message:
    """Ask why a post is given back."""
    text = speech.say(
        "Please say why you give post {number} back. Send the reason now, or write it like this: {command}",
        number=number,
        command=command(f"/reject {number} …"),
    )
    return Message(text, (_card_button(speech, number),))


def given_back(speech: Language, number: int, who: str, reason: str) -> Message:
    """Tell the others that a post was given back, and why."""
    text = speech.say("{who} gave post {number} back:", who=who, number=number)
    words = posts.isolated(speech, reason)
    return Message(Markup("{}\n<blockquote>{}</blockquote>").format(text, words), (_card_button(speech, number),))


def rejected(speech: Language, number: int) -> Message:
    """The asker gave a post back."""
    text = speech.say("Post {number} is a draft again. The others have been told your reason.", number=number)
    return Message(text, (_card_button(speech, number),))


def held(speech: Language, number: int) -> Message:
    """A post was taken back."""
    text = speech.say("Post {number} was taken back. It is a draft again and will not go out.", number=number)
    return Message(text, (_card_button(speech, number),))


def planned(speech: Language, number: int, at: datetime, zone: str) -> Message:
    """A post goes out later; *at* is UTC, *zone* the asker's."""
    when = dates.moment(speech, at, zone)
    text = speech.say("Post {number} goes out on {when}. Until then it can be taken back.", number=number, when=when)
    return Message(text, ((Button(speech.plain("Take back"), f"/hold {number}"),), _card_button(speech, number)))


def let_out(speech: Language, entry: Entry, who: str) -> Message:
    """To the others of the team: what they worked on is public."""
    number = entry.post.id
    text = speech.say(
        "{who} published post {number}, {title}", who=who, number=number, title=posts.title(entry, speech)
    )
    return Message(text, ((Button(speech.plain("Read the full text"), f"/read {number}"),),))


def published(speech: Language, entry: Entry, chats: int) -> Message:
    """A post is public; *chats* is how many places get it at once, shown rounded."""
    number = entry.post.id
    blocks = [speech.say("Published: post {number}, {title}", number=number, title=posts.title(entry, speech))]
    if chats:
        blocks.append(
            speech.say("It is on its way to those who get news at once: {count}.", count=rounded(speech, chats))
        )
    blocks.append(speech.say("Everyone else gets it with the next digest."))
    read = Button(speech.plain("Read the full text"), f"/read {number}")
    return Message(Markup("\n\n").join(blocks), ((read,), (Button(speech.plain("All drafts"), "/drafts"),)))


def _card_button(speech: Language, number: int) -> tuple[Button, ...]:
    return (Button(speech.plain("Back to the card"), f"/draft {number}"),)
