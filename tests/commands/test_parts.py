"""A collection becomes a post with parts, each a draft with a card of its own; they go out together."""

from __future__ import annotations

from bot.campaign import posts
from bot.campaign.models import Kind, State
from tests.commands.coordinators import Member, Office, count, entry

COLLECTION = """Voices from the Valley

The mills of the valley stand still. Below are three statements that reached us. We print them as they came.

The following statement was issued by the Union of River Mill Workers:

Statement of the Union of River Mill Workers

12 January 2026

We lay down our work until the wages of autumn are paid. Nobody was asked before the hours were changed.

Our gates stay closed, and we thank everybody who brings bread.

Union of River Mill Workers

The following statement was sent to us by the Retired Weavers’ Association:

Statement of the Retired Weavers’ Association

13 January 2026

We stand with those at the gates. Our pensions were cut in the same week as their wages.

At least 40 of us will come each morning and stay until noon.

Retired Weavers’ Association

The following statement was read out at the market by the Women of the Lower Town:

Statement of the Women of the Lower Town

14 January 2026

We feed whoever stands at the gates. The kitchen of the school is open from dawn.

Women of the Lower Town
"""


def test_each_part_is_a_draft_of_its_own(office: Office, nasrin: Member) -> None:
    """With its own issuer and date; the collection's card leads to each."""
    card = nasrin.forwards(COLLECTION)
    assert entry(office).post.kind is Kind.COLLECTION
    assert entry(office).parts == (2, 3, 4)
    assert [line for line in card.commands if line in {"/draft 2", "/draft 3", "/draft 4"}] == [
        "/draft 2", "/draft 3", "/draft 4",
    ]  # fmt: skip
    first, second = entry(office, 2), entry(office, 3)
    assert first.issuers == ("Union of River Mill Workers",)
    assert (str(second.post.issued_on), second.post.parent) == ("2026-01-13", 1)
    assert "Retired Weavers" in nasrin.says("/draft 3").text
    assert "We lay down our work" not in entry(office).wordings["en"].body
    assert "We print them as they came." in entry(office).wordings["en"].body


def test_nothing_is_lost_between_collection_and_parts(office: Office, nasrin: Member) -> None:
    """Every paragraph is read in the collection, in a part, or as a remark before one."""
    nasrin.forwards(COLLECTION)
    nasrin.says("/publish 1")
    assert all(entry(office, number).post.state is State.PUBLISHED for number in (1, 2, 3, 4))
    read = "\n".join(nasrin.says(f"/read {number}").text for number in (1, 2, 3, 4))
    assert [line for line in COLLECTION.splitlines() if line.strip() and line.strip() not in read] == []


def test_a_remark_is_told_apart_from_the_part(nasrin: Member) -> None:
    """Whoever collected the texts speaks before a part, not in it."""
    nasrin.forwards(COLLECTION)
    said = nasrin.says("/preview 3").text
    before, _, text = said.rpartition("We stand with those at the gates.")
    assert text
    if "The following statement was sent to us" in said:
        assert "not part of the text below" in before


def test_parts_are_corrected_alone_and_approved_together(office: Office, nasrin: Member) -> None:
    """A change in one part voids what was submitted for the whole."""
    nasrin.forwards(COLLECTION)
    dara = office.joins(2)
    nasrin.says("/set 2 title The Gates Stay Closed")
    nasrin.says("/submit 1")
    assert entry(office, 2).post.state is State.REVIEW
    dara.presses("/approve 1")
    dara.presses("/publish 1")
    nasrin.says("/publish 1")
    assert entry(office, 2).wordings["en"].title == "The Gates Stay Closed"


def test_a_kind_can_be_changed_there_and_back(office: Office, nasrin: Member) -> None:
    """As a statement it is whole again and has no parts; as a collection the parts come back."""
    nasrin.forwards(COLLECTION)
    nasrin.says("/set 1 kind statement")
    assert entry(office).parts == ()
    assert "We lay down our work" in entry(office).wordings["en"].body
    assert count(office) == 1
    nasrin.says("/set 1 kind collection")
    assert len(entry(office).parts) == 3
    assert "We lay down our work" not in entry(office).wordings["en"].body


def test_a_text_of_several_messages_has_its_parts_once(office: Office, nasrin: Member) -> None:
    """Each message reads the whole anew; parts that are there keep their numbers."""
    half = COLLECTION.index("The following statement was read out")
    nasrin.says("/new collection")
    nasrin.says(COLLECTION[:half])
    nasrin.says(COLLECTION[half:])
    nasrin.says("/done")
    parts = entry(office).parts
    assert len(parts) == 3
    with office.database.reading() as db:
        assert [part.position for part in posts.parts(db, posts.kept(db, 1))] == [1, 2, 3]
