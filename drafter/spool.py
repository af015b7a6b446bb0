"""Checked documents kept in order: the first few in memory, more in a temporary file, so that a run stays small."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import TracebackType
from typing import IO

from drafter.checking.report import DocumentReport
from drafter.filing import Place, ReadDocument
from drafter.shape import adapter

KEPT = 100
"""So many documents stay in memory; a run of some files needs no temporary file."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One document, what was read of it and what the rules say."""

    document: ReadDocument
    report: DocumentReport


class _Places(Mapping[str, Place]):
    """The places of a filing, unpacked when one is asked for: few filings have findings that need them."""

    def __init__(self, packed: bytes) -> None:
        self.packed = packed
        self._known: dict[str, Place] | None = None

    @staticmethod
    def pack(places: Mapping[str, Place]) -> bytes:
        """Places as bytes; those that were never unpacked as they are."""
        if isinstance(places, _Places):
            return places.packed
        return zlib.compress(adapter(dict[str, Place]).dump_json(dict(places)), 1)

    def _all(self) -> dict[str, Place]:
        known = self._known
        if known is None:
            known = adapter(dict[str, Place]).validate_json(zlib.decompress(self.packed))
            self._known = known
        return known

    def __getitem__(self, path: str) -> Place:
        return self._all()[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())


class Spool:
    """Documents to go through more than once, in the order they came. The file has no name and goes with the spool."""

    def __init__(self) -> None:
        self._kept: list[Checked] = []
        self._sizes: list[tuple[int, ...]] = []
        self._file: IO[bytes] | None = None

    def append(self, checked: Checked) -> None:
        """Keep one document more."""
        if len(self._kept) < KEPT:
            self._kept.append(checked)
            return
        if self._file is None:
            import tempfile

            self._file = tempfile.TemporaryFile()  # noqa: SIM115  (`close` closes it)
        located = checked.document.filings
        bare = replace(checked.document, filings=tuple(replace(one, places={}) for one in located))
        parts = [
            zlib.compress(adapter(Checked).dump_json(replace(checked, document=bare)), 1),
            *(_Places.pack(one.places) for one in located),
        ]
        self._file.seek(0, 2)
        self._file.write(b"".join(parts))
        self._sizes.append(tuple(map(len, parts)))

    def __len__(self) -> int:
        return len(self._kept) + len(self._sizes)

    def __iter__(self) -> Iterator[Checked]:
        yield from self._kept
        at = 0
        for sizes in self._sizes:
            if self._file is None:
                return
            # Several may go through it at once: each knows its own place.
            self._file.seek(at)
            packed, *places = [self._file.read(size) for size in sizes]
            at += sum(sizes)
            checked = adapter(Checked).validate_json(zlib.decompress(packed))
            located = zip(checked.document.filings, places, strict=True)
            whole = tuple(replace(one, places=_Places(of_one)) for one, of_one in located)
            yield replace(checked, document=replace(checked.document, filings=whole))

    def close(self) -> None:
        """Give the temporary file back."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def __enter__(self) -> Spool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
