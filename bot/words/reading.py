"""The full text of a post, page by page, each page one message."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup

from bot.campaign.models import Kind
from bot.campaign.posts import Entry
from bot.documents.markdown import bodies
from bot.refusals import N_, Refused
from bot.words import bidi, pages, posts, summaries
from bot.words.languages import Language, codes, language
from bot.words.message import LIMIT, Button, Message, lay, plain, units

PARTS = 8  # buttons to the parts of a collection on one page
_LONG_HEADER = 1800  # units; a longer one gets a page of its own
_GAP = 2
_CODE = re.compile(r"</?(?:pre|code)[^>]*>")


@dataclass(frozen=True)
class Leaf:
    """What one page holds: its blocks as HTML, and the collection's parts that it leads to."""

    html: Markup
    parts: tuple[Entry, ...] = ()


def leaves(reader: Language, entry: Entry, parts: tuple[Entry, ...] = ()) -> list[Leaf]:
    """The pages of a post for *reader*, without their numbers; there is always one.

    The first begins with title, issuers, date, and a warning with the summary; the text of a post with a warning
    stands behind a spoiler. The parts of a collection follow its own text.
    """
    front = [*_remark(reader, entry), posts.header(reader, entry), *posts.warning(reader, entry)]
    if entry.post.warning:
        front += summaries.summary(reader, entry)
    laid = lay(front)
    room = LIMIT - units(_number(reader, 999, 999)) - _GAP
    alone = len(laid) > 1 or units(laid[0]) > _LONG_HEADER
    texts = _texts(entry, reader, room if alone else room - units(laid[0]) - _GAP)
    if not alone and texts:
        laid, texts = [laid[0] + Markup("\n\n") + texts[0]], texts[1:]
    return _with_parts(reader, [*laid, *texts], parts)


def _remark(reader: Language, entry: Entry) -> list[Markup]:
    """What whoever collected the texts says before a part, told apart from it."""
    remark = entry.wording(reader.code).remark
    if not remark:
        return []
    label = reader.say("From whoever collected these texts; it is not part of the text below:")
    paragraphs = Markup("\n").join(line.strip() for line in bidi.strip_marks(remark).splitlines() if line.strip())
    return [Markup("<i>{}</i>\n<blockquote expandable>{}</blockquote>").format(label, paragraphs)]


def _texts(entry: Entry, reader: Language, limit: int) -> list[Markup]:
    wording = entry.wording(reader.code)
    found = [page.html for page in pages.pages(bodies.read(wording.body), wording.language, limit) if page.html]
    return [_veil(html) for html in found] if entry.post.warning else found


def _veil(html: Markup) -> Markup:
    # A spoiler can hold everything but code (Bot API, "Formatting options"), so code is shown as text there.
    return Markup("<tg-spoiler>{}</tg-spoiler>").format(Markup(_CODE.sub("", html)))  # noqa: S704 - our own HTML


def _with_parts(reader: Language, htmls: list[Markup], parts: tuple[Entry, ...]) -> list[Leaf]:
    """The last page leads to the first parts of a collection, pages after it to the others."""
    if not parts:
        return [Leaf(html) for html in htmls]
    title = posts.headline(reader.count("{n} text in this collection", "{n} texts in this collection", len(parts)))
    found = [Leaf(html) for html in htmls]
    for at in range(0, len(parts), PARTS):
        some = parts[at : at + PARTS]
        names = [
            reader.say("{n}. {title}", n=at + n, title=posts.title(part, reader)) for n, part in enumerate(some, 1)
        ]
        listed = Markup("\n").join([title, *names])
        last = found[-1]
        if not last.parts and units(last.html) + units(listed) + 2 * _GAP <= LIMIT - 60:
            found[-1] = Leaf(last.html + Markup("\n\n") + listed, some)
        else:
            found.append(Leaf(listed, some))
    return found


def _number(reader: Language, page: int, of: int) -> Markup:
    return reader.say("Page {page} of {pages}", page=page, pages=of)


def page(
    reader: Language, entry: Entry, number: int, ending: str = "", parts: tuple[Entry, ...] = ()
) -> tuple[Message, int]:
    """Page *number* of the post, and how many there are. *ending* goes on in each button's command line.

    Raises `Refused` for a page past the end.
    """
    found = leaves(reader, entry, parts)
    if not 1 <= number <= len(found):
        raise _refuse(entry, number, len(found))
    leaf = found[number - 1]
    html = leaf.html
    if len(found) > 1:
        html += Markup("\n\n<i>{}</i>").format(_number(reader, number, len(found)))
    return Message(html, tuple(_rows(reader, entry, number, len(found), ending, leaf))), len(found)


def _refuse(entry: Entry, number: int, of: int) -> Refused:
    if of == 1:
        return Refused(N_("Post {number} has only one page. Send /read {number}"), number=entry.post.id)
    return Refused(
        N_("Post {number} has no page {page}; its last page is {pages}. Send /read {number} {pages}"),
        number=entry.post.id, page=number, pages=of,
    )  # fmt: skip


def _rows(reader: Language, entry: Entry, number: int, of: int, ending: str, leaf: Leaf) -> list[tuple[Button, ...]]:
    post = entry.post
    back = Button(reader.plain("◀ Back"), f"/read {post.id} {number - 1}{ending}") if number > 1 else None
    onward = Button(reader.plain("Next ▶"), f"/read {post.id} {number + 1}{ending}") if number < of else None
    rows: list[tuple[Button, ...]] = [(posts.post_button(reader, part, "read", ending),) for part in leaf.parts]
    rows += posts.turning(reader, back, onward)
    if post.parent is not None:
        rows.append((Button(reader.plain("The whole collection"), f"/read {post.parent}{ending}"),))
    rows.append((Button(reader.plain("Sources"), f"/sources {post.id}{ending}"),))
    if number == 1:
        rows += [
            (Button(language(code).name(), f"/read {post.id} {code}"),)
            for code in codes()
            if code in entry.wordings and code != reader.code
        ]
    if post.kind is Kind.ACTION and post.link and posts.opens(post.link):
        rows.append((Button(reader.plain("Join in"), url=post.link),))
    return rows


def brief(reader: Language, entry: Entry) -> list[Message]:
    """A post in brief, for places that a long text would flood: title, issuers, date, warning, summary."""
    return posts.messages(
        [posts.header(reader, entry), *posts.warning(reader, entry), *summaries.summary(reader, entry)]
    )


def page_with(reader: Language, entry: Entry, passage: str) -> int:
    """The page that holds most of *passage*, a stretch of the post's text; 1 where none does."""
    words = bidi.strip_marks(passage).split()
    # Marks of footnotes are printed differently on pages, so runs of a few words are compared.
    runs = [" ".join(words[at : at + 4]) for at in range(max(1, len(words) - 3))]
    texts = [" ".join(bidi.strip_marks(plain(leaf.html)).split()) for leaf in leaves(reader, entry)]
    hits = [sum(run in text for run in runs) for text in texts]
    return hits.index(max(hits)) + 1
