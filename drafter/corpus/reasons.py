"""Why a filing was found, in words a clerk can check."""

from __future__ import annotations

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
    stretches: dict[str, float] = {}
    start = 0
    while start < len(text) - 1:
        end = start
        while end < len(text) - 1 and text[end : end + 2] in pairs:
            end += 1
        if end > start:
            stretch = text[start : end + 1]
            stretches[stretch] = weights.sum(grams(stretch))
            start = end
        start += 1
    return sorted(stretches, key=lambda one: (-stretches[one], one))[:_SHOWN]
