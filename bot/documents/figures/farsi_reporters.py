"""Who a Farsi sentence names as the one that reports: «به گزارش …», «بنا بر آمار …», «… اعلام کرد»."""

from __future__ import annotations

from bot.documents.figures.farsi_nouns import is_head
from bot.documents.figures.farsi_verbs import is_finite, is_participle, stem_of
from bot.documents.figures.farsi_words import EVENTS, PEOPLE, PREPOSITIONS
from bot.documents.figures.number_words import QUALIFIERS, SCALES, SMALL, VAGUE
from bot.documents.figures.tokens import Token, fold_word, key_at, word_list

_TO = word_list(
    "به_گزارش به_گزارش‌های به_گفتهٔ به_گفته‌های به_نوشتهٔ به_نقل_از به_روایت به_استناد بنا_بر بنا_به بنابر بنابه "
    "براساس بر_اساس بر_پایهٔ بر_مبنای طبق بر_طبق مطابق به_اعلام "
    "به_شمارش به_ادعای از_قول از_روی برپایهٔ به_اعتراف به_اذعان "
    "به_گواهی به_برآورد به_تخمین به_آمار"
)
_REPORTS = word_list(
    "گزارش گزارش‌های آمار آمارهای اعلام گفتهٔ گفته‌های برآورد برآوردهای اعلامیهٔ بیانیهٔ تخمین داده‌های "
    "نوشتهٔ اطلاعات ارقام تازه‌ترین آخرین شمارش ادعای روایت اعتراف محاسبات"
)
# Whose they are is not said, so «آمارهای حکومتی» is itself the name.
_OF_NOBODY = word_list(
    "رسمی حکومتی دولتی محلی مردمی غیررسمی میدانی داخلی رسیده موجود منتشرشده منتشر معتبر مستقل متعدد نخستین اولیه اولیهٔ"
)
_TELL = word_list("گفت نوشت افزود شمرد پذیرفت دانست")
_NOUNS = {
    fold_word(light): word_list(nouns)
    for light, nouns in {
        "کرد": "اعلام گزارش تأیید تایید برآورد تخمین ثبت مستند شناسایی ادعا اظهار تاکید تأکید منتشر ذکر حساب "
        "محاسبه تصویب اعتراف اذعان عنوان",
        "داد": "خبر گزارش نشان هشدار",
        "زد": "تخمین",
        "داشت": "اظهار اعلام",
        "گفت": "سخن",
        "برد": "نام",
        "آورد": "گرد",
    }.items()
}
_STATISTICS = fold_word("آمار")
_NAMES = word_list("نام نام‌های اسامی هویت فهرست فهرستی")
_WITH = word_list("با از شامل")
_STOPS = word_list(
    "که در از را تا شمار تعداد آمار دست‌کم دست حداقل بیش حدود نزدیک میزان نرخ مجموع بر با و طی قیمت تورم "
    "بین صدها هزاران ده‌ها روز بالغ دهها تاکنون امروز دیروز خسارت دیگر هم نیز به شامگاه صبح اما فقط تنها "
    "ممکن کمتر سال امسال پارسال هفته ماه دیشب شنبه یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه پنج‌شنبه جمعه توقف"
)
_TIMES = word_list(
    "امروز دیروز دیشب پریروز امسال پارسال تاکنون اکنون شامگاه صبح عصر ظهر شنبه یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه "
    "پنج‌شنبه جمعه روز"
)
_OFFICES = word_list("مرکز اداره ادارهٔ سازمان")
_CARRIED = word_list("او وی آنها آن‌ها این آن همین همان ایشان آنان")
_NOBODY = word_list(
    "گزارش‌ها گزارشها منابع خبرها اخبار برخی بعضی آمار آمارها آن "
    "این گزارش گزارش‌های برآوردها شواهد آنچه "
    "آن‌چه تجربه تجربهٔ قانون"
)
_WHAT = word_list("آنچه")
_SPEAKERS = tuple(
    word_list(
        "سخنگو رئیس وزیر وزارت سازمان کانون اتحادیه سندیکا شورا دبیر مدیر معاون فرماندار استاندار نماینده دادستان شاهد "
        "وکیل خبرگزاری روزنامه انجمن کمیته مرکز فرمانده"
    )
)
_SOME = word_list("گروهی شماری برخی بعضی تعدادی یکی جمعی بسیاری عده‌ای")
_MEANS = "یعنی"
_OWN = word_list("ما من خودمان خودم یعنی")
_BUTS = word_list("اما ولی حال درحالی‌که حال‌آنکه")
_THIS = word_list("این آن همین همان")
_OPENINGS = word_list("بنابر آنچه آن‌چه چنان‌که حال آنکه درحالیکه همچنین اما ولی و سپس البته که خود")
_SOURCES = word_list("منبع منابع")
_FIGURES = word_list("آمار آمارهای آمارها داده‌های گزارش گزارش‌های بررسی بررسی‌های ارقام")
_PREPOSITIONS = word_list("به طبق بر از بنا در این")
_LONGEST_SHOWN = 8
_LONGEST_NAME = 12
_LONGEST_SUBJECT = 9
_THEIRS = ("هایشان", "هایش", "ایشان", "لایشان", "ندگانش", "یشان", "گانشان")
_LONGEST_PHRASE = 3
_FIRST = frozenset(phrase.split()[0] for phrase in _TO)
_NUMBERS = SMALL.keys() | SCALES.keys() | VAGUE
_QUALIFIERS = frozenset(word for each in QUALIFIERS for word in each.split())


def reporter(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """The tokens of the name of the reporter whose report is announced at token *at*."""
    if tokens[at].key == _MEANS and key_at(tokens, at - 1) in {"؛", ":"}:
        return at, at + 1
    if phrase := _phrase_end(tokens, at):
        return _name(tokens, phrase + (key_at(tokens, phrase) in _WHAT))
    if tokens[at].key in _SOURCES and key_at(tokens, at + 1) == ":":
        return _name(tokens, at + 2)
    told = _subject(tokens, at) if _is_verb(tokens, at) or _is_naming(tokens, at) else None
    return _speaker(tokens, at + 1) or _shown(tokens, at) or told or _gapped(tokens, at)


def _speaker(tokens: list[Token], colon: int) -> tuple[int, int] | None:
    """Of «سخنگوی دولت: هفت نفر کشته شدند» the spokesman; a place before a colon says nothing."""
    if key_at(tokens, colon) != ":":
        return None
    first = colon
    while first > 0 and colon - first < _LONGEST_SUBJECT and tokens[first - 1].kind == "word":
        first -= 1
    whole = tokens[first:colon]
    said = any(is_finite(tokens, each) for each in range(colon + 1, len(tokens)))
    told = any(is_finite(tokens, each) for each in range(first, colon))
    named = any(token.key.startswith(_SPEAKERS) for token in whole[:1])
    return (first, colon) if named and said and not told else None


def _gapped(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """Of «شورا از هشتاد نفر سخن گفت و پلیس از بیست نفر» the police."""
    if tokens[at].key != "از" or not _is_number(tokens, at + 1):
        return None
    first = at
    while first > max(0, at - _LONGEST_SUBJECT) and tokens[first - 1].kind == "word" and tokens[first - 1].key != "و":
        first -= 1
    after = range(at, len(tokens))
    if key_at(tokens, first - 1) != "و" or first < 2 or not is_finite(tokens, first - 2) or first == at:
        return None
    spoken = stem_of(tokens[first - 2].key) in _NOUNS or stem_of(tokens[first - 2].key) in _TELL
    return (first, at) if spoken and not any(is_finite(tokens, each) for each in after) else None


def _is_number(tokens: list[Token], at: int) -> bool:
    """Whether a number stands at token *at*, behind what qualifies it."""
    while key_at(tokens, at) in _QUALIFIERS:
        at += 1
    return at < len(tokens) and (tokens[at].kind == "number" or tokens[at].key in _NUMBERS)


def _shown(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """Of «آمار اتحادیه نشان می‌دهد» the union."""
    if tokens[at].key not in _FIGURES or (at and tokens[at - 1].key in _PREPOSITIONS):
        return None
    at += 1
    for end in range(at, min(at + _LONGEST_SHOWN, len(tokens))):
        if tokens[end].kind != "word" or tokens[end].key in _STOPS - {_STATISTICS}:
            return None
        if tokens[end].key in {"نشان", "حاکی", "حکایت"}:
            first = at - (tokens[at].key in _OF_NOBODY)
            return (first, end) if end > at else None
    return None


def is_carried(tokens: list[Token], span: tuple[int, int]) -> bool:
    """Whether «او» or «این سازمان» only points to the reporter before."""
    return tokens[span[0]].key in _CARRIED and span[1] - span[0] <= 2


def is_own(tokens: list[Token], span: tuple[int, int]) -> bool:
    """Whether those who wrote the text say it: «به شمارش خودمان», «؛ یعنی …»."""
    return tokens[span[0]].key in _OWN and span[1] - span[0] <= 2


def is_nobody(tokens: list[Token], span: tuple[int, int]) -> bool:
    """Whether «منابع» or «گزارش‌ها» report, or the text itself does, which is nobody to name."""
    first, end = span
    indefinite = end - first == 1 and tokens[first].key.endswith("ی") and key_at(tokens, end) == "که"
    unnamed = tokens[first].key in _NOBODY and key_at(tokens, first + 1) not in _OF_NOBODY
    return indefinite or (end - first <= 2 and unnamed and not is_carried(tokens, span))


def _phrase_end(tokens: list[Token], at: int) -> int:
    """Where the name begins after «به گزارش», «بنا بر اعلام», «طبق آمار»; 0 where no such phrase begins at *at*."""
    if tokens[at].key not in _FIRST:
        return 0
    for size in range(_LONGEST_PHRASE, 0, -1):
        if " ".join(token.key for token in tokens[at : at + size]) in _TO:
            end = at + size
            while key_at(tokens, end) in _REPORTS | {"خود"}:
                if key_at(tokens, end + 1) in _OF_NOBODY:
                    break
                end += 1
            if key_at(tokens, end) in _OF_NOBODY and key_at(tokens, end - 1) in _REPORTS:
                end -= 1
            return end if end < len(tokens) else 0
    return 0


def _name(tokens: list[Token], at: int) -> tuple[int, int] | None:
    comma = next((each for each in range(at, min(at + _LONGEST_NAME, len(tokens))) if tokens[each].text in "،,"), None)
    if comma is not None and all(_may_be_named(tokens, each) for each in range(at, comma)):
        return (at, comma) if comma > at else None
    end = at
    while end < len(tokens) and end - at < 8:
        if tokens[end].text == "«":
            close = next((each for each in range(end, min(end + 8, len(tokens))) if tokens[each].text == "»"), None)
            return (at, close + 1) if close else ((at, end) if end > at else None)
        if tokens[end].kind != "word" or (tokens[end].key in _STOPS and not _is_office(tokens, end)):
            break
        if end > at and (tokens[end].key in _NUMBERS or is_finite(tokens, end)):
            break
        end += 1
        if tokens[end - 1].key.endswith(_THEIRS):
            break
    return (at, end) if end > at else None


def _may_be_named(tokens: list[Token], at: int) -> bool:
    return (tokens[at].kind == "word" or tokens[at].text in "()-«»") and not is_finite(tokens, at)


def _is_office(tokens: list[Token], at: int) -> bool:
    """Whether «آمار» is part of the name of an office: «مرکز آمار»."""
    return tokens[at].key == _STATISTICS and key_at(tokens, at - 1) in _OFFICES


def _is_verb(tokens: list[Token], at: int) -> bool:
    """Whether somebody says something at token *at*: «می‌گوید», «نوشته است», «خبر داد», «مدعی است»."""
    key, before, following = tokens[at].key, key_at(tokens, at - 1), key_at(tokens, at + 1)
    if before == "به":
        return False
    if key == "مدعی":
        return following == "است" or stem_of(following) == "شد"
    if key.startswith("ن") and not key.startswith("نوشت"):
        return key == "نام" and stem_of(following) == "برد" and not _is_negative(following)
    if (stem := stem_of(key)) in _TELL:
        speaks = is_finite(tokens, at) or is_participle(tokens[at])
        return speaks and not key.endswith("یم") and before not in {"سخن", "چنانچه"} and stem_of(following) != "شد"
    stem = stem_of(following)
    said = stem in _NOUNS and key in _NOUNS[stem] and not _is_negative(following)
    return said and not following.endswith("یم")


def _is_negative(key: str) -> bool:
    return key.startswith("ن")


def _is_naming(tokens: list[Token], at: int) -> bool:
    """Whether somebody has the names of so many: «شورا نام ۲۵۰ تن را …», «… فهرستی با ۸۳ نام دارد»."""
    if tokens[at].key not in _NAMES:
        return False
    return _is_number(tokens, at + 1 + (key_at(tokens, at + 1) in _WITH))


def _subject(tokens: list[Token], verb: int) -> tuple[int, int] | None:
    at = _subject_start(tokens, verb)
    if at < verb and is_head(tokens, at):  # «خط فقر را وزارت رفاه … می‌داند»
        role = next((each for each in range(at, min(at + _LONGEST_SUBJECT, verb)) if tokens[each].key == "را"), verb)
        at = role + 1 + (key_at(tokens, role + 1) == "خود")
    end = at
    while end < verb and not _ends_subject(tokens, at, end):
        end += 1
    if end > at and tokens[end - 1].text == "«":
        end -= 1
    if end < verb and tokens[end].text == "(":
        close = next((each for each in range(end, min(end + 6, verb)) if tokens[each].text == ")"), None)
        end = close + 1 if close else end
    return (at, end) if 0 < end - at <= _LONGEST_SUBJECT else None


def _ends_subject(tokens: list[Token], first: int, at: int) -> bool:
    key = tokens[at].key
    if tokens[at].kind != "word" and tokens[at].text not in "«»":
        return True
    some = key == "از" and at == first + 1 and _is_some(tokens[first].key)
    if some or (key == "بدون" and key_at(tokens, at + 1) == "مرز"):
        return False  # «گروهی از وکلا», «پزشکان بدون مرز»
    if key in _NUMBERS or key in PREPOSITIONS or (key in _STOPS and not _is_office(tokens, at)):
        return True
    if at == first:
        return False
    if key in _THIS and any(key_at(tokens, each) == "را" for each in range(at + 1, at + 5)):
        return True  # «وزارت این رقم را …»
    happening = key in EVENTS or (key.endswith(("دن", "تن")) and bool(stem_of(key[:-1])))
    following = key_at(tokens, at + 1)
    compound = following.endswith(("دن", "تن")) and bool(stem_of(following[:-1]))
    return happening or compound or key in _NAMES or is_head(tokens, at)


def _is_some(key: str) -> bool:
    """Whether some of others are meant: «گروهی», «مادری»."""
    return key in _SOME or (key.endswith("ی") and key[:-1] in PEOPLE)


def _subject_start(tokens: list[Token], verb: int) -> int:
    """Where the clause of token *verb* begins, behind what only joins it and says when it was."""
    at, relative = 0, False
    for each in range(verb):
        if tokens[each].text in "؛.:!؟" or _contrasts(tokens, each):
            at, relative = each + 1, False
        elif tokens[each].key == "که":
            relative = not (each and is_finite(tokens, each - 1))
            at = at if relative else each + 1
        elif is_finite(tokens, each):
            at, relative = (at if relative else each + 1), False
    while at < verb and (tokens[at].key in _OPENINGS | _TIMES or tokens[at].text in "،,"):
        at += 1
    if at < verb and tokens[at].key in PREPOSITIONS:  # «در گزارش تازه‌اش، کانون می‌نویسد»
        comma = next((each for each in range(at, min(at + _LONGEST_SUBJECT, verb)) if tokens[each].text == "،"), at - 1)
        at = comma + 1
    return at


def _contrasts(tokens: list[Token], at: int) -> bool:
    return tokens[at].key in _BUTS and at > 0 and tokens[at - 1].text in "،,"
