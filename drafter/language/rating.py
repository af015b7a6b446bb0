"""A measure that says what a thing is like and no amount: 采购8吨洒水车2辆, 12米纯电客车5辆, 500毫升消毒液200瓶.

The thing has a number of its own behind it, and no noun stands before the measure: in 清运垃圾300吨压缩车5辆, written
without its comma, the tons are those of the refuse.
"""

from __future__ import annotations

from drafter.language.counting import lets_count
from drafter.language.data import words
from drafter.language.patterns import lazy

_HAN = r"[^\W\da-zA-Z_]"
_NOUN = rf"(?!车辆|出动|动用|投入|使用|租|购|采|配|用|需|调|运|新|共|及|和|与|由|安装|增){_HAN}{{1,7}}?"
# What amounts of any size are carried, lifted and kept by: 8吨洒水车2辆; 10吨大米400袋 are ten tons.
_MACHINE = lazy(
    rf"{_NOUN}[车机吊泵船艇炉箱柜罐器屏磅床灯](?:[0-9]|[一两三四五六七八九十]{{1,3}}[辆台艘架只套个部条盏])"
)
# Behind units of which nothing is bought by the sum: 500毫升消毒液200瓶, 300毫米污水管2公里.
_FINE = frozenset(words("fine-unit"))
_COUNTED = lazy(
    rf"{_NOUN}(?:[0-9][0-9,.]*[万余多]*|[一两三四五六七八九十百]{{1,5}})(?:[台套部辆架个块只副组条根盏支张把瓶袋盒桶卷片株具件吨米]|公里|千米|延米|平方米|立方米)"
)
_APART = frozenset("，。；;、：:（( \n和及与") | {""}


def is_rating(text: str, start: int, end: int, unit: str) -> bool:
    """Return True if the measure at ``start``..``end`` is one of a thing that is counted behind it."""
    if not "一" <= text[end : end + 1] <= "鿿":
        return False
    if text[max(0, start - 1) : start] not in _APART and not lets_count(text, start):
        return False
    return (_COUNTED if unit in _FINE else _MACHINE).match(text, end) is not None
