"""What a search found: each post with the passage that holds the words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from bot.campaign.models import Wording
from bot.campaign.posts import Entry
from bot.documents.markdown import bodies
from bot.documents.scripts import fold_joined, fold_spaced
from bot.words import bidi, posts, reading
from bot.words.languages import Language, codes, is_rtl, language
from bot.words.message import Button, Message, measure

SHOWN = 5
LEAST = 2  # letters of a query
_AROUND = 300  # units of one passage
_WORD = re.compile(r"[^\W_]+(?:[\u200c\u200d\u0610-\u061a\u064b-\u065f\u0670'’][^\W_]*)*")


@dataclass(frozen=True)
class Query:
    """What somebody looks for, in words folded with half-spaces taken out and with half-spaces as spaces."""

    text: str
    joined: tuple[str, ...]
    spaced: tuple[str, ...]

    @property
    def letters(self) -> int:
        """How many letters and digits were typed."""
        return sum(map(len, self.joined))


@dataclass(frozen=True)
class Found:
    """A post, the wording that holds the words, and the stretch of it around the first of them (empty for a title)."""

    entry: Entry
    wording: Wording
    passage: str


def query(text: str) -> Query:
    """Read what was typed; signs between words don't count."""
    plain = bidi.strip_marks(text)
    return Query(" ".join(plain.split()), tuple(_words(fold_joined(plain))), tuple(_words(fold_spaced(plain))))


def _words(folded: str) -> Iterator[str]:
    # The index counts letters, digits and nothing else as parts of words (SQLite, FTS5, unicode61).
    return (word for word in re.findall(r"[^\W_]+", folded) if word)


def find(entry: Entry, wording: Wording, sought: Query) -> Found:
    """The first paragraph of the text, or note, that holds most of the words, cut around the first of them."""
    best, most = "", 0.0
    body = bodies.read(wording.body)
    for block in (*body.blocks, *(block for note in body.notes for block in note.blocks)):
        text = bidi.strip_marks(bodies.text(block))
        if (share := _share(text, sought)) > most:
            best, most = text, share
        if most == 1:
            break
    return Found(entry, wording, around(best, sought))


def _share(text: str, sought: Query) -> float:
    """How many of the words stand in *text*, of all that were typed."""
    shares = [0.0]
    for fold, words in ((fold_joined, sought.joined), (fold_spaced, sought.spaced)):
        there = set(_words(fold(text)))
        hits = sum(word in there for word in words[:-1]) + any(word.startswith(words[-1:]) for word in there)
        shares.append(hits / len(words) if words else 0)
    return max(shares)


def spans(text: str, sought: Query) -> list[tuple[int, int]]:
    """Where the words of *text* stand that were looked for; the last one typed may be the beginning of a word."""
    found = []
    for match in _WORD.finditer(text):
        joined, spaced = set(_words(fold_joined(match[0]))), set(_words(fold_spaced(match[0])))
        beginnings = (sought.joined[-1:], joined), (sought.spaced[-1:], spaced)
        begins = any(word.startswith(start) for starts, words in beginnings for start in starts for word in words)
        if begins or joined.intersection(sought.joined) or spaced.intersection(sought.spaced):
            found.append(match.span())
    return found


def around(text: str, sought: Query, limit: int = _AROUND) -> str:
    """*text* on one line, or about *limit* units of it around the first word found, cut between words with "…"."""
    line = " ".join(text.split())
    if measure(line) <= limit:
        return line
    first = next(iter(spans(line, sought)), (0, 0))[0]
    start = max(0, first - limit // 3)
    if start:
        start = line.find(" ", start, first) + 1 or first
    rest = posts.cut(line[start:], limit)
    return f"…{rest}" if start else rest


def bold(wording: Wording, passage: str, sought: Query) -> Markup:
    """The passage as HTML, the words that were looked for in bold."""
    parts, at = [], 0
    for start, end in spans(passage, sought):
        parts += [escape(passage[at:start]), Markup("<b>{}</b>").format(passage[start:end])]
        at = end
    html = Markup().join([*parts, escape(passage[at:])])
    return Markup(bidi.begin_rtl(str(html), html=True)) if is_rtl(wording.language) else html  # noqa: S704 - escaped above


def results(
    reader: Language, sought: Query, found: Sequence[Found], total: int, *, more: bool = False
) -> list[Message]:
    """The newest posts that hold the words, each with its passage and a button to the page where it stands.

    *total* is how many posts hold them, or with *more* how many were counted before the search gave up counting.
    """
    if not found:
        query = posts.cut(sought.text, 80)
        return posts.messages([reader.say("I found nothing for “{query}”. Try fewer or other words.", query=query)])
    typed = posts.cut(sought.text, 80)
    title = reader.count("{n} result for “{query}”", "{n} results for “{query}”", total, query=typed)
    if more:
        title = reader.say("More than {n} results for “{query}”", n=total, query=typed)
    blocks, rows = [Markup("<b>{}</b>").format(title)], list[tuple[Button, ...]]()
    for each in found:
        head = Markup("<b>{}</b>").format(posts.isolated(reader, posts.title_of(each.wording)))
        if each.passage:
            head += Markup("\n<blockquote>{}</blockquote>").format(bold(each.wording, each.passage, sought))
        blocks.append(head)
        rows.append((_button(reader, each),))
    if total > len(found):
        blocks.append(reader.say("These are the {n} newest. Add a word to find fewer.", n=len(found)))
    return posts.messages(blocks, rows)


def _button(reader: Language, each: Found) -> Button:
    """A button to the page where the passage stands, in the language that it stands in."""
    code, ending = each.wording.language, ""
    if each.entry.wording(reader.code).language != code and code in codes():
        reader, ending = language(code), f" {code}"
    page = reading.page_with(reader, each.entry, each.passage.strip("…")) if each.passage else 1
    return posts.post_button(reader, each.entry, "read", f" {page}{ending}" if page > 1 else ending)


def prompt(reader: Language) -> list[Message]:
    """The question that an empty search is answered with."""
    return posts.messages([reader.say("What are you looking for? Write a few words.")])


def too_short(reader: Language) -> list[Message]:
    """The sentence for a query of fewer letters than a search needs."""
    return posts.messages([reader.say("Please write at least {n} letters.", n=LEAST)])
