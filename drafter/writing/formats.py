"""Our own writers, offered through the same hook as a plugin's. Libraries load when a writer runs, not before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from drafter.filing import Filing
from drafter.plugins import hookimpl
from drafter.profiles import Profile
from drafter.writing.writer import Writer


def _docx(filing: Filing, profile: Profile) -> bytes:
    from drafter.writing.docx import write_docx

    return write_docx(filing, profile)


def _xlsx(filing: Filing, profile: Profile) -> bytes:
    from drafter.writing.xlsx import write_xlsx

    return write_xlsx(filing, profile)


def _html(filing: Filing, profile: Profile) -> bytes:
    from drafter.writing.html import write_html

    return write_html(filing, profile)


def _markdown(filing: Filing, profile: Profile) -> bytes:
    from drafter.writing.markdown import write_markdown

    return write_markdown(filing, profile)


def _json(filing: Filing, profile: Profile) -> bytes:  # noqa: ARG001 (JSON has no labels)
    from drafter.writing.json import write_json

    return write_json(filing)


@hookimpl
def writers(register: Callable[[Any], None]) -> None:
    """Register the formats shipped with the package."""
    register(Writer("docx", (".docx",), _docx))
    register(Writer("xlsx", (".xlsx",), _xlsx))
    register(Writer("html", (".html", ".htm"), _html))
    register(Writer("markdown", (".md", ".markdown"), _markdown))
    register(Writer("json", (".json",), _json))
