"""Sentence habits of goal texts: the published goals beside our drafts for the briefs of `briefs/`.

Run `python tests/drafting/sentence_habits.py`. Where DRAFTER_FILINGS names the folder of the published documents their
goals are read from there; without it the starter corpus stands for them, whose goals say the same in other words.
"""

import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from drafter.corpus.starter import starter_records
from drafter.drafting import draft, load_brief
from drafter.language import extract
from drafter.reading import read

BRIEFS = Path(__file__).parent / "briefs"
CONNECTIVES = (
    "为", "通过", "根据", "计划", "确保", "保障", "并", "同时", "使", "其中", "包括", "等", "均", "进一步", "以",
)  # fmt: skip
STOCK = ("稳步提升", "有效提升", "成效明显", "逐步提高", "进一步", "不断", "切实", "有力", "扎实")
"""Phrases that can be said of any project and checked in none."""


def published() -> tuple[str, list[str]]:
    """Where they were read from, and the goals of the published filings."""
    folder = os.environ.get("DRAFTER_FILINGS")
    if folder:
        filings = [one.filing for path in sorted(Path(folder).glob("*.txt")) for one in read(path).filings]
        return "published documents", [one.annual_goal or one.overall_goal or "" for one in filings]
    records = [one.filing for one in starter_records() if one.kind == "filing"]
    return "starter corpus", [one.annual_goal or "" for one in records]


def ours() -> list[str]:
    """The goals we draft."""
    paths = sorted(BRIEFS.glob("*.yaml"))
    return [draft(load_brief(path.read_text(encoding="utf-8"), ".yaml")).filing.annual_goal or "" for path in paths]


def habits(goals: Sequence[str]) -> dict[str, str]:
    """Length, clauses, numbers and words of goals; medians with the shortest and longest, shares in percent."""
    goals = [goal for goal in goals if goal]
    sentences = [[part for part in re.split(r"[。；！]", goal) if part.strip()] for goal in goals]
    clauses = [[part for part in re.split(r"[，。；：、！]", goal) if part.strip()] for goal in goals]
    counted = [sum(any(True for _ in extract(part)) for part in parts) for parts in clauses]
    found = {
        "goals": str(len(goals)),
        "characters": _spread([len(goal) for goal in goals]),
        "sentences": _spread([len(parts) for parts in sentences]),
        "characters a sentence": _spread([len(part) for parts in sentences for part in parts]),
        "clauses with a number": _share(sum(counted), sum(len(parts) for parts in clauses)),
        "goals with a number": _share(sum(bool(count) for count in counted), len(goals)),
        "goals that begin with a purpose": _share(
            sum(goal.startswith(("为", "通过", "根据")) for goal in goals), len(goals)
        ),
        "goals with a stock phrase": _share(sum(any(word in goal for word in STOCK) for goal in goals), len(goals)),
        "same opening as another": _share(_repeated([goal[:4] for goal in goals]), len(goals)),
        "sentences said twice": str(_repeated([part.strip() for parts in sentences for part in parts])),
    }
    return found | {
        f"goals with {word}": _share(sum(word in goal for goal in goals), len(goals)) for word in CONNECTIVES
    }


def _spread(values: Sequence[int]) -> str:
    return f"{median(values):g} ({min(values)} to {max(values)})"


def _share(part: int, whole: int) -> str:
    return f"{100 * part // whole}%" if whole else "-"


def _repeated(texts: Sequence[str]) -> int:
    return sum(texts.count(text) > 1 for text in texts)


def main() -> None:
    """Print both columns."""
    source, real = published()
    theirs, mine = habits(real), habits(ours())
    print(f"{'':34}{source:>24}{'our drafts':>20}")
    for name, value in theirs.items():
        print(f"{name:34}{value:>24}{mine[name]:>20}")


if __name__ == "__main__":
    sys.exit(main())
