"""MAT002: a number the goal promises has no indicator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.checking import Emission, Hit, Lacking, Ledger, NotApplicable, Ref, rule
from drafter.checking.advice import promised
from drafter.checking.alignment import TOO_LONG
from drafter.checking.count_products import count_products
from drafter.checking.counted_in_words import CountProduct
from drafter.checking.dimensions import relation
from drafter.checking.growth import growths
from drafter.checking.lost import is_unread
from drafter.checking.named_rates import has_row, named_rates, numbered
from drafter.checking.naming import head, tokens
from drafter.checking.quantities import one_number
from drafter.checking.row_words import in_its_words, of_families
from drafter.checking.said_twice import said_again, said_otherwise
from drafter.checking.scopes import amount_there, counts_a_part, is_means, others_pay, parts_behind
from drafter.checking.subjects import of_all
from drafter.checking.weak_promises import (
    adds_up,
    hardly_binds,
    manner_of_speaking,
    measured_by,
    of_a_class,
    paced_by,
    points_back,
    rate_of_pay,
)
from drafter.language import Mention, bigrams

_NEAR = 60
"""Characters between two parts whose sum a row gives."""
_BESIDE = 12
_JUDGED = ("count", "percent", "measure")


@rule(
    "MAT002",
    "promise-without-indicator",
    title_en="A number the goal promises has no indicator",
    severity="warning",
    status="stable",
    needs=("annual_goal", "indicators"),
    message=(
        "目标承诺“{promise}”，指标表中没有对应指标；请补一条指标，或从目标中删去这个数",
        "the goal promises “{promise}”, but no indicator stands for it; add one, or take the number out of the goal",
    ),
    variants={
        "rate": (
            "目标提到要改变“{promise}”，指标表中没有对应的指标；可补一条并写明数值",
            "the goal means to move “{promise}”, but no indicator stands for it; consider adding one with a number",
        )
    },
)
def promise_without_indicator(ledger: Ledger) -> Iterator[Emission]:
    """量化承诺无对应指标

    ## 检查什么
    年度目标里承诺的每个数量、比率，指标表中应有对应的指标：名称相近且计量单位一致，或者数与单位都相同。
    “约”“左右”的数、数量前后紧接着同一事物的另一个数而后者已有指标的（6条航道共计86.5公里；小区14个、96栋楼；培训2期126人次；安全培训4期，培训400人次）、只说明归属的
    （260家企业的1840辆车）、只说明在哪里、为谁做而所做的数量已有指标的（为20所学校配置图书5.2万册；购置冰箱18台，配发至9个乡镇）、
    只说明用什么做的（使用3套设备开展监测；投入打捞船24艘）、由已有指标的数乘出来的（更新苑点48处、每处器材10件、共480件）、
    只说明规格的（株距6米）、只有一件的成果（手册1套）、已经逐一点名的（电工、焊工、叉车三个工种）只作建议。
    现状、往年和以后年度的数、几年合计的数（2025年抽检4025批次；就业率达到60%以上（2025年为57.8%）；
    全县森林面积86.5万亩。2026年计划……；三年累计培训1.5万人；到2028年达到97%），
    列出的几处数量之和恰为某条指标的值（12家分馆和38个流通点、指标50个），指回前文的“两种疫苗单价分别……”，“其中”“包括”里的分项、指标表中已有其合计的分项，各分项都有指标的合计，每月、每人等频率，说明规模的界限（100平方米以上公厕6座里的100平方米），
    计费、补助的比例（按核减额的4%计取），核对得出的增幅，相乘相符的因数
    （156个村每月1场、全年1872场里的156个），已有指标的数又说一遍的（古籍修复300册……修复册数由250册增加到300册），
    不要求单设指标。
    没有写数而点明要提高、降低的比率（提高参保率），指标表中没有相关指标的，只作建议。
    指标值没有读到（版式错位）而可能就是它的，不下结论。

    一个分项与它前后 60 字以内的另一个数相加、恰为某条指标的值，才算“已有合计”；相加的数最多看前后 12 个，同类指标
    多于 12 条的不再相加。60 字、12 个是本工具自定的界限。

    ## 为什么
    目标里写了数、指标里没有，年终就没有人考核这个数；要么补一个指标，要么目标里不必写数。

    ## 依据
    绩效指标是绩效目标的细化和量化，应覆盖主要工作内容（财预〔2015〕88号、财预〔2021〕101号）。

    ## 错误示例
    ```yaml
    annual_goal: 年内印制宣传册7000份、制作展板【12块】，验收合格率达100%，居民满意度达90%以上。
    ```

    ```yaml
    annual_goal: 年内印制宣传册7000份，提高【居民医疗保险参保率】，验收合格率达100%，居民满意度达90%以上。
    ```

    ## 正确示例
    ```yaml
    annual_goal: 年内印制宣传册7000份，提高办事效率和服务事项的知晓率，验收合格率达100%，居民满意度达90%以上。
    ```
    ```yaml
    annual_goal: 辖区现有社区26个，年内印制宣传册7000份，验收合格率达100%，居民满意度达90%以上。
    ```
    名称不同，数与单位相同：
    ```yaml
    annual_goal: 年内印制宣传册7000份，使全区14个街镇都有资料可取，居民满意度达90%以上。
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 宣传册印制数量, target: "=7000(份)"}
      - {level1: 效益指标, level2: 社会效益指标, name: 投放范围, target: "=14(街镇)"}
      - {level1: 满意度指标, level2: 服务对象满意度指标, name: 居民满意度, target: "≥90(%)"}
    ```
    """
    yield from _rates(ledger)
    grown = {found.rate.start for found in growths(ledger.text("annual_goal"), ledger.mentions())}
    products = count_products(ledger.text("annual_goal"), ledger.mentions())
    multiplied = {factor.start for one in products for factor in one.times if one.agrees or one.sure}
    promises = [
        mention
        for mention, role in zip(ledger.alignment.mentions, ledger.alignment.roles, strict=True)
        if (role == "promise" or (role == "change" and mention.kind == "percent"))
        and mention.kind in _JUDGED
        and not manner_of_speaking(mention)
        and not rate_of_pay(ledger.text("annual_goal"), mention)
        and not of_a_class(ledger.text("annual_goal"), mention, ledger.alignment.mentions)
        and not adds_up(ledger.text("annual_goal"), mention)
        and not points_back(ledger.text("annual_goal"), mention)
        and mention.start not in grown | multiplied
        and mention.start not in ledger.other_times
    ]
    if not promises:
        yield NotApplicable()
        return
    if all(quantity is None for quantity in ledger.quantities):
        yield Lacking("指标值全部空白，无法与目标核对", "no indicator has a value to compare with", "indicators")
        return
    if ledger.alignment.cut:
        yield Lacking(*TOO_LONG, "annual_goal")
    lost = [position for position in range(len(ledger.filing.indicators)) if _lost(ledger, position)]
    otherwise = {mention.start for mention, _ in said_otherwise(ledger)}
    otherwise |= _totals_of_rows(ledger)
    said: set[tuple[str, str | None, str | None]] = set()
    for mention in promises:
        key = (mention.number, mention.unit, mention.entity)
        if key in said or mention.start in otherwise or _covered(ledger, mention) or _summed(ledger, mention, promises):
            continue
        said.add(key)
        place = Ref("annual_goal", (mention.start, mention.end))
        if (row := _lost_row(ledger, mention, lost)) is not None:
            yield Lacking(
                f"“{mention.text}”可能对应指标“{ledger.filing.indicators[row].name}”，该行的值没有读到",
                f"“{mention.text}” may belong to a row whose value was lost",
                f"indicators[{row}].target",
            )
            continue
        yield Hit(
            place,
            arguments={"promise": promised(ledger.text("annual_goal"), mention)},
            severity="info" if _weak(ledger, mention) or mention.start in _reckoned(ledger, products) else None,
            group=None,
            reconcile=False,
        )


def _totals_of_rows(ledger: Ledger) -> set[int]:
    """Where 共 6 个 closes a list of things that all have a row; whether it is their sum is ARI008's to say.

    And where the parts that come to a total all have one: 抽检1200批次，其中农产品700批次、餐饮500批次.
    """
    held = {check.claim.total.start for check in ledger.sum_checks() if check.verdict == "agrees" and check.parts[1:]}
    return {
        claim.total.start
        for claim in ledger.sums()
        if (of_all(claim) or claim.total.start in held) and all(_covered(ledger, one) for one in claim.parts)
    }


def _reckoned(ledger: Ledger, products: Sequence[CountProduct]) -> set[int]:
    """更新苑点48处（每处器材10件，共480件）: who looks after the 48 has the 480."""
    return {
        one.total.start
        for one in products
        if one.agrees and one.times and all(_covered(ledger, factor) for factor in one.times)
    }


def _weak(ledger: Ledger, mention: Mention) -> bool:
    goal = ledger.text("annual_goal")
    numbers = ledger.alignment.mentions
    if hardly_binds(goal, mention) or is_means(goal, mention):
        return True
    others = (measured_by(goal, mention, numbers), amount_there(goal, mention, numbers))
    return any(other is not None and _covered(ledger, other) for other in others)


def _rates(ledger: Ledger) -> Iterator[Hit]:
    """The rates the goal would move and no row is about, each once."""
    names = [row.name for row in ledger.filing.indicators]
    starts = [mention.start for mention in ledger.mentions() if mention.kind == "percent"]
    said: set[str] = set()
    text = ledger.text("annual_goal")
    for rate in named_rates(text):
        if rate.stem in said or has_row(rate, names) or numbered(rate, text, starts):
            continue
        said.add(rate.stem)
        promise = text[rate.start : rate.end]
        place = Ref("annual_goal", (rate.start, rate.end))
        yield Hit(place, arguments={"promise": promise}, variant="rate", severity="info", group=None, reconcile=False)


def _covered(ledger: Ledger, mention: Mention) -> bool:
    pair = ledger.alignment.of_mention(mention)
    if pair is not None and not _lost(ledger, pair.indicator):
        return True
    return (
        _same_number(ledger, mention)
        or said_again(ledger, mention)
        or of_families(ledger, mention)
        or in_its_words(ledger, mention)
        or any(
            quantity is not None
            and quantity.dimension.startswith("count")
            and counts_a_part(ledger.text("annual_goal"), mention, ledger.alignment.mentions, quantity)
            for quantity in ledger.quantities
        )
    )


def _summed(ledger: Ledger, mention: Mention, promises: Sequence[Mention]) -> bool:
    """Its sum has a row (青壮年 30 个班次、教师 10 个班次 beside 总班次 40), or it is the sum of such rows or parts.

    Or it says how many each month what the next number says of the year: 3至5场/月、全年50场.
    """
    goal, numbers = ledger.text("annual_goal"), ledger.alignment.mentions
    own = [part for part in parts_behind(goal, mention, numbers) if not others_pay(goal, part)]
    if own and all(_covered(ledger, part) for part in own):
        return True
    total = paced_by(goal, mention, numbers)
    if total is not None and _covered(ledger, total):
        return True
    if mention.interval is None or mention.kind == "percent" or mention.comparator not in ("=", ">="):
        return False
    mine = mention.interval
    beside = [one for one in promises if one.dimension == mention.dimension and one.start != mention.start]
    for other in beside[:_BESIDE]:
        if other.interval is not None and abs(other.start - mention.start) <= _NEAR:
            whole = other.interval + mine
            if any(
                relation(mention, ledger.filing.indicators[at], ledger.quantities[at]) is not None
                for at in ledger.rows_of(whole)
            ):
                return True
    rows = [one.interval for one in ledger.quantities if one is not None and one.dimension == mention.dimension]
    if not 2 <= len(rows) <= _BESIDE:
        return False
    total = rows[0]
    for row in rows[1:]:
        total += row
    return one_number(total, mine)


def _lost(ledger: Ledger, position: int) -> bool:
    row = ledger.filing.indicators[position]
    return (not row.certain and row.target is None) or is_unread(row)


def _same_number(ledger: Ledger, mention: Mention) -> bool:
    """A row that no other number of the goal claims promises just that many of the same unit."""
    for at in ledger.rows_of(mention.interval):
        related = relation(mention, ledger.filing.indicators[at], ledger.quantities[at])
        if mention.kind == "percent" and _other_rate(mention.entity or "", ledger.filing.indicators[at].name):
            continue
        if related in ("same", "near") and not any(pair.sure for pair in ledger.alignment.of_indicator(at)):
            return True
    return False


def _other_rate(said: str, name: str) -> bool:
    """Any rate may be 100%: 工程验收合格率 and 淤泥处置率 are two, which share neither what they measure nor a word."""
    mine, theirs = head(tokens(said)), head(tokens(name))
    return mine is not None and theirs is not None and mine != theirs and not bigrams(said) & bigrams(name)


def _lost_row(ledger: Ledger, mention: Mention, lost: Sequence[int]) -> int | None:
    """A row that lost its value to the layout and may be the one promised."""
    pair = ledger.alignment.of_mention(mention)
    if pair is not None:
        return pair.indicator
    for position in lost:
        taken = any(other.sure for other in ledger.alignment.of_indicator(position))
        if relation(mention, ledger.filing.indicators[position], None) is not None and not taken:
            return position
    return None
