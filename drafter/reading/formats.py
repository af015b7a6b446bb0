"""Our own readers, offered through the same hook as a plugin's. Nothing heavy is imported before a file needs it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from drafter.plugins import hookimpl
from drafter.reading.carriers import CARRIERS
from drafter.reading.content import Content, Reader


def _text(data: bytes, document: str) -> Content:
    from drafter.reading.text import read_text

    return read_text(data, document)


def _never(data: bytes) -> bool:
    # Text has no signature: it is what is left when no other reader knows the bytes.
    del data
    return False


TEXT = Reader("text", (".txt", ".md", ".markdown", ".text", ".tsv", ".csv"), _never, _text)


@hookimpl
def readers(register: Callable[[Any], None]) -> None:
    """Register the readers shipped with the package."""
    for reader in (*CARRIERS, TEXT):
        register(reader)
