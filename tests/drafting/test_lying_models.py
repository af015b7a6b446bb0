"""A model that lies never gets a number past the lock."""

from decimal import Decimal

import pytest

from drafter.drafting import Draft, draft, load_brief
from drafter.drafting.facts import facts_of
from drafter.drafting.same_noun import verdict
from drafter.models.request import Precedent

from .scripted import GOOD, GUARDS, changed, scripted


def _draft(*answers, **options) -> Draft:
    return draft(load_brief(GUARDS, ".yaml"), model=scripted(*answers), max_repairs=0, **options)


def _codes(result: Draft) -> list[str]:
    return [one.code for one in result.report.documents[0].filings[0].findings if one.severity != "info"]


def test_an_honest_answer_passes_with_every_number_sourced():
    result = _draft(GOOD)
    assert (result.status, _codes(result)) == ("passed", [])
    assert result.filing.annual_goal.startswith("为维护办事大厅的安全和秩序，2027年计划聘用保安员6人")
    sources = {(entry.path, entry.number): entry.source for entry in result.provenance}
    assert sources[("indicators[1].target", "6")] == "brief"
    assert sources[("indicators[2].target", "100")] in ("precedent", "profile")


@pytest.mark.parametrize(
    "answer",
    [
        changed(goal=["为维护秩序，{F1}计划聘用保安员8人。"]),
        changed(goal=["为维护秩序，{F1}计划聘用八名保安员。"]),
        changed(goal=["为维护秩序，2026年计划聘用保安员{F3}。"]),
        changed(goal=["为维护秩序，{F1}计划聘用保安员{F3}，投入资金45万元。"]),
        changed(goal=["为维护秩序，{F1}计划聘用保安员{F3}，服务群众66000人。"]),
        changed(goal=["为维护秩序，{F1}计划聘用保安员{F3}，满意度不低于97%。"]),
        changed(goal=["为维护秩序，{F1}计划聘用保安员1{F3}。"]),
        changed(goal=["为维护秩序，{F1}计划聘用保安员{F3}，服务群众{F3}万人次。"]),
        changed(goal=["为维护秩序，{F1}计划聘用保安员{F3}，其中半数持证上岗。"]),
        changed(goal=["为维护秩序，{F1}计划聘用保安员{F3}，覆盖⑭个街镇。"]),
        changed(goal=["为维护秩序，{F1}计划聘用保安员{F3}，覆盖１４个街镇。"]),
        changed(goal=["为维护秩序，{F1}计划聘用保安员{F3}，办理效率翻一番。"]),
        changed(goal=["为维护秩序，{F1}计划聘用保安员{F3}，投入柒拾万元。"]),
        changed(1, target="=8人"),
        changed(1, target="=6.5(人)"),
        changed(0, target="≤68000元/人"),
        changed(2, target="=97%"),
        changed(2, target="90~95%"),
        changed(3, target="5个工作日内到岗"),
        changed(4, target="≤3起"),
        changed(3, name="3号门岗到岗及时性"),
    ],
)
def test_an_invented_number_is_an_error_wherever_it_stands(answer):
    result = _draft(answer)
    assert result.status == "findings"
    assert "DRF001" in _codes(result)
    sourced = {(entry.path, entry.span) for entry in result.provenance}
    lies = [one for one in result.report.documents[0].filings[0].findings if one.code == "DRF001"]
    assert all((one.primary.path, one.primary.span) not in sourced for one in lies)


@pytest.mark.parametrize(
    "words",
    [
        "服务群众上千人次", "走访上百处", "九成以上持证", "90%以上持证", "三分之二持证", "3/4持证",
        "达到九十五", "双倍配备",
        "覆盖½的街镇", "覆盖³个街镇", "覆盖𝟏𝟒个街镇", "覆盖٣个街镇", "覆盖१४个街镇", "覆盖８个街镇", "覆盖8⃣个街镇",
        "覆盖🔟个街镇", "覆盖⑧个街镇", "覆盖①④个街镇", "覆盖Ⅷ个街镇", "覆盖XIV个街镇", "覆盖㊄个街镇", "覆盖一四个街镇",
        "覆盖廿个街镇", "覆盖十余个街镇", "覆盖1\u200b4个街镇", "覆盖1 4个街镇", "11月前到岗",
        "上半年到岗", "半年内到岗", "九五折采购", "每人每月66000元", "日均66000元", "投入66000人", "增长百分之五",
        "占比90-95%", "80后优先", "14号楼值守",
    ],
)  # fmt: skip
def test_a_number_in_disguise_does_not_pass(words: str):
    assert "DRF001" in _codes(_draft(changed(goal=[f"为维护秩序，{{F1}}计划聘用保安员{{F3}}，{words}。"])))


@pytest.mark.parametrize(
    "goal",
    [
        "聘用保安员{F3}次", "聘用保安员{F3}/班", "聘用保安员{F3}²", "聘用保安员二{F3}", "聘用保安员十{F3}",
        "聘用保安员-{F3}", "聘用保安员百分之{F3}", "聘用保安员{F3}分之一", "投入{F2}%", "聘用保安员2×{F3}",
        "聘用保安员1\u200b{F3}",
    ],
)  # fmt: skip
def test_a_reference_cannot_be_made_another_number_by_what_stands_beside_it(goal: str):
    assert "DRF001" in _codes(_draft(changed(goal=[f"为维护秩序，{{F1}}计划{goal}。"])))


@pytest.mark.parametrize(
    "target", ["=6万人", "=6千人", "=6人次", "=6000%", "≥½", "³起", "𝟏𝟒", "达到九十五", "不少于上千人次"]
)
def test_a_unit_cannot_be_swapped_and_a_target_in_words_hides_no_number(target: str):
    assert "DRF001" in _codes(_draft(changed(3, target=target)))


def test_a_number_split_over_two_sentences_is_two_numbers_without_provenance():
    assert "DRF001" in _codes(_draft(changed(goal=["{F1}计划聘用保安员{F3}，覆盖1", "4个街镇。"])))


def test_units_of_measures_convert_and_their_signs_are_no_numbers():
    brief = """
project_name: 绿地养护
year: 2027
budget_total: 600000
items: [{name: 绿地养护, quantity: 5, unit: 公里, unit_price: 120000}]
targets: [{name: 故障响应时间, comparator: "<=", value: 30, unit: 分钟}]
"""

    def codes(goal: str) -> list[str]:
        answer = changed(goal=[goal])
        return _codes(draft(load_brief(brief, ".yaml"), model=scripted(answer), max_repairs=0, top_k=0))

    assert "DRF001" not in codes("{F1}养护绿地5000米，①排放CO₂、②检查m²标识，半小时内响应故障。")
    assert "DRF001" in codes("{F1}养护绿地5米。")
    assert "DRF001" in codes("{F1}养护绿地5公里，30小时内响应故障。")


def test_a_wrong_total_is_an_error():
    result = _draft(changed(0, name="项目总成本", target="≤400000元"))
    assert "DRF001" in _codes(result)


def test_the_number_of_one_item_under_the_name_of_another_is_an_error():
    brief = GUARDS + "  - {name: 保洁员, quantity: 4, unit: 人, unit_price: 0}\n"
    brief = brief.replace("unit_price: 0", "amount: 0")
    answer = changed(1, name="保洁员人数")
    result = draft(load_brief(brief, ".yaml"), model=scripted(answer), max_repairs=0)
    assert "DRF004" in _codes(result)


@pytest.mark.parametrize(
    "answer",
    [
        changed(goal=["为维护秩序，{F1}计划聘用保洁员{F3}。"]),
        changed(goal=["为维护秩序，{F1}计划聘用保洁6人。"]),
        changed(1, name="保洁员人数"),
        changed(0, name="保洁员人均费用标准"),
    ],
)
def test_a_number_under_a_noun_that_is_surely_another_is_an_error(answer):
    """保洁 and 保安 are two posts, and the brief has no 保洁 at all."""
    assert "DRF004" in _codes(_draft(answer))


@pytest.mark.parametrize(
    ("noun", "said"), [("秩序维护员", False), ("辅助人员", False), ("工作人员", False), ("窗口讲解", True)]
)
def test_of_a_noun_no_table_knows_the_draft_says_that_it_is_unsure(noun: str, said: bool):
    result = _draft(changed(goal=[f"为维护秩序，{{F1}}计划聘用{noun}{{F3}}。", *GOOD["goal"][1:]]))
    findings = result.report.documents[0].filings[0].findings
    assert _codes(result) == []
    assert [one.severity for one in findings if one.code == "DRF008"] == (["info"] if said else [])


def test_a_satisfaction_is_no_source_of_another_rate():
    brief = GUARDS + "targets: [{name: 参训人员满意度, comparator: '>=', value: 93, unit: '%'}]\n"
    answer = changed(2, name="参训人员合格率", target="≥93%")
    result = draft(load_brief(brief, ".yaml"), model=scripted(answer), max_repairs=0)
    assert "DRF001" in _codes(result)


@pytest.mark.parametrize(
    "words",
    [
        "覆盖百个街镇", "每班6人", "月均6人", "6号到岗", "服务俩人", "服务仨人", "服务半百人", "配置两打器材",
        "按对折采购", "效率倍增", "投诉减半", "六七十人值守", "几十人值守", "二三十人值守", "覆盖six个街镇",
        "覆盖ten个街镇", "覆盖Ꮾ个街镇", "覆盖б个街镇", "覆盖O个街镇", "一日三巡", "二十四小时值守",
        "逾九成持证", "较上年增长两成", "投入396000万元", "投入39.6元", "缺岗率不高于6%", "覆盖6\n6个街镇",
        "覆盖5\ufe0f\u20e3个街镇", "次年2月起", "覆盖壹佰个街镇",
    ],
)  # fmt: skip
def test_thirty_more_disguises_do_not_pass(words: str):
    """Dozens, lookalike letters, English words, coins of another unit, shares of a whole, numbers by the shift."""
    assert "DRF001" in _codes(_draft(changed(goal=[f"为维护秩序，{{F1}}计划聘用保安员{{F3}}，{words}。"])))


@pytest.mark.parametrize(
    "words", ["全天候值守", "实行三班倒", "南北两侧门岗", "做好第一责任人工作", "咱俩", "倍加珍惜", "打开局面"]
)
def test_words_that_count_nothing_pass(words: str):
    assert "DRF001" not in _codes(_draft(changed(goal=[f"为维护秩序，{{F1}}计划聘用保安员{{F3}}，{words}。"])))


@pytest.mark.parametrize("goal", ["每班聘用保安员{F3}", "月均聘用保安员{F3}", "聘用保安员{F3}台"])
def test_a_reference_is_no_number_of_each_shift_and_of_no_other_unit(goal: str):
    assert "DRF001" in _codes(_draft(changed(goal=[f"为维护秩序，{{F1}}计划{goal}。"])))


def test_a_reference_with_another_word_for_its_unit_says_the_unit_once():
    result = _draft(changed(goal=["为维护秩序，{F1}计划聘用{F3}名保安员。", *GOOD["goal"][1:]]))
    assert _codes(result) == []
    assert "聘用6名保安员" in (result.filing.annual_goal or "")


@pytest.mark.parametrize(
    "answer",
    [
        changed(goal=["为维护秩序，{F1}计划聘用保安员{F3}，投入资金{F4}。", *GOOD["goal"][1:]]),
        changed(0, name="项目总成本"),
    ],
)
def test_the_price_of_one_is_no_sum_of_all(answer):
    assert "DRF004" in _codes(_draft(answer))


TWO = GUARDS.replace("396000", "612000") + "  - {name: 保洁员, quantity: 4, unit: 人, unit_price: 54000}\n"


def _of_two(goal: str, **targets: str) -> Draft:
    rows = [
        {"category": "经济成本指标", "name": "保安员人均费用标准", "target": targets.get("guard_price", "≤{F4}")},
        {"category": "经济成本指标", "name": "保洁员人均费用标准", "target": targets.get("cleaner_price", "≤{F6}")},
        {"category": "数量指标", "name": "保安员人数", "target": targets.get("guards", "={F3}")},
        {"category": "数量指标", "name": "保洁员人数", "target": targets.get("cleaners", "={F5}")},
    ]
    answer = changed(goal=[goal, *GOOD["goal"][1:]], indicators=[*rows, *GOOD["indicators"][2:]])
    return draft(load_brief(TWO, ".yaml"), model=scripted(answer), max_repairs=0, top_k=0)


HONEST = "为维护办事大厅的安全和秩序，{F1}计划聘用保安员{F3}、保洁员{F5}，做好入口安检。"


def test_numbers_of_two_items_pass_in_their_own_places_only():
    assert _codes(_of_two(HONEST)) == []
    assert "DRF004" in _codes(_of_two(HONEST, guards="={F5}", cleaners="={F3}"))
    assert "DRF004" in _codes(_of_two(HONEST, guard_price="≤{F6}", cleaner_price="≤{F4}"))
    assert "MAT001" in _codes(_of_two("为维护秩序，{F1}计划聘用保安员{F5}、保洁员{F3}，做好入口安检。"))
    assert "MAT001" in _codes(_of_two("为维护秩序，{F1}计划聘用保安员4人、保洁员6人，做好入口安检。"))


def test_a_wrong_sum_in_words_is_an_error_and_the_right_one_is_none():
    wrong = _codes(_of_two("为维护秩序，{F1}计划聘用保安员{F3}、保洁员{F5}，共计12人，做好入口安检。"))
    right = _codes(_of_two("为维护秩序，{F1}计划聘用保安员{F3}、保洁员{F5}，共计10人，做好入口安检。"))
    assert {"DRF001", "ARI008"} <= set(wrong)
    assert not {"DRF001", "ARI008"} & set(right)


def test_list_markers_and_the_dates_of_the_brief_are_no_lies():
    for goal in (
        "为维护秩序，{F1}计划①聘用保安员{F3}、②保洁员{F5}，做好入口安检。",
        "为维护秩序，{F1}12月31日前聘用保安员{F3}、保洁员{F5}，做好入口安检。",
    ):
        assert "DRF001" not in _codes(_of_two(goal)), goal


def test_a_reference_to_no_fact_and_a_category_of_no_form_are_errors():
    assert "DRF005" in _codes(_draft(changed(1, target="={F99}")))
    assert "DRF006" in _codes(_draft(changed(1, category="投入指标")))


def test_a_fact_left_out_is_a_warning():
    answer = changed(goal=["为维护办事大厅的安全和秩序，{F1}计划做好入口安检。"])
    del answer["indicators"][1]
    assert "DRF002" in _codes(_draft(answer))


def test_another_projects_number_does_not_pass_because_a_precedent_has_it():
    """14 个街镇 is in a precedent's goal; it is no convention."""
    result = _draft(changed(4, name="宣传覆盖街镇数", target="=14个"), top_k=5)
    assert "DRF001" in _codes(result)


def test_the_words_of_the_brief_may_hold_numbers_that_are_names():
    brief = GUARDS.replace("[入口安检]", "[“15分钟服务圈”巡查]")
    answer = changed(goal=["{F1}计划聘用保安员{F3}，做好“15分钟服务圈”巡查，保安员到岗率达到100%。"])
    assert "DRF001" not in _codes(draft(load_brief(brief, ".yaml"), model=scripted(answer), max_repairs=0))
    answer = changed(goal=["{F1}计划聘用保安员{F3}，15日内到岗，保安员到岗率达到100%。"])
    assert "DRF001" in _codes(draft(load_brief(brief, ".yaml"), model=scripted(answer), max_repairs=0))


def test_words_copied_from_a_precedent_are_a_warning():
    from drafter.corpus.starter import starter_records

    past = next(one for one in starter_records() if one.id == "minhang_2026_03_security-guards").filing
    words = (past.annual_goal or "").split("，")[0] + "，" + (past.annual_goal or "").split("，")[1]
    answer = changed(goal=[f"{words}，{{F1}}计划聘用保安员{{F3}}，保安员到岗率达到100%，用工单位满意度不低于90%。"])
    assert "DRF007" in _codes(_draft(answer, retrieve=lambda brief, k: [Precedent("past", past, Decimal(1))]))
    assert "DRF007" not in _codes(_draft(GOOD, retrieve=lambda brief, k: [Precedent("past", past, Decimal(1))]))


def test_two_groups_a_project_serves_may_be_one():
    """An old man may be a patient; a guard is no cleaner."""
    assert [verdict(*pair) for pair in (("患者", "老年人"), ("学生", "残疾人"), ("保安", "保洁员"))] == [
        "unsure",
        "unsure",
        "other",
    ]


@pytest.mark.parametrize(("value", "said"), [(100, False), (97, True)])
def test_a_usual_rate_is_no_others_rate(value: int, said: bool):
    """Half of the rates of a form are 100%: a reference to one of them says nothing about another name. 97% does."""
    brief = GUARDS + f"targets: [{{name: 安检合格率, comparator: '=', value: {value}, unit: '%'}}]\n"
    reference = next(one.id for one in facts_of(load_brief(brief, ".yaml")) if one.kind == "target")
    answer = changed(2, name="保安员按时到岗率", target=f"={{{reference}}}")
    result = draft(load_brief(brief, ".yaml"), model=scripted(answer), max_repairs=0)
    found = [one.code for one in result.report.documents[0].filings[0].findings]
    assert ("DRF008" in found) is said and "DRF004" not in found


@pytest.mark.parametrize(
    ("goal", "said"),
    [
        ("{F1}聘用近{F3}保安员。", "近6人"),
        ("{F1}聘用保安员不足{F3}。", "不足6人"),
        ("{F1}聘用保安员超过{F3}。", "超过6人"),
        ("{F1}聘用保安员约{F3}。", "约6人"),
        ("{F1}聘用保安员{F3}左右。", "6人左右"),
        ("{F1}聘用保安员6人左右。", "6人左右"),
        ("{F1}聘用保安员近6人。", "近6人"),
        ("{F1}聘用保安员{F3}，投入近{F2}。", "近39.6万元"),
    ],
)
def test_a_word_that_bends_a_number_of_the_brief_is_an_error(goal: str, said: str):
    findings = _draft(changed(goal=[goal])).report.documents[0].filings[0].findings
    assert said in [one.primary.text for one in findings if one.code == "DRF001"]


@pytest.mark.parametrize(
    "goal", ["{F1}聘用不少于{F3}的保安员。", "{F1}聘用保安员{F3}，资金控制在{F2}以内。", "{F1}聘用保安员不超过{F3}。"]
)
def test_a_bound_that_holds_for_the_number_itself_passes(goal: str):
    assert "DRF001" not in _codes(_draft(changed(goal=[goal])))


@pytest.mark.parametrize(
    ("target", "passes"), [("≥{F3}", True), ("<{F3}", False), ("约{F3}", False), ("<6人", False), (">{F3}", False)]
)
def test_a_target_bends_no_number_either(target: str, passes: bool):
    assert ("DRF001" not in _codes(_draft(changed(1, target=target)))) is passes


def test_the_words_of_a_brief_may_be_vague_and_are_quoted():
    brief = load_brief(GUARDS.replace("[入口安检]", "[每天接待近300人]"), ".yaml")
    result = draft(brief, model=scripted(changed(goal=["{F1}聘用保安员{F3}，每天接待近300人。"])), max_repairs=0)
    assert "DRF001" not in _codes(result)
