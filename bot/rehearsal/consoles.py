"""The rehearsal in a terminal: line by line, as plain text that can be read from the right too."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from bot.rehearsal import deeds
from bot.rehearsal.deeds import Impossible
from bot.rehearsal.messages import Button, Message
from bot.rehearsal.rehearsals import Rehearsal
from bot.rehearsal.stages import Place
from bot.rehearsal.worlds import Change

_FSI, _PDI = "\u2068", "\u2069"  # what stands between them turns nothing else
_PATIENCE = 20.0  # seconds for an answer
_TRY = 1.0  # seconds in which a bot in trouble tries at least once
_TROUBLES = {"down": "telegram_down", "flood": "too_many", "block": "block", "kill": "kill"}

Print = Callable[[str], None]


class Console:
    """Talks to the bot for whoever types; *words* are the sentences by their keys, *write* prints a line."""

    def __init__(self, rehearsal: Rehearsal, words: Mapping[str, str], write: Print) -> None:
        self.rehearsal = rehearsal
        self.stage = rehearsal.stage
        self.words = words
        self.write = write
        self.writer = "tom"
        self.place: Place = self.stage.places["tom"]
        self._buttons: list[tuple[Place, Message, Button]] = []
        self._changes: list[Change] = []
        self._verbs: dict[str, Callable[[str], None]] = {
            "as": self._become, "in": self._enter, "press": self._press, "file": self._send_file,
            "clock": self._set_clock, "trouble": self._make_trouble, "log": self._show_log, "help": self._help,
        }  # fmt: skip

    def talk(self, lines: Iterable[str]) -> None:
        """Do what each line says, and show what comes of it before the next is read; ends with them, or at `:quit`."""
        world = self.stage.telegram.world
        self.rehearsal.settle(_PATIENCE)  # what is still under way was not asked for here
        world.listeners.append(self._notice)
        try:
            self._tell("talk_ready", name=self._name)
            for line in lines:
                text = line.rstrip("\r\n")
                if text.strip() == ":quit":
                    break
                if text.strip():
                    self._do(text)
        finally:
            world.listeners.remove(self._notice)

    def _notice(self, change: Change) -> None:
        if change.message is not None and change.message.by_bot:
            self._changes.append(change)

    @property
    def _name(self) -> str:
        return self.stage.people[self.writer].first_name

    def _do(self, text: str) -> None:
        word, _, rest = text.strip().removeprefix(":").partition(" ")
        try:
            if not text.startswith(":"):
                deeds.write(self.stage, self.place.key, text.replace("\\n", "\n"), self.writer)
                self._show_answer()
            elif verb := self._verbs.get(word):
                verb(rest.strip())
            else:
                self._tell("talk_unknown", word=f":{word}")
        except Impossible as impossible:
            self._tell(impossible.key, **impossible.values)

    # What can be typed

    def _become(self, key: str) -> None:
        if key not in self.stage.people:
            raise Impossible("not_a_writer")
        self.writer, self.place = key, self.stage.places[key]
        self._tell("talk_as", name=self._name)

    def _enter(self, key: str) -> None:
        place = deeds.place(self.stage, key)
        self.writer = self.writer if self.writer in place.writers else place.writers[0]
        self.place = place
        self._tell("talk_in", chat=place.chat.title, name=self._name)

    def _press(self, word: str) -> None:
        if not word.isdecimal() or not 0 < int(word) <= len(self._buttons):
            self._tell("talk_no_button", word=word)
            return
        place, message, button = self._buttons[int(word) - 1]
        if button.data is not None:
            deeds.press(self.stage, place.key, message.id, button.data, self.writer)
        else:
            deeds.follow(self.stage, place.key, button.url or "", self.writer)
        self._show_answer()

    def _send_file(self, words: str) -> None:
        try:
            path = Path(*shlex.split(words)).expanduser()
            content = path.read_bytes()
        except (OSError, ValueError) as error:
            self._tell("talk_no_file", path=words, why=getattr(error, "strerror", None) or str(error))
            return
        deeds.upload(self.stage, self.place.key, path.name, content, writer=self.writer)
        self._show_answer()

    def _set_clock(self, to: str) -> None:
        shown = self.rehearsal.set_clock(to or "now")
        self._tell("talk_clock", time=shown["now"])
        self._show_answer(silence=False)

    def _make_trouble(self, word: str) -> None:
        if word == "over":
            self._end_troubles()
        elif what := _TROUBLES.get(word):
            self.rehearsal.trouble(what, True, self.writer)
        else:
            self._tell("talk_unknown", word=word)
            return
        self._tell("talk_trouble")
        self._show_answer(silence=False)

    def _end_troubles(self) -> None:
        self.rehearsal.trouble("telegram_down", False)
        self.rehearsal.trouble("too_many", False)
        for key in self.stage.people:
            self.rehearsal.trouble("block", False, key)
        if self.rehearsal.state in {"killed", "broken"}:
            self.rehearsal.trouble("start", True)
            self.rehearsal.await_bot()

    def _show_log(self, _rest: str) -> None:
        for line in self.rehearsal.bot.lines or [self.words["log_empty"]]:
            self.write(line)

    def _help(self, _rest: str) -> None:
        self._tell("talk_help")

    # What is shown

    def _show_answer(self, *, silence: bool = True) -> None:
        """Wait for what comes, in whatever chat, and show it; with *silence*, say so where nothing does."""
        answering = self.rehearsal.state == "running" and not self.rehearsal.troubles.any
        in_time = self.rehearsal.settle(_PATIENCE if answering else _TRY) or not answering
        shown = False
        where = self.place
        fresh = True
        for message, edited in self._news():
            place = self.stage.place_of(message.chat)
            if place is None:
                continue
            if place is not where:
                self._tell("talk_where", chat=place.chat.title)
                where = place
            self._buttons = [] if fresh else self._buttons
            fresh, shown = False, True
            self._show(place, message, edited=edited)
        if not in_time:
            self._tell("talk_slow", seconds=round(_PATIENCE))
        elif silence and not shown:
            self._tell(self._why_silent())

    def _why_silent(self) -> str:
        """The key of the sentence that says why nothing came."""
        if self.rehearsal.state != "running":
            return f"bot_{self.rehearsal.state}"
        troubles = self.rehearsal.troubles.show()
        return next((f"strip_{what}" for what, on in troubles.items() if on), "talk_silence")

    def _news(self) -> list[tuple[Message, bool]]:
        """What the bot has written since the last look, each once and as it is now; toasts are shown at once."""
        with self.stage.telegram.world.lock:
            changes, self._changes[:] = list(self._changes), []
            news: dict[int, tuple[Message, bool]] = {}
            for change in changes:
                message = change.message
                if message is None or message.deleted:
                    continue
                if change.kind == "message":
                    news[id(message)] = (message, False)
                elif change.kind == "edited":
                    news.setdefault(id(message), (message, True))
                elif change.kind == "answered":
                    self._show_toast(message)
            return list(news.values())

    def _show_toast(self, message: Message) -> None:
        presses = reversed(self.stage.telegram.world.presses.values())
        press = next((press for press in presses if press.message is message), None)
        if press and press.toast:
            self._tell("talk_toast", text=press.toast)

    def _show(self, place: Place, message: Message, *, edited: bool) -> None:
        if edited:
            self._tell("talk_edited")
        for line in message.text.split("\n"):
            self.write(f"  {line}" if line else "")
        if message.file:
            self._tell("talk_file", name=message.file.name, size=len(message.file.content))
        for row in message.buttons:
            shown = []
            for button in row:
                self._buttons.append((place, message, button))
                shown.append(f"[{len(self._buttons)}] {_FSI}{button.label}{_PDI}")
            self.write("  " + "  ".join(shown))
        self.write("")

    def _tell(self, key: str, **values: object) -> None:
        self.write(self.words[key].format(**{name: f"{_FSI}{value}{_PDI}" for name, value in values.items()}))
