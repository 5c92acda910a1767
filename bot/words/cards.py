"""Cards of posts for coordinators: what was understood, what is missing, what is wrong, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from bot.campaign.models import Figure, Kind, State, SummaryOrigin, Wording, WordingOrigin
from bot.documents.markdown import bodies
from bot.refusals import N_
from bot.words import bidi, dates, figures, pages, posts
from bot.words.languages import Language
from bot.words.message import Message, lay, measure
from bot.words.steps import Draft, buttons

KINDS = {
    Kind.STATEMENT: N_("statement"),
    Kind.UPDATE: N_("weekly update"),
    Kind.ACTION: N_("call to action"),
    Kind.COLLECTION: N_("collection"),
}
_FACTS = {
    "title": (N_("✓ Title: {value}"), N_("✗ Title: none. To add it: {command}")),
    "short": (N_("✓ Label for buttons: {value}"), N_("✗ Label for buttons: none. To add it: {command}")),
    "issuer": (N_("✓ Issued by: {value}"), N_("✗ Issued by: not known. To add it: {command}")),
    "date": (N_("✓ Date: {value}"), N_("✗ Date: not stated. To add it: {command}")),
    "source": (N_("✓ Source: {value}"), N_("✗ Source: no link. To add it: {command}")),
    "week": (N_("✓ Week: {value}"), N_("✗ Week: not known. To add it: {command}")),
    "series": (N_("✓ Series: {value}"), N_("✗ Series: none. To add it: {command}")),
    "deadline": (N_("✓ Deadline: {value}"), N_("✗ Deadline: none. To add it: {command}")),
    "place": (N_("✓ Place: {value}"), N_("✗ Place: none. To add it: {command}")),
    "link": (N_("✓ Link: {value}"), N_("✗ Link: none. To add it: {command}")),
}
_PROBLEMS = 6  # shown on a card; a person reads no more at once
_FIGURES = 5
_SUMMARY = 700  # units
_VALUE = 160  # units of a value on a card


def card(speech: Language, draft: Draft) -> Message:
    """The card of a post on about one screen, with buttons for what can be done next."""
    blocks = [
        _head(speech, draft),
        _lines([*_facts(speech, draft), *_extras(speech, draft)]),
        *_texts(speech, draft),
        *_summary(speech, draft),
        *_figures(speech, draft),
        *_problems(speech, draft),
    ]
    if draft.growing:
        blocks.append(speech.say("If the text goes on, send the rest now. /done ends it."))
    return Message(lay(blocks)[0], tuple((button,) for button in buttons(speech, draft)))


def command(line: str) -> Markup:
    """A command line to copy; it stands left to right in every language."""
    return Markup("{}<code>{}</code>{}").format(bidi.LRI, line, bidi.PDI)


def _lines(lines: Sequence[Markup]) -> Markup:
    return Markup("\n").join(lines)


def _bold(text: Markup) -> Markup:
    return Markup("<b>{}</b>").format(text)


def _head(speech: Language, draft: Draft) -> Markup:
    post = draft.entry.post
    kind = speech.plain(KINDS[post.kind])
    return _lines([_bold(speech.say("Post {number}: {kind}", number=post.id, kind=kind)), state(speech, draft)])


def state(speech: Language, draft: Draft) -> Markup:
    """Where the post stands on its way to readers, as a sentence."""
    post = draft.entry.post
    match post.state:
        case State.DRAFT:
            return speech.say("A draft. Readers don't see it.")
        case State.REVIEW:
            return _waiting(speech, draft)
        case State.PUBLISHED:
            when = dates.moment(speech, post.published_at or draft.now, draft.zone)
            return speech.say("Published on {when}.", when=when)
        case State.RETRACTED:
            return speech.say("Retracted.")


def _waiting(speech: Language, draft: Draft) -> Markup:
    post = draft.entry.post
    if post.publish_at is not None:
        when = dates.moment(speech, post.publish_at, draft.zone)
        if post.approved_by is not None:
            return speech.say("Approved. It goes out on {when}.", when=when)
        return speech.say("It waits for approval, and then goes out on {when}.", when=when)
    if draft.submitted_by:
        return speech.say("It waits for approval. Submitted by {who}.", who=draft.submitted_by)
    return speech.say("It waits for approval.")


def _facts(speech: Language, draft: Draft) -> list[Markup]:
    """What every post of the kind has or should have."""
    entry = draft.entry
    post, wording = entry.post, entry.wording(entry.post.language)
    values: dict[str, str | None] = {
        "title": _short(wording.title),
        "short": _short(wording.short),
        "issuer": speech.listing([posts.cut(name, 60) for name in entry.issuers]) or None,
        "date": dates.cited(speech, post.issued_on, post.issued_precision.value) if post.issued_on else None,
        "source": _short(post.source_url),
    }
    if post.kind is Kind.UPDATE or post.week or post.series:
        values["week"] = speech.digits(str(post.week)) if post.week else None
        values["series"] = _short(post.series)
    if post.kind is Kind.ACTION:
        zone = post.deadline_zone or draft.zone
        values["deadline"] = dates.moment(speech, post.deadline, zone) if post.deadline else None
        values["place"], values["link"] = _short(post.place), _short(post.link)
    return [_fact(speech, post.id, field, value) for field, value in values.items()]


def _short(value: str | None) -> str | None:
    return posts.cut(value, _VALUE) if value else None


def _fact(speech: Language, number: int, field: str, value: str | None) -> Markup:
    given, missing = _FACTS[field]
    if value:
        return speech.say(given, value=value)
    return speech.say(missing, command=command(f"/set {number} {field} …"))


def _extras(speech: Language, draft: Draft) -> list[Markup]:
    """What most posts don't have; shown where it is set."""
    post, lines = draft.entry.post, []
    if post.kind is Kind.ACTION and post.deadline and post.deadline <= draft.now:
        lines.append(speech.say("⚠️ This deadline is over, so the call will not be listed under /actions."))
    if post.warning:
        lines.append(speech.say("✓ Warning before the text: {value}", value=posts.cut(post.warning, _VALUE)))
    if post.urgent:
        lines.append(speech.say("✓ Urgent"))
    if post.parent is not None:
        lines.append(speech.say("Belongs to post {number}.", number=post.parent))
    return lines


def _texts(speech: Language, draft: Draft) -> list[Markup]:
    """One line for each wording: how long it is and what it holds."""
    wordings = sorted(draft.entry.wordings.values(), key=lambda one: one.origin is not WordingOrigin.ORIGINAL)
    lines = [_text(speech, wording) for wording in wordings]
    if draft.parts:
        lines.append(
            speech.count("It has {n} part: {numbers}.", "It has {n} parts: {numbers}.", len(draft.parts),
                         numbers=speech.listing([speech.digits(str(part.post.id)) for part in draft.parts]))
        )  # fmt: skip
    return [_lines(lines)] if lines else []


def _text(speech: Language, wording: Wording) -> Markup:
    body = bodies.read(wording.body)
    blocks = [*body.blocks, *(block for note in body.notes for block in note.blocks)]
    sentence = (
        N_(
            "Text in {language}: {characters} characters, pages: {pages}, headings: {headings}, "
            "footnotes: {notes}, footnote marks: {marks}"
        )
        if wording.origin is WordingOrigin.ORIGINAL
        else N_(
            "Translation into {language}: {characters} characters, pages: {pages}, headings: {headings}, "
            "footnotes: {notes}, footnote marks: {marks}"
        )
    )
    return speech.say(
        sentence,
        language=speech.name_of(wording.language),
        characters=speech.number(len(wording.source or wording.body)),
        pages=len(pages.pages(body, wording.language)),
        headings=sum(block.kind is bodies.Kind.HEADING for block in blocks),
        notes=len(body.notes),
        marks=sum(span.note is not None for block in blocks for span in block.spans),
    )


def _summary(speech: Language, draft: Draft) -> list[Markup]:
    post, wording = draft.entry.post, draft.entry.wording(draft.entry.post.language)
    if not wording.summary:
        return [
            speech.say("✗ Summary: none. To add it: {command}", command=command(f"/set {post.id} summary …")),
        ]
    written = wording.summary_origin is SummaryOrigin.WRITTEN
    extracted = speech.say("✓ Summary, word for word from the text")
    title = speech.say("✓ Summary, written by a coordinator") if written else extracted
    text = bidi.strip_marks(wording.summary)
    short = text if measure(text) <= _SUMMARY else posts.cut(text, _SUMMARY)
    return [Markup("{}\n<blockquote expandable>{}</blockquote>").format(title, short)]


def _figures(speech: Language, draft: Draft) -> list[Markup]:
    number = draft.entry.post.id
    if not draft.figures:
        return [speech.say("Reported figures: none. To add one: {command}", command=command(f"/figure {number}"))]
    shown = [amount_line(speech, place, figure) for place, figure in enumerate(draft.figures[:_FIGURES], 1)]
    lines = [_bold(speech.say("Reported figures")), *shown]
    if len(draft.figures) > _FIGURES:
        more = len(draft.figures) - _FIGURES
        lines.append(
            speech.count("{n} more is under {command}", "{n} more are under {command}", more,
                         command=command(f"/figure {number}"))
        )  # fmt: skip
    lines += [
        speech.say("⚠️ The sentence of figure {place} no longer stands in the text. To drop it: {command}",
                   place=place, command=command(f"/figure {number} drop {place}"))
        for place in draft.lost[:3]
    ]  # fmt: skip
    return [_lines(lines)]


def amount_line(speech: Language, place: int, figure: Figure) -> Markup:
    """One figure with its place in the post's list: what, how many, who says so and as of when."""
    what, amount = posts.cut(figure.what, 80), figures.value(speech, figure)
    who = posts.cut(figure.source or "", 80)
    day = dates.date(speech, figure.as_of) if figure.as_of else None
    if who and day:
        sentence = N_("{place}. {what}: {amount} (as of {date}; source: {source})")
        return speech.say(sentence, place=place, what=what, amount=amount, date=day, source=who)
    if who:
        return speech.say(
            "{place}. {what}: {amount} (source: {source})", place=place, what=what, amount=amount, source=who
        )
    if day:
        return speech.say("{place}. {what}: {amount} (as of {date})", place=place, what=what, amount=amount, date=day)
    return speech.say("{place}. {what}: {amount}", place=place, what=what, amount=amount)


def _problems(speech: Language, draft: Draft) -> list[Markup]:
    lines = [
        Markup("{}. {}").format(speech.digits(str(at)), speech.say(problem.text, **problem.values))
        for at, problem in enumerate(draft.problems[:_PROBLEMS], 1)
    ]
    if draft.same is not None:
        title = posts.title(draft.same, speech)
        sentence = N_("This text looks like one we already have: post {number}, {title}")
        lines.insert(0, Markup("• {}").format(speech.say(sentence, number=draft.same.post.id, title=title)))
    if not lines:
        return []
    shown = [_bold(speech.say("Please check")), *lines]
    if len(draft.problems) > _PROBLEMS:
        more = len(draft.problems) - _PROBLEMS
        shown.append(speech.count("There is {n} more remark.", "There are {n} more remarks.", more))
    return [_lines(shown)]
