"""One filing of a corpus, with where it came from."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any, Literal

from drafter.corpus.wording import key
from drafter.filing import Filing

Kind = Literal["filing", "model"]

# What two readings of one filing may differ in without being two filings.
_INCIDENTAL = ("index", "form", "profile", "printed")


@dataclass(frozen=True, slots=True)
class Record:
    """A filing kept in a corpus.

    Attributes:
        id: Short name, stable: from the content, or given by the corpus it comes from.
        kind: `filing` for one an office filed; `model` for a pattern written as an example, whose office and prices
            are no facts.
        data: The filing as JSON data.
        document: Name of the document it was read from (never a path), None for a model.
        index: Place in that document, from 0.
        restated: Fields whose text is not the office's own words.
        method: How the record was made, when that is known.
        url: Where the document was published, when that is known.
        version: Counts the contents seen for this office, project and year, from 1.
        current: False once a later version has come.
        added: The day it was added, ISO.
        removed: Personal data removed on the way in: kind → count.
    """

    id: str
    kind: Kind
    data: Mapping[str, Any]
    document: str | None = None
    index: int = 0
    restated: tuple[str, ...] = ()
    method: str | None = None
    url: str | None = None
    version: int = 1
    current: bool = True
    added: str | None = None
    removed: Mapping[str, int] = field(default_factory=dict[str, int])

    @property
    def project(self) -> str:
        """The project's name, "" when the form has none."""
        return self.data.get("project_name") or ""

    @property
    def office(self) -> str:
        """Who filed it: the implementer, else the department, "" when the form names neither."""
        return self.data.get("implementer") or self.data.get("department") or ""

    @property
    def year(self) -> int | None:
        """The budget year."""
        return self.data.get("year")

    @property
    def filing(self) -> Filing:
        """The filing itself."""
        return Filing.model_validate(self.data)

    @property
    def lineage(self) -> str:
        """What makes two filings versions of one: office and project; without an office, the document stands for it."""
        office = key(self.office) or f"@{key(PurePath(self.document or '').stem)}"
        return f"{office}\n{key(self.project) or f'#{self.index}'}"

    def to_json(self) -> dict[str, Any]:
        """The shape in which records are exported and shipped: source, kind, filing."""
        source = {
            "document": self.document,
            "index": self.index,
            "url": self.url,
            "year": self.year,
            "restated": list(self.restated),
            "method": self.method,
        }
        return {"source": source, "kind": self.kind, "filing": dict(self.data)}


def digest(kind: str, data: Mapping[str, Any]) -> str:
    """A fingerprint of a filing's content: equal for two readings of the same filing."""
    content = {name: value for name, value in data.items() if name not in _INCIDENTAL and value not in (None, [], {})}
    text = json.dumps([kind, content], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def record_id(fingerprint: str) -> str:
    """The short id of a content fingerprint."""
    return fingerprint[:12]


def slotted(records: Iterable[Record]) -> Iterator[tuple[Record, int]]:
    """Records with their number among those of the same office, project and year in one document."""
    slots: Counter[tuple[str, int | None]] = Counter()
    document, index = None, -1
    for record in records:
        if record.document != document or record.index <= index:
            slots.clear()
        document, index = record.document, record.index
        place = (record.lineage, record.year)
        yield record, slots[place]
        slots[place] += 1
