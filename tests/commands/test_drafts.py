"""What is done with a draft: fields, translations, figures, previews, lists."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bot.campaign import figures
from bot.campaign.models import Kind, Post, Role, State, SummaryOrigin, WordingOrigin
from bot.words.digests import publication
from bot.words.languages import language
from bot.words.message import units
from tests.commands.coordinators import FARSI, STATEMENT, Heard, Member, Office, count, entry, plain


def test_the_same_text_is_noticed_and_kept(office: Office, nasrin: Member) -> None:
    """Whatever the yeh, kaf and digits; the card names the other post."""
    nasrin.forwards(FARSI)
    said = nasrin.forwards(FARSI.replace("ی", "ي").replace("ک", "ك").replace("۳۴۰", "٣٤٠"))
    assert count(office) == 2
    assert "looks like one we already have: post 1" in said.text
    assert "looks like" not in nasrin.forwards(STATEMENT).text


def test_a_field_is_set_in_one_line_or_in_the_next_message(office: Office, nasrin: Member) -> None:
    """Pressing the button asks; a value that can't be read can be sent again."""
    nasrin.forwards(STATEMENT)
    nasrin.says("/set 1 source https://example.org/harbour")
    assert entry(office).post.source_url == "https://example.org/harbour"
    assert len(nasrin.presses("/set 1 date").messages) == 1
    nasrin.says("soon")
    nasrin.says("1404-10-23")
    assert entry(office).post.issued_on == date(2026, 1, 13)
    nasrin.says("/set 1 issuer\nHarbour Workers; Bakers of the North")
    assert entry(office).issuers == ("Harbour Workers", "Bakers of the North")
    assert "does not plainly say who issued it" not in nasrin.says("/draft 1").text


def test_a_translation_has_words_of_its_own(office: Office, nasrin: Member) -> None:
    """Title and summary are read from it; the original stays, and so does what is known of the post."""
    nasrin.forwards(STATEMENT)
    nasrin.presses("/text 1 fa")
    nasrin.says(FARSI)
    nasrin.says("/done")
    whole = entry(office)
    assert (whole.wordings["fa"].origin, whole.wordings["en"].origin) == (
        WordingOrigin.TRANSLATION,
        WordingOrigin.ORIGINAL,
    )
    assert whole.wordings["fa"].title == "کارگران بندر دست از کار کشیدند"
    assert whole.post.language == "en"
    assert {"/preview 1 en", "/preview 1 fa"} <= set(nasrin.says("/draft 1").commands)
    said = nasrin.says("/text 1 fa\nThis is English and not what was announced, so the card says so.").text
    assert "seems to be in another language" in said


def test_replacing_a_text_keeps_what_a_coordinator_wrote(office: Office, nasrin: Member) -> None:
    """A written summary and set fields stay; the words are the new ones, whole, in several messages."""
    nasrin.forwards(STATEMENT)
    nasrin.says("/set 1 summary They stopped work, and ask for their wages.")
    nasrin.says("/set 1 date 2026-01-15")
    nasrin.says("/text 1\nAll quiet in the harbour\n\nThe cranes stand still.")
    nasrin.says("The ships wait outside.")
    words = entry(office).wordings["en"]
    assert "cranes stand still" in plain(words)
    assert "ships wait" in plain(words)
    assert "night shift" not in plain(words)
    assert (words.summary_origin, entry(office).post.issued_on) == (SummaryOrigin.WRITTEN, date(2026, 1, 15))


def test_a_language_that_the_bot_does_not_speak_is_no_translation(office: Office, nasrin: Member) -> None:
    """Refused by name; an unknown word as well."""
    nasrin.forwards(STATEMENT)
    assert "de" in nasrin.says("/text 1 de\nWir stehen zusammen.").text
    assert "Harbourese" in nasrin.says("/text 1 Harbourese").text
    assert list(entry(office).wordings) == ["en"]


def test_a_figure_is_kept_with_the_sentence_that_reports_it(office: Office, nasrin: Member) -> None:
    """Found where the number stands once; a quote that is not in the text is refused."""
    nasrin.forwards(STATEMENT)
    nasrin.says("/figure 1 on strike; at least 340 people; Harbour Workers’ Committee; 2026-01-12")
    (kept,) = entry(office).figures
    assert (kept.value, kept.qualifier, kept.unit, kept.as_of) == (
        Decimal(340),
        "at least",
        "people",
        date(2026, 1, 12),
    )
    assert kept.quote == "At least 340 people took part, according to the committee."
    nasrin.says('/figure 1 hurt; ; ; ; "Everybody was hurt."')
    assert len(entry(office).figures) == 1
    nasrin.says("/figure 1")
    nasrin.says('hurt; nobody; the committee; ; "Nobody was hurt."')
    assert [figure.value for figure in entry(office).figures] == [Decimal(340), None]
    assert "Nobody was hurt." in nasrin.says("/draft 1").text
    assert (
        len(nasrin.says("/figure 1 on strike; at least 340 people; Harbour Workers’ Committee; 2026-01-12").messages)
        == 1
    )
    assert len(entry(office).figures) == 2
    nasrin.says("/figure 1 drop 1")
    nasrin.says("/figure 1 drop 5")
    assert [figure.what for figure in entry(office).figures] == ["hurt"]


def test_a_figure_whose_sentence_was_taken_out_is_pointed_at(office: Office, nasrin: Member) -> None:
    """The card says which, and how to drop it."""
    nasrin.forwards(STATEMENT)
    nasrin.says("/figure 1 on strike; 340")
    assert "/figure 1 drop 1" not in nasrin.says("/draft 1").text
    nasrin.says("/text 1\nAll quiet in the harbour\n\nThe cranes stand still.")
    assert "/figure 1 drop 1" in nasrin.says("/done").text


def test_a_preview_is_what_readers_will_get(office: Office, nasrin: Member) -> None:
    """The same messages as the announcement, and the pages of the text, in the language asked for."""
    nasrin.forwards(STATEMENT)
    nasrin.says(f"/text 1 fa\n{FARSI}")
    for code, words in (("en", "night shift"), ("fa", "شیفت شب")):
        said = nasrin.says(f"/preview 1 {code}")
        announced = publication(language(code), entry(office), "solidarity_bot")
        assert list(said.messages[: len(announced)]) == announced
        assert words in said.text
    assert "de" in nasrin.says("/preview 1 de").text


def test_a_long_preview_comes_in_parts(office: Office, nasrin: Member) -> None:
    """Nothing is left out, and each part leads to the next."""
    paragraphs = [f"Paragraph number {number} of the long night in the harbour. " * 12 for number in range(80)]
    nasrin.uploads("long.txt", "\n\n".join(["A long night", *paragraphs]).encode())
    line, whole, turns = "/preview 1 en", "", 0
    while line:
        said = nasrin.presses(line)
        assert all(units(message.html) <= 4096 for message in said.messages)
        whole += said.text
        turns += 1
        line = next((command for command in said.commands if command.startswith("/preview 1 en ")), "")
    assert turns > 1
    assert all(f"Paragraph number {number} " in whole for number in range(80))


def test_drafts_are_listed_page_by_page(office: Office, nasrin: Member) -> None:
    """Newest first, each with a button; past the end is refused."""
    assert "/new" in nasrin.says("/drafts").commands
    for number in range(10):
        nasrin.forwards(STATEMENT.replace("Monday", f"day {number}"))
    assert nasrin.says("/drafts").commands == [*(f"/draft {number}" for number in range(10, 2, -1)), "/drafts 2"]
    assert nasrin.says("/drafts 2").commands == ["/draft 2", "/draft 1", "/drafts 1"]
    assert nasrin.says("/drafts 3").commands == []


def test_everything_is_said_in_farsi_too(office: Office) -> None:
    """The same buttons, and every message fits."""
    mina, sara = office.joins(5, Role.OWNER, "fa"), office.joins(6)
    seen: dict[str, Heard] = {}
    for number, who in ((1, mina), (2, sara)):
        lines = [
            f"/new action\n{FARSI}",
            f"/set {number} deadline 2026-03-01 18:00",
            f"/figure {number}",
            f"/draft {number}",
        ]
        for place, line in enumerate(lines):
            said = who.says(line)
            assert all(units(message.html) <= 4096 for message in said.messages)
            commands = [command.replace(f" {number}", " N") for command in said.commands]
            assert seen.setdefault(str(place), Heard(said.messages)) is not None
            assert commands == [command.replace(" 1", " N") for command in seen[str(place)].commands]
    assert entry(office).post.kind is Kind.ACTION


def test_figures_of_a_draft_are_not_public(office: Office, nasrin: Member) -> None:
    """Until it is published."""
    nasrin.forwards(STATEMENT)
    nasrin.says("/figure 1 on strike; 340")
    with office.database.reading() as db:
        assert figures.published(db) == []
        assert db.get_one(Post, 1).state is State.DRAFT
