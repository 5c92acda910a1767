"""Real documents go through the whole bot: uploaded, published, and read to the last page, word for word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.campaign.models import Role
from bot.documents import readings
from bot.documents.readings import Reading
from bot.rehearsal.messages import Message
from bot.rehearsal.people import Person
from bot.rehearsal.standins import StandIn
from tests.houses import House

DOCUMENTS = Path(__file__).parents[3] / "shared" / "documents"
SAMPLES = Path(__file__).parents[1] / "documents" / "samples"
TEXTS = sorted([*DOCUMENTS.glob("*.txt"), *SAMPLES.glob("*.txt")])


def read_whole(campaign: House, reader: Person, number: int) -> str:
    """The pages of a post, turned by their buttons, and joined."""
    shown = campaign.ask(reader, f"/read {number}")[-1]
    pages = [shown.text]
    turn = 2
    while any((button.data or "").startswith(f"/read {number} {turn}") for button in shown.all_buttons):
        shown = campaign.press(reader, shown, _next(shown, number, turn))[0]
        pages.append(shown.text)
        turn += 1
    return "\n".join(pages)


def _next(message: Message, number: int, page: int) -> str:
    commands = [button.data or "" for button in message.all_buttons]
    return next(command for command in commands if command.startswith(f"/read {number} {page}"))


def paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def understood(file: Path) -> Reading:
    return readings.read(file.name, file.read_text(encoding="utf-8-sig"))


def to_read(file: Path) -> list[str]:
    """The paragraphs of a file, but for the lines of a web page and ways back from notes, which are no part of it."""
    reading = understood(file)
    pieces = [piece for part in reading.parts for piece in (part.remark, part.source_text)]
    text = "\n".join([reading.lead, *pieces, reading.afterword]) if pieces else reading.source_text
    left_out = {line for each in (reading, *reading.parts) for line in each.drop}
    return [each.removesuffix("[back]").rstrip().rstrip(":") for each in paragraphs(text) if each not in left_out]


@pytest.mark.skipif(not TEXTS, reason="there are no documents beside the checkout and no samples")
@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.stem)
def test_every_paragraph_of_a_document_arrives_verbatim(campaign: House, telegram: StandIn, file: Path) -> None:
    owner = campaign.coordinator("Owner", Role.OWNER)
    owner.uploads(file.name, file.read_bytes())
    telegram.settle()
    campaign.ask(owner, "/publish 1")
    reader = telegram.person("Tom", language_code="en")
    posts = range(1, 2 + len(understood(file).parts))  # the parts of a collection are posts of their own
    joined = "\n".join(read_whole(campaign, reader, number) for number in posts)
    whole = re.sub(r"[\u2066-\u2069\u200e\u200f]", "", joined)
    lost = [paragraph for paragraph in to_read(file) if paragraph not in whole]
    assert lost == []
    for language in ("en", "fa"):
        assert campaign.ask(owner, f"/preview 1 {language}")


@pytest.mark.skipif(not list(DOCUMENTS.glob("*.txt")), reason="the documents are not beside the checkout")
def test_all_documents_live_in_one_campaign(campaign: House, telegram: StandIn) -> None:
    """Taken in one after the other, they are listed, found and told apart."""
    owner = campaign.coordinator("Owner", Role.OWNER)
    files = sorted(DOCUMENTS.glob("*.txt"))
    number = 1
    for file in files:
        owner.uploads(file.name, file.read_bytes())
        telegram.settle()
        campaign.ask(owner, f"/publish {number}")
        number += 1 + len(understood(file).parts)
    reader = telegram.person("Sara", language_code="fa")
    assert "Week 11" in campaign.ask(reader, "/week 11")[0].text
    assert "Week 9" in campaign.ask(reader, "/week 9")[0].text
    nearest = campaign.ask(reader, "/week 10")[0].text
    assert ("9" in nearest and "11" in nearest) or ("۹" in nearest and "۱۱" in nearest)
    assert campaign.ask(reader, "/search Izeh Khuzestan")[0].button("/read 2")
    assert len([b for b in campaign.ask(reader, "/latest")[0].all_buttons if "/summary" in (b.data or "")]) == len(
        files
    )
