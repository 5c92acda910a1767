"""Keep the catalogues in `locales/` in step with the sentences in the code.

`python .ci/translations.py` takes new sentences in and drops the ones no longer said; `--check` changes nothing,
prints a line for each problem and exits 1 if there is one. A new language is a new folder with a `LC_MESSAGES` in it.
"""

from __future__ import annotations

import argparse
import ast
import re
import sys
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages import Catalog, Message, pofile
from babel.plural import to_gettext

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bot.words import bidi  # noqa: E402 - found beside this folder, installed or not

SOURCE = "en"

_PLACE = re.compile(r"\{(\w+)\}")
_COMMAND = re.compile(bidi.COMMAND, re.ASCII)
# A sign between quotation marks is shown, not used.
_SHOWN = re.compile("«[!-/:-@]»")
_ASCII_SIGNS = {"?": "؟", ",": "،", ";": "؛"}
_ARABIC = {"\u064a": "ی", "\u0643": "ک", "\u0649": "ی"}

Sentence = str | tuple[str, str]


def sentences(folder: Path) -> list[Sentence]:
    """Every sentence in the Python files under *folder*, sorted; a pair is a singular and a plural."""
    found: set[Sentence] = set()
    for path in sorted(folder.rglob("*.py")):
        found.update(_said_in(ast.parse(path.read_bytes())))
    # Where a sentence is said alone and as a singular, the pair serves both.
    paired = {sentence[0] for sentence in found if isinstance(sentence, tuple)}
    return sorted((s for s in found if s not in paired), key=_key)


def _said_in(tree: ast.AST) -> Iterator[Sentence]:
    """The sentences of every call that says one. Babel's extractor goes by tokens and loses calls inside calls."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        match getattr(node.func, "attr", getattr(node.func, "id", "")), [list(_strings(arg)) for arg in node.args[:2]]:
            case "count", [[one, *_], [many, *_]]:
                yield one, many
            case "N_" | "say" | "plain" | "Refused", [texts, *_]:
                yield from (text for text in texts if text.strip())


def _strings(node: ast.AST) -> Iterator[str]:
    """The literal sentences an argument may be: itself, or both sides of a choice."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from (*_strings(one), *_strings(other))


def read(path: Path) -> Catalog:
    """A catalogue as kept, or an empty one with its language's own plural rule."""
    code = path.parent.parent.name
    if path.exists():
        return pofile.read_po(BytesIO(path.read_bytes()), locale=code)
    return Catalog(locale=code)


def write(catalog: Catalog, head: str) -> str:
    """The catalogue as its file should be: sorted, without places in the code and without dates."""
    out = BytesIO()
    pofile.write_po(out, catalog, width=0, no_location=True, omit_header=True, sort_output=True, ignore_obsolete=True)
    body = out.getvalue().decode().strip("\n")
    return f"{head}\n\n{body}\n" if body else f"{head}\n"


def head(path: Path) -> str:
    """The head of a catalogue file, as it is or as a new one begins."""
    if path.exists():
        return path.read_text("utf-8").split("\n\n", 1)[0].strip("\n")
    code = path.parent.parent.name
    plurals = to_gettext(Locale.parse(code).plural_form).rstrip(";")
    lines = ["Content-Type: text/plain; charset=utf-8", f"Language: {code}", f"Plural-Forms: {plurals};"]
    return "\n".join(['msgid ""', 'msgstr ""', *(rf'"{line}\n"' for line in lines)])


def merge(old: Catalog, wanted: Iterable[Sentence], *, source: bool = False) -> Catalog:
    """A catalogue of exactly the *wanted* sentences with what *old* says for them.

    Where it says nothing, a *source* catalogue says the sentence itself, another stays empty.
    """
    new = Catalog(locale=old.locale)
    new.mime_headers = [("Plural-Forms", old.plural_forms)]
    for sentence in wanted:
        forms = list(sentence) if isinstance(sentence, tuple) else [sentence]
        kept = old.get(forms[0])
        said = _said(kept) if kept and _ids(kept) == forms else []
        if not any(said):
            said = [forms[min(n, len(forms) - 1)] if source else "" for n in range(_width(forms, old))]
        new.add(
            sentence,
            tuple(said) if isinstance(sentence, tuple) else said[0],
            flags=kept.flags - {"python-brace-format", "python-format"} if kept else (),
            user_comments=kept.user_comments if kept else (),
        )
    for message in new:
        message.flags -= {"python-brace-format", "python-format"}
    return new


def problems(path: Path, wanted: list[Sentence]) -> list[str]:
    """What is wrong with a catalogue, a line each."""
    if not path.exists():
        return ["there is no catalogue; run python .ci/translations.py"]
    code = path.parent.parent.name
    catalog = read(path)
    known = [_sentence(message) for message in catalog if message.id]
    found = [f"missing: {_key(sentence)}" for sentence in wanted if sentence not in known]
    found += [f"no longer said: {_key(sentence)}" for sentence in known if sentence not in wanted]
    found += [f"obsolete: {_ids(message)[0]}" for message in catalog.obsolete.values()]
    found += [f"{fault}: {_ids(m)[0]}" for m in catalog if m.id for fault in faults(m, code)]
    tidy = write(merge(catalog, wanted, source=code == SOURCE), head(path))
    if not found and path.read_text("utf-8") != tidy:
        found.append("not written as the script writes it; run python .ci/translations.py")
    return found


def faults(message: Message, code: str) -> list[str]:
    """What is wrong with one entry."""
    if message.fuzzy:
        return ["fuzzy"]
    said, ids = _said(message), _ids(message)
    if not all(said):
        return ["not translated"]
    found = []
    places = {place for text in ids for place in _PLACE.findall(text)}
    optional = {"n"} if len(ids) > 1 else set()
    if any(not places - optional <= set(_PLACE.findall(text)) <= places for text in said):
        found.append("other {places} than the sentence")
    if any(re.search(r"[{}]", _PLACE.sub("", text)) for text in (*said, *ids)):
        found.append("a stray brace")
    if _commands(said) != _commands(ids):
        found.append("other commands than the sentence")
    if code == "fa":
        found += _farsi_faults(" ".join(said))
    return found


def _farsi_faults(said: str) -> list[str]:
    plain = re.sub("`[^`]*`", " ", said)  # what is typed as it stands: a shell's command, an address
    prose = _SHOWN.sub(" ", bidi.TECHNICAL.sub(" ", _PLACE.sub("{x}", plain)))
    found = [f"Arabic letter U+{ord(char):04X} for {own}" for char, own in _ARABIC.items() if char in prose]
    if re.search(r"(?<![A-Z]-)[0-9٠-٩]", prose):  # UTF-8 is a name
        found.append("digits that are not Persian")
    return found + [f"{sign} for {own}" for sign, own in _ASCII_SIGNS.items() if sign in prose]


def _commands(texts: Iterable[str]) -> set[str]:
    return {command for text in texts for command in _COMMAND.findall(text)}


def _ids(message: Message) -> list[str]:
    return [message.id] if isinstance(message.id, str) else list(message.id)


def _said(message: Message) -> list[str]:
    said = message.string
    return [said or ""] if isinstance(said, str) or said is None else [text or "" for text in said]


def _sentence(message: Message) -> Sentence:
    ids = _ids(message)
    return (ids[0], ids[1]) if len(ids) > 1 else ids[0]


def _width(forms: list[str], catalog: Catalog) -> int:
    return catalog.num_plurals if len(forms) > 1 else 1


def _key(sentence: Sentence) -> str:
    return sentence if isinstance(sentence, str) else sentence[0]


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Update or check every catalogue; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing, tell what is wrong")
    check = parser.parse_args(arguments).check
    wanted = sentences(root / "bot")
    found = []
    for folder in sorted(root.glob("locales/*/LC_MESSAGES")):
        path = folder / "bot.po"
        if check:
            found += [f"{path.relative_to(root)}: {' '.join(problem.split())}" for problem in problems(path, wanted)]
        else:
            updated = write(merge(read(path), wanted, source=folder.parent.name == SOURCE), head(path))
            path.write_text(updated, "utf-8")
    for line in found:
        sys.stdout.write(f"{line}\n")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
