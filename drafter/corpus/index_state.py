"""What the search index of a corpus says of itself: which folder holds it, and how far it has read."""

from __future__ import annotations

import contextlib
import json
import uuid
from pathlib import Path
from typing import NamedTuple

_FORMAT = 2


class State(NamedTuple):
    """Which folder holds the index, and the last change of the corpus it has seen."""

    folder: str
    revision: int


class StateFile:
    """`state.json` in the folder of an index."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "state.json"
        self._known: tuple[tuple[int, int, int], State | None] | None = None

    def read(self) -> State | None:
        """The state; None where there is no index, or one of another format."""
        try:
            now = self._file.stat()
            # Whoever changes it puts another file in its place, so what was read of this one still holds.
            stamp = (now.st_ino, now.st_mtime_ns, now.st_size)
            if self._known is None or self._known[0] != stamp:
                self._known = (stamp, _parse(self._file.read_text(encoding="utf-8")))
            return self._known[1]
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def write(self, state: State) -> None:
        """Switch to a new index or a new state of one: a reader sees the old file or the new one, never half."""
        temporary = self._file.with_name(f"state.{uuid.uuid4().hex[:8]}.part")
        said = {"format": _FORMAT, "folder": state.folder, "revision": state.revision}
        try:
            temporary.write_text(json.dumps(said), encoding="utf-8")
            temporary.replace(self._file)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise


def _parse(text: str) -> State | None:
    said = json.loads(text)
    return State(str(said["folder"]), int(said["revision"])) if said["format"] == _FORMAT else None
