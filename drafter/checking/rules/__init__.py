"""The catalogue: one rule a file, in family folders. A new file here is a new rule; nothing else lists them."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from functools import cache
from typing import Any

from drafter.checking.rule import Rule
from drafter.plugins import hookimpl


@cache
def catalogue() -> tuple[Rule, ...]:
    """Every rule of this package, by code."""
    found: list[Rule] = []
    for module in pkgutil.walk_packages(__path__, __name__ + "."):
        if not module.ispkg:
            found += [value for value in vars(importlib.import_module(module.name)).values() if isinstance(value, Rule)]
    return tuple(sorted(found, key=lambda rule: rule.code))


@hookimpl
def rules(register: Callable[[Any], None]) -> None:
    """Register the catalogue."""
    for rule in catalogue():
        register(rule)
