"""`drafter quantities`: every clause of its contract, through the command."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from drafter.cli.main import app
from drafter.cli.quantity_schema import QuantityLine

CLAUSES: list[tuple[str, list[tuple[str, str | None, str, str]]]] = [
    ("服务2.5万人次，投资7.2亿元", [("25000", "人次", "=", "count"), ("720000000", "元", "=", "money")]),
    ("满意度90%~95%", [("90~95", "%", "range", "percent")]),
    ("率达90%，达到91%，不低于92%，93%以上", [(str(n), "%", ">=", "percent") for n in (90, 91, 92, 93)]),
    ("不超过5天，6天以内", [("5", "天", "<=", "duration"), ("6", "天", "<=", "duration")]),
    ("低于3%，超过4%", [("3", "%", "<", "percent"), ("4", "%", ">", "percent")]),
    ("约50家，60家左右，近70家", [(str(n), "家", "~", "count") for n in (50, 60, 70)]),
    ("50余家，60多家", [("50", "家", ">", "count"), ("60", "家", ">", "count")]),
    ("三分之二，工期半年", [("2/3", None, "=", "fraction"), ("0.5", "年", "=", "duration")]),
    ("2026年预算", [("2026", "年", "=", "year")]),
    ("2026年6月30日完成，2026年3月开工", [("2026-06-30", None, "=", "date"), ("2026-03", None, "=", "date")]),
    ("11月底完成，第四季度验收", [("--11-30", None, "=", "date"), ("Q4", None, "=", "date")]),
    ("11月底前完成", [("--11-30", None, "<=", "date")]),
    ("60周岁老人，增长2倍", [("60", "周岁", "=", "age"), ("2", "倍", "=", "multiple")]),
    ("绿地300平方米", [("300", "平方米", "=", "measure")]),
    ("实现零投诉", []),
    ("一网通办，三折页，第三批，沪府办〔2005〕12号，962218热线", []),
    ("1.组织宣传 2.开展培训，电话021-12345678", []),
    ("", []),
]  # fmt: skip


def lines(text: str, *arguments: str) -> list[dict[str, Any]]:
    result = CliRunner().invoke(app, ["quantities", *arguments], input=text.encode())
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.split("\n")[:-1]]


@pytest.mark.parametrize(("text", "expected"), CLAUSES)
def test_a_clause_of_the_contract_holds(text: str, expected: list[tuple[str, str | None, str, str]]) -> None:
    (line,) = lines(text + "\n")
    QuantityLine.model_validate(line)
    keys = ("number", "unit", "comparator", "kind")
    assert [tuple(mention[key] for key in keys) for mention in line["mentions"]] == expected


def test_offsets_are_characters_of_number_and_unit_of_the_line() -> None:
    text = "预计招录保安2人，定点零售药店 319 家。"
    (line,) = lines(f"{text}\r\n")
    spans = [(text[one["start"] : one["end"]], one["entity"]) for one in line["mentions"]]
    assert spans == [("2人", "保安"), ("319 家", "定点零售药店")]


def test_one_line_in_is_one_line_out_and_no_line_is_none(tmp_path: Path) -> None:
    assert [len(line["mentions"]) for line in lines("1台\n\n2台，3台")] == [1, 0, 2]
    assert lines("") == []
    file = tmp_path / "out.jsonl"
    assert lines("1台\n", "-o", str(file)) == []
    assert json.loads(file.read_text(encoding="utf-8"))["mentions"][0]["unit"] == "台"


def test_a_text_given_as_a_file_is_told_the_way_in() -> None:
    result = CliRunner().invoke(app, ["quantities", "购置课桌椅3000套"])
    assert result.exit_code == 2
    assert "文件名写成 -" in result.stderr
    assert "标准输入" not in CliRunner().invoke(app, ["quantities", "a.txt"]).stderr
