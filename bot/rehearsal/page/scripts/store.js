/** What the page knows of the rehearsal, and who wants to hear of changes. */

import { recall, remember } from "./dom.js";

export const store = {
  chats: new Map(),
  clock: null,
  bot: { state: "starting", waiting: 0, uncertain: 0, failed: 0, sent: 0, log: [] },
  troubles: { telegram_down: false, too_many: false },
  started: false,
  failure: null,
  shown: null,
  unread: new Map(),
  writers: new Map(),
};

const hearing = new Map();

/** Call *hear* with what comes along whenever one of *kinds* (separated by spaces) happens. */
export function watch(kinds, hear) {
  for (const kind of kinds.split(" ")) hearing.set(kind, [...(hearing.get(kind) ?? []), hear]);
}

export function tell(kind, detail = {}) {
  for (const hear of hearing.get(kind) ?? []) hear(detail);
}

/** Take everything anew, as at the beginning and after the line to the server was lost. */
export function begin(state) {
  const known = new Map([...store.chats].map(([key, chat]) => [key, newestId(chat)]));
  store.chats = new Map(state.chats.map((chat) => [chat.key, chat]));
  for (const chat of state.chats) {
    const missed = chat.messages.filter((message) => known.has(chat.key) && message.id > known.get(chat.key));
    countUnread(chat.key, missed);
  }
  Object.assign(store, {
    clock: dated(state.clock), bot: state.bot, troubles: state.troubles, started: state.started,
    failure: state.failure ?? null,
  });
  tell("state");
}

/** Take one event of the server. */
export function apply(event) {
  const chat = store.chats.get(event.chat?.key ?? event.chat);
  switch (event.kind) {
    case "message":
    case "edited":
      if (chat) put(chat, event.message);
      break;
    case "deleted":
      if (chat) chat.messages = chat.messages.filter((message) => message.id !== event.id);
      break;
    case "chat":
      if (chat) Object.assign(chat, event.chat);
      break;
    case "clock":
      store.clock = dated(event.clock);
      break;
    case "bot":
      store.bot = event.bot;
      break;
    case "troubles":
      store.troubles = event.troubles;
      break;
  }
  tell(event.kind, event);
}

function put(chat, message) {
  const at = chat.messages.findIndex((known) => known.id >= message.id);
  if (at < 0) chat.messages.push(message);
  else chat.messages.splice(at, chat.messages[at].id === message.id ? 1 : 0, message);
  if (at < 0) countUnread(chat.key, [message]);
}

function countUnread(key, messages) {
  if (key === store.shown && document.visibilityState === "visible") return;
  const own = store.chats.get(key).writers.map((writer) => writer.key);
  const fresh = messages.filter((message) => !own.includes(message.from)).length;
  if (fresh) store.unread.set(key, (store.unread.get(key) ?? 0) + fresh);
}

const newestId = (chat) => chat.messages.at(-1)?.id ?? 0;

/** A clock with the moment at which it was told, so that it can run on by itself. */
const dated = (clock) => (clock ? { ...clock, told: Date.now() } : clock);

/** The moment it is in the rehearsal, in milliseconds since 1970. */
export const now = () => (store.clock ? Date.parse(store.clock.now) + Date.now() - store.clock.told : Date.now());

export const shown = () => store.chats.get(store.shown);

/** Show a chat; null shows the list alone, where there is no room for both. */
export function show(key) {
  store.shown = key;
  remember("chat", key);
  readAll();
  tell("shown");
}

/** What stands on the screen has been read. */
export function readAll() {
  if (store.unread.delete(store.shown)) tell("unread");
}

export const lastShown = () => recall("chat");

/** Who writes in a chat. */
export function writer(chat) {
  const chosen = store.writers.get(chat.key);
  return chat.writers.find((one) => one.key === chosen) ?? chat.writers[0];
}
