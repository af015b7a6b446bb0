"""Progress of a long run: one line on a terminal, nothing when stderr is a file or a pipe."""

from __future__ import annotations

import sys
import time
from types import TracebackType

_SHOW_FROM = 20
_EVERY = 0.1
_STEPS = {"check": ("已检查", "checked"), "compare": ("已比较", "compared")}


class Progress:
    """Counts on stderr; cleared when done."""

    def __init__(self, lang: str, word: tuple[str, str] = ("已检查", "checked")) -> None:
        self._english = lang == "en"
        self._word = word[self._english]
        self._terminal = sys.stderr.isatty()
        self._shown = False
        self._last = 0.0

    def step(self, step: str, done: int, total: int) -> None:
        """Show how far a step of a check is: `check` or `compare`."""
        self._word = _STEPS[step][self._english]
        self.show(done, total)

    def show(self, done: int, total: int) -> None:
        """Say how far the run is, at most ten times a second and only for long runs."""
        now = time.monotonic()
        if not self._terminal or total < _SHOW_FROM or now - self._last < _EVERY:
            return
        self._last, self._shown = now, True
        sys.stderr.write(f"\r\x1b[K{self._word} {done}/{total}")
        sys.stderr.flush()

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
