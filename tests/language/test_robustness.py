"""Offsets, fuzz, and time that is linear whatever the text holds."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from types import FrameType

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from drafter.language import extract, lookup, parse_money, parse_target, sums
from drafter.language import extraction as extraction_module
from drafter.language.context import beside

PIECES = (
    "0123456789０１２９.,，．%％‰￥一二两三四五十百千万亿半零〇○廿壹拾年月日号季度底前分之个件人次名家场元米天小时周岁倍成番余多几来至到-—～±/·:：×"
    "()（）《》“”、。；， \n约近超达不低于少过以上内左右每第上下共计其中包括为的是较比占同增长满签Q4AGkm²A4"
)
texts = st.text(alphabet=PIECES, max_size=60) | st.text(max_size=40)


@given(texts)
@example("唯一一家")
@example("1:1.5:2")
@example("百分之")
@example("0％次")
@example("0〇次")
@settings(max_examples=600, deadline=None)
def test_every_mention_is_where_it_says_and_says_what_the_contract_allows(text: str) -> None:
    end = 0
    for mention in extract(text):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        end = mention.end
        assert mention.comparator in ("=", ">=", "<=", ">", "<", "~", "range")
        assert (mention.comparator == "range") == ("~" in mention.number)
        assert mention.entity is None or mention.entity
        if mention.kind == "date":
            assert mention.unit is None
            assert re.fullmatch(r"[0-9Q~-]+", mention.number)
        elif mention.kind == "fraction":
            assert re.fullmatch(r"\d+(\.\d+)?[/:]\d+(\.\d+)?", mention.number)
        else:
            # 0枪: a classifier no list has makes its own dimension; 系数不低于0.612 has no unit.
            assert lookup(mention.unit) is not None or mention.dimension in (
                f"count:{mention.unit or ''}",
                f"measure:{mention.unit}",
            )
            for number in mention.number.split("~"):
                assert Decimal(number).is_finite()
            assert mention.interval is not None


@given(texts)
@settings(max_examples=300, deadline=None)
def test_nothing_crashes_and_sums_speak_of_mentions(text: str) -> None:
    mentions = extract(text)
    for claim in sums(text, mentions):
        assert claim.total in mentions
        assert all(part in mentions and part.dimension == claim.total.dimension for part in claim.parts)
        assert claim.total not in claim.parts or len(set(claim.parts)) < len(claim.parts)
    parse_target(text)
    parse_money(text)


@pytest.mark.parametrize(
    "text",
    [
        "八九年余",
        "误差±三五‰",
        "三五个±2个",
        "2026年11月—30日",
        "2026年11月至1日",
        "6月上旬至20日",
        "百分之三至百分之三五",
    ],
)
def test_what_a_fuzz_run_once_broke_on_is_read(text: str) -> None:
    for mention in extract(text):
        assert mention.interval is not None or mention.kind in ("date", "fraction")
        assert (mention.comparator == "range") == ("~" in mention.number)


@given(texts)
@example("0家长")
@example("12成三")
@example("—0分之")
@example("9时30分")
@example("《四大名著》6场")
@example("占用地95.5kgGDP")
@example("负责的这70公里道路")
@example("食品安全培训2期126人次。")
@example("三百余名，２１４家，近百家，１.8万余人次")
@settings(max_examples=300, deadline=None)
def test_the_short_way_for_plain_phrases_finds_what_the_long_way_finds(text: str) -> None:
    found = extract(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(extraction_module, "plain", lambda *_: None)
        patch.setattr(extraction_module, "is_word", lambda *_: False)
        patch.setattr(extraction_module, "context", lambda text, _, *more: beside(text, *more))
        assert extract(text) == found


@given(st.integers(1, 99999), st.sampled_from(["人", "件", "%", "元", "个工作日", "人次", "平方米"]), texts)
@settings(max_examples=200, deadline=None)
def test_a_plain_quantity_is_found_wherever_a_sentence_begins(number: int, unit: str, before: str) -> None:
    text = f"{before.replace('（', '').replace('(', '')}\n共{number}{unit}。"
    quoted = any(mark in before for mark in '《“‘「『"')
    assert quoted or any(m.number == str(number) and m.unit == unit for m in extract(text))


HOSTILE = {
    "one": "一",
    "digits": "7",
    "brackets": "（",
    "open brackets": "（1家",
    "titles": "《",
    "quotes": "“",
    "thousands": "1,234",
    "ranges": "1至",
    "ratios": "1:",
    "mixed multipliers": "1万1千",
    "compound units": "1元/",
    "fractions": "三分之",
    "codes": "A1-",
    "bounds": "不超过的",
    "totals": "共计1家，",
    "parts": "其中0家，",
    "articles": "一个",
    "dates": "2026年1月",
    "buses": "18路、",
    "verbs": "计划完成占比较为是使",
}


def _seconds(text: str) -> float:
    best = 60.0
    for _ in range(3):
        start = time.process_time()
        sums(text, extract(text))
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("name", HOSTILE)
def test_sixteen_times_the_text_takes_about_sixteen_times_as_long(name: str) -> None:
    """Quadratic time would be 256 times; the bound leaves room for a busy machine."""
    unit = HOSTILE[name]
    small = unit * (4_000 // len(unit))
    assert _seconds(small * 16) < 100 * max(_seconds(small), 0.002)


@pytest.mark.parametrize("name", HOSTILE)
def test_the_calls_made_grow_with_the_text_and_no_faster(name: str) -> None:
    unit = HOSTILE[name]
    small = unit * (2_000 // len(unit))
    assert _calls(lambda: extract(small * 4)) <= 4.5 * _calls(lambda: extract(small)) + 200


def _calls(work: Callable[[], object]) -> int:
    count = 0

    def tally(_frame: FrameType, _event: str, _argument: object) -> None:
        nonlocal count
        count += 1

    work()
    sys.setprofile(tally)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("unit", ["一", "7", "（", "《", "“"])
def test_a_million_characters_of_one_kind_are_read(unit: str) -> None:
    assert extract(unit * 1_000_000) == []


@pytest.mark.parametrize(("opening", "closing"), [("（", "）"), ("(", ")"), ("《", "》"), ("“", "”")])
def test_brackets_nested_half_a_million_deep_are_read(opening: str, closing: str) -> None:
    (mention,) = extract(opening * 500_000 + closing * 500_000 + "共3件")
    assert (mention.number, mention.unit) == ("3", "件")


def test_a_number_of_a_million_digits_is_kept_to_the_last() -> None:
    (mention,) = extract("9" * 1_000_000 + "件")
    assert len(mention.number) == 1_000_000
    assert mention.interval is not None
    assert mention.interval.exact
