"""Who reports what a sentence says."""

from __future__ import annotations

import pytest

from bot.documents.figures import attributions
from bot.documents.figures.tokens import tokenize


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("According to the Center for Dockers’ Rights in Ostrel (CDRO), five were held.",
         ["Center for Dockers’ Rights in Ostrel (CDRO)"]),
        ("Five were held, according to the organisers.", ["organisers"]),
        ("Karun Watch reports that five were held.", ["Karun Watch"]),
        ("Human rights groups estimate that five were held.", ["Human rights groups"]),
        ("“Five were held,” the Council of Mothers (CM) wrote.", ["Council of Mothers (CM)"]),
        ("“Five were held,” wrote the Dockers’ Voice.", ["Dockers’ Voice"]),
        ("Citing “local media,” the Tolvara Courier writes that five were held.", ["Tolvara Courier"]),
        ("As union secretary Hanno Reik noted, five were held.", ["union secretary Hanno Reik"]),
        ("The Doctors’ Circle, which runs four clinics, puts the dead at five.", ["Doctors’ Circle"]),
        ("The ministry says five; the police of at most four.", ["ministry", "police"]),
        ("It also says that five were held.", [None]),
        ("Reports indicate that five were held.", []),
        ("According to reports, five were held.", []),
        ("According to weavers who met the judge, five were held.", ["weavers who met the judge"]),
        ("As the head of the court himself admitted, five were held.", ["head of the court"]),
        ("The mayor of Ostrel has never admitted more than five.", ["mayor of Ostrel"]),
        ("The Dockers’ Desk (DD), which called the march, said five were held.", ["Dockers’ Desk (DD)"]),
        ("The Dockers’ Desk had by 5 May published the names of five.", ["Dockers’ Desk"]),
        ("The rate was put at five per cent in March by the port’s own office.", ["port’s own office"]),
        ("By a university study, five were held.", ["a university study"]),
        ("On that road, by police figures, five people died.", ["police"]),
        ("Harbour-born lawyers list five men.", ["Harbour-born lawyers"]),
        ("People who were there speak of five.", ["People who were there"]),
        ("We know of five who were held.", [""]),
        ("According to the report, five were held.", ["report"]),
        ("In the first week of May dockers put down their tools in five ports.", []),
        ("The report is based on five interviews.", []),
        ("Five walked out on account of the strike.", []),
        ("The government has declared three days of mourning.", []),
        ("به گزارش کانون رودبار، پنج نفر بازداشت شدند.", ["کانون رودبار"]),
        ("به گفتهٔ کمیتهٔ اعتصاب دست‌کم پنج نفر بازداشت شدند.", ["کمیتهٔ اعتصاب"]),
        ("بنا بر آمار اتحادیهٔ رانندگان، پنج نفر بازداشت شدند.", ["اتحادیهٔ رانندگان"]),
        ("سازمان هم‌صدا اعلام کرد که پنج نفر بازداشت شدند.", ["سازمان هم‌صدا"]),
        ("روزنامهٔ «موج» نوشت که پنج نفر بازداشت شدند.", ["روزنامهٔ «موج»"]),
        ("کانون رودبار شمار بازداشت‌شدگان را پنج نفر اعلام کرد.", ["کانون رودبار"]),
        ("او گفت پنج نفر بازداشت شدند.", [None]),
        ("به گفتهٔ منابع، پنج نفر بازداشت شدند.", []),
        ("پنج نفر بازداشت شدند.", []),
    ],
)  # fmt: skip
def test_the_reporter_is_named_as_printed(sentence: str, names: list[str | None]) -> None:
    assert [each.name for each in attributions.find(sentence, tokenize(sentence))] == names
