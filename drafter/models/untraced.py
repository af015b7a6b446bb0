"""Calls that no tracing service sees: drafts do not leave the machine because another tool's environment says so."""

from __future__ import annotations

import importlib
from contextlib import AbstractContextManager
from typing import Any


def untraced() -> AbstractContextManager[None]:
    """A context in which langsmith traces nothing, whatever LANGSMITH_TRACING says."""
    helpers: Any = importlib.import_module("langsmith.run_helpers")
    return helpers.tracing_context(enabled=False)
