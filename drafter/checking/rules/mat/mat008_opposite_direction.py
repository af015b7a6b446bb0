"""MAT008: the goal wants more of something and the indicator less, or the reverse."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checking import Emission, Hit, Ledger, NotApplicable, Ref, rule
from drafter.checking.words.clauses import WORDS
from drafter.language.patterns import lazy

_UP = r"提高|提升|增加|增强|增长|扩大|上升|加快"
_DOWN = r"降低|减少|下降|缩短|减轻|缩小|压缩|减缓"
# 待遇不降低 wants neither.
_VERB = lazy(rf"(?P<neither>[不无未](?:会|再)?(?:{_UP}|{_DOWN}))|(?P<up>{_UP})|(?P<down>{_DOWN})")
_MOVE = lazy(rf"(?:{_UP}|{_DOWN})(?:率|幅度|比例|程度|情况|水平)?")
_NOISE = lazy(r"情况|程度|水平|指标|有效|明显|进一步|逐步|稳步|不断|持续|显著|\s")
_SHORTEST = 2


@rule(
    "MAT008",
    "opposite-direction",
    title_en="The goal wants more of something, the indicator less",
    severity="warning",
    status="stable",
    needs=("annual_goal", "indicators"),
    message=(
        "目标写“{clause}”，指标“{indicator}”却是“{value}”，方向相反；请核对后写成一致",
        "the goal says “{clause}”, but the indicator “{indicator}” is “{value}”: the opposite direction; "
        "make them agree",
    ),
)
def opposite_direction(ledger: Ledger) -> Iterator[Emission]:
    """方向矛盾

    ## 检查什么
    目标对某一事项写提高、增加，指标对同一事项却写降低、减少（或相反）。只比较名称完整出现在目标分句中的事项；
    同一分句里两个方向的词都有的不比。负担减轻、周期缩短本来就是好方向，目标与指标一致就不报。
    事项至少两个字；一份目标的前 200 个分句与前 200 条指标相比。

    ## 为什么
    方向相反，完成指标就是背离目标，通常是复制其他项目指标后忘了改。

    ## 依据
    绩效指标应与绩效目标一致（财预〔2015〕88号 审核要点“相关性”）。

    ## 错误示例
    ```yaml
    annual_goal: 优化办事流程，【提高窗口办事效率】，居民满意度达90%以上。
    indicators:
      - {level1: 效益指标, level2: 社会效益指标, name: 窗口办事效率, target: 降低}
    ```

    ## 正确示例
    ```yaml
    annual_goal: 优化办事流程，提高窗口办事效率，减轻居民负担，缩短办理周期。
    indicators:
      - {level1: 效益指标, level2: 社会效益指标, name: 窗口办事效率, target: 提升}
      - {level1: 效益指标, level2: 社会效益指标, name: 居民负担情况, target: 减轻}
      - {level1: 效益指标, level2: 社会效益指标, name: 办理周期缩短情况, target: 在承诺时限内完成}
    ```
    """
    clauses = list(_directed(ledger.text("annual_goal")))
    rows = [(at, *_row(ledger, at)) for at in range(len(ledger.filing.indicators))] if clauses else []
    directed = [(at, subject, up) for at, subject, up in rows if up is not None and len(subject) >= _SHORTEST]
    if not directed:
        yield NotApplicable()
        return
    for at, subject, up in directed[:_MANY]:
        for start, clause, wants_up in clauses[:_MANY]:
            if subject in _NOISE.sub("", clause) and wants_up != up:
                row = ledger.filing.indicators[at]
                value = row.target.raw if row.target else ""
                yield Hit(
                    Ref("annual_goal", (start, start + len(clause))),
                    (Ref(f"indicators[{at}].name"), Ref(f"indicators[{at}].target")),
                    arguments={"clause": clause, "indicator": row.name, "value": value},
                    group=None,
                )
                break


_MANY = 200
"""So many clauses and rows are compared; more than that no goal and no table of the published filings has."""


def _directed(text: str) -> Iterator[tuple[int, str, bool]]:
    """The clauses that want one direction: where they stand, their words, whether up."""
    start = 0
    for part in [*WORDS.finditer(text), None]:
        stop = part.start() if part else len(text)
        clause = text[start:stop]
        ways = {verb.lastgroup for verb in _VERB.finditer(clause)}
        if len(ways) == 1 and ways != {"neither"}:
            yield start, clause, ways == {"up"}
        start = part.end() if part else stop


def _row(ledger: Ledger, at: int) -> tuple[str, bool | None]:
    """What a row is about without its words of direction, and its direction: None where it has none or two."""
    row = ledger.filing.indicators[at]
    value = (row.target.text or "") if row.target else ""
    ways = {verb.lastgroup for verb in _VERB.finditer(f"{row.name} {value}")}
    subject = _NOISE.sub("", _MOVE.sub("", row.name))
    return subject, ways == {"up"} if len(ways) == 1 and ways != {"neither"} else None
