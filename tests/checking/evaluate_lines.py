"""Measure how numbers of goal, rows and budget lines are brought together: `python -m tests.checking.evaluate_lines`.

`data/alignment_with_lines.yaml` and `…_more.yaml` hold filings of our own with every pair of equal things labelled
before the first run.
Precision: of the pairs the reconciliation table states, how many are true; a contradiction between things that do not
belong together is counted apart. Recall: of the true pairs a careful reviewer is sure of, how many the table brings
together, in one comparison or through a third number (goal = row, row = line).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from drafter.checking import check_filing
from drafter.checking.ledger import Ledger
from drafter.checking.mend import target_data
from drafter.filing import Filing
from drafter.profiles import generic_profile

DATA = Path(__file__).parent / "data"
FILES = ("alignment_with_lines.yaml", "alignment_with_lines_more.yaml")
MODULE = "goal and rows, the aligner alone"
CONTRADICTED, TEMPTING = "contradicted", "tempting"

Place: TypeAlias = tuple[str, int | None]
"""A path and, in the goal, where the number begins."""
Pair: TypeAlias = frozenset[Place]

_LEVELS = {"成本": "成本指标", "数量": "产出指标", "质量": "产出指标", "时效": "产出指标", "满意度": "满意度指标"}
_FIELDS = {"p": "unit_price", "q": "quantity"}


@dataclass
class Counts:
    """What was stated and what there is, of one kind of pair."""

    right: int = 0
    wrong: list[str] = field(default_factory=lambda: list[str]())
    found: int = 0
    missed: list[str] = field(default_factory=lambda: list[str]())

    def __str__(self) -> str:
        stated, there = self.right + len(self.wrong), self.found + len(self.missed)
        if not there:
            return f"stated {stated}, right {self.right}"
        return f"stated {stated}, right {self.right}; there are {there}, found {self.found} ({self.recall:.4f})"

    @property
    def precision(self) -> float:
        """Right among the pairs stated."""
        return self.right / max(1, self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        """Found among the pairs there are."""
        return self.found / max(1, self.found + len(self.missed))


@dataclass
class Case:
    """A filing and the places of its labels; `names` are what the data call them."""

    filing: Filing
    names: dict[Place, str]
    same: list[Pair]
    priced: list[Pair]
    unsure: list[Pair]
    tempting: list[Pair]


def cases(*, seen: bool | None = None) -> Iterator[Case]:
    """The filings; of one part of them where `seen` says so."""
    for file in FILES:
        for data in yaml.safe_load((DATA / file).read_text(encoding="utf-8")):
            if seen is None or data["seen"] is seen:
                yield _case(data)


def _case(data: dict[str, Any]) -> Case:
    places: dict[str, Place] = {}
    texts = {"annual_goal": data["goal"], "overall_goal": data.get("overall", "")}
    for path, marked in texts.items():
        texts[path] = _unmarked(marked, path, places)
    rows: list[dict[str, Any]] = []
    for row in data["rows"]:
        name, level2, called, target = (cell.strip() for cell in row.split("|"))
        places[name] = (f"indicators[{len(rows)}].target", None)
        level1 = next((one for start, one in _LEVELS.items() if start in level2), "效益指标")
        rows.append({"level1": level1, "level2": level2, "name": called, "target": target_data(target)})
    lines: list[dict[str, Any]] = []
    for line in data["lines"]:
        name, item, price, count, unit, *note = (cell.strip() for cell in line.split("|"))
        for short, path in _FIELDS.items():
            places[f"{name}.{short}"] = (f"budget_lines[{len(lines)}].{path}", None)
        lines.append(
            {"item": item, "unit_price": price, "quantity": count, "unit": unit, "note": note[0] if note else None}
            | {"amount": str(Decimal(price) * Decimal(count))}
        )
    total = str(sum(Decimal(line["amount"]) for line in lines))
    filing = {"indicators": rows, "budget_lines": lines, "project_name": data["project"], **texts}
    names = {place: f"{data['project']}: {name}" for name, place in places.items()}
    labels = {
        kind: [frozenset((places[one], places[other])) for one, other in data[kind]]
        for kind in ("same", "priced", "unsure", "tempting")
    }
    return Case(Filing.model_validate(filing | {"funding": {"annual_total": total}, "year": 2026}), names, **labels)


def _unmarked(marked: str, path: str, places: dict[str, Place]) -> str:
    """The text without the marks {id|number}, whose places are noted."""
    text = ""
    for part in re.split(r"(\{\w+\|[^}]*\})", marked):
        mark = re.fullmatch(r"\{(\w+)\|([^}]*)\}", part)
        if mark is not None:
            places[mark[1]] = (path, len(text))
        text += mark[2] if mark else part
    return text


def evaluate(of: Iterable[Case]) -> dict[str, Counts]:
    """Counts by kind of pair: goal and rows, rows and lines, goal and lines, prices and counts."""
    figures: dict[str, Counts] = defaultdict(Counts)
    for case in of:
        true = _Groups([*case.same, *case.unsure])
        priced = {true.pair(pair) for pair in case.priced} | {
            true.pair(frozenset(((f"budget_lines[{at}].unit_price", None), (f"budget_lines[{at}].quantity", None))))
            for at in range(len(case.filing.budget_lines))
        }
        stated: list[Pair] = []
        multiplied: list[Pair] = []
        for status, found in _comparisons(case.filing):
            product = frozenset(one for one in found if one[0].endswith(("unit_price", "quantity")))
            if len(found) == 3 and len(product) == 2:
                multiplied.append(product)
            elif len(found) == 2 and all(_side(one) for one in found):
                stated.append(found)
                _judge(case, figures[_kind(found)], true.together(found), found)
                if status == "contradicts":
                    _judge(case, figures[CONTRADICTED], true.together(found), found)
        known = _Groups(stated)
        products = {known.pair(pair) for pair in multiplied}
        for pair in case.same:
            _look(case, figures[_kind(pair)], known.together(pair), pair)
        figures[TEMPTING].wrong += [_shown(case, pair) for pair in case.tempting if known.together(pair)]
        for pair in case.priced:
            _look(case, figures["prices and counts"], known.pair(pair) in products, pair)
        for pair in multiplied:
            _judge(case, figures["prices and counts"], true.pair(pair) in priced, pair)
        _judge_module(figures[MODULE], case, true)
    return figures


def _judge_module(counts: Counts, case: Case, true: _Groups) -> None:
    ledger = Ledger(case.filing, generic_profile())
    sure = {
        frozenset((("annual_goal", pair.mention.start), (f"indicators[{pair.indicator}].target", None)))
        for pair in ledger.alignment.pairs
        if pair.sure
    }
    for found in sure:
        _judge(case, counts, true.together(found), found)
    for pair in case.same:
        if _kind(pair) == "goal and rows":
            _look(case, counts, pair in sure, pair)


def _judge(case: Case, counts: Counts, right: bool, pair: Pair) -> None:
    counts.right += right
    if not right:
        counts.wrong.append(_shown(case, pair))


def _look(case: Case, counts: Counts, found: bool, pair: Pair) -> None:
    counts.found += found
    if not found:
        counts.missed.append(_shown(case, pair))


def _shown(case: Case, pair: Pair) -> str:
    return " ~ ".join(sorted(case.names.get(place, f"{place[0]} {place[1] or ''}") for place in pair))


class _Groups:
    """Places that state the same thing, directly or through others."""

    def __init__(self, pairs: Iterable[Pair]) -> None:
        self._above: dict[Place, Place] = {}
        for pair in pairs:
            one, *rest = pair
            for other in rest:
                self._above[self._top(one)] = self._top(other)

    def _top(self, place: Place) -> Place:
        while (above := self._above.get(place, place)) != place:
            place = above
        return place

    def together(self, pair: Pair) -> bool:
        """Whether all of them state one thing."""
        return len({self._top(place) for place in pair}) == 1

    def pair(self, pair: Pair) -> Pair:
        """The things that the places of a pair state."""
        return frozenset(self._top(place) for place in pair)


def _comparisons(filing: Filing) -> Iterator[tuple[str, Pair]]:
    for row in check_filing(filing).reconciliation:
        if row.status in ("agrees", "contradicts"):
            refs = (row.primary, *row.related)
            yield row.status, frozenset((one.path, one.span[0] if one.span else None) for one in refs)


def _side(place: Place) -> str | None:
    path = place[0]
    if path.endswith((".note", ".amount")):
        return None
    sides = {"annual_goal": "goal", "indicators": "rows", "budget_lines": "lines"}
    return next((side for start, side in sides.items() if path.startswith(start)), None)


def _kind(pair: Pair) -> str:
    sides = {_side(place) for place in pair}
    return " and ".join(side for side in ("goal", "rows", "lines") if side in sides)


def main() -> None:
    """Print the figures of both parts."""
    for title, seen in (("labelled before the mends they led to", True), ("labelled and run after them", False)):
        print(f"{title}:")
        for kind, counts in sorted(evaluate(cases(seen=seen)).items()):
            print(f"  {kind}: {counts}")
            for line in (*(f"wrong: {one}" for one in counts.wrong), *(f"missed: {one}" for one in counts.missed)):
                print(f"    {line}")


if __name__ == "__main__":
    main()
