"""Digests, and the message about one new post: what goes out unasked, with links that open the bot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from markupsafe import Markup

from bot.campaign.models import Figure, Kind
from bot.campaign.posts import Entry
from bot.words import actions, dates, figures, posts, summaries
from bot.words.languages import Language
from bot.words.message import Button, Message

SENTENCES = 3  # of the weekly update
STATEMENTS = 8
CALLS = 5
GROUPS = 6  # subjects of figures


@dataclass(frozen=True)
class News:
    """What is new in a stretch of time (UTC) for the readers of one zone; `actions` are all open calls."""

    since: datetime
    until: datetime
    zone: str
    late: bool = False
    update: Entry | None = None  # the newest weekly update
    updates: list[Entry] = field(default_factory=list)  # any others
    statements: list[Entry] = field(default_factory=list)
    actions: list[Entry] = field(default_factory=list)
    figures: list[tuple[Figure, Entry]] = field(default_factory=list)
    username: str = ""


def is_empty(news: News) -> bool:
    """Whether there is nothing that is worth a message."""
    return not (news.update or news.updates or news.statements or news.actions or news.figures)


def digest(
    reader: Language, news: News, daily: bool = False, *, personal: bool = True, again: bool = False
) -> list[Message]:
    """The news in one message, or in a few where there is much; its buttons are links, which channels can have too.

    A *personal* one says how to get no more of them; in a channel or group that command would not be the reader's.
    One that says it *again* in a second language only names what has no wording in that language.
    """
    blocks = [_title(reader, news, daily)]
    if news.late:
        blocks.append(
            Markup("<i>{}</i>").format(reader.say("This digest comes late; the bot was not running on time."))
        )
    if is_empty(news):
        blocks.append(reader.say("There is nothing new since your last digest."))
    if news.update:
        blocks += _update(reader, news.update, news.username, again=again)
    blocks += [_statement(reader, entry, news.username) for entry in news.updates]
    blocks += _statements(reader, news)
    blocks += _calls(reader, news)
    blocks += _figures(reader, news)
    if personal:
        blocks.append(reader.say("You receive this because you subscribed. /unsubscribe"))
    return posts.messages(blocks, _ways(reader, news))


def publication(reader: Language, entry: Entry, username: str, *, again: bool = False) -> list[Message]:
    """One new post in brief, for those who want each at once: header, warning, summary, and a link to its text.

    One that says it *again* in a second language leaves out a summary that is not in that language.
    """
    blocks = [posts.header(reader, entry), *posts.warning(reader, entry)]
    if not again or entry.wording(reader.code).language == reader.code:
        blocks += summaries.summary(reader, entry)
    if entry.parts:
        blocks.append(_parts(reader, entry))
    rows = _row(reader.plain("Read the full text"), reader, entry, username)
    if not rows:
        blocks.append(reader.say("To read the full text, send the bot /read {number}", number=entry.post.id))
    if entry.post.kind is Kind.ACTION and entry.post.link and posts.opens(entry.post.link):
        rows.append((Button(reader.plain("Join in"), url=entry.post.link),))
    return posts.messages(blocks, rows)


def _row(text: str, reader: Language, entry: Entry, username: str) -> list[tuple[Button, ...]]:
    """A button that opens the bot; none while the bot doesn't know its own username, before it first ran."""
    return [(Button(text, url=deep_link(reader, entry, username)),)] if username else []


def deep_link(reader: Language, entry: Entry, username: str) -> str:
    """A link that opens the bot at the post's text, in the language of *reader*."""
    ending = "" if reader.code == "en" else f"_{reader.code}"
    return f"https://t.me/{username}?start=read_{entry.post.id}{ending}"


def _title(reader: Language, news: News, daily: bool) -> Markup:
    zone = ZoneInfo(news.zone)
    last = news.until.astimezone(zone).date()
    if daily:
        text = reader.say("Daily digest, {date}", date=dates.date(reader, last))
    else:
        first = dates.date(reader, news.since.astimezone(zone).date())
        text = reader.say("Weekly digest, {from_date} to {to_date}", from_date=first, to_date=dates.date(reader, last))
    return posts.headline(text)


def _link(reader: Language, entry: Entry, username: str, text: str) -> Markup:
    name = posts.isolated(reader, text)
    return Markup('<a href="{}">{}</a>').format(deep_link(reader, entry, username), name) if username else name


def _named(reader: Language, entry: Entry, username: str) -> Markup:
    """Title as a link, issuers, and a line where the wording is not the reader's."""
    lines = [
        Markup("<b>{}</b>").format(_link(reader, entry, username, posts.title(entry, reader))),
        posts.issuers(reader, entry, posts.ISSUERS),
        *(Markup("<i>{}</i>").format(line) for line in posts.notices(reader, entry)),
    ]
    return Markup("\n").join(lines)


def _update(reader: Language, entry: Entry, username: str, *, again: bool) -> list[Markup]:
    blocks = [_named(reader, entry, username), *posts.warning(reader, entry)]
    wording = entry.wording(reader.code)
    if again and wording.language != reader.code:
        return blocks
    found = summaries.sentences_of(wording)[:SENTENCES]
    if found:
        blocks.append(
            Markup("<i>{}</i>\n<blockquote>{}</blockquote>").format(
                summaries.whose(reader, wording), summaries.lines(wording.language, found)
            )
        )
    return blocks


def _statements(reader: Language, news: News) -> list[Markup]:
    entries = news.statements
    if not entries:
        return []
    title = reader.count("{n} new statement", "{n} new statements", len(entries))
    blocks = [Markup("<b>{}</b>").format(title)]
    blocks += [_statement(reader, entry, news.username) for entry in entries[:STATEMENTS]]
    if len(entries) > STATEMENTS:
        left = len(entries) - STATEMENTS
        blocks.append(reader.count("{n} more is in /statements", "{n} more are in /statements", left))
    return blocks


def _statement(reader: Language, entry: Entry, username: str) -> Markup:
    """A statement on a few lines, with one sentence of it; of one with a warning the warning instead."""
    lines = [_named(reader, entry, username), *posts.warning(reader, entry)]
    wording = entry.wording(reader.code)
    if entry.parts:
        lines.append(_parts(reader, entry))
    elif not entry.post.warning and wording.language == reader.code and (found := summaries.sentences_of(wording)):
        lines.append(summaries.lines(wording.language, [posts.cut(found[0], 240)]))
    return Markup("\n").join(lines)


def _parts(reader: Language, entry: Entry) -> Markup:
    return reader.count("A collection of {n} text", "A collection of {n} texts", len(entry.parts))


def _calls(reader: Language, news: News) -> list[Markup]:
    if not news.actions:
        return []
    blocks = [Markup("<b>{}</b>").format(reader.say("Calls to action"))]
    for entry in news.actions[:CALLS]:
        name = _link(reader, entry, news.username, posts.title(entry, reader))
        blocks.append(actions.brief(reader, entry, name))
    if len(news.actions) > CALLS:
        left = len(news.actions) - CALLS
        blocks.append(reader.count("{n} more is in /actions", "{n} more are in /actions", left))
    return blocks


def _figures(reader: Language, news: News) -> list[Markup]:
    groups = figures.grouped(figures.in_language(reader, news.figures))
    if not groups:
        return []
    blocks = [
        Markup("<b>{}</b>").format(reader.say("Figures")),
        *(figures.block(reader, group, with_posts=True) for group in groups[:GROUPS]),
    ]
    if len(groups) > GROUPS:
        left = len(groups) - GROUPS
        blocks.append(reader.count("{n} more is in /figures", "{n} more are in /figures", left))
    return blocks


def _ways(reader: Language, news: News) -> list[tuple[Button, ...]]:
    """Links to read on: the update first, then the first statements and calls."""
    entries: Sequence[Entry] = [*([news.update] if news.update else []), *news.statements[:3], *news.actions[:2]]
    return [row for entry in entries for row in _row(posts.label(entry, reader), reader, entry, news.username)]
