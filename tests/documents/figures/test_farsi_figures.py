"""Farsi figures: what is counted in an editor's words, who says so, and what only looks like a figure."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents import letters, scripts
from bot.documents.figures import figures
from bot.documents.figures.figures import Figure
from bot.documents.structure.outlines import Passage

SAMPLE = Path(__file__).parents[1] / "samples" / "figures_farsi.txt"
PIECES = (
    "۳ هزار نفر تن مورد کارگر را از به در با که و ، . : ( ) « » درصد تومان سال زندان شدند شده‌اند کرده اند می گوید "
    "اعلام کرد به گزارش سازمان شمار کشته بازداشت دست از کار کشیدند نشده است ها های ی نام یعنی حال آنکه خود مرز"
)


@dataclass(frozen=True)
class Line:
    """A figure as the sample writes it."""

    amount: str
    qualifier: str
    unit: str
    what: str
    source: str


def read(text: str) -> tuple[Figure, ...]:
    return figures.find([Passage("paragraph", text, 0)], dated=None, language="fa")


def told(text: str) -> list[tuple[str, str | None]]:
    """What each figure of *text* counts and who says so."""
    return [(figure.what, figure.source) for figure in read(text)]


def shown(figure: Figure) -> Line:
    amount = "" if figure.value is None else f"{figure.value.normalize():f}"
    return Line(amount, figure.qualifier or "", figure.unit or "", figure.what, figure.source or "")


def sample() -> list[tuple[str, list[Line]]]:
    found: list[tuple[str, list[Line]]] = []
    for line in SAMPLE.read_text("utf-8").splitlines():
        if line.startswith("= "):
            cells = [*(cell.strip() for cell in line[2:].split("|")), "", "", "", ""]
            found[-1][1].append(Line(*cells[:5]))
        elif line and not line.startswith("#"):
            found.append((line, []))
    return found


@pytest.mark.parametrize(("text", "expected"), sample())
def test_a_sentence_gives_the_figures_an_editor_would_take(text: str, expected: list[Line]) -> None:
    assert [shown(figure) for figure in read(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "۴۸ راننده بازداشت شده‌اند و شورا می‌گوید ۱۲ نفر بیمارند.",
        "٤٨ راننده بازداشت شده اند و شورا مي گويد ١٢ نفر بيمارند.",
        "48 راننده بازداشت شده‌اند و شورا می گوید 12 نفر بیمارند.",
    ],
)
def test_letters_digits_and_half_spaces_may_be_typed_in_any_way(text: str) -> None:
    found = read(text)
    assert [(int(figure.value or 0), figure.source) for figure in found] == [(48, None), (12, "شورا")]
    assert found[0].what == "راننده بازداشت"


def test_what_is_told_with_words_left_out_stands_in_the_letters_it_was_typed_in() -> None:
    source = "در شهرك ما 30 كارگر كوره بي خبر اخراج شدند."
    plain = scripts.levelled(source)
    (figure,) = letters.restored(read(plain), plain, source)
    assert (figure.what, figure.quote) == ("كارگر كوره اخراج", source)


def test_what_was_not_so_is_not_told_as_if_it_were() -> None:
    """An auxiliary that only says «شدند» is left out, one that says «نشدند» never."""
    assert told("۹ زندانی آزاد شدند.") == [("زندانی آزاد", None)]
    assert told("۹ زندانی آزاد نشدند.") == [("زندانی آزاد نشدند", None)]
    assert told("۹ زندانی هنوز آزاد نشده‌اند.") == [("زندانی آزاد نشده‌اند", None)]
    assert told("دادگاه ۹ زندانی را آزاد نکرد.") == [("زندانی آزاد نکرد", None)]
    assert told("دستمزد ما به ۹ میلیون تومان هم نمی‌رسد.") == []


def test_a_place_has_no_share_in_what_happened_there() -> None:
    assert told("در ۲۴ کارگاه دست از کار کشیدند.") == [("کارگاه", None)]
    assert told("از میان ۵۰ بازداشتی، ۲۱ نفر آزاد شدند.") == [("بازداشتی", None), ("نفر آزاد", None)]


def test_two_that_are_told_together_share_the_verb() -> None:
    found = told("۱۴ آشپز، ۳ نگهبان و دو راننده اخراج شدند.")
    assert found == [("آشپز اخراج", None), ("نگهبان اخراج", None), ("راننده اخراج", None)]


def test_each_of_two_clauses_has_its_own_reporter() -> None:
    found = told("شهرداری از پنج زخمی خبر داد و به گفتهٔ شاهدان ۳۲ نفر زخمی شدند.")
    assert [source for _, source in found] == ["شهرداری", "شاهدان"]
    assert told("سه نفر بازداشت شدند و به گفتهٔ شاهدان ۳۲ نفر کتک خوردند.")[0][1] is None


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("خط فقر را خود بانک ملی ۲۹ میلیون تومان می‌داند.", "بانک ملی"),
        ("به اعتراف معاون شهردار ۴۰ خانه ریخته است.", "معاون شهردار"),
        ("بنا بر خبرهای رسیده به ما، ۴۰ خانه ریخته است.", "خبرهای رسیده به ما"),
        ("طبق آمارهای دولتی ۴۰ خانه ریخته است.", "آمارهای دولتی"),
        ("گروهی از ماهیگیران می‌گویند ۴۰ قایق سوخت.", "گروهی از ماهیگیران"),
        ("اتحادیهٔ ماهیگیران نام ۴۰ گمشده را منتشر کرده است.", "اتحادیهٔ ماهیگیران"),
        ("سخنگوی بندر: ۴۰ قایق غرق شدند.", "سخنگوی بندر"),
        ("به شمارش خودمان ۴۰ نفر بازداشت شدند.", None),
        ("بر پایهٔ فهرستی که در دست ماست، ۴۰ نفر بازداشت شدند.", None),
        ("اهواز: ۴۰ نفر بازداشت شدند.", None),
        ("شورا این رقم را ۴۰ نفر می‌داند.", "شورا"),
        ("قانونگذار نمی‌داند ۴۰ نفر بازداشت شدند.", None),
    ],
)
def test_the_reporter_is_named_as_printed(text: str, source: str | None) -> None:
    assert [figure.source for figure in read(text)] == [source]


@pytest.mark.parametrize(
    "text",
    [
        "خواهرش شش سال زندان گرفت.",
        "دادگاه او را به ۱۱ سال حبس محکوم کرد.",
        "ساعت ۵ عصر تا ۸ شب کنار پل.",
        "قرار ما ۴ بعد از ظهر است.",
        "۲۷ لایک و ۱۱ دیدگاه",
        "تعداد آرا: ۱۲",
        "چهار نفر و یک بلندگو هم کافی است.",
        "یک) نان می‌خواهیم؛ دو) کار می‌خواهیم.",
        "یاد جان‌باختگان کشتار ۶۷ گرامی باد.",
        "هم‌بندیان سالن ۸ درود می‌فرستند.",
        "هفت مارس روز ماست.",
        "دست کم یک ریال هم ندادند.",
        "لطفاً ۴۰ هزار تومان به حساب صندوق بریزید.",
        "نسخهٔ ۳٫۲ اساسنامه",
        "دو چیز را فراموش نمی‌کنیم.",
        "هر روز شش صبح پشت در بودیم.",
    ],
)
def test_what_only_looks_like_a_figure_is_left_alone(text: str) -> None:
    assert read(text) == ()


def test_the_years_of_several_people_are_a_figure() -> None:
    assert told("پنج نویسنده روی هم به ۲۲ سال زندان محکوم شدند.") == [("نویسنده محکوم", None), ("زندان", None)]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES.split()), max_size=30).map(" ".join))
def test_whatever_is_told_is_made_of_words_of_the_sentence(text: str) -> None:
    for figure in read(text):
        assert figure.what
        assert set(figure.what.split()) <= set(text.replace("«", " ").replace("»", " ").split())
        assert figure.source is None or figure.source in text


@pytest.mark.parametrize("piece", ["۴۰ کارگر و ", "، که ", "از ۳ نفر ", "نام ۵ ", "بازداشت: ۳ نفر ", "می ", "شمار "])
def test_hostile_text_is_read_in_linear_time(piece: str) -> None:
    text = (piece * (1900 // len(piece)) + ". ") * 40
    begun = time.perf_counter()
    read(text)
    assert time.perf_counter() - begun < 3
