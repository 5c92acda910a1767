"""Farsi verbs by their morphology: which word is a finite verb or a participle, and of which verb.

Simple verbs are a closed class; nearly all other verbs are one of them with a noun, adjective or prefix before it. So
the stems below, with the prefixes and endings of the language, tell the verbs of any sentence.
"""

from __future__ import annotations

from functools import lru_cache

from bot.documents.figures.tokens import Token, fold_word, key_at, word_list

_PAST = word_list(
    "شد کرد داد گرفت زد خورد برد آورد آمد رفت ماند داشت بود یافت رسید کشید بست گشت گردید نمود گذشت گذاشت ساخت سوخت "
    "ریخت آموخت گفت نوشت خواند خواست دانست شمرد پذیرفت پیوست نشست خاست ایستاد افتاد انداخت باخت سپرد کشت ربود شکست "
    "شکافت فرستاد فروخت خرید دید شنید پرسید پرداخت پوشید لرزید چرخید کوبید جنگید مرد زیست گریخت آویخت راند تاخت کاست "
    "افزود بخشید دزدید ترسید نامید فهمید برید درید چید پرید دوید خوابید خندید رنجید بارید خشکید پاشید پیمود گشود شست "
    "جست گسست شتافت نواخت شناخت گداخت پنداشت کاشت انباشت گماشت افراشت توانست مالید چسبید پیچید کوچید غلتید لغزید "
    "انجامید شورید آشفت فشرد سرود تپید پوسید"
)
# Each present stem stands at the place of its past stem in the next list.
_PRESENT_STEMS = (
    "کن شو ده گیر زن خور بر آور آی رو مان دار باش یاب رس بند گرد نمای گذر گذار ساز سوز ریز گوی نویس خوان "
    "خواه دان شمار پذیر پیوند نشین ایست افت انداز باز سپار کش فرست فروش خر بین پرداز میر گریز افزای جنگ "
    "توان "
)
_PAST_OF_PRESENT = (
    "کرد شد داد گرفت زد خورد برد آورد آمد رفت ماند داشت بود یافت رسید بست گشت نمود گذشت گذاشت ساخت سوخت "
    "ریخت گفت نوشت خواند خواست دانست شمرد پذیرفت پیوست نشست ایستاد افتاد انداخت باخت سپرد کشت فرستاد "
    "فروخت خرید دید پرداخت مرد گریخت افزود جنگید توانست "
)
_PRESENT = {
    fold_word(present): fold_word(past)
    for present, past in zip(_PRESENT_STEMS.split(), _PAST_OF_PRESENT.split(), strict=True)
}
_ENDINGS = {"د", "ند", "یم", "ید", "م"}
_PAST_ENDINGS = ("هاند", "هایم", "هاید", "هاست", "ه", "ند", "یم", "ید", "")
_SHORT = {fold_word("گوید"): "گفت", fold_word("آید"): "آمد", fold_word("آیند"): "آمد", fold_word("نماید"): "نمود"}
_PREFIXES = tuple(word_list("بر باز در فرا فرو وا"))
_COPULAS = word_list(
    "است هست نیست هستند نیستند هستیم نیستیم بود بودند بودیم نبود نبودند باشد باشند باشیم نباشد نباشند ماست شماست اوست"
)
_FUTURE = word_list("خواهد خواهند خواهیم نخواهد نخواهند نخواهیم")
_HAVES = word_list("دارد دارند داریم ندارد ندارند نداریم")
# The bare past of these is as often a noun: «شکست», «بازداشت», «مرد», «کرد», «خواست».
_NOUNS_TOO = word_list(
    "شکست بازداشت مرد کرد خواست پرداخت ساخت نشست پیوست برداشت برد "
    "کشت شناخت بازگشت گذشت سوخت دید باخت خرید دریافت درخواست "
    "برخورد کاشت رست جست بست کاست"
)
_NOT_VERBS = word_list(
    "بازداشت درخواست برداشت برآورد درآمد بازدید برخورد بازخورد چند هرچند مانند بلند "
    "فرزند سوگند سند لبخند گوسفند بند کمربند دستبند دربند پابند پایبند گردنبند آببند "
    "قند هلند تایلند ایرلند پسند گزند اسفند "
    "چرند ترفند کمند گزند نرند پند"
)
_NOT_ENDINGS = ("وند", "مند")
_COMPOUND = "\u200cبند"
_SHORTEST_CAUSATIVE = 4
_LONGEST_WORD = 24
_TIMES = word_list("سال ماه هفته روز شب دهه قرن سال‌های روزهای ماه‌های هفته‌های دهه‌های فصل")
LIGHT = word_list(
    "شد کرد داد گرفت زد خورد یافت داشت گشت گردید نمود ماند آمد "
    "رفت برد آورد رسید کشید گذاشت باخت انداخت افتاد ساخت بست دید "
    "ریخت سپرد نشست"
)
_LEFT_BARE = LIGHT | word_list("بود گفت نوشت")
_CONTINUOUS = tuple(f"{prefix}{gap}" for prefix in ("می", "نمی", "مي", "نمي") for gap in ("\u200c", " "))
_ENDS_CLAUSE = word_list("و که تا اما ولی یا زیرا چون")


@lru_cache(maxsize=8192)
def stem_of(key: str) -> str:
    """The past stem of the verb that *key* is a form of: «شد» of «شده‌اند» and «نمی‌شوند», «برگشت» of «برگشتند».

    Empty where it is no form of a simple verb.
    """
    if key in _COPULAS or len(key) > _LONGEST_WORD:
        return "بود" if key in _COPULAS else ""
    if key in _HAVES:
        return "داشت"
    prefixed = ((each, _parsed(key[len(each) :])) for each in _PREFIXES if key.startswith(each))
    return _parsed(key) or next((each + stem for each, stem in prefixed if stem), "") or _causative(key)


def _causative(key: str) -> str:
    """«خواباند» of «خوابانده‌اند»: such verbs are made of others with «اند»."""
    ending = next((each for each in ("هاند", "هاست", "ه", "ند", "یم") if key.endswith(f"اند{each}")), "")
    stem = key.removesuffix(ending) if ending else ""
    return stem if len(stem) > _SHORTEST_CAUSATIVE and stem != "فرماند" else ""


def _parsed(key: str) -> str:
    for prefix in ("", "نمی", "می", "ن", "ب"):
        if key.startswith(prefix) and (stem := _stem(key[len(prefix) :], bool(prefix))):
            return stem
    return ""


def _stem(rest: str, present: bool) -> str:
    for ending in _PAST_ENDINGS:
        if rest.endswith(ending) and rest[: len(rest) - len(ending)] in _PAST:
            return rest[: len(rest) - len(ending)]
    if not present and rest not in {"شود", "شوند", "شویم", "کند", "کنند", "کنیم"}:
        return ""
    bases = ((rest[: -len(each)], each) for each in _ENDINGS if rest.endswith(each))
    return next((_PRESENT[base] for base, _ in bases if base in _PRESENT), _SHORT.get(rest, ""))


def is_participle(token: Token) -> bool:
    """Whether *token* is a past participle: «کشته», «آویخته», «شده»."""
    key = token.key
    return token.kind == "word" and key.endswith("ه") and key[:-1] not in {"مرد", "خرد"} and bool(stem_of(key))


def is_finite(tokens: list[Token], at: int) -> bool:
    """Whether token *at* is a verb that ends its clause."""
    token, following = tokens[at], key_at(tokens, at + 1)
    key = token.key
    if token.kind != "word" or key in _NOT_VERBS | _FUTURE or (key == "گفت" and key_at(tokens, at + 2) == "گو"):
        return False
    if key in _COPULAS | _HAVES:
        return following != "است"
    if token.text.startswith(_CONTINUOUS):
        return True
    stem = stem_of(key)
    if is_participle(token):
        return _closes(tokens, at, stem)
    if stem:
        return key not in _NOUNS_TOO or _ends(tokens, at + 1)
    noun = key.endswith(_NOT_ENDINGS) or token.text.endswith(_COMPOUND)
    return (len(key) > 3 and key.endswith("ند") and not noun) or key == "نفریم"


def _closes(tokens: list[Token], at: int, stem: str) -> bool:
    """Whether a participle stands for a whole verb, as «رسیده» for «رسیده است»."""
    passed = stem == "گذشت" and key_at(tokens, at - 1) not in _TIMES
    following = key_at(tokens, at + 1)
    auxiliary = following in _COPULAS | _FUTURE or stem_of(following) == "شد"
    return (stem in _LEFT_BARE or passed) and not auxiliary and (_ends(tokens, at + 1) or _is_number(tokens, at + 1))


def is_copula(token: Token) -> bool:
    """Whether *token* only says that something is: «هستند», «بود», or a noun with that ending, «مرگ‌اند»."""
    return token.key in _COPULAS or (not stem_of(token.key) and token.key.endswith("ند"))


def is_negative(token: Token) -> bool:
    """Whether the verb says that something was not so: «نشدند», «نکرده‌اند», «نمی‌شود»."""
    key = token.key
    own = stem_of(key).startswith("ن")  # «نشستند», «نوشتند»
    return key.startswith("ن") and not own and bool(stem_of(key[1:]) or key.startswith("نمی"))


def is_future(token: Token) -> bool:
    """Whether *token* makes the future of the verb after it: «خواهند شد»."""
    return token.key in _FUTURE


def _ends(tokens: list[Token], at: int) -> bool:
    return at >= len(tokens) or tokens[at].kind == "sign" or tokens[at].key in _ENDS_CLAUSE


def _is_number(tokens: list[Token], at: int) -> bool:
    return at < len(tokens) and (tokens[at].kind == "number" or tokens[at].key in {"یک", "دو", "سه"})
