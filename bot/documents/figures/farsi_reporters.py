"""Who a Farsi sentence names as the one that reports: «به گزارش …», «بنا بر آمار …», «… اعلام کرد»."""

from __future__ import annotations

from bot.documents.figures.number_words import SMALL
from bot.documents.figures.tokens import Token, key_at, word_list

_TO = word_list(
    "به_گزارش به_گزارش‌های به_گفتهٔ به_نوشتهٔ به_نقل_از به_روایت به_استناد بنا_بر بنا_به بنابر بنابه "
    "براساس بر_اساس بر_پایهٔ طبق بر_طبق به_اعلام به_شمارش به_ادعای از_قول برپایهٔ"
)
_REPORTS = word_list(
    "گزارش گزارش‌های آمار آمارهای اعلام گفتهٔ گفته‌های برآورد برآوردهای اعلامیهٔ بیانیهٔ تخمین داده‌های "
    "نوشتهٔ اطلاعات ارقام تازه‌ترین آخرین شمارش"
)
_VERBS = word_list(
    "می‌پذیرد پذیرفت می‌داند می‌دانند شمرد شمردند نوشت گفت می‌گوید می‌گویند افزود نوشته گفتند نوشتند می‌نویسد گفته"
)
_NOUNS = word_list("اعلام گزارش خبر تأیید تایید برآورد تخمین ثبت مستند شناسایی ادعا اظهار تاکید منتشر ذکر")
_LIGHT = word_list(
    "کرد کرده کرده‌اند کرده‌است کردند می‌کند می‌کنند داد داده داده‌اند دادند می‌دهد می‌دهند زد زده می‌زند می‌زنند زده‌اند داشت"
)
_STOPS = word_list(
    "که در از را تا شمار تعداد آمار دست‌کم دست حداقل بیش حدود نزدیک میزان نرخ مجموع بر با و طی قیمت تورم "
    "بین صدها هزاران ده‌ها روز بالغ دهها تاکنون امروز دیروز خسارت دیگر هم نیز به شامگاه صبح اما فقط تنها "
    "ممکن کمتر سال امسال پارسال هفته ماه دیشب شنبه یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه پنج‌شنبه جمعه"
)
_CARRIED = word_list("او وی آنها آن‌ها این آن همین همان ایشان آنان")
_NOBODY = word_list("گزارش‌ها گزارشها منابع خبرها اخبار برخی بعضی آمار آمارها آن این گزارش گزارش‌های برآوردها شواهد")
_BUTS = word_list("اما ولی درحالی‌که حال‌آنکه")
_OPENINGS = word_list("همچنین اما ولی و سپس البته")
_SOURCES = word_list("منبع منابع")
_FIGURES = word_list("آمار آمارهای آمارها داده‌های گزارش گزارش‌های بررسی بررسی‌های ارقام")
_PREPOSITIONS = word_list("به طبق بر از بنا در این")
_LONGEST_SHOWN = 8
_LONGEST_NAME = 12
_THEIRS = ("هایشان", "هایش", "ایشان", "لایشان", "ندگانش", "یشان", "گانشان")
_LONGEST_PHRASE = 3
_FIRST = frozenset(phrase.split()[0] for phrase in _TO)


def reporter(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """The tokens of the name of the reporter whose report is announced at token *at*."""
    if end := _phrase_end(tokens, at):
        return _name(tokens, end)
    if tokens[at].key in _SOURCES and key_at(tokens, at + 1) == ":":
        return _name(tokens, at + 2)
    if tokens[at].key in _FIGURES and not (at and tokens[at - 1].key in _PREPOSITIONS):
        shown = _shown(tokens, at + 1)
        if shown:
            return shown
    return _subject(tokens, at) if _is_verb(tokens, at) else None


def _shown(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """Of «آمار اتحادیه نشان می‌دهد» the union."""
    for end in range(at, min(at + _LONGEST_SHOWN, len(tokens))):
        if tokens[end].kind != "word" or tokens[end].key in _STOPS - {"آمار"}:
            return None
        if tokens[end].key in {"نشان", "حاکی", "حکایت"}:
            return (at, end) if end > at else None
    return None


def is_carried(tokens: list[Token], span: tuple[int, int]) -> bool:
    """Whether «او» or «این سازمان» only points to the reporter before."""
    return tokens[span[0]].key in _CARRIED and span[1] - span[0] <= 2


def is_nobody(tokens: list[Token], span: tuple[int, int]) -> bool:
    """Whether «منابع» or «گزارش‌ها» report, which is nobody to name."""
    return span[1] - span[0] <= 2 and tokens[span[0]].key in _NOBODY and not is_carried(tokens, span)


def _phrase_end(tokens: list[Token], at: int) -> int:
    """Where the name begins after «به گزارش», «بنا بر اعلام», «طبق آمار»; 0 where no such phrase begins at *at*."""
    if tokens[at].key not in _FIRST:
        return 0
    for size in range(_LONGEST_PHRASE, 0, -1):
        if " ".join(token.key for token in tokens[at : at + size]) in _TO:
            end = at + size
            while key_at(tokens, end) in _REPORTS:
                end += 1
            return end if end < len(tokens) else 0
    return 0


def _name(tokens: list[Token], at: int) -> tuple[int, int] | None:
    comma = next((each for each in range(at, min(at + _LONGEST_NAME, len(tokens))) if tokens[each].text in "،,"), None)
    if comma is not None and all(token.kind == "word" or token.text in "()-«»" for token in tokens[at:comma]):
        return (at, comma) if comma > at else None
    end = at
    while end < len(tokens) and end - at < 8:
        if tokens[end].text == "«":
            close = next((each for each in range(end, min(end + 8, len(tokens))) if tokens[each].text == "»"), None)
            return (at, close + 1) if close else ((at, end) if end > at else None)
        if tokens[end].kind != "word" or tokens[end].key in _STOPS:
            break
        end += 1
        if tokens[end - 1].key.endswith(_THEIRS):
            break
    return (at, end) if end > at else None


def _is_verb(tokens: list[Token], at: int) -> bool:
    key = tokens[at].key
    if key == "مدعی":
        return key_at(tokens, at + 1) in {"شد", "شدند", "است", "شده", "شده‌اند", "شدهاند", "شدهاست"}
    return (key in _VERBS and key_at(tokens, at - 1) != "به") or (
        key in _NOUNS and key_at(tokens, at + 1) in _LIGHT and key_at(tokens, at - 1) != "به"
    )


def _subject(tokens: list[Token], verb: int) -> tuple[int, int] | None:
    bounds = [each for each in range(verb) if tokens[each].text in "؛.:" or _contrasts(tokens, each)]
    bound = max(bounds, default=-1)
    at = bound + 1
    while at < verb and (tokens[at].key in _OPENINGS or tokens[at].text in "،,"):
        at += 1
    end = at
    while end < verb and (tokens[end].kind == "word" or tokens[end].text in "«»") and tokens[end].key not in _STOPS:
        if tokens[end].key in SMALL:
            break
        end += 1
    if end > at and tokens[end - 1].text == "«":
        end -= 1
    if end < verb and tokens[end].text == "(":
        close = next((each for each in range(end, min(end + 6, verb)) if tokens[each].text == ")"), None)
        end = close + 1 if close else end
    return (at, end) if 0 < end - at <= 9 else None


def _contrasts(tokens: list[Token], at: int) -> bool:
    return tokens[at].key in _BUTS and at > 0 and tokens[at - 1].text in "،,"
