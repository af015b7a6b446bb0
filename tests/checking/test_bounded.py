"""Hostile goals cost what they are long: counted in comparisons where they can be, else timed."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from time import process_time
from typing import Any

import pytest

from drafter.checking import find_rule, price_sentences, shared_numbers, text_products, wholes
from drafter.checking.ledger import Ledger
from drafter.checking.words.clauses import said_before
from drafter.filing import Filing
from drafter.language import extract
from drafter.profiles import generic_profile
from tests.checking.rows import filing, run


def _counting(monkeypatch: pytest.MonkeyPatch, module: Any, name: str) -> Callable[[], int]:
    called = 0
    inner = getattr(module, name)

    def counted(*given: Any) -> Any:
        nonlocal called
        called += 1
        return inner(*given)

    monkeypatch.setattr(module, name, counted)
    return lambda: called


def _rates(rows: int, clauses: int) -> Filing:
    table = [f"产出指标|质量指标|第{at}区设备第{at}类完好率|≥90(%)" for at in range(rows)]
    kinds = [
        f"{one}{other}"
        for one in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"
        for other in "东南西北上下左右前后内外大小长短高低新旧"
    ]
    said = [f"{kind}甲类、{kind}乙类、{kind}丙类设备完好率均达到9{at % 10}%" for at, kind in enumerate(kinds[:clauses])]
    return filing(*table, annual_goal="，".join(said))


def _compared(monkeypatch: pytest.MonkeyPatch, one: Filing) -> int:
    with monkeypatch.context() as patch:
        compared = _counting(patch, shared_numbers, "likeness")
        _ = Ledger(one, generic_profile()).alignment
        return compared()


def test_numbers_that_hundreds_of_names_share_are_compared_so_often_and_no_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert 0 < _compared(monkeypatch, _rates(200, 10)) <= 4000
    assert _compared(monkeypatch, _rates(200, 400)) <= 4000


def test_the_same_names_said_again_are_compared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    row, goal = "满意度指标|满意度指标|{}满意度|≥90(%)", "学生和家长满意度均不低于90%。"
    one = filing(row.format("学生"), row.format("家长"), annual_goal=goal)
    assert _compared(monkeypatch, one) == _compared(monkeypatch, one.model_copy(update={"annual_goal": goal * 50})) == 4


@pytest.mark.parametrize(
    "clause",
    ["每人{}00元，{}名老人，", "培训{}人，预算{}万元，每人{}元，"],
)
@pytest.mark.parametrize("end", ["", "。"])
def test_prices_of_one_endless_sentence_are_worked_out_in_one_walk(
    monkeypatch: pytest.MonkeyPatch, clause: str, end: str
) -> None:
    def asked(times: int) -> int:
        text = "".join(clause.replace("{}", str(at % 7 + 2)) + end for at in range(times))
        mentions = extract(text)
        with monkeypatch.context() as patch:
            calls = _counting(patch, price_sentences, "is_of")
            text_products.text_products(text, mentions)
            return calls()

    assert 0 < asked(400) * 2 <= asked(800) <= asked(400) * 2.2


def test_things_that_a_sentence_prices_are_looked_for_so_often_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    words = [chr(0x4E10 + at) + chr(0x5E10 + at) for at in range(400)]
    text = "".join(f"每{word}300元，7{word}，" for word in words)
    mentions = extract(text)
    calls = _counting(monkeypatch, price_sentences, "is_of")
    text_products.text_products(text, mentions)
    assert calls() <= 50 * len(mentions)


def test_an_amount_of_an_endless_sentence_is_read_with_what_stands_near_it(monkeypatch: pytest.MonkeyPatch) -> None:
    split: list[int] = []

    class Counting:
        @staticmethod
        def split(pattern: str, text: str) -> list[str]:
            split.append(len(text))
            return re.split(pattern, text)

    def before(text: str, at: int, ends: re.Pattern[str], most: int) -> str:
        split.append(min(at, most))
        return said_before(text, at, ends, most)

    monkeypatch.setattr(wholes, "re", Counting)
    monkeypatch.setattr(sys.modules[find_rule("ARI012").function.__module__], "said_before", before)
    goal = "".join(f"培训{at % 7 + 2}人，预算{at % 9 + 2}万元，" for at in range(2000))
    run("ARI012", filing("产出指标|数量指标|培训人数|=3(人)", annual_goal=goal))
    assert len(split) >= 4000 and max(split) <= 600


@pytest.mark.parametrize(
    ("code", "field", "run_of"),
    [
        ("MAT001", "annual_goal", "2025年抽检4025批次，"),
        ("MAT001", "annual_goal", "到2028年达到97%，"),
        ("TIM003", "annual_goal", "2025年完成，2024至2026年，"),
        ("TIM003", "narrative", "2025年抽检4025批次，"),
        ("XFI007", "narrative", "2025年安排资金50万元，"),
    ],
)
def test_a_sentence_of_many_years_takes_time_by_its_length(code: str, field: str, run_of: str) -> None:
    def cost(length: int) -> float:
        one = filing("产出指标|数量指标|培训人数|=3(人)", **{field: run_of * (length // len(run_of))})
        begun = process_time()
        run(code, one)
        return process_time() - begun

    cost(1000)
    # Four times as long; sixteen times as dear would be quadratic.
    assert cost(40000) < 10 * max(cost(10000), 0.1)
