"""A folder of briefs: one line and one file each, every failure counted, and the exit code of the worst."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from drafter.cli.main import app

GOOD = "project_name: 社区绿化养护\nyear: 2027\nbudget_total: 50000\n"
CONTRADICTING = (
    "project_name: 保安\nyear: 2027\nbudget_total: 5\nitems: [{name: 保安, quantity: 2, unit: 人, unit_price: 3}]\n"
)


def _run(*words: str | Path):
    return CliRunner().invoke(app, ["draft", *map(str, words)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    briefs = tmp_path / "简述"
    (briefs / "二科").mkdir(parents=True)
    (briefs / "a.yaml").write_text(GOOD, encoding="utf-8")
    (briefs / "二科" / "b.json").write_text('{"project_name": "社区绿化", "year": 2027, "budget_total": 1}')
    return briefs


def test_every_brief_gives_a_line_and_a_file_of_its_name(folder: Path, tmp_path: Path):
    result = _run(folder, "-o", tmp_path / "out")
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert len(lines) == 2 and all("通过" in line and " → " in line for line in lines)
    written = sorted(path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.docx"))
    assert written == ["a.docx", "二科/b.docx"]
    assert "共 2 份简述：通过 2，有问题 0，失败 0" in result.stderr


def test_a_bad_brief_is_counted_and_stops_nothing(folder: Path, tmp_path: Path):
    (folder / "bad.yaml").write_text("project_name: x\nbuget: 1\n", encoding="utf-8")
    (folder / "contradicting.yaml").write_text(CONTRADICTING, encoding="utf-8")
    result = _run(folder, "-o", tmp_path / "out", "--to", "xlsx")
    assert result.exit_code == 2
    assert "共 4 份简述：通过 2，有问题 1，失败 1" in result.stderr
    bad = next(line for line in result.stdout.splitlines() if "bad.yaml" in line)
    assert "失败" in bad and "buget" in bad
    assert {path.name for path in (tmp_path / "out").rglob("*.xlsx")} == {"a.xlsx", "b.xlsx", "contradicting.xlsx"}
    (folder / "bad.yaml").unlink()
    assert _run(folder).exit_code == 1
    lenient = _run(folder, "--fail-on", "never")
    assert lenient.exit_code == 0
    assert "共 3 份简述：通过 2，有问题 1，失败 0" in lenient.stderr, "the counts say what the lines say"


def test_a_defect_of_ours_in_one_brief_leaves_the_others(folder: Path, monkeypatch: pytest.MonkeyPatch):
    from drafter.drafting import draft

    def broken(brief, **options):
        if brief.project_name == "社区绿化":
            raise RuntimeError("secret words of the brief")
        return draft(brief, **options)

    monkeypatch.setattr("drafter.drafting.draft", broken)
    result = _run(folder)
    assert result.exit_code == 2
    assert "程序内部错误（RuntimeError）" in result.stdout and "secret" not in result.output
    assert "通过 1" in result.stderr


def test_two_briefs_of_one_name_overwrite_nothing(folder: Path, tmp_path: Path):
    (folder / "a.json").write_text('{"project_name": "道路养护", "year": 2027, "budget_total": 1}')
    assert _run(folder, "-o", tmp_path / "out").exit_code == 0
    assert {path.name for path in (tmp_path / "out").glob("*.docx")} == {"a.json.docx", "a.yaml.docx"}


def test_outputs_are_no_briefs_of_the_next_run(folder: Path):
    assert _run(folder, "-o", folder / "out", "--to", "json").exit_code == 0
    again = _run(folder, "-o", folder / "out", "--to", "json")
    assert (again.exit_code, len(again.stdout.splitlines())) == (0, 2)
    assert _run(folder, "-o", folder, "--to", "json").exit_code == 2, "json among the briefs would be read as briefs"


@pytest.mark.parametrize(("words", "said"), [((), "没有项目简述"), (("-o", "x.docx"), "没有项目简述")])
def test_an_empty_folder_is_an_error(tmp_path: Path, words, said):
    result = _run(tmp_path, *words)
    assert result.exit_code == 2 and said in result.stderr


def test_a_file_name_is_no_place_for_a_folder_of_drafts(folder: Path, tmp_path: Path):
    result = _run(folder, "-o", tmp_path / "all.docx")
    assert result.exit_code == 2 and "--to" in result.stderr


def test_json_is_one_array_with_a_draft_or_a_reason(folder: Path):
    (folder / "bad.yaml").write_text("- 1\n", encoding="utf-8")
    rows = json.loads(_run(folder, "--format", "json").stdout)
    assert [Path(row["brief"]).name for row in rows] == ["a.yaml", "bad.yaml", "b.json"]
    assert [row["status"] for row in rows] == ["passed", "failed", "passed"]
    assert rows[0]["draft"]["schema"] == "drafter.draft/1" and rows[1]["draft"] is None and rows[1]["reason"]


def test_last_years_document_serves_every_brief_of_its_projects(folder: Path, tmp_path: Path):
    assert _run(folder, "-o", tmp_path / "old", "--to", "json").exit_code == 0
    result = _run(folder, "--based-on", tmp_path / "old" / "a.json", "--year", "2028", "--format", "json")
    assert result.exit_code == 0
    assert "沿用上年" in result.stdout or "建议值" in result.stdout
