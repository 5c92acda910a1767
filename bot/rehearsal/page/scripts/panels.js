/** The panel with clock, bot and troubles: beside the chat where there is room, else over it. */

import { find } from "./dom.js";

const wide = matchMedia("(min-width: 75rem)");
const panel = find("panel");

export function openPanel() {
  fit();
  wide.addEventListener("change", fit);
  panel.addEventListener("toggle", ({ newState }) => {
    find("panel-button").setAttribute("aria-expanded", String(newState === "open"));
    if (newState === "open") find("panel-close").focus();
  });
}

function fit() {
  // Without the attribute it is a part of the page like any other.
  panel.popover = wide.matches ? null : "auto";
}
