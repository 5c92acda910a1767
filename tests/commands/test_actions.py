"""What readers are told of calls to action."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from bot.campaign.models import Kind, State
from bot.commands.actions import actions
from bot.commands.readers import read
from bot.words.message import units

if TYPE_CHECKING:
    from tests.commands.conftest import Campaign

BOTH = pytest.mark.parametrize("speech", ["en", "fa"])


def call(campaign: Campaign, title: str, days: float | None = None, **fields: Any) -> int:
    """Publish a call to action whose deadline is *days* from now."""
    deadline = campaign.now + timedelta(days=days) if days is not None else None
    return campaign.publish(
        "Come.", title=title, kind=Kind.ACTION, deadline=deadline, deadline_zone="Europe/Berlin", **fields
    )


def test_the_nearest_deadline_comes_first(campaign: Campaign) -> None:
    """Open calls by deadline, those without one last; past ones, drafts and statements are left out."""
    call(campaign, "Whenever")
    call(campaign, "In May", 100)
    call(campaign, "Tomorrow", 1)
    call(campaign, "Yesterday", -1)
    call(campaign, "Draft", 2, state=State.DRAFT)
    campaign.publish("Words.", title="A statement")
    heard = campaign.ask(actions)
    assert heard.commands == ["/read 3", "/read 2", "/read 1"]
    assert heard.text.index("Tomorrow") < heard.text.index("In May") < heard.text.index("Whenever")
    assert "no deadline" in heard.text
    assert not any(other in heard.text for other in ("Yesterday", "Draft", "A statement"))


def test_a_call_says_when_where_and_how(campaign: Campaign) -> None:
    """The deadline is told in the call's own zone, the link opens from a button."""
    call(campaign, "Rally", 1, place="Town square", link="https://example.org/rally", issuers=("Bakers’ Union",))
    heard = campaign.ask(actions)
    for fact in ("Rally", "Bakers’ Union", "Wednesday 21 January 2026, 13:00 (Berlin time)", "Town square"):
        assert fact in heard.text
    assert heard.urls == ["https://example.org/rally"]
    assert "۱ بهمن ۱۴۰۴" in campaign.ask(actions, language="fa").text
    alone = campaign.ask(read, "1")
    assert "Town square" in alone.text
    assert alone.urls == ["https://example.org/rally"]


def test_a_link_that_telegram_cannot_open_stays_text(campaign: Campaign) -> None:
    """A mail address or number is written out, and breaks no keyboard."""
    call(campaign, "Write", 1, link="bakers@example.org")
    heard = campaign.ask(actions)
    assert heard.urls == []
    assert "bakers@example.org" in heard.text


@BOTH
def test_no_open_call_is_said(campaign: Campaign, speech: str) -> None:
    """Silence is no answer."""
    call(campaign, "Yesterday", -1)
    heard = campaign.ask(actions, language=speech)
    assert len(heard.text) > 10
    assert heard.commands == []


@BOTH
def test_many_calls_fit_one_message(campaign: Campaign, speech: str) -> None:
    """The nearest are shown, the others counted."""
    for n in range(11):
        call(
            campaign,
            f"Call {n} " + "with a long title " * 9,
            n + 1,
            place="On the square " * 6,
            issuers=("Union " * 12,) * 4,
        )
    (message,) = campaign.ask(actions, language=speech).answer.messages
    assert units(message.html) <= 4096
    assert "/search" in message.html
