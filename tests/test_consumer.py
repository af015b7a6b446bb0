"""A program that uses only the public names: strictly typed, and it runs."""

from __future__ import annotations

import ast
import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from docs_runner import REPOSITORY

import drafter

PROGRAM = Path(__file__).parent / "consumer" / "use.py"


def test_it_uses_every_public_name_and_no_other() -> None:
    tree = ast.parse(PROGRAM.read_text(encoding="utf-8"))
    modules = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert not {name for name in modules if name and name.startswith("drafter.")}
    imported = {one.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == "drafter"
                for one in node.names}  # fmt: skip
    attributes = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)
                  and isinstance(node.value, ast.Name) and node.value.id == "drafter"}  # fmt: skip
    assert imported | attributes == set(drafter.__all__)


def test_it_is_clean_under_pyright_strict(tmp_path: Path) -> None:
    if importlib.util.find_spec("pyright") is None:
        pytest.skip("pyright is not installed: the types of the public names were not checked")
    (tmp_path / "use.py").write_bytes(PROGRAM.read_bytes())
    settings = {"typeCheckingMode": "strict", "include": ["use.py"], "extraPaths": [str(REPOSITORY)]}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    command = [sys.executable, "-m", "pyright", "--pythonpath", sys.executable, "--outputjson", "--project", tmp_path]
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    if not done.stdout.startswith("{"):
        pytest.skip(f"pyright cannot run here, so types were not checked: {done.stderr.strip()[:200]}")
    said = json.loads(done.stdout)
    assert said["summary"]["filesAnalyzed"] == 1
    assert [one["message"] for one in said["generalDiagnostics"]] == []


def test_it_runs(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-W", "error", PROGRAM], cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == "102000.00 read 0 [] 2028"
    assert lines[1].startswith("['2027', '120', '850', '102000']")
    assert "no-such-model" in lines[-1]
