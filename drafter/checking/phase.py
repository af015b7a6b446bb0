"""Whether a project builds or runs, and whether its output indicators are those of the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from drafter.language.patterns import lazy

if TYPE_CHECKING:
    from drafter.checking.ledger import Ledger

_BUILDS = lazy(
    r"新建|改建|扩建|开发|升级改造|改造升级|新增[^，。；]{0,6}(?:模块|功能|系统)|系统建设|平台建设|建设项目|建设工程",
    needs=("新建", "改建", "扩建", "开发", "升级改造", "改造升级", "新增", "建设"),
)
_RUNS = lazy(r"运维|运行维护|运行与维护|维护|维保|养护|运营|保养|日常")
_BUILT = lazy(r"开发|建设|上线|新建|改造|升级|模块|功能|安装|施工|竣工|工程|部署|集成|联调|初验|终验")
_SHARE, _WHOLE = 3, 5
"""Three in five output indicators of the other kind are too many."""


class Mismatch(NamedTuple):
    """A project whose outputs are those of the other kind.

    Attributes:
        builds: The project builds; else it runs something.
        path: What says so: the project's name, or its goal.
        outputs: Positions of all output rows.
        odd: Positions of those of the other kind.
    """

    builds: bool
    path: str
    outputs: tuple[int, ...]
    odd: tuple[int, ...]


def phase_of(ledger: Ledger) -> tuple[bool, str] | None:
    """Whether the project builds (else it runs), and what says so; None where it is both or neither."""
    # The name says what the project is; the goal speaks where the name does not.
    name, goal = ledger.filing.project_name or "", ledger.text("annual_goal")
    named = bool(_BUILDS.search(name) or _RUNS.search(name))
    said = name if named else goal
    builds, runs = bool(_BUILDS.search(said)), bool(_RUNS.search(said))
    if builds == runs or (builds and named and _RUNS.search(goal)):
        return None
    if runs and not named:
        # 安全运营检查 in a goal is one of many inspections: only a name says that a project runs something.
        return None
    return builds, "project_name" if named else "annual_goal"


def mismatch(ledger: Ledger) -> Mismatch | None:
    """The mismatch of a project and its outputs, None where there is none or it cannot be told."""
    phase = phase_of(ledger)
    outputs = [at for at, kind in enumerate(ledger.kinds) if kind == "output"]
    if phase is None or not outputs:
        return None
    names = {at: ledger.filing.indicators[at].name for at in outputs}
    runs = {at for at in outputs if _RUNS.search(names[at])}
    built = {at for at in outputs if _BUILT.search(names[at])}
    odd, fitting = (runs - built, built) if phase[0] else (built - runs, runs)
    counts = {at for at in outputs if ledger.kinds2[at] == "quantity"}
    many = _WHOLE * len(odd) >= _SHARE * len(outputs) or (counts and counts <= odd)
    if not odd or fitting or not many:
        return None
    return Mismatch(*phase, tuple(outputs), tuple(sorted(odd)))
