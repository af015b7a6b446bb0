"""An item and the task that names it are one thing to say, and nothing is bought that nobody can hand over."""

import pytest

from drafter.brief import Brief
from drafter.drafting import draft
from drafter.models.embedded.items import Said
from drafter.models.embedded.tasked import is_doing, merged


def _goal(project: str, items: list[dict[str, object]], tasks: list[str] | None = None) -> str:
    brief = Brief(project_name=project, year=2027, items=items, tasks=tasks or [])
    return draft(brief).filing.annual_goal or ""


@pytest.mark.parametrize(
    ("item", "task", "said"),
    [
        (("陪诊服务", 420, "人次"), "为独居老人提供陪诊服务", "为独居老人提供陪诊服务420人次"),
        (("读书分享会", 24, "场"), "举办亲子读书分享会", "举办亲子读书分享会24场"),
        (("入户评估", 90, "户"), "对申请家庭开展入户评估", "对申请家庭开展入户评估90户"),
        (("心理辅导", 300, "小时"), "提供心理辅导", "提供心理辅导300小时"),
        (("职工体检", 260, "人"), "组织职工健康体检", "组织职工健康体检260人"),
        (("成果论证会", 2, "次"), "组织成果论证", "组织成果论证会2次"),
        (("助学补贴", 80, "人"), "按季发放助学补贴", "按季向80人发放助学补贴"),
        (("驻校社工", 5, "名"), "向农村小学选派驻校社工", "向农村小学选派驻校社工5名"),
        (("宣传条幅", 30, "条"), "悬挂宣传条幅", "悬挂宣传条幅30条"),
        (("走访慰问", 90, "户"), "重阳、春节走访慰问", "开展重阳、春节走访慰问90户"),
        (("牙科检查设备", 8, "套"), "为村卫生站配备检查设备", "为村卫生站配备牙科检查设备8套"),
        (("送清凉慰问", 70, "户"), "开展工地送清凉慰问", "开展工地送清凉慰问70户"),
        (("戏曲进校园", 22, "场"), "举办戏曲进校园活动", "举办戏曲进校园活动22场"),
        (("技能培训", 60, "人"), "组织返乡农民工技能培训", "组织返乡农民工技能培训60人"),
        (("河道巡查员", 14, "人"), "聘请河道巡查员清理漂浮物", "聘请河道巡查员14人清理漂浮物"),
        (("三高筛查", 700, "人"), "为老年人开展“三高”筛查", "为老年人开展三高筛查700人"),
    ],
)
def test_an_item_is_said_in_the_words_of_its_task_once(item, task, said):
    name, quantity, unit = item
    goal = _goal("关爱服务", [{"name": name, "quantity": quantity, "unit": unit}], [task])
    assert said in goal
    assert goal.count(task[-4:]) <= 1


def test_a_verb_shared_by_two_tasks_is_said_once():
    items = [{"name": "开班仪式", "quantity": 1, "unit": "场"}, {"name": "专题讲座", "quantity": 6, "unit": "场"}]
    goal = _goal("家长学校", items, ["举办家长学校开班仪式", "举办专题讲座"])
    assert "举办家长学校开班仪式1场、专题讲座6场" in goal


@pytest.mark.parametrize(
    "tasks",
    [
        ["开展政策宣讲和上门走访"],  # of two things one is not the item
        ["开展政策宣讲", "组织基层政策宣讲"],  # whose is the count?
        ["政策宣讲"],
    ],
)
def test_a_task_that_is_not_the_item_alone_is_no_word_for_it(tasks):
    told = [Said("举办", "政策宣讲", "{F1}")]
    assert merged(told, tasks) == (told, tasks)


@pytest.mark.parametrize(
    "task",
    ["派驻健康老师", "形成分析报告", "为学生提供早餐", "通过等级测评", "选聘网格人员", "升级平台模块", "选派人员驻村"],
)
def test_what_begins_with_a_verb_is_done(task):
    assert is_doing(task)


@pytest.mark.parametrize(
    "task",
    ["调查员培训", "规范性文件审查", "监测站巡检", "监测平台维护", "检查人员培训", "值班律师帮助", "传承人口述史采录"],
)
def test_a_name_made_of_a_verb_is_no_doing(task):
    assert not is_doing(task)


def test_tasks_stand_in_the_order_of_the_brief():
    goal = _goal("治安防控", [{"name": "巡防队员", "quantity": 8, "unit": "人"}], ["重点部位值守", "协助排查隐患"])
    assert goal.index("重点部位值守") < goal.index("协助排查隐患")


@pytest.mark.parametrize(
    ("project", "item", "said"),
    [
        ("白蚁综合治理", ("林木涂白", 9000, "株"), "完成林木涂白9000株"),
        ("司法社会服务", ("个案辅导", 300, "小时"), "提供个案辅导300小时"),
        ("应急通信保障", ("无人机航拍", 40, "架次"), "完成无人机航拍40架次"),
        ("交通辅助用工", ("辅警", 20, "人"), "聘用辅警20人"),
        ("区级广播", ("播音", 6, "名"), "配备播音6名"),
        ("沟渠维护", ("枯枝清理", 500, "处"), "清理枯枝500处"),
        ("统计系统完善", ("软件开发", 1, "项"), "完成软件开发1项"),
        ("办公用品", ("碎纸机", 4, "台"), "购置碎纸机4台"),
        ("象棋联赛", ("裁判", 9, "人"), "聘请裁判9人"),
        ("内部审计", ("督导企业", 18, "家"), "督导企业18家"),
        ("云平台保障", ("服务器租用", 7, "台"), "租赁服务器7台"),
        ("工程审计", ("外聘造价师", 90, "人天"), "安排外聘造价师90人天"),
        ("少年宫课程", ("外聘教师课时", 640, "课时"), "安排外聘教师640课时"),
        ("幼儿园保育", ("消毒用品", 14, "所"), "购置消毒用品，覆盖14所"),
        ("车辆管理", ("公务车年检", 30, "辆"), "完成公务车年检30辆"),
        ("城市形象推广", ("公众号推文", 96, "条"), "发布公众号推文96条"),
        ("托育机构补贴", ("托育运营补贴", 11, "家"), "向11家发放托育运营补贴"),
        ("办公用品", ("台历", 200, "本"), "台历200本"),
    ],
)
def test_what_is_done_given_or_hired_is_not_bought(project, item, said):
    name, quantity, unit = item
    goal = _goal(project, [{"name": name, "quantity": quantity, "unit": unit}])
    assert said in goal


def test_no_field_is_named_that_is_not_the_projects():
    brief = Brief(
        project_name="中小学校医配备", year=2027, items=[{"name": "学生视力筛查", "quantity": 900, "unit": "人"}]
    )
    names = " ".join(row.name for row in draft(brief).filing.indicators)
    assert "居民" not in names


@pytest.mark.parametrize(
    ("project", "own"),
    [("智慧门户管理系统升级改造（三期）", "系统功能验收通过率"), ("宿舍楼消防系统改造", "工程质量验收合格率")],
)
def test_a_system_that_is_written_is_no_building_site(project, own):
    names = [row.name for row in draft(Brief(project_name=project, year=2027)).filing.indicators]
    assert any(own in name for name in names)


@pytest.mark.parametrize(
    ("shares", "own"), [((900, 20), "慰问对象满意度"), ((20, 900), "参训人员满意度")], ids=["visits", "training"]
)
def test_where_two_works_weigh_the_same_most_of_the_money_decides(shares, own):
    items = [
        {"name": "节日慰问", "quantity": shares[0], "unit": "户", "unit_price": 500},
        {"name": "骨干培训", "quantity": shares[1], "unit": "人", "unit_price": 500},
    ]
    filing = draft(Brief(project_name="双拥保障", year=2027, items=items)).filing
    assert own in [row.name for row in filing.indicators]


def test_an_item_called_by_the_end_of_the_projects_name_is_said_in_full():
    goal = _goal("家政服务员技能培训", [{"name": "培训", "quantity": 75, "unit": "人"}])
    assert "组织75人参加家政服务员技能培训" in goal
    assert "组织75人参加培训" in _goal("家政扶持", [{"name": "培训", "quantity": 75, "unit": "人"}])


@pytest.mark.parametrize(
    ("item", "task", "said"),
    [
        (("护坡维修", 12, "公里"), "维修破损护坡", "维修破损护坡12公里"),
        (("空调维护", 1, "项"), "维护办公楼空调", "完成办公楼空调维护1项"),
        (("无人船租用", 60, "航次"), "租用无人船测水", "租用无人船60航次测水"),
        (("地方戏创作", 3, "部"), "创作地方戏", "创作地方戏3部"),
    ],
)
def test_work_named_last_in_the_item_and_first_in_the_task_is_one(item, task, said):
    name, quantity, unit = item
    goal = _goal("河道管理", [{"name": name, "quantity": quantity, "unit": unit}], [task])
    assert said in goal
    assert task not in goal.replace(said, "")


@pytest.mark.parametrize(("project", "verb"), [("护林防火装备", "购置"), ("防汛物资储备", "储备")])
def test_only_what_is_kept_in_store_is_stored(project, verb):
    goal = _goal(
        project, [{"name": "油锯", "quantity": 9, "unit": "台"}, {"name": "值班", "quantity": 60, "unit": "天"}]
    )
    assert f"{verb}油锯9台" in goal
