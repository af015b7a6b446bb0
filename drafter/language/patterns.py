r"""Regular expressions that are compiled when they are first used.

The project holds some four hundred of them, over large sets of Chinese characters: one class of all ideographs takes a
millisecond to compile. Compiled at import they would take most of the start-up time of every command, also of those
that read no text; a check of one document needs half of them.

A Chinese character is spelled `[^\W\da-zA-Z_]`, a word character that is no digit or Latin letter: Python 3.11
compiles `[一-鿿]` one character at a time, which takes forty times as long.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, cast

_SPECIAL = frozenset(r".^$*+?{}[]\()")
_WORTH_COMPILING = 300
"""So many questions about words that are not there cost as much as compiling."""


class _Lazy:
    """Stands in for a pattern; its methods are those of the compiled one from the first use on."""

    def __init__(self, source: str, flags: int) -> None:
        # Known without compiling: larger expressions are made of smaller ones.
        self.pattern = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self._flags)
        for method in ("match", "search", "fullmatch", "finditer", "findall", "split", "sub"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


class _Needing(_Lazy):
    """Answers that nothing matches, without compiling, while no text holds what a match needs."""

    def __init__(self, source: str, flags: int, needs: Iterable[str]) -> None:
        super().__init__(source, flags)
        self._needs = tuple(needs)
        self._left = _WORTH_COMPILING

    def _absent(self, text: str) -> bool:
        for mark in self._needs:
            if mark in text:
                return False
        self._left -= 1
        # A batch asks without end, and a compiled pattern answers faster than a search for each word.
        return self._left > 0

    def search(self, string: str, *bounds: int) -> re.Match[str] | None:
        return None if self._absent(string) else self.__getattr__("search")(string, *bounds)

    def match(self, string: str, *bounds: int) -> re.Match[str] | None:
        return None if self._absent(string) else self.__getattr__("match")(string, *bounds)

    def fullmatch(self, string: str, *bounds: int) -> re.Match[str] | None:
        return None if self._absent(string) else self.__getattr__("fullmatch")(string, *bounds)

    def finditer(self, string: str, *bounds: int) -> Iterator[re.Match[str]]:
        return iter(()) if self._absent(string) else self.__getattr__("finditer")(string, *bounds)

    def findall(self, string: str, *bounds: int) -> list[Any]:
        return [] if self._absent(string) else self.__getattr__("findall")(string, *bounds)

    def split(self, string: str, maxsplit: int = 0) -> list[str | Any]:
        return [string] if self._absent(string) else self.__getattr__("split")(string, maxsplit)

    def sub(self, repl: str | Callable[[re.Match[str]], str], string: str, count: int = 0) -> str:
        return string if self._absent(string) else self.__getattr__("sub")(repl, string, count)


def lazy(source: str, flags: int = 0, *, needs: Iterable[str] = ()) -> re.Pattern[str]:
    """Return a pattern that is compiled at its first use and costs as much as any other from then on.

    Args:
        source: The regular expression.
        flags: Those of `re`.
        needs: Characters or words of which every text with a match holds at least one; until a text holds one, the
            pattern is not compiled. For patterns that cost much and seldom match. An expression that only lists
            words (`甲|乙丙`, `(甲|乙丙)$`) needs one of them without being told. `tests/language/test_patterns.py`
            proves each from the expression itself.
    """
    needs = needs or (_listed(source) if not flags else ())
    return cast("re.Pattern[str]", _Needing(source, flags, needs) if needs else _Lazy(source, flags))


def _listed(source: str) -> Iterable[str]:
    """The words of an expression that only lists words, at most in one group and bound to an end; else none."""
    bare = source.removeprefix("^").removesuffix("$")
    if bare.endswith(")"):
        bare = bare[:-1].removeprefix("(").removeprefix("?:")
    return bare.split("|") if _SPECIAL.isdisjoint(bare) and "||" not in f"|{bare}|" else ()
