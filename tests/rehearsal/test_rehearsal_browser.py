"""The page of the rehearsal in a real browser, with the real bot behind it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.rehearsal.screens import Screen, expect, find_browser

pytestmark = pytest.mark.skipif(find_browser() is None, reason="no browser is installed; apt-get install chromium")

Opened = Callable[..., Screen]
STATEMENT = (
    "Tea for the Night Shift\n\nThe nurses ask for a warm room at night.\n\nFriends of the Clinic\n12 January 2026"
)


def steps_done(screen: Screen, number: int) -> None:
    expect(screen.page.locator(".step.done")).to_have_count(number)


def test_a_newcomer_walks_the_whole_round_by_hand(opened: Opened) -> None:
    """Subscribe, bring a text, approve it, see it arrive, read Farsi: each step ticks itself off when really done."""
    screen = opened()
    steps_done(screen, 0)
    if (start := screen.page.locator("#log .start")).is_visible():
        expect(start).to_contain_class("beckon")
        start.click()
    else:
        screen.write("/start")
    screen.key("/subscribe weekly").click()
    steps_done(screen, 1)

    expect(screen.page.locator('.chat[data-chat="nasrin"]')).to_contain_class("beckon")
    screen.show("nasrin")
    screen.page.locator('[data-act="guide_fill"]').click()
    expect(screen.page.locator("#field")).to_have_value(re.compile("^/new statement\n"))
    screen.page.keyboard.press("Enter")
    submit = screen.key("/submit")
    expect(submit).to_contain_class("beckon")
    submit.click()
    steps_done(screen, 2)

    expect(screen.page.locator('.chat[data-chat="dara"] .badge')).to_be_visible()
    screen.page.locator('[data-act="guide_show"]').click()
    approve = screen.key("/approve")
    expect(approve).to_be_focused()
    screen.page.keyboard.press("Enter")
    steps_done(screen, 3)

    expect(screen.page.locator('.chat[data-chat="channel"] .badge')).to_be_visible()
    screen.show("channel")
    expect(screen.said.filter(has_text="Tea for the Night Shift").first).to_be_visible()
    steps_done(screen, 4)

    screen.show("sara")
    screen.write("/week")
    steps_done(screen, 5)
    last = screen.said.last.locator(".line[dir=rtl]")
    assert last.count() > 3
    expect(screen.page.locator(".beckon")).to_have_count(0)


def test_the_page_walks_the_round_for_who_wants_to_watch(opened: Opened) -> None:
    """In Farsi, on a phone: one press a step, and after a new beginning the same once more."""
    screen = opened(None, language="fa", size=(360, 740))
    for number in range(1, 6):
        screen.page.locator('[data-act="guide_do"]').click()
        steps_done(screen, number)
    screen.page.locator("#guide-now button").click()
    steps_done(screen, 0)
    screen.page.locator('[data-act="guide_next"]').click()
    expect(screen.page.locator(".step.passed")).to_have_count(1)


def test_the_round_can_be_left_and_taken_up_again(opened: Opened) -> None:
    """What was done stays done after a reload, and a closed guide stays closed."""
    screen = opened()
    screen.write("/subscribe daily")
    steps_done(screen, 1)
    screen.page.locator('[data-act="guide_skip"]').click()
    expect(screen.page.locator("#guide-body")).to_be_hidden()
    screen.page.reload()
    expect(screen.messages.first).to_be_visible()
    expect(screen.page.locator("#guide-body")).to_be_hidden()
    screen.page.locator("#guide-toggle").click()
    steps_done(screen, 1)


def test_the_menu_of_commands_is_worked_by_keyboard(opened: Opened) -> None:
    """A slash opens it in the chat's language, letters narrow it, arrows choose, Tab writes, Enter sends."""
    screen = opened("sara")
    field, menu = screen.page.locator("#field"), screen.page.locator("#menu")
    field.press_sequentially("/")
    expect(menu.get_by_role("option")).not_to_have_count(0)
    expect(menu).to_contain_text(re.compile("[آ-ی]"))
    everything = menu.get_by_role("option").count()
    field.press_sequentially("su")
    expect(menu.get_by_role("option")).to_have_count(2)
    assert everything > 10
    chosen = menu.locator("[aria-selected=true]")
    expect(chosen).to_contain_text("/summary")
    field.press("ArrowDown")
    expect(chosen).to_contain_text("/subscribe")
    assert field.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    field.press("Tab")
    expect(field).to_have_value("/subscribe ")
    expect(menu).to_be_hidden()
    field.fill("/he")
    field.press("Escape")
    expect(menu).to_be_hidden()
    expect(field).to_have_value("/he")
    field.press_sequentially("l")
    before = screen.said.count()
    field.press("Enter")
    expect(screen.said).to_have_count(before + 1)
    expect(screen.messages.nth(-2)).to_contain_text("/help")


def test_the_list_of_chats_is_one_stop_for_the_tabulator(opened: Opened) -> None:
    """Arrows go through it, Enter opens a chat, Alt with an arrow goes on from anywhere."""
    screen = opened("tom")
    items = screen.page.locator(".chat")
    expect(screen.page.locator('.chat[tabindex="0"]')).to_have_count(1)
    items.first.focus()
    screen.page.keyboard.press("ArrowDown")
    screen.page.keyboard.press("ArrowDown")
    expect(items.nth(2)).to_be_focused()
    screen.page.keyboard.press("Enter")
    expect(items.nth(2)).to_have_attribute("aria-current", "true")
    expect(screen.page.locator("#talk-head h2")).to_have_text("Nasrin")
    screen.page.keyboard.press("End")
    expect(items.last).to_be_focused()
    screen.page.keyboard.press("Alt+ArrowUp")
    expect(screen.page.locator("#talk-head h2")).to_have_text("Sara")


def test_a_file_is_sent_and_understood(opened: Opened, tmp_path: Path) -> None:
    """A coordinator attaches a text; the bot answers with the card of a draft."""
    text = tmp_path / "appeal.txt"
    text.write_text(STATEMENT)
    screen = opened("nasrin")
    screen.page.locator("#file").set_input_files(text)
    expect(screen.page.locator("#attached")).to_contain_text("appeal.txt")
    screen.page.locator("#send").click()
    expect(screen.page.locator("#attached")).to_be_hidden()
    expect(screen.page.locator("#log a.file").last).to_contain_text("appeal.txt")
    expect(screen.said.last).to_contain_text("Tea for the Night Shift")


def test_the_page_turns_with_its_language(opened: Opened) -> None:
    """In Farsi everything stands the other way round, digits are Persian and days are Jalali; rows of buttons stay."""
    screen = opened("nasrin")
    root, list_, log = (screen.page.locator(at) for at in ("html", ".chats", ".log"))

    def at(locator: Any) -> float:
        return float(locator.bounding_box()["x"])

    assert at(list_) < at(log)
    screen.page.locator('[data-language="fa"]').click()
    expect(root).to_have_attribute("dir", "rtl")
    expect(root).to_have_attribute("lang", "fa")
    assert at(list_) > at(log)
    expect(screen.page.locator("#clock-time")).to_have_text(re.compile("^[۰-۹]{2}:[۰-۹]{2}:[۰-۹]{2}$"))
    expect(screen.page.locator("#clock-day")).to_have_text(re.compile("۱[۴۵]۰[۰-۹]$|۱۴[۰-۹]{2}$"))
    assert screen.page.locator("#log .keyboard:not([dir=ltr])").count() == 0
    expect(screen.page.locator('[data-language="fa"]')).to_be_focused()
    screen.page.locator('[data-language="en"]').click()
    expect(root).to_have_attribute("dir", "ltr")


def test_what_is_held_back_by_a_killed_bot_arrives_once(opened: Opened) -> None:
    """The bot dies, a member writes, Telegram fails too; when all is well there is one answer, and the page says so."""
    screen = opened("tom")
    before = screen.said.count()
    screen.page.locator("#life").click()
    expect(screen.page.locator(".bot-state .health")).to_have_attribute("data-health", "killed")
    expect(screen.page.locator("#strip")).to_be_visible()
    screen.write("/latest")
    screen.page.locator('[data-what="telegram_down"]').click()
    expect(screen.page.locator('[data-what="telegram_down"]')).to_have_attribute("aria-checked", "true")
    screen.page.locator("#life").click()
    expect(screen.page.locator(".bot-state .health")).not_to_have_attribute("data-health", "killed")
    screen.page.locator('[data-what="telegram_down"]').click()
    expect(screen.said).to_have_count(before + 1)
    expect(screen.page.locator("#account")).to_contain_text("None came twice")
    expect(screen.said).to_have_count(before + 1)
    expect(screen.page.locator("#strip")).to_be_hidden()


def test_what_waits_in_the_outbox_is_counted(opened: Opened) -> None:
    """A digest that falls due while Telegram refuses everything is shown as waiting, and later as sent."""
    screen = opened("tom")
    before = screen.said.count()
    screen.write("/subscribe weekly")
    expect(screen.said).not_to_have_count(before)
    expect(screen.page.locator("#clock-digest")).to_contain_text("next digest")
    screen.page.locator('[data-what="too_many"]').click()
    expect(screen.page.locator('[data-what="too_many"]')).to_have_attribute("aria-checked", "true")
    waiting = screen.page.locator('[data-count="waiting"] dd')
    try:
        screen.page.locator('[data-to="digest"]').click()
        expect(waiting).not_to_have_text("0")
    finally:
        screen.page.locator('[data-what="too_many"]').click()  # or nothing would arrive in the other tests either
    expect(waiting).to_have_text("0")
    expect(screen.said.last).to_contain_text("Weekly digest")
    expect(screen.page.locator("#clock-shift")).to_contain_text("ahead")
    expect(screen.page.locator("#log .day").last).to_have_text("Today")
    expect(screen.page.locator("#log .day").first).not_to_have_text("Today")
    screen.page.locator('[data-to="now"]').click()
    expect(screen.page.locator("#clock-shift")).not_to_contain_text("ahead")


def test_who_blocks_the_bot_cannot_write_to_it(opened: Opened) -> None:
    """As in Telegram the field goes away until the bot is let in again."""
    screen = opened("tom")
    screen.page.locator("#talk-head").get_by_role("button", name="Block the bot").click()
    expect(screen.page.locator("#writing")).to_be_hidden()
    expect(screen.page.locator('.chat[data-chat="tom"]')).to_contain_text("has blocked the bot")
    screen.page.locator("#instead").get_by_role("button", name="Unblock the bot").click()
    expect(screen.page.locator("#field")).to_be_visible()


def test_a_link_that_leads_outside_asks_first(opened: Opened) -> None:
    """Nothing leaves the machine by a slip of the mouse: the address is shown, and somebody has to want it."""
    screen = opened("tom")
    before = screen.said.count()
    screen.write("/sources 1")
    expect(screen.said).to_have_count(before + 1)
    screen.said.last.locator(".text a[href^=http]").last.click()
    expect(screen.page.locator("#alarm-text")).to_contain_text("https://")
    expect(screen.page.locator("#alarm-open")).to_have_attribute("rel", "noopener noreferrer")
    screen.page.keyboard.press("Escape")
    expect(screen.page.locator("#alarm")).to_be_hidden()
    assert len(screen.context.pages) == 1


def test_a_link_to_the_bot_leads_into_the_private_chat(opened: Opened) -> None:
    """Followed in the group, it brings whoever writes there to their own chat, and the bot answers there."""
    screen = opened("group")
    link = "https://t.me/solidarity_rehearsal_bot?start=read_1"
    script = "document.querySelector('#log').append(it.lay(given, 'en'))"
    screen.module("markup", script, f'<a href="{link}">Read in private</a>')
    screen.page.get_by_role("link", name="Read in private").click()
    expect(screen.page.locator("#talk-head h2")).to_have_text("Tom")
    expect(screen.said.filter(has_text="The Cranes Stand Still").last).to_be_visible()


def test_light_and_dark_can_be_chosen(opened: Opened) -> None:
    """The machine's choice comes first, one's own stays."""
    screen = opened("tom", theme="dark")
    root = screen.page.locator("html")
    expect(root).to_have_attribute("data-theme", "dark")
    screen.page.get_by_role("button", name="Light colours").click()
    expect(root).to_have_attribute("data-theme", "light")
    screen.page.reload()
    expect(root).to_have_attribute("data-theme", "light")


def test_a_refusal_is_a_sentence(opened: Opened) -> None:
    """What the server refuses is said in the page's language, not in codes."""
    screen = opened("tom")
    refused = {"error": "file_too_big", "values": {"limit": 50}}
    screen.page.route("**/messages", lambda route: route.fulfill(status=413, json=refused))
    screen.page.locator("#field").fill("x")
    screen.page.locator("#send").click()
    expect(screen.page.locator(".toast.bad")).to_have_text("A file may have at most 50 MB.")
    screen.complaints[:] = [text for text in screen.complaints if "413" not in text]


def test_edits_and_deletions_are_seen_at_once(opened: Opened) -> None:
    """A pressed button changes its message in place; a deleted message leaves a trace that says so."""
    screen = opened("tom")
    before = screen.said.count()
    screen.write("/subscribe weekly")
    expect(screen.said).to_have_count(before + 1)
    screen.key("/subscribe daily").click()
    expect(screen.page.locator("#log .changed")).not_to_have_count(0)
    expect(screen.said.last).to_contain_text("every day")
    last = int(screen.messages.last.get_attribute("data-id") or 0)
    screen.module("store", "it.apply({ kind: 'deleted', chat: 'tom', id: given })", last)
    expect(screen.page.locator(f'.trace[data-id="{last}"]')).to_have_text("This message was deleted.")
