"""Who issued a text and when, where it says so."""

from __future__ import annotations

import pytest

from bot.documents.origins.issuers import Issue, find
from bot.documents.structure.outlines import outline

BODY = (
    "The mills of the valley have been closed since the first snow. We ask for bread, and for wood for the winter, now."
)


def read(source: str) -> Issue:
    return find(outline(source))


@pytest.mark.parametrize(
    ("source", "issuers"),
    [
        (f"Statement of the Valley Mill Union on the snow\n\n{BODY}", ("Valley Mill Union",)),
        (f"Declaration by the Council of Ferry Workers: open the road\n\n{BODY}", ("Council of Ferry Workers",)),
        (f"Statement of solidarity with the Mill Union\n\n{BODY}", ()),
        (f"Bread Now\n\n[Issued by the Ferry Council on March 1, 2026.] {BODY} {BODY}", ("Ferry Council",)),
        (f"Bread Now\n\n(This was published in spring, by several groups (Mill Union – Women of the Hills).)\n\n{BODY}",
         ("Mill Union", "Women of the Hills")),
        (f"Bread Now\n\nBy the river we met. {BODY}", ()),
        (f"Bread Now\n\nStatement by the Ferry Council\n\n3 March 2026\n\n{BODY}", ("Ferry Council",)),
        (f"Bread Now\n\nStatement by the Ferry Council\n3 March 2026\n\n{BODY}", ("Ferry Council",)),
        (f"Bread Now\nIssued by: Mill Union; Ferry Council\n\n{BODY}", ("Mill Union", "Ferry Council")),
        (f"Bread Now\n\n{BODY}\n\nMill Union of the Valley\n", ("Mill Union of the Valley",)),
        (f"Bread Now\n\n{BODY}\n\nLong live the workers’ councils\n", ()),
        (f"Bread Now\n\n{BODY}\n\nSigned by:\nMill Union\nRana K., teacher\n", ("Mill Union", "Rana K.")),
        (f"Bread Now\n\n{BODY}\n\nThe Mill Union wrote to us that it is cold.", ()),
        (f"Bread Now\n\n{BODY} {BODY}\n\nRana Kuhi\nOmid Tari\nNahid Rudi\n", ("Rana Kuhi", "Omid Tari", "Nahid Rudi")),
        (f"Bread Now\n\n{BODY} {BODY}\n\nFamily of Rana Kuhi\nThe Tari family\nMother of Nahid Rudi\n",
         ("Family of Rana Kuhi", "The Tari family", "Mother of Nahid Rudi")),
        (f"Bread Now\n\n{BODY} {BODY}\n\nThe names of the dead:\n\nRana Kuhi\nOmid Tari\nNahid Rudi\nIna Lo\n", ()),
        (f"نان\n\n{BODY} {BODY}\n\nاسامی اعدام‌شدگان:\n\nرعنا کوهی\nامید تاری\nناهید رودی\n", ()),
        (f"Bread Now\n\n{BODY} {BODY}\n\nWith hope:\n\nRana Kuhi\nOmid Tari\nNahid Rudi\n",
         ("Rana Kuhi", "Omid Tari", "Nahid Rudi")),
        (f"Bread Now\n\n{BODY} {BODY}\n\nRana Kuhi\nOmid Tari\n\nThe road is closed, and so is the mill.\n", ()),
        (f"Bread Now\n\nWe, the Mill Union, the Ferry Council and the Bakers' Guild, met last night. {BODY}",
         ("Mill Union", "Ferry Council", "Bakers' Guild")),
        (f"نان\n\nما، کانون نانوایان رود، شورای زنان کوره و انجمن صیادان، دیشب دیدار کردیم. {BODY}",
         ("کانون نانوایان رود", "شورای زنان کوره", "انجمن صیادان")),
        (f"Valley in the snow\n\nThis report is produced by the Valley Relief Committee in Haven. {BODY}",
         ("Valley Relief Committee",)),
        (f"Bread Now\n\n{BODY} {BODY}\n\nWorkers’ Front – Fourth International\n3 March 2026\n",
         ("Workers’ Front – Fourth International",)),
        (f"Bread Now\n\n{BODY} {BODY}\n\nCalled by Haven Woman Life Freedom, Trades Council Haven and the Ferry Centre",
         ("Haven Woman Life Freedom", "Trades Council Haven", "Ferry Centre")),
        (f"From the Ferry Council of Haven:\n\n{BODY}", ("Ferry Council of Haven",)),
        (f"نان\n\n{BODY} {BODY}\n\nخانوادهٔ رعنا کوهی\nخانوادهٔ امید تاری\nمادر ناهید رودی\n",
         ("خانوادهٔ رعنا کوهی", "خانوادهٔ امید تاری", "مادر ناهید رودی")),
        (f"بیانیهٔ سندیکای کارگران بندر دربارهٔ نان\n\n{BODY}", ("سندیکای کارگران بندر",)),
        (f"بیانیه‌ی مشترک کانون معلمان: نان\n\n{BODY}", ("کانون معلمان",)),
        (f"بیانیهٔ همبستگی با کارگران بندر\n\n{BODY}", ()),
        (f"نان\n\n{BODY}\n\nامضاکنندگان:\n- کانون معلمان\n- زنان شهر\n", ("کانون معلمان", "زنان شهر")),
    ],
)  # fmt: skip
def test_an_issuer_is_named_only_where_the_text_says_so(source: str, issuers: tuple[str, ...]) -> None:
    assert read(source).issuers == issuers


@pytest.mark.parametrize(
    ("source", "iso"),
    [
        (f"Bread Now\n3 March 2026\n\n{BODY}", "2026-03-03"),
        (f"March 3, 2026\n\nBread Now\n\n{BODY}", "2026-03-03"),
        (f"Bread Now\n\nStatement by the Ferry Council\n\n3 March 2026\n\n{BODY}", "2026-03-03"),
        (f"Bread Now\n\nStatement by the Ferry Council\n3 March 2026\n\n{BODY}", "2026-03-03"),
        (f"Bread Now\n\n{BODY}\n\nMill Union\nThe Valley, 3 March 2026\n", "2026-03-03"),
        (f"نان\n\n{BODY}\n\nکانون معلمان\n۱۲ اسفند ۱۴۰۴\n", "2026-03-03"),
        (f"Bread Now\n\n[This text was issued by the Union on March 3, 2026.] {BODY} {BODY}", "2026-03-03"),
        (f"Bread Now\n\nOn March 3, 2026 the mills were closed. {BODY}", None),
        (f"Bread Now\n\nAs of March 3, 2026\n\n{BODY}", "2026-03-03"),
        (f"Bread Now\n\nAs of March 3, 2026, the mills were closed. {BODY}", None),
    ],
)
def test_a_date_is_that_of_the_issue_and_not_of_an_event(source: str, iso: str | None) -> None:
    dated = read(source).dated
    assert (dated.iso if dated else None) == iso


def test_two_dates_are_a_problem_for_a_person() -> None:
    issue = read(f"Bread Now\n3 March 2026\n\n{BODY}\n\nMill Union\n1 March 2026\n")
    assert issue.dated
    assert issue.dated.iso == "2026-03-01"
    assert "2026-03-03" in issue.problems[0].sentence()


def test_a_bracketed_preface_is_kept_with_its_brackets() -> None:
    preface = "[The text in this section was found in a mill and is given here as it was.]"
    assert read(f"Bread Now\n\n{preface} {BODY} {BODY}").preface == preface
    assert read(f"Bread Now\n\n{BODY}\n\n{preface}").preface is None
