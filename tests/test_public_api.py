"""The public names: few, documented, loaded when used."""

from __future__ import annotations

import ast
import asyncio
import inspect
import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import drafter
from drafter.errors import InputError, UsageError

BRIEF = "2027年更新路灯120盏，每盏850元，预算10.2万元"


def test_at_most_fifteen_names_every_one_there_and_documented() -> None:
    assert len(drafter.__all__) <= 15
    for name in drafter.__all__:
        assert inspect.getdoc(getattr(drafter, name)), name


def test_type_checkers_see_the_names_that_load() -> None:
    tree = ast.parse(Path(drafter.__file__).read_text(encoding="utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    seen = {
        alias.asname or alias.name for node in block.body if isinstance(node, ast.ImportFrom) for alias in node.names
    }
    assert seen == set(drafter.__all__)


def test_importing_the_package_loads_nothing_but_itself() -> None:
    code = "import sys; before = set(sys.modules); import drafter; print(sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name for name in ast.literal_eval(done.stdout) if "." not in name}
    assert loaded <= {"drafter", "importlib", "typing", "warnings", "__future__"} | set(sys.stdlib_module_names)
    assert "drafter.api" not in done.stdout


def test_async_drafts_as_sync_does_and_raises_what_it_raises() -> None:
    made = asyncio.run(drafter.adraft(BRIEF, top_k=2))
    assert made.filing == drafter.draft(BRIEF, top_k=2).filing
    with pytest.raises(UsageError):
        asyncio.run(drafter.adraft(BRIEF, model="no-such-model"))


def test_async_takes_the_keywords_of_sync() -> None:
    from drafter.drafting.asynchronous import DraftOptions

    keywords = inspect.signature(drafter.draft).parameters.keys() - {"brief"}
    assert DraftOptions.__annotations__.keys() == keywords


@pytest.mark.parametrize("source", [{"project_name": "路灯更新"}, None, b"x.docx", 3, [drafter.Filing()]])
def test_what_is_no_filing_and_no_path_is_refused_and_not_looked_for_as_files(source: Any) -> None:
    with pytest.raises(UsageError, match=r"Filing\.model_validate"):
        drafter.check(source)


def test_paths_of_any_kind_are_checked_and_a_missing_one_is_said(tmp_path: Path) -> None:
    given = (str(tmp_path / "a.txt"), tmp_path / "b.txt")
    listed: Any = iter(given)
    assert drafter.check(listed).summary.unreadable == 2
    assert drafter.check(given[1]).summary.unreadable == 1


def test_a_dict_is_no_brief_and_the_way_to_make_one_is_said() -> None:
    brief: Any = {"project_name": "路灯更新"}
    with pytest.raises(InputError, match=r"Brief\.model_validate"):
        drafter.draft(brief)


def test_what_the_published_shapes_print_is_what_their_schema_says() -> None:
    made = drafter.draft(BRIEF, top_k=2)
    assert json.loads(made.model_dump_json())["schema"] == "drafter.draft/1"
    assert json.loads(made.model_dump_json())["report"]["schema"] == "drafter.report/1"
    assert drafter.check(made.filing).model_dump()["schema"] == "drafter.report/1"


@pytest.mark.parametrize("assigned", [5_800_000, "5800000.00", Decimal("5800000.00")])
def test_a_number_assigned_to_a_filing_is_summed_like_one_it_was_made_with(assigned: Any) -> None:
    filing = drafter.draft(BRIEF, top_k=2).filing
    filing.funding.annual_total = filing.funding.current_appropriation = assigned
    (checked,) = drafter.check(filing).documents[0].filings
    assert "ARI002" in {finding.code for finding in checked.findings}
    assert filing.funding.annual_total is assigned, "the caller's filing is not changed"


def test_a_float_assigned_to_a_filing_is_refused() -> None:
    filing = drafter.draft(BRIEF, top_k=2).filing
    wrong: Any = 1020.5
    filing.budget_lines[0].amount = wrong
    with pytest.raises(InputError, match=r"1020\.00"):
        drafter.check(filing)
