"""The reconciliation table (勾稽表): every number, what it was compared with, and how that went."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from drafter.checking.emit import Agrees, Emission, Hit, Ref, Unsure
from drafter.checking.ledger import TEXT_FIELDS, Ledger
from drafter.checking.report import Reconciled, Status
from drafter.checking.wording import Wording

_FUNDING = (
    "project_total", "fiscal_total", "project_other", "annual_total", "current_appropriation", "carryover", "other",
    "upper_level", "own_level", "lower_level",
    "last_year_budget", "last_year_execution",
)  # fmt: skip

_Row: TypeAlias = tuple[Status, Ref, tuple[Ref, ...], str | None]


def reconciliation_table(
    ledger: Ledger, emissions: Mapping[str, Sequence[Emission]], wording: Wording
) -> list[Reconciled]:
    """One row for each comparison made, in the order of the rules, then one for each number nobody compared."""
    rows: list[_Row] = []
    for said in emissions.values():
        for emission in said:
            if isinstance(emission, Agrees):
                rows.append(("agrees", emission.primary, emission.related, emission.arithmetic))
            elif isinstance(emission, Unsure):
                rows.append(("unsure", emission.primary, emission.related, emission.arithmetic))
            elif isinstance(emission, Hit) and emission.reconcile:
                rows.append(("contradicts", emission.primary, emission.related, emission.arithmetic))
    rows = _once(rows)
    compared = {ref for _, primary, related, _ in rows for ref in (primary, *related)}
    covered = _Covered(compared)
    for ref in _numbers(ledger):
        if ref not in compared and not covered.has(ref):
            rows.append(("uncovered", ref, (), None))
    return [
        Reconciled(
            status=status,
            primary=wording.place(primary),
            related=[wording.place(ref) for ref in related],
            arithmetic=arithmetic,
        )
        for status, primary, related, arithmetic in rows
    ]


def _once(rows: Sequence[_Row]) -> list[_Row]:
    """Each comparison that agrees once: two rules may confirm the same price of the same line."""
    seen: set[frozenset[Ref]] = set()
    kept: list[_Row] = []
    for row in rows:
        status, primary, related, _ = row
        places = frozenset((primary, *related))
        if status == "agrees" and len(places) == 2:
            if places in seen:
                continue
            seen.add(places)
        kept.append(row)
    return kept


class _Covered:
    """The words of running texts that some comparison points at."""

    def __init__(self, refs: Iterable[Ref]) -> None:
        self._spans: dict[str, list[tuple[int, int]]] = {}
        for ref in refs:
            if ref.span is not None:
                self._spans.setdefault(ref.path, []).append(ref.span)
        for path, spans in self._spans.items():
            merged: list[tuple[int, int]] = []
            for start, end in sorted(spans):
                if merged and start < merged[-1][1]:
                    merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
                else:
                    merged.append((start, end))
            self._spans[path] = merged

    def has(self, ref: Ref) -> bool:
        """Whether a comparison points at some of the same words."""
        if ref.span is None:
            return False
        start, end = ref.span
        spans = self._spans.get(ref.path, [])
        at = bisect_left(spans, end, key=lambda span: span[0]) - 1
        return at >= 0 and spans[at][1] > start


def _numbers(ledger: Ledger) -> Iterator[Ref]:
    filing = ledger.filing
    for name in TEXT_FIELDS[:2]:
        for mention in ledger.mentions(name):
            if mention.kind not in ("year", "date"):
                yield Ref(name, (mention.start, mention.end))
    for position, quantity in enumerate(ledger.quantities):
        if quantity is not None:
            yield Ref(f"indicators[{position}].target")
    for position, line in enumerate(filing.budget_lines):
        if line.amount is not None:
            yield Ref(f"budget_lines[{position}].amount")
    for name in _FUNDING:
        value = getattr(filing.funding, name)
        # A printed zero is compared in the funding tree when there is one; alone it is nothing to reconcile.
        if value is not None and value != 0:
            yield Ref(f"funding.{name}")
