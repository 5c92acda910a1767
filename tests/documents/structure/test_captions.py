"""Captions of pictures, told from sentences of the text."""

from __future__ import annotations

import pytest

from bot.documents.structure.captions import is_credited
from bot.documents.structure.outlines import outline

LONG = (
    "The mills of the valley have been closed since the first snow, and nobody has said when they will open again. "
    "Bread has become dearer than coal, and the ferry no longer comes."
)


def pictured(source: str) -> list[tuple[str, str]]:
    return [(each.kind, each.text) for each in outline(source) if each.kind in {"image", "caption"}]


@pytest.mark.parametrize(
    "text",
    [
        "The mill in snow.   Photo: @m1ll",
        "The mill in snow. Photo: Twitter @m1ll",
        "The mill in snow (Photo: Rana K.)",
        "Photo by Rana K.",
        "The mill in snow. Credit: Valley Archive",
        "The mill in snow | AP Photo",
        "The mill in snow. via https://valley.example.org/news/a-very-long-address-of-a-page-that-nobody-types-by-hand/",
        "In this picture people carry flour over the ice.",
        "Image: The mill in snow",
        "کارگران در برابر کارخانه. عکس: رعنا",
        "عکس: کارخانه در برف",
        "نمایی از کارخانه در برف (عکس از آرشیو)",
        "The mill in snow (Pic: Rana K.)",
        "Women before the old mill in the valley, wrapped by a reader (Pic:\nRana K.)",
        "The mill in snow, June 2019 (photo: Rana)",
        "[Photo: Empty sacks in the mill, 11 March. Sent in by a reader]",
        "Photo above: Millers in the valley, 2019. © Valley Archive",
        "Image caption, Millers before the gate",
        "کارخانه در برف؛ عکس از شبکه‌های اجتماعی",
        "توضیح تصویر، آسیابانان در برابر در",
        "منبع تصویر، Getty Images",
    ],
)
def test_a_caption_has_a_credit_or_is_called_one(text: str) -> None:
    assert is_credited(text)


@pytest.mark.parametrize(
    "text",
    [
        "Five people were killed (Reuters).",
        "She showed us a photo of the mill.",
        "A picture is emerging of what was done that night.",
        "او از کارگران عکس گرفت.",
        "در این روزها تصویر دیگری از شهر دیدیم.",
        "هفت آسیابان در این هفته جان باختند (منبع: ایلنا).",
        "They took her picture (and her name) at the gate.",
    ],
)
def test_a_sentence_about_pictures_is_no_caption(text: str) -> None:
    assert not is_credited(text)


def test_alternative_text_and_caption_are_a_pair() -> None:
    source = f"{LONG}\n\nPeople carry flour.\n\n\nPeople carry flour over the ice.   Photo: @m1ll\n\n{LONG}"
    assert [kind for kind, _ in pictured(source)] == ["image", "caption"]


def test_a_heading_over_a_picture_is_a_heading() -> None:
    source = f"{LONG}\n\nWhat the Owners Say\n\nA mill by the river. Photo: @m1ll\n\n{LONG}"
    assert pictured(source) == [("caption", "A mill by the river. Photo: @m1ll")]
    assert [each.text for each in outline(source) if each.kind == "heading"] == ["What the Owners Say"]


def test_a_picture_without_credit_is_known_by_the_gap_that_pictures_have_in_the_text() -> None:
    pair = "Dockers at dusk.\n\n\nDockers on the quay. Photo: @quay"
    source = (
        f"{LONG}\n\n{pair}\n\n{LONG}\n\n{LONG}\n\nThe fiddler Anso, taken from her home in May.\n\n\nThe Road\n\n{LONG}"
    )
    assert pictured(source)[-1] == ("caption", "The fiddler Anso, taken from her home in May.")


def test_a_line_beside_what_a_picture_left_is_its_caption() -> None:
    between = f"{LONG}\n\nTweet URL\n\nBefore the mill.\n\nTweet URL\n\n{LONG}"
    below = f"{LONG}\n\nmill.jpg\nBakers before the old mill, around 1920\n\n{LONG}"
    assert pictured(between) == [("caption", "Before the mill.")]
    assert pictured(below) == [("caption", "Bakers before the old mill, around 1920")]


def test_a_short_sentence_of_the_text_stays_one() -> None:
    assert pictured(f"{LONG}\n\nThe mill is ours.\n\n{LONG}\n\nNobody came.\n\n\nAnother part\n\n{LONG}") == []


def test_lines_that_a_picture_left_within_a_block_are_taken_out_of_it() -> None:
    source = f"Title of It\nمنبع تصویر، Getty Images\nتوضیح تصویر، آسیابان در برف\n{LONG}\n\n{LONG}"
    assert pictured(source) == [("caption", "منبع تصویر، Getty Images"), ("caption", "توضیح تصویر، آسیابان در برف")]
