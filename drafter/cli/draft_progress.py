"""What a model is writing, on one line of a terminal; nothing when stderr is a file or a pipe."""

from __future__ import annotations

import re
import sys
import time
from types import TracebackType

from drafter.drafting.steps import Step

_EVERY = 0.1
_NAMED = re.compile(r'"name"\s*:\s*"([^"\\]{1,40})"')


class DraftProgress:
    """Follows the steps of a draft on stderr; the line is cleared when the draft is there."""

    def __init__(self, lang: str) -> None:
        self._english = lang == "en"
        self._text = ""
        self._last = 0.0
        self._shown = False

    @staticmethod
    def wanted() -> bool:
        """Whether anybody sees it."""
        return sys.stderr.isatty()

    def __call__(self, step: Step) -> None:
        """Show a step, pieces at most ten times a second."""
        if step.kind == "piece":
            self._text += step.text
            if time.monotonic() - self._last >= _EVERY:
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

    def _write(self, text: str) -> None:
        self._last, self._shown = time.monotonic(), True
        # A model's words may hold control characters; the terminal gets none of them.
        sys.stderr.write(f"\r\x1b[K{''.join(char for char in text if char.isprintable())[:76]}")
        sys.stderr.flush()

    def __enter__(self) -> DraftProgress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
