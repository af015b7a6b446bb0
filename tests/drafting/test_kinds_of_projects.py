"""What is proposed for a project is what its own kind asks, in words a bureau would sign."""

import re

import pytest

from drafter.drafting import draft, load_brief
from drafter.models.embedded.kinds import kind_of, kinds

# Projects of other fields than the briefs the drafting was written on.
PROJECTS = {
    "病房楼外墙修缮": ("外墙修缮3200平方米，每平方米180元", "works", "修缮外墙3200平方米", "工程按期完工率"),
    "农村道路硬化": ("硬化路面12公里，每公里45万元", "works", "硬化路面12公里", "硬化后设施正常使用率"),
    "理化实验室设备采购": ("显微镜120台，每台650元", "equipment", "购置显微镜120台", "显微镜到货及时率"),
    "困境儿童生活补贴": ("86人，每人每年14400元", "subsidy", "向86人发放困境儿童生活补贴", "补贴政策知晓率"),
    "退役军人春节慰问": ("慰问320户，每户800元", "subsidy", "开展退役军人春节慰问320户", "慰问对象覆盖率"),
    "工会送清凉": ("慰问一线职工600人，每人150元", "subsidy", "慰问一线职工600人", "慰问对象覆盖率"),
    "污水处理站运行维护": ("污水处理站14座，每座4.5万元", "maintenance", "维护污水处理站14座", "故障处置及时率"),
    "监测设备运维": ("监测设备36套，每套2.4万元", "maintenance", "维护监测设备36套", "故障处置及时率"),
    "视频专线租用": ("专线20条，每条每年6000元", "it_ops", "租用专线20条", "网络畅通率"),
    "全民阅读推广活动": ("阅读活动24场，每场6000元", "events", "举办阅读活动24场", "活动按时举办率"),
    "招商引资推介会": ("推介会3场，每场12万元", "events", "举办推介会3场", "活动方案落实率"),
    "防诈骗公益宣传": ("宣传单6万份，每份0.25元", "publicity", "印制宣传单6万份", "宣传覆盖率"),
    "不动产登记系统升级": ("功能模块6个，每个9万元", "it_build", "开发功能模块6个", "升级任务按期完成率"),
    "产业发展规划研究": ("课题报告2份，每份12万元", "research", "编制课题报告2份", "研究成果按时提交率"),
    "特种设备安全检查": ("检查企业420家，每家260元", "inspection", "检查企业420家", "检查覆盖率"),
    "财政绩效评价委托": ("评价项目12个，每个4万元", "consulting", "完成评价项目12个", "绩效评价成果应用率"),
    "城市照明电费": ("路灯1.8万盏，预算420万元", "levy", "按时足额缴纳城市照明电费", "因欠费影响正常使用次数"),
    "救灾物资储备": ("帐篷300顶，每顶900元", "reserve", "储备帐篷300顶", "储备管理制度建立情况"),
    "人工增雨作业": ("火箭弹200枚，每枚3200元", "generic", "购置火箭弹200枚", "人工增雨作业按时完成率"),
    "野生动物救护": ("救护受伤动物180只，每只600元", "generic", "救护受伤动物180只", "作业安全责任事故发生数"),
    "机关食堂服务": ("就餐人员450人，每人3000元", "catering", "服务就餐人员450人", "供餐及时率"),
    "城区污水管道清淤": ("清淤管道26公里，每公里2.1万元", "river", "清淤管道26公里", "管网排水状况"),
    "小区雨污管网改造": ("检查井210座，每座3500元", "works", "检查井210座", "改造后设施正常使用率"),
}
_VAGUE = re.compile(r"稳步|有效提升|明显|显著|不断|进一步|逐步|较好|良好|基本")
_ODD = re.compile(r"([一-鿿]{2})\1|购置[^，。]*(?:人员|动物|服务)|聘用就餐|未命名")


def _drafted(name):
    return draft(load_brief(f"2027年{name}，{PROJECTS[name][0]}", ".txt"), retrieve=lambda *_: [])


@pytest.mark.parametrize("name", PROJECTS)
def test_a_project_is_of_its_kind_and_says_what_is_done(name):
    _, kind, said, row = PROJECTS[name]
    filing = _drafted(name).filing
    assert kind_of(load_brief(f"2027年{name}，{PROJECTS[name][0]}", ".txt")).id == kind
    assert said in (filing.annual_goal or "")
    assert row in [one.name for one in filing.indicators]


@pytest.mark.parametrize("name", PROJECTS)
def test_nothing_odd_or_vague_is_proposed(name):
    result = _drafted(name)
    filing = result.filing
    findings = [one for one in result.report.documents[0].filings[0].findings if one.severity != "info"]
    assert findings == []
    words = [filing.annual_goal or "", *(row.name for row in filing.indicators)]
    words += [row.target.raw for row in filing.indicators if row.target]
    assert not [text for text in words if _VAGUE.search(text) or _ODD.search(text)]
    assert len({row.name for row in filing.indicators}) == len(filing.indicators)


def test_every_kind_asks_for_quality_time_benefit_and_what_lasts():
    for kind in kinds():
        categories = {frame.category for frame in kind.frames}
        assert {"quality", "timeliness", "sustainability"} <= categories, kind.id
        assert {"social_benefit", "ecological_benefit", "economic_benefit"} & categories, kind.id
        assert not [frame.name for frame in kind.frames if _VAGUE.search(frame.name + frame.target)], kind.id
