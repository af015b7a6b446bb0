"""A rate of the goal times its count is what the row says that the goal gives no number of."""

import pytest

from tests.checking.rows import filing, run, said

ROW = "产出指标 | 数量指标 | 防汛培训人次 | {}人次"


@pytest.mark.parametrize(
    ("value", "found"),
    # A number that is no slip of the product may count something else as well.
    [("160", []), ("180", ["warning"]), ("610", ["warning"]), ("1600", ["warning"]), ("475", [])],
)
def test_the_row_has_the_product(value: str, found: list[str]) -> None:
    one = filing(ROW.format(value), annual_goal="举办防汛培训2期，每期80人。")
    assert said("ARI009", one) == found
    agreed = [row.arithmetic for row in run("ARI009", one).reconciliation if row.status == "agrees"]
    assert agreed == (["2 × 80 = 160"] if value == "160" else [])


@pytest.mark.parametrize(
    "goal",
    [
        "举办防汛培训2期，每期80人，全年防汛培训180人次。",
        "举办防汛培训2期，每期80人；举办防汛培训进社区3场，每场20人。",
        "印发资料2期，每期80份，防汛培训扎实开展。",
        "举办防汛培训，每期80人。",
    ],
)
def test_what_may_be_another_product_is_left_alone(goal: str) -> None:
    assert "180" not in str(
        [
            one.message
            for one in run("ARI009", filing(ROW.format(180), annual_goal=goal)).findings
            if "指标" in one.message
        ]
    )
