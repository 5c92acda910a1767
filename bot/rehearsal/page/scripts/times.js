/** Moments, days and spans in the page's words: Gregorian in English, Jalali with Persian digits in Farsi. */

import { store } from "./store.js";
import { locale, number, say } from "./words.js";

/** The zone in which a chat sees the clock: its own, the bot's, or that of this machine. */
export function zone(chat) {
  return chat?.zone ?? store.clock?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

const kept = new Map();

function format(options, chat, code) {
  const name = JSON.stringify([locale(code), zone(chat), options]);
  if (!kept.has(name)) kept.set(name, new Intl.DateTimeFormat(locale(code), { timeZone: zone(chat), ...options }));
  return kept.get(name);
}

export const hour = (at, chat, code) =>
  format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, chat, code).format(new Date(at));

export const second = (at, chat, code) =>
  format({ hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" }, chat, code).format(new Date(at));

/** A day with its name, month and year, in the calendar of the language. */
export const day = (at, chat, code) =>
  date({ weekday: "long", day: "numeric", month: "long", year: "numeric" }, at, chat, code);

export const shortDay = (at, chat, code) => date({ weekday: "short", day: "numeric", month: "short" }, at, chat, code);

function date(options, at, chat, code) {
  const made = format(options, chat, code);
  if (!locale(code).startsWith("fa")) return made.format(new Date(at));
  // CLDR begins Jalali dates with the year; people begin with the day.
  const parts = Object.fromEntries(made.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  return Object.keys(options).map((name) => parts[name]).join(" ");
}

/** The same for every moment of one day, in the chat's zone. */
export const dayKey = (at, chat) =>
  format({ year: "numeric", month: "2-digit", day: "2-digit", calendar: "gregory" }, chat, "en").format(new Date(at));

/** A moment as day and hour. */
export const moment = (at, chat, code) => say("moment", { day: shortDay(at, chat, code), time: hour(at, chat, code) });

/** Seconds as days, hours and minutes. */
export function span(seconds) {
  const minutes = Math.round(seconds / 60);
  const parts = [["day", Math.floor(minutes / 1440)], ["hour", Math.floor(minutes / 60) % 24], ["minute", minutes % 60]];
  const named = parts.filter(([, n]) => n > 0).map(([unit, n]) =>
    new Intl.NumberFormat(locale(), { style: "unit", unit, unitDisplay: "long" }).format(n));
  return new Intl.ListFormat(locale(), { type: "unit" }).format(named.length ? named : [number(0)]);
}

/** The size of a file. */
export const size = (bytes) => say("file_size", { size: Math.max(1, Math.round(bytes / 1024)) });
