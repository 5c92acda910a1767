"""What stands under a text: those who sign it, one a line or listed after «Signed by»."""

from __future__ import annotations

import re

from bot.documents.dates import find_dates
from bot.documents.origins import rosters
from bot.documents.passages import Passage
from bot.documents.structure import names
from bot.documents.structure.lines import ends_sentence, is_date_line

_SIGNED = re.compile(
    r"(?:(?:the |initial |first |original |list of |names of )*(?:signatories|signatures|signed(?: by)?"
    r"|signers|the undersigned"
    r"|co-?signed by|endorsed by|undersigned|endorsements?)(?: organi[sz]ations?| groups| so far| include| are"
    r"| \([^()\n]{1,60}\)| in alphabetical order)*"
    r"|(?:the following|these) (?:\w+ ){1,6}(?:have )?(?:signed|endorsed)(?: this \w+)?"
    r"|(?:(?:اسامی|لیست|فهرست|نام) )?(?:(?:نهادها|تشکل‌?ها|سازمان‌?ها|گروه‌?ها)(?:ی"
    r"|‌ی)? )?امضاء?(?: ?\u200c?کنندگان| ?\u200c?ها| ?\u200c?کننده)?"
    r"(?: (?:بیانیه|اولیه|به ترتیب (?:حروف )?الفبا|تاکنون|این بیانیه|\([^()\n]{1,60}\)))*|با امضای)"
    r"\s*(?:[:：]|$)\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_SIGN_OFF = re.compile(
    r"(?:in|with|yours in)\b.{0,40}(?:solidarity|struggle|unity|hope|resistance|love|rage|greetings),?$"
    r"|(?:sincerely|respectfully|signed),?$"
    r"|با (?:احترام|درود|سپاس|همبستگی|مهر).{0,20}$",
    re.IGNORECASE,
)
_FOR = re.compile(r"(?:signed )?(?:for|on behalf of)\b|(?:به نمایندگی )?از (?:طرف|سوی)", re.IGNORECASE)
_PLACE = re.compile(
    r"(?:.{0,30}\b(?:prison|ward \d+|university|province|city)\b.{0,20}|زندان .{2,30}|بند .{1,20})$", re.IGNORECASE
)
_KIN = re.compile(
    r"(?:خانواد(?:هٔ|ۀ|ه‌ی|ه ی|ه)|مادر|پدر|خواهر|برادر|همسر) \S.{2,50}"
    r"|(?:[Tt]he )?(?:[Ff]amily|[Mm]other|[Ff]ather|[Pp]arents|[Ss]ister|[Bb]rother|[Ww]idow) of [A-Z].{2,50}"
    r"|[Tt]he [A-Z]\w+ family"
)
_COMMA = re.compile(r"[,،;؛]")
_BROKEN = re.compile(r"[,،;؛][^,،;؛]+[,،;؛]\s*[^\s,،;؛]*$")  # within a name, or right behind one
_LONGEST_ROW = 4000  # characters
_LONGEST = 90  # characters of a line with a name
_RUNNING = 200  # characters of a paragraph that is text
_MOST = 60  # passages under the text
_ROW = 3  # lines that are not there by accident
_BULLETS = frozenset({"-", "•", "–", "*", "·", "●", "▪", "◦"})


def tail(passages: list[Passage]) -> list[str]:
    """The short lines under the text, in order."""
    lines: list[str] = []
    for passage in reversed(passages[-100:]):
        if passage.kind in {"debris", "rule", "caption", "image", "note", "remark"}:
            continue
        if passage.kind == "paragraph" and _is_signed_with_date(passage.text):
            lines[:0] = [passage.text]
            continue
        if passage.kind == "paragraph" and len(passage.text) <= 120 and _SIGNED.match(passage.text):
            continue
        if passage.kind not in {"closing", "item"}:
            break
        if passage.kind == "item" and (passage.marker.strip() not in _BULLETS or ends_sentence(passage.text)):
            break
        lines[:0] = [line.strip() for line in passage.words.split("\n")]
    return lines


def signatories(passages: list[Passage]) -> list[str]:
    """The names listed after a line like «Signed by:»; none where what follows is not all names."""
    last = [each for each in passages if each.kind not in {"note", "debris", "rule", "remark"}][-400:]
    lines = [line for passage in last for line in _rows(passage.words)]
    for at in range(len(lines) - 1, -1, -1):
        found = _SIGNED.match(lines[at]) if len(lines[at]) <= 1500 else None
        if not found:
            continue
        if found["rest"] and not any(names.is_name(line) for line in lines[at + 1 : at + 2]):
            return rosters.names_in_lines([found["rest"]])
        listed = _names_of([found["rest"], *lines[at + 1 :]])
        if listed:
            return listed
    return []


def signers(passages: list[Passage]) -> list[str]:
    """The names in the lines whose role it is to say who issued the text."""
    lines = [line for each in passages if each.role == "issuer" for line in _rows(each.words)]
    listed = ((_SIGNED.match(line), line) for line in lines)
    told = [found["rest"] if found and found["rest"] else line for found, line in listed]
    return [name for name in rosters.names_in_lines(told) if not names.is_slogan(name)]


def _rows(words: str) -> list[str]:
    """The lines of *words*; a row of names between commas that was wrapped within a name is one line."""
    found: list[str] = []
    for line in map(str.strip, words.split("\n")):
        broken = found and len(found[-1]) <= _LONGEST_ROW and _BROKEN.search(found[-1])
        if broken and (_COMMA.search(line) or names.is_name(line)):
            found[-1] += f" {line}"
        else:
            found.append(line)
    return found


def persons(passages: list[Passage]) -> list[str]:
    """Those who sign one a line, three or more in a row under the text, each by name or as whose family they are.

    Below a line that announces something else, such as "The names of the dead:", they are not signers.
    """
    told = [at for at, each in enumerate(passages) if each.kind == "paragraph" and len(each.text) > _RUNNING]
    below = [each for each in passages if each.kind not in {"note", "rule", "remark"}]
    below = [each for each in below if told and each.start >= passages[told[-1]].start][: _MOST + 1]
    rows: list[list[str]] = [[]]
    above = ""
    for passage in below:
        if passage.kind != "debris" and ends_sentence(passage.text) and len(passage.text) > _LONGEST:
            rows = [[]]  # the text goes on
        for line in map(str.strip, passage.words.split("\n")):
            may_sign = passage.kind not in {"debris", "title"} and len(line) <= _LONGEST
            if not (may_sign and (_KIN.fullmatch(line) or rosters.may_be_person(line))):
                rows.append([])
                above = line
            elif not _announces_others(above):
                rows[-1].append(line)
    best = max(rows, key=len)
    return rosters.names_in_lines(best) if len(best) >= _ROW and not any(map(find_dates, best)) else []


def _announces_others(line: str) -> bool:
    signs_off = _SIGNED.match(line) or _SIGN_OFF.match(line.rstrip(":")) or _FOR.match(line)
    return line.endswith(":") and not signs_off


def signature(below: list[str]) -> list[str]:
    """The bodies, or the person, whose names are the last of the lines under a text."""
    found: list[str] = []
    dated = False
    for at in range(len(below) - 1, -1, -1):
        line = below[at]
        if is_date_line(line) and not _undated(line):
            dated = True
        elif names.is_contact(line) or (_PLACE.match(line) and not found and not names.BODY.search(line)):
            continue
        else:
            bare = rosters.unled(names.bare(_undated(line) or line))
            dated = dated or bool(_undated(line))
            signs_off = at > 0 and _SIGN_OFF.match(below[at - 1]) is not None
            if not (names.is_organisation(bare) or ((signs_off or dated) and not found and names.is_person(bare))):
                break
            found.insert(0, bare)
    return [name for line in found for name in rosters.bodies_in(line)]


def _names_of(lines: list[str]) -> list[str]:
    listed: list[str] = []
    for line in lines:
        if not line or is_date_line(line) or names.is_contact(line):
            continue
        if len(line) > 200 and len(row := rosters.names_in_lines([line])) > 2 and all(map(names.is_name, row)):
            listed.append(line)
            continue
        if len(line) > 200 or (ends_sentence(names.without_number(line)) and not line.endswith("!")):
            found = rosters.names_in_lines(listed)
            return found if len(found) > 1 else []
        listed.append(line)
    return rosters.names_in_lines(listed)


def _undated(line: str) -> str:
    """*line* without the date it ends with, if a name is left: "Mill Union, 3 March 2026"."""
    dates = find_dates(line) if len(line) <= 160 else []
    if len(dates) != 1 or line[dates[0][0][1] :].strip(" .،,)"):
        return ""
    bare = line[: dates[0][0][0]].strip(" ,،–—-:|(")
    return bare if names.is_organisation(names.bare(bare)) and not bare.endswith((" of", " in", " on")) else ""


def _is_signed_with_date(text: str) -> bool:
    return "\n" not in text and len(text) <= 160 and (is_date_line(text) or bool(_undated(text)))
