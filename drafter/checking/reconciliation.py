"""The reconciliation table (勾稽表): every number, what it was compared with, and how that went."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from drafter.checking.emit import Agrees, Emission, Hit, Ref, Unsure
from drafter.checking.ledger import TEXT_FIELDS, Ledger
from drafter.checking.report import Reconciled, Status
from drafter.checking.wording import Wording

_FUNDING = (
    "project_total", "fiscal_total", "project_other", "annual_total", "current_appropriation", "carryover", "other",
    "upper_level", "own_level", "lower_level",
)  # fmt: skip


def reconciliation_table(
    ledger: Ledger, emissions: Mapping[str, Sequence[Emission]], wording: Wording
) -> list[Reconciled]:
    """One row for each comparison made, in order of the places, then one for each number nobody compared."""
    rows: list[tuple[Status, Ref, tuple[Ref, ...], str | None]] = []
    for said in emissions.values():
        for emission in said:
            if isinstance(emission, Agrees):
                rows.append(("agrees", emission.primary, emission.related, emission.arithmetic))
            elif isinstance(emission, Unsure):
                rows.append(("unsure", emission.primary, emission.related, emission.arithmetic))
            elif isinstance(emission, Hit) and emission.reconcile:
                rows.append(("contradicts", emission.primary, emission.related, emission.arithmetic))
    spans: dict[str, list[tuple[int, int]]] = {}
    compared: set[str] = set()
    for _, primary, related, _ in rows:
        for ref in (primary, *related):
            compared.add(ref.path)
            if ref.span is not None:
                spans.setdefault(ref.path, []).append(ref.span)
    for ref in _numbers(ledger):
        if ref.span is None:
            covered = ref.path in compared
        else:
            start, end = ref.span
            covered = any(start < high and low < end for low, high in spans.get(ref.path, ()))
        if not covered:
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
