"""What a dry run prints of a reading: the shape that people script against."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from bot.documents.understandings import Reading


def entry(reading: Reading) -> dict[str, Any]:
    """One entry, ready for json.dumps; a collection's parts have entries of their own."""
    marks, notes = reading.footnotes.marks, reading.footnotes.notes
    return {
        "id": reading.name,
        "kind": reading.kind.value,
        "title": reading.title,
        "issuers": list(reading.issuers),
        "date": reading.dated.iso if reading.dated else None,
        "week": reading.week,
        "language": "mixed" if reading.wordings else reading.language,
        "editors_note": reading.editors_note is not None,
        "preface": reading.preface,
        "headings": list(reading.headings),
        "footnotes": {
            "count": len({mark.number for mark in marks} | {note.number for note in notes}),
            "marks": [{"n": mark.number, "after": mark.after} for mark in marks],
            "texts_present": bool(notes),
        },
        "captions": list(reading.captions),
        "drop": list(reading.drop),
        "demands": list(reading.demands),
        "slogans": list(reading.slogans),
        "calls": [
            {"who": call.who, "what": call.what, "when": call.when, "where": call.where, "quote": call.quote}
            for call in reading.calls
        ],
        "figures": [
            {
                "what": figure.what,
                "unit": figure.unit,
                "value": _number(figure.value),
                "min": _number(figure.low),
                "max": _number(figure.high),
                "qualifier": figure.qualifier,
                "as_of": figure.as_of.isoformat() if figure.as_of else None,
                "source": figure.source,
                "quote": figure.quote,
            }
            for figure in reading.figures
        ],
        "summary_extract": list(reading.summary),
        "problems": [problem.sentence() for problem in reading.problems],
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
