/** One message as it is seen: who, text, file, buttons, time. */

import { icon, make } from "./dom.js";
import { go } from "./marks.js";
import { lay } from "./markup.js";
import { refuse } from "./notices.js";
import { press } from "./server.js";
import { shown, store, writer } from "./store.js";
import { hour, size } from "./times.js";
import { say } from "./words.js";

/** The element of a message in a chat. *follows*: whether the one before it is of the same person, shortly before. */
export function bubble(chat, message, follows) {
  const own = message.from === writer(chat)?.key && chat.kind !== "channel";
  const kind = message.from === "service" ? "service" : own ? "own" : "other";
  const element = make("article", {
    class: `message ${kind}${follows ? " follows" : ""}`, "data-id": message.id, "data-from": message.from,
    "aria-label": say("message_of", { name: author(message), time: hour(message.at, chat) }),
  });
  element.append(sheet(chat, message, follows), ...keyboard(chat, message));
  return element;
}

/** What stays in the place of a message that was deleted. */
export const trace = (id) => make("p", { class: "message service trace", "data-id": id }, say("deleted"));

const author = (message) => message.name || (message.from === "bot" ? say("bot_name") : message.from);

function sheet(chat, message, follows) {
  const named = chat.kind !== "private" && !follows && message.from !== "service";
  const text = make("div", { class: "text" });
  text.append(lay(message.html || (message.file ? "" : say("service")), chat.language));
  // The time stands beside a single line, and under more.
  const one = text.childElementCount <= 1 && !text.querySelector(".quote, .pre");
  return make("div", { class: "bubble", lang: chat.language },
    named ? make("div", { class: `author tint-${message.from}`, dir: "auto" }, author(message)) : null,
    message.file ? attachment(message.file) : null,
    make("div", { class: one ? "body one" : "body" }, text.hasChildNodes() ? text : null, foot(chat, message)));
}

function foot(chat, message) {
  return make("div", { class: "foot", lang: document.documentElement.lang, dir: document.documentElement.dir },
    message.edited ? make("span", {}, say("edited")) : null,
    make("time", { datetime: message.at }, hour(message.at, chat)));
}

function attachment(file) {
  const label = make("span", { class: "file-text" },
    make("span", { class: "file-name", dir: "auto" }, file.name), make("span", { class: "file-size" }, size(file.size)));
  return make("a", { class: "file", href: file.url, download: file.name, "aria-label": say("download", { name: file.name }) },
    make("span", { class: "file-mark" }, icon("file")), label);
}

/** The rows of buttons. They are never mirrored: Telegram doesn't either, and the bot lays them out itself. */
function keyboard(chat, message) {
  if (!message.buttons?.length) return [];
  const rows = message.buttons.map((row) => make("div", { class: "row" }, row.map((one) => button(message, one))));
  return [make("div", { class: "keyboard", dir: "ltr", role: "group", "aria-label": say("buttons"), lang: chat.language }, rows)];
}

function button(message, { label, data, url }) {
  const element = make("button", { type: "button", class: "key", "data-data": data, "data-url": url },
    make("span", { dir: "auto" }, label), url ? icon("out") : null);
  element.addEventListener("click", async () => {
    if (url) return go(url);
    element.classList.add("busy");
    const chat = shown();
    try {
      await press(chat.key, message.id, data, writer(chat).key);
    } catch (refusal) {
      refuse(refusal);
    } finally {
      setTimeout(() => element.classList.remove("busy"), store.bot.state === "running" ? 300 : 0);
    }
  });
  return element;
}
