/** Where one writes: the field, who writes, sending, and what stands there when nobody can. */

import { blocking } from "./blocks.js";
import { find, make, redraw } from "./dom.js";
import { closeMenu, menuKey, suggest, toggleMenu } from "./menus.js";
import { refuse } from "./notices.js";
import { upload, writeMessage } from "./server.js";
import { shown, store, tell, watch, writer } from "./store.js";
import { attached, detach, openUploads } from "./uploads.js";
import { say } from "./words.js";

const field = find("field");
const drafts = new Map();
let last = null;

export function openWriting() {
  watch("state words", dress);
  watch("shown", change);
  watch("chat", ({ chat }) => chat.key === store.shown && dress());
  watch("attached", ready);
  field.addEventListener("input", () => {
    grow();
    suggest(field);
  });
  field.addEventListener("keydown", key);
  find("writing").addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
  find("menu-button").addEventListener("click", () => {
    toggleMenu(field);
    field.focus();
  });
  find("writer").addEventListener("change", ({ target }) => {
    store.writers.set(store.shown, target.value);
    tell("writer");
  });
  openUploads(field);
}

/** Put *text* into the field of the chat that is shown, ready to be sent. */
export function fill(text) {
  field.value = text;
  grow();
  closeMenu();
  field.focus();
  field.setSelectionRange(text.length, text.length);
}

/** Each chat keeps what was being written in it. */
function change() {
  if (last) drafts.set(last, field.value);
  last = store.shown;
  field.value = drafts.get(last) ?? "";
  closeMenu();
  detach();
  dress();
  if (shown() && matchMedia("(pointer: fine) and (min-width: 45rem)").matches && !inList()) field.focus({ preventScroll: true });
}

/** Whoever goes through the list by arrows stays in it. */
const inList = () => find("chat-list").contains(document.activeElement);

function dress() {
  const chat = shown();
  if (!chat) return;
  find("writing").hidden = chat.blocked;
  find("instead").hidden = !chat.blocked;
  redraw(find("instead"), chat.blocked ? [make("p", {}, say("blocked", { name: chat.name })), blocking(chat)] : []);
  field.placeholder = say(chat.kind === "channel" ? "channel_post" : "message");
  field.lang = chat.language;
  find("attach").hidden = chat.kind === "channel";
  find("menu-button").hidden = !chat.menu.length;
  writers(chat);
  grow();
}

function writers(chat) {
  const choice = find("writer");
  find("writer-choice").hidden = chat.writers.length < 2;
  choice.replaceChildren(...chat.writers.map((one) =>
    make("option", { value: one.key, selected: one.key === writer(chat).key }, one.name)));
}

function grow() {
  field.style.height = "auto";
  field.style.height = `${Math.min(field.scrollHeight, innerHeight * 0.35)}px`;
  ready();
}

function ready() {
  find("send").disabled = !field.value.trim() && !attached();
}

function key(event) {
  if (event.isComposing || menuKey(event, field)) return;
  const touch = matchMedia("(pointer: coarse)").matches;
  if (event.key === "Enter" && !event.shiftKey && !touch) {
    event.preventDefault();
    send();
  }
}

/** Send what was written; where that fails it stays in the field. */
export async function send() {
  const chat = shown();
  const text = field.value;
  const file = attached();
  if (!text.trim() && !file) return;
  find("writing").setAttribute("aria-busy", "true");
  try {
    if (file) await upload(chat.key, file, text.trim(), writer(chat).key);
    else await writeMessage(chat.key, text, writer(chat).key);
    detach();
    field.value = "";
    grow();
    closeMenu();
  } catch (refusal) {
    refuse(refusal);
  } finally {
    find("writing").removeAttribute("aria-busy");
    field.focus();
  }
}
