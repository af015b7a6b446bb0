"""Alignment: measured on a set, sure only where nothing else comes near, and linear whatever the input."""

from __future__ import annotations

import time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.checking.assignment import assign
from drafter.checking.ledger import Ledger
from drafter.checking.mend import target_data
from drafter.checking.naming import Rarity, likeness, tokens
from drafter.filing import Filing, Indicator
from drafter.profiles import generic_profile
from tests.checking import evaluate_lines
from tests.checking.evaluate_alignment import evaluate, independent


def ledger(goal: str, *rows: str) -> Ledger:
    cells = [[cell.strip() for cell in row.split("|")] for row in rows]
    indicators = [{"name": name, "target": target_data(target)} for name, target in cells]
    return Ledger(Filing.model_validate({"annual_goal": goal, "indicators": indicators}), generic_profile())


def pairs(goal: str, *rows: str) -> dict[str, tuple[str, bool]]:
    one = ledger(goal, *rows)
    return {pair.mention.text: (one.filing.indicators[pair.indicator].name, pair.sure) for pair in one.alignment.pairs}


def test_sure_pairs_are_right_and_most_pairs_are_found() -> None:
    figures = evaluate()
    assert figures.precision >= 0.98, figures.wrong
    assert figures.recall >= 0.9, figures.missed


def test_the_same_holds_for_filings_labelled_before_the_aligner_saw_them() -> None:
    figures = evaluate(independent())
    assert figures.precision >= 0.98, figures.wrong
    assert figures.recall >= 0.9, figures.missed


def test_the_same_holds_for_the_published_filings(filings_folder: Path) -> None:
    """Nine of the 39 have numbers in their goals; 20 of these numbers are a row's."""
    cases = [case for case in independent(filings_folder) if not case[0].startswith("own")]
    figures = evaluate(cases)
    assert figures.wrong == figures.missed == []
    assert figures.right == 20


@pytest.mark.parametrize("seen", [True, False])
def test_goal_rows_and_lines_are_brought_together_and_what_only_looks_alike_is_not(seen: bool) -> None:
    figures = evaluate_lines.evaluate(evaluate_lines.cases(seen=seen))
    assert figures[evaluate_lines.CONTRADICTED].right > 0
    for kind, counts in figures.items():
        assert counts.wrong == [], kind
        if kind not in (evaluate_lines.CONTRADICTED, evaluate_lines.TEMPTING):
            assert counts.recall >= 0.9, (kind, counts.missed)


def test_a_total_is_not_matched_to_one_of_its_parts() -> None:
    found = pairs("招录雇员13人（其中专技雇员10人，文职雇员3人）。", "专技雇员人数 | =10(人)", "文职雇员人数 | =3(人)")
    assert found["10人"][0] == "专技雇员人数" and found["3人"][0] == "文职雇员人数"
    assert "13人" not in found or not found["13人"][1]


def test_two_rows_that_fit_equally_well_are_unsure() -> None:
    found = pairs("举办培训20期。", "骨干培训期数 | =12(期)", "新任培训期数 | =8(期)")
    assert not any(sure for _, sure in found.values())


def test_two_numbers_that_fit_one_row_equally_well_are_unsure() -> None:
    found = pairs("举办骨干培训12期，举办新任培训8期。", "培训期数 | =20(期)")
    assert not any(sure for _, sure in found.values())


def test_a_number_said_twice_belongs_to_its_row_both_times() -> None:
    one = ledger("培训600人次。全年培训600人次。", "培训人次 | ≥600(人次)")
    assert [pair.indicator for pair in one.alignment.pairs] == [0, 0]


def test_rates_of_different_kinds_are_never_one_promise() -> None:
    assert pairs("雇员到岗率达100%。", "雇员资质达标率 | =100(%)") == {}
    assert pairs("设备完好率达95%。", "道路完好率 | ≥90(%)").get("95%", ("", False))[1] is False


def test_the_same_words_in_another_unit_are_another_promise() -> None:
    assert pairs("举办培训12场。", "培训人次 | =600(人次)") == {}
    assert pairs("举办培训12场。", "培训次数 | =12(次)")["12场"][1]


def test_facts_of_today_and_starting_points_are_no_promises() -> None:
    one = ledger("全区现有社区26个，由去年的80%提高到90%，每月巡查2次。", "社区数量 | =26(个)", "覆盖率 | ≥90(%)")
    assert list(one.alignment.roles) == ["fact", "baseline", "promise", "pace"]
    assert all(not pair.sure for pair in one.alignment.pairs if pair.role in ("fact", "pace"))


def test_a_fact_before_a_plan_verb_is_a_promise() -> None:
    one = ledger("在现有基础上新增座席12个。", "新增座席数 | =12(个)")
    assert one.alignment.roles == ("promise",)


def test_a_unit_that_the_table_takes_from_the_noun_is_that_unit() -> None:
    found = pairs("宣传活动覆盖14个街镇。", "宣传覆盖率 | =14.00(街镇)")
    assert found == {"14个街镇": ("宣传覆盖率", True)} or found == {"14个": ("宣传覆盖率", True)}


def test_words_for_one_thing_are_one_thing() -> None:
    rarity = Rarity([])
    for said, printed in [("委托方满意度", "用工单位满意度"), ("保安", "辅助用工人数"), ("三折页", "宣传折页印制数量")]:
        assert likeness(tokens(said), tokens(printed), rarity).score >= 600, said
    assert likeness(tokens("电脑"), tokens("电视安装数量"), rarity).score == 0


def test_a_word_that_every_row_says_weighs_less() -> None:
    names = [tokens(name) for name in ("水质监测次数", "水质报告份数", "水质采样点位")]
    common, rare = tokens("水质")[0], tokens("采样")[0]
    rarity = Rarity(names)
    assert rarity.weight(common) < rarity.weight(rare)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.tuples(st.integers(0, 5), st.integers(0, 5)), st.integers(1, 50), min_size=1, max_size=16))
def test_the_assignment_is_the_best_there_is_and_regret_is_what_an_edge_is_worth(
    scores: dict[tuple[int, int], int],
) -> None:
    def best(edges: list[tuple[int, int]], lefts: frozenset[int], rights: frozenset[int]) -> int:
        if not edges:
            return 0
        (left, right), rest = edges[0], edges[1:]
        without = best(rest, lefts, rights)
        if left in lefts or right in rights:
            return without
        return max(without, scores[(left, right)] + best(rest, lefts | {left}, rights | {right}))

    chosen = assign(scores)
    total = sum(scores[edge] for edge in chosen)
    assert total == best(list(scores), frozenset(), frozenset())
    assert len({left for left, _ in chosen}) == len({right for _, right in chosen}) == len(chosen)
    for edge, regret in chosen.items():
        rest = [other for other in scores if other != edge]
        assert regret == total - best(rest, frozenset(), frozenset())


@pytest.mark.parametrize("same", [True, False])
def test_five_thousand_rows_and_a_goal_of_a_megabyte_stay_linear(same: bool) -> None:
    def seconds(size: int) -> float:
        rows = [
            Indicator.model_validate(
                {"name": "社区培训人次" if same else f"第{at}社区培训人次", "target": target_data(f"={at}(人次)")}
            )
            for at in range(size)
        ]
        goal = "".join(f"社区培训{at}人次，" if same else f"甲{at}乙社区培训{at}人次，" for at in range(size * 4))
        one = Ledger(Filing(annual_goal=goal, indicators=rows), generic_profile())
        assert len(one.mentions()) > size
        start = time.process_time()
        assert one.alignment is not None
        return time.process_time() - start

    small, large = seconds(100), seconds(400)
    assert large < 12 * small + 1, f"four times the input took {large / small:.1f} times as long"


def test_prices_and_counts_pair_by_what_is_paid_for() -> None:
    one = ledger(
        "", "快递费单价标准 | =14.00(元)", "汇款汇费单价标准 | =20.00(元/件)", "挂号信邮资单价标准 | =4.60(元)",
        "快递件数 | =1020.00(件)", "汇款汇费件数 | =40.00(件)", "挂号信邮资件数 | =200.00(件)",
    )  # fmt: skip
    assert [(pair.price, pair.count, pair.sure) for pair in one.prices.pairs] == [
        (0, 3, True),
        (1, 4, True),
        (2, 5, True),
    ]
    assert one.prices.complete
    total = one.prices.total
    assert total is not None and total.exact and total.low == Decimal("16000.00")


def test_a_price_per_month_is_not_multiplied_out_for_sure() -> None:
    one = ledger("", "保安单价 | =5000(元/人·月)", "保安人数 | =2(人)")
    assert [pair.sure for pair in one.prices.pairs] == [False]
