"""Why a filing was found, in words a clerk can check."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from drafter.corpus.query import Query, Reason
from drafter.corpus.wording import grams, key

if TYPE_CHECKING:
    from drafter.corpus.retrieval import Weights
    from drafter.corpus.source import Candidate

_SHOWN = 4


def reasons(query: Query, one: Candidate, said: Collection[str], weights: Weights, *, own: bool) -> tuple[Reason, ...]:
    """The reasons, strongest first; never empty. `said` are the pairs of the query that the candidate speaks of."""
    found: list[Reason] = []
    if own:
        found.append(
            Reason(f"本单位 {one.year} 年申报的同一项目", f"the same project as this office filed it for {one.year}")
            if one.year
            else Reason("本单位申报过的同一项目", "the same project, filed by this office before")
        )
    elif query.office and key(query.office) == key(one.office) and one.kind == "filing":
        found.append(Reason("同一单位", "the same office"))
    in_name = _shared(query.name, query.name_chain, query.name_grams & one.wording.name_grams, weights)
    if key(query.name) == key(one.project):
        found.append(Reason("项目名称相同", "the same project name"))
    elif in_name:
        found.append(Reason(f"名称中都有：{'、'.join(in_name)}", f"both names say {', '.join(in_name)}"))
    rest = frozenset(said) - grams("\n".join(in_name))
    in_text = [one for one in _shared(query.everything, query.chain, rest, weights) if not _cut(one, in_name)]
    if in_text:
        found.append(Reason(f"内容都提到：{'、'.join(in_text)}", f"both speak of {', '.join(in_text)}"))
    if one.kind == "model":
        found.append(Reason("范本，不是往年申报表", "a model, not a past filing"))
    return tuple(found)


def _cut(pair: str, stretches: Sequence[str]) -> bool:
    """Whether a single pair only joins the edge of a stretch named already to the next word: 灯更 of 路灯更换."""
    return len(pair) == 2 and any(pair[0] == one[-1] or pair[1] == one[0] for one in stretches)


def _shared(text: str, chain: Sequence[str], pairs: frozenset[str], weights: Weights) -> list[str]:
    """The stretches of a text that are made of these pairs, those that tell most first; `chain` are its own pairs."""
    # Chained pairs: 辅助 助服 服务 is the stretch 辅助服务.
    weight: dict[str, float] = {}
    start = 0
    for is_said, run in groupby(chain, pairs.__contains__):
        linked = list(run)
        if is_said:
            stretch = text[start : start + len(linked) + 1]
            weight[stretch] = weights.sum(set(linked))
        start += len(linked)
    return sorted(weight, key=lambda one: (-weight[one], one))[:_SHOWN]
