/** The clock of the rehearsal: it runs here, and can be set on. */

import { find, make } from "./dom.js";
import { refuse } from "./notices.js";
import { setClock } from "./server.js";
import { apply, now, shown, store, watch } from "./store.js";
import { day, hour, moment, second, span, zone } from "./times.js";
import { say } from "./words.js";

export function openClock() {
  watch("clock state words shown", draw);
  setInterval(tick, 1000);
  for (const button of find("clock").querySelectorAll("[data-to]")) {
    button.addEventListener("click", () => turn(button));
  }
}

async function turn(button) {
  button.setAttribute("aria-busy", "true");
  try {
    apply({ kind: "clock", clock: await setClock(button.dataset.to) });
  } catch (refusal) {
    refuse(refusal);
  } finally {
    button.removeAttribute("aria-busy");
  }
}

function tick() {
  if (!store.clock || document.hidden) return;
  const at = now();
  find("clock-time").textContent = second(at, shown());
  find("chip-time").textContent = hour(at, shown());
}

function draw() {
  if (!store.clock) return;
  const chat = shown();
  const language = document.documentElement.lang;
  tick();
  find("clock-day").textContent = day(now(), chat);
  find("clock-zone").textContent = zone(chat);
  // Whoever reads in another language has another calendar.
  const other = chat && chat.language !== language ? chat.language : null;
  find("clock-other").replaceChildren(...(other ? [make("span", { lang: other, dir: other === "fa" ? "rtl" : "ltr" }, day(now(), chat, other))] : []));
  const { shift, next_digest: digest } = store.clock;
  find("clock-shift").textContent = Math.abs(shift) < 60 ? say("clock_right") : say("clock_shifted", { shift: span(shift) });
  find("clock-digest").textContent = digest ? say("next_digest", { time: moment(digest, chat) }) : say("no_digest");
}
