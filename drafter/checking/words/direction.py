"""Which direction of an indicator is good, where its name leaves no doubt. In doubt a name is neither."""

from __future__ import annotations

from drafter.checking.words.lexicon import any_of, words
from drafter.checking.words.names import bare, is_rate, is_satisfaction
from drafter.language.memory import NAMES, remembered
from drafter.language.patterns import lazy

_NAMES_HARM = lazy(any_of("harm"))
# 平均无故障时间 measures what is not there.
_HARM = lazy(rf"(?<![无零]){any_of('harm')}[^，。]{{0,6}}$", needs=words("harm"))
# 不合格率 is no 合格率.
_PLAIN = r"(?<![不未非失误])"
_GOOD_END = lazy(rf"{_PLAIN}{any_of('good-end')}(率|度|比例)$", needs=("率", "度", "比例"))
# The remedy follows its harm (投诉处置率) or governs it (减少投诉). In 调查数据差错率 the survey is no remedy.
_REMEDY = lazy(
    rf"{any_of('harm')}[^，。]{{0,12}}{any_of('remedy')}|{any_of('remedy-verb')}[^，。]{{0,8}}{any_of('harm')}",
    needs=words("harm"),
)
# 排查隐患数量, 挽回经济损失: more is better; a share (维修故障率) may be that of the work's own faults.
_ENDS = lazy(
    rf"{any_of('ends-harm')}(?:(?!工程|项目|人员|服务|业务|单位|工作|现场|救助|中心|站)[^，。]){{0,6}}?"
    rf"(?!{any_of('own-fault')}){any_of('harm')}(?![^，。]*(?:率|比例)$)",
    needs=words("ends-harm"),
)
_GOOD = lazy(
    rf"{_PLAIN}{any_of('good')}[^，。]{{0,3}}(率|度)$|{_PLAIN}{any_of('good-share')}[^，。]{{0,4}}(比例|占比|比重)$"
)
_LOAD = lazy(rf"{any_of('load')}[^，。]{{0,4}}(使用|利用|占用)率$", needs=("使用", "利用", "占用"))
_WAIT = lazy(
    rf"{any_of('wait')}[^，。]{{0,6}}(时间|时限|时长|周期|期限)$|(延迟|时延|耗时)$",
    needs=("时间", "时限", "时长", "周期", "期限", "延迟", "时延", "耗时"),
)
_LASTING = lazy(rf"{any_of('lasting')}[^，。]{{0,2}}(期|期限|年限|时间|寿命)$", needs=words("lasting"))


@remembered(NAMES)
def is_harmful(name: str) -> bool:
    """High values are bad: 投诉率, 故障率, 安全事故情况. What is done about a harm (投诉处置率) is not harmful."""
    text = bare(name)
    return bool(_HARM.search(text)) and not any(one.search(text) for one in (_REMEDY, _ENDS, _GOOD_END))


@remembered(NAMES)
def mentions_harm(name: str) -> bool:
    """Some harm is named, whatever is done about it; a zero may be the best value there."""
    return bool(_NAMES_HARM.search(name))


@remembered(NAMES)
def is_beneficial(name: str) -> bool:
    """High values are good beyond doubt: 满意度, 知晓率, 合格率, 处置率."""
    text = bare(name)
    if is_harmful(text) or _LOAD.search(text):
        return False
    remedied = is_rate(text) and _REMEDY.search(text)
    return bool(is_satisfaction(text) or _GOOD.search(text) or remedied)


@remembered(NAMES)
def is_wait(name: str) -> bool:
    """Short is good: 响应时间, 办理时限, 故障修复时长; not 保修期限, 培训时长 or 停水提前告知时间."""
    return bool(_WAIT.search(bare(name))) and "提前" not in name


def is_lasting(name: str) -> bool:
    """Long is good: 质保年限, 设计使用年限."""
    return bool(_LASTING.search(bare(name)))
