"""Methods by which the bot learns what people did: webhooks, presses, files."""

from __future__ import annotations

from bot.rehearsal.entities import count_units
from bot.rehearsal.parameters import Given
from bot.rehearsal.verdicts import refuse
from bot.rehearsal.worlds import World

DOWNLOAD_LIMIT = 20 * 2**20
TOAST_LIMIT = 200


def set_webhook(world: World, given: Given) -> object:
    """Store a webhook's address; nothing is ever sent to it, but getUpdates is refused while it is there."""
    url = given["url"]
    if not url.startswith("https://"):
        raise refuse("bad webhook: An HTTPS URL must be provided for webhook")
    if "allowed_updates" in given:
        world.updates.allow(given["allowed_updates"])
    return _set(world, given, url)


def delete_webhook(world: World, given: Given) -> object:
    """Forget the webhook, so that getUpdates serves again."""
    return _set(world, given, "")


def _set(world: World, given: Given, url: str) -> bool:
    world.webhook = url
    if given.get("drop_pending_updates"):
        world.updates.drop()
    world.tell("update")
    return True


def get_webhook_info(world: World, _given: Given) -> object:
    """The webhook, and how many updates wait."""
    info = {"url": world.webhook, "has_custom_certificate": False, "pending_update_count": len(world.updates.waiting)}
    if world.updates.allowed is not None:
        info["allowed_updates"] = sorted(world.updates.allowed)
    return info


def answer_callback_query(world: World, given: Given) -> object:
    """Answer a press, once and in time; the words are shown to who pressed."""
    press = world.presses.get(given["callback_query_id"])
    if press is None or press.too_old:
        raise refuse("query is too old and response timeout expired or query ID is invalid")
    text = given.get("text")
    if text and count_units(text) > TOAST_LIMIT:
        raise refuse("MESSAGE_TOO_LONG")
    press.answered, press.toast = True, text
    press.alert, press.url = given.get("show_alert", False), given.get("url")
    world.tell("answered", press.message.chat, press.message)
    return True


def get_file(world: World, given: Given) -> object:
    """Where a file of up to 20 MB can be had."""
    file = world.files.get(given["file_id"])
    if file is None:
        raise refuse("invalid file_id")
    if len(file.content) > DOWNLOAD_LIMIT:
        raise refuse("file is too big")
    names = {"file_id": file.file_id, "file_unique_id": file.unique_id}
    return names | {"file_size": len(file.content), "file_path": file.path}


def say_goodbye(_world: World, _given: Given) -> object:
    """Log out, or close: nothing changes here."""
    return True
