"""The words that numbers are written in, English and Farsi, and the words said before and after them."""

from __future__ import annotations

from bot.documents.figures.tokens import word_list


def _listed(words: str) -> list[str]:
    return words.split()


_ONES = _listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = _listed("twenty thirty forty fifty sixty seventy eighty ninety")
_FARSI_ONES = _listed("صفر یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده")
_FARSI_TENS = _listed("بیست سی چهل پنجاه شصت هفتاد هشتاد نود")
_FARSI_HUNDREDS = _listed("صد دویست سیصد چهارصد پانصد ششصد هفتصد هشتصد نهصد")

SMALL: dict[str, int] = {
    **{word: number for number, word in enumerate(_ONES)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
    **{word: number for number, word in enumerate(_FARSI_ONES)},
    **{word: 10 * number for number, word in enumerate(_FARSI_TENS, 2)},
    **{word: 100 * number for number, word in enumerate(_FARSI_HUNDREDS, 1)},
    "هیجده": 18,
    **{f"{tens}و{one}": 10 * number + place for number, tens in enumerate(_FARSI_TENS, 2)
       for place, one in enumerate(_FARSI_ONES[1:10], 1)},
    "یکصد": 100,
}  # fmt: skip
SCALES: dict[str, int] = {
    "dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "هزار": 10**3, "میلیون": 10**6, "ملیون": 10**6, "میلیارد": 10**9, "بیلیون": 10**9, "تریلیون": 10**12,
}  # fmt: skip
SUFFIXES = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12}
FARSI_SCALES = word_list("ده صد هزار میلیون میلیارد تریلیون")

VAGUE = word_list(
    "dozens scores tens hundreds thousands millions billions trillions ده‌ها صدها هزاران هزارها "
    "میلیون‌ها میلیونها میلیاردها ملیون‌ها"
)
SEVERAL = word_list("several few many چند چندین")
OF = word_list("of upon and و")
ARTICLES = word_list("a an")
HALF = word_list("half نیم")
AND = word_list("and و")
DASHES = frozenset("-–—‑")
SIGNS = frozenset("$€£¥%٪")
UNITS_WITHIN = SIGNS | word_list("percent per_cent dollars euros tomans درصد نفر تن دلار تومان تومن یورو")
OPENERS = word_list("between from بین میان از مابین")
BETWEEN = word_list("between بین میان مابین")
RANGE_WORDS = word_list("to تا الی")
CHANGES = word_list(
    "rose rise rises risen fell fall falls fallen grew grow grown grows climbed jumped dropped shrank "
    "soared sank gone declined increased decreased surged plunged went up down raised cut reduced reduction "
    "increase drop growth"
)

QUALIFIERS = word_list(
    "at_least at_most at_a_minimum no_less_than no_fewer_than not_less_than not_fewer_than more_than "
    "less_than fewer_than up_to as_many_as as_much_as as_high_as as_few_as as_little_as upwards_of "
    "upward_of some nearly almost about around approximately roughly close_to over above under below "
    "an_estimated estimated well_over just_over just_under only exactly in_excess_of "
    "more_than_an_estimated at_least_some many_more_than much_more_than far_more_than well_above "
    "at_least_an_estimated دست‌کم دست_کم حداقل حد_اقل لااقل کم‌کم بیش_از بیشتر_از کمتر_از حدود در_حدود "
    "حدوداً نزدیک_به نزدیک قریب_به تقریباً تقریبا حداکثر حد_اکثر تا بالغ_بر افزون_بر متجاوز_از بالای "
    "فراتر_از زیر فقط تنها چیزی_حدود چیزی_نزدیک_به بیش_از_حدود دست‌کم_حدود اندکی_بیش_از کمی_بیش_از "
    "بسیار_بیش_از بالغ_به دقیقاً در_مجموع_حدود شاید حدودا تخمیناً چیزی_در_حدود دست_کم_حدود کمتر_از_حدود "
    "قریب_یا_بیش_از maybe perhaps not_quite barely scarcely hardly_more_than "
    "ما_لا_يقل_عن أكثر_من نحو حوالي قرابة زهاء أقل_من ما_يزيد_عن ما_يقارب nearly_all_of roughly_some "
    "upward_of_some a_mere as_few_as just precisely well_over_an_estimated in_all_some "
    "around_some about_some nearer_to closer_to nearer no_more_than not_more_than on_average "
    "an_average_of close_on a_good slightly_more_than slightly_over slightly_less_than "
    "slightly_under a_little_over a_little_more_than not_even more_like virtually"
)
LONGEST_QUALIFIER = max(len(each.split()) for each in QUALIFIERS)
QUALIFIERS_AFTER = word_list("or_more or_so or_less or_fewer at_most at_least یا_بیشتر به_بالا")
