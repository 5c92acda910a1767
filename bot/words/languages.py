"""The languages of the campaign: a folder of `locales/` each, with everything that is said and how numbers look in it.

There is no current language: who speaks holds a `Language` and asks it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache, reduce
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from typing import overload

from babel import Locale
from babel.core import UnknownLocaleError, get_global
from babel.lists import format_list
from babel.messages import mofile, pofile
from babel.messages.catalog import Message
from babel.numbers import format_decimal
from markupsafe import Markup, escape

from bot.refusals import Refused
from bot.words import bidi, message

SOURCE = "en"
"""The language that the sentences in the code are written in."""

# English as most of its readers abroad write dates and lists; Farsi with Iran's week.
_REGIONS = {"en": "en_GB", "fa": "fa_IR"}
# The campaign says Farsi where CLDR says Persian.
_NAMES = {("en", "fa"): "Farsi"}
_DIGITS = {"arabext": "۰۱۲۳۴۵۶۷۸۹", "arab": "٠١٢٣٤٥٦٧٨٩"}
_PLACE = re.compile(r"\{(\w+)\}")


class Spoken(str):
    """Plain text that a language has already made safe: its marks are ours and stay, it is not isolated again."""

    __slots__ = ()


@dataclass(frozen=True)
class Language:
    """A language of the campaign; all it says is whole sentences of its catalogue, else the English ones.

    Values for the `{name}` places: Markup stays as it is; other text is escaped, freed of direction marks and isolated
    where it could turn the line; an int is a number that names something (a post, a page, a year) and gets the
    language's digits without separators; a Decimal or float is a quantity, written as `number` has it; a list is
    joined as `listing` has it.
    """

    code: str
    locale: Locale
    rtl: bool
    _catalogue: GNUTranslations = field(repr=False, compare=False)

    def say(self, text: str, /, **values: object) -> Markup:
        """*text* in this language as HTML, escaped for Telegram. Raises KeyError for a place without a value."""
        return Markup(self._fill(self._sentence(text), values, html=True))  # noqa: S704 - escaped in _fill

    def plain(self, text: str, /, **values: object) -> Spoken:
        """*text* in this language without HTML: for labels of buttons, toasts and files."""
        return Spoken(self._fill(self._sentence(text), values, html=False))

    def count(self, one: str, many: str, n: int, /, **values: object) -> Markup:
        """The form of a sentence that fits *n*, as HTML; `{n}` is written as `number` has it."""
        text = self._catalogue.ngettext(one, many, n)
        return Markup(self._fill(text, {"n": Spoken(self.number(n)), **values}, html=True))  # noqa: S704 - see say

    def number(self, value: float | Decimal) -> str:
        """A quantity with the digits and separators of this language: 18,210, ۱۸٬۲۱۰."""
        system = self.locale.default_numbering_system
        return self.digits(format_decimal(value, locale=self.locale, numbering_system=system))

    def digits(self, text: str) -> str:
        """*text* with its ASCII digits turned into those of this language."""
        own = _DIGITS.get(self.locale.default_numbering_system)
        return text.translate({ord("0") + n: digit for n, digit in enumerate(own)}) if own else text

    @overload
    def listing(self, items: Iterable[Markup]) -> Markup: ...
    @overload
    def listing(self, items: Iterable[str]) -> str: ...
    def listing(self, items: Iterable[str]) -> str:
        """*items* as "a, b and c", each isolated where it could turn the line; HTML if any item is."""
        given = list(items)
        html = any(isinstance(item, Markup) for item in given)
        shown = [self._show(item, html) for item in given]
        joined = format_list(shown, locale=self.locale)
        if self.code == "fa" and len(shown) > 2:
            # CLDR has a comma before the last «و», which Persian prose doesn't.
            patterns = self.locale.list_patterns["standard"]
            joined = patterns["2"].format(reduce(patterns["middle"].format, shown[:-1]), shown[-1])
        return Markup(joined) if html else Spoken(joined)  # noqa: S704 - each item was escaped

    def name(self) -> str:
        """The name of this language in itself."""
        return self.name_of(self.code)

    def name_of(self, other: str) -> str:
        """The name of the language with code *other* in this one; the code where CLDR knows no name."""
        return _NAMES.get((self.code, other)) or str(self.locale.languages.get(other, other))

    def refusal(self, refused: Refused) -> Markup:
        """Why something can't be done, as HTML."""
        return self.say(refused.text, **refused.values)

    def _sentence(self, text: str) -> str:
        # gettext answers "" with the head of the catalogue.
        return self._catalogue.gettext(text) if text else ""

    def _fill(self, template: str, values: dict[str, object], *, html: bool) -> str:
        parts, at = [], 0
        for found in bidi.TECHNICAL.finditer(template) if self.rtl else ():
            parts += [self._put(template[at : found.start()], values, html), bidi.LRI]
            parts += [self._put(found[0], values, html, technical=True), bidi.PDI]
            at = found.end()
        text = "".join([*parts, self._put(template[at:], values, html)])
        return bidi.begin_rtl(text, html=html) if self.rtl else text

    def _put(self, template: str, values: dict[str, object], html: bool, *, technical: bool = False) -> str:
        """One stretch of a template with its places filled; in a *technical* one, as people must type them."""
        parts, at = [], 0
        for place in _PLACE.finditer(template):
            value = values[place[1]]
            typed = technical and (type(value) is int or (type(value) is str and value.isascii()))
            parts += [_escape(template[at : place.start()], html)]
            parts.append(_escape(str(value), html) if typed else self._show(value, html))
            at = place.end()
        return "".join([*parts, _escape(template[at:], html)])

    def _show(self, value: object, html: bool) -> str:
        """One value as it stands in a sentence."""
        match value:
            case Markup():
                return str(value) if html else message.plain(value)
            case Spoken():
                return _escape(value, html)
            case bool():
                raise TypeError("a truth value is not a word; choose a sentence for each")
            case int():
                return self.digits(str(value))
            case float() | Decimal():
                return self.number(value)
            case list() | tuple():
                listed = self.listing(
                    [self.digits(str(each)) if isinstance(each, int) else str(each) for each in value]
                )
                return self._show(listed, html)
        return _escape(self._isolate(str(value)), html)

    def _isolate(self, value: str) -> str:
        text = bidi.strip_marks(value)
        own = "R" if self.rtl else "L"
        found = bidi.directions(text)
        if (self.rtl or not found <= {own}) and bidi.TECHNICAL.fullmatch(text):
            return bidi.isolate_ltr(text)
        inside = text
        if "R" in found or self.rtl:
            inside = bidi.TECHNICAL.sub(lambda match: bidi.isolate_ltr(match[0]), text)
        if bidi.directions(bidi.TECHNICAL.sub("", text)) <= {own}:
            return inside
        return f"{bidi.FSI}{inside}{bidi.PDI}"


def _escape(text: str, html: bool) -> str:
    return str(escape(str(text))) if html else str(text)


def load(folder: Path, code: str, fallback: GNUTranslations | None = None) -> Language:
    """The language of a catalogue folder `CODE/LC_MESSAGES/bot.po` in *folder*, compiled in memory.

    Fuzzy and empty entries fall back to *fallback*, and at last to the English in the code.
    Raises FileNotFoundError without a catalogue, UnknownLocaleError for a code CLDR does not know.
    """
    with (folder / code / "LC_MESSAGES" / "bot.po").open("rb") as file:
        catalogue = pofile.read_po(file, locale=code)
    compiled = BytesIO()
    mofile.write_mo(compiled, catalogue)
    compiled.seek(0)
    translations = GNUTranslations(compiled)
    if fallback:
        translations.add_fallback(fallback)
    locale = _locale(code)
    return Language(code, locale, locale.text_direction == "rtl", translations)


def missing(code: str) -> int:
    """How many sentences of the catalogue of *code* have no translation, or one that nobody has confirmed."""
    with (_folder() / code / "LC_MESSAGES" / "bot.po").open("rb") as file:
        catalogue = pofile.read_po(file, locale=code)
    return sum(1 for sentence in catalogue if sentence.id and (sentence.fuzzy or not _is_told(sentence)))


def _is_told(sentence: Message) -> bool:
    forms = [sentence.string] if isinstance(sentence.string, str) else list(sentence.string or [""])
    return all(forms)


@cache
def codes() -> tuple[str, ...]:
    """The codes of all languages the campaign speaks, the source language first."""
    found = sorted(path.parent.parent.name for path in _folder().glob("*/LC_MESSAGES/bot.po"))
    return tuple(sorted(found, key=lambda code: code != SOURCE))


@cache
def language(code: str) -> Language:
    """The language with this code. Raises KeyError for one that has no folder."""
    if code not in codes():
        raise KeyError(code)
    return load(_folder(), code, None if code == SOURCE else language(SOURCE)._catalogue)


def choose(telegram_code: str | None, default: str) -> str:
    """The campaign's language nearest to the one set in somebody's Telegram ("fa-IR" → "fa"), else *default*.

    A related language is not taken for its neighbour: who set Sorani, Dari or Tajik is asked in *default*.
    """
    base = re.split(r"[-_]", telegram_code or "")[0].lower()
    return base if base in codes() else default


def is_rtl(code: str) -> bool:
    """Whether a language is written right to left, the campaign's own or not; an unknown one is not."""
    try:
        return bool(_locale(code).text_direction == "rtl")
    except (UnknownLocaleError, ValueError):
        return False


def _locale(code: str) -> Locale:
    likely = str(get_global("likely_subtags").get(code, code))
    script_dropped = "_".join(part for part in likely.split("_") if len(part) != 4)
    try:
        return Locale.parse(_REGIONS.get(code, script_dropped))
    except UnknownLocaleError:
        return Locale.parse(code)


def _folder() -> Path:
    """`locales/` in the installed package, or beside it in a checkout."""
    installed = Path(__file__).parents[1] / "locales"
    return installed if installed.is_dir() else Path(__file__).parents[2] / "locales"
