"""Regular expressions that are compiled when they are first used.

The project holds some four hundred of them, over large sets of Chinese characters: one class of all ideographs takes a
millisecond to compile. Compiled at import they would take most of the start-up time of every command, also of those
that read no text; a check of one document needs half of them.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Lazy:
    """Stands in for a pattern; its methods are those of the compiled one from the first use on."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._source, self._flags)
        for method in ("match", "search", "fullmatch", "finditer", "findall", "split", "sub"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled at its first use and costs as much as any other from then on."""
    return cast("re.Pattern[str]", _Lazy(source, flags))
