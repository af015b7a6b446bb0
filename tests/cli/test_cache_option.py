"""`drafter check` uses the cache unless told otherwise, and `drafter cache` shows and clears it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from drafter.cli.main import app
from drafter.filing import FilingDocument
from drafter.reading.cache import ReadCache
from drafter.writing.writer import write_filing

EXAMPLE = Path(__file__).parents[2] / "drafter" / "examples" / "filing_with_defects.json"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ReadCache:
    monkeypatch.delenv("DRAFTER_NO_CACHE")
    monkeypatch.setenv("DRAFTER_CACHE", str(tmp_path / "cache"))
    return ReadCache(tmp_path / "cache")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "申报"
    place.mkdir()
    filing = FilingDocument.model_validate_json(EXAMPLE.read_text(encoding="utf-8")).filings[0]
    write_filing(filing, place / "甲.docx")
    shutil.copy(EXAMPLE, place / "乙.json")
    return place


def test_the_second_run_reads_from_the_cache_and_says_the_same(folder: Path, kept: ReadCache) -> None:
    first = run("check", folder, "--format", "json")
    assert kept.size()[0] == 1
    (entry,) = kept.folder.iterdir()
    os.utime(entry, (0, 0))
    second = run("check", folder, "--format", "json")
    assert entry.stat().st_mtime > 0
    assert first.stdout == second.stdout == run("check", folder, "--no-cache", "--format", "json").stdout
    assert first.exit_code == second.exit_code == 1


@pytest.mark.parametrize("way", ["option", "environment", "configuration"])
def test_it_can_be_turned_off(folder: Path, kept: ReadCache, way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if way == "environment":
        monkeypatch.setenv("DRAFTER_NO_CACHE", "1")
    elif way == "configuration":
        (folder / "drafter.toml").write_text("[check]\ncache = false\n", encoding="utf-8")
    assert run("check", folder, *(["--no-cache"] if way == "option" else [])).exit_code == 1
    assert not kept.folder.exists()


def test_it_can_be_looked_at_and_cleared(folder: Path, kept: ReadCache) -> None:
    run("check", folder)
    shown = run("cache")
    assert shown.stdout.splitlines()[0] == str(kept.folder)
    assert shown.stdout.splitlines()[1].startswith("1 份")
    assert run("cache", "--clear", "--lang", "en").stdout == "1 entries removed\n"
    assert kept.size() == (0, 0)


def test_two_runs_at_once_and_several_processes_say_the_same(folder: Path, kept: ReadCache) -> None:
    data = (folder / "甲.docx").read_bytes()
    for number in range(50):
        (folder / f"{number}.docx").write_bytes(data + b"\0" * (number + 1))
    command = [sys.executable, "-m", "drafter", "check", str(folder), "--format", "json"]
    running = [
        subprocess.Popen([*command, *more], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        for more in ([], ["--jobs", "2"])
    ]
    said = {process.communicate(timeout=120)[0] for process in running}
    assert len(said) == 1
    assert all(said)
    assert kept.size()[0] == 51
