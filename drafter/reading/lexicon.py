"""The label data of the package, loaded once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from drafter.personal.labels import labels as personal_labels
from drafter.resources import word_lists

_FOLDER = Path(__file__).parent / "data"


class Lexicon(NamedTuple):
    """Printed names by meaning, all compacted.

    Attributes:
        labels: Label → (kind, path): `("field", "project_name")`, `("funding", "annual_total")`, `("personal", "")`.
        indicator_header: Column head of the indicator table → column kind.
        budget_header: Column head of the cost breakdown → column kind.
        totals: First cells of rows that only add up.
        achieved: Labels that only a report on what was achieved has.
        monitoring: Labels that only a report on the running year has.
        level1: First-level core name → kind.
        level2: Second-level core name → kinds of first levels it stands under.
    """

    labels: Mapping[str, tuple[str, str]]
    indicator_header: Mapping[str, str]
    budget_header: Mapping[str, str]
    totals: frozenset[str]
    achieved: frozenset[str]
    monitoring: frozenset[str]
    level1: Mapping[str, str]
    level2: Mapping[str, tuple[str, ...]]


def _invert(section: Mapping[str, list[str]]) -> dict[str, str]:
    return {name: key for key, names in section.items() for name in names}


@cache
def lexicon() -> Lexicon:
    """The lexicon of this package."""
    data, levels = word_lists(_FOLDER / "labels.txt"), word_lists(_FOLDER / "levels.txt")
    labels: dict[str, tuple[str, str]] = {}
    # The later wins: a name that is both a section and a goal label is a goal label.
    personal = personal_labels()
    data["personal"] = {"names": [*personal.people, *personal.contacts]}
    for kind in ("ignored", "section", "unit", "personal", "narrative"):
        labels.update(dict.fromkeys(data[kind]["names"], (kind, "")))
    for kind in ("funding", "goal", "field"):
        labels.update({name: (kind, path) for name, path in _invert(data[kind]).items()})
    return Lexicon(
        labels=labels,
        indicator_header=_invert(data["indicator_header"]),
        budget_header=_invert(data["budget_header"]),
        totals=frozenset(data["total"]["names"]),
        achieved=frozenset((*data["achieved"]["names"], *data["monitoring"]["names"])),
        monitoring=frozenset(data["monitoring"]["names"]),
        level1=_invert(levels["level1"]),
        level2={name: tuple(kinds) for name, kinds in levels["level2"].items()},
    )
