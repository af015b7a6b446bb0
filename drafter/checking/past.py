"""What rules may ask about other filings. A corpus, or the other filings of a run, answer it."""

from __future__ import annotations

import hashlib
import re
import unicodedata
import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple, Protocol

from drafter.filing import Filing
from drafter.language import normalise
from drafter.language.patterns import lazy

_YEAR = lazy(r"(?:19|20)\d{2}(?:年度?|-(?:19|20)\d{2}年?)?")
_ASIDE = lazy(r"[(（\[【][^)）\]】]*[)）\]】]")
_LOOKED_AT = 2000
"""So many shared features are followed for one question; a run of thousands of copies must not take hours."""
_RANKED = 500
"""So many of those alike are put in order."""
_UNPACKED = 500
"""So many filings are kept unpacked, some 20 KB each."""
_PAIRS = 1 << 42
"""Above every number that stands for two characters."""
_EVERY = 4
"""Of a goal text every fourth stretch of eight characters, chosen by its content, is remembered."""


class PastFiling(NamedTuple):
    """Another filing, and what to call it in a sentence ("申报表.docx #3")."""

    source: str
    filing: Filing


class PastPrice(NamedTuple):
    """A unit price another filing states: yuan for one `unit` (None where it does not say) of `item`."""

    source: str
    item: str
    unit: str | None
    price: Decimal
    year: int | None
    office: str
    project: str


class Past(Protocol):
    """Other filings a rule may compare with. The filing asked about is never among the answers."""

    def similar(self, filing: Filing, limit: int = 20) -> Sequence[PastFiling]:
        """Filings that share most with this one: indicators, names, stretches of the goal; best first."""
        ...

    def previous(self, filing: Filing) -> PastFiling | None:
        """The same office's latest filing of the same project for an earlier year."""
        ...

    def siblings(self, filing: Filing, limit: int | None = 40) -> Sequence[PastFiling]:
        """The other filings of the same document, those printed nearest to it; all of them without a limit."""
        ...

    def prices(self, filing: Filing, item: str) -> Sequence[PastPrice]:
        """What other filings pay for an item of exactly that name."""
        ...


class PastRecords:
    """Filings in memory, packed to some kilobytes each, so that a run of thousands stays small."""

    def __init__(self) -> None:
        self._packed: list[bytes] = []
        self._unpacked: dict[int, Filing] = {}
        self._sources: list[tuple[str, int]] = []
        self._identities: dict[bytes, list[int]] = defaultdict(list)
        self._projects: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
        self._documents: dict[str, list[int]] = defaultdict(list)
        # Most features are of one filing only, and a list for each of them would be most of the memory of a run.
        self._features: dict[int, int | array[int]] = {}
        self._asked: tuple[Filing, list[int]] | None = None
        self._answered: tuple[Filing, int, list[PastFiling]] | None = None
        self._prices: dict[str, list[tuple[int, PastPrice]]] = defaultdict(list)

    def __len__(self) -> int:
        return len(self._packed)

    def add(self, document: str, filing: Filing) -> None:
        """Remember a filing of a document."""
        number = len(self._packed)
        self._packed.append(zlib.compress(filing.model_dump_json(exclude_none=True).encode(), 1))
        self._sources.append((document, filing.index))
        self._identities[_identity(filing)].append(number)
        self._documents[document].append(number)
        if filing.year is not None and office_key(filing):
            self._projects[(office_key(filing), project_key(filing))].append((filing.year, number))
        self._asked = self._answered = None
        for feature in _features(filing):
            known = self._features.get(feature)
            if known is None:
                self._features[feature] = number
            elif isinstance(known, int):
                self._features[feature] = array("L", (known, number))
            else:
                known.append(number)
        from drafter.checking.unit_prices import unit_prices  # it reads ledgers, and ledgers hold a past

        office, project = office_key(filing), project_key(filing)
        for one in unit_prices(filing):
            price = PastPrice(self._source(number), one.item, one.unit, one.price, filing.year, office, project)
            self._prices[normalise(one.item)].append((number, price))

    def similar(self, filing: Filing, limit: int = 20) -> list[PastFiling]:
        """Filings that share most with this one, the rarest features counting most."""
        if self._answered is None or self._answered[0] is not filing or self._answered[1] != limit:
            self._answered = filing, limit, self._similar(filing, limit)
        return list(self._answered[2])

    def _similar(self, filing: Filing, limit: int) -> list[PastFiling]:
        found: list[PastFiling] = []
        for number in self._ranked(filing):
            other = self._filing(number)
            if not same_filing(filing, other):
                found.append(PastFiling(self._source(number), other))
            if len(found) == limit:
                break
        return found

    def _ranked(self, filing: Filing) -> list[int]:
        """The numbers of the filings that share anything, best first. Several rules ask for those of one filing."""
        if self._asked is None or self._asked[0] is not filing:
            self._asked = filing, self._rank(filing)
        return self._asked[1]

    def _rank(self, filing: Filing) -> list[int]:
        itself = self._itself(filing)
        known = [numbers for one in set(_features(filing)) if (numbers := self._features.get(one)) is not None]
        lists = sorted(((one,) if isinstance(one, int) else one for one in known), key=len)
        scores: dict[int, int] = defaultdict(int)
        left = _LOOKED_AT
        for numbers in lists:
            if left <= 0:
                break
            left -= len(numbers)
            weight = 1_000_000 // len(numbers)
            for number in numbers:
                scores[number] += weight
        best = sorted(number for number in scores if number not in itself)
        best.sort(key=scores.__getitem__, reverse=True)
        # More than the greatest limit anyone asks for, since filings of the same project are passed over.
        return best[:_RANKED]

    def previous(self, filing: Filing) -> PastFiling | None:
        """The same office's latest filing of the same project for an earlier year."""
        known = self._projects.get((office_key(filing), project_key(filing)), [])
        earlier = [(year, number) for year, number in known if filing.year is not None and year < filing.year]
        if not earlier:
            return None
        _, number = max(earlier)
        return PastFiling(self._source(number), self._filing(number))

    def siblings(self, filing: Filing, limit: int | None = 40) -> list[PastFiling]:
        """The other filings of the same document, those printed nearest to it; all of them without a limit."""
        itself = self._itself(filing)
        if not itself:
            return []
        own = min(itself)
        others = [number for number in self._documents[self._sources[own][0]] if number not in itself]
        if limit is not None and len(others) > limit:
            # A document of thousands: unpacking all of them for each of them would take hours.
            others = sorted(sorted(others, key=lambda number: abs(number - own))[:limit])
        return [PastFiling(self._source(number), self._filing(number)) for number in others]

    def prices(self, filing: Filing, item: str) -> list[PastPrice]:
        """What other filings pay for an item of exactly that name."""
        itself = self._itself(filing)
        return [price for number, price in self._prices.get(normalise(item), []) if number not in itself]

    def _itself(self, filing: Filing) -> set[int]:
        return set(self._identities.get(_identity(filing), []))

    def _filing(self, number: int) -> Filing:
        # Neighbours ask for the same neighbours; what was not asked for longest makes room.
        filing = self._unpacked.pop(number, None)
        if filing is None:
            if len(self._unpacked) == _UNPACKED:
                del self._unpacked[next(iter(self._unpacked))]
            filing = Filing.model_validate_json(zlib.decompress(self._packed[number]))
        self._unpacked[number] = filing
        return filing

    def _source(self, number: int) -> str:
        document, index = self._sources[number]
        return f"{document} #{index + 1}"


def project_key(filing: Filing) -> str:
    """A project's name as it is compared between years: without years, asides in brackets, width and spaces."""
    name = unicodedata.normalize("NFKC", filing.project_name or "")
    bare = re.sub(r"[\s\-—、,，]", "", _YEAR.sub("", _ASIDE.sub("", name))).lower()
    return bare or re.sub(r"\s", "", name).lower()


def office_key(filing: Filing) -> str:
    """An office as it is compared, "" when the form names none."""
    name = unicodedata.normalize("NFKC", filing.implementer or filing.department or "")
    return re.sub(r"\s", "", _ASIDE.sub("", name)).lower()


def same_filing(one: Filing, other: Filing) -> bool:
    """Whether two readings are of one filing: same project and year, and no two offices named."""
    if one.year != other.year or _bare(one.project_name) != _bare(other.project_name):
        return False
    mine, theirs = office_key(one), office_key(other)
    return mine == theirs or not mine or not theirs


def _bare(name: str | None) -> str:
    return "".join((name or "").split())


@lru_cache(maxsize=8192)
def row_key(name: str, raw: str) -> str:
    """An indicator with its value, as rows of two filings are compared."""
    return f"{normalise(name)}={''.join(unicodedata.normalize('NFKC', raw).split())}"


def _identity(filing: Filing) -> bytes:
    rows = [row_key(row.name, row.target.raw if row.target else "") for row in filing.indicators]
    said = (
        filing.project_name, filing.implementer, filing.department, str(filing.year), filing.annual_goal,
        filing.overall_goal, str(filing.funding.annual_total), *rows,
    )  # fmt: skip
    return hashlib.blake2b("\x1f".join(part or "" for part in said).encode(), digest_size=12).digest()


def _features(filing: Filing) -> Iterator[int]:
    """What two filings may share: rows with their values, pairs of characters of names, stretches of the goal."""
    for row in filing.indicators:
        yield _hash(("r" + row_key(row.name, row.target.raw if row.target else "")).encode())
    for name in (filing.project_name or "", *(row.name for row in filing.indicators)):
        text = normalise(name)
        # Two characters are their own number: no sum of them is needed, and none is as large as a sum.
        yield from {ord(text[at]) << 21 | ord(text[at + 1]) for at in range(len(text) - 1)}
    goal = normalise(filing.annual_goal or "")
    for at in range(max(0, len(goal) - 7)):
        stretch = ("g" + goal[at : at + 8]).encode()
        # The cheap sum chooses; only what is chosen is worth one that tells all stretches of a run apart.
        if zlib.crc32(stretch) % _EVERY == 0:
            yield _hash(stretch)


def _hash(data: bytes) -> int:
    return _PAIRS + int.from_bytes(hashlib.blake2b(data, digest_size=6).digest(), "little")
