"""MAT012: nothing in the annual goal can be measured."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checking import Emission, Hit, Lacking, Ledger, Ref, rule
from drafter.checking.deliverables import deliverable_lists
from drafter.checking.words.endings import body, breaks_off, is_final
from drafter.language.patterns import lazy

_DELIVERED = lazy(
    r"出具|编印|印制|印发|编制|制作|建成|建设|新建|开发|采购|购置|安装|改造|修缮|更新|测评|评审|评估|鉴定|检测|招录|招聘|培训|发放|缴纳|缴清"
    r"|举办|召开|开展[^，。；]{0,8}(?:活动|检查|培训|测评|调查|考核)|建立[^，。；]{0,10}(?:机制|制度|台账|档案)|签订|完成(?!各项|好|相关|[^，。；]{0,14}(?:任务|目标|工作))"
)
_WHOLE = lazy(
    r"全覆盖|应[^，。]尽[^，。]|足额|全额|全部|全面完成|零(?![星售件工散碎用食部基距])|杜绝|不发生|不出现|不出重大|避免|无重大|按期|按时(?!回应)|按季|按月"
    r"|持平|相抵|不下降|不降低|不减少|不低于|不超过|不中断"
)
# Words of results that promise none: in titles and sayings (“15分钟服务圈”建设), what was done in earlier years.
_ASIDE = lazy(
    r"《[^《》]{0,80}》|“[^“”]{0,40}”|<[^<>]{0,80}>|关于[^，。；]{0,60}?的?(?:通知|意见|决定|办法)"
    r"|[^，。；\n]{0,20}(?:(?:19|20)\d{2}年|上年|去年|前期)[^，。；\n]{0,10}(?:完成了|建成了|已)[^，。；\n]*"
)
_BEGIN_ASIDE = ("《", "“", "<", "关于", "年", "前期")
# 加强队伍建设, 提高采购水平, 推进便民服务建设: wishes, as long as no works is named (推进综合楼建设).
_WISH = lazy(
    r"(?:加强|加大|推进|推动|促进|深化|强化|提高|规范)"
    r"(?:(?![楼站厂路桥园馆场库院]|(?<=[务电测销验哨网位货宿])点|中心|基地|工程|设施|管网|平台|系统|项目)[^，。；\d]){0,16}?(?:建设|培训|评估|采购)"
    r"|(?:行风|作风|党风|队伍|能力|体系|文化|文明|法治|诚信|信用)建设",
    needs=("建设", "培训", "评估", "采购"),
)
_AMOUNTS = 2
_CELL = 60
"""A goal this long without a full stop may be cut at its cell's edge; no cell of the published forms cuts sooner."""


@rule(
    "MAT012",
    "nothing-to-measure",
    title_en="Nothing in the annual goal can be measured",
    severity="info",
    status="stable",
    needs=("annual_goal",),
    message=(
        "年度目标没有数量、时限，也没有可以点验的成果，年终难以对照；请写明做什么、做多少、何时完成",
        "the annual goal has no number, no date and nothing that can be counted or handed over; "
        "say what, how much and by when",
    ),
    variants={
        "unnumbered": (
            "年度目标没有写一个数，指标表却有 {count} 个数量（如“{indicator}”{value}）；宜在目标中写明主要数量",
            "the annual goal has no number, the table has {count} amounts (“{indicator}” {value}); "
            "the goal should give the main ones",
        )
    },
)
def nothing_to_measure(ledger: Ledger) -> Iterator[Emission]:
    """目标无可衡量内容

    ## 检查什么
    年度目标里既没有数、日期，也没有可点验的成果（印制、安装、测评、建立制度等），也没有足额、全覆盖、不发生这类
    可以判断做到没有的承诺，只有提高、完善、加强一类的愿望。文件名称里的、往年做过的、“加强队伍建设”之类的不算成果。
    有成果而一个数也没有写、指标表却有两个以上数量的，建议把主要数量写进目标。文本被截断的不下结论，只少一个句号的短句不算截断。

    ## 为什么
    目标无法对照，年终自评就只能自说自话。

    ## 依据
    绩效目标要细化量化；不能量化的也应可衡量（财预〔2015〕88号 审核要点“明确清晰”）。

    ## 错误示例
    ```yaml
    annual_goal: 【进一步提高便民服务水平，不断优化营商环境，增强居民的获得感和幸福感。】
    ```
    ```yaml
    annual_goal: 【落实《便民服务中心建设标准》，加强窗口队伍建设，优化零星事项的受理流程，确保服务质量稳步提高】
    ```

    ## 正确示例
    ```yaml
    annual_goal: 印制便民服务宣传册，年内在全区社区投放到位。
    ```
    ```yaml
    annual_goal: 足额缴纳残疾人就业保障金。
    ```
    """
    goal = body(ledger.text("annual_goal"))
    aside = [found.span() for found in _ASIDE.finditer(goal)] if any(mark in goal for mark in _BEGIN_ASIDE) else []
    if any(not any(low <= one.start < high for low, high in aside) for one in ledger.mentions()):
        return
    said = _WISH.sub("", _ASIDE.sub("", goal))
    if _WHOLE.search(said):
        return
    if _DELIVERED.search(said) or deliverable_lists(goal):
        yield from _unnumbered(ledger)
        return
    if not is_final(goal) and (len(goal) >= _CELL or breaks_off(goal) is not None):
        yield Lacking("年度目标文本似被截断", "the annual goal seems to be cut off", "annual_goal")
        return
    yield Hit(Ref("annual_goal"), group=None)


def _unnumbered(ledger: Ledger) -> Iterator[Emission]:
    """A goal of deliverables without a number, beside a table that counts them."""
    rows = ledger.filing.indicators
    counted = [
        at
        for at, (quantity, kind) in enumerate(zip(ledger.quantities, ledger.kinds, strict=True))
        if kind == "output"
        and quantity is not None
        and quantity.dimension.startswith("count")
        and quantity.interval.low > 0
    ]
    if len(counted) < _AMOUNTS:
        return
    target = rows[counted[0]].target
    yield Hit(
        Ref("annual_goal"),
        tuple(Ref(f"indicators[{at}].target") for at in counted),
        arguments={
            "count": len(counted),
            "indicator": rows[counted[0]].name,
            "value": target.raw if target is not None else "",
        },
        variant="unnumbered",
        group=None,
    )
