/** Which chat is shown stands in the address, so that "back" leads where one was and a chat can be linked to. */

import { lastShown, show, store, watch } from "./store.js";

const narrow = matchMedia("(max-width: 44.99rem)");

export function openPlaces() {
  watch("state", () => {
    if (!store.chats.has(store.shown)) show(named() ?? (narrow.matches ? null : usual()));
  });
  watch("shown", () => {
    const address = store.shown ? `#${store.shown}` : location.pathname;
    if ((store.shown ?? "") !== location.hash.slice(1)) history.pushState(null, "", address);
  });
  addEventListener("popstate", () => show(named() ?? (narrow.matches ? null : usual())));
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && narrow.matches && store.shown && !document.querySelector(":popover-open, dialog[open]")) show(null);
  });
}

const named = () => (store.chats.has(location.hash.slice(1)) ? location.hash.slice(1) : null);

const usual = () => (store.chats.has(lastShown()) ? lastShown() : (store.chats.keys().next().value ?? null));
