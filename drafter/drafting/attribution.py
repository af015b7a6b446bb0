"""Whose number it is: a fact of the brief that a draft says of something else.

The lock asks whether a number is known; 保洁6人 for the brief's 保安6人 is known and still a lie.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from drafter.drafting.conventions import usual_target
from drafter.drafting.facts import Facts
from drafter.drafting.rendering import Rendered
from drafter.drafting.result import Provenance
from drafter.drafting.same_noun import Verdict, verdict
from drafter.language import extract
from drafter.language.patterns import lazy
from drafter.models.request import Fact

# 投入资金6.6万元 of a price of 6.6万元/人 is a sum that nobody has named.
_WHOLE = lazy(r"资金|投入|总|预算|共计|合计|经费")
_EACH = lazy(r"每|均|单价|标准|单件|/|一[人名个件套台次场]")
_SUMS = ("items", "tasks")
_TOLD = ("quantity", "unit_price", "amount", "target")
_ROW = lazy(r"indicators\[(\d+)\]\.target")
# 计划向2400人发放补贴: the noun stands behind.
_BEFORE = ("向", "按", "对", "为", "给", "由")


class Misnamed(NamedTuple):
    """A fact under another noun: where, how it is printed there, and whether that is certain."""

    path: str
    span: tuple[int, int] | None
    text: str
    noun: str
    fact: Fact
    certain: bool


def misnamed(rendered: Rendered, facts: Facts) -> Iterator[Misnamed]:
    """Every fact of the brief that the draft says of something else, or of something no one knows."""
    goal = rendered.filing.annual_goal or ""
    said = {(one.start, one.end): one for one in extract(goal)}
    for entry in rendered.provenance:
        fact = facts.at(entry.reference)
        if fact is None or fact.entity is None or fact.kind not in _TOLD or entry.reference in _SUMS:
            continue
        if fact.kind == "unit_price" and (named := _as_whole(rendered, entry, facts, fact)):
            yield Misnamed(entry.path, None, fact.quote, named, fact, certain=True)
            continue
        row = _ROW.fullmatch(entry.path)
        span: tuple[int, int] | None = None
        if row:
            noun, text = rendered.filing.indicators[int(row[1])].name, fact.quote
        elif entry.path == "annual_goal" and entry.span is not None:
            at = entry.span[0]
            mention = next((one for (a, b), one in said.items() if a <= at < b), None)
            if mention is None or mention.kind not in ("count", "measure"):
                continue
            noun, text, span = mention.entity or "", mention.text, (mention.start, mention.end)
            if not noun or noun.endswith(_BEFORE):
                continue
        else:
            continue
        found = _verdict(noun, fact, facts)
        if found != "same" and not _anyones(noun, fact, facts):
            yield Misnamed(entry.path, span, text, noun, fact, found == "other")


def _as_whole(rendered: Rendered, entry: Provenance, facts: Facts, fact: Fact) -> str:
    """The words that make a sum of a price, or an empty string."""
    if any(one.value == fact.value and one.kind in ("amount", "budget", "funding") for one in facts):
        return ""
    row = _ROW.fullmatch(entry.path)
    if row:
        words = rendered.filing.indicators[int(row[1])].name
    elif entry.path == "annual_goal" and entry.span is not None:
        words = re.split(r"[，。；、]", (rendered.filing.annual_goal or "")[: entry.span[0]])[-1]
    else:
        return ""
    return words if _WHOLE.search(words) and not _EACH.search(words) else ""


def _anyones(noun: str, fact: Fact, facts: Facts) -> bool:
    """Whether a rate belongs to no name: the usual one of its sort (按期完工率 100%), last year's, several's."""
    if fact.unit not in ("%", "％"):
        return False
    usual = (usual_target(noun) or "").lstrip("=≥")
    several = len({one.entity for one in facts if one.value == fact.value and one.unit == fact.unit and one.entity}) > 1
    return usual == f"{fact.value.normalize():f}%" or fact.source == "precedent" or several


def _verdict(noun: str, fact: Fact, facts: Facts) -> Verdict:
    """The mildest verdict on a fact of this number: 20 人 of 保安 and 20 人 of a task may stand for each other."""
    mildest = verdict(noun, fact.entity or noun)
    for one in facts:
        if mildest == "same":
            break
        if one is not fact and one.value == fact.value and one.unit == fact.unit:
            other = verdict(noun, one.entity or noun)
            mildest = other if other == "same" or mildest == "other" else mildest
    return mildest
