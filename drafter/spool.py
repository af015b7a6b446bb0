"""Checked documents kept in order: the first few in memory, more in a temporary file, so that a run stays small."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import IO

from pydantic import TypeAdapter

from drafter.checking.report import DocumentReport
from drafter.filing import ReadDocument

KEPT = 100
"""So many documents stay in memory; a run of some files needs no temporary file."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One document, what was read of it and what the rules say."""

    document: ReadDocument
    report: DocumentReport


class Spool:
    """Documents to go through more than once, in the order they came. The file has no name and goes with the spool."""

    def __init__(self) -> None:
        self._kept: list[Checked] = []
        self._sizes: list[int] = []
        self._file: IO[bytes] | None = None
        self._shape: TypeAdapter[Checked] | None = None

    def append(self, checked: Checked) -> None:
        """Keep one document more."""
        if len(self._kept) < KEPT:
            self._kept.append(checked)
            return
        if self._file is None:
            import tempfile

            self._file = tempfile.TemporaryFile()  # noqa: SIM115  (`close` closes it)
        packed = zlib.compress(self._adapter().dump_json(checked), 1)
        self._file.seek(0, 2)
        self._file.write(packed)
        self._sizes.append(len(packed))

    def __len__(self) -> int:
        return len(self._kept) + len(self._sizes)

    def __iter__(self) -> Iterator[Checked]:
        yield from self._kept
        at = 0
        for size in self._sizes:
            if self._file is None:
                return
            # Several may go through it at once: each knows its own place.
            self._file.seek(at)
            packed = self._file.read(size)
            at += size
            yield self._adapter().validate_json(zlib.decompress(packed))

    def _adapter(self) -> TypeAdapter[Checked]:
        if self._shape is None:
            self._shape = TypeAdapter(Checked)
        return self._shape

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
