"""A brief is read exactly or refused by name; nothing in it is turned into something else."""

import inspect
import json
from decimal import Decimal
from time import process_time

import pytest

from drafter.brief import Brief
from drafter.drafting import draft, example_brief, load_brief
from drafter.drafting.questions import questions_of
from drafter.errors import InputError


def _refused(text: str, suffix: str = ".yaml") -> InputError:
    with pytest.raises(InputError) as caught:
        load_brief(text, suffix)
    assert caught.value.zh and caught.value.en and caught.value.zh != caught.value.en
    return caught.value


def test_the_example_brief_is_the_contracts_own():
    brief = load_brief(example_brief())
    assert (brief.project_name, brief.year, brief.budget_total) == ("政府购买辅助服务（保安）", 2027, Decimal(132000))
    assert brief.items[0].unit_price == Decimal(66000)
    assert brief.targets[0].comparator == ">=" and brief.targets[0].value == Decimal(90)


@pytest.mark.parametrize(
    ("written", "yuan"),
    [
        ("132000", "132000"),
        ("13.2万元", "132000"),
        ("13.2万", "132000"),
        ("66,000元", "66000"),
        ("66000.10", "66000.10"),
        ("1.5亿元", "150000000"),
        ("'0.1'", "0.1"),
        ("010", "10"),
    ],
)
def test_money_is_read_exactly_in_yaml_and_json(written, yuan):
    assert load_brief(f"project_name: 某项目\nbudget_total: {written}").budget_total == Decimal(yuan)
    data = json.dumps({"project_name": "某项目", "budget_total": written.strip("'")}, ensure_ascii=False)
    assert load_brief(data, ".json").budget_total == Decimal(yuan)


def test_json_numbers_do_not_pass_through_a_float():
    assert load_brief('{"project_name": "某项目", "budget_total": 0.1}', ".json").budget_total == Decimal("0.1")
    assert load_brief('{"project_name": "某项目", "budget_total": 100000000000000000000.01}', ".json").budget_total == (
        Decimal("100000000000000000000.01")
    )


def test_the_unit_of_a_price_and_of_a_count_is_kept():
    brief = load_brief("project_name: 某项目\nitems:\n  - {name: 保安, quantity: 两名, unit_price: 6.6万元/人}")
    item = brief.items[0]
    assert (item.quantity, item.unit, item.unit_price) == (Decimal(2), "人", Decimal(66000))
    brief = load_brief("project_name: 某项目\nitems:\n  - {name: 折页, quantity: 1.5万份, unit_price: 0.8}")
    assert (brief.items[0].quantity, brief.items[0].unit) == (Decimal(15000), "份")


@pytest.mark.parametrize(
    ("written", "comparator", "value", "unit"),
    [
        ("≥90%", ">=", "90", "%"),
        ("90", "=", "90", None),
        ("<=30分钟", "<=", "30", "分钟"),
        ("不低于95%", ">=", "95", "%"),
    ],
)
def test_a_target_may_be_written_in_one(written, comparator, value, unit):
    target = load_brief(f"project_name: 某项目\ntargets:\n  - {{name: 某指标, value: {written!r}}}").targets[0]
    assert (target.comparator, target.value, target.unit) == (comparator, Decimal(value), unit)


def test_a_structured_brief_through_a_pipe_is_no_free_text():
    brief = load_brief(example_brief())
    assert load_brief(example_brief(), ".txt") == load_brief(example_brief(), "") == brief
    given = brief.model_dump_json(exclude_none=True, exclude={"questions"})
    assert load_brief(given, ".txt").items == brief.items
    assert "buget_total" in _refused("project_name: 路灯更新\nbuget_total: 1\n", ".txt").zh


def test_chinese_keys_are_understood():
    brief = load_brief(
        "项目名称: 某项目\n年度: 2027年\n预算总额: 5万元\n任务: 走访、慰问\n"
        "明细:\n  - {名称: 慰问品, 数量: 10, 单位: 份}"
    )
    assert (brief.year, brief.budget_total, brief.tasks) == (2027, Decimal(50000), ["走访", "慰问"])
    assert brief.items[0].unit == "份"


@pytest.mark.parametrize(
    "colons",
    [
        lambda text: text.replace(": ", "："),
        lambda text: text.replace(": ", ":"),
        lambda text: text.replace(":", "：").replace("： ", "　：　"),
        lambda text: text.replace("预算: ", "预算："),
        lambda text: text.replace("- 名称: ", "- 名称:"),
    ],
)
def test_colons_as_chinese_input_methods_type_them_are_colons(colons):
    text = (
        "项目名称: 校园灭火器年检\n年度: 2027\n预算: 3.6万元\n目的: 消除隐患：早查早改\n"
        "明细:\n  - 名称: 灭火器年检\n    数量: 600\n    单位: 具\n    单价: 60\n"
    )
    assert load_brief(colons(text)) == load_brief(text)


def test_colons_of_a_valid_brief_are_its_own():
    text = "project_name: 网站维护\npurpose: |\n  说明：按合同\n  网址:http://example.com\n"
    assert (load_brief(text).purpose or "").strip() == "说明：按合同\n网址:http://example.com"
    # What is wrong is said of the text as it was written.
    refused = _refused("project_name：网站维护\n数目：3\n")
    assert "YAML" in refused.zh or "键" in refused.zh


def test_an_unknown_key_is_named_with_the_closest_known():
    error = _refused("project_name: 某项目\nbuget_total: 5")
    assert "buget_total" in error.zh and "budget_total" in error.zh and "buget_total" in error.en
    error = _refused("project_name: 某项目\nitems:\n  - {name: 保安, quantiy: 2}")
    assert "items[0].quantiy" in error.zh and "quantity" in error.zh


@pytest.mark.parametrize(
    ("text", "suffix", "named"),
    [
        ("", ".yaml", "空"),
        ("year: 2027", ".yaml", "project_name"),
        ("project_name: a\nyear: 明年", ".yaml", "year"),
        ("project_name: a\nbudget_total: 很多钱", ".yaml", "budget_total"),
        ("project_name: a\nitems: 保安", ".yaml", "items"),
        ("project_name: a\nitems:\n  - {name: 保安, quantity: 几个}", ".yaml", "items[0].quantity"),
        ("project_name: a\nstart_date: 2027-02-30", ".yaml", "start_date"),
        ("project_name: a\nproject_name: b", ".yaml", "两次"),
        ("project_name: [a", ".yaml", "YAML"),
        ("- a\n- b", ".yaml", "键"),
        ("x: &a [1]\ny: *a", ".yaml", "锚点"),
        ('{"project_name": "a",', ".json", "JSON"),
        ('{"project_name": "a", "budget_total": NaN}', ".json", "NaN"),
        ('{"project_name": "a", "project_name": "b"}', ".json", "两次"),
        ("project_name: a", ".docx", ".docx"),
        ("project_name: a\nyear: 99999", ".yaml", "year"),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_sentence(text, suffix, named):
    assert named in _refused(text, suffix).zh


def test_hostile_yaml_is_refused_and_quickly():
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(f"k{n}: &k{n} [*a,*a,*a,*a]\n" for n in range(30))
    _refused(bomb)
    _refused("[" * 50_000)
    _refused("project_name: !!python/object/apply:os.system ['true']")
    _refused("x" * 300_000)


def test_scalars_stay_what_was_written():
    brief = load_brief("project_name: no\npurpose: 12:30\ntasks: [0x10, 1_000, yes]")
    assert (brief.project_name, brief.purpose, brief.tasks) == ("no", "12:30", ["0x10", "1_000", "yes"])


def _asked(text: str, suffix: str = ".yaml") -> dict[str, str]:
    return {question.field: question.message for question in draft(load_brief(text, suffix)).questions}


def test_what_is_open_is_asked_and_left_blank():
    result = draft(Brief(project_name="道路养护"))
    assert {question.field for question in result.questions} == {"year", "budget_total"}
    filing = result.filing
    assert (filing.year, filing.start_date, filing.funding.annual_total) == (None, None, None)
    asked = _asked("project_name: 某项目\nyear: 2027\nbudget_total: 5\nitems:\n  - {name: 保安, quantity: 2}")
    assert "单价" in asked["items[0].unit_price"] and "计量单位" in asked["items[0].unit"]


def test_a_budget_that_is_not_given_is_the_sum_of_the_items_and_asked_about():
    text = "project_name: 某项目\nyear: 2027\nitems:\n  - {name: 保安, quantity: 2, unit: 人, unit_price: 66000}"
    result = draft(load_brief(text))
    assert result.filing.funding.annual_total == Decimal(132000)
    assert "132,000" in next(one.message for one in result.questions if one.field == "budget_total")
    entry = next(one for one in result.provenance if one.path == "funding.annual_total")
    assert entry.source == "computed"


CONTRADICTION = """
project_name: 安保服务
year: 2027
budget_total: 150000
items:
  - {name: 保安, quantity: 2, unit: 人, unit_price: 66000}
"""


def test_items_that_do_not_add_up_are_drafted_as_they_are_and_said():
    result = draft(load_brief(CONTRADICTION))
    filing = result.filing
    assert filing.funding.annual_total == Decimal(150000), "not silently repaired"
    assert filing.budget_lines[0].amount == Decimal(132000)
    assert result.status == "findings"
    report = result.report.documents[0].filings[0]
    assert report.outcomes["DRF003"] == "finding"
    said = [finding for finding in report.findings if "DRF003" in (finding.code, *finding.also)]
    assert said and said[0].severity == "error"
    assert "18,000" in next(one.message for one in result.questions if one.field == "budget_total")


def test_a_price_by_the_month_and_a_factor_of_ten_thousand_are_guessed_at_and_never_corrected():
    text = CONTRADICTION.replace("150000", "132000").replace("unit_price: 66000", "unit_price: 5500, amount: 132000")
    assert "12 倍" in _asked(text)["items[0].amount"]
    assert draft(load_brief(text)).filing.budget_lines[0].unit_price == Decimal(5500)
    assert "一万倍" in _asked(CONTRADICTION.replace("150000", "13.2"))["budget_total"]


def test_two_counts_for_one_thing_are_asked_about():
    asked = _asked(CONTRADICTION.replace("150000", "132000") + "tasks: [聘用3名保安维持秩序]")
    assert "3名" in asked["items[0].quantity"] and "2人" in asked["items[0].quantity"]
    doubled = CONTRADICTION + "  - {name: 保安, quantity: 3, unit: 人}\n"
    assert "列了两次" in _asked(doubled)["items[1].name"]


def test_a_year_outside_the_period_is_asked_about():
    asked = _asked("project_name: 某项目\nyear: 2027\nbudget_total: 5\nstart_date: 2028-01-01\nend_date: 2028-12-31")
    assert "2027" in asked["year"]


@pytest.mark.parametrize(("written", "quote"), [("58.5万元", "585,000元"), ("585000.00元", "585,000.00元")])
def test_money_in_ten_thousands_is_quoted_without_a_tenth(written: str, quote: str):
    """“585,000.0元” and “585,000.0 - 0 - 0 = 585,000.0” were the sources of 58.5万元."""
    result = draft(load_brief(f"project_name: 某项目\nyear: 2027\nbudget_total: {written}\n", ".yaml"))
    quotes = {entry.reference: entry.quote for entry in result.provenance}
    assert quotes["budget_total"] == quote
    number = quote.removesuffix("元")
    assert quotes["current_appropriation"] == f"{number} - 0 - 0 = {number}"


@pytest.mark.parametrize(
    ("word", "sign"),
    [
        ("大于", ">"), ("小于", "<"), ("等于", "="), ("大于等于", ">="), ("小于等于", "<="), ("不低于", ">="),
        ("不少于", ">="), ("不超过", "<="), ("不高于", "<="), ("至少", ">="), ("≥", ">="), ("<=", "<="), ("约", "~"),
    ],
)  # fmt: skip
def test_a_comparator_may_be_a_word(word: str, sign: str):
    text = f'project_name: 某项目\ntargets: [{{name: 合格率, comparator: "{word}", value: 90, unit: "%"}}]'
    target = load_brief(text).targets[0]
    assert (target.comparator, target.value, target.unit) == (sign, 90, "%")


@pytest.mark.parametrize(
    ("value", "read"),
    [("90%以上", (">=", 90, "%")), ("不少于两场", (">=", 2, "场")), ("国家标准", ("=", "国家标准", None))],
)
def test_a_bound_in_words_is_read_with_its_number(value: str, read: tuple[object, ...]):
    """90%以上 was 90 of the unit %以上."""
    target = load_brief(f"project_name: 某项目\ntargets: [{{name: 合格率, value: {value}}}]").targets[0]
    assert (target.comparator, target.value, target.unit) == read


def test_an_unknown_comparator_is_refused_in_chinese_and_in_its_place():
    with pytest.raises(InputError) as caught:
        load_brief('project_name: 某项目\ntargets: [{name: 合格率, comparator: "大概齐", value: 90}]')
    message = str(caught.value)
    assert message.startswith("targets[0] 的 comparator（比较符）“大概齐”不认识") and "Input" not in message


@pytest.mark.parametrize("text", ["project_name: 某\nyear: 1800", f"project_name: {'长' * 301}"])
def test_a_limit_of_the_brief_is_said_in_chinese(text: str):
    with pytest.raises(InputError) as caught:
        load_brief(text)
    assert "不合要求" in str(caught.value) and "nput" not in str(caught.value) and "should" not in str(caught.value)


@pytest.mark.parametrize(("written", "yuan"), [("一万", 10000), ("三千五百", 3500), ("两百/人", 200)])
def test_a_price_may_be_a_numeral(written: str, yuan: int):
    brief = load_brief(f"project_name: 某项目\nitems: [{{name: 检测, quantity: 6, unit_price: {written}}}]")
    assert brief.items[0].unit_price == yuan


MANY_WRONG = """
projectname: 窗口保安
yaer: 2027
year: 27年
budget_total: 很多
department: [甲局, 乙局]
items:
  - {name: 保安, quantity: 几个, unit_price: 贵}
  - [保洁]
  - {quantity: 2}
targets:
  - {name: 满意度}
  - {name: 满意度, comparator: 近似, value: 90}
"""


def test_everything_wrong_with_a_brief_is_said_at_once_and_once() -> None:
    with pytest.raises(InputError) as refused:
        load_brief(MANY_WRONG)
    for said, wanted in (
        (refused.value.zh, ("projectname，是否指 project_name", "yaer，是否指 year", "year 的值", "budget_total 的值")),
        (refused.value.zh, ("items[0].quantity", "items[0].unit_price", "items[1] 应为键值对", "items[2] 没有 name")),
        (
            refused.value.zh,
            ("targets[0] 没有 value", "targets[1] 的 comparator", "缺少 project_name", "department 不合要求"),
        ),
        (refused.value.en, ("items[0].quantity", "items[1]", "targets[1]", "lacks project_name", "field department")),
    ):
        assert [said.count(words) for words in wanted] == [1] * len(wanted), said
    assert "11 处" in refused.value.zh and len(refused.value.zh.splitlines()) == 12
    assert len(refused.value.en.splitlines()) == 12


def test_one_thing_wrong_is_one_sentence_and_hundreds_are_counted() -> None:
    with pytest.raises(InputError) as one:
        load_brief("project_name: 窗口保安\nyear: 二七\n")
    assert one.value.zh == "year 的值“二七”不是年份；写成 2027"
    items = "".join(f"  - {{name: 保安{number}, quantity: 若干}}\n" for number in range(120))
    with pytest.raises(InputError) as many:
        load_brief(f"project_name: 窗口保安\nitems:\n{items}")
    assert "120 处" in many.value.zh and "另有 100 处" in many.value.zh and "100 more" in many.value.en


def test_an_item_counted_otherwise_by_a_target_is_asked_about() -> None:
    brief = load_brief(
        "project_name: 危化品应急演练\nyear: 2027\nbudget_total: 26万元\n"
        "items: [{name: 应急演练, quantity: 4, unit: 次, unit_price: 65000}]\n"
        "targets: [{name: 应急演练次数, comparator: '>=', value: 6, unit: 次}]\n",
        ".yaml",
    )
    assert [(one.field, "4次" in one.zh and "6次" in one.zh) for one in questions_of(brief)] == [
        ("items[0].quantity", True)
    ]


def test_a_key_that_is_no_word_is_refused_with_its_line():
    assert "第 2 行" in _refused("project_name: 培训\n[a, b]: 3\n").zh


def test_the_constructor_shows_its_fields_and_speaks_in_its_own_name():
    assert "project_name" in inspect.signature(Brief).parameters
    with pytest.raises(TypeError, match=r"Brief\.__init__"):
        Brief("培训")


@pytest.mark.parametrize("year", [27, 0, 20277])
def test_a_year_that_is_no_budget_year_is_refused(year):
    with pytest.raises(InputError, match="四位数的年份"):
        draft("更新路灯120盏，每盏850元", year=year)


@pytest.mark.parametrize(
    ("name", "year"),
    [("2027年度河道保洁", 2027), ("河道保洁（2027年）", 2027), ("2026—2027年河道保洁", None), ("河道保洁", None)],
)
def test_a_year_that_only_the_name_holds_is_used_and_asked_about(name, year):
    made = draft(Brief(project_name=name, items=[{"name": "河道保洁", "quantity": 3, "unit": "公里"}]))
    assert made.filing.year == year
    (asked,) = [question for question in made.questions if question.field == "year"]
    assert ("项目名称" in asked.message) is (year is not None)


def test_a_line_of_dashes_costs_what_it_is_long():
    begun = process_time()
    with pytest.raises(InputError):
        load_brief("- " * 20000 + "!", ".yaml")
    assert process_time() - begun < 5
