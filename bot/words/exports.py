"""Posts as Markdown files: front matter that other programs can read, and the body as it is kept, footnotes and all."""

from __future__ import annotations

import json
from datetime import date

from bot.campaign.models import Figure, Post, Wording
from bot.campaign.posts import Entry
from bot.documents.dates import Dated


def files(entry: Entry) -> dict[str, str]:
    """The post's wordings, by file name such as `0012-en.md`."""
    return {f"{entry.post.id:04}-{code}.md": markdown(entry, wording) for code, wording in entry.wordings.items()}


def markdown(entry: Entry, wording: Wording) -> str:
    """One wording: YAML front matter (each value in JSON, which is YAML too), then the title and the body."""
    fields = {name: value for name, value in _fields(entry, wording).items() if value not in (None, "", [], False)}
    front = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in fields.items())
    return f"---\n{front}---\n\n{wording.body.strip()}\n"


def _fields(entry: Entry, wording: Wording) -> dict[str, object]:
    post = entry.post
    return {
        "number": post.id,
        "kind": post.kind.value,
        "title": wording.title,
        "short": wording.short,
        "language": wording.language,
        "origin": wording.origin.value,
        "issuers": list(entry.issuers),
        "date": _date(post),
        "series": post.series,
        "week": post.week,
        "source": post.source_url,
        "warning": post.warning,
        "deadline": post.deadline.isoformat() if post.deadline else None,
        "deadline_zone": post.deadline_zone,
        "place": post.place,
        "link": post.link,
        "urgent": "yes" if post.urgent else None,
        "collection": post.parent,
        "published": post.published_at.isoformat() if post.published_at else None,
        "summary": wording.summary,
        "summary_origin": wording.summary_origin.value if wording.summary else None,
        "figures": [_figure(figure) for figure in entry.figures],
    }


def _figure(figure: Figure) -> dict[str, str]:
    """Its fields in the order of the table, so that two exports are alike."""
    fields = {name: getattr(figure, name) for name in Figure.model_fields if name not in {"id", "post"}}
    return {name: str(value) for name, value in fields.items() if value is not None}


def _date(post: Post) -> str | None:
    if post.issued_on is None:
        return None
    day: date = post.issued_on
    return Dated(day, post.issued_precision.value).iso
