"""Who an English sentence names as the one that reports: "according to …", "… estimates that", "…,” wrote …"."""

from __future__ import annotations

from bot.documents.figures.tokens import Token, key_at, word_list

_TO = word_list(
    "according_to reported_by estimated_by documented_by confirmed_by compiled_by announced_by "
    "published_by recorded_by figures_from figures_of data_from numbers_from estimates_by estimates_from "
    "estimates_of tally_by count_by tally_of kept_by report_by reports_by report_from reports_from "
    "report_of verified_by released_by collected_by gathered_by words_of count_of tallies_of records_of "
    "admission_of account_of accounts_of accounts_from study_by survey_by survey_of survey_from analysis_by "
    "statement_from statement_by tally_from list_by census_by investigation_by estimation_of counted_by "
    "registered_by cited_by quoted_by testimony_of information_from poll_by audit_by reckoning_of says_the"
)
_VERBS = word_list(
    "reports reported report says said say estimates estimated estimate announces announced states "
    "stated wrote writes notes noted confirms confirmed claims claimed puts put counted counts documents "
    "documented recorded records verified lists listed admits admitted admit added adds warned warns "
    "believes believe revealed reveals acknowledged acknowledges registered tallied reckons gives speaks "
    "spoke told confirm claim verify verifies document record speak find finds found shows show showed "
    "suggest suggests indicate indicates calculates calculated identified identifies logged insists "
    "maintains maintain tracked tracks cites cited contends expects write hold holds heard knows know"
)
_SAYING = word_list("said says wrote writes reported reports stated announced claimed added noted confirmed")
# What only reporting is meant by, whoever does it: "a friend of mine counted".
_PLAINLY = word_list(
    "says said say reports reported report estimates estimated estimate states stated wrote writes notes "
    "noted confirms confirmed claims claimed puts put counts counted count documents documented records "
    "recorded verified verifies tallied speak speaks spoke insists maintains admits admitted admit "
    "announced announces told"
)
_OWNED = word_list(
    "reckoning count estimate estimates figures admission account accounts tally records data numbers report "
    "reports calculation calculations statistics list survey monitoring census"
)
_OWN = word_list("own latest official first last initial new annual monthly weekly internal")
_SHOWING = word_list("show shows showed put puts suggest suggests speak speaks list lists give gives indicate record")
_BY = word_list("by in to on from per")
_SOURCES = word_list("source sources via")
_RELATIVE = word_list("who which that where whose")
_BEFORE_VERB = word_list("also has have had now later only alone itself themselves just recently since still already")
_LINKING = word_list("of for in the and on to against a an de from")
_STOPS = word_list(
    "in on at by from with to since that and but while as were was is are has have had more less some "
    "between nearly about around over up it they there which who during after before so when if because "
    "although"
)
_CARRIED = word_list("it they he she these those")
_CARRIED_NOUNS = word_list("group organisation organization agency statement report same_source body outlet")
_NOT_REPORTERS = word_list(
    "reports report sources source estimates estimate figures some others many videos accounts images "
    "this that everyone people nobody one all what plans protesters we i you number total"
)
_GROUPS = word_list(
    "guild league circle alliance forum foundation institute hospital unions crew watch organisations "
    "organizations groups group media officials official authorities union committee ministry police "
    "press witnesses activists organisers organizers agency newspaper doctors families lawyers "
    "government regime court council organisation organization association governor minister "
    "spokesperson spokesman prosecutor judiciary observers monitors researchers economists hospitals "
    "state mayor residents workers party centre center syndicate commission economist lawyer doctor "
    "nurses director newspapers outlets rights management company relief_workers associations reporter "
    "fishermen parish board clinic clinics drivers teachers analysts experts collective federation "
    "network office coalition rescuers"
)
_OPENINGS = word_list("far today yesterday meanwhile now then still later")
_LONGEST_NAME = 12
_LONGEST_BRACKET = 6
_LONGEST_OWNER = 6
_LONGEST_PLAIN = 5


def reporter(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """The tokens of the name of the reporter whose report is announced at token *at*."""
    token = tokens[at]
    if at and f"{tokens[at - 1].key} {token.key}" in _TO:
        return _named_after(tokens, at + 1)
    if token.key in _SOURCES and key_at(tokens, at + 1) == ":":
        return _named_after(tokens, at + 2)
    if token.key in _OWNED and (owner := _owner(tokens, at)):
        return owner
    if token.key in _VERBS and not token.text[0].isupper():
        span = _subject(tokens, at) or _opening_subject(tokens, at)
        return span or (_named_after(tokens, at + 1) if _is_inverted(tokens, at) else None)
    return (at, at + 1) if token.key in _GROUPS and _is_elliptic(tokens, at) else None


def _owner(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """Of "by the union's reckoning" and "Karun Watch's figures show" whose they are."""
    end = at
    while end and tokens[end - 1].key in _OWN:
        end -= 1
    marked = end > 1 and (tokens[end - 1].key.endswith("'s") or tokens[end - 1].text in "’'")
    if not marked:
        return None
    last = end if tokens[end - 1].key.endswith("'s") else end - 1
    first = last - 1
    while first and last - first < _LONGEST_OWNER and tokens[first - 1].kind == "word":
        if (
            tokens[first - 1].key in _STOPS | {"a", "an"} | _LINKING - {"of", "the", "for"}
            or tokens[first].key == "the"
        ):
            break
        first -= 1
    named = key_at(tokens, first - 1) in _BY or key_at(tokens, at + 1) in _SHOWING
    return (first, last) if named else None


def is_carried(tokens: list[Token], span: tuple[int, int]) -> bool:
    """Whether "it" or "the group" only points to the reporter before."""
    first, end = span
    key = tokens[first].key
    if end - first == 1:
        return key in _CARRIED
    return end - first == 2 and key in {"the", "this"} and tokens[first + 1].key in _CARRIED_NOUNS


def is_nobody(tokens: list[Token], span: tuple[int, int]) -> bool:
    """Whether "reports" or "some" report, which is nobody to name; "the council's own report" is somebody's."""
    own = any(token.key.endswith("'s") for token in tokens[span[0] : span[1]])
    return tokens[span[1] - 1].key in _NOT_REPORTERS and not own and not is_carried(tokens, span)


def _named_after(tokens: list[Token], at: int) -> tuple[int, int] | None:
    end = at
    last = at
    while end < len(tokens) and end - at < _LONGEST_NAME:
        token = tokens[end]
        if token.text == "(":
            close = next((each for each in range(end, min(end + 6, len(tokens))) if tokens[each].text == ")"), None)
            if close is None or not tokens[end + 1].text[0].isupper():
                break
            end = last = close + 1
            continue
        if token.kind == "sign" and not (token.text in "’'-&" and (token.glued or token.text == "&")):
            break
        if token.kind in {"number", "link"}:
            break
        if token.key in _LINKING | _STOPS and end > at and not _goes_on(tokens, end):
            break
        end += 1
        if token.kind == "word" and token.key not in _LINKING:
            last = end
    return (at, last) if last > at else None


def _goes_on(tokens: list[Token], at: int) -> bool:
    """Whether a small word stands within a name: "Center for Human Rights in Iran"."""
    if tokens[at].key not in _LINKING:
        return False
    while at < len(tokens) and tokens[at].key in _LINKING:
        at += 1
    return at < len(tokens) and tokens[at].kind == "word" and tokens[at].text[0].isupper()


def _subject(tokens: list[Token], verb: int) -> tuple[int, int] | None:
    end = _subject_end(tokens, verb)
    at = end
    while at > 0 and end - at < _LONGEST_NAME:
        token = tokens[at - 1]
        if token.text == ")":
            opened = next((each for each in range(at - 1, max(-1, at - 8), -1) if tokens[each].text == "("), None)
            if opened is None:
                break
            at = opened
            continue
        apostrophe = token.text in "’'-&" and (token.glued or token.text == "&")
        if not (apostrophe or token.kind == "word") or token.key in _STOPS - _LINKING - _CARRIED:
            break
        if token.key in _CARRIED and at != end:
            break
        at -= 1
    # "… that rise in prices, Amnesty said": small words at the front are no part of the name.
    while at < end and (
        tokens[at].key in (_LINKING | _STOPS | _OPENINGS) - {"the", "a", "an", "it", "they"}
        or tokens[at].kind == "sign"
    ):
        at += 1
    if key_at(tokens, at - 1) in {"at", "in"} and key_at(tokens, at - 2) in _GROUPS:
        at -= 2  # "the clinic at Ostrel says"
        while at and (tokens[at - 1].key == "the" or tokens[at - 1].text[0].isupper()):
            at -= 1
    if at == end or key_at(tokens, at - 1) in _RELATIVE:
        return None
    words = tokens[at:end]
    named = any(each.kind == "word" and each.text[0].isupper() and at + place > 0 for place, each in enumerate(words))
    known = any(each.key in _GROUPS for each in words) or is_carried(tokens, (at, end))
    # A word that opens the sentence has its capital anyway, but a lone one before the verb is a name.
    lone = len(words) == 1 and at == 0 and words[0].text[0].isupper()
    return (at, end) if named or known or lone or _is_plain_reporter(tokens, at, end, verb) else None


def _subject_end(tokens: list[Token], verb: int) -> int:
    """Where the subject of the verb ends, with "also" and "compiled and" after it left out."""
    end = verb
    if end > 2 and tokens[end - 1].key == "and" and tokens[end - 2].key.endswith("ed"):
        end -= 2
    while end > 0 and tokens[end - 1].key in _BEFORE_VERB:
        end -= 1
    return end


def _is_plain_reporter(tokens: list[Token], at: int, end: int, verb: int) -> bool:
    """Whether somebody without a name reports: "the bulletin counts", "a friend of mine counted"."""
    opens = at == 0 or tokens[at - 1].kind == "sign" or tokens[at - 1].key in {"and", "but", "while", "that"}
    words = [token.key for token in tokens[at:end]]
    plain = not {words[0], words[-1]} & (_RELATIVE | _LINKING - {"the", "a", "an"}) and all(
        token.kind == "word" or token.text in "’'-" for token in tokens[at:end]
    )
    return opens and plain and end - at <= _LONGEST_PLAIN and tokens[verb].key in _PLAINLY and end - at > 1


def _is_inverted(tokens: list[Token], verb: int) -> bool:
    """Whether the reporter stands after the verb: “…,” wrote the committee."""
    if not verb or verb + 1 >= len(tokens) or tokens[verb - 1].text not in ',”"’':
        return False
    return tokens[verb + 1].key == "the" or tokens[verb + 1].text[0].isupper()


def _is_elliptic(tokens: list[Token], at: int) -> bool:
    """Whether a reporter opens a clause that leaves the verb out: "…; the police of at most 2,000"."""
    start = at - (key_at(tokens, at - 1) == "the")
    return key_at(tokens, start - 1) == ";" and key_at(tokens, at + 1) in {"of", ",", "only", "at", "just"}


def _opening_subject(tokens: list[Token], verb: int) -> tuple[int, int] | None:
    """Of "The doctors' circle, which collected reports, puts …" the circle."""
    first = max((each + 1 for each in range(verb) if tokens[each].text in ";:"), default=0)
    at = end = first
    while end < verb and end - first < _LONGEST_NAME:
        joins = tokens[end].text in "’'-&" and tokens[end].glued
        if not joins and (tokens[end].kind != "word" or tokens[end].key in _STOPS - _LINKING):
            break
        end += 1
    if end == verb or tokens[end].key not in {",", "who", "which", "that"}:
        return None
    words = tokens[at:end]
    named = sum(each.text[0].isupper() for each in words if each.kind == "word") > 1
    plain = not any(each.key in _VERBS or each.key in _LINKING - {"of", "for", "the", "a", "an"} for each in words)
    return (at, end) if words and plain and (named or any(each.key in _GROUPS for each in words)) else None
