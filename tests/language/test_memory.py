"""What extraction remembers of words and units: bounded, and without a trace in what it finds."""

from __future__ import annotations

import pytest

from drafter.language import behind, extract, heads
from drafter.language.behind import Units

SENTENCES = (
    "新建泵站3座、改造管网12公里，工程验收合格率达到100%，",
    "招录保安2人，人均补贴1.2万元/人·月，群众满意度不低于 95 %；",
    "预计培训500余人次，维护道闸16套，其中2026年10月15日前完成8套。",
    "雇员到岗率≥98%，故障修复时间不超过24小时，每年巡检4次以上",
)


def test_a_full_memory_changes_nothing_that_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [extract(text) for text in SENTENCES]
    monkeypatch.setattr(heads, "_MOST", 1)
    monkeypatch.setattr(behind, "_MOST", 1)

    assert [extract(text) for text in SENTENCES] == found
    assert all(found)


def test_a_memory_forgets_before_it_grows_over_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heads, "_MOST", 50)
    monkeypatch.setattr(behind, "_MOST", 50)
    memory = heads.Heads(people=False, rate=True, leads=False)
    units = Units()

    for number in range(1000):
        name = chr(0x4E00 + number)
        assert memory[f"{name}完成率达到"][1:3] == (">=", "达到")
        assert units[f"%{name}"]

    assert 0 < len(memory) <= 50
    assert 0 < len(units) <= 50


@pytest.mark.parametrize(
    ("run", "said"),
    [
        ("确保雇员到岗率达到", (True, ">=", "达到", "雇员到岗率", "雇员到岗率")),
        ("雇员到岗率", (True, None, "", "雇员到岗率", "雇员到岗率")),
        ("雇员到岗率≥", (True, ">=", "≥", "雇员到岗率", "雇员到岗率")),
        ("雇员到岗率约", (False, "~", "约", "雇员到岗率", "雇员到岗率")),
        ("雇员到岗率不低于≥", (False, None, "", "", None)),
        ("不超过合同额的", (False, None, "", "", None)),
        ("内修复率", (True, None, "", "内修复率", "内修复率")),
        ("不少于", (False, ">=", "不少于", "", "")),
    ],
)
def test_a_run_of_words_says_a_comparator_and_a_noun_or_leaves_them_to_the_rest(
    run: str, said: tuple[bool, str | None, str, str, str | None]
) -> None:
    assert heads.Heads(people=False, rate=True, leads=False)[run] == said


@pytest.mark.parametrize(
    ("pair", "unit"),
    [
        ("户，", "户"),
        ("%", "%"),
        ("。\n", False),
        ("年度", None),
        ("元/", True),
        ("人次", True),
        ("成三", True),
        (".组", False),
        (".3", None),
        (".底", None),
    ],
)
def test_two_characters_tell_a_unit_or_that_nothing_or_more_is_there(pair: str, unit: str | bool | None) -> None:
    found = Units()[pair]

    assert (found[2] if isinstance(found, tuple) else found) == unit


@pytest.mark.parametrize("closed", [True, False])
def test_the_place_before_a_unit_is_its_noun_only_where_none_can_stand_behind(closed: bool) -> None:
    _, _, _, noun, own = heads.Heads(people=False, rate=False, leads=True, closed=closed)["周边"]

    assert (own, noun) == ("周边", "周边" if closed else "")
