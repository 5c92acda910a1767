/** Break something, and see that what was held back arrives once. */

import { block } from "./blocks.js";
import { find, make, redraw } from "./dom.js";
import { refuse } from "./notices.js";
import { trouble } from "./server.js";
import { store, watch } from "./store.js";
import { say } from "./words.js";

/** What came while something was broken, to be counted when all is well again. */
let account = null;

const QUIET = 3000; // without news, before all is said to have arrived

export function openTroubles() {
  watch("troubles bot chat state words", draw);
  watch("message", ({ chat, message }) => {
    if (account && message.from === "bot") account.arrived.push(JSON.stringify([chat, message.html]));
  });
  for (const button of find("troubles").querySelectorAll("[role=switch]")) {
    button.addEventListener("click", () => act(button.dataset.what, button.getAttribute("aria-checked") !== "true"));
  }
  find("life").addEventListener("click", () => act(isDead() ? "start" : "kill", true));
}

const act = (what, on) => trouble(what, on).catch(refuse);

const isDead = () => ["killed", "broken"].includes(store.bot.state);

function draw() {
  for (const button of find("troubles").querySelectorAll("[role=switch]")) {
    button.setAttribute("aria-checked", String(store.troubles[button.dataset.what]));
  }
  find("life").textContent = say(isDead() ? "start_bot" : "kill");
  find("life").classList.toggle("main", isDead());
  find("life").disabled = !store.started || store.bot.state === "starting";
  const members = [...store.chats.values()].filter((chat) => chat.role === "member");
  redraw(find("blockers"), members.map((chat) =>
    make("button", { type: "button", class: "switch-name", role: "switch", "aria-checked": String(chat.blocked), onclick: () => block(chat, !chat.blocked) },
      make("span", {}, chat.name), make("span", { class: "knob" }))));
  settle();
}

function settle() {
  const held = store.bot.waiting + store.bot.uncertain;
  if (isWrong()) {
    account ??= { arrived: [] };
    clearTimeout(account.timer);
    find("account").hidden = true;
  } else if (account && store.bot.uncertain > 0) {
    tellAccount(say("account_uncertain", { n: store.bot.uncertain }), false);
  } else if (account && held === 0) {
    clearTimeout(account.timer);
    account.timer = setTimeout(close, QUIET);
  }
}

const isWrong = () =>
  store.started && (store.troubles.telegram_down || store.troubles.too_many || store.bot.state !== "running");

/** Say what arrived, and whether anything did so twice. */
function close() {
  if (isWrong() || store.bot.waiting + store.bot.uncertain > 0) return;
  const { arrived } = account;
  const twice = arrived.length - new Set(arrived).size;
  account = null;
  if (!arrived.length) return;
  tellAccount(twice ? say("account_twice", { n: arrived.length, twice }) : say("account_once", { n: arrived.length }), twice > 0);
}

function tellAccount(text, bad) {
  find("account").hidden = false;
  find("account").textContent = text;
  find("account").classList.toggle("bad", bad);
}
