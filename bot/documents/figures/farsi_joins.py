"""Farsi words whose beginning or ending is printed apart: «می گوید», «شده اند», «بچه های», «هفته ی»."""

from __future__ import annotations

from bot.documents.figures.tokens import Token, fold_word, word_list

_HALF_SPACE = "\u200c"
_BEGINNINGS = word_list("می نمی")
_ENDINGS = word_list("ها های هایی هایش هایم هایشان هایمان هایتان اند ایم اید شان مان تان ترین تر")
_AFTER_H = word_list("ی ای اش")
_ALONE = word_list("به از در با بر تا را که و این آن")


def join(sentence: str, tokens: list[Token]) -> list[Token]:
    """*tokens* of *sentence* with such words whole: text as printed, key as if a half-space joined them."""
    found: list[Token] = []
    for token in tokens:
        before = found[-1] if found else None
        if before and _belong(before, token) and sentence[before.end : token.start] in {" ", "\u00a0"}:
            text = sentence[before.start : token.end]
            key = fold_word(_HALF_SPACE.join((before.text, token.text)))
            found[-1] = Token("word", text, key, before.start, token.end, before.glued)
        else:
            found.append(token)
    return found


def _belong(before: Token, token: Token) -> bool:
    if before.kind != "word" or token.kind != "word":
        return False
    if before.key in _BEGINNINGS:
        return not token.key.isascii()
    if before.key in _ALONE or before.key.isascii():
        return False
    return token.key in _ENDINGS or (token.key in _AFTER_H and before.key.endswith("ه"))
