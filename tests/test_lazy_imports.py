"""Start-up: a check of JSON or text loads no model, no network client, no document library."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

HEAVY = (
    "openai",
    "langchain_core",
    "langchain_openai",
    "docx",
    "openpyxl",
    "pdfplumber",
    "pypdf",
    "lxml",
    "yaml",
    "httpx",
)
DEFECTS = Path(__file__).parents[1] / "drafter" / "examples" / "filing_with_defects.json"
SCRIPT = """
import sys
from drafter.cli.main import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print("LOADED", *sorted(set(name.partition(".")[0] for name in sys.modules)))
"""


def loaded(*arguments: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *arguments], capture_output=True, text=True, encoding="utf-8", check=True
    )
    return set(done.stdout.rsplit("LOADED", 1)[1].split())


def test_checking_json_loads_no_heavy_library() -> None:
    assert not loaded("check", str(DEFECTS)) & set(HEAVY)


def test_checking_text_loads_no_heavy_library(tmp_path: Path) -> None:
    file = tmp_path / "filing.txt"
    file.write_text("财政项目支出绩效目标申报表\n（2026年度）\n项目名称\t试验\n", encoding="utf-8")
    assert not loaded("check", str(file)) & set(HEAVY)


FILINGS = (
    "财政项目支出绩效目标申报表\n（2026年度）\n项目名称\t某街道路面保洁项目\n项目资金（元）\t年度资金总额\t120000.00\n"
    "\t其中：当年财政拨款\t100000.00\n年度目标\t全年保洁道路12条，居民满意度达到90%以上。\n"
    "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t保洁道路数量\t=13(条)\n"
    "明细金额\n名称\t单价\t数量\t总价\n路面保洁\t10000.00\t12\t130000.00\n"
)


def test_checking_text_loads_no_data_models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DRAFTER_NO_CACHE")  # its value would be converted through them
    file = tmp_path / "filings.txt"
    file.write_text(FILINGS + FILINGS.replace("路面", "河道"), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, "check", str(file), "--reconcile"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    said, modules = done.stdout.rsplit("LOADED", 1)
    assert {code for code in ("ARI001", "ARI002", "MAT001", "XFI") if code in said} >= {"ARI001", "ARI002", "MAT001"}
    assert not set(modules.split()) & {"pydantic", "pydantic_core"}


def test_help_loads_not_even_the_data_models() -> None:
    assert not loaded("--help") & {*HEAVY, "pydantic"}
    assert not loaded("check", "-h") & {*HEAVY, "pydantic"}


COUNT = """
import re, sys
compiled, compile_ = [], re.compile
def counting(*arguments, **options):
    if sys._getframe(1).f_globals.get("__name__", "").startswith("drafter"):
        compiled.append(arguments[0])
    return compile_(*arguments, **options)
re.compile = counting
import drafter.cli.check, drafter.reading, drafter.writing.report
from drafter.checking.selection import all_rules
rules = all_rules()
print("RULES", len(rules), "COMPILED", len(compiled))
"""


def test_patterns_are_compiled_when_used_and_not_at_import() -> None:
    done = subprocess.run([sys.executable, "-c", COUNT], capture_output=True, text=True, encoding="utf-8", check=True)
    _, rules, _, compiled = done.stdout.split()
    assert int(rules) > 60, "the catalogue was not loaded, so nothing was measured"
    assert int(compiled) <= 10


def test_a_check_in_one_process_loads_no_process_pool() -> None:
    assert not loaded("check", str(DEFECTS)) & {"multiprocessing", "statistics", "sqlite3", "tantivy", "jinja2"}


RUN_AND_COUNT = """
import re, sys
import re._compiler as compiler
compiled, compile_ = [], compiler.compile
def counting(pattern, flags=0):
    compiled.append(pattern)
    return compile_(pattern, flags)
compiler.compile = counting
from drafter.cli.main import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
commands = [name for name in sys.modules if name.startswith("drafter.cli.")]
print("COUNTED", len(compiled), len(sys.modules), *sorted(name.rpartition(".")[2] for name in commands))
"""


def test_a_check_builds_no_other_command_and_compiles_few_patterns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DRAFTER_NO_CACHE")
    file = tmp_path / "filing.txt"
    file.write_text(
        "财政项目支出绩效目标申报表\n（2026年度）\n项目名称\t某街道路面保洁项目\n项目资金（元）\t年度资金总额\t120000.00\n"
        "年度目标\t全年保洁道路12条，路面整洁率达到95%以上，居民满意度达到90%以上。\n"
        "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t保洁道路数量\t12条\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, "-c", RUN_AND_COUNT, "check", str(file)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    compiled, modules, *commands = done.stdout.rsplit("COUNTED", 1)[1].split()
    assert "check" in commands
    assert not {"draft", "corpus", "models", "quantities"} & set(commands)
    assert int(compiled) <= 200, "patterns compiled by one short check; see `needs` in drafter/language/patterns.py"
    assert int(modules) <= 518


THIRD_PARTY = {"annotated_doc", "pluggy", "shellingham", "typer"}
"""typer with what it uses, pluggy."""
STANDARD_LEFT_OUT = {
    "asyncio",
    "concurrent",
    "email",
    "http",
    "logging",
    "multiprocessing",
    "pickle",
    "sqlite3",
    "ssl",
    "tempfile",
    "unittest",
    "zipfile",
}
ROOMS_LEFT_OUT = {"brief", "corpus", "drafting", "langchain", "models", "parallel"}
ROOM_LIMITS = {"checking": 175, "cli": 12, "language": 48, "personal": 5, "profiles": 3, "reading": 67, "writing": 12}
"""Modules a room may add to the run: a rule file is one, a report of another format should be none."""
LIST = """
import sys
before = set(sys.modules)
from drafter.cli.main import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print("LIST", *(name for name in sys.modules if name not in before))
"""


def test_a_check_of_text_loads_these_libraries_and_rooms_and_no_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DRAFTER_NO_CACHE")
    file = tmp_path / "filing.txt"
    file.write_text("财政项目支出绩效目标申报表\n（2026年度）\n项目名称\t试验\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", LIST, "check", str(file)], capture_output=True, text=True, encoding="utf-8", check=True
    )
    modules = done.stdout.rsplit("LIST", 1)[1].split()
    tops = {name.partition(".")[0] for name in modules}
    others = tops - set(sys.stdlib_module_names) - THIRD_PARTY - {"drafter"}
    assert not {name for name in others if not name.startswith("_")}  # _sysconfigdata_… of the machine
    assert not tops & STANDARD_LEFT_OUT
    rooms = Counter(name.split(".")[1] for name in modules if name.startswith("drafter."))
    assert not rooms.keys() & ROOMS_LEFT_OUT
    assert {room: count for room, count in rooms.items() if count > ROOM_LIMITS.get(room, 1)} == {}


BRIEF = """
project_name: 政府购买辅助服务（保安）
year: 2027
items: [{name: 保安, quantity: 3, unit: 人, unit_price: 66000}]
"""
DRAFT_THIRD_PARTY = {*THIRD_PARTY, "cython_runtime", "platformdirs", "yaml"}
DRAFT_STANDARD_LEFT_OUT = STANDARD_LEFT_OUT - {"tempfile"} | {"statistics", "importlib.metadata"}
"""platformdirs imports tempfile."""
DRAFT_ROOM_LIMITS = {
    **ROOM_LIMITS,
    "corpus": 17,
    "drafting": 36,
    "models": 21,
    "reading": 11,
    "writing": 0,
}


def test_a_draft_by_the_embedded_model_loads_these_libraries_and_rooms_and_no_others(tmp_path: Path) -> None:
    brief = tmp_path / "brief.yaml"
    brief.write_text(BRIEF, encoding="utf-8")
    command = [sys.executable, "-c", LIST, "draft", str(brief), "--format", "json"]
    # With an own corpus SQLite comes in, and with it what the search index needs.
    home = {**os.environ, "XDG_DATA_HOME": str(tmp_path), "HOME": str(tmp_path)}
    home.pop("DRAFTER_CORPUS", None)
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True, env=home)
    draft, listed = done.stdout.rsplit("LIST", 1)
    assert json.loads(draft)["filing"]["indicators"], "nothing was drafted, so nothing was measured"
    modules = listed.split()
    tops = {name.partition(".")[0] for name in modules}
    others = tops - set(sys.stdlib_module_names) - DRAFT_THIRD_PARTY - {"drafter"}
    assert not {name for name in others if not name.startswith("_")}
    assert not {*tops, *modules} & DRAFT_STANDARD_LEFT_OUT
    rooms = Counter(name.split(".")[1] for name in modules if name.startswith("drafter."))
    assert {room: count for room, count in rooms.items() if count > DRAFT_ROOM_LIMITS.get(room, 1)} == {}
    free = {name for name in modules if name.startswith("drafter.drafting.free_")}
    assert not free - {"drafter.drafting.free_verbs"}, "a structured brief needs no reader of free text"


DRAFT_COUNT = """
import re
compiled, compile_ = [], re.compile
def counting(*arguments, **options):
    compiled.append(arguments[0])
    return compile_(*arguments, **options)
import json, yaml, typer, tomllib, platformdirs
re.compile = counting
import drafter.drafting, drafter.models.embedded, drafter.corpus.builtin, drafter.corpus.starter
import drafter.drafting.free_text, drafter.drafting.prompting
print("COMPILED", len(compiled), *compiled)
"""


def test_patterns_of_drafting_are_compiled_when_used_and_not_at_import() -> None:
    done = subprocess.run(
        [sys.executable, "-c", DRAFT_COUNT], capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert int(done.stdout.split()[1]) <= 10, done.stdout
