"""A Markdown file that was saved from a web page: readers get the text, the coordinator learns what was left out."""

from __future__ import annotations

from bot.campaign.models import Role
from tests.commands.coordinators import Member, Office, entry
from tests.documents.markdown.test_remnants import FARSI, KEPT, LONG, PAGE

FARSI_PAGE = f"""# آسیاب‌های بسته

خانه / بیانیه‌ها

{FARSI}

به اشتراک گذاری:

- [تلگرام](https://example.org/share?to=t)
- [توییتر](https://example.org/share?to=x)

{FARSI}

دیدگاهتان را بنویسید
"""


def test_readers_get_the_file_without_the_page_around_it(office: Office, nasrin: Member) -> None:
    """The original is kept whole; every other line is as it was."""
    card = nasrin.uploads("mills.md", PAGE.encode())
    assert "left over from a web page, such as “Home » News » Valley”" in card.text
    words = entry(office).wordings["en"]
    assert (words.body, words.source) == (KEPT, PAGE)
    assert "Home » News » Valley" in nasrin.presses(next(line for line in card.commands if " place " in line)).text
    nasrin.says("/publish 1")
    read = office.stranger(9).says("/read 1").text
    assert "The closed mills" in read
    assert read.count("stand at the gates each morning") == 2
    assert not [line for line in ("Home »", "Share this", "Facebook", "Leave a Reply", "[back]", "↩") if line in read]


def test_a_farsi_page_is_read_as_well(office: Office) -> None:
    """And the coordinator is told in Farsi."""
    mina = office.joins(5, Role.OWNER, "fa")
    card = mina.uploads("asiab.md", FARSI_PAGE.encode())
    assert "خانه / بیانیه‌ها" in card.text
    words = entry(office).wordings["fa"]
    assert (words.title, words.body) == ("آسیاب‌های بسته", f"{FARSI}\n\n{FARSI}\n")
    assert words.source == FARSI_PAGE


def test_a_translation_from_a_page_is_cleared_too(office: Office, nasrin: Member) -> None:
    nasrin.forwards(f"The closed mills\n\n{LONG}")
    nasrin.says("/text 1 fa")
    nasrin.uploads("asiab.md", FARSI_PAGE.encode())
    assert entry(office).wordings["fa"].body == f"{FARSI}\n\n{FARSI}\n"


def test_a_page_in_both_languages_is_cleared_and_split(office: Office, nasrin: Member) -> None:
    """What the page left goes with its language, and reaches no reader of either."""
    text = f"{PAGE.partition('[^1]:')[0].replace('[^1]', '')}\n{FARSI_PAGE}"
    card = nasrin.uploads("both.md", text.encode())
    assert "/draft 1 split" in card.commands
    nasrin.presses("/draft 1 split")
    whole = entry(office)
    assert whole.wordings["fa"].body == f"{FARSI}\n\n{FARSI}\n"
    assert whole.wordings["fa"].title == "آسیاب‌های بسته"
    assert "Leave a Reply" not in whole.wordings["en"].body
    joined = "\n".join(word.source for word in whole.wordings.values())
    assert sorted(joined.split()) == sorted(text.split())
