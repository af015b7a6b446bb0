"""The example plugin of docs/plugin-example, installed by pip, loaded by its entry point, a broken one beside it."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from docs_runner import REPOSITORY

EXAMPLE = REPOSITORY / "docs" / "plugin-example"
BROKEN = """
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
[project]
name = "drafter-broken"
version = "0.1"
[project.entry-points.drafter]
broken = "drafter_broken"
"""
FORM = """\
示例省项目支出绩效目标申报表
（2026年度）

| 项目名称 | 社区宣传 | 实施单位 | 示例省某区民政局 |
| --- | --- | --- | --- |
| 年度资金申请总额 | 14000.00 | | |
| 年度总体目标 | 印制宣传册7000份，居民满意度达80%。 | | |

| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 权重 |
| --- | --- | --- | --- | --- |
| 产出指标 | 数量指标 | 宣传册印制数量 | =7000(份) | 50 |
| 效益指标 | 社会效益指标 | 服务事项知晓率 | ≥80(%) | |
| 满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥80(%) | 20 |
"""
PAGES = """
from drafter.checking.pages import run_page
from drafter.plugins import default_registry
rules = [rule for rule in default_registry().collect("rules") if rule.code.startswith("SLS")]
print([rule.code for rule in rules], [problem for rule in rules for problem in run_page(rule)])
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with both plugins installed, as `pip install --target` leaves them."""
    pytest.importorskip("hatchling", reason="hatchling, which builds the example, is not installed")
    folder = tmp_path_factory.mktemp("plugins")
    example = folder / "example"
    shutil.copytree(EXAMPLE, example)
    broken = folder / "broken"
    (broken / "drafter_broken").mkdir(parents=True)
    (broken / "pyproject.toml").write_text(BROKEN, encoding="utf-8")
    (broken / "drafter_broken" / "__init__.py").write_text("raise RuntimeError('no licence')\n", encoding="utf-8")
    target = folder / "site"
    options = ["--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--disable-pip-version-check"]
    subprocess.run([sys.executable, "-m", "pip", "install", *options, "--target", target, example, broken], check=True)
    return target


def run(installed: Path, *arguments: str, code: str | None = None) -> subprocess.CompletedProcess[str]:
    command = ["-c", code] if code else ["-c", "from drafter.cli.main import main; main()", *arguments]
    path = os.pathsep.join([str(installed), str(REPOSITORY)])
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-W", "error", *command], env=environment, capture_output=True, encoding="utf-8", check=False
    )


def test_both_are_listed_and_the_broken_one_with_its_error(installed: Path) -> None:
    done = run(installed, "plugins", "--format", "json")
    assert done.returncode == 0, done.stderr
    listed = {one["name"]: one for one in json.loads(done.stdout)}
    assert listed["sample-province"]["error"] is None
    assert listed["sample-province"]["version"] == "2026.1"
    assert listed["broken"] == {
        "name": "broken", "source": "drafter-broken", "version": "0.1", "error": "RuntimeError: no licence",
    }  # fmt: skip


def test_the_examples_of_its_rule_pages_do_what_they_say(installed: Path) -> None:
    done = run(installed, code=PAGES)
    assert done.stdout.strip() == "['SLS001', 'SLS002'] []", done.stdout + done.stderr


def test_a_form_of_the_province_is_recognised_and_checked_by_its_rules(installed: Path, tmp_path: Path) -> None:
    form = tmp_path / "申报表.md"
    form.write_text(FORM, encoding="utf-8")
    done = run(installed, "check", str(form), "--format", "json", "--select", "SLS")
    assert done.returncode == 0, done.stderr  # warnings do not fail a run
    (filing,) = json.loads(done.stdout)["documents"][0]["filings"]
    found: dict[str, Any] = {one["code"]: one for one in filing["findings"]}
    assert found["SLS001"]["primary"]["path"] == "indicators[1].name"
    assert found["SLS002"]["suggestion"] == {"path": "indicators[2].target", "value": "≥85%"}
    read = run(installed, "read", str(form), "--format", "json")
    assert json.loads(read.stdout)["filings"][0]["profile"] == "sample-2026"


def test_its_writer_writes_by_its_suffix_and_no_cell_is_a_formula(installed: Path, tmp_path: Path) -> None:
    form, table = tmp_path / "申报表.md", tmp_path / "指标.csv"
    form.write_text(FORM, encoding="utf-8")
    data = run(installed, "read", str(form), "--format", "json").stdout
    (tmp_path / "filing.json").write_text(data, encoding="utf-8")
    done = run(installed, "write", str(tmp_path / "filing.json"), "-o", str(table))
    assert done.returncode == 0, done.stderr
    rows = list(csv.reader(table.read_text(encoding="utf-8-sig").splitlines()))
    assert rows[1] == ["社区宣传", "产出指标", "数量指标", "宣传册印制数量", "'=7000(份)", "50"]
    assert len(rows) == 4


def test_without_the_plugins_nothing_of_them_is_there(tmp_path: Path) -> None:
    form = tmp_path / "申报表.md"
    form.write_text(FORM, encoding="utf-8")
    done = run(tmp_path, "check", str(form), "--select", "SLS")
    assert done.returncode == 2
    assert "SLS" in done.stderr
