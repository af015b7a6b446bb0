"""A verb of one character before its object is the verb, and who serves as what is hired as that."""

import pytest

from drafter.drafting import draft, load_brief


def _brief(text: str):
    return load_brief(text, ".txt")


@pytest.mark.parametrize(
    ("said", "verb", "named", "in_goal"),
    [
        ("出法律意见书40份", "出具", "法律意见书", "出具法律意见书40份"),
        ("审合同150份", "审核", "合同审核", "审核合同150份"),
        ("写信息40篇", "撰写", "信息", "撰写信息40篇"),
        ("讲党课12场", "讲授", "党课", "讲授党课12场"),
        ("出简报12期", "编印", "简报", "编印简报12期"),
        ("办援助案件300件", "办理", "援助案件", "办理援助案件300件"),
        ("查餐馆300家", "检查", "餐馆检查", "检查餐馆300家"),
        ("送电影120场", "放映", "电影放映", "放映电影120场"),
        ("测水质200次", "检测", "水质检测", "检测水质200次"),
        ("改户厕600户", "改造", "户厕改造", "改造户厕600户"),
    ],
)
def test_a_verb_of_one_character_is_no_part_of_the_name(said, verb, named, in_goal):
    brief = _brief(f"法律服务项目，年内{said}")
    (item,) = brief.items
    assert (item.verb, item.name) == (verb, named)
    assert in_goal in (draft(brief).filing.annual_goal or "")


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("出生证明500份", "出生证明"),
        ("办公文件柜20个", "办公文件柜"),
        ("查询机3台", "查询机"),
        ("讲台40个", "讲台"),
        ("写字板60块", "写字板"),
        ("测温仪30台", "测温仪"),
    ],
)
def test_a_word_that_begins_like_a_verb_is_a_thing(said, name):
    assert [item.name for item in _brief(f"街道设备项目，{said}").items] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "律师事务所当法律顾问项目，出法律意见书40份",
        "2027年请律师事务所当法律顾问，出法律意见书40份",
        "聘请律师担任法律顾问，出法律意见书40份",
    ],
)
def test_the_project_is_what_somebody_serves_as(text):
    assert _brief(text).project_name == "法律顾问项目"
