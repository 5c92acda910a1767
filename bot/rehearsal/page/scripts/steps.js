/**
 * The five steps of the round: what counts as done, where to look next, and how the page does it itself.
 *
 * `done` looks at what was really said since the round began; `where` names the chat, and in it what to use.
 */

import { press, writeMessage } from "./server.js";
import { store } from "./store.js";
import { say } from "./words.js";

const chat = (key) => store.chats.get(key);

/** The messages of a chat since the round began, in which *since* says after which message that was. */
const fresh = (key, since) => (chat(key)?.messages ?? []).filter((message) => message.id > (since[key] ?? 0));

const fromBot = (key, since) => fresh(key, since).filter((message) => message.from === "bot");

/** The newest button of the bot in a chat whose command fits, with its message. */
function key(where, since, pattern) {
  for (const message of fromBot(where, since).reverse()) {
    for (const { data } of message.buttons.flat()) {
      const found = data && pattern.exec(data);
      if (found) return { message: message.id, data, found };
    }
  }
  return null;
}

/** Use a button of the bot. */
const use = (where, one) => press(where, one.message, one.data, where);

/** Wait until *ask* answers with something, at most a while. */
async function until(ask) {
  for (let tries = 0; tries < 75; tries += 1) {
    const answer = ask();
    if (answer) return answer;
    await new Promise((go) => setTimeout(go, 200));
  }
  return null;
}

export const STEPS = [
  {
    chat: "tom",
    text: "guide_1_try",
    done: ({ since }) => key("tom", since, /^\/unsubscribe$/),
    where: ({ since }) => target("tom", since, /^\/subscribe weekly$/),
    perform: () => writeMessage("tom", say("guide_1_try")),
  },
  {
    chat: "nasrin",
    text: "guide_2_try",
    done: (round) => {
      const waits = key("dara", round.since, /^\/approve (\d+)$/);
      if (waits) round.number = Number(waits.found[1]);
      return waits;
    },
    where: ({ since }) => target("nasrin", since, /^\/submit \d+$/),
    perform: async ({ since }) => {
      const before = key("nasrin", since, /^\/submit \d+$/);
      if (!before) await writeMessage("nasrin", say("guide_2_try"));
      const submit = await until(() => key("nasrin", since, /^\/submit \d+$/));
      if (submit) await use("nasrin", submit);
    },
  },
  {
    chat: "dara",
    done: ({ since, number }) => number && key("dara", since, new RegExp(`^/(?:read|history) ${number}\\b`)),
    where: ({ since }) => target("dara", since, /^\/approve \d+$/),
    perform: async ({ since }) => {
      const approve = key("dara", since, /^\/approve \d+$/);
      if (approve) await use("dara", approve);
    },
  },
  {
    chat: "channel",
    done: ({ since }) => store.shown === "channel" && document.visibilityState === "visible" && arrived(since),
    where: ({ since }) => ({ chat: "channel", message: arrived(since)?.id }),
    perform: async () => {},
  },
  {
    chat: "sara",
    text: "guide_5_try",
    done: ({ since }) => {
      const asked = fresh("sara", since).find((message) => message.from === "sara" && !/^\/start/.test(message.html));
      const pressed = key("sara", since, /^\/read \d+/);
      return (asked || pressed) && fromBot("sara", since).some((message) => message.id > (asked?.id ?? 0));
    },
    where: ({ since }) => target("sara", since, /^\/week$/),
    perform: () => writeMessage("sara", say("guide_5_try")),
  },
];

/** What came into the channel. */
const arrived = (since) => fromBot("channel", since).at(-1);

/** Where to go on in a chat: the button that fits if there is one, else Start, else the field. */
function target(where, since, pattern) {
  const one = key(where, since, pattern);
  if (one) return { chat: where, message: one.message, data: one.data };
  return { chat: where, field: true };
}
