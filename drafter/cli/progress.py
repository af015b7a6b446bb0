"""Progress of a long run: one line on a terminal, nothing when stderr is a file or a pipe."""

from __future__ import annotations

import sys
import time
from types import TracebackType

_SHOW_FROM = 20
_EVERY = 0.1


class Progress:
    """Counts on stderr; cleared when done."""

    def __init__(self, lang: str, word: tuple[str, str] = ("已检查", "checked")) -> None:
        self._word = word[lang == "en"]
        self._terminal = sys.stderr.isatty()
        self._shown = False
        self._last = 0.0

    def show(self, done: int, total: int) -> None:
        """Say how far the run is, at most ten times a second and only for long runs."""
        now = time.monotonic()
        if not self._terminal or total < _SHOW_FROM or now - self._last < _EVERY:
            return
        self._last, self._shown = now, True
        sys.stderr.write(f"\r{self._word} {done}/{total}")
        sys.stderr.flush()

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
