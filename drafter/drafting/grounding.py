"""Precedents for a brief: similar filings of the corpora, as a model may see them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from drafter.brief import Brief, BriefItem
from drafter.filing import Filing
from drafter.models.embedded.customs import CLOSE
from drafter.models.embedded.kinds import kind_of, kinds
from drafter.models.request import Precedent
from drafter.plugins import PluginRegistry

if TYPE_CHECKING:
    from drafter.corpus.query import Hit

Retrieve: TypeAlias = Callable[[Brief, int], Sequence[Precedent]]
"""Finds the `k` filings most like a brief, best first."""


OfficeFilings: TypeAlias = Callable[[Brief], Sequence[Precedent]]
"""Finds other filings of a brief's office."""
MOST_OF_OFFICE = 12
_SHARE = Decimal("0.4")
"""Of the best one's likeness; what falls behind so far has only common words with the brief (系统, 服务)."""
_TELLING = 4
"""Weight of a word that tells a kind of project."""


def from_corpora(brief: Brief, k: int, registry: PluginRegistry | None = None) -> list[Precedent]:
    """Search the user's own corpus, where there is one, and the starter corpus.

    A plugin's way of finding comes before ours; where it fails, ours is used and a warning is logged. Scores are ours
    either way, 0 to 1.
    """
    from drafter.corpus.builtin import all_retrievers, retrieve
    from drafter.corpus.corpus import Corpus
    from drafter.corpus.query import Query
    from drafter.corpus.retrieval import likenesses

    query = Query.of(brief)
    with Corpus() as corpus:
        hits = retrieve(query, corpus.sources, k, registry)
        if len(all_retrievers(registry)) > 1:
            # Its scores are on a scale of its own, a distance or a percentage, and it may know likeness without a
            # shared word: its choice and its order stand, the numbers are ours.
            scores = likenesses(query, [hit.record for hit in hits], corpus.sources)
            return [_precedent(hit, score) for hit, score in zip(hits, scores, strict=True)]
        found = [_precedent(hit, hit.score) for hit in hits]
    return alike(brief, found)


def _precedent(hit: Hit, score: Decimal) -> Precedent:
    return Precedent(hit.record.id, hit.record.filing, score, hit.record.kind)


def alike(brief: Brief, found: Sequence[Precedent]) -> list[Precedent]:
    """Those of the filings found that a clerk would open beside the brief.

    Searching shows whatever shares words; a draft names what it learnt from. A project of another kind that shares
    common words teaches nothing: 工作经费 of a court and of a party branch, the 服务 of guards and of a hotline.
    """
    kind = kind_of(brief)
    least = max((one.score for one in found), default=Decimal(0)) * _SHARE
    return [
        one
        for one in found
        if one.score >= least
        and (one.score >= CLOSE or kind_of(_brief_of(one.filing)) is kind or _one_theme(brief, one.filing))
    ]


def _brief_of(filing: Filing) -> Brief:
    items = [BriefItem(name=line.item) for line in filing.budget_lines[:20] if line.item]
    return Brief(project_name=filing.project_name or "", items=items)


def _one_theme(brief: Brief, filing: Filing) -> bool:
    """Whether both names have a word that tells the kind of a project (河道 of 河道疏浚 and 河道保洁)."""
    both = (brief.project_name, filing.project_name or "")
    return any(
        weight >= 4 and all(word in name for name in both) for kind in kinds() for word, weight in kind.words.items()
    )


def precedents_for(brief: Brief, k: int, retrieve: Retrieve | None = None) -> list[Precedent]:
    """The precedents shown to a model, best first."""
    return list((retrieve or from_corpora)(brief, k)) if k > 0 else []


def office_filings(brief: Brief) -> list[Precedent]:
    """Other filings of the brief's office in the user's own corpus and the starter corpus, the newest first."""
    from drafter.corpus.corpus import Corpus
    from drafter.corpus.query import Query
    from drafter.corpus.wording import key

    query = Query.of(brief)
    office = key(query.office)
    if not office:
        return []
    with Corpus() as corpus:
        own = [
            one
            for source in corpus.sources
            for one in source.candidates(query)
            if one.kind == "filing" and key(one.office) == office
        ]
        newest = sorted(own, key=lambda one: (-(one.year or 0), one.id))[:MOST_OF_OFFICE]
        return [Precedent(one.id, one.load().filing, Decimal(0)) for one in newest]
