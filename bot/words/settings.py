"""What a chat gets and when: in sentences, and in buttons that change it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from markupsafe import Markup

from bot.refusals import N_
from bot.words import dates
from bot.words.languages import Language, codes
from bot.words.message import Button, Message

Row = tuple[Button, ...]

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
HOURS = (9 * 60, 18 * 60, 21 * 60)
ZONES = (
    "Asia/Tehran", "Europe/Istanbul", "Europe/Berlin", "Europe/London",
    "America/New_York", "America/Los_Angeles", "Australia/Sydney", "UTC",
)  # fmt: skip

_SUBSCRIBED = {
    "private": N_("You are subscribed."),
    "group": N_("This group is subscribed."),
    "channel": N_("This channel is subscribed."),
}
_NOT_SUBSCRIBED = {
    "private": N_("You are not subscribed: I send you nothing unasked. Choose how often you would like the digest."),
    "group": N_("This group is not subscribed. Its administrators can choose how often the digest comes."),
    "channel": N_("This channel is not subscribed. /subscribe starts the weekly digest."),
}
_STOPPED = {
    "private": N_("You are unsubscribed and will get no more digests. Come back any time with /subscribe"),
    "group": N_("This group is unsubscribed and will get no more digests. Start again any time with /subscribe"),
    "channel": N_("This channel is unsubscribed and will get no more digests. Start again any time with /subscribe"),
}
_SCHEDULES = {"weekly": N_("Weekly"), "daily": N_("Daily"), "now": N_("At once")}
_KINDS = {"statements": N_("statements"), "updates": N_("weekly updates"), "actions": N_("calls to action")}
_KIND_LABELS = {"statements": N_("Statements"), "updates": N_("Updates"), "actions": N_("Calls to action")}


@dataclass(frozen=True)
class Plan:
    """What one chat gets. `place`: private, group or channel; `schedule`: never, now, daily or weekly."""

    place: str
    schedule: str
    weekday: int  # Monday is 0
    minute: int  # of the local day
    zone: str
    languages: tuple[str, ...]
    kinds: tuple[str, ...]
    next_at: dt.datetime | None = None  # UTC
    paused: bool = False

    @property
    def subscribed(self) -> bool:
        """Whether anything comes unasked."""
        return self.schedule != "never"


def subscribed(language: Language, plan: Plan) -> Message:
    """What was just set and when the next digest comes, with the buttons that change it."""
    return _message(language, plan, language.say(_SUBSCRIBED[plan.place]))


def shown(language: Language, plan: Plan) -> Message:
    """The settings of a chat as they are, with the buttons that change them."""
    heading = Markup("<b>{}</b>").format(language.say("Settings"))
    if plan.subscribed:
        return _message(language, plan, heading)
    text = Markup("{}\n\n{}").format(heading, language.say(_NOT_SUBSCRIBED[plan.place]))
    return Message(text, _unless_channel(plan.place, (*presets(language), (_language_button(language),))))


def stopped(language: Language, place: str) -> Message:
    """The chat gets nothing more, from now on."""
    again = Button(language.plain("Subscribe again"), command="/subscribe")
    erase = Button(language.plain("Erase what you keep"), command="/forget")
    return Message(language.say(_STOPPED[place]), _unless_channel(place, ((again,), (erase,))))


def not_subscribed(language: Language, place: str) -> Message:
    """There was nothing to stop."""
    return Message(language.say(_NOT_SUBSCRIBED[place]), _unless_channel(place, presets(language)))


def presets(language: Language) -> tuple[Row, ...]:
    """Buttons that subscribe: weekly or daily at the usual hour, or at once."""
    return (
        side_by_side(
            language,
            Button(language.plain("Weekly digest"), command="/subscribe weekly"),
            Button(language.plain("Daily digest"), command="/subscribe daily"),
        ),
        (Button(language.plain("Each text as it is published"), command="/subscribe now"),),
    )


def side_by_side(language: Language, *buttons: Button) -> Row:
    """One row of buttons that begins at the side where *language* begins; Telegram itself mirrors none."""
    return buttons[::-1] if language.rtl else buttons


def zones(language: Language, plan: Plan) -> Message:
    """A choice of time zones, and how to write any other."""
    present = dates.zone_name(language, plan.zone)  # UTC has several names
    offered = {dates.zone_name(language, zone): zone for zone in ZONES}
    buttons = [
        Button(marked(language, city, city == present), command=f"/subscribe {zone}")
        for city, zone in {present: plan.zone, **offered}.items()
    ]
    return Message(
        language.say(
            "Which time zone? Choose one, or write the nearest big city after the command, "
            "for example /subscribe Tehran"
        ),
        _unless_channel(plan.place, (*_in_pairs(language, buttons), (_back(language),))),
    )


def days(language: Language, plan: Plan) -> Message:
    """A choice of days for the weekly digest, the week beginning as it does for readers of *language*."""
    first = language.locale.first_week_day
    buttons = [
        Button(
            marked(language, dates.weekday(language, day), plan.schedule == "weekly" and day == plan.weekday),
            command=f"/subscribe {DAYS[day]}",
        )
        for day in [*range(first, 7), *range(first)]
    ]
    return Message(
        language.say("On which day would you like the weekly digest?"),
        _unless_channel(plan.place, (*_in_pairs(language, buttons), (_back(language),))),
    )


def lines(language: Language, plan: Plan) -> list[Markup]:
    """A subscription, one sentence a line: how often, in which zone and language, what, and when next."""
    city = dates.zone_name(language, plan.zone)
    zone = (
        language.say("Time zone: {city}", city=city)
        if "/" not in plan.zone or plan.zone.startswith("Etc/")
        else language.say("Time zone: {city} ({zone})", city=city, zone=plan.zone)
    )
    names = language.listing([language.name_of(code) for code in plan.languages])
    kinds = language.listing([language.plain(_KINDS[kind]) for kind in plan.kinds])
    return [
        _rhythm(language, plan),
        zone,
        language.say("Language of the digest: {languages}", languages=names),
        language.say("Contents: {kinds}", kinds=kinds),
    ]


def marked(language: Language, label: str, chosen: bool) -> str:
    """A label, with a tick where it names what is chosen."""
    return language.plain("✓ {label}", label=label) if chosen else label


def _rhythm(language: Language, plan: Plan) -> Markup:
    time = dates.time(language, dt.time(plan.minute // 60, plan.minute % 60))
    match plan.schedule:
        case "weekly":
            day = dates.weekday(language, plan.weekday)
            return language.say("The digest comes every week on {weekday} at {time}.", weekday=day, time=time)
        case "daily":
            return language.say("The digest comes every day at {time}.", time=time)
        case "now":
            return language.say("Each new text comes as soon as it is published.")
    return language.say("Nothing is sent unasked.")


def _next(language: Language, plan: Plan) -> list[Markup]:
    if plan.paused:
        return [language.say("The coordinators have paused sending here for the moment.")]
    if plan.next_at is None:
        return []
    when = dates.moment(language, plan.next_at, plan.zone)
    return [
        Markup("<b>{}</b>").format(language.say("Next digest: {moment}", moment=when)),
        language.say("When there is nothing new, nothing is sent."),
    ]


def _message(language: Language, plan: Plan, heading: Markup) -> Message:
    parts = [heading, Markup("\n").join(lines(language, plan))]
    if following := _next(language, plan):
        parts.append(Markup("\n").join(following))
    if plan.place == "channel":
        parts.append(
            language.say("To change this, post for example /subscribe daily 09:00 here; to stop, post /unsubscribe")
        )
    return Message(Markup("\n\n").join(parts), _unless_channel(plan.place, _controls(language, plan)))


def _controls(language: Language, plan: Plan) -> tuple[Row, ...]:
    schedules = [
        Button(marked(language, language.plain(label), plan.schedule == name), command=f"/subscribe {name}")
        for name, label in _SCHEDULES.items()
    ]
    rows = [side_by_side(language, *schedules)]
    if plan.schedule in {"daily", "weekly"}:
        rows += [side_by_side(language, *_hours(language, plan)), side_by_side(language, *_when(language, plan))]
    rows.append(side_by_side(language, *_languages(language, plan)))
    rows.append(side_by_side(language, *_kinds(language, plan)))
    stop = Button(language.plain("Unsubscribe"), command="/unsubscribe")
    rows.append(side_by_side(language, _language_button(language), stop))
    return tuple(rows)


def _hours(language: Language, plan: Plan) -> list[Button]:
    return [
        Button(
            marked(language, dates.time(language, dt.time(minute // 60, minute % 60)), minute == plan.minute),
            command=f"/subscribe {minute // 60:02}:{minute % 60:02}",
        )
        for minute in sorted({*HOURS, plan.minute})
    ]


def _when(language: Language, plan: Plan) -> list[Button]:
    city = dates.zone_name(language, plan.zone)
    zone = Button(language.plain("Time zone: {city}", city=city), command="/settings zone")
    if plan.schedule != "weekly":
        return [zone]
    day = language.plain("Day: {weekday}", weekday=dates.weekday(language, plan.weekday))
    return [Button(day, command="/settings day"), zone]


def _languages(language: Language, plan: Plan) -> list[Button]:
    choices = [*((code,) for code in codes()), codes()] if len(codes()) > 1 else [codes()]
    return [
        Button(
            marked(language, language.listing([language.name_of(code) for code in choice]), choice == plan.languages),
            command=f"/subscribe {'+'.join(choice)}",
        )
        for choice in choices
    ]


def _kinds(language: Language, plan: Plan) -> list[Button]:
    """Each press adds or takes away one kind; the last one stays, since without any there is no subscription."""
    buttons = []
    for kind, label in _KIND_LABELS.items():
        after = [one for one in _KIND_LABELS if (one in plan.kinds) != (one == kind)] or [kind]
        chosen = marked(language, language.plain(label), kind in plan.kinds)
        buttons.append(Button(chosen, command=f"/subscribe {' '.join(after)}"))
    return buttons


def _in_pairs(language: Language, buttons: list[Button]) -> list[Row]:
    return [side_by_side(language, *buttons[at : at + 2]) for at in range(0, len(buttons), 2)]


def _language_button(language: Language) -> Button:
    return Button(language.plain("Language of the bot"), command="/language")


def _back(language: Language) -> Button:
    return Button(language.plain("◀ Back"), command="/settings")


def _unless_channel(place: str, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    # In a channel any reader could press; there, administrators post commands.
    return () if place == "channel" else rows
