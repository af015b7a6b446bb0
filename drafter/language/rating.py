"""A measure that says what a machine can do and no amount: 采购8吨洒水车2辆, 12米纯电客车5辆.

The machine has a number of its own behind it, and no noun stands before the measure: in 清运垃圾300吨压缩车5辆, written
without its comma, the tons are those of the refuse.
"""

from __future__ import annotations

from drafter.language.counting import lets_count
from drafter.language.patterns import lazy

_HAN = r"[^\W\da-zA-Z_]"
_MACHINE = lazy(
    rf"(?!车辆|出动|动用|投入|使用|租|购|采|配|用|需|调|运|新|共|及|和|与|由|安装|增){_HAN}{{1,7}}?"
    r"[车机吊泵船艇炉箱柜罐器屏磅床灯](?:[0-9]|[一两三四五六七八九十]{1,3}[辆台艘架只套个部条盏])"
)
_APART = frozenset("，。；;、：:（( \n和及与") | {""}


def is_rating(text: str, start: int, end: int) -> bool:
    """Return True if the measure at ``start``..``end`` is one of a machine that is counted behind it."""
    if not "一" <= text[end : end + 1] <= "鿿":
        return False
    apart = text[max(0, start - 1) : start] in _APART or lets_count(text, start)
    return apart and _MACHINE.match(text, end) is not None
