"""The catalogues say everything the code says, in every language, and the check that guards them sees each fault."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / ".ci" / "translations.py"

FA_HEAD = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Language: fa\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'
)


@pytest.fixture(scope="module")
def script() -> ModuleType:
    if not SCRIPT.exists():
        pytest.skip("the script is in the repository alone, not in its distribution")
    spec = importlib.util.spec_from_file_location("translations", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def campaign(folder: Path, code: str, **catalogues: str) -> Path:
    """A small bot with one file of code and the catalogues given by language."""
    (folder / "bot").mkdir(exist_ok=True)
    (folder / "bot" / "words.py").write_text(code, "utf-8")
    for language, entries in catalogues.items():
        kept = folder / "locales" / language / "LC_MESSAGES"
        kept.mkdir(parents=True, exist_ok=True)
        if entries:
            (kept / "bot.po").write_text(entries, "utf-8")
    return folder


def entry(said: str, sentence: str = "Read {title} with /read {n}!") -> str:
    return f'{FA_HEAD}msgid "{sentence}"\nmsgstr "{said}"\n'


def test_the_catalogues_are_complete_and_clean(script: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    """Every sentence of the bot is translated, with its places and commands, in clean Farsi."""
    code = script.main(["--check"])
    assert (code, capsys.readouterr().out) == (0, "")


def test_every_way_of_saying_something_is_found(script: ModuleType, tmp_path: Path) -> None:
    """Sentences are found wherever the code says them: in calls inside calls, in choices, in pieces, as plurals."""
    code = """
from x import N_
TITLE = N_("Marked")
raise Refused("Refused {number}.", number=1)
say("Bare")
language.say("Outer {x}", x=language.plain("Inner"))
language.say("Yes" if good else "No")
language.say("Joined " "together")
language.count("{n} post", "{n} posts", 3)
language.say("{n} post", n=1)
language.say(variable)
language.say(f"built {here}")
"text".count("t", 1)
shout("Not said")
"""
    assert script.sentences(campaign(tmp_path, code) / "bot") == [
        "Bare",
        "Inner",
        "Joined together",
        "Marked",
        "No",
        "Outer {x}",
        "Refused {number}.",
        "Yes",
        ("{n} post", "{n} posts"),
    ]


def test_an_update_brings_a_catalogue_in_step_and_a_second_changes_nothing(script: ModuleType, tmp_path: Path) -> None:
    """New sentences are taken in sorted, old ones dropped, translations and remarks of people kept."""
    old = (
        FA_HEAD
        + 'msgid "Zeta"\nmsgstr "ی"\n\n# Said by a person.\nmsgid "Alpha"\nmsgstr "الف"\n\n'
        + 'msgid "Gone"\nmsgstr "رفته"\n'
    )
    root = campaign(tmp_path, 'say("Zeta"); say("Alpha"); count("{n} a", "{n} b", 2)', en="", fa=old)
    assert script.main([], root) == 0
    fa, en = (root / f"locales/{code}/LC_MESSAGES/bot.po" for code in ("fa", "en"))
    assert fa.read_text("utf-8") == (
        FA_HEAD + '# Said by a person.\nmsgid "Alpha"\nmsgstr "الف"\n\nmsgid "Zeta"\nmsgstr "ی"\n\n'
        'msgid "{n} a"\nmsgid_plural "{n} b"\nmsgstr[0] ""\nmsgstr[1] ""\n'
    )
    assert 'msgid "Zeta"\nmsgstr "Zeta"\n' in en.read_text("utf-8")
    assert 'msgstr[0] "{n} a"\nmsgstr[1] "{n} b"\n' in en.read_text("utf-8")
    assert '"Plural-Forms: nplurals=2; plural=' in en.read_text("utf-8")
    before = (fa.read_bytes(), en.read_bytes())
    assert script.main([], root) == 0
    assert (fa.read_bytes(), en.read_bytes()) == before


def test_the_english_wording_can_be_changed_without_the_code(script: ModuleType, tmp_path: Path) -> None:
    """What a campaign has written into the English catalogue stays."""
    root = campaign(tmp_path, 'say("Hello")', en=FA_HEAD.replace("fa", "en") + 'msgid "Hello"\nmsgstr "Dear friends"\n')
    assert script.main([], root) == 0
    assert 'msgstr "Dear friends"' in (root / "locales/en/LC_MESSAGES/bot.po").read_text("utf-8")
    assert script.main(["--check"], root) == 0


def test_a_clean_catalogue_passes(script: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A good translation gives no complaint: commands, addresses, ISO dates and shown signs keep their own signs."""
    sentence = "Read {title} with /read {n}! Put ; between; like 2026-01-12 or https://example.org/a?b=1,2."
    said = "«{title}» را با /read {n} بخوانید! میان آن‌ها «;» بگذارید؛ مثل 2026-01-12 یا https://example.org/a?b=1,2."
    root = campaign(tmp_path, f"say({sentence!r})", fa=entry(said, sentence))
    assert script.main(["--check"], root) == 0, capsys.readouterr().out


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("", "not translated"),
        ("{titel} را با /read {n} بخوانید!", "other {places}"),
        ("{title} را با /read بخوانید!", "other {places}"),
        ("{title} و {more} را با /read {n} بخوانید!", "other {places}"),
        ("{title} را با /read {n} بخوانید}!", "stray brace"),
        ("{title} را با /read {n} { بخوانید!", "stray brace"),
        ("{title} را با /raed {n} بخوانید!", "other commands"),
        ("{title} را با {n} بخوانید!", "other commands"),
        ("{title} را با /read {n} يا /read بخوانید!", "Arabic letter U+064A"),
        ("{title} را با /read {n} كه بخوانید!", "Arabic letter U+0643"),
        ("{title} را 12 بار با /read {n} بخوانید!", "digits that are not Persian"),
        ("{title} را ١٢ بار با /read {n} بخوانید!", "digits that are not Persian"),
        ("{title} را با /read {n} می‌خوانید?", "? for ؟"),
        ("{title}, را با /read {n} بخوانید!", ", for ،"),
        ("{title}; را با /read {n} بخوانید!", "; for ؛"),
    ],
)
def test_each_fault_of_a_translation_is_seen(
    script: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str], said: str, fault: str
) -> None:
    """One line tells what is wrong and in which sentence."""
    root = campaign(tmp_path, 'say("Read {title} with /read {n}!")', fa=entry(said))
    assert script.main(["--check"], root) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("locales/fa/LC_MESSAGES/bot.po: ")
    assert fault in line
    assert line.endswith("Read {title} with /read {n}!")


@pytest.mark.parametrize(
    ("catalogue", "fault"),
    [
        (FA_HEAD, "missing: Hello"),
        (entry("درود", "Hello") + '\nmsgid "Old"\nmsgstr "کهنه"\n', "no longer said: Old"),
        (entry("درود", "Hello") + '\n#~ msgid "Old"\n#~ msgstr "کهنه"\n', "obsolete: Old"),
        (FA_HEAD + '#, fuzzy\nmsgid "Hello"\nmsgstr "درود"\n', "fuzzy: Hello"),
        (FA_HEAD + '#: bot/words.py:1\nmsgid "Hello"\nmsgstr "درود"\n', "not written as the script writes it"),
        ("", "there is no catalogue"),
    ],
)
def test_a_catalogue_out_of_step_is_seen(
    script: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str], catalogue: str, fault: str
) -> None:
    """A missing, forgotten, obsolete or unsure sentence fails the check, and so does an untidy or absent file."""
    root = campaign(tmp_path, 'say("Hello")', fa=catalogue)
    assert script.main(["--check"], root) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert fault in line


def test_a_plural_form_may_leave_its_number_out_but_no_other_place(
    script: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """ "One post by Sara" need not say 1; it must say Sara."""
    code = 'count("{n} post by {who}", "{n} posts by {who}", 2)'
    form = '{}msgid "{{n}} post by {{who}}"\nmsgid_plural "{{n}} posts by {{who}}"\nmsgstr[0] "{}"\nmsgstr[1] "{}"\n'
    good = form.format(FA_HEAD, "یک مطلب از {who}", "{n} مطلب از {who}")
    assert script.main(["--check"], campaign(tmp_path, code, fa=good)) == 0
    bad = form.format(FA_HEAD, "یک مطلب", "{n} مطلب از {who}")
    assert script.main(["--check"], campaign(tmp_path, code, fa=bad)) == 1
    assert "other {places}" in capsys.readouterr().out
    half = form.format(FA_HEAD, "{n} مطلب از {who}", "")
    assert script.main(["--check"], campaign(tmp_path, code, fa=half)) == 1
    assert "not translated" in capsys.readouterr().out
