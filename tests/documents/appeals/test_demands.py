"""Demands are taken from lists and from sentences, in the text's own words, and only those of people who are owed."""

from __future__ import annotations

import json
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.appeals import demands
from bot.documents.passages import Passage
from bot.documents.readings import read
from bot.documents.structure.outlines import outline

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "appeals.json").read_text("utf-8"))
PIECES = [
    "We demand ",
    "We demand:\n",
    "1) ",
    "(2) ",
    "; ",
    "- ",
    "must be released",
    "the release of ",
    " and ",
    ", ",
    ".",
    "\n",
    "\n\n",
    "Our demands:\n",
    "First, ",
    "خواستار ",
    " هستیم",
    "باید ",
    " آزاد شود",
    "مطالبات ما:\n",
    "۱- ",
    "“",
    "”",
    "we call on the government to ",
]


def found(text: str, language: str = "en") -> list[str]:
    return list(demands.find(outline(text), language=language))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_the_demands_of_a_text_are_found_and_nothing_else(case: dict[str, Any]) -> None:
    assert found(case["text"], case["language"]) == case["demands"]


def test_several_demands_of_one_sentence_stand_by_themselves() -> None:
    text = "The mill is shut. We demand that the gates be opened, and that the agents be sent home."
    assert found(text) == ["that the gates be opened", "that the agents be sent home"]
    text = "They call for the release of all weavers, an end to the fines and the return of the looms."
    assert found(text) == ["the release of all weavers", "an end to the fines", "the return of the looms"]


def test_a_sentence_that_says_what_must_be_done_is_taken_whole() -> None:
    text = "It is cold. The two weavers must be released at once, whatever the agents say. It is late."
    assert found(text) == ["The two weavers must be released at once, whatever the agents say."]


@pytest.mark.parametrize(
    "lead",
    [
        "We demand the following:",
        "Our demands are as follows:",
        "The Weavers’ Circle demands",
        "We therefore call for:",
    ],
)
def test_a_list_is_demanded_if_the_line_above_it_says_so(lead: str) -> None:
    text = f"The mill is shut, and it is cold.\n\n{lead}\n\n- open gates,\n- wages for the winter.\n\nWe wait."
    assert found(text) == ["open gates", "wages for the winter."]


@pytest.mark.parametrize(
    "lead", ["The company demands the following:", "Last year we had:", "Why the demands were refused:"]
)
def test_other_lists_are_not(lead: str) -> None:
    text = f"The mill is shut, and it is cold.\n\n{lead}\n\n- open gates,\n- wages for the winter.\n\nWe wait."
    assert found(text) == []


def test_points_in_lines_without_bullets_are_points() -> None:
    text = (
        "درِ کارخانه بسته است و کسی پاسخ نمی‌دهد.\n\nخواسته‌های ما به شرح زیر است:\n۱- بازگشایی درها\n۲- پرداخت دستمزدها"
    )
    assert found(text, "fa") == ["بازگشایی درها", "پرداخت دستمزدها"]


def test_spoken_points_are_points() -> None:
    text = "Friends! What do we want? I say it slowly. First, the gates open. Second, the agents leave. Then we sing."
    assert found(text) == ["the gates open", "the agents leave"]


@pytest.mark.parametrize(
    "lead", ["What we want:", "Our terms:", "We are asking for:", "To the Ministry of Wool:", "The council must:"]
)
def test_points_are_demanded_whatever_words_announce_them(lead: str) -> None:
    text = f"The mill is shut.\n\n{lead}\n(a) open gates\n(b) wages for the winter\n\nWe wait."
    assert found(text) == ["open gates", "wages for the winter"]


@pytest.mark.parametrize("lead", ["What we have won:", "The company has agreed to:", "What you can do:", "Contents:"])
def test_what_was_won_what_readers_can_do_and_contents_are_not_demanded(lead: str) -> None:
    text = f"The mill is shut.\n\n{lead}\n(a) open gates\n(b) wages for the winter\n\nWe wait."
    assert found(text) == []


def test_a_list_whose_points_say_themselves_what_is_owed_needs_no_announcement() -> None:
    text = "The mill is shut.\n\nTogether:\n\n- release of the weavers\n- an end to the fines\n- lifting of the ban"
    assert found(text + "\n\nWe wait.") == ["release of the weavers", "an end to the fines", "lifting of the ban"]


def test_points_with_one_picture_each_are_a_list_and_no_headings() -> None:
    points = ["آزادی همهٔ بافندگان زندانی", "لغو جریمه‌ها", "بازگشت اخراجی‌ها"]
    text = "فراخوان بافندگان\nاز فردا دست از کار می‌کشیم. هیچ‌کس به کارگاه نمی‌رود و همه در میدان می‌مانیم.\nچه می‌خواهیم؟\n"
    listed = "\n".join(f"🔹 {point}" for point in points)
    reading = read("a.txt", f"{text}{listed}\nما در میدان می‌مانیم، هر روز و هر شب.")
    assert reading.demands == tuple(points)
    assert not any("🔹" in heading for heading in reading.headings)


def test_phrases_that_answer_what_is_wanted_are_demands() -> None:
    text = (
        "The mill is shut.\n\nWhat are you asking for?\n\nThe wages, all of them. The looms. After that we shall see."
    )
    assert found(text) == ["The wages, all of them.", "The looms."]


@pytest.mark.parametrize(
    ("sentence", "language", "expected"),
    [
        ("They are seeking payment of arrears and an end to fines.", "en", ["payment of arrears", "an end to fines"]),
        ("We shall not go home until the fines are cancelled.", "en", ["the fines are cancelled"]),
        ("The weavers should be reinstated without delay.", "en", ["The weavers should be reinstated without delay."]),
        ("It is high time that the toll was abolished.", "en", ["It is high time that the toll was abolished."]),
        ("We request that the ministry publish the list.", "en", ["that the ministry publish the list"]),
        ("Their letter asks for two things: a day of rest, and safe looms.", "en", ["a day of rest", "safe looms"]),
        ("They marched, demanding fair pay, safe looms, and rest.", "en", ["fair pay", "safe looms", "rest"]),
        ("The ministry wrote a letter as weavers took to the square demanding higher wages.", "en", ["higher wages"]),
        ("We call for their return and for fines to be cut.", "en", ["their return", "fines to be cut"]),
        ("بافندگان خواهان بازگشت همهٔ کسانی شدند که اخراج شده‌اند.", "fa", ["بازگشت همهٔ کسانی شدند که اخراج شده‌اند"]),
        ("درخواست ما این است که درها باز شود.", "fa", ["درها باز شود"]),
        ("آنان بر پرداخت همهٔ دستمزدها تأکید کردند.", "fa", ["پرداخت همهٔ دستمزدها"]),
        ("آزادی همهٔ بافندگان را می‌خواهیم.", "fa", ["آزادی همهٔ بافندگان"]),
        ("بافندگان باید به کار بازگردند.", "fa", ["بافندگان باید به کار بازگردند."]),
        ("The filling of the reservoir must not begin.", "en", ["The filling of the reservoir must not begin."]),
        ("Moreover, nobody must be executed.", "en", ["Moreover, nobody must be executed."]),
        ("The arms sales have to end.", "en", ["The arms sales have to end"]),
        ("خواست فوری ما چنین است: لغو جریمه‌ها، بازگشت بافندگان و آزادی زندانیان.", "fa",
         ["لغو جریمه‌ها", "بازگشت بافندگان", "آزادی زندانیان"]),
        ("لوله‌ی کوچه باید تعمیر شود.", "fa", ["لوله‌ی کوچه باید تعمیر شود."]),
        ("حکم اعدام برای هیچ‌کس نباید صادر شود.", "fa", ["حکم اعدام برای هیچ‌کس نباید صادر شود."]),
    ],
)  # fmt: skip
def test_many_sentences_demand(sentence: str, language: str, expected: list[str]) -> None:
    assert found(f"It is cold.\n\n{sentence} So it stands.\n\nWe wait.", language) == expected


def test_what_a_letter_asks_of_those_in_power_is_demanded() -> None:
    text = "Dear Minister,\n\nWe urge you to bring about the return of the looms.\n\nYours sincerely,"
    assert found(text) == ["bring about the return of the looms"]


def test_a_list_ends_where_its_last_point_ends() -> None:
    text = "The circle calls on the ministry to:\nopen the gates;\nlift the fines;\npay the weavers.\nWe also thank "
    assert found(f"The mill is shut.\n\n{text}the bakers.") == ["open the gates", "lift the fines", "pay the weavers."]


def test_what_a_declaration_lists_need_not_be_demanded() -> None:
    text = "We, the weavers, declare the following:\n\nThe mill: It is ours.\n\nThe town: Come and see it.\n\nSo be it."
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The prosecutor demanded the highest sentence.",
        "The owners insist on the old prices.",
        "Do we demand too much?",
        "The demand for wool has doubled.",
        "We call on all weavers to stop the looms.",
        "In 1902 they demanded the release of the ferryman.",
        "The minister said that the road must be cleared.",
        "The manager insists on longer hours.",
        "Weaving is a demanding job, and nobody had called for it.",
        "It must be remembered that the winter was long.",
    ],
)
def test_the_wishes_of_the_powerful_questions_and_calls_are_no_demands(text: str) -> None:
    assert found(f"The mill is shut, and it is cold.\n\n{text} So it stands.\n\nWe wait.") == []


@pytest.mark.parametrize("marks", [("1⃣ ", "2⃣ "), ("✅ ", "✅ "), ("(a) ", "(b) "), ("i. ", "ii. "), ("یک) ", "دو) ")])
def test_points_may_bear_any_mark(marks: tuple[str, str]) -> None:
    text = f"The mill is shut.\n\nWhat we want:\n{marks[0]}lamps in the yard\n{marks[1]}soup at noon\n\nWe wait."
    assert found(text) == ["lamps in the yard", "soup at noon"]


@pytest.mark.parametrize(
    "lead",
    [
        "The port authority must:",
        "We appeal to the mayor",
        "This council therefore asks the ministry",
        "We will go back to the quay only when:",
        "In your letter, please:",
    ],
)
def test_points_complete_the_line_above_them_with_or_without_a_colon(lead: str) -> None:
    text = f"It is cold on the quay.\n\n{lead}\n\n- to mend the crane,\n- to name the guards.\n\nWe wait."
    assert found(text) == ["to mend the crane", "to name the guards."]


def test_lines_that_lead_on_under_a_heading_that_demands_lead_to_demands() -> None:
    lists = (
        "From the port:\n\n- cheaper boots\n- a new crane\n\nFrom the mayor:\n\n- light on the quay\n- a warm hall\n"
    )
    assert found(f"It is cold.\n\nWHAT WE DEMAND\n\n{lists}") == [
        "cheaper boots", "a new crane", "light on the quay", "a warm hall",
    ]  # fmt: skip
    assert found("It is cold.\n\nWHAT WE DEMAND\n\nSignatories:\n\n- Mill Union\n- Ferry Council\n") == []


def test_what_an_appeal_for_letters_urges_them_to_is_demanded() -> None:
    text = "Please write at once:\n\n- Urging them to free the two;\n- Urging the ministry to let them see a doctor.\n"
    assert found(text) == ["free the two", "let them see a doctor."]


def test_until_conditions_are_met_the_points_below_are_demanded() -> None:
    text = "Until the following conditions are met, we hold no class:\n\n(1) The cook is back.\n(2) The hall is warm.\n"
    assert found(text) == ["The cook is back.", "The hall is warm."]


def test_arabic_points_with_ordinals_are_demanded() -> None:
    text = "تطالب لجنتنا بما يلي:\n\nأولا: إعادة المفصولين إلى عملهم.\nثانيا: صرف الأجور المتأخرة.\n"
    assert [each.split(": ")[-1] for each in found(text, "ar")] == [
        "إعادة المفصولين إلى عملهم.",
        "صرف الأجور المتأخرة.",
    ]


def test_another_kind_of_mark_begins_another_list() -> None:
    text = "We wait.\n\nخواسته‌های ما:\n✅ سوخت ارزان\n✅ بیمه برای همه\n✊ راننده بیدار است\n"
    assert found(text, "fa") == ["سوخت ارزان", "بیمه برای همه"]


def test_what_an_official_is_asked_to_urge_upon_others_is_demanded_in_the_points_below() -> None:
    text = "Your Excellency,\n\nI ask you to urge the authorities\n\n- to free the two;\n- to let them see a doctor.\n"
    assert found(text) == ["to free the two", "to let them see a doctor."]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "There were three points on the sheet: an end to the fines; keys for the hall; and the return of Ada.",
            "en",
            ["an end to the fines", "keys for the hall", "the return of Ada"],
        ),
        ("We have two demands. Pay us the winter. Open the gate.", "en", ["Pay us the winter.", "Open the gate."]),
        ("We have two requests. Let us in. Have the lamps mended.", "en", ["Let us in.", "Have the lamps mended."]),
        (
            "ما دو حرف داریم. دستمزد ما را بدهید. کارخانه را نفروشید.",
            "fa",
            ["دستمزد ما را بدهید.", "کارخانه را نفروشید."],
        ),
        (
            "خواست ما از شهرداری روشن است: تعمیر پل، بازگشت راننده و بیمه برای همه.",
            "fa",
            ["تعمیر پل", "بازگشت راننده", "بیمه برای همه"],
        ),
    ],
)
def test_points_in_one_paragraph_are_points(text: str, language: str, expected: list[str]) -> None:
    assert found(f"It is cold.\n\n{text}\n\nWe wait.", language) == expected


@pytest.mark.parametrize(
    ("sentence", "language", "expected"),
    [
        ("They want 14 crowns an hour.", "en", ["14 crowns an hour"]),
        (
            "The porters are asking for cheaper boots, an end to the night shift and the repair of the crane.",
            "en",
            ["cheaper boots", "an end to the night shift", "the repair of the crane"],
        ),
        ("Their first demand is no sum. It is the return of the cook.", "en", ["the return of the cook"]),
        ("The porters say the guards must leave the hall.", "en", ["the guards must leave the hall"]),
        ("Give us back our keys.", "en", ["Give us back our keys."]),
        (
            "ما خواهان آنیم که گورها نشان داده شود، نام‌ها گفته شود و درها باز شود.",
            "fa",
            ["گورها نشان داده شود", "نام‌ها گفته شود", "درها باز شود"],
        ),
        (
            "We urge the government to free the two, and we ask our members to write to it.",
            "en",
            ["free the two"],
        ),
        ("نطالب السلطات بفتح البوابة، ووقف الغرامات.", "ar", ["فتح البوابة", "وقف الغرامات"]),
        ("می‌خواهیم که پزشک به این بند بیاید.", "fa", ["پزشک به این بند بیاید"]),
        (
            "ما خواهان لغو شیفت شب؛ خواهان بازگشت آشپز؛ و خواهان تعمیر جرثقیل هستیم.",
            "fa",
            ["لغو شیفت شب", "بازگشت آشپز", "تعمیر جرثقیل"],
        ),
    ],
)
def test_people_demand_in_many_words(sentence: str, language: str, expected: list[str]) -> None:
    assert found(f"It is cold in the mill.\n\n{sentence}", language) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The police made a list. They want the names of all.",
        "خواست ما ساده و روشن است. صبر می‌کنیم.",
        "The owner wants calm, and he wants it soon.",
        "I ask only two things of you. Keep the list. Read it aloud.",
        "They chanted that the whole house must go.",
    ],
)
def test_what_others_want_what_readers_are_asked_and_what_is_chanted_is_no_demand(text: str) -> None:
    assert found(f"It is cold in the mill.\n\n{text}") == []


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=30), st.sampled_from(["en", "fa"]))
def test_every_demand_is_verbatim(pieces: list[str], language: str) -> None:
    """Whatever the text, nothing fails, and each demand stands in one passage as it is."""
    passages = outline("".join(pieces).replace("\r", ""))
    for demand in demands.find(passages, language=language):
        assert demand
        assert any(demand in passage.text for passage in passages)


@pytest.mark.parametrize(
    "piece", ["we demand that we demand ", "We demand: a; ", "(1) ", "must be released. ", "we, a, ", "باید "]
)
def test_a_hostile_text_takes_time_that_grows_with_its_length(piece: str) -> None:
    passage = Passage("paragraph", (piece * 300_000)[:300_000] + "z", 0)
    before = process_time()
    demands.find([passage], language="en")
    assert process_time() - before < 10
