"""One mistake, one finding: a hit is not listed where setting another one right would silence it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from drafter.checking.emit import Hit, Ref
from drafter.checking.ledger import Ledger
from drafter.checking.mend import mended
from drafter.checking.report import Severity
from drafter.checking.rule import Rule
from drafter.filing import Filing

_RANK: Mapping[Severity, int] = {"error": 0, "warning": 1, "info": 2}


HitId: TypeAlias = tuple[str, int]
"""Rule code, and position among the hits of that rule."""
RunRule: TypeAlias = "Callable[[Rule, Ledger], Sequence[Hit]]"


def explanations(
    hits: Mapping[str, Sequence[Hit]], rules: Mapping[str, Rule], ledger: Ledger, run: RunRule
) -> dict[HitId, HitId]:
    """Which hits another one explains: (code, position) → (code, position) of the hit that stands for it.

    A hit is explained by one of a rule that its own rule names in `explained_by`, that shares a place with it, weighs
    as much, and whose suggestion silences it. Where none of those suggests a value, sharing the place is enough.

    Args:
        hits: The hits by rule code.
        rules: The rules by code.
        ledger: The ledger of the filing.
        run: Runs one rule on a ledger.
    """
    places = _Places(hits)
    candidates: dict[HitId, list[HitId]] = {}
    for code in sorted(hits):
        rule = rules[code]
        found = {
            position: explainers
            for position, hit in enumerate(hits[code])
            if (explainers := places.sharing(hit, rule, rules)) and rule.explained_by
        }
        if found:
            candidates |= _silenced(code, found, hits, rule, ledger, run)
    settled: dict[HitId, HitId] = {}
    for one in candidates:
        root = _root(one, candidates, set())
        if root is not None and root != one:
            settled[one] = root
    return settled


def _silenced(
    code: str,
    found: Mapping[int, Sequence[HitId]],
    hits: Mapping[str, Sequence[Hit]],
    rule: Rule,
    ledger: Ledger,
    run: RunRule,
) -> dict[HitId, list[HitId]]:
    changes: dict[str, str] = {}
    corrections: dict[Ref, str] = {}
    for explainers in found.values():
        for other, position in explainers:
            hit = hits[other][position]
            if hit.suggestion is not None:
                changes.setdefault(*hit.suggestion)
            if hit.correction is not None:
                corrections.setdefault(*hit.correction)
    if not changes and not corrections:
        # Nothing is suggested that could silence anything: sharing a place is enough.
        return {(code, position): list(explainers) for position, explainers in found.items()}
    try:
        filing = mended(ledger.filing, changes, corrections.items())
    except (ValueError, LookupError, TypeError):
        # A suggestion that makes no filing says nothing about what it would silence.
        return {(code, position): list(explainers) for position, explainers in found.items()}
    remaining = {_key(hit, filing) for hit in run(rule, Ledger(filing, ledger.profile, ledger.past))}
    silenced: dict[HitId, list[HitId]] = {}
    for position, explainers in found.items():
        suggested = [one for one in explainers if _mends(hits[one[0]][one[1]])]
        if not suggested or _key(hits[code][position], ledger.filing) not in remaining:
            silenced[(code, position)] = list(suggested or explainers)
    return silenced


def _mends(hit: Hit) -> bool:
    return hit.suggestion is not None or hit.correction is not None


def _key(hit: Hit, filing: Filing) -> tuple[str, str, str]:
    """A hit by its words and not their place: a correction before them moves them."""
    span = hit.primary.span
    words = str(getattr(filing, hit.primary.path, ""))[span[0] : span[1]] if span else ""
    return hit.primary.path, words, hit.variant


def _root(one: HitId, candidates: Mapping[HitId, Sequence[HitId]], seen: set[HitId]) -> HitId | None:
    """The listed hit at the end of a chain of explanations; None where the chain runs in a circle."""
    if one not in candidates:
        return one
    seen.add(one)
    for other in candidates[one]:
        if other not in seen and (root := _root(other, candidates, seen)) is not None:
            return root
    return None


class _Places:
    """The hits by the places they take part in, so that thousands of them are looked up and not compared."""

    def __init__(self, hits: Mapping[str, Sequence[Hit]]) -> None:
        self._hits = hits
        self._at: dict[tuple[str, str], list[tuple[int, Ref]]] = defaultdict(list)
        for code, found in hits.items():
            for position, hit in enumerate(found):
                for ref in _refs(hit):
                    self._at[(code, ref.path)].append((position, ref))

    def sharing(self, hit: Hit, rule: Rule, rules: Mapping[str, Rule]) -> list[HitId]:
        """The hits of the rules that may explain this one, at one of its places and of no less weight."""
        found: dict[HitId, None] = {}
        for code in rule.explained_by:
            for ref in _refs(hit):
                for position, other in self._at.get((code, ref.path), ()):
                    if _overlap(ref, other) and _weight(self._hits[code][position], rules[code]) <= _weight(hit, rule):
                        found[(code, position)] = None
        return list(found)


def _refs(hit: Hit) -> Iterable[Ref]:
    return (hit.primary, *hit.related)


def _weight(hit: Hit, rule: Rule) -> int:
    return _RANK[hit.severity or rule.severity]


def _overlap(a: Ref, b: Ref) -> bool:
    return a.span is None or b.span is None or (a.span[0] < b.span[1] and b.span[0] < a.span[1])
