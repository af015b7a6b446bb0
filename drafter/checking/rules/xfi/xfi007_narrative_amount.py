"""XFI007: the year's amount in the explanation against the form's."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checking import Agrees, Emission, Hit, Ledger, NotApplicable, Ref, Unsure, rule
from drafter.checking.words.clauses import SENTENCE, said_before
from drafter.filing import Filing
from drafter.language import Interval, Mention
from drafter.language.patterns import lazy

# The amount of this year and this project, said as such: 2026年安排预算66万元, 本年度预算资金为 66 万元.
_YEARS = lazy(r"(?P<year>(?:19|20)\d{2})\s*年(?:度)?|当年|本年度?|今年")
_ANNUAL = lazy(
    r"^(?:[^，,。；;、（(\d]{0,12})(?:预算|申请|安排|财政)[^，,。；;、（(\d]{0,12}(?:资金|预算|经费|金额|总额|合计|申请|安排)?"
    r"(?:为|是|共计|共|合计|：|:)?\s*$"
)
_OTHER = lazy(
    r"其中|总投资|总预算|项目总|累计|以来|上年|去年|前年|分[三二四五]年|每年|追加|调整|结转|核减|扣除|不含|另|占|约|比|增|减|执行|决算|标准|单价|每"
)
_FAR = 400
"""Characters of a sentence before an amount; of a longer one nobody can say what it is about."""
_SAID = lazy(r"[\s，,：:“”\"]|项目|专项|资金|经费|预算|共计?|合计|总计|为$")


@rule(
    "XFI007",
    "narrative-amount",
    title_en="The explanation's amount differs from the form's",
    severity="error",
    needs=("narrative", "annual_total"),
    message=(
        "说明中本年度预算为 {stated}，申报表年度资金总额为 {total} 元，相差 {difference} 元；请核对后写成一致",
        "the explanation gives {stated} for the year, the form's annual total is {total} yuan: {difference} off; "
        "make them agree",
    ),
)
def narrative_amount(ledger: Ledger) -> Iterator[Emission]:
    """说明与申报表年度金额不一致

    ## 检查什么
    项目说明里写明的本年度预算金额，与申报表的年度资金总额相比。万元按印出的小数位取舍，没有写单位的、项目总额、
    分项金额、上年数、有调整说明的都不比；说明里有几个不同的本年度金额时只提示不确定。

    “本年度金额”须在同一句里写明年份或“本年度”，并紧接着“预算、申请、安排、财政”一类的词，两者之间不超过十余字；
    或者年份之后就是项目名称和金额；其余写法宁可不比。

    ## 为什么
    同一项目同一年度两处金额不一，必有一处写错。

    ## 依据
    预算文本与绩效目标申报表应当一致（财预〔2015〕88号）。

    ## 错误示例
    ```yaml
    narrative: 本项目用于印制宣传册，2026年安排预算资金【1.50万元】。
    ```

    ## 正确示例
    ```yaml
    narrative: 本项目用于印制宣传册，2026年安排预算资金1.40万元，其中一般公共预算1.00万元。
    ```
    """
    total = ledger.filing.funding.annual_total
    text = ledger.text("narrative")
    stated = [one for one in ledger.mentions("narrative") if _is_annual(text, one, ledger.filing)]
    if total is None or not stated:
        yield NotApplicable()
        return
    interval = stated[0].interval
    place = Ref("narrative", (stated[0].start, stated[0].end))
    if len({one.number for one in stated}) > 1:
        others = tuple(Ref("narrative", (one.start, one.end)) for one in stated[1:])
        yield Unsure(place, (*others, Ref("funding.annual_total")), " ? ".join(one.text for one in stated))
        return
    if interval is None:
        yield NotApplicable()
    elif interval.meets(Interval.point(total)):
        yield Agrees(place, (Ref("funding.annual_total"),), f"{stated[0].text} = {total:,f} 元")
    else:
        low = interval.low if total < interval.low else interval.high
        yield Hit(
            place,
            (Ref("funding.annual_total"),),
            arguments={"stated": stated[0].text, "total": total, "difference": abs(total - low)},
            arithmetic=f"{stated[0].text} ≠ {total:,f} 元",
            group=None,
            reconcile=True,
        )


def _is_annual(text: str, mention: Mention, filing: Filing) -> bool:
    if mention.kind != "money" or mention.comparator != "=":
        return False
    clause = said_before(text, mention.start, SENTENCE, _FAR)
    named = list(_YEARS.finditer(clause))
    if not named or len(clause) == _FAR or _OTHER.search(clause):
        return False
    said = named[-1]["year"]
    if said is not None and int(said) != filing.year:
        return False
    rest = clause[named[-1].end() :]
    # 2026年校园保安补贴57万元: the project's whole name with its money.
    whole = filing.project_name is not None and _SAID.sub("", rest) == _SAID.sub("", filing.project_name)
    return whole or bool(_ANNUAL.match(rest))
