"""The labels of fields for people, loaded once: reading knows the fields by them, redaction the names in text."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from drafter.resources import word_lists


class Labels(NamedTuple):
    """Labels, compacted.

    Attributes:
        people: Of fields that hold a person: 项目负责人.
        contacts: Of fields that hold a number or an address: 联系电话.
        said: Said of people in running text only: 审核.
    """

    people: tuple[str, ...]
    contacts: tuple[str, ...]
    said: tuple[str, ...]


@cache
def labels() -> Labels:
    """The labels of this package."""
    data = word_lists(Path(__file__).parent / "labels.txt")[""]
    return Labels(tuple(data["people"]), tuple(data["contacts"]), tuple(data["said"]))
