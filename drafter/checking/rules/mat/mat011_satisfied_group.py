"""MAT011: the goal and the table ask different people whether they are satisfied, or nobody who is served."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checking import Emission, Hit, Ledger, NotApplicable, Ref, rule
from drafter.checking.naming import Rarity, Token, likeness, tokens
from drafter.checking.words import is_satisfaction
from drafter.language.patterns import lazy

_WHOSE = lazy(
    r"(?P<who>[^\W\da-zA-Z_]{1,16}?)(?:对(?!象)[^\W\da-zA-Z_]{1,16}?)?的?(?:综合|总体|更加?|基本|都|均)?满意(?:度|率|程度)?"
)
_CLAUSES = lazy(r"[^，,。；;、\n]+")
_NOT_SERVED = lazy(r"^(?:主管部门|财政部门|财政局|预算单位|本单位领导|上级部门|上级主管部门|局领导|领导)$")
_FILLER = lazy(r"^(?:确保|力争|使|让|提升|提高|增强|达到|实现|保障|促进|进一步|不断|持续|年度|综合|总体|社会)+")


@rule(
    "MAT011",
    "satisfied-group",
    title_en="The goal and the table ask different people whether they are satisfied",
    severity="info",
    status="stable",
    needs=("indicators",),
    message=(
        "目标写的是“{said}”满意，指标考核的是“{asked}”满意，对象不同；请核对调查对象",
        "the goal speaks of the satisfaction of “{said}”, the indicator asks “{asked}”; make it one group",
    ),
    variants={
        "not-served": (
            "“{asked}”不是本项目的服务对象，满意度宜调查受益的人或单位",
            "“{asked}” is not served by the project; satisfaction is asked of those who benefit",
        )
    },
)
def satisfied_group(ledger: Ledger) -> Iterator[Emission]:
    """满意度对象不一致

    ## 检查什么
    目标写明谁满意、满意度指标写明调查谁的，两者应是同一群体；叫法不同的（委托方与用工单位、宣传对象与居民）算相同，
    “服务对象”“受益对象”可以指任何群体。满意度调查主管部门、财政部门、本单位领导的，提示其并非服务对象。

    ## 为什么
    满意度要问受益的人。问错了人，得分再高也说明不了效果。

    ## 依据
    满意度指标反映服务对象或受益者的认可程度（财预〔2015〕88号、财预〔2021〕101号）。

    ## 错误示例
    ```yaml
    annual_goal: 年内印制宣传册7000份，验收合格率达100%，家长满意度达90%以上。
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 宣传册印制数量, target: "=7000(份)"}
      - {level1: 满意度指标, level2: 服务对象满意度指标, name: "【企业满意度】", target: "≥90(%)"}
    ```
    ```yaml
    indicators:
      - {level1: 满意度指标, level2: 服务对象满意度指标, name: "【主管部门满意度】", target: "≥90(%)"}
    ```

    ## 正确示例
    ```yaml
    annual_goal: 派驻保安2人，到岗率达100%，委托方满意度达90%以上。
    indicators:
      - {level1: 满意度指标, level2: 服务对象满意度指标, name: 用工单位满意度, target: "≥90(%)"}
    ```
    ```yaml
    annual_goal: 年内印制宣传册7000份，验收合格率达100%，居民满意度达90%以上。
    indicators:
      - {level1: 满意度指标, level2: 服务对象满意度指标, name: 服务对象满意度, target: "≥90(%)"}
    ```
    """
    rows = [at for at, row in enumerate(ledger.filing.indicators) if is_satisfaction(row.name)]
    if not rows:
        yield NotApplicable()
        return
    asked_of = [_who(ledger.filing.indicators[at].name) for at in rows]
    for at, asked in zip(rows, asked_of, strict=True):
        if asked and _NOT_SERVED.match(asked):
            yield Hit(Ref(f"indicators[{at}].name"), arguments={"said": "", "asked": asked}, variant="not-served")
            return
    asked_groups = [_group(asked) for asked in asked_of]
    if not all(asked_groups):
        return
    rarity = Rarity([])
    for who, span in _said(ledger.text("annual_goal")):
        group = _group(who)
        if group and not any(likeness(group, other, rarity).shared for other in asked_groups):
            place = Ref(f"indicators[{rows[0]}].name")
            yield Hit(place, (Ref("annual_goal", span),), arguments={"said": who, "asked": asked_of[0]})
            return


def _said(goal: str) -> list[tuple[str, tuple[int, int]]]:
    """Whose satisfaction the goal speaks of, and where."""
    found: list[tuple[str, tuple[int, int]]] = []
    for clause in _CLAUSES.finditer(goal) if "满意" in goal else ():
        match = _WHOSE.search(clause[0]) if "满意" in clause[0] else None
        who = _FILLER.sub("", match["who"]) if match else ""
        if match and who:
            found.append((who, (clause.start() + match.start(), clause.start() + match.end())))
    return found


def _who(name: str) -> str:
    match = _WHOSE.search(name)
    return _FILLER.sub("", match["who"]) if match else ""


def _group(who: str) -> tuple[Token, ...]:
    """The group as words that name people; general words alone name none."""
    return tuple(token for token in tokens(who) if token.sort in ("same", "plain"))
