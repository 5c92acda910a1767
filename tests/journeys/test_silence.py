"""What the bot prints while people use it, and while everything goes wrong: nothing that names or quotes anybody."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.campaign import people
from bot.campaign.database import Database
from bot.campaign.models import Role
from bot.campaign.secrets import Keys
from bot.rehearsal.faults import Fault
from bot.rehearsal.people import Person
from bot.rehearsal.standins import StandIn
from tests import saboteur
from tests.houses import KEY, environment
from tests.waits import until

ROOT = Path(__file__).parents[2]
BODY = "The lighthouse keepers of Port Elsewhere have not been paid since autumn."
SOUGHT = "فانوس دریایی"
MISHAP = f"marmalade {saboteur.UPSET} quokka بادبادک"
FILE = "minutes-of-the-keepers.txt"


class Story:
    """Everything that the journeys brought along and nobody may find in the log."""

    def __init__(self, folder: Path, telegram: StandIn) -> None:
        self.telegram = telegram
        self.codes = _invitations(folder, 2)
        self.owner = telegram.person("Ownerina", language_code="en", username="owner_of_lights")
        self.second = telegram.person("Secondino", language_code="fa")
        self.member = telegram.person("Saralotte", language_code="fa", username="sara_of_the_sea")
        self.other = telegram.person("Tombert", language_code="en", username="tombert_reads")
        self.group = telegram.group("Circle of Gulls", members=[self.other], administrators=[self.member])
        self.channel = telegram.channel("Gullsbulletin", administrators=[self.member], username="gullsbulletin")

    def secrets(self) -> set[str]:
        token = self.telegram.world.token
        persons = [self.owner, self.second, self.member, self.other]
        ids = [*(person.id for person in persons), self.group.id, self.channel.id]
        return {
            token, token.partition(":")[2], KEY, *self.codes, self.group.title, self.channel.title, "gullsbulletin",
            *(str(abs(number)) for number in ids),
            *(person.first_name for person in persons), *(person.username for person in persons if person.username),
            "lighthouse", "Port Elsewhere", "marmalade", "quokka", "بادبادک", "فانوس", FILE, "Keeper-in-Chief",
        }  # fmt: skip

    def say(self, person: Person, text: str, **where: object) -> None:
        person.says(text, **where)  # type: ignore[arg-type]
        self.telegram.settle(30)

    def happen(self) -> None:
        self.team_works()
        self.readers_read()
        self.networks_break()
        self.everything_fails()

    def team_works(self) -> None:
        self.say(self.owner, f"/start invite_{self.codes[0]}")
        self.say(self.second, f"/join {self.codes[1]}")
        self.say(self.owner, "/team name Keeper-in-Chief")
        self.say(self.other, "/subscribe now")
        self.say(self.owner, f"/new statement\nOn the Lights\n\n{BODY}")
        self.owner.uploads(FILE, BODY.encode())
        self.telegram.settle(30)
        self.say(self.owner, "/submit 1")
        self.say(self.second, "/approve 1")
        until(lambda: any("lighthouse" in message.text for message in self.other.inbox))

    def readers_read(self) -> None:
        for text in ("/start", "/read 1", "/subscribe daily 18:00", SOUGHT, "/mydata", "/forget"):
            self.say(self.member, text)
        button = next(b.data for b in self.member.inbox[-1].all_buttons if (b.data or "").startswith("/forget"))
        self.member.presses(self.member.inbox[-1], button or "")
        self.telegram.settle(30)
        self.say(self.member, "/subscribe weekly", in_=self.group)
        self.channel.add_bot(by=self.member)
        self.channel.posts_text("/subscribe now")
        self.telegram.settle(30)

    def networks_break(self) -> None:
        said = f'Bad Request: can\'t parse entities: unsupported start tag "{MISHAP}" at byte offset 7'
        self.telegram.faults.add(Fault.REFUSED, method="sendMessage", times=2, code=400, description=said)
        self.say(self.other, "/help")
        for fault in (Fault.HTML_502, Fault.RESET_AFTER):
            self.telegram.faults.add(fault, method="sendMessage", times=1)
        self.telegram.faults.add(Fault.TOO_MANY, method="sendMessage", times=1, seconds=1)
        for fault in (Fault.TRUNCATED, Fault.CONFLICT):
            self.telegram.faults.add(fault, method="getUpdates", times=1)
        self.say(self.other, "/latest")
        with self.telegram.world.lock:
            unreadable = {"message_id": MISHAP, "chat": {"id": self.other.id}, "text": MISHAP}
            self.telegram.world.updates.put("message", unreadable)
        self.say(self.other, "/actions")
        self.say(self.other, "/week")
        self.other.blocked = True
        self.say(self.owner, f"/new statement\nOn the Lights again\n\n{BODY}")
        self.other.blocked = False

    def everything_fails(self) -> None:
        self.say(self.other, MISHAP)
        self.say(self.other, f"/search {MISHAP}")
        self.say(self.other, f"/start@nobody {MISHAP}", in_=self.group)


def _invitations(folder: Path, number: int) -> list[str]:
    database = Database(f"sqlite:///{folder / 'bot.db'}", Keys(bytes.fromhex(KEY)))
    database.open()
    with database.writing() as db:
        codes = [people.invite(db, Role.OWNER, 24, datetime.now(UTC)) for _ in range(number)]
    database.close()
    return codes


def _start(folder: Path, telegram: StandIn, form: str, log: Path) -> subprocess.Popen[bytes]:
    chatty = {"PYTHONASYNCIODEBUG": "1", "PYTHONDEVMODE": "1", "PYTHONWARNINGS": "always", "PYTHONUTF8": "1"}
    settings = environment(folder, telegram, BOT_LOG_LEVEL="DEBUG", BOT_LOG_FORMAT=form)
    with log.open("wb") as file:
        return subprocess.Popen(
            [sys.executable, str(ROOT / "tests" / "saboteur.py")],
            cwd=folder,
            env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **chatty, **settings},
            stdout=file,
            stderr=subprocess.STDOUT,
        )


@pytest.mark.long
@pytest.mark.parametrize("form", ["text", "json"])
def test_nothing_printed_at_the_most_talkative_level_names_or_quotes_anybody(
    tmp_path: Path, telegram: StandIn, form: str
) -> None:
    """Neither ids, names, texts and invitations nor the token, in whatever spelling, from whatever part of the bot."""
    folder, log = tmp_path / "data", tmp_path / "log"
    folder.mkdir(mode=0o700)
    story = Story(folder, telegram)
    process = _start(folder, telegram, form, log)
    try:
        story.happen()
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 1, "at last it fails outside of everything"
    finally:
        process.kill()
    printed = log.read_text()
    found = {secret for secret in story.secrets() for spelling in _spellings(secret) if spelling in printed}
    assert not found, _around(printed, found)
    for kind in ("Serving.", "ValueError", "OperationalError: SQLITE_ERROR", "ExceptionGroup", "InvalidURL"):
        assert kind in printed, "the saboteur did not do its work"
    for kind in ("A thread failed", "Nobody caught", "could not be cleaned up", "UserWarning", "Exception in callback"):
        assert kind in printed, "something that went wrong was not told"
    if form == "json":
        assert all("message" in json.loads(line) for line in printed.splitlines())


def _spellings(secret: str) -> set[str]:
    """As it is, as `repr` and JSON escape it, and as addresses do."""
    from urllib.parse import quote

    escaped = secret.encode("unicode_escape").decode()
    return {secret, escaped, escaped.replace("\\", "\\\\"), quote(secret)}


def _around(printed: str, found: set[str]) -> str:
    places = (re.search(f".*{re.escape(secret)}.*", printed) for secret in sorted(found))
    return "\n".join(place[0][:500] for place in places if place)
