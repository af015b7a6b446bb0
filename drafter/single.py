"""Checking one file, or the documents of a zip or an e-mail."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from drafter.api import CheckOptions
from drafter.checking.engine import document_report
from drafter.filing import ReadDocument
from drafter.reading import read_all
from drafter.spool import Checked

if TYPE_CHECKING:
    from drafter.reading.cache import ReadCache

OptionsFor: TypeAlias = Callable[[str], CheckOptions]
"""The options for a document, by its path."""


def check_file(path: Path, options_for: OptionsFor, cache: ReadCache | None = None) -> list[Checked]:
    """Check the document of a file, or the documents of a zip or an e-mail."""
    return [check_document(document, options_for(document.document)) for document in read_all([path], cache=cache)]


def check_document(document: ReadDocument, options: CheckOptions) -> Checked:
    """Check one document that was read."""
    return Checked(
        document, document_report(document, rules=options.rules(), profile=options.form(), lang=options.lang)
    )
