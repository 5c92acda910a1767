/** A member blocks the bot, and lets it in again. */

import { make } from "./dom.js";
import { refuse } from "./notices.js";
import { trouble } from "./server.js";
import { say } from "./words.js";

/** The button for the head of a chat; null where nobody can block anything. */
export function blocking(chat) {
  if (chat.kind !== "private" || chat.role !== "member") return null;
  return make("button", { type: "button", class: "quiet small", onclick: () => block(chat, !chat.blocked) },
    say(chat.blocked ? "unblock" : "block"));
}

export const block = (chat, on) => trouble("block", on, chat.key).catch(refuse);
