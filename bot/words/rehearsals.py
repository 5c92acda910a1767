"""Every sentence of the rehearsal: of its page, and of its terminal."""

from __future__ import annotations

import re

from bot.refusals import N_
from bot.words.bidi import strip_marks
from bot.words.languages import Language, Spoken

_PLACE = re.compile(r"\{(\w+)\}")

_FRAME = {
    "title": N_("Rehearsal"),
    "subtitle": N_("A campaign's bot on your own machine. Nothing here leaves it."),
    "chats": N_("Chats"),
    "back": N_("Back to the chats"),
    "language": N_("Language of this page"),
    "about": N_(
        "This is a rehearsal: the real bot talks to a stand-in for Telegram. All people, posts and figures are "
        "samples, and everything is erased when the rehearsal ends."
    ),
    "token": N_(
        "For the real thing, talk to @BotFather in Telegram, send /newbot, and start again with BOT_TOKEN set to the "
        "token that it gives you."
    ),
    "role_member": N_("Member"),
    "role_coordinator": N_("Coordinator"),
    "role_group": N_("Group"),
    "role_channel": N_("Channel"),
    "reads_en": N_("reads English"),
    "reads_fa": N_("reads Farsi"),
    "unread": N_("Unread: {n}"),
    "no_messages": N_("Nothing has been said here yet."),
    "today": N_("Today"),
    "connection_lost": N_("The rehearsal doesn't answer. Does it still run in its terminal?"),
    "connection_back": N_("The rehearsal answers again."),
    "close": N_("Close"),
    "cancel": N_("Cancel"),
}
_WRITING = {
    "message": N_("Message"),
    "send": N_("Send"),
    "start": N_("Start"),
    "attach": N_("Send a file"),
    "caption": N_("A line beside the file"),
    "drop_file": N_("Drop the file here to send it"),
    "menu": N_("Commands"),
    "write_as": N_("Write as"),
    "bot_name": N_("The bot"),
    "channel_post": N_("Post in the channel"),
    "edited": N_("edited"),
    "deleted": N_("This message was deleted."),
    "service": N_("Notice"),
    "download": N_("Save {name}"),
    "file_size": N_("{size} kB"),
    "copied": N_("Copied."),
    "scroll_down": N_("To the newest message"),
    "spoiler": N_("Hidden text; press to see it"),
    "opens_outside": N_("This link leads out of the rehearsal, into the internet: {link}"),
}
_CLOCK = {
    "clock": N_("Clock"),
    "clock_shifted": N_("The clock runs ahead of yours by {shift}."),
    "clock_right": N_("The clock is that of your machine."),
    "to_now": N_("Back to the real time"),
    "to_hour": N_("One hour on"),
    "to_digest": N_("On to the next digest"),
    "next_digest": N_("The next digest is due {time}."),
    "no_digest": N_("No digest is planned. Let somebody subscribe first, for example with /subscribe weekly"),
}
_BOT = {
    "bot": N_("The bot's process"),
    "bot_starting": N_("The bot is starting …"),
    "bot_running": N_("The bot is running."),
    "bot_killed": N_("The bot was killed. What it had promised stands in its outbox."),
    "bot_broken": N_("The bot stopped by itself. Its last lines say why."),
    "outbox": N_("Outbox"),
    "waiting": N_("Waiting: {n}"),
    "uncertain": N_("Uncertain: {n}"),
    "failed": N_("Failed: {n}"),
    "sent": N_("Sent: {n}"),
    "log": N_("The bot's last lines"),
    "log_empty": N_("The bot has written nothing yet."),
}
_TROUBLES = {
    "troubles": N_("Troubles"),
    "troubles_about": N_("Break something, and see that nothing is lost and nothing comes twice."),
    "telegram_down": N_("Telegram is down"),
    "telegram_down_about": N_("Every connection breaks, as in an outage; switched off, Telegram is back."),
    "too_many": N_("Telegram says: too many requests"),
    "too_many_about": N_("Every message is refused with the advice to wait; switched off, what waited arrives."),
    "kill": N_("Kill the bot"),
    "kill_about": N_("As when the power fails: the process ends at once, in the middle of whatever it does."),
    "start_bot": N_("Start the bot again"),
    "block": N_("Block the bot"),
    "unblock": N_("Unblock the bot"),
    "blocked": N_("{name} has blocked the bot."),
}
_GUIDE = {
    "guide": N_("A round in five steps"),
    "guide_progress": N_("Step {n} of {of}"),
    "guide_done": N_("That was the round. Now try what you like; the troubles are worth a look."),
    "guide_skip": N_("Skip the round"),
    "guide_again": N_("Begin the round again"),
    "guide_show": N_("Show me"),
    "guide_fill": N_("Try this"),
    "guide_next": N_("Next step"),
    "guide_1_title": N_("Subscribe"),
    "guide_1": N_("You are Tom, who reads English. Order the weekly digest."),
    "guide_1_try": N_("/subscribe weekly"),
    "guide_2_title": N_("Bring a text"),
    "guide_2": N_("You are Nasrin, a coordinator. Bring a statement, look at its card and submit it."),
    "guide_2_try": N_(
        "/new statement\nTea for the Night Shift\n\nThe nurses of the North Clinic ask for a warm room at night. "
        "They have asked three times since October. We ask the board to answer them in writing.\n\n"
        "Friends of the North Clinic\n12 January 2026"
    ),
    "guide_3_title": N_("Approve it"),
    "guide_3": N_("You are Dara, the second coordinator. Nobody approves their own text, so this one waits for you."),
    "guide_4_title": N_("See it arrive"),
    "guide_4": N_("The channel gets every statement as soon as it is out. Look there."),
    "guide_5_title": N_("Read it in Farsi"),
    "guide_5": N_("You are Sara, who reads Farsi. Ask for the newest posts, or for this week in brief."),
    "guide_5_try": N_("/week"),
}
_ERRORS = {
    "refused": N_("The rehearsal takes this from its own page alone."),
    "not_understood": N_("The rehearsal could not read this request."),
    "not_found": N_("There is no such thing in this rehearsal."),
    "empty": N_("There is nothing to send."),
    "text_too_long": N_("A text may have at most {limit} characters."),
    "file_too_big": N_("A file may have at most {limit} MB."),
    "caption_too_long": N_("The line beside a file may have at most {limit} characters."),
    "no_files_here": N_("Send a file to the bot in a private chat."),
    "not_a_writer": N_("Nobody of that name writes here."),
    "is_blocked": N_("{name} has blocked the bot. Unblock it first."),
    "button_gone": N_("This button is gone. The newest message has the ones that hold."),
    "not_our_link": N_("This link does not lead to the bot."),
    "not_ready": N_("The rehearsal is still being set up. A moment, please."),
    "bot_runs": N_("The bot runs already."),
    "bot_is_down": N_("The bot does not run. Start it again first."),
}
_TERMINAL = {
    "page_ready": N_("The rehearsal is at {address} – open it in a browser. Ctrl-C ends it and erases everything."),
    "page_preparing": N_("The sample posts are being brought in; the page can be used meanwhile."),
    "all_ready": N_("Everything is ready."),
    "ended": N_("The rehearsal is over; its data are erased."),
    "preparing_failed": N_("The sample posts could not be brought in: {why}"),
    "talk_ready": N_("You are {name}. What you type goes to the bot. :help shows more, :quit ends the rehearsal."),
    "talk_help": N_(
        "A line you type is sent to the bot.\n"
        ":as tom | sara | nasrin | dara – be somebody else, in their private chat\n"
        ":in tom | group | channel – write there\n"
        ":press N – press button N\n"
        ":file PATH – send a file\n"
        ":clock now | hour | digest – set the clock\n"
        ":trouble down | flood | block | kill | over – break something; over mends it\n"
        ":log – the bot's last lines\n"
        ":quit – end the rehearsal"
    ),
    "talk_as": N_("You are {name} now."),
    "talk_in": N_("You write in {chat} now, as {name}."),
    "talk_silence": N_("The bot keeps silent."),
    "talk_unknown": N_("There is no {word} here. :help shows what there is."),
    "talk_no_button": N_("There is no button {word}."),
    "talk_no_file": N_("The file {path} can't be read: {why}"),
    "talk_clock": N_("The clock shows {time} (UTC)."),
    "talk_toast": N_("Notice over the chat: {text}"),
    "talk_edited": N_("The message is now:"),
    "talk_deleted": N_("A message was deleted."),
    "talk_where": N_("In {chat}:"),
    "talk_file": N_("File: {name} ({size} bytes)"),
    "talk_trouble": N_("Done."),
    "talk_slow": N_("The bot has not answered within {seconds} seconds."),
}
_PAGE = {
    "panel": N_("Clock, troubles and the bot"),
    "choose_chat": N_("Choose a chat to begin."),
    "skip_to_field": N_("To the field for messages"),
    "theme_dark": N_("Dark colours"),
    "theme_light": N_("Light colours"),
    "connection_reconnecting": N_("The rehearsal doesn't answer. Trying to reach it again …"),
    "open_outside": N_("Open it"),
    "moment": N_("{day}, {time}"),
    "message_of": N_("{name}, {time}"),
    "messages_of": N_("Messages in {name}"),
    "buttons": N_("Buttons of this message"),
    "copy": N_("Press to copy"),
    "show_more": N_("Show all of it"),
    "show_less": N_("Show less"),
    "menu_offers": N_("Commands to choose from: {n}"),
    "blocked_short": N_("has blocked the bot"),
    "block_who": N_("A member blocks the bot"),
    "count_waiting": N_("Waiting"),
    "count_uncertain": N_("Uncertain"),
    "count_failed": N_("Failed"),
    "count_sent": N_("Sent"),
    "short_starting": N_("Starting …"),
    "short_running": N_("Running"),
    "short_troubled": N_("In trouble"),
    "short_killed": N_("Killed"),
    "short_broken": N_("Stopped"),
    "strip_telegram_down": N_("Telegram is down: nothing gets through, and nothing is lost."),
    "strip_too_many": N_("Telegram refuses every message: too many requests."),
    "account_once": N_("All is well again. Messages that arrived since: {n}. None came twice."),
    "account_twice": N_("All is well again. Messages that arrived since: {n}. Of these came twice: {twice}."),
    "account_uncertain": N_(
        "Messages that may have arrived or not: {n}. Where a second copy would be worse than none, a coordinator "
        "decides with /outbox"
    ),
    "guide_do": N_("Do it for me"),
    "guide_ticked": N_("Done"),
}
SENTENCES = _FRAME | _WRITING | _CLOCK | _BOT | _TROUBLES | _GUIDE | _ERRORS | _TERMINAL | _PAGE


def sentences(speech: Language) -> dict[str, str]:
    """Every sentence by its key, in this language and as plain text; `{name}` places are left for the page to fill."""
    return {key: _open(speech, key, text) for key, text in SENTENCES.items()}


def _open(speech: Language, key: str, text: str) -> str:
    said = speech.plain(text, **{name: Spoken(f"{{{name}}}") for name in _PLACE.findall(text)})
    return strip_marks(said) if key.endswith("_try") else said  # that is typed as it stands
