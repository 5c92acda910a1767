/** Telegram's HTML read into a tree of {name, attributes, children} and texts: nothing is ever given to the browser's parser. */

const TOKEN = /<(?<close>\/?)(?<name>[a-z][a-z0-9-]*)(?<rest>(?:"[^"]*"|'[^']*'|[^>"'])*)>|[^<]+|</gi;
const ATTRIBUTE = /([a-z][a-z-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gi;
const ENTITY = /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos|nbsp));/gi;
const NAMED = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

/** The tree of *html*. A tag that nobody closed ends with the text, one that nobody opened is passed over. */
export function parse(html) {
  const root = { name: "", attributes: {}, children: [] };
  const open = [root];
  for (const token of html.matchAll(TOKEN)) {
    const { close, name, rest } = token.groups;
    if (!name) open.at(-1).children.push(decode(token[0]));
    else if (close) leave(open, name.toLowerCase());
    else {
      const element = { name: name.toLowerCase(), attributes: attributes(rest), children: [] };
      open.at(-1).children.push(element);
      if (element.name === "br") element.children.push("\n");
      else if (element.name !== "img") open.push(element);
    }
  }
  return root;
}

/** The text of a tree. */
export const textOf = (node) => (typeof node === "string" ? node : node.children.map(textOf).join(""));

/** Whether a node hides its text until somebody asks for it. */
export const isSpoiler = ({ name, attributes: { class: kind } }) => name === "tg-spoiler" || (name === "span" && kind === "tg-spoiler");

function leave(open, name) {
  const at = open.findLastIndex((element) => element.name === name);
  if (at > 0) open.length = at;
}

function attributes(text) {
  const found = [...text.matchAll(ATTRIBUTE)];
  return Object.fromEntries(found.map(([, name, a, b, c]) => [name.toLowerCase(), decode(a ?? b ?? c ?? "")]));
}

function decode(text) {
  return text.replace(ENTITY, (whole, hex, decimal, name) => {
    if (name) return NAMED[name.toLowerCase()];
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
