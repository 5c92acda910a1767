"""What an Arabic number in digits counts: the noun after it, and where those counted were brought."""

from __future__ import annotations

from bot.documents.figures.countings import Counted
from bot.documents.figures.moments import names_month
from bot.documents.figures.numerals import Numeral
from bot.documents.figures.tokens import Token, key_at, word_list

_FUNCTION = word_list(
    "في من على إلى عن مع بين بينهم بينهن منذ خلال بعد قبل حتى أو ثم لكن إن أن قد لم لن لا ما الذي التي الذين اللاتي "
    "وفقا بحسب حسب وفق كما هذا هذه ذلك تلك كان كانت هم هو هي منهم ومن وفي فيما بينما ضد أثناء"
)
_TIMES = word_list("عاما سنة سنوات عام يوما يوم أيام شهرا شهر أشهر ساعة ساعات أسبوعا أسابيع دقيقة دقائق عمره عمرها")
_PERCENT = word_list("بالمئة بالمائة في_المئة في_المائة % ٪")
_WHITHER = word_list("إلى بتهمة بتهم")
_LONGEST_NOUN = 2
_LONGEST_WAY = 4


def count(tokens: list[Token], numeral: Numeral, *, listed: bool = False) -> Counted | None:  # noqa: ARG001
    """What *numeral* counts, or None: times and ages count nothing, and of numbers in words only digits are sure."""
    at = numeral.after
    if numeral.spelled or numeral.vague or key_at(tokens, at) in _TIMES:
        return None
    if at + 1 < len(tokens) and names_month(f"{tokens[at].text} {tokens[at + 1].text}"):
        return None
    unit = None
    for size in (1, 2):
        if " ".join(token.key for token in tokens[at : at + size]) in _PERCENT:
            unit, at = tokens[at].text if size == 1 else "في المئة", at + size + (key_at(tokens, at + size) == "من")
    end = _noun_end(tokens, at, _LONGEST_NOUN)
    if end == at:
        return None
    way = _noun_end(tokens, end + 1, _LONGEST_WAY) if key_at(tokens, end) in _WHITHER else end
    return Counted(list(range(at, end)), unit=unit, saying=list(range(end, way)) if way > end + 1 else [])


def _noun_end(tokens: list[Token], at: int, longest: int) -> int:
    end = at
    while (
        end < min(at + longest, len(tokens))
        and tokens[end].kind == "word"
        and tokens[end].key not in _FUNCTION | _TIMES
    ):
        end += 1
    return end
