"""What was read of slow files (pdf, Word, Excel), kept by their content, so that checking a folder again is quick.

An entry is what reading gave, never what rules said: rules run anew each time. It is found again only for the same
bytes, the same suffix and the same reader, so there is nothing to expire and nothing to keep in step. A cache that
cannot be read or written is none: it never makes a check fail.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from drafter.filing import ReadDocument
from drafter.reading.limits import MEBI

LIMIT = 500 * MEBI
"""Bytes of all entries together; those not used for longest go first."""
_SUFFIX, _UNFINISHED = ".read", ".part"
_ABANDONED = 3600
"""Seconds after which a file begun and not finished was left by a process that ended."""
_LIBRARIES = ("drafter", "pypdfium2", "lxml", "python-docx", "openpyxl", "xlrd")


class ReadCache:
    """A folder of entries, one file each, readable by its owner only. Several processes may use it at once.

    Attributes:
        limit: Bytes of all entries together after `trim`.
        used: Whether an entry was looked for, which a run over text documents never does.
    """

    def __init__(self, folder: Path | None = None, limit: int = LIMIT) -> None:
        """With no folder it is the user's own."""
        self._folder, self.limit, self.used = folder, limit, False

    @property
    def folder(self) -> Path:
        """Where the entries are; made when the first is written."""
        if self._folder is None:
            self._folder = _users_own()
        return self._folder

    def recall(self, data: bytes, document: str, read: Callable[[], ReadDocument]) -> ReadDocument:
        """What was read of these bytes before, else what `read` gives now. What `read` raises is not kept.

        Args:
            data: The bytes of the file.
            document: Its name as given; only the suffix decides how it is read.
            read: Reads the document.
        """
        self.used = True
        entry = self.folder / (_key(data, Path(document).suffix.lower()) + _SUFFIX)
        known = _load(entry)
        if known is not None:
            return replace(known, document=document)
        found = read()
        if found.status != "unreadable":
            # A file that could not be read may be read tomorrow: LibreOffice installed, a machine less busy.
            self._keep(entry, found)
        return found

    def _keep(self, entry: Path, found: ReadDocument) -> None:
        import tempfile

        from drafter.reading.cache_entry import packed

        # A full disk or a home that may not be written is no reason to stop.
        with contextlib.suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.folder, suffix=_UNFINISHED)
            try:
                with os.fdopen(handle, "wb") as stream:
                    stream.write(packed(replace(found, document="")))
                Path(name).replace(entry)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise

    def trim(self) -> None:
        """Remove what was not used for longest until the rest is within the limit, and what was left unfinished."""
        for path, found in self._files():
            if path.suffix == _UNFINISHED and found.st_mtime < time.time() - _ABANDONED:
                _remove(path)
        entries = sorted(((found.st_mtime, found.st_size, path) for path, found in self._entries()), reverse=True)
        total = 0
        for _, size, path in entries:
            total += size
            if total > self.limit:
                _remove(path)

    def size(self) -> tuple[int, int]:
        """The number of entries and their bytes."""
        sizes = [found.st_size for _, found in self._entries()]
        return len(sizes), sum(sizes)

    def clear(self) -> int:
        """Remove every entry; returns how many there were. Other files in the folder stay."""
        entries = list(self._files())
        for path, _ in entries:
            _remove(path)
        return sum(path.suffix == _SUFFIX for path, _ in entries)

    def _entries(self) -> Iterator[tuple[Path, os.stat_result]]:
        return ((path, found) for path, found in self._files() if path.suffix == _SUFFIX)

    def _files(self) -> Iterator[tuple[Path, os.stat_result]]:
        """Entries and unfinished ones; another process may remove any of them meanwhile."""
        with contextlib.suppress(OSError):
            for path in list(self.folder.iterdir()):
                if path.suffix in (_SUFFIX, _UNFINISHED):
                    with contextlib.suppress(OSError):
                        yield path, path.stat()


def user_cache() -> ReadCache:
    """The user's own: in the folder `DRAFTER_CACHE` names, else in the cache folder of this system."""
    return ReadCache()


def _users_own() -> Path:
    named = os.environ.get("DRAFTER_CACHE")
    if named:
        return Path(named).expanduser()
    import platformdirs

    return platformdirs.user_cache_path("drafter", appauthor=False) / "read"


def _load(entry: Path) -> ReadDocument | None:
    try:
        data = entry.read_bytes()
    except OSError:
        return None
    from drafter.reading.cache_entry import unpacked

    found = unpacked(data)
    if found is not None:
        with contextlib.suppress(OSError):
            os.utime(entry)
    return found


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()


def _key(data: bytes, suffix: str) -> str:
    digest = hashlib.sha256(f"{reader_version()}\n{suffix}\n".encode())
    digest.update(data)
    return digest.hexdigest()


@cache
def reader_version() -> str:
    """Everything but the file that decides what is read of it: this program, the libraries and the form profiles."""
    from drafter.profiles import all_profiles

    libraries = [f"{name} {_version(name)}" for name in _LIBRARIES]
    profiles = [repr(profile) for _, profile in sorted(all_profiles().items())]
    return hashlib.sha256("\n".join([*libraries, *profiles, *_sources()]).encode()).hexdigest()


def _version(name: str) -> str:
    # Takes long to load, and a check of text asks for no version.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _sources() -> Iterator[str]:
    """The files of this program that reading consists of: in a checkout they change while the version stays."""
    package = Path(__file__).parents[1]
    for file in sorted(package.glob("*.py")):
        yield _stamp(file)
    for room in ("reading", "language", "personal", "profiles"):
        for file in sorted((package / room).rglob("*")):
            if file.suffix not in (".pyc", ""):
                yield _stamp(file)


def _stamp(file: Path) -> str:
    found = file.stat()
    return f"{file.name} {found.st_size} {found.st_mtime_ns}"
