"""Checked documents kept in order: a few in memory, more in a temporary file, so that a run stays small.

A filing takes some 25 KB there: packing it would take more time than reading it again.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from types import TracebackType
from typing import IO, Any, cast

from drafter.checking.report import DocumentReport
from drafter.errors import ScratchError, os_reason
from drafter.filing import Place, ReadDocument
from drafter.shape import adapter

KEPT = 100
"""So many filings stay in memory, those of some files; of a longer run all of them go to the temporary file."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One document, what was read of it and what the rules say."""

    document: ReadDocument
    report: DocumentReport


class _Places(Mapping[str, Place]):
    """The places of a filing, unpacked when one is asked for: few filings have findings that need them."""

    def __init__(self, packed: bytes) -> None:
        self.packed = packed
        self._known: Mapping[str, Place | tuple[Any, ...]] | None = None

    @staticmethod
    def pack(places: Mapping[str, Place]) -> bytes:
        """Places as bytes; those that were never unpacked as they are."""
        if isinstance(places, _Places):
            return places.packed
        import pickle  # only long runs need it

        # Read again by this process alone, from a file without a name. A place by itself takes most of the time.
        plain = {path: _plainly(one) for path, one in places.items()} if isinstance(places, dict) else places
        return pickle.dumps(plain, 5)

    def _all(self) -> Mapping[str, Place | tuple[Any, ...]]:
        if self._known is None:
            import pickle

            self._known = cast("Mapping[str, Place | tuple[Any, ...]]", pickle.loads(self.packed))  # noqa: S301  (of `pack`)
        return self._known

    def __getitem__(self, path: str) -> Place:
        place = self._all()[path]
        return place if isinstance(place, Place) else Place(*place)

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())


def _plainly(place: Place) -> tuple[Any, ...]:
    return place.text, place.location, place.anchor


class Spool:
    """Documents to go through more than once, in the order they came. The file has no name and goes with the spool.

    Raises:
        ScratchError: The temporary folder takes no more, whatever was asked.
    """

    def __init__(self) -> None:
        self._kept: list[Checked] = []
        self._filings = 0
        self._file: IO[bytes] | None = None
        # Of each document in the file the number of its first part; of each part where it begins and how long it is.
        self._first = array("Q")
        self._parts = array("Q")

    def append(self, checked: Checked) -> None:
        """Keep one document more."""
        self._filings += max(1, len(checked.document.filings))
        self._kept.append(checked)
        if self._file is None and self._filings <= KEPT:
            return
        for one in self._kept:
            self._write_down(one)
        self._kept.clear()

    def _write_down(self, checked: Checked) -> None:
        located = checked.document.filings
        bare = replace(checked.document, filings=tuple(replace(one, places={}) for one in located))
        self._first.append(len(self._parts) // 2)
        self._parts.extend(self._write(adapter(DocumentReport).dump_json(checked.report)))
        self._parts.extend(self._write(adapter(ReadDocument).dump_json(bare)))
        for one in located:
            self._parts.extend(self._write(_Places.pack(one.places)))

    def replace(self, number: int, report: DocumentReport) -> None:
        """Another report for a document kept; what was read of the document stays as it is."""
        if self._kept:
            self._kept[number] = replace(self._kept[number], report=report)
            return
        part = 2 * self._first[number]
        self._parts[part], self._parts[part + 1] = self._write(adapter(DocumentReport).dump_json(report))

    def __len__(self) -> int:
        return len(self._kept) + len(self._first)

    def __iter__(self) -> Iterator[Checked]:
        for report, document in self.reports():
            yield Checked(document(), report)

    def reports(self) -> Iterator[tuple[DocumentReport, Callable[[], ReadDocument]]]:
        """The reports, each with what fetches its document: a report as JSON needs no more than itself."""
        for checked in self._kept:
            yield checked.report, partial(getattr, checked, "document")
        for first in self._first:
            yield adapter(DocumentReport).validate_json(self._read(first)), partial(self._document, first + 1)

    def _document(self, part: int) -> ReadDocument:
        document = adapter(ReadDocument).validate_json(self._read(part))
        places = (_Places(self._read(part + number)) for number in range(1, len(document.filings) + 1))
        located = zip(document.filings, places, strict=True)
        return replace(document, filings=tuple(replace(one, places=of_one) for one, of_one in located))

    def _write(self, part: bytes) -> tuple[int, int]:
        try:
            if self._file is None:
                import tempfile

                self._file = tempfile.TemporaryFile()  # noqa: SIM115  (`close` closes it)
            at = self._file.seek(0, 2)
            self._file.write(part)
        except OSError as error:
            raise ScratchError(*os_reason(error)) from error
        return at, len(part)

    def _read(self, number: int) -> bytes:
        if self._file is None:
            raise ValueError("the spool is closed")
        # Several may go through it at once: each knows its own place.
        try:
            # What was written last may only now go to the disk.
            self._file.seek(self._parts[2 * number])
            return self._file.read(self._parts[2 * number + 1])
        except OSError as error:
            raise ScratchError(*os_reason(error)) from error

    def close(self) -> None:
        """Give the temporary file back."""
        if self._file is not None:
            # A full disk does not take what is left to write, and nobody needs it any more.
            with suppress(OSError):
                self._file.close()
            self._file = None

    def __enter__(self) -> Spool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
