"""Who reports what a sentence says, as printed: "according to …", "… estimates that", «به گزارش …», «… اعلام کرد»."""

from __future__ import annotations

from dataclasses import dataclass

from bot.documents.figures import english_reporters, farsi_reporters
from bot.documents.figures.tokens import Token, word_list

_BUTS = word_list("but while whereas اما ولی")


@dataclass(frozen=True)
class Attribution:
    """A reporter named in a sentence, with the token where the report is announced; None stands for the one before."""

    at: int
    name: str | None


def find(sentence: str, tokens: list[Token]) -> list[Attribution]:
    """The reporters that the sentence names, in order, without "the"; "it says" gives one without a name."""
    found: list[Attribution] = []
    for at, token in enumerate(tokens):
        if token.kind != "word":
            continue
        language = english_reporters if token.key.isascii() else farsi_reporters
        span = language.reporter(tokens, at)
        if not span or language.is_nobody(tokens, span):
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
    bounds = [place for place, token in enumerate(tokens) if token.text in ";؛" or _contrasts(tokens, place)]
    first = max((place for place in bounds if place < at), default=-1)
    last = min((place for place in bounds if place > at), default=len(tokens))
    own = [each for each in attributions if first < each.at < last] or [each for each in attributions if each.at < at]
    before = [each for each in own if each.at < at]
    return before[-1] if before else own[0] if own else None


def _contrasts(tokens: list[Token], at: int) -> bool:
    after = tokens[at].key == "and" and at + 1 < len(tokens) and tokens[at + 1].text == ","
    return after or (tokens[at].key in _BUTS and at > 0 and tokens[at - 1].text in ",،")
