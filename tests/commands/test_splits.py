"""A text that holds an English and a Farsi wording becomes two wordings of one post, by one press."""

from __future__ import annotations

import pytest

from bot.campaign import audit, figures, posts
from bot.campaign.database import Database
from bot.campaign.models import Role, State, WordingOrigin
from bot.campaign.secrets import Keys
from tests.commands.coordinators import FARSI, STATEMENT, Heard, Member, Office, count, entry, plain, span
from tests.commands.test_parts import COLLECTION
from tests.houses import KEY

BOTH = f"{STATEMENT}\n{FARSI}"
TURNS = "\n\n".join(
    paragraph
    for pair in zip(STATEMENT.strip().split("\n\n"), [*FARSI.strip().split("\n\n"), ""], strict=True)
    for paragraph in pair
    if paragraph
)
BOTH_MARKDOWN = """# The *harbour* stands still

The **night shift** laid down its work on Monday.[^1] We stand with them.

- bread for all who strike

## بندر ایستاده است

کارگران **شیفت شب** روز دوشنبه دست از کار کشیدند.[^2] ما با آنان هستیم.

- نان برای همه

[^1]: The port paper of Monday, which is read by all.
[^2]: روزنامهٔ بندر، دوشنبه.
"""
SPLIT = "/draft 1 split"


def letters(*texts: str) -> list[str]:
    """All words, whatever their order."""
    return sorted(word for text in texts for word in text.split())


def sources(office: Office) -> dict[str, str]:
    return {code: word.source for code, word in entry(office).wordings.items()}


def bodies_of(office: Office) -> dict[str, str]:
    return {code: plain(word) for code, word in entry(office).wordings.items()}


@pytest.mark.parametrize("text", [BOTH, f"{FARSI}\n{STATEMENT}"], ids=["english first", "farsi first"])
def test_two_wordings_are_told_and_one_press_sets_them_apart(office: Office, nasrin: Member, text: str) -> None:
    """The post keeps its number and what is known of it; each language has its own title, text and preview."""
    card = nasrin.forwards(text)
    assert "Split into its languages" in card.text
    assert "Split into its languages" in [button.label for button in card.buttons]
    said = nasrin.presses(SPLIT)
    whole = entry(office)
    assert count(office) == 1
    assert {code: word.title for code, word in whole.wordings.items()} == {
        "en": "Harbour workers lay down their work", "fa": "کارگران بندر دست از کار کشیدند",
    }  # fmt: skip
    assert whole.wordings["en"].source.strip() == STATEMENT.strip()
    assert whole.wordings["fa"].source.strip() == FARSI.strip()
    assert {"/preview 1 en", "/preview 1 fa"} <= set(said.commands)
    assert SPLIT not in said.commands
    assert "wordings" not in said.text
    assert str(whole.post.issued_on) == "2026-01-12"


def test_what_it_was_issued_in_stays_the_original(office: Office, nasrin: Member) -> None:
    """The other wording is its translation."""
    nasrin.forwards(BOTH)
    language = entry(office).post.language
    nasrin.presses(SPLIT)
    whole = entry(office)
    assert whole.post.language == language
    assert [word.language for word in whole.wordings.values() if word.origin is WordingOrigin.ORIGINAL] == [language]


def test_paragraphs_that_take_turns_go_with_their_language(office: Office, nasrin: Member) -> None:
    """Titles, bylines and dates too; each language in its order, and nothing lost."""
    nasrin.forwards(TURNS)
    nasrin.presses(SPLIT)
    assert letters(*sources(office).values()) == letters(TURNS)
    assert sources(office)["en"].split() == STATEMENT.split()
    assert sources(office)["fa"].split() == FARSI.split()
    assert bodies_of(office)["fa"].endswith("کسی آسیب ندید.")


def test_both_titles_above_and_both_signatures_below_are_set_apart(office: Office, nasrin: Member) -> None:
    """What stands over both texts, line by line, goes where it can be read."""
    english, farsi = STATEMENT.strip().split("\n\n"), FARSI.strip().split("\n\n")
    text = "\n\n".join([f"{english[0]}\n{farsi[0]}", *english[1:], *farsi[1:], "Harbour Committee\nکمیتهٔ بندر"])
    nasrin.forwards(text)
    nasrin.presses(SPLIT)
    whole = entry(office)
    assert (whole.wordings["en"].title, whole.wordings["fa"].title) == (english[0], farsi[0])
    assert bodies_of(office)["en"].endswith("Harbour Committee")
    assert bodies_of(office)["fa"].endswith("کمیتهٔ بندر")
    assert letters(*sources(office).values()) == letters(text)


def test_a_second_press_changes_nothing(office: Office, nasrin: Member) -> None:
    """Neither the wordings nor the record nor what was submitted meanwhile."""
    nasrin.forwards(BOTH)
    office.joins(2)
    first = nasrin.presses(SPLIT)
    nasrin.says("/submit 1")
    before = sources(office)
    again = nasrin.presses(SPLIT)
    assert sources(office) == before
    assert entry(office).post.state is State.REVIEW
    assert set(again.commands) != set(first.commands)
    with office.database.reading() as db:
        assert [row.action for row in audit.entries(db, post=1)].count("split") == 1


def test_an_approval_is_void_and_the_record_tells_who_split(office: Office, nasrin: Member) -> None:
    """As by any edit."""
    nasrin.forwards(BOTH)
    dara = office.joins(2)
    nasrin.says("/submit 1")
    assert entry(office).post.state is State.REVIEW
    dara.presses(SPLIT)
    assert entry(office).post.state is State.DRAFT
    assert f"{dara.alias} split the text of post 1 into wordings (en, fa)." in nasrin.says("/history 1").text
    nasrin.says("/submit 1")
    dara.says("/approve 1")
    assert entry(office).post.state is State.PUBLISHED
    assert "کارگران شیفت شب" in office.stranger(9, "fa").says("/read 1").text
    assert "night shift" in office.stranger(8, "en").says("/read 1").text


def test_a_published_post_is_not_split(office: Office, nasrin: Member) -> None:
    nasrin.forwards(BOTH)
    nasrin.says("/publish 1")
    assert "is published" in nasrin.says(SPLIT).text
    assert len(entry(office).wordings) == 1


def test_a_restart_between_card_and_press_loses_nothing(office: Office, nasrin: Member) -> None:
    """The button is a command line, and everything else is in the database."""
    nasrin.forwards(BOTH)
    office.database = Database(str(office.database.url), Keys(bytes.fromhex(KEY)))
    nasrin.presses(SPLIT)
    assert set(sources(office)) == {"en", "fa"}


def test_a_text_of_several_messages_ends_with_the_split(office: Office, nasrin: Member) -> None:
    """What is sent afterwards doesn't melt the two together again."""
    nasrin.says(f"/new\n{STATEMENT}")
    nasrin.says(FARSI)
    nasrin.presses(SPLIT)
    before = sources(office)
    nasrin.says("The last word belongs to the bakers.")
    nasrin.says("/new statement 1\nMore words.")
    assert sources(office) == before
    assert count(office) == 1


def test_bold_words_and_links_stay_in_both(office: Office, nasrin: Member) -> None:
    nasrin.forwards(
        BOTH, span(BOTH, "night shift", "bold"), span(BOTH, "کارگران شیفت شب", "link", "https://example.org/shab")
    )
    nasrin.presses(SPLIT)
    words = entry(office).wordings
    assert "**night shift**" in words["en"].body
    assert "[کارگران شیفت شب](<https://example.org/shab>)" in words["fa"].body


def test_a_markdown_file_is_split_between_its_blocks(office: Office, nasrin: Member) -> None:
    """Each wording is Markdown as the file wrote it, notes with their marks."""
    text = BOTH_MARKDOWN
    nasrin.uploads("both.md", text.encode())
    nasrin.presses(SPLIT)
    whole = entry(office)
    assert "The **night shift** laid down its work on Monday.[^1]" in whole.wordings["en"].body
    assert "[^1]: The port paper" in whole.wordings["en"].body
    assert "کارگران **شیفت شب** روز دوشنبه دست از کار کشیدند.[^2]" in whole.wordings["fa"].body
    assert "[^2]: روزنامهٔ بندر" in whole.wordings["fa"].body
    assert letters(*sources(office).values()) == letters(text)


def test_what_a_coordinator_wrote_or_decided_stays(office: Office, nasrin: Member) -> None:
    """A title that was set, a summary that was written, figures kept and figures dropped."""
    nasrin.forwards(BOTH)
    nasrin.says("/set 1 title The harbour stands still")
    nasrin.says("/set 1 summary They stopped work.")
    nasrin.says("/set 1 issuer Harbour Workers")
    first = nasrin.presses("/draft 1 figures")
    nasrin.presses(next(line for line in first.commands if " drop " in line))
    nasrin.says('/figure 1 در اعتصاب; 340; کمیته; ; "به گفتهٔ کمیته، دست‌کم ۳۴۰ نفر در این اعتصاب شرکت کردند."')
    nasrin.presses(SPLIT)
    whole = entry(office)
    assert whole.issuers == ("Harbour Workers",)
    assert whole.wordings["en"].title == "The harbour stands still"
    assert whole.wordings["en"].summary == "They stopped work."
    assert [figure.language for figure in whole.figures] == ["fa"]
    assert "At least 340 people" not in nasrin.says("/draft 1 figures").text
    with office.database.reading() as db:
        assert len(figures.of_post(db, 1)) == 1


def refused(office: Office, said: Heard, words: str) -> None:
    """The answer says *words*, and nothing was changed."""
    assert words in said.text
    assert len(entry(office).wordings) == 1


def test_a_text_in_one_language_is_not_split(office: Office, nasrin: Member) -> None:
    assert SPLIT not in nasrin.forwards(STATEMENT).commands
    refused(office, nasrin.says(SPLIT), "is in one language")


def test_names_and_addresses_make_no_second_language(office: Office, nasrin: Member) -> None:
    """A Farsi text with web addresses and handles is a Farsi text."""
    links = "\n\n".join(f"https://example.org/reports/of/the/harbour/{n}\n\n@harbour_workers_{n}" for n in range(6))
    card = nasrin.forwards(f"{FARSI}\n{links}\n")
    assert SPLIT not in card.commands
    refused(office, nasrin.says(SPLIT), "is in one language")


def test_a_language_with_too_few_words_to_be_told_is_refused(office: Office, nasrin: Member) -> None:
    """With the way to bring that wording by itself; once the coordinator says which language it is, it is split."""
    nasrin.forwards(f"{FARSI}\nHarbour Harbour Harbour Harbour Harbour Harbour!\n")
    refused(office, nasrin.says(SPLIT), "too little text")
    nasrin.says("/set 1 language en")
    nasrin.says(SPLIT)
    assert sources(office)["en"] == "Harbour Harbour Harbour Harbour Harbour Harbour!"
    assert sources(office)["fa"].split() == FARSI.split()


def test_a_wording_that_is_there_already_is_not_replaced(office: Office, nasrin: Member) -> None:
    """The coordinator brought a translation; half of a mixed text must not take its place."""
    nasrin.forwards(BOTH)
    nasrin.says("/text 1 fa\nما با آنان هستیم، و نان می‌آوریم.")
    card = nasrin.says("/done")
    assert SPLIT not in card.commands
    said = nasrin.says(SPLIT)
    assert "already has a text of its own" in said.text
    assert sources(office)["fa"] == "ما با آنان هستیم، و نان می‌آوریم."


def test_a_collection_is_not_split_but_its_parts_are(office: Office, nasrin: Member) -> None:
    """Each part has a card of its own."""
    bread = "ما در کنار آنان ایستاده‌ایم و هر صبح نان می‌آوریم. حقوق بازنشستگی ما را هم در همان هفته کم کردند."
    text = COLLECTION.replace("Our pensions", f"\n\n{bread}\n\nOur pensions")
    nasrin.forwards(text)
    assert len(entry(office).parts) == 3
    assert SPLIT not in nasrin.says("/draft 1").commands
    card = nasrin.says("/draft 3")
    assert "/draft 3 split" in card.commands
    nasrin.presses("/draft 3 split")
    part = entry(office, 3)
    assert (part.post.parent, set(part.wordings)) == (1, {"en", "fa"})
    assert part.wordings["fa"].source == bread
    assert "Our pensions were cut" in part.wordings["en"].body


def test_a_language_the_bot_does_not_speak_is_refused(office: Office, nasrin: Member) -> None:
    russian = "Докеры южного порта остановили работу. Они требуют зарплату, которую не платят с осени. " * 3
    nasrin.forwards(f"{STATEMENT}\n{russian}\n")
    refused(office, nasrin.says(SPLIT), "doesn't speak")


def test_it_is_said_in_farsi_too(office: Office) -> None:
    """Button, remark and refusals."""
    mina = office.joins(5, Role.OWNER, "fa")
    card = mina.forwards(BOTH)
    label = next(button.label for button in card.buttons if button.command == SPLIT)
    assert label not in {"", "Split into its languages"}
    assert label in card.text
    said = mina.presses(SPLIT)
    assert {"/preview 1 en", "/preview 1 fa"} <= set(said.commands)
    assert "split" not in mina.says("/history 1").text
    mina.forwards(FARSI)
    assert "split" not in mina.says("/draft 2 split").text


def test_only_the_team_may_split(office: Office, nasrin: Member) -> None:
    nasrin.forwards(BOTH)
    stranger = office.stranger(77)
    assert stranger.says(SPLIT) == stranger.says("/nosuchcommand 1 split")
    with office.database.reading() as db:
        assert len(posts.entry(db, posts.kept(db, 1)).wordings) == 1
