"""Where a Farsi clause has its verb, past what is set into it, and whether it is denied or asked for."""

from __future__ import annotations

from bot.documents.figures.farsi_verbs import is_finite, is_negative, stem_of
from bot.documents.figures.farsi_words import DURATIONS, FATES, FILLERS, LABELS, PREPOSITIONS
from bot.documents.figures.number_words import LONGEST_QUALIFIER, QUALIFIERS, SCALES, SMALL, VAGUE
from bot.documents.figures.tokens import Token, key_at, word_list

_CLAUSE = 40
_AGE = 6
_ENDS = frozenset(".؛;:!؟?")
_BREAKS = word_list("زیرا چون اما ولی بلکه وگرنه")
_INSERTS = word_list("جمله یعنی به‌ویژه")
_THIS = word_list("این آن همین همان")


def find_verb(tokens: list[Token], at: int) -> tuple[int, int]:
    """The verb, or else the «و» or comma behind which another number has its own; 0 stands for none."""
    relative = last = 0
    each = at
    while each < min(at + _CLAUSE, len(tokens)):
        token = tokens[each]
        if token.text in _ENDS or token.key in _BREAKS:
            break
        if token.text == "(":
            each = next((end for end in range(each, min(each + _CLAUSE, len(tokens))) if tokens[end].text == ")"), each)
        elif token.key == "که":
            relative = each
        elif token.key in _INSERTS:
            each = next((end for end in range(each, min(each + _CLAUSE, len(tokens))) if tokens[end].text == "،"), each)
        elif end := _past_number(tokens, each):
            if end < 0 and _only_nouns(tokens, at, each):
                end = each + 1
            if end < 0:
                return (last, 0) if last else (0, each - 1)
            each = end - 1
        elif is_finite(tokens, each):
            if not relative:
                return each, 0
            last, relative = each, 0
        each += 1
    return last, 0


def _only_nouns(tokens: list[Token], at: int, number: int) -> bool:
    """Whether only a noun stands before another number, so that they share a verb: «۴۰ خانه و دو مدرسه ویران شد»."""
    joiner = _before_qualifier(tokens, number)
    if key_at(tokens, joiner) not in {"و", "،"}:
        return False
    return all(is_plain(tokens, each) and tokens[each].key not in FATES for each in range(at, joiner))


def _past_number(tokens: list[Token], at: int) -> int:
    """Where the clause goes on after a number that only tells more; -1 for one that counts anew, 0 for no number."""
    token = tokens[at]
    if token.kind != "number" and token.key not in SMALL and token.key not in VAGUE:
        return 0
    end = at + 1
    while end < len(tokens) and (tokens[end].kind == "number" or tokens[end].key in SMALL.keys() | SCALES.keys()):
        end += 1
    if key_at(tokens, at - 1) in LABELS:
        return end
    if key_at(tokens, end) in DURATIONS:
        return end + 1 + (key_at(tokens, end + 1) == "است")
    if key_at(tokens, end).startswith("سال"):
        return end  # «زیر هجده سال‌اند»
    ahead = range(at, min(at + _AGE, len(tokens)))
    if age := next((each for each in ahead if tokens[each].key in {"ساله", "سالگی"}), 0):
        return age + 1
    return end if _adds(tokens, at) else -1


def _adds(tokens: list[Token], at: int) -> bool:
    """Whether the number at token *at* stands in a phrase of its own: «در ۲۶ زندان», «، از جمله دو زن»."""
    before = _before_qualifier(tokens, at)
    joined = key_at(tokens, before)
    if joined in {"جمله", "شامل"} or joined in PREPOSITIONS:
        return True
    return key_at(tokens, before - 1) in PREPOSITIONS and joined not in {"و", "،"}


def _before_qualifier(tokens: list[Token], at: int) -> int:
    """The last token before a number and what qualifies it: «و بیش از ۵ هزار»."""
    for size in range(min(LONGEST_QUALIFIER, at), 0, -1):
        if " ".join(token.key for token in tokens[at - size : at]) in QUALIFIERS:
            return at - size - 1
    return at - 1


def is_denied(tokens: list[Token], at: int) -> bool:
    """Whether the clause that goes on at token *at* says that something is not so."""
    verb = find_verb(tokens, at)[0]
    return verb > 0 and is_negative(tokens[verb])


def is_asked(tokens: list[Token], at: int) -> bool:
    """Whether the clause that goes on at token *at* asks for something: «… به صندوق بریزید»."""
    verb = find_verb(tokens, at)[0]
    key = tokens[verb].key
    return verb > 0 and key.startswith("ب") and key.endswith("ید") and bool(stem_of(key))


def is_object(tokens: list[Token], at: int) -> bool:
    """Whether what begins at token *at* is what something is done to: «۲۲ نفر را ربودند»."""
    for each in range(at, min(at + _CLAUSE, len(tokens))):
        placed = tokens[each].key in (PREPOSITIONS | _THIS) - {"از"} and each > at
        if tokens[each].text in _ENDS or placed or is_finite(tokens, each):
            return False
        if tokens[each].key == "را":
            return True
    return False


def is_plain(tokens: list[Token], at: int) -> bool:
    """Whether token *at* is a word with a meaning of its own, no preposition, «را» or «هم»."""
    token = tokens[at]
    return token.kind == "word" and token.key not in PREPOSITIONS | FILLERS and token.key != "که"
