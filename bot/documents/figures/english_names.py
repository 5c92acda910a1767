"""Where the name of somebody who reports begins and ends in an English sentence."""

from __future__ import annotations

from bot.documents.figures.english_verbs import AUXILIARIES, is_participle, is_past
from bot.documents.figures.english_words import ADVERBS
from bot.documents.figures.moments import is_month
from bot.documents.figures.number_words import SMALL
from bot.documents.figures.tokens import Token, key_at, word_list

_LONGEST_NAME = 12
_LONGEST_BRACKET = 8
_LONGEST_RELATIVE = 16
_LONGEST_APPOSITION = 18
_LONGEST_PARTED = 7
_RELATIVE = word_list("who which that where whose")
_LINKING = word_list("of for in the and on to against a an de from at")
_PREPOSITIONS = word_list("of for in on to against from at by with since after before during among within through")
_STOPS = word_list(
    "by with since that but while as were was is are has have had more less some between nearly about around over up "
    "it they he she there who which during after before so when if because although until do does did be been will "
    "inside outside across among under near within throughout would can could may might must than whether or i we you"
)
_PRONOUNS = word_list("it they he she we i these those")
_BEFORE_VERB = word_list(
    "also has have had now later only alone itself themselves himself herself just recently since still already never "
    "not even twice once then"
)
_OPENINGS = word_list("according far today yesterday meanwhile now then still later and but so as here there though")
_APPOSED = word_list("which who whose a an the citing counting quoting according speaking")
_DETERMINERS = word_list("the a an this its their one two our")
_TIMES = word_list(
    "monday tuesday wednesday thursday friday saturday sunday day days week weeks month months year years night "
    "morning evening noon midnight afternoon end beginning start spring summer autumn winter same"
)
_NUMBERS = SMALL.keys() - {"one", "two", "three", "four", "five"}
_OPENING_QUOTES = {"”": "“", '"': '"', "»": "«", "’": "‘"}


def name_after(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """The name that begins at token *at*, with its bracket and what tells who is meant: "lawyers who met them"."""
    end = last = at
    while end < len(tokens) and end - at < _LONGEST_NAME:
        token = tokens[end]
        if token.text == "(":
            close = _closing(tokens, end)
            if close is None or not tokens[end + 1].text[0].isupper():
                break
            end = last = close + 1
            continue
        if token.kind == "sign" and not (token.text in "’'-&" and (token.glued or token.text == "&")):
            break
        if token.kind in {"number", "link"} or (end > at and _is_verb(tokens, end)):
            break
        if token.key in _RELATIVE and end > at:
            return at, _relative_end(tokens, end, last)
        if token.key in _LINKING | _STOPS and end > at and not _goes_on(tokens, end):
            break
        end += 1
        if token.kind == "word" and token.key not in _LINKING:
            last = end
    return (at, last) if last > at else None


def _is_verb(tokens: list[Token], at: int) -> bool:
    """Whether the past at token *at* is what the name before it did: "the nurses' union found"."""
    following = tokens[at + 1].kind if at + 1 < len(tokens) else ""
    plain = following in {"", "sign", "number"} or key_at(tokens, at + 1) in {"that", "in", "on", "at"} | _STOPS
    return tokens[at].text[0].islower() and is_past(tokens[at].key) and plain


def _closing(tokens: list[Token], at: int) -> int | None:
    return next((each for each in range(at, min(at + _LONGEST_BRACKET, len(tokens))) if tokens[each].text == ")"), None)


def _relative_end(tokens: list[Token], at: int, last: int) -> int:
    """Where "who met the families" ends, if a sign ends it soon; else *last*."""
    for each in range(at, min(at + _LONGEST_RELATIVE, len(tokens))):
        token = tokens[each]
        if token.kind == "number":
            return last
        if token.kind == "sign" and not (token.text in "’'-" and token.glued):
            return each
    return len(tokens) if len(tokens) - at < _LONGEST_RELATIVE else last


def _goes_on(tokens: list[Token], at: int) -> bool:
    """Whether a small word stands within a name: "Center for Human Rights in Iran", "the head of the judiciary"."""
    key = tokens[at].key
    if key == "the" and key_at(tokens, at - 1) in _LINKING:
        key = key_at(tokens, at - 1)
    if key not in _LINKING:
        return False
    while at < len(tokens) and tokens[at].key in _LINKING:
        at += 1
    if at >= len(tokens) or tokens[at].kind != "word" or is_time(tokens, at):
        return False
    return tokens[at].text[0].isupper() or key in {"of", "for", "in", "at"}


def is_time(tokens: list[Token], at: int) -> bool:
    """Whether a day, a month or a number stands at token *at*."""
    token = tokens[at]
    return token.kind == "number" or token.key in _TIMES | _NUMBERS or (token.kind == "word" and is_month(token))


def subject_before(tokens: list[Token], verb: int) -> tuple[int, int] | None:
    """The noun phrase that is the subject of the verb at token *verb*: its own words and what tells who is meant."""
    end = _subject_end(tokens, verb)
    if end and tokens[end - 1].key in _PRONOUNS:
        return end - 1, end
    at = _name_start(tokens, end)
    if described := _described(tokens, end):
        return described
    if key_at(tokens, at - 1) in {"by", "with", "since"}:
        return None  # "records seen by our correspondent show"
    at = _past_opening(tokens, at, end)
    return None if at >= end or key_at(tokens, at - 1) in _RELATIVE - {"that"} else (at, end)


def _subject_end(tokens: list[Token], verb: int) -> int:
    """Where the subject of the verb ends: before "also", "compiled and", and what commas set off."""
    end = verb
    if end > 2 and tokens[end - 1].key == "and" and tokens[end - 2].key.endswith("ed"):
        end -= 2
    for each in range(end - 1, max(0, end - _LONGEST_PARTED), -1):
        if tokens[each].kind == "sign":
            break
        if tokens[each].key in {"has", "have", "had"} and tokens[each + 1].key in {"by", "on", "in", "until", "since"}:
            end = each  # "had by 15 November published"
            break
    while end > 0 and (tokens[end - 1].key in _BEFORE_VERB | ADVERBS - {"and"} or tokens[end - 1].key.endswith("ly")):
        end -= 1
    if end and tokens[end - 1].text == ",":
        for each in range(end - 2, max(0, end - _LONGEST_APPOSITION), -1):
            if tokens[each].text in ";:.“”":
                break
            if tokens[each].text == ",":
                set_off = tokens[each + 1].key in _APPOSED or is_participle(tokens[each + 1].key)
                return each if set_off else end
    return end


def opening_name(tokens: list[Token], verb: int) -> tuple[int, int] | None:
    """The name that opens the clause of a verb far from it: "The doctor, Lise Amory, treated many and says"."""
    first = max((each + 1 for each in range(verb) if tokens[each].text in ";:“”"), default=0)
    end = first
    while end < verb and end - first < _LONGEST_NAME:
        joins = tokens[end].text in "’'-&" and tokens[end].glued
        if not joins and (tokens[end].kind != "word" or tokens[end].key in _STOPS):
            break
        end += 1
    goes_on = end < verb and (tokens[end].key in {",", "who", "which", "that"} or tokens[end].key == "by")
    if end == first or not goes_on:
        return None
    end -= tokens[end].key == "by" and is_participle(tokens[end - 1].key)
    plain = not any(
        is_past(each.key) or each.key in _LINKING - {"of", "for", "the", "a", "an"} for each in tokens[first:end]
    )
    return (first, end) if plain else None


def _name_start(tokens: list[Token], end: int) -> int:
    at = end
    while at > 0 and end - at < _LONGEST_NAME:
        token = tokens[at - 1]
        if token.text == ")":
            opened = next(
                (each for each in range(at - 1, max(-1, at - _LONGEST_BRACKET), -1) if tokens[each].text == "("), None
            )
            if opened is None:
                break
            at = opened
            continue
        if token.text in _OPENING_QUOTES and at - 1 > 0 and token.text != "’":
            opener = _OPENING_QUOTES[token.text]
            span = range(at - 2, max(-1, at - _LONGEST_BRACKET), -1)
            opened = next((each for each in span if tokens[each].text == opener), None)
            if opened is None or at != end or not all(_is_title(each) for each in tokens[opened + 1 : at - 1]):
                break
            at = opened
            continue
        glued = token.text in "’'-&" and (token.glued or token.text == "&")
        if not (glued or token.kind == "word") or token.key in _STOPS:
            break
        if token.key == "and" and not _joins_names(tokens, at - 1):
            break
        at -= 1
    return at


def _is_title(token: Token) -> bool:
    return token.kind == "word" and token.text[0].isupper()


def _joins_names(tokens: list[Token], at: int) -> bool:
    before, after = tokens[at - 1] if at else None, tokens[at + 1] if at + 1 < len(tokens) else None
    if before is None or after is None or before.kind != "word":
        return False
    return before.text[0].isupper() and (after.text[0].isupper() or after.key == "the")


def _described(tokens: list[Token], end: int) -> tuple[int, int] | None:
    """Of "people who were there speak of" the people with what tells who they are."""
    for each in range(end - 2, max(0, end - _LONGEST_PARTED - 1), -1):
        if tokens[each].kind == "sign" and not tokens[each].glued:
            return None
        if tokens[each].key == "who":
            between = tokens[each + 1 : end]
            told = any(token.key in AUXILIARIES or is_past(token.key) for token in between)
            first = _past_opening(tokens, _name_start(tokens, each), each)
            return (first, end) if told and first < each else None
    return None


def _past_opening(tokens: list[Token], at: int, end: int) -> int:
    """Where the name begins after "on Thursday", "meanwhile", "by Friday noon"."""
    while at < end:
        token = tokens[at]
        if token.key in _PREPOSITIONS:
            starts = range(at + 2, end)
            found = next(
                (
                    each
                    for each in starts
                    if tokens[each].key in _DETERMINERS and tokens[each - 1].key not in _PREPOSITIONS
                ),
                0,
            )
            at = found or min(at + 2 + (key_at(tokens, at + 1) in _DETERMINERS), end)
        elif token.kind == "sign" or token.key in _OPENINGS or (token.kind == "word" and is_time(tokens, at)):
            at += 1
        else:
            break
    return at
