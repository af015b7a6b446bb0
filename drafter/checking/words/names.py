"""What the name of an indicator promises: a percentage, a count, a price, a time, satisfaction."""

from __future__ import annotations

import re

from drafter.language import lookup
from drafter.language.memory import NAMES, remembered
from drafter.language.patterns import lazy

_TAIL = lazy(r"[（(][^（）()]*[）)]$")
# 效率, 频率 and 功率 end in 率 and are no percentages (有效率 and 成功率 are); nor are rates that physics and trade
# measure otherwise.
_RATE = lazy(
    r"(?<!(?<!有)效)(?<!(?<!成)功)(?<![频汇心码帧速斜流曲密])(?<!容积)(?<!分辨)(?<!剂量)(?<!采样)(?<!刷新)(?<!周转)(?<!换手)率$"
    r"|(比例|占比|比重|百分比)$"
)
_UNIT_IN_NAME = lazy(r"[（(]\s*(?:单位[:：]\s*)?([^（）()]{1,8})\s*[)）]$")
_SATISFACTION = lazy(r"满意(度|率|程度|情况|指数|水平|评价)?$", needs=("满意",))
_UNIT_PRICE = lazy(
    r"(单价|单位成本|单位造价|单价标准|单价成本|平均成本|平均单价|单价价格)$"
    r"|^(人均|户均|亩均|生均|床均|每)[^，。]*(成本|费用|支出|补贴|补助|造价)$"
)
_POINT_IN_TIME = lazy(
    r"(完成|竣工|完工|交付|交货|到货|上线|开工|启动|验收|移交|发放|提交|报送|上报|投用|投入使用|开通|结题|结项|安装|供货|开班|开课|结业|进场|建成|通车|通水|通电|挂牌|签订|签约|印发|发布|公示|归档|到账|拨付|播出|出版)"
    r"[^，。]{0,4}(时间|日期|时点|节点)$",
    needs=("时间", "日期", "时点", "节点"),
)
# 技术参数 and 大多数 end in 数 and promise none.
_COUNTED = lazy(r"((?<![参多少变招])数|数量|总量|人次|场次|班次|频次|面积|里程|长度|金额|单价)$")


@remembered(NAMES)
def bare(name: str) -> str:
    """The name without spaces and without a bracket at its end: 资金到位率（%） → 资金到位率."""
    text = re.sub(r"\s", "", name)
    return _TAIL.sub("", text) or text


@remembered(NAMES)
def is_rate(name: str) -> bool:
    """The name promises a percentage: …率, …比例, …占比."""
    return bool(_RATE.search(bare(name)))


def promises_number(name: str) -> bool:
    """The name promises a percentage or a count: 合格率, 培训人数, 养护面积."""
    return is_rate(name) or bool(_COUNTED.search(bare(name)))


def unit_in_name(name: str) -> str | None:
    """The unit that a name carries in brackets at its end: 资金到位率（%）. A word there (保安) is no unit."""
    found = _UNIT_IN_NAME.search(name.strip())
    return found[1] if found and lookup(found[1].strip()) is not None else None


def is_satisfaction(name: str) -> bool:
    """The name measures satisfaction: 居民满意度, 服务满意率; not 满意度调查次数."""
    return bool(_SATISFACTION.search(bare(name)))


def is_unit_price(name: str) -> bool:
    """The name is the price of one: 印制单价, 单位成本, 人均培训费用."""
    return bool(_UNIT_PRICE.search(bare(name)))


def is_point_in_time(name: str) -> bool:
    """The name is the day by which something is done: 竣工时间, 平台上线时间; not 响应时间."""
    return bool(_POINT_IN_TIME.search(bare(name)))
