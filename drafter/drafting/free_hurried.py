"""Statements a hurried writer glues together, parted: 每所2台一台1.15万, 人数200, 25元每个每月一年19.2万, 年度2027.

Every rewriting stands on grammar and on the text itself: a price of one goes with a count in the same classifier, a
grade with a price is one that was counted, a price in a bracket is of what stands before the bracket.
"""

from __future__ import annotations

import re

from drafter.drafting.free_verbs import VERB
from drafter.language.numerals import chinese_value
from drafter.language.patterns import lazy
from drafter.language.units import longest_prefix

_HAN = r"[^\W\da-zA-Z_]"
_SPELT = "零一二两三四五六七八九十百千万"
_BEGIN = r"(?:^|(?<=[\n，,。；;\s]))"
_END = r"(?=$|[\s，,。；;、（）()])"
_REACH = 300
"""Characters around a bracket that may count what it prices; a hostile line has thousands of brackets."""
_NUMBER = r"\d{1,9}(?:\.\d{1,4})?[百千万]?"
_MONEY = rf"{_NUMBER}(?:元|块钱?)?"
_LONG = r"(?:租|干|管|用|按|计|发)\d{1,3}(?:个月|天)"
_FOR_LONG = lazy(rf"(?<=[\d万千元])(?={_LONG})")
# 每所2台一台1.15万: the price of one behind a count of them.
_COUNT_AND_PRICE = lazy(
    rf"(?P<count>[\d{_SPELT}])(?P<unit>{_HAN}{{1,2}}?)[一1](?P=unit)(?P<period>[一每]个?月|[一每]天)?(?=(?:{_MONEY}|[{_SPELT}]{{2,6}})(?:{_LONG})?{_END})"
)
# 一级一株8000二级3000.
_GRADES = lazy(
    rf"(?P<first>(?:(?![一每]){_HAN}|[一二三四五](?=[级等类档])){{1,6}}?)[一每](?P<unit>{_HAN}{{1,2}}?)(?P<price>{_MONEY})"
    rf"(?P<rest>(?:[、,，]?{_HAN}{{1,6}}?{_MONEY}){{1,6}}){_END}"
)
_GRADE = lazy(rf"[、,，]?(?P<name>{_HAN}{{1,6}}?)(?P<price>{_MONEY})(?!\d)")
_YEAR_LABEL = lazy(rf"{_BEGIN}(?:预算|实施|申报|项目)?年(?:度|份)[ \t]*(?P<year>20\d\d)年?(?![\d./-])", re.MULTILINE)
# 人数200: the word says the unit.
_HEADS = lazy(rf"{_BEGIN}(?P<unit>[人户场])数[ \t]*(?:为|是)?(?P<count>\d{{1,7}}){_END}")
# 25元每个每月一年19.2万, 每个每月25元，一年19.2万: what a year comes to is no price of its own.
_YEARLY = lazy(
    rf"(?P<price>(?:元|块)[每一]个?{_HAN}{{1,2}}?[每一]个?月|每{_HAN}{{1,2}}?每月{_MONEY})[，,]?[ \t]*"
    rf"(?:一年|每年)(?:下来|合计|共|合|要|就是|是)*(?=[\d{_SPELT}])"
)
_REST = lazy(r"(?<=[\d百千万亿元])(?=(?:其余|剩余|剩下|余下|不足部分|差额)(?!额))")
_PER_HEAD = lazy(r"(?<=\d[人名位户])(?=[人户]均\d)")
# 培训3期150人人均1200: paid by the head; how many sessions is what is done.
_SESSIONS = lazy(
    rf"(?P<thing>{_HAN}{{2,12}})(?P<sessions>\d{{1,4}}[期场班届次])[，,]?(?P<heads>\d{{1,7}}[人名])[，,]?(?P<price>(?:人均|每[人名]){_MONEY}){_END}"
)
# 招聘会2027年开8场每场1.8万: the name, then how often it is held.
_HELD = lazy(rf"(?<={_HAN}{{2}})(?=20\d\d年?(?:计划|拟|要|想)?(?:开|办|搞|做|举办|开展|组织)\d+[场期次届班])")
# 公益性岗位明年安置困难人员60人: the name, then what is done next year.
_NEXT_YEAR = lazy(
    rf"{_BEGIN}(?P<head>(?![我咱本你要想拟给为]){_HAN}{{4,14}}?)(?<![边里儿])(?=(?:明年|今年|来年)(?:计划|拟|要|准备|打算)?{_HAN}{{2,12}}\d)"
)
# 给一线职工送清凉2600人 visits them.
_CHEERED = lazy(rf"(?:给|为|向)(?P<who>{_HAN}{{2,8}}?)送(?:清凉|温暖|关怀|祝福)(?=\d)")
# 受益农田1.1万亩、人口6200人: both benefit.
_BOTH = lazy(
    rf"(?P<verb>受益|惠及|带动|涉及|覆盖)(?P<one>{_HAN}{{1,6}}?(?:约|达到?)?{_NUMBER}{_HAN}{{1,3}}?)[、和及](?P<other>{_HAN}{{1,6}}?\d)"
)
# 涉及6个镇23条河道: both are touched.
_TOUCHED = lazy(
    r"(?P<verb>涉及|惠及|覆盖|辐射)(?P<one>\d{1,7}个?(?:镇|乡镇|乡|村|行政村|社区|街道|小区|区县|县|区))[、和及]?(?=\d{1,7}(?:个(?!月)|[条座处家户所栋]))"
)
# 每平每月6.5元，12个月436.8万: what all the months cost.
_WHILE = lazy(
    rf"{_BEGIN}(?P<while>\d{{1,2}}个月|[一二两三四五六七八九十]{{1,2}}个月)(?=\d{{1,9}}(?:\.\d{{1,4}})?[万元])"
)
_BRACKET = lazy(r"[（(](?P<inside>[^（）()]{3,200})[）)]")
_PRICE_OF_ONE = lazy(rf"(?P<name>{_HAN}{{0,8}}?)[一1](?P<unit>{_HAN}{{1,2}}?)(?P<price>{_NUMBER})(?P<yuan>元|块)?")
# 投诉一个季度不超过1起.
_EACH_PERIOD = lazy(
    rf"(?<={_HAN}{{2}})一个?(?P<period>季度|学期|月)(?=不超过|不多于|不高于|不大于|控制在|少于|低于|≤|<)"
)
_COMERS = lazy(
    rf"(?:(?:来|到场|参加|参与|观看)的?)?(?P<who>群众|观众|游客|居民|市民|村民|听众|读者)(?:大概|大约|约|有)*"
    rf"(?P<count>\d{{2,8}}|\d{{1,4}}(?:\.\d{{1,2}})?万|[{_SPELT}]{{2,8}})(?P<tail>左右|上下|以上){_END}"
)
# 村里路灯，太阳能的，300盏，一盏2600.
_CLAUSE_BY_CLAUSE = lazy(
    rf"(?P<begin>^|(?<=[\n。；;]))(?P<thing>{_HAN}{{2,8}})[，,](?P<kind>{_HAN}{{1,6}}的[，,])?"
    rf"(?P<count>\d{{1,7}})(?P<unit>{_HAN}{{1,2}}?)[，,](?=[一每](?P=unit)(?:大?约|要|是)?[\d{_SPELT}])"
)
_WORK = lazy(
    rf"{VERB.pattern}|^给|^为|^把|项目|工程|活动|培训|服务|工作|经费|资金|补[贴助]|津贴|年度?$|演出|比赛|竞赛|会议?$"
)


def parted_statements(text: str) -> str:
    """A text whose glued statements have a comma between them, and each price the 每 or 元 it is read by."""
    text = _YEAR_LABEL.sub(r"\g<year>年", text)
    text = _HEADS.sub(r"\g<count>\g<unit>", text)
    text = _CLAUSE_BY_CLAUSE.sub(_one_item, text)
    text = _COUNT_AND_PRICE.sub(_count_and_price, text)
    text = _GRADES.sub(_grades, text)
    text = _YEARLY.sub(r"\g<price>，全年", text)
    text = _SESSIONS.sub(r"\g<thing>\g<heads>，\g<price>，\g<thing>\g<sessions>", text)
    text = _FOR_LONG.sub("，", text)
    text = _HELD.sub("，", text)
    text = _CHEERED.sub(r"慰问\g<who>", _BOTH.sub(_both, text))
    text = _TOUCHED.sub(r"\g<verb>\g<one>，\g<verb>", text)
    text = _NEXT_YEAR.sub(r"\g<head>，", text)
    text = _WHILE.sub(r"\g<while>，共", text)
    text = _PER_HEAD.sub("，", _REST.sub("，", text))
    text = _EACH_PERIOD.sub(r"每\g<period>", text)
    text = _COMERS.sub(_comers, text)
    return "".join(_brackets(line) for line in text.splitlines(keepends=True))


def _both(match: re.Match[str]) -> str:
    same = match["other"] if VERB.match(match["other"]) or match["other"].startswith(match["verb"]) else ""
    return f"{match['verb']}{match['one']}，{same or match['verb'] + match['other']}"


def _is_unit(word: str) -> bool:
    return longest_prefix(word) == word


def _one_item(match: re.Match[str]) -> str:
    if not _is_unit(match["unit"]) or _WORK.search(match["thing"]) or match["unit"] in ("人", "名", "位", "户"):
        return match[0]
    return f"{match['begin']}{match['thing']}{match['count']}{match['unit']}，{match['kind'] or ''}"


def _count_and_price(match: re.Match[str]) -> str:
    period = f"每{match['period'][-1]}" if match["period"] else ""
    return f"{match['count']}{match['unit']}，每{match['unit']}{period}" if _is_unit(match["unit"]) else match[0]


def _was_counted(text: str, name: str, unit: str) -> bool:
    return bool(re.search(rf"{re.escape(name)}[ \t]*(?:有|共|约)?[\d{_SPELT}]+{re.escape(unit)}", text))


def _priced(name: str, unit: str, price: str) -> str:
    return f"{name}每{unit}{price}" + ("" if price.endswith(("元", "块", "钱")) else "元")


def _grades(match: re.Match[str]) -> str:
    unit, before = match["unit"], match.string[: match.start()]
    grades = [(match["first"], match["price"])]
    grades += [(one["name"].removesuffix(f"一{unit}"), one["price"]) for one in _GRADE.finditer(match["rest"])]
    if not _is_unit(unit) or not all(_was_counted(before, name, unit) for name, _ in grades):
        return match[0]
    return "，".join(_priced(name, unit, price) for name, price in grades)


def _comers(match: re.Match[str]) -> str:
    number = match["count"]
    value = number if number[0].isdigit() else chinese_value(number)
    if value is None:
        return match[0]
    if match["tail"] == "以上":
        return f"参与{match['who']}{value}人以上"
    return f"参与{match['who']}约{value}人"


def _brackets(line: str) -> str:
    """宣传品5万份（宣传品一份1.2元，活动一场750）: prices of what the line counts, behind the counts."""
    later: list[tuple[str, str, str]] = []
    line = _BRACKET.sub(lambda match: _bracket(match, later), line)
    for name, unit, _ in later[:8]:
        # （打包一箱10），2000箱: the bracket names what the count alone does not.
        line = re.sub(rf"(?<=[，,。；;])(?=\d+{re.escape(unit)}{_END})", name, line, count=1)
    bare = line.rstrip("\n。.，, ")
    return f"{bare}，{'，'.join(price for _, _, price in later)}{line[len(bare) :]}" if later else line


def _bracket(match: re.Match[str], later: list[tuple[str, str, str]]) -> str:
    before, behind = match.string[max(0, match.start() - _REACH) : match.start()], match.string[match.end() :][:_REACH]
    parts, moved = re.split(r"([，,；;、])", match["inside"]), list[tuple[str, str, str]]()
    for index, part in enumerate(parts):
        one = _PRICE_OF_ONE.fullmatch(part.strip())
        if one is None or not _is_unit(one["unit"]):
            continue
        counted = rf"\d[百千万]?{re.escape(one['unit'])}"
        if re.search(counted, before):
            parts[index] = _priced(one["name"], one["unit"], one["price"])
        elif re.search(counted, behind):
            moved.append((one["name"], one["unit"], _priced(one["name"], one["unit"], one["price"])))
    if moved and len(moved) == len(parts) // 2 + 1:
        later += moved
        return "，"
    return f"（{''.join(parts)}）"
