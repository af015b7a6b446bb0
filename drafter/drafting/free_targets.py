"""Results a free text asks for: rates, a bare number of satisfaction, promised zeros, deadlines."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from drafter.drafting.free_found import Found
from drafter.drafting.free_money import OWN, is_fiscal
from drafter.drafting.free_things import target_name
from drafter.drafting.free_words import noun_of
from drafter.language import extract
from drafter.language.interval import exact_product
from drafter.language.patterns import lazy

# 满意度90以上: everyone means per cent, and it is said.
_BARE_RATE = lazy(
    r"(?P<name>[^\W\da-zA-Z_]{0,12}(?:满意[度率]?|(?:安全|获得|幸福)感|知晓度|认可度|[^\W\da-zA-Z_]率))(?P<said>[^\d，。]{0,6}?)(?P<number>\d{1,3}(?:\.\d+)?)(?P<tail>及?以上|及?以下|以内|左右)?(?=$|[，。；])"
)
_ZERO = lazy(
    r"(?P<name>[^\W\da-zA-Z_]{2,14}?)(?:数|数量)?(?:为|是|保持|实现|[:：=])?(?:0|零)(?:发生|出现)?(?P<unit>[起件例次人宗])?(?:$|(?=[，。；]))"
)
_NO_ONE = lazy(
    r"(?:^|实现|做到|确保|保持)(?:0|零)(?P<name>事故|投诉|差错|伤亡|违规|上访|失误|死亡|故障|感染|逃逸|火灾)"
)
_NEVER = lazy(
    r"(?:确保|保证|做到|全年)?(?:不发生|不出现|不得发生|杜绝|无)(?P<name>[^\W\da-zA-Z_]{0,10}?(?:事故|事件|投诉|伤亡|差错|火灾|泄密))(?:发生)?$"
)
# 河面不能有漂浮物: what is not to be seen.
_NOT_THERE = lazy(
    r"(?P<where>[^\W\da-zA-Z_]{2,8}?)(?:上|里|内)?(?:不能有|不得有|不许有|不准有|不能出现|没有)(?P<what>[^\W\da-zA-Z_]{2,10})"
)
_WORDED = lazy(
    r"(?P<what>[^\W\da-zA-Z_]{0,8}?(?:验收|检测|检验|质量|测评|评审|审查|考核|审计|鉴定|检查))(?:必须|均|都|要|全部|一次性?)*(?P<how>合格|达标|通过|优良)"
)
_DEADLINE = lazy(
    r"(?P<when>(?:\d{4}年)?(?:[0-9一二三四五六七八九十]{1,3}月(?:份|[0-9一二三四五六七八九十]{1,3}[日号])?(?:底|初|中旬|上旬|下旬|末)?"
    r"|年底|上半年|第?[一二三四]季度末?"
    r"|(?:[0-9一二三四五六七八九十]{1,3}月(?:份|底|初)?)?(?:[春夏秋冬]季)?(?:春节|国庆节?|春耕|秋收|夏收|春运|雨季|台风季|高考|中考|汛期|开学|暑假|寒假|中秋节?|端午节?|元旦|供暖季|入冬|入汛|主汛期|汛))"
    r"(?:之?前|以前))"
    r"[，,]?(?P<done>[^，。；\d￥]{0,14})"
)
# 三季度出鉴定报告.
_HANDS_IN = (
    r"(?:前|内)?(?:出具?|提交|报送|上报|拿出|形成|完成)[^，。；\d￥]{0,8}"
    r"(?:报告书?|成果|结果|结论|方案|初稿|终稿|终审稿|证书|意见书?|清单|图纸)"
)
_HANDED = (
    lazy(r"(?:拿出|出(?!具))(?=[^，。；\d￥]{0,8}(?:报告书?|证书|意见书?|图纸|清单)$)"),
    lazy(r"(?:拿出|出(?!具))"),
)
# 11月底完工, 2027年10月完成: no 前, but nothing else can be meant.
_DONE_IN = lazy(
    r"(?P<when>(?:\d{4}年)?(?:[0-9一二三四五六七八九十]{1,3}月(?:份|[0-9]{1,2}[日号])?(?:底|初|中旬|上旬|下旬|末)?|年底|[上下]半年|年内|[一二三四]季度))"
    r"(?P<done>(?:全部|全面)?(?:完成|完工|竣工|交付|上线|投入使用|建成|发放到位|到位|到货|验收|启用)[^，。；\d￥]{0,8}|[^，。；\d￥]{0,3}(?:(?<!未)完|[办做弄搞修换建发装]好)"
    rf"|{_HANDS_IN})$"
)
_MOVES = {"降": "下降", "减": "减少", "升": "上升", "增": "增长", "涨": "上涨"}
_HANDED_IN = {
    "出": "出具",
    "出具": "出具",
    "出来": "出具",
    "出齐": "出具",
    "拿出来": "出具",
    "交": "提交",
    "交齐": "提交",
    "报": "报送",
}
_VERB_DONE = lazy(
    r"完成|完工|竣工|发完|发放|交付|上线|使用|办完|结束|到位|启用|验收|入库|配齐|提交|到货|供货|签|招标|采购|开工|动工|开工|进场|安装|调试|下发|拨付|兑付|发布|公示|备案|归档|移交|举办|开展|开赛|开幕|拆除|通车|通水|出|布展|做完|建成|开通|投用|报|整改|交稿|定稿|结题|[完好齐]$"
)


def rates(found: Found, clause: str) -> bool:
    """Targets in per cent; whether there are any."""
    mentions = [mention for mention in extract(clause) if mention.kind == "percent"]
    understood, left = False, 0
    for index, mention in enumerate(mentions):
        before = clause[left : mention.start]
        begun, left = left, mention.end
        follows = mentions[index + 1].start if index + 1 < len(mentions) else -1
        if follows >= 0 and re.search(
            r"(?:提高|提升|上升|增加|增长|降低|下降|降|减少)?(?:到|至)", clause[mention.end : follows]
        ):
            # 由85%提高到90%: the target is where it ends, and no less.
            left = begun
            continue
        moved = re.search(
            r"(?P<name>.*?)[由从]\d+(?:\.\d+)?[%％]?(?P<way>提高|提升|上升|增加|增长|降低|下降|降|减少)?(?:到|至)",
            before,
        )
        comparator, name = mention.comparator, target_name(moved["name"] if moved else before)
        if moved and comparator == "=":
            comparator = "<=" if re.match("降|下|减", moved["way"] or "") else ">="
        if not name or is_fiscal(name) or OWN.search(name):
            # 区级补助60%，自筹40% says who pays, not what is reached.
            found.leave(clause)
            understood = understood or bool(name)
            continue
        if comparator == "=" and re.search(
            r"(?:满意[度率]?(?:需|需?要|得|至少要)(?:到|有|保持)?|[率度]需?要(?:到|达到?|有))$", before
        ):
            # 满意率要九成五 asks for no less.
            comparator = ">="
        # 发案数要降10%以上.
        name = re.sub(r"(?:要|需|得)(降|减|升|增|涨)$", lambda way: _MOVES[way[1]], name)
        value: Decimal | str = mention.number
        if comparator != "range":
            value = Decimal(mention.number)
            value = value.quantize(Decimal(1)) if value == value.to_integral_value() else value
        unit = "%" if mention.unit in ("％", "‱") else mention.unit
        if mention.unit == "‱" and isinstance(value, Decimal):
            # 万分之五 is 0.05%: no form has a sign for it.
            value = exact_product(value, Decimal("0.01"))
        name = re.sub(r"满意$", "满意度", name)
        found.targets.append({"name": name, "comparator": comparator, "value": value, "unit": unit})
        understood = True
    return understood


def bare_rate(found: Found, clause: str) -> bool:
    """A rate whose number has no sign: taken as per cent, and said so."""
    match = _BARE_RATE.search(clause)
    if match is None or Decimal(match["number"]) > 100:
        return False
    around = f"{match['said']}{match['tail'] or ''}"
    least = re.search(r"不低于|不少于|以上|达|≥|>=|超过|高于", around)
    most = re.search(r"不超过|不高于|以下|以内|≤|<=|低于|控制", around) and not re.search("不低于|不超过以上", around)
    comparator = "<=" if most else ">=" if least else "="
    name = re.sub(r"满意$", "满意度", target_name(match["name"]))
    target: dict[str, Any] = {"name": name, "comparator": comparator, "value": Decimal(match["number"]), "unit": "%"}
    found.targets.append(target)
    zh = f"“{match[0]}”没有写百分号，按 {match['number']}% 计"
    found.ask(
        f"targets[{len(found.targets) - 1}].unit", zh, f"{match[0]}: no per cent sign; taken as {match['number']}%"
    )
    return True


def zeros(found: Found, clause: str) -> bool:
    """What must not happen: 安全事故为零, 零投诉."""
    match = _NO_ONE.search(clause) or _NEVER.fullmatch(clause) or _ZERO.search(clause)
    if match is None:
        return False
    name = target_name(match["name"])
    unit = match.groupdict().get("unit") or (
        "起" if re.search("事故|事件|案件|火灾", name) else "件" if "投诉" in name else None
    )
    if name:
        found.targets.append({"name": name, "comparator": "=", "value": Decimal(0), "unit": unit})
    return bool(name)


def worded_result(found: Found, clause: str) -> bool:
    """A result in a word: 环保检测达标, 验收合格."""
    if (absent := _NOT_THERE.fullmatch(clause)) and len(where := target_name(absent["where"])) > 1:
        found.targets.append({"name": f"{where}状况", "value": f"无{absent['what']}"})
        return True
    match = _WORDED.fullmatch(clause)
    if match is None:
        return False
    what = "质量" if match["what"].endswith("质量") and len(match["what"]) < 3 else target_name(match["what"])
    if len(what) < 2:
        return False
    found.targets.append({"name": f"{what}情况", "value": match["how"]})
    return True


def deadline_in(clause: str) -> re.Match[str] | None:
    """By when the work is done, where a clause says it."""
    said = list(_DEADLINE.finditer(clause))
    # 汛前5月31日前完工: the day says more than the season.
    dated = [one for one in said[1:] if re.search(r"\d", one["when"])]
    if dated and not said[0]["done"] and not re.search(r"\d", said[0]["when"]):
        return dated[0]
    return said[0] if said else _DONE_IN.search(clause)


def deadline(found: Found, match: re.Match[str], clause: str) -> None:
    """Take a deadline: 10月底前完成. The words are the target, no date is made of them."""
    done = (
        noun_of(match["done"])
        if match["done"] in clause and _VERB_DONE.search(match["done"]) and not match["done"].startswith("把")
        else "完成"
    )
    if re.fullmatch(_HANDS_IN, done):
        # 出报告 is 出具, 出成果 is 形成.
        done = _HANDED[1].sub("形成", _HANDED[0].sub("出具", done, count=1), count=1)
    # 年底前弄完: a form says 完成.
    done = re.sub(r"^(?:必须|务必|一定|保证|确保|都|均|要|得|须)+", "", done) or "完成"
    done = "完成" if re.fullmatch(r"(?:全部?|都)?[弄搞做干忙][完好成]", done) else done
    before = noun_of(
        re.sub(
            r"(?:应|须|在|于|要|需|力争|确保|计划|想|完成时间|完成时限|时间)+$",
            "",
            clause[: clause.find(match["when"])],
        )
    )
    if (given := _HANDED_IN.get(done)) and len(target_name(before)) >= 2:
        # 报告10月底前都要出.
        done = f"{given}{target_name(before)}"
    what = target_name(before) if done in ("提交", "完成", "交付", "出版", "上报", "完工", "验收") else ""
    what = "" if what.endswith(("完", "好")) else what
    name = f"{what}{done}时限" if 2 <= len(what) <= 8 and not re.search(r"\d|年|学校", what) else "任务完成时限"
    if any(target["name"] == name for target in found.targets):
        # 3月底前签合同，10月底前到货: two dates, two rows.
        name = f"{done}时限"
    found.targets.append({"name": name, "value": f"{match['when']}{done}"})
