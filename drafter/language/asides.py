"""What stands between a name and its number and is no part of the name: 接种率以乡为单位均达, 余款待验收后拨付."""

from __future__ import annotations

from drafter.language.patterns import lazy

_HAN = r"[^\W\da-zA-Z_]"
# 以乡为单位, 以月为周期.
_BY = lazy(rf"以{_HAN}{{1,4}}为(?:单位|周期|基数|基准|口径|标准)", needs="以")
# 余款待验收后拨付, 首期款在签约后, 交货期为合同签订后.
_ONCE = lazy(
    rf"(?<=..)(?:[应须需可]?[待在于自]|为)(?![线岗编册校读建站]){_HAN}{{2,8}}(?<!博士)后(?:{_HAN}{{2}})?$", needs="后"
)
# 公开时限自批复之日起20日.
_SINCE = lazy(rf"(?<=..)[自从]{_HAN}{{1,10}}起$", needs="起")
# 第二年每月1500元: the place in a row.
_PLACE = lazy(r"[按在于自]?第[0-9一二三四五六七八九十]{1,3}[年月周天期批轮季](?:度)?(?=每|$)", needs="第")
# 供水保证率由现状的75%提高: where it stood.
_FROM = lazy(rf"[由从]{_HAN}{{2,5}}的$", needs="由从")
# 形象进度年底达到85%
_BY_THEN = lazy(r"(?:(?<=..)[年月季][底末初]|[年月季][底末]之?前)$", needs="底末初")
# 费用每座4万元, 租金每月每平方米18元, 学费按每学期每人120元.
_BASE = lazy(rf"(?<=..)按?(?:每(?:个{_HAN}{{1,3}}|平方米|立方米|平方公里|工作日|{_HAN}{{1,2}}))+$", needs="每")
# 每张20元, 每矿2.5万元: what the amount is for each of.
_EACH = lazy(rf"每{_HAN}{{1,2}}$", needs="每")
# 与2026年预算相比减少: what is compared with; before a year the words behind it begin the run.
_WITH = lazy(rf"(?:^|[与和同])(?:(?![与和同]){_HAN})*相比(?:{_HAN}{{2}})?$", needs=("相比",))
# 已到位96辆, 先后开设: when it was so.
_ALREADY = lazy(
    r"^(?:已经?|还(?![款贷田迁建湖林草本原])|仍|先后|陆续|相继)+(?=..)",
    needs=("已", "还", "仍", "先后", "陆续", "相继"),
)
# 截至上月库存块石
_AS_OF = lazy(
    r"^截[至止]到?(?:[目当]前|[上本今去前]个?(?:年度?|月份?|季度?|学?期|周)[末底初]?|[年月季期][末底])(?=..)",
    needs="截",
)
_STATES = ("在岗", "在编", "在册", "在训", "在读")
"""Verbs before a number of people, no name of those counted."""
# 资金按照应补尽补的原则安排: by what rule.
_RULE = lazy(r"按照?[^\W\da-zA-Z_]{2,14}的(?:原则|要求|思路|规定|办法|口径)", needs="按")
# Every aside holds one of these, most names hold none.
_MARKS = frozenset("每以按后起第底末初由从截在相已还仍陆")


def without_asides(run: str, rate: bool) -> str:
    """Return a run of words before a number without what says when, by what and for each of what it is so.

    Args:
        run: the words before the number, comparator taken off.
        rate: whether the number is a rate.
    """
    if _MARKS.isdisjoint(run):
        return run
    if rate:
        run = _FROM.sub("", run)
    for aside in (_WITH, _RULE, _ALREADY, _BASE, _BY, _ONCE, _SINCE, _PLACE, _BY_THEN):
        run = aside.sub("", run)
    # 截至上年末，累计发放4300份; 截至目前库存块石 names the stones.
    run = _AS_OF.sub("", run, 1)
    return "" if run.startswith(("截至", "截止")) or _EACH.fullmatch(run) or run in _STATES else run
