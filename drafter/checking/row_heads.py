"""What the names of rows measure: a time, or something that one number and one row alone are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from drafter.checking.naming import Token, head, tokens
from drafter.checking.subjects import Subject
from drafter.language.patterns import lazy

_TIME = "时间"
"""The concept of 时限, 周期, 时间 in the table of aliases."""
_TIME_TAIL = lazy(r"(?:时间|时限|时长|周期|期限)(?:[（(].{1,6}[)）])?$")
_NAMING = 20
"""Weight of a word that names a thing."""


class Timeless:
    """The names of rows without the word for time: every duration is one, 20个工作日内完成适配 beside 适配完成时限."""

    def __init__(self, rows: Sequence[tuple[Token, ...]], names: Sequence[str]) -> None:
        self._rows, self._names = rows, names
        self._known: dict[int, tuple[Token, ...]] = {}

    def of(self, position: int) -> tuple[Token, ...]:
        """One name; as it is where nothing else names a thing."""
        if position not in self._known:
            row = self._rows[position]
            if all(token.text != _TIME for token in row):
                rest = row
            else:
                # 故障响应时间: what takes the time is named, 故障30分钟内响应.
                bare = tokens(_TIME_TAIL.sub("", self._names[position]))
                rest = tuple(token for token in bare if token.text != _TIME)
            named = any(token.weight >= _NAMING for token in rest)
            self._known[position] = rest if named else row
        return self._known[position]


class Heads:
    """How many numbers of the goal and how many rows measure each thing (满意度, 采纳率)."""

    def __init__(self, about: Sequence[Subject], rows: Sequence[tuple[Token, ...]]) -> None:
        self._of_said = [head(subject.name) or head(subject.beside) for subject in about]
        self._of_rows = [head(row) for row in rows]
        self._said, self._rows = Counter(self._of_said), Counter(self._of_rows)

    def lone(self, subject: int, row: int) -> bool:
        """One number and one row measure this, whatever they call whose it is."""
        theirs = self._of_rows[row]
        return theirs is not None and theirs == self._of_said[subject] and self._said[theirs] == self._rows[theirs] == 1
