/** Where the page begins. */

import { openBot } from "./bots.js";
import { openChats } from "./chats.js";
import { openClock } from "./clocks.js";
import { find } from "./dom.js";
import { listen } from "./events.js";
import { openGuide } from "./guides.js";
import { alarm, toast } from "./notices.js";
import { openPanel } from "./panels.js";
import { openPlaces } from "./places.js";
import { store, tell, watch } from "./store.js";
import { openTalk } from "./talk.js";
import { openTheme } from "./themes.js";
import { openTroubles } from "./troubles.js";
import { onLanguage, preferred, say, speak } from "./words.js";
import { openWriting } from "./writing.js";

async function begin() {
  try {
    await speak(preferred());
  } catch {
    setTimeout(begin, 1000);
    return;
  }
  onLanguage(() => tell("words"));
  openPlaces();
  for (const open of [openTheme, openPanel, openChats, openTalk, openWriting, openClock, openBot, openTroubles, openGuide]) open();
  watch("toast", ({ chat, text, alert }) => {
    if (alert) alarm(text);
    else if (chat === store.shown) toast(text);
  });
  watch("connection", ({ lost }) => {
    const back = !lost && !find("lost").hidden;
    find("lost").hidden = !lost;
    if (back) toast(say("connection_back"));
  });
  for (const button of [find("alarm-close"), find("alarm-open")]) button.addEventListener("click", () => find("alarm").close());
  listen();
}

begin();
