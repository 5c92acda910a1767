"""The coordinators' desk: subscribed places, the outbox, the record of doings, versions, and counts without people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from bot.campaign.models import (
    AuditEntry,
    Chat,
    ChatKind,
    ChatState,
    Delivery,
    DeliveryState,
    Kind,
    Letter,
    Schedule,
    State,
    Wording,
)  # fmt: skip
from bot.campaign.posts import Entry
from bot.refusals import N_
from bot.words import dates, posts
from bot.words.languages import Language
from bot.words.message import Button, Message, lay

LISTED = 8  # places or deliveries in one message, each with its buttons

_PLACES = {ChatKind.GROUP: N_("Group {number}"), ChatKind.CHANNEL: N_("Channel {number}")}
_STATES = {
    ChatState.ACTIVE: N_("It is sent to."),
    ChatState.PAUSED: N_("It is paused."),
    ChatState.OFF: N_("It can't be reached any more."),
}
_KINDS = {"statements": N_("statements"), "updates": N_("weekly updates"), "actions": N_("calls to action")}
_WAITING = {
    DeliveryState.PENDING: N_("Waiting: {n}"),
    DeliveryState.SENDING: N_("Being sent: {n}"),
    DeliveryState.DEFERRED: N_("Put off, to be tried again: {n}"),
    DeliveryState.SENT: N_("Delivered: {n}"),
    DeliveryState.UNCERTAIN: N_("Uncertain: {n}"),
    DeliveryState.DEAD: N_("Given up: {n}"),
}
_TO = {
    ChatKind.PRIVATE: N_("{number}. {what}, to a person"),
    ChatKind.GROUP: N_("{number}. {what}, to group {chat}"),
    ChatKind.CHANNEL: N_("{number}. {what}, to channel {chat}"),
}
_PURPOSES = {
    "publication": N_("Post"), "digest": N_("Digest"), "correction": N_("Correction"), "retraction": N_("Retraction"),
    "notice": N_("Notice to the team"), "reminder": N_("Reminder"),
}  # fmt: skip
ACTIONS = {
    "new": N_("{who} took in post {number}."),
    "text": N_("{who} replaced the text of post {number} ({detail})."),
    "split": N_("{who} split the text of post {number} into wordings ({detail})."),
    "set": N_("{who} set a field of post {number}: {detail}."),
    "figure": N_("{who} changed the figures of post {number}: {detail}."),
    "submit": N_("{who} submitted post {number} for approval."),
    "approve": N_("{who} approved post {number}."),
    "reject": N_("{who} gave post {number} back: {detail}"),
    "publish": N_("{who} published post {number}."),
    "schedule": N_("{who} set a time for post {number}: {detail}."),
    "hold": N_("{who} took post {number} back."),
    "correct": N_("{who} opened a correction of post {number}."),
    "retract": N_("{who} asked to retract post {number}: {detail}"),
    "alias": N_("{who} took another name: {detail}."),
    "invite": N_("{who} made an invitation: {detail}."),
    "join": N_("{who} joined the team: {detail}."),
    "remove": N_("{who} removed {detail} from the team."),
    "chats": N_("{who} changed a subscribed place: {detail}."),
    "outbox": N_("{who} settled a delivery: {detail}."),
}


@dataclass(frozen=True)
class Revision:
    """One version of a wording and what differs from the one before: fields by name, paragraphs in number."""

    wording: Wording
    fields: tuple[str, ...] = ()
    paragraphs: int = 0
    first: bool = False


def places(speech: Language, found: Sequence[Chat], page: int, pages: int) -> Message:
    """Subscribed groups and channels by our own numbers: what they get, when, and whether they are sent to."""
    if not found:
        text = speech.say("No group or channel subscribes yet. An administrator sends /subscribe there.")
        return Message(text)
    blocks = [posts.headline(speech.say("Subscribed groups and channels"))]
    rows: list[tuple[Button, ...]] = []
    for chat in found:
        blocks.append(_place(speech, chat))
        rows += [(button,) for button in _place_buttons(speech, chat)]
    if pages > 1:
        blocks.append(speech.say("Page {page} of {pages}", page=page, pages=pages))
        back = Button(speech.plain("◀ Back"), f"/chats {page - 1}") if page > 1 else None
        onward = Button(speech.plain("Next ▶"), f"/chats {page + 1}") if page < pages else None
        rows += posts.turning(speech, back, onward)
    return Message(lay(blocks)[0], tuple(rows))


def _place(speech: Language, chat: Chat) -> Markup:
    languages = speech.listing([speech.name_of(code) for code in chat.languages.split("+") if code])
    kinds = speech.listing([speech.plain(_KINDS[kind]) for kind in chat.kinds.split(",") if kind in _KINDS])
    lines = [
        Markup("<b>{}</b>").format(speech.say(_PLACES[chat.kind], number=chat.id)),
        _rhythm(speech, chat),
        speech.say("It gets {kinds} in {languages}.", kinds=kinds, languages=languages),
        speech.say(_STATES[chat.state]),
    ]
    return Markup("\n").join(lines)


def _rhythm(speech: Language, chat: Chat) -> Markup:
    time = dates.time(speech, dt.time(chat.minute // 60, chat.minute % 60))
    city = dates.zone_name(speech, chat.zone or "UTC")
    match chat.schedule:
        case Schedule.WEEKLY:
            day = dates.weekday(speech, chat.weekday)
            return speech.say("Every week on {weekday} at {time}, {city} time.", weekday=day, time=time, city=city)
        case Schedule.DAILY:
            return speech.say("Every day at {time}, {city} time.", time=time, city=city)
        case Schedule.NOW:
            return speech.say("Each text as soon as it is published.")
        case Schedule.NEVER:
            return speech.say("Nothing unasked.")


def _place_buttons(speech: Language, chat: Chat) -> list[Button]:
    buttons = []
    if chat.state is ChatState.ACTIVE:
        buttons.append(Button(speech.plain("Pause {number}", number=chat.id), f"/chats pause {chat.id}"))
    if chat.state is ChatState.PAUSED:
        buttons.append(Button(speech.plain("Go on with {number}", number=chat.id), f"/chats resume {chat.id}"))
    return [*buttons, Button(speech.plain("Drop {number}", number=chat.id), f"/chats drop {chat.id}")]


def outbox(
    speech: Language, counts: Mapping[DeliveryState, int], open_: Sequence[tuple[Delivery, Letter, Chat]], more: int
) -> Message:
    """What is being delivered, and each delivery that waits for a decision, with the buttons that settle it."""
    lines = [speech.say(text, n=speech.number(counts.get(state, 0))) for state, text in _WAITING.items()]
    blocks = [posts.headline(speech.say("The outbox")), Markup("\n").join(lines)]
    rows: list[tuple[Button, ...]] = []
    if not open_:
        blocks.append(speech.say("Nothing waits for your decision."))
    for delivery, letter, chat in open_:
        blocks.append(_open(speech, delivery, letter, chat))
        rows += [(button,) for button in _settling(speech, delivery)]
    if more:
        blocks.append(speech.count("{n} more waits for a decision.", "{n} more wait for a decision.", more))
    return Message(lay(blocks)[0], tuple(rows))


def _open(speech: Language, delivery: Delivery, letter: Letter, chat: Chat) -> Markup:
    what = speech.plain(_PURPOSES[letter.purpose]) if letter.purpose in _PURPOSES else letter.purpose
    if letter.post is not None:
        what = speech.plain("{what} {number}", what=what, number=letter.post)
    lines = [speech.say(_TO[chat.kind], number=delivery.id, what=what, chat=chat.id)]
    if delivery.state is DeliveryState.UNCERTAIN:
        lines.append(speech.say("Telegram did not answer, so it may have arrived or not. Please look, and choose."))
    elif delivery.reason:
        lines.append(speech.say("It was refused: {reason}", reason=posts.cut(delivery.reason, 120)))
    return Markup("\n").join(lines)


def _settling(speech: Language, delivery: Delivery) -> list[Button]:
    number = delivery.id
    seen = [Button(speech.plain("{number}: it is there", number=number), f"/outbox sent {number}")]
    return [
        *(seen if delivery.state is DeliveryState.UNCERTAIN else []),
        Button(speech.plain("{number}: send it", number=number), f"/outbox retry {number}"),
        Button(speech.plain("{number}: drop it", number=number), f"/outbox drop {number}"),
    ]


def doing(speech: Language, entry: AuditEntry, zone: str) -> Markup:
    """One entry of the record as a sentence, with the moment in *zone*."""
    when = dates.moment(speech, entry.at, zone)
    if entry.action in ACTIONS:
        what = speech.say(ACTIONS[entry.action], who=entry.alias, number=entry.post or 0, detail=entry.detail or "—")
    else:
        what = speech.say("{who}: {action} {detail}", who=entry.alias, action=entry.action, detail=entry.detail)
    return Markup("<i>{}</i>\n{}").format(when, what)


def audit(
    speech: Language, entries: Sequence[AuditEntry], zone: str, broken: int | None, page: int, more: bool
) -> Message:
    """Who did what when, newest first; a break in the chain is said first."""
    blocks = [posts.headline(speech.say("Who did what"))]
    if broken is not None:
        sentence = N_("⚠️ This record was changed from outside: entry {number} does not fit the one before it.")
        blocks.append(speech.say(sentence, number=broken))
    blocks += [doing(speech, entry, zone) for entry in entries]
    if not entries:
        blocks.append(speech.say("Nothing has been done yet."))
    back = Button(speech.plain("◀ Back"), f"/audit {page - 1}") if page > 1 else None
    onward = Button(speech.plain("Next ▶"), f"/audit {page + 1}") if more else None
    return Message(lay(blocks)[0], tuple(posts.turning(speech, back, onward)))


def history(
    speech: Language, entry: Entry, revisions: Sequence[Revision], doings: Sequence[AuditEntry], zone: str
) -> Message:
    """The versions of a post and what was done with it, newest first."""
    number = entry.post.id
    blocks = [posts.headline(speech.say("Post {number}: {title}", number=number, title=posts.title(entry, speech)))]
    blocks.append(Markup("\n").join(_revision(speech, revision) for revision in revisions))
    blocks += [doing(speech, one, zone) for one in doings]
    return Message(lay(blocks)[0], ((Button(speech.plain("Back to the card"), f"/draft {number}"),),))


_FIELDS = {"title": N_("title"), "short": N_("label for buttons"), "summary": N_("summary"), "body": N_("text")}


def _revision(speech: Language, revision: Revision) -> Markup:
    wording = revision.wording
    values: dict[str, object] = {"version": wording.version, "language": speech.name_of(wording.language)}
    if revision.first:
        return speech.say("Version {version} in {language}.", **values)
    if not revision.fields:
        return speech.say("Version {version} in {language}: nothing changed.", **values)
    names = speech.listing([speech.plain(_FIELDS[field]) for field in revision.fields])
    if not revision.paragraphs:
        return speech.say("Version {version} in {language}. Changed: {fields}.", **values, fields=names)
    return speech.count(
        "Version {version} in {language}. Changed: {fields}; {n} paragraph differs.",
        "Version {version} in {language}. Changed: {fields}; {n} paragraphs differ.",
        revision.paragraphs,
        **values,
        fields=names,
    )


_SUBSCRIBERS = {
    ChatKind.PRIVATE: N_("People who subscribe: {count}"),
    ChatKind.GROUP: N_("Groups: {count}"),
    ChatKind.CHANNEL: N_("Channels: {count}"),
}
_POSTS = {
    Kind.STATEMENT: N_("Statements: {published} published, {drafts} not yet"),
    Kind.UPDATE: N_("Weekly updates: {published} published, {drafts} not yet"),
    Kind.ACTION: N_("Calls to action: {published} published, {drafts} not yet"),
    Kind.COLLECTION: N_("Collections: {published} published, {drafts} not yet"),
}


def stats(
    speech: Language, chats: Mapping[tuple[ChatKind, ChatState], int], kept: Mapping[tuple[Kind, State], int], team: int
) -> Message:
    """How many places are sent to, in round numbers, and how many posts there are."""
    reached = [
        speech.say(text, count=rounded(speech, sum(n for (kind, state), n in chats.items()
                                                   if kind is one and state is not ChatState.OFF)))
        for one, text in _SUBSCRIBERS.items()
    ]  # fmt: skip
    written = [
        speech.say(
            text,
            published=speech.number(kept.get((one, State.PUBLISHED), 0)),
            drafts=speech.number(kept.get((one, State.DRAFT), 0) + kept.get((one, State.REVIEW), 0)),
        )
        for one, text in _POSTS.items()
    ]
    blocks = [
        posts.headline(speech.say("Counts")),
        Markup("\n").join(reached),
        Markup("\n").join(written),
        speech.count("The team has {n} member.", "The team has {n} members.", team),
        speech.say("Numbers of readers are rounded, and nobody can list them."),
    ]
    return Message(lay(blocks)[0])


def rounded(speech: Language, count: int) -> str:
    """A number of readers that gives nobody away: to the nearest ten, and below ten only that."""
    if count < 10:
        return speech.plain("fewer than {n}", n=10)
    return speech.plain("about {n}", n=speech.number((count + 5) // 10 * 10))
