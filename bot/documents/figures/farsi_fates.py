"""Farsi nouns that are counted, and what is said of those counted: what befell them, what they did or are."""

from __future__ import annotations

from bot.documents.figures.farsi_words import FATES, NOT_VERBS, NOUNS_TOO, PEOPLE, PREDICATES, STOP, THINGS, VERBS
from bot.documents.figures.number_words import SCALES, SMALL, VAGUE
from bot.documents.figures.tokens import Token, key_at, word_list

_LONGEST_NOUN = 3
_LONGEST_SAYING = 7
_LONGEST_DEED = 3
_FAR = 14
_CLAUSE = 18
_DANGERS = word_list("خطر معرض انتظار آستانه آستانهٔ")
_BEFORE_DEED = word_list("به از در بر با سر دست")
_GONE = word_list("گذشته رسیده آمده رفته مانده")
_LIGHT = word_list(
    "شد شدند شده شده‌اند کرد کردند کرده کرده‌اند یافت یافته یافتند گرفت گرفتند گرفته رسید رسیدند داد دادند"
)
_REPORTING = word_list("خبر گزارش اعلام برآورد تأیید تایید ثبت مستند")
_ENDS_CLAUSE = word_list("که تا زیرا چون اما ولی")


def is_verb(token: Token) -> bool:
    """Whether *token* ends as verbs of the third person plural do, or is a verb that often stands last."""
    key = token.key
    plural = len(key) > 3 and key.endswith("ند") and not key.endswith(("مند", "وند"))
    return token.kind == "word" and key not in NOT_VERBS and (key in VERBS or plural)


def deed(tokens: list[Token], at: int) -> list[int]:
    """What those counted did or are, by the verb that ends the clause: «به خیابان آمدند», «در حیاط بودند»."""
    for end in range(at, min(at + _CLAUSE, len(tokens))):
        token = tokens[end]
        if token.text in ".؛;:!؟؟" or token.key in _ENDS_CLAUSE or token.kind == "number":
            return []
        if token.key in SMALL and key_at(tokens, end - 1) == "و":
            return []
        if token.key in _REPORTING:
            return []
        if is_verb(token) and token.key.endswith("ند"):
            first = end
            while first > at and end - first < _LONGEST_DEED - 1 and tokens[first - 1].kind == "word":
                first -= 1
            first -= first > at and key_at(tokens, first - 1) in _BEFORE_DEED
            while first < end and key_at(tokens, first) in {"را", "نیز", "هم", "و"}:
                first += 1
            return list(range(first, end + 1))
    return []


def saying(tokens: list[Token], at: int) -> list[int]:
    """The rest of the clause, where it is short: «… به درمانگاه آمده است»."""
    for end in range(at, min(at + _LONGEST_SAYING, len(tokens))):
        if tokens[end].kind != "word":
            return list(range(at, end)) if tokens[end].text in ".،؛!؟" else []
    end = min(at + _LONGEST_SAYING, len(tokens))
    return list(range(at, end)) if end == len(tokens) else []


def noun_at(tokens: list[Token], at: int) -> list[int]:
    """The noun that begins at token *at*, with what is bound to it, as far as a verb or another number."""
    found: list[int] = []
    while at < len(tokens) and len(found) < _LONGEST_NOUN:
        token = tokens[at]
        if token.kind != "word" or token.key in STOP or token.key in VAGUE or token.key in SCALES or token.key in SMALL:
            break
        following = key_at(tokens, at + 1)
        if found and token.key.endswith(("های", "هایشان", "هایش")):
            break
        if token.key in FATES and (found or token.key not in NOUNS_TOO or following in VERBS):
            break
        if is_verb(token) or token.key in _GONE or (following in _LIGHT and token.key not in PEOPLE | THINGS):
            break
        if _is_predicate(tokens, at) or (token.key.startswith("می") and "\u200c" in token.text):
            break
        found.append(at)
        at += 1
    return found


def fate_of(tokens: list[Token], at: int, noun: list[int]) -> list[int]:
    """What became of those counted: in Farsi it stands at the clause's end."""
    is_object = "را" in (key_at(tokens, at), key_at(tokens, at + 1), key_at(tokens, at + 2))
    for each in range(at, min(at + _FAR, len(tokens))):
        token = tokens[each]
        other = (token.kind == "number" or token.key in VAGUE) and key_at(tokens, each - 1) != "در"
        if token.text in ".؛;:!؟" or (other and not is_object):
            break
        if token.key == "در" and key_at(tokens, each + 1) in _DANGERS and each + 2 < len(tokens):
            return list(range(each, each + 3))
        if key_at(tokens, each - 1) == "در" and key_at(tokens, each + 1) == "کردن":
            continue  # «نامه‌ای در محکوم کردن یورش‌ها»
        if size := _is_predicate(tokens, each):
            return list(range(each, each + size))
        if token.key in FATES or token.key.removesuffix("اند") in FATES:
            return [each] if each not in noun else []
        if token.key in VERBS:
            break
    return []


def _is_predicate(tokens: list[Token], at: int) -> int:
    for size in (5, 4, 3, 2):
        phrase = " ".join(token.key for token in tokens[at : at + size])
        if phrase in PREDICATES or phrase.removesuffix("اند") in PREDICATES:
            return min(size, len(tokens) - at)
    return 0
