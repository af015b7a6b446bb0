"""First- and second-level labels of indicator tables, and the levels in force where columns cannot be trusted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from drafter.language.patterns import lazy
from drafter.reading.lexicon import lexicon
from drafter.reading.words import compact, label_text

_SUFFIX = lazy(r"(?:类)?(?:指标|目标)(?:类)?$")
_TAIL = lazy(r"\([^()]{1,12}\)$")
_REMARK = lazy(r"(?<=[指目]标)\([^()]{1,12}\)$", needs="(")  # 数量指标(必填)
_SIDE = lazy(r"(?:项目|年度|中期)?绩效(?:指标|目标)|年度指标|中期指标|绩效|指标|[绩效指标]")
# 社会效益指标 and 成本目标 are second levels of forms whose first ones may be bare (投入, 产出, 效益).
_LEVEL1_SUFFIXED = lazy(
    r"(?<![会济态境续])(?:产出|效益|效果)(?:指标|目标)|^(?!.*(?:产出|效益|效果)).*成本(?:指标|目标)",
    needs=("产出", "效益", "效果", "成本"),
)
_LEVEL2_SUFFIXED = lazy(r"(?:数量|质量|时效|社会效益|经济效益)(?:指标|目标)")
_BARE = frozenset(("投入与管理", "投入和管理", "投入及管理", "投入与过程"))
_COUNTED = lazy(r"(?:数量|件数|人数|人次|次数|个数|份数|数|量)$")


class Style(NamedTuple):
    """Whether a form prints 指标/目标 behind its levels; where it does, a bare 服务对象满意度 is a name, no level."""

    level1_suffixed: bool
    level2_suffixed: bool

    @classmethod
    def of(cls, text: str) -> Style:
        """The style of a table, from its compacted text."""
        return cls(_LEVEL1_SUFFIXED.search(text) is not None, _LEVEL2_SUFFIXED.search(text) is not None)

    def roles(self, text: str) -> tuple[str, ...]:
        """What a cell can be: `side`, `level1`, `level2`, or several; empty for a name or a value."""
        return _roles(self, text) if len(text) <= 60 else ()

    def read(self, word: str) -> tuple[str, ...]:
        """The roles of a compacted text."""
        if not word or len(word) > 20:
            return ()
        word = _REMARK.sub("", word)
        core = _SUFFIX.sub("", word)
        suffixed = core != word
        core = _TAIL.sub("", core)
        roles: list[str] = []
        if core in lexicon().level1 and (suffixed or not self.level1_suffixed or core in _BARE):
            roles.append("level1")
        if core in lexicon().level2 and (suffixed or not self.level2_suffixed):
            roles.append("level2")
        if _SIDE.fullmatch(word):
            return ("side",)
        return tuple(roles)


@lru_cache(maxsize=4096)
def _roles(style: Style, text: str) -> tuple[str, ...]:
    return style.read(compact(label_text(text)))


def level1_kind(label: str | None) -> str | None:
    """The kind of a first-level label (产出指标 → output)."""
    return lexicon().level1.get(_core(label)) if label else None


def level2_parents(label: str | None) -> tuple[str, ...]:
    """The kinds of first levels a second-level label stands under; empty where nothing is known."""
    return lexicon().level2.get(_core(label), ()) if label else ()


def is_level2(label: str | None) -> bool:
    """Whether a label names a second level and no first one (产出数量, 社会效益)."""
    core = _core(label) if label else ""
    return core in lexicon().level2 and core not in lexicon().level1


def _core(label: str) -> str:
    return _TAIL.sub("", _SUFFIX.sub("", _REMARK.sub("", compact(label_text(label)))))


def leading_roles(texts: Sequence[str], style: Style, alone: Sequence[str] = ()) -> list[str]:
    """The roles of the label cells a row begins with: at most side, one level1, one level2, in this order.

    Args:
        texts: The cells of the row.
        style: The style of the table.
        alone: For each cell, the role its column speaks for, where a word (成本指标) can be either.
    """
    taken: list[str] = []
    for position, text in enumerate(texts):
        options = [role for role in style.roles(text) if role not in taken and not _passed(role, taken)]
        if not options:
            break
        if len(options) > 1:
            following = style.roles(texts[position + 1]) if position + 1 < len(texts) else ()
            options = [_either(text, following, "level1" in taken, style, alone[position : position + 1])]
        taken.append(options[0])
    return taken


def _either(text: str, following: tuple[str, ...], has_level1: bool, style: Style, alone: Sequence[str]) -> str:
    """Whether 成本指标 or 满意度 is a first or a second level."""
    if has_level1:
        return "level2"
    if "level2" in following:
        return "level1"
    if not _SUFFIX.search(compact(text)) and style.level1_suffixed:
        return "level2"
    return alone[0] if alone else "level1"


def _passed(role: str, taken: list[str]) -> bool:
    order = ("side", "level1", "level2")
    return bool(taken) and order.index(role) < order.index(taken[-1])


class LevelState:
    """The levels in force while the rows of a table without trustworthy columns are read.

    Attributes:
        seen: First-level labels printed in the table, by kind, for rows whose own one is missing.
        level1: First-level label in force, as printed.
        level2: Second-level label in force, as printed.
        doubt: The print leaves a doubt about the levels in force.
        inferred: The first level is not the one printed last.
        confirmed: The row entered last printed the first level that had been inferred before.
        displaced: The first level printed last, where another one is in force.
    """

    def __init__(self) -> None:
        self.seen: dict[str, str] = {}
        self.level1: str | None = None
        self.level2: str | None = None
        self.doubt = False
        self.inferred = False
        self.displaced: str | None = None
        self.confirmed = False

    def enter(self, level1: str | None, level2: str | None) -> None:
        """Take the labels printed on a row."""
        self.confirmed = False
        if level1 is not None:
            keeps = self.confirmed = self.inferred and level1_kind(level1) in level2_parents(self.level2)
            self.level1, self.inferred, self.doubt, self.displaced = level1, False, False, None
            if not keeps:
                self.level2 = None
        if level2 is not None:
            self.level2, self.doubt = level2, False
            self._repair()

    def _repair(self) -> None:
        # 可持续影响指标 under 满意度指标 is a shifted label; the level it belongs to is known, but not from the print.
        parents = level2_parents(self.level2)
        if parents and self.displaced is not None and level1_kind(self.displaced) == parents[0]:
            self.level1, self.inferred, self.displaced = self.displaced, False, None
        if not parents or level1_kind(self.level1) in parents or _is_input(self.level1, self.level2):
            if self.inferred:
                self.doubt = True
            return
        if self.level1 is not None and level1_kind(self.level1) is None:
            return
        label = next((self.seen[kind] for kind in parents if kind in self.seen), None)
        if label is not None and label != self.level1:
            self.displaced = self.level1
            self.level1, self.inferred, self.doubt = label, True, True


def _is_input(level1: str | None, level2: str | None) -> bool:
    """Whether a level is one of the forms of 2011 and 2013: 时效 and 成本 under 投入, 数量 and 质量 under 产出."""
    return bool(level1 and level2) and _core(level1 or "") == "投入" and _core(level2 or "") in ("时效", "成本")


def counted(name: str) -> bool:
    """Whether a name says that it counts something (…数量, …人次)."""
    return _COUNTED.search(compact(name)) is not None
