"""Numbers that say the place in a row and no amount (金税四期, 三标段, 经三路), and letters that make none a code."""

from __future__ import annotations

from drafter.language.counting import lets_count
from drafter.language.data import words
from drafter.language.patterns import lazy
from drafter.language.unit_reading import entry_at

# 分三标段, 共2标段: so many lots, and not the third of them.
_OF_LOTS = frozenset("分为共计设立含有达约成划余")
_LOTS = frozenset(("标段", "包件"))
# What is built, bought and opened in phases; 培训四期 and 讲堂四期 are held so many times.
_PHASED = words("phased")
# 九届十一次、十二次全会
_SESSION = lazy(
    r"(?:[、和及][一二三四五六七八九十]{1,3}次)*"
    r"(?:(?:全体|全委|常委|理事|职工|党员)?(?:会|大会|全会|扩大会|代表)|[职教工团妇党]代会)"
)
_ROADS = frozenset("经纬文武东西南北")
# 湖滨上三路、前二路段: roads by their number in words; 扩容后32路 are channels, 兵分两路 parties.
_PLACED_ROADS = frozenset("上中下前后新老浦江山港园")
_ROAD_END = lazy(r"[段口号至与和、，。；（(]|$")
_VEHICLES = frozenset("动电托")
# 一期、二期工程, 二期和三期: one phase after the other.
_NEXT_PHASE = lazy(r"[、和及与][一二三四五六七八九十]{1,2}期")
# 一期已完工，二期待批，三期预留: the one before is told in the same sentence.
_NEIGHBOURS = {
    one: (f"{former}期", f"{later}期")
    for former, one, later in zip("零一二三四", "一二三四五", "二三四五六", strict=True)
}
_NEAR = 16
# 一期已完工，二期……，三期另行立项: a clause that begins with the phase tells of the project's.
_FAR = 40
_CLAUSE_OPENS = frozenset("，；。,;")
_NEXT_LOT = lazy(r"[、和及与][0-9一二三四五六七八九十]{1,2}(?:标段|包件)")
# 3号楼6层, 创业大厦12层, B区3栋, 高三2班.
_ADDRESS = {
    "层": lazy(r"(?:(?:号楼|大厦|[A-Z]座|号院|门诊楼)(?:[东西南北][侧面区段])?|[0-9][栋幢]|负)$"),
    "栋": lazy(r"[A-Z]区$"),
    "幢": lazy(r"[A-Z]区$"),
    "班": lazy(r"(?:[高初][一二三]|[一二三四五六七八九]年级|[大中小托]班)$"),
    "项": lazy(r"(?:[肝肾甲]功|乙肝|术前|凝血|血脂|感染|输血前?|优生|标志物|常规|电解质)$"),
    # 身份证后四位
    "位": lazy(r"[前后末尾]$"),
    # 春节、中秋两节
    "节": lazy(r"(?:春节|元旦|中秋|国庆|端午|重阳|清明|元宵|五一|八一|十一|六一|七一)$"),
    "端口": lazy(r"(?:TCP|UDP|HTTPS?|SSH) ?$"),
    # 张桥村12组
    "组": lazy(r"(?<![每各全乡行建])[村队]$"),
    # 助企纾困50条, 国九条
    "条": lazy(
        rf"(?:{'|'.join(words('policy-of-articles'))}|(?:(?<![^\W\da-zA-Z_])|(?<=落实|推进|执行|用好|实施|发布|出台|对接|衔接|叠加|按照|对照|根据|依据|贯彻|结合|围绕)|(?<=[和与及]))新?[{''.join(words('short-for-place'))}])$"
    ),
}
# 助企20条信息 are twenty pieces of information.
_OF_ARTICLES = lazy(r"(?!管|线|渠|道路|信息|资讯|消息|新闻|短信|数据|建议|意见|经验|案例|需求|诉求|岗位|产业|视频)")
# 七一〇所, 四三〇厂: read out digit by digit.
_READ_OUT = lazy(r"[零〇○一二三四五六七八九]{3,}[所厂院队站团]$")
# 审计四处牵头, 巡察三组进驻: a body of the house; 监管三处工地 are three.
_BODIES = frozenset("处组所队")
_BODY = lazy(rf"(?:{'|'.join(words('body-of-a-house'))})$")
# 两所融合, 三队合一: bodies that work together.
_JOINED = ("融合", "联动", "联建", "联调", "合一", "共治", "共建", "协同")
_BODY_LEADS = lazy(r"(?:牵头|配合|承办|主办|协办|会办|督办|汇总)")
_NAMED_FROM = frozenset("由、，；。：与和及\n") | {""}
# 派出督导三组 are three, and so are 开展业务三处.
_FORMED = lazy(r"派|设|分|成立|组建|组成")
_BODY_ACTS = lazy(rf"[，。；、:：（(）)]|$|{'|'.join(words('body-acts'))}")
# 三条岭村, 六户地社区: classifiers that do not count villages, before the name of one. 三条通村公路 goes on.
_OF_VILLAGES = frozenset("家户亩台门道条口头所间堂层张把支枝根棵株盘眼节班寸升盆份顶颗块")
_VILLAGE = lazy(
    r"[^\W\da-zA-Z_]{0,3}?(?:(?<![乡农本全各中通进入到驻环绕联连跨出])[村屯]|嘎查|(?<![家所])社区)"
    r"(?=.?[委支]|[党两的等和及与境]|村民|居民|[\W_]|$)"
)
# 18路、22路公交线, 公交18路, 65路、夜3路; 公交站监控18路 are channels.
_BUSES = r"(?:[、和及与](?:[夜晚专快支]|高峰|区间|旅游|[A-Z])?[0-9]{1,3}[路线])"
# No list is longer, and none is walked through from each of its members.
_BUS_BEHIND = lazy(rf"{_BUSES}{{0,40}}+(?:等(?:[0-9一二三四五六七八九十]{{1,3}}条)?)?(?:公交|车(?!载|辆))")
_BUS_LIST = lazy(rf"{_BUSES}{{1,40}}+(?![^\W\da-zA-Z_]{{0,4}}(?:监控|视频|信号|摄像|探头|广播))")
_BEFORE_BUSES = frozenset("，。；：、,;:（( \n") | {""}
_BUS_BEFORE = lazy(
    r"公交(?:线路?|车)?(?:[0-9]{1,3}路[、和及与])*$|(?:^|[，。；：,;:（( ])(?:[0-9]{1,3}路[、和及与]){2,}$"
)
SUBJECT = {"类": (3,), "款": (5,), "项": (7,), "支": (3, 5, 7)}
"""Digits of a subject of the classification of functions, by the unit behind them: 201类, 20106款, 2010699项."""
PLACED = frozenset((*_LOTS, *_ADDRESS, *_BODIES, "期", "路", "轮", "类"))
"""Units of which the words before a Chinese numeral may say that it is the place in a row: 经三路."""
ROWS = _OF_VILLAGES | frozenset("次档届")
"""Units of which the words behind may say so: 三次会议 of a congress."""
_OF_SUBJECTS = lazy(r"(?:列|科目|分类|支出)[:：为“”]{0,2}$")
_SUBJECTS_BEHIND = lazy(r"支出|科目|[“”]?[0-9]{5}款")
_ONE_AND_UNIT = 2
_READ_OUT_LEAST = 3
_BEHIND = {
    # 三档补贴标准; 分三档补贴 are three.
    "档": lazy(r"补贴|补助|标准|待遇|缴费|参保|资助|奖[励补]"),
    # 十九届二中、三中全会, 九届十一次全会: an ordinal before the number of the session.
    "届": lazy(r"[一二三四五六七八九十]{1,3}(?:中|次)|(?:全国|[省市区县])?(?:人大|政协)|(?:中央)?(?:纪?委|常委)"),
}


def is_serial(text: str, start: int, unit: str, end: int, *, chinese: bool) -> bool:
    """Return True if number and unit name one of a row.

    Args:
        text: the whole text.
        start: where the number begins.
        unit: the unit as listed.
        end: where the unit ends.
        chinese: whether the number is in Chinese numerals; Arabic ones count everything but lots.
    """
    before = text[start - 1 : start]
    if unit in _LOTS:
        return (before not in _OF_LOTS or _NEXT_LOT.match(text, end) is not None) and text[start] not in "两半"
    address = _ADDRESS.get(unit)
    if address is not None and address.search(text, max(0, start - 5), start):
        return unit != "条" or _OF_ARTICLES.match(text, end) is not None
    if unit == "层" and "层" in text[start : end - 1]:
        # 3层至5层: what has so many storeys has them once.
        return True
    if not chinese:
        if unit == "路":
            after = _BUS_BEHIND.match(text, end) is not None or (
                before in _BEFORE_BUSES and _BUS_LIST.match(text, end) is not None
            )
            return end - start < 6 and (after or _BUS_BEFORE.search(text, max(0, start - 16), start) is not None)
        return _is_subject(text, start, unit, end)
    if unit == "期":
        return _is_phase(text, start, end)
    if end - start > _READ_OUT_LEAST and _READ_OUT.match(text[start:end]) and not lets_count(text, start):
        return True
    if end - start == _ONE_AND_UNIT and _is_body(text, start, unit, end):
        return True
    if unit in _OF_VILLAGES and _VILLAGE.match(text, end) and not lets_count(text, start):
        return True
    behind = _BEHIND.get(unit)
    if behind is not None:
        return before not in _OF_LOTS and behind.match(text, end) is not None
    if unit == "次":
        # 十四届全国人大三次会议; 召开三次会议 is three of them.
        return text.find("届", max(0, start - 14), start) >= 0 and _SESSION.match(text, end) is not None
    if unit == "路":
        return before in _ROADS or (chinese and before in _PLACED_ROADS and _ROAD_END.match(text, end) is not None)
    if unit == "轮":
        return before in _VEHICLES
    if unit == "类":
        return before in "超劣" and before != ""
    # 零组件, 零担, 零周期: a part of a word; 事故零起 is an amount.
    return text[start] == "零" and end - start == 1 + len(unit) and "一" <= text[end : end + 1] <= "鿿"


def _is_phase(text: str, start: int, end: int) -> bool:
    before = text[start - 1 : start]
    if (before and before in "、和及与" and text[start - 2 : start - 1] == "期") or _NEXT_PHASE.match(text, end):
        return True
    if before not in _OF_LOTS and not lets_count(text, start) and _has_neighbour(text, start, end):
        return True
    return text.endswith(_PHASED, max(0, start - 4), start)


def _has_neighbour(text: str, start: int, end: int) -> bool:
    former, later = _NEIGHBOURS.get(text[start], ("", ""))
    if not former:
        return False
    reach = _FAR if text[start - 1 : start] in _CLAUSE_OPENS else _NEAR
    return text.find(former, max(0, start - reach), start) >= 0 or text.find(later, end, end + _NEAR) >= 0


def _is_body(text: str, start: int, unit: str, end: int) -> bool:
    if unit != "个" and text.startswith(_JOINED, end) and not lets_count(text, start):
        return True
    if unit not in _BODIES:
        return False
    if text[max(0, start - 1) : start] in _NAMED_FROM and _BODY_LEADS.match(text, end):
        # 由三科牵头、五所配合: what acts where its name begins.
        return True
    if _BODY_ACTS.match(text, end) is None or _FORMED.search(text, max(0, start - 8), start):
        return False
    body = _BODY.search(text, max(0, start - 4), start)
    return body is not None and not lets_count(text, body.start())


def _is_subject(text: str, start: int, unit: str, end: int) -> bool:
    # 列201类20106款, 2139999支出; 政务服务事项225类 and 20220款 of anything are counts.
    if end - start - 1 not in SUBJECT.get(unit, ()) or text[start] != "2" or not text[start : end - 1].isdecimal():
        return False
    if unit == "支":
        return text.startswith("出", end)
    told = _OF_SUBJECTS.search(text, max(0, start - 12), start) or _SUBJECTS_BEHIND.match(text, end)
    # 20106款 between its class and its item; seven digits of items nobody counts.
    return unit == "项" or told is not None or text[max(0, start - 1) : start] == "类"


_DEVICES = words("device")
_LAST = frozenset(word[-1] for word in _DEVICES)
# GB2760, DN300, PM10: standards, and the sizes of pipes and particles.
_ACRONYM = lazy(r"(?<![A-Za-z0-9_./-])(?!(?:ISO|IEC|IEEE|GB|DB|DN|PN|PM|HJ|CJJ?|DL|WS|MZ|LY|NY|ID|NO)$)[A-Z]{2,5}$")
_COUNTED = lazy(r"[台套部辆架个块只副组条根盏支](?=[，。；、,;（）)\n]|$)")


def of_device(text: str, start: int, end: int) -> bool:
    """Return True if the letters before a number name what is counted and make no code of it.

    They are listed (vCPU512核), or an acronym before a number whose classifier ends the phrase (移动DR3台、).

    Args:
        text: the whole text.
        start: where the number begins.
        end: where it ends.
    """
    if text[start - 1] in _LAST and text.endswith(_DEVICES, max(0, start - 4), start) and entry_at(text, end):
        return True
    return _COUNTED.match(text, end) is not None and _ACRONYM.search(text, max(0, start - 8), start) is not None
