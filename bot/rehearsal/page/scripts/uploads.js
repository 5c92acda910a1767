/** A file beside the text: chosen, dropped or pasted. */

import { find, icon, make } from "./dom.js";
import { shown, tell } from "./store.js";
import { size } from "./times.js";
import { say } from "./words.js";

const input = find("file");
const talk = find("talk");
let file = null;

export const attached = () => file;

export function openUploads(field) {
  find("attach").addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    attach(input.files[0]);
    field.focus();
  });
  field.addEventListener("paste", (event) => {
    const pasted = event.clipboardData?.files[0];
    if (!pasted) return;
    event.preventDefault();
    attach(pasted);
  });
  talk.addEventListener("dragover", (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    talk.classList.add("dropping");
  });
  talk.addEventListener("dragleave", (event) => {
    if (!talk.contains(event.relatedTarget)) talk.classList.remove("dropping");
  });
  talk.addEventListener("drop", (event) => {
    event.preventDefault();
    talk.classList.remove("dropping");
    attach(event.dataTransfer.files[0]);
  });
}

function attach(chosen) {
  if (!chosen || shown()?.kind === "channel") return;
  file = chosen;
  find("attached").replaceChildren(
    icon("file"),
    make("span", { class: "file-name", dir: "auto" }, file.name), make("span", { class: "file-size" }, size(file.size)),
    make("button", { type: "button", class: "quiet", "aria-label": say("cancel"), title: say("cancel"), onclick: detach }, icon("close")));
  find("attached").hidden = false;
  tell("attached");
}

export function detach() {
  file = null;
  input.value = "";
  find("attached").hidden = true;
  find("attached").replaceChildren();
  tell("attached");
}
