"""The scorer counts what its rule says, shown on predictions made by hand."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

HERE = Path(__file__).parent
_spec = importlib.util.spec_from_file_location("quantity_evaluation", HERE / "evaluate.py")
assert _spec and _spec.loader
evaluation = importlib.util.module_from_spec(_spec)
sys.modules[_spec.name] = evaluation
_spec.loader.exec_module(evaluation)


def mention(text, surface, number, unit, comparator="=", entity=None, kind="count"):
    start = text.index(surface)
    return {
        "start": start,
        "end": start + len(surface),
        "number": number,
        "unit": unit,
        "comparator": comparator,
        "entity": entity,
        "kind": kind,
    }


TEXT = "第三方测评药店12家，合格率不低于95.00%，6月30日前完成，比例为1:1.5。"
GOLD = [
    mention(TEXT, "12家", "12", "家", entity="药店"),
    mention(TEXT, "95.00%", "95.00", "%", ">=", "合格率", "percent"),
    mention(TEXT, "6月30日", "--06-30", None, "<=", kind="date"),
    mention(TEXT, "1:1.5", "1:1.5", None, entity="比例", kind="fraction"),
]


def measure(predicted, gold=GOLD, text=TEXT, traps=("第三方",)):
    sentence = evaluation.Sentence("t1", text, [evaluation.Mention(**each) for each in gold], list(traps))
    tally = evaluation.evaluate([sentence], lambda _: [SimpleNamespace(**each) for each in predicted])
    return evaluation.figures(tally), tally.errors


def test_the_gold_itself_scores_full_marks():
    figures, errors = measure(GOLD)
    assert errors == []
    assert figures.pop("trap_false_positive_rate") == 0
    assert set(figures.values()) == {1.0}


def test_a_mixed_prediction_is_counted_part_by_part():
    predicted = [
        mention(TEXT, "12家", "12", "家", entity="定点药店"),  # containment of two characters is enough
        mention(TEXT, "95.00%", "95", "％", "=", "率", "percent"),  # comparator wrong, entity too short to count
        mention(TEXT, "6月30日", "--06-31", None, "<=", kind="date"),  # wrong day
        mention(TEXT, "三方", "3", "方"),  # inside the trap
    ]
    figures, errors = measure(predicted)
    assert figures["number_unit_f1"] == pytest.approx(2 * 2 / (4 + 4))
    assert figures["number_unit_comparator_f1"] == pytest.approx(2 * 1 / (4 + 4))
    assert figures["entity_accuracy"] == 0.5
    assert figures["date_accuracy"] == 0
    assert figures["trap_false_positive_rate"] == 1
    assert [line.split()[1] for line in errors] == [
        "comparator:", "entity:", "missed:", "missed:", "trap:", "spurious:", "spurious:",
    ]  # fmt: skip


def test_equal_numbers_elsewhere_or_found_twice_do_not_count():
    far = mention(TEXT, "比例", "12", "家")
    once = mention(TEXT, "12家", "12", "家")
    figures, _ = measure([far], gold=GOLD[:1])
    assert figures["number_unit_f1"] == 0
    figures, _ = measure([once, once], gold=GOLD[:1])
    assert figures["number_unit_f1"] == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("left", "right", "equal"),
    [
        ("95.00", "95", True),
        ("2~8", "2.0~8.0", True),
        ("2~8", "2~9", False),
        ("2~8", "2", False),
        ("-5~5", "-5~5", True),
        ("2/3", "4/6", True),
        ("1:1.5", "1/1.5", True),
        ("1/2", "0.5", True),
        ("2026-06-30", "2026-06-30", True),
        ("--06-30", "06-30", False),
        ("1/0", "1/0", True),
        ("25000", "2.5", False),
    ],
)
def test_numbers_compare_by_value_and_dates_by_letter(left, right, equal):
    assert evaluation.same_number(left, right) is equal


@pytest.mark.parametrize(
    ("left", "right", "equal"),
    [
        ("个工作日", "工作日", True),
        ("％", "%", True),
        ("㎡", "m²", True),
        (None, "", True),
        ("个", None, False),
        ("人", "人次", False),
    ],
)
def test_units_compare_without_width_and_without_the_classifier_of_time(left, right, equal):
    assert (evaluation.canonical_unit(left) == evaluation.canonical_unit(right)) is equal


def test_a_date_must_be_found_as_a_date():
    wrong = {**GOLD[2], "kind": "count"}
    figures, _ = measure([wrong], gold=[GOLD[2]])
    assert figures["date_accuracy"] == 0


def test_the_command_prints_the_figures_and_on_demand_the_errors(tmp_path, monkeypatch, capsys):
    path = tmp_path / "one.jsonl"
    row = {"id": "t1", "text": TEXT, "tags": [], "mentions": GOLD, "traps": ["第三方"]}
    path.write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")
    found = [SimpleNamespace(**each) for each in GOLD[1:]]
    monkeypatch.setitem(sys.modules, "drafter.language", SimpleNamespace(extract=lambda _: found))
    assert evaluation.scores(path)["number_unit_f1"] == pytest.approx(6 / 7)
    evaluation.main([str(path)])
    brief = capsys.readouterr().out
    evaluation.main([str(path), "--errors"])
    full = capsys.readouterr().out
    assert "number_unit_f1               0.8571" in brief
    assert full.startswith(brief)
    assert "t1 missed: 12家" in full.removeprefix(brief)


def test_silence_on_a_sentence_without_mentions_is_right():
    figures, errors = measure([], gold=[])
    assert figures["number_unit_f1"] == 1
    assert errors == []


def test_the_set_is_sound():
    rows = [json.loads(line) for line in evaluation.DATA.read_text(encoding="utf-8").splitlines()]
    kinds = {"count", "percent", "money", "duration", "measure", "year", "date", "age", "multiple", "fraction"}
    assert len({row["id"] for row in rows}) == len({row["text"] for row in rows}) == len(rows) >= 360
    assert {each["kind"] for row in rows for each in row["mentions"]} == kinds
    for row in rows:
        last = 0
        for each in row["mentions"]:
            assert last <= each["start"] < each["end"] <= len(row["text"]), row["id"]
            last = each["end"]
            surface = row["text"][each["start"] : each["end"]]
            assert surface == surface.strip(), row["id"]
            assert each["comparator"] in {"=", ">=", "<=", ">", "<", "~", "range"}, row["id"]
            assert ("~" in each["number"]) == (each["comparator"] == "range"), row["id"]
            assert (each["kind"] == "date") <= (each["unit"] is None), row["id"]
            assert each["entity"] is None or each["entity"] in row["text"], row["id"]
        sentence = evaluation.Sentence(row["id"], row["text"], [], row["traps"])
        spans = evaluation.trap_spans(sentence)
        assert {row["text"][start:end] for start, end in spans} == set(row["traps"]), row["id"]
        for start, end in spans:
            assert not any(each["start"] < end and start < each["end"] for each in row["mentions"]), row["id"]
