"""From a proposal to a filing: references become digits, and every number gets its provenance or is left unsourced."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from drafter.brief import Brief
from drafter.drafting.bounds import bends, bent
from drafter.drafting.conventions import convention
from drafter.drafting.facts import Facts, texts_of
from drafter.drafting.forms import levels
from drafter.drafting.lock import Agreed, Lock, Origin
from drafter.drafting.numbers import Number, numbers_in, uncovered
from drafter.drafting.prose import Filled, fill, printed_target
from drafter.drafting.result import Provenance
from drafter.drafting.same_noun import verdict
from drafter.filing import Comparator, Filing, Indicator, Target
from drafter.language import bigrams, parse_target
from drafter.language.patterns import lazy
from drafter.models.proposal import Proposal, ProposedIndicator
from drafter.models.request import Fact, Precedent
from drafter.profiles import Profile

PROPOSED = "建议值"
"""The note of an indicator whose target drafter proposes itself."""
KEPT = "沿用上年"
"""The note of an indicator or budget line that stands as in last year's filing."""
_REFERENCE = lazy(r"\s*(?P<sign>>=|<=|[=≥≤><＝＞＜])?\s*\{(?P<id>[A-Z]\d{1,4})\}\s*(?P<unit>[^{}]{0,8})")
# {F3}万 would be ten thousand times the fact (money alone is printed so), 十{F3} sixteen, {F3}分之一 a part of it.
_MULTIPLIED = lazy(
    r"(?:[零〇一二两三四五六七八九十百千]|[百千万]分之|[-−－负×*^])\{[A-Z]\d{1,4}\}"
    r"|\{[A-Z]\d{1,4}\}(?:[十百千万亿](?!元)|[一二两三四五六七八九〇零%％‰²³×*^余]|[个人名]?分之)"
)
_SIGNS: dict[str, Comparator] = {
    "=": "=", "＝": "=", "≥": ">=", ">=": ">=", "≤": "<=", "<=": "<=", ">": ">", "＞": ">", "<": "<", "＜": "<",
}  # fmt: skip


class Trouble(NamedTuple):
    """A number without provenance, a reference to no fact, a category the form does not have."""

    code: str
    path: str
    text: str
    span: tuple[int, int] | None = None


@dataclass(slots=True)
class Rendered:
    """A rendered proposal.

    Attributes:
        filing: The filing with goal and indicators.
        provenance: Where the numbers of goal and indicators come from.
        troubles: What the draft rules report.
        used: Ids of the facts the words refer to, with the path that does.
    """

    filing: Filing
    provenance: list[Provenance] = field(default_factory=list[Provenance])
    troubles: list[Trouble] = field(default_factory=list[Trouble])
    used: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])


@dataclass(slots=True)
class _Renderer:
    brief: Brief
    facts: Facts
    precedents: Sequence[Precedent]
    profile: Profile
    result: Rendered
    worded: frozenset[tuple[str, str]]
    kept: Sequence[tuple[str, str]]
    agreed: list[Agreed] = field(default_factory=list[Agreed])

    def indicator(self, index: int, proposed: ProposedIndicator) -> Indicator:
        path = f"indicators[{index}]"
        level1, level2 = levels(self.profile, proposed.category)
        if level2 is None:
            self.result.troubles.append(Trouble("DRF006", path, proposed.category))
        name = self.words(f"{path}.name", proposed.name)
        target, note = self.target(f"{path}.target", proposed, name)
        if target.text is not None and (name, target.raw) in self.worded:
            note = KEPT
        return Indicator(level1=level1, level2=level2 or proposed.category, name=name, target=target, note=note)

    def target(self, path: str, proposed: ProposedIndicator, name: str) -> tuple[Target, str | None]:
        match = _REFERENCE.fullmatch(proposed.target)
        fact = self.facts.get(match["id"]) if match else None
        if match and fact:
            comparator = _SIGNS.get(match["sign"] or "", fact.comparator)
            raw, digits, unit = printed_target(comparator, fact)
            # The signs of last year's rows are its own: >99% stays.
            if not self.kept and bends(comparator, fact.comparator):
                self.result.troubles.append(Trouble("DRF001", path, raw))
            self.used(path, fact)
            self.trace(path, _digits_span(raw, digits), digits, _of(fact))
            return Target(raw=raw, comparator=comparator, value=digits, unit=unit), _note(fact)
        parsed = parse_target(proposed.target)
        if parsed.value is None or "{" in proposed.target or "~" in parsed.value:
            raw = self.words(path, proposed.target)
            return Target(raw=raw, text=raw), None
        return self.literal(path, parsed.value, parsed.unit, _comparator(parsed.comparator), name)

    def literal(
        self, path: str, digits: str, unit: str | None, comparator: Comparator, name: str
    ) -> tuple[Target, str | None]:
        value = Decimal(digits)
        sign = {">=": "≥", "<=": "≤"}.get(comparator, comparator)
        raw = f"{sign}{digits}({unit})" if unit else f"{sign}{digits}"
        span = _digits_span(raw, digits)
        target = Target(raw=raw, comparator=comparator, value=digits, unit=unit)
        # A fact of the same name first, then a convention; a count may stand under another word (保安 2 人,
        # 辅助用工人数), a percentage of another name is not this one's.
        vouching = self.facts.vouching(value, unit)
        named = [one for one in vouching if _same_thing(one.entity or "", name, unit)]
        fact = max(named, key=lambda one: (len(bigrams(one.entity or "") & bigrams(name)), one.path), default=None)
        origin = _of(fact) if fact else convention(name, comparator, value, unit, self.precedents, self.profile)
        if origin is None and unit not in ("%", "％") and vouching:
            fact = vouching[0]
            origin = _of(fact)
        if origin is None:
            self.result.troubles.append(Trouble("DRF001", path, raw, span))
            return target, None
        self.trace(path, span, digits, origin)
        if fact:
            if not self.kept and bends(comparator, fact.comparator):
                self.result.troubles.append(Trouble("DRF001", path, raw, span))
            self.used(path, fact)
            return target, _note(fact)
        self.agreed.append(Agreed(name, value, unit, origin))
        return target, PROPOSED

    def words(self, path: str, template: str) -> str:
        filled = fill(template, self.facts)
        for match in _MULTIPLIED.finditer(template):
            self.result.troubles.append(Trouble("DRF001", path, match[0]))
        self.settle(path, filled)
        return filled.text

    def settle(self, path: str, filled: Filled) -> None:
        for said in filled.swapped:
            self.result.troubles.append(Trouble("DRF001", path, said))
        for identity in filled.unknown:
            self.result.troubles.append(Trouble("DRF005", path, identity))
        for span, fact in filled.references:
            self.used(path, fact)
            self.trace(path, span, filled.text[span[0] : span[1]], _of(fact))
        lock = Lock(self.brief, self.facts, self.agreed, self.kept)
        for span, fact in filled.references:
            clause = re.split(r"[，。；,;、]", filled.text[: span[0]])[-1]
            if fact.kind in ("quantity", "unit_price", "amount") and lock.another_period(clause):
                self.result.troubles.append(Trouble("DRF001", path, filled.text[span[0] - len(clause) : span[1]]))
        quotable = [*texts_of(self.brief), *self.kept]
        for said, span in bent(filled.text, self.facts, filled.references, quotable):
            self.result.troubles.append(Trouble("DRF001", path, said, span))
        for number in numbers_in(filled.text):
            for part in uncovered(number, filled.text, filled.references):
                self.check(path, part, filled.text, lock)

    def check(self, path: str, number: Number, text: str, lock: Lock) -> None:
        origin = lock.origin(number, text)
        if origin is None:
            self.result.troubles.append(Trouble("DRF001", path, number.text, number.span))
        else:
            self.trace(path, number.span, number.text, origin)

    def trace(self, path: str, span: tuple[int, int], number: str, origin: Origin) -> None:
        self.result.provenance.append(
            Provenance(
                path=path,
                span=span,
                number=number,
                source=origin.source,
                reference=origin.reference,
                quote=origin.quote,
            )
        )

    def used(self, path: str, fact: Fact) -> None:
        self.result.used.append((fact.id, path))


def render(
    proposal: Proposal,
    base: Filing,
    brief: Brief,
    facts: Facts,
    precedents: Sequence[Precedent],
    profile: Profile,
    old: Filing | None = None,
) -> Rendered:
    """Fill a proposal into the skeleton of a filing.

    Indicators come first: a conventional target accepted there may be repeated by the goal. Rows in words that stand as
    in `old`, last year's filing, are marked.
    """
    result = Rendered(base)
    worded = frozenset((row.name, row.target.raw) for row in (old.indicators if old else ()) if row.target)
    renderer = _Renderer(brief, facts, precedents, profile, result, worded, _words_of(old))
    indicators = [renderer.indicator(index, row) for index, row in enumerate(proposal.indicators)]
    goal = renderer.words("annual_goal", "".join(_stopped(sentence) for sentence in proposal.goal))
    result.filing = base.model_copy(update={"annual_goal": goal, "indicators": indicators})
    return result


def _stopped(sentence: str) -> str:
    text = sentence.strip()
    return text if not text or text[-1] in "。！？；" else f"{text}。"


def _words_of(old: Filing | None) -> list[tuple[str, str]]:
    if old is None:
        return []
    words = [("annual_goal", old.annual_goal or "")]
    for index, row in enumerate(old.indicators):
        words += [
            (f"indicators[{index}].name", row.name),
            (f"indicators[{index}].target", row.target.raw if row.target else ""),
        ]
    return [(f"based_on.{path}", text) for path, text in words if text]


def _note(fact: Fact) -> str | None:
    return KEPT if fact.source == "precedent" else None


def _of(fact: Fact) -> Origin:
    return Origin(fact.source, fact.path, fact.quote)


def _comparator(text: str | None) -> Comparator:
    return _SIGNS.get(text or "=", "=")


def _digits_span(raw: str, digits: str) -> tuple[int, int]:
    start = raw.index(digits)
    return start, start + len(digits)


def _same_thing(entity: str, name: str, unit: str | None) -> bool:
    """Whether a fact's words and an indicator's name are of one thing.

    Rates of one project share most words and mean different things: 救助金发放及时率 vouches for no 准确率.
    """
    if unit in ("%", "％") and verdict(name, entity) != "same":
        return False
    shared, fewer = len(bigrams(entity) & bigrams(name)), min(len(bigrams(entity)), len(bigrams(name)))
    return 4 * shared >= 3 * fewer > 0 if unit in ("%", "％") else shared > 0
