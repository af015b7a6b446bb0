"""Prices, counts and years as one jots them, written out: 三千二一台, 2块5, 30个*1200, 轮椅60 每辆850, 2027购书.

A clerk's message leaves out what its reader adds without thinking: 元, the unit of a count, 年. Here it is put in
where nothing else can be meant; what stays open is asked about by those who read on.
"""

from __future__ import annotations

import re

from drafter.drafting.free_distributed import distributed
from drafter.drafting.free_hurried import parted_statements
from drafter.drafting.free_shorthand import in_full
from drafter.drafting.free_spoken_prices import each_thing_first, prices_written_out
from drafter.language.patterns import lazy
from drafter.language.units import longest_prefix, lookup

_SPELT = "零一二两三四五六七八九十百千万"
_END = r"(?=$|[\s，,。；;、（）()])"
_HAN = r"[^\W\da-zA-Z_]"
# 嘛 and 那个 say nothing; 一盏算下来560 is 一盏560.
_NOISE = lazy(
    rf"(?<={_HAN})(?<![嘛呗哈呀啦哦])[嘛呗哈呀啦哦]++(?=[，,。！!？?；;\s]|$)|(?:^|(?<=[，,。；;\s]))(?:就是说?|那个|其实|然后呢)(?={_HAN}{{2}})"
    rf"|[那这]个(?!月|季|学期|周|星期)|(?:折算|平均|{_HAN})下来(?=[大约差要是]{{0,4}}[\d一二两三四五六七八九十])",
    re.MULTILINE,
)
_BARE_YEAR = lazy(
    r"(?<![\d.\-/／:：*×xX#A-Za-z])(?P<year>20[2-4]\d)(?![\d.%％~～/／*×A-Za-z\-—至到年财学]|[:：](?!\s*[^\W\da-zA-Z_]))"
)
# 今年是2026，报2027的: one says when it is written, the other what is asked for.
_WRITTEN_IN = lazy(r"(?:今年|现在|目前)是20\d\d年?[，,。；;\s]*(?=[^\n]*20\d\d)")
_FILED_FOR = lazy(rf"(?:我们?|这是)?(?:填?报|申报|做)(?P<year>20[2-4]\d)年?度?(?:的|预算){_END}")
_NO_YEAR_BEFORE = lazy(
    r"(?:价|费|款|金|资|预算|投入|共|计|约|每\S?|[一1]\S|达|为|[数度率量]|过|于|花|要|补|[>≥<≤=]|第|编号|型号)\s*$"
)
_NUMBER = r"\d{1,9}(?:\.\d{1,4})?"
_MONEY = rf"(?P<price>{_NUMBER})(?P<factor>万|千|百)?(?P<yuan>元|块)?"
_TIMES = r"\s*[*×✕╳xX]\s*"
_PERIOD = rf"(?:{_TIMES}(?P<times>\d{{1,3}})\s*个?(?P<period>月|天|日))?"
_RESULT = r"(?:\s*[=＝]\s*(?P<sum>\d[\d.]*(?:万|千)?(?:元|块)?))?"
_COUNT = rf"(?P<count>{_NUMBER}[百千万]?)\s*(?P<unit>{_HAN}{{1,3}}?)"
# 30个*1200, 6人×4000元×12个月=28.8万元, 1200元×30个. 1.2米×2.4米 and 1920*1080像素 are sizes, 3期*50人 counts twice,
# 7*24小时 says when: of two numbers one must be money, or stand alone behind a count.
_OPEN = r"(?=$|[\s，,。；;、（）()=＝*×✕╳xX/／])"
_PRODUCT = lazy(
    rf"(?<![\d.]){_COUNT}{_TIMES}{_MONEY}(?:(?<=[元块])|{_OPEN})(?:[/／]{_HAN}{{1,3}})*{_PERIOD}{_RESULT}(?![\d.a-zA-Z]|\s*(?:米|厘米|毫米|公分|寸|cm|mm|m|个?[月天日年]))"
)
_TURNED = lazy(
    rf"(?<![\d.]){_MONEY}(?:[/／]{_HAN}{{1,3}})*{_TIMES}(?P<count>{_NUMBER})\s*(?P<unit>{_HAN}{{1,3}}?)(?={_TIMES}|\s*[=＝]|[\s，,。；;、（）()]|$){_PERIOD}{_RESULT}"
)
# 轮椅60 每辆850: the price tells the unit.
_UNITLESS = lazy(
    rf"(?P<noun>{_HAN}{{2,10}})(?P<count>\d{{1,6}})[\s，,]+(?=[每一1](?P<unit>{_HAN}{{1,3}}?)(?:大?约|要|是)?\d)"
)
_NO_THING = lazy(r"(?:价|费|款|金|预算|经费|资金|共|计|约|投资|总[额价]|标准|工资|补[贴助]|花|[率度])$")
# 3200元一台买10台: two statements without a sign between them.
_RUN_ON = lazy(
    rf"(?P<price>\d[\d.]{{0,14}}(?:万|千|百)?(?:元|块)?[一每/／](?P<unit>{_HAN}))(?!性|期|年|月)(?=(?:买|购买|购置|采购|购|订|要|换|装|做)(?:\d|[{_SPELT}])|{_HAN}{{2,8}}\d)"
)
_CLASSES = lazy(rf"(?<![\d{_SPELT}])(?P<count>\d++|[{_SPELT}]++)个班(?![组级车主次子])")


# 叁拾陆万元整: the characters of a cheque.
_CHEQUE = str.maketrans("壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬", "一二二三三四五六六七八九十百千万")
_CHEQUE_RUN = lazy(
    r"(?<![壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬零万亿])[壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬零万亿]{2,}+(?=[元圆])"
)
# 叁拾陆万元整, but not 老旧小区单元整治.
_EXACTLY = lazy(rf"(?<=[元圆])整{_END}")
# A title before a colon (2027年住户调查：调查户400户); 2027年绩效目标：采购… has a label there.
_TITLED = lazy(
    rf"(20\d\d年度?{_HAN}{{3,16}}"
    r"(?<!目标|内容|预算|资金|金额|经费|投资|总额|来源|时间|要求|任务|说明|情况|指标|名称|依据|安排))[：:](?=\S)"
)

# 每公里分别7000、3500、1000元: the unit behind the last one is that of all; 分别5万和2万元 lack only 元.
_IN_TURN = lazy(
    rf"(?<=分别)(?P<said>[^\W\d]{{0,2}})(?P<most>(?:{_NUMBER}[万千]?(?:、|和)){{1,9}})(?={_NUMBER}(?P<unit>万元|千元|元|万))"
)


def written_out(text: str) -> str:
    """A text with the units, signs and characters a hurried writer left out."""
    text = _CHEQUE_RUN.sub(lambda match: match[0].translate(_CHEQUE), _NOISE.sub("", text))
    text = in_full(text)
    text = _EXACTLY.sub("", text).replace("≧", "≥").replace("≦", "≤")
    # A full stop of the other keyboard: 合计3.5万元.纳税人知晓率.
    text = re.sub(rf"(?<=[^\W\da-zA-Z_%％）)])\.(?={_HAN})", "。", text)
    text = _TITLED.sub(r"\1，", text)
    text = _FILED_FOR.sub(r"\g<year>年", _WRITTEN_IN.sub("", text))
    if re.search(_HAN, text) and not re.search(r"20\d\d\s*(?:年|财年|学年)", text):
        text = _BARE_YEAR.sub(lambda match: _year(match, text), text, count=1)
    text = _TITLED.sub(r"\1，", text)
    text = each_thing_first(prices_written_out(parted_statements(distributed(text))))
    for pattern in (_TURNED, _PRODUCT):
        text = pattern.sub(_product, text)
    text = _UNITLESS.sub(_unitless, text)
    text = _IN_TURN.sub(_in_turn, text)
    # 讲解员3人年薪7.2万: no 人年.
    text = re.sub(r"(?<=\d[人名位])(?=[年月日]薪)", "，", text)
    text = _RUN_ON.sub(lambda match: f"{match['price']}，" if lookup(match["unit"]) else match[0], text)
    return _CLASSES.sub(r"\g<count>班", text)


def _year(match: re.Match[str], text: str) -> str:
    after = text[match.end() :].lstrip()
    # 区卫健委 2027 家庭医生签约: behind a blank stands no unit, but words.
    apart = text[match.end() :][:1].isspace() and re.match(rf"{_HAN}{{4}}", after)
    unit = longest_prefix(after) and not apart
    if _NO_YEAR_BEFORE.search(text[: match.start()]) or unit or re.match(r"[万千百余多]", after):
        return match[0]
    return f"{match['year']}年"


def _product(match: re.Match[str]) -> str:
    unit = lookup(match["unit"])
    if unit is None or unit.kind not in ("count", "measure", "duration") or match["unit"].endswith(("米", "月", "天")):
        return match[0]
    if unit.kind != "count" and match["yuan"] != "元" and not match["factor"]:
        # 55寸*2块 are two screens.
        return match[0]
    if match.re is _TURNED and not (match["yuan"] or match["factor"] or match["sum"]):
        # 7*24小时, 20*50只: nothing says that the first one is a price.
        return match[0]
    money = f"{match['price']}{match['factor'] or ''}元"
    each = f"每{match['unit']}"
    if match["period"]:
        period = "月" if match["period"] == "月" else "天"
        said = f"{each}每{period}{money}，共{match['times']}{'个月' if period == '月' else '天'}"
    else:
        said = f"{each}{money}"
    result = f"，共{match['sum']}" if match["sum"] else ""
    return f"{match['count']}{match['unit']}，{said}{result}"


def _in_turn(match: re.Match[str]) -> str:
    most = re.sub(r"(?<=[万千])(?=[、和])", "元", match["most"])
    return match["said"] + re.sub(r"(?<=\d)(?=[、和])", match["unit"], most)


def _unitless(match: re.Match[str]) -> str:
    if _NO_THING.search(match["noun"]) or lookup(match["unit"]) is None:
        return match[0]
    return f"{match['noun']}{match['count']}{match['unit']}，"
