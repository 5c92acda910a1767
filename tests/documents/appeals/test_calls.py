"""Calls to act: who, what, when and where are the text's own words, or nothing."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.appeals import calls
from bot.documents.appeals.calls import Call
from bot.documents.dates import Dated
from bot.documents.passages import Passage
from bot.documents.structure.outlines import outline

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "appeals.json").read_text("utf-8"))
PIECES = [
    "We call on all weavers to ",
    "Join us ",
    "on Saturday 14 March at 2 pm ",
    "in front of the town hall",
    ".",
    "!",
    ", ",
    "Workers must ",
    "unite ",
    "When: ",
    "Where: ",
    "📍 ",
    "\n",
    "\n\n",
    "- ",
    "Please ",
    "Sign here: ",
    "www.mill.example.org",
    "از همهٔ کارگران می\u200cخواهیم ",
    "روز شنبه ",
    "در میدان شهر ",
    "گرد هم آیند",
    "امضا کنید",
    "“",
    "”",
    "We ask friends to:\n\n",
]


def found(text: str, language: str = "en", dated: Dated | None = None) -> list[Call]:
    return list(calls.find(outline(text), dated=dated, language=language))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_the_calls_of_a_text_are_found_and_nothing_else(case: dict[str, Any]) -> None:
    got = [
        {"who": c.who, "what": c.what, "when": c.when, "where": c.where} for c in found(case["text"], case["language"])
    ]
    assert got == case["calls"]


def test_a_call_brings_the_whole_sentence() -> None:
    sentence = "We call on all weavers to gather on Friday 3 April at 5 pm outside the mill gate."
    assert found(f"It is cold. {sentence} Bring nothing that burns.")[0] == Call(
        who="all weavers", what="gather", when="Friday 3 April at 5 pm", where="outside the mill gate", quote=sentence
    )


def test_time_and_place_in_lines_of_their_own_belong_to_the_call_above_them() -> None:
    text = "RALLY FOR THE MILL\n\nThe mill is shut, and nobody was told why it had to be.\n\n"
    (call,) = found(
        text + "Come to the rally!\nSaturday, 24 May 2025, 4 p.m.\nOld Bridge, ferry landing\n\nMill Alliance"
    )
    assert (call.when, call.where) == ("Saturday, 24 May 2025, 4 p.m.", "Old Bridge, ferry landing")
    assert call.quote == "Come to the rally!\nSaturday, 24 May 2025, 4 p.m.\nOld Bridge, ferry landing"
    (call,) = found(text + "We call for a vigil.\n\nWhen: 3 May, 6 pm\nWhere: Mill Square")
    assert (call.what, call.when, call.where) == ("a vigil", "3 May, 6 pm", "Mill Square")


def test_who_is_called_upon_is_no_place() -> None:
    sentence = "We call on all unions to rally on Saturday 14 February at 2 pm in front of the harbour office."
    assert found(f"It is cold.\n\n{sentence}\n\nIt is late.") == [
        Call("all unions", "rally", "Saturday 14 February at 2 pm", "in front of the harbour office", sentence)
    ]
    (call,) = found("It is cold.\n\nCome to the union hall on Friday at 6 pm.\n\nIt is late.")
    assert (call.what, call.when, call.where) == ("Come to the union hall", "Friday at 6 pm", "the union hall")


def test_a_programme_calls_to_each_of_its_events() -> None:
    text = "The mill is shut, and nobody was told why.\n\nMonday\nVigil, 6 pm, mill gate.\n\nTuesday\n"
    got = found(text + "Public meeting, 7.30pm, Weavers’ Hall. The old council was elected in spring.\n\nIt is late.")
    assert [(call.what, call.when, call.where) for call in got] == [
        ("Vigil", "6 pm", "mill gate"),
        ("Public meeting", "7.30pm", "Weavers’ Hall"),
    ]


def test_the_next_sentence_may_say_when_and_where() -> None:
    text = "It is cold.\n\nTurn out on the picket line! Pickets run from 7 am to 10 am at the mill gate.\n\nIt is late."
    assert [(call.when, call.where) for call in found(text)] == [("from 7 am to 10 am", "at the mill gate")]


def test_what_the_issuer_will_do_in_public_calls_others_to_come() -> None:
    (call,) = found("It is cold.\n\nWe will gather at Old Bridge on Sunday, 4 May, at noon.\n\nIt is late.")
    assert (call.when, call.where) == ("Sunday, 4 May, at noon", "at Old Bridge")
    (call,) = found("هوا سرد است.\n\nجمعه ساعت ۵ عصر در میدان شهر گرد هم می‌آییم.\n\nدیر است.", "fa")
    assert (call.when, call.where) == ("جمعه ساعت ۵ عصر", "در میدان شهر")


@pytest.mark.parametrize(
    "sentence",
    [
        "9am: march from the mill to the bridge.",
        "Messages of support can be sent to the mill.",
        "We are holding a vigil at the mill tomorrow at 6 pm.",
        "You can also help by signing this letter.",
        "It might be cold, so bring some soup.",
    ],
)
def test_what_is_offered_and_announced_calls(sentence: str) -> None:
    assert [call.quote for call in found(f"The mill is shut.\n\n{sentence}\n\nIt is late.")] == [sentence]


def test_a_list_of_what_readers_can_do_calls_with_each_point() -> None:
    text = "The mill is shut.\n\nWhat you can do:\n\n- Lend us a loom\n- Ring the owner every day\n\nIt is late."
    assert [call.quote for call in found(text)] == ["Lend us a loom", "Ring the owner every day"]


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Share this article", "en"),
        ("Subscribe to our newsletter", "en"),
        ("Sign up now to get our news", "en"),
        ("این خبر را به اشتراک بگذارید", "fa"),
        ("پیام بگذارید", "fa"),
    ],
)
def test_what_web_pages_ask_of_everybody_is_no_call(line: str, language: str) -> None:
    assert found(f"The mill is shut, and it is cold.\n\nNobody was told why.\n\n{line}", language) == []


def test_what_those_in_power_are_asked_in_a_letter_is_no_call() -> None:
    assert found("Your Excellency,\n\nI urge you to bring about the return of the looms.\n\nYours sincerely,") == []


def test_a_poster_calls_to_what_its_title_announces() -> None:
    text = "فراخوان تجمع بافندگان\n\nکارخانه را بستند و کسی نگفت چرا باید بسته شود.\n\n"
    text += "📅 جمعه ۹ خرداد ۱۴۰۴\n⏰ ساعت ۵ عصر\n📍 پل کهنه"
    (call,) = found(text, "fa")
    assert (call.what, call.when, call.where) == ("تجمع", "جمعه ۹ خرداد ۱۴۰۴\n⏰ ساعت ۵ عصر", "پل کهنه")


@pytest.mark.parametrize(
    "text",
    [
        "In March the council urged all shops to close, and most did.",
        "They called for a strike last week, which failed.",
        "The mayor calls on citizens to stay at home.",
        "Support came from the villages, and help from the town.",
        "“Stay where you are,” said the guard. Nobody asked us to leave.",
        "We must admit that it was foreseeable. Families must pay for coal.",
        "Will you join us?",
        "We call on the government to reopen the mill.",
    ],
)
def test_narrative_questions_and_what_the_powerful_want_or_owe_are_no_calls(text: str) -> None:
    assert found(f"The mill is shut, and it is cold.\n\n{text}\n\nMore is to come.") == []


def test_a_call_for_a_day_before_the_text_was_issued_is_narrative() -> None:
    text = "The mill is shut. We call on all weavers to gather on 3 April 2025. It is cold."
    assert found(text, dated=Dated(date(2025, 4, 1)))
    assert not found(text, dated=Dated(date(2025, 4, 20)))


def test_each_line_of_a_programme_calls_with_its_time_and_place() -> None:
    text = (
        "Days of action for the weavers\n\nIn your city:\n\nBonn: Saturday 7 September, 3 pm, at the main station\n"
        "Graz – Sunday 8 September, 14:00, Lendplatz\nLund, Stortorget, Saturday 7 September at 1 pm\n\nBring lamps.\n"
    )
    assert [(call.when, call.where) for call in found(text)] == [
        ("Saturday 7 September, 3 pm", "at the main station"),
        ("Sunday 8 September, 14:00", "Lendplatz"),
        ("Saturday 7 September at 1 pm", "Stortorget"),
        (None, None),
    ]


def test_a_farsi_programme_calls_with_spelled_hours_and_the_same_day() -> None:
    text = (
        "برنامه تجمع‌ها\n\nکلن: شنبه ۲۱ سپتامبر، ساعت دو و نیم بعدازظهر، روبروی ایستگاه\n"
        "وین، میدان شهر، همان روز ساعت ۱۱\n"
    )
    assert [(call.when, call.where) for call in found(text, "fa")] == [
        ("شنبه ۲۱ سپتامبر، ساعت دو و نیم بعدازظهر", "روبروی ایستگاه"),
        ("همان روز ساعت ۱۱", "میدان شهر"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Posted on Tuesday, 3 pm, by Ada",
        "On the same day in Bonn, a meeting of weavers turned into a rally, with many singing",
        "Last modified 2022-12-01 11:42",
        "Tuesday, 3 pm: 400 were counted at the gate",
    ],
)
def test_a_line_that_tells_something_is_none_of_a_programme(line: str) -> None:
    assert found(f"The rally at the mill\n\nIt was cold, and many came.\n\n{line}\n\nThey went home.") == []


def test_labels_say_what_when_and_where() -> None:
    text = "To friends\n\nIt is cold.\n\nWhat: Vigil at the mill\nWhen: Thursday, 5 June, 7 pm\nWhere: old hall, Leeds"
    (call,) = found(text)
    assert (call.what, call.when, call.where) == ("Vigil at the mill", "Thursday, 5 June, 7 pm", "old hall, Leeds")


@pytest.mark.parametrize(
    ("sentence", "language", "when", "where"),
    [
        (
            "A march will be held on Saturday, 10 May, from the Karlsplatz.",
            "en",
            "Saturday, 10 May",
            "from the Karlsplatz",
        ),
        (
            "Whoever you are: on Friday rallies will take place in Bonn, Graz and Lund: take part!",
            "en",
            "Friday",
            "in Bonn, Graz and Lund",
        ),
        (
            "تجمع ما یکشنبه ۶ مهر، سالگرد آغاز، ساعت ۱۵ در میدان آهن برگزار می‌شود.",
            "fa",
            "یکشنبه ۶ مهر، سالگرد آغاز، ساعت ۱۵",
            "در میدان آهن",
        ),
        ("شنبه ساعت ده صبح جلوی در اصلی منتظر شما هستیم.", "fa", "شنبه ساعت ده صبح", "جلوی در اصلی"),
        (
            "ندعو الجميع إلى الاعتصام أمام بوابة المصنع يوم الأحد 12 أيار.",
            "ar",
            "يوم الأحد 12 أيار",
            "أمام بوابة المصنع",
        ),
        (
            "We invite you to come to the Place des Arts on Friday, 9 June, from 12 noon to 2 p.m.",
            "en",
            "Friday, 9 June, from 12 noon to 2 p.m.",
            "the Place des Arts",
        ),
        (
            "Put a plate in front of an embassy, a town hall, a school at noon.",
            "en",
            "noon",
            "in front of an embassy, a town hall, a school",
        ),
    ],
)
def test_time_and_place_are_the_whole_phrases(sentence: str, language: str, when: str, where: str) -> None:
    (call,) = found(f"It is cold in the mill.\n\n{sentence}", language)
    assert (call.when, call.where) == (when, where)


def test_this_day_is_the_day_named_before() -> None:
    text = "It is cold.\n\nThe strike is a year old on Monday, 3 May. We call on all friends to fast on this day."
    (call,) = found(text)
    assert (call.when, call.quote) == ("Monday, 3 May", text.split("\n\n")[1])


def test_points_that_complete_what_the_issuer_does_tell_nobody_to_do_it() -> None:
    text = "It is cold.\n\nWe therefore\n\n- reject every fine,\n- support the cooks,\n- call on all weavers to sing.\n"
    assert [(call.who, call.what) for call in found(text)] == [("all weavers", "sing")]


def test_who_is_meant_by_them_is_said_before() -> None:
    (call,) = found("It is cold.\n\nWe turn to the bakers of the town and ask them to break their silence.")
    assert call.who == "the bakers of the town"


@pytest.mark.parametrize(
    "text",
    [
        "The town’s mills employ weavers, most of them women, and take in a third of the water.",
        "Do not tell us that the river is no affair of ours!",
        "Ask me again in spring.",
        "Keep me informed about new campaigns",
        "Email address *",
        "Send this",
        "Join our mailing list | Donate | Share",
        "Stop the Fines, Open the Gates, Support the Cooks by Ada Moss",
        "But whoever asks us where to begin is answered.",
        "The ministry spoke at noon. “We urge everyone to go home,” he said.",
        "اجازه بدهید از روز نخست بگوییم.",
        "آن‌ها التماس می‌کنند که برگردید.",
        "ما نمی‌خواهیم دوباره شمع روشن کنیم.",
        "بسیاری می‌گفتند شاید نفت به میدان بیاید و کار تمام شود.",
    ],
)
def test_what_only_looks_like_an_imperative_is_no_call(text: str) -> None:
    assert found(f"It is cold in the mill, and the river is low.\n\n{text}") == []


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=30), st.sampled_from(["en", "fa"]))
def test_every_part_of_a_call_is_verbatim(pieces: list[str], language: str) -> None:
    """Whatever the text, nothing fails, and each part of a call stands in a passage as it is."""
    passages = outline("".join(pieces).replace("\r", ""))
    for call in calls.find(passages, dated=None, language=language):
        assert call.what
        for part in (call.who, call.what, call.when, call.where, call.quote):
            assert part is None or any(part in passage.text for passage in passages)


@pytest.mark.parametrize(
    "piece",
    [
        "Join us, ",
        "we call on all to ",
        "Workers must unite ",
        "from 2 pm to ",
        "in front of the ",
        "a.b",
        "از همه می‌خواهیم ",
        "کنید ",
        "When: a\n",
        "Sign. ",
    ],
)
def test_a_hostile_text_takes_time_that_grows_with_its_length(piece: str) -> None:
    passage = Passage("paragraph", (piece * 300_000)[:300_000] + "z", 0)
    before = process_time()
    calls.find([passage], dated=None, language="en")
    assert process_time() - before < 10
