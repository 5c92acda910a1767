"""Whom those lines name that say who signs a text, wrote it or calls for it: names without functions and places."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.documents.dates import MONTHS, find_dates
from bot.documents.structure import names
from bot.documents.structure.lines import BYLINE, is_date_line
from bot.documents.structure.namings import named_in, names_in_title

_LEADS = re.compile(
    r"(?:(?:in|with|yours in) solidarity,? )?(?:(?:resolution|motion|statement) (?=\w+ (?:\w+ )?by ))?"
    r"(?:(?:\w+,? (?:and|&) )?(?:words|text|story|interview(?:ed)?"
    r"|report(?:ed|ing)?"
    r"|written|called|calling|organi[sz]ed|org\.?|initiated|initiators?|issued|signed|published|put out"
    r"|compiled|prepared"
    r"|drafted|edited|hosted|co-?organi[sz]ed|conducted|recorded|transcribed|sent|submitted"
    r"|(?:adopted|passed|approved|agreed|carried)(?: unanimously)?"
    r"|(?:initial |first )?(?:co-?)?signatories|organi[sz]ers?|authors?|in conversation)\b"
    r"(?: ?(?:for us )?(?:by|with)\s?:?|\s?:)(?: the authors?,?| the)?|by(?: the)?|in partnership with(?: the)?"
    r"|on behalf of(?: the)?"
    r"|for(?: the)?) (?=\S)",
    re.IGNORECASE,
)
_LEADS_FA = re.compile(
    r"(?:(?:گفت ?\u200c?و ?\u200c?گو|مصاحبه|گزارش|نوشته|یادداشت|متن|تنظیم)(?:ٔ|ی|\u200cی)?(?: از)?|خبرنگار"
    r"|گزارشگر|نویسنده(?:گان)?"
    r"|نویسندگان|فراخوان ?\u200c?دهنده(?:گان)?|فراخوان‌دهندگان|برگزارکننده(?:گان)?|برگزارکنندگان|به قلم"
    r"|امضا(?:ء|کنندگان)?"
    r"|به همراه|با امضای|به نمایندگی از|از طرف|از سوی)\s*[:：]?\s+(?=\S)|از\s?:\s*"
)
_OTHERS = re.compile(
    r"^(?:(?:co-?)?mover|moved|seconder|seconded|proposer|proposed|supporters?|cc|bcc|to|contacts?|photos?"
    r"|pictures?|image"
    r"|from (?:the )?left|for (?:further|more) information|further information|thanks|translat(?:ed|ion|or)|tel"
    r"|e-?mail"
    r"|in solidarity(?! for)|supported by|with support from|with (?:the )?support of|place|where|when|venue"
    r"|time|chair|minutes"
    r"|عکس|ترجمه|مترجم|مکان|محل|زمان|با پشتیبانی|با حمایت|منبع|تماس)\b[^:\n]{0,30}[:：]",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:(?:the )?(?:co-?)?(?:signed|signatories|organi[sz]ations?|individuals?|groups|persons|called by"
    r"|initiated by"
    r"|endorsed by|supported by|notes?|contacts?|general secretary|president|chair(?:person)?|secretary|admin"
    r"|editors?"
    r"|signatures?|organi[sz]ers?)|امضا(?:ء|ها|کنندگان)?|امضا[ \u200c]کنندگان|سازمان‌?ها|افراد|نهادها|تشکل‌?ها"
    r"|برگزارکنندگان"
    r"|فراخوان‌?دهندگان|مدیر سایت|الموق[ّ]?عون)\s*[:：]?$",
    re.IGNORECASE,
)
_MORE = re.compile(r"\b\d[\d,.]{0,9} (?:more|other|further)\b|[\d۰-۹] (?:امضا|نفر|نهاد)ی? دیگر", re.IGNORECASE)
_CLOCK = re.compile(
    r"\b\d{1,2}[:.h]\d{2}\b|\b\d{1,2} ?[ap]\.?m\b|\b\d{1,2}h\b|ساعت|\bnoon\b|\d{1,2}:\d{2}", re.IGNORECASE
)
_FUNCTION = re.compile(
    r"\b(?:officers?|secretar(?:y|iat)|presidents?|vice|chair\w*|professors?|prof|teachers?|directors?"
    r"|co-?ordinators?|lecturers?"
    r"|representatives?|spokes\w+|editors?|members?|delegates?|stewards?|lawyers?|writers?|poets?|journalists?"
    r"|nurses?|doctors?"
    r"|engineers?|students?|researchers?|activists?|treasurers?|organi[sz]ers?|convenors?|conveners?|dean|head"
    r"|founder|reader"
    r"|mother|father|sister|brother|widow|son|daughter|wife|husband|university|college|institute|department"
    r"|school|hospital"
    r"|prison|ward|formerly|emerit\w+|author|artist|filmmaker|translator|historian|economist|former|rector"
    r"|captain|driver)\b"
    r"|(?<![\w\u200c])(?:کارگر|معلم|پرستار|سرپرستار|دانشجو|نویسنده|شاعر|وکیل|استاد|پژوهشگر|روزنامه|فعال|عضو|دبیر"
    r"|رئیس|سخنگو|نماینده|مادر|پدر|خواهر|برادر|همسر|فرزند|دختر|پسر|بازنشسته|مترجم|هنرمند|کنشگر|خیاط|راننده|مهندس"
    r"|پزشک|کارشناس|زندان|بند|از)(?!\w)",
    re.IGNORECASE,
)
_HONORIFIC = re.compile(
    r"^(?:(?:(?:Em|Emer)\. (?=Prof))?(?:Dr|Mr|Mrs|Ms|Prof|Sir|Dame|Rev|Professor|Doctor|دکتر|مهندس|پروفسور"
    r"|استاد)\.? (?:em\. |h\.c\. )?)+",
    re.IGNORECASE,
)
_SHORT_NAME = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]*)* [A-Z]\.")  # "Shokufeh R."
_BEHIND = re.compile(r"\s*(?:[,،]|\s[–—-]|[–—](?=\s))\s*|\s+(?=\()")
_SPEAKS = re.compile(
    r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'.-]*){1,3})(?:: (?=[A-Z])| (?:is|was|writes|lives|works|teaches"
    r"|covers|has) )"
)
_ROLE = re.compile(r"(?:[a-z][\w ]{0,25}|Received from|Sent in by): ?(?=[A-Z])")
_DAY = re.compile(
    rf"(?:[,،]| [–—|-]| \(){{1,3}} *(?:[\w\u200c]{{1,12}} (?:{MONTHS})|(?:{MONTHS}) \d{{1,2}})\)?$", re.IGNORECASE
)
_LONG = 90
_OUTER_COMMA = re.compile(r"[,،](?![^()]{0,80}\))\s+")
_BRACKETED = re.compile(r"\s*\([^()]*\)")
_TWO_BODIES = re.compile(
    rf"(?P<one>.*?{names.BODY.pattern}.*?) (?:and|&|و) (?:the )?(?P<other>\S.*{names.BODY.pattern}.*)", re.IGNORECASE
)
_TOWNS = (
    re.compile(r"\s*\((?![A-ZÄÖÜ]{2,8}\))[^()]{3,30}\)$"),
    re.compile(r",\s+(?:The )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?$"),
    re.compile(r"،\s+\S+(?: \S+)?$"), re.compile(r"\s+[–—-]\s+\S+(?: \S+)?$"),
)  # fmt: skip
_LEAST_WITH_TOWN, _SHARE_WITH_TOWN = 3, 0.6  # names of a list with a town behind them
_LAST_TWO = re.compile(r"((?!.* (?:of|for) (?:the )?\S+ and ).+?) and (?:the )?([A-Z]\S* .+)|(.+?) and the (.+)")
_ANNOUNCES = re.compile(
    r"(?:.{0,12}signatories|.{0,12}(?:initiat|call|organi[sz]|host|sign)\w*(?: by)?|فراخوان|برگزار|به همراه"
    r"|.{0,4}امضا)"
    r"[^:]{0,12}(?::|\bby\b)",
    re.IGNORECASE,
)
_NICKNAME = re.compile(r"\s*\([^()]{1,20}\)\s*(?=\w)")
_PLACE = re.compile(r"\s+in [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?$")
_ROW_NUMBER = re.compile(r"\s*\d{1,3}\t")
_COLUMN = re.compile(r"\t+| {2,}")
_ENDED = re.compile(r"(?<=[\w)]{3})(?<!Prof)(?<!Revd)\. (?=[A-Z]\w+ \w+ )")
_DASHED = re.compile(r"\s+[–—-]\s+")
_MORE_THAN_PLACE = 3  # names between dashes; up to that one stands beside a function and a place
_COMMA = re.compile(r"\s*[,،]\s*(?:and |و )?|\s+(?:and|&)\s+|\s+و\s+")


def names_in_lines(lines: Sequence[str]) -> list[str]:
    """The names in *lines*, of which each is there to say who issued a text; what only looks so is left out.

    Of a person the name alone is given; a body keeps the branch or town that is part of its name.
    """
    cells = [cell for line in lines for cell in _columns(line)]
    of_persons = len(cells) > 2 and sum(map(may_be_person, cells)) > len(cells) / 2
    found = [name for cell in cells for name in _names_in(cell, listed=len(cells) > 2, of_persons=of_persons)]
    return _without_towns(found)


def _without_towns(found: list[str]) -> list[str]:
    """*found* without the town or country behind each, where most have one set off in the same way."""
    for pattern in _TOWNS:
        placed = [pattern.search(name) for name in found]
        many = sum(map(bool, placed))
        if many >= _LEAST_WITH_TOWN and many >= _SHARE_WITH_TOWN * len(found):
            return [name[: place.start()] if place else name for name, place in zip(found, placed, strict=True)]
    return found


def _columns(line: str) -> list[str]:
    pieces = [piece.strip() for piece in _COLUMN.split(line.strip()) if piece.strip(" |")]
    if _ROW_NUMBER.match(line) and len(pieces) > 1:
        return [", ".join(pieces[1:])]  # of a table
    wide = len(pieces) > 1 and all(len(piece) > 4 and names.is_name(piece) for piece in pieces)
    return pieces if wide and names.without_number(line) != pieces[-1] else [" ".join(line.split())]


def may_be_person(cell: str) -> bool:
    """Whether the line or cell names a person, perhaps with a function or place behind the name."""
    bare = _HONORIFIC.sub("", _BEHIND.split(names.without_number(cell), maxsplit=1)[0]).strip()
    return (
        "!" not in cell
        and (names.is_person(bare) or bool(_SHORT_NAME.fullmatch(bare)))
        and not names.ORGANISATION.search(bare)
    )


def _names_in(cell: str, *, listed: bool, of_persons: bool) -> list[str]:
    if any(pattern.search(cell) for pattern in (_OTHERS, _LABEL, _MORE, _CLOCK)):
        return []
    printed = _ENDED.split(names.bare(names.without_number(cell)), maxsplit=1)[0]
    line = unled(printed)
    announced = _ANNOUNCES.match(printed[: len(printed) - len(line)]) is not None
    line = _undated(line).strip(" :،,").removesuffix(" متشکل از")
    if not line or is_date_line(line) or _DAY.fullmatch(f", {line}"):
        return []
    return (
        names_in_title(line)
        or named_in(line)
        or (_row(line, announced=True) if announced else [])
        or _persons(line, of_persons=of_persons)
        or _bodies(line, listed)
    )


def _persons(line: str, *, of_persons: bool) -> list[str]:
    if speaks := _SPEAKS.match(line):
        return [speaks["name"]]
    pieces = [piece.strip() for piece in _OUTER_COMMA.split(line)]
    bare = [_BRACKETED.sub("", piece) for piece in pieces]
    if len(pieces) > 1 and all(
        "(" in piece and names.is_person(name) for piece, name in zip(pieces, bare, strict=True)
    ):
        return bare
    dashed = [piece.strip() for piece in _DASHED.split(line)]
    if len(dashed) > _MORE_THAN_PLACE and _are_persons(dashed):
        return dashed
    persons = [_PLACE.sub("", piece).strip() for piece in _COMMA.split(line)]
    if _are_persons(persons) or (len(persons) == 1 and names.is_person(persons[0])):
        return persons
    person = _person(line, of_persons=of_persons)
    return [person] if person else []


def _bodies(line: str, listed: bool) -> list[str]:
    pieces = _row(line) or bodies_in(line)
    # "Mothers of the Park – Vienna" is one body and its place, "Union of Crane and Site Workers" one body.
    return [line] if len(pieces) == 2 and (listed or not all(map(_is_signer, pieces))) else pieces


def bodies_in(line: str) -> list[str]:
    """The bodies that sign in *line*; with a dash between two names the second is of the first: a section, a branch."""
    pieces = names.several(line)
    return [line] if len(pieces) == 2 and _DASHED.search(line) else pieces


def _row(line: str, *, announced: bool = False) -> list[str]:
    """The names in a line of several between commas, of which most are plainly bodies, or which is *announced*."""
    pieces = [piece.strip() for piece in _OUTER_COMMA.split(line)]
    if announced and len(pieces) > 1 and (last := _LAST_TWO.fullmatch(pieces[-1])):
        pieces[-1:] = [each for each in last.groups() if each]
    elif (
        len(pieces) > 2
        and len(pieces[-1]) < 2 * _LONG
        and "and " not in pieces[-1][:4]
        and (last := _TWO_BODIES.fullmatch(pieces[-1]))
    ):
        pieces[-1:] = [last["one"], last["other"]]
    pieces = [re.sub(r"^(?:and |و )?(?:the )?", "", piece) for piece in pieces]
    bodies = sum(names.BODY.search(piece) is not None and len(piece.split()) > 1 for piece in pieces)
    named = all(piece and not piece[0].islower() and len(piece) < _LONG for piece in pieces)
    apart = all(len(piece.split()) > 1 for piece in pieces)
    enough = (apart and all(map(names.is_name, pieces))) if announced else bodies * 3 >= len(pieces) * 2
    return pieces if len(pieces) > 2 and named and enough else []


def unled(line: str) -> str:
    """*line* without words such as "Called by" or "Interview: labour activist" before the names."""
    led = BYLINE.match(line) or _LEADS.match(line) or _LEADS_FA.match(line) or _ROLE.match(line)
    return names.proper(line[led.end() :].strip()) if led else line


def _person(line: str, *, of_persons: bool) -> str:
    """The person whom *line* names before what they are, or where; "" where it is none."""
    pieces = _BEHIND.split(_NICKNAME.sub(" ", line), maxsplit=1)
    bare = _HONORIFIC.sub("", pieces[0]).strip()
    if len(pieces) < 2 or names.ORGANISATION.search(bare) or not (names.is_person(bare) or _SHORT_NAME.fullmatch(bare)):
        return ""
    is_function = of_persons or _FUNCTION.search(pieces[1]) or pieces[1][:1].islower()
    if not is_function and (names.ORGANISATION.search(line) or "(" in line):
        return ""
    return line[: line.find(pieces[1])].rstrip(" ,،–—-(")


def _are_persons(pieces: Sequence[str]) -> bool:
    kept = [piece.strip() for piece in pieces if piece.strip()]
    return len(kept) > 1 and all(
        (names.is_person(piece) or _SHORT_NAME.fullmatch(piece))
        and not _FUNCTION.search(piece)
        and not names.BODY.search(piece)
        for piece in kept
    )


def _is_signer(piece: str) -> bool:
    return names.BODY.search(piece) is not None and len(piece.split()) > 1 and not names.UNIT.search(piece)


def _undated(line: str) -> str:
    """*line* without the date it ends with, be it of the month alone."""
    dates = find_dates(line) if len(line) <= 160 else ()
    if len(dates) == 1 and not line[dates[0][0][1] :].strip(" .،,)"):
        line = line[: dates[0][0][0]]
    return _DAY.sub("", line).strip(" ,،–—-:|")
