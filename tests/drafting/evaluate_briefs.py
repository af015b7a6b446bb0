"""How well free-text briefs are understood: precision and recall of every field, on tests/drafting/free_briefs.yaml.

python tests/drafting/evaluate_briefs.py            # the briefs the reading was mended on, then the held-out ones
python tests/drafting/evaluate_briefs.py --verbose  # with every difference of the first
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from drafter.drafting import load_brief
from drafter.drafting.briefs import ReadBrief

TABLE = Path(__file__).with_name("free_briefs.yaml")
_SCALARS = {
    "name": "project_name",
    "office": "implementer",
    "department": "department",
    "year": "year",
    "total": "budget_total",
    "appropriation": "current_appropriation",
    "carryover": "carryover",
    "other": "other",
    "purpose": "purpose",
    "start": "start_date",
    "end": "end_date",
}
_ITEM = ("quantity", "unit", "unit_price", "amount", "verb")
_SAME = {"名": "人", "位": "人", "平米": "平方米", "㎡": "平方米", "": None}


class Score:
    """Fields right, wrongly given and missed; `wrong` says which."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.false: Counter[str] = Counter()
        self.missed: Counter[str] = Counter()
        self.wrong: list[str] = []

    def field(self, kind: str, want: object, got: object, where: str = "") -> None:
        """Count one field: equal readings are right, two different ones are both false and missed."""
        wanted, given = want is not None, got is not None
        if wanted and given and fits(want, got):
            self.right[kind] += 1
            return
        if not wanted and not given:
            return
        if "null" in str(want).split("|") and not given:
            return
        self.missed[kind] += wanted
        self.false[kind] += given
        self.wrong.append(f"{kind} {where}: wanted {want}, got {got}")

    def share(self) -> tuple[float, float]:
        """Precision and recall over all fields."""
        right, false, missed = (sum(one.values()) for one in (self.right, self.false, self.missed))
        return right / max(right + false, 1), right / max(right + missed, 1)


def fits(want: object, got: object) -> bool:
    """Whether what was read is one of the readings that are right. Case, width, spaces and quotes do not count."""
    readings = str(want).split("|")
    return "*" in readings or any(_plain(one) == _plain(got) for one in readings)


def _plain(value: object) -> str:
    text = str(_SAME.get(str(value), value))
    if re.fullmatch(r"-?\d+(\.\d+)?(E\+?\d+)?", text):
        return format(Decimal(text).normalize(), "f")
    return (
        re.sub(r"[\s“”\"《》。，；]", "", text)
        .translate({code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)})
        .upper()
    )


def measured(entry: dict[str, Any], score: Score) -> None:
    """Add one brief to a score."""
    brief = load_brief(entry["text"].format(person="张某", phone="1" + "38" + "0013" + "8000"), ".txt")
    want = dict(entry["want"])
    for short, name in _SCALARS.items():
        score.field(short, want.get(short), getattr(brief, name))
    _tasks(score, want.get("tasks", []), brief)
    _rows(score, "item", [_named(row, _ITEM) for row in want.get("items", [])], [vars(item) for item in brief.items])
    rows = [_named(row, ("comparator", "value", "unit")) for row in want.get("targets", [])]
    _rows(score, "target", rows, [vars(target) for target in brief.targets])
    from drafter.drafting.questions import questions_of

    asked = {question.field for question in (*brief.questions, *questions_of(brief))}
    for field in want.get("asked", []):
        found = next((name for name in asked if name.startswith(field)), None)
        score.field("asked", field, field if found else None)


def _tasks(score: Score, want: list[str], brief: ReadBrief) -> None:
    left = list(brief.tasks)
    for task in want:
        found = next((one for one in left if fits(task, one)), None)
        if found is not None:
            left.remove(found)
        score.field("task", task, found)
    for task in left:
        score.field("task", None, task)


def _named(row: list[Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {"name": row[0], **dict(zip(names, row[1:], strict=True))}


def _rows(score: Score, kind: str, want: list[dict[str, Any]], got: list[dict[str, Any]]) -> None:
    left = list(got)
    number = "quantity" if kind == "item" else "value"
    for row in want:
        named = [one for one in left if row["name"] == "*" or fits(row["name"], one["name"])]
        counted = [one for one in left if row[number] is not None and fits(row[number], one.get(number))]
        # The row of that name and number, then of that number (a wrong name is one fault), then of that name.
        both = [one for one in named if fits(row[number], one.get(number))]
        found = next(
            iter([*both, *(counted if row["name"] != "*" else []), *(named if row["name"] != "*" else [])]), {}
        )
        if found:
            left.remove(found)
        for name, value in row.items():
            if name == "verb" and value is None:
                continue
            score.field(f"{kind}.{name}", value, found.get(name), str(row["name"]))
    for row in left:
        for name, value in row.items():
            if value is not None and name in ("name", "value", *_ITEM[:4]):
                score.field(f"{kind}.{name}", None, value, str(row["name"]))


def evaluate(held: bool) -> Score:
    """The score of one half of the table."""
    score = Score()
    for number, entry in enumerate(yaml.safe_load(TABLE.read_text("utf-8"))):
        if bool(entry.get("held")) == held:
            before = len(score.wrong)
            measured(entry, score)
            if len(score.wrong) > before:
                score.wrong.insert(before, f"--- {number}: {entry['text'].strip()}")
    return score


if __name__ == "__main__":
    verbose = "--verbose" in sys.argv
    for title, held in (("tuned", False), ("held out", True)):
        result = evaluate(held)
        precision, recall = result.share()
        print(f"{title}: precision {precision:.3f}, recall {recall:.3f}")
        for name in sorted({*result.right, *result.false, *result.missed}):
            counts = f"{result.right[name]:4} right {result.false[name]:4} false {result.missed[name]:4} missed"
            print(f"  {name:18}{counts}")
        if verbose and (not held or "--held" in sys.argv):
            print("\n".join(result.wrong))
