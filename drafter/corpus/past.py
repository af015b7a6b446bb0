"""A corpus as the past that rules may ask about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from drafter.checking.past import PastFiling, PastPrice, named, office_key, project_key
from drafter.corpus.query import Query
from drafter.corpus.record import Record
from drafter.corpus.wording import key
from drafter.filing import Filing

if TYPE_CHECKING:
    from drafter.corpus.corpus import Corpus

_GOAL = 400
"""So much of a goal text is looked for; a copy shows itself in less."""


class CorpusPast:
    """The filings of corpora. Models are nobody's past.

    Args:
        corpus: The corpora.
    """

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus

    def similar(self, filing: Filing, limit: int = 20) -> list[PastFiling]:
        """The filings whose words are most those of this one: its name, goal and indicators."""
        rows = tuple(row.name for row in filing.indicators)
        query = Query(filing.project_name or "", (filing.annual_goal or "")[:_GOAL], rows)
        wanted = query.grams
        scored: list[tuple[int, str, Record]] = []
        for source in self._corpus.sources:
            best = sorted(
                (one for one in source.candidates(query) if one.kind == "filing"),
                key=lambda one: (-len(wanted & one.wording.grams), one.id),
            )
            scored += [(-len(wanted & one.wording.grams), one.id, one.load()) for one in best[:limit]]
        found = (_past(record) for _, _, record in sorted(scored, key=lambda one: one[:2]))
        mine = named(filing)
        return [one for one in found if not mine.same(one.fact(named))][:limit]

    def previous(self, filing: Filing) -> PastFiling | None:
        """The same office's latest filing of the same project for an earlier year."""
        if filing.year is None or not office_key(filing):
            return None
        best: Record | None = None
        query = Query(filing.project_name or "", office=filing.implementer or filing.department or "", year=filing.year)
        for source in self._corpus.sources:
            for one in source.of_office(query):
                if one.year is None or one.year >= filing.year or (best and one.year <= (best.year or 0)):
                    continue
                if project_key(one.filing) == project_key(filing) and office_key(one.filing) == office_key(filing):
                    best = one
        return _past(best) if best else None

    def siblings(self, filing: Filing, limit: int | None = 40) -> Sequence[PastFiling]:
        """None: a corpus does not know which document is being checked."""
        del filing, limit
        return ()

    def prices(self, filing: Filing, item: str) -> list[PastPrice]:
        """The price book's entries for an item of exactly that name."""
        project, office = key(filing.project_name), key(filing.implementer or filing.department)
        return [
            PastPrice(
                price.document or price.id, price.item, price.unit, price.price, price.year,
                office_key(Filing(implementer=price.office or None)),
                project_key(Filing(project_name=price.project or None)),
            )
            for source in self._corpus.sources
            for price in source.prices(item)
            if key(price.item) == key(item)
            and not (price.year == filing.year and key(price.project) == project and key(price.office) == office)
        ]  # fmt: skip


def _past(record: Record) -> PastFiling:
    return PastFiling(f"{record.document or record.id} #{record.index + 1}", record.filing)
