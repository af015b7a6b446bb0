"""Plugins load through the same hooks as ours, and a broken one stops nothing else."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from drafter.checking import Emission, Ledger, rule
from drafter.cli.main import app
from drafter.errors import DrafterError
from drafter.filing import Filing
from drafter.plugins import BUILTIN, PluginRegistry, hookimpl
from drafter.profiles import Profile
from drafter.writing import Writer, write_filing

DEFECTS = Path(__file__).parents[1] / "drafter" / "examples" / "filing_with_defects.json"


@rule("ZZZ001", "always-silent", title_en="Never says anything", severity="info", message=("", ""))
def always_silent(ledger: Ledger) -> list[Emission]:
    """从不提示"""
    return []


class GoodPlugin:
    @hookimpl
    def rules(self, register: Callable[[Any], None]) -> None:
        register(always_silent)


class BrokenPlugin:
    @hookimpl
    def rules(self, register: Callable[[Any], None]) -> None:
        register(always_silent)
        raise RuntimeError("no licence")


def test_our_rules_come_first_and_a_plugins_rules_follow() -> None:
    registry = PluginRegistry(third_party=False)
    registry.register(GoodPlugin(), "good")
    codes = [one.code for one in registry.collect("rules")]
    assert codes[0].startswith("ARI")
    assert codes[-1] == "ZZZ001"


def test_a_plugin_that_raises_is_named_with_its_error_and_offers_nothing() -> None:
    registry = PluginRegistry(third_party=False)
    registry.register(BrokenPlugin(), "broken")
    registry.register(GoodPlugin(), "good")
    assert [one.code for one in registry.collect("rules")].count("ZZZ001") == 1
    (status,) = (one for one in registry.statuses() if one.name == "broken")
    assert status.error == "RuntimeError: no licence"


def test_an_entry_point_that_cannot_be_imported_is_listed_and_stops_nothing(monkeypatch: Any) -> None:
    class Point:
        name, value, dist = "missing", "no_such_module", None

        def load(self) -> Any:
            raise ModuleNotFoundError("No module named 'no_such_module'")

    def points(group: str) -> list[Any]:
        return [Point()]

    monkeypatch.setattr("drafter.plugins.entry_points", points)
    registry = PluginRegistry()
    assert registry.collect("rules")
    (status,) = (one for one in registry.statuses() if one.name == "missing")
    assert status.error is not None
    assert "no_such_module" in status.error
    monkeypatch.setattr("drafter.plugins.default_registry", lambda: registry)
    checked = CliRunner().invoke(app, ["check", str(DEFECTS), "--fail-on", "never"])
    assert checked.exit_code == 0
    assert "插件 missing 没有加载" in checked.stderr, "a report without its rules must not pass for a clean one"


def test_a_plugin_that_ends_the_program_while_it_is_imported_stops_nothing(monkeypatch: Any) -> None:
    class Point:
        name, value, dist = "licence", "no_licence", None

        def load(self) -> Any:
            raise SystemExit("no licence")

    monkeypatch.setattr("drafter.plugins.entry_points", lambda group: [Point()])
    registry = PluginRegistry()
    assert registry.collect("rules")
    assert [(one.name, one.error) for one in registry.statuses()] == [("licence", "SystemExit: no licence")]


@pytest.mark.parametrize("hook", BUILTIN)
def test_what_a_hook_cannot_use_is_refused_by_name(hook: str) -> None:
    plugin = type("Wrong", (), {hook: hookimpl(lambda self, register: register("a text"))})()
    registry = PluginRegistry(third_party=False)
    registry.register(plugin, "wrong")
    assert "a text" not in registry.collect(hook)
    (status,) = registry.statuses()
    assert status.error is not None and f"{hook} cannot take 'a text'" in status.error


def test_a_writer_that_fails_is_named(tmp_path: Path) -> None:
    def write(filing: Filing, profile: Profile) -> bytes:
        raise ValueError("no template")

    registry = PluginRegistry(third_party=False)
    registry.register(
        type("P", (), {"writers": hookimpl(lambda self, register: register(Writer("mine", (".x",), write)))})(), "p"
    )
    with pytest.raises(DrafterError, match=r"mine, .x: ValueError: no template"):
        write_filing(Filing(), tmp_path / "a.x", registry=registry)
    assert not (tmp_path / "a.x").exists()


def test_threads_that_ask_at_once_all_see_a_hook_wholly_loaded(monkeypatch: Any) -> None:
    def slow(name: str) -> Any:
        time.sleep(0.05)
        return import_module(name)

    monkeypatch.setattr("drafter.plugins.importlib.import_module", slow)
    registry = PluginRegistry(third_party=False)
    with ThreadPoolExecutor(4) as pool:
        counts = list(pool.map(lambda _: len(registry.collect("models")), range(4)))
    assert counts[0] > 0
    assert set(counts) == {counts[0]}
