"""The campaign says whole sentences in each of its languages, safely escaped and readable in both directions."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup, escape

from bot.refusals import Refused
from bot.words import bidi, message
from bot.words.languages import Language, choose, codes, is_rtl, language, load

RLM, LRI, FSI, PDI = "\u200f", "\u2066", "\u2068", "\u2069"
FA, EN = language("fa"), language("en")

HEAD = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'
)


def speaking(tmp_path: Path, entries: str, code: str = "fa", fallback: Language | None = None) -> Language:
    folder = tmp_path / code / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "bot.po").write_text(HEAD + entries, "utf-8")
    return load(tmp_path, code, fallback._catalogue if fallback else None)


def test_a_folder_is_a_language() -> None:
    """The campaign speaks the languages that have a folder, English first."""
    assert codes()[:2] == ("en", "fa")
    with pytest.raises(KeyError):
        language("xx")


def test_a_sentence_is_said_in_the_language_of_its_catalogue(tmp_path: Path) -> None:
    """A translated sentence is said as its catalogue has it; without one, as the code has it."""
    fa = speaking(tmp_path, 'msgid "Title: {title}"\nmsgstr "عنوان: {title}"\n')
    assert fa.say("Title: {title}", title="همبستگی") == "عنوان: همبستگی"
    assert fa.say("Nobody translated this.") == "Nobody translated this."
    assert fa.say("") == ""


def test_a_fuzzy_or_empty_translation_is_not_used(tmp_path: Path) -> None:
    """What no person has confirmed is not said; the English wording of the campaign is."""
    english = speaking(tmp_path, 'msgid "One"\nmsgstr "First"\n', "en")
    fa = speaking(tmp_path, '#, fuzzy\nmsgid "One"\nmsgstr "یک"\n\nmsgid "Two"\nmsgstr ""\n', "fa", english)
    assert (fa.say("One"), fa.say("Two")) == ("First", "Two")


def test_no_compiled_catalogue_is_written(tmp_path: Path) -> None:
    """Catalogues are compiled in memory; nothing appears beside them."""
    speaking(tmp_path, 'msgid "One"\nmsgstr "یک"\n')
    assert [path.name for path in tmp_path.rglob("*.*")] == ["bot.po"]


def test_text_from_outside_is_escaped_and_markup_of_ours_is_not() -> None:
    """Values and sentences can't bring tags in; HTML made by the bot stays HTML."""
    said = EN.say("<{who}> & {link}", who="<b>x</b>", link=Markup("<b>bold</b>"))
    assert said == "&lt;&lt;b&gt;x&lt;/b&gt;&gt; &amp; <b>bold</b>"
    assert EN.plain("<{who}> & {link}", who="<x>", link=Markup("<b>a &amp; b</b>")) == "<<x>> & a & b"


def test_a_value_with_braces_is_only_text() -> None:
    """A title with braces in it is printed, not filled."""
    assert EN.say("{title}", title="{number} {0}") == "{number} {0}"


def test_a_place_without_a_value_is_a_mistake() -> None:
    """A sentence with an empty place never reaches a reader."""
    with pytest.raises(KeyError):
        EN.say("There is no post {number}.")
    with pytest.raises(TypeError):
        EN.say("Done: {done}", done=True)


def test_numbers_have_the_digits_of_the_language() -> None:
    """Farsi has Persian digits and separators; a number that names something has no separators."""
    assert (FA.number(18210), EN.number(18210)) == ("۱۸٬۲۱۰", "18,210")
    assert (FA.number(Decimal("1234.5")), EN.number(0.25)) == ("۱٬۲۳۴٫۵", "0.25")
    assert (FA.digits("18:05"), EN.digits("18:05")) == ("۱۸:۰۵", "18:05")
    assert FA.say("شمارهٔ {number}", number=1204) == "شمارهٔ ۱۲۰۴"
    assert EN.say("Post {number}: {sum}", number=1204, sum=Decimal(1204)) == "Post 1204: 1,204"


def test_plurals_follow_the_language(tmp_path: Path) -> None:
    """English has one post and two posts; Farsi takes its singular for nought and one."""
    fa = speaking(tmp_path, 'msgid "{n} post"\nmsgid_plural "{n} posts"\nmsgstr[0] "تک: {n}"\nmsgstr[1] "چند: {n}"\n')
    assert [EN.count("{n} post", "{n} posts", n) for n in (0, 1, 1500)] == ["0 posts", "1 post", "1,500 posts"]
    assert [fa.count("{n} post", "{n} posts", n) for n in (0, 1, 2)] == ["تک: ۰", "تک: ۱", "چند: ۲"]


def test_lists_are_joined_as_the_language_does() -> None:
    """Two or more names are joined with the language's commas and its "and", strangers among them isolated."""
    assert EN.listing(["a", "b", "c"]) == "a, b and c"
    assert EN.listing(["Amnesty", "شورا"]) == f"Amnesty and {FSI}شورا{PDI}"
    assert bidi.strip_marks(FA.listing(["شورا", "سندیکا", "CHRI"])) == "شورا، سندیکا و CHRI"
    assert FA.listing(["شورا", "CHRI"]) == f"شورا و {FSI}CHRI{PDI}"
    joined = EN.listing([Markup("<b>a</b>"), Markup("c")])
    assert isinstance(joined, Markup)
    assert joined == "<b>a</b> and c"
    assert EN.say("By {who}", who=["a", "<b>"]) == "By a and &lt;b&gt;"


def test_a_list_is_not_isolated_a_second_time() -> None:
    """What a language has joined or said keeps its marks inside another sentence."""
    assert FA.say("از {who}", who=FA.listing(["شورا", "CHRI"])) == f"از شورا و {FSI}CHRI{PDI}"
    assert FA.say("از {who}", who=FA.plain("{x} و ما", x="CHRI")) == f"از {RLM}{FSI}CHRI{PDI} و ما"


def test_languages_have_names() -> None:
    """A language is called by its own name, and by its name in another."""
    assert (EN.name(), FA.name(), EN.name_of("fa"), FA.name_of("en")) == ("English", "فارسی", "Farsi", "انگلیسی")
    assert FA.name_of("zz") == "zz"


@pytest.mark.parametrize(
    ("telegram", "chosen"),
    [
        ("fa", "fa"),
        ("fa-IR", "fa"),
        ("FA_ir", "fa"),
        ("en-GB", "en"),
        ("ckb", "en"),
        ("prs", "en"),
        ("tg", "en"),
        (None, "en"),
    ],
)
def test_a_person_is_met_in_their_telegram_language(telegram: str | None, chosen: str) -> None:
    """Farsi and English are taken from Telegram; a neighbouring language is not mistaken for Farsi."""
    assert choose(telegram, "en") == chosen


def test_the_default_serves_where_nothing_is_known() -> None:
    """Who set no language, or one the campaign does not speak, is met in the default one."""
    assert (choose(None, "fa"), choose("de", "fa"), choose("", "fa")) == ("fa", "fa", "fa")


def test_a_refusal_is_said_in_the_language_of_the_asker() -> None:
    """A rule's refusal is translated and escaped where it is shown."""
    assert EN.refusal(Refused("No <{word}> on post {number}.", word="&", number=12)) == "No &lt;&amp;&gt; on post 12."


def test_direction_is_known_for_languages_the_campaign_does_not_speak() -> None:
    """Posts may come in other languages: Sorani and Arabic run right to left, German does not."""
    assert [is_rtl(code) for code in ("fa", "ckb", "ar", "de", "en", "zz", "??")] == [True, True, True] + [False] * 4


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("کارگران", "کارگران"),
        ("می\u200cرود", "می\u200cرود"),
        ("12–14", "12–14"),
        ("سپاه (IRGC)", f"{FSI}سپاه (IRGC){PDI}"),
        ("Reuters", f"{FSI}Reuters{PDI}"),
        ("@example", f"{LRI}@example{PDI}"),
        ("2026-01-12", f"{LRI}2026-01-12{PDI}"),
        ("/set 12 title:fa", f"{LRI}/set 12 title:fa{PDI}"),
        ("https://example.org/a?b=1", f"{LRI}https://example.org/a?b=1{PDI}"),
        ("با /help بپرسید", f"با {LRI}/help{PDI} بپرسید"),
        ("\u202eReuters\u2069", f"{FSI}Reuters{PDI}"),
        ("👩\u200d👧", "👩\u200d👧"),
    ],
)
def test_values_in_farsi_are_isolated_where_they_would_turn_the_line(value: str, shown: str) -> None:
    """Names in Latin letters, handles, commands and ISO dates are isolated; Farsi and ranges are left alone."""
    assert FA.say("گفت: {value}.", value=value) == f"گفت: {shown}."


@pytest.mark.parametrize(
    ("value", "shown"),
    [("Reuters", "Reuters"), ("/help", "/help"), ("شورا", f"{FSI}شورا{PDI}"), ("BBC فارسی", f"{FSI}BBC فارسی{PDI}")],
)
def test_values_in_english_are_isolated_where_they_would_turn_the_line(value: str, shown: str) -> None:
    """In English, Farsi names are isolated and nothing else is."""
    assert EN.say("Source: {value}.", value=value) == f"Source: {shown}."


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("برای کمک /help را بفرستید.", f"برای کمک {LRI}/help{PDI} را بفرستید."),
        ("/help — راهنما", f"{RLM}{LRI}/help{PDI} — راهنما"),
        ("/set N FIELD VALUE را بفرستید", f"{RLM}{LRI}/set N FIELD VALUE{PDI} را بفرستید"),
        ("متن: /read {number}.", f"متن: {LRI}/read 1204{PDI}."),
        ("/subscribe [now|daily] را", f"{RLM}{LRI}/subscribe [now|daily]{PDI} را"),
        ("مثل 2026-01-12، یا 2026", f"مثل {LRI}2026-01-12{PDI}، یا 2026"),
        ("نشانی: https://example.org/a.", f"نشانی: {LRI}https://example.org/a{PDI}."),
        ("شمارهٔ {number}", "شمارهٔ ۱۲۰۴"),
        ("{number} متن", f"{RLM}۱۲۰۴ متن"),
        ("یک\nTelegram و دو\n\nسه", f"یک\n{RLM}Telegram و دو\n\nسه"),
    ],
)
def test_farsi_sentences_are_read_from_the_right(template: str, said: str) -> None:
    """Commands and dates in a sentence are isolated with what belongs to them; each line begins right to left."""
    assert FA.say(template, number=1204) == said


def test_an_english_sentence_shown_to_a_farsi_reader_keeps_its_own_direction() -> None:
    """Where a translation is missing, the English line is not turned."""
    assert FA.say("Nobody translated this!") == "Nobody translated this!"


def test_a_mark_stands_inside_a_quotation_and_before_bold() -> None:
    """U+200F does not make a line of its own before a quotation."""
    assert bidi.begin_rtl("<blockquote>12 تن</blockquote>", html=True) == f"<blockquote>{RLM}12 تن</blockquote>"
    assert bidi.begin_rtl("<b>Reuters</b>: خبر", html=True) == f"{RLM}<b>Reuters</b>: خبر"
    assert bidi.begin_rtl("&lt;خبر", html=True) == "&lt;خبر"


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="aب۱1 /@<>&{}\u200f\u202e\u2066\u2068\u2069\u200c-.\n"), st.sampled_from([EN, FA]))
def test_no_value_can_turn_or_break_a_message(value: str, speaker: Language) -> None:
    """Whatever comes from outside, each isolate that opens closes, and nothing but the text itself arrives."""
    said = speaker.say("{value}", value=value)
    text = message.plain(said)
    assert bidi.strip_marks(text) == bidi.strip_marks(value)
    assert text.count(LRI) + text.count(FSI) == text.count(PDI)
    assert not set("\u202a\u202b\u202d\u202e\u2067") & set(text)
    assert bidi.strip_marks(said) == escape(bidi.strip_marks(value))


@pytest.mark.parametrize(
    "said",
    [FA.say("برای کمک /help را"), FA.say("/week 12 را"), FA.say("«{c}»", c="/read 12"), FA.say("{c}", c="@example")],
)
def test_telegram_finds_commands_inside_isolates(said: str) -> None:
    """Telegram's own parser still takes an isolated command or handle for one, so that it can be pressed."""
    tdjson = pytest.importorskip("tdjson", reason="Telegram's parser comes for Linux alone")
    request = {"@type": "getTextEntities", "text": message.plain(said)}
    entities = json.loads(tdjson.td_execute(json.dumps(request).encode()))["entities"]
    assert [entity["type"]["@type"] for entity in entities] in (["textEntityTypeBotCommand"], ["textEntityTypeMention"])
