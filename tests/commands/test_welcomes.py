"""First contact: /start, /help, /language."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.campaign import chats
from bot.campaign.database import Database
from bot.campaign.models import Chat, ChatKind, Role, Schedule
from bot.commands import welcomes
from bot.commands.ask import EVERYWHERE, PRIVATE, Answer, Ask, Audience, Command, Rules
from bot.commands.subscribers import subscribe
from bot.refusals import Refused
from bot.words.commands import menu
from bot.words.languages import language
from bot.words.message import LIMIT, plain, units

RULES = Rules(username="campaign_bot", zone="UTC", language="en", review="auto")
TOM = Ask(datetime(2026, 1, 14, 12, 0, tzinfo=UTC), RULES, ChatKind.PRIVATE, 1001, "en", command="start")
SARA = replace(TOM, chat=1002, language="fa")
GROUP = replace(TOM, kind=ChatKind.GROUP, chat=-2001)

COMMANDS: tuple[Command, ...] = (
    Command("help", welcomes.guide(lambda: COMMANDS), "What I can do"),
    Command("week", welcomes.start, "This week in brief", places=EVERYWHERE),
    Command("search", welcomes.start, "Search the archive"),
    Command("join", welcomes.start, "Accept an invitation", listed=False),
    Command("mine", welcomes.start, "Only in private", places=PRIVATE),
    Command("new", welcomes.start, "Bring a text", Audience.COORDINATOR, PRIVATE),
    Command("invite", welcomes.start, "Invite somebody", Audience.OWNER, PRIVATE),
)


def start(database: Database, ask: Ask) -> Answer:
    with database.reading() as db:
        return welcomes.start(ask, db)


def helped(database: Database, ask: Ask) -> str:
    with database.reading() as db:
        (message,) = COMMANDS[0].run(replace(ask, command="help"), db).messages
    assert units(message.html) <= LIMIT
    return plain(message.html)


def speak(database: Database, ask: Ask, words: str = "") -> Answer:
    with database.writing() as db:
        return welcomes.language(replace(ask, command="language", arguments=words), db)


def kept(database: Database, ask: Ask) -> Chat | None:
    with database.reading() as db:
        return chats.find(db, ask.chat)


def presses(answer: Answer) -> list[str]:
    return [button.command or "" for message in answer.messages for row in message.rows for button in row]


@pytest.mark.parametrize("ask", [TOM, SARA, replace(TOM, arguments="whatever_1")])
def test_a_newcomer_finds_everything_to_begin_with(database: Database, ask: Ask) -> None:
    """Languages, reading, subscribing and help are one press away; saying hello leaves no row."""
    wanted = {"/language en", "/language fa", "/week", "/latest", "/subscribe weekly", "/subscribe now", "/help"}
    assert wanted <= set(presses(start(database, ask)))
    assert kept(database, ask) is None


def test_in_a_group_the_welcome_is_short(database: Database) -> None:
    """It offers no subscription in the name of whoever presses, and no choice of language."""
    answer = start(database, GROUP)
    assert set(presses(answer)) == {"/week", "/latest", "/help"}
    assert len(plain(answer.messages[0].html)) < len(plain(start(database, TOM).messages[0].html))


def test_help_tells_each_audience_its_own(database: Database) -> None:
    """A member never sees what coordinators can do, nor anybody what is not listed."""
    member = helped(database, TOM)
    assert "/week — This week in brief" in member
    assert "/mine" in member
    assert not any(name in member for name in ("/new", "/invite", "/join"))
    coordinator = helped(database, replace(TOM, role=Role.COORDINATOR))
    assert "/new" in coordinator
    assert "/invite" not in coordinator
    assert "/invite" in helped(database, replace(TOM, role=Role.OWNER))
    in_group = helped(database, GROUP)
    assert "/week" in in_group
    assert "/mine" not in in_group


def test_every_line_of_help_runs_the_readers_way(database: Database) -> None:
    """In Farsi a line begins right to left although a command stands first."""
    lines = [line for line in helped(database, SARA).splitlines() if "/" in line]
    assert lines
    assert all(line.startswith("\u200f") for line in lines)


def test_menus_are_plain_and_short() -> None:
    """As Telegram takes them: no markup, at most 256 characters."""
    assert menu(language("en"), [("week", "A & B"), ("long", "x" * 300)]) == [("week", "A & B"), ("long", "x" * 256)]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("fa", "fa"),
        ("FARSI", "fa"),
        ("persian", "fa"),
        ("فارسی", "fa"),
        ("فارسي", "fa"),
        ("en", "en"),
        ("انگلیسی", "en"),
    ],
)
def test_a_language_is_chosen_by_code_or_name(database: Database, words: str, code: str) -> None:
    """It is kept, and the answer comes in it already."""
    answer = speak(database, replace(TOM, language="fa" if code == "en" else "en"), words)
    chat = kept(database, TOM)
    assert chat is not None
    assert chat.language == code
    assert language(code).name() in plain(answer.messages[0].html)


def test_without_a_name_the_languages_are_offered(database: Database) -> None:
    """Each under its own name, the present one ticked; nothing is kept."""
    (message,) = speak(database, SARA).messages
    labels = {button.command: button.label for row in message.rows for button in row}
    assert "English" in labels["/language en"]
    assert "فارسی" in labels["/language fa"]
    assert "✓" in labels["/language fa"]
    assert "✓" not in labels["/language en"]
    assert kept(database, SARA) is None


def test_an_unknown_language_is_refused_by_name(database: Database) -> None:
    """With the ones that are known, and nothing kept."""
    with pytest.raises(Refused) as refused:
        speak(database, TOM, "Klingon")
    sentence = plain(TOM.speech.refusal(refused.value))
    assert "Klingon" in sentence
    assert "en and fa" in sentence
    assert kept(database, TOM) is None


def test_only_administrators_choose_a_groups_language(database: Database) -> None:
    """A member is told so."""
    with pytest.raises(Refused, match="administrators"):
        speak(database, GROUP, "fa")
    speak(database, replace(GROUP, administrator=True), "fa")
    chat = kept(database, GROUP)
    assert chat is not None
    assert chat.language == "fa"


def test_the_digest_follows_the_language(database: Database) -> None:
    """One in a single language changes with the bot's; who gets both keeps both."""
    for words, after in (("en", "fa"), ("en+fa", "en+fa")):
        with database.writing() as db:
            subscribe(replace(TOM, arguments=words), db)
        speak(database, TOM, "fa")
        chat = kept(database, TOM)
        assert chat is not None
        assert chat.languages == after
        assert chat.schedule is Schedule.WEEKLY
