"""Checking one file, or the documents of a zip or an e-mail."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from drafter.api import CheckOptions
from drafter.checking.engine import document_report
from drafter.checking.rule import Rule
from drafter.filing import ReadDocument
from drafter.reading import read_all
from drafter.spool import Checked

if TYPE_CHECKING:
    from drafter.reading.cache import ReadCache

RulesOf: TypeAlias = Callable[[CheckOptions], Sequence[Rule]]
OptionsFor: TypeAlias = Callable[[str], CheckOptions]
"""The options for a document, by its path."""


def check_file(
    path: Path, options_for: OptionsFor, cache: ReadCache | None = None, rules_of: RulesOf = CheckOptions.rules
) -> list[Checked]:
    """Check the document of a file, or the documents of a zip or an e-mail.

    Args:
        path: The file.
        options_for: The options for a document, by its path.
        cache: Where what was read of slow files is kept.
        rules_of: The rules that options choose; a batch chooses once.
    """
    return [
        check_document(document, options_for(document.document), rules_of) for document in read_all([path], cache=cache)
    ]


def check_document(document: ReadDocument, options: CheckOptions, rules_of: RulesOf = CheckOptions.rules) -> Checked:
    """Check one document that was read."""
    return Checked(
        document, document_report(document, rules=rules_of(options), profile=options.form(), lang=options.lang)
    )
