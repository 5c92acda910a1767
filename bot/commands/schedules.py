"""What people write after /subscribe, in any order, in English or Farsi; no database here."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache

from bot.campaign.chats import KINDS
from bot.campaign.models import Schedule
from bot.documents.scripts import fold_joined
from bot.documents.zones import find_zone, near_zones
from bot.refusals import N_, Refused
from bot.words import dates
from bot.words.languages import codes, language

Part = Schedule | int | str | tuple[str, ...]

_SCHEDULES = {
    "now": Schedule.NOW, "فوری": Schedule.NOW, "اکنون": Schedule.NOW,
    "daily": Schedule.DAILY, "روزانه": Schedule.DAILY,
    "weekly": Schedule.WEEKLY, "هفتگی": Schedule.WEEKLY,
}  # fmt: skip
_KINDS = {
    "statement": "statements", "بیانیه": "statements", "بیانیه‌ها": "statements",
    "update": "updates", "گزارش": "updates", "گزارش‌ها": "updates",
    "action": "actions", "فراخوان": "actions", "فراخوان‌ها": "actions",
}  # fmt: skip
# The calendars of our languages name the days in full and in short; these are other ways that people write them.
_MORE_DAYS = {
    "tues": 1, "thur": 3, "thurs": 3, "آدینه": 4,
    "1شنبه": 6, "2شنبه": 0, "3شنبه": 1, "4شنبه": 2, "5شنبه": 3,
}  # fmt: skip
_MORE_LANGUAGES = {"persian": "fa"}

_SEPARATORS = re.compile(r"[\s,،;؛]+")
_TIME = re.compile(r"(?P<hour>[0-9]{1,2})(?:[:.٫](?P<minute>[0-9]{2}))?(?P<half>[ap]m|[ap]\.m\.?)?")
_OFFSET = re.compile(r"(?:utc|gmt)?[+-][0-9:]+")
_LONGEST_ZONE = 3  # words: "Port of Spain"
_LONGEST_QUOTED = 40  # characters of a word that is named in a refusal


@dataclass(frozen=True)
class _Word:
    word: str
    sort: str
    part: Part


@dataclass(frozen=True)
class Choice:
    """What somebody wrote; None stands for what they left open. Minutes are of the local day, Monday is 0."""

    schedule: Schedule | None = None
    weekday: int | None = None
    minute: int | None = None
    zone: str | None = None
    languages: str | None = None
    kinds: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Setting:
    """What a chat gets and when, nothing left open."""

    schedule: Schedule
    weekday: int
    minute: int
    zone: str
    languages: str
    kinds: tuple[str, ...]


def settle(choice: Choice, present: Setting) -> Setting:
    """*present* with all that was chosen; a day makes it weekly, and so does a time where there was none."""
    schedule = choice.schedule or present.schedule
    if choice.schedule is None and (
        choice.weekday is not None or (choice.minute is not None and schedule is Schedule.NOW)
    ):
        schedule = Schedule.WEEKLY
    return replace(
        present,
        schedule=schedule,
        weekday=present.weekday if choice.weekday is None else choice.weekday,
        minute=present.minute if choice.minute is None else choice.minute,
        zone=choice.zone or present.zone,
        languages=choice.languages or present.languages,
        kinds=choice.kinds or present.kinds,
    )


def read(words: str) -> Choice:
    """What *words* choose, in whatever order they stand.

    Raises `Refused`, naming the word, for one that is unknown, for a time that no clock shows, for two values of one
    sort, and for a day or time that contradicts the schedule.
    """
    said: dict[str, dict[Part, str]] = {}
    kinds: set[str] = set()
    rest = [word for word in _SEPARATORS.split(words) if fold_joined(word).strip()]
    while rest:
        sort, part, used = _next(rest)
        word, rest = " ".join(rest[:used]), rest[used:]
        if isinstance(part, tuple):
            kinds.update(part)
        else:
            said.setdefault(sort, {}).setdefault(part, word)
    for sort, parts in said.items():
        if len(parts) > 1:
            raise _two(sort, *list(parts.values())[:2])
    chosen = {sort: next(iter(parts)) for sort, parts in said.items()}
    _refuse_contradictions(chosen, said)
    return Choice(kinds=tuple(kind for kind in KINDS if kind in kinds) or None, **chosen)  # type: ignore[arg-type]


def language_named(word: str) -> str | None:
    """The code of the campaign's language that *word* names, by its code or by its name in any of them."""
    found = _vocabulary().get(fold_joined(word).strip())
    return str(found.part) if found and found.sort == "languages" else None


def _next(rest: list[str]) -> tuple[str, Part, int]:
    """The sort and value of what *rest* begins with, and how many words it takes. Raises `Refused`."""
    # «پنج شنبه», «بیانیه ها» and "6 pm" are written in one word and in two.
    for used in (2, 1):
        if used <= len(rest) and (found := _word(fold_joined("".join(rest[:used])))):
            return *found, used
    for used in range(min(_LONGEST_ZONE, len(rest)), 0, -1):
        if zone := find_zone(" ".join(rest[:used])):
            return "zone", zone, used
    raise _unknown(rest[0])


def _word(folded: str) -> tuple[str, Part] | None:
    if found := _vocabulary().get(folded):
        return found.sort, found.part
    if (minute := _minute(folded)) is not None:
        return "minute", minute
    parts = [_vocabulary().get(part) for part in folded.split("+")]
    if len(parts) > 1 and all(part and part.sort == "languages" for part in parts):
        named = {part.part for part in parts if part}
        return "languages", "+".join(code for code in codes() if code in named)
    return None


@cache
def _vocabulary() -> dict[str, _Word]:
    """Every single word with a fixed meaning, by its folded form."""
    words = [_Word(word, "schedule", schedule) for word, schedule in _SCHEDULES.items()]
    for word, kind in _KINDS.items():
        words += [_Word(word, "kinds", (kind,)), _Word(kind, "kinds", (kind,))]
    for speech in map(language, codes()):
        for number in range(7):
            short = str(speech.locale.days["format"]["abbreviated"][number])
            words += [_Word(word, "weekday", number) for word in (dates.weekday(speech, number), short)]
    words += [_Word(word, "weekday", number) for word, number in _MORE_DAYS.items()]
    words += [_Word(word, "languages", code) for word, code in _language_names().items()]
    return {fold_joined(word.word): word for word in words}


@cache
def _language_names() -> dict[str, str]:
    own = {language(speech).name_of(code): code for speech in codes() for code in codes()}
    return {**own, **_MORE_LANGUAGES, **{code: code for code in codes()}}


def _minute(folded: str) -> int | None:
    """The minute of the day that a clock time names; None for what is no time at all, also 25:00 and a bare number."""
    match = _TIME.fullmatch(folded)
    if match is None or (match["minute"] is None and match["half"] is None):
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"].startswith("p") else 0)
    return hour * 60 + minute if hour < 24 and minute < 60 else None


def _unknown(word: str) -> Refused:
    """The sentence for a word that means nothing here: by its looks a time, a zone, a misspelling, or none of these."""
    folded, word = fold_joined(word), word[:_LONGEST_QUOTED] + ("…" if len(word) > _LONGEST_QUOTED else "")
    if folded[0].isdecimal():
        return Refused(N_("“{word}” is not a time of day. Write it like 18:00. Nothing was changed."), word=word)
    if _OFFSET.fullmatch(folded):
        return _unknown_zone(word, [])
    if "/" not in word and (near := get_close_matches(folded, _vocabulary(), n=1, cutoff=0.75)):
        return Refused(
            N_("I don't know the word “{word}”. Did you mean “{near}”? Nothing was changed."),
            word=word,
            near=_vocabulary()[near[0]].word,
        )
    zones = near_zones(word)
    if "/" in word or (word[0].isupper() and zones):
        return _unknown_zone(word, zones)
    return Refused(
        N_(
            "I don't know the word “{word}”. After /subscribe you can write: now, daily or weekly; a day; "
            "a time such as 18:00; a city or a time zone such as Europe/Berlin; en, fa or en+fa; "
            "statements, updates, actions. Nothing was changed."
        ),
        word=word,
    )


def _unknown_zone(word: str, near: list[str]) -> Refused:
    if near:
        return Refused(
            N_("I know no time zone called “{word}”. Near it are: {zones}. Nothing was changed."), word=word, zones=near
        )
    return Refused(
        N_(
            "I know no time zone called “{word}”. "
            "Write the nearest big city, or a name such as Europe/Berlin. Nothing was changed."
        ),
        word=word,
    )


def _two(sort: str, first: str, second: str) -> Refused:
    if sort == "languages":
        return Refused(
            N_("You wrote two languages, “{first}” and “{second}”. For both write en+fa. Nothing was changed."),
            first=first,
            second=second,
        )
    return Refused(
        N_("“{first}” and “{second}” can't both be true. Write one of them. Nothing was changed."),
        first=first,
        second=second,
    )


def _refuse_contradictions(chosen: dict[str, Part], said: dict[str, dict[Part, str]]) -> None:
    schedule = chosen.get("schedule")
    if schedule in {Schedule.NOW, Schedule.DAILY} and "weekday" in chosen:
        raise Refused(
            N_("“{schedule}” does not go with the day “{day}”. Only the weekly digest has a day. Nothing was changed."),
            schedule=next(iter(said["schedule"].values())),
            day=next(iter(said["weekday"].values())),
        )
    if schedule is Schedule.NOW and "minute" in chosen:
        raise Refused(
            N_(
                "“{schedule}” does not go with the time “{time}”: "
                "then each text comes as soon as it is published. Nothing was changed."
            ),
            schedule=next(iter(said["schedule"].values())),
            time=next(iter(said["minute"].values())),
        )
