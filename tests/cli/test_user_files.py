"""What a user gives is never changed, and one bad document never takes the rest of a run with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from drafter.brief import Brief
from drafter.cli.main import app
from drafter.drafting import draft
from drafter.writing import write_filing


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def form(tmp_path: Path) -> Path:
    made = draft(Brief.model_validate({"project_name": "社区绿化养护", "year": 2027, "budget_total": 50000}))
    return write_filing(made.filing, tmp_path / "form.docx")


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "form.docx", "-o", "form.docx"),
        ("check", ".", "-o", "form.docx"),
        ("check", "form.docx", "--waivers", "w.toml", "-o", "w.toml"),
        ("read", ".", "--format", "json", "-o", "form.docx"),
        ("quantities", "t.txt", "-o", "t.txt"),
        ("draft", "b.yaml", "--based-on", "form.docx", "-o", "form.docx"),
        ("write", "form.docx", "-o", "form.docx"),
    ],
)
def test_no_command_writes_over_what_it_was_given(
    form: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    folder = form.parent
    monkeypatch.chdir(folder)
    (folder / "w.toml").write_text("", encoding="utf-8")
    (folder / "t.txt").write_text("保安2人\n", encoding="utf-8")
    (folder / "b.yaml").write_text("project_name: 社区绿化养护\nyear: 2028\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in folder.iterdir()}
    result = run(*arguments)
    assert result.exit_code == 2
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_a_second_round_of_copies_leaves_the_first_ones_alone(form: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(form.parent)
    run("check", ".", "--annotate", ".")
    (copy,) = form.parent.glob("*_检查意见.docx")
    copy.write_bytes(copy.read_bytes() + b"\n")
    edited = copy.read_bytes()
    report = json.loads(run("check", ".", "--format", "json").stdout)
    assert [document["document"] for document in report["documents"]] == ["form.docx"]
    run("check", copy.name, form.name, "--annotate", ".")
    assert copy.read_bytes() == edited


def test_a_reader_that_fails_is_one_unreadable_file_of_the_batch(form: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(data: bytes, document: str) -> None:
        raise KeyError("word/document.xml")

    monkeypatch.setattr("drafter.reading.docx.read_docx", broken)
    good = form.with_name("z.json")
    made = draft(Brief.model_validate({"project_name": "社区绿化养护", "year": 2027, "budget_total": 50000}))
    write_filing(made.filing, good)
    result = run("check", form, good, "--format", "json")
    assert result.exit_code == 2
    assert [document["status"] for document in json.loads(result.stdout)["documents"]] == ["unreadable", "read"]
