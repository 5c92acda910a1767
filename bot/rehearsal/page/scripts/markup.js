/**
 * The HTML of a message becomes elements of the page: only what is on the list is built, and each line is an element
 * of its own with the direction that Telegram gives it.
 */

import { direction } from "./directions.js";
import { make } from "./dom.js";
import { code, command, fold, link, spoiler } from "./marks.js";
import { isSpoiler, parse, textOf } from "./parsing.js";

const PLAIN = { b: "b", strong: "b", i: "i", em: "i", u: "u", ins: "u", s: "s", strike: "s", del: "s" };
const BLOCKS = new Set(["blockquote", "pre"]);
const FOUND =
  /(?<address>\bhttps?:\/\/[^\s<>"«»\u2066-\u2069]*[^\s<>"«».,:;!?)\]}'،؛؟\u2066-\u2069])|(?<![\w/<>@.:])\/[A-Za-z][A-Za-z0-9_]{0,31}(?:@[A-Za-z]\w{2,31})?(?![\w/@<>])/g;

/** The lines of a message, as elements; *language* is that of lines without a strong character. */
export function lay(html, language) {
  const paper = new Paper(language);
  paper.take(parse(html), [], paper.root);
  return paper.finish();
}

/** The text of a message in one line, what is hidden still hidden: for the list of chats. */
export function gist(html) {
  const shown = (node) => {
    if (typeof node === "string") return node;
    return isSpoiler(node) ? "▒".repeat(Math.min(8, textOf(node).length)) : node.children.map(shown).join("");
  };
  return shown(parse(html)).replace(/\s+/g, " ").trim().slice(0, 160);
}

/** Lines being written: what is open across a line break is closed before it and opened again after it. */
class Paper {
  constructor(language) {
    this.language = language;
    this.root = document.createDocumentFragment();
    this.line = null;
    this.fresh = true; // whether a line break here would only end a block, which ends itself
  }

  take(node, open, block) {
    for (const child of node.children) {
      if (typeof child === "string") this.write(child, open, block);
      else this.enter(child, open, block);
    }
  }

  enter(node, open, block) {
    if (!BLOCKS.has(node.name)) return this.take(node, [...open, { source: node, group: {} }], block);
    this.end();
    const inside = make(node.name, { class: node.name === "pre" ? "pre" : "quote" });
    this.take(node, open, inside);
    this.end();
    const folded = node.name === "blockquote" && "expandable" in node.attributes;
    if (inside.hasChildNodes()) block.append(folded ? fold(inside) : inside);
    this.fresh = true;
  }

  write(text, open, block) {
    text.split("\n").forEach((part, n) => {
      if (n > 0) this.break(block);
      if (part) this.put(part, open, block);
    });
  }

  break(block) {
    if (!this.line && !this.fresh) this.begin(block);
    this.end();
  }

  begin(block) {
    this.line = make("div", { class: "line" });
    block.append(this.line);
  }

  end() {
    if (this.line) {
      const text = this.line.textContent;
      const language = this.line.closest(".pre") ? "en" : this.language;
      this.line.dir = direction(text, language);
      if (!text) this.line.append(make("br"));
    }
    this.line = null;
    this.fresh = false;
  }

  put(text, open, block) {
    if (!this.line) this.begin(block);
    let place = this.line;
    for (const mark of open) {
      // The same mark in the same line goes on; after a line break it is opened again.
      if (mark.at?.parentNode !== place || place.lastChild !== mark.at) {
        mark.made = rebuild(mark.source, mark.group);
        mark.at = mark.made?.outer ?? null;
        if (mark.at) place.append(mark.at);
      }
      if (mark.at) place = mark.made.inner;
    }
    const typed = place.closest("a, code, pre, .spoiler") !== null;
    place.append(...(typed ? [text] : withFound(text)));
  }

  finish() {
    this.end();
    return this.root;
  }
}

/** One of our own elements for one of the message's: {outer, inner}, or null for what is not on the list. */
function rebuild(node, group) {
  if (PLAIN[node.name]) return both(make(PLAIN[node.name]));
  if (node.name === "code") return both(code(textOf(node)));
  if (node.name === "a") return both(link(node.attributes.href ?? ""));
  return isSpoiler(node) ? spoiler(group) : null;
}

const both = (element) => (element ? { outer: element, inner: element } : null);

/** Addresses and commands in a text can be used, as in Telegram's clients. */
function withFound(text) {
  const parts = [];
  let at = 0;
  for (const found of text.matchAll(FOUND)) {
    const anchor = found.groups.address ? link(found[0]) : null;
    anchor?.append(found[0]);
    parts.push(text.slice(at, found.index), found.groups.address ? (anchor ?? found[0]) : command(found[0]));
    at = found.index + found[0].length;
  }
  return [...parts, text.slice(at)].filter((part) => part !== "");
}
