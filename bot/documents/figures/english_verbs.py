"""English verbs as far as their form tells: the irregular ones, which are a closed class, and how the others end."""

from __future__ import annotations

from bot.documents.figures.tokens import word_list

AUXILIARIES = word_list("have has had do did does was were are is be been being will would can could may might must")
IRREGULAR_PASTS = word_list(
    "arose ate awoke beat became began bent bet bit bled blew bore bought bound bred broke brought built burnt "
    "burst came cast caught chose clung crept cut dealt did drank drew drove dug fed fell felt fled flew forbade "
    "forgave forgot fought found froze gave got grew had heard held hid hit hung hurt kept knelt knew laid lay "
    "leapt learnt led left lent let lit lost made meant met paid put quit ran rang read rode rose said sang sank "
    "sat saw sent set shook shot shut slept slid sold sought sought spent spoke spread sprang stole stood strode "
    "strove struck stuck sung swam swept swore swung taught thought threw told took tore understood upheld wept "
    "went withdrew withheld woke won wore wound wrote overthrew"
)
IRREGULAR_PARTICIPLES = word_list(
    "arisen beaten become begun bent bitten bled blown born borne bound bought bred broken brought built burnt "
    "cast caught chosen come cut dealt done drawn driven drunk dug eaten fallen fed felt fled flown forbidden "
    "forced forgiven forgotten fought found frozen given gone got gotten grown heard held hidden hit hung hurt "
    "kept known laid led left lent let lit lost made meant met mown overthrown paid put quit read ridden risen "
    "run rung said sat seen sent set sewn shaken shed shot shown shut slain slept slit sold sought sown spent "
    "split spoken spread stolen stood stricken struck stuck sung sunk sworn swept swum swung taken taught thought "
    "thrown told torn trodden understood upheld withdrawn withheld woken won worn wound woven written"
)
_LIKE_VERBS = word_list(
    "hundred red bed need seed feed speed weed hatred indeed shed sacred naked wicked during evening morning "
    "spring ring king string thing nothing something anything everything ceiling building housing mining hearing "
    "meeting gathering killing hanging beating wedding clothing embed according including concerning regarding "
    "following depending owing pending notwithstanding"
)


def is_participle(key: str) -> bool:
    """Whether *key* looks like a past participle."""
    return key in IRREGULAR_PARTICIPLES or is_regular(key)


def is_past(key: str) -> bool:
    """Whether *key* looks like the past of a verb."""
    return key in IRREGULAR_PASTS or is_regular(key)


def is_regular(key: str) -> bool:
    """Whether *key* ends as the past of most verbs does."""
    return key.endswith("ed") and len(key) > 4 and key not in _LIKE_VERBS


def is_lasting(key: str) -> bool:
    """Whether *key* looks like a present participle."""
    return key.endswith("ing") and len(key) > 5 and key not in _LIKE_VERBS
