"""The five published documents against what people read in them by eye."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from drafter.filing import Filing, ReadDocument
from drafter.reading import read

REPOSITORY = Path(__file__).parents[2]
COUNTS = {
    "minhang_2020.txt": 13,
    "minhang_2026.txt": 10,
    "putuo_2025.txt": 6,
    "shanghai_centre_2020.txt": 3,
    "songjiang_2023.txt": 7,
}
PROSE = ("overall_goal", "annual_goal", "narrative")


@cache
def document(folder: Path, name: str) -> ReadDocument:
    return read(folder / name)


def restated() -> list[tuple[str, dict[str, Any]]]:
    files = sorted((REPOSITORY / "corpus" / "filings").glob("*.yaml"))
    loaded = [(file.stem, yaml.safe_load(file.read_text(encoding="utf-8"))) for file in files]
    return [(name, data) for name, data in loaded if data["source"]["document"] in COUNTS]


RESTATED = restated()
GOALS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("gold.yaml").read_text(encoding="utf-8"))[
    "filings"
]


@pytest.mark.parametrize(("name", "count"), COUNTS.items())
def test_every_form_of_a_document_is_found(filings_folder: Path, name: str, count: int) -> None:
    found = document(filings_folder, name)
    assert found.status == "read"
    assert len(found.filings) == count


def test_there_are_39_gold_filings_and_goals() -> None:
    assert len(RESTATED) == len(GOALS) == sum(COUNTS.values()) == 39


@pytest.mark.parametrize(("name", "gold"), RESTATED, ids=[name for name, _ in RESTATED])
def test_fields_money_indicators_and_lines_are_those_people_read(
    filings_folder: Path, name: str, gold: dict[str, Any]
) -> None:
    source = gold["source"]
    filing = document(filings_folder, source["document"]).filings[source["index"]].filing
    expected = {key: value for key, value in gold["filing"].items() if key not in PROSE}
    found = filing.model_dump(mode="json")
    assert {key: found[key] for key in expected} == expected


@pytest.mark.parametrize("gold", GOALS, ids=[f"{gold['document'][:-4]}_{gold['index'] + 1}" for gold in GOALS])
@pytest.mark.parametrize("goal", ["annual_goal", "overall_goal"])
def test_goal_texts_are_whole(filings_folder: Path, gold: dict[str, Any], goal: str) -> None:
    filing = document(filings_folder, gold["document"]).filings[gold["index"]].filing
    text = re.sub(r"\s", "", getattr(filing, goal) or "")
    expected = gold[goal]
    if expected is None:
        assert text == ""
        return
    assert (text[:8], text[-8:], len(text)) == (expected["first"], expected["last"], expected["length"])
    assert hashlib.sha256(text.encode()).hexdigest() == expected["sha256"]


@pytest.mark.parametrize("name", COUNTS)
def test_every_value_has_the_place_it_was_printed_at(filings_folder: Path, name: str) -> None:
    lines = (filings_folder / name).read_text(encoding="utf-8").split("\n")
    for found in document(filings_folder, name).filings:
        for path in _paths(found.filing):
            place = found.places[path]
            line = int(place.location.removeprefix("第").partition("行")[0])
            assert _squeezed(place.text)[:12] in _squeezed("".join(lines[line - 1 : line + 30])), path


def test_no_name_of_a_person_and_no_telephone_number_is_read(filings_folder: Path) -> None:
    for name in COUNTS:
        text = (filings_folder / name).read_text(encoding="utf-8")
        people = set(re.findall(r"(?:负责人|联系人|填表人|填报人)[：:]?\s*([一-鿿]{2,4})(?=\s|$)", text)) - {"联系人"}
        for found in document(filings_folder, name).filings:
            read_text = found.filing.model_dump_json() + " ".join(place.text for place in found.places.values())
            assert not [person for person in people if person in read_text]
            assert not re.search(r"(?<!\d)1[3-9]\d{9}(?!\d)|5413\d{4}", read_text)


def _paths(filing: Filing) -> list[str]:
    data = filing.model_dump(exclude_none=True)
    paths = [key for key in ("project_name", "year", "start_date", "annual_goal", "overall_goal") if key in data]
    paths += [f"funding.{key}" for key in data["funding"]]
    for index, indicator in enumerate(filing.indicators):
        paths += [f"indicators[{index}]", f"indicators[{index}].name", f"indicators[{index}].level1"]
        paths += [f"indicators[{index}].target"] if indicator.target else []
    for index, _ in enumerate(filing.budget_lines):
        paths += [f"budget_lines[{index}].item", f"budget_lines[{index}].amount"]
    return paths


def _squeezed(text: str) -> str:
    return re.sub(r"\s|</?[a-zA-Z][^>]*>", "", text)
