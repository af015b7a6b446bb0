"""Folders and zips of documents: which of their files are read, and what of them no reader takes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.errors import DrafterError
from drafter.filing import ReadDocument
from drafter.plugins import PluginRegistry, default_registry
from drafter.reading.content import Note
from drafter.reading.documents import load, read, read_bytes, readers_of
from drafter.reading.unread import holds_document, is_attachment, skipped_note, suffix_of

if TYPE_CHECKING:
    from drafter.reading.cache import ReadCache

_HIDDEN = (".", "~$")


def read_all(
    paths: Iterable[str | Path], *, registry: PluginRegistry | None = None, cache: ReadCache | None = None
) -> Iterator[ReadDocument]:
    """Read files, folders (in path order) and zips of documents. One bad file never stops the others.

    A document of a folder is named by its path, one of a zip by the zip's path, a slash and its name inside.
    """
    for path in paths:
        if Path(path).is_dir():
            files = _files_in(Path(path), _suffixes(registry))
            yield from read_all(files, registry=registry, cache=cache) if files else (_no_documents(path),)
        elif Path(path).suffix.lower() == ".zip":
            yield from _read_zip(path, _suffixes(registry), registry, cache)
        else:
            yield read(path, registry=registry, cache=cache)


def _no_documents(folder: str | Path) -> ReadDocument:
    reason = ("文件夹里没有可读取的文档。", "the folder holds no document that can be read.")
    return ReadDocument(str(folder), "no_form", reason)


def files_of(paths: Iterable[str | Path], *, registry: PluginRegistry | None = None) -> Iterator[Path]:
    """The files that `read_all` would open, folders in path order; a folder without any stands for itself."""
    return map(Path, names_of(paths, registry=registry))


def names_of(paths: Iterable[str | Path], *, registry: PluginRegistry | None = None) -> Iterator[str]:
    """The same by their names, which take a fifth of the memory: a run may have ten thousand."""
    known = _suffixes(registry)
    for path in paths:
        files = _files_in(Path(path), known) if Path(path).is_dir() else []
        yield from files or [os.fspath(path)]


def folder_notes(paths: Iterable[str | Path], *, registry: PluginRegistry | None = None) -> Iterator[Note]:
    """Of folders among the paths, the files that are passed over: small pictures, presentations."""
    known = _suffixes(registry)
    for path in map(Path, paths):
        if path.is_dir():
            skipped = [file for file in _visible(path) if is_attachment(file) and not _is_document(file, known)]
            if skipped:
                yield skipped_note([Path(file).name for file in skipped], str(path))


def _files_in(folder: Path, known: set[str]) -> list[str]:
    """The documents of a folder, those included that no reader takes: each of them says so itself."""
    return [file for file in _visible(folder) if _is_document(file, known)]


def _visible(folder: Path) -> list[str]:
    """The files below a folder, in path order. By their names: paths of ten thousand take a second to make."""
    found: list[str] = []
    for at, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(_HIDDEN)]
        start = str(Path(at) / "_").removesuffix("_")
        found += [start + name for name in names if not name.startswith(_HIDDEN) and not _is_copy(name)]
    # As their parts would be put in order, without those: a folder stands where its name does.
    found.sort(key=lambda file: file.replace(os.sep, "\0"))
    files = set(filter(os.path.isfile, found))
    # A link to a file that is gone stays: reading says so, and a folder must not hide it.
    return [file for file in found if file in files or not Path(file).exists()]


def _is_copy(name: str) -> bool:
    """Whether a file is our own annotated copy, and no filing to check."""
    return "_检查意见" in name and "_检查意见" in Path(name).stem


def _is_document(file: str, known: set[str]) -> bool:
    return suffix_of(file) in known or (is_attachment(file) and holds_document(file, _size(file)))


def _size(file: str) -> int:
    return Path(file).stat().st_size if Path(file).exists() else 0


def _read_zip(
    path: str | Path, known: set[str], registry: PluginRegistry | None, cache: ReadCache | None
) -> Iterator[ReadDocument]:
    from drafter.reading.archive import documents

    data, refused = load(path)
    if data is None:
        yield refused
        return
    found = False
    skipped: list[str] = []
    last: ReadDocument | None = None
    try:
        for name, content in documents(data):
            if Path(name).suffix.lower() in known or holds_document(name, len(content)):
                found = True
                if last is not None:
                    yield last
                last = read_bytes(content, f"{path}/{name}", registry=registry, cache=cache)
            elif is_attachment(name):
                skipped.append(name)
    except DrafterError as error:
        found = True
        if last is not None:
            yield last
        last = ReadDocument(str(path), "unreadable", (error.zh, error.en))
    if not found:
        reason = ("压缩包里没有可读取的文档。", "the zip holds no document that can be read.")
        last = ReadDocument(str(path), "no_form", reason)
    if last is not None:
        # Said once, with the last document: the zip itself is none.
        yield replace(last, notes=(*last.notes, skipped_note(skipped, str(path)))) if skipped else last


def _suffixes(registry: PluginRegistry | None) -> set[str]:
    readers = readers_of(registry or default_registry())
    return {".json", ".zip"} | {suffix for reader in readers for suffix in reader.suffixes}
