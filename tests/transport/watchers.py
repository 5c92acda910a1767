"""What a monitor asks of a bot, over real HTTP, and what may befall a bot that it watches."""

from __future__ import annotations

import http.client
import json
from pathlib import Path
from typing import Any

from prometheus_client.parser import text_string_to_metric_families
from sqlmodel import Session, select

from bot.campaign.models import Chat, ChatState, Role
from bot.rehearsal.standins import StandIn
from tests.houses import House, environment
from tests.waits import until

Samples = dict[tuple[str, frozenset[tuple[str, str]]], float]


def ask(port: int, path: str, method: str = "GET", **headers: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request(method, path, headers=headers)
    response = connection.getresponse()
    return response.status, response.read().decode()


def healthz(port: int) -> tuple[int, dict[str, Any]]:
    status, text = ask(port, "/healthz")
    return status, json.loads(text)


def metrics(port: int) -> Samples:
    status, text = ask(port, "/metrics")
    assert status == 200
    return {
        (sample.name, frozenset(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def value(found: Samples, name: str, **labels: str) -> float:
    return found[name, frozenset(labels.items())]


def wait_for(port: int, name: str, wanted: float, **labels: str) -> None:
    until(lambda: value(metrics(port), name, **labels) == wanted, f"{name} is not {wanted}")


def bring_news(house: House) -> None:
    owner = house.coordinator("Owner", Role.OWNER)
    house.ask(owner, "/new statement\nOn the Strike\n\nThe strike goes on until the wages are paid.")
    house.ask(owner, "/publish 1")


def pause_all(db: Session) -> None:
    for chat in db.exec(select(Chat)):
        chat.state = ChatState.PAUSED
        db.add(chat)


def watched_at(folder: Path, telegram: StandIn, port: int) -> dict[str, str]:
    return environment(folder, telegram, BOT_METRICS_LISTEN=f"127.0.0.1:{port}")
