/** The line on which the server tells what happens. A lost line is taken up again, and what was missed is fetched. */

import { read } from "./server.js";
import { apply, begin, tell } from "./store.js";

const PATIENCE = [500, 1000, 2000, 4000, 8000];

let tries = 0;

/** Listen from now on, for ever. What happens between the state and the line is kept and applied in order. */
export function listen() {
  const line = new EventSource("/api/events");
  let early = [];
  line.addEventListener("open", async () => {
    try {
      begin(await read("/api/state"));
    } catch {
      return lose(line);
    }
    const kept = early;
    early = null;
    kept.forEach(hear);
    tries = 0;
    tell("connection", { lost: false });
  });
  line.addEventListener("message", ({ data }) => {
    const event = JSON.parse(data);
    if (early) early.push(event);
    else hear(event);
  });
  line.addEventListener("error", () => lose(line));
}

async function hear(event) {
  if (event.kind !== "started") return apply(event);
  begin(await read("/api/state"));
}

function lose(line) {
  line.close();
  tell("connection", { lost: true });
  setTimeout(listen, PATIENCE[Math.min(tries++, PATIENCE.length - 1)]);
}
