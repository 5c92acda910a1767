"""Whom a title names as those who issue a text: "Statement of the Mill Union on …", "Mill Union: “…”"."""

from __future__ import annotations

import re

from bot.documents.structure import names

_KINDS = (
    r"(?:Statement|Declaration|Communiqué|Communique|Resolution|Manifesto|Message|Appeal|Open Letter|Letter"
    r"|Bulletin|Call|Press Release"
    r"|Announcement|Report|Dispatch|Speech|Greetings?|Proclamation|Charter|Pledge|Petition|Update|Communication"
    r"|Protest)"
)
_TITLE_EN = re.compile(
    rf"(?:(?:The|A|Joint|Public|Open|Press|Final|Solidarity|Official|Collective|Urgent|Full|First|Second|Third"
    rf"|New|\d+(?:st|nd|rd|th)) )*"
    rf"(?:(?:text|translation) of (?:the |a )?)?{_KINDS} (?:of|by|from) (?:the )?"
    r"(?P<name>[A-Z][^:;\n]{2,160}?)(?= on\b| regarding\b| about\b| concerning\b| to mark\b| in (?:solidarity"
    r"|support|response|defen[cs]e)\b"
    r"| against\b| for the\b| to the\b|, \d|(?<!No\.) \(?\d|\s*[:;—–(\n]|$)",
    re.IGNORECASE,
)
_NOT_A_NAME = re.compile(
    r"(?:solidarity|support|protest|condolences?|principles|intent|facts?|demands|the|action|hope|resistance"
    r"|peace|unity|conscience)\b",
    re.IGNORECASE,
)
_TITLE_FA = re.compile(
    "(?:متن (?:کامل )?)?(?:بیانی|اعلامی|قطعنام|اطلاعی|فراخوان|پیام|نام|گزارش)(?:هٔ|ۀ|ه‌ی|ه ی|ه|)"
    "(?: (?:مشترک|مطبوعاتی|پایانی|عمومی|تازهٔ|تازه|سرگشادهٔ?|اعتراضی|تحلیلی|جمعی(?! از)|اخیر|جدید))*"
    "(?: شمارهٔ? ?[0-9۰-۹]+)? (?P<name>[^:؛\\n]{3,160}?)"
    "(?= دربارهٔ?\u200c?ی? | در مورد | پیرامون | به مناسبت | در حمایت | در همبستگی | در محکومیت | در پی "
    "| در اعتراض | در ارتباط | در رابطه "
    "| علیه | برای | به | خطاب | با عنوان | منتشر|،|\\s*[:؛—–(\\[\\n]|\\s*$)"
)


_NOT_A_NAME_FA = re.compile("(?:همبستگی|حمایت|اعتراض|تسلیت|دربارهٔ?|در |به |برای |علیه |پیرامون )")
_SPOKEN = re.compile(
    rf"(?P<name>[^:\n]{{4,120}}?)\s?: ?(?:[“\"«‘]|(?:{_KINDS})\b|(?:بیانیه|اعلامیه|اطلاعیه|قطعنامه|فراخوان))",
    re.IGNORECASE,
)
_OFFICE = re.compile(r", (?:Secretariat|Press Office|Press|Board|Executive|Central Committee)$")
_SPOKEN_FA = re.compile(
    r"(?P<name>(?:سندیکا|اتحادیه|حزب|کانون|شورا|کمیته|سازمان|انجمن|جمعی از|کارزار)[^:\n]{2,90}?)\s?: ?\S"
)


_FROM = re.compile(r"(?:From|FROM|پیام|نامهٔ|نامه‌ی|از) (?:the )?(?P<name>\S.{3,90}?)\s?:?")
_ALONE = re.compile(
    r"(?:The )?[A-Z0-9][\w’'-]*(?: (?:of|for|the|and|in|at|&|Nos?\.|–"
    r"|[A-Z0-9][\w’'-]*)){1,11}(?:, [A-Z][\w’' -]{2,30})?"
)
_NOT_OF_A_NAME = re.compile(r"[؟?!:«]")
_MOST_WORDS = 9


def body_alone(title: str) -> str:
    """The body whose name is all that *title* says, as over one of several messages; else ""."""
    bare = names.bare(names.without_number(title))
    found = _FROM.fullmatch(bare)
    name = found["name"] if found else bare
    english = _ALONE.fullmatch(name) is not None and any(each[0][:1].isupper() for each in names.BODY.finditer(name))
    told = names.tells(name) or _NOT_OF_A_NAME.search(name)
    farsi = names.BODY.match(name) is not None and name[:1] >= "\u0600" and not told
    return name if (english or farsi) and names.is_name(name) and len(name.split()) <= _MOST_WORDS else ""


def names_in_title(line: str) -> list[str]:
    """Those whom a title names as its issuers: "Statement of the Mill Union on …", "Mill Union: “…”"."""
    return named_in(line) or _speaking(line)


def named_in(text: str) -> list[str]:
    """Those whom *text*, a title or preface, says in its first words it is of or by."""
    after = text.find(": ") + 2
    for pattern, wrong, place in (
        (_TITLE_EN, _NOT_A_NAME, 0),
        (_TITLE_FA, _NOT_A_NAME_FA, 0),
        (_TITLE_EN, _NOT_A_NAME, after),
        (_TITLE_FA, _NOT_A_NAME_FA, after),
    ):
        found = pattern.match(text, place)
        if found and names.ORGANISATION.search(found["name"]) and not wrong.match(found["name"]):
            return names.several(found["name"].strip(" ،,.-"))
    return []


def _speaking(line: str) -> list[str]:
    for pattern in (_SPOKEN, _SPOKEN_FA):
        found = pattern.match(line)
        if not found or not names.is_name(found["name"]):
            continue
        name = _OFFICE.sub("", found["name"].strip())
        # "Women of the Lower Town: “…”", but not "Workers: “…”"
        if names.BODY.search(name) or (names.ORGANISATION.match(name) and len(name.split()) > 2):
            return [name]
    return []
