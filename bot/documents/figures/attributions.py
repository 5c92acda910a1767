"""Who reports what a sentence says, as printed: "according to …", "… estimates that", «به گزارش …», «… اعلام کرد»."""

from __future__ import annotations

from dataclasses import dataclass

from bot.documents.figures import arabic_reporters, english_reporters, english_verbs, farsi_reporters, farsi_verbs
from bot.documents.figures.tokens import Token, word_list

_BUTS = word_list("but while whereas اما ولی حال درحالی گرچه هرچند")


@dataclass(frozen=True)
class Attribution:
    """A reporter named in a sentence, with the token where the report is announced.

    None stands for the one before; no name at all (""), for those who wrote the text.
    """

    at: int
    name: str | None


def find(sentence: str, tokens: list[Token], *, arabic: bool = False) -> list[Attribution]:
    """The reporters that the sentence names, in order, without "the"; "it says" gives None, "we count" no name."""
    found: list[Attribution] = []
    for at, token in enumerate(tokens):
        if token.kind != "word":
            continue
        other = arabic_reporters if arabic else farsi_reporters
        language = english_reporters if token.key.isascii() else other
        span = language.reporter(tokens, at)
        if not span or language.is_nobody(tokens, span):
            continue
        if language is not arabic_reporters and language.is_own(tokens, span):
            found.append(Attribution(at, ""))
            continue
        if language.is_carried(tokens, span):
            found.append(Attribution(at, None))
        else:
            first = span[0] + (tokens[span[0]].key == "the" and span[1] - span[0] > 1)
            name = sentence[tokens[first].start : tokens[span[1] - 1].end]
            found.append(Attribution(at, name.removesuffix("’s").removesuffix("'s")))
    return found


def nearest(attributions: list[Attribution], tokens: list[Token], at: int) -> Attribution | None:
    """The one that token *at* hangs on: in its own clause, the last before it, else the first after it."""
    bounds = [place for place, token in enumerate(tokens) if token.text in ";؛" or _ends_clause(tokens, place)]
    first = max((place for place in bounds if place < at), default=-1)
    last = min((place for place in bounds if place > at), default=len(tokens))
    own = [each for each in attributions if first < each.at < last]
    if not own and not _has_subject(tokens, first, at):
        own = [each for each in attributions if each.at < at]
    before = [each for each in own if each.at < at]
    # "We note that 70 were held, as the prisoners' union reports."
    if before and before[-1].name == "" and len(own) > len(before):
        return own[len(before)]
    return before[-1] if before else own[0] if own else None


def _has_subject(tokens: list[Token], bound: int, at: int) -> bool:
    """Whether somebody acts in an English clause after a semicolon: "…; villagers buried seventeen"."""
    if bound < 0 or tokens[bound].text != ";":
        return False
    words = tokens[bound + 1 : at]
    verbs = (token for place, token in enumerate(words) if place)
    return any(english_verbs.is_past(token.key) or token.key in english_reporters.VERBS for token in verbs)


def _ends_clause(tokens: list[Token], at: int) -> bool:
    """Whether what is said from token *at* on may be another's word: "…, but", «… آمدند و به گفتهٔ پلیس …»."""
    if tokens[at].key == "و" and at and farsi_verbs.is_finite(tokens, at - 1):
        return True
    after = tokens[at].key == "and" and at + 1 < len(tokens) and tokens[at + 1].text == ","
    return after or (tokens[at].key in _BUTS and at > 0 and tokens[at - 1].text in ",،")
