"""What holds a numeral and is no quantity."""

from __future__ import annotations

import re
from re import _parser as parser  # pyright: ignore[reportAttributeAccessIssue]
from typing import Any

import pytest

from drafter.language import extract, lexicon
from drafter.language.data import rows
from drafter.language.silence import MARKS

SILENT = [
    "推进一网通办、一网统管，提升三级等保水平，落实两不愁三保障",
    "打造“15分钟服务圈”，做好“一件事”，推行一口式受理",
    "打造15分钟社区生活圈和1小时经济圈",
    "依据沪府办〔2005〕12号、沪委发[2017]38号、国办发【2015】42号、（2016）94号",
    "依据《关于2019年居民医保有关事项的通知》第三十二条第二款",
    "市人民政府令第60号，第3批，第1-3期，第二名",
    f"联系电话021-12345678，热线962218，手机{'138' + '0' * 8}，邮编200000",
    "一、概况 二、计划 （一）目标 1、建设 2.安排 （3）验收",
    "四个意识、四个自信、两个维护、三会一课、五险一金、三重一大、七通一平",
    "第三方机构，三方会谈，双方协商，唯一标准，统一规划，单一来源",
    "十四五规划，党的二十大，二十届三中全会，一二三产业",
    "三八妇女节，五一劳动节，十一黄金周",
    "三年行动计划，五年规划，十年禁渔，百日攻坚，20年一遇",
    "7×24小时，24小时自助服务",
    "年内完成，年底考核，年末结转，月底前上报，较上年末，年中调整，年初安排",
    "一次网改造，金税四期上线，三标段与四标段开工，六盘水，收支两条线，十四届全国人大三次会议",
    "电动三轮车，床品三件套，三元催化，超五类网线，经三路，五家渠市，三道湾镇",
    "六个聚焦，五个严禁，三条底线，四道防线，五套班子，三年质量提升行动，五日游，三年期国债",
    "一起推进，放在一起，零组件，三十天专项整治行动，二期三标段",
    "上半年，下半年，过半数，半自动，半成品",
    "5A级景区，5G专网，4K摄像，PM2.5，ISO9001，GB/T 19001-2016，A4纸",
    "国道312线，S20外环，71路公交延伸，地铁11号线，八一路与五四路口",
    "每千名老年人，每万人口，每10万人，万元以上，亿元以下",
    "一批项目，一系列活动，一些地区，建立一个机制，形成一套体系",
    "数十家，几百人，上百场",
    "零投诉，零距离，零容忍",
    "上午8:30至17:00",
    "二类疫苗，二次供水，二级医院，一类费用",
    "附件2部门预算表，表3项目支出，图1人员结构",
    "图纸编号JS-2024-07，三元猪保种，邮编200120片区，520集体婚礼",
    "5人制足球，3×3篮球，2026届毕业生",
    "一户一档，一人一策，一梯两户，一企一策",
    "创业大厦12层，3号楼6层，B区3栋，8幢1楼，高三2班",
    "2139999支出，列2010699项支出，统一社会信用代码91310112MA1GB2K3XX，TCP 8080端口",
    "16:9显示屏，4:3投影幕布，2.4G无线频段，98版图集，75%酒精，18路、22路公交线",
    "一期、二期工程，三档补贴标准，五类车整治，十万伏高压，24口交换机，7座商务车，48芯光缆",
    "把握三个关系，落实三个维护要求，推进五个一工程，三年疫情，五元店，二十公里马拉松",
    "一封家书征集活动，乙肝两对半，乙肝五项，1%人口抽样调查，划为一标段、二标段",
    "采购三轮电动车，新建三期工程，六台街道居民，完成三部门联审",
    "资产编码20270316D000018，社会信用代码12330522MB7X开头，十二届市纪委五次全会，九届县工会三次代表大会",
    "92路、夜17路调整，3.5GHz频段，800兆频率，2027—2028学年，40客位游船，25吨位吊机",
    "合同三年一签，半年一通报，五年一个周期，2人一岗，3班轮换，身份证后六位，五类线",
    "和平路38弄，高新区5巷，大学城7舍，投资约3.6万左右，单笔6万封顶，已付8,000整，补贴9,000不等",
    "公交18路、22路停靠站，列201类20106款2010601项支出，屏幕比例16:9",
    "满意率前三名，调整65路、72路公交，综合考核位列前三名，全市前5名，得分前10位，对前两名给予表彰",
    "10秒接听率，3个工作日答复率，6个月复发率，杜绝一次受伤多人事故",
    "320排CT，16排32层螺旋CT，1.5T超导磁共振，800万像素枪机，元旦、春节两节",
    "贯彻惠企四十条，兑现稳外贸12条，执行沪八条，宣讲十六条硬举措",
    "监察二处会同审计五处，巡察四组进驻，赵庄村9组与先锋队4组，七人小组",
    "三盘岭村、八户地社区党支部，六间窑村委会",
    "1号楼北侧2层至4层腾空，6栋3层漏水",
    "一期完工，二期在建，三期待批",
    "1956—1983卷编目，卡尾号0093验卡，三轮环保督察反馈问题",
    "110千伏龙桥站，0.4kV低压柜，220V、±500千伏直流，10千伏、35千伏线路",
    "2.5米高围墙，40毫米厚挤塑板，25公斤装水泥，250毫升瓶装药液，65英寸会议屏，128排CT，3.0T磁共振，256层螺旋CT",
    "七〇二所与四三〇厂协作，两班两运转，四班三运转",
    "六届三次教代会，东五路与西二路，五人领导小组，六类区，8度抗震设防，四幕话剧",
    "二沟台村村民，九户屯社区居民，七亩湾村的土地，50米跑与800米测试，500米见绿，1.5匹空调",
    "二十二人龙舟，六轮机器人巡检，五年一修，9.9元包邮，三餐12小时轮班",
    "前后判若两人，开门七件事，年复一年，屡次三番，紧盯两节",
]


@pytest.mark.parametrize("text", SILENT)
def test_names_ordinals_codes_and_idioms_are_silent(text: str) -> None:
    assert [mention.text for mention in extract(text)] == []


BESIDE = [
    ("五类管涵修复26处", ["26处"]),
    ("6类双绞线80箱，两年一共30万元", ["80箱", "两年", "30万元"]),
    ("覆盖四类人员900人", ["四类", "900人"]),
    ("3路高清监控、6路视频接入", ["3路", "6路"]),
    ("硬盘8TB4块", ["8TB"]),
    ("采购移动DR2台、CT1台", ["2台", "1台"]),
    ("按GB5749项、DN200根", []),
    ("三级医院5家", ["5家"]),
    ("第三方测评340家", ["340家"]),
    ("12345热线接听1.5万件", ["1.5万件"]),
    ("1.组织培训3次；2.发放手册5000份", ["3次", "5000份"]),
    ("2.3名专家参加", ["3名"]),
    ("一级故障15分钟内解决", ["15分钟"]),
    ("“双减”覆盖12所", ["12所"]),
    ("满意度“100%”", ["100%"]),
    ("一年两次", ["两次"]),
    ("每半年评估1次", ["1次"]),
    ("每三年修订一次", ["一次"]),
    ("编制报告一份，随访一次，建成一座泵站", ["一份", "一次", "一座"]),
    ("至少一个平台，一个以上平台", ["一个", "一个"]),
    ("两个平台，两台设备", ["两个", "两台"]),
    ("投诉件0件", ["0件"]),
    ("表彰先进个人60名", ["60名"]),
    ("十分钟内", ["十分钟"]),
    ("超半小时", ["半小时"]),
    ("举办培训四期，讲堂两期", ["四期", "两期"]),
    ("分三标段实施，共4标段", ["三标段", "4标段"]),
    ("召开三次会议", ["三次"]),
    ("发生一起安全事故，查处一起", ["一起", "一起"]),
    ("改造三座桥、五条街道，覆盖两家社区食堂", ["三座", "五条", "两家"]),
    ("床品四件套100套，电动三轮12辆", ["100套", "12辆"]),
    ("UPS3台，vCPU512核", ["3台", "512核"]),
    ("新建三个村级卫生室、两个中心", ["三个", "两个"]),
]

BESIDE += [
    ("修缮三间房，平整三块地，配发两套制服", ["三间", "三块", "两套"]),
    ("补助三家村级卫生室，扶持六支乡土人才队，慰问六十户乡村教师", ["三家", "六支", "六十户"]),
    ("开展一次联合检查，每季度一次采样", ["一次", "一次"]),
    ("整治三个突出问题，评选三个先进典型，建两个一体化污水处理站", ["三个", "三个", "两个"]),
    ("养殖五头受伤奶牛，八台县级设备，三家坪山区企业，十面光伏板", ["五头", "八台", "三家", "十面"]),
    ("三户长期患病家庭，五本账簿，十包期刊，三元里程补贴", ["三户", "五本", "十包", "三元"]),
    ("采购3年检测服务，接待5日游客", ["3年", "5日"]),
    ("新建三个支撑服务站，四个融合示范班，五个覆盖全区的监测站", ["三个", "四个", "五个"]),
    ("采购3台风机和2台账务一体机，更换三台风淋机", ["3台", "2台", "三台"]),
    ("采购三批发热药品，组织五次元宵活动，引进三名称职博士", ["三批", "五次", "三名"]),
    ("举办三期建设工程安全培训，开设三讲四季养生课", ["三期", "三讲"]),
    ("采购六台街道清扫车，补助八所镇中心小学，购置三套车辆识别系统", ["六台", "八所", "三套"]),
    ("改造五片罐区，完成两轮延包试点，按三倍子女补贴，提升五成效率", ["五片", "两轮", "三倍", "五成"]),
    ("屋面翻新一座，教学楼建3层，师生比16:8，培训大班2班", ["一座", "3层", "16:8"]),
    ("印制一封信两万份", ["两万份"]),
    ("发布就业20条信息，悬挂横幅六条，出台20条措施，新修人才大道三条", ["20条", "六条", "20条", "三条"]),
    ("监管三处工地，整治隐患四处，派出督导三组，每村5组垃圾桶", ["三处", "四处", "三组", "5组"]),
    ("修建三条通村、通组路，走访五家社区，十户村民，打通两条街", ["三条", "五家", "十户", "两条"]),
    ("教学楼5层，配3层货架，培训二期后共三期", ["5层", "3层", "三期"]),
    ("供电不低于380V，升压至10千伏及以上，画屏不小于55英寸", ["380V", "10千伏", "55英寸"]),
    ("墙体加高2米高标准施工，敷设500米宽带线，架500米高架桥", ["2米", "500米", "500米"]),
    ("采购8吨洒水车2辆、300升冰柜5台，配备20千瓦发电机三台", ["2辆", "5台", "三台"]),
    (
        "清运垃圾300吨压缩车5辆，转运300吨车辆15辆，铺管200米检查井20座",
        ["300吨", "5辆", "300吨", "15辆", "200米", "20座"],
    ),
    ("三次生态监测，比对12组数据，完成12项目标任务", ["三次", "12组", "12项"]),
    ("开展两次满意度测评，更换三道闸门", ["两次", "三道"]),
    ("采购五个一次性口罩箱，培训三个一线班组", ["五个", "三个"]),
    ("坚持一个中心、两个基本点，按一个标准、两个步骤实施，建成一个平台、三个中心", ["两个", "两个", "一个", "三个"]),
    ("公交站监控18路，政务服务事项225类，师生比16:9，采购20110支疫苗", ["18路", "225类", "16:9", "20110支"]),
]


@pytest.mark.parametrize(("text", "found"), BESIDE)
def test_quantities_beside_them_are_found(text: str, found: list[str]) -> None:
    assert [mention.text for mention in extract(text)] == found


WORDS = [word for row in rows("traps.txt") for word in row.split()]


@pytest.mark.parametrize("word", [word.replace("|", "").removesuffix("?") for word in WORDS])
def test_every_listed_word_is_silent_and_earns_its_place(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its entry a quantity would be found in one of the frames: the list is no longer than it must be."""
    frames = (f"落实{word}", f"落实{word}工作", f"{word}，共同推进", f"推进{word}建设")
    assert [extract(frame) for frame in frames] == [[]] * len(frames)
    monkeypatch.setattr("drafter.language.extraction.trap_end", lambda _text, _start: None)
    assert any(extract(frame) for frame in frames)


def test_there_are_enough_of_them_and_each_is_listed_once() -> None:
    assert len(WORDS) >= 500
    assert len(set(WORDS)) == len(WORDS)


def test_a_word_counts_only_behind_what_its_entry_names_and_where_it_ends() -> None:
    assert [mention.text for mention in extract("收支两条线")] == []
    assert [mention.text for mention in extract("地铁两条线路开通")] == ["两条"]
    assert [mention.text for mention in extract("三月三歌节")] == []
    assert [mention.number for mention in extract("三月三日前，三月三十日前")] == ["--03-03", "--03-30"]


def test_the_lists_hold_only_words_that_begin_with_a_numeral() -> None:
    assert lexicon.trap_end("一次性补助", 0) == 3
    assert lexicon.trap_end("统一次性", 0) is None
    assert all(word.rpartition("|")[2][0] in "半零一二两三四五六七八九十百千万" for word in WORDS)


@pytest.mark.parametrize(
    "text",
    [
        "矿区位于东经98度12分、北纬39.5度一带。",
        "铺设300*600mm面砖，浇筑盖板0.5m×0.8m。",
        "一碗粥、一盏灯温暖环卫工人。",
        "一人入伍、全家荣耀。",
        "推行一次审核到位。",
        "费用由三级按5∶3∶2的比例承担。",
    ],
)
def test_places_sizes_and_what_is_said_for_the_sound(text: str) -> None:
    assert extract(text) == []


@pytest.mark.parametrize("text", ["链路5Mbp互联", "满1 missed", "端口8TE5模块", "投入3mlk试剂盒"])
def test_the_first_letters_of_a_longer_run_are_no_unit(text: str) -> None:
    assert extract(text) == []


def begins(parsed: Any) -> tuple[set[str], bool]:
    """The marks a match of a parsed expression may begin with, and whether it may be empty."""
    first: set[str] = set()
    for operation, argument in parsed:
        name, found, empty = str(operation), set[str](), False
        if name in ("ASSERT", "ASSERT_NOT", "AT"):
            empty = True
        elif name == "BRANCH":
            branches = [begins(branch) for branch in argument[1]]
            found, empty = set[str]().union(*(one for one, _ in branches)), any(none for _, none in branches)
        elif name == "SUBPATTERN":
            found, empty = begins(argument[3])
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            found, empty = begins(argument[2])
            empty = empty or not argument[0]
        elif name == "LITERAL":
            found = {chr(argument)} & MARKS
        elif name == "NOT_LITERAL":
            found = set(MARKS - {chr(argument)})
        else:
            assert name == "IN", name
            listed = [(str(one), value) for one, value in argument]
            negated = any(one == "NEGATE" for one, _ in listed)
            matched = {mark for mark in MARKS if any(_holds(one, value, mark) for one, value in listed)}
            found = set(MARKS) - matched if negated else matched
        first |= found
        if not empty:
            return first, False
    return first, True


def _holds(one: str, value: Any, mark: str) -> bool:
    if one == "LITERAL":
        return ord(mark) == value
    if one == "RANGE":
        return value[0] <= ord(mark) <= value[1]
    # None of the marks is a word character or a digit.
    return one == "CATEGORY" and "NOT" in str(value)


def test_no_name_of_number_and_unit_begins_with_a_mark_that_ends_the_clause() -> None:
    assert begins(parser.parse("[甲乙]|，二")) == ({"，"}, False)
    assert begins(parser.parse(r"(?![内以])[^\W\d]{0,3}[^甲]")) == (set(MARKS), False)
    assert not any(re.match(r"\w", mark) for mark in MARKS)
    for unit, named in lexicon.named().items():
        for pattern in (named.always, named.word, named.chinese):
            assert pattern is None or begins(parser.parse(pattern.pattern)) == (set(), False), (unit, pattern.pattern)
