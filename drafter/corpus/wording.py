"""The words of a filing that searching looks at, and the character pairs by which filings are compared.

Pairs of Chinese characters, not words, decide the ranking: they need no dictionary (a fifth of a second to load), and
on the 39 published filings they rank better than words do (`tests/benchmarks/retrieval.py` prints both). Words serve
the search index of a large corpus, where they are fewer and rarer.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import add
from typing import Any

from drafter.language.patterns import lazy

_RUN = lazy(r"[一-鿿㐀-䶿]+|[A-Za-z]{2,}|\d{3,}")
_SPACE = lazy(r"\s+")
_ASIDE = lazy(r"[(\[](?:汇总|本级|部门|单位|新增|续建|\d{4}年?)[)\]]$")


@dataclass(frozen=True)
class Wording:
    """A filing's words: its name, its running texts, the names of its indicators and budget lines."""

    name: str
    goal: str
    rows: str

    @cached_property
    def name_grams(self) -> frozenset[str]:
        """The pairs of the name."""
        return _name_grams(self.name)

    @cached_property
    def text(self) -> str:
        """All of it."""
        return f"{self.name}\n{self.goal}\n{self.rows}"

    @cached_property
    def grams(self) -> frozenset[str]:
        """All pairs."""
        return grams(self.text)

    @cached_property
    def codes(self) -> frozenset[int]:
        """Every two neighbouring characters, marks and digits too, as numbers: a third of the work of `grams`."""
        units = memoryview(self.text.encode("utf-16-le"))
        found: set[int] = set()
        for start in (0, 2):
            found.update(units[start : start + (len(units) - start) // 4 * 4].cast("I"))
        return frozenset(found)

    def said(self, pairs: Iterable[str]) -> list[str]:
        """Which of some pairs occur. Faster than making all pairs when few are asked for."""
        text = self.text.lower()
        return [pair for pair in pairs if pair in text]


def wording(filing: Mapping[str, Any]) -> Wording:
    """The words of a filing given as JSON data."""
    texts = (filing.get("annual_goal"), filing.get("overall_goal"), filing.get("narrative"))
    rows = [row.get("name") for row in filing.get("indicators") or ()]
    rows += [line.get("item") for line in filing.get("budget_lines") or ()]
    return Wording(
        filing.get("project_name") or "",
        "\n".join(text for text in texts if text),
        "\n".join(row for row in rows if row),
    )


def grams(text: str) -> frozenset[str]:
    """Pairs of neighbouring Chinese characters; Latin words and numbers of three digits stay whole."""
    found: set[str] = set()
    for run in _RUN.findall(text):
        if run[0].isascii():
            found.add(run.lower())
        elif len(run) == 1:
            found.add(run)
        else:
            found.update(map(add, run, run[1:]))
    return frozenset(found)


# Projects are named alike from office to office and from year to year.
_name_grams = lru_cache(maxsize=16384)(grams)


def words(text: str) -> list[str]:
    """Words for the search index, cut by rjieba; single characters and punctuation carry too little."""
    import rjieba

    cut: list[str] = rjieba.cut(text)
    return [word.lower() for word in cut if len(word) > 1 and _RUN.match(word)]


@lru_cache(maxsize=16384)
def key(name: str | None) -> str:
    """A name as it is compared: width, spaces and asides such as (汇总) do not matter."""
    if not name:
        return ""
    text = _SPACE.sub("", unicodedata.normalize("NFKC", name)).lower()
    return _ASIDE.sub("", text)
