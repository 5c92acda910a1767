"""How Telegram says no: a code, a description in its own words, and what the caller may do about it."""

from __future__ import annotations


class Verdict(Exception):
    """A call that Telegram refuses; nothing was changed."""

    def __init__(self, code: int, description: str, parameters: dict[str, int] | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def to_api(self) -> dict[str, object]:
        """The body of the answer."""
        body: dict[str, object] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def refuse(description: str, **parameters: int) -> Verdict:
    """A 400 with *description* after "Bad Request: "."""
    return Verdict(400, f"Bad Request: {description}", parameters or None)


def forbid(description: str) -> Verdict:
    """A 403 with *description* after "Forbidden: "."""
    return Verdict(403, f"Forbidden: {description}")


def hush(seconds: int) -> Verdict:
    """A 429: nothing more for *seconds* seconds."""
    return Verdict(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


UNAUTHORIZED = Verdict(401, "Unauthorized")
TERMINATED = Verdict(
    409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
)
WEBHOOK_ACTIVE = Verdict(
    409,
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
)
WEBHOOK_SET = Verdict(409, "Conflict: terminated by setWebhook request")
