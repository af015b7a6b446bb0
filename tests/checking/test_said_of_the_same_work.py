"""Numbers that say more of work which has its row, and counts that say how good the work is."""

from __future__ import annotations

import pytest

from tests.checking.rows import filing, said

ROWS = (
    "产出指标 | 数量指标 | 新建绿道数量 | =3条",
    "产出指标 | 数量指标 | 讲解员培训人数 | ≥90人次",
    "产出指标 | 数量指标 | 更换路椅数量 | =40处",
    "产出指标 | 数量指标 | 清理水草量 | ≥800吨",
)


@pytest.mark.parametrize(
    ("goal", "found"),
    [
        ("新建绿道3条共计6.2公里，更换路椅40处。", ["info"]),
        ("新建绿道3条，共6.2公里，更换路椅40处。", ["info"]),
        # Another thing, and another number of its own.
        ("新建绿道3条，铺设管线共计6.2公里，更换路椅40处。", ["warning"]),
        ("举办讲解员培训班2期共计90人次，更换路椅40处。", ["info"]),
        ("更换路椅40处（每处安装座板5块，共200块），新建绿道3条。", ["info"]),
        ("投入割草船12艘，清理水草800吨，新建绿道3条。", ["info"]),
        ("投入使用割草船12艘，清理水草800吨，新建绿道3条。", ["warning"]),
    ],
)
def test_what_is_said_more_of_a_row_is_advice(goal: str, found: list[str]) -> None:
    assert said("MAT002", filing(*ROWS, annual_goal=goal)) == found


@pytest.mark.parametrize(
    ("name", "found"),
    [("获省级以上奖项作品数量", []), ("优质工程数量", []), ("作品征集数量", ["warning"])],
)
def test_how_many_were_praised_is_quality(name: str, found: list[str]) -> None:
    assert said("STR003", filing(f"产出指标 | 质量指标 | {name} | ≥2件")) == found


@pytest.mark.parametrize(
    ("level2", "name", "target", "found"),
    [
        ("质量指标", "省级比赛奖牌数", "≥40枚", []),
        ("质量指标", "更换庭院灯", "=260盏", ["info"]),
        ("时效指标", "更换庭院灯", "≥260盏", ["info"]),
        ("数量指标", "更换庭院灯", "=260盏", []),
        ("质量指标", "验收达标庭院灯", "=260盏", []),
        ("质量指标", "庭院灯故障", "≤26盏", []),
        ("质量指标", "获评和美庭院", "≥2个", []),
    ],
)
def test_an_amount_says_nothing_of_how_good_or_how_soon(level2: str, name: str, target: str, found: list[str]) -> None:
    assert said("STR003", filing(f"产出指标 | {level2} | {name} | {target}")) == found


@pytest.mark.parametrize(
    ("goal", "found"),
    [
        ("更换路椅40处，其中20米以上路段12处、20米以下路段28处，新建绿道3条。", []),
        ("更换路椅40处（百人以上广场12处，百人以下广场28处），新建绿道3条。", []),
        ("更换路椅40处，吸引游客500人以上，新建绿道3条。", ["warning"]),
    ],
)
def test_how_big_things_are_is_no_promise(goal: str, found: list[str]) -> None:
    assert said("MAT002", filing(*ROWS, annual_goal=goal)) == found
