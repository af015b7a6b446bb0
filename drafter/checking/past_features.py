"""What two filings may share, as numbers: rows with their values, pairs of characters, stretches of a goal."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator
from itertools import accumulate

from drafter.checking.past import row_key
from drafter.filing import Filing
from drafter.language import normalise
from drafter.language.memory import NAMES, remembered

_BITS = 59
_PAIRS = 1 << _BITS
"""Above every number that stands for two characters."""
_SPREAD = 0x9E3779B97F4A7C15
"""An odd number: times this, and without what is above its bits, numbers stay apart and lie everywhere."""
_GOAL = zlib.crc32(b"g")
_EVERY = 4
"""Of a goal text every fourth stretch of eight characters, chosen by its content, is remembered."""

Index = dict[int, int | list[int]]
"""The filings that hold each feature, in order. Most are of one filing only: a list for each would be most of it."""


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
    return -1 - (int.from_bytes(hashlib.blake2b(said, digest_size=8).digest(), "little") >> 64 - _BITS)


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


def hold(index: Index, features: Iterable[int], numbers: Iterable[int]) -> None:
    """Enter features, each with the filing that holds it."""
    for feature, number in zip(features, numbers, strict=False):
        known = index.get(feature)
        if known is None:
            index[feature] = number
        elif isinstance(known, int):
            index[feature] = [known, number]
        else:
            known.append(number)


@remembered(NAMES)
def _row(key: str) -> int:
    return _hash(("r" + key).encode())


@remembered(NAMES)
def _pairs(name: str) -> tuple[int, ...]:
    """The pairs of characters of a name; filings of a run name many things alike."""
    text = normalise(name)
    # Two characters are their own number: no sum of them is needed. They are spread to fill as many parts as sums do.
    pairs = {text[at : at + 2] for at in range(len(text) - 1)}
    return tuple((ord(pair[0]) << 21 | ord(pair[1])) * _SPREAD & (_PAIRS - 1) for pair in pairs)


def _hash(data: bytes) -> int:
    return _PAIRS + (int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "little") >> 64 - _BITS)
