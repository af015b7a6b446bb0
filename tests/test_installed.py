"""Plugins of installed packages are found wherever importlib.metadata finds them; else nothing is loaded to ask."""

from __future__ import annotations

import sys
import zipfile
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

from drafter.installed import entry_points, may_be_named

POINTS = "[console_scripts]\nother = other:main\n\n[{}]\none = one\n"


def installed(folder: Path, info: str, group: str) -> None:
    (folder / info).mkdir(parents=True)
    (folder / info / "METADATA").write_text("Metadata-Version: 2.1\nName: one\nVersion: 1.0\n", encoding="utf-8")
    (folder / info / "PKG-INFO").write_text("Metadata-Version: 2.1\nName: one\nVersion: 1.0\n", encoding="utf-8")
    (folder / info / "entry_points.txt").write_text(POINTS.format(group), encoding="utf-8")


@pytest.mark.parametrize("info", ["one-1.0.dist-info", "one-1.0-py3.11.egg-info", "EGG-INFO"])
def test_a_package_that_names_the_group_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, info: str) -> None:
    folder = tmp_path / ("one.egg" if info == "EGG-INFO" else "packages")
    installed(folder, info, "drafter-test")
    monkeypatch.setattr(sys, "path", [str(folder), *sys.path])
    assert [point.name for point in entry_points("drafter-test")] == ["one"]
    assert [point.name for point in metadata.entry_points(group="drafter-test")] == ["one"]


def test_a_folder_may_stand_on_the_path_as_a_path_object(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed(tmp_path, "one-1.0.dist-info", "drafter-test")
    monkeypatch.setattr(sys, "path", [tmp_path, *sys.path])
    assert may_be_named("drafter-test") and not may_be_named("drafter-nothing")


def test_a_package_in_a_zip_file_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(tmp_path / "one.zip", "w") as archive:
        archive.writestr("one-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: one\nVersion: 1.0\n")
        archive.writestr("one-1.0.dist-info/entry_points.txt", POINTS.format("drafter-test"))
    monkeypatch.setattr(sys, "path", [str(tmp_path / "one.zip"), *sys.path])
    assert [point.name for point in entry_points("drafter-test")] == ["one"]


def test_a_finder_of_its_own_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    class Finder:
        def find_spec(self, *_: Any) -> None: ...
        def find_distributions(self, *_: Any) -> list[Any]:
            return []

    monkeypatch.setattr(sys, "path", [])
    monkeypatch.setattr(sys, "meta_path", [one for one in sys.meta_path if not hasattr(one, "find_distributions")])
    assert not may_be_named("drafter-test")
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path, Finder()])
    assert may_be_named("drafter-test")


def test_packages_of_other_groups_and_folders_that_are_gone_are_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed(tmp_path, "one-1.0.dist-info", "drafter-test-of-another")
    (tmp_path / "two-1.0.egg-info").write_text("Name: two\n", encoding="utf-8")
    monkeypatch.setattr(sys, "meta_path", [one for one in sys.meta_path if not hasattr(one, "find_distributions")])
    monkeypatch.setattr(sys, "path", [str(tmp_path), str(tmp_path / "gone")])
    assert not may_be_named("drafter-test")
    assert not list(entry_points("drafter-test"))
