"""Why a filing was found, in words a clerk can check."""

from __future__ import annotations

from itertools import groupby
from operator import add
from typing import TYPE_CHECKING

from drafter.corpus.query import Query, Reason
from drafter.corpus.wording import grams, key

if TYPE_CHECKING:
    from drafter.corpus.retrieval import Weights
    from drafter.corpus.source import Candidate

_SHOWN = 4


def reasons(query: Query, one: Candidate, weights: Weights, *, own: bool) -> tuple[Reason, ...]:
    """The reasons, strongest first; never empty."""
    found: list[Reason] = []
    if own:
        found.append(
            Reason(f"本单位 {one.year} 年申报的同一项目", f"the same project as this office filed it for {one.year}")
            if one.year
            else Reason("本单位申报过的同一项目", "the same project, filed by this office before")
        )
    elif query.office and key(query.office) == key(one.office) and one.kind == "filing":
        found.append(Reason("同一单位", "the same office"))
    in_name = shared(query.name, query.name_grams & one.wording.name_grams, weights)
    if key(query.name) == key(one.project):
        found.append(Reason("项目名称相同", "the same project name"))
    elif in_name:
        found.append(Reason(f"名称中都有：{'、'.join(in_name)}", f"both names say {', '.join(in_name)}"))
    rest = frozenset(one.wording.said(query.grams)) - grams("\n".join(in_name))
    in_text = shared(f"{query.name}\n{query.text}", rest, weights)
    if in_text:
        found.append(Reason(f"内容都提到：{'、'.join(in_text)}", f"both speak of {', '.join(in_text)}"))
    if one.kind == "model":
        found.append(Reason("范本，不是往年申报表", "a model, not a past filing"))
    return tuple(found)


def shared(text: str, pairs: frozenset[str], weights: Weights) -> list[str]:
    """The stretches of a text that are made of these pairs, those that tell most first."""
    # Chained pairs: 辅助 助服 服务 is the stretch 辅助服务.
    marks = [pair in pairs for pair in map(add, text, text[1:])]
    found: set[str] = set()
    start = 0
    for is_said, run in groupby(marks):
        length = sum(1 for _ in run)
        if is_said:
            found.add(text[start : start + length + 1])
        start += length
    weight = {stretch: weights.sum(grams(stretch)) for stretch in found}
    return sorted(found, key=lambda one: (-weight[one], one))[:_SHOWN]
