"""What deploy/ gives to Prometheus and Grafana asks for what the bot tells, and for nothing else."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.campaign.models import ChatKind, ChatState, DeliveryState
from bot.commands.table import COMMANDS
from bot.meters import ERRORS, PURPOSES, UPDATES
from bot.words import desk
from tests.transport.test_monitors import NAMES

DEPLOY = Path(__file__).parent.parent / "deploy"
RULES = yaml.safe_load((DEPLOY / "alerts.yml").read_text())
BOARD = json.loads((DEPLOY / "grafana-dashboard.json").read_text())
WORDS = {
    "kind": {*UPDATES, *(kind.value for kind in ChatKind)},
    "state": {*(state.value for state in DeliveryState), *(state.value for state in ChatState)},
    "purpose": set(PURPOSES),
    "reason": set(ERRORS),
    "command": {command.name for command in COMMANDS},
    "job": {"solidarity-bot", "$job"},
}


def alerts() -> list[dict[str, Any]]:
    return [rule for group in RULES["groups"] for rule in group["rules"]]


def asked_by_alerts() -> list[str]:
    return [rule["expr"] for rule in alerts()]


def asked_by_the_board() -> list[str]:
    variables = [variable["query"]["query"] for variable in BOARD["templating"]["list"] if variable["type"] == "query"]
    return variables + [target["expr"] for panel in BOARD["panels"] for target in panel["targets"]]


def names(questions: list[str]) -> set[str]:
    found = set(re.findall(r"\bsolidarity_[a-z_]+", " ".join(questions)))
    return {re.sub(r"(?<=solidarity_command_seconds)_(bucket|count|sum)$", "", name) for name in found}


@pytest.mark.parametrize("questions", [asked_by_alerts(), asked_by_the_board()], ids=["alerts", "board"])
def test_every_metric_asked_for_exists_with_its_labels_and_their_words(questions: list[str]) -> None:
    assert names(questions) <= NAMES.keys()
    for question in questions:
        for name, matchers in re.findall(r"(solidarity_[a-z_]+?)(?:_bucket|_count|_sum)?\{([^}]*)\}", question):
            for label, words in re.findall(r'(\w+)(?:=~|!~|!=|=)"([^"]*)"', matchers):
                assert label in NAMES[name] | {"job"}, question
                assert set(words.split("|")) <= WORDS[label], question


def test_the_board_shows_every_metric() -> None:
    assert names(asked_by_the_board()) == set(NAMES)


def test_each_alert_says_what_is_wrong_and_what_to_do() -> None:
    assert len({rule["alert"] for rule in alerts()}) == len(alerts())
    for rule in alerts():
        assert rule["labels"]["severity"] in {"warning", "critical"}
        assert rule["annotations"].keys() == {"summary", "description"}


def test_what_people_must_hear_of_is_watched() -> None:
    watched = names(asked_by_alerts())
    for name in (
        "last_poll_age_seconds", "oldest_due_age_seconds", "outbox", "last_backup_timestamp", "send_errors_total",
        "next_digest_timestamp", "loop_lag_seconds",
    ):  # fmt: skip
        assert f"solidarity_{name}" in watched


def test_the_board_can_be_imported_beside_any_data_source() -> None:
    """No panel is bound to somebody's Grafana, and none lies over another."""
    assert BOARD["id"] is None
    assert {"datasource", "job"} == {variable["name"] for variable in BOARD["templating"]["list"]}
    taken: set[tuple[int, int]] = set()
    for panel in BOARD["panels"]:
        for part in (panel, *panel["targets"]):
            assert part["datasource"] == {"type": "prometheus", "uid": "${datasource}"}
        place = panel["gridPos"]
        cells = {
            (x, y)
            for x in range(place["x"], place["x"] + place["w"])
            for y in range(place["y"], place["y"] + place["h"])
        }
        assert not cells & taken
        assert max(x for x, _ in cells) < 24
        taken |= cells
    numbers = [panel["id"] for panel in BOARD["panels"]]
    assert len(set(numbers)) == len(numbers)


def test_everything_that_goes_out_is_counted_under_its_own_purpose() -> None:
    assert set(desk._PURPOSES) <= set(PURPOSES)
