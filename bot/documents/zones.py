"""Time zones as people type them: by IANA name, by city, in English or in Farsi."""

from __future__ import annotations

from difflib import get_close_matches
from functools import lru_cache
from zoneinfo import available_timezones

from babel import Locale
from babel.core import get_global

from bot.documents.scripts import fold_spaced

_NOT_ZONES = frozenset({"localtime", "Factory", "posixrules"})


def find_zone(word: str) -> str | None:
    """The IANA zone that *word* names: `Europe/Berlin`, `berlin`, «تهران», «ایران»; None where none or several do."""
    return _names().get(_key(word))


def near_zones(word: str) -> list[str]:
    """Up to three zones whose names look like *word*, the nearest first."""
    names = _names()
    found = [names[key] for key in get_close_matches(_key(word), list(names), n=6, cutoff=0.7)]
    return list(dict.fromkeys(found))[:3]


def _key(word: str) -> str:
    return " ".join(fold_spaced(word).replace("_", " ").replace("-", " ").split())


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    # Names given later do not displace earlier ones: a zone's own name wins over a city's, a city's over a country's.
    zones = sorted(available_timezones() - _NOT_ZONES)
    names = {_key(zone): _whole_name(zone) for zone in zones}
    for group in (_city_names(zones), _country_names()):
        for key, found in group.items():
            if len(found) == 1:
                names.setdefault(key, *found)
    return names


def _whole_name(zone: str) -> str:
    # "Iran" is kept as Asia/Tehran; "UTC" stays what people know it by.
    name = str(get_global("zone_aliases").get(zone, zone))
    return zone if "/" in zone or name.startswith("Etc/") else name


def _city_names(zones: list[str]) -> dict[str, set[str]]:
    aliases = get_global("zone_aliases")
    names: dict[str, set[str]] = {}
    for zone in zones:
        if "/" in zone and not zone.startswith(("Etc/", "US/", "SystemV/")):
            names.setdefault(_key(zone.rpartition("/")[2]), set()).add(str(aliases.get(zone, zone)))
    for language in ("en", "fa"):
        for zone, words in Locale(language).time_zones.items():
            if "city" in words and zone in zones:
                names.setdefault(_key(words["city"]), set()).add(str(aliases.get(zone, zone)))
    return names


def _country_names() -> dict[str, set[str]]:
    names: dict[str, set[str]] = {}
    for territory, zones in get_global("territory_zones").items():
        for language in ("en", "fa"):
            if name := Locale(language).territories.get(territory):
                names.setdefault(_key(name), set()).update(zones)
    return names
