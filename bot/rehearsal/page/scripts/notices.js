/** Short notices over the chat, and those that want an answer. */

import { find, make } from "./dom.js";
import { Refusal } from "./server.js";
import { say } from "./words.js";

const READING = 4500;

/** Show *text* for a while; a screen reader says it. */
export function toast(text, kind = "") {
  const notice = make("div", { class: `toast ${kind}`, dir: "auto" }, text);
  find("toasts").append(notice);
  while (find("toasts").childElementCount > 3) find("toasts").firstChild.remove();
  setTimeout(() => notice.remove(), READING + 40 * text.length);
}

/** Show *text* until somebody closes it, as Telegram does with alerts; with *address*, offer to go there. */
export function alarm(text, address = null) {
  find("alarm-text").textContent = text;
  find("alarm-open").hidden = !address;
  if (address) find("alarm-open").href = address;
  find("alarm").showModal();
}

/** Say why something was not done. Anything else than a refusal is a fault of the page and is not hidden. */
export function refuse(refusal) {
  if (!(refusal instanceof Refusal)) throw refusal;
  toast(say(refusal.key, refusal.values), "bad");
}
