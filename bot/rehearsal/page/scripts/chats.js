/** The list of chats: one tab stop, arrows go through it. */

import { direction } from "./directions.js";
import { find, icon, make } from "./dom.js";
import { gist } from "./markup.js";
import { now, show, store, watch } from "./store.js";
import { dayKey, hour, shortDay } from "./times.js";
import { number, say } from "./words.js";

const list = find("chat-list");

export function openChats() {
  watch("state shown words chat message edited deleted unread clock", draw);
  list.addEventListener("keydown", move);
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
    event.preventDefault();
    const keys = [...store.chats.keys()];
    const at = keys.indexOf(store.shown) + (event.key === "ArrowDown" ? 1 : -1);
    show(keys[(at + keys.length) % keys.length]);
  });
}

/** "Member, reads Farsi". */
export function roleOf(chat) {
  const role = say(`role_${chat.role}`);
  return chat.kind === "private" ? `${role} · ${say(`reads_${chat.language}`)}` : role;
}

export function avatar(chat) {
  const sign = chat.kind === "private" ? [...chat.name][0] : icon(chat.kind);
  return make("span", { class: `avatar tint-${chat.key}`, "aria-hidden": "true" }, sign);
}

function draw() {
  const focused = list.contains(document.activeElement) ? document.activeElement.dataset.chat : null;
  const first = store.chats.has(store.shown) ? store.shown : store.chats.keys().next().value;
  list.replaceChildren(...[...store.chats.values()].map((chat) => make("li", {}, item(chat, chat.key === first))));
  if (focused) list.querySelector(`[data-chat="${focused}"]`)?.focus();
  const all = [...store.unread.values()].reduce((sum, n) => sum + n, 0);
  document.title = all ? `(${number(all)}) ${say("title")}` : say("title");
}

function item(chat, reached) {
  const last = chat.messages.at(-1);
  const unread = store.unread.get(chat.key) ?? 0;
  return make("button", {
    type: "button", class: "chat", "data-chat": chat.key, tabindex: reached ? "0" : "-1",
    "aria-current": chat.key === store.shown ? "true" : null, onclick: () => show(chat.key),
  },
  avatar(chat),
  make("span", { class: "chat-text" },
    make("span", { class: "chat-top" },
      make("span", { class: "chat-name", dir: "auto" }, chat.name),
      last ? make("time", { datetime: last.at }, when(last.at, chat)) : null),
    make("span", { class: "chat-role" }, roleOf(chat), chat.blocked ? ` · ${say("blocked_short")}` : null),
    make("span", { class: "chat-bottom" }, snippet(chat, last), badge(unread))));
}

function snippet(chat, last) {
  if (!last) return make("span", { class: "snippet" }, say("no_messages"));
  const text = gist(last.html ?? "") || last.file?.name || "";
  return make("span", { class: "snippet", dir: direction(text, chat.language), lang: chat.language }, text);
}

const badge = (n) => (n ? make("span", { class: "badge", "aria-label": say("unread", { n }) }, number(n)) : null);

const when = (at, chat) => (dayKey(at, chat) === dayKey(now(), chat) ? hour(at, chat) : shortDay(at, chat));

function move(event) {
  const items = [...list.querySelectorAll(".chat")];
  const at = items.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (to === undefined || event.altKey) return;
  event.preventDefault();
  const next = items[Math.max(0, Math.min(items.length - 1, to))];
  for (const one of items) one.tabIndex = one === next ? 0 : -1;
  next.focus();
}
