"""The rehearsal as its page has it: the real bot in a process of its own, over real HTTP."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest

from tests.rehearsal.browsers import MARK, Browser, rehearsing

DRAFT = (
    "Tea for the Night Shift\n\nThe nurses of the North Clinic ask for a warm room at night. "
    "They have asked three times since October.\n\nFriends of the North Clinic\n12 January 2026\n"
)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A rehearsal whose stage is set."""
    with rehearsing(tmp_path_factory.mktemp("rehearsal")) as (_, address):
        browser = Browser(address)
        browser.set_up()
        yield browser


def data(message: dict[str, Any], command: str) -> str:
    """The data of the button that begins with *command*."""
    found: list[str] = [button["data"] for row in message["buttons"] for button in row if button["data"]]
    return next(each for each in found if each.startswith(command))


def draft(page: Browser, text: str = DRAFT) -> str:
    """A draft that Nasrin has brought as a file; its number."""
    before = len(page.events)
    answer = page.client.post("/api/chats/nasrin/files", files={"file": ("draft.txt", text.encode())})
    assert answer.status_code == 200, answer.text
    return data(page.hear("nasrin", before, "/set"), "/preview").split()[1]


def approve(page: Browser, asking: str, title: str) -> None:
    """Nasrin asks with *asking*, and Dara, who hears of it by the post's *title*, approves and is told so."""
    before = len(page.events)
    page.do("/api/chats/nasrin/messages", text=asking)
    asked = page.hear("dara", before, title)
    page.do("/api/chats/dara/presses", message=asked["id"], data=data(asked, "/approve"))
    page.wait(lambda: next(each for each in page.messages("dara") if each["id"] == asked["id"])["edited"])


def test_the_page_answers_to_its_own_name_alone(page: Browser) -> None:
    """A page of another site that has talked a name into pointing here learns nothing."""
    port = page.address.rpartition(":")[2]
    for host in ("evil.example", f"evil.example:{port}", "127.0.0.1", "127.0.0.1:1"):
        for path in ("/", "/api/state", "/api/events", "/api/words?language=en"):
            answer = page.client.get(path, headers={"Host": host})
            assert (answer.status_code, answer.json()["error"]) == (403, "refused")
    assert page.client.get("/api/state", headers={"Host": f"localhost:{port}"}).status_code == 200
    assert page.client.get("/api/state", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_no_other_site_can_make_a_browser_do_something(page: Browser) -> None:
    """Without our header, as a form, or from another origin, nothing is done."""
    path, body = "/api/chats/tom/messages", json.dumps({"text": "from elsewhere"})
    attempts = [
        {"Content-Type": "application/json"},
        {"Content-Type": "text/plain", **MARK},
        {"Content-Type": "application/x-www-form-urlencoded", **MARK},
        {"Content-Type": "application/json", "Origin": "https://evil.example", **MARK},
        {"Content-Type": "application/json", "Origin": "null", **MARK},
        {"Content-Type": "application/json", "Host": "evil.example", **MARK},
    ]
    for headers in attempts:
        answer = httpx.post(page.address + path, content=body, headers=headers, trust_env=False)
        assert (answer.status_code, answer.json()["error"]) == (403, "refused"), headers
    upload = httpx.post(page.address + "/api/chats/tom/files", files={"file": ("x.txt", b"x")}, trust_env=False)
    assert upload.status_code == 403
    assert not [message for message in page.messages("tom") if "from elsewhere" in message["html"]]


def test_every_answer_keeps_the_browser_to_this_page(page: Browser) -> None:
    for path in ("/", "/api/state", "/api/words?language=fa", "/nowhere", "/page/%2e%2e/pages.py", "/api/files/x"):
        answer = page.client.get(path)
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'self'; ")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
    for path in ("/page/%2e%2e/pages.py", "/page/../pages.py", "/page//etc/passwd", "/nowhere", "/api/files/x"):
        assert page.client.get(path).status_code == 404


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"text": 3}', b'{"text": "x", "writer": ["tom"]}'])
def test_what_cannot_be_read_is_refused(page: Browser, body: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    answer = page.client.post("/api/chats/tom/messages", content=body, headers=headers)
    assert (answer.status_code, answer.json()["error"]) == (400, "not_understood")


def test_what_is_impossible_is_said_by_the_key_of_a_sentence(page: Browser) -> None:
    said = page.client.get("/api/words?language=en").json()["sentences"]
    attempts: list[tuple[str, dict[str, object], int, str]] = [
        ("/api/chats/nobody/messages", {"text": "x"}, 404, "not_found"),
        ("/api/chats/tom/messages", {"text": " \n"}, 400, "empty"),
        ("/api/chats/tom/messages", {"text": "x" * 400_001}, 400, "text_too_long"),
        ("/api/chats/tom/messages", {"text": "x", "writer": "sara"}, 400, "not_a_writer"),
        ("/api/chats/tom/presses", {"message": 1, "data": "/week"}, 409, "button_gone"),
        ("/api/chats/tom/links", {"link": "https://t.me/another_bot?start=x"}, 400, "not_our_link"),
        ("/api/clock", {"to": "yesterday"}, 400, "not_understood"),
        ("/api/troubles", {"what": "start"}, 409, "bot_runs"),
        ("/api/troubles", {"what": "block", "chat": "group"}, 400, "not_understood"),
        ("/api/troubles", {"what": "rain", "on": True}, 400, "not_understood"),
    ]
    for path, body, status, key in attempts:
        answer = page.client.post(path, json=body)
        assert (answer.status_code, answer.json()["error"]) == (status, key), path
        assert key in said


def test_the_words_come_in_both_languages(page: Browser) -> None:
    """Each sentence is there in each language, with the same places to fill."""
    english, farsi = (page.client.get(f"/api/words?language={code}").json() for code in ("en", "fa"))
    assert (english["direction"], farsi["direction"]) == ("ltr", "rtl")
    assert english["languages"] == farsi["languages"] == ["en", "fa"]
    assert set(english["sentences"]) == set(farsi["sentences"])
    assert english["sentences"]["failed"] == "Failed: {n}"
    assert "{n}" in farsi["sentences"]["failed"]
    assert farsi["sentences"]["guide_5_try"] == "/week"
    assert page.client.get("/api/words?language=xx").status_code == 404


def test_the_stage_is_as_promised(page: Browser) -> None:
    chats = {chat["key"]: chat for chat in page.state()["chats"]}
    kinds = {key: (chat["kind"], chat["role"], chat["language"]) for key, chat in chats.items()}
    assert kinds == {
        "tom": ("private", "member", "en"), "sara": ("private", "member", "fa"),
        "nasrin": ("private", "coordinator", "en"), "dara": ("private", "coordinator", "fa"),
        "group": ("group", "group", "en"), "channel": ("channel", "channel", "en"),
    }  # fmt: skip
    menus = {key: {row["command"]: row["description"] for row in chat["menu"]} for key, chat in chats.items()}
    assert "publish" in menus["nasrin"]
    assert "publish" not in menus["tom"]
    assert menus["tom"]["week"] != menus["sara"]["week"]
    assert "remove" in menus["nasrin"]
    assert "remove" not in menus["dara"], "Nasrin is the owner"
    assert menus["channel"] == {}
    assert "subscribed" in chats["channel"]["messages"][-1]["html"]


def test_a_member_types_and_the_bubble_arrives(page: Browser) -> None:
    """The answer comes over the event stream, and a press changes the message in its place."""
    answer = page.write("tom", "/week")
    assert "Harbour Diary—Week 2" in answer["html"]
    assert answer["edited"] is False
    pressed = page.press("tom", answer, data(answer, "/sources"))
    assert pressed["id"] == answer["id"]
    assert pressed["edited"] is True
    assert "Larin Gazette" in pressed["html"]
    assert page.messages("tom")[-1] == pressed
    assert "دفتر بندر" in page.write("sara", "/week")["html"]


def test_a_group_is_answered_for_whoever_writes(page: Browser) -> None:
    """Only an administrator of the group can order its digest."""
    assert "Week 2" in page.write("group", "/week", writer="tom")["html"]
    refused = page.write("group", "/subscribe daily 18:00", writer="tom")["html"]
    assert "administrator" in refused
    assert page.write("group", "/subscribe daily 18:00", writer="nasrin")["html"] != refused


def test_a_long_text_is_pasted_in_several_messages(page: Browser) -> None:
    sent = page.do("/api/chats/dara/messages", text="search " * 700)
    assert len(sent["ids"]) == 2


def test_a_draft_is_brought_approved_by_a_second_person_and_arrives(page: Browser) -> None:
    """Nasrin uploads, may not approve herself, Dara approves, and the channel has it once."""
    title = "Blankets for the Night Shift"
    number = draft(page, DRAFT.replace("Tea for the Night Shift", title))
    kept = page.messages("nasrin")[-2]
    assert kept["file"]["name"] == "draft.txt"
    saved = page.client.get(kept["file"]["url"])
    assert saved.headers["Content-Disposition"] == "attachment; filename*=UTF-8''draft.txt"
    assert saved.text.startswith(title)
    before = len(page.events)
    page.write("nasrin", f"/submit {number}")
    assert title not in page.write("nasrin", f"/approve {number}")["html"]
    asked = page.hear("dara", before, title)
    page.press("dara", asked, data(asked, "/approve"))
    post = page.hear("channel", before, title)
    page.set_up()
    assert sum(title in message["html"] for message in page.messages("channel")) == 2, "for English and Farsi readers"
    link = next(b["url"] for row in post["buttons"] for b in row if b["url"] and "t.me" in b["url"])
    before = len(page.events)
    assert page.do("/api/chats/channel/links", link=link, writer="tom") == {"chat": "tom"}
    assert "three times since October" in page.hear("tom", before)["html"]


def test_the_clock_goes_to_the_next_digest_and_back(page: Browser) -> None:
    """The digest comes at once, once, and neither an hour more nor the way back brings another."""
    page.write("tom", "/subscribe daily 18:00")
    draft_number = draft(page, DRAFT.replace("Tea for the Night Shift", "Lamps for the Night Shift"))
    approve(page, f"/submit {draft_number}", "Lamps for the Night Shift")
    page.wait(lambda: page.state()["clock"]["next_digest"])
    before = len(page.events)
    clock = page.do("/api/clock", to="digest")
    assert 0 < clock["shift"] <= 24 * 3600 + 1
    page.hear("tom", before, "Lamps for the Night Shift")
    later = page.do("/api/clock", to="hour")
    assert later["shift"] == pytest.approx(clock["shift"] + 3600, abs=1)
    assert page.do("/api/clock", to="now")["shift"] == 0
    assert "Harbour Diary" in page.write("tom", "/week")["html"]
    digests = [m for m in page.messages("tom") if m["from"] == "bot" and "Lamps for the Night Shift" in m["html"]]
    assert len(digests) == 1


def test_what_is_due_while_telegram_is_down_arrives_once_afterwards(page: Browser) -> None:
    title = "Soup for the Night Shift"
    number = draft(page, DRAFT.replace("Tea for the Night Shift", title))
    at = datetime.fromisoformat(page.state()["clock"]["now"]) + timedelta(minutes=30)
    approve(page, f"/publish {number} {at:%Y-%m-%d %H:%M} UTC", title)
    page.do("/api/troubles", what="telegram_down", on=True)
    try:
        page.do("/api/clock", to="hour")
        page.wait(lambda: page.state()["bot"]["waiting"] >= 2)
        assert page.state()["troubles"] == {"telegram_down": True, "too_many": False}
        assert not [message for message in page.messages("channel") if title in message["html"]]
    finally:
        page.do("/api/troubles", what="telegram_down", on=False)
    page.wait(lambda: sum(title in message["html"] for message in page.messages("channel")) == 2, seconds=60)
    page.set_up()
    assert sum(title in message["html"] for message in page.messages("channel")) == 2
    page.do("/api/clock", to="now")


def test_too_many_requests_hold_an_answer_back_and_lose_none(page: Browser) -> None:
    page.do("/api/troubles", what="too_many", on=True)
    before = len(page.events)
    page.do("/api/chats/sara/messages", text="/actions")
    with pytest.raises(AssertionError):
        page.wait(
            lambda: [e for e in page.events[before:] if e["kind"] == "message" and e["message"]["from"] == "bot"], 2
        )
    page.do("/api/troubles", what="too_many", on=False)
    assert "دروازه" in page.hear("sara", before)["html"]


def test_who_blocks_the_bot_hears_nothing_and_is_told_so(page: Browser) -> None:
    page.write("sara", "/subscribe now fa")
    page.do("/api/troubles", what="block", on=True, chat="sara")
    assert page.chat("sara")["blocked"] is True
    refused = page.client.post("/api/chats/sara/messages", json={"text": "/week"})
    assert (refused.status_code, refused.json()) == (409, {"error": "is_blocked", "values": {"name": "Sara"}})
    title = "Socks for the Night Shift"
    number = draft(page, DRAFT.replace("Tea for the Night Shift", title))
    before = len(page.events)
    approve(page, f"/submit {number}", title)
    page.hear("channel", before, title)
    page.set_up()
    page.do("/api/troubles", what="block", on=False, chat="sara")
    assert page.chat("sara")["blocked"] is False
    assert not [message for message in page.messages("sara") if title in message["html"]]


def test_a_killed_bot_answers_after_its_start_once(page: Browser) -> None:
    page.do("/api/troubles", what="kill", on=True)
    assert page.state()["bot"]["state"] == "killed"
    before = len(page.events)
    page.do("/api/chats/tom/messages", text="/figures")
    no_clock = page.client.post("/api/clock", json={"to": "digest"})
    assert (no_clock.status_code, no_clock.json()["error"]) == (409, "bot_is_down")
    assert page.client.post("/api/clock", json={"to": "now"}).status_code == 200
    page.do("/api/troubles", what="start", on=True)
    assert "People on strike" in page.hear("tom", before)["html"]
    page.wait(lambda: page.state()["bot"]["state"] == "running")
    page.set_up()
    answers = [m for e in page.events[before:] if e["kind"] == "message" and (m := e["message"])["from"] == "bot"]
    assert len([answer for answer in answers if "People on strike" in answer["html"]]) == 1
    assert any("Serving" in line for line in page.state()["bot"]["log"])


def test_nothing_of_the_token_is_shown(page: Browser) -> None:
    assert "TEST-TOKEN" not in json.dumps(page.state())
