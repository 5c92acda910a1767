"""Posts in few words: what they are called, who issued them and when, lists of them, their sources."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from bot.campaign.models import Kind, Wording
from bot.campaign.posts import Entry
from bot.documents.markdown import bodies
from bot.documents.scripts import fold_joined, fold_spaced
from bot.words import bidi, dates
from bot.words.languages import Language, codes, language
from bot.words.message import Button, Message, lay, measure

LABEL = 48  # units of a button's label; a phone shows about as many
TITLE = 120  # units of a title in a list
ISSUERS = 2  # names in a list; where a post stands alone, all of them
_NAME = 60
_FIRST_WORDS = 70
_LOOKED_AT = 2000  # characters of a body in which its first words are looked for


def cut(text: str, limit: int) -> str:
    """*text* on one line, at most *limit* UTF-16 units long, ended between words with "…" where it was longer."""
    line = " ".join(text.split())
    if measure(line) <= limit:
        return line
    short = line[: limit - 1]
    while measure(short) > limit - 1:
        short = short[:-1]
    at = short.rfind(" ") if line[len(short)] != " " else len(short)
    return (short[:at] if at > limit // 3 else short).rstrip(" ,;:،؛") + "…"


def title(entry: Entry, reader: Language, limit: int = TITLE) -> str:
    """What the post is called, on one line: its title, or the first words of its text and "…"."""
    return title_of(entry.wording(reader.code), limit)


def title_of(wording: Wording, limit: int = TITLE) -> str:
    """What this wording is called, on one line of at most *limit* units."""
    return cut(bidi.strip_marks(wording.title or ""), limit) or first_words(wording, min(limit, _FIRST_WORDS))


def first_words(wording: Wording, limit: int = _FIRST_WORDS) -> str:
    """The first words of a text and "…", by which a post without a title is called; "…" where it has no words.

    Lines of a word or two, such as a date or a picture's name, are passed over where there is a longer one.
    """
    blocks = bodies.read(wording.body[:_LOOKED_AT]).blocks
    lines = [" ".join(bidi.strip_marks(bodies.text(block)).split()) for block in blocks]
    worded = [line for line in lines if any(letter.isalnum() for letter in line)]
    for line in sorted(worded, key=lambda line: line.count(" ") < 3):
        short = cut(line, limit - 1)
        return short if short.endswith("…") else f"{short.rstrip('.')}…"
    return "…"


def isolated(reader: Language, text: str) -> Markup:
    """Words from outside on a line of their own or in a list: escaped, and isolated where they could turn the line."""
    return escape(reader.listing([text]))


def label(entry: Entry, reader: Language, limit: int = LABEL) -> str:
    """The post's name for a button: its short label, else its title, at most *limit* units long."""
    short = bidi.strip_marks(entry.wording(reader.code).short or "")
    return cut(short, limit) or title(entry, reader, limit)


def heading(entry: Entry, reader: Language) -> Markup:
    """The title as printed, with all its lines; of a post without one its first words."""
    printed = bidi.strip_marks(entry.wording(reader.code).title or "").strip()
    lines = [line.strip() for line in printed.splitlines() if line.strip()] or [title(entry, reader)]
    return Markup("\n").join(Markup("<b>{}</b>").format(line) for line in lines)


def issuers(reader: Language, entry: Entry, most: int | None = None) -> Markup:
    """Who issued the post, as printed, or that the text does not say.

    With *most*, long names are cut, and of the names beyond it only the number is said.
    """
    if not entry.issuers:
        return reader.say("Issuer: not named in the text")
    if most and len(entry.issuers) > most:
        some = reader.listing([cut(name, _NAME) for name in entry.issuers[:most]])
        return reader.count(
            "Issued by: {issuers} and {n} other",
            "Issued by: {issuers} and {n} others",
            len(entry.issuers) - most,
            issuers=some,
        )
    names = [cut(name, _NAME) if most else name for name in entry.issuers]
    return reader.say("Issued by: {issuers}", issuers=reader.listing(names))


def issued_on(reader: Language, entry: Entry) -> Markup:
    """When the post was issued, no more exactly than its text says."""
    if entry.post.issued_on is None:
        return reader.say("Date: not given in the text")
    shown = dates.cited(reader, entry.post.issued_on, entry.post.issued_precision.value)
    return reader.say("Date: {date}", date=shown)


def notices(reader: Language, entry: Entry) -> list[Markup]:
    """What a reader has to know of this wording: that it is urgent, a translation, or not in the reader's language."""
    wording = entry.wording(reader.code)
    said = [reader.say("Urgent")] if entry.post.urgent else []
    if wording.language != reader.code:
        name = reader.name_of(wording.language)
        said.append(reader.say("This text is only available in {language}.", language=name))
    elif wording.language != entry.post.language:
        said.append(reader.say("Translated from {language}.", language=reader.name_of(entry.post.language)))
    return said


def header(reader: Language, entry: Entry) -> Markup:
    """Title, issuers and date of a post, and of a call to action its deadline, place and link."""
    lines = [heading(entry, reader), issuers(reader, entry), issued_on(reader, entry)]
    if entry.post.kind is Kind.ACTION:
        lines += call(reader, entry)
    return Markup("\n").join(lines + [Markup("<i>{}</i>").format(line) for line in notices(reader, entry)])


def call(reader: Language, entry: Entry) -> list[Markup]:
    """When, where and by which link a call to action is followed; the time is that of its own zone."""
    post, lines = entry.post, []
    if post.deadline:
        lines.append(
            reader.say("Deadline: {when}", when=dates.moment(reader, post.deadline, post.deadline_zone or "UTC"))
        )
    if post.place:
        lines.append(reader.say("Where: {where}", where=post.place))
    if post.link:
        lines.append(reader.say("Link: {link}", link=post.link))
    return lines


def warning(reader: Language, entry: Entry) -> list[Markup]:
    """The post's warning, if it carries one."""
    if not entry.post.warning:
        return []
    return [Markup("⚠️ <b>{}</b>").format(reader.say("Warning: {warning}", warning=entry.post.warning))]


def newest(reader: Language, entries: Sequence[Entry], ending: str = "") -> list[Message]:
    """The newest posts, each with a button to its summary."""
    if not entries:
        return messages([reader.say("Nothing has been published yet. Come back soon, or /subscribe and hear of it.")])
    rows = [(post_button(reader, entry, "summary", ending),) for entry in entries]
    return messages([headline(reader.say("The newest posts")), *listed(reader, entries)], rows)


def statements(reader: Language, entries: Sequence[Entry], page: int, pages: int, ending: str = "") -> list[Message]:
    """One page of the list of statements, each with a button to its text."""
    if not entries:
        return messages([reader.say("No statement has been published yet. /latest lists what there is.")])
    blocks = [headline(reader.say("Statements")), *listed(reader, entries)]
    rows: list[tuple[Button, ...]] = [(post_button(reader, entry, "read", ending),) for entry in entries]
    if pages > 1:
        blocks.append(reader.say("Page {page} of {pages}", page=page, pages=pages))
        back = Button(reader.plain("◀ Back"), f"/statements {page - 1}{ending}") if page > 1 else None
        onward = Button(reader.plain("Next ▶"), f"/statements {page + 1}{ending}") if page < pages else None
        rows += turning(reader, back, onward)
    return messages(blocks, rows)


def listed(reader: Language, entries: Sequence[Entry]) -> list[Markup]:
    """Each post on a few lines: title, issuers, date, and in which language alone it is there."""
    lines = (
        [
            Markup("<b>{}</b>").format(isolated(reader, title(entry, reader))),
            issuers(reader, entry, ISSUERS),
            issued_on(reader, entry),
            *(notices(reader, entry) if reader.code not in entry.wordings else ()),
        ]
        for entry in entries
    )
    return [Markup("\n").join(few) for few in lines]


def headline(text: Markup) -> Markup:
    """The line over a list."""
    return Markup("<b><u>{}</u></b>").format(text)


def post_button(reader: Language, entry: Entry, command: str, ending: str = "") -> Button:
    """A button under the post's name that gives it to *command*; *ending* is what else the command line says."""
    return Button(label(entry, reader), f"/{command} {entry.post.id}{ending}")


def turning(reader: Language, back: Button | None, onward: Button | None) -> list[tuple[Button, ...]]:
    """One row with the ways back and onward, as the language is read: in Farsi onward stands left."""
    ways = [onward, back] if reader.rtl else [back, onward]
    row = tuple(way for way in ways if way)
    return [row] if row else []


def other_languages(reader: Language, command: str) -> list[tuple[Button, ...]]:
    """A row for each other language, in which a press repeats *command*."""
    return [(Button(language(code).name(), f"{command} {code}"),) for code in codes() if code != reader.code]


def sources(reader: Language, entry: Entry, ending: str = "") -> list[Message]:
    """The footnotes of a post, all of them in their order, and where its text comes from; or that it gives neither."""
    post = entry.post
    body = bodies.read(entry.wording(reader.code).body)
    notes = [escape(bidi.strip_marks(note.plain())) for note in body.notes]
    blocks = [heading(entry, reader)]
    if notes:
        blocks += [Markup("<b>{}</b>").format(reader.say("Footnotes ({n})", n=len(notes))), *notes]
    else:
        blocks.append(reader.say("No footnotes are kept with this text."))
    rows = [(Button(reader.plain("Read the full text"), f"/read {post.id}{ending}"),)]
    if post.source_url:
        blocks.append(reader.say("Source: {source}", source=post.source_url))
        if opens(post.source_url):
            rows.insert(0, (Button(reader.plain("Original source"), url=post.source_url),))
    else:
        blocks.append(reader.say("No link to its source is kept with it."))
    return messages(blocks, rows)


def opens(url: str | None) -> bool:
    """Whether Telegram can open *url* from a button."""
    if not url:
        return False
    try:
        Button("…", url=url)
    except ValueError:
        return False
    return True


def fold_for_search(wording: Wording, names: Sequence[str] = ()) -> tuple[str, str]:
    """Title, text, summary and issuers' *names* as search compares them: half-spaces taken out, and as spaces."""
    parts = [wording.title or "", bodies.read(wording.body).plain(), wording.summary or "", *names]
    whole = "\n".join(bidi.strip_marks(part) for part in parts)
    return fold_joined(whole), fold_spaced(whole)


def messages(blocks: Sequence[Markup], rows: Sequence[tuple[Button, ...]] = ()) -> list[Message]:
    """*blocks* in as few messages as hold them, the buttons under the last."""
    laid = lay(blocks)
    return [*map(Message, laid[:-1]), Message(laid[-1], tuple(rows))]
