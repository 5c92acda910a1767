"""A statement that came in English and Farsi at once: split by a press, approved by a second person, read in both."""

from __future__ import annotations

from bot.campaign.models import Role
from bot.rehearsal.standins import StandIn
from tests.commands.coordinators import FARSI, STATEMENT
from tests.houses import House


def test_a_text_in_two_languages_reaches_readers_of_both(campaign: House, telegram: StandIn) -> None:
    """The press survives a restart, and is safe to repeat."""
    owner = campaign.coordinator("Owner", Role.OWNER)
    second = campaign.coordinator("Second", language_code="fa")
    owner.uploads("both.txt", f"{STATEMENT}\n{FARSI}".encode())
    telegram.settle()
    card = owner.chat.messages[-1]
    campaign.restart()
    split = campaign.press(owner, card, "/draft 1 split")[0]
    assert {"/preview 1 en", "/preview 1 fa"} <= {button.data for button in split.all_buttons}
    assert campaign.press(owner, split, "/preview 1 fa")
    campaign.ask(owner, "/draft 1 split")
    campaign.ask(owner, "/submit 1")
    campaign.ask(second, "/approve 1")
    sara, tom = telegram.person("Sara", language_code="fa"), telegram.person("Tom", language_code="en")
    assert "کارگران شیفت شب" in campaign.ask(sara, "/read 1")[-1].text
    assert "night shift" not in campaign.ask(sara, "/read 1")[-1].text
    assert "night shift" in campaign.ask(tom, "/read 1")[-1].text
