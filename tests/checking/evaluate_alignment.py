"""Measure the alignment of goal numbers and indicators: `python -m tests.checking.evaluate_alignment`.

Two sets. `data/alignment.jsonl` says for the 39 published filings and our model filings which row each number of the
goal belongs to, by figures and names only. `data/alignment_cases.yaml` holds goals of our own in which rows are easily
confused. Precision: of the pairs called sure, how many are right. Recall: of the pairs there are, how many are sure.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from drafter.checking.ledger import Ledger
from drafter.checking.mend import target_data
from drafter.filing import Filing
from drafter.profiles import generic_profile
from drafter.reading import read

DATA = Path(__file__).parent / "data"
CORPUS = Path(__file__).parents[2] / "corpus"


@dataclass
class Figures:
    """Counts of one evaluation; `wrong` and `missed` name the cases."""

    right: int
    wrong: list[str]
    missed: list[str]
    unsure: int

    @property
    def precision(self) -> float:
        """Right among the pairs called sure."""
        return self.right / (self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        """Found and sure among the pairs there are."""
        return self.right / (self.right + len(self.missed))

    def __str__(self) -> str:
        return (
            f"{self.right + len(self.missed)} pairs: precision {self.precision:.4f}, recall {self.recall:.4f}, "
            f"{self.unsure} said to be unsure"
        )


def gold() -> Iterator[tuple[str, Filing, dict[str, str | None]]]:
    """Each filing with the row that each number of its goal belongs to, None where no row has that promise."""
    truth: dict[str, dict[str, str | None]] = {}
    for line in (DATA / "alignment.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        truth.setdefault(entry["filing"], {})[entry["said"]] = entry["row"]
    for name, pairs in truth.items():
        data = yaml.safe_load((CORPUS / f"{name}.yaml").read_text(encoding="utf-8"))
        yield name, Filing.model_validate(data["filing"]), pairs
    cases = yaml.safe_load((DATA / "alignment_cases.yaml").read_text(encoding="utf-8"))
    for number, case in enumerate(cases, 1):
        yield f"case {number}", _filing(case), case["pairs"]


def independent(folder: Path | None = None) -> Iterator[tuple[str, Filing, dict[str, str | None]]]:
    """The filings labelled by reading, before the aligner saw them; the published ones where `folder` is given."""
    data = yaml.safe_load((DATA / "alignment_independent.yaml").read_text(encoding="utf-8"))
    for file, index, pairs in data["published"] if folder is not None else ():
        yield f"{file} {index}", read(folder / file).filings[index].filing, pairs
    for number, case in enumerate(data["own"], 1):
        yield f"own {number}", _filing(case), case["pairs"]


def _filing(case: dict[str, Any]) -> Filing:
    cells = [[cell.strip() for cell in row.split("|")] for row in case["rows"]]
    rows = [{"name": name, "target": target_data(target)} for name, target in cells]
    return Filing.model_validate({"annual_goal": case["goal"], "indicators": rows})


def found(filing: Filing) -> dict[str, tuple[str, bool]]:
    """The pairs of a filing by the number as printed (`100%#2` for the second of its kind), and whether it is sure."""
    alignment = Ledger(filing, generic_profile()).alignment
    seen: Counter[str] = Counter()
    pairs: dict[str, tuple[str, bool]] = {}
    twice = {text for text, count in Counter(mention.text for mention in alignment.mentions).items() if count > 1}
    for mention in alignment.mentions:
        seen[mention.text] += 1
        pair = alignment.of_mention(mention)
        key = f"{mention.text}#{seen[mention.text]}" if mention.text in twice else mention.text
        if pair is not None:
            pairs[key] = (filing.indicators[pair.indicator].name, pair.sure)
    return pairs


def evaluate(cases: Iterable[tuple[str, Filing, dict[str, str | None]]] | None = None) -> Figures:
    """Compare what is found with the truth, over both sets unless other cases are given."""
    figures = Figures(0, [], [], 0)
    for name, filing, truth in gold() if cases is None else cases:
        pairs = found(filing)
        for said, expected in truth.items():
            row, sure = pairs.get(said, (None, False))
            figures.unsure += row is not None and not sure
            if sure and row == expected:
                figures.right += 1
                continue
            if sure:
                figures.wrong.append(f"{name}: {said} → {row}, not {expected}")
            if expected is not None:
                figures.missed.append(f"{name}: {said} → {expected}, found {row}")
    return figures


if __name__ == "__main__":
    published = os.environ.get("DRAFTER_FILINGS")
    for title, result in (
        ("labelled with its help", evaluate()),
        ("labelled before it ran", evaluate(independent(Path(published) if published else None))),
    ):
        print(f"{title}: {result}")
        for line in (*result.wrong, *result.missed):
            print(" ", line)
