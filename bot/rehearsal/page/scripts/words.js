/** What the page says: sentences come from the server, one set a language; here their places are filled. */

import { find, make, recall, remember } from "./dom.js";
import { read } from "./server.js";

const FSI = "\u2068";
const PDI = "\u2069";
const LOCALES = { en: "en-GB", fa: "fa-IR" };

let book = { language: "en", direction: "ltr", sentences: {}, languages: ["en"] };
let numbers = new Intl.NumberFormat(LOCALES.en);

export const language = () => book.language;
export const locale = (code = book.language) => LOCALES[code] ?? code;

/** The sentence of *key* in the page's language. Numbers get its digits, texts are isolated so that they turn nothing. */
export function say(key, values = {}) {
  const sentence = book.sentences[key];
  if (sentence === undefined) return key;
  return sentence.replace(/\{(\w+)\}/g, (place, name) => {
    const value = values[name];
    if (typeof value === "number") return number(value);
    return value === undefined ? place : `${FSI}${value}${PDI}`;
  });
}

export const number = (value) => numbers.format(value);

/** Take the sentences of a language and say them wherever the page has a place for them. */
export async function speak(code) {
  book = await read(`/api/words?language=${encodeURIComponent(code)}`);
  numbers = new Intl.NumberFormat(locale());
  remember("language", book.language);
  document.documentElement.lang = book.language;
  document.documentElement.dir = book.direction;
  document.title = say("title");
  inscribe(document);
  offerLanguages();
}

/** The language chosen before, else the one of the browser if the page may speak it. */
export const preferred = () => recall("language") ?? (navigator.language.startsWith("fa") ? "fa" : "en");

/** Fill every `data-say` (text) and `data-name` (accessible name, and a hint on the mouse) under *root*. */
export function inscribe(root) {
  for (const element of root.querySelectorAll("[data-say]")) element.textContent = say(element.dataset.say);
  for (const element of root.querySelectorAll("[data-name]")) name(element, say(element.dataset.name));
}

export function name(element, text) {
  element.setAttribute("aria-label", text);
  if (element.matches("button")) element.title = text;
}

let changed = () => {};

/** What to do when somebody chooses another language. */
export function onLanguage(hear) {
  changed = hear;
}

function offerLanguages() {
  const offered = book.languages.map((code) =>
    make("button", {
      type: "button", lang: code, "aria-pressed": String(code === book.language), "data-language": code,
      onclick: async () => {
        await speak(code);
        changed();
        find("languages").querySelector(`[data-language="${code}"]`)?.focus();
      },
    }, ownName(code)));
  find("languages").replaceChildren(...offered);
}

function ownName(code) {
  return code === "fa" ? "فارسی" : new Intl.DisplayNames([locale(code)], { type: "language" }).of(code);
}
