/** How the bot's process does, and what lies in its outbox. */

import { find, make } from "./dom.js";
import { store, watch } from "./store.js";
import { number, say } from "./words.js";

const COUNTS = ["waiting", "uncertain", "failed", "sent"];

export function openBot() {
  watch("bot troubles state words", draw);
}

/** "running", "starting", "killed", "broken", or "troubled" where the bot runs and Telegram doesn't. */
export function health() {
  const troubled = store.troubles.telegram_down || store.troubles.too_many;
  return store.bot.state === "running" && troubled ? "troubled" : store.bot.state;
}

function draw() {
  const { bot } = store;
  for (const dot of document.querySelectorAll(".health")) dot.dataset.health = health();
  find("bot-state").textContent = say(`bot_${bot.state}`);
  find("chip-state").textContent = summary();
  find("counts").replaceChildren(...COUNTS.map((name) => {
    const tile = make("div", { class: `count ${name}`, "data-count": name }, make("dt", {}, say(`count_${name}`)), make("dd", {}, number(bot[name])));
    tile.classList.toggle("some", bot[name] > 0);
    return tile;
  }));
  const log = find("bot-log");
  const end = log.scrollHeight - log.scrollTop - log.clientHeight < 20;
  log.textContent = bot.log.length ? bot.log.join("\n") : say("log_empty");
  if (end) log.scrollTop = log.scrollHeight;
  strip();
}

function summary() {
  const held = store.bot.waiting + store.bot.uncertain;
  return held ? say("waiting", { n: held }) : say(`short_${health()}`);
}

/** What is wrong, over the chat, for as long as it is. */
function strip() {
  const { bot, troubles } = store;
  const reasons = [
    store.failure ? say("preparing_failed", { why: store.failure }) : null,
    bot.state === "killed" || bot.state === "broken" ? say(`bot_${bot.state}`) : null,
    troubles.telegram_down ? say("strip_telegram_down") : null,
    troubles.too_many ? say("strip_too_many") : null,
  ].filter(Boolean);
  if (!store.started && !store.failure) reasons.push(say("page_preparing"));
  if (reasons.length && bot.waiting + bot.uncertain > 0) reasons.push(say("waiting", { n: bot.waiting + bot.uncertain }));
  const text = reasons.join(" ");
  if (find("strip").textContent !== text) find("strip").textContent = text;
  find("strip").hidden = !text;
}
