"""The team: who coordinates, under which names, and how somebody comes and goes."""

from __future__ import annotations

from sqlmodel import Session

from bot.campaign import audit, chats, people, reviews
from bot.campaign.models import Coordinator, Role
from bot.commands import notices
from bot.commands.ask import Answer, Ask, reply
from bot.refusals import N_, Refused
from bot.words import team as words

HOURS = 24  # an invitation made here is valid


def team(ask: Ask, db: Session) -> Answer:
    """Who coordinates; with `alias NAME` the asker goes by another name from now on."""
    me = people.member(db, ask.coordinator or 0)
    command, _, rest = ask.arguments.strip().partition(" ")
    if not command:
        return reply(words.members(ask.speech, people.team(db), me.id or 0, owner=ask.role is Role.OWNER))
    if command.casefold() != "alias":
        raise Refused(N_("{word} means nothing here. To go by another name, write /team alias and the name."),
                      word=command[:40])  # fmt: skip
    return _rename(ask, db, me, rest)


def _rename(ask: Ask, db: Session, me: Coordinator, alias: str) -> Answer:
    before = me.alias
    people.rename(db, me, alias)
    audit.record(db, ask.now, before, "alias", detail=me.alias)
    return reply(words.renamed(ask.speech, me.alias))


def invite(ask: Ask, db: Session) -> Answer:
    """A one-time link that makes somebody a coordinator; owners may make owners by it."""
    me = people.member(db, ask.coordinator or 0)
    word = ask.arguments.strip().casefold() or Role.COORDINATOR.value
    if word not in set(Role):
        raise Refused(N_("{word} is no role. Write /invite coordinator or /invite owner"), word=word[:40])
    role = Role(word)
    if role is Role.OWNER and me.role is not Role.OWNER:
        raise Refused(N_("Only an owner can invite an owner. You can invite a coordinator: /invite"))
    code = people.invite(db, role, HOURS, ask.now, by=me.id)
    audit.record(db, ask.now, me.alias, "invite", detail=role.value)
    return reply(words.invitation(ask.speech, role, ask.rules.username, code, HOURS))


def join(ask: Ask, db: Session) -> Answer:
    """Make whoever brings the code of an invitation a member of the team, and tell the others.

    Raises `Refused` for a code that is not valid any more.
    """
    known = people.find(db, ask.chat)
    who = people.accept(db, ask.arguments.strip(), ask.chat, ask.now)
    chat = chats.keep(db, ask.kind, ask.chat, ask.now)
    if chat.language is None:
        chats.choose_language(db, chat, ask.language)  # in which notices come
    if known is None:
        audit.record(db, ask.now, who.alias, "join", detail=who.role.value)
        role, alias = who.role, who.alias
        notices.tell(db, ask, f"join:{who.id}", lambda speech: words.joined(speech, role, alias), but=who.id)
    return reply(words.welcome(ask.speech, who.role, who.alias))


def remove(ask: Ask, db: Session) -> Answer:
    """Take a member out of the team, after one confirming press."""
    me = people.member(db, ask.coordinator or 0)
    number = ask.number()
    if number is None:
        raise Refused(N_("Whom? Write the number that /team shows, for example /remove 3"))
    who = people.member(db, number)
    if ask.words[1:] != ["yes"]:
        return reply(words.ask_removal(ask.speech, who))
    mine, alias = me.alias, who.alias
    back = reviews.leave(db, who, ask.now)
    audit.record(db, ask.now, mine, "remove", detail=alias)
    for post in back:
        audit.record(db, ask.now, mine, "hold", post=post)
    return reply(words.removed(ask.speech, alias))
