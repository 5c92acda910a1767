/** The round in five steps: says what to do, shows where, does it if asked, and ticks off what was really done. */

import { find, icon, make, recall, redraw, remember } from "./dom.js";
import { refuse } from "./notices.js";
import { STEPS } from "./steps.js";
import { show, store, watch } from "./store.js";
import { language, number, say } from "./words.js";
import { fill } from "./writing.js";

const fresh = () => ({ run: null, since: {}, done: [], passed: [], open: true, number: null });

let round = recall("round") ?? fresh();
let pointed = null;
let performing = false;
let soon = 0;
let drawn = "";

export function openGuide() {
  watch("state", resume);
  // Whatever draws the chats anew takes the ring away with them.
  watch("message edited deleted shown chat unread writer words clock", look);
  find("guide-toggle").addEventListener("click", () => set({ open: !round.open }));
}

/** The round goes on where it was, unless it was one of another rehearsal: those are erased when they end. */
function resume() {
  if (!store.started) return draw();
  const first = [...store.chats.values()].flatMap((chat) => chat.messages).map((message) => message.at).sort()[0];
  const run = store.run ?? first ?? "";
  if (round.run !== run) round = { ...fresh(), run, open: round.open, since: newest() };
  look();
}

const newest = () => Object.fromEntries([...store.chats].map(([key, chat]) => [key, chat.messages.at(-1)?.id ?? 0]));

function set(change) {
  Object.assign(round, change);
  remember("round", round);
  draw();
}

function again() {
  set({ since: newest(), done: [], passed: [], number: null, open: true });
}

const isOver = (n) => round.done.includes(n) || round.passed.includes(n);
const current = () => STEPS.findIndex((_, n) => !isOver(n));

/** See what is done now, and draw what follows; at most once a frame. */
function look() {
  if (soon) return;
  soon = requestAnimationFrame(() => {
    soon = 0;
    if (!store.started) return draw();
    const done = STEPS.flatMap((step, n) => (!round.done.includes(n) && ready(n) && step.done(round) ? [n] : []));
    if (done.length) set({ done: [...round.done, ...done] });
    else draw();
  });
}

/** A step counts once those before it are over, so that nothing old is taken for it. */
const ready = (n) => STEPS.slice(0, n).every((_, before) => isOver(before));

function draw() {
  const at = current();
  find("guide").classList.toggle("closed", !round.open);
  find("guide").classList.toggle("over", at < 0);
  find("guide-toggle").setAttribute("aria-expanded", String(round.open));
  find("guide-progress").textContent = at < 0 ? "✓" : say("guide_progress", { n: at + 1, of: STEPS.length });
  find("guide-body").hidden = !round.open;
  // Drawn anew only where something is new, so that a screen reader tells each step once.
  const drawing = JSON.stringify([at, round.done, round.passed, performing, language(), store.started]);
  if (drawing !== drawn) {
    drawn = drawing;
    find("guide-steps").replaceChildren(...STEPS.map((_, n) => mark(n, at)));
    redraw(find("guide-now"), store.started ? (at < 0 ? ending() : explain(at)) : []);
  }
  beckon(at);
}

function mark(n, at) {
  const state = round.done.includes(n) ? "done" : round.passed.includes(n) ? "passed" : n === at ? "current" : "ahead";
  return make("li", { class: `step ${state}`, "aria-current": n === at ? "step" : null },
    make("span", { class: "tick" }, state === "done" ? icon("tick") : number(n + 1)),
    make("span", { class: "step-title" }, say(`guide_${n + 1}_title`)),
    state === "done" ? make("span", { class: "unseen" }, say("guide_ticked")) : null);
}

function explain(at) {
  const step = STEPS[at];
  const act = (label, action, look = "") => make("button", { type: "button", class: `small ${look}`, "data-act": label, onclick: action, "aria-disabled": performing ? "true" : null }, say(label));
  return [
    make("p", { class: "guide-text" }, say(`guide_${at + 1}`)),
    make("div", { class: "guide-acts" },
      act("guide_do", () => perform(step), "main"),
      step.text ? act("guide_fill", () => { go(step); fill(say(step.text)); }) : null,
      act("guide_show", () => point(step)),
      act("guide_next", () => set({ passed: [...round.passed, at] }), "quiet"),
      act("guide_skip", () => set({ open: false }), "quiet")),
  ];
}

const ending = () => [
  make("p", { class: "guide-text" }, say("guide_done")),
  make("div", { class: "guide-acts" }, make("button", { type: "button", class: "small", onclick: again }, say("guide_again"))),
];

function go(step) {
  if (store.shown !== step.chat) show(step.chat);
}

async function perform(step) {
  if (performing) return;
  performing = true;
  draw();
  go(step);
  try {
    await step.perform(round);
  } catch (refusal) {
    refuse(refusal);
  } finally {
    performing = false;
    look();
  }
}

function point(step) {
  go(step);
  requestAnimationFrame(() => {
    beckon(current());
    pointed?.scrollIntoView({ block: "center", behavior: "smooth" });
    (pointed?.matches("button, textarea") ? pointed : pointed?.querySelector("button, textarea"))?.focus({ preventScroll: true });
  });
}

/** Put a ring around what to use next. */
function beckon(at) {
  pointed?.classList.remove("beckon");
  pointed = at < 0 || !round.open || !store.started ? null : spot(STEPS[at].where(round));
  pointed?.classList.add("beckon");
}

function spot({ chat, message, data, field }) {
  if (store.shown !== chat) return document.querySelector(`.chat[data-chat="${chat}"]`);
  const drawn = message && find("log").querySelector(`[data-id="${message}"]`);
  if (drawn && data) return drawn.querySelector(`.key[data-data="${CSS.escape(data)}"]`);
  if (field) return find("log").querySelector(".start") ?? find("field-frame");
  return drawn?.querySelector(".bubble") ?? null;
}
