"""A text that holds two wordings becomes two wordings of one post, with each paragraph where its language is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sqlmodel import Session

from bot.campaign import figures, posts, proposals
from bot.campaign.models import Kind, Post, Proposal, ProposalKind, Wording
from bot.campaign.posts import Entry
from bot.commands import rereadings, takings
from bot.documents import bilinguals
from bot.documents.bilinguals import Share
from bot.documents.markdown import sections
from bot.documents.scripts import UNKNOWN
from bot.documents.spans import RichText
from bot.refusals import N_, Refused
from bot.words.languages import codes

if TYPE_CHECKING:
    from bot.documents.readings import Reading

ONE_LANGUAGE = N_(
    "The text of post {number} is in one language, so there is nothing to split. To add a translation, send for "
    "example /text {number} fa"
)
TAKEN = N_(
    "Post {number} already has a text of its own in the other language, and splitting would put a new one in its "
    "place. Nothing was changed. To write one of them anew, send for example /text {number} fa"
)
COLLECTED = N_("Post {number} is a collection. Split its parts, each on its own card.")
UNTOLD = N_(
    "I can't tell both languages of post {number}: there is too little text in one of them. Nothing was changed. "
    "To bring the other wording by itself, send for example /text {number} fa"
)


def find(entry: Entry) -> Wording | None:
    """The wording of a post whose text is in more than one language, the one it was issued in before others."""
    own = entry.post.language
    ordered = sorted(entry.wordings.values(), key=lambda word: word.language != own)
    return next((word for word in ordered if bilinguals.is_mixed(word.source)), None)


def is_offered(entry: Entry) -> bool:
    """Whether the text of a post may be split: it is mixed, stands alone, and is no collection of several texts."""
    return len(entry.wordings) == 1 and find(entry) is not None and not _is_collection(entry)


def split(db: Session, post: Post) -> list[str]:
    """Split the mixed text of a draft into wordings of the same post; their languages, or none where that was done.

    An edit like any other: what was submitted is void. Nothing of the text is lost, and what a coordinator wrote or
    decided stays. Raises `Refused`, with nothing changed, for a text that can't be split, and for a post that is out.
    """
    entry = posts.entry(db, posts.changeable(db, post.id))
    entry.wording(post.language)
    wording = find(entry)
    if wording is None and len(entry.wordings) > 1:
        return []
    if wording is None:
        raise Refused(ONE_LANGUAGE, number=post.id)
    if _is_collection(entry):
        raise Refused(COLLECTED, number=post.id)
    before = rereadings.read(db, post, wording)
    texts = _texts(db, entry, wording)
    waiting = {key for key, _ in _proposed(db, post)}
    post = posts.editable(db, post.id)
    if wording.language == UNKNOWN:
        _name(db, post, wording, next(iter(texts)))
    _keep(db, post, wording, before, texts)
    read = {(figure.what, figure.quote) for figure in before.figures} | {
        (call.what, call.quote) for call in before.calls
    }
    decided = read - waiting
    for key, proposal in _proposed(db, post):
        if key in decided:
            proposals.settle(db, proposal)
    posts.drop_pieces(db, post)
    return list(texts)


def _proposed(db: Session, post: Post) -> list[tuple[tuple[str, str], Proposal]]:
    """What waits for a decision, each with what it says and the sentence that says so."""
    waiting: list[tuple[tuple[str, str], Proposal]] = []
    for one in proposals.of_post(db, post.id, ProposalKind.FIGURE):
        figure = proposals.as_figure(one)
        waiting.append(((figure.what, figure.quote), one))
    for one in proposals.of_post(db, post.id, ProposalKind.CALL):
        call = proposals.as_call(one)
        waiting.append(((call.what, call.quote), one))
    return waiting


def _name(db: Session, post: Post, wording: Wording, language: str) -> None:
    """Say in which language a post is whose language could not be told."""
    for kind in ProposalKind:
        proposals.replace(db, post, wording.language, kind, ())
    post.language = wording.language = language
    db.add(wording)
    db.flush()


def _is_collection(entry: Entry) -> bool:
    return entry.post.kind is Kind.COLLECTION and bool(entry.parts)


def _texts(db: Session, entry: Entry, wording: Wording) -> dict[str, Reading]:
    """The reading of each language's share of *wording*, in the order of the text. Raises `Refused`."""
    post = entry.post
    if rereadings.came_as_markdown(db, post, wording):
        name, whole, units = rereadings.FILE, RichText(wording.source), sections.cut(wording.source)
    else:
        name, whole, units = "", rereadings.rich(db, post, wording), None
    shares = bilinguals.divide(whole.text, units)
    if len(shares) < 2:
        raise Refused(ONE_LANGUAGE, number=post.id)
    languages = _languages(wording, shares)
    if UNKNOWN in languages or len(set(languages)) < len(languages):
        raise Refused(UNTOLD, number=post.id)
    own = languages[0] if wording.language == UNKNOWN else wording.language
    for language in languages:
        if language != own and language in entry.wordings:
            raise Refused(TAKEN, number=post.id)
        if language != own and language not in codes():
            raise takings.unspoken(language)
    texts = [bilinguals.gather(whole, share) for share in shares]
    return {
        language: rereadings.read_text(name, text.text, text.spans)
        for language, text in zip(languages, texts, strict=True)
    }


def _languages(wording: Wording, shares: Sequence[Share]) -> list[str]:
    """The language of each share; the one that a coordinator set for the text holds for what can't be told."""
    languages = [share.language for share in shares]
    if wording.language not in {UNKNOWN, *languages}:
        largest = max(range(len(shares)), key=lambda at: shares[at].letters)
        languages[languages.index(UNKNOWN) if UNKNOWN in languages else largest] = wording.language
    return languages


def _keep(db: Session, post: Post, wording: Wording, before: Reading, texts: Mapping[str, Reading]) -> None:
    """Write the wordings; title and label that somebody set stay, and each figure goes with its sentence."""
    title, short = wording.title, wording.short
    for language, reading in sorted(texts.items(), key=lambda each: each[0] != post.language):
        takings.complete(db, post, reading)
        kept = takings.word(db, post, language, reading)
        if language == wording.language:
            kept.title = title if title != before.title else kept.title
            kept.short = short if short != before.short else kept.short
            db.add(kept)
    for figure in figures.of_post(db, post.id):
        homes = [language for language, reading in texts.items() if _holds(reading.source_text, figure.quote)]
        if homes and figure.language not in homes:
            figure.language = homes[0]
            db.add(figure)
    db.flush()


def _holds(text: str, quote: str) -> bool:
    return " ".join(quote.split()) in " ".join(text.split())
