/** The chat that is shown: its head, its messages, and where one stands in them. */

import { avatar, roleOf } from "./chats.js";
import { find, icon, make, redraw } from "./dom.js";
import { bubble, trace } from "./bubbles.js";
import { refuse } from "./notices.js";
import { writeMessage } from "./server.js";
import { now, readAll, show, shown, store, watch, writer } from "./store.js";
import { day, dayKey } from "./times.js";
import { say } from "./words.js";
import { blocking } from "./blocks.js";

const TOGETHER = 5 * 60 * 1000;
const NEAR = 120;

const log = find("log");
const down = find("to-newest");

export function openTalk() {
  watch("state shown words", draw);
  watch("chat", ({ chat }) => chat.key === store.shown && head());
  watch("writer", draw);
  watch("clock", renameDays);
  watch("message", ({ chat, message }) => chat === store.shown && arrive(message));
  watch("edited", ({ chat, message }) => chat === store.shown && change(message));
  watch("deleted", ({ chat, id }) => chat === store.shown && vanish(id));
  log.addEventListener("scroll", () => (down.hidden = isNear()));
  down.addEventListener("click", () => toEnd(true));
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && readAll());
}

/** Draw the whole chat; nothing of it is news to a screen reader. */
function draw() {
  const chat = shown();
  document.body.classList.toggle("in-chat", Boolean(chat));
  find("talk").hidden = !chat;
  if (!chat) return;
  head();
  log.setAttribute("aria-busy", "true");
  log.setAttribute("aria-label", say("messages_of", { name: chat.name }));
  log.replaceChildren(...chat.messages.flatMap((message, n) => entry(chat, message, chat.messages[n - 1])));
  if (!chat.messages.length) log.append(nothing(chat));
  toEnd(false);
  requestAnimationFrame(() => log.setAttribute("aria-busy", "false"));
}

function head() {
  const chat = shown();
  redraw(find("talk-head"),
    make("button", { type: "button", class: "quiet back", "aria-label": say("back"), title: say("back"), onclick: () => show(null) }, icon("back")),
    avatar(chat),
    make("div", { class: "talk-title" }, make("h2", { dir: "auto" }, chat.name), make("p", {}, roleOf(chat))),
    blocking(chat));
}

/** An empty chat; with the bot it begins by Start, as in Telegram. */
function nothing(chat) {
  const start = make("button", { type: "button", class: "main start", onclick: () => writeMessage(chat.key, "/start").catch(refuse) }, say("start"));
  return make("div", { class: "nothing" }, avatar(chat), make("p", {}, say(store.started ? "no_messages" : "page_preparing")),
    store.started && chat.kind === "private" && !chat.blocked ? start : null);
}

function entry(chat, message, before) {
  const sameDay = before && dayKey(before.at, chat) === dayKey(message.at, chat);
  const follows = sameDay && before.from === message.from && Date.parse(message.at) - Date.parse(before.at) < TOGETHER;
  const drawn = bubble(chat, message, Boolean(follows));
  return sameDay ? [drawn] : [make("p", { class: "day" }, make("span", { "data-at": message.at }, dayName(message.at, chat))), drawn];
}

const dayName = (at, chat) => (dayKey(now(), chat) === dayKey(at, chat) ? say("today") : day(at, chat));

/** After the clock was set on, today is yesterday. */
function renameDays() {
  for (const label of log.querySelectorAll("[data-at]")) label.textContent = dayName(label.dataset.at, shown());
}

function arrive(message) {
  const chat = shown();
  const stay = !isNear() && message.from !== writer(chat)?.key;
  log.querySelector(".nothing")?.remove();
  if (log.querySelector(`[data-id="${message.id}"]`)) return change(message);
  if (message !== chat.messages.at(-1)) return draw();
  log.append(...entry(chat, message, chat.messages.at(-2)));
  log.lastElementChild.classList.add("new");
  if (stay) down.hidden = false;
  else toEnd(true, log.lastElementChild);
}

function change(message) {
  const chat = shown();
  const old = log.querySelector(`[data-id="${message.id}"]`);
  if (!old) return;
  const near = isNear();
  const focused = focusedKey(old);
  const fresh = bubble(chat, message, old.classList.contains("follows"));
  fresh.classList.add("changed");
  old.replaceWith(fresh);
  if (focused >= 0) (fresh.querySelectorAll(".key")[focused] ?? fresh.querySelector(".key") ?? log).focus({ preventScroll: true });
  if (near) toEnd(false);
}

/** Which button of a message has the focus, so that a press by keyboard doesn't lose its place. */
const focusedKey = (element) => [...element.querySelectorAll(".key")].indexOf(document.activeElement);

function vanish(id) {
  const old = log.querySelector(`[data-id="${id}"]`);
  old?.replaceWith(trace(id));
}

const isNear = () => log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;

/** Scroll to the end; a message longer than the window is shown from its beginning. */
function toEnd(smooth, last) {
  const behavior = smooth && !matchMedia("(prefers-reduced-motion: reduce)").matches ? "smooth" : "instant";
  const tall = last && last.offsetHeight > log.clientHeight - 24;
  log.scrollTo({ top: tall ? last.offsetTop - 12 : log.scrollHeight, behavior });
  down.hidden = true;
}
