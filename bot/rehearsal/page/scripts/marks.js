/** The parts of a message that can be used: links, commands, code, hidden text, folded quotations. */

import { icon, make } from "./dom.js";
import { alarm, refuse, toast } from "./notices.js";
import { follow, writeMessage } from "./server.js";
import { show, shown, writer } from "./store.js";
import { name, say } from "./words.js";

const BOT_LINK = /^https?:\/\/(?:t|telegram)\.me\/[^/?]+\?start=/i;

/** Something that may be pressed by mouse and keyboard though it stands in the flow of a text, where a button can't break. */
function pressable(element, action) {
  element.setAttribute("role", "button");
  element.tabIndex = 0;
  element.addEventListener("click", action);
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    action(event);
  });
  return element;
}

/** A link that leads somewhere safe, or null. One that leads to the bot is followed inside the rehearsal. */
export function link(address) {
  const known = URL.canParse(address) ? new URL(address) : null;
  if (!known || !["http:", "https:", "mailto:", "tg:"].includes(known.protocol)) return null;
  const anchor = make("a", { href: address, target: "_blank", rel: "noopener noreferrer", title: address });
  anchor.addEventListener("click", (event) => {
    event.preventDefault();
    go(address);
  });
  return anchor;
}

/** Go where an address leads: into the chat of whoever follows a link to the bot, else, if they want to, outside. */
export async function go(address) {
  if (!BOT_LINK.test(address)) return alarm(say("opens_outside", { link: address }), address);
  const chat = shown();
  try {
    const { chat: led } = await follow(chat.key, address, writer(chat).key);
    show(led);
  } catch (refusal) {
    refuse(refusal);
  }
}

/** A command in a text; a press sends it, as Telegram's clients do. */
export function command(text) {
  return pressable(make("span", { class: "command" }, text), () => {
    const chat = shown();
    writeMessage(chat.key, text, writer(chat).key).catch(refuse);
  });
}

/** What is to be typed as it stands; a press copies it. */
export function code(text) {
  const element = make("code", { title: say("copy") });
  return pressable(element, async () => {
    try {
      await navigator.clipboard.writeText(text);
      toast(say("copied"));
    } catch {
      getSelection().selectAllChildren(element);
    }
  });
}

/** Hidden text, shown by a press; *group* holds the other lines of the same one. {outer, inner} */
export function spoiler(group) {
  const inner = make("span", { class: "spoiler-text", "aria-hidden": "true" });
  const outer = make("span", { class: "spoiler" }, inner);
  group.lines = [...(group.lines ?? []), { outer, inner }];
  pressable(outer, (event) => {
    if (outer.classList.contains("open")) return;
    event.preventDefault();
    for (const line of group.lines) uncover(line);
  });
  name(outer, say("spoiler"));
  return { outer, inner };
}

function uncover({ outer, inner }) {
  outer.classList.add("open");
  inner.removeAttribute("aria-hidden");
  for (const attribute of ["role", "tabindex", "aria-label"]) outer.removeAttribute(attribute);
}

/** A long quotation, folded to three lines until somebody wants it all. */
export function fold(quote) {
  quote.classList.add("folded");
  const button = make("button", { type: "button", class: "unfold", "aria-expanded": "false" }, icon("down"));
  const turn = (open) => {
    quote.classList.toggle("folded", !open);
    button.setAttribute("aria-expanded", String(open));
    name(button, say(open ? "show_less" : "show_more"));
  };
  turn(false);
  button.addEventListener("click", () => turn(quote.classList.contains("folded")));
  // Who reaches a link inside by keyboard should see it.
  quote.addEventListener("focusin", () => turn(true));
  const frame = make("div", { class: "fold" }, quote, button);
  const measure = () => {
    if (quote.classList.contains("folded")) button.hidden = quote.scrollHeight <= quote.clientHeight + 2;
  };
  new ResizeObserver(measure).observe(quote);
  return frame;
}
