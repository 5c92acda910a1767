"""What a coordinator decides about what was read in a text: `/draft N keep 7`, `drop`, `change`, `split`."""

from __future__ import annotations

from collections.abc import Callable

from sqlmodel import Session

from bot.campaign import audit, people, posts, proposals
from bot.campaign.models import Coordinator, Kind, Post, PostLink, Proposal, ProposalKind, Wording
from bot.campaign.proposals import ProposedCall
from bot.commands import cards, reports, splits
from bot.commands.ask import Answer, Ask, reply
from bot.documents.markdown import markup
from bot.refusals import N_, Refused
from bot.words import proposals as words
from bot.words import reading
from bot.words.languages import codes, language
from bot.words.message import Message

LISTS = {"figures": ProposalKind.FIGURE, "calls": ProposalKind.CALL}
_AROUND = 160  # characters shown on both sides of a place


def decide(ask: Ask, db: Session, post: Post, deed: str, number: int, text: str) -> Answer:
    """Do *deed* ("figures", "calls", "keep", "drop", "change", "place") with proposal, or place, *number* of *post*.

    "split" makes two wordings of a text that holds two. *text* is what was sent after the deed was asked for.
    Raises `Refused` for other deeds, for what was decided already, and for posts that are out.
    """
    if deed in LISTS:
        return reply(page(ask, db, post, LISTS[deed], number))
    if deed == "place":
        return reply(_place(ask, db, post, number))
    if deed == "split":
        return reply(_split(ask, db, post))
    if deed not in _DEEDS:
        raise Refused(
            N_("After the number of a draft I know figures, calls, keep, change, drop and split; not {word}."),
            word=deed[:40],
        )
    found = proposals.find(db, posts.changeable(db, post.id).id, number)
    return _DEEDS[deed](ask, db, found, text)


def page(ask: Ask, db: Session, post: Post, kind: ProposalKind, place: int) -> Message:
    """The proposal at *place* (from 1; the last one where there are fewer) of those that wait."""
    waiting = proposals.of_post(db, post.id, kind)
    if not waiting:
        return words.done(ask.speech, post.id)
    place = min(max(place, 1), len(waiting))
    found = waiting[place - 1]
    if kind is ProposalKind.FIGURE:
        return words.figure(ask.speech, proposals.as_figure(found), found.id or 0, place, len(waiting))
    return words.call(ask.speech, proposals.as_call(found), post.id, place, len(waiting))


def _keep(ask: Ask, db: Session, found: Proposal, _: str) -> Answer:
    me = cards.me(ask, db)
    post = posts.editable(db, found.post)
    if found.kind is ProposalKind.FIGURE:
        figure = proposals.as_figure(found)
        reports.keep(db, post, figure)
        audit.record(db, ask.now, me.alias, "figure", post=post.id, detail=figure.what)
        return _settled(ask, db, post, found)
    call = proposals.as_call(found)
    proposals.settle(db, found)
    if post.kind is Kind.ACTION:
        post.place = post.place or call.where
        audit.record(db, ask.now, me.alias, "set", post=post.id, detail="place")
        return reply(cards.card(ask, db, post))
    made = _make_call(ask, db, post, call, me)
    return reply(words.kept_call(ask.speech, post.id, made.id, call))


def _make_call(ask: Ask, db: Session, post: Post, call: ProposedCall, me: Coordinator) -> Post:
    """A call to action as a draft of its own: the sentence as it stands, from those who issued the text."""
    made = posts.create(db, Kind.ACTION, call.language, ask.now, me.id)
    made.place, made.source_url = call.where, post.source_url
    made.issued_on, made.issued_precision = post.issued_on, post.issued_precision
    posts.set_issuers(db, made, posts.entry(db, post).issuers)
    title = call.what if len(call.what) <= 120 else None
    body = markup.escaped(call.quote)
    db.add(Wording(post=made.id, language=call.language, title=title, body=body, source=call.quote))
    db.add(PostLink(post=made.id, other=post.id))
    audit.record(db, ask.now, me.alias, "new", post=made.id)
    db.flush()
    return made


def _drop(ask: Ask, db: Session, found: Proposal, _: str) -> Answer:
    return _settled(ask, db, posts.kept(db, found.post), found)


def _change(ask: Ask, db: Session, found: Proposal, text: str) -> Answer:
    """A figure as the coordinator types it; a call becomes a draft, whose fields can all be set."""
    if found.kind is ProposalKind.CALL:
        return _keep(ask, db, found, text)
    me = cards.me(ask, db)
    if not text:
        people.await_next(db, me, f"/draft {found.post} change {found.id}", ask.now)
        return reply(words.ask_figure(ask.speech, proposals.as_figure(found)))
    post = posts.editable(db, found.post)
    figure = reports.add(db, post, text)
    people.await_next(db, me, None, ask.now)
    audit.record(db, ask.now, me.alias, "figure", post=post.id, detail=figure.what)
    return _settled(ask, db, post, found)


_DEEDS: dict[str, Callable[[Ask, Session, Proposal, str], Answer]] = {"keep": _keep, "drop": _drop, "change": _change}


def _settled(ask: Ask, db: Session, post: Post, found: Proposal) -> Answer:
    """The next one that waits, at the place of the one that was decided."""
    before = [each.id for each in proposals.of_post(db, post.id, found.kind)]
    place = before.index(found.id) + 1
    proposals.settle(db, found)
    return reply(page(ask, db, post, found.kind, place))


def _split(ask: Ask, db: Session, post: Post) -> Message:
    """The card of the post, with the wordings that its text held; pressed once more, nothing changes."""
    me = cards.me(ask, db)
    if languages := splits.split(db, post):
        people.await_next(db, me, None, ask.now)
        audit.record(db, ask.now, me.alias, "split", post=post.id, detail=", ".join(languages))
    return cards.card(ask, db, post)


def _place(ask: Ask, db: Session, post: Post, number: int) -> Message:
    """The place in the text that the remark *number* of the card speaks of."""
    entry = posts.entry(db, post)
    remarks = cards.remarks(entry)
    if not 1 <= number <= len(remarks) or (where := cards.find_place(entry, remarks[number - 1])) is None:
        raise Refused(
            N_("That remark doesn't speak of a single place. /draft {number} shows the card."), number=post.id
        )
    text, start, end = where
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    before = "…" + before[before.find(" ") + 1 :] if start > _AROUND else before
    after = after[: after.rfind(" ")] + " …" if end + _AROUND < len(text) else after
    reader = language(post.language) if post.language in codes() else ask.speech
    passage = " ".join(f"{before.strip('…')}{text[start:end]}{after.strip('…')}".split())
    return words.place(ask.speech, post.id, before, text[start:end], after, reading.page_with(reader, entry, passage))
