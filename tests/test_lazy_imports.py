"""Start-up: a check of JSON or text loads no model, no network client, no document library."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

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


def test_help_loads_not_even_the_data_models() -> None:
    assert not loaded("--help") & {*HEAVY, "pydantic"}


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
