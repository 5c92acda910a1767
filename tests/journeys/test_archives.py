"""An archive leaves as Markdown and comes home whole."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from bot.rehearsal import scripts
from tests.commands.test_parts import COLLECTION
from tests.doors import Door


def done(door: Door, folder: Path, *words: str) -> list[str]:
    """What a verb prints, on the campaign in *folder*; it succeeds."""
    said = door(*words, BOT_DATA_DIR=str(folder))
    assert said.code == 0, said.err
    return said.out


def archive(folder: Path) -> dict[str, str]:
    """The exported files by name, without the moment of their publication."""
    return {
        file.name: "".join(line for line in file.read_text("utf-8").splitlines(True) if "published: " not in line)
        for file in sorted(folder.iterdir())
    }


def test_what_was_exported_imports_again_whole(here: Door, tmp_path: Path) -> None:
    """Fields, both wordings, footnotes, figures, deadlines, collections: the second export is alike."""
    one, two = tmp_path / "one", tmp_path / "two"
    samples = scripts.write(tmp_path / "samples", datetime.now(UTC).date())
    lines = done(here, one, "import", "--publish", *map(str, samples))
    assert [line.split("\t")[1] for line in lines] == ["update"] * 2 + ["statement"] * 3 + ["collection"] + [
        "statement"
    ] * 3 + ["action"] * 2
    done(here, one, "export", str(one / "files"))
    exported = sorted((one / "files").iterdir())
    # the last first, so that parts come before their collection
    again = done(here, two, "import", "--publish", *(str(file) for file in sorted(exported, reverse=True)))
    assert len(again) == len(lines)
    done(here, two, "export", str(two / "files"))
    before, after = archive(one / "files"), archive(two / "files")
    assert len(before) == len(after) == 22
    rally = next(text for text in before.values() if "Bring Bread" in text)
    assert 'deadline_zone: "Europe/Istanbul"' in rally
    numbers = {line.split("\t")[3].split("-")[0]: line.split("\t")[0] for line in again}
    for name, text in before.items():
        old, _, code = name.partition("-")
        twin = after[f"{int(numbers[old]):04}-{code}"]
        assert renumbered(text, numbers) == twin


def renumbered(text: str, numbers: dict[str, str]) -> str:
    """A file as it should come out again, with the new numbers of the post and its collection."""
    lines = []
    for line in text.splitlines():
        name, _, value = line.partition(": ")
        known = name in {"number", "collection"} and f"{int(value):04}" in numbers
        lines.append(f"{name}: {numbers[f'{int(value):04}']}" if known else line)
    return "\n".join(lines) + "\n"


def test_a_plain_name_for_a_figure_that_is_none_is_refused(here: Door, tmp_path: Path) -> None:
    """What stands in the front matter is looked at before anything is kept."""
    file = tmp_path / "bad.md"
    for figures in ('[{"what": "Strikers", "value": "many", "quote": "Many."}]', '[{"value": "3"}]'):
        file.write_text(f"---\ntitle: Bad\nfigures: {figures}\n---\n\nMany.\n")
        code, _, err = here("import", str(file))
        assert (code, len(err)) == (1, 1)
        assert "front matter" in err[0]


def test_files_come_in_in_the_order_given_and_a_collection_with_its_parts(here: Door, tmp_path: Path) -> None:
    """One line a post; the parts of a published collection are out with it."""
    (tmp_path / "b.txt").write_text("One Gate\n\nThe first gate stays shut.\n", "utf-8")
    (tmp_path / "a.txt").write_text(COLLECTION, "utf-8")
    lines = [line.split("\t") for line in done(here, tmp_path, "import", "--publish", "b.txt", "a.txt")]
    assert [(number, kind, state) for number, kind, state, _ in lines[:2]] == [
        ("1", "statement", "published"), ("2", "collection", "published"),
    ]  # fmt: skip
    assert [line[3] for line in lines[2:]] == ["a.txt#1", "a.txt#2", "a.txt#3"]
    assert {line[2] for line in lines} == {"published"}
    assert any("Retired Weavers" in line for line in done(here, tmp_path, "show", "4"))
