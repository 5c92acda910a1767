"""Lines that say who signs, wrote or calls give names, and names alone."""

from __future__ import annotations

from time import process_time

import pytest

from bot.documents.origins.rosters import names_in_lines


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Called by: Kiln Union", ["Kiln Union"]),
        ("Words: Nell Ostrow", ["Nell Ostrow"]),
        ("Interview by Nell Ostrow", ["Nell Ostrow"]),
        ("By Nell Ostrow in Haven and Tom Weir", ["Nell Ostrow", "Tom Weir"]),
        ("By Nell Ostrow, Tom Weir, Ada Brook and Ines Cole", ["Nell Ostrow", "Tom Weir", "Ada Brook", "Ines Cole"]),
        ("گفت‌وگو از: نسرین کوهی", ["نسرین کوهی"]),
        ("Nell Ostrow, secretary of the branch", ["Nell Ostrow"]),
        ("Nell O., Haven, 3 May 2024", ["Nell O."]),
        ("Nell Ostrow: How did the strike begin?", ["Nell Ostrow"]),
        ("Nell Ostrow is a welder and writes about bread.", ["Nell Ostrow"]),
        ("for the Kiln Solidarity Committee", ["Kiln Solidarity Committee"]),
        ("Mothers of the Park – Vienna", ["Mothers of the Park – Vienna"]),
        (
            "By Haven Bakers' Union, Weir Tenants' League and Kiln Workers' Council. This page supports it, too.",
            ["Haven Bakers' Union", "Weir Tenants' League", "Kiln Workers' Council"],
        ),
        ("Nell Ostrow (pit 4), Tom Weir (widows' committee)", ["Nell Ostrow", "Tom Weir"]),
        ("Nell Ostrow – Tom Weir – Ada Brook – Ines Cole", ["Nell Ostrow", "Tom Weir", "Ada Brook", "Ines Cole"]),
        ("پروانه کوهی، سمیرا وکیلی، آذر نیک‌پی", ["پروانه کوهی", "سمیرا وکیلی", "آذر نیک‌پی"]),
        ("Em. Prof. Nell Ostrow, history", ["Em. Prof. Nell Ostrow"]),
        ("1\tNell Ostrow\tReader in law, University of Haven", ["Nell Ostrow"]),
        ("Haven Metal and Welding Federation", ["Haven Metal and Welding Federation"]),
        ("انجمن صنفی برق و فلز غرب", ["انجمن صنفی برق و فلز غرب"]),
        ("Motion carried by Haven Trades Council", ["Haven Trades Council"]),
        ("Adopted by the Delegates' Assembly", ["Delegates' Assembly"]),
        ("به همراه: انجمن مددکاران رود، گروه زنان کوره", ["انجمن مددکاران رود", "گروه زنان کوره"]),
        (
            "Initial signatories: Reading Room Against Cold, Students for the Weir and the Kiln Union",
            ["Reading Room Against Cold", "Students for the Weir", "Kiln Union"],
        ),
    ],
)  # fmt: skip
def test_a_line_gives_the_names_of_those_who_speak(line: str, found: list[str]) -> None:
    """Without what leads to them, what they are and where, and the date."""
    assert names_in_lines([line]) == found


@pytest.mark.parametrize(
    "line",
    [
        "Proposed: T. Weir (Glaziers)", "Seconder: Kiln Union", "Photo: Nell Ostrow", "cc: Ministry of Labour",
        "For further information: Nell Ostrow, 555 0101", "Called by:", "Organisations", "and 292 other groups",
        "HAVEN – opposite the town hall, 1 pm", "12 January 2026", "۲۱ آبان", "مکان: میدان کوره",
    ],
)  # fmt: skip
def test_what_stands_beside_signers_is_no_name(line: str) -> None:
    """Movers of a motion, who was photographed, meeting points, headings of lists."""
    assert names_in_lines([line]) == []


def test_in_a_list_each_line_is_one_body_even_with_an_and_in_it() -> None:
    lines = ["Union of Crane and Site Workers", "Federation of Rail and Quay Workers – Asia Desk", "Mill Committee"]
    assert names_in_lines(lines) == lines


@pytest.mark.parametrize(
    "lines",
    [
        ["Kiln Union (Haven)", "Weir Tenants' League (Ostrel)", "Mothers of the Park (Lum)"],
        ["Kiln Union, Haven", "Weir Tenants' League, New Ostrel", "Mothers of the Park, The Hague"],
        ["Kiln Union – Haven", "Weir Tenants' League – Ostrel", "Mothers of the Park – Lum"],
    ],
)
def test_the_town_behind_each_name_of_a_list_is_no_part_of_the_names(lines: list[str]) -> None:
    assert names_in_lines(lines) == ["Kiln Union", "Weir Tenants' League", "Mothers of the Park"]


def test_what_stands_in_brackets_behind_one_name_of_a_list_stays() -> None:
    lines = ["Kiln Union (KU)", "Weir Tenants' League (upper town)", "Mothers of the Park", "Mill Committee"]
    assert names_in_lines(lines) == lines


def test_a_list_of_persons_gives_no_towns_and_functions() -> None:
    lines = ["Nell Ostrow (Haven)", "Tom Weir, Centre for Water Studies, Ostrel", "Ada Brook, lecturer"]
    assert names_in_lines(lines) == ["Nell Ostrow", "Tom Weir", "Ada Brook"]


@pytest.mark.parametrize("number", ["۱_ ", "۱ - ", "۱-", "1. ", "(1) "])
def test_the_number_of_a_row_is_no_part_of_the_name(number: str) -> None:
    assert names_in_lines([f"{number}شورای کارگران کوره‌های شرق"]) == ["شورای کارگران کوره‌های شرق"]


def test_columns_are_read_one_name_each() -> None:
    lines = ["Haven Legal Aid      Lantern Rights Desk", "Mill Union\tForum of Exiled Bakers"]
    assert names_in_lines(lines) == ["Haven Legal Aid", "Lantern Rights Desk", "Mill Union", "Forum of Exiled Bakers"]


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1,",
        ",",
        "a, ",
        "A and ",
        "Union ",
        "x (",
        "و ",
        "Kiln Union, ",
        "A. B",
        "– ",
        "Signed by A, ",
        "Called by A and the ",
        "of A and ",
    ],
)
def test_a_hostile_line_takes_time_that_grows_with_its_length(piece: str) -> None:
    """Four times the line takes about four times as long, not sixteen."""

    def seconds(characters: int) -> float:
        begun = process_time()
        names_in_lines([piece * (characters // len(piece))])
        return process_time() - begun

    assert min(seconds(80_000) for _ in range(2)) < 9 * max(min(seconds(20_000) for _ in range(2)), 0.005)
