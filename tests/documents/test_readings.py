"""What a careful reader understands of the samples, and what a dry run prints of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.files.loading import load
from bot.documents.markdown import bodies
from bot.documents.origins.kinds import MAX_SHORT, numbered, short_label
from bot.documents.readings import Reading, as_json, read

SAMPLES = Path(__file__).parent / "samples"


def sample(name: str) -> Reading:
    return read(name, load(name, (SAMPLES / name).read_bytes()))


def entries(reading: Reading) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(json.dumps(as_json([reading])))["entries"]
    return found


def entry(reading: Reading) -> dict[str, Any]:
    (only,) = entries(reading)
    return only


def test_a_weekly_update_is_read() -> None:
    reading = sample("weekly.txt")
    understood = entry(reading)
    assert understood["kind"] == "update"
    assert understood["title"] == "Harbour Strike Diary—Week 6:\nDockers Hold the Gates While Bakers Join Them"
    assert (reading.series, reading.week, reading.short) == ("Harbour Strike Diary", 6, "Week 6")
    assert (understood["issuers"], understood["date"], understood["language"]) == ([], None, "en")
    assert reading.editors_note
    assert reading.editors_note.startswith("Editors’ Note for New Readers:")
    assert reading.editors_note.endswith("corrects it where it must.")
    assert understood["headings"] == ["“Nobody goes in alone!”", "What the Employers Say"]
    assert [mark["n"] for mark in understood["footnotes"]["marks"]] == [1, 2, 3, 4, 5]
    assert understood["footnotes"]["count"] == 5
    assert understood["footnotes"]["texts_present"] is True
    assert len(understood["captions"]) == 2
    assert understood["drop"] == ["Tweet URL", "[back]"]
    assert any("see here" in problem for problem in understood["problems"])


def test_a_manifesto_is_read() -> None:
    understood = entry(sample("manifesto.txt"))
    assert understood["kind"] == "statement"
    assert understood["title"].startswith("Open the prisons! Bread")
    assert understood["headings"] == ["What must be done now!"]
    assert set(understood["slogans"]) >= {
        "Open the prisons!", "Bread for everyone!", "No to the war in the north!", "Long live the councils!",
        "Down with the governor!", "Out with the soldiers!", "Free all prisoners of the valley!",
        "For councils in every mill!",
    }  # fmt: skip
    assert understood["issuers"] == []


def test_a_listicle_is_an_article_without_a_title() -> None:
    understood = entry(sample("listicle.txt"))
    assert (understood["kind"], understood["title"]) == ("article", None)
    assert understood["headings"] == ["What the ministry did to the teachers", "Why the strike is remembered"]
    assert understood["demands"] == []
    assert understood["issuers"] == []


def test_a_joint_statement_is_read_with_its_signatories() -> None:
    understood = entry(sample("joint.txt"))
    assert understood["kind"] == "statement"
    assert understood["title"] == "Joint Statement on the Closing of the River Mills"
    assert understood["issuers"] == [
        "Union of River Mill Workers", "Retired Weavers’ Association", "Women of the Lower Town",
    ]  # fmt: skip
    assert understood["date"] == "2026-01-12"
    assert understood["preface"].startswith("(This statement was published")
    assert len(understood["demands"]) == 3
    assert not any("undersigned" in sentence for sentence in understood["summary_extract"])


def test_a_collection_is_known_as_one_and_takes_nothing_from_its_parts() -> None:
    understood, *parts = entries(sample("collection.txt"))
    assert understood["kind"] == "collection"
    assert (understood["title"], understood["issuers"], understood["preface"]) == (None, [], None)
    assert understood["date"] == "2026-03-03"
    assert understood["drop"] == ["River-photo", "Leave a Reply", "Continue reading"]
    assert understood["headings"] == ["As a last word"]
    assert [(part["id"], part["title"], part["date"]) for part in parts] == [
        ("collection.txt#1", "Nobody will mend the bridge for us", "2026-03-01"),
        ("collection.txt#2", "The schools are open at night", "2026-02-27"),
        ("collection.txt#3", "Letter from the hills", "2026-02-25"),
    ]
    assert [part["issuers"] for part in parts] == [["Council of Ferry Workers"], [], ["Shepherds’ Association"]]
    assert all(part["preface"] for part in parts)


def test_a_farsi_statement_is_read() -> None:
    understood = entry(sample("bayaniye.txt"))
    assert (understood["kind"], understood["language"]) == ("statement", "fa")
    assert understood["issuers"] == ["سندیکای کارگران بندر", "کانون بازنشستگان"]
    assert understood["date"] == "2026-01-12"
    assert understood["slogans"] == ["زنده باد همبستگی کارگران!"]
    assert understood["headings"] == []
    assert understood["demands"] == ["بازگشایی کارخانه", "پرداخت همهٔ دستمزدها", "آزادی همکاران بازداشت‌شده"]
    assert [mark["n"] for mark in understood["footnotes"]["marks"]] == [1, 2]
    assert understood["problems"] == []


def test_a_farsi_weekly_report_is_read() -> None:
    reading = sample("gozaresh.txt")
    assert (reading.kind, reading.language, reading.week) == ("update", "fa", 11)
    assert (reading.series, reading.short) == ("گزارش اعتصاب بندر", "هفتهٔ یازدهم")
    assert reading.editors_note
    assert reading.headings == ("نانوایان شهر قدیم", "پاسخ شرکت")


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.name)
def test_everything_recognised_is_verbatim(path: Path) -> None:
    """What is shown as the text's own stands in the text."""
    reading = sample(path.name)
    parts = [*reading.headings, *reading.captions, *reading.drop, *reading.slogans, *reading.demands, *reading.summary]
    parts += [reading.title or "", reading.preface or "", reading.series or ""]
    parts += [*reading.issuers, *(mark.after for mark in reading.footnotes.marks)]
    for part in parts:
        assert part in reading.source_text or all(line in reading.source_text for line in part.split("\n"))
    for passage in reading.passages:
        assert reading.source_text[passage.start : passage.end] == passage.text


@pytest.mark.parametrize(
    ("title", "series", "week"),
    [
        ("Valley Diary—Week 12: Snow", "Valley Diary", 12),
        ("Week 3", None, 3),
        ("Valley Diary, the Fourth Week", "Valley Diary", 4),
        ("Weekly Update #7", None, 7),
        ("خبرهای دره، هفتهٔ ۱۲", "خبرهای دره", 12),
        ("خبرهای دره – هفته‌ی بیست و سوم", "خبرهای دره", 23),
        ("گزارش هفتگی شمارهٔ ۱۲", "گزارش هفتگی", 12),
        ("A week of snow", None, None),
        ("Two weeks later", None, None),
    ],
)
def test_series_and_week_stand_in_the_title(title: str, series: str | None, week: int | None) -> None:
    assert numbered(title) == (series, week)


@settings(max_examples=80, deadline=None)
@given(st.text(min_size=1, max_size=150))
def test_a_short_label_fits_a_button(title: str) -> None:
    assert len(short_label(title) or "") <= MAX_SHORT


MARKDOWN = """---
title: "Bread for the valley"
date: 2026-01
issuers: Mill Union; Ferry Council
week: ۴
kind: update
---

# Bread for the valley

We went *up* to the mill.[^1] It was cold, and nobody of us had eaten since the day before.

## At the gate

- bread
- salt

[^1]: A witness.
[^2]: Nobody cites this.
"""


def test_a_markdown_file_keeps_its_body_as_it_is() -> None:
    reading = read("valley.md", MARKDOWN)
    assert reading.title == "Bread for the valley"
    assert reading.body_markdown == MARKDOWN.partition("# Bread for the valley\n\n")[2]
    assert reading.dated
    assert (reading.dated.iso, reading.week, reading.kind) == ("2026-01", 4, "update")
    assert reading.issuers == ("Mill Union", "Ferry Council")
    assert reading.headings == ("At the gate",)
    assert [(mark.number, mark.after) for mark in reading.footnotes.marks] == [(1, "We went up to the mill.")]
    assert any("no mark in the text: 2" in problem.sentence() for problem in reading.problems)
    assert bodies.read(reading.body_markdown).plain().startswith("We went up to the mill.")


def test_a_wrong_date_in_front_matter_is_a_problem_and_no_error() -> None:
    reading = read("a.md", "---\ndate: someday\n---\nWe went up to the mill.")
    assert reading.dated is None
    assert any("someday" in problem.sentence() for problem in reading.problems)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300), st.sampled_from(["a.txt", "a.md"]))
def test_any_text_whatever_is_read_and_printed(text: str, name: str) -> None:
    """Reading never fails, and what it gives is JSON of the promised shape."""
    understood = entries(read(name, text))[0]
    assert set(understood) == {
        "id", "kind", "title", "issuers", "date", "week", "language", "editors_note", "preface", "headings",
        "footnotes", "captions", "drop", "demands", "slogans", "calls", "figures", "summary_extract", "problems",
    }  # fmt: skip
    assert all("{" not in problem or "{" in text for problem in understood["problems"])


HOSTILE = [
    "a", ".", "a. ", "end.1 ", "x [1] ", "ab\n", "Some Title\n\n", "- a\n", "1. a\n\n", "“", "(", "[", "(a", "*_", "< ",
    "`", ".”", "?!", "a" + " " * 50, "1 May 2020 ", "1", "we, ", "Statement of A", "(issued ", "Signed\n", "No!\n",
    "Why? ", "بیانیه ", "a – ", "Photo: a\n", "see here ", "\n", " \n", "a.1 b2 c. 3 [4] ⁵ ", "ما، ", "بیست و ",
    "by A, ", "\u200c", "First week ",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
def test_a_hostile_text_is_read_in_time_that_grows_with_its_length(piece: str) -> None:
    """A rule that takes quadratic time would not come back from this."""
    reading = read("a.txt", (piece * (150_000 // len(piece))) + "z")
    assert reading.source_text.endswith("z")
