"""Who an English sentence names as the one that reports: "according to …", "… estimates that", "…,” wrote …"."""

from __future__ import annotations

from bot.documents.figures.english_clauses import past_insertion
from bot.documents.figures.english_names import is_time, name_after, opening_name, subject_before
from bot.documents.figures.english_nouns import is_plural
from bot.documents.figures.english_verbs import AUXILIARIES, is_participle
from bot.documents.figures.number_words import SMALL
from bot.documents.figures.tokens import Token, key_at, word_list

_TO = word_list(
    "according_to reported_by estimated_by documented_by confirmed_by compiled_by announced_by published_by "
    "recorded_by figures_from figures_of data_from numbers_from estimates_by estimates_from estimates_of tally_by "
    "count_by tally_of kept_by report_by reports_by report_from reports_from report_of verified_by released_by "
    "collected_by gathered_by words_of count_of tallies_of records_of admission_of account_of accounts_of "
    "accounts_from study_by survey_by survey_of survey_from analysis_by statement_from statement_by tally_from list_by "
    "census_by investigation_by estimation_of counted_by registered_by cited_by quoted_by testimony_of "
    "information_from poll_by audit_by reckoning_of says_the citing"
)
VERBS = word_list(
    "reports reported report says said say estimates estimated estimate announces announced states stated wrote "
    "writes notes noted confirms confirmed claims claimed puts put counted counts documents documented recorded "
    "records verified verifies lists listed admits admitted admit added adds warned warns believes believed believe "
    "revealed reveals acknowledged acknowledges registered tallied reckons reckoned speaks spoke told tells "
    "confirm claim verify document record speak find finds found shows show showed suggest suggests indicate indicates "
    "calculates calculated identified identifies logged insists insisted maintains maintain maintained tracked tracks "
    "cites cited contends expects write knows know knew denies denied list count conceded concedes "
    "established reckon warn"
)
_BASES = word_list(
    "report say estimate confirm claim verify document record speak find show suggest indicate write know believe "
    "maintain admit list count reckon warn put"
)
# What only reporting is meant by, whoever does it: "a friend of mine counted".
_PLAINLY = word_list(
    "says said say reports reported report estimates estimated estimate states stated wrote writes notes noted "
    "confirms confirmed claims claimed puts put counts counted count documents documented recorded records verified "
    "verifies tallied speak speaks spoke insists insisted maintains maintained admits admitted admit announced "
    "announces told tells reckons reckoned believes believe believed acknowledged acknowledges denies denied concedes "
    "conceded list lists calculated reckon"
)
_TWO_WORDS = {"worked": "out", "works": "out", "arrived": "at", "arrives": "at", "came": "up"}
_COUNTS = word_list("count estimate estimates figures figure tally numbers number data records statistics toll")
_OWNED = _COUNTS | word_list(
    "reckoning admission account accounts report reports calculation calculations list survey monitoring census study "
    "audit inquiry poll lists"
)
_OWN = word_list("own latest official first last initial new annual monthly weekly internal")
_SHOWING = word_list("show shows showed put puts suggest suggests speak speaks list lists give gives indicate record")
_BY = word_list("by in to on from per")
_SOURCES = word_list("source sources via")
_CARRIED = word_list("it they he she these those their its his her")
_CARRIED_NOUNS = word_list("group organisation organization agency body outlet")
_OURS = word_list("we i our my")
_MEETINGS = word_list("conference congress branch meeting assembly")
_NOT_REPORTERS = word_list(
    "reports report sources source estimates estimate figures some others many videos accounts images this that "
    "everyone people nobody one all what plans protesters you number total none"
)
GROUPS = word_list(
    "guild league circle alliance forum foundation institute hospital unions crew watch organisations organizations "
    "groups group media officials official authorities union committee ministry police press witnesses activists "
    "organisers organizers agency newspaper doctors families lawyers government regime court council organisation "
    "organization association governor minister spokesperson spokesman prosecutor judiciary observers monitors "
    "researchers economists hospitals state mayor residents workers party centre center syndicate commission economist "
    "lawyer doctor nurses director newspapers outlets rights management company relief_workers associations reporter "
    "fishermen parish board clinic clinics drivers teachers analysts experts collective federation network office "
    "coalition rescuers"
)
_NAMES_OF = word_list("names name list lists register")
_KEEPING = word_list("had has have knew know knows published keeps keep kept collected holds hold lists")
_PUT_BY = word_list(
    "put estimated reckoned calculated counted documented recorded verified listed registered confirmed given set"
)
_BEFORE_NOUNS = word_list(
    "the a an its their his her our my these those this of by to from in on for with own latest no"
)
_BEFORE_BASES = word_list("we they i you police people who will would can could not never only also now and there") | {
    "”",
    ",",
}
_PASSIVE = word_list("was were is are been be being")
_COUNTING = SMALL.keys() | word_list("at only just about around some nearly almost more")
_LONGEST_OWNER = 6
_LONGEST_PLAIN = 9
_FAR_PUT = 10
_FAR_PASSIVE = 14


def reporter(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """The tokens of the name of the reporter whose report is announced at token *at*."""
    token = tokens[at]
    pair = f"{key_at(tokens, at - 1)} {token.key}"
    if (pair in _TO and key_at(tokens, at - 2) != "on") or token.key in _TO:
        return name_after(tokens, at + 1)
    if token.key in _SOURCES and key_at(tokens, at + 1) == ":":
        return name_after(tokens, at + 2)
    if token.key == "by":
        return name_after(tokens, at + 1) if _is_put(tokens, at) else None
    if keeper := _keeper_of(tokens, at):
        return keeper
    if _announces(tokens, at):
        span = _subject(tokens, at)
        return span or (name_after(tokens, at + 1) if _is_inverted(tokens, at) else None)
    return (at, at + 1) if token.key in GROUPS and _is_elliptic(tokens, at) else None


def _keeper_of(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """Whose the figures, names or number at token *at* are."""
    token = tokens[at]
    found = None
    if token.key in _OWNED:
        found = _owner(tokens, at) or _describer(tokens, at)
    if not found and token.key in _NAMES_OF:
        found = _keeper(tokens, at)
    if not found and token.key.endswith("'s") and at + 1 < len(tokens) and tokens[at + 1].kind == "number":
        found = _possessor(tokens, at) if at + 2 == len(tokens) or tokens[at + 2].kind == "sign" else None
    return found


def _announces(tokens: list[Token], at: int) -> bool:
    """Whether the word at token *at* is a verb of reporting and not the noun, nor a passive: "were reported"."""
    token, before, following = tokens[at], key_at(tokens, at - 1), key_at(tokens, at + 1)
    if token.text[0].isupper() or (token.key not in VERBS and _TWO_WORDS.get(token.key) != following):
        return False
    if token.key in _OWNED and (following in AUXILIARIES | {"of", "from"} or is_participle(following)):
        return False
    if before in _PASSIVE | _BEFORE_NOUNS or following == "by" or (token.key == "count" and following == "of"):
        return False
    if token.key in {"put", "puts"}:
        return any(each.key in {"at", "between"} for each in tokens[at : at + _FAR_PUT])
    if token.key in _BASES:
        return before in _BEFORE_BASES or (at > 0 and is_plural(tokens[at - 1])) or before.endswith("ly")
    return True


def _is_put(tokens: list[Token], at: int) -> bool:
    """Whether "by" at token *at* names who put a figure so high: "was put at 35 million in March by the centre"."""
    if at + 1 >= len(tokens) or tokens[at + 1].kind == "number":
        return False
    for each in range(at - 1, max(0, at - _FAR_PASSIVE), -1):
        if tokens[each].text in ".;:":
            return False
        if tokens[each].key in _PUT_BY and key_at(tokens, each - 1) in _PASSIVE:
            return tokens[each].key not in {"set", "given"} or key_at(tokens, each + 1) == "at"
    return False


def _owner(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """Of "by the union's reckoning" and "Karun Watch's figures show" whose they are."""
    end = at
    while end and tokens[end - 1].key in _OWN:
        end -= 1
    marked = end > 1 and (tokens[end - 1].key.endswith("'s") or tokens[end - 1].text in "’'")
    if not marked:
        return None
    last = end if tokens[end - 1].key.endswith("'s") else end - 1
    first = _possessor_start(tokens, last)
    verb = key_at(tokens, past_insertion(tokens, at + 1))
    named = key_at(tokens, first - 1) in _BY or verb in _SHOWING | VERBS
    return (first, last) if named else None


def _possessor_start(tokens: list[Token], last: int) -> int:
    first = last - 1
    while first and last - first < _LONGEST_OWNER and tokens[first - 1].kind == "word":
        key = tokens[first - 1].key
        if tokens[first].key == "the" or (key in _NOT_OWNERS and key not in {"of", "the", "for"}):
            break
        first -= 1
    return first


_NOT_OWNERS = word_list(
    "a an in on at by from with to since that and but while as were was is are has have had more less some between "
    "nearly about around over than citing"
)


def _possessor(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """Of "as many as the ministry of health's 18,000" the ministry."""
    first = _possessor_start(tokens, at + 1)
    words = tokens[first : at + 1]
    known = any(token.key.removesuffix("'s") in GROUPS for token in words)
    return (first, at + 1) if known and key_at(tokens, first) not in {"their", "his", "her", "our", "my"} else None


def _describer(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """Of "by police figures" and "the police count of 800" the police, of "by a university study" the study."""
    first = at
    while first and at - first < _LONGEST_OWNER and tokens[first - 1].kind == "word":
        if tokens[first - 1].key in _NOT_OWNERS | {"of", "the"}:
            break
        first -= 1
    article = key_at(tokens, first - 1) in {"a", "an", "the"}
    counted = tokens[at].key in _COUNTS
    if key_at(tokens, first - 1 - article) in {"by", "per"}:
        if counted:
            return (first, at) if first < at else None
        return first - article, name_end if (name_end := _whole(tokens, at)) else at + 1
    if counted and key_at(tokens, at + 1) in _SHOWING and first < at and tokens[at - 1].key in GROUPS:
        return first, at  # "police figures give"
    follows = key_at(tokens, at + 1) == "of" and at + 2 < len(tokens) and tokens[at + 2].text in '“"‘'
    known = first < at and tokens[at - 1].key in GROUPS
    return (first, at) if counted and follows and known else None


def _whole(tokens: list[Token], at: int) -> int:
    """Where "study of the architects' chamber" ends."""
    if key_at(tokens, at + 1) not in {"of", "by", "from"}:
        return at + 1
    named = name_after(tokens, at + 2)
    return named[1] if named else at + 1


def _keeper(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """Of "the group had the names of 63 people" the group."""
    if key_at(tokens, at + 1) not in {"of", "with"}:
        return None
    verb = at - 1
    while key_at(tokens, verb) in {"the", "a", "an", "their", "its"}:
        verb -= 1
    return _subject(tokens, verb) if key_at(tokens, verb) in _KEEPING and verb > 0 else None


def is_carried(tokens: list[Token], span: tuple[int, int]) -> bool:
    """Whether "it" or "the group" only points to the reporter before."""
    first, end = span
    key = tokens[first].key
    if end - first == 1:
        return key in _CARRIED
    return end - first == 2 and key in {"the", "this"} and tokens[first + 1].key in _CARRIED_NOUNS


def is_own(tokens: list[Token], span: tuple[int, int]) -> bool:
    """Whether "we" or "this conference" report, which are those who wrote the text."""
    first, end = span
    lone = end - first == 1
    return (
        (lone and tokens[first].key in _OURS)
        or (lone and tokens[first].key in _MEETINGS)
        or (tokens[first].key == "this" and tokens[end - 1].key in _MEETINGS | {"union", "council"})
    )


def is_nobody(tokens: list[Token], span: tuple[int, int]) -> bool:
    """Whether "reports" or "some" report, which is nobody to name; "the council's own report" is somebody's."""
    words = tokens[span[0] : span[1]]
    described = any(token.key.endswith("'s") or token.key in {"who", "the"} for token in words)
    return words[-1].key in _NOT_REPORTERS and not described and not is_carried(tokens, span)


def _subject(tokens: list[Token], verb: int) -> tuple[int, int] | None:
    span = subject_before(tokens, verb)
    if span is None:
        span = opening_name(tokens, verb)
        words = tokens[span[0] : span[1]] if span else []
        known = any(each.key in GROUPS for each in words) or any(each.text[0].isupper() for each in words[1:])
        return span if known else None
    at, end = span
    words = tokens[at:end]
    named = any(each.kind == "word" and each.text[0].isupper() and at + place > 0 for place, each in enumerate(words))
    known = any(each.key in GROUPS for each in words) or is_carried(tokens, span) or is_own(tokens, span)
    # A word that opens the sentence has its capital anyway, but a lone one before the verb is a name.
    lone = len(words) == 1 and at == 0 and words[0].text[0].isupper()
    return span if named or known or lone or _is_plain_reporter(tokens, at, end, verb) else None


def _is_plain_reporter(tokens: list[Token], at: int, end: int, verb: int) -> bool:
    """Whether somebody without a name reports: "the bulletin counts", "a friend of mine counted"."""
    opens = (
        at == 0
        or tokens[at - 1].kind != "word"
        or is_time(tokens, at - 1)
        or tokens[at - 1].key in {"and", "but", "while", "that", "because"}
    )
    following = [key_at(tokens, verb + 1), key_at(tokens, verb + 2)]
    content = "that" in following or following[0] in {"", ".", "out"}
    plainly = tokens[verb].key in _PLAINLY or content or tokens[verb].key in _TWO_WORDS or tokens[verb].key in _KEEPING
    return opens and plainly and 1 < end - at <= _LONGEST_PLAIN


def _is_inverted(tokens: list[Token], verb: int) -> bool:
    """Whether the reporter stands after the verb: “…,” wrote the committee."""
    if not verb or verb + 1 >= len(tokens) or tokens[verb - 1].text not in ',”"’':
        return False
    return tokens[verb + 1].key in {"the", "a", "an", "one"} or tokens[verb + 1].text[0].isupper()


def _is_elliptic(tokens: list[Token], at: int) -> bool:
    """Whether a reporter opens a clause that leaves the verb out: "…; the police of at most 2,000"."""
    start = at - (key_at(tokens, at - 1) == "the")
    number = at + 1 + (key_at(tokens, at + 1) == "of")
    while key_at(tokens, number) in {"“", '"', "‘"}:
        number += 1
    counted = number < len(tokens) and (tokens[number].kind == "number" or tokens[number].key in _COUNTING)
    return key_at(tokens, start - 1) in {";", ","} and (counted or key_at(tokens, at + 1) == ",")
