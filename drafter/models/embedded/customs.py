"""Indicators learnt from other filings: what the office always states, and what filings of the same sort agree on.

One office has 成本控制 in nine filings of ten, another 合同管理 in each; two filings that hire staff both ask for
工作完成及时性. A clerk copies such rows from another form; so do we, where several filings agree, every word of a
name is the brief's own or belongs to any project, and the target is a convention or words that can be checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from drafter.filing import Filing, Indicator
from drafter.language import bigrams
from drafter.language.patterns import lazy
from drafter.models.embedded.item_verbs import STAFF
from drafter.models.embedded.words import word_lists
from drafter.models.request import Precedent
from drafter.profiles import all_profiles

LEAST = 2
"""So many filings have to agree."""
CLOSE = Decimal("0.3")
"""A precedent of this likeness is the same project: it need not be seconded."""
_RELATED = Decimal("0.06")
# Budget execution is scored apart and management is no output (POL001, POL002), except on forms with a place for them.
_MANAGEMENT = lazy(r"执行率|预算编制|资金.{0,2}(?:拨付|到位)|(?:拨付|到位).{0,2}资金|专款专用|财务|采购规范|合同管理")
_PLACES = ("input", "finance", "implementation")
_NUMBER = lazy(r"\d{1,3}(?:\.\d{1,4})?")
_BAD_RATE = lazy(r"(?:投诉|故障|事故|流失|差错|下降|增长|更换|死亡|失误)率")

Learnt = tuple[str, str, str]
"""Kind of second-level category, name, target."""


def customs(filings: Sequence[Precedent], own: str = "") -> list[Learnt]:
    """What at least half of an office's other filings have, the most frequent first.

    An office with one or two other filings agrees with itself at once, on names that hold no other project's words.

    Args:
        filings: The office's other filings.
        own: The words of the brief.
    """
    known = bigrams(own)
    few = len(filings) <= LEAST
    found = _collected([(one.filing, row, row.name) for one in filings for row in one.filing.indicators])
    agreed = [(len(owners), key, target) for key, (owners, target) in found.items()]
    kept = [
        one
        for one in agreed
        if one[0] * 2 >= len(filings) and (one[0] >= LEAST or (few and not _foreign(one[1][1], known)))
    ]
    return [(*key, target) for _, key, target in sorted(kept, key=lambda one: -one[0])]


def themes(precedents: Sequence[Precedent], people: str, own: str) -> list[Learnt]:
    """What precedents agree on, in the words of this project.

    Args:
        precedents: The filings most like the project.
        people: What the persons of this project are called; takes the place of a precedent's own noun (雇员到岗率).
        own: The words of the brief; a name may hold them, and words that belong to any project, and no others.
    """
    known = bigrams(own) | bigrams(people)
    rows: list[tuple[Filing, Indicator, str]] = []
    close: set[tuple[str, str]] = set()
    for one in precedents:
        if one.score < _RELATED:
            continue
        noun = _leading_noun(one.filing)
        kinds = _kinds(one.filing)
        for row in one.filing.indicators:
            name = row.name.replace(noun, people) if noun else row.name
            if _foreign(name, known):
                continue
            rows.append((one.filing, row, name))
            if one.score >= CLOSE:
                close.add((kinds.get(row.level2 or "", ""), name))
    found = _collected(rows)
    return [(*key, target) for key, (owners, target) in found.items() if len(owners) >= LEAST or key in close]


def _collected(rows: Sequence[tuple[Filing, Indicator, str]]) -> dict[tuple[str, str], tuple[set[int], str]]:
    found: dict[tuple[str, str], tuple[set[int], list[str]]] = {}
    kinds = {id(filing): _kinds(filing) for filing, _, _ in rows}
    for filing, row, name in rows:
        kind = kinds[id(filing)].get(row.level2 or "", "")
        target = _usable(row, kind)
        if target is not None:
            owners, targets = found.setdefault((kind, name), (set(), []))
            owners.add(id(filing))
            targets.append(target)
    return {key: (owners, max(dict.fromkeys(all_), key=all_.count)) for key, (owners, all_) in found.items()}


def _leading_noun(filing: Filing) -> str:
    """The people most of a filing's indicators begin with: 雇员 of 雇员到岗率, 雇员资质达标率; empty without."""
    names = [row.name for row in filing.indicators]
    best = ""
    for name in names:
        for length in range(2, min(7, len(name) - 2)):
            noun = name[:length]
            if length > len(best) and sum(other.startswith(noun) for other in names) >= 3 and noun.endswith(STAFF):
                best = noun
    return best


def _foreign(name: str, known: frozenset[str]) -> bool:
    return any(char.isdigit() for char in name) or bool(bigrams(name) - known - _common())


@cache
def _common() -> frozenset[str]:
    return frozenset(pair for word in word_lists()["anywhere"]["words"] for pair in bigrams(word))


def _kinds(filing: Filing) -> dict[str, str]:
    profile = all_profiles().get(filing.profile or "generic")
    return {name: kind for category in profile.categories for name, kind in category.level2.items()} if profile else {}


def _usable(row: Indicator, kind: str) -> str | None:
    """A target that may be proposed for a row like this one; None where there is none, or the row is no good."""
    if not kind or kind == "quantity" or any(char.isdigit() for char in row.name):
        return None
    if _MANAGEMENT.search(row.name) and kind not in _PLACES:
        return None
    worded = next((words for ending, words in _endings() if re.search(ending, row.name)), None)
    target = row.target
    if target is None or target.value is None or not _NUMBER.fullmatch(target.value):
        full = row.name.endswith("率") and not _BAD_RATE.search(row.name)
        return worded or ("=100%" if full and target is None and "知晓" not in row.name else None)
    value = Decimal(target.value)
    if target.unit in ("%", "％") and target.comparator in ("=", ">=", "<="):
        sign = {">=": "≥", "<=": "≤"}.get(target.comparator, "=")
        return f"{sign}{format(value.normalize(), 'f')}%"
    return f"=0{target.unit}" if value == 0 and target.unit else worded


def _endings() -> Iterator[tuple[str, str]]:
    for entry in word_lists()["worded"]:
        yield str(entry["ending"]), str(entry["target"])
