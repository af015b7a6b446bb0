"""What two filings may share, as numbers: rows with their values, pairs of characters, stretches of a goal."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from itertools import accumulate

from drafter.checking.past import row_key
from drafter.filing import Filing
from drafter.language import normalise
from drafter.language.memory import remembered

_PAIRS = 1 << 42
"""Above every number that stands for two characters."""
_GOAL = zlib.crc32(b"g")
_EVERY = 4
"""Of a goal text every fourth stretch of eight characters, chosen by its content, is remembered."""


def identity(filing: Filing) -> int:
    """What a filing says, as a number of its own; below zero, where no feature is."""
    rows = [row_key(row.name, row.target.raw if row.target else "") for row in filing.indicators]
    said = (
        filing.project_name, filing.implementer, filing.department, str(filing.year), filing.annual_goal,
        filing.overall_goal, str(filing.funding.annual_total), *rows,
    )  # fmt: skip
    return _own("i", *(part or "" for part in said))


def project(office: str, name: str) -> int:
    """An office's project, as a number below zero."""
    return _own("p", office, name)


def _own(*parts: str) -> int:
    said = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return -1 - (int.from_bytes(hashlib.blake2b(said, digest_size=8).digest(), "little") >> 1)


def features(filing: Filing) -> Iterator[int]:
    """What two filings may share: rows with their values, pairs of characters of names, stretches of the goal."""
    for row in filing.indicators:
        yield _row(row_key(row.name, row.target.raw if row.target else ""))
    for name in (filing.project_name or "", *(row.name for row in filing.indicators)):
        yield from _pairs(name)
    goal = normalise(filing.annual_goal or "")
    spelt = goal.encode()
    begins = [0, *accumulate(len(char.encode()) for char in goal)]
    for start, end in zip(begins, begins[8:], strict=False):
        stretch = spelt[start:end]
        # The cheap sum chooses; only what is chosen is worth one that tells all stretches of a run apart.
        if zlib.crc32(stretch, _GOAL) % _EVERY == 0:
            yield _hash(b"g" + stretch)


@remembered(2048)
def _row(key: str) -> int:
    return _hash(("r" + key).encode())


@remembered(2048)
def _pairs(name: str) -> frozenset[int]:
    """The pairs of characters of a name; filings of a run name many things alike."""
    text = normalise(name)
    # Two characters are their own number: no sum of them is needed, and none is as large as a sum.
    return frozenset(ord(text[at]) << 21 | ord(text[at + 1]) for at in range(len(text) - 1))


def _hash(data: bytes) -> int:
    return _PAIRS + int.from_bytes(hashlib.blake2b(data, digest_size=6).digest(), "little")
