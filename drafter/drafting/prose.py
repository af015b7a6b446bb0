"""How a fact stands in words: {F1} in a sentence becomes 2人, in a target =2(人)."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from drafter.checking.show import counted
from drafter.drafting.facts import Facts, says
from drafter.drafting.large_numbers import written_in
from drafter.drafting.skeleton import cents
from drafter.filing import Comparator
from drafter.language import lookup
from drafter.language.patterns import lazy
from drafter.language.units import longest_prefix
from drafter.models.request import Fact

_TEMPLATE = lazy(r"\{([A-Z]\d{1,4})\}")
_TEN_THOUSAND = Decimal(10000)
_SIGNS = {">=": "≥", "<=": "≤", "~": "约"}


class Filled(NamedTuple):
    """A template with its references replaced.

    Attributes:
        text: The words.
        references: Where the digits of each fact stand.
        unknown: References to no fact.
        swapped: References with another unit behind them than the fact's.
    """

    text: str
    references: tuple[tuple[tuple[int, int], Fact], ...]
    unknown: tuple[str, ...]
    swapped: tuple[str, ...] = ()


def fill(template: str, facts: Facts) -> Filled:
    """Replace every reference. One to no fact is taken out and reported."""
    text = ""
    at = 0
    references: list[tuple[tuple[int, int], Fact]] = []
    unknown: list[str] = []
    swapped: list[str] = []
    for match in _TEMPLATE.finditer(template):
        text += template[at : match.start()]
        at = match.end()
        fact = facts.get(match[1])
        if fact is None:
            unknown.append(match[1])
            continue
        digits, unit = in_prose(fact)
        if template[at:].startswith("万元") and fact.unit and fact.unit.startswith("元"):
            digits, unit = format(_plain(fact.value / _TEN_THOUSAND), "f"), ""
        elif unit and (written := _unit_written(template[at:], fact)) is not None:
            # {F3}名 of six 人 is said as it is written; {F6}小时 of thirty 分钟 is another number.
            unit = ""
            if written and not says(fact, fact.value, written):
                swapped.append(match[0] + written)
        if text[-1:].isdigit():
            # 投影仪X32001台 would be another number.
            text += " "
        references.append(((len(text), len(text) + len(digits)), fact))
        text += digits + unit
    text += template[at:]
    return Filled(text, tuple(references), tuple(unknown), tuple(swapped))


def _unit_written(rest: str, fact: Fact) -> str | None:
    """The unit a template writes behind a reference, None where it writes none."""
    if fact.unit and rest.startswith(in_prose(fact)[1]):
        return ""
    written = longest_prefix(rest) if not (fact.unit or "").startswith("元") else None
    known = lookup(written) if written else None
    own = lookup(fact.unit) if fact.unit else None
    if not (known and own and written and known.kind == own.kind):
        return None
    # 家 of {F3}家庭 is no unit.
    behind = rest[len(written) : len(written) + 1]
    return written if says(fact, fact.value, written) or not behind.isalpha() or behind in "以之内的左" else None


def in_prose(fact: Fact) -> tuple[str, str]:
    """Digits and unit of a fact in a sentence: (2, 人), (13.2, 万元), (90, %). Prices lose their 元/人: 每人6.6万元."""
    if fact.kind in ("budget", "funding", "unit_price", "amount") or (fact.unit or "") == "元":
        if fact.value >= _TEN_THOUSAND and fact.value % 100 == 0:
            return format(_plain(fact.value / _TEN_THOUSAND), "f"), "万元"
        return format(_plain(fact.value), "f"), "元"
    unit = {"月": "个月", "工作日": "个工作日", "季度": "个季度"}.get(fact.unit or "", fact.unit or "")
    if large := written_in(fact.quote, fact.value, fact.unit):
        return "".join(large), unit
    return format(counted(fact.value), "f"), unit


def printed_target(comparator: Comparator, fact: Fact) -> tuple[str, str, str | None]:
    """The printed target of a fact, its digits and its unit: ("=2(人)", "2", "人")."""
    money = (fact.unit or "").startswith("元")
    digits = format(cents(fact.value) if money else counted(fact.value), "f")
    sign = _SIGNS.get(comparator, comparator)
    if not money and fact.unit and (large := written_in(fact.quote, fact.value, fact.unit)):
        # =400(万尾): the unit holds the 万, as in a form.
        digits, unit = large[0], f"{large[1]}{fact.unit}"
        return f"{sign}{digits}({unit})", digits, unit
    return (f"{sign}{digits}({fact.unit})" if fact.unit else f"{sign}{digits}"), digits, fact.unit


def _plain(value: Decimal) -> Decimal:
    return counted(value)
