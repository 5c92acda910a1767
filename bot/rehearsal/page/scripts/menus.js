/** The menu of commands that opens with "/": in the chat's language, as the bot set it for this chat. */

import { direction } from "./directions.js";
import { find, make } from "./dom.js";
import { refuse } from "./notices.js";
import { writeMessage } from "./server.js";
import { shown, writer } from "./store.js";
import { say } from "./words.js";

const menu = find("menu");
let offered = [];
let at = 0;

/** Offer what fits what stands in the field: a slash and the beginning of a name, or a word of the description. */
export function suggest(field) {
  const typed = /^\/(\w*)$/.exec(field.value);
  if (!typed) return closeMenu();
  open(field, shown().menu.filter(({ command }) => command.startsWith(typed[1].toLowerCase())));
}

export function toggleMenu(field) {
  if (menu.hidden) open(field, shown().menu);
  else closeMenu();
}

export function closeMenu() {
  menu.hidden = true;
  find("field").removeAttribute("aria-activedescendant");
  find("menu-button").setAttribute("aria-expanded", "false");
}

/** Take a key for the menu; whether it was one. */
export function menuKey(event, field) {
  if (menu.hidden) return false;
  switch (event.key) {
    case "ArrowDown":
      choose(field, at + 1);
      break;
    case "ArrowUp":
      choose(field, at - 1);
      break;
    case "Tab":
      complete(field);
      break;
    case "Enter":
      take(field, offered[at]);
      break;
    case "Escape":
      closeMenu();
      break;
    default:
      return false;
  }
  event.preventDefault();
  event.stopPropagation();
  return true;
}

function open(field, commands) {
  offered = commands;
  if (!offered.length) return closeMenu();
  const { language } = shown();
  menu.replaceChildren(...offered.map(({ command, description }, n) =>
    make("li", {
      role: "option", id: `command-${n}`, class: "offer", "aria-selected": "false",
      onpointerdown: (event) => event.preventDefault(), onclick: () => take(field, offered[n]),
    },
    make("span", { class: "offer-name", dir: "ltr" }, `/${command}`),
    make("span", { class: "offer-text", dir: direction(description, language), lang: language }, description))));
  menu.dir = language === "fa" ? "rtl" : "ltr";
  menu.hidden = false;
  find("menu-button").setAttribute("aria-expanded", "true");
  find("menu-count").textContent = say("menu_offers", { n: offered.length });
  choose(field, 0);
}

function choose(field, n) {
  at = (n + offered.length) % offered.length;
  for (const option of menu.children) option.setAttribute("aria-selected", String(option === menu.children[at]));
  menu.children[at].scrollIntoView({ block: "nearest" });
  field.setAttribute("aria-activedescendant", `command-${at}`);
}

/** Tab writes the name and leaves room for what follows it. */
function complete(field) {
  field.value = `/${offered[at].command} `;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  closeMenu();
}

/** Enter and a press send the command, as Telegram's clients do. */
async function take(field, { command }) {
  const chat = shown();
  closeMenu();
  field.value = "";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  try {
    await writeMessage(chat.key, `/${command}`, writer(chat).key);
  } catch (refusal) {
    refuse(refusal);
    field.value = `/${command}`;
  }
  field.focus();
}
