"""What a mention says: number, unit, comparator, kind and entity, by kind of phrase."""

from __future__ import annotations

from decimal import Decimal

import pytest

from drafter.language import Interval, Mention, extract
from drafter.language.target import parse_target


def only(text: str) -> Mention:
    mentions = extract(text)
    assert len(mentions) == 1, mentions
    return mentions[0]


NUMERALS = [
    ("发放手册１，２００份", "1200", "份"),
    ("惠及2.5万人次", "25000", "人次"),
    ("补助7.2亿元", "720000000", "元"),
    ("处置12万3千起", "123000", "起"),
    ("总投资12亿3千万元", "1230000000", "元"),
    ("受理50余万次", "500000", "次"),
    ("检查一千二百三十四户", "1234", "户"),
    ("培训两百零五人", "205", "人"),
    ("购置二十台", "20", "台"),
    ("评审廿四场", "24", "场"),
    ("补助伍拾万元整", "500000", "元"),
    ("合格率百分之九十八点五", "98.5", "%"),
    ("差错率千分之三", "3", "‰"),
    ("死亡率万分之五", "5", "‱"),
    ("完成率百分百", "100", "%"),
    ("代表占三分之二", "2/3", None),
    ("样本占1/3", "1/3", None),
    ("一半学员", "1/2", None),
    ("服务半年", "0.5", "年"),
    ("历时一年半", "1.5", "年"),
    ("集训两周半", "2.5", "周"),
    ("巡线6公里半", "6.5", "公里"),
    ("值守3小时半", "3.5", "小时"),
    ("服务3公里半径", "3", "公里"),
    ("培训两个半小时", "2.5", "小时"),
    ("收费增长一倍", "1", "倍"),
    ("产值翻两番", "2", "番"),
    ("配比1:1.5", "1:1.5", None),
    ("单价￥5,000.00", "5000.00", "元"),
    ("收取3元/人次", "3", "元/人次"),
    ("月租20.5元/平方米·天", "20.5", "元/平方米·天"),
    ("补贴12元/餐", "12", "元/餐"),
    ("出动巡逻船360航次", "360", "航次"),
    ("配备服务器12台（套）", "12", "台（套）"),
    ("覆盖街镇=14.00(街镇)", "14.00", "街镇"),
]


@pytest.mark.parametrize(("text", "number", "unit"), NUMERALS)
def test_numerals(text: str, number: str, unit: str | None) -> None:
    mention = only(text)
    assert (mention.number, mention.unit) == (number, unit)


RANGES = [
    ("办理1至3个工作日", "1~3", "个工作日"),
    ("合格率90%-95%", "90~95", "%"),
    ("用花12～15万盆", "120000~150000", "盆"),
    ("巡演八至十场", "8~10", "场"),
    ("室温20±2℃", "18~22", "℃"),
    ("误差±3%", "-3~3", "%"),
    ("准点率95%±2%", "93~97", "%"),
    ("让利百分之三至百分之五", "3~5", "%"),
    ("走访三五户", "3~5", "户"),
    ("实施期2026—2028年", "2026~2028", "年"),
    ("预算5万元至8万元", "50000~80000", "元"),
]


@pytest.mark.parametrize(("text", "number", "unit"), RANGES)
def test_ranges(text: str, number: str, unit: str) -> None:
    mention = only(text)
    assert (mention.number, mention.unit, mention.comparator) == (number, unit, "range")


COMPARATORS = [
    ("满意度达90%", ">="),
    ("满意度达到90%", ">="),
    ("不少于12场次", ">="),
    ("至少3次", ">="),
    ("年满18周岁", ">="),
    ("不少于每年12场", ">="),
    ("90分以上", ">="),
    ("3次（含）以上", ">="),
    ("覆盖10个街镇以上", ">="),
    ("不超过合同额的30%", "<="),
    ("控制在3%以内", "<="),
    ("校园周边300米范围内禁售", "<="),
    ("占户籍人口八分之一强，", ">"),
    ("5日内办结", "<="),
    ("最高800元", "<="),
    ("取水量不得突破年度计划1,260万立方米", "<="),
    ("低于60%", "<"),
    ("不足15平方米", "<"),
    ("超过1万人", ">"),
    ("逾300家", ">"),
    ("100余家", ">"),
    ("五个多月", ">"),
    ("近3000名", "~"),
    ("900米左右", "~"),
    ("控制在3%左右", "~"),
    ("近三年", "="),
    ("约90%以上", ">="),
    ("达到30分钟以内", "<="),
    ("提升至75%", "="),
    ("签约215户", "="),
    ("节约5.6%", "="),
    ("下达20万元", "="),
    ("附近3公里", "="),
    ("3家内设机构", "="),
    ("高于全市平均5个百分点", "="),
    ("≥ 95 ％", ">="),
    ("≦10分钟", "<="),
    # A negation turns any of 低于, 超过 and their like round.
    ("每人不得迟于2小时", "<="),
    ("单价严禁超过40元", "<="),
    ("合格率不允许低于95%", ">="),
    ("支出不应超过合同总额的30%", "<="),
    ("每户奖补8000元封顶", "<="),
    ("订单200份起", ">="),
    ("占比三分之一强", ">"),
    ("占比四成弱", "<"),
    ("点击量破300万次", ">"),
    ("侦破7起", "="),
    ("一键办最多点一下平台事项扩至26项", "="),
]


@pytest.mark.parametrize(("text", "comparator"), COMPARATORS)
def test_comparators(text: str, comparator: str) -> None:
    assert only(text).comparator == comparator


def test_the_span_is_number_and_unit_without_the_comparator() -> None:
    text = "雇员到岗率不低于 95.00 ％以上"
    assert only(text).text == "95.00 ％"


DATES = [
    ("2026年6月30日前完成", "2026-06-30", "<="),
    ("6月30日前完成", "--06-30", "<="),
    ("2026年12月31日（含）前完成", "2026-12-31", "<="),
    ("年底前完成", "--12-31", "<="),
    ("今年年末之前完成", "--12-31", "<="),
    ("到年底完成", "--12-31", "="),
    ("上半年前完成", "--06-30", "<="),
    ("上半年底完成", "--06-30", "="),
    ("2026年上半年前完成", "2026-06-30", "<="),
    ("6月30日24时前报送", "--06-30", "<="),
    ("2026年6月30日17:00前报送", "2026-06-30", "<="),
    ("次年3月底前公开", "--03-31", "<="),
    ("第三季度末前完成", "Q3", "<="),
    ("11月底前完成", "--11-30", "<="),
    ("2026年底前完成", "2026-12-31", "<="),
    ("2月底前完成", "--02-28", "<="),
    ("2028年2月底前完成", "2028-02-29", "<="),
    ("于2026年3月启动", "2026-03", "="),
    ("截至2026-06-30", "2026-06-30", "="),
    ("2026.3.1开工", "2026-03-01", "="),
    ("不迟于2026年10月1日", "2026-10-01", "<="),
    ("十月底前完成", "--10-31", "<="),
    ("二〇二六年六月三十日前完成", "2026-06-30", "<="),
    ("第四季度前完成", "Q4", "<="),
    ("2026年三季度启动", "2026-Q3", "="),
    ("Q4完成", "Q4", "="),
    ("每月10日前报送", "---10", "<="),
    ("10月18日至10月26日", "--10-18~--10-26", "range"),
    ("3月10日至20日", "--03-10~--03-20", "range"),
    ("2026年1—6月", "2026-01~2026-06", "range"),
    ("1-3月", "--01~--03", "range"),
    ("一至三季度", "Q1~Q3", "range"),
]


@pytest.mark.parametrize(("text", "iso", "comparator"), DATES)
def test_dates(text: str, iso: str, comparator: str) -> None:
    mention = only(text)
    assert (mention.kind, mention.number, mention.unit, mention.comparator) == ("date", iso, None, comparator)


@pytest.mark.parametrize("text", ["2026年13月", "6月31日", "2026-02-30"])
def test_days_that_do_not_exist_are_no_dates(text: str) -> None:
    assert [mention.number for mention in extract(text) if mention.kind == "date" and "-3" in mention.number] == []


KINDS = [
    ("培训12人", "count"),
    ("合格率95%", "percent"),
    ("提高3个百分点", "percent"),
    ("补贴3500元", "money"),
    ("租期12个月", "duration"),
    ("15个工作日", "duration"),
    ("绿地3.2万平方米", "measure"),
    ("2026年度", "year"),
    ("60周岁及以上", "age"),
    ("增长1.5倍", "multiple"),
    ("培训72学时", "count"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kinds(text: str, kind: str) -> None:
    assert only(text).kind == kind


ENTITIES = [
    ("做到零投诉，争取半年内", None),
    ("确保零事故，不超过3天", None),
    ("配备零售网点，不少于3个", "零售网点"),
    ("公共设施20处", "公共设施"),
    ("预计2026年招录保安2人", "保安"),
    ("定点零售药店 319 家", "定点零售药店"),
    ("委托方满意度达90%", "委托方满意度"),
    ("确保雇员到岗率均达100%", "雇员到岗率"),
    ("印刷宣传册7000份", "宣传册"),
    ("覆盖全区14个街镇", "街镇"),
    ("审核86家定点医疗机构", "定点医疗机构"),
    ("300人以上企业全覆盖", "企业"),
    ("资助对象为3至6周岁的在园困难儿童", "在园困难儿童"),
    ("转运成本较上年降低2%", "转运成本"),
    ("新增停车泊位300余个", "停车泊位"),
    ("党建工作计划完成率100%", "党建工作计划完成率"),
    ("公共充电桩新增1,000根", "公共充电桩"),
    ("投诉及时处理率为100%", "投诉及时处理率"),
    ("每户补贴3000元", "补贴"),
    ("完成《实施方案》3份", "实施方案"),
    ("未成年人（未满16周岁）", "未成年人"),
    ("财政资金占总投资的25%", "财政资金"),
    ("培训对象为基层干部120人", "基层干部"),
    ("2026年度", None),
    ("每月2次", None),
]


def test_the_word_of_a_sum_behind_a_noun_is_no_part_of_it() -> None:
    assert [one.entity for one in extract("新建2条道路共3.5公里")] == ["道路", "道路"]
    assert extract("新建20处公共设施")[0].entity == "公共设施"


@pytest.mark.parametrize(("text", "entity"), ENTITIES)
def test_the_entity_is_the_noun_beside_the_number(text: str, entity: str | None) -> None:
    assert extract(text)[-1].entity == entity


def test_a_quantity_without_a_noun_goes_on_about_the_one_before() -> None:
    first, second, third = extract("办理时限由20个工作日压缩至5个工作日，疗休养3批")
    assert first.entity == second.entity == "办理时限"
    assert third.entity == "疗休养"


def test_a_total_does_not_take_the_noun_of_its_last_part() -> None:
    assert extract("医院5家、药店7家，共计12家")[-1].entity is None


def test_counts_and_yuan_are_exact_and_the_rest_are_intervals() -> None:
    exact, rounded, percent = extract("补贴660000元，总投资66.00万元，合格率90%")
    assert (exact.exact, exact.interval) == (True, Interval.point(660_000))
    assert (rounded.exact, rounded.interval) == (False, Interval(Decimal(659_950), Decimal(660_050)))
    assert percent.interval == Interval(Decimal("89.5"), Decimal("90.5"))


def test_the_interval_is_in_the_base_unit_of_the_dimension() -> None:
    hours, minutes = extract("不超过1.5小时，不超过90分钟")
    assert hours.dimension == minutes.dimension == "duration"
    assert hours.interval is not None
    assert hours.interval.low == 5400
    assert minutes.interval is not None
    assert hours.interval.meets(minutes.interval)


def test_a_range_is_everything_between_its_ends() -> None:
    mention = only("配备3—5人")
    assert mention.interval == Interval(Decimal(3), Decimal(5))
    assert not mention.exact


def test_dates_and_fractions_have_no_interval() -> None:
    assert [mention.interval for mention in extract("6月30日前完成三分之二")] == [None, None]


def test_the_contract_shape() -> None:
    assert only("惠及2.5万人次").as_contract() == {
        "start": 2,
        "end": 8,
        "number": "25000",
        "unit": "人次",
        "comparator": "=",
        "entity": None,
        "kind": "count",
    }


@pytest.mark.parametrize(
    ("text", "comparators"),
    [
        ("因公出国团组不超过6个、24人次。", ["<=", "<="]),
        ("举办培训不少于4期、200人次。", [">=", ">="]),
        ("举办培训4期以上、200人次。", [">=", "="]),
        ("派驻不少于保安2人、导办员3人。", [">=", "="]),
    ],
)
def test_a_bound_in_front_is_shared_by_the_number_right_behind_the_first(text: str, comparators: list[str]) -> None:
    assert [mention.comparator for mention in extract(text)] == comparators


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("预算执行率6月末不低于50%、9月末不低于75%。", [None, "预算执行率", None, "预算执行率"]),
        ("用电量较2025年下降2%。", [None, "用电量"]),
        ("会议费：150人，会期2天，合计13.5万元。", [None, "会期", "会议费"]),
        ("家庭无障碍改造92户，户均4500元。", ["家庭无障碍改造", "家庭无障碍改造"]),
        ("系统运维成本｜≤380元/人·天", ["系统运维成本"]),
        ("航道疏浚35万立方米，通航保证率≥95%。", ["航道疏浚", "通航保证率"]),
        ("预算执行率：6月底达到50%，9月底达到75%。", [None, "预算执行率", None, "预算执行率"]),
        ("质量指标　设备合格率　≥98%", ["设备合格率"]),
        ("成立六个工作专班，专班下设九个小组", ["工作专班", "小组"]),
        ("新建四个面向老人的站点，配备2台全自动分析仪", ["站点", "全自动分析仪"]),
        ("全县三分之二的行政村，", ["行政村"]),
        ("样本农户：24户，亩均投入900元", ["样本农户", "投入"]),
        ("慰问一千户困难家庭，形成两份调研报告", ["困难家庭", "调研报告"]),
        ("建成一个资源库、两个应用门户", ["资源库", "应用门户"]),
    ],
)
def test_the_noun_is_found_where_none_stands_beside_the_number(text: str, entities: list[str | None]) -> None:
    assert [mention.entity for mention in extract(text)] == entities


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("60岁以上老年人1200名", ["老年人", "老年人"]),
        ("18周岁以上居民参保率98%", ["居民", "居民参保率"]),
        ("80岁以上高龄老人津贴每人每月200元", ["高龄老人", "高龄老人津贴"]),
        ("0—3岁婴幼儿托位200个", ["婴幼儿", "婴幼儿托位"]),
        ("为35岁以下青年教师120人提供培训", ["青年教师", "青年教师"]),
        ("青少年赛事参赛运动员6岁至17岁", ["青少年赛事参赛运动员"]),
    ],
)
def test_an_age_is_of_people_and_a_rate_behind_it_of_more(text: str, entities: list[str]) -> None:
    assert [mention.entity for mention in extract(text)] == entities


@pytest.mark.parametrize(
    ("text", "number", "digits", "factor"),
    [
        ("共3.2万人。", "32000", "3.2", 10_000),
        ("投入7.20亿元。", "720000000", "7.20", 10**8),
        ("受理12,600件。", "12600", "12600", 1),
        ("≥99.50%，", "99.50", "99.50", 1),
        ("1,200百万元。", "1200000000", "1200", 10**6),
    ],
)
def test_separators_points_and_multipliers_are_read_on_the_short_way_too(
    text: str, number: str, digits: str, factor: int
) -> None:
    (mention,) = extract(text)
    assert (mention.number, mention.digits, mention.factor) == (number, digits, factor)


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("存栏肉羊3.4万只（头），", "34000", "只（头）"),
        ("整修便桥14座(处)，", "14", "座(处)"),
        ("复排折子戏9出，送戏下乡", "9", "出"),
        ("发行纪念封320版、邮折", "320", "版"),
        ("耕地质量指数不低于4.85。", "4.85", None),
        ("桥梁技术状况BCI≥88，", "88", None),
        ("视频号粉丝12.6万，互动率", "126000", None),
        ("保洁员4人×11月×0.3万元/人·月", "11", "月"),
        ("综合得分85（含）—95分的", "85~95", "分"),
        ("用地15亩(不含)至30亩的", "15~30", "亩"),
    ],
)
def test_units_nobody_listed_and_numbers_without_one(text: str, number: str, unit: str | None) -> None:
    assert (number, unit) in [(mention.number, mention.unit) for mention in extract(text)]


def test_the_other_word_for_what_is_counted_does_not_part_it_from_the_first() -> None:
    (mention,) = extract("存栏肉羊3.4万只（头），")
    assert mention.dimension == extract("存栏肉羊5只，")[0].dimension


@pytest.mark.parametrize("text", ["位于18号、19号", "不晚于2027，", "住301室。", "购置20型、30型设备", "每日8时。"])
def test_a_mark_of_a_place_in_a_row_is_no_classifier(text: str) -> None:
    assert extract(text) == []


@pytest.mark.parametrize("text", ["服务时间8:30-17:00，全年不少于300天", "营业时间9:00—17:30，不少于8小时"])
def test_the_end_of_a_time_of_day_names_nothing(text: str) -> None:
    assert [one.entity for one in extract(text)] == [None]


@pytest.mark.parametrize(
    ("text", "span", "number", "comparator"),
    [
        ("冷库温度保持在-18℃以下", "-18℃", "-18", "<="),
        ("冷冻库−20℃运行", "−20℃", "-20", "="),
        ("冷冻库零下20度运行", "零下20度", "-20", "="),
        ("冰排在-25℃至-15℃预冷", "-25℃至-15℃", "-25~-15", "range"),
        ("转运箱温度-5～8℃", "-5～8℃", "-5~8", "range"),
        ("低温柜温度-20±5℃", "-20±5℃", "-25~-15", "range"),
        ("客运量增幅不低于-2.5%", "-2.5%", "-2.5", ">="),
        ("造价变动（-3%～+3%）以内", "-3%～+3%", "-3~3", "range"),
        ("湿度40%-60%", "40%-60%", "40~60", "range"),
        ("执行HJ-18℃规程", None, "", ""),
        ("线下18场活动", "18场", "18", "="),
    ],
)
def test_a_temperature_or_a_share_below_zero_keeps_its_sign(
    text: str, span: str | None, number: str, comparator: str
) -> None:
    found = [(one.text, one.number, one.comparator) for one in extract(text)]
    assert found == ([] if span is None else [(span, number, comparator)])


def test_a_sign_makes_no_contradiction_with_a_target_below_zero() -> None:
    (said,) = extract("冷库温度保持在-18℃以下")
    target = parse_target("≤-18℃")
    assert (said.number, said.comparator) == (target.value, target.comparator)


@pytest.mark.parametrize("text", ["按1:1.5比例配套", "师资按1:2比例配备"])
def test_a_ratio_before_the_word_for_it_is_no_scale_of_a_map(text: str) -> None:
    assert [one.kind for one in extract(text)] == ["fraction"]
    assert extract("测绘1:500比例地形图") == []


@pytest.mark.parametrize(
    ("text", "number", "comparator", "holds"),
    [
        # 八成 is printed to ten per cent: it may be 84 %.
        ("就业率八成以上", "80", ">=", True),
        ("成活率不低于九成五", "95", ">=", False),
        ("占比七至八成", "70~80", "range", True),
        ("覆盖8.5成住户", "85", "=", False),
    ],
)
def test_tenths_are_worked_out_to_per_cent_and_keep_their_printed_precision(
    text: str, number: str, comparator: str, holds: bool
) -> None:
    one = only(text)
    assert (one.number, one.unit, one.kind, one.comparator) == (number, "%", "percent", comparator)
    assert one.interval is not None
    assert one.interval.contains(84) is holds
