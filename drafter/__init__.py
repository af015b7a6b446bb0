"""Draft and check Chinese budget performance filings (财政项目支出绩效目标申报表).

The names below are the public API; everything else may move. They load on first use, so importing the package is cheap.

A `Filing` is what is read, drafted, stored, checked and written: money in yuan, numbers as `Decimal` exactly as far as
printed. `read` and `check` raise nothing for a bad file: status and reason say what is wrong with it. Every error
raised on purpose is a `DrafterError` with a sentence in Chinese and one in English.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from drafter.api import CheckOptions, check
    from drafter.brief import Brief
    from drafter.checking.report import Finding, Report
    from drafter.corpus import Corpus
    from drafter.drafting import Draft, draft
    from drafter.drafting.asynchronous import adraft
    from drafter.errors import DrafterError
    from drafter.filing import Filing
    from drafter.language import extract as quantities
    from drafter.reading import read
    from drafter.writing import write_filing

_HOME = {
    "Brief": "drafter.brief",
    "CheckOptions": "drafter.api",
    "Corpus": "drafter.corpus",
    "Draft": "drafter.drafting",
    "DrafterError": "drafter.errors",
    "Filing": "drafter.filing",
    "Finding": "drafter.checking.report",
    "Report": "drafter.checking.report",
    "adraft": "drafter.drafting.asynchronous",
    "check": "drafter.api",
    "draft": "drafter.drafting",
    "quantities": "drafter.language:extract",
    "read": "drafter.reading",
    "write_filing": "drafter.writing",
}

__all__ = [
    "Brief", "CheckOptions", "Corpus", "Draft", "DrafterError", "Filing", "Finding", "Report", "adraft", "check",
    "draft", "quantities", "read", "write_filing",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'drafter' has no attribute {name!r}")
    home, _, attribute = _HOME[name].partition(":")
    value = getattr(import_module(home), attribute or name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
