"""The sums of a funding block: each side's sources against its total, the levels of government against the money."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from drafter.reading.builder import FilingBuilder
from drafter.reading.money_cells import read_money
from drafter.reading.sources import Entry, Reading, decide, readings
from drafter.reading.words import tidy

PARTS = {"fiscal_part": "fiscal", "other_part": "other"}
"""Label paths of kinds of a source, and the source."""

_SIDES = {
    "project_total": ("fiscal_total", "project_other"),
    "annual_total": ("current_appropriation", "other", "carryover"),
}
_LEVELS = ("upper_level", "own_level", "lower_level")

Placed = Mapping[str, Sequence[Entry]]


class Settled(NamedTuple):
    """What the fields of one sum hold, and the entries of which it is not sure whether the sum counts them."""

    chosen: dict[str, Reading]
    doubted: tuple[Entry, ...] = ()


def settle_side(whole: str, placed: Placed) -> Settled:
    """The sources of one side (project or year) against its total."""
    names = _SIDES[whole]
    ways = [_ways(placed.get(name, ()), carried=name == "carryover") for name in names]
    total = placed[whole][0].interval if placed.get(whole) else None
    chosen = decide(ways, total)
    if chosen is not None:
        # A part within another is understood; only 上年结转 has a field of its own, which rules would add again.
        doubted = chosen[2].beside if len(chosen) > 2 else ()
        result = Settled(dict(zip(names, chosen, strict=True)), doubted)
    else:
        first = {name: way[0] for name, way in zip(names, ways, strict=True) if way}
        open_ones = [way[0].beside for way in ways if len(way) > 1]
        result = Settled(first, tuple(entry for beside in open_ones for entry in beside))
    if (carried := result.chosen.get("carryover")) is not None and not carried.added:
        result.chosen["carryover"] = Reading(carried.beside)
    return result


def settle_levels(placed: Placed) -> Settled:
    """The levels of government against the appropriation, or against the year's total where that is not printed."""
    names = [name for name in _LEVELS if placed.get(name)]
    if not names:
        return Settled({})
    unique = {name: _unique(placed[name]) for name in names}
    twice = tuple(entry for name in names for entry in placed[name] if _differs(entry, unique[name]))
    ways = [_ways(unique[name]) for name in names]
    fiscal = settle_side("annual_total", placed).chosen
    beside = [[reading] for name, reading in fiscal.items() if name != "current_appropriation"]
    current = fiscal.get("current_appropriation")
    annual = placed["annual_total"][0].interval if placed.get("annual_total") else None
    if current is not None and current.added:
        chosen = decide(ways, current.interval)
        if chosen is None and decide([*ways, [current], *beside], annual) is not None:
            # 一般公共预算 40, 上级补助 60 of 100: the levels stand beside the appropriation, not within it.
            return Settled({name: way[0] for name, way in zip(names, ways, strict=True)}, _all(unique))
    else:
        chosen = decide([*ways, *beside], annual)
    if chosen is not None:
        return Settled(dict(zip(names, chosen, strict=False)), twice)
    open_ones = tuple(entry for way in ways if len(way) > 1 for entry in way[0].beside)
    return Settled({name: way[0] for name, way in zip(names, ways, strict=True)}, (*open_ones, *twice))


def _ways(entries: Sequence[Entry], *, carried: bool = False) -> list[Reading]:
    if carried:
        first = tuple(entries[:1])
        return [Reading(first), Reading((), first)] if first and first[0].within else [Reading(first)] if first else []
    parts = [one for one in entries if one.label.path in PARTS or one.label.path.startswith("ranked_")]
    return readings([one for one in entries if one not in parts], parts)


def _unique(entries: Sequence[Entry]) -> list[Entry]:
    """Entries without those of the same label: the same row printed once in each column."""
    seen: dict[str, Entry] = {}
    for entry in entries:
        seen.setdefault(entry.label.name, entry)
    return list(seen.values())


def _differs(entry: Entry, unique: Sequence[Entry]) -> bool:
    return all(entry is not one for one in unique) and all(
        entry.amount != one.amount for one in unique if one.label.name == entry.label.name
    )


def _all(unique: Mapping[str, Sequence[Entry]]) -> tuple[Entry, ...]:
    return tuple(entry for entries in unique.values() for entry in entries)


def put(builder: FilingBuilder, path: str, entries: Sequence[Entry]) -> None:
    """Give a field the sum of its entries. The print of a sum shows its parts: 400.00万元+140.00万元."""
    if not entries:
        return
    path = f"funding.{path}"
    texts = [tidy(entry.value or "") for entry in entries]
    read = [
        None if entry.value_cell.lost else read_money(text, entry.unit)
        for entry, text in zip(entries, texts, strict=True)
    ]
    known = [money for money in read if money is not None]
    if len(known) < len(read):
        builder.misread(path, entries[read.index(None)].value_cell, "+".join(texts))
    elif len(entries) == 1:
        builder.put(path, known[0][0], entries[0].value_cell, text=texts[0], printed=known[0][1])
    else:
        print_ = "+".join(money[1] or text for money, text in zip(known, texts, strict=True))
        total = sum((money[0] for money in known), Decimal(0))
        builder.put(path, total, entries[0].value_cell, text=print_, printed=print_)
