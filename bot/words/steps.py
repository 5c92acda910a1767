"""A post as its coordinators see it, and the buttons for what can be done next with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.campaign.models import Figure, Kind, State
from bot.campaign.posts import Entry
from bot.documents.problems import Problem
from bot.refusals import N_
from bot.words import posts
from bot.words.languages import Language, codes
from bot.words.message import Button

_PARTS = 12  # of a collection that get a button
_PLACES = 3  # remarks that get a button


@dataclass(frozen=True)
class Draft:
    """A post with everything that its card tells, gathered. Instants are UTC, *zone* is the coordinator's."""

    entry: Entry
    now: datetime
    zone: str
    two: bool  # whether a second person has to approve
    problems: tuple[Problem, ...] = ()
    places: tuple[int, ...] = ()  # of problems, from 1, that speak of one place in the text
    proposed: tuple[int, int] = (0, 0)  # figures and calls that were read in the text and wait for a decision
    figures: tuple[Figure, ...] = ()
    lost: tuple[int, ...] = ()  # places, from 1, of figures whose quote stands in no wording any more
    mixed: bool = False  # whether the text may be two wordings, which a press takes apart
    parts: tuple[Entry, ...] = ()
    same: Entry | None = None  # a post that has the same text
    growing: bool = False  # whether more of the text may come
    submitted_by: str | None = None
    may_approve: bool = False


def buttons(speech: Language, draft: Draft) -> list[Button]:
    """What can be done next with a post, one button a row."""
    post, number = draft.entry.post, draft.entry.post.id
    rows = [Button(speech.plain("That is the whole text"), "/done")] if draft.growing else []
    rows += _previews(speech, draft)
    match post.state:
        case State.DRAFT:
            rows += _proposed(speech, draft)
            rows += _asking(speech, draft)
            rows += _places(speech, draft)
            rows += _splitting(speech, draft)
            rows += _translations(speech, draft)
            rows += [_way_out(speech, draft)]
        case State.REVIEW:
            rows += _reviewing(speech, draft)
        case _:
            rows.append(Button(speech.plain("Versions"), f"/history {number}"))
    rows += [Button(posts.label(part, speech), f"/draft {part.post.id}") for part in draft.parts[:_PARTS]]
    return [*rows, Button(speech.plain("All drafts"), "/drafts")]


def _proposed(speech: Language, draft: Draft) -> list[Button]:
    """The ways to what was read in the text and waits for a decision."""
    (figures, calls), number = draft.proposed, draft.entry.post.id
    rows = []
    if figures:
        rows.append(Button(speech.plain("Figures to decide on: {n}", n=figures), f"/draft {number} figures"))
    if calls:
        rows.append(Button(speech.plain("Calls to decide on: {n}", n=calls), f"/draft {number} calls"))
    return rows


def _splitting(speech: Language, draft: Draft) -> list[Button]:
    """The press that makes two wordings of a text that holds two."""
    if not draft.mixed:
        return []
    return [Button(speech.plain("Split into its languages"), f"/draft {draft.entry.post.id} split")]


def _places(speech: Language, draft: Draft) -> list[Button]:
    """The ways to the places in the text that remarks speak of."""
    number = draft.entry.post.id
    return [
        Button(speech.plain("Show me remark {place} in the text", place=place), f"/draft {number} place {place}")
        for place in draft.places[:_PLACES]
    ]


def _previews(speech: Language, draft: Draft) -> list[Button]:
    number, languages = draft.entry.post.id, list(draft.entry.wordings)
    if len(languages) < 2:
        return [Button(speech.plain("Preview"), f"/preview {number}")]
    return [
        Button(speech.plain("Preview in {language}", language=speech.name_of(code)), f"/preview {number} {code}")
        for code in languages
        if code in codes()
    ]


def _way_out(speech: Language, draft: Draft) -> Button:
    number = draft.entry.post.id
    if draft.two:
        return Button(speech.plain("Submit for approval"), f"/submit {number}")
    return Button(speech.plain("Publish"), f"/publish {number}")


def _reviewing(speech: Language, draft: Draft) -> list[Button]:
    post, number = draft.entry.post, draft.entry.post.id
    buttons = []
    if draft.may_approve and post.approved_by is None:
        buttons.append(Button(speech.plain("Approve"), f"/approve {number}"))
    if draft.may_approve and post.publish_at:
        buttons.append(Button(speech.plain("Publish now"), f"/publish {number} now"))
    if draft.may_approve and post.approved_by is None:
        buttons.append(Button(speech.plain("Give back"), f"/reject {number}"))
    return [*buttons, Button(speech.plain("Take back"), f"/hold {number}")]


def _asking(speech: Language, draft: Draft) -> list[Button]:
    """Buttons for the most important fields that are empty; each press asks for the value."""
    post, wording = draft.entry.post, draft.entry.wording(draft.entry.post.language)
    empty = {
        "title": (not wording.title, N_("Add the title")),
        "issuer": (not draft.entry.issuers, N_("Add who issued it")),
        "date": (post.issued_on is None, N_("Add the date")),
        "week": (post.kind is Kind.UPDATE and not post.week, N_("Add the week")),
        "deadline": (post.kind is Kind.ACTION and not post.deadline, N_("Add the deadline")),
    }
    asked = [(field, label) for field, (missing, label) in empty.items() if missing]
    return [Button(speech.plain(label), f"/set {post.id} {field}") for field, label in asked[:3]]


def _translations(speech: Language, draft: Draft) -> list[Button]:
    missing = [code for code in codes() if code not in draft.entry.wordings]
    return [
        Button(
            speech.plain("Add a translation into {language}", language=speech.name_of(code)),
            f"/text {draft.entry.post.id} {code}",
        )
        for code in missing
    ]
