"""What may be sent and what is refused, in Telegram's own words."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden

from bot.rehearsal import StandIn
from bot.rehearsal.people import Person

Ask = Callable[..., dict[str, Any]]


@pytest.fixture
def sara(telegram: StandIn) -> Person:
    return telegram.person("Sara", started=True)


def keyboard(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "Read on", **button}]]}


def test_a_message_arrives_as_people_see_it(telegram: StandIn, runner: asyncio.Runner, bot: Bot, sara: Person) -> None:
    buttons = InlineKeyboardMarkup(
        [
            [InlineKeyboardButton("Read on", callback_data="/read 3 2")],
            [InlineKeyboardButton("Source", "https://example.org")],
        ]
    )
    sent = runner.run(
        bot.send_message(
            sara.id, "<b>Week 3</b> &amp; more", ParseMode.HTML, reply_markup=buttons, disable_notification=True
        )
    )
    [message] = sara.inbox
    assert (message.id, message.text, message.html) == (sent.message_id, "Week 3 & more", "<b>Week 3</b> &amp; more")
    assert message.entities == [{"type": "bold", "offset": 0, "length": 6}]
    assert message.rendered == "<b>Week 3</b> &amp; more"
    assert message.silent
    assert [[button.label for button in row] for row in message.buttons] == [["Read on"], ["Source"]]
    assert message.button("/read 3 2") is message.button("Read on")
    assert telegram.sent == [message]
    [call] = telegram.calls_of("sendMessage")
    assert (call.status, call.chat_id, call.parameters["disable_notification"]) == (200, sara.id, True)


@pytest.mark.parametrize(
    ("text", "fits"), [("x" * 4096, True), ("x" * 4097, False), ("😀" * 2048, True), ("😀" * 2049, False)]
)
def test_a_text_has_4096_utf16_units(sara: Person, ask: Ask, text: str, *, fits: bool) -> None:
    answer = ask("sendMessage", chat_id=sara.id, text=f"<b>{text}</b>", parse_mode="HTML")
    assert answer["ok"] is fits
    assert fits or answer["description"] == "Bad Request: message is too long"


def test_a_caption_has_1024_utf16_units(sara: Person, runner: asyncio.Runner, bot: Bot) -> None:
    runner.run(bot.send_document(sara.id, b"x", filename="a.txt", caption="😀" * 512))
    with pytest.raises(BadRequest, match="caption is too long"):
        runner.run(bot.send_document(sara.id, b"x", filename="a.txt", caption="😀" * 513))
    [message] = sara.inbox
    assert message.file
    assert (message.file.name, message.file.content) == ("a.txt", b"x")


@pytest.mark.parametrize(
    ("parameters", "description"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": " \n\u200f"}, "text must be non-empty"),
        (
            {"text": "<b>x", "parse_mode": "HTML"},
            "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        ),
        ({"text": "a < b", "parse_mode": "HTML"}, 'can\'t parse entities: Unsupported start tag "" at byte offset 2'),
        ({"text": "x", "parse_mode": "BBCode"}, "unsupported parse_mode"),
        ({"text": "x", "reply_markup": keyboard(callback_data="x" * 65)}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "reply_markup": keyboard(callback_data="ی" * 33)}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "reply_markup": keyboard(callback_data="")}, "BUTTON_DATA_INVALID"),
        (
            {"text": "x", "reply_markup": keyboard(url="javascript:alert(1)")},
            "inline keyboard button URL 'javascript:alert(1)' is invalid: Unsupported URL protocol",
        ),
        (
            {"text": "x", "reply_markup": keyboard()},
            "can't parse inline keyboard button: text buttons are unallowed in the inline keyboard",
        ),
        ({"text": "x", "reply_markup": {"keyboard": [[{"text": "x"}]]}}, "inline keyboard expected"),
        ({"text": "x", "reply_parameters": {"message_id": 1}}, "message to be replied not found"),
        ({"text": "x", "message_thread_id": 7}, "message thread not found"),
        ({"text": "x", "disable_web_page_preview": True}, 'unknown parameter "disable_web_page_preview"'),
        ({}, "message text is empty"),
        ({"text": "x", "chat_id": 99}, "chat not found"),
        ({"text": "x", "chat_id": None}, "chat_id is empty"),
        ({"text": ["x"]}, 'can\'t parse parameter "text"'),
        ({"text": "x", "protect_content": "perhaps"}, 'can\'t parse parameter "protect_content"'),
        ({"text": "x", "reply_markup": "{"}, "can't parse reply markup JSON object"),
    ],
)
def test_what_telegram_refuses_is_refused(
    telegram: StandIn, sara: Person, ask: Ask, parameters: dict[str, Any], description: str
) -> None:
    answer = ask("sendMessage", **{"chat_id": sara.id, **parameters})
    assert answer == {"ok": False, "error_code": 400, "description": f"Bad Request: {description}"}
    assert telegram.sent == []


def test_callback_data_of_64_bytes_fits(sara: Person, ask: Ask) -> None:
    assert ask("sendMessage", chat_id=sara.id, text="x", reply_markup=keyboard(callback_data="ی" * 32))["ok"]


def test_a_press_is_answered_once_and_in_time(
    telegram: StandIn, runner: asyncio.Runner, bot: Bot, sara: Person, ask: Ask
) -> None:
    ask("sendMessage", chat_id=sara.id, text="x", reply_markup=keyboard(callback_data="/read 3"))
    press = sara.presses(sara.inbox[0], "Read on")
    late = sara.presses(sara.inbox[0], "/read 3")
    late.expires()
    first, second = runner.run(bot.get_updates())
    assert first.callback_query
    assert second.callback_query
    assert first.callback_query.data == "/read 3"
    runner.run(first.callback_query.answer("Here it is", show_alert=True))
    assert (press.answered, press.toast, press.alert) == (True, "Here it is", True)
    for query in (first.callback_query, second.callback_query):
        with pytest.raises(BadRequest, match=r"(?i)query is too old"):
            runner.run(query.answer())
    assert not late.answered


def test_a_button_with_a_link_is_not_pressed(sara: Person, ask: Ask) -> None:
    ask("sendMessage", chat_id=sara.id, text="x", reply_markup=keyboard(url="https://example.org"))
    with pytest.raises(AssertionError, match="opens a link"):
        sara.presses(sara.inbox[0], "Read on")
    with pytest.raises(AssertionError, match="0 buttons match"):
        sara.presses(sara.inbox[0], "Next")


def test_nobody_is_written_to_who_never_wrote(telegram: StandIn, ask: Ask) -> None:
    tom = telegram.person("Tom")
    answer = ask("sendMessage", chat_id=tom.id, text="x")
    assert answer["description"] == "Bad Request: chat not found"
    telegram.group("Friends", members=[tom])
    answer = ask("sendMessage", chat_id=tom.id, text="x")
    assert answer["description"] == "Forbidden: bot can't initiate conversation with a user"
    tom.says("/start")
    assert ask("sendMessage", chat_id=tom.id, text="x")["ok"]


def test_who_blocked_the_bot_gets_nothing(telegram: StandIn, runner: asyncio.Runner, bot: Bot, sara: Person) -> None:
    sara.blocks_the_bot()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        runner.run(bot.send_message(sara.id, "x"))
    sara.unblocks_the_bot()
    runner.run(bot.send_message(sara.id, "y"))
    assert [message.text for message in sara.inbox] == ["y"]
    blocked, unblocked = runner.run(bot.get_updates())
    assert blocked.my_chat_member
    assert unblocked.my_chat_member
    assert blocked.my_chat_member.new_chat_member.status == "kicked"
    assert unblocked.my_chat_member.new_chat_member.status == "member"
    sara.deletes_the_account()
    with pytest.raises(Forbidden, match="user is deactivated"):
        runner.run(bot.send_message(sara.id, "z"))


def test_an_edit_changes_the_message_in_place(
    telegram: StandIn, runner: asyncio.Runner, bot: Bot, sara: Person
) -> None:
    sent = runner.run(bot.send_message(sara.id, "before"))
    runner.run(sent.edit_text("<i>after</i>", ParseMode.HTML))
    [message] = sara.inbox
    assert (message.text, message.edited, message.former_texts) == ("after", 1, ["before"])
    with pytest.raises(BadRequest, match=r"(?i)message is not modified: specified new message content"):
        runner.run(sent.edit_text("<i>after</i>", ParseMode.HTML))
    runner.run(sent.edit_reply_markup(InlineKeyboardMarkup([[InlineKeyboardButton("x", callback_data="/x")]])))
    assert message.button("x").data == "/x"
    runner.run(sent.edit_text("after"))
    assert message.buttons == [], "an edit without buttons takes them away"
    theirs = sara.says("mine")
    with pytest.raises(BadRequest, match=r"(?i)message can't be edited"):
        runner.run(bot.edit_message_text("yours", sara.id, theirs.id))
    with pytest.raises(BadRequest, match=r"(?i)message to edit not found"):
        runner.run(bot.edit_message_text("nothing", sara.id, 1))


def test_only_young_messages_are_deleted(runner: asyncio.Runner, bot: Bot, telegram: StandIn, sara: Person) -> None:
    now = datetime(2026, 1, 12, 18, 0, tzinfo=UTC)
    telegram.clock = lambda: now
    sent = [runner.run(bot.send_message(sara.id, f"{n}")) for n in range(3)]
    assert sent[0].date == now
    now += timedelta(hours=47)
    runner.run(sent[0].delete())
    with pytest.raises(BadRequest, match=r"(?i)message to delete not found"):
        runner.run(sent[0].delete())
    now += timedelta(hours=2)
    with pytest.raises(BadRequest, match=r"(?i)message can't be deleted for everyone"):
        runner.run(sent[1].delete())
    assert runner.run(bot.delete_messages(sara.id, [message.message_id for message in sent]))
    runner.run(sent[1].edit_text("edited all the same"))
    assert [message.text for message in sara.inbox] == ["edited all the same", "2"]


def test_listeners_hear_of_every_change(telegram: StandIn, runner: asyncio.Runner, bot: Bot, sara: Person) -> None:
    heard: list[tuple[str, str]] = []
    telegram.world.listeners.append(
        lambda change: heard.append((change.kind, change.message.text)) if change.message else None
    )
    sara.says("/start")
    sent = runner.run(bot.send_message(sara.id, "one"))
    runner.run(sent.edit_text("two"))
    runner.run(sent.delete())
    assert heard == [("message", "/start"), ("message", "one"), ("edited", "two"), ("deleted", "two")]


def test_telegram_drops_what_is_beyond_a_hundred_entities(sara: Person, ask: Ask) -> None:
    ask("sendMessage", chat_id=sara.id, text=" ".join(["<b>x</b>"] * 101), parse_mode="HTML")
    assert len(sara.inbox[0].entities) == 100


def test_the_bot_is_served_without_telegrams_own_parser(
    monkeypatch: pytest.MonkeyPatch, telegram: StandIn, sara: Person, ask: Ask
) -> None:
    """Where tdjson can't be installed, our reader answers in its place."""
    monkeypatch.setattr("bot.rehearsal.tdlib.available", lambda: False)
    text = '<b>Week</b> <a href="https://example.org">source</a> /read'
    assert ask("sendMessage", chat_id=sara.id, text=text, parse_mode="HTML")["ok"]
    assert [entity["type"] for entity in sara.inbox[0].entities] == ["bold", "text_link", "bot_command"]
    answer = ask("sendMessage", chat_id=sara.id, text="<b>x</i>", parse_mode="HTML")
    assert 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"' in answer["description"]


def test_mentions_of_people_need_a_person_the_bot_has_met(telegram: StandIn, sara: Person, ask: Ask) -> None:
    stranger = telegram.person("Stranger")
    for who in (sara, stranger):
        ask("sendMessage", chat_id=sara.id, text=f'<a href="tg://user?id={who.id}">you</a>', parse_mode="HTML")
    known, unknown = sara.inbox
    assert [entity["user"]["id"] for entity in known.entities] == [sara.id]
    assert unknown.entities == []
