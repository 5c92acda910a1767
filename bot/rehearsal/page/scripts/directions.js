/** Which way a line runs: as Telegram does it, by its first strong character, and not by the browser's guess. */

import { strength } from "./letters.js";

const LRI = 0x2066;
const FSI = 0x2068;
const PDI = 0x2069;

/** "L", "R" or null: rules P2 and P3 of UAX #9 for one line; what stands in isolates is passed over, LRM and RLM count. */
export function firstStrong(line) {
  let depth = 0;
  for (const character of line) {
    const code = character.codePointAt(0);
    if (code >= LRI && code <= FSI) depth += 1;
    else if (code === PDI) depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      const strong = strength(code);
      if (strong) return strong;
    }
  }
  return null;
}

/** "ltr" or "rtl". A line with nothing strong in it, as "12:30", runs as the chat's language does. */
export function direction(line, language) {
  const strong = firstStrong(line) ?? (language === "fa" ? "R" : "L");
  return strong === "R" ? "rtl" : "ltr";
}
