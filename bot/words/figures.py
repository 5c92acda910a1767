"""Figures as they were reported: each with who says it and as of when, differing ones side by side."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from bot.campaign.models import Figure
from bot.campaign.posts import Entry
from bot.documents.scripts import fold_joined, fold_spaced
from bot.refusals import N_
from bot.words import dates, posts
from bot.words.languages import Language
from bot.words.message import LIMIT, Message, units

GROUPS = 12  # in one message
REPORTS = 6  # side by side in one group
POSTS = 8  # that the reports of one message stand in

Report = tuple[Figure, Entry]

_LINES = {
    # (as of when is known, who says it: the text names it, the post's issuer, nobody)
    (True, "source"): N_("{value} (as of {date}; source: {source})"),
    (True, "issuers"): N_("{value} (as of {date}; reported by {issuers} without a source)"),
    (True, "nobody"): N_("{value} (as of {date}; who says so is not named in the text)"),
    (False, "source"): N_("{value} (date not given in the text; source: {source})"),
    (False, "issuers"): N_("{value} (date not given in the text; reported by {issuers} without a source)"),
    (False, "nobody"): N_("{value} (neither date nor source is given in the text)"),
}


def in_language(reader: Language, reports: Sequence[Report]) -> list[Report]:
    """Of each post the figures of one wording: the reader's own, else the one that the post was issued in."""
    there: dict[int, set[str]] = {}
    for figure, entry in reports:
        there.setdefault(entry.post.id, set()).add(figure.language)

    def wanted(entry: Entry) -> set[str]:
        found = there[entry.post.id]
        return next(({code} for code in (reader.code, entry.post.language) if code in found), found)

    return [(figure, entry) for figure, entry in reports if figure.language in wanted(entry)]


def matching(reports: Sequence[Report], words: str) -> list[Report]:
    """The reports that hold every one of *words* in what, unit, source, quotation or the post's title."""
    joined, spaced = fold_joined(words).split(), fold_spaced(words).split()

    def holds(figure: Figure, entry: Entry) -> bool:
        titles = [wording.title for wording in entry.wordings.values()]
        text = "\n".join(part for part in (figure.what, figure.unit, figure.source, figure.quote, *titles) if part)
        folded = (fold_joined(text), joined), (fold_spaced(text), spaced)
        return any(all(word in where for word in sought) for where, sought in folded)

    return [(figure, entry) for figure, entry in reports if holds(figure, entry)]


def grouped(reports: Sequence[Report]) -> list[list[Report]]:
    """Reports of the same thing together, in the order in which each thing comes first."""
    groups: dict[str, list[Report]] = {}
    for figure, entry in reports:
        groups.setdefault(" ".join(fold_joined(figure.what).split()), []).append((figure, entry))
    return list(groups.values())


def differ(group: Sequence[Report]) -> bool:
    """Whether the reports of one thing give different numbers."""
    return len({(figure.value, figure.low, figure.high) for figure, _ in group}) > 1


def value(reader: Language, figure: Figure) -> Markup:
    """The number as reported, its words the text's own, its digits the reader's; without a number the quotation."""
    number = _number(reader, figure)
    if number is None:
        return reader.say("“{quote}”", quote=figure.quote)
    if figure.qualifier:
        number = reader.say("{qualifier} {number}", qualifier=figure.qualifier, number=number)
    return reader.say("{number} {unit}", number=number, unit=figure.unit) if figure.unit else number


def _number(reader: Language, figure: Figure) -> Markup | None:
    low, high = figure.low, figure.high
    if figure.value is not None:
        return escape(reader.number(figure.value))
    if low is not None and high is not None:
        return reader.say("between {low} and {high}", low=low, high=high)
    bound = low if low is not None else high
    if bound is None:
        return None
    if figure.qualifier:
        return escape(reader.number(bound))
    limits = N_("at least {value}"), N_("up to {value}")
    return reader.say(limits[low is None], value=bound)


def typed(figure: Figure) -> str:
    """The amount as a coordinator would type it."""
    if figure.value is not None:
        number = f"{figure.value:f}"
    elif figure.low is not None and figure.high is not None:
        number = f"{figure.low:f}-{figure.high:f}"
    else:
        bound = figure.low if figure.low is not None else figure.high
        number = "" if bound is None else f"{bound:f}"
    return " ".join(part for part in (figure.qualifier, number, figure.unit) if part)


def line(reader: Language, figure: Figure, entry: Entry) -> Markup:
    """One report: the number, as of when, and who says it."""
    values: dict[str, object] = {"value": value(reader, figure)}
    who = "source" if figure.source else "issuers" if entry.issuers else "nobody"
    if figure.source:
        values["source"] = posts.cut(figure.source, 160)
    elif entry.issuers:
        values["issuers"] = reader.listing([posts.cut(name, 60) for name in entry.issuers[:3]])
    if figure.as_of:
        values["date"] = dates.date(reader, figure.as_of)
    return reader.say(_LINES[figure.as_of is not None, who], **values)


def block(reader: Language, group: Sequence[Report], *, with_posts: bool = False) -> Markup:
    """One thing and every report of it, side by side; *with_posts* says in which post each stands."""
    figure, _ = group[0]
    lines = [Markup("<b>{}</b>").format(posts.isolated(reader, posts.cut(figure.what, 120)))]
    if differ(group):
        lines.append(
            Markup("<i>{}</i>").format(reader.say("Sources differ. I show each figure with its own date and source."))
        )
    for figure, entry in group[:REPORTS]:
        lines.append(Markup("• {}").format(line(reader, figure, entry)))
        if with_posts:
            name = Markup("<i>{}</i>").format(posts.isolated(reader, posts.title(entry, reader, 70)))
            lines.append(reader.say("In post {number}: {title}", number=entry.post.id, title=name))
    if len(group) > REPORTS:
        more = len(group) - REPORTS
        lines.append(reader.count("{n} more report of this", "{n} more reports of this", more))
    return Markup("\n").join(lines)


def of_post(reader: Language, entry: Entry) -> list[Markup]:
    """The figures that one post reports, a heading first; nothing where it reports none."""
    reports = in_language(reader, [(figure, entry) for figure in entry.figures])
    if not reports:
        return []
    return [posts.headline(reader.say("Figures")), *(block(reader, group) for group in grouped(reports))]


def reported(reader: Language, reports: Sequence[Report], words: str, ending: str = "") -> Message:
    """Reported figures in one message, as many as it holds, each post with a button; *words* are what was asked for."""
    if not reports:
        return Message(_nothing(reader, words))
    groups = grouped(in_language(reader, reports))
    title = posts.headline(
        reader.say("Figures for “{words}”", words=posts.cut(words, 60)) if words else reader.say("Figures")
    )
    html, shown, entries = title, 0, dict[int, Entry]()
    for group in groups[:GROUPS]:
        grown = html + Markup("\n\n") + block(reader, group, with_posts=True)
        named = entries | {entry.post.id: entry for _, entry in group[:REPORTS]}
        if shown and (units(grown) > LIMIT - 200 or len(named) > POSTS):
            break
        html, entries, shown = grown, named, shown + 1
    if left := len(groups) - shown:
        html += Markup("\n\n") + reader.count(
            "{n} more subject is not shown. Narrow it down by a word, for example: /figures {word}",
            "{n} more subjects are not shown. Narrow it down by a word, for example: /figures {word}",
            left,
            word=_example(groups[shown]),
        )
    return Message(html, tuple((posts.post_button(reader, entry, "read", ending),) for entry in entries.values()))


def _example(group: Sequence[Report]) -> str:
    """A word by which the next thing that did not fit is found."""
    words = [word.strip(",.;:،؛") for word in group[0][0].what.split()]
    return max(words, key=len, default="2022")


def _nothing(reader: Language, words: str) -> Markup:
    if words:
        return reader.say(
            "No published post reports a figure for “{words}”. Try another word, or /figures for all of them.",
            words=posts.cut(words, 60),
        )
    return reader.say("No published post reports a figure yet. /latest lists what there is.")
