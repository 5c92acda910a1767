"""What readers read: the newest, a week, a summary, a text in pages, its sources, a search."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bot.campaign.models import ChatKind, Kind, Precision, State, SummaryOrigin
from bot.commands import readers
from bot.refusals import Refused
from bot.words.languages import language
from bot.words.message import plain, units

if TYPE_CHECKING:
    from tests.commands.conftest import Campaign, Function

BOTH = pytest.mark.parametrize("speech", ["en", "fa"])
LONG = "\n\n".join(
    f"Paragraph {n} tells of the strike. " + "The workers stay out until all are paid. " * 12 for n in range(40)
)
NOTED = "The mill stands still.[^1] The bakery too.[^2]\n\n[^1]: The daily, 3 May.\n[^2]: A letter of the bakers."


def update(campaign: Campaign, week: int, **fields: Any) -> int:
    """Publish the weekly update of *week*."""
    known: dict[str, Any] = {
        "title": f"Report of week {week}",
        "kind": Kind.UPDATE,
        "week": week,
        "series": "Report",
    }
    return campaign.publish("The bakers went on strike. Nobody was hurt.", **(known | fields))


def refusal(campaign: Campaign, function: Function, arguments: str, speech: str = "en") -> str:
    """The sentence with which a request is refused."""
    with pytest.raises(Refused) as refused:
        campaign.ask(function, arguments, language=speech)
    return plain(language(speech).refusal(refused.value))


@BOTH
def test_the_newest_posts_have_a_button_each(campaign: Campaign, speech: str) -> None:
    """/latest lists what was published last first, a row for each, leading to its summary."""
    for n in range(10):
        campaign.publish("Some words.", title=f"Statement {n}")
    heard = campaign.ask(readers.latest, language=speech)
    assert heard.commands == [f"/summary {n}" for n in range(10, 2, -1)]
    assert heard.text.index("Statement 9") < heard.text.index("Statement 2")
    assert all(len(row) == 1 for row in heard.answer.messages[0].rows)


@BOTH
def test_an_empty_campaign_says_so(campaign: Campaign, speech: str) -> None:
    """Lists without a post answer with a sentence, not with silence."""
    assert len(campaign.ask(readers.latest, language=speech).text) > 20
    assert len(campaign.ask(readers.statements, language=speech).text) > 20
    assert refusal(campaign, readers.week, "", speech)
    assert refusal(campaign, readers.summary, "", speech)


def test_a_post_without_a_title_is_called_by_its_first_words(campaign: Campaign) -> None:
    """The first words of the text and an ellipsis stand for a missing title."""
    campaign.publish(
        "We, the **bakers** of the old town, will not bake tomorrow, nor on any day until we are heard by all."
    )
    heard = campaign.ask(readers.latest)
    assert "We, the bakers of the old town" in heard.text
    assert heard.buttons[0].label.endswith("…")


def test_a_week_in_brief_has_all_that_a_reader_needs(campaign: Campaign) -> None:
    """/week names title, issuers, date, whose sentences the summary has, figures with their source, and the ways on."""
    update(campaign, 8)
    number = update(campaign, 9, issuers=("Bakers’ Union", "Mill Council"), issued_on=date(2026, 1, 12))
    update(campaign, 10)
    campaign.report(number, "arrested", 19, source="The union", as_of=date(2026, 1, 11))
    heard = campaign.ask(readers.week, "9")
    for fact in ("Report of week 9", "Bakers’ Union", "Mill Council", "12 January 2026", "word for word", "The bakers went on strike.", "arrested", "19", "source: The union"):  # fmt: skip  # noqa: E501 - a list of facts
        assert fact in heard.text
    assert {f"/read {number}", f"/sources {number}", "/actions", "/week 9 fa", "/week 8", "/week 10"} <= set(
        heard.commands
    )


def test_the_newest_week_is_the_default(campaign: Campaign) -> None:
    """A back number published later does not take the place of the newest week."""
    update(campaign, 10)
    update(campaign, 9)
    assert "Report of week 10" in campaign.ask(readers.week).text
    assert "Report of week 10" in campaign.ask(readers.summary).text


def test_the_way_onward_stands_left_for_who_reads_from_the_right(campaign: Campaign) -> None:
    """The row of neighbouring weeks is laid out as the language is read."""
    for week in (8, 9, 10):
        update(campaign, week)

    def row(speech: str) -> list[str | None]:
        rows = campaign.ask(readers.week, "9", language=speech).answer.messages[-1].rows
        return next([button.command for button in row] for row in rows if len(row) == 2)

    assert row("en") == ["/week 8", "/week 10"]
    assert row("fa") == ["/week 10", "/week 8"]


@BOTH
def test_a_week_that_is_not_there_is_refused_with_the_nearest(campaign: Campaign, speech: str) -> None:
    """The refusal names the weeks that there are."""
    update(campaign, 8)
    update(campaign, 11)
    sentence = refusal(campaign, readers.week, "30", speech)
    assert language(speech).digits("11") in sentence
    assert language(speech).digits("8") in sentence


def test_what_the_text_does_not_say_is_said_to_be_missing(campaign: Campaign) -> None:
    """No issuer and no date are two plain statements, and a month stays a month."""
    campaign.publish("Nobody signed this. It has no date.", title="Unsigned")
    text = campaign.ask(readers.summary, "1").text
    assert "Issuer: not named in the text" in text
    assert "Date: not given in the text" in text
    campaign.publish("Signed.", title="Of a month", issued_on=date(2025, 11, 1), precision=Precision.MONTH)
    assert "Date: November 2025" in campaign.ask(readers.summary, "2").text


def test_a_summary_says_whose_sentences_it_has(campaign: Campaign) -> None:
    """Sentences of the source and those of a coordinator are told apart."""
    campaign.publish("The mill stands still. It will stand until May.", title="A")
    campaign.publish("Long.", title="B", summary="In short: the mill stands.", origin=SummaryOrigin.WRITTEN)
    extracted, written = (campaign.ask(readers.summary, number).text for number in ("1", "2"))
    assert "word for word" in extracted
    assert "The mill stands still." in extracted
    assert "coordinator wrote" in written
    assert "word for word" not in written
    assert "In short: the mill stands." in written


def test_a_text_arrives_whole_and_in_order(campaign: Campaign) -> None:
    """Every paragraph stands on one of the pages, and each page is one message within Telegram's limit."""
    campaign.publish(LONG, title="Forty paragraphs\nin two lines", issuers=("Bakers’ Union",))
    first = campaign.ask(readers.read, "1")
    assert "Forty paragraphs\nin two lines" in first.text
    assert "Page 1 of " in first.text
    pages = int(first.text.rsplit("Page 1 of ")[1].split()[0])
    assert pages > 3
    heard = [campaign.ask(readers.read, f"1 {page}") for page in range(1, pages + 1)]
    whole = "\n\n".join(page.text for page in heard)
    places = [whole.index(paragraph.strip()) for paragraph in LONG.split("\n\n")]
    assert places == sorted(places)
    for page in heard:
        assert len(page.answer.messages) == 1
        assert units(page.answer.messages[0].html) <= 4096
    assert "/read 1 2" in first.commands
    assert {"/read 1 1", "/read 1 3"} <= set(heard[1].commands)
    assert f"/read 1 {pages + 1}" not in heard[-1].commands


@BOTH
def test_a_page_past_the_end_is_refused_with_the_last_one(campaign: Campaign, speech: str) -> None:
    """The refusal says how many pages there are and changes nothing."""
    campaign.publish(LONG, title="Long")
    campaign.publish("Short.", title="Short")
    pages = campaign.ask(readers.read, "1").text.rsplit(" of ")[-1].split()[0]
    assert language(speech).digits(pages) in refusal(campaign, readers.read, "1 99", speech)
    assert refusal(campaign, readers.read, "1 0", speech)
    assert refusal(campaign, readers.read, "2 2", speech)


@pytest.mark.parametrize("arguments", ["1 2 fa", "fa 1 2", "1 fa 2", "#1 ۲ فارسی", "۱ Farsi ۲"])
def test_arguments_stand_in_any_order(campaign: Campaign, arguments: str) -> None:
    """The first number is the post, the second the page; the language may stand anywhere, digits may be Persian."""
    campaign.publish(LONG, title="Long")
    campaign.translate(
        1, "fa", "\n\n".join(f"بند {n}. " + "کارگران در خیابان می‌مانند. " * 20 for n in range(30)), "بلند"
    )
    heard = campaign.ask(readers.read, arguments)
    assert "کارگران در خیابان می‌مانند." in heard.text
    assert "۲" in heard.text.splitlines()[-1]
    assert {"/read 1 1 fa", "/read 1 3 fa"} <= set(heard.commands)


@BOTH
@pytest.mark.parametrize("function", [readers.read, readers.sources])
def test_a_post_that_is_not_there_is_refused(campaign: Campaign, function: Function, speech: str) -> None:
    """A draft, an unknown number, no number, a word: each is one clear sentence."""
    draft = campaign.publish("Not yet.", title="Secret", state=State.DRAFT)
    for arguments in (str(draft), "77", "", "bread", "1 2 3 4", "9999999999"):
        sentence = refusal(campaign, function, arguments, speech)
        assert len(sentence) > 10
        assert "Secret" not in sentence


@BOTH
def test_a_text_in_the_other_language_says_so(campaign: Campaign, speech: str) -> None:
    """Without a wording in the reader's language the other one is shown, with one line that says so."""
    other = {"en": "fa", "fa": "en"}[speech]
    bodies = {"fa": "نانوایان اعتصاب کردند.", "en": "The bakers went on strike."}
    campaign.publish(bodies[other], language=other)
    heard = campaign.ask(readers.read, "1", language=speech)
    assert bodies[other] in heard.text
    assert language(speech).name_of(other) in heard.text
    assert bodies[other] in campaign.ask(readers.summary, "1", language=speech).text


def test_a_translation_is_called_one(campaign: Campaign) -> None:
    """Who reads a translation is told from which language it is."""
    campaign.publish("نانوایان اعتصاب کردند.", language="fa", title="نان")
    campaign.translate(1, "en", "The bakers went on strike.", "Bread")
    assert "Translated from Farsi." in campaign.ask(readers.read, "1").text
    assert "Translated" not in campaign.ask(readers.read, "1", language="fa").text


def test_a_warning_comes_before_the_text_and_hides_it(campaign: Campaign) -> None:
    """A post with a warning shows the warning and the summary; on each page the text is behind a spoiler."""
    campaign.publish(f"{LONG}\n\n> A quotation.\n\n    code", title="Hard", warning="Speaks of killings.")
    first = campaign.ask(readers.read, "1")
    html = str(first.answer.messages[0].html)
    assert html.index("Speaks of killings.") < html.index("Every sentence below") < html.index("<tg-spoiler>")
    assert "Paragraph 0 tells" in html[html.index("<tg-spoiler>") :]
    later = str(campaign.ask(readers.read, "1 3").answer.messages[0].html)
    assert later.startswith("<tg-spoiler>")
    assert "Speaks of killings." in campaign.ask(readers.summary, "1").text


def test_a_group_gets_a_long_text_in_brief(campaign: Campaign) -> None:
    """In a group a post of several pages is its summary and a way to the private chat; a short one is there whole."""
    campaign.publish(LONG, title="Long", issuers=("Bakers’ Union",))
    campaign.publish("The whole of a short text.", title="Short")
    long = campaign.ask(readers.read, "1", kind=ChatKind.GROUP)
    assert long.answer.more == "read_1"
    assert len(long.answer.messages) == 1
    assert "Bakers’ Union" in long.text
    assert "Paragraph 30" not in long.text
    assert campaign.ask(readers.read, "1 fa", kind=ChatKind.GROUP).answer.more == "read_1_fa"
    short = campaign.ask(readers.read, "2", kind=ChatKind.GROUP)
    assert short.answer.more is None
    assert "The whole of a short text." in short.text


def test_sources_are_all_footnotes_and_the_link(campaign: Campaign) -> None:
    """Each note arrives whole and in order, however long, and the source opens from a button."""
    campaign.publish(NOTED, title="Noted", source_url="https://example.org/a?b=1&c=2")
    heard = campaign.ask(readers.sources, "1")
    assert heard.text.index("The daily, 3 May.") < heard.text.index("A letter of the bakers.")
    assert heard.urls == ["https://example.org/a?b=1&c=2"]
    notes = [f"Note {n}: " + "a long source. " * 90 for n in range(1, 9)]
    body = (
        "Words."
        + "".join(f"[^{n}]" for n in range(1, 9))
        + "".join(f"\n\n[^{n}]: {note}" for n, note in enumerate(notes, 1))
    )
    campaign.publish(body, title="Long notes")
    long = campaign.ask(readers.sources, "2")
    assert len(long.answer.messages) > 1
    assert all(units(message.html) <= 4096 for message in long.answer.messages)
    flat = " ".join(long.text.split())
    assert all(" ".join(note.split()) in flat for note in notes)


@BOTH
def test_a_text_without_sources_says_so(campaign: Campaign, speech: str) -> None:
    """No footnotes and no link are an answer too."""
    campaign.publish("Nothing is cited here.", title="Bare")
    heard = campaign.ask(readers.sources, "1", language=speech)
    assert heard.urls == []
    assert len(heard.text.splitlines()) >= 3


def test_statements_come_in_pages(campaign: Campaign) -> None:
    """Eight on a page, newest first, updates and actions left out, ways to the pages before and after."""
    for n in range(18):
        campaign.publish("Words.", title=f"Statement {n}")
    update(campaign, 3)
    middle = campaign.ask(readers.statements, "2")
    assert "Page 2 of 3" in middle.text
    assert "Report of week 3" not in middle.text
    assert middle.commands == [*(f"/read {n}" for n in range(10, 2, -1)), "/statements 1", "/statements 3"]
    assert "3" in refusal(campaign, readers.statements, "9")


def test_a_collection_leads_to_its_parts(campaign: Campaign) -> None:
    """Each part has a button in the collection, and leads back to it; a part that is not out yet has none."""
    whole = campaign.publish("Twelve voices.", title="Voices", kind=Kind.COLLECTION)
    parts = [campaign.publish("A voice.", title=f"Voice {n}", parent=whole, position=n) for n in range(12)]
    campaign.publish("Hidden.", title="Not yet", parent=whole, position=99, state=State.DRAFT)
    pages = [campaign.ask(readers.read, f"{whole} {page}") for page in (1, 2)]
    assert [line for page in pages for line in page.commands if line in {f"/read {part}" for part in parts}] == [
        f"/read {part}" for part in parts
    ]
    assert not any("Not yet" in page.text for page in pages)
    assert f"/read {whole}" in campaign.ask(readers.read, str(parts[0])).commands


def test_a_search_shows_the_passage(campaign: Campaign) -> None:
    """The paragraph that holds the words is shown with them in bold, and the button leads to its page."""
    campaign.publish(f"{LONG}\n\nAt last the Ferrymen joined the strike & won.", title="Long")
    heard = campaign.ask(readers.search, "ferrymen strike")
    assert "At last the Ferrymen joined the strike & won." in heard.text
    assert "<b>Ferrymen</b>" in str(heard.answer.messages[0].html)
    (command,) = heard.commands
    post, page = command.removeprefix("/read ").split()
    assert "Ferrymen" in campaign.ask(readers.read, f"{post} {page}").text


@pytest.mark.parametrize("typed", ["می‌روند", "می روند", "میروند", "ميروند", "مى‌روند", "می‌رَوند", "۱۴۰۱", "1401", "١٤٠١"])
def test_farsi_is_found_however_it_is_typed(campaign: Campaign, typed: str) -> None:
    """Half-space, Arabic letters, diacritics and digits make no difference."""
    campaign.publish("کارگران در سال ۱۴۰۱ به خیابان می‌روند و برنمی‌گردند.", language="fa", title="خیابان")
    heard = campaign.ask(readers.search, typed, language="fa")
    assert "<b>" in str(heard.answer.messages[0].html).split("<blockquote>")[1]
    assert heard.commands == ["/read 1"]


@BOTH
def test_searches_that_find_nothing_say_what_to_do(campaign: Campaign, speech: str) -> None:
    """An empty, a too short and a fruitless search are three sentences."""
    campaign.publish("Bread.", title="Bread")
    texts = {campaign.ask(readers.search, typed, language=speech).text for typed in ("", "b", "zebra")}
    assert len(texts) == 3
    assert "zebra" in campaign.ask(readers.search, "zebra", language=speech).text
    assert (
        campaign.ask(readers.search, "!?", language=speech).text
        == campaign.ask(readers.search, "", language=speech).text
    )


def test_a_plain_message_is_a_search(campaign: Campaign) -> None:
    """Words without a command look for themselves, and signs of the query language are only signs."""
    campaign.publish("The bakers’ bread is free.", title="Bread")
    assert "free" in campaign.ask(readers.search, text="bread is FREE").text
    for typed in ('"bread', "bread AND", "bread*", "NEAR(bread", "-bread", "joined:bread", "^bread"):
        assert campaign.ask(readers.search, typed).answer.messages


def test_five_results_are_shown_and_all_are_counted(campaign: Campaign) -> None:
    """Of many posts the newest five are shown; a post in two languages counts once, in the reader's."""
    for n in range(7):
        campaign.publish("Free bread for all.", title=f"Bread {n}")
    campaign.translate(7, "fa", "نان رایگان، free bread.", "نان")
    heard = campaign.ask(readers.search, "free bread")
    assert "7 results" in heard.text
    assert heard.commands == [f"/read {n}" for n in range(7, 2, -1)]
    assert "نان" in campaign.ask(readers.search, "bread", language="fa").text


def test_results_without_end_are_called_so(campaign: Campaign) -> None:
    """Past fifty nobody counts on."""
    for n in range(52):
        campaign.publish("Free bread for all.", title=f"Bread {n}")
    assert "More than 50 results" in campaign.ask(readers.search, "bread").text


def test_a_passage_in_the_other_language_opens_in_it(campaign: Campaign) -> None:
    """Who finds a text by its Farsi words reads it in Farsi, whatever language the bot speaks to them."""
    campaign.publish("Bread.", title="Bread")
    campaign.translate(1, "fa", "نان رایگان است.", "نان")
    assert campaign.ask(readers.search, "رایگان").commands == ["/read 1 fa"]


DOCUMENTS = Path(__file__).parents[2].parent / "shared" / "documents"


@pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="the real documents are not beside this checkout")
@pytest.mark.parametrize("name", sorted(path.name for path in DOCUMENTS.glob("*.txt")))
def test_real_documents_arrive_whole(campaign: Campaign, name: str) -> None:
    """Each line of a real document stands on one of its pages, and Telegram's own parser takes every page."""
    tdlib = pytest.importorskip("bot.rehearsal.tdlib")
    lines = [line.strip() for line in (DOCUMENTS / name).read_text().splitlines() if line.strip()]
    campaign.publish("\n\n".join(lines), title=lines[0], warning="Speaks of killings.")
    first = campaign.ask(readers.read, "1")
    pages = int(first.text.rsplit("Page 1 of ")[1].split()[0]) if "Page 1 of" in first.text else 1
    heard = [campaign.ask(readers.read, f"1 {page}") for page in range(1, pages + 1)]
    for page in heard:
        html = page.answer.messages[0].html
        assert units(html) <= 4096
        if tdlib.available():
            assert tdlib.parse(str(html), "html")[0].strip() == plain(html).strip()
    whole = " ".join(" ".join(page.text for page in heard).split())
    for line in lines:
        for sentence in line.split(". "):
            assert " ".join(sentence.replace("**", "").replace("*", "").split()) in whole or any(
                mark in sentence for mark in "*_`[\\&<"
            )
