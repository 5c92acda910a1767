/** What the page asks of its server. Every "no" becomes a Refusal that names a sentence. */

export class Refusal extends Error {
  constructor(key, values = {}) {
    super(key);
    this.key = key;
    this.values = values;
  }
}

/** GET a JSON answer. Raises Refusal. */
export const read = (path) => ask(path, { cache: "no-store" });

export const writeMessage = (chat, text, writer) => post(`/api/chats/${chat}/messages`, { text, writer });
export const press = (chat, message, data, writer) => post(`/api/chats/${chat}/presses`, { message, data, writer });
export const follow = (chat, link, writer) => post(`/api/chats/${chat}/links`, { link, writer });
export const setClock = (to) => post("/api/clock", { to });
export const trouble = (what, on, chat) => post("/api/troubles", { what, on, chat });

export function upload(chat, file, caption, writer) {
  const form = new FormData();
  form.append("file", file, file.name);
  if (caption) form.append("caption", caption);
  if (writer) form.append("writer", writer);
  return ask(`/api/chats/${chat}/files`, { method: "POST", headers: { "X-Rehearsal": "1" }, body: form });
}

function post(path, body) {
  const headers = { "Content-Type": "application/json", "X-Rehearsal": "1" };
  return ask(path, { method: "POST", headers, body: JSON.stringify(body) });
}

async function ask(path, options) {
  let answer;
  try {
    answer = await fetch(path, options);
  } catch {
    throw new Refusal("connection_lost");
  }
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refusal(body.error ?? "not_understood", body.values);
  return body;
}
