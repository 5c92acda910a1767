"""What was read in a text is shown one by one; only a coordinator's press makes a figure or a call of it."""

from __future__ import annotations

from decimal import Decimal

from bot.campaign.models import Kind, Role, State
from tests.commands.coordinators import FARSI, Heard, Member, Office, count, entry

TEXT = """Harbour workers lay down their work

Statement by the Harbour Workers’ Committee

12 January 2026

On Monday the night shift of the southern docks laid down its work. It asks for wages held back since autumn.

At least 340 people took part, according to the committee. Police arrested 12 dockers, the port union said. Nobody fell.

We call on all unions to rally on Saturday 14 February at 2 pm in front of the harbour office.
"""


def press(nasrin: Member, said: Heard, label: str) -> Heard:
    return nasrin.presses(next(button.command for button in said.buttons if button.label == label and button.command))


def test_figures_are_shown_one_by_one_with_their_sentence(office: Office, nasrin: Member) -> None:
    """The card counts them; nothing is kept before a press."""
    card = nasrin.forwards(TEXT)
    assert "Figures to decide on: 2" in [button.label for button in card.buttons]
    first = press(nasrin, card, "Figures to decide on: 2")
    assert first.text.startswith("Figure 1 of 2 read in post 1")
    assert "At least 340 people took part, according to the committee." in first.text
    assert "Reported by: committee" in first.text
    assert entry(office).figures == ()
    second = press(nasrin, first, "Next ▶")
    assert "Police arrested 12 dockers" in second.text
    assert press(nasrin, second, "◀ Back").text == first.text


def test_a_figure_is_kept_dropped_or_changed(office: Office, nasrin: Member) -> None:
    """After each decision comes the next figure, and at the end the way back."""
    first = nasrin.presses(nasrin.forwards(TEXT).commands[1])
    second = press(nasrin, first, "✓ Keep")
    assert [(figure.value, figure.qualifier) for figure in entry(office).figures] == [(Decimal(340), "At least")]
    asked = press(nasrin, second, "✎ Change")
    assert "12" in asked.text
    assert "Police arrested 12 dockers, the port union said." in asked.text
    end = nasrin.says(
        'dockers arrested; 12; the port union; 2026-01-12; "Police arrested 12 dockers, the port union said."'
    )
    assert "Nothing else that was read in post 1 waits" in end.text
    changed = entry(office).figures[1]
    assert (changed.what, changed.source, str(changed.as_of)) == ("dockers arrested", "the port union", "2026-01-12")
    assert "Figures to decide on" not in "".join(button.label for button in nasrin.says("/draft 1").buttons)


def test_a_dropped_figure_is_gone(office: Office, nasrin: Member) -> None:
    """What was decided already can't be decided again from an old button."""
    first = nasrin.presses(nasrin.forwards(TEXT).commands[1])
    press(nasrin, first, "✗ Drop")
    assert entry(office).figures == ()
    assert press(nasrin, first, "✓ Keep").messages == ()  # a line over the chat says that it was decided
    assert entry(office).figures == ()


def test_a_wrong_line_changes_nothing_and_can_be_sent_again(office: Office, nasrin: Member) -> None:
    """The figure still waits, and so does the question."""
    first = nasrin.presses(nasrin.forwards(TEXT).commands[1])
    press(nasrin, first, "✎ Change")
    assert "don't stand in the text" in nasrin.says('people; 340; the committee; ; "Words of nobody."').text
    assert entry(office).figures == ()
    nasrin.says("people who took part; at least 340; the committee")
    assert entry(office).figures[0].what == "people who took part"


def test_a_call_becomes_a_draft_of_its_own(office: Office, nasrin: Member) -> None:
    """With the sentence word for word, its place, and those who issued it; it needs an approval of its own."""
    card = nasrin.forwards(TEXT)
    said = press(nasrin, card, "Calls to decide on: 1")
    assert "We call on all unions to rally on Saturday 14 February" in said.text
    assert "Where: " in said.text
    assert "front of the harbour office" in said.text.partition("Where: ")[2].split("\n")[0]
    made = press(nasrin, said, "✓ Keep")
    assert "draft 2" in made.text
    action = entry(office, 2)
    assert (action.post.kind, action.post.state) == (Kind.ACTION, State.DRAFT)
    assert action.post.place is not None
    assert action.post.place.endswith("front of the harbour office")
    assert action.issuers == ("Harbour Workers’ Committee",)
    assert action.wordings["en"].body.startswith("We call on all unions")
    assert count(office) == 2


def test_an_edit_voids_what_was_submitted(office: Office, nasrin: Member) -> None:
    """A figure that is kept after the post was submitted brings it back to draft."""
    first = nasrin.presses(nasrin.forwards(TEXT).commands[1])
    office.joins(2)
    nasrin.says("/submit 1")
    assert entry(office).post.state is State.REVIEW
    press(nasrin, first, "✓ Keep")
    assert entry(office).post.state is State.DRAFT


def test_figures_of_a_farsi_text_are_shown_in_farsi(office: Office) -> None:
    """Sentence, digits and buttons are the coordinator's own."""
    dara = office.joins(7, Role.OWNER, language="fa")
    card = dara.forwards(FARSI)
    said = dara.presses(next(line for line in card.commands if line.endswith("figures")))
    assert "دست‌کم ۳۴۰ نفر" in said.text
    assert "۱" in said.text.splitlines()[0]


def test_a_remark_leads_to_its_place(office: Office, nasrin: Member) -> None:
    """The words around it, the words themselves in bold, and the page that holds them."""
    card = nasrin.forwards(TEXT.replace("Nobody fell.", "Nobody fell (see here and here)."))
    place = next(line for line in card.commands if " place " in line)
    said = nasrin.presses(place)
    assert "see here" in said.text
    assert "/preview 1 1" in said.commands


def test_unknown_words_after_a_draft_are_refused_by_name(nasrin: Member) -> None:
    nasrin.forwards(TEXT)
    assert "not dance" in nasrin.says("/draft 1 dance").text
    assert "no post 9" in nasrin.says("/draft 9 figures").text


def test_a_text_that_is_replaced_is_read_anew(office: Office, nasrin: Member) -> None:
    """Proposals of the old words go, those of the new come; what is kept is not proposed again."""
    first = nasrin.presses(nasrin.forwards(TEXT).commands[1])
    press(nasrin, first, "✓ Keep")
    nasrin.says("/text 1")
    nasrin.says(TEXT + "\nLater the committee counted 410 people.\n")
    said = nasrin.says("/draft 1 figures").text
    assert said.startswith("Figure 1 of 2")
    assert "340" not in said
