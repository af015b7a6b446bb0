"""From files to records: read, personal data removed, ready to be kept."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, cast

from drafter.corpus.index import TAIL, Index, IndexUnusableError
from drafter.corpus.record import Record
from drafter.corpus.record_files import SUFFIXES, read_records
from drafter.errors import DrafterError
from drafter.personal.cleaning import clean_data, left_out, personal_of
from drafter.personal.redaction import redact

if TYPE_CHECKING:
    from drafter.corpus.store import Added, Store
    from drafter.filing import ReadDocument


@dataclass(slots=True)
class AddReport:
    """What became of the files offered.

    Attributes:
        added: Filings new to the corpus, versions included.
        versions: Of these, how many replaced an older content.
        duplicates: Filings whose content was there already.
        removed: Personal data removed, kind → count: what stood in fields for people, and what stood in texts.
        failed: (file, Chinese reason, English reason) of the files that gave nothing.
    """

    added: int = 0
    versions: int = 0
    duplicates: int = 0
    removed: Counter[str] = field(default_factory=Counter[str])
    failed: list[tuple[str, str, str]] = field(default_factory=list[tuple[str, str, str]])


def add_paths(store: Store, paths: Iterable[str | Path], progress: Callable[[Added], None] | None = None) -> AddReport:
    """Add every filing of files and folders. A bad file never stops the others.

    Args:
        store: The corpus.
        paths: Documents of any format drafter reads, record files (YAML, JSONL), folders of either.
        progress: Called for each filing once it is on the disk.

    Raises:
        CorpusError: The corpus cannot be written; what was reported before is in it.
    """
    report = AddReport()
    for batch in store.add(_records(paths, report)):
        for one in batch:
            if one.status == "duplicate":
                report.duplicates += 1
            else:
                report.added += 1
                report.versions += one.status == "version"
                report.removed.update(one.record.removed)
            if progress is not None:
                progress(one)
    # Bringing the index up to date takes a tenth of a second, which nobody waits for who adds a filing or two: the
    # next search does it. The records are safe whatever becomes of the index.
    if report.added > TAIL:
        with contextlib.suppress(IndexUnusableError):
            Index(store).refresh()
    return report


def _records(paths: Iterable[str | Path], report: AddReport) -> Iterator[Record]:
    from drafter.reading import read_all

    for path in paths:
        for file in _record_files(Path(path)):
            try:
                yield from map(clean, read_records(file))
            except DrafterError as error:
                report.failed.append((str(file), error.zh, error.en))
        if Path(path).suffix.lower() in SUFFIXES and Path(path).is_file():
            continue
        for document in read_all([path]):
            yield from records_of(document)
            if document.status != "read":
                zh, en = document.reason or ("无法读取", "cannot be read")
                report.failed.append((document.document, zh, en))


def _record_files(path: Path) -> list[Path]:
    if path.is_dir():
        return sorted(file for file in path.rglob("*") if file.suffix.lower() in SUFFIXES and file.is_file())
    return [path] if path.suffix.lower() in SUFFIXES and path.is_file() else []


def records_of(document: ReadDocument) -> Iterator[Record]:
    """The filings of a document that was read, as records without personal data."""
    name = PurePath(document.document).name or None
    personal = personal_of(document)
    for located in document.filings:
        data = located.filing.model_dump(mode="json", exclude_none=True)
        record = Record(id="", kind="filing", data=data, document=name, index=located.filing.index)
        kept = clean(record, personal)
        removed = left_out(located.personal) + Counter(located.removed) + Counter(kept.removed)
        yield replace(kept, removed=dict(removed))


def clean(record: Record, personal: Collection[str] = ()) -> Record:
    """A record without personal data in any of its texts; `removed` counts what went.

    Args:
        record: The record.
        personal: What the document's fields for people hold.
    """
    counts: Counter[str] = Counter()
    data = cast("dict[str, Any]", clean_data(dict(record.data), personal, counts))
    document = record.document and redact(record.document, personal).text
    return replace(record, data=data, document=document, removed=dict(counts))
