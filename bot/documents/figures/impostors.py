"""Numbers that count nothing: years, days, ages, times of day, marks, names, numbers of articles and of telephones."""

from __future__ import annotations

from bot.documents.figures.english_verbs import is_past
from bot.documents.figures.number_words import SMALL
from bot.documents.figures.numerals import Numeral
from bot.documents.figures.tokens import Token, key_at, word_list

_LABELS = word_list(
    "article articles section sections phases chapter page pages p pp week no nos nr resolution room ward act "
    "law clause paragraph phase stage part volume vol issue channel day route highway line block version "
    "branch cell item point step level grade class generation covid table figure fig appendix note "
    "protocol unit flight bus shaft gate camp platform apartment flat floor suite box street avenue "
    "group number form amendment decree order plan crane shed berth pier "
    "مادهٔ ماده بند اصل فصل صفحه صفحهٔ هفته هفتهٔ شمارهٔ "
    "شماره قطعنامه قطعنامهٔ ساعت سال سال‌های سالهای دهه دههٔ تبصره بخش جلد خط پلاک طبقه کلاس اتاق سالن "
    "کمپین شعبه شعبهٔ بند تیپ لشکر گردان کانال منطقه منطقهٔ تلفن اینترلاین قانون فاز مرحله مرحلهٔ سلول روز روزهای قرن"
)
_MAYBE_LABELS = word_list("روز روزهای سال ساعت خط منطقه منطقهٔ کلاس day number class group")
_DEMONSTRATIVES = word_list("این آن همین همان")
_ABBREVIATED_LABELS = word_list("no nos art p pp fig vol ch sec nr")
_ORDINAL_ENDS = word_list("st nd rd th s am pm ام م امین مین اُم")
_AGE_BEFORE = word_list("aged age ages سن سنین سنی")
_AGE_AFTER = word_list("ساله سالگی ساله‌ای ساله‌ها ساله‌اش ساله‌ی")
_TIMES = word_list("am pm a.m. p.m. o'clock noon midnight بامداد")
_TIMES_OF_DAY = frozenset(("in", part) for part in ("morning", "afternoon", "evening"))
_YEARS_BEFORE = word_list(
    "in since of the by during from until till before after this that early late mid between through and "
    "to or circa در از تا سال انقلاب خیزش قیام جنبش اعتراضات اعتراض جنگ قانون مصوب انتخابات کودتای کودتا"
)
_OPENS_CLAUSE = word_list("که")
_CLASSIFIERS = word_list("نفر تن فقره مورد درصد تومان دلار ریال people persons percent dollars euros tomans")
_AFTER_NINE = word_list(
    "روز روزه هفته ماه ماهه سال ساله ساعت حکم شهر استان زندان زندانی کارگر معلم دانشجو زن مرد کودک کشته زخمی پرونده "
    "کشور کارخانه خانه مدرسه بیمارستان نفره عضو اتهام جلسه"
)
_STREETS = word_list("street road avenue square lane boulevard alley quay")
_ENDS = frozenset(".!?…؟۔\"'”’»)]")
_COMPARED_AGES = word_list("younger older young old")
_OF_AN_AGE = word_list("people children those anyone persons minors women men girls boys youth everyone workers")
_OLDEST = 100
_LONGEST_AGE = 6  # tokens: "twenty-eight and"
_AFTER_AGE = word_list("and but when years who with in at has was is are were had now")
_MOST_KIN = 12
_KIN = word_list("children sons daughters kids brothers sisters siblings grandchildren")
_PARENTS = word_list("father mother grandfather grandmother parents")
_ONE = word_list("boy girl man woman child youth student nurse wife widow")
_ONE_ENDS = ("er", "or", "ist", "ian", "ee", "man", "woman")
_MANY_IN_ONE = word_list("number order committee quarter chapter cluster power flower letter")
_YOUNG = word_list("lads boys girls youths brothers sisters students men women teenagers")
_YOUNGEST = 5
_ONE_PERSON = word_list("he she who i youngest oldest eldest")
_ONES_OWN = word_list("my his her our their")
_YEARS = ((1200, 1499), (1800, 2199))
_OPENING = frozenset("([{“\"«‘'$€£¥%٪—–-~≈>*•·-")


def is_impostor(tokens: list[Token], numeral: Numeral, dates: set[int], people: frozenset[str]) -> bool:
    """Whether *numeral* counts nothing. *dates* are the tokens of named days, *people* words that people are called."""
    if any(at in dates for at in range(numeral.core, numeral.end)):
        return True
    if numeral.vague:
        return False
    return (
        _is_no(tokens, numeral)
        or _is_age(tokens, numeral)
        or _is_labelled(tokens, numeral)
        or (key_at(tokens, numeral.first - 1) == "of" and key_at(tokens, numeral.first - 2) in {"family", "household"})
        or (key_at(tokens, numeral.end), key_at(tokens, numeral.end + 2)) in _TIMES_OF_DAY
        or (not numeral.spelled and (_is_bound(tokens, numeral) or _is_year(tokens, numeral, people)))
    )


def _is_no(tokens: list[Token], numeral: Numeral) -> bool:
    """Whether «نه» says no: it is nine only where it is vowelled, qualified, or said with a unit or classifier."""
    at = numeral.core
    if numeral.end > at + 1 or tokens[at].key != "نه" or len(tokens[at].text) > len("نه"):
        return False
    again = any(token.key == "نه" for token in tokens[max(0, at - 12) : at] + tokens[at + 1 : at + 12])
    counted = key_at(tokens, numeral.end) in _CLASSIFIERS | _AFTER_NINE
    return again or not (counted or numeral.first < at)


def _is_bound(tokens: list[Token], numeral: Numeral) -> bool:
    """Whether it is part of a longer thing: a name, a time, a fraction, a telephone number, a mark, a list."""
    digits = numeral.core + (tokens[numeral.core].kind == "sign")
    text = tokens[digits].key
    return (
        _is_bound_before(tokens, digits)
        or _is_bound_after(tokens, numeral.end)
        or _is_mark(tokens, digits, numeral.end)
        or any(token.key in _STREETS and token.text[0].isupper() for token in tokens[numeral.end : numeral.end + 3])
        or (text.startswith("0") and text.isdecimal())
    )


def _is_bound_before(tokens: list[Token], digits: int) -> bool:
    if not digits or not tokens[digits].glued:
        return False
    before = tokens[digits - 1]
    if before.kind != "sign" or before.text not in _OPENING:
        return True
    return before.text in "-–" and before.glued and digits > 1 and tokens[digits - 2].kind != "sign"


def _is_bound_after(tokens: list[Token], end: int) -> bool:
    if end >= len(tokens):
        return False
    after = tokens[end]
    if after.key in _ORDINAL_ENDS | _TIMES:
        return True
    if not after.glued:
        return False
    beyond = tokens[end + 1] if end + 1 < len(tokens) and tokens[end + 1].glued else None
    if beyond and (after.text in "/:=×" or (after.text in "-–.," and beyond.kind == "number")):
        return True
    return after.kind == "word" and after.key.isascii()


def _is_mark(tokens: list[Token], digits: int, end: int) -> bool:
    """Whether it stands where footnote marks and numbers of lists do: "it ended. 7", "[3]", "2. Pay the wages"."""
    before, after = key_at(tokens, digits - 1), key_at(tokens, end)
    if digits == 0:
        return after in {".", ")"}
    return (before in _ENDS and (not after or after in _ENDS)) or (before == "[" and after == "]")


def _is_age(tokens: list[Token], numeral: Numeral) -> bool:
    before = [key_at(tokens, numeral.first - 2), key_at(tokens, numeral.first - 1)]
    after = [key for at in range(numeral.end, numeral.end + 5) if (key := key_at(tokens, at)) != "-"]
    return (
        before[1] in _AGE_BEFORE
        or before == ["age", "of"]
        or after[0] in _AGE_AFTER
        or (after[0] in {"year", "years"} and after[1] in {"old", "olds"})
        or after[:3] == ["years", "of", "age"]
        or _is_age_limit(tokens, numeral, after[0])
        or _is_age_of_one(tokens, numeral)
        or _is_of_one(tokens, numeral)
        or _is_of_two(tokens, numeral)
        or _is_bracketed_age(tokens, numeral)
    )


def _may_be_age(numeral: Numeral) -> bool:
    plain = numeral.value is not None and numeral.first == numeral.core
    return plain and _YOUNGEST <= (numeral.value or 0) <= _OLDEST


def _is_of_two(tokens: list[Token], numeral: Numeral) -> bool:
    """Whether it is one of two ages: "two lads of 28 and 31 were"."""
    at = numeral.first
    if key_at(tokens, at - 1) == "and":
        at = next((back for back in range(at - 2, max(0, at - _LONGEST_AGE), -1) if tokens[back].key == "of"), 0) + 1
    paired = "and" in {key_at(tokens, numeral.first - 1), key_at(tokens, numeral.end)}
    young = key_at(tokens, at - 1) == "of" and key_at(tokens, at - 2) in _YOUNG
    return paired and young and key_at(tokens, at - 3) in {"two", "2"} and _may_be_age(numeral)


def _is_bracketed_age(tokens: list[Token], numeral: Numeral) -> bool:
    """Whether it stands in brackets behind the name of a person who did or bore something: "Mina Sar (38) was"."""
    at = numeral.first - 1
    if key_at(tokens, at) != "(" or key_at(tokens, numeral.end) != ")" or not _may_be_age(numeral):
        return False
    named = at > 1 and all(tokens[each].kind == "word" and tokens[each].text[0].isupper() for each in (at - 1, at - 2))
    return named and key_at(tokens, numeral.end + 1) in {"was", "were", "is", "has", "had", "and", "who"}


def _is_of_one(tokens: list[Token], numeral: Numeral) -> bool:
    """Whether it is of one person's life: "a boy of nine", "has four children", "a father of three"."""
    one, two, three = (key_at(tokens, numeral.first - back) for back in (1, 2, 3))
    after = tokens[numeral.end] if numeral.end < len(tokens) else None
    if after is not None and after.key in _KIN:
        few = numeral.spelled and numeral.first == numeral.core and (numeral.value or 0) <= _MOST_KIN
        return few and (one in {"has", "had"} or two in _PARENTS)
    ends = after is None or after.kind == "sign" or after.key in _AFTER_AGE or is_past(after.key)
    person = two in _PARENTS or (three in {"a", "an"} and (two in _ONE or two.endswith(_ONE_ENDS)) and two.isascii())
    small = numeral.value is not None and numeral.value <= _OLDEST
    return ends and one == "of" and person and small and two not in _MANY_IN_ONE


def _is_age_of_one(tokens: list[Token], numeral: Numeral) -> bool:
    """Whether it is how old somebody is: "who is 47 and", "Rika Sol, 16, was", "my brother is 34"."""
    if numeral.value is None or numeral.value > _OLDEST or numeral.first < numeral.core:
        return False
    before, after = key_at(tokens, numeral.core - 1), key_at(tokens, numeral.end)
    if after and tokens[numeral.end].kind != "sign" and after not in _AFTER_AGE:
        return False
    if before in {"is", "was", "turned"}:
        at = numeral.core - 2
        while key_at(tokens, at) in {"now", "only", "just", "already"}:
            at -= 1
        named = at > 0 and tokens[at].kind == "word" and tokens[at].text[0].isupper()
        return key_at(tokens, at) in _ONE_PERSON or key_at(tokens, at - 1) in _ONES_OWN or named
    apposed = before == "," and after == "," and numeral.core > 1 and tokens[numeral.core - 2].kind == "word"
    return apposed and tokens[numeral.core - 2].text[0].isupper() and tokens[numeral.core - 2].key.isascii()


def _is_age_limit(tokens: list[Token], numeral: Numeral, after: str) -> bool:
    """Whether it says how old people are at most or least: "under 18", "as young as 13", «زیر ۱۸ سال»."""
    before, qualifier = key_at(tokens, numeral.core - 2), key_at(tokens, numeral.core - 1)
    if qualifier in {"زیر", "بالای"}:
        return after in {"سال", "سالگی"}
    if qualifier in {"under", "over"} and before in _OF_AN_AGE and not tokens[numeral.core].key.startswith("0"):
        return numeral.value is not None and numeral.value <= _OLDEST
    if qualifier in {"under", "over", "above", "below"} and numeral.value is not None and numeral.value <= _OLDEST:
        return not after or (tokens[numeral.end].kind == "sign" and after not in "%٪")
    return (qualifier in {"than", "as"} and before in _COMPARED_AGES) or (qualifier == "at" and before == "age")


def _is_labelled(tokens: list[Token], numeral: Numeral) -> bool:
    first = numeral.first
    before = key_at(tokens, first - 1)
    if key_at(tokens, first - 2) in _DEMONSTRATIVES | SMALL.keys() and not before.isascii():
        return False  # «در این بند ۶۴ زن», «پس از یک سال ۱۱ کارگر»
    if before == "." and key_at(tokens, first - 2) in _ABBREVIATED_LABELS:
        return True
    if before in {"and", "to", "or", "و", "تا", ",", "-", "–"} and first > 2 and tokens[first - 2].kind == "number":
        at = first - 3  # "Articles 5 and 12", but "the clerks of shed 2, seventeen women"
        return key_at(tokens, at) in _LABELS - _MAYBE_LABELS and not (before == "," and numeral.spelled)
    if before not in _LABELS or numeral.first < numeral.core:
        return False
    return before not in _MAYBE_LABELS or key_at(tokens, numeral.end) not in _CLASSIFIERS


def _is_year(tokens: list[Token], numeral: Numeral, people: frozenset[str]) -> bool:
    numbers = [tokens[at].key for at in range(numeral.core, numeral.end) if tokens[at].kind == "number"]
    if not numbers or not all(_may_be_year(each) for each in numbers):
        return False
    if numeral.first < numeral.core and tokens[numeral.core].kind == "number":
        return False  # "at least 2000"
    before, after = key_at(tokens, numeral.first - 1), key_at(tokens, numeral.end)
    if after in {"are", "were", "have"} and before not in _YEARS_BEFORE | {","}:
        return False  # "1979 are evading arrest warrants"
    if before in {"and", "or", ",", "و", "،"} and _may_be_year(key_at(tokens, numeral.first - 2)):
        return True  # "in 2017 and 2019"
    if any(key_at(tokens, at) in people | _CLASSIFIERS for at in (numeral.end, numeral.end + 1)):
        return before in _YEARS_BEFORE and after not in _CLASSIFIERS
    # «می‌نویسد که ۱۳۰۰ نانوایی بسته شده»: no year stands there without «سال» or a preposition.
    return not (before in _OPENS_CLAUSE and after not in _YEARS_BEFORE and numeral.end < len(tokens))


def _may_be_year(digits: str) -> bool:
    return digits.isdecimal() and len(digits) == 4 and any(low <= int(digits) <= high for low, high in _YEARS)
