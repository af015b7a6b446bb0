"""What one very large filing costs: CPU seconds of a check by number of indicators and size of the goal text.

    PYTHONPATH=tests python tests/benchmarks/large.py [--profile 40]

Doubling the input should double the time; the last column is the time of a line for that of the line before, divided by
the same ratio of the input: about 1 is linear, 2 is quadratic.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import pstats
import random
import sys
import time
from collections.abc import Callable

from drafter.checking import check_filing
from drafter.filing import BudgetLine, Filing, Funding, Indicator
from drafter.language import parse_target

THINGS = [
    "排水",
    "绿化",
    "道路",
    "桥梁",
    "照明",
    "档案",
    "培训",
    "宣传",
    "体检",
    "护理",
    "图书",
    "教材",
    "巡查",
    "检测",
    "保洁",
]
DEEDS = ["维护", "更新", "清洗", "改造", "采购", "印制", "普查", "评估", "走访", "服务"]
UNITS = ["公里", "处", "座", "份", "人次", "册", "次", "套", "户", "块"]


def rows(count: int, *, same: bool = False) -> Filing:
    """A filing of so many indicators; with `same`, all of one name and unit."""
    random_ = random.Random(1)
    indicators = [_row(random_, 0 if same else number) for number in range(count)]
    lines = [
        BudgetLine.model_validate({"item": row.name, "unit_price": "2.00", "quantity": "50", "amount": "100.00"})
        for row in indicators[: count // 5]
    ]
    goal = "".join(f"{row.name}{row.target.raw if row.target else ''}，" for row in indicators[:200])
    return _filing(indicators, goal, lines)


def goal(size: int, *, dense: bool = True) -> Filing:
    """A filing whose goal has so many characters, with a number in each clause or in none."""
    random_ = random.Random(2)
    indicators = [_row(random_, number) for number in range(200)]
    text: list[str] = []
    length = 0
    while length < size:
        number = random_.randrange(2, 9000) if dense else ""
        clause = (
            f"{random_.choice(DEEDS)}{random_.choice(THINGS)}{random_.choice(THINGS)}{number}{random_.choice(UNITS)}，"
        )
        text.append(clause)
        length += len(clause)
    return _filing(indicators, "".join(text), [])


def both(size: int) -> Filing:
    """A goal of so many characters beside a row for each two hundred of them."""
    filing = goal(size)
    random_ = random.Random(3)
    return filing.model_copy(update={"indicators": [_row(random_, number) for number in range(size // 200)]})


def sums(size: int) -> Filing:
    """A goal that is one sum of very many parts, over and over."""
    part = "年内维护设施共计12000处，其中道路3000处、桥梁4000处、照明5000处；"
    return _filing(goal(10).indicators, part * (size // len(part)), [])


def over_and_over(clause: str) -> Callable[[int], Filing]:
    """A goal that says one clause with changing numbers, in one sentence without an end."""

    def make(size: int) -> Filing:
        text = "".join(clause.replace("{}", str(at % 8 + 2)) for at in range(size // len(clause)))
        return _filing(goal(10).indicators, text, [])

    return make


def _row(random_: random.Random, number: int) -> Indicator:
    thing, deed = THINGS[number % 15], DEEDS[number // 15 % 10]
    name = f"{thing}{THINGS[number // 150 % 15]}{deed}数量" + (f"（第{number // 2250}片）" if number >= 2250 else "")
    value = parse_target(f"={random_.randrange(2, 9000)}({UNITS[number % 10]})")
    return Indicator.model_validate(
        {
            "level1": "产出指标",
            "level2": "数量指标",
            "name": name,
            "target": {key: getattr(value, key) for key in ("raw", "comparator", "value", "unit", "text")},
        }
    )


def _filing(indicators: list[Indicator], text: str, lines: list[BudgetLine]) -> Filing:
    return Filing(
        project_name="设施维护", year=2027, profile="shanghai-2026", annual_goal=text, indicators=indicators,
        budget_lines=lines, funding=Funding.model_validate({"annual_total": "100000.00"}),
    )  # fmt: skip


SERIES: dict[str, tuple[Callable[[int], Filing], tuple[int, ...]]] = {
    "indicators": (rows, (1250, 2500, 5000)),
    "equal indicators": (lambda count: rows(count, same=True), (1250, 2500, 5000)),
    "goal, dense": (goal, (250_000, 500_000, 1_000_000)),
    "goal, no numbers": (lambda size: goal(size, dense=False), (250_000, 500_000, 1_000_000)),
    "goal, sums": (sums, (250_000, 500_000, 1_000_000)),
    "goal and rows": (both, (250_000, 500_000, 1_000_000)),
    "goal, prices": (over_and_over("培训{}人，预算{}万元，每人{}元，"), (250_000, 500_000, 1_000_000)),
    "goal, shared": (over_and_over("甲村、乙村活动室各{}个，健身中心2个，共{}个，"), (250_000, 500_000, 1_000_000)),
}


def main() -> None:
    """Print a line for each size."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--profile", type=int, default=0, help="show so many lines of a profile of the largest")
    parser.add_argument("--only", default="")
    chosen = parser.parse_args()
    # As the program itself does: among a hundred thousand living quantities collections cost more than the check.
    gc.set_threshold(50_000, 20, 20)
    for name, (make, sizes) in SERIES.items():
        if chosen.only not in name:
            continue
        before: tuple[int, float] | None = None
        for size in sizes:
            filing = make(size)
            profile = cProfile.Profile()
            began = time.process_time()
            if chosen.profile and size == sizes[-1]:
                profile.runcall(check_filing, filing)
            else:
                check_filing(filing)
            seconds = time.process_time() - began
            growth = "" if before is None else f"{seconds / before[1] / (size / before[0]):5.2f}"
            sys.stdout.write(f"{name:<18} {size:>9,} {seconds:7.2f} s {growth}\n")
            sys.stdout.flush()
            before = size, seconds
            if chosen.profile and size == sizes[-1]:
                pstats.Stats(profile).sort_stats("tottime").print_stats(chosen.profile)


if __name__ == "__main__":
    main()
