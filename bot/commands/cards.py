"""Gathers what the card of a post tells: problems, figures, parts, whether the same text is kept already."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from sqlmodel import Session

from bot.campaign import chats, people, posts, proposals, reviews
from bot.campaign.models import Coordinator, Figure, Post, ProposalKind, State
from bot.campaign.posts import Entry
from bot.commands import splits
from bot.commands.ask import Ask
from bot.documents.bilinguals import MIXED, TWO_WORDINGS
from bot.documents.markdown import bodies
from bot.documents.problems import Problem
from bot.documents.scripts import UNKNOWN, fold
from bot.refusals import N_
from bot.words.cards import card as draw
from bot.words.message import Message
from bot.words.steps import Draft

# Remarks of the reading that a coordinator has answered since, or that the card makes beside the field itself.
_ANSWERED: dict[str, Callable[[Entry], bool]] = {
    "The text has no title of its own. Please give it one.": lambda _: True,
    "The text does not plainly say who issued it.": lambda _: True,
    "The text does not say when it was issued.": lambda _: True,
    "The language of the text could not be told. Please set it.": lambda entry: entry.post.language != UNKNOWN,
}
# Of two wordings in one text: what is said instead where a button takes them apart.
_SPLITTABLE = {
    TWO_WORDINGS: N_(
        "The text is written in two languages. The button “Split into its languages” makes each a wording of its own "
        "of this post."
    ),
    MIXED: N_(
        "The text is in more than one language. If it is two wordings, the button “Split into its languages” sets "
        "them apart."
    ),
}
_BEGINNING = 300  # characters by which texts that differ are told apart cheaply


def card(ask: Ask, db: Session, post: Post, *, growing: bool = False) -> Message:
    """The card of *post* for the asker; *growing*: more of its text may come."""
    return draw(ask.speech, describe(ask, db, post, growing=growing))


def describe(ask: Ask, db: Session, post: Post, *, growing: bool = False, for_others: bool = False) -> Draft:
    """Everything that the card of *post* tells the asker, or *for_others* those of the team who may approve it."""
    entry = posts.entry(db, post)
    two = reviews.two_needed(db, ask.rules.review)
    theirs = {post.written_by, post.submitted_by}
    submitter = db.get(Coordinator, post.submitted_by) if post.submitted_by else None
    return Draft(
        entry=entry,
        now=ask.now,
        zone=zone(ask, db),
        two=two,
        problems=remarks(entry),
        places=tuple(at for at, one in enumerate(remarks(entry), 1) if find_place(entry, one)),
        proposed=(
            len(proposals.of_post(db, post.id, ProposalKind.FIGURE)),
            len(proposals.of_post(db, post.id, ProposalKind.CALL)),
        ),
        figures=entry.figures,
        lost=tuple(place for place, figure in enumerate(entry.figures, 1) if not stands(figure, entry)),
        mixed=splits.is_offered(entry),
        parts=tuple(posts.entries(db, posts.parts(db, post))),
        same=same(db, post) if post.state is State.DRAFT else None,
        growing=growing,
        submitted_by=submitter.alias if submitter else None,
        may_approve=for_others or not two or ask.coordinator not in theirs,
    )


def zone(ask: Ask, db: Session) -> str:
    """The IANA zone in which the asker reads times."""
    return str(chats.zone_of(chats.find(db, ask.chat), ask.rules.zone))


def remarks(entry: Entry) -> tuple[Problem, ...]:
    """What is to be checked in the post and not answered yet, in the order of the card."""
    return tuple(_problems(entry))


def find_place(entry: Entry, remark: Problem) -> tuple[str, int, int] | None:
    """The text that *remark* speaks of and where in it its words stand (start, end); None where it quotes none."""
    quoted = [value for value in remark.values.values() if isinstance(value, str) and len(value) > 1]
    for wording in entry.wordings.values():
        for words in quoted:
            start = wording.source.find(words)
            if start >= 0:
                return wording.source, start, start + len(words)
    return None


def _problems(entry: Entry) -> Iterator[Problem]:
    said_instead = _SPLITTABLE if splits.is_offered(entry) else {}
    for wording in entry.wordings.values():
        for text, values in json.loads(wording.problems or "[]"):
            if text not in _ANSWERED or not _ANSWERED[text](entry):
                yield Problem(said_instead.get(text, text), values)


def texts(entry: Entry) -> list[str]:
    """What stands in the post, in every language, as it came and as it is shown."""
    return [text for word in entry.wordings.values() for text in (word.source, bodies.read(word.body).plain()) if text]


def stands(figure: Figure, entry: Entry) -> bool:
    """Whether the sentence that reports *figure* still stands in the post; white space may differ."""
    quote = " ".join(figure.quote.split())
    return any(quote in " ".join(text.split()) for text in texts(entry))


def same(db: Session, post: Post) -> Entry | None:
    """The first other post with the same text, whatever its yeh, kaf, digits, case and white space."""
    own = posts.wording(db, post, post.language)
    if own is None or not own.body.strip():
        return None
    beginning, whole = _level(own.body[:_BEGINNING])[: _BEGINNING // 3], None
    for other in posts.other_wordings(db, post, own.language):
        if not _level(other.body[:_BEGINNING]).startswith(beginning):
            continue
        whole = whole or _level(own.body)
        if _level(other.body) == whole:
            return posts.entry(db, posts.kept(db, other.post))
    return None


def _level(text: str) -> str:
    return " ".join(fold(text).split())


def me(ask: Ask, db: Session) -> Coordinator:
    """The asker's row in the team. Raises `Refused` for somebody who is not in it."""
    return people.member(db, ask.coordinator or 0)
