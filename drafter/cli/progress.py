"""How far a long run is: one line on a terminal, nothing when stderr is a file or a pipe."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

from drafter.language.patterns import lazy

if TYPE_CHECKING:
    from drafter.drafting.steps import Step

_SHOW_FROM = 20
_EVERY = 0.1
_STEPS = {"check": ("已检查", "checked"), "compare": ("已比较", "compared")}
_NAMED = lazy(r'"name"\s*:\s*"([^"\\]{1,40})"')


class _Line:
    """One line of the terminal, written over at most ten times a second and cleared when done."""

    def __init__(self, lang: str) -> None:
        self._english = lang == "en"
        self._shown = False
        self._last = 0.0

    @staticmethod
    def wanted() -> bool:
        """Whether anybody sees it."""
        return sys.stderr.isatty()

    def _due(self) -> bool:
        return time.monotonic() - self._last >= _EVERY

    def _write(self, text: str) -> None:
        self._last, self._shown = time.monotonic(), True
        # A model's words may hold control characters; the terminal gets none of them.
        sys.stderr.write(f"\r\x1b[K{''.join(char for char in text if char.isprintable())[:76]}")
        sys.stderr.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


class Progress(_Line):
    """Counts the files of a run."""

    def __init__(self, lang: str, word: tuple[str, str] = ("已检查", "checked")) -> None:
        super().__init__(lang)
        self._word = word[self._english]
        self._terminal = self.wanted()

    def step(self, step: str, done: int, total: int) -> None:
        """Show how far a step of a check is: `check` or `compare`."""
        self._word = _STEPS[step][self._english]
        self.show(done, total)

    def show(self, done: int, total: int) -> None:
        """Say how far the run is, only for long runs."""
        if self._terminal and total >= _SHOW_FROM and self._due():
            self._write(f"{self._word} {done}/{total}")


class DraftProgress(_Line):
    """Follows the steps of a draft: what a model is writing, and what the checker found."""

    def __init__(self, lang: str) -> None:
        super().__init__(lang)
        self._text = ""

    def __call__(self, step: Step) -> None:
        """Show a step; pieces no more often than they can be read."""
        if step.kind == "piece":
            self._text += step.text
            if self._due():
                self._write(self._writing(step.attempt))
        elif step.kind == "asked":
            self._text = ""
            if step.attempt == 1:
                self._write("drafting" if self._english else "起草中")
            else:
                self._write(f"repair {step.attempt - 1}" if self._english else f"第 {step.attempt - 1} 次修改")
        elif step.findings:
            codes = " ".join(dict.fromkeys(step.findings))
            self._write(f"checked: {codes}" if self._english else f"检查发现 {codes}")

    def _writing(self, attempt: int) -> str:
        named = _NAMED.findall(self._text)
        size = len(self._text)
        if self._english:
            said = f"answer {attempt}: {size} characters"
            return f"{said}, indicator {len(named)}: {named[-1]}" if named else said
        said = f"第 {attempt} 次回答：{size} 字"
        return f"{said}，指标 {len(named)}：{named[-1]}" if named else said
