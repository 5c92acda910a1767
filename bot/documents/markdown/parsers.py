"""Markdown to the tokens of markdown-it-py, with nothing of the text swallowed and no arrangement of marks too slow."""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

_DEEPEST = 60
"""Levels of lists and quotations; a text that nests deeper is read as paragraphs, so that its words stay."""

_MOST_BRACKETS, _MOST_MARKUP, _MOST_LINES = 15_000, 100_000, 20_000
"""The parser looks from each bracket for its partner, sixty levels deep; who writes more of them writes no Markdown."""

_LINES = re.compile(r"\n(?=[ \t]*\S)")
_BRACKETS = re.compile(r"(?<!\\)\[")
_MARKUP = re.compile(r"(?<!\\)[*_`~!<&]")
_MARK = re.compile(r"\[\^([^\s\[\]^]+)\]")


def parse(markdown: str) -> list[Token]:
    """The tokens of *markdown*; a text that is too dense with marks, or nests too deep, is paragraphs alone."""
    dense = _is_dense(markdown)
    tokens = [] if dense else _parser().parse(markdown)
    if dense or any(token.level >= _DEEPEST - 1 for token in tokens):
        return _flat_parser().parse(markdown)
    return tokens


def _is_dense(markdown: str) -> bool:
    marks = ((_BRACKETS, _MOST_BRACKETS), (_MARKUP, _MOST_MARKUP), (_LINES, _MOST_LINES))
    return any(len(pattern.findall(markdown)) > most for pattern, most in marks)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _DEEPEST}).enable("strikethrough")
    # Definitions stay where they were written: moved to the end, those without a mark would be lost.
    parser.use(footnote_plugin, inline=False, move_to_end=False)
    parser.inline.ruler.at("footnote_ref", _mark)
    # Link definitions would vanish from the text; read as paragraphs they stay.
    parser.disable("reference")
    parser.validateLink = _any_link  # type: ignore[method-assign]
    return parser


def _any_link(url: str) -> bool:  # noqa: ARG001
    """Let the parser take every link for one; `_walk` keeps http and https alone, and the text of the others."""
    return True


@cache
def _flat_parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"html": False})
    return parser.enable(["newline", "escape"])


def _mark(state: StateInline, silent: bool) -> bool:
    """Read `[^label]` as a footnote mark if its note exists or it is a number; a mark may have lost its note."""
    found = _MARK.match(state.src, state.pos)
    if not found or found.end() > state.posMax:
        return False
    label = found[1]
    known = state.env.get("footnotes", {}).get("refs", {})
    if f":{label}" not in known and not label.isdecimal():
        return False
    if not silent:
        state.push("footnote_ref", "", 0).meta = {"label": label}
    state.pos = found.end()
    return True
