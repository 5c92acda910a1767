"""Groups, topics, channels, and what the bot may do in them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden

from bot.rehearsal import StandIn

Ask = Callable[..., dict[str, Any]]


def test_a_small_group_becomes_a_supergroup(telegram: StandIn, runner: asyncio.Runner, bot: Bot) -> None:
    sara = telegram.person("Sara")
    group = telegram.group("Friends", members=[sara], supergroup=False)
    old = group.id
    assert -(10**12) < old < 0
    before = runner.run(bot.send_message(old, "before"))
    new = group.migrate()
    assert new < -(10**12)
    with pytest.raises(ChatMigrated) as refusal:
        runner.run(bot.send_message(old, "lost"))
    assert refusal.value.new_chat_id == new
    with pytest.raises(ChatMigrated):
        runner.run(before.edit_text("lost too"))
    runner.run(bot.send_message(new, "after"))
    assert [message.text for message in group.messages] == ["before", "after"]
    leaving, coming = (update.message for update in runner.run(bot.get_updates()))
    assert leaving
    assert coming
    assert (leaving.chat.id, leaving.migrate_to_chat_id) == (old, new)
    assert (coming.chat.id, coming.migrate_from_chat_id) == (new, old)


def test_a_forum_has_topics(telegram: StandIn, runner: asyncio.Runner, bot: Bot) -> None:
    sara = telegram.person("Sara")
    group = telegram.group("Forum", members=[sara], forum=True)
    news, other = group.topic("News"), group.topic("Other")
    sara.says("/week", topic=news)
    updates = runner.run(bot.get_updates())
    assert [u.message.message_thread_id for u in updates if u.message] == [
        news.thread_id,
        other.thread_id,
        news.thread_id,
    ]
    runner.run(bot.send_message(group.id, "in news", message_thread_id=news.thread_id))
    runner.run(bot.send_message(group.id, "in general"))
    assert [message.text for message in news.messages] == ["in news"]
    assert other.messages == []
    with pytest.raises(BadRequest, match="Message thread not found"):
        runner.run(bot.send_message(group.id, "x", message_thread_id=news.thread_id + 100))
    other.close()
    with pytest.raises(BadRequest, match=r"(?i)topic_closed"):
        runner.run(bot.send_message(group.id, "x", message_thread_id=other.thread_id))
    news.delete()
    with pytest.raises(BadRequest, match="Message thread not found"):
        runner.run(bot.send_message(group.id, "x", message_thread_id=news.thread_id))


def test_a_channel_is_written_to_by_administrators_alone(telegram: StandIn, runner: asyncio.Runner, bot: Bot) -> None:
    nasrin = telegram.person("Nasrin")
    channel = telegram.channel("Voices", administrators=[nasrin])
    with pytest.raises(BadRequest, match="Chat not found"):
        runner.run(bot.send_message(channel.id, "x"))
    assert channel.posts_text("/subscribe").update_id is None
    channel.add_bot(by=nasrin, can_post=False)
    with pytest.raises(BadRequest, match="Need administrator rights in the channel chat"):
        runner.run(bot.send_message(channel.id, "x"))
    channel.add_bot(by=nasrin, can_post=True)
    runner.run(bot.send_message(channel.id, "post"))
    channel.posts_text("/subscribe weekly", author=nasrin)
    channel.remove_bot(by=nasrin)
    with pytest.raises(Forbidden, match="bot was kicked from the channel chat"):
        runner.run(bot.send_message(channel.id, "x"))
    assert [post.text for post in channel.posts] == ["post"]
    added, promoted, post, removed = runner.run(bot.get_updates())
    assert added.my_chat_member
    assert promoted.my_chat_member
    assert removed.my_chat_member
    assert added.my_chat_member.old_chat_member.status == "left"
    assert promoted.my_chat_member.new_chat_member.to_dict()["can_post_messages"] is True
    assert removed.my_chat_member.new_chat_member.status == "kicked"
    assert post.channel_post
    assert post.channel_post.author_signature == "Nasrin"
    assert post.channel_post.sender_chat
    assert post.channel_post.sender_chat.id == channel.id


def test_readers_press_buttons_under_a_post(telegram: StandIn, ask: Ask) -> None:
    nasrin, reader = telegram.person("Nasrin"), telegram.person("Reader")
    channel = telegram.channel("Voices", administrators=[nasrin])
    channel.add_bot(by=nasrin)
    buttons = {"inline_keyboard": [[{"text": "Read on", "callback_data": "/read 3"}]]}
    ask("sendMessage", chat_id=channel.id, text="post", reply_markup=buttons)
    assert reader.presses(channel.last, "Read on").update_id is not None
    assert ask("sendMessage", chat_id=reader.id, text="x")["description"] == "Bad Request: chat not found"


def test_the_bot_can_be_thrown_out_silenced_and_leave(telegram: StandIn, runner: asyncio.Runner, bot: Bot) -> None:
    tom = telegram.person("Tom")
    group = telegram.group("Friends", administrators=[tom])
    group.members_may_write = False
    with pytest.raises(BadRequest, match="Not enough rights to send text messages to the chat"):
        runner.run(bot.send_message(group.id, "x"))
    group.add_bot(by=tom, administrator=True)
    runner.run(bot.send_message(group.id, "x"))
    group.remove_bot(by=tom)
    with pytest.raises(Forbidden, match="bot was kicked from the supergroup chat"):
        runner.run(bot.send_message(group.id, "x"))
    group.add_bot(by=tom)
    group.members_may_write = True
    runner.run(bot.leave_chat(group.id))
    with pytest.raises(Forbidden, match="bot is not a member of the supergroup chat"):
        runner.run(bot.send_message(group.id, "x"))


def test_who_is_an_administrator_can_be_asked(telegram: StandIn, runner: asyncio.Runner, bot: Bot) -> None:
    sara, tom, other = telegram.person("Sara"), telegram.person("Tom"), telegram.person("Other")
    group = telegram.group("Friends", members=[sara], administrators=[tom])
    statuses = [runner.run(bot.get_chat_member(group.id, who.id)).status for who in (sara, tom, other)]
    assert statuses == ["member", "administrator", "left"]
    assert [member.user.id for member in runner.run(bot.get_chat_administrators(group.id))] == [tom.id]
    assert runner.run(bot.get_chat_member_count(group.id)) == 3
    group.promotes(sara)
    assert runner.run(bot.get_chat_member(group.id, sara.id)).status == "administrator"
    with pytest.raises(BadRequest, match="User not found"):
        runner.run(bot.get_chat_member(group.id, 7))
    assert runner.run(bot.get_chat(group.id)).title == "Friends"
    assert runner.run(bot.get_chat_member(group.id, bot.id)).status == "member"


def test_pinning_needs_the_right(telegram: StandIn, runner: asyncio.Runner, bot: Bot) -> None:
    tom = telegram.person("Tom")
    group = telegram.group("Friends", administrators=[tom])
    sent = runner.run(bot.send_message(group.id, "x"))
    with pytest.raises(BadRequest, match="Not enough rights to manage pinned messages in the chat"):
        runner.run(sent.pin())
    group.add_bot(by=tom, administrator=True)
    runner.run(sent.pin())
    assert group.last.pinned


def test_what_the_bot_says_of_itself_is_kept(telegram: StandIn, runner: asyncio.Runner, bot: Bot) -> None:
    runner.run(bot.set_my_commands([("week", "This week")], language_code="en"))
    runner.run(bot.set_my_commands([("week", "این هفته")], {"type": "all_private_chats"}, "fa"))  # type: ignore[arg-type]
    runner.run(bot.set_my_description("A bot", "en"))
    runner.run(bot.set_my_short_description("Short"))
    assert telegram.commands == {
        ('{"type": "default"}', "en"): [{"command": "week", "description": "This week"}],
        ('{"type": "all_private_chats"}', "fa"): [{"command": "week", "description": "این هفته"}],
    }
    assert telegram.descriptions == {"en": "A bot"}
    assert runner.run(bot.get_my_short_description("fa")).short_description == "Short"
    assert [command.command for command in runner.run(bot.get_my_commands(language_code="en"))] == ["week"]
    with pytest.raises(BadRequest, match=r"(?i)bot_command_invalid"):
        runner.run(bot.set_my_commands([("Week", "x")]))
    runner.run(bot.delete_my_commands(language_code="en"))
    assert len(telegram.commands) == 1


def test_copies_are_not_in_the_stand_in(telegram: StandIn, runner: asyncio.Runner, bot: Bot) -> None:
    """A forward would show who wrote a text; the bot must never make one."""
    sara = telegram.person("Sara")
    message = sara.says("/start")
    with pytest.raises(BadRequest, match="Not in the stand-in"):
        runner.run(bot.forward_message(sara.id, sara.id, message.id))
