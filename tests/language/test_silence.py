"""What holds a numeral and is no quantity."""

from __future__ import annotations

import pytest

from drafter.language import extract, lexicon
from drafter.language.data import rows

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
    "采购三轮电动车，新建三期工程，六台街道居民，完成三部门联审",
]


@pytest.mark.parametrize("text", SILENT)
def test_names_ordinals_codes_and_idioms_are_silent(text: str) -> None:
    assert [mention.text for mention in extract(text)] == []


BESIDE = [
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
    ("采购五个一次性口罩箱，培训三个一线班组", ["五个", "三个"]),
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
