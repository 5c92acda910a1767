/** Light or dark: as the machine has it, until somebody chooses. */

import { find, recall, remember } from "./dom.js";
import { watch } from "./store.js";
import { name, say } from "./words.js";

const dark = matchMedia("(prefers-color-scheme: dark)");
const present = () => recall("theme") ?? (dark.matches ? "dark" : "light");

export function openTheme() {
  dress();
  watch("words", dress);
  dark.addEventListener("change", dress);
  find("theme").addEventListener("click", () => {
    remember("theme", present() === "dark" ? "light" : "dark");
    dress();
  });
}

function dress() {
  const theme = present();
  document.documentElement.dataset.theme = theme;
  find("theme").querySelector("use").setAttribute("href", theme === "dark" ? "#icon-sun" : "#icon-moon");
  name(find("theme"), say(theme === "dark" ? "theme_light" : "theme_dark"));
}
