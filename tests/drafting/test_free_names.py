"""Free text: what a thing is called in a form, however it is said; and words that name no project at all."""

import pytest

from drafter.drafting import load_brief
from drafter.errors import InputError


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2027年搞个消防演练，预算2万", "消防演练项目"),
        ("2027年个人防护用品采购，预算3万", "个人防护用品采购"),
        ("2027年给老人发蛋糕，预算3万", "蛋糕项目"),
    ],
)
def test_a_project_is_called_by_the_thing_alone(text, name):
    assert load_brief(text, ".txt").project_name == name


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("2027年租车2辆，每辆3万，预算6万", ("车辆租用", "租用")),
        ("2027年给老人发蛋糕500份，每份60元", ("蛋糕", "发放")),
        ("2027年给老人发蛋糕，500份，每份60元", ("蛋糕", "发放")),
        ("2027年给困难老人发慰问金300户，每户500元", ("慰问金", "发放")),
    ],
)
def test_an_item_is_called_by_the_thing_and_its_verb(text, item):
    (only,) = load_brief(text, ".txt").items
    assert (only.name, only.verb) == item


@pytest.mark.parametrize(
    ("said", "name", "value"),
    [
        ("居民满意90以上", "居民满意度", 90),
        ("满意率要九成五", "满意率", 95),
        ("群众满意率达到92以上", "群众满意率", 92),
        ("满意度要95%", "满意度", 95),
    ],
)
def test_satisfaction_as_it_is_said(said, name, value):
    (target,) = load_brief(f"2027年保洁服务，预算20万元，{said}", ".txt").targets
    assert (target.name, target.comparator, target.value, target.unit) == (name, ">=", value, "%")


@pytest.mark.parametrize("text", ["你好", "？？？", "123", "谢谢", "您好，请帮我写一份绩效目标"])
def test_words_that_name_no_project_are_refused(text):
    with pytest.raises(InputError, match="没有读出是什么项目"):
        load_brief(text, ".txt")


@pytest.mark.parametrize("text", ["帮我写个表，2027年的，购买电脑20台，每台5000元", "购买电脑20台，每台5000元，谢谢"])
def test_small_words_leave_no_question(text):
    assert not [question for question in load_brief(text, ".txt").questions if question.field == "notes"]
