"""Names of those who issue texts, as printed: what looks like one, and where a list of them falls into several."""

from __future__ import annotations

import re

from bot.documents.structure.lines import NUMBER_ENDS, is_titled

_BODIES = (
    r"(?:party|unions?|syndicates?|councils?|committees?|associations?|federation|confederation"
    r"|organi[sz]ations?|circle|forum|club"
    r"|guild|cooperative|commission|secretariat|brigade|platform|campaign|network|coalition|front|collectives?"
    r"|movement|society"
    r"|group|league|alliance|bureau|cent(?:er|re)|institute|foundation|initiative|assembly|board|congress"
    r"|chamber|office|voice"
    r"|friends|international|house|kitchen|relief|aid|defen[cs]e|watch|tendency|branch|local)s?\b"
)
_BODIES_FA = (
    r"(?:سندیکا|شورا|کمیته|اتحادیه|حزب|سازمان|انجمن|کانون|کمپین|شبکه|جنبش|گروه|هیئت|هیأت|هیات|فدراسیون"
    r"|کنفدراسیون|تشکل|جبهه|بنیاد|ائتلاف"
    r"|کارزار|حلقه|مجمع|خانهٔ|خانه‌ی|دفتر|نهاد|اتحاد|دبیرخانه|کارگروه|ستاد|مرکز(?!ی)|صدای|جمعی از|جمعیت|فرقه|بسیج"
    r"|کنگره|همبستگی کارگر|شاخه|یەکێتی|ڕێکخراو|کۆمیتە|حیزب|کۆمەڵە|سەندیکا|ئەنجومەن|نقابة|اللجنة|لجنة|منظمة|جمعية)"
)
_PEOPLE = (
    r"(?:workers|teachers|students|nurses|retirees|women|families|prisoners|mothers|farmers"
    r"|artists|writers|midwives|neighbou?rs|residents|drivers|miners|dockers|bakers|cleaners|crews|peasants|fishers"
    r"|fishermen|seafarers|doctors|lawyers|journalists|poets|academics|librarians|musicians|actors|pensioners|tenants"
    r"|refugees|migrants|exiles|relatives|parents|pupils|youth|strikers|printers|weavers|activists)\b"
)
_PEOPLE_FA = (
    r"(?:کارگران|معلمان|فرهنگیان|دانشجویان|پرستاران|بازنشستگان|زنان|خانواده[\u200c ]های|زندانیان|مادران|فعالان"
    r"|نویسندگان|رانندگان|هنرمندان|دوستداران|ماهیگیران|نانوایان|استادان|دانشگاهیان|ملوانان|بازاریان|شاعران"
    r"|مترجمان|خبرنگاران|کامیون[\u200c ]?داران|معدنچیان|بافندگان"
    r"|وکلای|پزشکان|روزنامه[\u200c ]نگاران|کشاورزان|اهالی|ساکنان)"
)
BODY = re.compile(rf"\b{_BODIES}|{_BODIES_FA}", re.IGNORECASE)
_SIGNS = re.compile(r"^[^\w“«\"‘']+|[^\w”»\"’'.)!?؟]+$")
ORGANISATION = re.compile(rf"\b(?:{_BODIES}|{_PEOPLE})|{_BODIES_FA}|{_PEOPLE_FA}", re.IGNORECASE)
_OPENS_FA = re.compile(rf"{_BODIES_FA}|{_PEOPLE_FA}")
_SLOGAN = re.compile(
    r"(?:long live|down with|victory to|death to|no to|not? |forward|end (?:the|all)|stop (?:the|all)"
    r"|all power|power to|hands off|free (?:all|the)"
    r"|workers of (?:the world|all)|unite|we |let |join (?:us|the)|glory to"
    r"|زنده|مرگ بر|نه به|پیش به|سرنگون|گسترده باد|برقرار|پیروز|پاینده|نابود|زن،? زندگی|نان[،,]|درود"
    r"|کارگران جهان|به امید|ننگ|استوار باد|مستحکم باد)",
    re.IGNORECASE,
)
# These may begin a slogan or a name; a name tells what body it is.
_CALL = re.compile(
    r"(?:victory|death|no\b|free(?:dom)?\b|for\b|solidarity|end\b|stop\b|wom[ae]n[,_]|bread|our |never|justice"
    r"|آزادی|نان|اتحاد[،,])",
    re.IGNORECASE,
)
_VERB_LAST = re.compile(
    r"(?<![\w\u200c])(?:ن?می[\u200c ]?[آ-ی]{2,}|[آ-ی]{2,}ه[\u200c ]اند|ن?(?:شود|شوند|کنید|کنند|کنیم|دهد|دهند|دهیم)"
    r"|کردند|شدند|کشیدند|گرفتند|دادند|زدند|رفتند|آمدند|بودند|ماندند|خواستند|نوشتند|گفتند|بستند|پیوستند|هستند|نیستند|دارند"
    r"|ندارند|است|نیست|شد|کرد|گرفت|داد|زد)[.!؟…]?$"
)
_PERSON = re.compile(
    r"(?:(?:Dr|Mr|Mrs|Ms|Prof|Ayatollah|Comrade)\.? )?[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|al|bin|bint|ibn|el|la"
    r"|da|do|dos|de|del|den|der|i|ter|van"
    r"|von|y|zu|e)){1,4}"
)
_CONTACT = re.compile(
    r"@|https?://|www\.|\b(?:contact|e-?mail|phone|tel|telegram|instagram|twitter|website|source"
    r"|translated)\b ?:|تماس|ایمیل|تلگرام ?:|منبع|ترجمه",
    re.IGNORECASE,
)
_SIGNS_BETWEEN = (
    re.compile(r"\s+/\s+"), re.compile(r"\s*[•·|]\s*"), re.compile(r"\s+[–—-]\s+|(?<=\S)/(?=\S{4})"),
)  # fmt: skip
_AND = re.compile(r",\s*(?:and\s+)?(?:the\s+)?|\s+(?:and|&|as well as)\s+(?:the\s+)?", re.IGNORECASE)
_AND_FA = re.compile(r"[،,]\s*(?:و\s+)?(?:همچنین\s+)?|\s+و\s+(?:همچنین\s+)?(?:نیز\s+)?")
_OTHERS = re.compile(r",? (?:and|&|among) (?:many )?others\.?$| و دیگران$", re.IGNORECASE)
UNIT = re.compile(
    r"\b(?:branch|section|local|chapter|region|department|office|secretariat|division)\b|شاخه|شعبه|واحد|بخش|منطقه",
    re.IGNORECASE,
)
_PARTIES = re.compile(r"\b(?:party|union|federation|organi[sz]ation)\b|حزب|اتحادیه|سازمان", re.IGNORECASE)
_WITHIN = re.compile(r"(?:(?:Central |Youth |Women’s |Women's )?Committee|کمیته|تشکیلات)\b")
_INITIAL = re.compile(r"(?:^|\s)\w$")  # "Maryam S."
_AROUND = " .،,؛;:*_•·–—-"
_NUMBER = re.compile(rf"^(?:\(?[0-9۰-۹]{{1,3}} ?[{NUMBER_ENDS}]|[-•*·])\s*")


def several(names: str) -> list[str]:
    """The names in a line of them, split where each piece is a name by itself."""
    names = _OTHERS.sub("", names.strip())
    if re.search(r"[;؛]", names):
        return _clean(re.split(r"[;؛]", names))
    for between in _SIGNS_BETWEEN:
        pieces = _clean(between.split(names))
        if len(pieces) > 2 or (len(pieces) == 2 and _are_two(*pieces)):
            return pieces
    pieces = _clean(re.split("[,،]", names))
    if len(pieces) > 2 and all(is_person(piece) for piece in pieces):
        return pieces
    for pattern, fits in ((_AND, _is_body), (_AND_FA, _opens_as_body)):
        pieces = _clean(pattern.split(names))
        if len(pieces) > 1 and all(fits(piece) for piece in pieces):
            return pieces
    return _clean([names])


def is_name(line: str) -> bool:
    """Whether a line could be the name of somebody who signs: short, no sentence, no slogan, no address."""
    return is_titled(line, 140) and not is_contact(line) and "!" not in line and not is_slogan(line)


def is_slogan(line: str) -> bool:
    """Whether the line begins as slogans do, and names no body."""
    return bool(_SLOGAN.match(line)) or (bool(_CALL.match(line)) and not BODY.search(line))


def tells(line: str) -> bool:
    """Whether a Farsi line ends in a verb, and so says something of those whom it names: «کارگران گرد آمدند»."""
    return _VERB_LAST.search(line) is not None


def is_organisation(line: str) -> bool:
    """Whether the line is the name of a body or group of people."""
    return is_name(line) and (
        line.isupper()
        or any(not each[0][:1].islower() for each in ORGANISATION.finditer(line))
        or (line.startswith("The ") and ORGANISATION.search(line) is not None)
    )


def is_person(line: str) -> bool:
    """Whether the line is two to four capitalised words, or as many Farsi ones: perhaps somebody's name."""
    if not is_name(line):
        return False
    words = line.split()
    return bool(_PERSON.fullmatch(line)) or (2 <= len(words) <= 4 and bool(re.fullmatch(r"[آ-ی\u200c ]+", line)))


def is_contact(line: str) -> bool:
    """Whether the line says how somebody is reached, or where the text was found."""
    return _CONTACT.search(line) is not None


def without_number(line: str) -> str:
    """*line* without the number or dot it begins with."""
    return _NUMBER.sub("", line).strip()


def bare(line: str) -> str:
    """*line* without pictures, dots and marks around it."""
    return _SIGNS.sub("", line)


def proper(words: str) -> str:
    """*words* from the first capitalised one on: "labor activist Reza S." is signed by "Reza S."; Farsi stays."""
    if not re.search("[A-Za-z]", words):
        return words
    found = re.search(r"(?:(?<=\s)|^)[“\"‘']?[A-Z0-9]", words)
    return words[found.start() :] if found else ""


def _are_two(first: str, second: str) -> bool:
    """Whether two pieces are two names, not a body and its branch or place: two bodies, or two persons."""
    bodies = [ORGANISATION.search(piece) is not None for piece in (first, second)]
    if all(bodies):
        branch = UNIT.search(second) or (_PARTIES.search(first) and _WITHIN.match(second))
        return is_name(first) and is_name(second) and not (BODY.search(first) and branch)
    return not any(bodies) and is_person(first) and is_person(second)


def _is_body(piece: str) -> bool:
    return piece[:1].isupper() and ORGANISATION.search(piece) is not None and len(piece.split()) > 1


def _opens_as_body(piece: str) -> bool:
    return _OPENS_FA.match(piece) is not None and len(piece.split()) > 1


def _clean(pieces: list[str]) -> list[str]:
    return [clean for piece in pieces if (clean := _trimmed(without_number(piece.strip())))]


def _trimmed(piece: str) -> str:
    clean = piece.strip(_AROUND)
    return f"{clean}." if _INITIAL.search(clean) and f"{clean}." in piece else clean
