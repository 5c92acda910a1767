"""Who an Arabic sentence names as the one that reports: «وفقاً لشبكة …», «بحسب …»."""

from __future__ import annotations

from bot.documents.figures.tokens import Token, key_at, word_list

_TO = word_list("وفقا وفق بحسب حسب")
_WHAT = word_list("لما ما")
_LONGEST_NAME = 5
_NOBODY = word_list("مصادر المصادر تقارير أنباء")
_STOPS = word_list("في من على إلى عن منذ خلال بعد قبل حتى أن إن فقد فإن")


def reporter(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """The tokens of the reporter announced at token *at*; of «وفقاً لما وثّقته شبكة …» the network."""
    if tokens[at].key not in _TO:
        return None
    first = at + 1
    if key_at(tokens, first) in _WHAT:
        first += 2
    end = first
    while (
        end < min(first + _LONGEST_NAME, len(tokens)) and tokens[end].kind == "word" and tokens[end].key not in _STOPS
    ):
        end += 1
    return (first, end) if end > first else None


def is_nobody(tokens: list[Token], span: tuple[int, int]) -> bool:
    """Whether only sources are named: «بحسب مصادر»."""
    return span[1] - span[0] == 1 and tokens[span[0]].key in _NOBODY


def is_carried(tokens: list[Token], span: tuple[int, int]) -> bool:  # noqa: ARG001
    """Whether a pronoun stands for the reporter: no pronoun is read."""
    return False
