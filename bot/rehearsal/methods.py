"""The table of methods: what the stand-in serves, and by which function."""

from __future__ import annotations

from bot.rehearsal import methods_chats as chats
from bot.rehearsal import methods_editing as editing
from bot.rehearsal import methods_intake as intake
from bot.rehearsal import methods_profiles as profiles
from bot.rehearsal import methods_sending as sending
from bot.rehearsal.methods_profiles import Method, keep_text
from bot.rehearsal.parameters import Given
from bot.rehearsal.worlds import World

_set_name, _get_name = keep_text("names", "name", 64)
_set_description, _get_description = keep_text("descriptions", "description", 512)
_set_short, _get_short = keep_text("short_descriptions", "short_description", 120)

METHODS: dict[str, Method] = {
    "getMe": profiles.get_me,
    "logOut": intake.say_goodbye,
    "close": intake.say_goodbye,
    "setWebhook": intake.set_webhook,
    "deleteWebhook": intake.delete_webhook,
    "getWebhookInfo": intake.get_webhook_info,
    "sendMessage": sending.send_message,
    "sendDocument": sending.send_document,
    "sendChatAction": sending.send_chat_action,
    "forwardMessage": sending.refuse_copies,
    "copyMessage": sending.refuse_copies,
    "editMessageText": editing.edit_message_text,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "deleteMessage": editing.delete_message,
    "deleteMessages": editing.delete_messages,
    "pinChatMessage": editing.pin_chat_message,
    "unpinChatMessage": editing.unpin_chat_message,
    "answerCallbackQuery": intake.answer_callback_query,
    "getFile": intake.get_file,
    "getChat": chats.get_chat,
    "getChatMember": chats.get_chat_member,
    "getChatAdministrators": chats.get_chat_administrators,
    "getChatMemberCount": chats.get_chat_member_count,
    "leaveChat": chats.leave_chat,
    "setMyCommands": profiles.set_my_commands,
    "getMyCommands": profiles.get_my_commands,
    "deleteMyCommands": profiles.delete_my_commands,
    "setMyName": _set_name,
    "getMyName": _get_name,
    "setMyDescription": _set_description,
    "getMyDescription": _get_description,
    "setMyShortDescription": _set_short,
    "getMyShortDescription": _get_short,
    "setChatMenuButton": profiles.set_chat_menu_button,
    "getChatMenuButton": profiles.get_chat_menu_button,
    "setMyDefaultAdministratorRights": profiles.set_my_default_administrator_rights,
}
# getUpdates waits, so it is served where the waiting is done: see polls.py.
NAMES: dict[str, str] = {name.lower(): name for name in [*METHODS, "getUpdates"]}


def run_method(world: World, method: str, given: Given) -> object:
    """Do a call whose parameters have been checked, all or nothing; raises `Verdict`."""
    with world.lock:
        return METHODS[method](world, given)
