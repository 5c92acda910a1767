"""The team: invitations, names, removal."""

from __future__ import annotations

import re
from datetime import timedelta

from sqlmodel import select

from bot.campaign import audit
from bot.campaign.models import Delivery, Letter, Role
from tests.commands.coordinators import Member, Office


def link(said: str) -> str:
    """The code in an invitation."""
    found = re.search(r"https://t\.me/solidarity_bot\?start=(invite_[\w-]+)", said)
    assert found, said
    return found[1]


def test_an_invitation_makes_one_coordinator(office: Office, nasrin: Member) -> None:
    """The first who opens the link is in, under a name of a tree; the second is told to ask for another one."""
    code = link(nasrin.says("/invite").text)
    tom, sara = office.stranger(2), office.stranger(3, "fa")
    welcome = tom.says(f"/start {code}")
    assert "/team alias" in welcome.text
    assert "/drafts" in welcome.commands
    assert "/team" not in sara.says(f"/start {code}").commands
    assert sara.says("/drafts").text == sara.says("/no_such_command").text
    assert "Somebody" not in tom.says("/team").text


def test_an_invitation_lasts_a_day(office: Office, nasrin: Member) -> None:
    """After 24 hours the link opens nothing."""
    code = link(nasrin.says("/invite coordinator").text)
    office.now += timedelta(hours=24)
    assert "/drafts" not in office.stranger(2).says(f"/start {code}").commands


def test_only_an_owner_invites_owners(office: Office, nasrin: Member) -> None:
    """A coordinator is told whom they may invite; an unknown role is refused by name."""
    tom = office.joins(2)
    assert "invite_" not in tom.says("/invite owner").text
    assert link(tom.says("/invite").text)
    assert "boss" in nasrin.says("/invite boss").text
    code = link(nasrin.says("/invite owner").text)
    tom.says(f"/start {code}")
    assert link(tom.says("/invite owner").text)


def test_each_chooses_their_own_name(office: Office, nasrin: Member) -> None:
    """Names are taken once, whatever their case; nobody sees a Telegram id."""
    tom = office.joins(987654321)
    assert "Harbour" in tom.says("/team alias Harbour").text
    assert "HARBOUR" in nasrin.says("/team alias HARBOUR").text
    listed = nasrin.says("/team").text
    assert "Harbour" in listed
    assert nasrin.alias in listed
    assert "987654321" not in listed
    assert tom.says(f"/team alias {'x' * 33}").text != tom.says("/team").text


def test_a_member_is_removed_after_one_confirming_press(office: Office, nasrin: Member) -> None:
    """From that moment on commands are unknown to them; only owners remove, and the last owner stays."""
    tom = office.joins(2)
    assert tom.says(f"/remove {nasrin.number}").text == tom.says("/no_such_command").text
    asked = nasrin.says(f"/remove {tom.number}")
    assert f"/remove {tom.number} yes" in asked.commands
    assert "/drafts" in tom.says("/drafts").text or tom.says("/team").commands
    nasrin.presses(f"/remove {tom.number} yes")
    assert tom.says("/team").text == tom.says("/no_such_command").text
    nasrin.says(f"/remove {nasrin.number} yes")
    assert nasrin.alias in nasrin.says("/team").text
    assert "77" in nasrin.says("/remove 77").text


def test_the_others_hear_of_a_new_member(office: Office, nasrin: Member) -> None:
    """A letter waits for the owner; none for the one who joined; what was done is on record, without ids."""
    code = link(nasrin.says("/invite").text)
    tom = office.stranger(222222)
    tom.says(f"/start {code}")
    with office.database.reading() as db:
        letters = db.exec(select(Letter).where(Letter.purpose == "notice")).all()
        assert len(letters) == 1
        assert len(db.exec(select(Delivery)).all()) == 1
        entries = audit.entries(db)
        assert [entry.action for entry in entries] == ["join", "invite"]
        assert all("222222" not in f"{entry.alias}{entry.detail}" for entry in entries)


def test_the_team_speaks_farsi_too(office: Office) -> None:
    """The same commands stand behind the same buttons in both languages."""
    mina = office.joins(5, Role.OWNER, "fa")
    assert mina.says("/team").commands == ["/invite", "/invite owner"]
    assert link(mina.says("/invite").text)
