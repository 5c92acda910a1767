"""Farsi nouns that are counted or measured: the phrase after a number, and the one that a sum is told of before it."""

from __future__ import annotations

from bot.documents.figures.farsi_verbs import is_finite, is_participle, stem_of
from bot.documents.figures.farsi_words import (
    ACTIONS,
    CLASSIFIERS,
    COUNTERS,
    FATES,
    HEADS,
    LABELS,
    PEOPLE,
    PREPOSITIONS,
    STOP,
    THINGS,
)
from bot.documents.figures.number_words import QUALIFIERS, SCALES, SMALL, VAGUE
from bot.documents.figures.numerals import Numeral
from bot.documents.figures.tokens import Token, fold_word, key_at, word_list

_LONGEST_NOUN = 4
_LONGEST_TOPIC = 6
_FAR = 30
_ENDS = frozenset(".؛;:!؟?")
_PLURALS = ("های", "هایشان", "هایش", "هایمان")
_THEM = word_list("آنان آنها آن‌ها ایشان ما شما اینان من")
_WORDS_OF_QUALIFIERS = frozenset(word for each in QUALIFIERS for word in each.split()) | VAGUE | word_list("مرز")
_OPENS = word_list("خود کل همهٔ همه تمام")
_SCALES = word_list("حداقل حداکثر متوسط میانگین مجموع کل سطح")
_MARKS_ROLE = word_list("را به از در با بر برای")
_RIGHTS = word_list("بشر بشری شهروندی کودک کودکان زنان انسانی زندانیان")
_NOW = word_list("امسال پارسال امروز")
_POINTS = word_list("این آن همین همان")
_BASES = word_list("پایهٔ پایه اساس مبنای")
_LOOSE = word_list("این آن همین همان و یک")
_STATISTICS = fold_word("آمار")
_THIS = word_list("این آن")
_YEARS = word_list("سال")
_OFFICES = word_list("مرکز اداره ادارهٔ سازمان")


def noun_at(tokens: list[Token], at: int, end: int | None = None, *, place: bool = False) -> list[int]:
    """The noun that begins at token *at*, with what is bound to it, as far as token *end* or the next verb or number.

    Behind a *place* the happening may follow at once: «در ۱۷ شهر تجمع برگزار شد».
    """
    found: list[int] = []
    end = len(tokens) if end is None else end
    while at < end and len(found) < _LONGEST_NOUN:
        if not _may_be_bound(tokens, at) or (found and tokens[at].key.endswith(_PLURALS)):
            break
        if place and found and tokens[at].key in ACTIONS:
            break
        found.append(at)
        at += 1
        if tokens[at - 1].key in _THEM:
            break
    if len(found) > 1 and tokens[found[-1]].key in LABELS:
        found.pop()  # «زندانی واحد ۲»
    if len(found) == 1 and at + 1 < end and tokens[at].key == "و" and _is_alike(tokens, at):
        found += [at, at + 1]
        if at + 2 < end and _may_be_bound(tokens, at + 2):
            found.append(at + 2)
    return found


def _is_alike(tokens: list[Token], at: int) -> bool:
    """Whether «و» at token *at* joins two nouns of one count: «شرکت و کارگاه», «اعتصاب و تجمع»."""
    known = PEOPLE | THINGS
    one, other = tokens[at - 1].key, tokens[at + 1].key
    return _may_be_bound(tokens, at + 1) and ((one in known) == (other in known) or one in known) and one not in FATES


def _may_be_bound(tokens: list[Token], at: int, besides: frozenset[str] = frozenset()) -> bool:
    token = tokens[at]
    if token.key in besides:
        return True
    counts = token.key in VAGUE or token.key in SCALES or token.key in SMALL
    if token.kind != "word" or counts or token.key in (STOP - PEOPLE) | PREPOSITIONS or token.key.isascii():
        return False
    ordinal = token.key.endswith("مین") and token.key[:-3] in SMALL
    return not (ordinal or is_finite(tokens, at)) and not (
        is_participle(token) and stem_of(token.key) in {"شد", "کرد", "بود"}
    )


def partitive_at(tokens: list[Token], at: int, end: int | None = None) -> list[int]:
    """Of «از همکاران ما» at token *at* the noun that some are part of; of «از آنان» what is said of them."""
    if key_at(tokens, at) != "از":
        return []
    noun = noun_at(tokens, at + 1, end)
    if key_at(tokens, at + 1) in _THEM or not noun:
        return []
    if key_at(tokens, noun[-1] + 1) == "ما":
        noun.append(noun[-1] + 1)
    return [at, *noun] if _is_plural(tokens[noun[0]]) else []


def past_them(tokens: list[Token], at: int) -> int:
    """Where what is said goes on behind «از آنان» or «آن‌ها» at token *at*, or *at*."""
    of_them = key_at(tokens, at) == "از" and key_at(tokens, at + 1) in _THEM
    return at + 2 if of_them else at + (key_at(tokens, at) in _THEM)


def _is_plural(token: Token) -> bool:
    return is_people(token) or token.key.endswith(("ان", "ها", "های", "ین", "هایی", "هایشان"))


def is_people(token: Token) -> bool:
    """Whether people are called so: «کارگر», «بازداشت‌شدگان», «امضاکنندگان»."""
    return token.key in PEOPLE or token.key.endswith(("شده", "شدگان", "کننده", "کنندگان", "باخته", "باختگان"))


def topic(tokens: list[Token], numeral: Numeral) -> list[int]:
    """What the clause of the number is about, as far as it stands before it: «خط فقر از ۱۸ میلیون تومان گذشت».

    That is the object where the number follows on «را», else the first noun of the clause.
    """
    before = before_number(tokens, numeral)
    start, end = _clause_before(tokens, before)
    heads = [at for at in range(start, end) if is_head(tokens, at) and not _is_placed(tokens, at)]
    number = max((at for at in range(start, end) if tokens[at].kind == "number"), default=-1)
    if heads:
        head = next((at for at in heads if at > number), heads[0])
        return _topic_at(tokens, head - (head > start and tokens[head - 1].key in _SCALES), end)
    if key_at(tokens, before) == "را":
        found = _bound_before(tokens, before - 1, start)
        pronoun = len(found) == 1 and tokens[found[0]].key in _THIS
        return _earlier_head(tokens, start) if pronoun else found
    while start < end and tokens[start].key in STOP - _THIS - PREPOSITIONS:
        start += 1
    if start < end and tokens[start].key not in PREPOSITIONS | _THEM:
        return _topic_at(tokens, start, end)
    return _last_before(tokens, start, end)


def _earlier_head(tokens: list[Token], start: int) -> list[int]:
    """Of «نرخ بیکاری … است، اما کارشناسان آن را …» what «آن» stands for."""
    heads = [at for at in range(start) if is_head(tokens, at) and not is_head(tokens, at - 1)]
    return _topic_at(tokens, heads[-1], start) if heads else []


def _is_placed(tokens: list[Token], at: int) -> bool:
    """Whether a preposition governs the noun at token *at*: «در بودجهٔ امسال», «از این تعداد»."""
    return key_at(tokens, at - 1 - (key_at(tokens, at - 1) in _THIS)) in PREPOSITIONS | _BASES


def _last_before(tokens: list[Token], start: int, end: int) -> list[int]:
    """Of «از آغاز سال ۲۰۲۴ این رقم از …» the last noun, where it is not bound to a preposition."""
    first = end
    while first > start and end - first < _LONGEST_NOUN and _may_be_bound(tokens, first - 1, _OPENS | _THIS):
        first -= 1
        if tokens[first].key in _THIS:
            break
    ours = end - first == 1 and key_at(tokens, first) in _THEM
    return [] if ours or key_at(tokens, first - 1) in PREPOSITIONS else list(range(first, end))


def before_number(tokens: list[Token], numeral: Numeral) -> int:
    """The last token before the number and what qualifies it, a preposition left out too: «… به بیش از ۳۲»."""
    at = numeral.first - 1
    while at >= 0 and (key_at(tokens, at) in {"به", "از", "بر", "با", "تا", "هم", "هنوز"} | _WORDS_OF_QUALIFIERS):
        at -= 1
    return at


def is_head(tokens: list[Token], at: int) -> bool:
    """Whether token *at* says what is measured: «نرخ», «شمار», «دستمزد», but not in «مرکز آمار» and «حقوق بشر»."""
    key = tokens[at].key
    office = key == _STATISTICS and key_at(tokens, at - 1) in _OFFICES
    return key in HEADS and not office and not (key == "حقوق" and key_at(tokens, at + 1) in _RIGHTS)


def _topic_at(tokens: list[Token], at: int, end: int) -> list[int]:
    found: list[int] = []
    while at < end and len(found) < _LONGEST_TOPIC:
        token = tokens[at]
        first = not found and token.key in _OPENS | _THIS | _SCALES
        joins = token.key == "و" and found and at + 1 < end
        one = token.key == "یک" and found
        if found and token.key in _WORDS_OF_QUALIFIERS:
            break
        if found and token.key in _POINTS and at + 1 < end:
            return [*found, at, at + 1]  # «اعدام‌های همین ماه»
        if not (first or joins or one or _may_be_bound(tokens, at)):
            break
        found.append(at)
        at += 1
    while found and tokens[found[-1]].key in _LOOSE:
        found.pop()
    return found


def _bound_before(tokens: list[Token], at: int, start: int) -> list[int]:
    found: list[int] = []
    at -= key_at(tokens, at) in _NOW
    while at >= start and len(found) < _LONGEST_NOUN and _may_be_bound(tokens, at, _THIS):
        found.insert(0, at)
        at -= 1
        if tokens[found[0]].key in _THIS:
            break
    return found


def _clause_before(tokens: list[Token], at: int) -> tuple[int, int]:
    """Where the clause begins that token *at* belongs to, and where in it what commas or «که» set off before *at*."""
    floor = max(-1, at - _FAR)
    if at >= 0 and tokens[at].text == "،":
        comma = next((each for each in range(at - 1, floor, -1) if tokens[each].text == "،"), at)
        if any(token.kind == "number" for token in tokens[comma:at]):
            return at + 1, at + 1  # «۱۲ نفر احضار، ۷ تن …»
        at = comma - 1
    if at >= 0 and is_finite(tokens, at):
        at = next((each - 1 for each in range(at - 1, floor, -1) if tokens[each].key == "که"), at)
    end = at + 1
    while at > floor:
        token = tokens[at]
        anew = token.kind == "number" and key_at(tokens, at - 1) not in _MARKS_ROLE | _YEARS
        if token.text in _ENDS or token.key == "که" or is_finite(tokens, at) or anew:
            break
        if token.text == "،" and key_at(tokens, at + 1) not in _MARKS_ROLE:
            break
        at -= 1
    return at + 1, end


def label_before(tokens: list[Token], numeral: Numeral) -> list[int]:
    """Of «بازداشت‌ها: دست‌کم ۲۱۰ نفر» and «شکنجه (۹ مورد)» what stands before the sign, as far as a preposition."""
    colon = numeral.first - 1
    if key_at(tokens, colon) != ":" and (key_at(tokens, colon), key_at(tokens, numeral.after + 1)) != ("(", ")"):
        return []
    start = colon
    while start and colon - start < _LONGEST_TOPIC and tokens[start - 1].kind == "word":
        if tokens[start - 1].key in CLASSIFIERS | COUNTERS:
            break
        start -= 1
    if any(is_finite(tokens, at) for at in range(start, colon)):
        return []
    end = next((at for at in range(start + 1, colon) if tokens[at].key in PREPOSITIONS), colon)
    return list(range(start, end))
