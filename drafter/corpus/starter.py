"""The starter corpus shipped with the package: one YAML file a filing, read only as far as needed.

A record's YAML is parsed when its filing is asked for. Retrieval looks at names and texts alone, taken from the raw
text by line, so that drafting one brief parses five files and not eighty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal, cast

from drafter.brief import Brief
from drafter.corpus.query import Query
from drafter.corpus.record import Record
from drafter.corpus.retrieval import search
from drafter.corpus.source import Candidate, MemorySource
from drafter.corpus.wording import Wording
from drafter.errors import InputError
from drafter.filing import Filing
from drafter.language.patterns import lazy
from drafter.resources import resource_folder

LABEL = "starter"

_FIELD = lazy(r"^  (project_name|department|implementer|year|annual_goal|overall_goal|narrative): *(.+)$", re.M)
_ROW = lazy(r"^(?:      name: *|    - \{item: *)(.+?)(?:, amount:.*)?$", re.M)


@dataclass(frozen=True)
class StarterRecord:
    """One filing of the starter corpus.

    Attributes:
        id: The file's name without suffix.
        kind: `filing` for a published one, `model` for a pattern written by us (its prices are no prices).
        path: The file.
        text: The file's text.
    """

    id: str
    kind: Literal["filing", "model"]
    path: Path
    text: str

    @property
    def name(self) -> str:
        """The project's name."""
        return self._fields.get("project_name", self.id)

    @property
    def filing(self) -> Filing:
        """The filing, parsed on first use."""
        return Filing.model_validate(_parsed(self.path)["filing"])

    @property
    def source(self) -> dict[str, Any]:
        """Where it comes from: document, index, url, year."""
        return cast("dict[str, Any]", _parsed(self.path).get("source") or {})

    @property
    def record(self) -> Record:
        """The record as every corpus gives it."""
        from drafter.corpus.record_files import record_of

        return record_of(_parsed(self.path), self.id)

    @cached_property
    def candidate(self) -> Candidate:
        """What retrieval looks at, without parsing the file."""
        fields = self._fields
        office = fields.get("implementer") or fields.get("department") or ""
        year = fields.get("year", "")
        texts = (fields.get("annual_goal"), fields.get("overall_goal"), fields.get("narrative"))
        said = Wording(
            self.name,
            "\n".join(text for text in texts if text),
            "\n".join(_unquoted(row) for row in _ROW.findall(self.text)),
        )
        return Candidate(
            self.id, self.kind, self.name, office, int(year) if year.isdigit() else None, said, lambda: self.record
        )

    @cached_property
    def _fields(self) -> dict[str, str]:
        return {name: value for name, printed in _FIELD.findall(self.text) if (value := _unquoted(printed)) != "null"}


def _unquoted(printed: str) -> str:
    return printed.strip().strip("\"'").strip()


@cache
def _parsed(path: Path) -> dict[str, Any]:
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506  a safe loader, in C where built
    except yaml.YAMLError as error:
        raise InputError(f"语料 {path.name} 已损坏：{error}", f"corpus file {path.name} is damaged: {error}") from error
    if not isinstance(data, dict) or "filing" not in data:
        raise InputError(f"语料 {path.name} 里没有 filing", f"corpus file {path.name} holds no filing")
    return cast("dict[str, Any]", data)


@cache
def starter_records() -> tuple[StarterRecord, ...]:
    """Every record of the starter corpus, by id."""
    folder = resource_folder("corpus")
    return tuple(
        StarterRecord(
            path.stem, "model" if path.parent.name == "models" else "filing", path, path.read_text(encoding="utf-8")
        )
        for path in sorted([*folder.glob("filings/*.yaml"), *folder.glob("models/*.yaml")])
    )


@cache
def starter_source() -> MemorySource:
    """The starter corpus as something to search."""
    return MemorySource(LABEL, [record.candidate for record in starter_records()])


def similar(records: Iterable[StarterRecord], brief: Brief, k: int = 5) -> list[tuple[StarterRecord, Decimal]]:
    """The `k` records most like a brief with their scores (0 to 1), best first; fewer when fewer are like it."""
    pool = {record.id: record for record in records}
    whole = tuple(pool.values()) == starter_records()
    source = starter_source() if whole else MemorySource(LABEL, [record.candidate for record in pool.values()])
    return [(pool[hit.record.id], hit.score) for hit in search(Query.of(brief), [source], k)]
