"""Paths of fields: `indicators[3].target` names a field of every filing, in findings as in filing JSON."""

from __future__ import annotations

import re
from functools import lru_cache

_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


@lru_cache(4096)
def steps(path: str) -> tuple[str | int, ...]:
    """The names and positions a path leads through: ("indicators", 3, "target").

    Remembered: filings have the same fields, and what is said of them the same paths.
    """
    return tuple(name or int(index) for name, index in _STEP.findall(path))
