"""What stands over the title of a page: names of sites, menus, ways, and what must stay."""

from __future__ import annotations

import pytest

from bot.documents.structure import captions, outlines
from bot.documents.structure.outlines import outline
from bot.documents.structure.pages import debris

LONG = (
    "The mills of the valley have been closed since the first snow, and nobody has said when they will open again. "
    "Bread has become dearer than coal, and the ferry no longer comes."
)
TITLE = "Why the Mills of the Valley Stay Closed This Winter"


def dropped(source: str) -> list[str]:
    return [line for each in outline(source) if each.kind == "debris" for line in each.text.split("\n")]


@pytest.mark.parametrize(
    "top",
    [
        "Valley Voice\nLetters from below\nMenu\nAbout\nLetters\nPodcast\nDonate\nSearch",
        "Mill Union, Northern Section\n\nHOME   LETTERS   JOIN US   CONTACT",
        "Skip to content\nMill Union\n\nPersonal tools\nYou are here: Home » Letters",
        "Log in\nSearch form\nHome\nLetters\nWho we are",
        "Monday, March 4, 2019\nFacebook\nTwitter\nValley Voice\nHome Letters Culture Reviews Contact Us",
        "صدای دره\nصفحه اصلی\nنان\nآرد\nزنان\nدرباره ما",
        "صفحه نخست\nسیاسی\nکارگری\nچندرسانه‌ای\nجستجو\n\nخانه » نان » نامه‌ها",
        "راه آسیاب\nنشریه اینترنتی\nآرشیو | پیوندها | تماس",
        "الطاحونة\nالرئيسية | أخبار | مقالات | اتصل بنا",
    ],
)
def test_a_site_and_its_menu_stand_over_the_title(top: str) -> None:
    assert dropped(f"{top}\n\n{TITLE}\n\n{LONG}\n\n{LONG}") == [line for line in top.split("\n") if line]


def test_the_sections_of_a_site_go_with_its_menu_though_the_title_is_joined_to_them() -> None:
    source = f"Valley Voice\nHome\nAbout\nSearch\nCulture\nWomen\n{TITLE}\n\n{LONG}\n\n{LONG}"
    assert dropped(source) == ["Valley Voice", "Home", "About", "Search", "Culture", "Women"]


def test_a_title_over_a_byline_stays_where_a_menu_follows() -> None:
    source = f"{TITLE}\nBy Rana K.\n4 March 2019\nHome » Letters\n\nWhat came first\n\n{LONG}\n\n{LONG}"
    assert dropped(source) == ["Home » Letters"]


def test_without_a_title_below_only_the_menu_goes() -> None:
    assert dropped(f"valley-mill\nAbout this blog\nArchive\nContact\n\n{LONG}\n\n{LONG}")[-3:] == [
        "About this blog", "Archive", "Contact",
    ]  # fmt: skip


def test_sections_without_a_menu_are_headings_like_any() -> None:
    assert dropped(f"{TITLE}\n\nWomen\n\n{LONG}\n\nCulture\n\n{LONG}\n\nSearch\n\n{LONG}") == []


def test_a_menu_without_blank_lines_goes_on_with_entries_of_its_own() -> None:
    top = "Notes from the Ice\nLetters of a miller\nHome\nWho is this?\nReading list"
    assert dropped(f"{top}\n{TITLE}\n{LONG}\n\n{LONG}") == top.split("\n")


def test_a_kind_of_text_over_its_title_is_no_entry_of_a_menu() -> None:
    assert "Open letter" not in dropped(f"Home\nAbout\nSearch\nOpen letter\n{TITLE}\n\n{LONG}\n\n{LONG}")


def test_the_title_of_the_page_over_that_of_the_text_is_left_over() -> None:
    source = f"Menu\nHome\nNews\n{TITLE}\n{TITLE}\nBy Rana K.\n\n{LONG}\n\n{LONG}"
    assert dropped(source) == ["Menu", "Home", "News", TITLE]


def test_a_title_over_a_day_is_no_name_of_a_site() -> None:
    source = f"Menu\nSearch\nIran: Poet of the ice\n9 May 2019\nDownload\nEnglish PDF\n\n{LONG}\n\n{LONG}"
    assert "Iran: Poet of the ice" not in dropped(source)


def test_what_a_paper_says_of_itself_goes_with_its_name() -> None:
    source = f"The Red Oven\nA journal for bakers\n\n{TITLE}\n\nBy Rana K.\n\n{LONG}\n\n{LONG}"
    assert dropped(source) == ["The Red Oven", "A journal for bakers"]


def test_the_name_of_an_issue_with_contents_is_its_title() -> None:
    source = (
        f"RED OVEN\nNewsletter of the Bakers\nNo. 12\n\nIn this issue:\n– Flour\n– Ice\n\nFlour\n\n{LONG}\n\n{LONG}"
    )
    assert not {"RED OVEN", "Newsletter of the Bakers"} & set(dropped(source))


def test_a_date_in_the_name_tells_a_collection_from_a_site() -> None:
    source = f"Voices of the Mill: March 2019\n\nHome | About | Archive\n\n{TITLE}\n\n{LONG}\n\n{LONG}"
    assert dropped(source) == ["Home | About | Archive"]


def test_a_pinned_message_of_a_channel_is_not_the_post() -> None:
    source = f"Mill Channel\n1.2K members\nPinned Message\nBring flour on Sunday\n\n{TITLE}\n\n{LONG}\n\n{LONG}"
    assert dropped(source) == ["Mill Channel", "1.2K members", "Pinned Message", "Bring flour on Sunday"]


def test_marking_keeps_every_passage_a_slice_of_the_source() -> None:
    """Blocks that are divided stay where they were, also with white space around their lines."""
    source = f"Home\n Culture\n  Women \n{TITLE}\n\n{LONG}\n\n{LONG}\n\nTopics\n Flour \n Ice\nRelated\nSnow\n"
    passages = [each for chunk in outlines._chunks(source) for each in outlines._divide(chunk, source)]
    for each in captions.mark(debris.mark(passages)):
        assert source[each.start : each.end] == each.text == each.text.strip()
