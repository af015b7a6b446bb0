"""Under which second level an indicator belongs, where its name leaves no doubt; most names leave it open."""

from __future__ import annotations

import re

from drafter.checking.levels import Kind, Kind2
from drafter.checking.words.direction import is_harmful, is_wait, mentions_harm
from drafter.checking.words.lexicon import any_of
from drafter.checking.words.names import bare, is_point_in_time, is_satisfaction, is_unit_price
from drafter.checking.words.policy import is_budget_execution
from drafter.language.memory import NAMES, remembered
from drafter.language.patterns import lazy

_ON_TIME = lazy(r"(及时|按时|按期|如期)[^，。]{0,6}(率|性)$|及时$")
_PUT_RIGHT = r"(整改|处置|处理|修复|办结|化解|回复|响应|销号|销项)率?$"
_APPROVED = lazy(r"(验收|质检|抽检|试压|检测|检验)[^，。]{0,4}(合格率|通过率)$", needs=("合格率", "通过率"))
_SOUND = lazy(r"(合格率|达标率|优良率|差错率|出错率|返工率)$")
_EXACT = lazy(r"(准确|正确|精准)(率|度|性)$", needs=("准确", "正确", "精准"))
_COUNTED = lazy(r"(数量|人数|人次|次数|件数|份数|册数|台数|套数|户数|场次|场数|期数|页数|面积|里程|长度)$")
_PRAISED = lazy(
    r"获[^，。]{0,8}奖|奖项|奖牌|[金银铜]牌|优质|优秀|优良|精品|示范|标杆|达标|合格|星级|[一二三]等奖"
    r"|(?:国家|省|市)级(?:以上)?(?:奖|荣誉|表彰)"
)
_JUDGED = lazy(r"验收|通过|标准|规范|认证|资质|等级|成功|有效|[率度性差错误漏]|[一二三四五甲]级")
_KNOWN = lazy(r"知晓(率|度|程度)$")
_TIMELY = lazy(r"时|期|限|速|快|周期")
# Activities whose count is no benefit: what was printed, bought and held is delivered, not achieved.
_DELIVERED = lazy(
    rf"{any_of('delivering')}[^，。]{{0,6}}(数量|次数|人数|份数|册数|面积|长度|里程|台数|套数|期数|部数|处数)$"
    r"|(?<!受益)(?<!惠及)(场次|场数|期数|班次|批次|册数|套数|台数)$"
)

_OUTPUT = frozenset({"quantity", "quality", "timeliness"})
_BENEFIT = frozenset({"economic", "social", "ecological", "sustainability"})
_ALL = _OUTPUT | _BENEFIT | {"cost", "satisfaction"}
# Older forms keep 成本 under 产出 and 满意度 under 效果 or 影响力.
_PARENTS = {
    **dict.fromkeys(_OUTPUT, frozenset({"output"})),
    **dict.fromkeys(_BENEFIT, frozenset({"benefit", "influence", "cost"})),
    "cost": frozenset({"cost", "output", "input"}),
    "satisfaction": frozenset({"satisfaction", "benefit", "influence"}),
}


def parted(level1: Kind, level2: Kind2) -> bool:
    """Whether a second level stands under a first level that has no such part: 数量指标 under 效益指标."""
    return level1 not in ("other", "input") and level2 in _PARENTS and level1 not in _PARENTS[level2]


@remembered(NAMES)
def misplaced(name: str, level2: Kind2, dimension: str) -> str | None:
    """The second level an indicator belongs under, in Chinese, if it does not belong where it stands.

    Args:
        name: The indicator's name.
        level2: What the second level it stands under means.
        dimension: The dimension of its number, "" where it has none.
    """
    text = bare(name)
    if level2 not in _ALL or is_budget_execution(text):
        return None
    for label, belongs, allowed in _CLASSES:
        if belongs(text, dimension):
            return None if level2 in allowed else label
    return None


@remembered(NAMES)
def may_be_amount(name: str) -> bool:
    """Whether a count of this may only be an amount: 维护路灯 1200盏; not what was accepted, praised, late or wrong."""
    text = bare(name)
    return not (_PRAISED.search(text) or _TIMELY.search(text) or mentions_harm(text) or _JUDGED.search(text))


def _satisfied(text: str, _: str) -> bool:
    return is_satisfaction(text)


def _priced(text: str, dimension: str) -> bool:
    return dimension.startswith("money") and (is_unit_price(text) or text.endswith(("总成本", "总费用", "总造价")))


def _dated(text: str, dimension: str) -> bool:
    return is_point_in_time(text) and not dimension.startswith("count")


def _on_time(text: str, _: str) -> bool:
    # How faults are put right in time (隐患按期整改率, 投诉及时处理率) is a quality as well.
    return bool(_ON_TIME.search(text)) and not re.search(_PUT_RIGHT, text)


def _awaited(text: str, dimension: str) -> bool:
    return is_wait(text) and dimension.startswith("duration")


def _approved(text: str, _: str) -> bool:
    return bool(_APPROVED.search(text)) and not _TIMELY.search(text)


def _sound(text: str, _: str) -> bool:
    # Emissions within the standard are how an ecological cost is kept down.
    harmless = re.search(r"环境|环保|扬尘|排放|噪|污|废|监测|水质|空气|油烟|碳", text) is not None
    return bool(_SOUND.search(text)) and not _TIMELY.search(text) and not harmless


def _exact(text: str, _: str) -> bool:
    return bool(_EXACT.search(text)) and not _TIMELY.search(text)


def _delivered(text: str, dimension: str) -> bool:
    return bool(_DELIVERED.search(text)) and _counts(text, dimension)


def _counted(text: str, dimension: str) -> bool:
    return bool(_COUNTED.search(text)) and _counts(text, dimension) and not _PRAISED.search(text)


def _counted_praise(text: str, dimension: str) -> bool:
    # How many works won a prize (获奖作品数量) or came to be models says how good they are.
    return bool(_COUNTED.search(text)) and _counts(text, dimension)


def _counted_harm(text: str, dimension: str) -> bool:
    # How many faults there were or will be treated (治理隐患点数量) may be an amount, a quality or a benefit; no time.
    return bool(_COUNTED.search(text)) and dimension.startswith("count") and not _TIMELY.search(text)


def _done(text: str, _: str) -> bool:
    """How much of the plan was done (宣传活动完成率) says nothing of how well."""
    return text.endswith("完成率") and not _TIMELY.search(text) and not mentions_harm(text) and "质量" not in text


def _known(text: str, _: str) -> bool:
    return bool(_KNOWN.search(text))


def _counts(text: str, dimension: str) -> bool:
    # 事故数 and 超时件数 say how well the work was done; a rental of 12 months counts as an amount.
    if mentions_harm(text) or is_harmful(text) or _TIMELY.search(text):
        return False
    return dimension.startswith("count") or dimension in ("length", "area", "mass", "volume")


_CLASSES = (
    ("满意度指标", _satisfied, frozenset({"satisfaction"})),
    ("成本指标", _priced, frozenset({"cost", "economic"})),
    ("时效指标", _dated, frozenset({"timeliness"})),
    ("时效指标", _on_time, frozenset({"timeliness", "social", "economic"})),
    ("时效指标", _awaited, frozenset({"timeliness", "social", "economic"})),
    ("质量指标", _approved, frozenset({"quality"})),
    ("质量指标", _sound, frozenset({"quality"}) | _BENEFIT),
    ("质量指标", _exact, frozenset({"quality", "social"})),
    ("数量指标", _delivered, frozenset({"quantity"})),
    ("数量指标", _counted, frozenset({"quantity"}) | _BENEFIT),
    ("数量指标", _counted_praise, frozenset({"quantity", "quality"}) | _BENEFIT),
    ("数量指标", _counted_harm, frozenset({"quantity", "quality"}) | _BENEFIT),
    ("数量指标", _done, frozenset(_ALL) - {"quality"}),
    ("社会效益指标", _known, frozenset({"social", "quality", "economic", "ecological"})),
)
