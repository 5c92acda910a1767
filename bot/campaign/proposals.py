"""Figures and calls that were read in a text and wait for a coordinator; nothing else makes them public."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlmodel import Session, col, delete, select

from bot.campaign import figures
from bot.campaign.models import Figure, Post, Proposal, ProposalKind
from bot.refusals import N_, Refused


@dataclass(frozen=True)
class ProposedCall:
    """Who should do what, when and where, word for word; *quote* is the sentence that says so."""

    id: int
    who: str | None
    what: str
    when: str | None
    where: str | None
    quote: str
    language: str


def replace(
    db: Session, post: Post, language: str, kind: ProposalKind, contents: Iterable[Mapping[str, object]]
) -> None:
    """Propose *contents* and nothing else of this kind for the wording in *language*; what is kept already is left out.

    A content has the fields of a `Figure` or a `ProposedCall`, numbers as Decimal, dates as date.
    """
    of_wording = col(Proposal.post) == post.id, col(Proposal.language) == language, col(Proposal.kind) == kind
    db.exec(delete(Proposal).where(*of_wording))
    known = {figure.quote for figure in figures.of_post(db, post.id)} if kind is ProposalKind.FIGURE else set()
    for content in contents:
        if content["quote"] not in known:
            sealed = json.dumps(content, ensure_ascii=False, default=str)
            db.add(Proposal(post=post.id, language=language, kind=kind, content=sealed))
    db.flush()


def of_post(db: Session, post: int, kind: ProposalKind) -> list[Proposal]:
    """What waits for a word about *post*, in the order of the text."""
    rows = select(Proposal).where(Proposal.post == post, Proposal.kind == kind)
    return list(db.exec(rows.order_by(col(Proposal.id))))


def find(db: Session, post: int, number: int) -> Proposal:
    """The proposal *number* of *post*. Raises `Refused` where it was settled already."""
    found = db.get(Proposal, number)
    if found is None or found.post != post:
        raise Refused(N_("That was decided already. /draft {number} shows the card."), number=post)
    return found


def settle(db: Session, proposal: Proposal) -> None:
    """The coordinator has decided; the proposal is gone."""
    db.delete(proposal)
    db.flush()


def as_figure(proposal: Proposal) -> Figure:
    """The figure that is proposed; it is not kept yet."""
    content: dict[str, Any] = json.loads(proposal.content)
    return Figure(
        post=proposal.post,
        language=proposal.language,
        what=content["what"],
        value=_number(content["value"]),
        low=_number(content["low"]),
        high=_number(content["high"]),
        qualifier=content["qualifier"],
        unit=content["unit"],
        as_of=date.fromisoformat(content["as_of"]) if content["as_of"] else None,
        source=content["source"],
        quote=content["quote"],
    )


def as_call(proposal: Proposal) -> ProposedCall:
    """The call that is proposed."""
    content: dict[str, Any] = json.loads(proposal.content)
    fields = {name: content[name] for name in ("who", "what", "when", "where", "quote")}
    return ProposedCall(id=proposal.id or 0, language=proposal.language, **fields)


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
