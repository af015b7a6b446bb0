"""What rules may ask about other filings. A corpus, or the other filings of a run, answer it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, NamedTuple, Protocol, TypeVar

from drafter.filing import Filing
from drafter.language import normalise
from drafter.language.memory import NAMES, remembered
from drafter.language.patterns import lazy

_YEAR = lazy(r"(?:19|20)\d{2}(?:年度?|-(?:19|20)\d{2}年?)?", needs=("19", "20"))
_ASIDE = lazy(r"[(（\[【][^)）\]】]*[)）\]】]", needs="(（[【")

Fact = TypeVar("Fact")


class PastFiling:
    """Another filing, and what to call it in a sentence.

    Args:
        source: Its document and number ("申报表.docx #3").
        filing: The filing, or how to get it: one that lies packed is only unpacked when something new is asked of it.
        facts: What was asked of it before.
    """

    __slots__ = ("_filing", "facts", "source")

    def __init__(
        self,
        source: str,
        filing: Filing | Callable[[], Filing],
        facts: dict[Callable[[Filing], Any], Any] | None = None,
    ) -> None:
        self.source = source
        self._filing = filing
        self.facts: dict[Callable[[Filing], Any], Any] = {} if facts is None else facts

    @property
    def filing(self) -> Filing:
        """The filing."""
        return self._filing if isinstance(self._filing, Filing) else self._filing()

    def fact(self, read: Callable[[Filing], Fact]) -> Fact:
        """What a function says of the filing, asked once: every filing of a run is compared with the same ones."""
        if read not in self.facts:
            self.facts[read] = read(self.filing)
        return self.facts[read]


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


def project_key(filing: Filing) -> str:
    """A project's name as it is compared between years: without years, asides in brackets, width and spaces."""
    name = unicodedata.normalize("NFKC", filing.project_name or "")
    bare = re.sub(r"[\s\-—、,，]", "", _YEAR.sub("", _ASIDE.sub("", name))).lower()
    return bare or re.sub(r"\s", "", name).lower()


def office_key(filing: Filing) -> str:
    """An office as it is compared, "" when the form names none."""
    name = unicodedata.normalize("NFKC", filing.implementer or filing.department or "")
    return re.sub(r"\s", "", _ASIDE.sub("", name)).lower()


class Named(NamedTuple):
    """What tells filings apart."""

    year: int | None
    project: str
    office: str

    def same(self, other: Named) -> bool:
        """Whether two readings are of one filing: same project and year, and no two offices named."""
        if self.year != other.year or self.project != other.project:
            return False
        return self.office == other.office or not self.office or not other.office


def named(filing: Filing) -> Named:
    """What tells a filing from others."""
    return Named(filing.year, "".join((filing.project_name or "").split()), office_key(filing))


@remembered(NAMES)
def row_key(name: str, raw: str) -> str:
    """An indicator with its value, as rows of two filings are compared."""
    return f"{normalise(name)}={''.join(unicodedata.normalize('NFKC', raw).split())}"
