"""The extractor against the annotated sentences: the figures of the issue hold."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from drafter.language import extract, sums

HERE = Path(__file__).parent
FLOORS = {
    "number_unit_f1": 0.97,
    "number_unit_comparator_f1": 0.95,
    "entity_accuracy": 0.85,
    "date_accuracy": 0.95,
    "kind_accuracy": 0.97,
}


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("quantity_scorer", HERE / "evaluate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def figures() -> dict[str, float]:
    return _scorer().scores()


@pytest.mark.parametrize("figure", FLOORS)
def test_the_floors_of_the_issue_hold(figure: str, figures: dict[str, float]) -> None:
    assert figures[figure] >= FLOORS[figure]


def test_names_and_idioms_are_hardly_ever_taken_for_numbers(figures: dict[str, float]) -> None:
    assert figures["trap_false_positive_rate"] <= 0.02


def test_the_sums_of_real_filings_hold(filings_folder: Path) -> None:
    """The only complete sums of the 2026 document: 114, 87, 521 and 13, each equal to its parts."""
    text = (filings_folder / "minhang_2026.txt").read_text("utf-8")
    complete = [claim for line in text.splitlines() for claim in sums(line, extract(line)) if claim.claims_complete]
    assert [(int(c.total.number), [int(part.number) for part in c.parts]) for c in complete] == [
        (114, [24, 45, 45]),
        (87, [63, 24]),
        (521, [114, 319, 1, 87]),
        (13, [10, 3]),
    ]


def test_document_numbers_and_telephones_of_real_filings_are_silent(filings_folder: Path) -> None:
    silent = re.compile(
        r"[〔\[【（(][0-9]{4}号?[〕\]】）)][ ]?[0-9]+[ ]?号|第[0-9]+号|(?<![0-9.])[0-9]{8}(?![0-9.元])|962218"
    )
    seen = 0
    for path in sorted(filings_folder.glob("*.txt")):
        text = path.read_text("utf-8")
        found = [(mention.start, mention.end) for mention in extract(text)]
        for match in silent.finditer(text):
            seen += 1
            assert not any(start < match.end() and match.start() < end for start, end in found), match
    assert seen > 20
