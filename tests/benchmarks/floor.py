"""What a floor of likeness keeps and costs: the ground on which `FLOOR` was chosen.

    python tests/benchmarks/floor.py

The 39 filings are all on health insurance, the 40 models on other functions: as queries the models should mostly find
nothing among the 39, while each of the 39 should still find its kin.
"""

from __future__ import annotations

import sys
from decimal import Decimal
from statistics import fmean

from benchmarks.retrieval import Ranking, measure, published

from drafter.corpus import Query, search
from drafter.corpus.source import MemorySource
from drafter.corpus.starter import starter_records


def main() -> None:
    """Print one line a floor."""
    source = MemorySource("39", [record.candidate for record in published()])
    models = [record for record in starter_records() if record.kind == "model"]
    for floor in map(Decimal, ("0", "0.03", "0.04", "0.05", "0.06", "0.08", "0.10", "0.15")):
        ranks, recalls = measure(_with(source, floor), wide=False, cross=False)
        foreign = [
            search(Query(record.name, (record.filing.annual_goal or "")[:60]), [source], 1, floor=floor)
            for record in models
        ]
        sys.stdout.write(
            f"floor {floor}: MRR {fmean(ranks):.3f}, recall@5 {fmean(recalls):.3f}; "
            f"{sum(not hits for hits in foreign)} of {len(models)} models find nothing\n"
        )


def _with(source: MemorySource, floor: Decimal) -> Ranking:
    def rank(query: Query, without: set[str]) -> list[str]:
        return [hit.record.id for hit in search(query, [source], 10, without=without, floor=floor)]

    return rank


if __name__ == "__main__":
    main()
