"""What kind of text a title, a subtitle or the shape of a text shows."""

from __future__ import annotations

import pytest

from bot.documents.readings import read

TALE = (
    "The pumps stopped at four. Nobody had slept.\n\nAt noon the foreman came back with a letter. He read it aloud, "
    "and then he said that he had not written it.\n\n“They want the water back,” said Ovin Tarr, who has worked here "
    "since he was fifteen. He looked at the river and told his son to go home."
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"Evening Briefing from the Delta\n\n{TALE}", "update"),
        (f"This week in the brickyards\n\n{TALE}", "update"),
        (f"اخبار هفته از کرانه\n\n{TALE}", "update"),
        (f"روزشمار اعتصاب آجرپزان\n\n{TALE}", "update"),
        ("Vigil for the brickmakers\n\nWhen: Friday, 6pm\nWhere: Kiln Lane\n\nBring a lamp.", "action"),
        ("Strike plan\n\nTurn out at the gate at 7am! Bring drums.\n\nMarch to the weir, 2pm. Come early.", "action"),
        ("تجمع آجرپزان\n\nزمان: شنبه، ساعت ۹\nمکان: میدان کوره\n\nبه ما بپیوندید!", "action"),
        (f"Those who carry the clay\n\nA conversation and interview at the kiln\n\n{TALE}", "article"),
        (f"Those who carry the clay\n\nBy Nell Ostrow\n\n{TALE}", "article"),
        (
            "Kiln Union stands with the bargemen\n\nThe union condemns the raid. We will not be silent.\n\nKiln Union",
            "statement",
        ),
    ],
)
def test_the_kind_is_told_by_title_subtitle_or_shape(text: str, kind: str) -> None:
    """News, meetings with an hour, bylines and interviews, a body that takes sides."""
    assert read("text.txt", text).kind == kind


def test_a_report_of_a_rally_is_no_call() -> None:
    """What has been is told without asking anybody to come."""
    assert read("text.txt", f"Rally at the weir\n\n{TALE}").kind == "article"


def test_a_week_may_be_told_by_its_ordinal() -> None:
    assert read("text.txt", "بیست و سومین هفته‌ی اعتصاب آجرپزان\n\nکوره‌ها خاموش است و ما در خیابانیم.").week == 23


@pytest.mark.parametrize(
    ("text", "week"),
    [
        (
            "Kiln Bulletin\n\nThe seventeenth week began with a funeral and ended in a dance.\n\nThe kilns stay cold.",
            17,
        ),
        ("خبرنامه‌ی کوره\n\nهفتهٔ سی‌ونهم کارزار با اعتصاب در سه شهر گذشت.\n\nکوره‌ها خاموش است.", 39),
        ("Kiln Bulletin\n\nThe third week of March began with a funeral.\n\nThe kilns stay cold.", None),
        ("Kiln Bulletin\n\nIn the first week of the strike nobody spoke.\n\nThe kilns stay cold.", None),
        ("Cold kilns\n\nIn the seventeenth week of the strike nobody spoke.\n\nThe kilns stay cold.", None),
    ],
)
def test_an_update_may_say_its_week_in_the_first_lines(text: str, week: int | None) -> None:
    """Not the week of a month, nor that of something past, nor in what is no regular update."""
    assert read("text.txt", text).week == week
