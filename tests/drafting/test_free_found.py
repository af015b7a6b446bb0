"""What a clause added is told without looking at all that was there before: a long brief costs by its length."""

import time

import pytest

from drafter.drafting.free_found import Found
from drafter.drafting.free_text import brief_from_text


def test_every_change_is_told_and_reading_is_none():
    found = Found()
    found.items.append({"name": "路灯", "_each": []})
    item = found.items[-1]
    before = found.told()
    assert item["name"] == "路灯" and item.get("unit") is None and item.pop("note", None) is None
    assert item.setdefault("name", "灯") == "路灯"
    assert found.told() == before
    for change in (
        lambda: item.__setitem__("unit", "盏"),
        lambda: item.setdefault("_each", []).append(2),
        lambda: item.pop("unit"),
        lambda: found.fields.setdefault("purpose", "照明"),
        lambda: found.targets.append({"name": "亮灯率"}),
        lambda: found.items.pop(),
        lambda: found.leave("其他"),
        lambda: found.ask("items", "几盏？", "how many?"),
    ):
        before = found.told()
        change()
        assert found.told() != before


def test_what_is_told_does_not_grow_with_what_is_found():
    found = Found()
    empty = len(found.told())
    for number in range(300):
        found.items.append({"name": f"物品{number}"})
    assert len(found.told()) == empty


def test_a_question_taken_back_may_be_asked_again():
    found = Found()
    found.ask("items", "几盏？", "how many?")
    found.ask("items", "几盏？", "how many?")
    assert len(found.questions) == 1
    found.questions.clear()
    found.ask("items", "几盏？", "how many?")
    assert len(found.questions) == 1


@pytest.mark.parametrize("sign", ["，", "、", "一", "1", "万"])
def test_a_long_run_of_one_sign_is_read_in_its_length(sign: str):
    text = "2027年保安服务。请保安2名，每人每年6万元" + sign * 20_000
    begun = time.process_time()
    brief_from_text(text)
    assert time.process_time() - begun < 8  # by squares it took from 15 to 60
