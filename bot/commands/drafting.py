"""Drafts: bringing a text, seeing what was understood, setting fields, translating, adding figures, previewing."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from bot.campaign import audit, figures, people, posts
from bot.campaign.models import Coordinator, Kind, Post
from bot.commands import cards, fields, proposals, reports, takings
from bot.commands.ask import DIGITS, Answer, Ask, reply
from bot.commands.fields import read_kind, read_language
from bot.documents.spans import RichText, joined
from bot.refusals import N_, Refused
from bot.words import drafts as words
from bot.words import reading
from bot.words.digests import publication
from bot.words.languages import codes, language
from bot.words.message import Message, measure

ANY = "text"  # stands in a remembered `/new` for a kind that nobody named
MORE = "more"  # stands in a remembered `/text` whose first message has come
PAGES = 8  # of a preview in one answer


@dataclass(frozen=True)
class _Order:
    """What `/new` was told: the kind, the draft that goes on, and words of the text on the same line."""

    word: str = ""
    number: int | None = None
    text: str = ""

    @property
    def kind(self) -> Kind | None:
        """The kind that was named, if any."""
        return read_kind(self.word) if self.word not in {"", ANY} else None


def new(ask: Ask, db: Session) -> Answer:
    """Take a text in, or go on with one that comes in several messages; without a text, wait for it.

    What is awaited is remembered as a command line: `/new statement`, then `/new statement 12`. A file is whole; so is
    a forwarded message that nobody announced, unless it is so long that Telegram may have cut it.
    """
    me, order = cards.me(ask, db), _order(ask)
    text = _under(order.text, ask)
    if order.number is not None:
        return _go_on(ask, db, me, order, text)
    if not text.text:
        people.await_next(db, me, f"/new {order.word or ANY}", ask.now)
        return reply(words.ask_new(ask.speech, order.kind))
    name = ask.file.name if ask.file else ""
    post = takings.take_in(db, name, text, ask.now, me.id, kind=order.kind)
    takings.add_piece(db, post, post.language, text)
    audit.record(db, ask.now, me.alias, "new", post=post.id)
    return _grown(ask, db, me, post, order)


def _go_on(ask: Ask, db: Session, me: Coordinator, order: _Order, text: RichText) -> Answer:
    """One more message of a text, put behind those that came before it."""
    post = posts.changeable(db, order.number or 0)
    if not posts.pieces(db, post):
        raise Refused(
            N_("Post {number} doesn't wait for more text. To replace its text, send /text {number}"), number=post.id
        )
    if not text.text:
        people.await_next(db, me, f"/new {order.word or ANY} {post.id}", ask.now)
        return reply(words.ask_text(ask.speech, post.id, post.language))
    post = posts.editable(db, post.id)
    takings.read_again(db, post, takings.add_piece(db, post, post.language, text), ask.now, kind=order.kind)
    return _grown(ask, db, me, post, order)


def _order(ask: Ask) -> _Order:
    """Read the arguments of `/new`; a line of several words begins the text. Raises `Refused` for one unknown word."""
    first, _, rest = ask.arguments.strip().partition(" ")
    if first.casefold() in {*Kind, "article", ANY}:
        word, rest = first.casefold(), rest.strip()
    else:
        word, rest = "", ask.arguments.strip()
    digits = rest.translate(DIGITS).lstrip("#")
    if digits.isdecimal() and len(digits) < 10:
        return _Order(word, int(digits))
    if rest and not word and " " not in rest:
        read_kind(rest)
    return _Order(word, text=rest)


def _under(line: str, ask: Ask) -> RichText:
    """What was brought, under *line* where the command's own line began it."""
    parts = [part for part in (RichText(line), ask.brought) if part.text]
    return joined(zip(["", "\n"], parts, strict=False))


def _grown(ask: Ask, db: Session, me: Coordinator, post: Post, order: _Order) -> Answer:
    """The card of a draft that has just grown, and whether more of it is awaited."""
    growing = _goes_on(ask, order)
    if growing:
        word = order.word or ("" if ask.forwarded else ANY)
        people.await_next(db, me, " ".join(part for part in ("/new", word, str(post.id)) if part), ask.now)
    else:
        _end(ask, db, me, post)
    return reply(cards.card(ask, db, post, growing=growing))


def _goes_on(ask: Ask, order: _Order) -> bool:
    """Whether more messages of the text may come."""
    if ask.file:
        return order.number is not None
    return not ask.forwarded or bool(order.word) or measure(ask.text) >= takings.SPLIT


def _end(ask: Ask, db: Session, me: Coordinator, post: Post) -> None:
    """The text is whole: its single messages are forgotten and nothing more is awaited."""
    people.await_next(db, me, None, ask.now)
    posts.drop_pieces(db, post)


def done(ask: Ask, db: Session) -> Answer:
    """End a text of several messages, and show its card."""
    me = cards.me(ask, db)
    awaited = (me.awaiting or "").split()
    number = next((int(word) for word in awaited[1:] if word.isdecimal()), None)
    if awaited[:1] not in (["/new"], ["/text"]):
        post = posts.unfinished(db, me.id or 0)
    elif number is None:
        raise Refused(N_("No text has come yet. Send it now, or leave by any other command."))
    else:
        post = posts.kept(db, number)
    if post is None:
        raise Refused(N_("No text is being taken in, so there is nothing to end. /new starts one."))
    _end(ask, db, me, post)
    return reply(cards.card(ask, db, post))


def text(ask: Ask, db: Session) -> Answer:
    """Replace the words of a draft in one language, or add them as a translation; several messages until `/done`."""
    me, post = cards.me(ask, db), posts.changeable(db, ask.post())
    _, code, rest = _three(ask.arguments)
    code = read_language(code) if code else post.language
    if code not in {*codes(), *posts.entry(db, post).wordings}:
        raise takings.unspoken(code)
    more = rest == MORE
    brought = _under("" if more else rest, ask)
    if not brought.text:
        people.await_next(db, me, f"/text {post.id} {code}", ask.now)
        return reply(words.ask_text(ask.speech, post.id, code))
    post = posts.editable(db, post.id)
    if not more:
        posts.drop_pieces(db, post)
        audit.record(db, ask.now, me.alias, "text", post=post.id, detail=code)
    name = ask.file.name if ask.file else ""
    takings.replace(db, post, code, name, takings.add_piece(db, post, code, brought))
    growing = ask.file is None or more
    if growing:
        people.await_next(db, me, f"/text {post.id} {code} {MORE}", ask.now)
    else:
        _end(ask, db, me, post)
    return reply(cards.card(ask, db, post, growing=growing))


def _three(arguments: str) -> tuple[str, str, str]:
    """The first word, the second, and the rest."""
    first, second, rest = (*arguments.split(maxsplit=2), "", "", "")[:3]
    return first, second, rest.strip()


def set_field(ask: Ask, db: Session) -> Answer:
    """Set one field of a draft, or ask for its value where none is given."""
    me, number = cards.me(ask, db), ask.post()
    posts.changeable(db, number)
    setting = fields.read(number, ask.arguments, ask.brought.text)
    if not setting.value:
        people.await_next(db, me, f"/set {number} {setting.name}", ask.now)
        return reply(words.ask_value(ask.speech, number, setting.field))
    post = posts.editable(db, number)
    before = post.kind
    fields.change(db, post, setting, cards.zone(ask, db))
    if Kind.COLLECTION in {before, post.kind} and before is not post.kind:
        takings.divide_again(db, post, ask.now)
    people.await_next(db, me, None, ask.now)
    audit.record(db, ask.now, me.alias, "set", post=number, detail=setting.name)
    return reply(cards.card(ask, db, post))


def figure(ask: Ask, db: Session) -> Answer:
    """Add a reported figure to a draft, or drop one; alone, list them and wait for one."""
    me, post = cards.me(ask, db), posts.changeable(db, ask.post())
    line = "\n".join(part for part in (ask.arguments.partition(" ")[2].strip(), ask.brought.text) if part)
    if line:
        what = reports.change(db, posts.editable(db, post.id), line)
        people.await_next(db, me, None, ask.now)
        audit.record(db, ask.now, me.alias, "figure", post=post.id, detail=what)
    else:
        people.await_next(db, me, f"/figure {post.id}", ask.now)
    return reply(words.figures_of(ask.speech, post.id, figures.of_post(db, post.id)))


def drafts(ask: Ask, db: Session) -> Answer:
    """What is not out yet, newest first, with a button to each card."""
    found, page = posts.drafts(db), ask.number() or 1
    pages = max(1, -(-len(found) // posts.PAGE))
    if page > pages:
        raise Refused(N_("There is no page {page}; the last one is {pages}."), page=page, pages=pages)
    some = found[(page - 1) * posts.PAGE : page * posts.PAGE]
    return reply(words.drafts(ask.speech, posts.entries(db, some), page, pages))


def draft(ask: Ask, db: Session) -> Answer:
    """The card of a post; after its number, what was read in its text one by one, and the decisions about it."""
    post = posts.kept(db, ask.post())
    _, deed, rest = _three(ask.arguments.translate(DIGITS))
    if not deed:
        return reply(cards.card(ask, db, post))
    number = int(rest) if rest.isdecimal() and len(rest) < 10 else 1
    return proposals.decide(ask, db, post, deed.casefold(), number, ask.brought.text)


def preview(ask: Ask, db: Session) -> Answer:
    """Exactly what readers will get: what goes out at once, then every page of the text."""
    post = posts.kept(db, ask.post())
    entry = posts.entry(db, post)
    _, code, start = _three(ask.arguments.translate(DIGITS))
    if code and read_language(code) not in entry.wordings:
        raise Refused(
            N_("Post {number} has no text in {language} yet. Send /text {number} {language} and then the text."),
            number=post.id,
            language=read_language(code),
        )
    code = read_language(code) if code else ask.language if ask.language in entry.wordings else post.language
    reader = language(code) if code in codes() else ask.speech
    parts = tuple(posts.entries(db, posts.parts(db, post)))
    first = int(start) if start.isdecimal() else 1
    _, of = reading.page(reader, entry, first, parts=parts)
    last = min(of, first + PAGES - 1)
    shown: list[Message] = list(publication(reader, entry, ask.rules.username)) if first == 1 else []
    shown += [reading.page(reader, entry, number, parts=parts)[0] for number in range(first, last + 1)]
    going_on = f"/preview {post.id} {code} {last + 1}" if last < of else None
    return Answer((*shown, words.preview(ask.speech, post.id, last, of, going_on)))
