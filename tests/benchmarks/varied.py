"""Filings of many offices that repeat one another as little as real ones do: any number, the same every time.

`synthetic.filings` mixes the starter corpus, so that every row stands in dozens of filings: it is the hard case for
whatever compares filings, and an easy one for whatever remembers names. Here names are put together from parts, rows
fit their goal, and every fifth filing is that of the year before, brought up to date.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any, NamedTuple

from benchmarks.synthetic import BUREAUS, DISTRICTS

from drafter.language import parse_target

_WORKS = [
    ("路灯灯杆", "检修", "根"), ("公园座椅", "更新", "张"), ("健身器材", "安装", "套"), ("社区图书", "采购", "册"),
    ("宣传手册", "印制", "份"), ("消防水带", "配备", "条"), ("防汛沙袋", "储备", "袋"), ("河道护栏", "修缮", "米"),
    ("桥梁支座", "检测", "处"), ("泵站机组", "大修", "台"), ("老人餐食", "配送", "份"), ("残疾人辅具", "发放", "件"),
    ("校舍门窗", "更换", "扇"), ("教学电脑", "购置", "台"), ("幼儿床铺", "添置", "张"), ("文物库房", "除湿", "间"),
    ("档案卷宗", "扫描", "卷"), ("地籍图幅", "修测", "幅"), ("土壤样品", "化验", "份"), ("水质断面", "监测", "个"),
    ("农田沟渠", "清理", "公里"), ("果树苗木", "补植", "株"), ("动物疫苗", "接种", "支"), ("屠宰检疫点", "巡查", "个"),
    ("公交站亭", "改造", "座"), ("道路标线", "施划", "公里"), ("隔离护栏", "清洗", "公里"), ("窨井井盖", "排查", "个"),
    ("就业培训", "举办", "期"), ("法律咨询", "接待", "人次"), ("普法讲座", "开展", "场"), ("矛盾纠纷", "调处", "件"),
    ("心理热线", "接听", "次"), ("戏曲演出", "组织", "场"), ("非遗课程", "开设", "课时"), ("电影放映", "安排", "场"),
    ("妇女筛查", "完成", "人"), ("家庭医生", "签约", "户"), ("急救药箱", "补充", "个"), ("疫苗冷柜", "维护", "台"),
]  # fmt: skip
_KINDS = [
    "智能", "应急", "夜间", "流动", "公益", "示范", "老旧", "新型", "临街", "山区", "滨水", "校园", "机关", "园区",
    "村级", "楼道", "残障", "青年", "低保", "双语", "节能", "防滑", "便携", "无障碍", "数字", "移动", "联动",
    "标准化", "季节性", "跨区域",
]  # fmt: skip
_PLACES = [
    "东片区", "西片区", "南片区", "北片区", "中心镇", "开发区", "老城区", "滨江带", "环山路", "高铁站", "大学城",
    "工业园", "湿地", "古镇", "渔港", "林场", "水库", "矿区",
]  # fmt: skip
_AIMS = [
    "改善居民出行条件", "提升公共服务水平", "消除安全隐患", "方便群众办事", "丰富居民文化生活", "保护生态环境",
    "守护群众健康", "规范行业管理",
]  # fmt: skip
_GOALS = [
    "{year}年计划{works}，{quality}达到{rate}%，{aim}，群众满意度不低于{happy}%。",
    "围绕{aim}的要求，全年{works}；{quality}≥{rate}%，{month}月底前完成，群众满意度达到{happy}%以上。",
    "{works}，{aim}。年内{quality}保持在{rate}%以上，服务对象满意度{happy}%以上。",
    "为{aim}，本年度安排资金{wan}万元，{works}，{quality}达{rate}%。",
]
_NAMES = ["{place}{thing}{work}", "{thing}{work}经费", "{place}{thing}专项", "{kind}{thing}{work}补助"]
_QUALITY = ["验收合格率", "达标率", "完好率", "合格率"]
_TIMES = ["{work}完成及时率", "{work}按时完成率", "任务完成及时性"]


class _Work(NamedTuple):
    """So many of a thing a year."""

    thing: str
    work: str
    unit: str
    count: int


def varied(count: int, seed: int = 20261122) -> Iterator[dict[str, Any]]:
    """`count` filings as JSON data, one of a document each."""
    random_ = random.Random(seed)
    last: list[tuple[str, str, str, list[_Work]]] = []
    for number in range(count):
        if number % 5 == 4:
            name, office, place, works = last[random_.randrange(len(last))]
            works = [
                one._replace(count=one.count + random_.randrange(-one.count // 9, one.count // 9 + 1)) for one in works
            ]
            yield _filing(random_, 2027, name, office, place, works)
            continue
        office = f"{random_.choice(DISTRICTS)}区{random_.choice(BUREAUS)}"
        place = random_.choice(_PLACES)
        works = [_work(random_) for _ in range(random_.randrange(2, 5))]
        first = works[0]
        name = random_.choice(_NAMES).format(
            place=place, thing=first.thing, work=first.work, kind=random_.choice(_KINDS)
        )
        last = [*last[-199:], (name, office, place, works)]
        yield _filing(random_, 2026, name, office, place, works)


def _work(random_: random.Random) -> _Work:
    thing, work, unit = random_.choice(_WORKS)
    return _Work(random_.choice(_KINDS) + thing, work, unit, random_.randrange(3, 5000))


def _filing(
    random_: random.Random, year: int, name: str, office: str, place: str, works: list[_Work]
) -> dict[str, Any]:
    rate, happy, money = random_.randrange(90, 101), random_.randrange(80, 99), random_.randrange(5, 900) * 10000
    first = works[0]
    quality = f"{first.thing}{random_.choice(_QUALITY)}"
    promised = "、".join(f"{one.work}{place}{one.thing}{one.count}{one.unit}" for one in works)
    goal = random_.choice(_GOALS).format(
        year=year, aim=random_.choice(_AIMS), quality=quality, rate=rate, happy=happy, wan=money // 10000,
        month=random_.randrange(6, 13), works=promised,
    )  # fmt: skip
    rows = [("产出指标", "数量指标", f"{one.thing}{one.work}数量", f"={one.count}({one.unit})") for one in works]
    rows += [
        ("产出指标", "质量指标", quality, f"≥{rate}(%)"),
        ("产出指标", "时效指标", random_.choice(_TIMES).format(work=first.work), "=100(%)"),
        ("产出指标", "成本指标", "项目总成本", f"≤{money // 10000}(万元)"),
        ("效益指标", "社会效益指标", f"{place}居民对{first.thing}知晓率", f"≥{random_.randrange(70, 95)}(%)"),
        ("满意度指标", "服务对象满意度指标", f"{place}群众满意度", f"≥{happy}(%)"),
    ]
    return {
        "index": 0,
        "year": year,
        "project_name": name,
        "implementer": office,
        "funding": {"annual_total": str(money), "current_appropriation": str(money)},
        "annual_goal": goal,
        "indicators": [
            {"level1": level1, "level2": level2, "name": row, "target": _target(raw)}
            for level1, level2, row, raw in rows
        ],
    }


def _target(raw: str) -> dict[str, Any]:
    value = parse_target(raw)
    return {"raw": raw, "comparator": value.comparator, "value": value.value, "unit": value.unit}
