"""What a digest would hold if it went out now."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import Session

from bot.campaign.chats import KINDS
from bot.commands.ask import Answer, Ask, reply
from bot.delivery.digests import gather
from bot.refusals import N_, Refused
from bot.words import digests
from bot.words.languages import codes, language


def digest(ask: Ask, db: Session) -> Answer:
    """The weekly digest of the last seven days, exactly as a channel would get it."""
    code = ask.words[0] if ask.words else ask.language
    if code not in codes():
        raise Refused(N_("{word} is not a language of this campaign. Write /digest en or /digest fa"), word=code)
    since = ask.now - timedelta(days=7)
    news = gather(db, since, ask.now, KINDS, ask.now, zone=ask.rules.zone, username=ask.rules.username)
    if news is None:
        raise Refused(N_("Nothing was published in the last seven days, so no digest would be sent."))
    return reply(*digests.digest(language(code), news, daily=False))
