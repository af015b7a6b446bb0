"""示例省: a form profile, two rules and a writer, offered to drafter through its hooks.

Only what a hook needs is imported, and only when drafter asks for that hook: checking never loads the writer.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from typing import TYPE_CHECKING

from drafter.plugins import hookimpl

if TYPE_CHECKING:
    from drafter.checking import Rule
    from drafter.profiles import Profile
    from drafter.writing import Writer


@hookimpl
def profiles(register: Callable[[Profile], None]) -> None:
    """The province's form."""
    from drafter.profiles.profile import profile_from_toml

    source = files(__name__) / "sample-2026.toml"
    register(profile_from_toml(source.read_text(encoding="utf-8"), source.name))


@hookimpl
def rules(register: Callable[[Rule], None]) -> None:
    """What the province asks beyond the national rules."""
    from drafter_sample_province.rules import missing_weight, satisfaction_too_low

    register(missing_weight)
    register(satisfaction_too_low)


@hookimpl
def writers(register: Callable[[Writer], None]) -> None:
    """Indicators as a table for the province's import."""
    from drafter.writing import Writer
    from drafter_sample_province.csv_table import write_csv

    register(Writer("csv", (".csv",), write_csv))
