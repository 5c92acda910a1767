"""How the bot fetches what people did: offsets, waiting, conflicts, privacy."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from telegram import Bot
from telegram.error import Conflict, InvalidToken

from bot.rehearsal import StandIn

Ask = Callable[..., dict[str, Any]]


def fetch(ask: Ask, **parameters: Any) -> list[dict[str, Any]]:
    answer = ask("getUpdates", **parameters)
    assert answer["ok"], answer
    found: list[dict[str, Any]] = answer["result"]
    return found


def test_what_is_not_confirmed_comes_again(telegram: StandIn, ask: Ask) -> None:
    sara = telegram.person("Sara")
    numbers = [sara.says(f"/read {n}").update_id for n in range(3)]
    assert [u["update_id"] for u in fetch(ask)] == numbers
    assert [u["update_id"] for u in fetch(ask)] == numbers
    assert [u["update_id"] for u in fetch(ask, offset=numbers[1])] == numbers[1:]
    assert [u["update_id"] for u in fetch(ask)] == numbers[1:], "the first is confirmed and gone"
    assert [u["update_id"] for u in fetch(ask, limit=1)] == numbers[1:2]


def test_a_negative_offset_keeps_only_the_newest(telegram: StandIn, ask: Ask) -> None:
    sara = telegram.person("Sara")
    numbers = [sara.says(f"/read {n}").update_id for n in range(5)]
    assert [u["update_id"] for u in fetch(ask, offset=-2)] == numbers[-2:]
    assert [u["update_id"] for u in fetch(ask)] == numbers[-2:]


def test_at_most_a_hundred_come_at_once(telegram: StandIn, ask: Ask) -> None:
    sara = telegram.person("Sara")
    for n in range(103):
        sara.says(f"/read {n}")
    first = fetch(ask)
    assert len(first) == 100
    assert len(fetch(ask, offset=first[-1]["update_id"] + 1)) == 3


def test_a_poll_ends_as_soon_as_somebody_says_something(telegram: StandIn, ask: Ask) -> None:
    sara = telegram.person("Sara")
    threading.Timer(0.1, sara.says, ["/start"]).start()
    began = time.monotonic()
    [update] = fetch(ask, timeout=10)
    assert update["message"]["text"] == "/start"
    assert 0.05 < time.monotonic() - began < 5


def test_a_poll_is_never_held_longer_than_the_cap(telegram: StandIn, ask: Ask) -> None:
    telegram.poll_seconds_cap = 0.1
    began = time.monotonic()
    assert fetch(ask, timeout=50) == []
    assert 0.08 < time.monotonic() - began < 5


def test_a_second_poll_ends_the_first_with_409(telegram: StandIn, runner: asyncio.Runner, bot: Bot) -> None:
    """Two processes with one token are told so, as with Telegram; the newer one goes on."""
    sara = telegram.person("Sara")

    async def poll_twice() -> str | None:
        async with Bot(telegram.world.token, base_url=telegram.api_url) as twin:
            first = asyncio.create_task(bot.get_updates(timeout=10))
            await asyncio.sleep(0.1)
            second = asyncio.create_task(twin.get_updates(timeout=10))
            with pytest.raises(Conflict, match="terminated by other getUpdates request"):
                await first
            sara.says("/start")
            [update] = await second
            assert update.message is not None
            return update.message.text

    assert runner.run(poll_twice()) == "/start"


def test_no_updates_while_a_webhook_is_set(telegram: StandIn, runner: asyncio.Runner, bot: Bot) -> None:
    runner.run(bot.set_webhook("https://example.org/hook"))
    assert runner.run(bot.get_webhook_info()).url == "https://example.org/hook"
    with pytest.raises(Conflict, match="webhook is active"):
        runner.run(bot.get_updates())
    runner.run(bot.delete_webhook())
    assert runner.run(bot.get_updates()) == ()


def test_the_kinds_asked_for_are_remembered(telegram: StandIn, ask: Ask) -> None:
    sara = telegram.person("Sara")
    fetch(ask, allowed_updates=["callback_query"])
    assert sara.says("/start").update_id is None
    fetch(ask)
    assert sara.says("/start").update_id is None, "still only presses"
    fetch(ask, allowed_updates=[])
    assert sara.says("/start").update_id is not None


def test_settling_waits_for_the_confirmation(telegram: StandIn, ask: Ask) -> None:
    update = telegram.person("Sara").says("/start").update_id
    assert update is not None
    fetch(ask)
    with pytest.raises(AssertionError, match=f"message {update}"):
        telegram.settle(timeout=0.1)
    confirming = threading.Timer(0.1, fetch, [ask], {"offset": update + 1})
    confirming.start()
    telegram.settle(timeout=5)
    confirming.join()


def test_a_wrong_token_is_refused(telegram: StandIn, runner: asyncio.Runner) -> None:
    with pytest.raises(InvalidToken):
        runner.run(Bot("123456:WRONG", base_url=telegram.api_url).initialize())


def test_every_way_of_giving_parameters_is_understood(telegram: StandIn) -> None:
    sara = telegram.person("Sara", started=True)
    url = f"{telegram.api_url}{telegram.world.token}/sendmessage"
    words = {"chat_id": str(sara.id), "text": "salâm"}
    with httpx.Client(trust_env=False) as client:
        client.get(url, params=words)
        client.post(url, params=words)
        client.post(url, data=words)
        client.post(url, json=words)
        client.post(url, files={name: (None, value) for name, value in words.items()})
    assert [message.text for message in sara.inbox] == ["salâm"] * 5


def test_an_unknown_method_is_not_found(ask: Ask) -> None:
    assert ask("sendPigeon")["error_code"] == 404


def test_other_names_for_this_machine_are_refused(telegram: StandIn) -> None:
    """A page in a browser that has bent a name of its own to 127.0.0.1 gets nothing."""
    url = f"{telegram.api_url}{telegram.world.token}/getMe"
    assert httpx.get(url, trust_env=False).status_code == 200
    assert httpx.get(url, trust_env=False, headers={"Host": "evil.example"}).status_code == 403


def test_the_bot_hears_only_what_is_meant_for_it_in_groups(telegram: StandIn, ask: Ask) -> None:
    sara, tom = telegram.person("Sara"), telegram.person("Tom")
    group = telegram.group("Friends", members=[sara], administrators=[tom])
    ask("sendMessage", chat_id=group.id, text="Good morning")
    heard = {
        text: sara.says(text, in_=group).update_id is not None
        for text in ["hello", "/week", "/week@solidarity_test_bot", "/week@other_bot", "see /week"]
    }
    assert heard == {
        "hello": False,
        "/week": True,
        "/week@solidarity_test_bot": True,
        "/week@other_bot": False,
        "see /week": False,
    }
    assert sara.says("thank you", in_=group, reply_to=group.last).update_id is not None
    group.add_bot(by=tom, administrator=True)
    assert sara.says("hello", in_=group).update_id is not None, "an administrator bot hears everything"


def test_an_anonymous_administrator_hides_behind_the_group(telegram: StandIn, runner: asyncio.Runner, bot: Bot) -> None:
    group = telegram.group("Friends")
    group.anonymous_admin_says("/subscribe")
    [update] = runner.run(bot.get_updates())
    assert update.effective_user
    assert update.effective_user.id == 1087968824
    assert update.message
    assert update.message.sender_chat
    assert update.message.sender_chat.id == group.id


def test_commands_and_links_are_found_in_what_people_write(telegram: StandIn, ask: Ask) -> None:
    message = telegram.person("Sara").says("/search 😀 #news https://example.org @someone_else")
    found = [(entity["type"], entity["offset"], entity["length"]) for entity in message.entities]
    assert found == [("bot_command", 0, 7), ("hashtag", 11, 5), ("url", 17, 19), ("mention", 37, 13)]


def test_a_long_text_is_pasted_in_several_messages(telegram: StandIn) -> None:
    text = "😀" * 3000 + "x" * 4096
    parts = telegram.person("Nasrin").pastes(text)
    assert [len(part.text.encode("utf-16-le")) // 2 for part in parts] == [4096, 4096, 1904]
    assert "".join(part.text for part in parts) == text


def test_files_and_forwards_reach_the_bot(telegram: StandIn, runner: asyncio.Runner, bot: Bot) -> None:
    nasrin = telegram.person("Nasrin")
    channel = telegram.channel("Voices")
    nasrin.uploads("week.md", b"# Week 3", caption="/new update")
    nasrin.forwards("A statement", origin=channel)
    mine = nasrin.says("first")
    nasrin.edits(mine, "second")
    document, forward, _, edit = runner.run(bot.get_updates())
    assert document.message
    assert document.message.document
    file = runner.run(bot.get_file(document.message.document))
    assert bytes(runner.run(file.download_as_bytearray())) == b"# Week 3"
    assert document.message.caption == "/new update"
    assert forward.message
    assert forward.message.forward_origin
    assert forward.message.forward_origin.type == "channel"
    assert edit.edited_message
    assert edit.edited_message.text == "second"


def test_a_file_over_20_mb_cannot_be_fetched(telegram: StandIn, ask: Ask) -> None:
    message = telegram.person("Nasrin").uploads("big.pdf", bytes(20 * 2**20 + 1))
    assert message.file
    answer = ask("getFile", file_id=message.file.file_id)
    assert answer["description"] == "Bad Request: file is too big"


def test_a_deep_link_starts_the_bot(telegram: StandIn) -> None:
    sara = telegram.person("Sara")
    assert sara.opens("https://t.me/solidarity_test_bot?start=read_12_fa").text == "/start read_12_fa"
    with pytest.raises(AssertionError):
        sara.opens("https://t.me/other_bot?start=read_12")
