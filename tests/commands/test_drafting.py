"""How a text becomes a draft: messages, forwards and files."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.campaign.database import Database
from bot.campaign.models import Kind, State
from bot.campaign.secrets import Keys
from bot.commands import takings
from bot.documents.spans import RichText
from bot.words.message import measure
from tests.commands.coordinators import STATEMENT, UPDATE, Member, Office, count, entry, plain
from tests.houses import KEY


def test_a_text_behind_new_is_a_draft_at_once(office: Office, nasrin: Member) -> None:
    """The card tells what was understood, and asks for what is missing."""
    said = nasrin.says(f"/new statement\n{STATEMENT}")
    post = entry(office).post
    assert (post.state, post.kind, post.language, post.issued_on) == (
        State.DRAFT,
        Kind.STATEMENT,
        "en",
        date(2026, 1, 12),
    )
    assert post.written_by == nasrin.number
    assert "Harbour workers lay down their work" in said.text
    assert "/set 1 source …" in said.text
    assert {"/preview 1", "/publish 1", "/text 1 fa", "/drafts"} <= set(said.commands)
    assert measure(said.text) <= 4096


def test_new_alone_asks_for_the_text_and_takes_the_next_message(office: Office, nasrin: Member) -> None:
    """The kind that was named is kept; without a text there is no draft yet."""
    nasrin.says("/new update")
    assert count(office) == 0
    nasrin.says(UPDATE)
    assert (entry(office).post.kind, entry(office).post.week) == (Kind.UPDATE, 7)


def test_a_text_may_come_in_several_messages(office: Office, nasrin: Member) -> None:
    """Each is added to the same draft and the card is given every time, until `/done`."""
    first, second, third = STATEMENT.split("\n\n", 4)[0], *STATEMENT.split("\n\n", 1)[1].rsplit("\n\n", 1)
    nasrin.says("/new statement")
    for part in (first, second, third):
        assert "/done" in nasrin.says(part).commands
    ended = nasrin.says("/done")
    assert count(office) == 1
    assert "/done" not in ended.commands
    whole = entry(office)
    assert whole.wordings["en"].title == "Harbour workers lay down their work"
    assert plain(whole.wordings["en"]).endswith("bread at dawn.")
    assert "search" not in nasrin.says("/done").text
    assert count(office) == 1


def test_another_command_ends_a_text(office: Office, nasrin: Member) -> None:
    """What was sent is kept; the next plain message is a search again."""
    nasrin.says(f"/new\n{STATEMENT}")
    nasrin.says("/drafts")
    nasrin.says("harbour")
    assert "harbour" not in entry(office).wordings["en"].source.splitlines()
    assert count(office) == 1


def test_a_text_is_awaited_for_a_quarter_of_an_hour(office: Office, nasrin: Member) -> None:
    """After that a message is a search."""
    nasrin.says("/new statement")
    office.now += timedelta(minutes=16)
    nasrin.says("harbour")
    assert count(office) == 0


def test_a_forward_or_a_file_starts_a_draft_by_itself(office: Office, nasrin: Member) -> None:
    """Two forwarded statements are two drafts, two files as well; nothing more is awaited."""
    assert "/done" not in nasrin.forwards(STATEMENT).commands
    nasrin.forwards(UPDATE)
    nasrin.uploads("statement.txt", STATEMENT.encode())
    nasrin.uploads("statement.md", STATEMENT.encode("utf-16"))
    assert count(office) == 4
    assert {entry(office, number).wordings["en"].title for number in (1, 3)} == {"Harbour workers lay down their work"}


def test_a_long_forward_that_telegram_cut_goes_on(office: Office, nasrin: Member) -> None:
    """Both halves are one draft, with the words around the cut in their order."""
    words = "The harbour stands still tonight and waits for the morning " * 130
    text = f"A long night\n\n{words.strip()}."
    cut = text.rfind(" ", 0, 4000)
    nasrin.forwards(text[:cut])
    nasrin.forwards(text[cut + 1 :])
    assert count(office) == 1
    assert "waits for the morning The harbour" in plain(entry(office).wordings["en"])
    assert entry(office).wordings["en"].source.split() == text.split()


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.pdf", b"%PDF-1.7"), ("a.txt", b""), ("a.txt", b"x" * 300_001), ("a.exe", b"MZ"), ("a.txt", b"\x89PNG\0\0\0")],
)
def test_a_file_that_is_no_text_is_refused(office: Office, nasrin: Member, name: str, content: bytes) -> None:
    """One sentence, no draft."""
    assert len(nasrin.uploads(name, content).messages) == 1
    assert count(office) == 0


def test_a_text_beyond_the_limit_keeps_what_came_before(office: Office, nasrin: Member) -> None:
    """The message that is too much is refused; the draft stays as it was and can be ended."""
    nasrin.says("/new statement")
    nasrin.says(STATEMENT)
    before = entry(office).wordings["en"].source
    nasrin.says("word " * 60_000)
    assert entry(office).wordings["en"].source == before
    assert "/preview 1" in nasrin.says("/done").commands


@pytest.mark.parametrize("line", ["/new poem", "/new statement 7", "/new 7"])
def test_an_order_that_makes_no_sense_is_refused(office: Office, nasrin: Member, line: str) -> None:
    """By name, and no draft is made."""
    assert line.rsplit(maxsplit=1)[-1] in nasrin.says(f"{line}\n{STATEMENT}").text
    assert count(office) == 0


def test_a_text_cannot_be_slipped_into_a_draft_that_is_whole(office: Office, nasrin: Member) -> None:
    """A number behind /new goes on with a text only while it is being brought."""
    nasrin.says(f"/new\n{STATEMENT}")
    nasrin.says("/done")
    nasrin.says("/new statement 1\nMore words.")
    assert "More words." not in entry(office).wordings["en"].source


def test_a_restart_loses_no_half_brought_text(office: Office, nasrin: Member) -> None:
    """What is awaited is kept in the database."""
    nasrin.says(f"/new\n{STATEMENT}")
    office.database = Database(str(office.database.url), Keys(bytes.fromhex(KEY)))
    nasrin.says("The last word belongs to the bakers.")
    assert "belongs to the bakers" in plain(entry(office).wordings["en"])
    assert count(office) == 1


def test_take_in_lets_what_is_given_count_for_more_than_what_was_read(office: Office) -> None:
    """As the command line's import does it."""
    with office.database.writing() as db:
        post = takings.take_in(
            db, "a.txt", RichText(STATEMENT), office.now, None, kind="update", issuer="A; B", date="2025-12", week=4
        )
        number = post.id
    kept = entry(office, number)
    assert (kept.post.kind, kept.post.week, kept.post.issued_on) == (Kind.UPDATE, 4, date(2025, 12, 1))
    assert (kept.issuers, kept.post.written_by) == (("A", "B"), None)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet="ab .\n", min_size=1, max_size=30).filter(str.strip), min_size=1, max_size=5))
def test_joining_messages_loses_no_word_and_makes_none(pieces: list[str]) -> None:
    """Between short messages stands a blank line; all words are there, in their order."""
    joined = takings.join([RichText(piece) for piece in pieces])
    assert joined.text.split() == [word for piece in pieces for word in piece.split()]


@pytest.mark.parametrize(
    ("end", "seam"), [("goes on", " "), ("goes on,", " "), ("It ends here.", "\n\n"), ("به پایان رسید؟", "\n\n")]
)
def test_a_cut_inside_a_paragraph_is_healed(end: str, seam: str) -> None:
    """Only behind a message that is as long as Telegram cuts them."""
    long = "word " * 800 + end
    assert takings.join([RichText(long), RichText("and so on.")]).text == f"{long}{seam}and so on."
    assert takings.join([RichText(end), RichText("and so on.")]).text == f"{end}\n\nand so on."
