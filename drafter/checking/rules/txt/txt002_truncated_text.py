"""TXT002: a text is cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checking import Emission, Hit, Ledger, Ref, rule
from drafter.checking.words.brackets import unpaired
from drafter.checking.words.endings import body, breaks_off, ends_in_quantity, is_final, name_breaks_off
from drafter.checking.words.fields import RUNNING
from drafter.language.patterns import lazy

_SHORT = 15
"""Goals shorter than this are not looked for in each other."""
_BEGUN = 4
"""Characters of a name that its beginning is no chance."""
# 设备购置数量 is 设备购置 with what is measured of it.
_MEASURED = lazy(
    r"(?:总?数量?|总量|[人户件次场个][次数]|人次数|面积|长度|里程|金额|[^\W\da-zA-Z_]{2}率|[率度]|时间|时限|时长|情况)$"
)
_LAST = 8
"""So many last characters, found elsewhere with more behind them, show that a text was cut."""
# 满意度不低于。: no sentence says how much and stops before it does.
_BOUND = lazy(r"(?:不低于|不少于|不高于|不超过|不大于|不小于|≥|≤|控制在|保持在)(?=\s*[。；;，,])")
_NEAR_END = 40
_CELL = 60
"""A paragraph of the description this long may have filled its cell; shorter ones are notes without full stops."""
_LONGEST = 10000
"""Names are looked for in so much of a goal; the longest of the 39 has 330 characters."""
_FULLER = lazy(r"(?:率|数量|数|量|度|金额|性|情况)")
_WHOLE_NAMES = ("率", "数", "量", "度", "性", "次", "额", "况", "费", "间", "限")
_NAMES = {"annual_goal": ("年度目标", "the annual goal"), "overall_goal": ("项目总目标", "the overall goal")}


@rule(
    "TXT002",
    "truncated-text",
    title_en="A text is cut off",
    severity="warning",
    status="stable",
    message=(
        "{field}到“{tail}”为止，语句没有说完，可能被截断；请对照原文补全",
        "{field_en} ends with “{tail}” in the middle of a sentence; it may be cut off",
    ),
    variants={
        "longer": (
            "{field}到“{tail}”为止，而{other}里同一句话是“{fuller}”；可能被截断，请补全",
            "{field_en} stops at “{tail}”, where {other_en} goes on with “{fuller}”; it may be cut off",
        ),
        "value": (
            "{field}写到“{tail}”就断了，后面没有数；请补上要达到的数",
            "{field_en} says “{tail}” and no number follows; say how much",
        ),
        "stop": (
            "{field}的结尾“{tail}”没有句号，请核对是否完整",
            "{field_en} ends with “{tail}” without a full stop; check that it is complete",
        ),
        "clipped": (
            "名称“{tail}”可能被截断：目标里写的是“{fuller}”",
            "the name “{tail}” may be clipped: the goal says “{fuller}”",
        ),
        "narrative": (
            "项目说明里“{tail}”{more}没有写完，可能按格子宽度被截断，请对照原表核实",
            "“{tail}”{more_en} in the project's description may be cut off at the width of its cell; see the original",
        ),
        "field": (
            "“{tail}”{more}没有写完，可能按格子宽度被截断",
            "“{tail}”{more_en} may be cut off at the width of its cell",
        ),
    },
)
def truncated_text(ledger: Ledger) -> Iterator[Emission]:
    """文本截断

    ## 检查什么
    目标文本停在逗号、顿号、“和”“对”“达到”这样的词、没有单位的数字、只有一两个字的分句、没有闭合的括号处，或另
    一目标里同一句话还有下文的，作警告；写了“不低于”“不超过”而后面没有数的也是。前文用了句号而结尾没有的，也作警告（以数量结束的只建议
    核对）；通篇没有句号而分句较多、又不是以数量结束的，只建议核对。指标名称、指标值、明细项目停在连词或括号处的合并
    提示，项目说明里 60 字以上而没有写完的段落合并提示一次（60 字是本工具自定的界限）；
    目标的最后几个字正是某条有数值的指标名称或它的开头、目标里没有它的数的（“…，设备故障修”），作警告；
    名称比目标里同一说法少了“率”“数”的，只作建议。

    以下长度是本工具自定的：没有闭合的括号只看结尾 40 字以内；不足 15 字的目标不到另一目标里去找；结尾 8 个字在另一目标
    里原样出现、后面还有字的，才算“同一句话”；在目标里找指标名称，只看前 10000 字。

    ## 为什么
    系统按格子宽度截字、复制时漏选，都会丢掉后半句，丢掉的往往正是数量和期限。

    ## 依据
    内容完整、明确（财预〔2015〕88号 审核要点“完整性”）。

    ## 错误示例
    ```yaml
    annual_goal: 为方便居民了解服务事项，年内印制宣传册7000份，验收合格率达100%，居民满意度【达】
    ```
    ```yaml
    annual_goal: 为方便居民了解服务事项，年内印制宣传册7000份，验收合格率达【100】
    ```
    ```yaml
    annual_goal: 年内印制宣传册7000份，居民满意度【不低于】。
    ```
    ```yaml
    annual_goal: 面向居民开展宣传。年内印制宣传册7000份。验收合格后向各居民区【发】
    ```
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 【宣传册、海报及】, target: "=7000(份)"}
    ```
    ```yaml
    narrative: >-
      各街镇受理窗口配备自助查询设备并定期更新。设备由各街镇保管，
      日常维护由中心统一委托，维护人员应当在接到报修后及时到达现场，并做【好】
    ```
    ```yaml
    overall_goal: 完善便民服务事项宣传网络，方便居民了解。
    annual_goal: 年内印制宣传册7000份，完善便民服务事项宣【传】
    ```

    ## 正确示例
    ```yaml
    annual_goal: 足额缴纳残疾人就业保障金
    ```
    ```yaml
    annual_goal: 1.面向居民开展宣传；2.印制宣传册7000份；3.居民满意度达90%以上；
    ```
    ```yaml
    annual_goal: 严格规范服务行为，使居民办事更加便利，居民满意度达90%以上（以问卷调查为准）
    ```
    """
    same = body(ledger.text("annual_goal")) == body(ledger.text("overall_goal"))
    # A goal copied into both cells is cut once, and two goals without full stops are one habit.
    hits = [_goal(ledger, path, text) for path in _NAMES if (text := body(ledger.text(path)))][: 1 if same else 2]
    unstopped = [hit for hit in hits if hit is not None and hit.variant == "stop"]
    for hit in hits:
        if hit is not None and hit not in unstopped[1:]:
            yield hit._replace(related=tuple(other.primary for other in unstopped[1:])) if hit in unstopped else hit
    yield from _clipped_names(ledger)
    yield from _clipped_narrative(ledger)
    clipped = list(_clipped_fields(ledger))
    if clipped:
        refs = [ref for ref, _ in clipped]
        several = len(clipped) > 1
        arguments = {
            "tail": clipped[0][1],
            "more": f"等 {len(clipped)} 处名称或取值" if several else "",
            "more_en": f" ({len(clipped)} places in all)" if several else "",
        }
        yield Hit(refs[0], tuple(refs[1:]), arguments=arguments, variant="field", severity="info", group=None)


def _goal(ledger: Ledger, path: str, text: str) -> Hit | None:
    zh, en = _NAMES[path]
    end = len(text)
    arguments = {"field": zh, "field_en": en, "tail": _tail(text)}
    loose = unpaired(text)
    start = breaks_off(text)
    if start is None and loose is not None and loose.opens and end - loose.position < _NEAR_END and not is_final(text):
        start = end - 1
    if start is not None:
        return Hit(Ref(path, (start, end)), arguments=arguments, group=None)
    if (bound := _BOUND.search(text)) is not None:
        bare = {**arguments, "tail": text[max(0, bound.start() - _LAST) : bound.end()]}
        return Hit(Ref(path, bound.span()), arguments=bare, variant="value", group=None)
    if is_final(text):
        return None
    last = Ref(path, (end - 1, end))
    elsewhere = _elsewhere(ledger, path, text)
    if elsewhere is not None:
        other, fuller = elsewhere
        words = {"other": _NAMES[other][0], "other_en": _NAMES[other][1], "fuller": fuller}
        return Hit(last, (Ref(other),), arguments={**arguments, **words}, variant="longer", group=None)
    if path == "annual_goal" and (row := _begun_row(ledger, text)) is not None:
        return Hit(last, (Ref(f"indicators[{row}].name"),), arguments=arguments, group=None)
    stopped, said = re.search(r"。.", text), ends_in_quantity(text)
    if stopped and not said:
        return Hit(last, arguments=arguments, group=None)
    if said and not stopped:
        # …，设施完好率达98%以上, without a full stop anywhere: what is to be reached has been said.
        return None
    if re.search(r"[，；。、]|\d", text):
        return Hit(last, arguments=arguments, variant="stop", severity="info", group=None)
    return None


def _elsewhere(ledger: Ledger, path: str, text: str) -> tuple[str, str] | None:
    """The other goal, and its words, where it says the last words of this one and goes on within the sentence."""
    other = "overall_goal" if path == "annual_goal" else "annual_goal"
    theirs = ledger.text(other)
    if len(text) < _SHORT:
        return None
    at = theirs.find(text[-_LAST:])
    following = theirs[at + _LAST : at + _LAST + 6] if at >= 0 else ""
    if not re.match(r"[^\W\da-zA-Z_]", following):
        return None
    return other, text[-_LAST:] + re.split(r"[，。；、：]", following)[0]


def _begun_row(ledger: Ledger, text: str) -> int | None:
    """The row with a number whose name the last words begin or are, and say no number of: …，设备故障修.

    …，购置设备 beside 购置设备数量 says all there is to be done: only the word for what is measured is not there.
    """
    words = re.split(r"[，,。；;、：:\s]", text)[-1]
    if len(words) < _BEGUN or len(text) < _SHORT:
        return None
    for at, (row, quantity) in enumerate(zip(ledger.filing.indicators, ledger.quantities, strict=True)):
        if quantity is None or not row.name.startswith(words) or row.name in text[: -len(words)]:
            continue
        if _MEASURED.search(words) or len(words) < len(_MEASURED.sub("", row.name)):
            return at
    return None


def _clipped_names(ledger: Ledger) -> Iterator[Hit]:
    """Indicator names that the goal shows to be longer: 有效投诉 where it says 有效投诉率小于0.05%."""
    goals = ledger.text("annual_goal")[:_LONGEST] + "\n" + ledger.text("overall_goal")[:_LONGEST]
    for position, row in enumerate(ledger.filing.indicators):
        name = row.name.strip()
        if len(name) < 4 or name.endswith(_WHOLE_NAMES) or name not in goals:
            continue
        found = re.search(re.escape(name) + _FULLER.pattern, goals)
        if found is not None:
            arguments = {"tail": name, "fuller": found[0]}
            yield Hit(Ref(f"indicators[{position}].name"), arguments=arguments, variant="clipped", severity="info")


def _clipped_fields(ledger: Ledger) -> Iterator[tuple[Ref, str]]:
    """Names, values and lines that stop at a conjunction or inside a bracket."""
    for text in ledger.written:
        if text.path in RUNNING:
            continue
        said = body(text.text)
        loose = unpaired(said)
        if name_breaks_off(said.strip()) or (loose is not None and loose.opens):
            yield Ref(text.path), said


def _clipped_narrative(ledger: Ledger) -> Iterator[Hit]:
    """Paragraphs of the description that stop inside a sentence, as one note."""
    found: list[tuple[Ref, str]] = []
    at = 0
    for line in ledger.text("narrative").split("\n"):
        text = body(line)
        end = at + len(text)
        at += len(line) + 1
        if len(text) < _CELL or is_final(text) or ends_in_quantity(text):
            continue
        loose = unpaired(text)
        inside = loose is not None and loose.opens and len(text) - loose.position < _NEAR_END
        if inside or breaks_off(text) is not None or re.search(r"[。；].", text):
            found.append((Ref("narrative", (end - 1, end)), text))
    if found:
        arguments = {
            "tail": _tail(found[0][1]),
            "more": f"等 {len(found)} 处" if len(found) > 1 else "",
            "more_en": f" ({len(found)} places in all)" if len(found) > 1 else "",
        }
        refs = [ref for ref, _ in found]
        yield Hit(refs[0], tuple(refs[1:]), arguments=arguments, variant="narrative", severity="info", group=None)


def _tail(text: str) -> str:
    return text if len(text) <= 12 else "…" + text[-12:]
