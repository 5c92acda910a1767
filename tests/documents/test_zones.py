"""Time zones by the names people have for them."""

from __future__ import annotations

from zoneinfo import available_timezones

import pytest

from bot.documents.zones import find_zone, near_zones


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"), ("europe/berlin", "Europe/Berlin"), ("Berlin", "Europe/Berlin"),
        ("new york", "America/New_York"), ("New_York", "America/New_York"), ("Tehran", "Asia/Tehran"),
        ("تهران", "Asia/Tehran"), ("ایران", "Asia/Tehran"), ("Iran", "Asia/Tehran"), ("لندن", "Europe/London"),
        ("پاريس", "Europe/Paris"), ("UTC", "UTC"), ("utc", "UTC"),
    ],
)  # fmt: skip
def test_a_zone_is_found_by_its_name_a_city_or_a_country_of_one_zone(typed: str, zone: str) -> None:
    assert find_zone(typed) == zone


@pytest.mark.parametrize("typed", ["", "Germany", "America", "Berln", "localtime", "آلمان"])
def test_what_names_no_zone_or_several_names_none(typed: str) -> None:
    assert find_zone(typed) is None


def test_near_names_are_offered_nearest_first() -> None:
    assert near_zones("Berln")[0] == "Europe/Berlin"
    assert near_zones("تهرن")[0] == "Asia/Tehran"
    assert near_zones("qqqqqqq") == []


def test_every_zone_with_an_area_is_found_by_its_full_name() -> None:
    zones = [zone for zone in available_timezones() if "/" in zone]
    assert [zone for zone in zones if find_zone(zone) != zone] == []
